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

    __slots__ = ("_data", "_kept", "_truth")

    def __init__(self, truth: Truth, data: Any, kept: Array) -> None:
        put = object.__setattr__
        put(self, "_truth", truth)
        put(self, "_data", data)
        put(self, "_kept", kept)
        put(self, "time", float(data.time))
        put(self, "told", False)
        put(self, "facing", False)
        put(self, "objects", _Things(truth, data))

    def __getattr__(self, name: str) -> Any:  # of a slot that nothing was put in yet
        truth, kept = self._truth, self._kept
        history = truth.history if len(kept) else None
        match name:
            case "held":
                value: Any = truth.held()
            case "joints":
                value = truth.opened(self._data)
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
    def __init__(self, truth: Truth, data: Any) -> None:
        self._truth, self._data = truth, data
        self._placed: dict[Id, Thing] = {}

    def __getitem__(self, id: Id) -> Thing:
        found = self._placed.get(id)
        if found is None:
            found = self._placed[id] = self._truth.placed(self._data, id)
        return found

    def get(self, id: Id, default: Any = None) -> Any:
        return self[id] if id in self._truth else default

    def __iter__(self) -> Iterator[Id]:
        return (t.id for t in self._truth.things)

    def __len__(self) -> int:
        return len(self._truth.things)
