"""Steps before, after or in the place of others: `open it first`, `and then the banana as well`, `skip that`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from heedful.agents.understanding.saying import in_words, said
from heedful.edits.outcome import Edit, Refused
from heedful.edits.setting import Setting, leave_out
from heedful.episode import Episode
from heedful.predicates import evaluate
from heedful.program import TRUE, Achieve, And, Do, Formula, Or, Program, atoms
from heedful.skills import Skill
from heedful.types import Id, SkillCall

CALL = re.compile(r"\s*(\w+)\s*(?:\(([^()]*)\))?\s*")
VERBS = {
    "move": "place", "put": "place", "lift": "pick", "take": "pick", "slide": "push", "drop": "place", "navigate": "drive", "tap": "press",
    "close": "close", "open": "open", "give": "hand", "scoop": "scoop", "turn": "turn",
}  # fmt: skip
"""Words for skills -> the first word of the names of those that do it."""


def order(effect: Mapping[str, Any], draft: Episode, setting: Setting) -> Edit:
    """Put a step first, next or last, or leave one out."""
    steps, at, what = draft.steps or [], draft.achieved, str(effect.get("what", "current"))
    if effect.get("op") == "skip":
        return _skipped(what, steps, draft, setting)
    step = _step(what, setting)
    if effect.get("op") == "first":
        steps.insert(at, step)
        return Edit(f"first {said(step, setting.scene)}")
    if effect.get("when") == "end":
        steps.append(step)
        return Edit(f"at the end {said(step, setting.scene)}")
    steps.insert(min(at + 1, len(steps)), step)
    return Edit(f"after this {said(step, setting.scene)}")


def _skipped(what: str, steps: list[Program], draft: Episode, setting: Setting) -> Edit:
    at = draft.achieved
    if what == "current":
        gone, steps[at : at + 1] = steps[at : at + 1], []
    elif what == "next":
        gone, steps[at + 1 : at + 2] = steps[at + 1 : at + 2], []
    elif what == "rest":
        gone, steps[at + 1 :] = steps[at + 1 :], []
    else:
        gone = _leave_out(what, steps, at, draft, setting)
    if not gone:
        raise Refused("there is no such step left to skip")
    return Edit(f"leaving out: {', then '.join(said(g, setting.scene) for g in gone)}")


def _leave_out(what: str, steps: list[Program], at: int, draft: Episode, setting: Setting) -> list[Program]:
    """Leave out the steps that a call or a thing tells."""
    verb, things = _parsed(what, setting)
    if things:
        return leave_out(things[0], draft, setting, at)
    found = next((i for i in range(at, len(steps)) if _does(steps[i], verb)), at if at < len(steps) else None)
    return [] if found is None else [steps.pop(found)]


def _does(step: Program, verb: str) -> bool:
    return isinstance(step, Do) and step.skill.startswith(verb)


def _step(what: str, setting: Setting) -> Program:
    """What a call asks for, as a step: its effects as the goal where it has any, so that whatever it takes is planned."""
    verb, things = _parsed(what, setting)
    fitting = [s for s in setting.library if s.name == verb or s.name.split("_")[0] == verb or s.verb == verb]
    if not fitting:
        raise Refused(f"I have no skill to {verb.replace('_', ' ')}")
    goals = list(dict.fromkeys(g for s in fitting if (g := _goal(s, things, setting)) is not None))
    if len(goals) == 1 or (goals and len(things) > 1):
        return Achieve(goals[0])
    if len(goals) > 1:
        return Achieve(_likeliest(goals, setting))
    if not things and (alone := [s for s in fitting if not any(p.required for p in s.params)]):
        return Do(alone[0].name)
    name = verb.replace("_", " ")
    raise Refused(f"I do not see what I could {name}" if not things else f"I cannot {name} {setting.name(things[0])}")


def _goal(skill: Skill, things: list[Id], setting: Setting) -> Formula | None:
    """The effects of a skill on these things; a tool or a button that was not named may be any that is there."""
    names = [p.name for p in skill.params if p.kind == "id" and p.required]
    if not things or len(things) > len(names) or skill.post == TRUE:
        return None
    calls = [c for c in skill.calls(setting.scene) if [str(v) for _, v in c.args[: len(things)]] == things]
    if not calls:
        return None
    call = SkillCall(skill.name, calls[0].args)
    goal = skill.bind(skill.post, call.kwargs)
    named = set(things) | {"table"}
    parts = goal.parts if isinstance(goal, And) else (goal,)
    kept = [p for p in parts if not isinstance(p, (Or,)) and all(t in named for t in _things(p))]
    return (kept[0] if len(kept) == 1 else And(tuple(kept))) if kept else None


def _things(part: Formula) -> list[str]:
    return [str(t) for a in atoms(part) for t in a.args]


def _likeliest(goals: list[Formula], setting: Setting) -> Formula:
    """Of a switch that goes on and off, the way it is not; else refuse rather than guess."""
    now = [g for g in goals if evaluate(g, setting.scene) is False]
    if len(now) == 1:
        return now[0]
    raise Refused(f"which: {' or '.join(in_words(g, setting.scene) for g in goals)}?")


def _parsed(what: str, setting: Setting) -> tuple[str, list[Id]]:
    found = CALL.fullmatch(what)
    if found is None:
        raise Refused(f"I cannot tell which step {what[:40]!r} is")
    word, args = found.groups()
    if args is None and word not in VERBS and word not in setting.library and (word in setting.ids):
        return "", [setting.thing(word)]
    things = [setting.thing(a.strip()) for a in (args or "").split(",") if a.strip()]
    return VERBS.get(word, word), things
