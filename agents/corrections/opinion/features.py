"""What the second opinion sees of an utterance: word vectors of the whole and of its ends, and which words stand beside which."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np

from heedful.geometry import Array

WORDS = Path(__file__).parent / "words.npz"
"""17 thousand common words in 96 numbers each: the principal components of what all-MiniLM-L6-v2 (Apache-2.0) makes of each alone."""
BUCKETS = 1 << 14
"""Places for words and pairs of them."""
START, END = "<", ">"


@lru_cache(maxsize=1)
def vectors() -> tuple[dict[str, int], Array]:
    """Word -> row, and the rows; the last of them, all zero, is for words that are not known."""
    with np.load(WORDS) as told:
        known = {w: i for i, w in enumerate(str(told["words"]).split())}
        rows = told["vectors"].astype(np.float32) * told["scale"]
    return known, np.concatenate([rows, np.zeros((1, rows.shape[1]), np.float32)])


def dense(tokens: Sequence[str]) -> Array:
    """Mean, extremes, first and last of the words' vectors."""
    known, rows = vectors()
    v = rows[[known.get(w, -1) for w in tokens] or [-1]]
    return np.concatenate([2 * v.mean(axis=0), v.max(axis=0), v.min(axis=0), v[0], v[-1]])


def places(tokens: Sequence[str]) -> list[int]:
    """The buckets of its words, of those side by side, and of those with one between."""
    said = [START, *tokens, END]
    grams = [
        *said,
        *(f"{a} {b}" for a, b in pairwise(said)),
        *(f"{a} _ {b}" for a, b in zip(said, said[2:], strict=False)),
    ]
    return sorted({zlib.crc32(g.encode()) % BUCKETS for g in grams})


def strange(tokens: Sequence[str]) -> float:
    """The share of words that are not known."""
    known, _ = vectors()
    return sum(w not in known for w in tokens) / max(1, len(tokens))
