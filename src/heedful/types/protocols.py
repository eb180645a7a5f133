"""Who may provide a body, eyes, or a policy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from heedful.types.acting import Action, Command
from heedful.types.parts import PartSpec
from heedful.types.scene import Scene
from heedful.types.seeing import Observation


class Robot(Protocol):
    """A body that can be observed and commanded, simulated or real. It knows no world."""

    @property
    def name(self) -> str: ...
    @property
    def parts(self) -> Mapping[str, PartSpec]: ...
    @property
    def dt(self) -> float: ...
    def observe(self) -> Observation: ...
    def send(self, command: Command) -> None: ...
    def hold(self) -> None: ...
    def close(self) -> None: ...


class Perceiver(Protocol):
    """Turns what was sensed into a Scene, in a thread of its own."""

    def snapshot(self, observation: Observation) -> Any: ...
    def perceive(self, snapshot: Any) -> Scene: ...


class Policy(Protocol):
    """Pixels and words to a chunk of actions, one per tick."""

    def reset(self) -> None: ...
    def act(self, observation: Observation, instruction: str) -> Sequence[Action]: ...
