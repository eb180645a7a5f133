"""What the Gymnasium environments let be seen, read straight from the simulation into one vector."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from gymnasium.spaces import Box
from numpy.typing import NDArray

from heedful.envs.world import Tabletop
from heedful.types import PartSpec

Obs = dict[str, NDArray[np.float32]]


def spaces(parts: Mapping[str, PartSpec], arms: Sequence[str], grippers: Sequence[str]) -> dict[str, Box]:
    """Name -> what lies between which bounds, in the order of the vector."""
    lower = np.concatenate([parts[n].lower for n in arms]) - 0.1
    upper = np.concatenate([parts[n].upper for n in arms]) + 0.1
    tools = sum(bool(parts[n].tool) for n in arms)
    thing = Box(-5.0, 5.0, (10,), np.float32)
    return {
        "joints": Box(lower.astype(np.float32), upper.astype(np.float32), dtype=np.float32),
        "speeds": Box(-20.0, 20.0, lower.shape, np.float32),
        "tool": Box(-5.0, 5.0, (7 * tools,), np.float32),
        "gripper": Box(-0.05, 0.5, (len(grippers),), np.float32),
        "object": thing,
        "target": thing,
        "drawer": Box(0.0, 1.0, (1,), np.float32),
    }


class Eye:
    """Reads observations of one arrangement of a world, whose things and addresses are looked up once.

    Args:
      world: The world as it was reset.
      boxes: The bounds.
      arms: Parts with joints.
      grippers: Parts with a width.
    """

    def __init__(self, world: Tabletop, boxes: Mapping[str, Box], arms: Sequence[str], grippers: Sequence[str]) -> None:
        self._world, self._arms, self._grippers = world, arms, grippers
        self._tools = [n for n in arms if world.description.parts[n].tool]
        self._low, self._high = (np.concatenate([getattr(box, side) for box in boxes.values()]) for side in ("low", "high"))
        ends = np.cumsum([box.shape[0] for box in boxes.values()]).tolist()
        self._slices = {k: slice(a, b) for k, a, b in zip(boxes, [0, *ends[:-1]], ends, strict=True)}
        scene, instance = world.scene(), world.instance
        binding = instance.binding if instance else {}
        main = binding.get("object", next(iter(binding.values()), ""))
        other = binding.get("target", next((i for i in binding.values() if i != main), ""))
        self._things = [(i, scene.objects[i].size.tolist()) if i in scene.objects else None for i in (main, other)]
        self._by_handle = "object" not in binding
        self._jointed = next((i for i in binding.values() if i in scene.joints), "drawer")

    def look(self) -> Obs:
        """What is to be seen now."""
        robot, truth = self._world.robot, self._world.truth
        values: list[float] = []
        for name in self._arms:
            values += robot.measured(name).tolist()
        for name in self._arms:
            values += robot.speeds(name).tolist()
        for name in self._tools:
            pos, quat = robot.tool(name)
            values += pos.tolist()
            values += quat.tolist()
        values += [float(robot.measured(n)[0]) for n in self._grippers]
        by_handle = self._by_handle
        for thing in self._things:
            if thing is None:
                values += [0.0] * 10
                continue
            pos, quat = truth.stands(self._world.data, thing[0], by_handle)
            values += pos.tolist()
            values += quat.tolist()
            values += thing[1]
            by_handle = False
        values.append(truth.opened(self._world.data).get(self._jointed, 0.0))
        seen = np.minimum(np.maximum(np.array(values, dtype=np.float32), self._low), self._high)
        return {name: seen[part] for name, part in self._slices.items()}
