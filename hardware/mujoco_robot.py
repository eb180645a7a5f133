"""The simulated robot: a description bound by names to the MuJoCo model of some world."""

from __future__ import annotations

from collections.abc import Mapping

import mujoco
import numpy as np

from heedful.geometry import Array, Pose, quat_from_matrix
from heedful.hardware.attaching import compiled
from heedful.hardware.binding import Drive, bind, refuse_doubled
from heedful.hardware.collision import placed
from heedful.hardware.command import check_command
from heedful.hardware.description import RobotDescription
from heedful.hardware.squeeze import gripping, squeeze
from heedful.hardware.suction import suck, sucking
from heedful.types import Command, Observation, PartSpec, PartState

HOLD_LEAD = 0.02
"""How far ahead of the measured joints a held target may stay [rad]: enough to carry a load, too little to go on moving."""
STANCE_LEAD = 0.15
"""The same for what carries the whole robot, as legs do on servos that yield [rad]."""


class MujocoRobot:
    """A robot in a world that somebody else has built.

    Args:
      description: The body.
      model: The world's model; only its names are read, nothing in it is written.
      data: The world's state.
      prefix: What the world put before every name of this body.
      native: Canonical joint name -> the model's joint name without prefix, where they differ.
    """

    def __init__(
        self,
        description: RobotDescription,
        model: mujoco.MjModel,
        data: mujoco.MjData,
        prefix: str = "",
        native: Mapping[str, str] | None = None,
    ) -> None:
        self.description = description
        self.model = model
        self.data = data
        step = float(model.opt.timestep)
        self._substeps = round(description.dt / step)
        self._start = np.zeros(model.nu)
        self._end = np.zeros(model.nu)
        self._shares = np.arange(1, self._substeps + 1) / max(self._substeps, 1)
        self._ramp = np.zeros((max(self._substeps, 0), model.nu))
        self._rows = list(zip(self._shares.tolist(), self._ramp, strict=True))  # each row a view
        if self._substeps < 1 or abs(self._substeps * step - description.dt) > 1e-9:
            raise ValueError(f"control_dt {description.dt:g} s must be a whole multiple of the physics step {step:g} s")
        self._drives = {n: bind(description, n, model, prefix, native or {}) for n in description.parts}
        refuse_doubled(description, self._drives, model)
        self._seize()

    @staticmethod
    def alone(description: RobotDescription) -> MujocoRobot:
        """The robot by itself in empty space, at home."""
        model = compiled(placed(description))
        robot = MujocoRobot(description, model, mujoco.MjData(model))
        robot.reset_to()
        return robot

    @property
    def name(self) -> str:
        return self.description.name

    @property
    def parts(self) -> Mapping[str, PartSpec]:
        return self.description.parts

    @property
    def dt(self) -> float:
        return self.description.dt

    @property
    def native(self) -> Mapping[str, Mapping[str, str]]:
        """Part -> the model's joint names, keyed by the canonical ones."""
        return {n: d.names for n, d in self._drives.items()}

    def observe(self) -> Observation:
        """Time and every part's measured state: tool poses in the world, and the grip force of one finger as its servo reports it."""
        return Observation(float(self.data.time), {n: self._state(d) for n, d in self._drives.items()})

    def measured(self, part: str) -> Array:
        """A part's joint positions [rad or m], a gripper's width [m]."""
        drive = self._drives[part]
        q: Array = self.data.qpos[drive.spans[0]]
        if drive.travel is not None:
            return np.array([drive.travel.width(q)])
        return q.copy() if drive.spec.kind != "gripper" else self._state(drive).q

    def speeds(self, part: str) -> Array:
        """An arm's, torso's or base's joint speeds [rad/s or m/s]."""
        dq: Array = self.data.qvel[self._drives[part].spans[1]].copy()
        return dq

    def tool(self, part: str) -> tuple[Array, Array]:
        """An arm's tool in the world: position [m], and orientation, wxyz with w >= 0."""
        return self._tool(self._drives[part])

    def _tool(self, drive: Drive) -> tuple[Array, Array]:
        site = drive.site
        return self.data.site_xpos[site].copy(), quat_from_matrix(self.data.site_xmat[site].reshape(3, 3))

    def send(self, command: Command) -> None:
        """Take new targets for the parts named, then let one control period pass. A part left out keeps its targets;
        a base left out stops.

        The servos' targets go over in a straight line within the period, as a real arm's 1 kHz interpolator does: stepped ones would
        ask the wrist for more than its torque in every period, and shake what it holds. A servo that damps the joint's speed
        trails a moving target by damping over stiffness times the speed; the target's own speed is fed forward to make up for it.
        Bare motors get a servo of ours, that is run at every physics step.

        Raises ValueError with one sentence on an unknown part, a wrong shape or a number that is not finite.
        """
        check_command(self.name, self.parts, command)
        for name, drive in self._drives.items():
            if name in command:
                drive.goal[:] = command[name]
            elif drive.spec.kind == "base":
                drive.goal[:] = 0.0
        ctrl = self.data.ctrl
        self._start[:] = ctrl
        self._end[:] = ctrl
        moved: list[tuple[Drive, Array, Array]] = []
        rolled: list[tuple[Drive, Array, Array]] = []
        for drive in self._drives.values():
            if drive.spec.cup is not None:
                self._end[drive.spans[2]] = suck(drive, self.model, self.data, self.dt)
            elif drive.travel is not None:
                self._end[drive.spans[2]] = squeeze(drive, self.data, self.description.finger_stiffness, self.dt)
            elif drive.spec.kind == "base":
                rolled.append((drive, drive.before.copy(), drive.goal - drive.before))
                drive.before[:] = drive.goal
            elif drive.motors is not None:
                moved.append((drive, drive.before.copy(), drive.goal - drive.before))
                drive.before[:] = drive.goal
            else:
                lead = drive.goal - drive.before
                lead *= drive.lag / self.dt
                lead += drive.goal
                self._end[drive.spans[2]] = lead
                drive.before[:] = drive.goal
        self._end -= self._start
        np.multiply(self._shares[:, None], self._end, out=self._ramp)
        self._ramp += self._start
        model, data, step_on = self.model, self.data, mujoco.mj_step
        for share, wanted in self._rows:
            ctrl[:] = wanted
            for drive, start, step in rolled:
                ctrl[drive.ctrl] = _turned(start + step * share, float(self.data.qpos[drive.qpos[2]]))
            for drive, start, step in moved:
                assert drive.motors is not None
                drive.motors.drive(self.data, start + step * share, step / self.dt)
            step_on(model, data)
        mujoco.mj_kinematics(model, data)  # mj_step leaves xpos one substep behind qpos

    def hold(self) -> None:
        """Stop where it is: arms keep the targets last sent, cut to HOLD_LEAD from the measured joints; grippers keep theirs.

        No time passes; `send({})` lets it.
        """
        for drive in self._drives.values():
            if drive.spec.kind == "base":
                drive.goal[:] = 0.0
            elif drive.spec.kind != "gripper":
                q = self.data.qpos[drive.qpos]
                lead = HOLD_LEAD if drive.spec.kind == "arm" else STANCE_LEAD
                drive.goal[:] = q + np.clip(drive.goal - q, -lead, lead)
                drive.before[:] = drive.goal

    def close(self) -> None:
        """Nothing to let go of; the world owns model and data."""

    def memory(self) -> dict[str, Array]:
        """What the driver remembers from one period to the next: each part's targets, those before, and the finger target."""
        kept: dict[str, Array] = {}
        for name, drive in self._drives.items():
            kept |= {f"{name}.goal": drive.goal.copy(), f"{name}.before": drive.before.copy(), f"{name}.lead": np.array([drive.lead])}
        return kept

    def recall(self, memory: Mapping[str, Array]) -> None:
        """Take up a `memory` again."""
        for name, drive in self._drives.items():
            drive.goal[:], drive.before[:] = memory[f"{name}.goal"], memory[f"{name}.before"]
            drive.lead = float(memory[f"{name}.lead"][0])

    def reset_to(self, home: Mapping[str, Array] | None = None) -> None:
        """Put the robot at `home` (part -> configuration; the rest configuration where a part is left out), at rest.

        The world's time and everything else in it stay as they are.
        """
        rest = self.description.home() | dict(home or {})
        for name, drive in self._drives.items():
            drive.place.put(self.data.qpos, rest[name])
            self.data.qvel[drive.dofs] = 0.0
            self.data.qacc_warmstart[drive.dofs] = 0.0
        self._seize()
        mujoco.mj_forward(self.model, self.data)

    def _seize(self) -> None:
        """Make the measured configuration the target of every part, in the servos too."""
        for drive in self._drives.values():
            q = self.data.qpos[drive.qpos]
            if drive.spec.kind == "base":
                self.data.ctrl[drive.ctrl] = drive.goal[:] = drive.before[:] = 0.0
                continue
            if drive.spec.cup is not None:
                self.data.ctrl[drive.ctrl] = drive.lead = 0.0
                drive.goal[:] = drive.spec.upper[0], drive.spec.force
                continue
            if drive.motors is None:
                self.data.ctrl[drive.ctrl] = q
            if drive.travel is not None:
                drive.lead = drive.travel.width(q)
                drive.goal[:] = drive.lead, drive.spec.force
            else:
                drive.goal[:] = drive.before[:] = q

    def _state(self, drive: Drive) -> PartState:
        if drive.spec.cup is not None:
            return sucking(drive, self.model, self.data)
        if drive.spec.kind == "gripper":
            return gripping(drive, self.data)
        qpos, dofs, _ = drive.spans
        q, dq = self.data.qpos[qpos].copy(), self.data.qvel[dofs].copy()
        if drive.spec.kind == "base":
            return PartState(q, dq, self.description.base @ Pose.at(q[0], q[1], 0.0, yaw=q[2]))
        if drive.spec.kind == "torso" and drive.site >= 0:
            return PartState(q, dq, Pose(*self._tool(drive)), twist=self._twist(drive.site))
        return PartState(q, dq, None if drive.site < 0 else Pose(*self._tool(drive)))

    def _twist(self, site: int) -> Array | None:
        """A site's velocity in the world, linear [m/s] and angular [rad/s], where it is fixed to a body that floats."""
        body = int(self.model.site_bodyid[site])
        joint = int(self.model.body_jntadr[body])
        if joint < 0 or int(self.model.jnt_type[joint]) != int(mujoco.mjtJoint.mjJNT_FREE):
            return None
        dof = int(self.model.jnt_dofadr[joint])
        linear, angular = self.data.qvel[dof : dof + 3], self.data.xmat[body].reshape(3, 3) @ self.data.qvel[dof + 3 : dof + 6]
        return np.concatenate([linear + np.cross(angular, self.data.site_xpos[site] - self.data.xpos[body]), angular])


def _turned(twist: Array, yaw: float) -> Array:
    """A twist in the base's own frame as speeds of its x, y and yaw joints."""
    c, s = np.cos(yaw), np.sin(yaw)
    return np.array([c * twist[0] - s * twist[1], s * twist[0] + c * twist[1], twist[2]])
