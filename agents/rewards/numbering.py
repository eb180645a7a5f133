"""Corrections of a reward's numbers and weights: which number words like `higher` are of, and by how much."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from heedful.agents.rewards.acts import Unclear
from heedful.agents.rewards.merging import CARE, neutral
from heedful.skills.rewards import Names, Reward, Term, term
from heedful.skills.rewards.catalogue import CATALOGUE, Number

MORE = {"tiny": 1.1, "bit": 1.2, "": 1.5, "lot": 2.0}
"""Factor on a number that shall be more, by the word for how much; less is one over it."""


SLOWEST = 0.25
"""Speed of a hand at which `slower` begins, where the reward has no limit [m/s]."""


Target = tuple[str, str]
"""A term's name and one of its numbers."""


DIMENSIONS: dict[str, tuple[Target, ...]] = {
    "height": (("foot_lift", "height"), ("object_height", "height"), ("hand_height", "height"), ("hop", "height"), ("torso_height",
    "height"),
        ("foot_step", "up")),
    "speed": (("turning_speed", "speed"), ("forward_speed", "speed"), ("sideways_speed", "speed"), ("foot_step", "frequency"),
    ("hand_speed", "limit")),
    "near": (("distance", "distance"),),
    "far": (("joint_fraction", "fraction"), ("position", "x"), ("foot_reach", "forward"), ("object_position", "x"), ("object_turn",
    "angle"),
        ("heading", "angle"), ("distance", "distance"), ("grip", "width")),
    "amount": (("joint_fraction", "fraction"),
        ("foot_lift", "height"), ("object_height", "height"), ("hand_height", "height"), ("object_position", "x"), ("position", "x"),
        ("foot_reach", "forward"), ("object_turn", "angle"), ("heading", "angle"), ("torso_height", "height"), ("hop", "height"),
        ("distance", "distance"), ("torso_roll", "angle"), ("torso_pitch", "angle"), ("object_tilt", "angle"), ("grip", "width"),
        ("offset", "x"), ("above", "height"), ("turning_speed", "speed"), ("forward_speed", "speed")),
    "lean": (("torso_pitch", "angle"), ("torso_roll", "angle")),
    "body": (("torso_height", "height"),), "up": (("foot_step", "up"), ("hop", "height")), "hz": (("foot_step", "frequency"), ("hop",
    "frequency")),
    "sweep": (("foot_step", "sweep"),),
}  # fmt: skip
"""What `higher`, `faster` … may be of, the likeliest first."""
DIMENSIONS |= {"ease": DIMENSIONS["speed"] + DIMENSIONS["amount"], "tempo": DIMENSIONS["speed"]}


def numbers(reward: Reward, targets: Sequence[Target], idle: bool = False) -> list[tuple[Term, str]]:
    """The first of some numbers that a reward is about, in every term that has it."""
    for name, number in targets:
        found = [t for t in reward.find(name) if t.weight > 0 and (idle or not neutral(t) or name == "foot_step")]
        if name == "foot_lift":
            found = [t for t in found if t.weight >= t.spec.weight]  # less of it only helps a posture
        if name == "distance":
            found = ([t for t in found if t.args["a"] != "hand"] or found)[-1:]
        if found:
            return [(t, number) for t in found]
    return []


def _unit(target: Target) -> str:
    """The unit of a term's number."""
    return next(n.unit for n in CATALOGUE[target[0]].numbers if n.name == target[1])


def change(reward: Reward, has: Mapping[str, Any], names: Names) -> Reward:
    """A number more or less. Raises Unclear."""
    dim, more = str(has["dim"]), bool(has["more"])
    if dim == "gentle" or (dim in ("speed", "ease") and names.body == "arm"):
        return paced(reward, slower=more if dim == "gentle" else not more, has=has)
    if dim == "tempo" and names.body == "arm":
        raise Unclear("what shall be picked up?")
    units = {u for k, u in (("length", "m"), ("angle", "rad"), ("by_speed", "m/s"), ("by_spin", "rad/s")) if k in has}
    found = numbers(reward, [t for t in DIMENSIONS["amount" if units and dim == "far" else dim] if not units or _unit(t) in units])
    if dim in ("far", "amount") and found and found[0][0].name in ("position", "object_position", "offset"):
        found = [(t, "x" if abs(t.number("x")) >= abs(t.number("y")) else "y") for t, _ in found]  # further the way it goes
    if not found and dim in ("body", "height"):
        found = numbers(reward, DIMENSIONS[dim], idle=True)
        found = found or ([(term("torso_height"), "height")] if names.body == "legged" else [])
    if not found and dim == "lean":
        found = numbers(reward, DIMENSIONS[dim], idle=True)
    if not found:
        raise Unclear(f"there is nothing here that could be {'more' if more else 'less'} so ({dim})")
    if dim in ("far", "near") and found[0][0].name == "distance" and found[0][0].args["sense"] == "at_least" and dim == "near":
        pass
    return reward.put(*(_told(t, n, _moved(t, n, more, has)) for t, n in found))


def _told(one: Term, number: str, value: float) -> Term:
    """With a number that somebody told: a foot that was only `up`, or a turn that was `fast`, at least so much, is now just that."""
    return one.with_(**{number: value}, **({"sense": "exactly"} if one.name in ("foot_lift", "turning_speed") else {}))


def _moved(one: Term, number: str, more: bool, has: Mapping[str, Any]) -> float:
    """A number after it was asked to be more or less, kept within its range."""
    was = one.number(number)
    spec = next(p for p in one.spec.params if isinstance(p, Number) and p.name == number)
    for unit, key in (("m/s", "by_speed"), ("rad/s", "by_spin"), ("Hz", "by_hz")):
        if spec.unit == unit and key in has:  # so much more of it, whichever way it goes
            return float(was + (1 if more else -1) * float(has[key]) * (-1 if was < 0 else 1))
    if "to_length" in has and spec.unit == "m":
        return float(has["to_length"])
    for unit, key in (("m", "length"), ("m/s", "speed"), ("rad/s", "spin"), ("rad", "angle"), ("Hz", "hz")):
        if spec.unit == unit and key in has:
            if unit in ("m", "rad"):
                backwards = was < 0 and (unit == "rad" or number in ("x", "y"))
                return float(was + (1 if more else -1) * float(has[key]) * (-1 if backwards else 1))
            return float(has[key])
    factor = float(has["times"]) if "times" in has else MORE[str(has.get("size", ""))] ** (1 if more else -1)
    if "share" in has and "times" not in has and one.name != "joint_fraction":
        factor = max(0.01, 1.0 + (1 if more else -1) * float(has["share"]))  # 20 % faster
    if one.name == "joint_fraction" and "times" not in has:
        by = {"tiny": 0.05, "bit": 0.15, "": 0.25, "lot": 0.4}[str(has.get("size", ""))]
        return min(1.0, max(0.0, was + (by if more else -by)))
    if abs(was) < 1e-9:
        was = {"m": 0.05, "m/s": 0.2, "rad/s": 0.5, "rad": 0.15, "Hz": 1.0}.get(spec.unit, 0.1) / factor * (1 if more else -1) * factor
        return min(spec.high, max(spec.low, was))
    high = math.pi / 2 if one.name == "torso_pitch" and was <= math.pi / 2 else spec.high  # nothing is more upright than upright
    return round(min(high, max(spec.low, was * factor)), 4)


def paced(reward: Reward, slower: bool, has: Mapping[str, Any]) -> Reward:
    """The hand slower, or faster, or gentler."""
    now = reward.find("hand_speed")
    limit = now[0].number("limit") if now else SLOWEST
    if not now and not slower:
        raise Unclear("the hand has no speed limit to raise")
    factor = float(has["times"]) if "times" in has else MORE[str(has.get("size", ""))] ** (-1 if slower else 1)
    if "speed" in has:
        return reward.put(term("hand_speed", limit=float(has["speed"])))
    return reward.put(term("hand_speed", limit=round(max(0.02, min(2.0, limit * factor)), 3)))


def care(reward: Reward, has: Mapping[str, Any], names: Names) -> Reward:
    """The weight of a term."""
    name = str(has["term"])
    if names.body not in CATALOGUE[name].bodies:
        raise Unclear(f"{name} is nothing that this body has")
    found = reward.find(name) or ((term(name),) if CATALOGUE[name].within is None else ())
    if not found:
        raise Unclear(f"{name} is not asked for here")
    factor = CARE if has["more"] else 1 / CARE
    return reward.put(*(t.with_(min(100.0, t.weight * factor)) for t in found))


def set_to(reward: Reward, has: Mapping[str, Any]) -> Reward:
    """An amount alone: the number that it is of. Raises Unclear."""
    if "bare" in has:
        return _without_unit(reward, float(has["bare"]))
    units = {
        "speed": "m/s",
        "spin": "rad/s",
        "hz": "Hz",
        "to_length": "m",
        "to_angle": "rad",
        "share": "",
        "times": "",
        "length": "m",
        "angle": "rad",
    }
    told = [k for k in units if k in has]
    if len(told) != 1:
        raise Unclear("I did not understand what that is an amount of")
    key = told[0]
    for one in reward:
        for number in one.spec.numbers:
            fits = one.name == "joint_fraction" if key == "share" else number.unit == units[key] and number is one.spec.numbers[0]
            if key == "hz":
                fits = number.unit == "Hz"
            if not fits or (neutral(one) and key != "hz") or (one.spec.about[:1] == ("a",) and one.args["a"] == "hand"):
                continue
            same = [t for t in reward.find(one.name)]
            if key in ("length", "to_length") and one.name in PLACED:
                return reward.put(*(_told(t, n, math.copysign(float(has[key]), t.number(n))) for t in same for n in [_axis(t)]))
            sign = -1.0 if key in ("speed", "spin") and one.number(number.name) < 0 else 1.0
            return reward.put(*(_told(t, number.name, sign * float(has[key])) for t in same))
    raise Unclear("I did not understand what that is an amount of")


PLACED = ("position", "object_position", "offset")


def _axis(one: Term) -> str:
    """The way in which something is to go, of a term that has two."""
    return "x" if abs(one.number("x")) >= abs(one.number("y")) else "y"


SCALES = {"m": (1.0, 0.01), "m/s": (1.0,), "rad/s": (1.0,), "rad": (math.pi / 180,), "Hz": (1.0,), "": (1.0, 0.01)}
"""What a number without a unit may be in, by the unit that it is kept in: the first within the range of what it is of."""


def _without_unit(reward: Reward, value: float) -> Reward:
    """A number without its unit is of the one thing that the reward is about. Raises Unclear."""
    aims = [t for t in reward if not neutral(t) and t.spec.within is not None and not (t.name == "distance" and t.args["a"] == "hand")]
    if len({t.name for t in aims}) != 1 or not aims[0].spec.numbers:
        raise Unclear("I did not understand what that is an amount of")
    number = aims[0].spec.numbers[0]
    name = number.name
    if aims[0].name in PLACED:
        name = _axis(aims[0])
    most = min(5.0, max(abs(number.low), abs(number.high)))
    told = [value * s for s in SCALES.get(number.unit, (1.0,)) if abs(value * s) <= most]
    if not told:
        raise Unclear("in which unit is that?")
    return reward.put(*(_told(t, name, told[0] * (-1.0 if t.number(name) < 0 else 1.0)) for t in aims))
