"""What is added about things once the rest has been said: `…, except the mug`, `…, the red one`, `two cans …, one of them the blue one`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from heedful.agents.understanding import lexicon, picks, telling
from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.quantities import MENTIONED
from heedful.agents.understanding.several import excepted, of_kind
from heedful.program import Ref

if TYPE_CHECKING:
    from heedful.agents.understanding.phrases import Phrases, Readings

ONE = lexicon.ONE


def later(p: Phrases, themes: tuple[Ref, ...], at: int) -> Readings[tuple[Ref, ...]]:
    """What is added about the things once the rest has been said: `…, except the mug`, `…, starting from the left`, `…, the red one`."""
    less = [dict((end, ref) for ref, end in reversed(excepted(p, t, at))) for t in themes]
    found = [(tuple(row.get(end, t) for row, t in zip(less, themes, strict=True)), end) for end in {e for row in less for e in row}]
    *before, last = themes
    if last.quantifier in ("all", "a") and p.words[at : at + 1] in (["that"], ["which"]):
        found += [((*before, ref), end) for ref, end in telling.told(p, last, at)]
    found += [(themes, end) for end in p.phrase(at, NOTHING_ELSE)]
    start = at + 1 if p.words[at : at + 1] == [","] else at
    if last.pick is not None and last.pick.by in ("row", "first"):
        found += [((*before, replace(last, pick=picks.joined(last.pick, pick))), end) for pick, end in p.counted(start)]
    if start > at and last.count is not None and last.quantifier == "a" and last.category not in ("", ONE):
        found += [((*before, *row), end) for begin in (start, *p.phrase(start, AMONG)) for row, end in _singly(p, last, begin)]
    if start > at and not last.pick:
        ones = [
            (one, end)
            for one, end in p.noun(start)
            if one.category in _OPEN[last.quantifier == "a"] and one.quantifier in _of(last) and not one.but
        ]
        for one, end in ones:
            if more := telling.added(last, replace(one, category="")):
                for stop in [*p.phrase(end, AFTERTHOUGHT), end]:
                    found.append(((*before, replace(more, words=f"{last.words} {p.said(start, end)}")), stop))
    return found


def _singly(p: Phrases, whole: Ref, at: int) -> Readings[tuple[Ref, ...]]:
    """`two cans in the drawer, the blue and another one`, `…, one of them the blue one`: so many things, one by one."""
    found: Readings[tuple[Ref, ...]] = []
    for ones, end in p.noun_list(at):
        if not all(o.category in (ONE, whole.category) for o in ones) or any(o.color and whole.color for o in ones):
            continue
        named = tuple(replace(o, category=whole.category, color=o.color or whole.color, words=of_kind(o, whole)) for o in ones)
        told = tuple(n for n in named if MENTIONED not in n.but)
        kinds = [replace(n, but=(*(b for b in n.but if b != MENTIONED), *told)) if MENTIONED in n.but else n for n in named]
        many = sum((n.count or 1) for n in kinds)
        if whole.count and many < whole.count and p.words[at - 1] != ",":
            rest = whole.count - many
            kinds.append(replace(whole, count=rest if rest > 1 else None, but=(*whole.but, *told), words=f"another {whole.category}"))
            many = whole.count
        if many == whole.count and len(kinds) > 1:
            found.append((tuple(kinds), end))
    return found


AMONG = ways("one|some of them|these|those|which [being|is|must_be|should_be|has_to_be]", "including|among_them|one_being")


_OPEN = ((ONE,), (ONE, ""))


def _of(ref: Ref) -> tuple[str, ...]:
    return {"all": ("all",), "a": ("the", "a")}.get(ref.quantifier, ("the",))


NOTHING_ELSE = ways(
    "[,] and|but nothing|none else", "[,] and|but no|none others|other|more", ", nothing else", "[,] and only that|those|these|them|it",
)  # fmt: skip
AFTERTHOUGHT = ("say", "i mean", "that is", "of course", "if possible", "for example", "preferably")
WORDS = words_in((*AFTERTHOUGHT, *AMONG, *NOTHING_ELSE))
