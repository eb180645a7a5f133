"""What every simulated world has in common: its state, saved and restored to the bit, and what tells its model from any other."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import mujoco
import numpy as np

from heedful.envs.history import WatchedRobot
from heedful.envs.truth import Snapshot
from heedful.geometry import Array
from heedful.hardware.description import RobotDescription
from heedful.hardware.mujoco_robot import MujocoRobot

DRIVER = "robot."
"""Before the names of what the robot's driver remembers, in a state."""


class Simulated:
    """A world of one MuJoCo model; who builds it sets these fields and calls `restore` with the state it starts from."""

    description: RobotDescription
    model: Any
    data: Any
    history: Any
    robot: WatchedRobot
    _initial: dict[str, Array]
    _digest: str = ""

    def settle(self, seconds: float, rigid: bool = True) -> None:
        """Let things come to rest, and take that for the state it starts from. A `rigid` robot is then put home once more; one that
        stands on its legs is left as it stands."""
        robot = MujocoRobot(self.description, self.model, self.data)
        robot.reset_to()
        for _ in range(round(seconds / robot.dt)):
            robot.send({})
        if rigid:
            robot.reset_to()
        start = {"qpos": self.data.qpos, "qvel": np.zeros(self.model.nv), "act": self.data.act, "ctrl": self.data.ctrl}
        start |= {"userdata": self.data.userdata} if self.model.nuserdata else {}
        self._initial = {k: np.array(v, dtype=np.float64) for k, v in start.items()}
        self._digest = self._fingerprint() if self.history.busy else ""  # before the colours tell what has happened
        self.restore(self._initial)

    def snapshot(self) -> Snapshot:
        """A copy of the state, taken between two ticks."""
        return Snapshot(float(self.data.time), self.data.qpos.copy(), self.data.qvel.copy(), self.data.userdata.copy())

    def initial_state(self) -> dict[str, Array]:
        """The state that this episode started from: qpos, qvel, act, ctrl and, where the world remembers something, userdata; float64."""
        return {k: v.copy() for k, v in self._initial.items()}

    def state(self) -> dict[str, Array]:
        """All that what comes next depends on: the simulation's state, its warm start and time, and what the robot's driver remembers."""
        found = {k: np.array(getattr(self.data, k), dtype=np.float64) for k in (*self._initial, "qacc_warmstart")}
        return found | {"time": np.array([self.data.time])} | {f"{DRIVER}{k}": v for k, v in self.robot.memory().items()}

    def restore(self, state: Mapping[str, Array]) -> None:
        """Set the simulation to a state of this very model, with a fresh `robot`; the same commands then give the same bits.

        An `initial_state()` begins at time 0, with the robot at rest where it stands; a `state()` goes on from its moment.
        Raises ValueError for a state of another model.
        """
        mujoco.mj_resetData(self.model, self.data)
        for key in self._initial:
            here = getattr(self.data, key)
            given = np.asarray(state[key], dtype=np.float64)
            if here.shape != given.shape:
                shapes = f"the saved {key} has shape {given.shape}, this world's {here.shape}"
                raise ValueError(f"{shapes}; reset with that episode's robot, seed and task first")
            here[:] = given
        self.robot = WatchedRobot(self.description, self.model, self.data)
        self.robot.history = self.history if self.history.busy else None
        self.data.ctrl[:] = state["ctrl"]  # a new robot takes its measured joints for targets
        mujoco.mj_forward(self.model, self.data)
        if "time" in state:
            self.data.time = float(state["time"][0])
            self.data.qacc_warmstart[:] = state["qacc_warmstart"]
            self.robot.recall({k.removeprefix(DRIVER): v for k, v in state.items() if k.startswith(DRIVER)})
        self.history.paint(self.data)

    def fingerprint(self) -> str:
        """Twelve hex digits that tell this compiled model and initial state from any other."""
        return self._digest or self._fingerprint()

    def _fingerprint(self) -> str:
        image = np.zeros(mujoco.mj_sizeModel(self.model), dtype=np.uint8)
        mujoco.mj_saveModel(self.model, None, image)
        digest = hashlib.sha256(image.tobytes())
        for key in self._initial:
            digest.update(self._initial[key].tobytes())
        return digest.hexdigest()[:12]
