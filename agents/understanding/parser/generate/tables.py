"""Short words of noun phrases: determiners, numbers, orders; and the words that the parser knows as words."""

from __future__ import annotations

import re

from heedful.agents.understanding.parser.generate import frames, states, talk, wording

COLORS = ("red", "green", "blue", "yellow", "orange", "purple", "black", "white", "gray", "brown", "pink", "cyan", "violet", "grey")
ATTRIBUTES = ("small", "large", "big", "little", "wooden", "metal", "plastic", "empty", "full", "tiny", "huge")
FILLED = frozenset({"empty", "full"})
FOREIGN = ("spoon", "fork", "pen", "book", "phone", "toy", "screw", "dice", "candle", "egg")
THE = ("the", "the", "the", "the", "that", "this", "my", "your", "", "the", "our", "teh")
ALL = (
    ("all the", True),
    ("all", True),
    ("all of the", True),
    ("every", False),
    ("each", False),
    ("the", True),
    ("the", True),
    ("every single", False),
    ("these", True),
    ("those", True),
    ("", True),
    ("any and all", True),
    ("my", True),
    ("each of the", True),
    ("every one of the", True),
)
SOME = (
    ("a", False),
    ("a", False),
    ("an", False),
    ("any", False),
    ("some", False),
    ("a single", False),
    ("one", False),
    ("one of the", True),
    ("one of those", True),
    ("any of the", True),
    ("any one of the", True),
    ("one of my", True),
)
NTH = (
    ("second", "n2"),
    ("third", "n3"),
    ("fourth", "n4"),
    ("first", "n1"),
    ("second", "n2"),
    ("last", "n-1"),
    ("fifth", "n5"),
    ("2nd", "n2"),
    ("next to last", "n2"),
)[:7]
ENDS = (
    ("left", "[,] from|counting_from|starting_from|from|starting_on the [far] left [side]"),
    ("right", "[,] from|counting_from|starting_from|from|starting_on the [far] right [side]"),
    ("left", "[,] from left to right"),
    ("right", "[,] from right to left"),
    ("near", "from the front"),
    ("far", "from the back"),
    ("left", "[,] starting with|at the leftmost|left|one_on_the_left"),
    ("right", "[,] starting with|at the rightmost|right|one_on_the_right"),
)
EVERY = (
    (True, 1, "n2", "every other"),
    (True, 2, "n2", "every second"),
    (True, 3, "n3", "every third"),
    (True, 1, "n2", "every other"),
    (True, 2, "n2", "each second"),
)
NEAR = {"near": "nearest|closest|nearest to #p", "far": "farthest|furthest|farthest_away|most_distant from #p"}
NEAR_YOU = {"near": "nearest|closest to you|the_robot|yourself", "far": "farthest|furthest [away] from you|the_robot|yourself"}
NEAR_ME = {"near": "nearest|closest to me", "far": "farthest|furthest [away] from me"}
MOST = {
    "left": "leftmost|leftmost|left_most|left|left_hand|outer_left|far_left",
    "right": "rightmost|rightmost|right_most|right|right_hand|far_right",
    "large": "largest|biggest|bigger|larger|most_massive",
    "small": "smallest|smaller|tiniest|littlest",
    "high": "highest|topmost|top|upper|uppermost",
    "low": "lowest|bottom|lower|bottommost",
    "near": "nearest|closest|frontmost|front",
    "far": "farthest|furthest|backmost|most_distant|rearmost|back",
    "full": "fullest",
}


def _learned() -> frozenset[str]:
    """Every plain word that sentences may be made of; names that are also such words are shown as themselves."""
    texts: list[str] = []

    def gather(value: object) -> None:
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, dict):
            for v in value.values():
                gather(v)
        elif isinstance(value, (tuple, list)):
            for v in value:
                gather(v)

    for name, value in (*vars(wording).items(), *vars(talk).items(), *vars(frames).items(), *vars(states).items()):
        if name.isupper():
            gather(value)
    for value in (THE, ALL, SOME, NTH, ENDS, EVERY, NEAR, NEAR_YOU, NEAR_ME, MOST):
        gather(value)
    words = {w for t in texts for w in re.findall(r"[a-z]+", t.replace("_", " ").replace("|", " "))}
    return frozenset(
        words
        | {
            "one",
            "ones",
            "thing",
            "things",
            "object",
            "objects",
            "or",
            "either",
            "it",
            "them",
            "this",
            "that",
            "these",
            "those",
            "him",
            "both",
            "couple",
        }
    )


WORDS = _learned()
