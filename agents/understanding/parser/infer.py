"""The small parser at work: numpy alone, only sketches that are well-formed, two beams."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from heedful.agents.understanding.parser.layout import INDEX, OUTPUTS, PAD, SEEN_AFTER, SEEN_BEFORE, Sizes, encoded
from heedful.agents.understanding.parser.reading import Reading
from heedful.agents.understanding.parser.sketch import TOKENS, Decoding, Token

FOLDER = Path(__file__).parent
Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Parse:
    """What a sentence was taken to say, and how sure that is."""

    sketch: tuple[Token, ...]
    logp: float
    """Natural log-probability of the sketch among all that are well-formed, step by step."""
    runner_up: tuple[Token, ...] = ()
    """The best of the others; empty if none was found."""
    runner_logp: float = -math.inf

    @property
    def probability(self) -> float:
        return math.exp(self.logp)


class Network:
    """Weights, words, and one way through them."""

    def __init__(self, weights: dict[str, Any], words: Sequence[str], sizes: Sizes, about: dict[str, Any] | None = None) -> None:
        self.w: dict[str, Array] = {k: np.ascontiguousarray(v, dtype=np.float32) for k, v in weights.items()}
        self.words = {w: i for i, w in enumerate(words)}
        self.known = frozenset(w for w in words if not w.startswith("<"))
        self.sizes = sizes
        self.about = about or {}
        self._outputs = np.ascontiguousarray(self.w["outputs"][: len(TOKENS)].T)

    @staticmethod
    @lru_cache(maxsize=4)
    def load(folder: Path = FOLDER) -> Network:
        """The parser that was shipped, or trained into a folder. Raises FileNotFoundError; ValueError for one of another language."""
        from safetensors.numpy import load_file

        shape = json.loads((folder / "weights.json").read_text())
        if tuple(shape["tokens"]) != TOKENS:
            raise ValueError(f"the parser in {folder} speaks another version of the Task Language; train it anew: heedful train parser")
        return Network(load_file(str(folder / "weights.safetensors")), shape["words"], Sizes(**shape["sizes"]), shape["about"])

    def parse(self, reading: Reading, width: int = 2) -> Parse:
        """The likeliest well-formed sketch of a sentence, and the runner-up.

        Args:
          width: Sketches that are followed at a time.
        """
        memory = self.encode(encoded(reading, self.words))
        run = _Run(self, memory)
        classes = tuple(p.classes for p in reading)
        beams: list[_Beam] = [_Beam((), 0.0, Decoding(classes))]
        ended: list[_Beam] = []
        while beams:
            logp = run.step([b.sketch[-1] if b.sketch else "<start>" for b in beams])
            options = [o for n, beam in enumerate(beams) for o in _options(n, beam, logp[n], width)]
            options.sort(key=lambda o: -o[1])
            worst = ended[width - 1].logp if len(ended) >= width else -math.inf
            following, rows = list[_Beam](), list[int]()
            for n, total, token in options[:width]:
                if total <= worst:
                    continue
                state = beams[n].state.copy()
                state.take(token)
                beam = _Beam((*beams[n].sketch, token), total, state)
                if state.done:
                    ended.append(beam)
                else:
                    following.append(beam)
                    rows.append(n)
            ended.sort(key=lambda b: -b.logp)
            if len(ended) >= width or (ended and following and following[0].logp < ended[0].logp - 8):
                best = ended[min(width, len(ended)) - 1].logp
                alive = [n for n, b in enumerate(following) if b.logp > best and b.logp > ended[0].logp - 8]
                following, rows = [following[n] for n in alive], [rows[n] for n in alive]
            beams = following
            run.keep(rows)
        first, second = ended[0], ended[1] if len(ended) > 1 else None
        return Parse(first.sketch, first.logp, second.sketch if second else (), second.logp if second else -math.inf)

    def scores(self, rows: Sequence[int], sketch: Sequence[Token]) -> Array:
        """Scores of every next token of a sketch that is given. Shape: (len(sketch), len(TOKENS) + places)."""
        run = _Run(self, self.encode(rows))
        return np.concatenate([run.step([t]) for t in ("<start>", *sketch[:-1])])

    def encode(self, rows: Sequence[int]) -> Array:
        """What the sentence says at each place. Shape: (places, width)."""
        w, sizes = self.w, self.sizes
        x = w["words"][list(rows) or [self.words[PAD]]] * math.sqrt(sizes.width)
        steps = np.arange(len(x))
        apart = np.clip(steps[None, :] - steps[:, None], -SEEN_BEFORE, SEEN_BEFORE) + SEEN_BEFORE
        for n in range(sizes.encoders):
            q, k, v = np.split(_norm(x, w[f"e{n}.norm"]) @ w[f"e{n}.qkv"], 3, -1)
            scores = self._heads(q) @ self._heads(k).transpose(0, 2, 1) * self._scale + w[f"e{n}.bias"][:, apart]
            x = x + (_softmax(scores) @ self._heads(v)).transpose(1, 0, 2).reshape(x.shape) @ w[f"e{n}.out"]
            x = x + np.maximum(_norm(x, w[f"e{n}.norm2"]) @ w[f"e{n}.up"], 0) @ w[f"e{n}.down"]
        return _norm(x, w["memory.norm"])

    @property
    def _scale(self) -> float:
        return 1 / math.sqrt(self.sizes.width // self.sizes.heads)

    def _heads(self, x: Array) -> Array:
        """Shape: (places, width) to (heads, places, width / heads)."""
        heads: Array = x.reshape(len(x), self.sizes.heads, -1).transpose(1, 0, 2)
        return heads


@dataclass(slots=True)
class _Beam:
    sketch: tuple[Token, ...]
    logp: float
    state: Decoding


def _options(n: int, beam: _Beam, logits: Array, width: int) -> list[tuple[int, float, Token]]:
    """The best ways to go on with a beam, with the log-probability of the whole."""
    tokens, places = beam.state.allowed()
    ids = [INDEX[t] for t in tokens] + [len(TOKENS) + p for p in places]
    scores = logits[ids]
    top = float(scores.max())
    norm = top + math.log(float(np.exp(scores - top).sum()))
    order = np.argsort(-scores)[:width] if len(ids) > 1 else [0]
    choices: list[Token] = [*tokens, *places]
    return [(n, beam.logp + float(scores[i]) - norm, choices[i]) for i in order]


@dataclass(slots=True)
class _Run:
    """One sentence's decoding, with what was computed for the tokens so far."""

    network: Network
    memory: Array
    length: int = 0
    _keys: list[Array] = field(default_factory=list)
    _cross: list[tuple[Array, Array]] = field(default_factory=list)
    _copied: Array = field(default_factory=lambda: np.zeros(0, np.float32))
    _copy_keys: Array = field(default_factory=lambda: np.zeros(0, np.float32))

    def __post_init__(self) -> None:
        w, sizes = self.network.w, self.network.sizes
        self._copied = self.memory @ w["copy.in"]
        self._copy_keys = (self.memory @ w["copy.key"]).T / math.sqrt(sizes.width)
        for n in range(sizes.decoders):
            k, v = np.split(self.memory @ w[f"d{n}.cross.kv"], 2, -1)
            self._cross.append((self.network._heads(k).transpose(0, 2, 1) * self.network._scale, self.network._heads(v)))
            self._keys.append(np.zeros((1, 2, sizes.heads, 160, sizes.width // sizes.heads), np.float32))

    def keep(self, rows: list[int]) -> None:
        """Go on with some of the beams."""
        if rows and (len(rows) != len(self._keys[0]) or rows != list(range(len(rows)))):
            self._keys = [k[rows] for k in self._keys]

    def step(self, last: Sequence[Token]) -> Array:
        """Scores of what may follow each beam's last token. Shape: (beams, tokens and places)."""
        w, sizes = self.network.w, self.network.sizes
        heads, d = sizes.heads, sizes.width
        b, at = len(last), self.length
        y = w["outputs"][[len(OUTPUTS) - 1 if isinstance(t, int) else INDEX[t] for t in last]] * np.float32(math.sqrt(d))
        for n, t in enumerate(last):
            if isinstance(t, int):
                y[n] += self._copied[t]
        back = np.minimum(np.arange(at, -1, -1), SEEN_AFTER)
        for n in range(sizes.decoders):
            qkv = (_norm(y, w[f"d{n}.norm"]) @ w[f"d{n}.qkv"]).reshape(b, 3, heads, 1, d // heads)
            cache = self._keys[n]
            cache[:, :, :, at : at + 1] = qkv[:, 1:]
            keys, values = cache[:, 0, :, : at + 1], cache[:, 1, :, : at + 1]
            scores = (qkv[:, 0] @ keys.transpose(0, 1, 3, 2)) * self.network._scale + w[f"d{n}.bias"][:, back][None, :, None]
            y = y + (_softmax(scores) @ values).reshape(b, d) @ w[f"d{n}.out"]
            q = (_norm(y, w[f"d{n}.cross.norm"]) @ w[f"d{n}.cross.q"]).reshape(b, heads, 1, d // heads)
            key, value = self._cross[n]
            y = y + (_softmax(q @ key) @ value).reshape(b, d) @ w[f"d{n}.cross.out"]
            y = y + np.maximum(_norm(y, w[f"d{n}.norm2"]) @ w[f"d{n}.up"], 0) @ w[f"d{n}.down"]
        y = _norm(y, w["last.norm"])
        self.length += 1
        return np.concatenate([y @ self.network._outputs + w["outputs.bias"], (y @ w["copy.query"]) @ self._copy_keys], -1)


def _norm(x: Array, gain: Array) -> Array:
    x = x - x.mean(-1, keepdims=True)
    normed: Array = x / np.sqrt((x * x).mean(-1, keepdims=True) + np.float32(1e-5)) * gain
    return normed


def _softmax(scores: Array) -> Array:
    e: Array = np.exp(scores - scores.max(-1, keepdims=True))
    e /= e.sum(-1, keepdims=True)
    return e
