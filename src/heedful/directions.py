"""Which way is left: directions that people name, as vectors in the world, and the frame that was used, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from heedful.agents.corrections.dialogue import Facing
from heedful.geometry import Array
from heedful.types import Id, Observation, Scene

WAYS: Mapping[str, tuple[float, float, float]] = {
    "left": (0.0, 1.0, 0.0), "right": (0.0, -1.0, 0.0), "up": (0.0, 0.0, 1.0), "down": (0.0, 0.0, -1.0),
    "forward": (1.0, 0.0, 0.0), "backward": (-1.0, 0.0, 0.0),
}  # fmt: skip
"""Directions in the frame of whoever looks along x; up and down are along gravity in every frame."""
SAID = {"left": "to the left", "right": "to the right", "backward": "back"}
TURNED: Mapping[Facing, float] = {"robot": np.pi, "behind_robot": 0.0, "beside_robot": 0.0}
"""By how much a person looks another way than the robot [rad]; beside it they look the same way."""
CLOSE = 0.01
"""Nearer than this in the plane, there is no way towards a thing [m]."""


class NoDirection(Exception):
    """A direction that cannot be told; the message says why."""


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Where the person is and looks, as far as it is known."""

    facing: Facing = "robot"
    azimuth: float | None = None
    """Heading of the viewer's camera in the world [rad], where the person watches through one: 0 looks along x, the robot's way."""
    learned: str = ""
    """The frame that this person was found to mean where they name none: `explicit_person` or `explicit_robot`."""


STANDPOINTS: Mapping[str, Standpoint] = {"robot": Standpoint(), "viewer": Standpoint(learned="explicit_person")}
"""Whose left is meant where none is named: the robot's, or that of a person who stands opposite and looks at it."""


def heading(direction: str, frame: str, obs: Observation, tool: Array, standpoint: Standpoint, ids: Mapping[str, Id]) -> tuple[Array, str]:
    """The unit vector of a direction in the world, and it in words with the frame that was used.

    The frame that was named comes first, then the one that was learned, then the viewer's camera, then the robot's base.

    Args:
      direction: One of WAYS, or `towards` or `away`.
      frame: `explicit_person`, `explicit_robot`, `object:NAME`, `camera` or `default`.
      obs: Where the robot and things are.
      tool: Where the tool is in the world [m].
      standpoint: Where the person is.
      ids: Name -> id.

    Raises NoDirection.
    """
    if direction in ("towards", "away"):
        return _along(direction, frame, obs, tool, standpoint, ids)
    if direction not in WAYS:
        raise NoDirection(f"I know no direction {direction!r}; I know {', '.join(WAYS)}, towards and away")
    if direction in ("up", "down"):
        return np.array(WAYS[direction]), direction
    if frame.startswith("object:"):
        frame = "default"
    if frame == "default":
        frame = standpoint.learned or ("camera" if standpoint.azimuth is not None else "robot")
    turn, whose = _turn(frame, obs, standpoint)
    return _turned(np.array(WAYS[direction]), turn), f"{SAID.get(direction, direction)}, as {whose}"


def base_yaw(obs: Observation) -> float:
    """Heading of the robot's base in the world [rad]; 0 where it stands fixed."""
    return next((float(p.q[2]) for n, p in obs.parts.items() if n == "base" and p.q.size >= 3), 0.0)


def _turn(frame: str, obs: Observation, standpoint: Standpoint) -> tuple[float, str]:
    yaw = base_yaw(obs)
    if frame == "camera":
        return (yaw, "the robot sees it") if standpoint.azimuth is None else (standpoint.azimuth, "the picture shows it")
    if frame == "explicit_person":
        seen = standpoint.azimuth is not None and standpoint.facing == "robot"
        return (float(standpoint.azimuth or 0.0) if seen else yaw + TURNED[standpoint.facing]), "you see it"
    return yaw, "the robot sees it"


def _along(direction: str, frame: str, obs: Observation, tool: Array, standpoint: Standpoint, ids: Mapping[str, Id]) -> tuple[Array, str]:
    """Towards a thing, the person or the robot, or away from it, level."""
    name = frame.removeprefix("object:")
    if frame == "explicit_person" or name == "person":
        if standpoint.facing == "beside_robot":
            raise NoDirection("I do not know on which side of me you stand; say left or right")
        way, said = _turned(np.array([1.0, 0, 0]), base_yaw(obs) + (0.0 if standpoint.facing == "robot" else np.pi)), "you"
    elif frame in ("explicit_robot", "default", "camera") or name == "robot":
        way, said = _turned(np.array([-1.0, 0, 0]), base_yaw(obs)), "the robot"
    elif name == "floor":
        way, said = np.array([0.0, 0, -1.0]), "the floor"
    else:
        way, said = _to(name, obs.scene, tool, ids), f"the {name}"
    return (way, f"towards {said}") if direction == "towards" else (-way, f"away from {said}")


def _to(name: str, scene: Scene | None, tool: Array, ids: Mapping[str, Id]) -> Array:
    objects = scene.objects if scene is not None else {}
    table = next((t for t in objects.values() if t.category == "table"), None)
    if name in ("table edge", "table centre") and table is not None:
        local = table.pose.local(tool)
        if name == "table centre":
            return _level(table.pose.pos - tool, name)
        rest = table.size[:2] / 2 - np.abs(local[:2])
        axis = int(np.argmin(rest))
        out = np.zeros(3)
        out[axis] = 1.0 if local[axis] >= 0 else -1.0
        return np.asarray(table.pose.matrix @ out)
    thing = table if name == "table" else objects.get(ids.get(name, name))
    if thing is None:
        raise NoDirection(f"I do not see the {name}")
    return _level(thing.pose.pos - tool, name)


def _level(way: Array, name: str) -> Array:
    flat = np.array([way[0], way[1], 0.0])
    length = float(np.linalg.norm(flat))
    if length < CLOSE:
        raise NoDirection(f"the hand is right over the {name} already")
    return flat / length


def _turned(way: Array, angle: float) -> Array:
    c, s = np.cos(angle), np.sin(angle)
    return np.array([c * way[0] - s * way[1], s * way[0] + c * way[1], way[2]])
