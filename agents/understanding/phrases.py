"""Reading noun phrases and fixed phrases off a list of words; every rule returns all its readings, the best first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar, cast

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.frames import standing
from heedful.agents.understanding.vocabulary import Vocabulary
from heedful.program import Quantifier, Ref

S = TypeVar("S")
T = TypeVar("T")
Readings = list[tuple[T, int]]
"""What was read and where it ends."""

ONE = "one"
"""Category of a phrase such as `the red one`, until it is known what kind of thing is meant."""


DETERMINERS = {tuple(k.split()): v for k, v in lexicon.DETERMINERS.items()}
THEME = Ref(words="_")
"""In what tells a place from others: the thing that is put there, as in `the bowl of its colour`."""


class Phrases:
    """Noun phrases and fixed phrases in one sentence."""

    def __init__(self, words: list[str], vocabulary: Vocabulary) -> None:
        self.words = words
        self.vocabulary = vocabulary
        self.furthest = 0
        """End of the longest stretch that made sense to some rule."""
        self._nouns: dict[int, Readings[Ref]] = {}
        self._lists: dict[int, Readings[tuple[Ref, ...]]] = {}

    def ends(self, at: int) -> bool:
        """Whether a clause may end here."""
        return at >= len(self.words) or self.words[at] in (",", ";", ".", "and", "then")

    def phrase(self, at: int, phrases: Iterable[str]) -> list[int]:
        """Where each of the phrases that stand here ends, the longest first."""
        if at >= len(self.words):
            return []
        return standing(self.words, at, phrases if isinstance(phrases, (tuple, dict)) else tuple(phrases))

    def lookup(self, at: int, table: Mapping[tuple[str, ...], S]) -> Readings[S]:
        """The meanings of the phrases of a table that stand here, the longest first."""
        longest = min(6, len(self.words) - at)
        keys = [tuple(self.words[at : at + n]) for n in range(longest, 0, -1)]
        return [(table[k], at + len(k)) for k in keys if k in table]

    def noun_list(self, at: int) -> Readings[tuple[Ref, ...]]:
        """One noun phrase or several joined by commas and `and`."""
        if at in self._lists:
            return self._lists[at]
        found: Readings[tuple[Ref, ...]] = []
        for ref, end in self.noun(at):
            joint = end
            if joint < len(self.words) and self.words[joint] == ",":
                joint += 1
            joint = next(iter(self.phrase(joint, ("and", "as well as", "and also", "plus"))), joint)
            if joint > end:
                found += [((ref, *rest), stop) for rest, stop in self.noun_list(joint)]
            found.append(((ref,), end))
        if self.words[at : at + 1] == ["both"]:
            found = [(list_, end) for list_, end in self.noun_list(at + 1) if len(list_) == 2] + found
        self._lists[at] = found[:12]
        return self._lists[at]

    def noun(self, at: int) -> Readings[Ref]:
        """`the small red block`, `a mug`, `all the cans`, `the blue one`, `it`."""
        if at not in self._nouns:
            self._nouns[at] = []
            found = [r for quantifier, start in self._determiners(at) for r in self._described(at, start, quantifier)]
            found = [f for ref, end in found for f in self._matched(at, ref, end)]
            for end in self.phrase(at, lexicon.PRONOUNS):
                words = " ".join(self.words[at:end])
                found.append((Ref(quantifier=cast(Quantifier, lexicon.PRONOUNS[words]), words=words), end))
            self.furthest = max([self.furthest, *(end for _, end in found)])
            self._nouns[at] = found + [f for ref, end in found for f in self._pointed(at, ref, end)]
        return self._nouns[at]

    def _matched(self, at: int, ref: Ref, end: int) -> Readings[Ref]:
        """The thing itself, unless it is `the bowl of its colour`."""
        alike = (("same_color", THEME),)
        stops = self.phrase(end, lexicon.MATCHING)
        if ref.where:
            return [(ref, stop) for stop in [*stops, end]]
        return [*((replace(ref, quantifier="the", words=self._said(at, stop), where=alike), stop) for stop in stops), (ref, end)]

    def _pointed(self, at: int, ref: Ref, end: int) -> Readings[Ref]:
        """`the block in the drawer`, `the spill that is under it`."""
        if ref.words in lexicon.PRONOUNS and ref.words not in lexicon.WHOLE:
            return []
        fallen = (*ref.attributes, "fallen")
        ends = self.phrase(end, lexicon.FALLEN) if ref.category else []
        found = [(replace(ref, words=f"{ref.words} {self._said(end, stop)}", attributes=fallen), stop) for stop in ends]
        for phrase, relation in lexicon.POINTING.items():
            for start in self.phrase(end, (phrase,)):
                for other, stop in self.noun(start):
                    where = (*ref.where, (relation, other))
                    found.append((replace(ref, words=f"{ref.words} {self._said(end, stop)}", where=where), stop))
        return found

    def _said(self, at: int, end: int) -> str:
        return " ".join(self.words[at:end])

    def _determiners(self, at: int) -> Readings[str]:
        return [*self.lookup(at, DETERMINERS), ("", at)]

    def _described(self, at: int, start: int, quantifier: str) -> Readings[Ref]:
        """Adjectives and a noun, or adjectives alone."""
        heads: Readings[Ref] = []
        bare: Readings[Ref] = []
        alike = self.phrase(start, lexicon.MATCHED)
        color, attributes, here = "", list[str](), alike[0] if alike else start
        while True:
            for kind, plural, end in reversed(self._heads(here)):
                heads.insert(0, (self._ref(at, end, quantifier, kind, color, attributes, plural), end))
            word = self.words[here] if here < len(self.words) else ""
            if word in self.vocabulary.colors and not color:
                color = self.vocabulary.colors[word]
            elif word in self.vocabulary.attributes:
                attributes.append(self.vocabulary.attributes[word])
            else:
                break
            here += 1
            bare = [(self._ref(at, here, quantifier, ONE, color, attributes, False), here)]
        if alike:
            return [(replace(r, quantifier="the", where=(("same_color", THEME),)), end) for r, end in heads if r.category]
        some = self.words[at] == "some" if at < len(self.words) else False
        return [r for r in heads + bare if not (some and r[0].quantifier == "all")]

    def _heads(self, at: int) -> list[tuple[str, bool, int]]:
        """Nouns that stand here: kind, whether in the plural, end."""
        found: list[tuple[str, bool, int]] = []
        for n in range(min(4, len(self.words) - at), 0, -1):
            said = tuple(self.words[at : at + n])
            single = (*said[:-1], lexicon.singular(said[-1]))
            if said in self.vocabulary.nouns:
                found.append((self.vocabulary.nouns[said], False, at + n))
            elif single in self.vocabulary.nouns:
                found.append((self.vocabulary.nouns[single], True, at + n))
            elif n == 1 and single[0] in lexicon.ANYTHING and single[0]:
                found.append((ONE if single[0] == ONE else "", single != said, at + n))
        return found

    def _ref(self, at: int, end: int, quantifier: str, kind: str, color: str, attributes: list[str], plural: bool) -> Ref:
        said = " ".join(self.words[at:end])
        if plural and quantifier in ("", "the"):
            said = said if quantifier else f"the {said}"
            quantifier = "all"
        elif not quantifier:
            said = f"the {said}"
        if plural and self.words[at] == "some":
            quantifier = "all"
        if kind == ONE and said.split()[-1] not in ("one", "ones"):
            said += " one"
        return Ref(kind, color, tuple(attributes), cast(Quantifier, quantifier or "the"), said)
