"""What a correction is understood against: the skill in motion, what it acts on, what was said before, and where the person stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from heedful.types import Correction, Id

Facing = Literal["robot", "beside_robot", "behind_robot"]
"""Opposite the robot and facing it; beside it; behind it, looking its way."""
ROBOT, PERSON, TABLE, EDGE, CENTRE, FLOOR, ALL = "robot", "person", "table", "table edge", "table centre", "floor", "all"


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The state that words are read against. Things go by names that tell them apart: `striped mug`, `left can`."""

    running_skill: str | None = None
    """The skill in motion, or suspended by a pause or a halt; None while the robot is idle."""
    bindings: Mapping[str, str] = field(default_factory=dict)
    """Its arguments by role: `object`, `target`; a role that it does not have is absent."""
    scene: tuple[str, ...] = ()
    """Names of the things present."""
    last: Correction | None = None
    """The correction taken last; it need not bear on what is said now."""
    mentioned: tuple[str, ...] = ()
    """Things lately spoken of, most salient first."""
    facing: Facing = "robot"
    held: bool = False
    """Whether a person's word holds the robot; `go on` then means that it may move again, whatever was said since."""
    ids: Mapping[str, Id] = field(default_factory=dict)
    """Name -> the id it stands for, where there is a measured scene behind the names."""
    reward: tuple[Any, ...] = ()
    """The rewards that are followed, one after the other, which words may edit; empty where no reward is."""
    stage: int = 0
    """Which of them is followed now, counted from 0."""
    spoken_of: Any = None
    """What those may be about: their `Names`."""

    @property
    def object(self) -> str | None:
        """What the running skill acts on."""
        return self.bindings.get("object")

    @property
    def target(self) -> str | None:
        """Where the running skill takes it."""
        return self.bindings.get("target")

    @staticmethod
    def of(state: Mapping[str, Any]) -> Dialogue:
        """The dialogue of a record's `state`; see data/README.md of the corrections for its fields."""
        last = state.get("last_correction")
        return Dialogue(
            state.get("running_skill"),
            dict(state.get("bindings") or {}),
            tuple(state.get("scene") or ()),
            None if not last else Correction("", last["kind"], last["effect"]),
            tuple(state.get("mentioned") or ()),
            (state.get("person") or {}).get("facing", "robot"),
        )
