"""The newest state of the robot, copied in the control loop and looked at by whoever has time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from heedful.geometry import Array
from heedful.types import Id, Scene, SkillCall

if TYPE_CHECKING:
    from heedful.session import Session
    from heedful.ticking import Tick


@dataclass(frozen=True, slots=True, eq=False)
class Glance:
    """What the robot and its world were like at one moment."""

    qpos: Array | None
    """Joint positions of the simulated world; None where there is none."""
    scene: Scene | None
    tool: Array | None
    """Where the first arm's tool is [m, world]."""
    joints: Mapping[str, Array]
    """Body part -> its joint positions."""
    calls: Sequence[SkillCall] = ()
    speed: float = 1.0
    """Share of the usual speed."""


class Watch:
    """The newest glance at a session's robot. What it costs the control loop is one copy of the joint positions a tick."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._newest: tuple[Any, Tick, Array | None] | None = None
        self._before: Scene | None = None
        session.watch(self._tick)

    def _tick(self, tick: Tick) -> None:
        """In the control loop."""
        data = getattr(self._session.world, "data", None)
        self._newest = (data, tick, data.qpos.copy() if data is not None else None)

    def glance(self) -> Glance | None:
        """The newest state; what is seen before the first run is looked at here."""
        data, newest = getattr(self._session.world, "data", None), self._newest
        if newest is None or newest[0] is not data:  # nothing has moved yet, or the world is a new one
            return self._still(data)
        _, tick, qpos = newest
        obs = tick.observation
        tool = next((p.pose.pos for p in obs.parts.values() if p.pose is not None), None)
        return Glance(qpos, obs.scene, tool, {n: p.q for n, p in obs.parts.items()}, tick.calls, tick.adjust.speed)

    def _still(self, data: Any) -> Glance | None:
        session = self._session
        if session.ears.listening:
            return None  # the control loop's world; its first tick comes at once
        obs = session.robot.observe()
        if self._before is None or self._newest is not None:
            self._before = session.perceiver.perceive(session.perceiver.snapshot(obs))
            self._newest = None
        tool = next((p.pose.pos for p in obs.parts.values() if p.pose is not None), None)
        qpos = np.array(data.qpos) if data is not None else None
        return Glance(qpos, self._before, tool, {n: p.q for n, p in obs.parts.items()})


def about(glance: Glance) -> Id | None:
    """The thing in whose frame shifts of the running call are kept: the last that it names and that is not in a hand."""
    scene = glance.scene
    if scene is None:
        return None
    held = set(scene.held.values())
    named = [v for call in glance.calls for _, v in reversed(call.args)]
    return next((v for v in named if isinstance(v, str) and v in scene.objects and v not in held), None)
