"""What people told the robot before, brought to bear on each call; and what they tell it now, kept for the next time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from heedful.adjusting import FIRMER
from heedful.control import ControlLoop
from heedful.directions import NoDirection
from heedful.episode import Episode
from heedful.keeping import Keeping
from heedful.program import Constraint
from heedful.types import Circumstance, Correction, Id, Memory, Recollection, Scene, SkillCall

HEEDED = frozenset({"nudge", "rotate", "grip", "rate", "constraint", "embodiment"})
"""Kinds that are applied to a call by themselves; anything else that was told is only said."""
WAITING = frozenset({"nudge", "rotate"})
"""Kinds that the executive keeps for a call until it comes off: they are not applied anew to each try."""
PACES = {"slower": 0.5, "much_slower": 0.25}
KEPT = ("upright", "gentle", "keep_out", "no_touch")


@dataclass(frozen=True, slots=True)
class Tried:
    """A call that has not come off yet."""

    nudges: list[tuple[Correction, Circumstance]]
    """What was said of its target meanwhile."""
    offset: bool
    """Whether recalled offsets were in force."""
    failed: bool
    """Whether it went wrong by itself; else a person ended it."""


@dataclass(slots=True, eq=False)
class Recalling:
    """A memory at work in one episode; without one, nothing is recalled and nothing kept."""

    memory: Memory | None = None
    notice: Callable[[str], None] = lambda sentence: None
    episode: str = ""
    """The run's folder, or another name of it."""
    _known: dict[SkillCall, Sequence[Recollection]] = field(default_factory=dict)
    _in_force: list[Recollection] = field(default_factory=list)
    _nudges: list[tuple[Correction, Circumstance]] = field(default_factory=list)
    _tried: dict[SkillCall, Tried] = field(default_factory=dict)
    _offset: bool = True
    _call: SkillCall | None = None

    def look_up(self, calls: Sequence[SkillCall], scene: Scene) -> Mapping[SkillCall, Sequence[Recollection]]:
        """What bears on calls. It may wait for a disk, so it is asked off the control loop."""
        return {c: self.memory.recall(c.skill, c.kwargs, scene) for c in calls} if self.memory is not None else {}

    def know(self, found: Mapping[SkillCall, Sequence[Recollection]]) -> None:
        """What bears on the calls that come next."""
        self._known = dict(found)

    def begin(self, call: SkillCall, control: ControlLoop, keeping: Keeping, episode: Episode) -> None:
        """A call starts: what was told of such a call applies, and it is said because of what. An offset under which it went wrong, with
        nobody to say more, is left out of the next try, and taken up again in the one after."""
        tried = self._tried.pop(call, None)
        self._in_force, self._nudges, self._call = [], list(tried.nudges) if tried else [], call
        changes = tried is not None and tried.failed and not tried.nudges
        self._offset = tried is None or tried.offset != changes
        control.heed.adjusting.recalled_grip = 1.0
        for found in self._known.get(call, ()):
            if not found.exact or found.rule.get("kind") not in HEEDED:
                self.notice(f"you once told me: “{found.utterance}”; say so again if it holds here")
            elif tried is not None and found.rule.get("kind") in WAITING:  # it waited for this try with whatever else was said of the call
                if changes and (offset := found.rule["effect"].get("offset")) is not None:
                    control.heed.adjusting.shifted(np.asarray(offset, dtype=float) * (1.0 if self._offset else -1.0))
                    self.notice(f"trying {'with' if self._offset else 'without'} what you told me: “{found.utterance}”")
                if self._offset or "offset" not in found.rule["effect"]:
                    self._in_force.append(found)
            elif said := self._applied(found.correction(), control, keeping, episode):
                self._in_force.append(found)
                self.notice(f"{said}, {found.because}")
                if self.memory is not None:
                    self.memory.used(found)

    def _applied(self, rule: Correction, control: ControlLoop, keeping: Keeping, episode: Episode) -> str:
        """Bring what was told before into force for this call; what it is, or nothing where it does not fit."""
        if rule.kind == "constraint":
            return self._constrained(rule, keeping, control.obs.scene)
        if rule.kind == "embodiment":
            arm = next((n for n in control.robot.parts if f"{rule.effect.get('arm')}_arm" == n), "")
            episode.arm = arm or episode.arm
            return f"with the {arm.replace('_', ' ')}" if arm else ""
        if rule.kind == "rate":
            factor = rule.effect.get("factor")
            pace = float(factor) if isinstance(factor, (int, float)) else PACES.get(str(factor), 1.0)
            control.heed.recalled_pace = min(control.heed.recalled_pace, pace)
            return f"at {100 * pace:.0f} % of my speed" if pace < 1.0 else ""
        if rule.kind == "grip":
            control.heed.adjusting.recalled_grip = FIRMER if rule.effect.get("change") == "tighter" else 1 / FIRMER
            return f"gripping {rule.effect.get('change')}"
        try:
            return control.heed.adjusting.take(rule, control.obs, control.tool)
        except (NoDirection, ValueError, KeyError, TypeError):
            return ""

    def _constrained(self, rule: Correction, keeping: Keeping, scene: Scene | None) -> str:
        kind, named = rule.effect.get("type"), rule.effect.get("object")
        things: list[Id] = [i for i, t in scene.objects.items() if named in (i, t.category, t.name)] if scene is not None else []
        mine = set(map(str, self._call.kwargs.values())) if self._call is not None else set()
        about = None if kind == "gentle" else next((i for i in things if i in mine), things[0] if things else None)
        if kind not in KEPT or (kind != "gentle" and about is None):
            return ""
        keeping.add(Constraint(kind, about))
        return "gently" if about is None else f"{str(kind).replace('_', ' ')}: {about}"

    def heard(self, correction: Correction, control: ControlLoop, calls: int) -> str:
        """Something was said: preferences and lasting facts are kept at once, nudges once their call has come off."""
        call = self._call
        context = Circumstance(
            call.skill if call else "", call.kwargs if call else {}, control.obs.scene, None, self.episode, calls
        )  # fmt: skip
        if correction.kind == "nudge":
            x, y, z = (float(v) for v in control.heed.adjusting.offset)
            told = replace(correction, effect={**correction.effect, "offset": (x, y, z)})
            self._nudges = [(told, replace(context, offset=(x, y, z)))] if call else []
            return ""
        if self.memory is None:
            return "I have no memory here, so that holds for this task only" if correction.kind == "preference" else ""
        kept = self.memory.tell(correction, context)
        return f"remembered for {kept.scope.replace(':', ' ')}" if kept is not None else ""

    def ended(self, done: bool, failed: bool) -> None:
        """A call came off, went wrong, or was ended by a person: whether what was applied to it worked, and its nudges are kept if it came
        off."""
        in_force, nudges, call = self._in_force, self._nudges, self._call
        self._in_force, self._nudges, self._call = [], [], None
        if call is not None and not done:
            self._tried[call] = Tried(nudges, self._offset, failed)
        if self.memory is None:
            return
        for found in in_force if done or failed else ():
            self.memory.used(found, worked=done)
        for correction, context in nudges if done else ():
            self.memory.tell(correction, context)
