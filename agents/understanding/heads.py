"""Adjectives and a noun, or adjectives alone: `small red block`, `second biggest`, `two leftmost ones`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from heedful.agents.understanding import lexicon, ontology, picks
from heedful.agents.understanding.quantities import NUMERALS, Quantity
from heedful.program import Pick, Quantifier, Ref

if TYPE_CHECKING:
    from heedful.agents.understanding.phrases import Phrases, Readings

ONE = lexicon.ONE
NON = ("non", "not")


def described(p: Phrases, at: int, start: int, quantity: Quantity) -> Readings[Ref]:
    """Every reading of adjectives and a noun, after what says how many.

    Args:
      at: Where the noun phrase begins.
      start: Where its adjectives begin.
    """
    heads: Readings[Ref] = []
    bare: Readings[Ref] = []
    alike = p.phrase(start, lexicon.MATCHED)
    here, so_far = (alike[0] if alike else start), Ref(pick=quantity.pick, but=quantity.but)
    weak, one = False, p.said(at, start) in ("some", "a", "an")
    while True:
        for kind, plural, end in reversed(_heads(p, here)):
            if plural and one:
                continue
            heads[:0] = [(r, e) for r, e in _finished(p, at, end, quantity, replace(so_far, category=kind), plural)]
        step = _adjective(p, here, so_far, start > at)
        if step is None:
            break
        so_far, here, weak = step
        weak |= so_far.pick is not None and start == at  # `second` by itself names nothing
        if not weak:  # of `blue left of red` only blue is meant
            bare += _finished(p, at, here, quantity, replace(so_far, category=ONE), p.words[here - 1] in p.vocabulary.plural_colors)
    if alike:
        matching = (("same_color", lexicon.THEME),)
        return [(replace(r, quantifier="the", where=matching), end) for r, end in heads if r.category]
    return _two_tone(p, at, start, quantity) + heads + bare[::-1]


def _two_tone(p: Phrases, at: int, start: int, quantity: Quantity) -> Readings[Ref]:
    """`yellow and white mug`, where something here has two colours."""
    found: Readings[Ref] = []
    for second in (start + 1, *p.phrase(start + 1, ("and",))):
        pair = [p.vocabulary.colors.get(w, "") for w in (*p.words[start : start + 1], *p.words[second : second + 1])]
        color = " and ".join(sorted(pair))
        if len(pair) == 2 and all(pair) and color in p.vocabulary.colors.values():
            so_far = Ref(pick=quantity.pick, but=quantity.but, color=color)
            for kind, plural, end in _heads(p, second + 1):
                found += _finished(p, at, end, quantity, replace(so_far, category=kind), plural)
    return found


def _adjective(p: Phrases, at: int, so_far: Ref, determined: bool) -> tuple[Ref, int, bool] | None:
    """The description with the adjective that stands here, where it ends, and whether a noun has to follow."""
    if at >= len(p.words):
        return None
    word = p.words[at]
    if word in NON and p.words[at + 1 : at + 2] and p.words[at + 1] in p.vocabulary.colors:
        other = Ref(color=p.vocabulary.colors[p.words[at + 1]], words=p.words[at + 1])
        return replace(so_far, but=(*so_far.but, other)), at + 2, False
    if determined and (found := lexicon.STANCES.longest(p.words, at)):
        return replace(so_far, attributes=(*so_far.attributes, found[0])), found[1], True
    if (chosen := p.superlative(at)) and (so_far.pick is None or so_far.pick.by in ("first", "row")):
        pick, end = max(chosen, key=lambda c: c[1])
        if end < len(p.words) and p.words[end] in NUMERALS and NUMERALS[p.words[end]] > 1:  # the first two, the leftmost three
            pick, end = replace(pick, many=NUMERALS[p.words[end]]), end + 1
        weak = p.said(at, end) in picks.WEAK and pick.many == 1
        return replace(so_far, pick=picks.joined(so_far.pick, pick) if so_far.pick else pick), end, weak
    single = word if word in p.vocabulary.colors else p.vocabulary.plural_colors.get(word, "")
    if single and not so_far.color:
        return replace(so_far, color=p.vocabulary.colors[single]), at + 1, False
    if word in p.vocabulary.attributes:
        return replace(so_far, attributes=(*so_far.attributes, p.vocabulary.attributes[word])), at + 1, False
    return None


def _heads(p: Phrases, at: int) -> list[tuple[str, bool, int]]:
    """Nouns that stand here: kind, whether in the plural, end."""
    found: list[tuple[str, bool, int]] = []
    if at >= len(p.words):
        return found
    for n in range(min(p.vocabulary.longest.get(p.words[at], 1), len(p.words) - at), 0, -1):
        said = tuple(p.words[at : at + n])
        single = (*said[:-1], lexicon.singular(said[-1]))
        if said in p.vocabulary.nouns:
            found.append((p.vocabulary.nouns[said], False, at + n))
        elif single in p.vocabulary.nouns:
            found.append((p.vocabulary.nouns[single], True, at + n))
        elif n == 1 and single[0] in lexicon.ANYTHING and single[0]:
            found.append((ONE if single[0] == ONE else "", single != said, at + n))
    return found


def _finished(p: Phrases, at: int, end: int, quantity: Quantity, ref: Ref, plural: bool) -> Readings[Ref]:
    """The reference with what was said of how many."""
    quantifier, count, pick = quantity.quantifier, quantity.count, ref.pick
    if quantity.plural is not None and quantity.plural != plural and not _numberless(ref):
        return []
    if not quantifier and p.said(at, end) in ontology.CHOSEN:
        quantifier = "a"
    said = p.said(at, end) if quantifier else f"the {p.said(at, end)}"
    if plural and quantifier in ("", "the"):
        quantifier = "all"
    if pick is not None and pick.by in picks.SIDEWAYS and p.words[at] == "my":
        pick = replace(pick, person=True)
    if pick is not None and pick.by == "first" and not pick.every and p.words[at : at + 1] in (["every"], ["each"]):
        return []  # `every second mug` is every other one
    if pick is not None and not pick.every:
        quantifier, count, pick = _of_how_many(quantifier, count, pick, plural)
    if pick is not None and pick.every:
        quantifier, count = "all", None
    if ref.category == ONE and said.split()[-1] not in ("one", "ones"):
        said += " one"
    ref = replace(ref, quantifier=cast(Quantifier, quantifier or "the"), count=count, pick=pick, words=said)
    return p.measured(ref, end) if pick is not None and pick.by in picks.NEAR_FAR else [(ref, end)]


def _of_how_many(quantifier: str, count: int | None, pick: Pick, plural: bool) -> tuple[str, int | None, Pick]:
    """`the two leftmost blocks`, `the smaller blocks`, `the biggest block`."""
    if count is not None and count > 1:
        return "all", None, replace(pick, many=count)
    if pick.many > 1:
        return "all", None, pick
    if plural and pick.by != "first":
        return "all", None, replace(pick, many=0)
    return ("the" if quantifier in ("", "the", "a") else quantifier), None, pick


def _numberless(ref: Ref) -> bool:
    """Whether it has no plural of its own: `two of the red`, `both fruit`."""
    return ref.category in (ONE, "fruit", "food", "")
