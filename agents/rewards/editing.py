"""Editing a reward that is followed by what people say: a number more or less, a weight, another foot or thing, something more to do."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from heedful.agents.corrections.constructions import Part
from heedful.agents.corrections.dialogue import ROBOT
from heedful.agents.corrections.things import Meant, akin
from heedful.agents.rewards import phrases_edit
from heedful.agents.rewards.acts import Unclear
from heedful.agents.rewards.adding import added
from heedful.agents.rewards.merging import CARE, neutral
from heedful.agents.rewards.phrases_edit import AMOUNT, EDITS, FLIP, OTHER, STOP, SWAP
from heedful.agents.rewards.reading import Understood, acts_of, believed, covered
from heedful.agents.rewards.things import Resolver
from heedful.skills.rewards import FEET, Names, Reward, RewardError, Term, term
from heedful.skills.rewards.catalogue import CATALOGUE, Number
from heedful.skills.rewards.history import diff
from heedful.skills.rewards.spelling import Stages

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
        ("heading", "angle"), ("distance", "distance")),
    "lean": (("torso_pitch", "angle"), ("torso_roll", "angle")),
    "body": (("torso_height", "height"),), "up": (("foot_step", "up"), ("hop", "height")), "hz": (("foot_step", "frequency"), ("hop",
    "frequency")),
    "sweep": (("foot_step", "sweep"),),
}  # fmt: skip
"""What `higher`, `faster` … may be of, the likeliest first."""
FLIPPED: tuple[Target, ...] = (("turning_speed", "speed"), ("forward_speed", "speed"), ("sideways_speed", "speed"), ("heading", "angle"),
    ("torso_roll", "angle"), ("object_turn", "angle"), ("position", "x"), ("object_position", "y"), ("torso_pitch", "angle"))  # fmt: skip
WAY_OF = {
    "forward": ("forward_speed", 1),
    "backward": ("forward_speed", -1),
    "left": ("turning_speed", 1),
    "right": ("turning_speed", -1),
}
STOPPED = {
    "trotting": ("foot_step", "forward_speed"), "hopping": ("hop",), "spinning": ("turning_speed", "foot_step"), "lifting": ("foot_lift",),
    "turning": ("turning_speed", "heading", "foot_step"), "leaning": ("torso_roll", "torso_pitch"), "waving": ("foot_lift",),
}  # fmt: skip
MOVES = ("foot_step", "forward_speed", "sideways_speed", "turning_speed", "hop", "position")


@dataclass(frozen=True, slots=True)
class Refused:
    """A correction that changes nothing here, in a sentence."""

    sentence: str
    candidates: tuple[str, ...] = ()


def edited(stages: Stages, text: str, names: Names, at: int = 0) -> Stages | Refused:
    """The rewards as somebody wants them who says this while they are followed. Pure: nothing is changed in place.

    Args:
      stages: The rewards, one after the other.
      at: Which of them is followed now.
    """
    try:
        made = _corrected(stages[at], text, names)
        new = (*stages[:at], *made, *stages[at + 1 :])
        new = tuple(s.check(names) for s in new)
    except Unclear as error:
        return Refused(str(error), error.candidates)
    except RewardError as error:
        return Refused(str(error))
    return new if new != stages else Refused("that is how it is already")


def edit(stages: Stages, text: str, names: Names, at: int = 0) -> Understood:
    """The same, with what changed in words."""
    found = edited(stages, text, names, at)
    if isinstance(found, Refused):
        return Understood(None, found.sentence, bool(found.candidates), found.candidates)
    return Understood(found, "; ".join(map(str, diff(stages, found))))


def _corrected(reward: Reward, text: str, names: Names) -> tuple[Reward, ...]:
    """By the constructions of corrections, or as something more to do; whichever leaves less unexplained. Raises Unclear."""
    made, reader = covered(text, names, EDITS)
    by_edit = [p.part for p in made.placed if p.part.kind in MAKERS] if believed(made, reader.words) else []
    amounts = [p.part for p in made.placed if p.part.kind == AMOUNT]
    if (paced := _only_paced(reward, text, names)) is not None:
        return (paced,)
    whole = bool(by_edit or amounts) and made.left_over + made.apart == 0
    if not whole:
        try:
            return added(reward, acts_of(text, names), text, names)
        except Unclear:
            if not (by_edit or amounts):
                raise
    try:
        return (_by_parts(reward, by_edit, amounts, names),)
    except Unclear:
        try:
            return added(reward, acts_of(text, names), text, names)
        except Unclear:
            pass
        raise


def _only_paced(reward: Reward, text: str, names: Names) -> Reward | None:
    """`walk at 0.5 m/s` to one who walks already: the speed alone, the same way; None where more was said."""
    try:
        acts = acts_of(text, names)
    except (Unclear, RewardError):
        return None
    has = acts[0][1].has
    if (
        len(acts) > 1
        or acts[0][1].kind != "go"
        or not has.keys() <= {"gait", "speed"}
        or "speed" not in has
        or not acts[0][1].loose("gait")
    ):
        return None
    goes = any(abs(t.number("speed")) > 0 for n in ("forward_speed", "sideways_speed") for t in reward.find(n))
    return _set(reward, {"speed": has["speed"]}) if goes else None


def _by_parts(reward: Reward, parts: Sequence[Part], amounts: Sequence[Part], names: Names) -> Reward:
    has = {k: v for a in amounts for k, v in a.effect.items()}
    if not parts:
        return _set(reward, has)
    for part in parts:
        reward = MAKERS[part.kind](reward, {**has, **part.effect}, names)
    return reward


def _numbers(reward: Reward, targets: Sequence[Target], idle: bool = False) -> list[tuple[Term, str]]:
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


def _change(reward: Reward, has: Mapping[str, Any], names: Names) -> Reward:
    """A number more or less. Raises Unclear."""
    dim, more = str(has["dim"]), bool(has["more"])
    if dim == "gentle" or (dim == "speed" and names.body == "arm"):
        return _paced(reward, slower=more if dim == "gentle" else not more, has=has)
    found = _numbers(reward, DIMENSIONS[dim])
    if not found and dim in ("body", "height"):
        found = _numbers(reward, DIMENSIONS[dim], idle=True)
        found = found or ([(term("torso_height"), "height")] if names.body == "legged" else [])
    if not found and dim == "lean":
        found = _numbers(reward, DIMENSIONS[dim], idle=True)
    if not found:
        raise Unclear(f"there is nothing here that could be {'more' if more else 'less'} so ({dim})")
    if dim in ("far", "near") and found[0][0].name == "distance" and found[0][0].args["sense"] == "at_least" and dim == "near":
        pass
    return reward.put(*(t.with_(**{n: _moved(t, n, more, has)}) for t, n in found))


def _moved(one: Term, number: str, more: bool, has: Mapping[str, Any]) -> float:
    """A number after it was asked to be more or less, kept within its range."""
    was = one.number(number)
    spec = next(p for p in one.spec.params if isinstance(p, Number) and p.name == number)
    if "to_length" in has and spec.unit == "m":
        return float(has["to_length"])
    for unit, key in (("m", "length"), ("m/s", "speed"), ("rad/s", "spin"), ("rad", "angle"), ("Hz", "hz")):
        if spec.unit == unit and key in has:
            if unit in ("m", "rad"):
                return float(was + (1 if more else -1) * float(has[key]) * (1 if was >= 0 or unit == "m" else -1))
            return float(has[key])
    factor = float(has["times"]) if "times" in has else MORE[str(has.get("size", ""))] ** (1 if more else -1)
    if one.name == "joint_fraction" and "times" not in has:
        by = {"tiny": 0.05, "bit": 0.15, "": 0.25, "lot": 0.4}[str(has.get("size", ""))]
        return min(1.0, max(0.0, was + (by if more else -by)))
    if abs(was) < 1e-9:
        was = {"m": 0.05, "m/s": 0.2, "rad/s": 0.5, "rad": 0.15, "Hz": 1.0}.get(spec.unit, 0.1) / factor * (1 if more else -1) * factor
        return min(spec.high, max(spec.low, was))
    return round(min(spec.high, max(spec.low, was * factor)), 4)


def _paced(reward: Reward, slower: bool, has: Mapping[str, Any]) -> Reward:
    """The hand slower, or faster, or gentler."""
    now = reward.find("hand_speed")
    limit = now[0].number("limit") if now else SLOWEST
    if not now and not slower:
        raise Unclear("the hand has no speed limit to raise")
    factor = float(has["times"]) if "times" in has else MORE[str(has.get("size", ""))] ** (-1 if slower else 1)
    if "speed" in has:
        return reward.put(term("hand_speed", limit=float(has["speed"])))
    return reward.put(term("hand_speed", limit=round(max(0.02, min(2.0, limit * factor)), 3)))


def _care(reward: Reward, has: Mapping[str, Any], names: Names) -> Reward:
    """The weight of a term."""
    name = str(has["term"])
    if names.body not in CATALOGUE[name].bodies:
        raise Unclear(f"{name} is nothing that this body has")
    found = reward.find(name) or ((term(name),) if CATALOGUE[name].within is None else ())
    if not found:
        raise Unclear(f"{name} is not asked for here")
    factor = CARE if has["more"] else 1 / CARE
    return reward.put(*(t.with_(weight=min(100.0, t.weight * factor)) for t in found))


def _other(reward: Reward, has: Mapping[str, Any], names: Names) -> Reward:
    """Another foot in the place of the one that is asked for."""
    now = [t for t in reward if t.name in ("foot_lift", "foot_reach") and t.weight >= 1]
    now = now or [t for t in reward if t.name == "distance" and t.args["a"] in FEET]
    if len(now) != 1:
        raise Unclear("there is no one foot here that another could take the place of")
    old = str(now[0].args["foot" if now[0].name != "distance" else "a"])
    end, side = old.split("_")
    new = [f for f in has.get("feet", (f"{end}_{'right' if side == 'left' else 'left'}",)) if f != old]
    if "feet" in has and len(has["feet"]) > 1:
        raise Unclear("which foot?", tuple(has["feet"]))
    if not new:
        raise Unclear("that is the foot already")
    if "feet" in has and f"{new[0].split('_')[0]}_{side}" != old:
        same_side = f"{new[0].split('_')[0]}_{side}"
        new = [same_side] if same_side in FEET and not has.get("sided") and same_side != old and new[0] == _first(new[0]) else new
    swapped = now[0].with_(**{("foot" if now[0].name != "distance" else "a"): new[0]})
    steps = [t for t in reward.find("foot_step") if t.args["foot"] == new[0]]
    kept = reward.without(now[0].key, *(t.key for t in steps))
    return Reward((swapped, *kept.terms, *(t.with_(foot=old) for t in steps)), reward.for_s)


def _first(foot: str) -> str:
    return next(f for f in FEET if f.startswith(foot.split("_")[0]))


def _flip(reward: Reward, has: Mapping[str, Any], names: Names) -> Reward:
    """The other way, or a way that is named."""
    way = has.get("dir")
    if way in ("up", "down"):
        return _change(reward, {**has, "dim": "height", "more": way == "up"}, names)
    found = _numbers(reward, FLIPPED)
    if way is not None:
        name, sign = WAY_OF[str(way)]
        mine = [f for f in found if f[0].name == name]
        if not mine and way in ("left", "right"):
            mine = [f for f in found if f[0].name in ("sideways_speed", "heading", "object_turn")]
        if not mine:
            raise Unclear(f"there is nothing here that could go {way}")
        return reward.put(*(t.with_(**{n: sign * abs(t.number(n))}) for t, n in mine))
    if not found:
        raise Unclear("there is nothing here that could go the other way")
    return reward.put(*(t.with_(**{n: -t.number(n)}) for t, n in found))


def _swap(reward: Reward, has: Mapping[str, Any], names: Names) -> Reward:
    """Another thing in the place of the one that is asked for."""
    meant = has["to"] if "to" in has else has["np"]
    if not isinstance(meant, Meant) or meant.name == ROBOT:
        raise Unclear("which thing?")
    new = Resolver(names).features({"to": meant})["to"]
    places = [(t, p) for t in reward for p in t.spec.about if str(t.args[p]) not in (*FEET, "torso", "hand", "rest", new)]
    olds = list(dict.fromkeys(str(t.args[p]) for t, p in places))
    moved = [o for o in reversed(olds) if o in names.things or o in names.joints]
    swapped: dict[str, Reward] = {}
    for old in moved:
        with contextlib.suppress(RewardError):
            swapped[old] = Reward(tuple(_instead(t, old, new) for t in reward), reward.for_s).check(names)
    likely = [o for o in swapped if _place(o, reward)] if has.get("place") else [o for o in swapped if akin(_noun(o), _noun(new))]
    fit = likely or list(swapped)
    if not fit:
        raise Unclear(f"there is nothing here that {new} could take the place of")
    if len(fit) > 1:
        raise Unclear(f"instead of which: {' or '.join(map(_noun, fit))}?", tuple(fit))
    return swapped[fit[0]]


def _instead(one: Term, old: str, new: str) -> Term:
    return one.with_(**{p: new for p in one.spec.about if one.args[p] == old}) if old in one.args.values() else one


def _noun(name: str) -> str:
    return name.replace("_", " ")


def _place(name: str, reward: Reward) -> bool:
    """Whether something else goes there."""
    return any(t.spec.about[1:] and t.args[t.spec.about[1]] == name and t.args[t.spec.about[0]] != "hand" for t in reward)


def _stop(reward: Reward, has: Mapping[str, Any], names: Names) -> Reward:
    """No more of something that is done."""
    what = [n for w, ns in STOPPED.items() if w in str(has.get("said", "")) for n in ns]
    feet = has.get("feet")
    if feet is not None or (not what and reward.find("foot_lift")):
        gone = [t.key for t in reward.find("foot_lift") if feet is None or t.args["foot"] in feet]
    else:
        gone = [t.key for t in reward if t.name in (what or MOVES)]
    if not gone:
        raise Unclear("there is nothing here to stop")
    left = reward.without(*gone)
    return left if left.terms else Reward((term("torso_height"),), reward.for_s)


def _set(reward: Reward, has: Mapping[str, Any]) -> Reward:
    """An amount alone: the number that it is of. Raises Unclear."""
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
            sign = -1.0 if key in ("speed", "spin") and one.number(number.name) < 0 else 1.0
            return reward.put(*(t.with_(**{number.name: sign * float(has[key])}) for t in same))
    raise Unclear("I did not understand what that is an amount of")


Maker = Callable[[Reward, Mapping[str, Any], Names], Reward]
MAKERS: dict[str, Maker] = {
    phrases_edit.CHANGE: _change, phrases_edit.CARE: _care, OTHER: _other, FLIP: _flip, SWAP: _swap, STOP: _stop,
}  # fmt: skip
