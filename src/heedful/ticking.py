"""What the control loop tells of itself: each of its turns, and why an instruction or a thought ends."""

from __future__ import annotations

from dataclasses import dataclass

from heedful.hardware.guarded import Sent
from heedful.types import Action, Adjustment, Observation, SkillCall


@dataclass(frozen=True, slots=True, eq=False)
class Tick:
    """One turn of the control loop, as the recorder gets it."""

    number: int
    observation: Observation
    action: Action
    sent: Sent
    adjust: Adjustment
    calls: tuple[SkillCall, ...]
    halted: bool


class Superseded(Exception):
    """What was being thought about is not wanted any more, because edits of the plan were heard meanwhile."""


class Stopped(Exception):
    """The instruction ends here, by a person's word or a protective stop; carries verdict, code and sentence."""
