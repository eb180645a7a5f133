"""Fitting the second opinion: logistic regression by plain gradient steps, written down in eight bits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from heedful.agents.corrections.guessing import BUCKETS, KINDS, Guesser, features
from heedful.agents.corrections.practice import Example, disturbed, paraphrases, recorded, talk

PASSES = 8
RATE = 0.6
SHRINK = 2e-5
"""Share by which weights shrink at each step."""


def fitted(records: Sequence[Mapping[str, Any]], sentences: int, seed: int, note: Callable[[str], None] = print) -> Guesser:
    """The weights learned from so many sentences of the grammar and from records.

    Args:
      sentences: Sentences that the constructions make.
    """
    rng = np.random.default_rng(seed)
    examples = [*paraphrases(sentences, rng), *recorded(records), *talk(sentences // 12, rng)]
    note(f"{len(examples)} sentences to learn from")
    examples += [disturbed(e, rng) for e in examples]
    return _descend(examples, rng, note)


def _descend(examples: Sequence[Example], rng: np.random.Generator, note: Callable[[str], None]) -> Guesser:
    rows = [features(e.words, e.dialogue) for e in examples]
    labels = np.array([[k in e.kinds for k in KINDS] for e in examples], dtype=np.float32)
    weights, bias = np.zeros((BUCKETS, len(KINDS)), np.float32), np.full(len(KINDS), -3.0, np.float32)
    squares = np.full((BUCKETS, len(KINDS)), 1e-2, np.float32)
    for turn in range(PASSES):
        lost = 0.0
        for n in rng.permutation(len(examples)):
            at, size = rows[n], np.sqrt(len(rows[n]))
            p = 1 / (1 + np.exp(-(weights[at].sum(0) / size + bias)))
            gap = (p - labels[n]) * min(examples[n].weight, 3.0)
            lost += float(np.abs(p - labels[n]).sum())
            step = gap / size
            squares[at] += step**2
            weights[at] -= RATE * step / np.sqrt(squares[at]) * 0.5 + SHRINK * weights[at]
            bias -= 0.002 * gap
        note(f"pass {turn + 1} of {PASSES}: off by {lost / len(examples):.3f} a sentence")
    return Guesser(weights, bias)


def hits(found: Guesser, records: Sequence[Mapping[str, Any]]) -> float:
    """Share of records of which the likeliest kind is one of theirs."""
    examples = list(recorded(records))
    right = [max(p, key=p.__getitem__) in e.kinds for e in examples for p in (found(e.words, e.dialogue),)]
    return sum(right) / len(right) if right else 0.0


def saved(found: Guesser, to: Path) -> None:
    """Written down small: eight bits a weight, one scale a kind."""
    scale = np.abs(found.weights).max(0) / 127 + 1e-9
    np.savez_compressed(
        to, weights=np.round(found.weights / scale).astype(np.int8), scale=scale.astype(np.float32), bias=found.bias.astype(np.float32),
        kinds=np.array(KINDS),
    )  # fmt: skip
