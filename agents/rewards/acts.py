"""Acts: what a body or a thing is to do, with the features that were said of it; each kind is made into terms by one function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from heedful.skills.rewards import Term

Features = Mapping[str, Any]
"""What was said of an act: `dir` left, right, forward, backward, up, down; `length` [m], `to_length` [m, absolute]; `angle` [rad];
`speed` [m/s]; `spin` [rad/s]; `hz`; `share` 0 to 1; `size` tiny, bit, lot; `pace` slow, fast, max; `level` high, low, max; `gentle`;
`place` on the spot; `circle`; `gait`; `for_s` [s]; `limit` of the hand [m/s]; `sense`
at_least, at_most; `effort`, `natural`, `smooth`, `steady` how; `to`, `toward`, `off` a thing; `compass` [rad] …"""


class Unclear(Exception):
    """Words that cannot be made into terms, or into which is open; the message says what is lacking or what to choose between."""

    def __init__(self, sentence: str, candidates: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.candidates = candidates


class Clash(Unclear):
    """Acts that cannot be at once, though nobody said that one comes after the other."""


class Contradiction(Unclear):
    """Words that ask for two things that cannot both be; no other wording of them is tried."""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to do."""

    kind: str
    has: Features = field(default_factory=dict)

    def given(self, **features: Any) -> Act:
        """With more said of it; what was said first stays."""
        return replace(self, has={**features, **self.has, **{f: v for f, v in features.items() if self.loose(f)}})

    def takes(self, features: Features) -> bool:
        """Whether all of some features can be said of it, and nothing else was yet."""
        return all(f in KINDS[self.kind].takes and (self.has.get(f, v) == v or self.loose(f)) for f, v in features.items())

    def loose(self, feature: str) -> bool:
        """Whether the act only has it because its verb says nothing closer."""
        return self.has.get(feature) in LOOSE.get(feature, ())

    @property
    def terms(self) -> list[Term]:
        """What it asks for. Raises Unclear."""
        try:
            return KINDS[self.kind].make(self.has)
        except KeyError as lacking:
            raise Unclear(f"{ASKED.get(str(lacking.args[0]), 'what exactly')} do you mean?") from None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of act: what can be said of it, and how it is made into terms."""

    takes: frozenset[str]
    make: Callable[[Features], list[Term]]
    travels: bool = False
    """Whether it ends somewhere, so that what is asked after it comes when it is there."""


ASKED = {"feet": "which foot", "to": "which thing", "thing": "which thing", "things": "which thing", "off": "away from what"}
"""Feature -> the question for it."""
LOOSE: dict[str, tuple[Any, ...]] = {"gait": ("go", "walk", "run")}
"""Values that a closer word takes the place of: `walk with a trotting gait`."""
KINDS: dict[str, Kind] = {}
ALL = frozenset({"for_s", "smooth", "steady", "effort", "natural", "limit"})
"""What can be said of anything."""


def kind(
    name: str, takes: str = "", travels: bool = False
) -> Callable[[Callable[[Features], list[Term]]], Callable[[Features], list[Term]]]:
    """Add a kind of act."""

    def add(make: Callable[[Features], list[Term]]) -> Callable[[Features], list[Term]]:
        KINDS[name] = Kind(frozenset(takes.split()) | ALL, make, travels)
        return make

    return add


def scaled(has: Features, usual: float, bit: float, lot: float, low: float, most: float) -> float:
    """A number by the words for how much: `a bit`, `high`, `as high as you can`."""
    size, level = has.get("size"), has.get("level")
    if level == "max":
        return most
    if level == "lowest":
        return low
    if size in ("tiny", "bit"):
        return bit
    if level == "high" or size == "lot":
        return most if size == "lot" and level == "high" else lot
    return low if level == "low" else usual
