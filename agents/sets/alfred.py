"""ALFRED's household tasks: the goal's slots, as far as a crowd worker's sentence states them, read off the program."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from heedful.agents.planner.state import PlannedSkill
from heedful.agents.sets.alfred_classes import CARRIERS, KINDS, MOVABLE, ROOMS, meant, words_for
from heedful.agents.sets.hearing import Heard
from heedful.agents.sets.language_set import Judged, Record
from heedful.agents.sets.rooms import room
from heedful.program import And, Atom, Count, Formula, Not, Or, Program, Ref, Term, formulas_of
from heedful.types import Scene

SLOTS = ("object_target", "parent_target", "mrecep_target", "toggle_target")
STATES = {"clean": "washed", "heat": "heated", "cool": "cooled"}
"""Word of a task's type -> the state that its object ends in."""
SAYS = {
    "washed": r"wash|clean|rins|wet|scrub", "heated": r"heat|hot|warm|cook|microwaved|toast|bake",
    "cooled": r"cool|cold|chill|refrigerated|frozen",
    "sliced": r"slic|piece|cut|chop|chunk",
}  # fmt: skip
"""State -> how a sentence that states it is told, whatever was understood."""
PLACED = ("in", "on", "at", "next_to", "near", "under")


class AlfredSet:
    """Household tasks in one sentence, without a scene: shown in rooms that have one of everything, or two where the words count."""

    name = "alfred"
    metric: Literal["exact", "success"] = "exact"
    fields = ("task_type", "goal")

    def skills(self, record: Record) -> Sequence[PlannedSkill]:
        return ()

    def scenes(self, record: Record) -> Sequence[Scene]:
        several = re.search(r"\b(?:two|2|both|several|pair|all)\b", str(record["instruction"]).lower())
        return [room(furniture, MOVABLE, 2 if several else 1) for furniture in ROOMS.values()]

    def judge(self, record: Record, heard: Heard) -> Judged:
        stated = _stated(record)
        if heard.understanding.program is None or heard.answer == "not_understood":
            return Judged(False, heard.sentence, {"slots": (0, len(stated))})
        told = slots(heard.understanding.program)
        wrong = [f"{s}: {'/'.join(sorted(told.get(s, ()))) or 'nothing'}, not {c}" for s, c in stated.items() if c not in told.get(s, ())]
        extra = [f"{s}: {'/'.join(sorted(told[s]))}" for s in told if s not in stated and _unused(record, s)]
        right = len(stated) - len(wrong)
        return Judged(not wrong and not extra, "; ".join([*wrong, *extra]), {"slots": (right, len(stated) + len(extra))})

    def tags(self, record: Record) -> Mapping[str, Sequence[str]]:
        return {"task": (record["task_type"],)}


def slots(program: Program) -> dict[str, frozenset[str]]:
    """Slot -> the classes that a program may mean by it; `state` and `sliced` have their own names for a class."""
    atoms = [a for f in formulas_of(program) for a in _wanted(f)]
    at: dict[str, list[frozenset[str]]] = {}
    found: dict[str, frozenset[str]] = {}
    order: list[frozenset[str]] = []
    states: list[tuple[str, str, str]] = []
    for atom in atoms:
        things = [_classes(t) for t in atom.args]
        if atom.name in PLACED and len(things) == 2:
            at.setdefault(_key(things[0]), []).append(things[1])
        if atom.name == "lit":
            found["toggle_target"] = things[0]
        elif atom.name in STATES.values():
            states.append((_key(things[0]), "state", atom.name))
        if atom.name == "sliced":
            states.append((_key(things[0]), "object_sliced", "sliced"))
        if atom.name != "lit" and things:
            order.append(things[0])
    found |= _placed(order, at)
    return found | {slot: frozenset({state}) for of, slot, state in states if of == _key(found.get("object_target", frozenset()))}


def _placed(order: Sequence[frozenset[str]], at: Mapping[str, Sequence[frozenset[str]]]) -> dict[str, frozenset[str]]:
    """Which of the things that a program speaks of is moved, what carries it, and where it ends."""
    things = [t for n, t in enumerate(order) if t and t not in order[:n]]
    inner = [t for t in things if any(p & CARRIERS for p in at.get(_key(t), ()))]
    loose = [t for t in things if not (t <= CARRIERS)]
    themes = inner or loose or things
    if not themes:
        return {}
    theme = themes[0]
    places = list(at.get(_key(theme), ()))
    found = {"object_target": theme}
    carrier = next((p for p in places if p & CARRIERS), None)
    if carrier is None and not inner and len(things) > 1:
        carrier = next((t for t in things if t <= CARRIERS and at.get(_key(t))), None)
    if carrier is not None:
        found["mrecep_target"] = carrier
        places = [p for p in places if p != carrier] + list(at.get(_key(carrier), ()))
    if places:
        found["parent_target"] = places[-1]
    return found


def _stated(record: Record) -> dict[str, str]:
    """The slots that the sentence states, by words alone, whatever was understood."""
    words = re.sub(r"[^a-z0-9]+", " ", str(record["instruction"]).lower())
    goal = record["goal"]
    found = {s: goal[s] for s in SLOTS if goal[s] in KINDS and words_for(goal[s]).search(words)}
    state = _state(record)
    if state and re.search(SAYS[state], words):
        found["state"] = state
    if goal["object_sliced"] and re.search(SAYS["sliced"], words):
        found["object_sliced"] = "sliced"
    return found


def _state(record: Record) -> str:
    return next((s for w, s in STATES.items() if f"_{w}_" in f"_{record['task_type']}_"), "")


def _unused(record: Record, slot: str) -> bool:
    """Whether a task has no such slot."""
    return not (_state(record) if slot == "state" else record["goal"].get(slot))


def _classes(term: Term) -> frozenset[str]:
    if not isinstance(term, Ref):
        return meant("", term.rpartition("_")[0].replace("_", " "))
    if term.options:
        return frozenset(c for o in term.options for c in _classes(o))
    return meant(term.words, term.category)


def _key(classes: frozenset[str]) -> str:
    return " ".join(sorted(classes))


def _wanted(formula: Formula) -> list[Atom]:
    """The atoms that shall hold."""
    match formula:
        case Atom():
            return [formula]
        case And(parts):
            return [a for p in parts for a in _wanted(p)]
        case Or(parts):
            return _wanted(parts[0])
        case Count(body=body):
            return _wanted(body)
        case Not():
            return []
