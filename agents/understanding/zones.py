"""Places that are no things: sides of the table, the middle of it, within reach of the person or of the robot."""

from __future__ import annotations

from heedful.agents.understanding.clause import ZONE, Want
from heedful.agents.understanding.frames import ways, words_in
from heedful.program import Ref

_AT = "on|at|in|to|onto|into|over_on|over_to|towards|toward"
_PART = "side|half|part|end|edge|section"
_TABLE = "of_the_table|of_the_desk|of_table"
ZONES: dict[str, tuple[str, ...]] = {
    "table_centre": ways(
        f"in|into|at|to|on|onto the middle|centre|center|center_point [{_TABLE}]", f"in middle|centre|center {_TABLE}",
        "in|into the table s middle|centre|center",
    ),
    "table_left": ways(f"{_AT} the [far] left [hand] {_PART} [{_TABLE}]", f"{_AT} the left {_TABLE}", "on|at the left",
    "towards|toward the left",
    f"to the left {_TABLE}"),
    "table_right": ways(f"{_AT} the [far] right [hand] {_PART} [{_TABLE}]", f"{_AT} the right {_TABLE}", "on|at the right",
    "towards|toward the right",
    f"to the right {_TABLE}"),
    "table_near": ways(f"{_AT} the near|nearest|nearer|front|close|closer|closest {_PART} [{_TABLE}]", f"{_AT} the front {_TABLE}"),
    "table_far": ways(f"{_AT} the far|back|farthest|furthest|rear|other|opposite|farther|further {_PART} [{_TABLE}]",
    f"{_AT} the back|rear {_TABLE}"),
    "my_left": ways(f"{_AT} my left [hand_side|side|hand]"), "my_right": ways(f"{_AT} my right [hand_side|side|hand]"),
    "robot_left": ways(f"{_AT} your left [hand_side|side|hand]"), "robot_right": ways(f"{_AT} your right [hand_side|side|hand]"),
    "person": ways(
        "in front of|near|next_to|beside|close_to|by|towards|toward me|us", "near|close_to|closer_to|nearer_to|next_to me",
        "within my reach", "where i can reach it", "in|into|to my hand|hands", "over here", "here", "over to me|us", "to me|us",
    ),
    "robot": ways("in front of|near|close_to|closer_to|next_to|beside|towards|toward you|yourself", "to you|yourself"),
}  # fmt: skip
"""A place -> how people say that something shall be there."""
_OF = {phrase: zone for zone, phrases in ZONES.items() for phrase in phrases}
PHRASES = tuple(_OF)
WORDS = words_in(PHRASES)
_ALIKE = {"robot_left": "table_left", "robot_right": "table_right"}
_SEEN = {"my_left": ("table_left", "table_right"), "my_right": ("table_right", "table_left")}
"""As the person sees it: when sides are told the person's way, and when they are told the other way around."""


def zone_want(phrase: str) -> Want:
    """What is wanted by `on the left side of the table`."""
    zone = _OF[phrase]
    return Want("at", Ref(ZONE, words=_ALIKE.get(zone, zone)))


def settled(zone: str, turned: bool) -> str:
    """The place of the goal language: a side as the person sees it depends on whether sides are told the other way around."""
    return _SEEN[zone][turned] if zone in _SEEN else zone
