"""Servos for joints that the model drives with bare motors: computed torque from the model's own dynamics."""

from __future__ import annotations

from typing import Any

import mujoco
import numpy as np
from numpy.typing import NDArray

from heedful.geometry import Array

RATE = 80.0
"""Natural frequency of the closed loop [rad/s]; its damping is critical. At 2 ms steps it is far from what sampling would destabilise."""


class MotorServo:
    """Drives joints to targets by motors at the rate of the physics, within the motors' own limits.

    The torque is `M (k e + d e') + bias - passive`: the joints then follow as unit masses on critically damped springs, whatever the
    arm's pose, its own weight and its dampers. A load in the hand is not known and bends the springs a little.

    Args:
      model: The world's model.
      ctrl: The motors, in the order of the joints.
      dofs: The joints' degrees of freedom.
      qpos: The joints' positions.
    """

    def __init__(self, model: Any, ctrl: NDArray[np.intp], dofs: NDArray[np.intp], qpos: NDArray[np.intp]) -> None:
        self._model, self._ctrl, self._dofs, self._qpos = model, ctrl, dofs, qpos
        self._gain = np.array([model.actuator_gainprm[a, 0] * model.actuator_gear[a, 0] for a in ctrl])
        self._wanted, self._force = np.zeros(model.nv), np.zeros(model.nv)

    def drive(self, data: Any, target: Array, speed: Array) -> None:
        """Set the motors for the next physics step, towards joint positions [rad] that move at a speed [rad/s]."""
        error, slip = target - data.qpos[self._qpos], speed - data.qvel[self._dofs]
        self._wanted[self._dofs] = RATE * RATE * error + 2 * RATE * slip
        mujoco.mj_mulM(self._model, data, self._force, self._wanted)
        torque = self._force[self._dofs] + data.qfrc_bias[self._dofs] - data.qfrc_passive[self._dofs]
        data.ctrl[self._ctrl] = torque / self._gain


def is_motor(model: Any, actuator: int) -> bool:
    """Whether an actuator's control is a force: no servo of its own, no activation."""
    return (
        int(model.actuator_gaintype[actuator]) == int(mujoco.mjtGain.mjGAIN_FIXED)
        and int(model.actuator_biastype[actuator]) == int(mujoco.mjtBias.mjBIAS_NONE)
        and int(model.actuator_dyntype[actuator]) == int(mujoco.mjtDyn.mjDYN_NONE)
    )
