"""Towers told piece by piece: `three storeys, white, then red, then blue at the very top`, `start with white on the plate, red follows`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.phrases import ONE, Phrases
from heedful.agents.understanding.quantities import NUMERALS
from heedful.types import Scene

TOLD = frozenset(words_in((
    "tower towers stack stacks pile piles storey storeys story stories column crown crowns crowning base foundation topmost lowest",
    "stacking piling topped capped heap bottom high",
)))  # fmt: skip
"""Words of which one must be there."""
BOTTOM = ways(
    "[at|on|as|forming|being|is] the [very] bottom|base|foundation|basis [of_it|of_the_tower|of_the_pile|of_the_stack]",
    "at|as base|bottom",
    "lowest|lowermost|undermost|bottommost|underneath|bottom|base|foundation",
)  # fmt: skip
TOP = ways(
    "[at|on|as|to|is|be] the [very] top [of_it|of_the_tower|of_the_pile|of_the_stack|of_all]",
    "on|at [the_very] top", "topmost|uppermost|highest",
    "[to] crown|crowns|cap|caps|finish|finishes|complete|completes|tops [off] [it|the_pile|the_tower|the_stack|all|everything]",
    "as the|a crown|finish|cap", "on the tip",
)  # fmt: skip
MIDDLE = ways("in [the] between|middle", "between them|the_two|these|those", "in the centre|center", "in the middle of it")
DOWNWARDS = ways("from [the] top to|down [to] [the] [bottom]", "top to bottom", "from the top down|downwards")
UPWARDS = ways("from [the] bottom to|up [to] [the] [top]", "bottom to top", "from the ground up", "from the bottom up|upwards")
UPON = ways(
    "on [the] top [of] it|that|this|those|them|these", "on|over|above|onto|upon it|that|this|those|them|these",
    "goes|go|comes|come|follows|sits on top of it|that",
    "one on [top_of] the_other|another|each_other", "on top of one_another|each_other",
)  # fmt: skip
FILL = frozenset(words_in((
    "i we want would like need me us build make create form erect put place set stack pile stacking building piling tower column",
    "storey storeys story stories level levels floor floors high tall of with from out using start begin starting beginning first",
    "second third fourth then next after that it this followed follows follow by and goes go comes come sits is as should be",
    "placed let have has to finally lastly last another please the a an one , . ; for so there shall must in order up heap blocks",
    "cubes kind more love little small nice see give show reads where",
)))  # fmt: skip
JOINTS = frozenset({",", ".", ";", "and", "then", "next", "followed"})
ONTO = ("on", "onto", "upon", "in", "into", "atop")
MOST = 6
"""Pieces of the highest tower."""
WORDS = {w for table in (BOTTOM, TOP, MIDDLE, DOWNWARDS, UPWARDS, UPON) for p in table for w in p.split()} | TOLD | FILL - {",", ".", ";"}


@dataclass(slots=True, eq=False)
class _Piece:
    words: list[str]
    mark: int | None = None
    """-1 at the bottom, 0 in between, 1 at the top; None where nothing was said of it."""


def towered(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """The same as `make a tower with …`, or as one put on the other where the place of the lowest is said; every word must be "
    "accounted for."""
    if not TOLD & {*p.words}:
        return
    pieces: list[_Piece] = []
    last = _Piece([])
    edges: list[tuple[_Piece, _Piece]] = []
    waiting: int | None = None
    fresh = False
    base: list[str] = []
    many: set[int] = set()
    down = False
    at = 0
    while at < len(p.words):
        word = p.words[at]
        if ends := p.phrase(at, DOWNWARDS) or p.phrase(at, UPWARDS):
            down |= bool(p.phrase(at, DOWNWARDS))
            at = ends[0]
            continue
        if ends := p.phrase(at, UPON):
            at = ends[0]
            continue
        marked = [(ends[0], mark) for mark, table in ((-1, BOTTOM), (1, TOP), (0, MIDDLE)) if (ends := p.phrase(at, table))]
        if marked:
            at, mark = max(marked)
            if pieces and fresh and last.mark is None:
                last.mark = mark
            else:
                waiting = mark
            continue
        if word in ONTO:
            starts = (at + 1, at + 2, *p.phrase(at + 1, ("top of", "top of the", "the top of", "the top of the")))
            under = next(((i, e) for i in starts if i < len(p.words) and (e := _piece(p, i)) and not _flat_at(p, i)), None)
            if under and pieces:
                lower = _among(pieces, p.words[under[0] : under[1]])
                edges.append((last, lower))
                at = under[1]
                continue
            place = next(((r, e) for r, e in p.noun(at + 1) if _flat(r.category) and r.quantifier == "the" and not r.where), None)
            if place is None or base or len(pieces) > 1:
                return
            base, at = p.words[at + 1 : place[1]], place[1]
            continue
        if word in NUMERALS and word not in ("one", "1"):
            many.add(NUMERALS[word])
            at += 1
            continue
        if end := _piece(p, at):
            last = _among(pieces, p.words[at:end])
            last.mark = waiting if waiting is not None else last.mark
            waiting, fresh, at = None, True, end
            continue
        if word not in FILL:
            return
        fresh = fresh and word not in JOINTS
        at += 1
    yield from _built(p, pieces, edges, base, many, down)


def _among(pieces: list[_Piece], words: list[str]) -> _Piece:
    """The piece of these words, which may have been spoken of before."""
    bare = {*words} - {"one"}
    for piece in pieces:
        if bare == {*piece.words} - {"one"}:
            return piece
    pieces.append(_Piece(words))
    return pieces[-1]


def _chain(pieces: list[_Piece], edges: list[tuple[_Piece, _Piece]]) -> list[_Piece]:
    """The pieces from the bottom to the top, where it was said of each but the lowest what it stands on; else none."""
    above = {id(lower): upper for upper, lower in edges}
    lowest = [piece for piece in pieces if all(upper is not piece for upper, _ in edges)]
    if len(lowest) != 1 or len(above) != len(edges) or len(edges) != len(pieces) - 1:
        return []
    found = lowest[:]
    while id(found[-1]) in above and len(found) < len(pieces):
        found.append(above[id(found[-1])])
    return found if len(found) == len(pieces) else []


def _built(
    p: Phrases, pieces: list[_Piece], edges: list[tuple[_Piece, _Piece]], base: list[str], many: set[int], down: bool
) -> Iterator[list[str]]:
    marks = [piece.mark for piece in pieces]
    if not 2 <= len(pieces) <= MOST or marks.count(-1) > 1 or marks.count(1) > 1 or (many and many != {len(pieces)}):
        return
    said = [*reversed(pieces)] if down else pieces
    order = _chain(pieces, edges) if len(edges) == len(pieces) - 1 else sorted(said, key=lambda piece: piece.mark or 0)
    if not order or any(order.index(upper) != order.index(lower) + 1 for upper, lower in edges):
        return
    named = next((w for piece in pieces for w in piece.words if _noun(p, w)), "block")
    names = [
        ["the", *(w for w in piece.words if w != "one"), *([] if any(_noun(p, w) for w in piece.words) else [named])] for piece in order
    ]
    if not base:
        yield ["make", "a", "tower", "with", *names[0], *(w for n in names[1:-1] for w in (",", *n)), "and", *names[-1]]
        return
    steps = [["put", *names[0], "on", *base]] + [["put", *upper, "on", *lower] for lower, upper in pairwise(names)]
    yield [w for i, step in enumerate(steps) for w in ([*((",", "then") if i else ()), *step])]


def _piece(p: Phrases, at: int) -> int:
    """Where one piece of a tower that is named here ends; 0 where none is."""
    if p.words[at] in FILL - {"one"} or p.words[at] in TOLD:
        return 0
    found = [
        end
        for r, end in p.noun(at)
        if (r.color or r.category not in ("", ONE)) and r.quantifier == "the" and not (r.where or r.pick or r.count or r.but or r.options)
    ]
    return max(found, default=at + 1 if p.words[at] in p.vocabulary.colors else 0)


def _flat_at(p: Phrases, at: int) -> bool:
    return any(_flat(r.category) for r, _ in p.noun(at))


def _noun(p: Phrases, word: str) -> bool:
    return (word,) in p.vocabulary.nouns and word not in p.vocabulary.colors


def _flat(category: str) -> bool:
    return category in ("plate", "tray", "table", "square", "shelf") or bool(category and lexicon.is_a(category, "container"))
