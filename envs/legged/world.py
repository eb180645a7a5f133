"""The ground: a robot on legs, alone on a floor that is flat or uneven."""

from __future__ import annotations

import threading
import zlib
from collections.abc import Mapping
from typing import Any, Literal

import mujoco
import numpy as np

from heedful.envs.legged.track import Recorder, Track
from heedful.envs.simulated import Simulated
from heedful.envs.stage import look, physics, scenery
from heedful.envs.truth import Snapshot, Truth
from heedful.geometry import Array, Pose, quat_from_axis_angle
from heedful.hardware.attaching import attach, compiled
from heedful.hardware.description import RobotDescription
from heedful.hardware.robots.quadruped import HEIGHT, TRUNK, quadruped
from heedful.types import Observation, Scene, Thing, Volume

SETTLE = 0.6
"""Physics time that the robot gets to come to rest on its feet [s]."""
SLABS, RISE = 90, (0.008, 0.03)
"""How many slabs make ground uneven, and how high they are [m]."""


class Quadruped(Simulated):
    """A four-legged robot on the ground. East is +x, north is +y; the seed turns the robot to begin with.

    Args:
      robot: The body; the embedded one where another kind of robot is given.
      ground: `flat`, or `uneven` with low slabs strewn about.
    """

    own_body = True
    skills = ("heedful.skills.rewards.pursuing", "heedful.skills.primitives.performing")
    planner = "rewards"

    def __init__(self, robot: Any = None, ground: Literal["flat", "uneven"] = "flat") -> None:
        if ground not in ("flat", "uneven"):
            raise ValueError(f"ground is flat or uneven, got {ground!r}")
        legged = isinstance(robot, RobotDescription) and "legs" in robot.parts
        self.description = robot if legged else quadruped()
        self.ground = ground
        self.instance: Any = None
        self._lock = threading.Lock()
        self._truth: Truth | None = None

    def reset(self, seed: int, task: Any = None) -> None:
        """Set the robot down as this seed and task have it, on its feet and at rest. Model, data and robot are new.

        Raises UnknownTask.
        """
        from heedful.envs.legged.tasks import instance, task as named

        chosen = named(task) if isinstance(task, str) else task
        rng = np.random.default_rng([seed, zlib.crc32(chosen.name.encode()) if chosen else 0])
        yaw = chosen.start(rng) if chosen else 0.0
        self._slabs = _slabs(rng) if self.ground == "uneven" else np.zeros((0, 6))
        self._start = Pose(np.array([0.0, 0.0, HEIGHT + 0.001 + self.level(np.zeros(3))]), quat_from_axis_angle((0, 0, 1), yaw))
        self.instance = instance(chosen, rng, seed) if chosen else None
        self.model = compiled(self.spec())
        self.data = mujoco.MjData(self.model)
        self.history = Recorder(self.model, self.level)
        trunk = Thing("trunk", "dog", Pose.at(0, 0, 0), np.array(TRUNK))
        floor = Thing("floor", "floor", Pose.at(0, 0, 0), np.array([20.0, 20.0, 0.1]), fixed=True)
        with self._lock:
            self._truth = Truth(self.model, [trunk, floor], self.description, {})
        self.settle(SETTLE, rigid=False)
        self.history.start()

    def spec(self) -> Any:
        """A fresh editable spec of the ground and the robot on it."""
        spec = mujoco.MjSpec()
        spec.modelname = f"ground_{self.description.name}"
        physics(spec)
        scenery(spec)
        spec.option.impratio = 100.0
        attach(spec, self.description.spec(), self._start)
        floor = spec.worldbody.add_body(name="floor")
        rough = {"friction": [0.8, 0.02, 0.01]}
        tiles = spec.add_texture(
            name="tiles", type=mujoco.mjtTexture.mjTEXTURE_2D, builtin=mujoco.mjtBuiltin.mjBUILTIN_CHECKER, width=256, height=256,
            rgb1=[0.84, 0.85, 0.87], rgb2=[0.76, 0.78, 0.81],
        )  # fmt: skip
        material = spec.add_material(name="tiles", texrepeat=[1, 1], texuniform=True)
        material.textures[mujoco.mjtTextureRole.mjTEXROLE_RGB] = tiles.name
        floor.add_geom(type=mujoco.mjtGeom.mjGEOM_PLANE, size=[20, 20, 0.1], material="tiles", **rough)
        for x, y, a, b, high, yaw in self._slabs.tolist():
            turn = quat_from_axis_angle((0, 0, 1), yaw)
            shade = [0.70 - 4 * high, 0.72 - 4 * high, 0.70 - 4 * high, 1]
            floor.add_geom(type=mujoco.mjtGeom.mjGEOM_BOX, size=[a, b, high], pos=[x, y, 0], quat=turn, rgba=shade, **rough)
        _cameras(spec)
        return spec

    def restore(self, state: Mapping[str, Array]) -> None:
        """As any world's; the targets that its legs stand on are its servos', not what they have yielded to."""
        super().restore(state)
        if "time" not in state:
            goal = np.asarray(state["ctrl"], dtype=float)
            self.robot.recall({"legs.goal": goal, "legs.before": goal, "legs.lead": np.zeros(1)})

    def level(self, at: Array) -> float:
        """How high the ground is at a place [m]."""
        if not len(self._slabs):
            return 0.0
        d = np.asarray(at)[:2] - self._slabs[:, :2]
        c, s = np.cos(self._slabs[:, 5]), np.sin(self._slabs[:, 5])
        inside = (np.abs(c * d[:, 0] + s * d[:, 1]) <= self._slabs[:, 2]) & (np.abs(c * d[:, 1] - s * d[:, 0]) <= self._slabs[:, 3])
        return float(np.where(inside, self._slabs[:, 4], 0.0).max())

    def place(self, data: Any, observation: Observation) -> None:
        """Put a simulation of `spec()` where the robot was measured to be."""
        legs = observation.parts["legs"]
        assert legs.pose is not None and legs.twist is not None
        data.time = observation.time
        data.qpos[:7] = [*legs.pose.pos, *legs.pose.quat]
        data.qvel[:3], data.qvel[3:6] = legs.twist[:3], legs.pose.matrix.T @ legs.twist[3:]
        data.qpos[7:], data.qvel[6:] = legs.q, legs.dq

    def carried(self, observation: Observation, thing: Thing) -> Pose:
        """Where a thing of the scene is by now; a robot on legs carries none."""
        return thing.pose

    def track(self) -> Track:
        """What was measured since the reset."""
        found: Track = self.history.track()
        return found

    def scene(self, snapshot: Snapshot | None = None) -> Scene:
        """The true Scene of a snapshot, of this moment by default."""
        with self._lock:
            assert self._truth is not None
            return self._truth.scene(snapshot or self.snapshot())

    def success(self, snapshot: Snapshot | None = None, scene: Scene | None = None) -> bool:
        """Whether the task was done at some time since the reset, for as long as it asks. False without a task."""
        return self.instance is not None and bool(self.instance.task.success(self.track()))

    def fixtures(self) -> list[Volume]:
        """Nothing to keep out of."""
        return []

    def close(self) -> None:
        """Let go of the truth; `reset` starts anew."""
        with self._lock:
            self._truth = None


def _slabs(rng: np.random.Generator) -> Array:
    """Slabs strewn about: x, y, half length, half width, height [m] and yaw [rad] of each. Shape (n, 6)."""
    low = np.array([-3.0, -3.0, 0.1, 0.1, RISE[0], -np.pi])
    drawn: Array = rng.uniform(low, [3.0, 3.0, 0.3, 0.3, RISE[1], np.pi], (SLABS, 6))
    return drawn


def _cameras(spec: Any) -> None:
    eye = np.array([0.85, -1.25, 0.55])
    quat = look(eye, (0, 0, 0.2), (0, 0, 1))
    follows = {"mode": mujoco.mjtCamLight.mjCAMLIGHT_TRACK}
    spec.body("trunk").add_camera(name="front", pos=eye - [0, 0, HEIGHT], quat=quat, fovy=40, **follows)
    spec.worldbody.add_camera(name="top", pos=(0, 0, 3.5), quat=look((0, 0, 3.5), (0, 0, 0), (0, 1, 0)), fovy=45)
