"""Fitting an affordance to roll-outs by boosted stumps, and how good one is: ranking and calibration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from heedful.skills.affordances import Stump, Value

SPARING = 0.5
"""Standard errors of the cross-validated loss that fewer stumps may cost."""


def fitted(rows: Iterable[tuple[Mapping[str, float], bool]], rounds: int = 120, rate: float = 0.15, leaf: int = 5, seed: int = 0) -> Value:
    """A value for (features, success) of roll-outs: the fewest stumps that four-fold cross-validation cannot tell from the best number.

    Args:
      rounds: Most stumps.
      rate: Share of each stump's step that is taken.
      leaf: Fewest roll-outs on either side of a threshold.
      seed: Of the folds.
    """
    rows = list(rows)
    names = sorted({k for seen, _ in rows for k in seen})
    x = np.array([[seen.get(k, 0.0) for k in names] for seen, _ in rows])
    y = np.array([float(ok) for _, ok in rows])
    folds = np.random.default_rng(seed).permutation(len(y)) % 4
    losses = np.zeros((len(y), rounds + 1))
    for fold in range(4):
        train, test = folds != fold, folds == fold
        if not test.any() or not train.any():
            continue
        bias, stumps = _boost(x[train], y[train], rounds, rate, leaf)
        logit = np.full(int(test.sum()), bias)
        losses[test, 0] = _loss(logit, y[test])
        for i in range(rounds):
            if i < len(stumps):
                j, at, low, high = stumps[i]
                logit = logit + np.where(x[test, j] < at, low, high)
            losses[test, i + 1] = _loss(logit, y[test])
    means = losses.mean(axis=0)
    least = int(np.argmin(means))
    spare = float(np.std(losses[:, least] - losses[:, 0]) / np.sqrt(len(y))) * SPARING
    best = int(np.flatnonzero(means <= means[least] + spare)[0])
    bias, stumps = _boost(x, y, best, rate, leaf)
    return Value(bias, tuple(Stump(names[j], float(at), float(low), float(high)) for j, at, low, high in stumps))


def _boost(x: Any, y: Any, rounds: int, rate: float, leaf: int) -> tuple[float, list[tuple[int, float, float, float]]]:
    """Newton steps on the logistic loss, a stump at a time."""
    share = (y.sum() + 1.0) / (len(y) + 2.0)
    bias = float(np.log(share / (1.0 - share)))
    logit = np.full(len(y), bias)
    order = np.argsort(x, axis=0, kind="stable")
    stumps: list[tuple[int, float, float, float]] = []
    for _ in range(rounds):
        p = 1.0 / (1.0 + np.exp(-logit))
        grad, hess = y - p, p * (1.0 - p) + 1e-6
        best: tuple[float, int, float, float, float] = (1e-9, -1, 0.0, 0.0, 0.0)
        for j in range(x.shape[1]):
            xs, g, h = x[order[:, j], j], np.cumsum(grad[order[:, j]]), np.cumsum(hess[order[:, j]])
            cut = np.flatnonzero(np.diff(xs) > 1e-9)
            cut = cut[(cut + 1 >= leaf) & (len(y) - cut - 1 >= leaf)]
            if not len(cut):
                continue
            gl, hl, gr, hr = g[cut], h[cut], g[-1] - g[cut], h[-1] - h[cut]
            gain = gl**2 / (hl + 1.0) + gr**2 / (hr + 1.0) - g[-1] ** 2 / (h[-1] + 1.0)
            at = int(np.argmax(gain))
            if gain[at] > best[0]:
                i = cut[at]
                best = (float(gain[at]), j, float((xs[i] + xs[i + 1]) / 2), float(gl[at] / (hl[at] + 1.0)), float(gr[at] / (hr[at] + 1.0)))
        gained, j, at_, low, high = best
        if j < 0 or gained < 1e-6:
            break
        stumps.append((j, at_, rate * low, rate * high))
        logit = logit + np.where(x[:, j] < at_, rate * low, rate * high)
    return bias, stumps


def _loss(logit: Any, y: Any) -> Any:
    return np.logaddexp(0.0, logit) - y * logit


def auc(p: Any, y: Any) -> float:
    """Area under the receiver operating characteristic: the chance that a success is ranked above a failure. NaN where one is missing."""
    p, y = np.asarray(p, dtype=float), np.asarray(y, dtype=bool)
    good, bad = p[y], p[~y]
    if not len(good) or not len(bad):
        return float("nan")
    return float(np.mean((good[:, None] > bad) + 0.5 * (good[:, None] == bad)))


def calibration_error(p: Any, y: Any, bins: int = 10) -> float:
    """Expected calibration error: how far the mean probability is from the success rate, over bins of equal width."""
    p, y = np.asarray(p, dtype=float), np.asarray(y, dtype=float)
    at = np.minimum((p * bins).astype(int), bins - 1)
    return float(sum(abs(p[at == b].mean() - y[at == b].mean()) * np.mean(at == b) for b in range(bins) if np.any(at == b)))
