"""From acts in a row to rewards: what goes on at once is one reward, what comes after is the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from heedful.agents.rewards.acts import KINDS, Act, Clash, Contradiction, Unclear
from heedful.skills.rewards import FEET, Reward, RewardError, Term, term
from heedful.skills.rewards.catalogue import Body

CARE = 3.0
"""By how much a manner that was asked for weighs more than usual."""
MANNERS = {"smooth": "smoothness", "steady": "balance", "effort": "effort", "natural": "posture"}
"""What is said of how something is done -> the term that weighs more."""
TOGETHER = frozenset({"hoist", "joint", "tilt", "grip"})
"""Acts of an arm that are done at once where several of a kind are asked for; else one comes after the other."""
ON_THREE = 2 / 3
"""How fast a body turns on three feet, as a share of what it does on four; measured at 1.3 to 2.7 rad/s."""
GOING = 1.0
"""Weight of the speed of a body on two feet: at the usual one it sways where it is."""
USUAL = {"torso_height": 0.3}


def merged(acts: Sequence[tuple[str, Act]], body: Body, strict: bool = False) -> tuple[Reward, ...]:
    """The rewards of some acts, one after the other. Raises Unclear or RewardError.

    Args:
      strict: Whether what cannot be at once is Unclear where nobody said that one comes after the other.
    """
    stages: list[Reward] = []
    acts = [(how, _on_three(act, acts)) for how, act in acts]
    before: Act | None = None
    for how, act in acts:
        terms = [*act.terms, *_manners(act)]
        if how != "then" and before is not None and _still_and_going(before, act, body):
            raise Contradiction("shall I go, or stay where I am?")
        if how == "and" and before is not None and _means(before, act):
            stages.pop()
            before = None
        joined = None if before is None or how == "then" or not stages else _joined(stages[-1], terms)
        if how == "while" and joined is None and stages:
            raise Unclear(f"I cannot do that at the same time: {', '.join(t.name for t in terms[:2])}")
        if strict and joined is None and how == "and" and before is not None and not _in_turn(before, act, body):
            raise Clash("shall I do one after the other?")
        if joined is None or (how == "and" and before is not None and _in_turn(before, act, body)):
            stages.append(_joined(Reward(), terms) or Reward(tuple(terms)))
        else:
            stages[-1] = joined
        if "for_s" in act.has:
            stages[-1] = Reward(stages[-1].terms, float(act.has["for_s"]))
        before = act
    return tuple(stages)


def clash(acts: Sequence[tuple[str, Act]], body: Body) -> bool:
    """Whether some acts cannot be at once though nobody said that one comes after the other: another wording may be nearer."""
    try:
        merged(acts, body, strict=True)
    except Clash:
        return True
    except (Unclear, RewardError):
        return False
    return False


def _on_three(act: Act, acts: Sequence[tuple[str, Act]]) -> Act:
    """An act on three feet, with the one off the ground that is lifted, where that is said."""
    lifted = [a.has["feet"] for _, a in acts if a.kind == "lift" and len(a.has.get("feet", ())) == 1]
    if len(act.has.get("support", ())) != 3 or len(lifted) != 1:
        return act
    return replace(act, has={**act.has, "support": tuple(f for f in FEET if f not in lifted[0])})


def _manners(act: Act) -> list[Term]:
    """The terms of how it is to be done."""
    made = [term(n, CARE * term(n).weight) for f, n in MANNERS.items() if act.has.get(f)]
    return [*made, *([term("hand_speed", limit=float(act.has["limit"]))] if "limit" in act.has else [])]


def _still_and_going(before: Act, act: Act, body: Body) -> bool:
    """Whether one is to go and to stay at once."""
    goes, stays = before.kind in WAYS_TO_GO, bool(act.has.get("still"))
    return goes and stays and "for_s" not in act.has and not _in_turn(before, act, body)


def _means(before: Act, act: Act) -> bool:
    """Whether a thing is only reached for what is done with it: `grab the drawer by its handle and pull it open`."""
    if before.kind != "reach" or "length" in before.has:
        return False
    named = [act.has.get("thing"), *act.has.get("things", ()), *(act.has.get("joint") or ())]
    return before.has.get("to") in [n for t in named if t for n in (t, f"{t}_handle")]


WAYS_TO_GO = frozenset({"go", "hop", "turn"})
"""Acts that take a body on legs somewhere, or round."""


def _in_turn(before: Act, act: Act, body: Body) -> bool:
    """Whether what is joined by `and` comes after what was said before: an arm has one hand, and who walks somewhere gets there first."""
    if body == "arm":
        same = before.kind == act.kind and act.kind in TOGETHER
        return not same
    if before.kind == act.kind == "posture" and act.has.get("name") == "stand" and not ({"still", "support", "level"} & act.has.keys()):
        return before.has.get("name") in ("sit", "lie", "back", "bow")  # who sits does not stand
    arrives = before.kind in ("go", "hop") and bool({"to", "length"} & before.has.keys())
    return (KINDS[before.kind].travels or arrives) and act.kind not in ("keep_off",)


def _joined(reward: Reward, terms: Sequence[Term]) -> Reward | None:
    """The reward with more terms; None where they contradict each other. What says no more than how a body is anyway gives way."""
    made: dict[tuple[str, ...], Term] = {t.key: t for t in reward.terms}
    for one in terms:
        rivals = [t for t in made.values() if t.key == one.key or t.name in one.spec.excludes]
        if any(t == one or _agree(t, one) for t in rivals):
            continue
        strong = [t for t in rivals if not _yields(t, one)]
        if strong and all(_yields(one, t) for t in strong):
            continue
        if strong:
            return None
        for rival in rivals:
            del made[rival.key]
        made[one.key] = one
    return on_the_rest(Reward(_in_order(tuple(made.values())), reward.for_s))


def _one_hand(reward: Reward) -> Reward:
    """The reward without the hand coming to the handle of what is kept open or shut, where it comes to a thing that is moved meanwhile."""
    near = [t for t in reward.find("distance") if t.args["a"] == "hand" and t.weight < t.spec.weight]
    handles = {t.key for t in near if str(t.args["b"]).endswith("_handle")}
    if not handles or len(handles) == len(near):
        return reward
    return Reward(tuple(t for t in reward if t.key not in handles), reward.for_s)


def on_the_rest(reward: Reward) -> Reward:
    """The reward without steps where a foot is lifted that was to step: no gait is known for those that are left, and none is told. Who
    turns on those is slower, where nobody told a number."""
    reward = _one_hand(_on_two(reward))
    lifted = {str(t.args["foot"]) for t in reward if t.name in ("foot_lift", "foot_reach") and t.weight > t.spec.weight / 2}
    steps = {str(t.args["foot"]) for t in reward.find("foot_step")}
    gone = steps if len(lifted) == 1 and steps == set(FEET) else lifted & steps
    kept = [t for t in reward if t.name != "foot_step" or str(t.args["foot"]) not in gone]
    slower = [i for i, t in enumerate(kept) if len(gone) == len(FEET) and t.name == "turning_speed" and t.args["sense"] == "at_least"]
    for i in slower:
        kept[i] = kept[i].with_(speed=round(ON_THREE * kept[i].number("speed"), 3))
    return Reward(tuple(kept), reward.for_s)


def _on_two(reward: Reward) -> Reward:
    """The reward of a body that stands steeply: it steps with the two feet that it stands on, and how fast it goes counts for more."""
    if not reward.on_two:
        return reward
    high = FEET[:2] if reward["torso_pitch"].number("angle") > 0 else FEET[2:]
    reward = reward.without(*(t.key for t in reward.find("foot_step") if t.args["foot"] in high))
    going = [t for n in ("forward_speed", "sideways_speed") for t in reward.find(n) if t.weight == t.spec.weight]
    return reward.put(*(t.with_(GOING) for t in going))


def _yields(one: Term, other: Term) -> bool:
    """Whether a term gives way to another that asks for the same: it says no more than how a body is anyway, or only helps, or was said
    with less emphasis."""
    emphatic = other.weight > one.weight and other.weight > other.spec.weight
    return (neutral(one) and one.weight <= one.spec.weight) or (_soft(one) and not _soft(other)) or emphatic


def _soft(one: Term) -> bool:
    """Whether a term only helps another: the front feet's lift on two legs, the hand's way to what it moves."""
    return one.spec.within is not None and one.weight < one.spec.weight


def _agree(a: Term, b: Term) -> bool:
    """Whether two terms ask for the same: to lean the same way as in `chest down, bottom up`, or for a foot to be up where it is already to
    be higher."""
    if a.name == b.name == "foot_lift":
        return a.args["sense"] == "at_least" and b.number("height") <= a.number("height")
    return a.name == b.name and a.name in ("torso_pitch", "torso_roll") and a.number("angle") * b.number("angle") > 0


def _in_order(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Aims first, then what says only how a body is anyway, then manners."""
    return tuple(sorted(terms, key=lambda t: (t.spec.within is None, neutral(t))))


def neutral(one: Term) -> bool:
    """Whether a term asks for no more than how a body is anyway: level, at its usual height, at rest."""
    if one.name == "foot_step":
        return True
    if one.spec.within is None or one.spec.about:
        return False
    usual = USUAL.get(one.name, 0.0)
    return (
        one.spec.bodies == ("legged",)
        and abs(one.number(one.spec.numbers[0].name) - usual) < 1e-6
        and one.name not in ("heading", "position")
    )
