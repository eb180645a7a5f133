"""What a sketch may say of things: the predicates that people ask for, and short forms that the scene spells out."""

from __future__ import annotations

ARITY: dict[str, int] = {
    "on": 2, "in": 2, "next_to": 2, "near": 2, "left_of": 2, "right_of": 2, "in_front_of": 2, "behind": 2, "under": 2, "at": 2,
    "around": 2, "touching": 2, "far_from": 2, "apart": 2, "holding": 1, "open": 1, "closed": 1, "lit": 1, "running": 1, "pressed": 1,
    "full": 1, "filled_to": 1, "empty": 1, "clean": 1, "upright": 1, "upside_down": 1, "clear": 1,
    "to": 2, "on_off": 1, "poured": 2, "filled_from": 2, "aside": 1, "over": 1, "push_to": 2, "off": 2, "row": -1, "tower": -1,
}  # fmt: skip
"""Things that each takes; -1: any number of them, at least one."""
NUMBERED = frozenset({"apart", "filled_to"})
"""What takes a number after its things."""
SHORT = frozenset(
    {"to", "on_off", "poured", "filled_from", "aside", "over", "push_to", "off", "row", "tower", "filled_to", "touching", "far_from"}
)
"""Short forms: what they stand for depends on the kinds of things and on how things stand; see `spelt`."""
