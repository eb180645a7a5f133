"""Numbers, distances and shares as people say them: `ten`, `2.5 cm`, `half a metre`, `at least 20 cm`, `two thirds`."""

from __future__ import annotations

from collections.abc import Sequence

from heedful.agents.understanding.frames import ways, words_in

_SMALL = {
    w: float(n)
    for n, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {w: float(10 * (n + 2)) for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])}
_WHOLE = {"a": 1.0, "an": 1.0, "a couple of": 2.0, "a couple": 2.0, "half a": 0.5, "half an": 0.5, "a half": 0.5, "one and a half": 1.5,
          "a quarter of a": 0.25, "a tenth of a": 0.1, "one tenth of a": 0.1, "a fifth of a": 0.2, "a third of a": 0.333,
          "three quarters of a": 0.75, "a quarter": 0.25,
          "two and a half": 2.5, "a hundred": 100.0, "one hundred": 100.0, "a dozen": 12.0}  # fmt: skip
METRES = {
    **dict.fromkeys(("cm", "cms", "centimeter", "centimeters", "centimetre", "centimetres", "centi meter"), 0.01),
    **dict.fromkeys(("mm", "millimeter", "millimeters", "millimetre", "millimetres"), 0.001),
    **dict.fromkeys(("m", "meter", "meters", "metre", "metres"), 1.0), **dict.fromkeys(("dm", "decimeter", "decimeters", "decimetre",
    "decimetres"), 0.1),
    **dict.fromkeys(("inch", "inches"), 0.0254), **dict.fromkeys(("foot", "feet"), 0.3048),
    **dict.fromkeys(("hand s width", "hand width", "handwidth", "handbreadth", "hand s breadth"), 0.1),
}  # fmt: skip
"""Units of length in metres."""
_ABOUT = ("with", "with about", "with a space of", "with a clearance of", "for", "about", "around", "roughly", "approximately", "some",
    "exactly", "precisely", "a distance of", "a gap of", "by", "at",
          "at a distance of", "with a gap of", "with a distance of", "almost", "nearly", "approx")  # fmt: skip
_AT_LEAST = ("at least", "no less than", "not less than", "more than", "a minimum of", "over", "a good", "further than", "farther than",
             "no closer than", "not closer than")  # fmt: skip
SHARES = {
    **dict.fromkeys(ways("a|one half", "half", "halfway", "half way", "to|up_to half|halfway", "to|up_to the half|middle", "half full",
    "halfway full|up",
    "until|till it is half full"), 0.5),
    **dict.fromkeys(ways("a|one third", "to|up_to a|one third", "third", "a|one third full"), 1 / 3),
    **dict.fromkeys(ways("two thirds", "to|up_to two thirds", "two thirds full"), 2 / 3),
    **dict.fromkeys(ways("a|one quarter", "quarter", "to|up_to a|one quarter", "a|one quarter full"), 0.25),
    **dict.fromkeys(ways("three quarters|quarter", "to|up_to three quarters", "three quarters|quarter full"), 0.75),
}  # fmt: skip
"""How full, after what is filled."""
_MARKS = ways("full", "mark|line|level|point", "of the way [up|full]", "of its|the|capacity|height|volume|depth [capacity|height|volume]",
    "way|up|way_up [full]",
              "fill|filling")  # fmt: skip
"""After a share."""
_NEARLY = ("to", "up to", "about", "to the", "up to the", "until", "until the", "roughly", "around", "approximately", "more or less",
    "almost", "nearly", "just",
           "only", "some", "till", "till the", "just about", "until about", "until it is", "till it is", "so it is", "so that it is",
           "the", "by")  # fmt: skip
"""Before a share."""
_BEFORE = frozenset(p.split()[0] for p in _NEARLY) | {"halfway"}
_PER_CENT = ("%", "percent", "per cent")
WORDS = (
    set(_SMALL) | set(_TENS) | words_in(_WHOLE) | words_in(METRES) | words_in(_ABOUT) | words_in(_AT_LEAST) | words_in(SHARES)
    | words_in(_PER_CENT) | words_in(_MARKS) | words_in(_NEARLY) | {"full", "away", "apart"}
)  # fmt: skip
_FIRST = {p.split()[0] for t in (_SMALL, _TENS, _WHOLE, _ABOUT, _AT_LEAST, SHARES) for p in t}
"""Words that amounts begin with, digits apart."""


def _here(words: Sequence[str], at: int, phrase: str) -> bool:
    parts = phrase.split()
    return list(words[at : at + len(parts)]) == parts


def number(words: Sequence[str], at: int) -> list[tuple[float, int]]:
    """Numbers that stand here, in digits or words, the longest first."""
    if at >= len(words):
        return []
    word = words[at]
    found: list[tuple[float, int]] = []
    if word.replace(".", "", 1).isdecimal():
        found.append((float(word), at + 1))
    if word in _SMALL:
        found.append((_SMALL[word], at + 1))
    if word in _TENS:
        unit = _SMALL.get(words[at + 1], 0.0) if at + 1 < len(words) else 0.0
        found.append((_TENS[word] + unit, at + 2) if 0 < unit < 10 else (_TENS[word], at + 1))
    found += [(value, at + len(p.split())) for p, value in _WHOLE.items() if _here(words, at, p)]
    return sorted(found, key=lambda f: -f[1])


def distance(words: Sequence[str], at: int) -> list[tuple[float, bool, int]]:
    """Distances that stand here [m], whether they may be farther, and where they end."""
    if at >= len(words) or not (words[at] in _FIRST or words[at][:1].isdigit()):
        return []
    places = [at]
    for place in places:
        places += [e for p in _ABOUT if _here(words, place, p) and (e := place + len(p.split())) not in places]
    starts = [(False, place) for place in places]
    starts += [(True, s + len(p.split())) for _, s in list(starts) for p in _AT_LEAST if _here(words, s, p)]
    found: list[tuple[float, bool, int]] = []
    for least, start in starts:
        for value, end in number(words, start):
            for unit, metres in METRES.items():
                if _here(words, end, unit):
                    found.append((round(value * metres, 4), least, end + len(unit.split())))
    return sorted(set(found), key=lambda f: -f[2])


def shares(words: Sequence[str], at: int) -> list[tuple[float, int]]:
    """How full, 0 to 1: `half full`, `to 50 percent`."""
    if at >= len(words) or not (words[at] in _FIRST or words[at] in _BEFORE or words[at][:1].isdigit()):
        return []
    starts = [at]
    for start in starts:
        starts += [e for p in _NEARLY if _here(words, start, p) and (e := start + len(p.split())) not in starts]
    found = [(share, start + len(p.split())) for start in starts for p, share in SHARES.items() if _here(words, start, p)]
    for start in starts:
        for value, end in number(words, start):
            found += [(value / 100, end + len(p.split())) for p in _PER_CENT if _here(words, end, p) and 0 < value <= 100]
    found += [(s, e + len(p.split())) for s, e in found for p in _MARKS if _here(words, e, p)]
    return sorted(found, key=lambda f: -f[1])
