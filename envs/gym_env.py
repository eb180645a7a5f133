"""The tabletop tasks as Gymnasium environments."""

from __future__ import annotations

from typing import Any, ClassVar

import gymnasium
import numpy as np
from gymnasium.spaces import Box, Dict
from numpy.typing import NDArray

from heedful.envs.observing import Eye, Obs, spaces
from heedful.envs.register import CONTROL_HZ
from heedful.envs.task import Task
from heedful.envs.world import Tabletop
from heedful.geometry import Array
from heedful.hardware.description import RobotDescription

LEAD = 0.15
"""How far a joint target may run ahead of the measured joint [rad]."""


class TabletopEnv(gymnasium.Env[Obs, NDArray[np.float32]]):  # type: ignore[misc]
    """One task, its layout, colours, clutter and words drawn by the seed. `info["instruction"]` holds the sentence.

    Action, all in [-1, 1], part by part in the robot's order: arms, each joint's change of target as a share of what its speed limit allows
    in a tick; grippers, from closed (-1) to open (1), at `grip` newtons.

    Observation: `joints` positions [rad] and `speeds` [rad/s] of the arms, `tool` poses in the world (position [m], wxyz), `gripper`
    widths [m], `object` and `target` (pose in the world and size [m] of what plays these roles, else of the first two things that the task
    is about; zeros where there is none; for a fixture alone, its handle), `drawer` (opened fraction of the drawer, or of the door, lever
    or button that the task is about).

    Reward: 1 in the tick in which the task is done in truth, which ends the episode, 0 before.

    Args:
      task: A task, or the name of one.
      robot: The body at the table; the Panda by default.
      render_mode: `rgb_array` or None.
      width, height, camera: Size [px] and camera (`front`, `top`, `wrist`) of the pictures.
      grip: Gripper force [N].
    """

    metadata: ClassVar[dict[str, Any]] = {"render_modes": ["rgb_array"], "render_fps": CONTROL_HZ}

    def __init__(
        self,
        task: Task | str,
        robot: RobotDescription | None = None,
        render_mode: str | None = None,
        width: int = 320,
        height: int = 240,
        camera: str = "front",
        grip: float = 20.0,
    ) -> None:
        if render_mode not in (None, "rgb_array"):
            raise ValueError(f"no render mode named {render_mode!r}; known: rgb_array, None")
        if robot is None:
            from heedful.hardware.robots.panda import panda

            robot = panda()
        self.task, self.render_mode, self.camera, self.grip = task, render_mode, camera, grip
        self.width, self.height = width, height
        self.world = Tabletop(robot)
        self._moving = {n: p for n, p in robot.parts.items() if p.kind != "base"}
        self._arms = [n for n, p in self._moving.items() if p.kind != "gripper"]
        self._grippers = [n for n, p in self._moving.items() if p.kind == "gripper"]
        self._taking: list[tuple[str, list[float], list[float], list[float], slice]] = []
        """Part, how far a tick takes its joints at most (grippers: nothing), its limits, and its share of an action."""
        at = 0
        for name, part in self._moving.items():
            count = 1 if part.kind == "gripper" else len(part.joints)
            steps = [] if part.kind == "gripper" else (part.velocity * robot.dt).tolist()
            self._taking.append((name, steps, part.lower.tolist(), part.upper.tolist(), slice(at, at := at + count)))
        self._target: dict[str, list[float]] = {}
        self._painter: Any = None
        self.action_space = Box(-1.0, 1.0, (at,), np.float32)
        self._boxes = spaces(self._moving, self._arms, self._grippers)
        self.observation_space = Dict(self._boxes)

    def reset(self, *, seed: int | None = None, options: dict[str, Any] | None = None) -> tuple[Obs, dict[str, Any]]:
        """Lay the table anew: as `Tabletop.reset(seed)` would, or as the environment's own generator decides where no seed is given."""
        super().reset(seed=seed)
        self._forget_pictures()
        self._seed = int(self.np_random.integers(2**31)) if seed is None else seed
        self.world.reset(self._seed, self.task)
        self._eye = Eye(self.world, self._boxes, self._arms, self._grippers)
        self._target = {n: p.home.tolist() for n, p in self._moving.items()}
        return self._eye.look(), self._info(False)

    def step(self, action: NDArray[np.float32]) -> tuple[Obs, float, bool, bool, dict[str, Any]]:
        """Let one control period pass."""
        self.world.robot.send(self._command(np.asarray(action, dtype=np.float64)))
        done = self.world.success(scene=self.world.glimpse())
        return self._eye.look(), float(done), done, False, self._info(done)

    def render(self) -> NDArray[np.uint8] | None:
        """The camera's picture, uint8 (height, width, 3)."""
        if self.render_mode is None:
            return None
        if self._painter is None:
            from heedful.envs.render import Renderer

            self._painter = Renderer(self.world.model, self.width, self.height)
        picture: NDArray[np.uint8] = self._painter.rgb(self.world.data, self.camera)
        return picture

    def close(self) -> None:
        """Let go of the world and of the renderer."""
        self._forget_pictures()
        self.world.close()

    def _command(self, action: Array) -> dict[str, Array]:
        robot, given = self.world.robot, [min(max(a, -1.0), 1.0) for a in action.tolist()]
        command = {}
        for name, steps, low, high, at in self._taking:
            if not steps:
                command[name] = np.array([low[0] + (given[at.start] + 1) / 2 * (high[0] - low[0]), self.grip])
                continue
            q, before = robot.measured(name).tolist(), self._target[name]
            joints = zip(before, given[at], steps, low, high, q, strict=True)
            target = [min(max(min(max(t + a * s, q - LEAD), q + LEAD), lo), hi) for t, a, s, lo, hi, q in joints]
            self._target[name], command[name] = target, np.array(target)
        return command

    def _info(self, done: bool) -> dict[str, Any]:
        instance = self.world.instance
        return {"is_success": done, "instruction": instance.instruction if instance else "", "seed": self._seed}

    def _forget_pictures(self) -> None:
        if self._painter is not None:
            self._painter.close()
            self._painter = None
