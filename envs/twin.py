"""A table as motion is planned with: its model, put where the robot was measured and things were seen."""

from __future__ import annotations

from collections import deque
from typing import Any

import numpy as np

from heedful.envs.truth import Truth
from heedful.geometry import Array, Pose
from heedful.hardware.description import RobotDescription
from heedful.hardware.travel import places
from heedful.types import Observation, Thing

HANDLE = "_handle"
"""After the id of a thing, the name of the site at its handle."""
REMEMBERED = 60
"""Control periods of which it is known where the tools were: a scene is of a moment that has passed."""


def twin_spec(spec: Any, truth: Truth) -> Any:
    """A copy of a world's spec with a site at every handle."""
    copied = spec.copy()
    for id, (body, pose) in truth.handles.items():
        copied.body(body).add_site(name=f"{id}{HANDLE}", pos=pose.pos, quat=pose.quat, group=4)
    return copied


class TableTwin:
    """Puts simulations of a table where an observation tells.

    Args:
      truth: What tells names and joints of the model; no state is read from it.
      robot: The body at the table.
      rest: Joint positions of what no scene tells of. Shape (nq,).
    """

    def __init__(self, truth: Truth, robot: RobotDescription, rest: Array) -> None:
        self.truth, self._robot, self._rest = truth, robot, rest.copy()
        model = truth.model
        self._places = places(model, robot)
        self._dofs = {n: [int(model.joint(j).dofadr[0]) for j in p.joints] for n, p in robot.parts.items() if p.kind != "gripper"}
        self._ways = {i: (int(model.joint(j).qposadr[0]), low, high) for i, (j, low, high) in truth.ways.items()}
        joints = {t.id: int(model.body(t.id).jntadr[0]) for t in truth.things}
        self._free = {i: int(model.jnt_qposadr[j]) for i, j in joints.items() if j >= 0 and int(model.jnt_type[j]) == 0}
        self._grippers = {p.gripper: n for n, p in robot.parts.items() if p.kind == "arm" and p.gripper}
        self._tools: deque[tuple[float, dict[str, Pose]]] = deque(maxlen=REMEMBERED)

    def place(self, data: Any, observation: Observation) -> None:
        """Set joint positions and speeds, and the time."""
        data.time, data.qpos[:], data.qvel[:] = observation.time, self._rest, 0.0
        for name, state in observation.parts.items():
            self._places[name].put(data.qpos, state.q)
            if name in self._dofs:
                data.qvel[self._dofs[name]] = state.dq
        self._remember(observation)
        scene = observation.scene
        if scene is None:
            return
        for id, fraction in scene.joints.items():
            if id in self._ways:
                address, low, high = self._ways[id]
                data.qpos[address] = low + fraction * (high - low)
        for id, address in self._free.items():
            if id in scene.objects:
                pose = self.carried(observation, scene.objects[id])
                data.qpos[address : address + 7] = np.concatenate([pose.pos, pose.quat])

    def carried(self, observation: Observation, thing: Thing) -> Pose:
        """Where a thing of the scene is by now: what a hand holds has gone along with it since the scene was seen."""
        self._remember(observation)
        scene = observation.scene
        arm = next((self._grippers[g] for g, i in scene.held.items() if i == thing.id and g in self._grippers), "") if scene else ""
        if scene is None or not arm:
            return thing.pose
        here = observation.parts[arm].pose
        then = next((t for at, t in self._tools if at >= scene.time - 1e-6), {}).get(arm)
        return thing.pose if here is None or then is None else here @ (then.inverse() @ thing.pose)

    def _remember(self, observation: Observation) -> None:
        """Where the tools are now."""
        if self._tools and self._tools[0][0] > observation.time:
            self._tools.clear()  # another episode
        if not self._tools or self._tools[-1][0] < observation.time:
            self._tools.append((observation.time, {n: s.pose for n, s in observation.parts.items() if s.pose is not None}))
