"""How much: a bit, two centimetres, a quarter turn, a lot; as words that the executive scales, or as metres and degrees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from heedful.agents.understanding.amounts import METRES, number
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.tables import Table, ends

Unit = Literal["word", "m", "deg", "s", "percent", ""]
NUDGED = {"tiny": 0.01, "bit": 0.02, "default": 0.04, "lot": 0.10}
"""What a word is worth in a nudge [m]."""
TURNED = {"tiny": 5.0, "bit": 15.0, "default": 45.0, "lot": 90.0}
"""What a word is worth in a rotation [deg]."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, or one of the words `tiny`, `bit`, `lot`; without a unit a number takes that of the one before it."""

    value: float | str
    unit: Unit = "word"
    scale: float = 1.0
    """What a number in the same unit is multiplied by, for those that follow without one: `up five centimetres, then forward two`."""


WORDS: Table[str] = Table({
    **dict.fromkeys(ways(
        "[just] [by|about] a|the tiny|teeny|teensy|wee|very_small|minimal|minuscule|hair_s|slightest [little] "
        "bit|amount|touch|fraction|step|nudge|breadth|tad|way",
        "[just] [by] a hair|whisker|smidge|smidgen|smidgeon|touch|fraction|sliver|notch|hairbreadth|hairsbreadth|hair_breadth",
        "[just|only] [by] tiny|teeny [bit]", "just barely", "barely", "ever so slightly", "ever so little", "minimally", "hair", "touch",
        "very very slightly", "just a hair s breadth", "a couple of hairs", "smidge", "a millimetre or so", "a tiny little bit",
        "very slightly", "only very slightly", "a very little", "a very little bit",
    ), "tiny"),
    **dict.fromkeys(ways(
        "[just|only] [by] a [little|small|slight|wee] bit|little", "[just|only] [by] a small|short|little|slight "
        "bit|amount|distance|way|step|piece|nudge|adjustment",
        "[just|only] little|bit|slightly|somewhat", "[just] [by] a tad|shade|trifle|mite|jot|tick", "tad", "little bit", "some",
        "just some",
        "not [too|very] much", "not quite", "not a lot", "not [too|very|so] far", "not by much", "a few", "a little way", "not all that",
        "a bit or so", "a tad bit", "not entirely", "a slight amount", "fractionally", "moderately", "a tick", "one small step", "a wee",
    ), "bit"),
    **dict.fromkeys(ways(
        "[by] [quite|rather|such|really] a [whole|great|good|fair|big|huge] lot|deal|bit_more_than_that|amount|distance|way|chunk",
        "quite a bit", "quite a way", "a good bit", "a fair bit", "[by|very] [very] much", "so much", "far", "lots", "way [way]", "loads",
        "heaps", "tons",
        "a ton", "miles", "a mile", "considerably", "significantly", "substantially", "massively", "plenty", "loads and loads", "much much",
        "a great deal", "by far", "by a lot", "really far", "a big step", "quite far", "a huge amount", "a long way", "hugely",
        "light years",
        "an awful lot", "a hell of a lot", "very far", "extremely", "enormously", "drastically", "a million miles", "by a mile", "ages",
        "waaay", "waay", "really", "a load", "a bunch", "whole lot", "good deal",
    ), "lot"),
})  # fmt: skip
"""Words for an amount -> how much."""
ABOUT = ways("by|about|around|roughly|approximately|like|maybe|some|exactly|another|only|just|at_least|of|for|an_extra|precisely|perhaps",
    "by|for about|around|roughly|like|another|exactly|maybe|at_least", "just about|another|like|by", "about another", "like about",
    "a distance of")  # fmt: skip
AFTER = ways("or so", "or thereabouts", "ish", "more or less", "at most", "max", "maximum", "or something", "approximately", "roughly",
    "about", "tops")  # fmt: skip
_FEW = {"a couple of": 2.0, "a couple": 2.0, "couple of": 2.0, "couple": 2.0, "a few": 3.0, "few": 3.0, "several": 3.0, "half": 0.5,
    "half an": 0.5, "half a": 0.5, "a quarter of an": 0.25, "quarter of an": 0.25, "a quarter": 0.25, "another": 1.0, "an": 1.0, "a": 1.0,
    "one and a half": 1.5, "two and a half": 2.5, "a single": 1.0, "three quarters of an": 0.75, "a whole": 1.0}  # fmt: skip
_FEWER: Table[float] = Table(_FEW)
_UNITS: Table[tuple[float, Unit]] = Table({
    **{u: (m, "m") for u, m in METRES.items()},
    **dict.fromkeys(("centimeters", "cm s", "cents", "centis", "centi", "centimetre s", "centimters", "centimeteres"), (0.01, "m")),
    **dict.fromkeys(("mil", "mils", "mills", "millis", "milli", "mms"), (0.001, "m")), "in": (0.0254, "m"),
    **dict.fromkeys(("finger s width", "finger width", "finger", "fingers", "fingerbreadth", "finger s breadth", "thumb s width",
        "fingers width", "thumbs width", "fingers breadth"), (0.02, "m")),
    **dict.fromkeys(("hand s width", "hands width", "hand width", "handwidth", "hand s breadth", "handbreadth", "hand"), (0.1, "m")),
    **dict.fromkeys(("foot", "feet"), (0.3048, "m")),
    **dict.fromkeys(("degrees", "degree", "deg", "degs"), (1.0, "deg")),
    **dict.fromkeys(("turn", "turns", "rotation", "rotations", "revolution", "circle"), (360.0, "deg")),
    **dict.fromkeys(("of a turn", "of a rotation", "of a circle"), (360.0, "deg")),
    **dict.fromkeys(("right angle", "right angles"), (90.0, "deg")),
    **dict.fromkeys(("second", "seconds", "sec", "secs"), (1.0, "s")), **dict.fromkeys(("minute", "minutes", "min", "mins"), (60.0, "s")),
    **dict.fromkeys(("hour", "hours"), (3600.0, "s")),
    **dict.fromkeys(("percent", "per cent"), (1.0, "percent")),
})  # fmt: skip
_TURNS = {"quarter": 90.0, "half": 180.0, "full": 360.0, "eighth": 45.0, "third": 120.0, "whole": 360.0, "complete": 360.0}
"""`a quarter turn` [deg]."""


def amounts(words: Sequence[str], at: int, bare: bool = False) -> list[tuple[Amount, int]]:
    """The amounts that stand here, the longest first.

    Args:
      bare: Whether a number may stand without a unit: `then forward two`.
    """
    if at >= len(words):
        return []
    found: list[tuple[Amount, int]] = [(Amount(word), end) for word, end in WORDS.at(words, at)]
    starts = {at, *ends(words, at, ABOUT)}
    for start in starts:
        found += _turn(words, start)
        numbers = [*number(words, start), *_FEWER.at(words, start)]
        for value, end in numbers:
            more = end + 1 if words[end : end + 1] in (["more"], ["further"], ["full"], ["whole"], ["good"], ["extra"], ["little"]) else end
            for (scale, unit), stop in _UNITS.at(words, more):
                if unit == "m" and words[stop - 1] == "in" and not words[end - 1][:1].isdigit():
                    continue  # `one in the bowl`
                found.append((Amount(round(value * scale, 6), unit, scale), stop))
            if bare and (value, end) in number(words, start) and (words[start] not in ("a", "an", "one") or end >= len(words)):
                found.append((Amount(value, ""), end))
    longer = [(a, stop) for a, e in found for stop in ends(words, e, AFTER)]
    return sorted([*longer, *found], key=lambda f: -f[1])


def _turn(words: Sequence[str], at: int) -> list[tuple[Amount, int]]:
    """`a quarter turn`, `half a turn`, `three quarters of a turn`."""
    start = at + 1 if words[at : at + 1] in (["a"], ["an"], ["another"], ["one"]) else at
    if start >= len(words):
        return []
    share = _TURNS.get(words[start])
    after = start + 1
    for filler in (["of", "a"], ["a"], []):
        if list(words[after : after + len(filler)]) == filler and words[after + len(filler) : after + len(filler) + 1] in (
            ["turn"], ["rotation"], ["circle"], ["revolution"], ["twist"], ["spin"],
        ):  # fmt: skip
            end = after + len(filler) + 1
            return [(Amount(share, "deg"), end)] if share else []
    return []
