"""Teaching the second opinion what `sayings.txt` says: a softmax regression, half a minute on one core."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import numpy as np

from heedful.agents.corrections.opinion.features import BUCKETS, dense, places
from heedful.agents.corrections.opinion.model import WEIGHTS, Model
from heedful.agents.corrections.opinion.sayings import labelled, utterances

PER_LINE, FEWEST, MOST, OF_NONE = 50, 200, 900, 3000
"""Utterances drawn of each line; of a label at least, at most; of what is no correction."""
DECAY = 2e-5
HELD_OUT = 8
"""One line in so many is left out when it is measured."""


def taught(seed: int = 0, rounds: int = 150, out: Path | None = WEIGHTS, measure: bool = False) -> dict[str, Any]:
    """Fit it and write it. Returns how it went.

    Args:
      seed: Of the utterances that are drawn.
      rounds: At most so many steps of L-BFGS.
      out: Where the weights go; None: nowhere.
      measure: Whether to leave one line in eight out, and tell how well those are understood.
    """
    from scipy.optimize import minimize

    rng = random.Random(seed)
    lines = labelled()
    labels = sorted(lines)
    kept_back = {(label, line) for label in labels for i, line in enumerate(lines[label]) if measure and i % HELD_OUT == HELD_OUT // 2}
    drawn, meant = _drawn(rng, labels, {k: [x for x in v if (k, x) not in kept_back] for k, v in lines.items()})
    seen, words = _matrices(drawn)
    sizes = ((seen.shape[1], len(labels)), (BUCKETS, len(labels)), (len(labels),))
    ends = np.cumsum([int(np.prod(s)) for s in sizes])[:-1]
    truth = np.eye(len(labels), dtype=np.float32)[meant]

    def loss(flat: Any) -> tuple[float, Any]:
        a, b, c = (p.reshape(s) for p, s in zip(np.split(flat.astype(np.float32), ends), sizes, strict=True))
        logits = seen @ a + words @ b + c
        logits -= logits.max(axis=1, keepdims=True)
        shares = np.exp(logits)
        shares /= shares.sum(axis=1, keepdims=True)
        wrong = (shares - truth) / len(drawn)
        cost = -float(np.mean(np.log((shares * truth).sum(axis=1) + 1e-12))) + DECAY * float((a**2).sum() + (b**2).sum())
        slope = (seen.T @ wrong + 2 * DECAY * a, words.T @ wrong + 2 * DECAY * b, wrong.sum(axis=0))
        return cost, np.concatenate([np.asarray(s).ravel() for s in slope]).astype(np.float64)

    found = minimize(loss, np.zeros(sum(int(np.prod(s)) for s in sizes)), jac=True, method="L-BFGS-B", options={"maxiter": rounds})
    a, b, c = (p.reshape(s) for p, s in zip(np.split(found.x, ends), sizes, strict=True))
    made = Model(tuple(labels), a.astype(np.float32), b.astype(np.float32), c.astype(np.float32))
    if out is not None:
        made.save(out)
    told: dict[str, Any] = {
        "labels": len(labels),
        "lines": sum(map(len, lines.values())),
        "utterances": len(drawn),
        "loss": round(float(found.fun), 3),
    }
    if kept_back:
        right = [
            max((s := made.shares(next(utterances(rng, k, x)))), key=s.__getitem__) == k for k, x in sorted(kept_back) for _ in range(8)
        ]
        told["held_out_lines"] = round(float(np.mean(right)), 3)
    return told


def _drawn(rng: random.Random, labels: list[str], lines: dict[str, list[str]]) -> tuple[list[list[str]], list[int]]:
    rows: list[list[str]] = []
    meant: list[int] = []
    for i, label in enumerate(labels):
        sources = [utterances(rng, label, line) for line in lines[label]]
        many = OF_NONE if label == "none" else max(FEWEST, min(MOST, PER_LINE * len(sources)))
        rows += [next(sources[k % len(sources)]) for k in range(many)]
        meant += [i] * many
    return rows, meant


def _matrices(rows: list[list[str]]) -> tuple[Any, Any]:
    from scipy.sparse import csr_matrix

    held = [places(r) for r in rows]
    ends = np.cumsum([0, *map(len, held)])
    ones = np.ones(ends[-1], dtype=np.float32)
    return np.stack([dense(r) for r in rows]).astype(np.float32), csr_matrix((ones, np.concatenate(held), ends), shape=(len(rows), BUCKETS))
