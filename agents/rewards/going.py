"""How a legged body goes, made into terms: gaits and speeds, turning, facing, hopping, keeping away."""

from __future__ import annotations

import math

from heedful.agents.rewards.acts import Features, Unclear, kind, scaled
from heedful.agents.rewards.gaits import FASTEST, FASTEST_BACK, FASTEST_SIDE, PACES, SPEEDS, steps
from heedful.agents.rewards.postures import lean, stance
from heedful.skills.rewards import Term, term

TURN = math.pi / 2
SPINS = {"": 1.5, "slow": 0.6, "fast": 2.5, "max": 3.0}
"""How fast it turns on the spot by words [rad/s], slowly so much and else at least that; the body on legs was measured at 3."""


NEAR, FAR = 0.5, 1.5


@kind(
    "go",
    "sweep swing steps sideways gait dir speed length to toward off pace place circle spin hz level size gentle support compass sense",
)
def _go(has: Features) -> list[Term]:
    gait = str(has.get("gait", "go"))
    if has.get("sideways") and has.get("dir") not in ("left", "right"):
        raise Unclear("to the left or to the right?", ("left", "right"))
    made = stance({"name": "stand", "support": has["support"]}) if "support" in has else []
    if (level := has.get("level")) and "support" not in has:
        made = [term("torso_height", height={"low": 0.2, "lowest": 0.15}.get(str(level), 0.36))]
    if "to" in has:
        reached = {"distance": float(has.get("length", has.get("to_length", NEAR))), "sense": has.get("sense", "at_most")}
        return [*made, term("distance", a="torso", b=has["to"], **reached), *_speed(has, gait, asked=True), *_steps(gait, has)]
    if "length" in has:
        side = str(has.get("dir", "forward"))
        x, y = {"forward": (1, 0), "backward": (-1, 0), "left": (0, 1), "right": (0, -1)}.get(side, (0, 0))
        if not (x or y):
            raise Unclear(f"I cannot go {side}")
        far = float(has["length"])
        return [*made, term("position", x=x * far, y=y * far), *_steps(gait, has)]
    if "off" in has:
        made = [*made, term("distance", a="torso", b=has["off"], distance=FAR, sense="at_least"), term("facing", object=has["off"])]
        return (
            [*made, *_speed({**has, "dir": "backward"}, gait, asked=True), *_steps(gait, has)] if "pace" in has or "speed" in has else made
        )
    if "toward" in has:
        made = [*made, term("facing", object=has["toward"])]
    if "compass" in has:
        made = [*made, term("heading", angle=has["compass"])]
    if has.get("circle"):
        turn = float(has.get("spin", 0.8)) * (-1 if has.get("dir") == "right" else 1)
        made = [*made, term("turning_speed", speed=turn)]
        has = {k: v for k, v in has.items() if k not in ("dir", "spin")}
    elif "spin" in has:
        raise Unclear("I cannot go at an angular speed; say turn, or in a circle")
    return [*made, *_speed(has, gait), *_steps(gait, has)]


def _speed(has: Features, gait: str, asked: bool = False) -> list[Term]:
    """Forward and sideways speed; with `asked` only where a pace was said."""
    if asked and not {"speed", "pace"} & has.keys():
        return []
    if has.get("place"):
        return [term("forward_speed", speed=0.0), term("sideways_speed", speed=0.0)]
    usual = SPEEDS[gait] or (0.6 if {"dir", "pace", "toward"} & has.keys() else 0.0)
    pace = str(has.get("pace", "slow" if has.get("gentle") or has.get("size") == "bit" else ""))
    size = float(has["speed"]) if "speed" in has else abs(usual) * PACES.get(pace, 1.0)
    if pace == "slow" and "speed" not in has:
        size = min(size, 0.35)
    if pace == "fast" and "speed" not in has:
        size = max(size, 1.0)
    side = str(has.get("dir", "backward" if usual < 0 else "forward"))
    if side in ("up", "down"):
        raise Unclear(f"I cannot go {side}")
    if side in ("left", "right"):
        size = min(size, FASTEST_SIDE) if "speed" not in has else size
        made = term("sideways_speed", speed=size if side == "left" else -size)
        return [made, term("forward_speed", speed=0.0)] if not asked else [made]
    size = size if "speed" in has else min(size, FASTEST if side == "forward" else FASTEST_BACK)
    return [term("forward_speed", speed=round(-size if side == "backward" else size, 3))]


def _steps(gait: str, has: Features) -> list[Term]:
    if "support" in has and len(has["support"]) < 4:
        return []
    return steps(gait, {n: has[f] for f, n in (("steps", "level"), ("hz", "hz"), ("swing", "swing"), ("sweep", "sweep")) if f in has})


@kind("turn", "dir angle spin place pace size again level gentle to toward compass back circle around spins length support")
def _turn(has: Features) -> list[Term]:
    if support := has.get("support"):
        feet = [t for t in stance({"name": "stand", "support": support}) if t.name == "foot_lift" or len(support) != 3]
        turning = _turn({f: v for f, v in has.items() if f != "support"})
        return [*feet, *(t for t in turning if t.name != "foot_step" or len(support) > 2)]
    target = has.get("to", has.get("toward"))
    if target is not None or "compass" in has:
        return _face({**has, "to": target} if target is not None else has)
    sign = -1.0 if has.get("dir") == "right" else 1.0
    spins = has.get("spins") or ("spin" in has) or (has.get("place") and "angle" not in has and not has.get("around"))
    if spins:
        if "angle" in has:
            once = {f: v for f, v in has.items() if f not in ("spins", "place")}
            if not {"spin", "pace"} & has.keys() and ("dir" in has or abs(float(has["angle"]) - math.pi) < 0.02):
                return _turn(once)  # spin round by 180 degrees
            raise Unclear("shall I turn by that angle, or keep on turning?")
        pace = str(has.get("pace", "slow" if has.get("gentle") or has.get("size") in ("tiny", "bit") else ""))
        speed = float(has["spin"]) if "spin" in has else SPINS[pace]
        sense = "exactly" if pace == "slow" or "spin" in has else "at_least"
        still = [term("forward_speed", speed=0.0), term("sideways_speed", speed=0.0)]
        return [term("turning_speed", speed=round(sign * speed, 3), sense=sense), *still, *steps("trot", {})]
    if has.get("dir") in ("up", "down", "forward", "backward") and not has.get("around"):
        raise Unclear("which way shall I turn?")
    angle = (
        float(has["angle"])
        if "angle" in has
        else math.pi
        if has.get("around")
        else {"tiny": 0.1, "bit": 0.35}.get(str(has.get("size")), TURN)
    )
    if not (has.get("around") or "angle" in has or "dir" in has):
        raise Unclear("which way shall I turn?")
    if not 0 < angle <= 2 * math.pi:
        raise Unclear("I can turn by up to a full turn")
    if angle > 2 * math.pi - 0.01:
        return _turn({**{f: v for f, v in has.items() if f != "angle"}, "spins": True})  # where it points in the end tells nothing
    angle = math.remainder(sign * angle, 2 * math.pi)
    return [term("heading", angle=angle, frame="start"), *steps("trot", {})]


@kind("face", "to toward compass back dir size angle level place off")
def _face(has: Features) -> list[Term]:
    target = has.get("to", has.get("toward", has.get("off")))
    away = bool(has.get("back")) or "off" in has
    if target is not None:
        return [term("facing", object=target, angle=math.pi if away else 0.0)]
    if "compass" in has:
        return [term("heading", angle=math.remainder(float(has["compass"]) + (math.pi if away else 0.0), 2 * math.pi))]
    if has.get("dir") in ("up", "down"):
        return lean(has)
    if has.get("dir") in ("left", "right"):
        return [term("heading", angle=TURN if has["dir"] == "left" else -TURN, frame="start")]
    raise Unclear("what shall I face?")


@kind("at", "x y gait pace")
def _at(has: Features) -> list[Term]:
    """A place beside the way ahead."""
    return [term("position", x=float(has["x"]), y=float(has["y"])), *_steps(str(has.get("gait", "go")), has)]


@kind("hop", "dir to_length length level size pace place speed hz to toward gait gentle")
def _hop(has: Features) -> list[Term]:
    told = has.get("to_length", has.get("length"))
    height = float(told) if told is not None else scaled(has, 0.08, 0.04, 0.14, 0.04, 0.2)
    made = [term("hop", height=height, **({"frequency": has["hz"]} if "hz" in has else {}))]
    if "to" in has:
        return [*made, term("distance", a="torso", b=has["to"], distance=NEAR)]
    if "toward" in has:
        made.append(term("facing", object=has["toward"]))
    if (has.get("dir") in ("up", "down", None) and not {"speed", "pace", "toward", "gait"} & has.keys()) or has.get("place"):
        return [*made, term("forward_speed", speed=0.0), term("sideways_speed", speed=0.0)]
    way = {k: v for k, v in has.items() if k in ("dir", "speed", "pace", "gentle") and v not in ("up", "down")}
    return [*made, *_speed(way, str(has.get("gait", "walk")))]


@kind("keep_off", "off length to_length dir level size")
def _keep_off(has: Features) -> list[Term]:
    far = float(has["length"]) if "length" in has else scaled(has, 1.0, 0.6, 1.8, 0.6, 2.0)
    return [term("distance", a="torso", b=has["off"], distance=far, sense="at_least")]
