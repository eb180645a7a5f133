"""How a thing is held: the grasp, and for what is turned in the air where it can be set down and how the arm comes there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from heedful.geometry import Array, Pose
from heedful.skills.grasps import LEAN
from heedful.skills.scripted.motions import line, others
from heedful.skills.scripted.uprighting import can_turn
from heedful.types import Observation, Thing

SLIPPED, TWISTED = 0.01, 0.12
"""How far a thing may have slipped [m] and turned [rad] in the hand from what it was found for how it is set down."""
BY = 0.12
"""How near the joints come to each turn of their way [rad]."""
RAISED = 0.05
"""How far a thing is raised off the table before it is turned [m]."""
MARGIN = 0.015
"""How much wider all round a thing is taken to be on its way, which the arm does not follow exactly [m]."""
STEP = 0.03
"""How far apart the joint positions are that tell the way down [m]."""


@dataclass(frozen=True, slots=True, eq=False)
class SetDown:
    """How a thing that lies so in the hand can be set down turned; each as `Hold` has it."""

    over: Array
    turned: Pose
    aim: Pose
    down: tuple[Array, ...]
    away: tuple[Array, ...]
    apart: Array | None


@dataclass(frozen=True, slots=True, eq=False)
class Hold:
    """How a thing is taken hold of."""

    grasp: Pose
    """Of the hand, in the frame that it goes along with."""
    approach: Array
    """Joint positions before it goes in [rad]."""
    at: Array
    """Joint positions there [rad]."""
    open: float
    """Width that the fingers come with [m]."""
    shut: float
    """Width that they are closed to [m]."""
    chosen: Pose
    """Where the thing was then."""
    turned: Pose | None = None
    """Where the thing is to be set down turned, if it is to be turned."""
    over: Array | None = None
    """Joint positions above that [rad], from which the arm has room to come down."""
    aim: Pose | None = None
    """How the thing lay in the hand when that was found."""
    way: tuple[Array, ...] = ()
    """Joint positions [rad] by which the arm comes there clear of the table and of other things; those it has come by are left out."""
    down: tuple[Array, ...] = ()
    """Joint positions [rad] from there straight down to where it lets go: where a joint is at its end, the hand's own way does not tell
    them."""
    away: tuple[Array, ...] = ()
    """Joint positions [rad] from there to where the open hand stands back."""
    apart: Array | None = None
    """Where the hand stands back [m]."""

    def fits(self, held: Pose) -> bool:
        """Whether a thing lies in the hand as it was found for how it is set down."""
        if self.aim is None or not self.way:
            return False
        moved, swung = self.aim.distance(held)
        return moved <= SLIPPED and swung <= TWISTED

    def anew(self, obs: Observation, arm: str, thing: Thing, held: Pose, up: bool) -> Hold:
        """The same with how a thing is set down that lies so in the hand; as it was where nothing is found."""
        body: Any = obs.body
        near = obs.parts[arm].q
        found = set_down(obs, arm, thing, held, up, near)
        if found is None:
            return self
        raised = body.ik(arm, body.fk(arm, near).shifted((0.0, 0.0, RAISED)), near) if on_table(obs, thing) else None
        start = near if raised is None else raised
        around = others(obs, thing.id)
        wide = replace(thing, size=thing.size + 2 * MARGIN)
        way = body.path(arm, start, found.over, around, wide, held) or body.path(arm, start, found.over, around, thing, held) or ()
        turns = way[1:] if raised is None else way
        return replace(self.to(found), way=tuple(turns))

    def to(self, found: SetDown) -> Hold:
        """The same with how the thing is set down."""
        return replace(
            self, turned=found.turned, over=found.over, aim=found.aim, way=(), down=found.down, away=found.away, apart=found.apart
        )

    def onward(self, q: Array) -> Hold:
        """The same with the next turn of the way ahead where joint positions [rad] have come by one."""
        return replace(self, way=self.way[1:]) if len(self.way) > 1 and float(np.abs(q - self.way[0]).max()) <= BY else self


def on_table(obs: Observation, thing: Thing) -> bool:
    """Whether a thing is hardly raised off the table."""
    return obs.scene is not None and thing.bottom < obs.scene.objects["table"].top + RAISED / 2


def set_down(obs: Observation, arm: str, thing: Thing, held: Pose, up: bool, near: Array) -> SetDown | None:
    """How a held thing can be set down on the table turned.

    Args:
      held: The thing's pose in the tool's frame.
      up: On its base; else on its head.
      near: Joint positions that the arm comes from [rad].
    """
    body: Any = obs.body
    found = can_turn(obs, arm, thing, held, up, near)
    if found is None:
        return None
    above, at, away = found
    down = tuple(line(body, arm, above, at, STEP, LEAN) or ())[1:]
    back = tuple(line(body, arm, down[-1], away, STEP, LEAN) or ())[1:] if down else ()
    return SetDown(above, at @ held, held, down, back, away.pos if back else None)
