"""What an arm does, made into terms: reaching, lifting, putting, shifting, tilting and turning things, opening and closing joints."""

from __future__ import annotations

import math

from heedful.agents.rewards.acts import Features, Unclear, kind, scaled
from heedful.skills.rewards import Term, term

LIFTED, HELD_OFF, BESIDE, SHIFTED = 0.2, 0.2, 0.1, 0.1
"""How high a thing is lifted, how far is kept from what is kept off, how near is next to, how far a thing is shifted, unless said [m]."""
SIDE = 0.14
"""How far beside another a thing is put, centre to centre [m]."""
GENTLE = 0.12
"""Speed of the hand that is gentle and slow [m/s]."""
SIDES = {"left_of": (0.0, SIDE), "right_of": (0.0, -SIDE), "behind": (SIDE, 0.0), "in_front_of": (-SIDE, 0.0)}
"""Where a thing stands from another, away from the robot and to its left [m]."""
WAYS = {"forward": (1, 0), "backward": (-1, 0), "left": (0, 1), "right": (0, -1)}
STATES = {"upright": 0.0, "flipped": math.pi, "lying": math.pi / 2, "tilted": math.pi / 4}
"""State of a thing -> how far its upward axis leans from the vertical [rad]."""


def _slowly(has: Features) -> list[Term]:
    slow = has.get("gentle") or has.get("pace") == "slow"
    return [term("hand_speed", limit=GENTLE)] if slow else []


def _near(thing: str) -> Term:
    """The hand comes to what it is to move."""
    return term("distance", 0.5, a="hand", b=thing)


@kind("reach", "sense to_length to dir pace gentle length level grasp")
def _reach(has: Features) -> list[Term]:
    reached = {"distance": float(has.get("length", has.get("to_length", 0.0))), "sense": has.get("sense", "at_most")}
    return [term("distance", a="hand", b=has["to"], **reached), *_slowly(has)]


@kind("hoist", "sense things dir length to_length level size pace gentle together off_ground to")
def _lift(has: Features) -> list[Term]:
    if has.get("dir") not in (None, "up"):
        raise Unclear(f"I cannot lift a thing {has['dir']}")
    height = has.get("to_length", has.get("length"))
    height = float(height) if height is not None else scaled(has, LIFTED, 0.06, 0.35, 0.06, 0.45)
    lifted = [term("object_height", object=t, height=height, sense=has.get("sense", "exactly")) for t in has["things"]]
    return [*lifted, *[_near(t) for t in has["things"][:1]], *_slowly(has)]


@kind("put", "sense to_length thing relation to length dir pace gentle level size", travels=True)
def _put(has: Features) -> list[Term]:
    thing, to, relation = has["thing"], has["to"], has["relation"]
    if "to_length" in has:
        has = {"length": has["to_length"], **has}
    return [*_placed(thing, to, relation, has), _near(thing), *_slowly(has)]


def _placed(thing: str, to: str, relation: str, has: Features) -> list[Term]:
    match relation:
        case "in":
            return [term("distance", a=thing, b=to, distance=0.05)]
        case "on":
            return [term("offset", a=thing, b=to), term("above", a=thing, b=to)]
        case "over":
            return [term("offset", a=thing, b=to), term("above", a=thing, b=to, height=float(has.get("length", 0.1)))]
        case "near":
            return [term("distance", a=thing, b=to, distance=float(has.get("length", BESIDE)), sense=has.get("sense", "at_most"))]
        case "away":
            far = float(has["length"]) if "length" in has else scaled(has, HELD_OFF, 0.15, 0.35, 0.15, 0.5)
            return [term("distance", a=thing, b=to, distance=far, sense="at_least")]
    x, y = SIDES[relation]
    scale = float(has["length"]) / SIDE if "length" in has else 1.0
    return [term("offset", a=thing, b=to, x=round(x * scale, 4), y=round(y * scale, 4))]


@kind("shift", "thing dir length size pace gentle level", travels=True)
def _shift(has: Features) -> list[Term]:
    side = str(has.get("dir", ""))
    if side == "up":
        return _lift({**has, "things": (has["thing"],)})
    if side not in WAYS:
        raise Unclear("which way shall it go?")
    by = float(has["length"]) if "length" in has else {"tiny": 0.02, "bit": 0.05, "lot": 0.2}.get(str(has.get("size")), SHIFTED)
    x, y = WAYS[side]
    return [term("object_position", object=has["thing"], x=x * by, y=y * by), _near(has["thing"]), *_slowly(has)]


@kind("tilt", "angle size thing state pace gentle")
def _tilt(has: Features) -> list[Term]:
    lean = float(has["angle"]) if has["state"] == "tilted" and "angle" in has else STATES[has["state"]]
    return [term("object_tilt", object=has["thing"], angle=lean), _near(has["thing"]), *_slowly(has)]


@kind("swivel", "thing angle dir size pace gentle")
def _swivel(has: Features) -> list[Term]:
    angle = float(has["angle"]) if "angle" in has else {"tiny": 0.1, "bit": 0.35, "lot": TURN}.get(str(has.get("size")), QUARTER)
    if not 0 < angle <= math.pi:
        raise Unclear("I can turn a thing by up to half a turn")
    if has.get("dir") not in (None, "left", "right"):
        raise Unclear("which way shall it be turned?")
    sign = -1.0 if has.get("dir") == "right" else 1.0
    return [term("object_turn", object=has["thing"], angle=sign * angle), _near(has["thing"]), *_slowly(has)]


QUARTER, TURN = math.pi / 4, math.pi / 2


@kind("joint", "joint open share size level pace gentle dir")
def _joint(has: Features) -> list[Term]:
    opens = bool(has["open"])
    if "share" in has:
        fraction = float(has["share"]) if opens else 1.0 - float(has["share"])
    elif has.get("size") in ("tiny", "bit"):
        fraction = {"tiny": 0.1, "bit": 0.25}[has["size"]] if opens else 0.75
    elif has.get("level") == "most":
        fraction = 0.85 if opens else 0.15
    else:
        fraction = 1.0 if opens else 0.0
    part = term("distance", 0.5, a="hand", b=has["handle"]) if has.get("handle") else None
    made = [term("joint_fraction", joint=j, fraction=round(fraction, 3)) for j in has["joint"]]
    return [*made, *([part] if part else []), *_slowly(has)]


@kind("grip", "level to_length gentle pace held open size length things")
def _grip(has: Features) -> list[Term]:
    told = has.get("to_length", has.get("length"))
    if told is not None:
        return [term("grip", width=float(told))]
    if has.get("open") and has.get("size") in ("tiny", "bit"):
        return [term("grip", width=0.03)]
    if has.get("open") and has.get("level") in ("max", "high"):
        return [term("grip", width=0.1)]
    width = 0.08 if has["open"] else 0.0
    return [term("grip", width=width)]


@kind("hand", "sense dir length to_length size level pace gentle")
def _hand(has: Features) -> list[Term]:
    height = has.get("to_length", has.get("length"))
    if has.get("dir") not in (None, "up", "down"):
        raise Unclear("I can raise and lower the hand, or bring it to a thing")
    low = has.get("dir") == "down" or has.get("level") == "low"
    height = float(height) if height is not None else 0.08 if low else scaled(has, 0.3, 0.2, 0.45, 0.1, 0.6)
    return [term("hand_height", height=height, sense=has.get("sense", "exactly")), *_slowly(has)]


@kind("rest", "pace gentle")
def _rest(has: Features) -> list[Term]:
    """Back to the joint angles of rest."""
    return [term("posture", 1.0), *_slowly(has)]


@kind("retreat", "to_length sense off length level size dir pace gentle")
def _retreat(has: Features) -> list[Term]:
    told = has.get("to_length", has.get("length"))
    far = float(told) if told is not None else scaled(has, HELD_OFF, 0.15, 0.35, 0.15, 0.5)
    return [term("distance", a="hand", b=has["off"], distance=far, sense="at_least"), *_slowly(has)]
