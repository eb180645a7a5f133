"""What single feet do, made into terms: lifting, waving, stretching, touching, stepping."""

from __future__ import annotations

from heedful.agents.rewards.acts import Features, Unclear, kind, scaled
from heedful.agents.rewards.gaits import PHASES, steps
from heedful.agents.rewards.postures import FRONT
from heedful.skills.rewards import FEET, Term, term


@kind("lift", "feet dir length to_length level size off_ground gentle pace sense")
def _lift(has: Features) -> list[Term]:
    if has.get("dir") in ("forward", "backward"):
        return _reach_out(has)
    if has.get("dir") in ("down", "left", "right"):
        raise Unclear(f"I cannot lift a foot {has['dir']}")
    told = has.get("to_length", has.get("length"))
    height = float(told) if told is not None else scaled(has, 0.12, 0.06, 0.25, 0.06, 0.35)
    low = has.get("size") in ("tiny", "bit") or has.get("level") in ("low", "lowest")
    usual = "exactly" if told is not None or low else "at_least"
    sense = str(has.get("sense", usual))
    if set(has["feet"]) == set(FEET) and "sense" not in has:
        return steps("march", {"level": "high"} if "level" in has else {})
    return [term("foot_lift", foot=f, height=height, sense=sense) for f in has["feet"]]


@kind("wave", "feet dir level size pace hz to toward")
def _wave(has: Features) -> list[Term]:
    target = has.get("to", has.get("toward"))
    made = [term("foot_lift", foot=f, height=scaled(has, 0.2, 0.12, 0.3, 0.12, 0.35)) for f in has.get("feet", FRONT[:1])]
    return [*made, *([term("facing", object=target)] if target is not None else [])]


@kind("reach_out", "feet dir length size level")
def _reach_out(has: Features) -> list[Term]:
    by = float(has["length"]) if "length" in has else scaled(has, 0.15, 0.06, 0.25, 0.06, 0.3)
    side = str(has.get("dir", "forward"))
    if side in ("inward", "outward"):
        by = float(has["length"]) if "length" in has else scaled(has, 0.06, 0.03, 0.1, 0.03, 0.15)
        return [term("foot_reach", foot=f, inward=by if side == "inward" else -by) for f in has["feet"]]
    if side in ("left", "right"):
        sign = 1.0 if side == "right" else -1.0
        return [term("foot_reach", foot=f, inward=min(0.2, by) * (sign if f.endswith("left") else -sign)) for f in has["feet"]]
    if side not in ("forward", "backward", "up"):
        raise Unclear("which way shall the leg go?")
    return [term("foot_reach", foot=f, forward=-by if side == "backward" else by) for f in has["feet"]]


@kind("foot_near", "feet to gentle pace")
def _foot_near(has: Features) -> list[Term]:
    return [term("distance", a=f, b=has["to"], distance=0.05) for f in has["feet"]]


@kind("step", "feet hz level size length pace place")
def _step(has: Features) -> list[Term]:
    hz = float(has.get("hz", {"slow": 1.0, "fast": 3.0}.get(str(has.get("pace")), 2.0)))
    up = float(has["length"]) if "length" in has else scaled(has, 0.08, 0.05, 0.14, 0.04, 0.2)
    return [term("foot_step", foot=f, frequency=hz, up=up, phase=PHASES["trot"][FEET.index(f)]) for f in has["feet"]]
