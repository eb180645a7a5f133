"""One of several by its place in the row: `the second one from the left`, `the last drawer from the top`, `the third one`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.tables import Table

RANKS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "fifth": 5, "last": -1}
"""Words for a place in a row."""
_ROWS = {
    "left": ("left", "middle", "right"),
    "right": ("right", "middle", "left"),
    "top": ("top", "middle", "bottom"),
    "bottom": ("bottom", "middle", "top"),
    "front": ("front", "middle", "back"),
    "back": ("back", "middle", "front"),
}
FROM: Table[str] = Table(
    {
        phrase: side
        for side, words in {
            "left": "left|left_hand_side|left_side",
            "right": "right|right_hand_side|right_side",
            "top": "top",
            "bottom": "bottom|ground",
            "front": "front",
            "back": "back|rear",
        }.items()
        for phrase in ways(
            f"[counting|counted|as_seen|seen] from the {words}", f"[counting|counted] from {words}", f"on the {words}", f"at the {words}"
        )
    }
)
"""After a noun with a rank: from which end it is counted."""


def ranked(names: Sequence[str], rank: int, side: str, qualities: Callable[[str], frozenset[str]]) -> tuple[str, ...]:
    """Those of some names that may be meant; all of them where names do not tell the row.

    Args:
      rank: From 1; -1 is the last.
      side: The end that is counted from; empty if nobody said.
    """
    rows = [_ROWS[side]] if side else [_ROWS[s] for s in ("left", "top", "front")]
    for row in rows:
        ordered = [n for q in row for n in names if q in qualities(n)]
        if len(ordered) != len(names) or len(set(ordered)) != len(ordered):
            continue
        if max(rank, 1) > len(ordered):
            return ()
        at = rank - 1 if rank > 0 else len(ordered) - 1
        if not side and at != len(ordered) - 1 - at:
            return tuple(names)  # from which end, nobody said
        return (ordered[at],)
    return tuple(names)
