"""The shape of the small parser: sizes, names of its weights, and what its numbers stand for; shared by training and inference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from heedful.agents.understanding.parser.reading import UNKNOWN, Reading
from heedful.agents.understanding.parser.sketch import TOKENS

PAD, POINTER = "<pad>", "<pointer>"
OUTPUTS = (*TOKENS, POINTER)
"""Rows of the table of output tokens; the last is what every pointer begins as."""
INDEX = {t: i for i, t in enumerate(TOKENS)}
SEEN_BEFORE, SEEN_AFTER = 12, 32
"""How far apart places of a sentence, and how far back tokens of a sketch, are told apart."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the network is."""

    width: int = 128
    heads: int = 4
    inner: int = 320
    encoders: int = 3
    decoders: int = 2

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def shapes(sizes: Sizes, words: int) -> dict[str, tuple[int, ...]]:
    """Name of each weight -> its shape."""
    d, f = sizes.width, sizes.inner
    found: dict[str, tuple[int, ...]] = {
        "words": (words, d), "outputs": (len(OUTPUTS), d), "outputs.bias": (len(TOKENS),), "copy.in": (d, d), "copy.query": (d, d),
        "copy.key": (d, d), "memory.norm": (d,), "last.norm": (d,),
    }  # fmt: skip
    for n in range(sizes.encoders):
        found |= {f"e{n}.norm": (d,), f"e{n}.qkv": (d, 3 * d), f"e{n}.out": (d, d), f"e{n}.bias": (sizes.heads, 2 * SEEN_BEFORE + 1)}
        found |= {f"e{n}.norm2": (d,), f"e{n}.up": (d, f), f"e{n}.down": (f, d)}
    for n in range(sizes.decoders):
        found |= {f"d{n}.norm": (d,), f"d{n}.qkv": (d, 3 * d), f"d{n}.out": (d, d), f"d{n}.bias": (sizes.heads, SEEN_AFTER + 1)}
        found |= {f"d{n}.cross.norm": (d,), f"d{n}.cross.q": (d, d), f"d{n}.cross.kv": (d, 2 * d), f"d{n}.cross.out": (d, d)}
        found |= {f"d{n}.norm2": (d,), f"d{n}.up": (d, f), f"d{n}.down": (f, d)}
    return found


def encoded(reading: Reading, vocabulary: dict[str, int]) -> list[int]:
    """The rows of the words of a sentence."""
    unknown = vocabulary[UNKNOWN]
    return [vocabulary.get(p.symbol, unknown) for p in reading]


def targets(sketch: Sequence[str | int]) -> list[int]:
    """A sketch as numbers: tokens by their row, pointers after all tokens."""
    return [len(TOKENS) + t if isinstance(t, int) else INDEX[t] for t in sketch]
