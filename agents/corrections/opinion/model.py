"""The second opinion's weights, and what they make of an utterance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from heedful.agents.corrections.opinion.features import dense, places
from heedful.geometry import Array

WEIGHTS = Path(__file__).parent / "weights.npz"


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A softmax over labels."""

    labels: tuple[str, ...]
    over_vectors: Array
    """(features, labels)."""
    over_words: Array
    """(buckets, labels)."""
    bias: Array

    def shares(self, tokens: Sequence[str]) -> Mapping[str, float]:
        """Label -> how far it is believed; together 1."""
        logits = dense(tokens) @ self.over_vectors + self.over_words[places(tokens)].sum(axis=0) + self.bias
        shares = np.exp(logits - logits.max())
        return dict(zip(self.labels, (shares / shares.sum()).tolist(), strict=True))

    def kinds(self, tokens: Sequence[str]) -> Mapping[str, float]:
        """Kind -> how far it is believed, whatever its effect."""
        found: dict[str, float] = defaultdict(float)
        for label, share in self.shares(tokens).items():
            found[label.split()[0]] += share
        return found

    def save(self, path: Path = WEIGHTS) -> None:
        """Write it, each label's weights in 8 bits."""
        kept: dict[str, Array] = {}
        for name, weights in (("over_vectors", self.over_vectors), ("over_words", self.over_words)):
            scale = np.abs(weights).max(axis=0) / 127 + 1e-12
            kept |= {name: np.round(weights / scale).astype(np.int8), f"{name}_scale": scale.astype(np.float32)}
        np.savez_compressed(path, allow_pickle=False, labels=np.array("\n".join(self.labels)), bias=self.bias.astype(np.float32), **kept)

    @staticmethod
    def load(path: Path = WEIGHTS) -> Model:
        """Raises OSError where there is none."""
        with np.load(path) as made:
            words, seen = (made[n].astype(np.float32) * made[f"{n}_scale"] for n in ("over_words", "over_vectors"))
            return Model(tuple(str(made["labels"]).split("\n")), seen, words, made["bias"])


@lru_cache(maxsize=1)
def model() -> Model:
    """The one that comes along, read when it is first asked."""
    return Model.load()
