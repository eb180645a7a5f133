"""A crowded table to name things on: blocks in a row and elsewhere, vessels, fruit, in a record's notation."""

from __future__ import annotations

from typing import Any

from heedful.agents.sets.tabletop_scene import scene_of
from heedful.agents.understanding import Grammar
from heedful.episode import Plan
from heedful.program import Achieve, And, Atom, Count, If, Not, Or, Program, Seq
from heedful.types import Scene

ROW = (("red", 0.36, "small"), ("green", 0.24, "small"), ("blue", 0.12, "small"), ("yellow", 0.0, "large"), ("purple", -0.12, "small"))
"""Colour, y [m] and size of the blocks that stand in a row across the table, from the left."""
OBJECTS: list[dict[str, Any]] = [
    *({"id": f"{c}_block", "category": "block", "color": c, "size": s, "on": "table", "xy": [0.5, y]} for c, y, s in ROW),
    {"id": "red_block_2", "category": "block", "color": "red", "size": "small", "material": "wood", "on": "tray", "xy": [0.66, -0.24]},
    {
        "id": "orange_block",
        "category": "block",
        "color": "orange",
        "size": "small",
        "material": "foam",
        "in": "blue_bowl",
        "xy": [0.7, 0.2],
    },
    {"id": "blue_bowl", "category": "bowl", "color": "blue", "on": "table", "xy": [0.7, 0.2]},
    {"id": "white_bowl", "category": "bowl", "color": "white", "on": "table", "xy": [0.72, 0.0]},
    {"id": "white_mug", "category": "mug", "color": "white", "material": "ceramic", "fill": 1.0, "on": "table", "xy": [0.34, -0.3]},
    {"id": "black_mug", "category": "mug", "color": "black", "pose": "upside_down", "on": "table", "xy": [0.5, -0.38]},
    {"id": "green_plate", "category": "plate", "color": "green", "on": "table", "xy": [0.36, 0.2]},
    {"id": "apple", "category": "apple", "color": "red", "on": "green_plate", "xy": [0.36, 0.2]},
    {"id": "lemon", "category": "lemon", "color": "yellow", "on": "table", "xy": [0.64, 0.38]},
    {"id": "banana", "category": "banana", "color": "yellow", "on": "table", "xy": [0.36, -0.08]},
    {"id": "sponge", "category": "sponge", "color": "blue", "on": "table", "xy": [0.6, 0.06]},
    {"id": "red_can", "category": "can", "color": "red", "material": "metal", "on": "table", "xy": [0.78, -0.36]},
]
FIXTURES = {"table": [0.55, 0.0], "tray": [0.66, -0.2], "bin": [0.5, 0.6], "drawer": [0.55, -0.6], "lamp": [0.78, 0.4]}
STATE = {"drawer": "closed", "lamp": "lit"}
GRAMMAR = Grammar(second=False)


def crowded(
    person: str = "opposite", without: tuple[str, ...] = (), further: tuple[dict[str, Any], ...] = (), holding: str | None = None
) -> Scene:
    """The table, with fewer or more things on it."""
    objects = [o for o in (*OBJECTS, *further) if o["id"] not in without and (o.get("on") or o.get("in")) not in without]
    return scene_of({"scene": {"objects": objects, "fixtures": FIXTURES, "state": STATE, "holding": holding, "person": person}})


def heard(words: str, scene: Scene) -> Program | Plan:
    """What the words ask for in the scene, over ids, or the question or refusal."""
    understood = GRAMMAR.understand(words, scene)
    assert understood.program is not None, understood.sentence
    return GRAMMAR.bind(understood.program, scene, {})


def short(program: Any) -> str:
    """A program in short: goals of one step sorted and joined by ` & `, steps by ` ; `, `2-2 of 7: in(?, bin)` for a number of them."""
    match program:
        case Plan():
            return f"{program.kind} {program.code}"
        case Achieve(goal):
            return short(goal)
        case Seq(steps):
            return " ; ".join(map(short, steps)) or "nothing"
        case If(condition, then, otherwise):
            return f"if {short(condition)}: {short(then)} else {short(otherwise)}"
        case Atom(name, args):
            return f"{name}({', '.join(map(str, args))})"
        case And(parts):
            return " & ".join(sorted(map(short, parts)))
        case Or(parts):
            return " | ".join(sorted(map(short, parts)))
        case Not(body):
            return f"~{short(body)}"
        case Count(var, _, body, least, most, among):
            return f"{least}-{'' if most is None else most} of {len(among)}: {short(body).replace(f'({var}', '(?')}"
    return str(program)


def meant(phrase: str, scene: Scene) -> str:
    """The things that a noun phrase means, as the theme of a sentence: names, or the whole in short."""
    found = short(heard(f"put {phrase} in the bin", scene))
    rows = found.split(" & ")
    if not all(r.startswith("in(") and r.endswith(", bin)") for r in rows) or "?" in found:
        return found
    return " ".join(sorted(r.removeprefix("in(").removesuffix(", bin)") for r in rows))
