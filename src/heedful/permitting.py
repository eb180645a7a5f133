"""What a real robot may begin without being asked: what a person confirmed once, and saw go well on it. Everything else asks first."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from heedful.hardware.commission import SLOW, Commission, read, save
from heedful.types import SkillCall

ASKED = "{} was never seen to go well on this robot, and nobody is here to confirm it: give the instruction with `heedful run` at a prompt"
AGAIN = "it did not go well, and nobody is here to be asked whether it may try again ({}); asks: false in {} lets it"


@dataclass(slots=True)
class Permits:
    """Asks a person before a commissioned robot does what is new to it, and writes down what went well.

    Args:
      commission: The robot's record; None for a simulated robot without one, which may do everything.
      confirm: Puts a question, and waits for the answer; None where nobody is there. Called beside the control loop.
      preview: Where the tool will be led, for the person to look at; a sentence.
    """

    commission: Commission | None = None
    confirm: Callable[[str, str], bool] | None = None
    preview: Callable[[SkillCall], str] = lambda call: ""
    _confirmed: set[str] = field(default_factory=set)

    @property
    def speed(self) -> float:
        """Share of its speed that the robot has: little until a first run went well."""
        return SLOW if self.commission is not None and not self.commission.ran else 1.0

    def pace(self, calls: Sequence[SkillCall]) -> float:
        """Share of its usual speed that calls go at: little while one of them was never seen to go well."""
        new = self.commission is not None and any(c.skill not in self.commission.skills and c.skill not in HARMLESS for c in calls)
        return SLOW if new else self.speed

    def asks(self, calls: Sequence[SkillCall]) -> bool:
        """Whether any of these is new to the robot."""
        return bool(self._new(calls))

    def begin(self, calls: Sequence[SkillCall]) -> str:
        """Ask for what is new among calls; why they may not begin, empty if they may. Waits for a person."""
        for call in self._new(calls):
            if self.confirm is None:
                return ASKED.format(call.skill)
            if not self.confirm(f"{call} is new to this robot. {self.preview(call)}".strip(), call.skill):
                return f"{call.skill} was not confirmed"
            self._confirmed.add(call.skill)
        return ""

    def again(self, why: str) -> str:
        """Ask whether it may try again after a failure; why not, empty if it may. Waits for a person."""
        if self.commission is None or not self.commission.asks:
            return ""
        if self.confirm is None:
            return AGAIN.format(why, self.commission.file.name)
        return "" if self.confirm(f"It did not go well: {why}. It would plan anew and go on.", "again") else f"not tried again: {why}"

    def went_well(self, names: Sequence[str], run: bool = False) -> None:
        """Skills, or with `run` a whole run, were verified to have succeeded: keep that in the robot's file."""
        if self.commission is None:
            return
        now = time.strftime("%Y-%m-%dT%H:%M:%S")
        new = {n: now for n in names if n not in self.commission.skills}
        ran = self.commission.ran or (now if run else "")
        if not new and ran == self.commission.ran:
            return
        self.commission = replace(self.commission, skills={**self.commission.skills, **new}, ran=ran)
        if fields := read(self.commission.file):
            save(self.commission.file, {**fields, "skills": dict(self.commission.skills), "ran": ran})

    def _new(self, calls: Sequence[SkillCall]) -> list[SkillCall]:
        known: Mapping[str, str] | set[str] = self.commission.skills if self.commission is not None else {}
        if self.commission is None:
            return []
        return [c for c in calls if c.skill not in known and c.skill not in self._confirmed and c.skill not in HARMLESS]


HARMLESS = frozenset({"wait"})
"""What moves nothing."""
