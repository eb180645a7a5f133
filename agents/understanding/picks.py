"""Words for one of several in some order: `the leftmost`, `the second biggest`, `from the left`, `closest to the bowl`."""

from __future__ import annotations

from dataclasses import replace

from heedful.agents.understanding import quantities
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.tables import Table
from heedful.program import Pick, Ref

SUPERLATIVES = {
    **{w: side for side in ("left",
    "right") for w in ways(f"{side}most", f"{side} most", f"far|farthest|furthest|extreme|very|outer {side}",
    f"most {side}", f"farthest|furthest to|on the {side}", f"{side} outermost")},
    **dict.fromkeys(ways("nearest|closest", "most near|close"), "near"),
    **dict.fromkeys(ways("farthest|furthest|remotest [away]", "most distant|remote"), "far"),
    **dict.fromkeys(ways("frontmost|foremost", "front|fore most"), "front"),
    **dict.fromkeys(ways("rearmost|backmost|hindmost", "rear|back most"), "back"),
    **dict.fromkeys(ways("topmost|uppermost|highest", "top|upper most"), "high"),
    **dict.fromkeys(ways("bottommost|lowermost|lowest|undermost", "bottom|lower most"), "low"),
    **dict.fromkeys(("biggest", "largest", "widest", "bulkiest", "greatest", "hugest"), "large"),
    **dict.fromkeys(("smallest", "tiniest", "littlest", "narrowest"), "small"),
    "tallest": "tall", "shortest": "short", "fullest": "full", "emptiest": "empty",
}  # fmt: skip
"""Which end of which order; a noun may be left out after them."""
COMPARATIVES = {
    "smaller": "small", "littler": "small", "tinier": "small", "larger": "large", "bigger": "large", "greater": "large", "taller": "tall",
    "shorter": "short", "nearer": "near", "closer": "near", "farther": "far", "further": "far", "fuller": "full", "emptier": "empty",
    "higher": "high",
}  # fmt: skip
SIDES = {
    **{w: side for side in ("left", "right") for w in (side, f"{side} hand", f"{side} side")},
    "front": "front", "back": "back", "rear": "back", "hind": "back", "top": "high", "upper": "high", "bottom": "low", "lower": "low",
    "near": "near", "far": "far", "distant": "far", "remote": "far", "nearby": "near",
}  # fmt: skip
"""Adjectives that pick one only where a noun follows: `the left block`."""
MIDDLE = ("middle", "center", "centre", "central", "middlemost", "center most", "inner")

ADJECTIVES: Table[Pick] = Table(
    {w: Pick(by) for w, by in (SUPERLATIVES | COMPARATIVES | SIDES).items()} | {w: Pick("row", 0) for w in MIDDLE}
)
ORDINALS: Table[Pick] = Table({w: Pick("first", nth) for w, nth in quantities.ORDINALS.items()})
WEAK = frozenset(SIDES) | frozenset(MIDDLE)

_ENDS = {
    **{w: side for side in ("left", "right") for w in ways(f"[the|your] {side} [hand] [side|end|edge]", f"the far {side}",
    f"the {side} hand side of_the_table", f"the {side} side of_the_table|row|line", f"{side} to {'right' if side == 'left' else 'left'}",
    f"the far {side} side|end|edge", f"[the] {side}most [one]", f"the [one] on|at the [far] {side}")},
    **dict.fromkeys(ways("[the] front", "the front|near end|edge|side", "near to far", "your side", "you"), "front"),
    **dict.fromkeys(ways("[the] back|rear", "the back|far end|edge|side", "far to near", "behind"), "back"),
    **dict.fromkeys(ways("[the] top", "the top down", "above", "top to bottom"), "high"),
    **dict.fromkeys(ways("[the] bottom", "the bottom up", "below", "bottom to top"), "low"),
}  # fmt: skip
_MINE = {w: by for side, by in (("left", "left"), ("right", "right")) for w in ways(f"my {side} [hand] [side]",
         f"the {side} as_i_see_it|as_seen_by_me|from_my_side|from_where_i_sit|from_where_i_stand")}  # fmt: skip
_MINE |= {"me": "front", "my side": "front"}
_COUNTED = ways("from", "counting|counted|going|seen|numbered|numbering|looking|go|count [in] from")
_STARTED = ways("starting|beginning|start|begin|starts|begins|started from|at|on|with")

COUNTED: Table[tuple[Pick, bool]] = Table(
    {f"{w} {e}": (Pick(by, person=mine), w in _STARTED) for table, mine in ((_ENDS, False), (_MINE, True)) for e, by in table.items()
     for w in (*_COUNTED, *_STARTED)}
)  # fmt: skip
COUNTED = Table(
    COUNTED.entries
    | {
        w: (Pick(side), True)
        for side in ("left", "right", "front", "back")
        for w in ways(f"[with] [the] {side}most|{side}_most [one] first", f"[with] the {side} one first")
    }
)
"""From which end they are counted, and whether it is said that counting starts there."""
STARTED = _STARTED

_AT = {
    **{w: side for side in ("left", "right") for w in ways(f"on|to|at the [very|far] {side} [hand] [side|end|edge] [of_the_table]",
    f"furthest|farthest to|on the {side}", f"the furthest|farthest [to_the|on_the] {side}", f"all the way to|on the {side}",
    f"on|to|at your {side} [hand] [side]", f"the {side}most", f"most to the {side}")},
    **dict.fromkeys(ways("at|in|on the [very] front [of_the_table]", "in front", "at|on the near side|end|edge [of_the_table]"), "front"),
    **dict.fromkeys(ways("at|in|on the [very] back|rear [of_the_table]", "at|on the far side|end|edge [of_the_table]", "way back"), "back"),
    **dict.fromkeys(ways("on [the_very] top", "at|on the [very] top [of_the_stack|of_the_tower|of_the_pile]"), "high"),
    **dict.fromkeys(ways("at|on the [very] bottom [of_the_stack|of_the_tower|of_the_pile]"), "low"),
}  # fmt: skip
AT_SIDE: Table[Pick] = Table(
    {w: Pick(by) for w, by in _AT.items()}
    | {w: Pick("far") for w in ways("further|farther away|off|back", "further|farther")}
    | {w: Pick("row", 0) for w in ways("in|at the middle|center|centre [of_the_row|of_the_line|of_them]", "halfway along")}
)
"""Where one of several is, after it: `the block on the far left`."""

TO, FROM = ("to", "towards", "toward", "by", "near"), ("from", "away from", "to")
"""Between `closest`, and `farthest`, and what it is measured from."""
NEAR_FAR = frozenset({"near", "far"})
ROWS = ways("of|in the stack|tower|pile|row|line|bunch|lot|group", "of all [of_them]", "of them [all]", "on the table", "in sight")
"""What may be added to a superlative, and adds nothing."""

THAN: Table[str] = Table(
    dict.fromkeys(ways("bigger|larger|wider|greater than"), "larger_than")
    | dict.fromkeys(ways("smaller|narrower|littler|tinier than", "not as big|large as"), "smaller_than")
    | {"taller than": "taller_than", "higher than": "taller_than", "shorter than": "shorter_than", "lower than": "shorter_than"}
)


def joined(first: Pick, second: Pick) -> Pick:
    """`second` and `leftmost`: counted from the end that is told."""
    if first.by in ("first", "row") or (first.by == second.by):
        nth = second.nth if (first.every and second.every) or (first.nth == 1 and not first.every) else first.nth
        return replace(second, nth=nth, every=first.every, many=first.many)
    return replace(second, every=0)


def measured_from(pick: Pick, other: Ref) -> Pick:
    """`closest to me`, `closest to you`, `closest to the bowl`."""
    if other.category == "person":
        return replace(pick, person=True)
    return pick if other.category == "robot" else replace(pick, to=other)


SEEN = ways(
    "as i see|look_at it|them", "as seen|viewed from my side|seat|place|end",
    "from my side|seat|view|point_of_view|perspective|position|end",
    "from where i sit|stand|am", "as i see things", "seen from here|me|my_side", "from here", "in my view", "for me",
)  # fmt: skip
"""That a side is the person's."""
SIDEWAYS = frozenset({"left", "right", "front", "back"})
WORDS = {w for p in SEEN for w in p.split()} | (
    ADJECTIVES.words | ORDINALS.words | COUNTED.words | AT_SIDE.words | THAN.words | {w for p in (*TO, *FROM, *ROWS) for w in p.split()}
    | {w for p in STARTED for w in p.split()}
)  # fmt: skip
