"""Undo, as an edit: take back the last edit, or plan back to the state before the last segment that changed anything."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from heedful.agents.planner.search import NoPlan, find
from heedful.edits.names import identified
from heedful.edits.outcome import Edit, Refused
from heedful.edits.setting import Setting, leave_out, steps_of
from heedful.edits.undoing import back_to, changed, moment_of
from heedful.episode import Episode, Moment
from heedful.predicates import say
from heedful.program import Achieve, Program
from heedful.types import Id, Scene

KINDS = ("target", "goal", "skill", "order", "constraint", "embodiment", "fact")


def undo(effect: Mapping[str, Any], draft: Episode, setting: Setting) -> Edit:
    """Restore an earlier state, or withdraw a correction. Raises Refused where that cannot be."""
    scope, what = str(effect.get("scope", "last")), effect.get("what")
    if scope == "named":
        if what in KINDS:
            return _withdrawn(str(what), draft)
        thing = identified(what, setting.ids, setting.scene)
        if thing is None:
            raise Refused(f"I know of no {what} to undo")
        return _restored(_first_change(draft, setting.scene, thing), draft, setting, thing)
    if scope == "all":
        return _restored(draft.moments[0] if draft.moments else None, draft, setting, everything=True)
    done_since = draft.amended and any(s.outcome.ok for s in draft.log[draft.amended[-1].calls :])
    if draft.amended and not done_since:
        return _withdrawn(draft.amended[-1].kind, draft)
    return _restored(_last_change(draft, setting.scene), draft, setting)


def _withdrawn(kind: str, draft: Episode) -> Edit:
    """Take back the last edit of a kind, and what came after it."""
    at = next((i for i in range(len(draft.amended) - 1, -1, -1) if draft.amended[i].kind == kind), None)
    if at is None:
        if kind == "constraint" and any(isinstance(s, Achieve) and s.under for s in steps_of(draft)):
            return _freed(draft)
        raise Refused(f"there is no {kind} to take back")
    before = draft.amended[at]
    if kind == "constraint":  # a condition is taken out by itself: what was said after it stays
        gone = [c for c in draft.under if c not in before.under]
        draft.under = [c for c in draft.under if c not in gone]
        draft.steps = [_without_conditions(s, gone) for s in steps_of(draft)]
        del draft.amended[at]
        return Edit("that condition is lifted")
    draft.steps, draft.achieved, draft.bindings = list(before.steps), before.achieved, dict(before.bindings)
    draft.under, draft.arm = list(before.under), before.arm
    if kind == "fact" and draft.told:
        draft.told.pop()
    del draft.amended[at:]
    return Edit(f"taking back what you said of the {kind}")


def _freed(draft: Episode) -> Edit:
    conditions = [c for s in steps_of(draft) if isinstance(s, Achieve) for c in s.under]
    draft.under = []
    draft.steps = [_without_conditions(s, conditions) for s in steps_of(draft)]
    return Edit("the conditions of the way there are lifted")


def _without_conditions(step: Program, gone: list[Any]) -> Program:
    if not isinstance(step, Achieve):
        return step
    return Achieve(step.goal, step.by, step.using, tuple(c for c in step.under if c not in gone))


def _last_change(draft: Episode, scene: Scene) -> Moment | None:
    now = moment_of(scene)
    return next((m for m in reversed(draft.moments) if _differs(m, now)), None)


def _first_change(draft: Episode, scene: Scene, thing: Id) -> Moment | None:
    now = moment_of(scene)
    return next((m for m in draft.moments if changed(m, now, thing)), None)


def _differs(then: Moment, now: Moment) -> bool:
    return bool(changed(then, now)) or then.fill != now.fill or then.wiped != now.wiped


def _restored(moment: Moment | None, draft: Episode, setting: Setting, thing: Id | None = None, everything: bool = False) -> Edit:
    """Plan back to a moment. What was done since is not to be done again; what was to come after it still is."""
    if moment is None:
        raise Refused("there is nothing to undo: everything is as it was")
    goal = back_to(moment, setting.scene, thing)
    found = find(list(setting.library), setting.scene, goal)
    if isinstance(found, NoPlan):
        raise Refused(f"that cannot be undone: {found.sentence}")
    if thing is not None:
        leave_out(thing, draft, setting, moment.achieved)
    steps = steps_of(draft)
    later = steps[moment.achieved + (thing is None) :]
    kept = steps[: moment.achieved]
    draft.steps, draft.achieved = [*kept, Achieve(goal), *([] if everything else later)], len(kept)
    draft.moments = [m for m in draft.moments if m.calls < moment.calls] if thing is None else draft.moments
    return Edit(f"back to how it was: {say(goal, setting.scene)}")
