"""Several things in one phrase: lists, alternatives, exceptions, parts of what was named, and whatever is somewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from heedful.agents.understanding import lexicon, picks, telling, uses
from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.quantities import MENTIONED, NUMERALS, QUANTITIES, Quantity
from heedful.agents.understanding.tables import Table
from heedful.program import Quantifier, Ref

if TYPE_CHECKING:
    from heedful.agents.understanding.phrases import Phrases, Readings

ONE = lexicon.ONE
JOINTS = ("and", "as well as", "and also", "plus", "together with", "along with")
OR = ways("or", ", or", "or else", "or alternatively", "or maybe", "or perhaps", "and or")
EXCEPT = ways(
    "except [for|from]", "but [for]", "apart|aside from", "other than", "not [counting|including]",
    "excluding|excepting|save|besides|minus|bar|barring",
    "save for", "with the exception of", "leaving|leave out|alone", "without", "but not", "and not", "not including", "but leave [out]",
    "only not", "all but|except",
)  # fmt: skip
WHAT = ways(
    "what|whatever is|lies|sits|stands|was",
    "[all|everything] what is|are",
    "all|any of what is",
    "all|everything|anything that|which is|lies|sits|stands",
    "[all] the stuff",
    "stuff",
    "what there is",
    "whatever there is",
    "everything there is",
    "all there is",
    "what you find|see",
    "whatever you find|see",
)
WHICHEVER = ("whichever", "whatever", "which ever")
OTHERS: Table[Ref] = Table(
    {p: Ref(quantifier="all", but=(MENTIONED,)) for p in ways(
        "everything else", "all else", "[all] the rest", "what is left [over]", "what remains", "whatever is left [over]",
        "whatever remains",
        "the remainder", "what is remaining", "all that is left [over]", "all that remains", "the rest of it",
        "everything that is left [over]",
        "anything else", "everything remaining", "the rest of the things|objects|stuff|items")}
    | {p: Ref(ONE, quantifier="all", but=(MENTIONED,)) for p in ways(
        "[all] [of] the others", "all others", "others", "the rest of them|these|those", "the other ones", "the remaining ones")}
    | {f"{the} {w}": Ref(ONE, quantifier="all", count=n, but=(MENTIONED,)) for w, n in NUMERALS.items() if n > 1
       for the in ("the other", "the remaining", "all the other", "all other")}
    | {"the other": Ref(ONE, but=(MENTIONED,)), **dict.fromkeys(("another", "any other"), Ref(ONE, quantifier="a", but=(MENTIONED,)))}
)  # fmt: skip
"""What is left when what was mentioned is taken away."""
PARTS: Table[Quantity] = Table(
    {
        f"{p.removesuffix(' the')} {them}": q
        for p, q in QUANTITIES.entries.items()
        for them in ("them", "those", "these")
        if p.endswith(" of the")
    }
)
"""`two of them`: so many of what was mentioned."""
NARROWED: dict[str, tuple[str, Quantifier]] = {
    "those": (ONE, "all"), "these": (ONE, "all"), "everything": ("", "all"), "anything": ("", "a"), "something": ("", "a"),
    "nothing": ("", "no"),
}  # fmt: skip
"""Pronouns after which it is told of what."""
OF = ("of", "out of", "among", "from among", "amongst")


AT = frozenset({"in", "on", "into", "onto", "to", "inside", "at", "from"})
"""Words before a place."""


def listed(p: Phrases, at: int) -> Readings[tuple[Ref, ...]]:
    """One noun phrase or several joined by commas and `and`; a noun that several share is said once."""
    found: Readings[tuple[Ref, ...]] = []
    for ref, end in p.noun(at):
        joint = end + 1 if p.words[end : end + 1] == [","] else end
        joint = next(iter(p.phrase(joint, JOINTS)), joint)
        if joint > end:
            place = at > 0 and p.words[at - 1] in AT  # of `in the bin and the red ones` these are no bins
            for rest, stop in p.noun_list(joint):
                if p.words[joint - 1] == "," and len(rest) == 1 and (_tells_again(rest[0]) or _narrows(ref, rest[0])):
                    continue
                more = (ref, *rest) if place and ref.category != ONE else _alike(ref, _shared(p, ref, end, rest, joint))
                found.append((more, stop))
        found.append(((ref,), end))
    found += _sides(p, at)
    if p.words[at : at + 1] == ["both"]:
        found = [(list_, end) for list_, end in p.noun_list(at + 1) if len(list_) == 2] + found
    return found


def _tells_again(ref: Ref) -> bool:
    """`the red block, the one on your left`: no second thing."""
    return ref.words.startswith(("the one ", "that one ", "the ones ", "the thing ", "that thing ")) and bool(
        ref.where or ref.pick or "held" in ref.attributes
    )


def _narrows(ref: Ref, other: Ref) -> bool:
    """`some fruit, a sour one`, `something to eat, anything healthy`: what is left open, told more closely."""
    bare = not (ref.color or ref.attributes or ref.pick or ref.where)
    if bare and other.words.endswith(" one") and other.category == ONE and other.quantifier == "the" and (ref.count or 1) == 1:
        return ref.quantifier in ("a", "the") and ref.category not in ("", ONE)
    free = ref.quantifier == "a" and other.quantifier == "a" and other.category in ("", ONE) and MENTIONED not in other.but
    return free and bool(other.attributes or other.color or other.where) and (ref.count or 1) == 1


def _alike(first: Ref, themes: tuple[Ref, ...]) -> tuple[Ref, ...]:
    """`the red mug and the can of the same colour`: of the colour of what was named before."""
    if not first.category or any(name == "same_color" for name, _ in first.where):
        return themes
    same = (("same_color", lexicon.THEME),)
    return tuple(replace(t, where=(("same_color", first),)) if t.where == same else t for t in themes)


def _sides(p: Phrases, at: int) -> Readings[tuple[Ref, ...]]:
    """`the left and the right mug`: sides name a thing by themselves where its noun follows."""
    found: Readings[tuple[Ref, ...]] = []
    start = at + 1 if p.words[at : at + 1] == ["the"] else at
    for pick, end in picks.ADJECTIVES.at(p.words, start):
        if p.said(start, end) in picks.WEAK:
            for joint in p.phrase(end, ("and", ",", ", and")):
                for (after, *rest), stop in p.noun_list(joint):
                    if after.pick is not None and after.category not in ("", ONE):
                        words = f"the {p.said(start, end)} {after.category}"
                        one = replace(after, pick=replace(pick, many=1), quantifier="the", words=words)
                        other = replace(after, pick=replace(after.pick, many=1), quantifier="the")
                        found.append(((one, other, *rest), stop))
    return found


def _shared(p: Phrases, ref: Ref, end: int, rest: tuple[Ref, ...], joint: int) -> tuple[Ref, ...]:
    """`the red and the blue block`: the noun, and how many, said once for all."""
    after, *others = rest
    if ref.pick and after.pick and ref.pick.by == "first" != after.pick.by and not after.pick.every:
        ref = replace(ref, pick=replace(after.pick, nth=ref.pick.nth), words=f"{ref.words} {' '.join(after.words.split()[-3:])}")
    bare = ref.category == ONE and p.words[end - 1] not in ("one", "ones")
    if ref.category not in ("", ONE):  # the green block, the blue one and the red one
        rest = tuple(replace(r, category=ref.category, words=of_kind(r, ref)) if r.category == ONE and not r.where else r for r in rest)
        return (ref, *rest)
    if bare and after.category == ONE and after.quantifier == "all" and ref.quantifier == "the":
        return (replace(ref, quantifier="all"), *rest)
    things = after.category == "" and after.color and p.words[joint] not in lexicon.PRONOUNS
    if not bare or (after.category in ("", ONE) and not things) or not (after.color or after.attributes or after.pick):
        return (ref, *rest)
    if ref.pick is not None and ref.pick.by == "first" and after.pick is not None:  # the first and the last from the left
        first = replace(after, pick=replace(after.pick, nth=ref.pick.nth, many=ref.pick.many), words=ref.words)
        return (first, *rest)
    undetermined = not QUANTITIES.at(p.words, joint)
    plural = after.quantifier == "all" and ref.quantifier == "the"
    quantifier = "all" if plural else ref.quantifier
    first = replace(
        ref,
        category=after.category,
        quantifier=quantifier,
        words=f"{ref.words.removesuffix(' one')} {after.category or 'thing'}{'s' if plural else ''}",
    )
    if undetermined and ref.quantifier == "all":
        after = replace(after, quantifier="all")
    if undetermined and not after.attributes:
        after = replace(after, attributes=ref.attributes)
    return (first, after, *others)


def alternatives(p: Phrases, at: int, nouns: Readings[Ref]) -> Readings[Ref]:
    """`the apple or the lemon`, `a red or a blue block`."""
    found: Readings[Ref] = []
    if p.words[at : at + 1] == ["either"]:
        found += [(ref, end) for ref, end in p.noun(at + 1) if ref.options]
    for ref, end in nouns:
        for start in [*p.phrase(end, OR), *p.phrase(end, (",",))]:
            for other, stop in p.noun(start):
                if p.words[start - 1] == "," and not other.options:
                    continue
                first, *rest = _shared(p, ref, end, other.options or (other,), start)
                every = ref.quantifier == "all" and other.quantifier == "all" and not other.options
                found.append((Ref(quantifier="all" if every else "a", words=p.said(at, stop), options=(first, *rest)), stop))
    return found


def excepted(p: Phrases, ref: Ref, at: int) -> Readings[Ref]:
    """`all the fruit except the lemon`, `everything but the plate and the mug`, `all the blocks but one`."""
    if ref.quantifier == "the" and ref.category and lexicon.group(ref.category) and not ref.pick:
        ref = replace(ref, quantifier="all")  # `the fruit except the lemon` is more than one
    if ref.words in lexicon.SEVERAL - lexicon.WHOLE or (ref.words in lexicon.PRONOUNS and ref.words not in lexicon.WHOLE):
        return []
    if ref.quantifier == "the" and not p.phrase(at, ("other than",)):
        return []
    found: Readings[Ref] = []
    for start in p.phrase(at + 1 if p.words[at : at + 1] == [","] else at, EXCEPT):
        number = NUMERALS.get(p.words[start]) if start < len(p.words) else None
        if number:
            left = Ref(quantifier="a", count=number, words=f"{p.words[start]} of them")
            found.append((replace(ref, but=(*ref.but, left), words=f"{ref.words} {p.said(at, start + 1)}"), start + 1))
        for others, end in p.noun_list(start):
            if number and end == start + 1:
                continue
            kinds = tuple(
                replace(o, category=ref.category if ref.category != ONE else ONE, words=of_kind(o, ref)) if o.category == ONE else o
                for o in others
            )
            less = replace(ref, but=(*ref.but, *kinds), words=f"{ref.words} {p.said(at, end)}".replace(" ,", ","))
            found += [(less, stop) for stop in [*p.phrase(end, (",",)), end]]
    return found


def of_kind(one: Ref, whole: Ref) -> str:
    bare = one.words.removesuffix(" ones").removesuffix(" one")
    return one.words if whole.category in ("", ONE) else f"{bare} {whole.category}{'s' if one.quantifier == 'all' else ''}"


def partial(p: Phrases, at: int) -> Readings[Ref]:
    """`two of them`, `the biggest of the mugs`."""
    found: Readings[Ref] = []
    for q, end in PARTS.at(p.words, at):
        if p.said(at, end) not in lexicon.PRONOUNS:
            found.append(
                (Ref(quantifier=cast(Quantifier, q.quantifier), count=q.count, pick=q.pick, but=q.but, words=p.said(at, end)), end)
            )
    start = at + 1 if p.words[at : at + 1] == ["the"] else at
    for pick, end in p.superlative(start):
        one = end + 1 if p.words[end : end + 1] == ["one"] else end
        if one > end or p.said(start, end) not in picks.WEAK:
            for of in p.phrase(one, OF):
                for both, stop in p.noun_list(of):
                    if len(both) == 2 and all(b.quantifier == "the" for b in both):
                        found.append((Ref(pick=pick, options=both, words=p.said(at, stop)), stop))
                for whole, stop in p.noun(of):
                    if whole.quantifier == "all" and whole.pick is None:
                        found.append((replace(whole, pick=pick, quantifier="the", count=None, words=p.said(at, stop)), stop))
    return found


def whatever(p: Phrases, at: int) -> Readings[Ref]:
    """`what is on the tray`, `those in the bowl`, `the others`."""
    found: Readings[Ref] = []
    for start in p.phrase(at, WHAT):
        whole = Ref(quantifier="all", words=p.said(at, start))
        found += [
            (replace(r, words=p.said(at, end)), end)
            for r, end in telling.told(p, whole, start, clausal=True)
            if r.where or r.attributes or r.color or r.category or r.but or r.options
        ]
    if p.words[at : at + 1] in (["what"], ["whatever"]):
        found += [(replace(r, words=p.said(at, end)), end) for r, end in uses.told(p.words, at + 1)]
    if at < len(p.words) and p.words[at] in NARROWED:
        kind, quantifier = NARROWED[p.words[at]]
        whole = Ref(kind, quantifier=quantifier, words=p.words[at])
        more = telling.told(p, whole, at + 1, clausal=kind == "")
        found += [(r, end) for r, end in more if p.words[end - 1] not in ("on", "off")]
    for start in p.phrase(at, WHICHEVER):
        for ref, end in p.noun(start):
            found += [f for be in p.phrase(end, ("is", "are", "that is")) for f in telling.told(p, ref, be, clausal=True)]
    for other, end in OTHERS.at(p.words, at):
        found.append((replace(other, words=p.said(at, end)), end))
    return found


WORDS = words_in((*JOINTS, *OR, *EXCEPT, *WHAT, *OF)) | OTHERS.words | PARTS.words | QUANTITIES.words | {"either", "neither", "nor", "non"}
