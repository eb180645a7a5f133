"""How it is done: by which skill, with which arm, under what conditions, and letting go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from heedful.edits.ordering import VERBS
from heedful.edits.outcome import Edit, Refused
from heedful.edits.setting import Setting, bound_step, steps_of
from heedful.edits.steps import without
from heedful.episode import Episode
from heedful.predicates import name_of
from heedful.program import Achieve, Atom, Constraint, Not
from heedful.types import Id

KEPT = ("keep_out", "no_touch", "upright", "gentle")
"""Conditions that are planned for and watched."""


def skill(effect: Mapping[str, Any], draft: Episode, setting: Setting) -> Edit:
    """Have the current step done by another skill, where one leads to the same end."""
    new = str(effect["new"])
    verb = new if any(s.name.split("_")[0] == new for s in setting.library) else VERBS.get(new, new)
    if not any(s.name.split("_")[0] == verb for s in setting.library):
        known = ", ".join(sorted({s.name.split("_")[0] for s in setting.library}))
        raise Refused(f"I have no skill to {new.replace('_', ' ')}; I can {known}")
    steps, step = steps_of(draft), bound_step(draft, setting)
    if not isinstance(step, Achieve):
        raise Refused(f"what I do now is not done by {new}")
    steps[draft.achieved] = replace(step, by=(verb,))
    return Edit(f"by {new.replace('_', ' ')} from here on" if verb == new else f"by {verb} from here on, which is how I {new}")


def embodiment(effect: Mapping[str, Any], draft: Episode, setting: Setting) -> Edit:
    """Use another arm; what the wrong hand holds is put down first."""
    wanted = str(effect["arm"])
    arms = [n for n, p in setting.parts.items() if p.kind == "arm"]
    if wanted == "base":
        if not any(p.kind == "base" for p in setting.parts.values()):
            raise Refused("I cannot drive: I stand fixed")
        return _drive_up(draft, setting)
    if len(arms) < 2:
        raise Refused(f"I have one arm only{'' if wanted in ('other', 'both') else ', and use it'}")
    if wanted == "both":
        raise Refused("I know no way to do this with both hands")
    now = draft.arm or draft.worked or arms[0]
    arm = next((a for a in arms if a != now), now) if wanted == "other" else next((a for a in arms if wanted in a), "")
    if not arm:
        raise Refused(f"I have no {wanted} arm; I have {' and '.join(arms)}")
    draft.arm = arm
    held = {a: setting.scene.held.get(setting.parts[a].gripper) for a in arms if a != arm}
    busy = next((i for i in held.values() if i is not None), None)
    if busy is not None:
        steps_of(draft).insert(draft.achieved, Achieve(Not(Atom("holding", (busy,)))))
        return Edit(f"with the {arm.replace('_', ' ')}, once {name_of(busy, setting.scene)} is put down")
    return Edit(f"with the {arm.replace('_', ' ')}")


def _drive_up(draft: Episode, setting: Setting) -> Edit:
    if setting.object is None:
        raise Refused("I do not know what to drive up to; say its name")
    steps_of(draft).insert(draft.achieved, Achieve(Atom("reachable", (setting.object,)), by=("drive",)))
    return Edit(f"driving up to {setting.name(setting.object)} first")


def constraint(effect: Mapping[str, Any], draft: Episode, setting: Setting) -> Edit:
    """Add a condition to the task: planned for, enforced and watched from now on."""
    kind, named = str(effect["type"]), effect.get("object")
    if kind not in KEPT:
        raise Refused(
            f"I cannot keep to that: {kind.replace('_', ' ')}; I can stay away from a thing, leave it untouched, upright, or be gentle"
        )
    if kind != "gentle" and named in (None, "person", "robot", "all", "floor"):
        raise Refused(f"I do not see {'you' if named == 'person' else 'what you mean'}, so I cannot promise that; say stop if I come near")
    about = None if kind == "gentle" else setting.thing(named)
    if kind == "keep_out" and about is not None and setting.scene.objects[about].category == "table":
        raise Refused("I cannot stay away from the table I work on")
    added = Constraint(kind, about)  # type: ignore[arg-type]
    if added in draft.under:
        return Edit(f"that holds already: {_kept(added, setting)}")
    draft.under.append(added)
    steps = steps_of(draft)
    for i in range(draft.achieved, len(steps)):
        step = steps[i]
        if isinstance(step, Achieve) and added not in step.under:
            steps[i] = replace(step, under=(*step.under, added))
    return Edit(_kept(added, setting))


def _kept(added: Constraint, setting: Setting) -> str:
    about = "" if added.about is None else setting.name(str(added.about))
    told = {"upright": f"keeping {about} upright", "gentle": "gently", "keep_out": f"staying away from {about}",
            "no_touch": f"not touching {about}"}  # fmt: skip
    return told[added.kind]


def let_go(effect: Mapping[str, Any], draft: Episode, setting: Setting) -> Edit:
    """Fingers were opened or closed by word: what was let go of stays where it is, and is not picked up again for this step."""
    if effect.get("change") == "close":
        return Edit("the fingers are closed")
    bound = bound_step(draft, setting)
    steps = steps_of(draft)
    thing: Id | None = setting.object
    if thing is None or bound is None:
        return Edit("the hand is open")
    if setting.scene.objects[thing].fixed:
        return Edit("the hand is open")
    left = without(bound, thing)
    if left == bound:
        return Edit("the hand is open")
    steps[draft.achieved : draft.achieved + 1] = [] if left is None else [left]
    return Edit(f"the hand is open, and {setting.name(thing)} stays where it is")
