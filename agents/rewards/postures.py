"""Postures of a legged body, made into terms: standing, sitting, lying, on two feet, how high, how level, leaning."""

from __future__ import annotations

import math
from typing import Any

from heedful.agents.rewards.acts import Features, Unclear, kind, scaled
from heedful.skills.rewards import FEET, Term, term

FRONT, REAR = FEET[:2], FEET[2:]


LEVEL = 3.0
"""By how much a level back that was asked for weighs more than one that a posture has anyway."""
POSTURES: dict[str, dict[str, dict[str, Any]]] = {
    "stand": {"torso_height": {"height": 0.3}, "torso_pitch": {"angle": 0.0}, "torso_roll": {"angle": 0.0}},
    "crouch": {"torso_height": {"height": 0.18}, "torso_pitch": {"angle": 0.0}},
    "lie": {"torso_height": {"height": 0.1}, "torso_pitch": {"angle": 0.0}, "torso_roll": {"angle": 0.0}},
    "sit": {"torso_height": {"height": 0.22}, "torso_pitch": {"angle": 0.6}, "torso_roll": {"angle": 0.0}},
    "biped": {"torso_height": {"height": 0.4, "sense": "at_least"}, "torso_pitch": {"angle": 1.35}, "torso_roll": {"angle": 0.0}},
    "handstand": {"torso_height": {"height": 0.45}, "torso_pitch": {"angle": -1.4}, "torso_roll": {"angle": 0.0}},
    "back": {"torso_roll": {"angle": math.pi}, "torso_height": {"height": 0.08}},
    "bow": {"torso_pitch": {"angle": -0.45}, "torso_height": {"height": 0.24}},
}
"""Posture -> its terms with their parameters: heights [m] and angles [rad] of the torso."""


def posture(name: str, **changed: float) -> list[Term]:
    """The terms of a posture, with a number of the torso changed."""
    rows = {n: dict(p) for n, p in POSTURES[name].items()}
    for number, value in changed.items():
        rows[number] = {next(iter(rows[number])): value}
    return [term(n, **p) for n, p in rows.items()]


@kind("posture", "name to toward steps level size dir support length to_length place pace still facing_up sense gentle")
def stance(has: Features) -> list[Term]:
    name = has["name"]
    if support := has.get("support"):
        name = _on(support) if name in ("stand", "biped") else name
        if name not in POSTURES:
            return [*posture("stand"), term("foot_lift", 1.8, foot=name, height=0.08)]
    made = posture(name)
    if name == "back" and has.get("dir") == "left":
        made = posture(name, torso_roll=-math.pi)
    if name in ("stand", "crouch", "lie", "sit", "biped") and {"level", "size", "length", "to_length", "dir"} & has.keys():
        usual = POSTURES[name]["torso_height"]["height"]
        made = posture(name, torso_height=_height(has, usual))
        if "sense" in has:
            made = [t.with_(sense=has["sense"]) if t.name == "torso_height" else t for t in made]
    if (target := has.get("to", has.get("toward"))) is not None:
        made.append(term("facing", object=target))
    still = [term("forward_speed", 0.3), term("sideways_speed", 0.3)] if has.get("still") else []
    return [*made, *still, *([term("foot_lift", 0.5, foot=f, height=0.3, sense="at_least") for f in FRONT] if name == "biped" else [])]


def _on(support: tuple[str, ...]) -> str:
    """The posture in which a body stands on some feet; with three, the foot that it lifts."""
    feet = set(support)
    if feet == set(REAR):
        return "biped"
    if feet == set(FRONT):
        return "handstand"
    if len(feet) == 3:
        return next(f for f in FEET if f not in feet)
    if len(feet) < 4:
        raise Unclear("I can stand on all feet, three of them, the hind feet or the front feet")
    return "stand"


def _height(has: Features, usual: float) -> float:
    """A height of the torso [m] by what was said of it."""
    if "to_length" in has:
        return float(has["to_length"])
    if has.get("level") == "lowest":
        return min(0.12, usual)
    up = {"up": 1, "down": -1}.get(str(has.get("dir")), {"high": 1, "low": -1, "max": 1}.get(str(has.get("level")), 0))
    if has.get("level") == "max":
        up = -1 if has.get("dir") == "down" else 1
        return 0.42 if up > 0 else min(0.12, usual)
    by = float(has["length"]) if "length" in has else {"tiny": 0.03, "bit": 0.05, "lot": 0.12}.get(str(has.get("size")), 0.08)
    if has.get("level") == "low" and not {"length", "size"} & has.keys():
        by = 0.1
    if up < 0:
        by = min(by, usual - 0.08) if "length" not in has else by
    return round(max(0.06, min(0.75, usual + up * by)), 3)


@kind("body", "dir level size length to_length sense")
def _body(has: Features) -> list[Term]:
    if "dir" not in has and "to_length" not in has and "level" not in has:
        raise Unclear("how high shall the body be?")
    if has.get("dir") in ("left", "right", "forward", "backward"):
        raise Unclear("I did not understand where the body shall go")
    return [term("torso_height", height=_height(has, 0.3), sense=has.get("sense", "exactly"))]


@kind("manner", "")
def _manner(has: Features) -> list[Term]:
    """Only how whatever is done is to be done."""
    return []


@kind("level", "straight")
def _level(has: Features) -> list[Term]:
    care = 1.0 if has.get("straight") else LEVEL  # who stands on two feet has a straight back too
    return [term(n, care * term(n).weight, angle=0.0) for n in ("torso_pitch", "torso_roll")]


@kind("lean", "dir angle size level gentle pace")
def lean(has: Features) -> list[Term]:
    size = float(has["angle"]) if "angle" in has else scaled(has, 0.35, 0.15, 0.6, 0.2, 0.7)
    match has.get("dir"):
        case "left" | "right" as side:
            return [term("torso_roll", angle=size if side == "right" else -size)]
        case "up" | "backward":
            return [term("torso_pitch", angle=size)]
        case "down" | "forward":
            return [term("torso_pitch", angle=-size)]
    raise Unclear("which way shall I lean?")


@kind("ends", "end dir level size floor angle gentle pace")
def _ends(has: Features) -> list[Term]:
    """The front or the rear end of the body goes up or down."""
    end, down = has["end"], has.get("dir") == "down"
    if "angle" in has:
        return [term("torso_pitch", angle=float(has["angle"]) * (1 if (end == "front") != down else -1))]
    if end == "rear" and down:
        return posture("sit")
    if end == "front" and down:
        return posture("bow")
    size = scaled(has, 0.4, 0.2, 0.6, 0.2, 0.7)
    return [term("torso_pitch", angle=size if end == "front" else -size)]
