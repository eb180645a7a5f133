"""How many are meant, as it is said before a noun: `two of the`, `all but one of the`, `every other`, `the rest of the`, `no`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.tables import Table
from heedful.program import Pick, Ref

NUMERALS = {
    w: n for n, words in enumerate(("", "one 1", "two 2", "three 3", "four 4", "five 5", "six 6", "seven 7", "eight 8", "nine 9", "ten 10",
    "eleven 11", "twelve 12")) for w in words.split()
}  # fmt: skip
ORDINALS = {
    w.replace("_", " "): n for n, words in enumerate((
        "", "first 1_st", "second 2_nd", "third 3_rd", "fourth 4_th", "fifth 5_th", "sixth 6_th", "seventh 7_th", "eighth 8_th",
        "ninth 9_th", "tenth 10_th",
    )) for w in words.split()
} | dict.fromkeys(("last", "very last", "final"), -1) | dict.fromkeys(
    ("second to last", "next to last", "second last", "last but one", "penultimate"), -2
) | {"third to last": -3, "third last": -3}  # fmt: skip
MENTIONED = Ref(words="what was mentioned")
"""In an exception: all that was spoken of before, `the other block`."""
HALF = Ref(quantifier="a", attributes=("half",), words="half of them")
"""In an exception: as many as are not excepted."""
AT_LEAST, AT_MOST = ("at least", "no fewer than", "no less than", "not less than"), ("at most", "no more than", "up to", "not more than")


@dataclass(frozen=True, slots=True)
class Quantity:
    """What stands before the adjectives and the noun."""

    quantifier: str = ""
    """Empty: nothing was said."""
    count: int | None = None
    pick: Pick | None = None
    but: tuple[Ref, ...] = ()
    plural: bool | None = None
    """Whether a plural must follow, or a singular; None: either."""


def bounds(ref: Ref) -> tuple[int | None, int | None]:
    """At least and at most how many of them, where it is said how many; with the words `at least` more may be."""
    if ref.count is None:
        return None, None
    if ref.words.startswith(AT_LEAST):
        return ref.count, None
    return (0 if ref.words.startswith(AT_MOST) else ref.count), ref.count


def _all_of_them() -> Iterator[tuple[str, Quantity]]:
    for phrase, quantifier in lexicon.DETERMINERS.items():
        yield phrase, Quantity(quantifier)
    owners = ("the", "these", "those", "my", "your", "our")
    for the in owners:
        yield f"only {the}", Quantity("all" if the in ("these", "those") else "the")
        for many in ("some of", "any of", "either of", "one of", "any one of", "one out of", "just one of"):
            yield f"{many} {the}", Quantity("a")
        for none in ("none of", "not one of", "not any of", "neither of", "not a single one of"):
            yield f"{none} {the}", Quantity("no")
        for rest in ("rest of", "remainder of"):
            yield f"the {rest} {the}", Quantity("all", but=(MENTIONED,))
        yield f"all {the} other", Quantity("all", but=(MENTIONED,))
        for half in ("half", "half of", "one half of"):
            yield f"{half} {the}", Quantity("all", but=(HALF,), plural=True)
        for one in ("but", "except", "except for", "save", "apart from"):
            for word, n in NUMERALS.items():
                left = Ref(quantifier="a", count=n, words=f"{word} of them")
                for every in ("all", "every", "everyone"):
                    yield f"{every} {one} {word} of {the}", Quantity("all", but=(left,))
                    yield f"{every} {one} {word}", Quantity("all", but=(left,))
    yield "half of", Quantity("all", but=(HALF,), plural=True)
    yield "half", Quantity("all", but=(HALF,), plural=True)
    for none in ("no", "not a", "not a single", "not any", "neither", "not one"):
        yield none, Quantity("no")
    for other in ("the other", "the only other"):
        yield other, Quantity("the", but=(MENTIONED,))
    for other in (
        "the remaining", "the rest of the", "the left over", "the leftover", "all other", "all the other", "all remaining",
        "all the remaining", "every remaining", "each remaining", "every one of the other", "each other", "all of the other",
        "all of the remaining", "each of the other", "each of the remaining", "every single other", "any remaining",
        "the rest of the other",
    ):  # fmt: skip
        yield other, Quantity("all", but=(MENTIONED,))
    for other in ("another", "a different", "some other", "one other", "one more", "any other", "one of the other", "one of the remaining",
                  "any of the other", "any of the remaining", "yet another", "a further"):  # fmt: skip
        yield other, Quantity("a", but=(MENTIONED,))
    yield "either", Quantity("a", plural=False)
    yield "the one", Quantity("the", plural=False)
    yield "the only", Quantity("the", plural=False)
    yield "the same", Quantity("the")
    yield "that same", Quantity("the")
    for word, n in NUMERALS.items():
        yield from _numbered(word, n, owners)
    for two in ("a couple of", "a pair of", "a couple"):
        yield two, Quantity("a", 2, plural=True)
        for the in owners:
            yield f"{two} {the}", Quantity("a", 2, plural=True)
    for n, words in {2: ("other", "second", "2 nd", "alternate", "alternating"), 3: ("third", "3 rd"), 4: ("fourth", "4 th")}.items():
        for word in words:
            start = 1 if "other" in word or "alter" in word else n
            for every in ("every", "each", "each and every"):
                yield f"{every} {word}", Quantity("all", pick=Pick("row", start, n))
                yield f"{every} {word} one of the", Quantity("all", pick=Pick("row", start, n))
                yield f"{every} {word} of the", Quantity("all", pick=Pick("row", start, n))
    yield "alternate", Quantity("all", pick=Pick("row", 1, 2))
    for word in ("odd numbered", "odd", "uneven", "odd number", "unevenly numbered"):
        for the in ("", "the ", "all the ", "all ", "only the ", "just the "):
            yield f"{the}{word}", Quantity("all", pick=Pick("row", 1, 2), plural=True)
    for word in ("even numbered", "even", "evenly numbered"):
        for the in ("", "the ", "all the ", "all ", "only the ", "just the "):
            yield f"{the}{word}", Quantity("all", pick=Pick("row", 2, 2), plural=True)
    for whole in ("the whole lot of", "the lot of", "the entire lot of", "the whole bunch of", "every last", "every last one of the",
    "all of my",
                  "every last piece of", "each piece of", "every piece of", "every bit of", "all pieces of", "each bit of",
                  "the whole of the",
                  "any and all", "absolutely all", "absolutely every", "all the pieces of", "each and every piece of",
                  "every single piece of", "each and every one of the", "the entire set of", "the whole set of", "all kinds of",
                  "any kind of"):  # fmt: skip
        yield whole, Quantity("all")
    for word, n in NUMERALS.items():
        for other, m in NUMERALS.items():
            if 1 <= n < m:
                for of in ("of the", "of these", "of those", "out of the", "out of", "of your", "of my"):
                    yield f"{word} {of} {other}", Quantity("a", n, plural=True)
    for both in ("both", "both the", "both of the", "both of these", "both of those", "both these", "both those", "both my", "both of my"):
        yield both, Quantity("all", 2)


def _numbered(word: str, n: int, owners: tuple[str, ...]) -> Iterator[tuple[str, Quantity]]:
    some = Quantity("a", n if n > 1 else None, plural=n > 1)
    sure = Quantity("a", n, plural=n > 1)
    for any_ in ("", "any ", "some ", "only ", "just "):
        exact = sure if any_ == "only " else some
        of = replace(exact, plural=n > 1 or None)
        yield f"{any_}{word}", exact
        for the in owners:
            yield f"{any_}{word} of {the}", of
            yield f"{any_}{word} out of {the}", of
    for exactly in ("exactly", "precisely", *AT_LEAST, *AT_MOST):
        yield f"{exactly} {word}", sure
        for the in owners:
            yield f"{exactly} {word} of {the}", replace(sure, plural=n > 1 or None)
    if n > 1:
        for the in owners:
            yield f"{the} {word}", Quantity("all", n, plural=True)
        for all_ in ("all", "all the", "all of the", "all these", "all of these", "all those", "all of those", "all my"):
            yield f"{all_} {word}", Quantity("all", n, plural=True)
            yield f"{all_} {word} of the", Quantity("all", n, plural=True)
        for other in ("the other", "the remaining", "all the other", "all other"):
            yield f"{other} {word}", Quantity("all", n, None, (MENTIONED,), True)
        for the in ("the", "a"):
            yield f"{the} further {word}", Quantity("a", n, None, (MENTIONED,), True)
        yield f"another {word}", Quantity("a", n, None, (MENTIONED,), True)
        yield f"{word} other", Quantity("a", n, None, (MENTIONED,), True)
        yield f"{word} more", Quantity("a", n, None, (MENTIONED,), True)


QUANTITIES: Table[Quantity] = Table(dict(_all_of_them()))
SUFFIXES = frozenset({"st", "nd", "rd", "th"})
"""Ends of ordinals in figures, which are no words by themselves."""
