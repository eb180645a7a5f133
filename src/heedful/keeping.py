"""What people asked to be kept on the way: tightened speed and keep-out volumes while calls run, and a watch on whether it held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from heedful.geometry import Pose
from heedful.predicates import name_of
from heedful.program import Constraint
from heedful.types import Id, Observation, Scene, Thing, Volume

PACE = {"slow": 0.4, "gentle": 0.5}
"""Share of the usual speed; words only ever slow a robot down, so `fast` is the usual speed."""
TILT = np.deg2rad(30.0)
"""Lean of a thing, beyond the one it had, from which it was not kept upright [rad]."""
MARGIN = 0.05
"""Room left around what is stayed away from [m]: half a hand."""
OVERHEAD = 1.0
"""How high above a thing its room reaches, since passing over it is coming near [m]."""
BUDGED = 0.005
"""Displacement from which a thing was touched [m]."""


@dataclass(slots=True)
class Keeping:
    """The constraints of one segment of a plan, bound to ids."""

    constraints: Sequence[Constraint] = ()
    broken: dict[Constraint, str] = field(default_factory=dict)
    """Those that did not hold, each with a sentence that says how."""
    _first: dict[Id, Thing] = field(default_factory=dict)
    _seen: float = -1.0

    @property
    def pace(self) -> float:
        """The share of the usual speed that was asked for."""
        return min([1.0, *(PACE[c.kind] for c in self.constraints if c.kind in PACE)])

    @property
    def level(self) -> frozenset[Id]:
        """The things that are to stay upright."""
        return frozenset(self._about("upright"))

    def add(self, constraint: Constraint) -> None:
        """Keep to one more from now on."""
        if constraint not in self.constraints:
            self.constraints = (*self.constraints, constraint)

    def volumes(self, scene: Scene) -> list[Volume]:
        """The room that the tool must stay out of: around and above each thing, as it stands in the scene."""
        things = [scene.objects[i] for i in self._about("keep_out") if i in scene.objects]
        return [_room(t) for t in things]

    def watch(self, obs: Observation) -> None:
        """Note what does not hold in the newest scene; cheap where nothing is kept or nothing new was seen."""
        scene = obs.scene
        if not self.constraints or scene is None or scene.time == self._seen:
            return
        self._seen = scene.time
        for constraint in self.constraints:
            thing = scene.objects.get(str(constraint.about)) if constraint.about is not None else None
            if thing is None or constraint in self.broken:
                continue
            first = self._first.setdefault(thing.id, thing)
            if why := self._fault(constraint.kind, first, thing, obs, scene):
                self.broken[constraint] = why

    def _fault(self, kind: str, first: Thing, now: Thing, obs: Observation, scene: Scene) -> str:
        name = name_of(now.id, scene)
        if kind == "upright" and (leaned := _lean(now.pose) - _lean(first.pose)) > TILT:
            return f"{name} leaned by {np.rad2deg(leaned):.0f}° on the way, and was to be kept upright"
        moved = float(np.linalg.norm(now.pose.pos - first.pose.pos))
        if kind in ("no_touch", "keep_out") and moved > BUDGED:
            return f"{name} was moved by {100 * moved:.1f} cm, and was not to be touched"
        if kind == "keep_out":
            tools = [p.pose.pos for p in obs.parts.values() if p.pose is not None]
            if any(_room(first).contains(at, -MARGIN / 2) for at in tools):
                return f"the hand came near {name}, and was to stay away from it"
        return ""

    def _about(self, kind: str) -> Iterable[Id]:
        return [str(c.about) for c in self.constraints if c.kind == kind and c.about is not None]


def _room(thing: Thing) -> Volume:
    low, high = thing.bottom - MARGIN, thing.top + OVERHEAD
    at = np.array([*thing.pose.pos[:2], (low + high) / 2])
    side = float(max(thing.size[:2]))
    return Volume(f"the room around the {thing.name}", Pose(at, np.array([1.0, 0, 0, 0])), np.array([side, side, high - low]), MARGIN)


def _lean(pose: Pose) -> float:
    """Angle between a thing's own axis and the vertical [rad]."""
    return float(np.arccos(np.clip(pose.matrix[2, 2], -1.0, 1.0)))
