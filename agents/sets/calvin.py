"""`calvin`: people's words for 34 skills at a play table; the skill is read off the program that was understood, never off the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from heedful.agents.planner.state import PlannedSkill
from heedful.agents.sets.acts import act
from heedful.agents.sets.calvin_scene import BLOCKS, CARRIERS, scenes
from heedful.agents.sets.hearing import Heard
from heedful.agents.sets.language_set import Judged, Record
from heedful.agents.sets.meaning import shown
from heedful.predicates import evaluate
from heedful.program import Achieve, And, Atom, Count, Do, Formula, Not, Or, Program, Seq
from heedful.types import Scene

ACTS = (
    act("pick(object)", "hand_empty & graspable(object)", "holding(object) & ~on(object, _) & ~in(object, _)"),
    act("place_in(object, target)", "holding(object) & container(target)", "in(object, target) & ~holding(object)"),
    act("stack(object, target)", "holding(object) & clear(target)", "on(object, target) & ~holding(object)"),
    act("open_drawer(drawer)", "sliding(drawer)", "open(drawer) & ~closed(drawer)"),
    act("close_drawer(drawer)", "sliding(drawer)", "closed(drawer) & ~open(drawer)"),
    act("switch_on(lamp)", "true", "lit(lamp)"), act("switch_off(lamp)", "true", "~lit(lamp)"),
    act("turn(object, direction: side)"), act("shift(object, direction: side)"),
)  # fmt: skip
LIGHTS = {"bulb": "lightbulb", "led": "led"}
SWITCHED = {("switch", "up"): "turn_on_lightbulb", ("switch", "down"): "turn_off_lightbulb"}
"""What the lever on the wall does, up and down."""


class CalvinSet:
    """Paraphrases of the skills of CALVIN's play table."""

    name = "calvin"
    metric: Literal["exact", "success"] = "exact"
    fields = ("skill",)

    def skills(self, record: Record) -> Sequence[PlannedSkill]:
        return ACTS

    def scenes(self, record: Record) -> Sequence[Scene]:
        return scenes()

    def makes_sense(self, heard: Heard) -> bool:
        """Whether what is to be taken from a place is there."""
        pairs = _left(heard.program) if heard.program is not None else ()
        return all(_carried(block, place, heard.scene) for block, place in pairs)

    def tags(self, record: Record) -> Mapping[str, Sequence[str]]:
        return {"file": tuple(map(str, filter(None, [record.get("file")]))), "skill": (record["skill"],)}

    def judge(self, record: Record, heard: Heard) -> Judged:
        if heard.program is None:
            return Judged(False, heard.sentence)
        found = skill_of(heard.program, heard.scene)
        return Judged(found == record["skill"], found or shown(heard.program))


def skill_of(program: Program, scene: Scene) -> str:
    """The one of the 34 skills that a program over ids comes to, with its arguments in its name; empty for none."""
    steps = [s for p in _flat(program) for s in ([p] if not isinstance(p, Achieve) else _parts(p))]
    names = [n for s in steps for n in [_skill(s, scene)]]
    last = names[-1] if names else ""
    passing = [n for n in names[:-1] if n != last and not n.startswith("lift_")]
    return "" if passing else last


def _flat(program: Program) -> list[Program]:
    return [p for s in program.steps for p in _flat(s)] if isinstance(program, Seq) else [program]


def _parts(step: Achieve) -> list[Program]:
    """The literals of a goal as steps of their own, what a thing shall be in the end after what it shall no longer be."""
    parts = step.goal.parts if isinstance(step.goal, And) else (step.goal,)
    return [Achieve(p, step.by) for p in sorted(parts, key=lambda p: not isinstance(p, Not))]


def _skill(step: Program, scene: Scene) -> str:
    """The skill that one step comes to."""
    match step:
        case Do("turn", (("object", block), ("direction", way))) if block in BLOCKS and way in ("left", "right"):
            return f"rotate_{block}_block_{way}"
        case Do("shift", (("object", thing), ("direction", way))):
            return _shifted(str(thing), str(way))
        case Achieve(Atom("open" | "closed" as state, ("drawer",))):
            return "open_drawer" if state == "open" else "close_drawer"
        case Achieve(Atom("lit", (light,))) if light in LIGHTS:
            return f"turn_on_{LIGHTS[light]}"
        case Achieve(Not(Atom("lit", (light,)))) if light in LIGHTS:
            return f"turn_off_{LIGHTS[light]}"
        case Achieve(Atom("holding", (block,))) if block in BLOCKS:
            return _lifted(str(block), scene)
        case Achieve(Atom("in", (block, "drawer")), by) if block in BLOCKS:
            return "push_into_drawer" if "push" in by else "place_in_drawer"
        case Achieve(Atom("in" | "on", (block, "slider"))) if block in BLOCKS:
            return "place_in_slider"
        case Achieve(Atom("on", (block, other))) if block in BLOCKS and other in BLOCKS:
            return "stack_block"
        case Achieve(Not(Atom("in" | "on", (block, place)))) if block in BLOCKS and place in CARRIERS:
            return _lifted(str(block), scene)
        case Achieve(Or((first, *others)), by):
            found = _skill(Achieve(first, by), scene)
            return found if all(_skill(Achieve(o, by), scene) == found for o in others) else ""
    return ""


def _shifted(thing: str, way: str) -> str:
    if thing in BLOCKS and way in ("left", "right"):
        return f"push_{thing}_block_{way}"
    if thing == "door" and way in ("left", "right"):
        return f"move_slider_{way}"
    return SWITCHED.get((thing, way), "")


def _lifted(block: str, scene: Scene) -> str:
    """Lifting a block is named for where it is; off another, it is unstacking."""
    for place in CARRIERS:
        if place != block and _carried(block, place, scene):
            return f"lift_{block}_block_{place}" if place not in BLOCKS else "unstack_block"
    return ""


def _carried(block: str, place: str, scene: Scene) -> bool:
    return any(evaluate(Atom(n, (block, place)), scene) is True for n in ("in", "on"))


def _left(program: Program) -> set[tuple[str, str]]:
    """What a program's goals say that things shall no longer be in or on, as pairs of a thing and its place."""
    found: set[tuple[str, str]] = set()
    for step in _flat(program):
        if isinstance(step, Achieve):
            found |= _denied(step.goal)
    return found


def _denied(goal: Formula) -> set[tuple[str, str]]:
    match goal:
        case Not(Atom("in" | "on", (block, place))):
            return {(str(block), str(place))}
        case And(parts) | Or(parts):
            return {pair for p in parts for pair in _denied(p)}
        case Count(body=body):
            return _denied(body)
    return set()
