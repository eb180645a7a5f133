"""`libero`: the benchmark's sentences in front of its symbolic scenes; the goal that was understood must be the benchmark's, exactly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np

from heedful.agents.planner.state import PlannedSkill
from heedful.agents.sets.acts import act
from heedful.agents.sets.hearing import Heard
from heedful.agents.sets.language_set import Judged, Record
from heedful.agents.sets.libero_scene import scene_of, spot
from heedful.agents.sets.meaning import shown
from heedful.envs.foreign.libero_names import INSIDE, UPON
from heedful.program import Achieve, And, Atom, Count, Formula, Not, Or, Program, parts_of
from heedful.types import Id, Scene

ACTS = (
    act("pick(object)", "hand_empty & graspable(object)", "holding(object) & ~on(object, _) & ~in(object, _)"),
    act("place_in(object, target)", "holding(object) & container(target)", "in(object, target) & ~holding(object)"),
    act("place_on(object, target)", "holding(object) & support(target)", "on(object, target) & ~holding(object)"),
    *(act(f"place_{s}(object, target)", "holding(object)", f"{s}(object, target) & ~holding(object)")
      for s in ("left_of", "right_of", "in_front_of", "behind", "next_to")),
    act("open_drawer(drawer)", "true", "open(drawer) & ~closed(drawer)"),
    act("close_drawer(drawer)", "true", "closed(drawer) & ~open(drawer)"),
    act("switch_on(lamp)", "true", "lit(lamp)"), act("switch_off(lamp)", "true", "~lit(lamp)"),
)  # fmt: skip
STATES = {("open", True): "Open", ("open", False): "Close", ("closed", True): "Close", ("closed", False): "Open", ("lit", True): "Turnon",
          ("lit", False): "Turnoff"}  # fmt: skip
ASIDE = {"left_of": (1, 1), "right_of": (1, -1), "in_front_of": (0, -1), "behind": (0, 1)}
"""Axis and side on which a region beside a thing lies, as the robot sees it."""

Fact = tuple[str, ...]


class LiberoSet:
    """LIBERO's tasks as sentences, scenes and goals."""

    name = "libero"
    metric: Literal["exact", "success"] = "exact"
    fields = ("objects", "fixtures", "regions", "init", "goal")

    def skills(self, record: Record) -> Sequence[PlannedSkill]:
        return ACTS

    def scenes(self, record: Record) -> Sequence[Scene]:
        return (scene_of(record),)

    def tags(self, record: Record) -> Mapping[str, Sequence[str]]:
        return {"suite": tuple(map(str, filter(None, [record.get("suite")])))}

    def judge(self, record: Record, heard: Heard) -> Judged:
        if heard.program is None:
            return Judged(False, heard.sentence)
        wanted = {tuple(map(str, part)) for part in _conjuncts(record["goal"])}
        found = facts_of(heard.program, record, heard.scene)
        right = found == wanted
        return Judged(right, "" if right else " & ".join(" ".join(f) for f in sorted(found or ())) or shown(heard.program))


def _conjuncts(goal: Sequence[object]) -> list[Sequence[object]]:
    parts = goal[1:] if str(goal[0]).lower() == "and" else [goal]
    return [p for p in parts if isinstance(p, (list, tuple))]


def facts_of(program: Program, record: Record, scene: Scene) -> set[Fact] | None:
    """What is so in the end in LIBERO's own predicates, arguments and regions; None where it has no word for something."""
    literals: dict[tuple[str, ...], tuple[Atom, bool]] = {}
    for atom, sign in _literals(program):
        if atom.name != "holding" and (sign or atom.name not in ("in", "on")):
            literals[(str(atom.args[0]), _about(atom))] = (atom, sign)  # what is said later of the same thing is what is so in the end
    found = [fact(atom, sign, record, scene) for atom, sign in literals.values()]
    return {f for f in found if f is not None} if all(f is not None for f in found) and found else None


def _about(atom: Atom) -> str:
    return {"open": "opened", "closed": "opened", "lit": "lit"}.get(atom.name, "place")


def _literals(program: Program) -> list[tuple[Atom, bool]]:
    if isinstance(program, Achieve):
        return _signed(program.goal)
    return [x for p in parts_of(program) for x in _signed_steps(p)]


def _signed_steps(program: Program) -> list[tuple[Atom, bool]]:
    return _literals(program)


def _signed(goal: Formula) -> list[tuple[Atom, bool]]:
    """The literals of a goal; of `in or on`, either comes to the same region."""
    match goal:
        case Atom():
            return [(goal, True)]
        case Not(Atom() as atom):
            return [(atom, False)]
        case And(parts):
            return [x for p in parts for x in _signed(p)]
        case Or((first, *_)):
            return _signed(first)
        case Count(_, _, body, None, None, among) if among:
            from heedful.program import substitute

            return [x for i in among for x in _signed(substitute(body, {goal.var: i}))]
    return [(Atom("?", ("?",)), True)]


def fact(atom: Atom, sign: bool, record: Record, scene: Scene) -> Fact | None:
    """One literal as LIBERO says it."""
    one, *rest = map(str, atom.args)
    if not rest:
        state = STATES.get((atom.name, sign))
        return (state, one) if state else None
    if not sign:
        return None
    place = rest[0]
    regions = record["regions"]
    if atom.name in ASIDE or atom.name == "next_to":
        beside = _beside(atom.name, place, record, scene)
        return ("On", one, beside) if beside else None
    if atom.name == "under":
        below = place.replace("_top_region", "_bottom_region")
        below = below if below in regions else f"{place}_bottom_region"
        return ("In", one, below) if below in regions else None
    if atom.name not in ("in", "on"):
        return None
    if place in regions:
        return ("In", one, place)
    if atom.name == "on" and f"{place}_top_side" in regions:
        return "On", one, f"{place}_top_side"
    inside = next((f"{place}_{r}" for r in INSIDE if f"{place}_{r}" in regions), None)
    if inside is not None:
        return "In", one, inside
    upon = next((f"{place}_{r}" for r in UPON if f"{place}_{r}" in regions), None)
    return "On", one, upon or place


def _beside(relation: str, place: Id, record: Record, scene: Scene) -> str | None:
    """The free region of the table that lies on a side of a thing, the nearest one."""
    if place not in scene.objects or relation not in ASIDE:
        return None
    axis, side = ASIDE[relation][0], scene.sense * ASIDE[relation][1]
    here = scene.objects[place].pose.pos[:2]
    taken = {b for _, *args in record["init"] for b in map(str, args[1:])}
    away: dict[str, float] = {}
    for name, region in record["regions"].items():
        if region.get("ranges") and name not in taken:
            offset = spot(region["ranges"]) - here
            if side * offset[axis] > 0.02 and side * offset[axis] >= abs(offset[1 - axis]):
                away[name] = float(np.linalg.norm(offset))
    return min(away, key=lambda n: away[n]) if away else None
