"""What a world remembers that no joint tells: which lamps are lit, and how much of each spill has been wiped away.

It is kept in MuJoCo's `userdata`, which the physics never reads, so it is saved, restored and copied with the rest of the state.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import numpy as np

from heedful.envs.fixtures import COFFEE, DARK, GLOW, PRESS, WATER, cells
from heedful.geometry import Array
from heedful.hardware.mujoco_robot import MujocoRobot
from heedful.predicates.builtin import PRESSED, RUNNING
from heedful.types import Command, Id, Thing

RELEASED = 0.3
"""Share of its way up to which a button has come up again."""
RUB = 0.005
"""Largest gap between a sponge's face and the table over what it wipes [m]."""


class History:
    """Watches a model's buttons, lamps, sponges and spills after every control period.

    Args:
      model: The compiled world, with `size` numbers of userdata.
      things: Its things, whose ids are the names of their bodies.
    """

    def __init__(self, model: Any, things: Sequence[Thing]) -> None:
        self.model = model
        self._buttons = [int(model.joint(f"{t.id}_slide").qposadr[0]) for t in things if t.category == "button"]
        self._lamps = [t.id for t in things if t.category == "lamp"]
        self._spills = [t.id for t in things if t.category == "spill"]
        self._sponges = [(model.body(t.id).id, t.size / 2) for t in things if t.category == "sponge"]
        self._faucets = [t.id for t in things if t.category == "faucet"]
        self._table = model.body("table").id
        self._cells = cells()

    @staticmethod
    def size(things: Sequence[Thing]) -> int:
        """How many numbers these things need: one for each button, lamp and cell of a spill."""
        return sum({"button": 1, "lamp": 1, "spill": len(cells())}.get(t.category, 0) for t in things)

    @property
    def busy(self) -> bool:
        """Whether there is anything to watch."""
        return bool(self._buttons or self._spills or self._faucets)

    def start(self, data: Any, lit: bool) -> None:
        """Begin: lamps lit or not, nothing wiped."""
        data.userdata[:] = 0.0
        data.userdata[self._lit] = float(lit)

    def after(self, data: Any) -> None:
        """Take note of what the last control period brought about."""
        if self._buttons:
            self._press(data)
        if self._spills:
            self._wipe(data)
        self.paint(data)

    def lit(self, kept: Array) -> Mapping[Id, bool]:
        """Lamp -> whether it is lit."""
        return {i: bool(v) for i, v in zip(self._lamps, kept[self._lit], strict=True)}

    def wiped(self, kept: Array) -> Mapping[Id, float]:
        """Spill -> share that is wiped away."""
        return {i: float(np.mean(kept[self._cells_of(n)])) for n, i in enumerate(self._spills)}

    def paint(self, data: Any) -> None:
        """Show it: the model's colours have no part in the physics."""
        rgba = self.model.geom_rgba
        for id, on in self.lit(data.userdata).items():
            rgba[self.model.geom(f"{id}_glow").id] = GLOW if on else DARK
        for n, id in enumerate(self._spills):
            first, wiped = self.model.geom(f"{id}_cell_0").id, data.userdata[self._cells_of(n)]
            rgba[first : first + len(wiped), 3] = np.where(wiped > 0, 0.0, COFFEE[3])
        for id in self._faucets:
            joint = self.model.joint(f"{id}_hinge")
            turned = data.qpos[joint.qposadr[0]] / joint.range[1]
            rgba[self.model.geom(f"{id}_water").id, 3] = WATER[3] if turned >= RUNNING else 0.0

    @property
    def _lit(self) -> slice:
        return slice(len(self._buttons), len(self._buttons) + len(self._lamps))

    def _cells_of(self, spill: int) -> slice:
        start = len(self._buttons) + len(self._lamps) + spill * len(self._cells)
        return slice(start, start + len(self._cells))

    def _press(self, data: Any) -> None:
        down = data.userdata[: len(self._buttons)]
        for i, address in enumerate(self._buttons):
            pressed = float(data.qpos[address]) / PRESS
            if pressed >= PRESSED and not down[i]:
                down[i] = 1.0
                data.userdata[self._lit] = 1.0 - data.userdata[self._lit]
            elif pressed <= RELEASED:
                down[i] = 0.0

    def _wipe(self, data: Any) -> None:
        for body, half in self._sponges:
            if not self._rubs(data, body):
                continue
            for n, id in enumerate(self._spills):
                spill = data.body(id)
                points = np.column_stack([self._cells, np.zeros(len(self._cells))]) @ spill.xmat.reshape(3, 3).T + spill.xpos
                local = (points - data.xpos[body]) @ data.xmat[body].reshape(3, 3)
                under = np.all(np.abs(local) <= half + np.array([0.0, 0.0, RUB]), axis=1)
                data.userdata[self._cells_of(n)][under] = 1.0

    def _rubs(self, data: Any, body: int) -> bool:
        """Whether a body touches the table."""
        owners = self.model.geom_bodyid[data.contact.geom[: data.ncon]]
        return bool(np.any(np.all(np.sort(owners, axis=1) == sorted((body, self._table)), axis=1)))


class Watcher(Protocol):
    """What takes note of each control period that passes."""

    @property
    def busy(self) -> bool: ...
    def after(self, data: Any) -> None: ...
    def paint(self, data: Any) -> None: ...


class WatchedRobot(MujocoRobot):
    """The simulated robot of a world with a history: each control period that passes is taken note of."""

    history: Watcher | None = None

    def send(self, command: Command) -> None:
        super().send(command)
        if self.history is not None:
            self.history.after(self.data)
