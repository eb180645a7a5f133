"""Reading clauses: a verb with its slots for what is acted on and where it goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.phrases import Phrases, Readings
from heedful.agents.understanding.vocabulary import Vocabulary
from heedful.program import Ref

Joint = Literal["and", "then"]
IT = Ref(words="it")
KEPT = 6
"""Readings kept of the rest of a sentence; more would cost time and are never the best."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One request as it was said, its pronouns still open."""

    act: Literal["relate", "remove", "lift", "be", "do"]
    themes: tuple[Ref, ...] = ()
    """What it is about."""
    relation: str = ""
    """Relation or property asked for; '' for `to`."""
    place: Ref | None = None
    skill: str = ""
    args: tuple[tuple[str, float], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Sentence:
    """Clauses in the order they were said, each with how it is joined to the one before."""

    clauses: tuple[tuple[Joint, Clause], ...]


class Clauses:
    """All readings of a sentence as a sequence of clauses."""

    def __init__(self, words: list[str], vocabulary: Vocabulary, skills: Mapping[str, str] | None = None) -> None:
        self.phrases = Phrases(words, vocabulary)
        self.words = words
        self.vocabulary = vocabulary
        self.skills = skills or {}
        self._rest: dict[int, list[tuple[tuple[Joint, Clause], ...]]] = {}

    def readings(self) -> list[Sentence]:
        """Readings that account for every word, the best first."""
        for at in range(len(self.words) - 1, -1, -1):  # from the end, so that recursion stays shallow
            self._sentence(at)
        return [Sentence(r) for r in self._sentence(0)]

    def _sentence(self, at: int) -> list[tuple[tuple[Joint, Clause], ...]]:
        if at in self._rest:
            return self._rest[at]
        self._rest[at] = []
        found: list[tuple[tuple[Joint, Clause], ...]] = []
        for clause, end in self.clause(at):
            if end >= len(self.words):
                found.append((("and", clause),))
            for joint, start in self._joint(end):
                for (_, following), *rest in self._sentence(start):
                    found.append((("and", clause), (joint, following), *rest))
        self._rest[at] = sorted(found, key=len)[:KEPT] if len(found) > KEPT else found
        return self._rest[at]

    def _joint(self, at: int) -> Readings[Joint]:
        """Commas, `and` and `then` between two clauses."""
        here, then = at, False
        while here < len(self.words) and self.words[here] in (",", ";", "."):
            then |= self.words[here] != ","
            here += 1
        stops = {here}
        for end in self.phrases.phrase(here, lexicon.AND):
            stops.add(end)
        found: Readings[Joint] = [("then" if then else "and", s) for s in sorted(stops, reverse=True) if s > at]
        for stop in sorted(stops, reverse=True):
            for end in self.phrases.phrase(stop, lexicon.THEN):
                comma = end + 1 if end < len(self.words) and self.words[end] == "," else end
                found.insert(0, ("then", comma))
        return found

    def clause(self, at: int) -> Readings[Clause]:
        """Every reading of one clause beginning here."""
        for start in self.phrases.phrase(at, lexicon.FIRST):
            if start < len(self.words):
                skip = 1 if self.words[start] == "," else 0
                return self.clause(start + skip)
        found = self._doing(at)
        for act, phrases in lexicon.VERBS.items():
            for verb in self.phrases.phrase(at, phrases):
                self.phrases.furthest = max(self.phrases.furthest, verb)
                found += self._verb(act, at, verb)
        found += self._stated(at)
        self.phrases.furthest = max([self.phrases.furthest, *(end for _, end in found)])
        return found

    def _verb(self, act: str, at: int, verb: int) -> Readings[Clause]:
        """The slots of a verb, the verb itself read already."""
        found: Readings[Clause] = []
        for themes, end in self.phrases.noun_list(verb):
            said = " ".join(self.words[at:verb])
            particles = self.phrases.phrase(end, lexicon.PARTICLES.get(act, ()))
            for stop in [*particles, end]:
                moved = stop > end
                if act == "hold":
                    found.append((Clause("be", themes, "holding"), stop))
                    found += self._removed(themes, stop, lifting=True) if said not in lexicon.VERBS["remove"] else []
                elif act == "place":
                    found += self._related(themes, stop, said in lexicon.DIRECTED)
                elif act == "stack":
                    found += [(c, e) for c, e in self._related(themes, stop) if c.relation == "on"]
                elif act in ("down", "open", "close") and not moved and said in lexicon.NEEDS_PARTICLE:
                    continue
                elif act == "down":
                    found.append((Clause("relate", themes, "on", Ref("table", words="the table")), stop))
                elif act in ("open", "close"):
                    found.append((Clause("be", themes, "open" if act == "open" else "closed"), stop))
                elif act == "remove":
                    found += self._removed(themes, stop)
                elif act == "make":
                    for state in (stop, *self.phrases.phrase(stop, lexicon.COPULA)):
                        found += self._related(themes, state) + self._property(themes, state)
        return found

    def _related(self, themes: tuple[Ref, ...], at: int, directed: bool = False) -> Readings[Clause]:
        """A preposition and a place, or a preposition left hanging: `put it in`.

        Args:
          themes: What is to stand in the relation.
          at: Where the preposition begins.
          directed: Whether it must say where to: `take the block on the plate` says which block, `take the block to the plate` does not.
        """
        found: Readings[Clause] = []
        if directed and at < len(self.words) and self.words[at] not in lexicon.DIRECTIONS:
            return found
        exactly = self.phrases.phrase(at, lexicon.EXACTLY)
        for relation, end in [r for here in (at, *exactly) for r in self.phrases.lookup(here, self.vocabulary.prepositions)]:
            self.phrases.furthest = max(self.phrases.furthest, end)
            places = [(p, stop) for p, stop in self.phrases.noun(end) if p.quantifier != "all"]
            found += [(Clause("relate", themes, relation, place), stop) for place, stop in places]
            if relation in ("in", "on") and self.phrases.ends(end):
                found.append((Clause("relate", themes, relation, IT), end))
        return found

    def _removed(self, themes: tuple[Ref, ...], at: int, lifting: bool = False) -> Readings[Clause]:
        """`off the plate`. What one thing is lifted from, or taken off the table, ends in the hand: there is nowhere else to leave it."""
        found: Readings[Clause] = []
        one = len(themes) == 1 and themes[0].quantifier != "all"
        for off, relation in lexicon.OFF.items():
            for end in self.phrases.phrase(at, (off,)):
                for place, stop in self.phrases.noun(end):
                    lifted = one and (lifting or place.category == "table")
                    found.append((Clause("lift" if lifted else "remove", themes, relation, place), stop))
        return found

    def _property(self, themes: tuple[Ref, ...], at: int) -> Readings[Clause]:
        return [(Clause("be", themes, name), end) for name, end in self.phrases.lookup(at, self.vocabulary.adjectives)]

    def _stated(self, at: int) -> Readings[Clause]:
        """A goal without a verb, or said of the thing: `red block in blue bowl`, `the cloth should be folded`."""
        found: Readings[Clause] = []
        for themes, end in self.phrases.noun_list(at):
            for stop in self.phrases.phrase(end, lexicon.SHOULD):
                found += self._related(themes, stop) + self._property(themes, stop)
            found += [(c, e) for c, e in self._related(themes, end) if c.place is not IT]
        return found

    def _doing(self, at: int) -> Readings[Clause]:
        """Skills carried out for their own sake."""
        found: Readings[Clause] = [(Clause("do", skill=s), e) for s in ("home", "look") for e in self.phrases.phrase(at, lexicon.VERBS[s])]
        for name, effect in self.skills.items():
            for end in self.phrases.phrase(at, (name.replace("_", " "),)):
                if effect:
                    found += [(Clause("be", themes, effect), stop) for themes, stop in self.phrases.noun_list(end)]
                else:
                    found.append((Clause("do", skill=name), end))
        for verb in self.phrases.phrase(at, lexicon.VERBS["wait"]):
            numbers = [(lexicon.NUMBERS[" ".join(self.words[verb:e])], e) for e in self.phrases.phrase(verb, lexicon.NUMBERS)]
            if verb < len(self.words) and self.words[verb].replace(".", "", 1).isdigit():
                numbers.append((float(self.words[verb]), verb + 1))
            for number, end in numbers:
                if end < len(self.words) and self.words[end] in lexicon.UNITS:
                    found.append((Clause("do", skill="wait", args=(("seconds", number * lexicon.UNITS[self.words[end]]),)), end + 1))
            if self.words[verb - 1] == "wait":
                found.append((Clause("do", skill="wait", args=(("seconds", 1.0),)), verb))
        return found
