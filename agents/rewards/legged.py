"""What legged bodies do, made into terms: postures, going, turning, facing, lifting feet, leaning, hopping, keeping away."""

from __future__ import annotations

import math

from heedful.agents.rewards.acts import Features, Unclear, kind, scaled
from heedful.skills.rewards import FEET, Term, term

FRONT, REAR = FEET[:2], FEET[2:]
POSTURES: dict[str, dict[str, dict[str, float]]] = {
    "stand": {"torso_height": {"height": 0.3}, "torso_pitch": {"angle": 0.0}, "torso_roll": {"angle": 0.0}},
    "crouch": {"torso_height": {"height": 0.18}, "torso_pitch": {"angle": 0.0}},
    "lie": {"torso_height": {"height": 0.1}, "torso_pitch": {"angle": 0.0}, "torso_roll": {"angle": 0.0}},
    "sit": {"torso_height": {"height": 0.22}, "torso_pitch": {"angle": 0.6}, "torso_roll": {"angle": 0.0}},
    "biped": {"torso_height": {"height": 0.5}, "torso_pitch": {"angle": 1.45}, "torso_roll": {"angle": 0.0}},
    "handstand": {"torso_height": {"height": 0.45}, "torso_pitch": {"angle": -1.4}, "torso_roll": {"angle": 0.0}},
    "back": {"torso_roll": {"angle": math.pi}, "torso_height": {"height": 0.12}},
    "bow": {"torso_pitch": {"angle": -0.45}, "torso_height": {"height": 0.24}},
}
"""Posture -> its terms with their parameters: heights [m] and angles [rad] of the torso."""
SPEEDS = {
    "go": 0.5, "walk": 0.5, "trot": 0.9, "pace": 0.8, "bound": 1.2, "gallop": 1.8, "pronk": 0.0, "run": 1.5, "creep": 0.2, "moonwalk": -0.4,
    "march": 0.3,
}  # fmt: skip
"""Usual forward speed of each gait [m/s]."""
PACES = {"slow": 0.5, "fast": 1.6, "max": 3.0}
FASTEST, FASTEST_BACK, FASTEST_SIDE = 2.5, 1.0, 1.0
PHASES = {
    "walk": (0.0, 0.5, 0.75, 0.25), "trot": (0.0, 0.5, 0.5, 0.0), "pace": (0.0, 0.5, 0.0, 0.5), "bound": (0.0, 0.0, 0.5, 0.5),
    "gallop": (0.0, 0.1, 0.6, 0.5), "pronk": (0.0, 0.0, 0.0, 0.0),
}  # fmt: skip
"""Part of the cycle at which each foot lifts, in the order of FEET."""
STEPS = {
    "walk": (1.5, 0.35, 0.06), "trot": (2.0, 0.5, 0.08), "pace": (1.8, 0.5, 0.08), "bound": (2.2, 0.6, 0.1), "gallop": (2.5, 0.6, 0.1),
    "pronk": (1.6, 0.5, 0.1),
}  # fmt: skip
"""Steps in a second [Hz], share of the cycle in the air, and how high they swing [m]."""
LIKE = {"go": "trot", "run": "trot", "creep": "walk", "moonwalk": "trot", "march": "trot"}
"""Ways of going that step as another gait does."""
TURN, SPIN = math.pi / 2, 2.0
NEAR, FAR = 0.5, 1.5


def steps(gait: str, has: Features) -> list[Term]:
    """The steps of a gait, one term a foot."""
    name = LIKE.get(gait, gait)
    hz, air, up = STEPS[name]
    up = scaled(has, up, 0.05, 0.14, 0.04, 0.2) if gait != "march" else scaled(has, 0.14, 0.1, 0.18, 0.1, 0.25)
    hz, up = float(has.get("hz", hz)), float(has.get("swing", up))
    sweep = float(has.get("sweep", 0.12 if gait == "moonwalk" else 0.0))
    phases = zip(FEET, PHASES[name], strict=True)
    return [term("foot_step", foot=f, frequency=hz, phase=p, air_ratio=air, up=round(up, 3), sweep=sweep) for f, p in phases]


def posture(name: str, **changed: float) -> list[Term]:
    """The terms of a posture, with a number of the torso changed."""
    rows = {n: dict(p) for n, p in POSTURES[name].items()}
    for number, value in changed.items():
        rows[number][next(iter(rows[number]))] = value
    return [term(n, **p) for n, p in rows.items()]


@kind("posture", "name to toward steps level size dir support length to_length place pace still facing_up")
def _posture(has: Features) -> list[Term]:
    name = has["name"]
    if support := has.get("support"):
        name = _on(support) if name in ("stand", "biped") else name
        if name not in POSTURES:
            return [*posture("stand"), term("foot_lift", foot=name, height=0.08)]
    made = posture(name)
    if name == "back" and has.get("dir") == "left":
        made = posture(name, torso_roll=-math.pi)
    if name in ("stand", "crouch", "lie", "sit", "biped") and {"level", "size", "length", "to_length", "dir"} & has.keys():
        usual = POSTURES[name]["torso_height"]["height"]
        made = posture(name, torso_height=_height(has, usual))
    if (target := has.get("to", has.get("toward"))) is not None:
        made.append(term("facing", object=target))
    still = [term("forward_speed", 0.3), term("sideways_speed", 0.3)] if has.get("still") else []
    return [*made, *still, *([term("foot_lift", 0.5, foot=f, height=0.25) for f in FRONT] if name == "biped" else [])]


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
    if up < 0:
        by = min(by, usual - 0.08) if "length" not in has else by
    return round(max(0.06, min(0.75, usual + up * by)), 3)


@kind("body", "dir level size length to_length")
def _body(has: Features) -> list[Term]:
    if "dir" not in has and "to_length" not in has and "level" not in has:
        raise Unclear("how high shall the body be?")
    if has.get("dir") in ("left", "right", "forward", "backward"):
        raise Unclear("I did not understand where the body shall go")
    return [term("torso_height", height=_height(has, 0.3))]


@kind("level", "")
def _level(has: Features) -> list[Term]:
    return [term("torso_pitch", 1.8, angle=0.0), term("torso_roll", 3.0, angle=0.0)]


@kind("lean", "dir angle size level")
def _lean(has: Features) -> list[Term]:
    size = float(has["angle"]) if "angle" in has else scaled(has, 0.35, 0.15, 0.6, 0.2, 0.7)
    match has.get("dir"):
        case "left" | "right" as side:
            return [term("torso_roll", angle=size if side == "right" else -size)]
        case "up" | "backward":
            return [term("torso_pitch", angle=size)]
        case "down" | "forward":
            return [term("torso_pitch", angle=-size)]
    raise Unclear("which way shall I lean?")


@kind(
    "go",
    "sweep swing steps sideways gait dir speed length to toward off pace place circle spin hz level size gentle support compass",
)
def _go(has: Features) -> list[Term]:
    gait = str(has.get("gait", "go"))
    made = _posture({"name": "stand", "support": has["support"]}) if "support" in has else []
    if (level := has.get("level")) and "support" not in has:
        made = [term("torso_height", height={"low": 0.2, "lowest": 0.15}.get(str(level), 0.36))]
    if "to" in has:
        distance = float(has.get("length", NEAR))
        return [*made, term("distance", a="torso", b=has["to"], distance=distance), *_speed(has, gait, asked=True), *_steps(gait, has)]
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


@kind("turn", "dir angle spin place pace size again level gentle to toward compass back circle around spins length")
def _turn(has: Features) -> list[Term]:
    target = has.get("to", has.get("toward"))
    if target is not None or "compass" in has:
        return _face({**has, "to": target} if target is not None else has)
    sign = -1.0 if has.get("dir") == "right" else 1.0
    spins = has.get("spins") or ("spin" in has) or (has.get("place") and "angle" not in has and not has.get("around"))
    if spins:
        if "angle" in has:
            raise Unclear("shall I turn by that angle, or keep on turning?")
        pace = str(has.get("pace", "slow" if has.get("gentle") or has.get("size") in ("tiny", "bit") else ""))
        speed = float(has["spin"]) if "spin" in has else SPIN * {"slow": 0.3, "fast": 2.0, "max": 3.0}.get(pace, 1.0)
        still = [term("forward_speed", speed=0.0), term("sideways_speed", speed=0.0)]
        return [term("turning_speed", speed=round(sign * speed, 3)), *still, *steps("trot", {})]
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
        return _lean(has)
    if has.get("dir") in ("left", "right"):
        return [term("heading", angle=TURN if has["dir"] == "left" else -TURN, frame="start")]
    raise Unclear("what shall I face?")


@kind("lift", "feet dir length to_length level size off_ground gentle pace")
def _lift(has: Features) -> list[Term]:
    if has.get("dir") in ("down", "left", "right"):
        raise Unclear(f"I cannot lift a foot {has['dir']}")
    height = has.get("to_length", has.get("length"))
    height = float(height) if height is not None else scaled(has, 0.12, 0.06, 0.25, 0.06, 0.35)
    if set(has["feet"]) == set(FEET):
        return steps("march", {"level": "high"} if "level" in has else {})
    return [term("foot_lift", foot=f, height=height) for f in has["feet"]]


@kind("wave", "feet dir level size pace hz to toward")
def _wave(has: Features) -> list[Term]:
    target = has.get("to", has.get("toward"))
    made = [term("foot_lift", foot=f, height=scaled(has, 0.2, 0.12, 0.3, 0.12, 0.35)) for f in has.get("feet", FRONT[:1])]
    return [*made, *([term("facing", object=target)] if target is not None else [])]


@kind("reach_out", "feet dir length size level")
def _reach_out(has: Features) -> list[Term]:
    by = float(has["length"]) if "length" in has else scaled(has, 0.15, 0.06, 0.25, 0.06, 0.3)
    side = str(has.get("dir", "forward"))
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


@kind("hop", "dir length level size pace place speed hz to toward gait gentle")
def _hop(has: Features) -> list[Term]:
    height = float(has["length"]) if "length" in has else scaled(has, 0.08, 0.04, 0.14, 0.04, 0.2)
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


@kind("ends", "end dir level size floor")
def _ends(has: Features) -> list[Term]:
    """The front or the rear end of the body goes up or down."""
    end, down = has["end"], has.get("dir") == "down"
    if end == "rear" and down:
        return posture("sit")
    if end == "front" and down:
        return posture("bow")
    size = scaled(has, 0.4, 0.2, 0.6, 0.2, 0.7)
    return [term("torso_pitch", angle=size if end == "front" else -size)]
