"""A Scene of which only that is measured which is read: what a reward that is asked for in every tick needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from heedful.geometry import Array
from heedful.types import Id, Scene, Thing

if TYPE_CHECKING:
    from heedful.envs.truth import Truth


class Glimpse(Scene):
    """A Scene that is measured as it is read."""

    __slots__ = ("_kept", "_truth")

    def __init__(self, truth: Truth, time: float, kept: Array) -> None:
        for name, value in (("_truth", truth), ("_kept", kept), ("time", time), ("objects", _Things(truth, time))):
            object.__setattr__(self, name, value)

    def __getattr__(self, name: str) -> Any:  # of a slot that nothing was put in yet
        truth, kept = self._truth, self._kept
        history = truth.history if len(kept) else None
        match name:
            case "held":
                value: Any = truth.held()
            case "joints":
                value = truth.opened()
            case "contacts":
                value = truth.touching(self.objects)
            case "lit":
                value = history.lit(kept) if history else {}
            case "wiped":
                value = history.wiped(kept) if history else {}
            case "fill":
                value = truth.fill(self.objects)
            case "reach":
                value = truth.reach()
            case _:
                raise AttributeError(name)
        object.__setattr__(self, name, value)
        return value


class _Things(Mapping[Id, Thing]):
    def __init__(self, truth: Truth, time: float) -> None:
        self._truth, self._time, self._placed = truth, time, dict[Id, Thing]()

    def __getitem__(self, id: Id) -> Thing:
        if (found := self._placed.get(id)) is None:
            found = self._placed[id] = self._truth.placed(id, self._time)
        return found

    def __iter__(self) -> Iterator[Id]:
        return (t.id for t in self._truth.things)

    def __len__(self) -> int:
        return len(self._truth.things)
