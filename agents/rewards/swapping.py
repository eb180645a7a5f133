"""Corrections that put another foot, way or thing in the place of one, or want no more of something."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from typing import Any

from heedful.agents.corrections.dialogue import ROBOT
from heedful.agents.corrections.things import Meant, akin
from heedful.agents.rewards.acts import Unclear
from heedful.agents.rewards.numbering import Target, change, numbers
from heedful.agents.rewards.things import Resolver
from heedful.skills.rewards import FEET, Names, Reward, RewardError, Term, term

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


def other(reward: Reward, has: Mapping[str, Any], names: Names) -> Reward:
    """Another foot in the place of the one that is asked for."""
    now = [t for t in reward if t.name in ("foot_lift", "foot_reach") and t.weight >= 1]
    now = now or [t for t in reward if t.name == "distance" and t.args["a"] in FEET]
    if len(now) != 1:
        raise Unclear("there is no one foot here that another could take the place of")
    old = str(now[0].args["foot" if now[0].name != "distance" else "a"])
    end, side = old.split("_")
    if has.get("diagonal"):
        has = {"feet": (f"{'rear' if end == 'front' else 'front'}_{'right' if side == 'left' else 'left'}",), "also": True}
    if has.get("also") and now[0].name != "distance":
        return reward.put(*(now[0].with_(foot=f) for f in has["feet"]))
    new = [f for f in has.get("feet", (f"{end}_{'right' if side == 'left' else 'left'}",)) if f != old]
    if "feet" in has and len(has["feet"]) > 1:
        if now[0].name == "distance":
            raise Unclear("which foot?", tuple(has["feet"]))
        stepped = [t.key for t in reward.find("foot_step") if t.args["foot"] in has["feet"]]
        return reward.without(now[0].key, *stepped).put(*(now[0].with_(foot=f) for f in has["feet"]))
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


def flip(reward: Reward, has: Mapping[str, Any], names: Names) -> Reward:
    """The other way, or a way that is named."""
    way = has.get("dir")
    if way in ("up", "down"):
        return change(reward, {**has, "dim": "height", "more": way == "up"}, names)
    found = numbers(reward, FLIPPED)
    if way is not None:
        name, sign = WAY_OF[str(way)]
        mine = [f for f in found if f[0].name == name]
        if not mine and way in ("left", "right"):
            mine = [f for f in found if f[0].name in ("sideways_speed", "heading", "object_turn", "torso_roll", "object_position")]
            sign *= -1 if mine and mine[0][0].name == "torso_roll" else 1
        if not mine:
            raise Unclear(f"there is nothing here that could go {way}")
        return reward.put(*(t.with_(**{n: sign * abs(t.number(n))}) for t, n in mine))
    if not found and (beside := reward.find("offset")):  # on its other side
        return reward.put(*(t.with_(x=-t.number("x"), y=-t.number("y")) for t in beside))
    if not found and reward.find("foot_lift"):
        return other(reward, {}, names)
    if not found:
        raise Unclear("there is nothing here that could go the other way")
    return reward.put(*(t.with_(**{n: -t.number(n)}) for t, n in found))


def swap(reward: Reward, has: Mapping[str, Any], names: Names) -> Reward:
    """Another thing in the place of the one that is asked for."""
    meant = has["to"] if "to" in has else has["np"]
    if isinstance(meant, Meant) and meant.how == "other" and names.body == "legged" and reward.find("foot_lift"):
        return other(reward, {}, names)
    if not isinstance(meant, Meant) or meant.name == ROBOT:
        raise Unclear("which thing?")
    new = Resolver(names).features({"to": meant})["to"]
    places = [(t, p) for t in reward for p in t.spec.about if str(t.args[p]) not in (*FEET, "torso", "hand", "rest", new)]
    olds = list(dict.fromkeys(str(t.args[p]) for t, p in places))
    moved = [o for o in reversed(olds) if o in names.things or o in names.joints]
    if isinstance(old := has.get("old"), Meant):
        with contextlib.suppress(Unclear):
            gone = Resolver(names, list(moved)).features({"to": old})["to"]
            moved = [gone] if gone in moved else moved
    swapped: dict[str, Reward] = {}
    for one in moved:
        with contextlib.suppress(RewardError):
            swapped[one] = Reward(tuple(_instead(t, one, new) for t in reward), reward.for_s).check(names)
    likely = [o for o in swapped if _place(o, reward)] if has.get("place") else [o for o in swapped if akin(_noun(o), _noun(new))]
    fit = likely or list(swapped)
    if not fit and any(new in t.args.values() for t in reward):
        return reward
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


def stop(reward: Reward, has: Mapping[str, Any], names: Names) -> Reward:
    """No more of something that is done."""
    what = [n for w, ns in STOPPED.items() if w in str(has.get("said", "")) for n in ns]
    feet = has.get("feet")
    if has.get("down") and not any(t.weight >= t.spec.weight for t in reward.find("foot_lift")):
        raise Unclear("what shall come down?")
    if feet is not None or (not what and reward.find("foot_lift")):
        gone = [t.key for t in reward.find("foot_lift") if feet is None or t.args["foot"] in feet]
    else:
        gone = [t.key for t in reward if t.name in (what or MOVES)]
    if not gone:
        raise Unclear("there is nothing here to stop")
    left = reward.without(*gone)
    return left if left.terms else Reward((term("torso_height"),), reward.for_s)
