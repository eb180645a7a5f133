"""The tabletop tasks as Gymnasium environments."""

from __future__ import annotations

from typing import Any, ClassVar

import gymnasium
import numpy as np
from gymnasium.spaces import Box, Dict
from numpy.typing import NDArray

from heedful.envs.register import CONTROL_HZ
from heedful.envs.task import Task
from heedful.envs.world import Tabletop
from heedful.geometry import Array
from heedful.hardware.description import RobotDescription
from heedful.types import Observation, Scene, Thing

LEAD = 0.15
"""How far a joint target may run ahead of the measured joint [rad]."""
Obs = dict[str, NDArray[np.float32]]


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
        self._target: dict[str, Array] = {}
        self._painter: Any = None
        size = sum(1 if n in self._grippers else len(p.joints) for n, p in self._moving.items())
        self.action_space = Box(-1.0, 1.0, (size,), np.float32)
        lower = np.concatenate([self._moving[n].lower for n in self._arms]) - 0.1
        upper = np.concatenate([self._moving[n].upper for n in self._arms]) + 0.1
        tools = sum(bool(self._moving[n].tool) for n in self._arms)
        thing = Box(-5.0, 5.0, (10,), np.float32)
        spaces = {
            "joints": Box(lower.astype(np.float32), upper.astype(np.float32), dtype=np.float32),
            "speeds": Box(-20.0, 20.0, lower.shape, np.float32),
            "tool": Box(-5.0, 5.0, (7 * tools,), np.float32),
            "gripper": Box(-0.05, 0.5, (len(self._grippers),), np.float32),
            "object": thing,
            "target": thing,
            "drawer": Box(0.0, 1.0, (1,), np.float32),
        }
        self.observation_space = Dict(spaces)
        ends = np.cumsum([box.shape[0] for box in spaces.values()]).tolist()
        self._slices = {k: slice(a, b) for k, a, b in zip(spaces, [0, *ends[:-1]], ends, strict=True)}
        self._low, self._high = (np.concatenate([getattr(box, side) for box in spaces.values()]) for side in ("low", "high"))

    def reset(self, *, seed: int | None = None, options: dict[str, Any] | None = None) -> tuple[Obs, dict[str, Any]]:
        """Lay the table anew: as `Tabletop.reset(seed)` would, or as the environment's own generator decides where no seed is given."""
        super().reset(seed=seed)
        self._forget_pictures()
        self._seed = int(self.np_random.integers(2**31)) if seed is None else seed
        self.world.reset(self._seed, self.task)
        self._target = {n: p.home.copy() for n, p in self._moving.items()}
        return self._observe(self.world.glimpse()), self._info(False)

    def step(self, action: NDArray[np.float32]) -> tuple[Obs, float, bool, bool, dict[str, Any]]:
        """Let one control period pass."""
        self.world.robot.send(self._command(np.minimum(np.maximum(np.asarray(action, dtype=np.float64), -1.0), 1.0)))
        scene = self.world.glimpse()
        done = self.world.success(scene=scene)
        return self._observe(scene), float(done), done, False, self._info(done)

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
        robot = self.world.robot
        command, at = {}, 0
        for name, part in self._moving.items():
            if part.kind == "gripper":
                width, at = float(action[at]), at + 1
                command[name] = np.array([part.lower[0] + (width + 1) / 2 * (part.upper[0] - part.lower[0]), self.grip])
                continue
            count = len(part.joints)
            given, at = action[at : at + count], at + count
            q = robot.measured(name)
            target = np.minimum(np.maximum(self._target[name] + given * (part.velocity * robot.dt), q - LEAD), q + LEAD)
            self._target[name] = command[name] = np.minimum(np.maximum(target, part.lower), part.upper)
        return command

    def _observe(self, scene: Scene) -> Obs:
        seen = self.world.robot.observe()
        instance = self.world.instance
        binding = instance.binding if instance else {}
        roles = [*binding.values(), ""]
        main = scene.objects.get(binding.get("object", roles[0]))
        other = binding.get("target", next((i for i in roles if main is None or i != main.id), ""))
        jointed = next((i for i in roles if i in scene.joints), "drawer")
        values = np.concatenate(
            [
                *(seen.parts[n].q for n in self._arms),
                *(seen.parts[n].dq for n in self._arms),
                *_tools(seen, self._arms),
                [seen.parts[n].width for n in self._grippers],
                *_described(main, grasped_by_handle="object" not in binding),
                *_described(scene.objects.get(other)),
                [scene.joints.get(jointed, 0.0)],
            ],
            dtype=np.float32,
            casting="same_kind",
        )
        values = np.minimum(np.maximum(values, self._low), self._high)
        return {k: values[part] for k, part in self._slices.items()}

    def _info(self, done: bool) -> dict[str, Any]:
        instance = self.world.instance
        return {"is_success": done, "instruction": instance.instruction if instance else "", "seed": self._seed}

    def _forget_pictures(self) -> None:
        if self._painter is not None:
            self._painter.close()
            self._painter = None


def _tools(seen: Observation, arms: list[str]) -> list[Array]:
    return [v for n in arms if (p := seen.parts[n].pose) is not None for v in (p.pos, p.quat)]


def _described(thing: Thing | None, grasped_by_handle: bool = False) -> tuple[Array, ...]:
    """Pose and size of a thing, 10 numbers; zeros for none."""
    if thing is None:
        return (np.zeros(10),)
    pose = thing.handle if grasped_by_handle and thing.handle is not None else thing.pose
    return pose.pos, pose.quat, thing.size
