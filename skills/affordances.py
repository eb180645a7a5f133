"""Learned affordances: how likely a skill is to succeed from here, by boosted stumps that were fitted to its roll-outs."""

from __future__ import annotations

import json
from collections.abc import Mapping
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
