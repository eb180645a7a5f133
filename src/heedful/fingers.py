"""Fingers by word: `let go` and `close your hand` are in the next command, whatever the running skill wants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from heedful.types import Action, Grip, PartSpec

LASTS = 0.8
"""Robot time for which fingers are moved [s]."""
FORCE = 20.0
"""With at most this force [N]."""


@dataclass(slots=True, eq=False)
class Fingers:
    """What fingers were told."""

    parts: Mapping[str, PartSpec]
    change: str = ""
    """`open` or `close`; empty once it is done."""
    _left: float = 0.0

    def tell(self, change: str) -> None:
        self.change, self._left = change, LASTS

    @property
    def moving(self) -> bool:
        return bool(self.change)

    def wanted(self, action: Action, grippers: Sequence[str], dt: float) -> Action:
        """An action with the fingers as they were told, for as long as that takes."""
        if not self.change:
            return action
        self._left -= dt
        told = {g: Grip(float(self.parts[g].upper[0]) if self.change == "open" else 0.0, self.parts[g].force or FORCE) for g in grippers}
        if self._left <= 0.0:
            self.change = ""
        return Action({**action.parts, **{g: Grip(t.width, min(t.force, FORCE)) for g, t in told.items()}})
