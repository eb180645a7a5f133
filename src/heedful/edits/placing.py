"""Another place, relation or end state for what the running step is about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from heedful.edits.outcome import Edit, Refused, Unsure
from heedful.edits.setting import Setting, bound_step
from heedful.edits.steps import PLACED, STATES, rewritten, themes
from heedful.episode import Episode
from heedful.predicates import say
from heedful.program import Achieve, And, Atom, Formula, Not, atoms
from heedful.types import Correction, Id

OFF = {"unlit": "lit"}


def goal(correction: Correction, draft: Episode, setting: Setting) -> Edit:
    """Put another goal in the place of what the current step says of the same things."""
    effect = correction.effect
    step = bound_step(draft, setting)
    relation, reference = str(effect.get("relation")), effect.get("reference")
    if correction.kind == "goal" and isinstance(reference, list) and relation != "between":
        raise Unsure(replace(correction, ask=True, candidates=tuple(reference), reply=f"which one: {' or '.join(map(str, reference))}?"))
    steps = draft.steps or []
    if draft.achieved >= len(steps) or step is None:
        steps.append(Achieve(And()))
        step = steps[-1]
    if relation in STATES or relation in OFF:
        new = _state(relation, setting.thing(reference), effect.get("amount"))
        steps[draft.achieved] = Achieve(new, under=step.under if isinstance(step, Achieve) else ())
        return Edit(say(new, setting.scene))
    moved = _moved(effect.get("object"), step, setting)
    wanted = [_place(relation, i, reference, setting) for i in moved]
    kept = step.goal if isinstance(step, Achieve) else And()
    left = rewritten(kept, lambda a: None if a.args[:1] and a.args[0] in moved and a.name in PLACED | {"holding"} else a)
    parts: list[Formula] = [p for p in (left,) if p is not None and p != And()] + wanted
    goal: Formula = parts[0] if len(parts) == 1 else And(tuple(parts))
    steps[draft.achieved] = replace(step, goal=goal, by=()) if isinstance(step, Achieve) else Achieve(goal)
    return Edit(say(wanted[0] if len(wanted) == 1 else And(tuple(wanted)), setting.scene))


def _moved(named: Any, step: Any, setting: Setting) -> list[Id]:
    """The things whose place is meant: the one that was named, else all that the step puts where the running call takes its own."""
    if named is not None:
        return [setting.thing(named)]
    placed = [a for a in atoms(step.goal) if a.name in PLACED | {"holding"}] if isinstance(step, Achieve) else []
    mine = [a for a in placed if a.args[:1] == (setting.object,)]
    if mine:
        alike = [str(a.args[0]) for a in placed if a.name == mine[0].name and a.args[1:] == mine[0].args[1:] and mine[0].args[1:]]
        return list(dict.fromkeys([str(mine[0].args[0]), *alike]))
    found = themes(Achieve(And(tuple(placed)))) if placed else []
    if not found and setting.object is not None and not setting.scene.objects[setting.object].fixed:
        found = [setting.object]
    if not found:
        raise Refused("I do not know what to put there; say its name")
    return [i for i in found if not setting.scene.objects[i].fixed] or found


def _place(relation: str, thing: Id, reference: Any, setting: Setting) -> Formula:
    if relation == "held_by":
        if reference in ("robot", None):
            return Atom("holding", (thing,))
        raise Refused("I cannot hand things to a person; I can hold it, or put it down near you")
    if relation == "between":
        raise Refused("I cannot put things between others; say next to which")
    if relation not in PLACED:
        raise Refused(f"I know no way to put a thing {relation.replace('_', ' ')} another")
    place = setting.thing(reference)
    if place == thing:
        raise Refused(f"{setting.name(thing)} cannot go there: that is the thing itself")
    return Atom(relation, (thing, place))


def _state(relation: str, thing: Id, amount: Any) -> Formula:
    if relation == "full" and amount is not None and float(amount) < 0.8:
        return Atom("filled", (thing, f"{float(amount):g}"))
    return Not(Atom(OFF[relation], (thing,))) if relation in OFF else Atom(relation, (thing,))
