"""Learned affordances: how likely a skill is to succeed from here, by boosted stumps that were fitted to its roll-outs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np

from heedful.predicates import evaluate
from heedful.predicates.reasons import reason
from heedful.skills.features import features
from heedful.skills.skill import Skill
from heedful.types import Scene

SHIPPED = "affordances.json"
"""The values that come with Heedful, beside this file."""


@dataclass(frozen=True, slots=True)
class Stump:
    """Log-odds that are added on either side of a threshold of one feature."""

    feature: str
    threshold: float
    below: float
    above: float

    def __call__(self, seen: Mapping[str, float]) -> float:
        return self.below if seen.get(self.feature, 0.0) < self.threshold else self.above


@dataclass(frozen=True, slots=True)
class Value:
    """A skill's success classifier: the sum of its stumps as log-odds."""

    bias: float
    stumps: tuple[Stump, ...] = ()
    measured: Mapping[str, float] = field(default_factory=dict)
    """On roll-outs that it was not fitted to: n, rate, auc, ece."""

    def __call__(self, seen: Mapping[str, float]) -> float:
        """Probability of success."""
        return float(1.0 / (1.0 + np.exp(-self.bias - sum(s(seen) for s in self.stumps))))

    def against(self, seen: Mapping[str, float]) -> tuple[str, float]:
        """The feature that speaks most against success here, and its log-odds; `''` where none does."""
        total: dict[str, float] = {}
        for s in self.stumps:
            total[s.feature] = total.get(s.feature, 0.0) + s(seen)
        worst = min(total, key=lambda k: total[k], default="")
        return (worst, total[worst]) if worst and total[worst] < 0 else ("", 0.0)


@dataclass(frozen=True, slots=True)
class Affordances:
    """What each skill can from here: its value where it was trained, its geometry where it was not, nothing where a precondition fails."""

    values: Mapping[str, Value] = field(default_factory=dict)

    @staticmethod
    def load(path: str | Path | None = None) -> Affordances:
        """From a file of `heedful train affordances`; the shipped ones by default."""
        return _shipped() if path is None else _read(Path(path).read_text(encoding="utf-8"))

    def can(self, skill: Skill, scene: Scene, args: Mapping[str, Any]) -> float:
        """How likely the call is to succeed, in [0, 1]."""
        value = self.values.get(skill.name)
        if value is None:
            return skill.affordance(scene, args)
        holds = evaluate(skill.bind(skill.requires, args), scene)
        return 0.0 if holds is False else (1.0 if holds else 0.5) * value(features(skill, scene, args))

    def lacks(self, skill: Skill, scene: Scene, args: Mapping[str, Any]) -> str:
        """What stands against the first precondition that does not hold, else what its value finds most against it; empty if nothing."""
        if said := reason(skill.bind(skill.requires, args), scene):
            return said
        value = self.values.get(skill.name)
        if value is None:
            return ""
        seen = features(skill, scene, args)
        worst, odds = value.against(seen)
        return f"{value(seen):.0%} by its roll-outs, most against it {worst.replace('_', ' ')} {seen[worst]:.2g}" if odds < -0.5 else ""

    def to_json(self) -> dict[str, Any]:
        return {
            name: {
                "bias": round(v.bias, 4), "measured": dict(v.measured),
                "stumps": [[s.feature, round(s.threshold, 4), round(s.below, 4), round(s.above, 4)] for s in v.stumps],
            }
            for name, v in sorted(self.values.items())
        }  # fmt: skip


@lru_cache(maxsize=1)
def _shipped() -> Affordances:
    file = resources.files("heedful.skills") / SHIPPED
    return _read(file.read_text(encoding="utf-8")) if file.is_file() else Affordances()


def _read(text: str) -> Affordances:
    data = json.loads(text)
    return Affordances({n: Value(v["bias"], tuple(Stump(*s) for s in v["stumps"]), v["measured"]) for n, v in data.items()})


def fitted(rows: Iterable[tuple[Mapping[str, float], bool]], rounds: int = 120, rate: float = 0.15, leaf: int = 5, seed: int = 0) -> Value:
    """A value for (features, success) of roll-outs; as many stumps as four-fold cross-validation finds best.

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
    losses = np.zeros(rounds + 1)
    for fold in range(4):
        train, test = folds != fold, folds == fold
        if not test.any() or not train.any():
            continue
        bias, stumps = _boost(x[train], y[train], rounds, rate, leaf)
        logit = np.full(int(test.sum()), bias)
        losses[0] += _loss(logit, y[test])
        for i in range(rounds):
            if i < len(stumps):
                j, at, low, high = stumps[i]
                logit = logit + np.where(x[test, j] < at, low, high)
            losses[i + 1] += _loss(logit, y[test])
    best = int(np.argmin(losses))
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


def _loss(logit: Any, y: Any) -> float:
    return float(np.sum(np.logaddexp(0.0, logit) - y * logit))


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
