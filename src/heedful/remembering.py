"""What people told the robot before, brought to bear on each call; and what they tell it now, kept for the next time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from heedful.control import ControlLoop
from heedful.directions import NoDirection
from heedful.episode import Episode
from heedful.keeping import Keeping
from heedful.program import Constraint
from heedful.types import Circumstance, Correction, Memory, Recollection, SkillCall

HEEDED = frozenset({"nudge", "rotate", "rate", "constraint", "embodiment"})
"""Kinds that are applied to a call by themselves; anything else that was told is only said."""


@dataclass(slots=True, eq=False)
class Remembering:
    """A memory at work in one episode; without one, nothing is recalled and nothing kept."""

    memory: Memory | None = None
    notice: Callable[[str], None] = lambda sentence: None
    episode: str = ""
    _in_force: list[Recollection] = field(default_factory=list)
    _nudged: list[tuple[Correction, Circumstance]] = field(default_factory=list)
    _call: SkillCall | None = None

    def begin(self, call: SkillCall, control: ControlLoop, keeping: Keeping, episode: Episode) -> None:
        """A call starts: what was told of such a call applies, and it is said because of what."""
        self._in_force, self._nudged, self._call = [], [], call
        if self.memory is None:
            return
        for found in self.memory.recall(call.skill, call.kwargs, control.obs.scene):
            if not found.exact or found.rule.get("kind") not in HEEDED:
                self.notice(f"you once told me: “{found.utterance}”; say so again if it holds here")
                continue
            if self._applied(found.correction(), control, keeping, episode):
                self._in_force.append(found)
                self.memory.used(found)
                self.notice(f"{found.correction().kind}, {found.because}")

    def _applied(self, rule: Correction, control: ControlLoop, keeping: Keeping, episode: Episode) -> bool:
        heed, scene = control.heed, control.obs.scene
        if rule.kind == "constraint":
            named = rule.effect.get("object")
            things = [i for i, t in scene.objects.items() if named in (i, t.category, t.name)] if scene is not None else []
            kind = rule.effect.get("type")
            if kind not in ("upright", "gentle", "keep_out", "no_touch") or (kind != "gentle" and not things):
                return False
            mine = set(map(str, self._call.kwargs.values())) if self._call is not None else set()
            about = None if kind == "gentle" else next((i for i in things if i in mine), things[0])
            keeping.add(Constraint(kind, about))
            return True
        if rule.kind == "embodiment":
            episode.arm = next((n for n in control.robot.parts if str(rule.effect.get("arm")) in n), episode.arm)
            return bool(episode.arm)
        if rule.kind == "rate":
            heed.recalled_pace = min(heed.recalled_pace, {"slower": 0.5, "much_slower": 0.25}.get(str(rule.effect.get("factor")), 1.0))
            return heed.recalled_pace < 1.0
        part = next((p.pose for p in control.obs.parts.values() if p.pose is not None), None)
        try:
            heed.adjusting.take(rule, control.obs, part.pos if part is not None else np.zeros(3))
        except (NoDirection, ValueError, KeyError, TypeError):
            return False
        return True

    def heard(self, correction: Correction, control: ControlLoop, calls: int) -> str:
        """Something was said: preferences and lasting facts are kept at once, nudges once their call has come off."""
        call = self._call
        offset = tuple(float(v) for v in control.heed.adjusting.offset)
        context = Circumstance(
            call.skill if call else "", call.kwargs if call else {}, control.obs.scene, None, self.episode, calls
        )  # fmt: skip
        if correction.kind in ("nudge", "rotate"):
            self._nudged = [(correction, replace(context, offset=(offset[0], offset[1], offset[2])))]
            return ""
        if self.memory is None:
            return "I have no memory here, so that holds for this task only" if correction.kind == "preference" else ""
        kept = self.memory.tell(correction, context)
        return f"remembered for {kept.scope.replace(':', ' ')}" if kept is not None else ""

    def ended(self, done: bool) -> None:
        """A call ended: whether what was applied to it worked, and its nudges are kept if it came off."""
        memory, in_force, nudged = self.memory, self._in_force, self._nudged
        self._in_force, self._nudged, self._call = [], [], None
        if memory is None:
            return
        for found in in_force:
            memory.used(found, worked=done)
        for correction, context in nudged if done else ():
            memory.tell(correction, context)
