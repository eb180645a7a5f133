"""Edits applied to a draft of the episode, off the control loop; what cannot be done is refused and changes nothing."""

from __future__ import annotations

from dataclasses import replace

from heedful.agents.planner.search import NoPlan, find, reachable
from heedful.agents.planner.task import Means
from heedful.agents.understanding.bind import bind
from heedful.agents.understanding.saying import said
from heedful.edits import believing, bodily, ordering, placing, pursuing, restoring, retargeting
from heedful.edits.outcome import Edit, Refused, Unsure
from heedful.edits.setting import Setting, steps_of
from heedful.episode import Amended, Episode, Plan
from heedful.program import Achieve, Do
from heedful.types import Correction

STEPS = frozenset({"target", "goal", "skill", "order", "undo"})
"""Kinds that edit the steps of the plan."""
NEEDED = {
    "constraint": {"type": "what to keep to"}, "skill": {"new": "how else"}, "embodiment": {"arm": "with which arm"},
    "fact": {"predicate": "what is so"},
}  # fmt: skip
"""What an edit cannot do without, in words: fronts make corrections of their own."""


def edited(correction: Correction, draft: Episode, setting: Setting) -> Edit:
    """Make an edit in a draft. Raises Refused, with the draft not to be used, or Unsure, with what to ask."""
    if not setting.by_steps and correction.kind in STEPS:
        raise Refused("this planner goes by the words of the instruction alone; say 'cancel', and what you want instead")
    if unsaid := next((w for f, w in NEEDED.get(correction.kind, {}).items() if correction.effect.get(f) is None), ""):
        raise Refused(f"it is not said {unsaid}")
    before = Amended(
        correction.kind, list(steps_of(draft)), draft.achieved, dict(draft.bindings), list(draft.under), draft.arm, len(draft.log)
    )
    edit = _edited(correction, draft, setting)
    if correction.kind != "undo":
        draft.amended.append(before)
    if correction.kind in ("target", "goal", "skill", "order"):
        _possible(correction, draft, setting)
    return edit


def _edited(correction: Correction, draft: Episode, setting: Setting) -> Edit:
    match correction.kind:
        case "target":
            return retargeting.target(correction, draft, setting)
        case "goal":
            return placing.goal(correction, draft, setting)
        case "skill":
            return bodily.skill(correction.effect, draft, setting)
        case "embodiment":
            return bodily.embodiment(correction.effect, draft, setting)
        case "constraint":
            return bodily.constraint(correction.effect, draft, setting)
        case "order":
            return ordering.order(correction.effect, draft, setting)
        case "undo":
            return restoring.undo(correction.effect, draft, setting)
        case "fact":
            return believing.fact(correction, draft, setting)
        case "grip":
            return bodily.let_go(correction.effect, draft, setting)
        case "reward":
            return pursuing.reward(correction.effect, draft)
    raise Refused(f"I do not know how to do that: {correction.kind}")


def _possible(correction: Correction, draft: Episode, setting: Setting) -> None:
    """Whether the step that is next can be done. Raises Refused or Unsure."""
    steps = steps_of(draft)
    if draft.achieved >= len(steps):
        return
    found = bind(steps[draft.achieved], setting.scene, dict(draft.bindings))
    if isinstance(found, Plan):
        if found.kind == "ask":
            called = {i: n for n, i in setting.ids.items()}
            raise Unsure(replace(correction, ask=True, reply=found.sentence, candidates=tuple(called.get(i, i) for i in found.candidates)))
        raise Refused(found.sentence)
    if isinstance(found, Do) and found.skill not in setting.library:
        raise Refused(f"I have no skill named {found.skill!r}")
    if isinstance(found, Achieve):
        skills = list(setting.library)
        if not reachable(skills, setting.scene, found.goal):
            why = find(skills, setting.scene, found.goal)
            raise Refused(why.sentence if isinstance(why, NoPlan) else f"I know no way to that: {said(found, setting.scene)}")
        if found.by and correction.kind == "skill":
            calls = find(skills, setting.scene, found.goal, means=Means(found.by, tuple(map(str, found.using))))
            if isinstance(calls, NoPlan) or not any(c.skill.split("_")[0] in found.by for c in calls):
                raise Refused(f"I cannot do it by {found.by[0]}; going on as before")
