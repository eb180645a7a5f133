"""Acts of a body on legs that were said twice, cheered on, or only held: what one is told more than once is done once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from heedful.agents.rewards.acts import LOOSE, Act
from heedful.agents.rewards.postures import FRONT, REAR

_HELD = frozenset({"posture", "lean", "ends", "lift", "body"})
"""Acts that go on being so when one waits after them."""


_SPUN = frozenset({"dir", "pace", "gentle", "place", "circle", "level"})
"""What is said of how one spins."""


def tidied(acts: Sequence[tuple[str, Act]]) -> list[tuple[str, Act]]:
    """The acts without those that say no more than another beside them.

    `go to the door, move!` is one act; `lie down and rest for ten seconds` is to lie for ten seconds, not to stand up and wait.
    """
    made: list[tuple[str, Act]] = []
    for how, act in acts:
        if not made:
            made.append((how, act))
            continue
        before_how, before = made[-1]
        if (
            act == before
            or (how == "and" and _posed(act) == _posed(before) != "")
            or (_waits(act) and _held(before) and "for_s" not in before.has)
        ):
            held = {"for_s": act.has["for_s"]} if "for_s" in act.has else {}
            made[-1] = (before_how, replace(before, has={**before.has, **held}))
        elif before.has.get("name") == "back" and act.kind in ("lift", "reach_out") and len(act.has.get("feet", ())) > 1:
            continue  # who lies on its back has its paws up
        elif (
            how == "and"
            and before.kind == act.kind == "turn"
            and act.has.get("spins")
            and before.has.keys() <= _SPUN
            and act.has.keys() <= _SPUN | {"spins"}
        ):
            made[-1] = (before_how, replace(before, has={**act.has, **before.has, "spins": True}))
        elif how == "and" and _only_goes(act) and (before.kind == "go" or act.has["gait"] == "go"):
            continue
        elif how == "and" and before.kind == "go" and before.has.keys() == {"gait"} and act.kind == "go" and act.has.get("gait") == "go":
            made[-1] = (before_how, replace(act, has={**act.has, "gait": before.has["gait"]}))  # shuffle back half a metre
        elif how == "and" and _only_goes(before) and (act.kind == "go" or before.has["gait"] == "go"):
            made[-1] = (before_how, act)
        else:
            made.append((how, act))
    return made


def _waits(act: Act) -> bool:
    """Whether no more is asked than to stay."""
    return act.kind == "posture" and act.has.get("name") == "stand" and bool(act.has.get("still")) and not (
        {"level", "support", "length", "to_length", "dir"} & act.has.keys()
    )  # fmt: skip


def _held(act: Act) -> bool:
    if act.kind == "posture" and act.has.get("name") == "stand":
        return "level" in act.has or "support" in act.has
    return act.kind in _HELD


def _posed(act: Act) -> str:
    """The posture on two feet that is asked for; empty for any other act."""
    if act.kind != "posture":
        return ""
    if act.has.get("name") == "biped" or set(act.has.get("support", ())) == set(REAR):
        return "biped"
    return "handstand" if act.has.get("name") == "handstand" or set(act.has.get("support", ())) == set(FRONT) else ""


def _only_goes(act: Act) -> bool:
    """Whether no more is told than to go."""
    return act.kind == "go" and act.has.keys() == {"gait"} and act.has["gait"] in LOOSE["gait"]
