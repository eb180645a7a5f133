"""When SayCan asks for help: limits that were calibrated for a scorer on development seeds, by conformal prediction as in KnowNo."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np


@dataclass(frozen=True, slots=True)
class Calibration:
    """When help is asked for, found on development seeds for one scorer (conformal prediction, as in KnowNo)."""

    spread: float | None = None
    """The set of next steps is all with at least this share of the best total; more than one of them is a question. None: no set."""
    least: float = 0.0
    """Say × can, as a share of the largest say, below which the best step is not trusted; of ending, which has a constant for its
    affordance, say alone."""
    measured: Mapping[str, Any] = field(default_factory=dict)


@lru_cache(maxsize=8)
def calibration(scorer: str) -> Calibration:
    """The shipped calibration of a scorer; for one that has none: no set, no threshold."""
    file = resources.files("heedful.agents.planner") / "calibration.json"
    known = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    found = known.get(scorer)
    return Calibration(found["spread"], found["least"], found["measured"]) if found else Calibration()


def quantile(scores: Iterable[float], miss: float) -> float:
    """The conformal quantile of nonconformity scores: with it, a fresh one is as small with probability of at least 1 - miss."""
    found = np.sort(np.fromiter(scores, dtype=float))
    rank = int(np.ceil((len(found) + 1) * (1.0 - miss)))
    return float(found[min(rank, len(found)) - 1]) if len(found) else 1.0
