"""Many futures of one moment: `mujoco.rollout` with threads, data and buffers that stay."""

from __future__ import annotations

import os
from typing import Any

import mujoco
import numpy as np
from mujoco import rollout
from numpy.typing import NDArray

from heedful.geometry import Array
from heedful.hardware.attaching import unlogged

FULL = int(mujoco.mjtState.mjSTATE_FULLPHYSICS)


def cores() -> int:
    """How many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Rollouts:
    """Rolls a model out under many commands at once. One plan at a time: sensor values are given away until the one after the next.

    Args:
      model: What is simulated; a clock is among its sensors.
      threads: How many work; all cores unless given. One works in the caller's thread.

    Raises ValueError for a model without a clock.
    """

    def __init__(self, model: mujoco.MjModel, threads: int | None = None) -> None:
        self.model = model
        self.threads = cores() if threads is None else max(1, threads)
        self.size = int(mujoco.mj_stateSize(model, FULL))
        self._pool: Any = rollout.Rollout(nthread=self.threads if self.threads > 1 else 0)
        self._datas = [mujoco.MjData(model) for _ in range(self.threads)]
        clocks = model.sensor_adr[model.sensor_type == mujoco.mjtSensor.mjSENS_CLOCK]
        if not len(clocks):
            raise ValueError("a simulation that diverged is known by its clock, and the model has no clock among its sensors")
        self._clock = int(clocks[0])
        self._shape = (0, 0)
        self._models: list[mujoco.MjModel] = []
        self._start = self._sensors = self._before = np.zeros(0)

    def __call__(self, state: Array, control: Array) -> tuple[Array, NDArray[np.bool_]]:
        """What comes of each sequence of commands.

        Args:
          state: Where all begin, as `mj_getState` gives the full physics.
          control: Shape (samples, steps, commands).

        Returns sensor values (samples, steps, sensors) and which samples stayed sane: MuJoCo resets a simulation that diverges, whose time
        then runs backwards and whose rest looks innocent. States are not written: that takes longer than the clock that stands for them.
        """
        samples, steps = control.shape[:2]
        if self._shape != (samples, steps):
            self._shape, self._models = (samples, steps), [self.model] * samples
            self._start = np.empty((samples, self.size))
            self._sensors, self._before = (np.empty((samples, steps, self.model.nsensordata)) for _ in range(2))
        self._sensors, self._before = self._before, self._sensors
        self._start[:] = state
        control = np.ascontiguousarray(control, dtype=np.float64)
        chunk = max(1, -(-samples // (self.threads * 4)))  # few enough pieces to hand out, enough that no thread waits for the last one
        if mujoco.get_mjcb_time() is None:  # nobody's but MuJoCo's own clock, set up with each MjData, whose readings take 5 % of the time
            mujoco.set_mjcb_time(None)
        with unlogged():  # MuJoCo writes of each divergence into a file
            self._pool.rollout(
                self._models, self._datas, self._start, control, skip_checks=True, nstep=steps, sensordata=self._sensors,
                chunk_size=chunk,
            )  # fmt: skip
        dt = float(self.model.opt.timestep)
        last = state[0] + (steps - 1) * dt  # sensors tell of where a step begins
        return self._sensors, np.abs(self._sensors[:, -1, self._clock] - last) < 0.5 * dt

    def close(self) -> None:
        """End the threads."""
        if self._pool is not None:
            self._pool.close()
        self._pool = None
