"""The scene that speed is measured on: twelve things on the table and the cabinet behind them, before a Panda."""

from __future__ import annotations

import time
from typing import Any

import mujoco
import numpy as np

from heedful.envs.task import Task, Wanted

NSTEP = 10
"""Physics steps in a control period."""


def _block(color: str) -> Wanted:
    return Wanted("block", (color,), ("small",))


TWELVE = Task(
    "twelve", "bench", ("put the {object} in the {target}",), "in(object, target)",
    {
        "object": _block("red"), "target": Wanted("bowl", ("blue",)), "one": _block("green"), "two": _block("yellow"),
        "three": _block("blue"), "four": _block("purple"), "five": _block("orange"), "six": _block("white"), "mug": Wanted("mug"),
        "can": Wanted("can"), "apple": Wanted("apple"), "lemon": Wanted("lemon"),
    },
    start="on(five, two) & on(six, three)", clutter=(0, 0),
)  # fmt: skip


class Raw:
    """`mj_step(nstep=10)` from the very states that a simulation goes through, on data of its own; what it takes is written down.

    Args:
      model, data: The simulation.
    """

    def __init__(self, model: Any, data: Any) -> None:
        self.model, self.data = model, data
        self.spent: list[float] = []
        """CPU time of this thread, each [s]."""
        self._copy = mujoco.MjData(model)
        self._kind = int(mujoco.mjtState.mjSTATE_INTEGRATION)
        self._state = np.zeros(mujoco.mj_stateSize(model, self._kind))

    def step(self) -> None:
        """Ten steps from where the simulation is now, its controls held."""
        mujoco.mj_getState(self.model, self.data, self._state, self._kind)
        mujoco.mj_setState(self.model, self._copy, self._state, self._kind)
        start = time.thread_time()
        mujoco.mj_step(self.model, self._copy, nstep=NSTEP)
        self.spent.append(time.thread_time() - start)
