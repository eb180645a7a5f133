"""Something more to do while a reward is followed: what of the old goes, and what stays beside the new."""

from __future__ import annotations

import re
from collections.abc import Sequence

from heedful.agents.rewards.acts import Act
from heedful.agents.rewards.merging import merged, neutral, on_the_rest
from heedful.skills.rewards import Names, Reward, Term

_BESIDE = re.compile(
    r"\b(and|also|too|while|whilst|meanwhile|as well|at the same time|keep|keeping|still|besides|in addition|plus|as you)\b"
)
GROUPS = {
    "posture": frozenset({"torso_height", "torso_pitch", "torso_roll"}),
    "going": frozenset({"forward_speed", "sideways_speed", "position", "foot_step", "hop"}),
    "pointing": frozenset({"heading", "facing", "turning_speed"}),
    "feet": frozenset({"foot_lift", "foot_reach"}),
}  # fmt: skip
"""Terms of a legged body that are one thing to do."""
REPLACES = {
    "posture": ("posture", "going", "pointing", "feet"), "ends": ("posture", "going"), "go": ("going", "pointing"), "turn": ("going",
    "pointing"),
    "hop": ("going",), "face": ("pointing",), "lift": ("feet",), "body": (), "lean": (), "keep_off": (), "wave": ("feet",), "step": (),
}  # fmt: skip
"""Act -> what it puts an end to, unless it is said to be beside it."""


HAND = ("grip", "hand_height")
"""What the hand did before; it has something else to do now."""


PLACES = ("distance", "offset", "above", "object_position", "object_height")
"""Where a thing is, or how high; it is moved somewhere else now."""


def added(reward: Reward, acts: Sequence[tuple[str, Act]], text: str, names: Names) -> tuple[Reward, ...]:
    """The reward with more to do; the first of the new ones joins it, what comes `then` follows beside what stays.

    Raises Unclear or RewardError.
    """
    new = merged(acts, names.body)
    beside = bool(_BESIDE.search(text.lower()))
    if names.body == "arm":
        moved = set() if beside else {str(t.args[t.spec.about[0]]) for t in new[0] if t.name in PLACES} - {"hand"}
        kept = tuple(
            t for t in reward
            if t.name not in HAND and not (t.name == "distance" and t.args["a"] == "hand")
            and not (t.name in PLACES and str(t.args[t.spec.about[0]]) in moved)
        )  # fmt: skip
    else:
        kept = reward.terms if beside else tuple(t for t in reward if not _ended(t, reward, acts))
    first = Reward(kept, new[0].for_s if new[0].for_s is not None else reward.for_s)
    aims = [t for t in new[0] if not (neutral(t) and any(k.key == t.key and not neutral(k) for k in kept) and beside)]
    later = tuple(Reward(kept, s.for_s).put(*s) for s in new[1:])
    return (on_the_rest(first.put(*aims)), *later)


def _ended(one: Term, reward: Reward, acts: Sequence[tuple[str, Act]]) -> bool:
    """Whether a term goes when something else is to be done."""
    if one.name == "distance":
        return any(a.kind in ("posture", "go", "turn", "ends") for _, a in acts)
    for _, act in acts:
        groups = REPLACES.get(act.kind, ())
        if any(one.name in GROUPS[g] for g in groups):
            return True
        if act.kind in ("go", "turn", "hop") and one.name in GROUPS["posture"] and _static(reward):
            return True
    return False


def _static(reward: Reward) -> bool:
    """Whether a reward is of a posture that nobody walks in: sitting, lying, on the back, on the front feet."""
    number = {t.name: t.number(t.spec.numbers[0].name) for t in reward if t.name in GROUPS["posture"]}
    pitch, height = number.get("torso_pitch", 0.0), number.get("torso_height", 0.3)
    return abs(number.get("torso_roll", 0.0)) > 0.8 or height < 0.15 or 0.3 < pitch < 1.1 or pitch < -0.6
