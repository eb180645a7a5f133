"""What is being followed of some rewards, told by the motion that follows them to whoever watches: the page, the record, the ears."""

from __future__ import annotations

import weakref
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from heedful.geometry import Array
from heedful.skills.rewards.catalogue import FEET
from heedful.skills.rewards.cost import Cost
from heedful.skills.rewards.legged_terms import Legged
from heedful.skills.rewards.reward import Term
from heedful.skills.rewards.sensing import Futures, Measure
from heedful.skills.rewards.spelling import Stages
from heedful.types import Twin


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """One term as it stands: how far off it is, and what that costs."""

    term: Term
    error: float
    """Length of its error in its own unit."""
    cost: float
    """Weight times norm."""
    said: bool
    """Whether it is of the reward, or one that goes without saying."""


@dataclass(frozen=True, slots=True, eq=False)
class Following:
    """One moment of rewards being followed. The control loop makes it of what is there anyway; what it tells is computed when asked."""

    time: float
    """Robot time [s]."""
    stages: Stages
    """The rewards, as people have edited them."""
    at: int
    """Which of them is followed, counted from 0."""
    body: Any
    cost: Cost
    futures: Futures | None
    """What the terms measure now; None before the first command."""
    planned: Array | None = None
    """What the sensors would tell on the best of the ways that the newest plan tried. Shape (steps, sensors)."""
    where: Mapping[Measure, slice] | None = None

    def terms(self) -> list[Shown]:
        """Each term that counts, as it stands now; those of the reward first."""
        if self.futures is None:
            return []
        found = []
        said = {t.key for t in self.cost.reward}
        for one, errors in self.cost.terms:
            off = np.asarray(errors(self.futures))[:1, :1]
            length = float(np.sqrt((off * off).sum()))
            found.append(Shown(one, length, float(one.weight * np.mean(one.norm(off))), one.key in said))
        return sorted(found, key=lambda s: not s.said)

    def paths(self) -> dict[str, Array]:
        """The way that is planned of the hand, or of the torso and the feet [m, world]. Each of shape (steps, 3)."""
        if self.planned is None or self.where is None:
            return {}
        points = (
            {"torso": self.body.trunk, **{f: self.body.feet[f] for f in FEET}}
            if isinstance(self.body, Legged)
            else {"hand": self.body.tool}
        )
        return {name: self.planned[:, self.where["pos", site]] for name, site in points.items() if ("pos", site) in self.where}


_now: weakref.WeakKeyDictionary[Any, Following] = weakref.WeakKeyDictionary()


_last: weakref.WeakKeyDictionary[Any, Stages] = weakref.WeakKeyDictionary()


def tell(twin: Twin, moment: Following | None) -> None:
    """What is followed by the robot of a twin from now on; None: nothing."""
    if moment is None:
        _now.pop(twin, None)
    else:
        _now[twin] = moment
        _last[twin] = moment.stages


def followed(twin: Twin | None) -> Following | None:
    """What the robot of a twin follows; None where it follows no reward. From any thread."""
    return None if twin is None else _now.get(twin)


def last(twin: Twin | None) -> Stages | None:
    """The rewards that the robot of a twin follows, or followed last, as people edited them; None where it never did."""
    return None if twin is None else _last.get(twin)
