"""Reading noun phrases and fixed phrases off a list of words; every rule returns all its readings, the best first."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TypeVar, cast

from heedful.agents.understanding import lexicon, picks, several, telling
from heedful.agents.understanding.heads import described
from heedful.agents.understanding.home.qualified import qualified
from heedful.agents.understanding.home.wishes import wishes
from heedful.agents.understanding.quantities import QUANTITIES, Quantity
from heedful.agents.understanding.tables import ends
from heedful.agents.understanding.vocabulary import Vocabulary
from heedful.program import Pick, Quantifier, Ref

S = TypeVar("S")
T = TypeVar("T")
Readings = list[tuple[T, int]]
"""What was read and where it ends."""

ONE = lexicon.ONE
THEME = lexicon.THEME
KEPT = 24
"""Readings kept of one noun phrase, and of one list of them."""
TOLD = 3
"""How many fragments may follow one noun."""


CLOSING = frozenset({",", ";", ".", "and", "then", "finally", "afterwards", "meanwhile"})
"""Words before which a clause may end."""


class Phrases:
    """Noun phrases and fixed phrases in one sentence."""

    def __init__(self, words: list[str], vocabulary: Vocabulary) -> None:
        self.words = words
        self.vocabulary = vocabulary
        self.furthest = 0
        """End of the longest stretch that made sense to some rule."""
        self.fragments: dict[tuple[int, bool], Readings[Ref]] = {}
        self._nouns: dict[int, Readings[Ref]] = {}
        self._lists: dict[int, Readings[tuple[Ref, ...]]] = {}

    def ends(self, at: int) -> bool:
        """Whether a clause may end here."""
        if at >= len(self.words) or self.words[at] in CLOSING or self.words[at : at + 2] == ["followed", "by"]:
            return True
        return self.words[at] == "plus" and self.words[at + 1 : at + 2] != [] and self.words[at + 1] not in lexicon.DETERMINERS

    def said(self, at: int, end: int) -> str:
        return " ".join(self.words[at:end])

    def phrase(self, at: int, phrases: Collection[str]) -> list[int]:
        """Where each of the phrases that stand here ends, the longest first."""
        return ends(self.words, at, phrases)

    def lookup(self, at: int, table: Mapping[tuple[str, ...], S]) -> Readings[S]:
        """The meanings of the phrases of a table that stand here, the longest first."""
        longest = min(6, len(self.words) - at)
        keys = [tuple(self.words[at : at + n]) for n in range(longest, 0, -1)]
        return [(table[k], at + len(k)) for k in keys if k in table]

    def noun_list(self, at: int) -> Readings[tuple[Ref, ...]]:
        """One noun phrase or several joined by commas and `and`."""
        if at not in self._lists:
            self._lists[at] = []
            self._lists[at] = several.listed(self, at)[: KEPT // 2]
        return self._lists[at]

    def noun(self, at: int) -> Readings[Ref]:
        """`the small red block`, `two of the cans on the tray`, `everything except the mug`, `the blue one or the red one`, `it`."""
        if at >= len(self.words):
            return []
        if at not in self._nouns:
            self._nouns[at] = []
            found = [f for quantity, start in self.quantities(at) for f in described(self, at, start, quantity)]
            found = [f for ref, end in found for f in self._matched(at, ref, end)]
            if self.vocabulary.household:
                found = [*wishes(self, at), *(f for ref, end in found for f in [*qualified(self, at, ref, end), (ref, end)])]
            found += [*self._pronouns(at), *several.partial(self, at), *several.whatever(self, at)]
            self.furthest = max([self.furthest, *(end for _, end in found)])
            told = found
            for _ in range(TOLD):
                told = [f for ref, end in told if _open(ref) for f in self._pointed(at, ref, end)][:KEPT]
                found += told
            found += [f for ref, end in found for f in several.excepted(self, ref, end)]
            self._nouns[at] = list(dict.fromkeys(found))[:KEPT]
            self._nouns[at] = self._nouns[at] + several.alternatives(self, at, self._nouns[at])
        return self._nouns[at]

    def superlative(self, at: int) -> Readings[Pick]:
        """`leftmost`, `second biggest`, `last`."""
        found = picks.ADJECTIVES.at(self.words, at)
        for nth, end in picks.ORDINALS.at(self.words, at):
            found += [(picks.joined(nth, pick), stop) for pick, stop in picks.ADJECTIVES.at(self.words, end) if pick.nth]
            found.append((nth, end))
        if self.words[at : at + 1] == ["next"]:  # after one that was named
            found += [
                (replace(pick, nth=2), end) for pick, end in picks.ADJECTIVES.at(self.words, at + 1) if pick.nth == 1 and pick.by != "row"
            ]
        return found

    def counted(self, at: int) -> Readings[Pick]:
        """`from the left`, `starting with the one on the far left`: from which end one counts, with 1 for `every` where one starts."""
        found = [(replace(pick, every=1) if starts else pick, end) for (pick, starts), end in picks.COUNTED.at(self.words, at)]
        for start in self.phrase(at, picks.STARTED):
            found += [(replace(r.pick, every=1), end) for r, end in self.noun(start) if r.pick is not None and not r.pick.every]
        return found

    def measured(self, ref: Ref, at: int) -> Readings[Ref]:
        """A thing that is nearest or farthest, with what that is measured from: `to the bowl`, `from you`."""
        found: Readings[Ref] = []
        if ref.pick is not None and ref.pick.by in picks.NEAR_FAR and ref.pick.to is None and not ref.pick.person:
            starts = self.phrase(at, picks.TO if ref.pick.by == "near" else picks.FROM)
            for start in [*starts, at]:
                for other, end in [*self._person(start), *self.noun(start)]:
                    if other.quantifier not in ("all", "no") and (start > at or other.category != ONE):
                        found.append((replace(ref, pick=picks.measured_from(ref.pick, other)), end))
        found.append((ref, at))
        return [(r, stop) for r, end in found for stop in [*self.phrase(end, picks.ROWS), end]]

    def _person(self, at: int) -> Readings[Ref]:
        """`me`, `you`."""
        who = {"me": telling.ME, "us": telling.ME, "myself": telling.ME, "you": telling.YOU, "yourself": telling.YOU}
        found = [(who[w], at + 1) for w in self.words[at : at + 1] if w in who]
        found += [
            (telling.ME, end) for end in self.phrase(at, ("the user", "my side", "my seat", "my hand", "where i sit", "where i stand"))
        ]
        return found + [(telling.YOU, end) for end in self.phrase(at, ("the robot", "your base", "your body", "the arm", "the base"))]

    def _pronouns(self, at: int) -> Readings[Ref]:
        found = []
        for quantifier, end in lexicon.PRONOUN.at(self.words, at):
            found.append((Ref(quantifier=cast(Quantifier, quantifier), words=self.said(at, end)), end))
        if at and self.words[at : at + 1] == ["there"] and self.words[at - 1] in lexicon.BEFORE_THERE:
            found.append((Ref(words="there"), at + 1))
        if at and self.words[at - 1] in lexicon.BEFORE_A_PERSON:
            found += self._person(at)
        return found

    def _matched(self, at: int, ref: Ref, end: int) -> Readings[Ref]:
        """The thing itself, unless it is `the bowl of its colour`."""
        alike = (("same_color", THEME),)
        stops = [] if ref.quantifier == "a" else self.phrase(end, lexicon.MATCHING)
        if ref.where:
            return [(ref, stop) for stop in [*stops, end]]
        return [*((replace(ref, quantifier="the", words=self.said(at, stop), where=alike), stop) for stop in stops), (ref, end)]

    def _pointed(self, at: int, ref: Ref, end: int) -> Readings[Ref]:
        """`the block in the drawer`, `the spill that is under it`, `the third one from the left`."""
        fallen = (*ref.attributes, "fallen")
        ends = self.phrase(end, lexicon.FALLEN) if ref.category else []
        found = [(replace(ref, words=f"{ref.words} {self.said(end, stop)}", attributes=fallen), stop) for stop in ends]
        return found + telling.told(self, ref, end)

    def quantities(self, at: int) -> Readings[Quantity]:
        return [*QUANTITIES.at(self.words, at), (Quantity(), at)]


def _open(ref: Ref) -> bool:
    """Whether more can be told of it: not of `it`, but of `everything`."""
    if ref in (telling.ME, telling.YOU):
        return False
    return ref.words not in lexicon.PRONOUNS or ref.words in lexicon.WHOLE or ref.words == "this thing"
