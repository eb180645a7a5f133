"""Reading where things shall be: prepositions with a place, several of them together, and sides of the place just named."""

from __future__ import annotations

from dataclasses import replace

from heedful.agents.understanding import amounts, idioms, lexicon, picks, verbs, zones
from heedful.agents.understanding.clause import IT, SIDES, THERE, Want
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.lexicon import ONE
from heedful.agents.understanding.phrases import Phrases, Readings
from heedful.agents.understanding.vocabulary import Vocabulary
from heedful.program import Ref

FROM = ("from", "away from", "apart from", "off")
Wants = tuple[Want, ...]

GAPS = ways("away|apart|off|clear", "clear of it|that|them", "[away] from it",
    "[of_space|of_room|gap|clearance] [in] between [them|the_two|both|the_two_of_them|each_other]",
            "of space|room|clearance|distance")  # fmt: skip
"""After how far something is from what was named."""


class Relations(Phrases):
    """Phrases that say where."""

    def __init__(self, words: list[str], vocabulary: Vocabulary) -> None:
        super().__init__(words, vocabulary)
        self._wheres: dict[tuple[int, bool], Readings[Wants]] = {}

    def relations(self, at: int, directed: bool = False) -> Readings[Wants]:
        """`in the bowl`, `next to the plate on its right`, `right of and next to the can`, and `in` left hanging: `put it in`.

        Args:
          at: Where the preposition begins.
          directed: Whether it must say where to: `take the block on the plate` says which block, `take the block to the plate` does not.
        """
        if directed and at < len(self.words) and self.words[at] not in verbs.DIRECTIONS:
            return []
        if (at, directed) not in self._wheres:
            self._wheres[at, directed] = []
            self._wheres[at, directed] = self._relations(at, directed)
        return self._wheres[at, directed]

    def _relations(self, at: int, directed: bool) -> Readings[Wants]:
        found: Readings[Wants] = []
        for names, end in self._prepositions(at):
            self.furthest = max(self.furthest, end)
            for place, stop in self.noun(end):
                if place.quantifier != "all":
                    found += self._more(tuple(Want(n, place) for n in names), stop)
                elif names in (("in",), ("on",), ("far_from",)) and (place.category or (len(names[0]) > 2 and _those(place))):
                    found.append(((Want(names[0], place),), stop))
            found += self._of_each(names, end)
            if names in (("in",), ("on",)) and self.ends(end) and self.words[end - 1] != "over":
                found.append(((Want(names[0], IT),), end))
        for where in self.phrase(at, ("where",)):
            places = [
                (place, stop)
                for place, end in self.noun(where)
                for stop in self.phrase(end, ("is", "was", "stands", "lies", "sits", "is now"))
            ]
            named = [(p, stop) for p, stop in places if p.quantifier != "all"]
            found += [((Want("back") if p.words in lexicon.SINGLE else Want("where", p),), stop) for p, stop in named]
        found += [((zones.zone_want(" ".join(self.words[at:end])),), end) for end in self.phrase(at, zones.PHRASES)]
        found += [*self._possessive(at), *self._measured(at), *self._there(at), *self._rather(at), *self._away(at)]
        sided = [(w, e) for w, e in found if any(n.relation in SIDES - {"next_to"} or n.relation == "at" for n in w)]
        mine = [(tuple(replace(n, mine=True) for n in w), stop) for w, e in sided for stop in self.phrase(e, verbs.AS_I_SEE_IT)]
        found = [*mine, *found]
        if not directed:
            found += [(w, e) for wants, stop in found for n in self.phrase(stop, verbs.NEGATED) for w, e in self._but_not(wants, n)]
        return found

    def _of_each(self, names: tuple[str, ...], at: int) -> Readings[Wants]:
        """`far from the mug and the bowl`, `next to both the red block and the blue one`: as much of the one as of the other."""
        if not set(names) <= {"far_from", "next_to", "near", "touching"}:
            return []
        several = [(p, e) for p, e in self.noun_list(at) if len(p) > 1 and all(o.quantifier != "all" for o in p)]
        return [(tuple(Want(n, place) for n in names for place in places), end) for places, end in several]

    def _rather(self, at: int) -> Readings[Wants]:
        """`somewhere that is not the green bowl, the red one say`."""
        found: Readings[Wants] = []
        for start in self.phrase(at, verbs.ANYWHERE_BUT):
            for other, end in self.noun(start):
                for joint in self.phrase(
                    end, (",", ", but", "but", ", perhaps", ", maybe", ", for example", ", for instance", ", say", ", like")
                ):
                    for place, stop in self.noun(joint):
                        if place.quantifier != "all":
                            ends = [
                                *self.phrase(stop, ("say", "for example", "for instance", "perhaps", "maybe", ", say", ", for example")),
                                stop,
                            ]
                            same = replace(place, category=other.category) if place.category == ONE else place
                            found += [((Want("to", same),), e) for e in ends]
        return found

    def _away(self, at: int) -> Readings[Wants]:
        """`away from the plate`, `as far from it as possible`, `between the bowl and the plate`, `between the two bowls`."""
        found: Readings[Wants] = []
        for start in self.phrase(at, verbs.AWAY):
            name = "away" if self.words[at] == "away" else "far_from"
            each: Readings[tuple[Ref, ...]] = [((place,), end) for place, end in self.noun(start)]
            each += [f for f in self.noun_list(start) if len(f[0]) > 1]
            for places, end in each:
                if all(p.quantifier != "all" or (name == "far_from" and (p.category or _those(p))) for p in places):
                    ends = [*self.phrase(end, ("as possible", "as you can", "as it goes", "as you can reach")), end]
                    found += [(tuple(Want(name, p) for p in places), stop) for stop in ends]
        for start in self.phrase(at, verbs.BETWEEN):
            for places, end in self.noun_list(start):
                if len(places) == 2:
                    found.append(((Want("between", places[0], other=places[1]),), end))
                elif places[0].quantifier == "all" or places[0].count == 2:
                    found.append(((Want("between", places[0]),), end))
        return found

    def _there(self, at: int) -> Readings[Wants]:
        """`in there`, `there`: the place just spoken of."""
        return [((Want(verbs.THERE[" ".join(self.words[at:end])], THERE),), end) for end in self.phrase(at, verbs.THERE_PHRASES)]

    def _measured(self, at: int) -> Readings[Wants]:
        """`10 cm to the left of the plate`, `5 cm away from it`, `left of the plate by 10 cm`, `left of it at a distance of 10 cm`."""
        found: Readings[Wants] = []
        for metres, least, end in amounts.distance(self.words, at):
            for stop in [end, *self.phrase(end, ("away", "further", "farther", "apart", "off"))]:
                for wants, e in self._beside(stop):
                    found.append((tuple(replace(w, metres=metres, at_least=least) for w in wants), e))
                for start in self.phrase(stop, ("from", "away from", "apart from", "off", "to") if least else FROM):
                    for place, e in self.noun(start):
                        if place.quantifier != "all":
                            found.append(((Want("apart", place, metres=metres, at_least=least),), e))
                            sides = self.lookup(e, self.vocabulary.asides)
                            found += [((Want(side, place, metres=metres, at_least=least),), stop_) for side, stop_ in sides]
        if not found:
            for wants, end in self._beside(at):
                comma = end + 1 if self.words[end : end + 1] == [","] else end
                for metres, least, e in amounts.distance(self.words, comma):
                    for stop in [*self.phrase(e, GAPS), e]:
                        found.append((tuple(replace(w, metres=metres, at_least=least) for w in wants), stop))
            for start in self.phrase(at, ("away from", "from")):
                for place, end in self.noun(start):
                    for metres, least, e in amounts.distance(self.words, end):
                        if place.quantifier != "all":
                            found.append(((Want("apart", place, metres=metres, at_least=least),), e))
        return found

    def _beside(self, at: int) -> Readings[Wants]:
        """One side of a place, and no more."""
        found: Readings[Wants] = []
        for names, end in self._prepositions(at):
            if set(names) <= SIDES | {"far_from"}:
                found += [(tuple(Want(n, place) for n in names), e) for place, e in self.noun(end) if place.quantifier != "all"]
        return found

    def _possessive(self, at: int) -> Readings[Wants]:
        """`to the can's left`."""
        found: Readings[Wants] = []
        for start in self.phrase(at, ("to", "on", "at")):
            for place, end in self.noun(start):
                found += [((Want(verbs.OWN_SIDES[" ".join(self.words[end:e])], place),), e) for e in self.phrase(end, verbs.OWN_SIDES)]
        return found

    def _but_not(self, wants: Wants, at: int) -> Readings[Wants]:
        """`on the table, not in the bowl`."""
        return [(wants, end) for _, end in self.relations(at, directed=False)]

    def _prepositions(self, at: int) -> Readings[tuple[str, ...]]:
        """Relations that share a place; a side said to be close by is two of them."""
        found: Readings[tuple[str, ...]] = []
        for closely, start in self._nearness(at):
            for name, end in self.lookup(start, self.vocabulary.prepositions):
                names = (name, "next_to") if closely and name in SIDES - {"next_to"} else (name,)
                found += [((*names, *more), stop) for joint in self.phrase(end, verbs.AND) for more, stop in self._prepositions(joint)]
                found.append((names, end))
        return found

    def _nearness(self, at: int) -> Readings[bool]:
        """Words before a preposition, and whether they say that it is close by."""
        plain = [(False, end) for end in (at, *self.phrase(at, verbs.EXACTLY))]
        return [*plain, *((True, end) for end in self.phrase(at, verbs.CLOSELY))]

    def _more(self, wants: Wants, at: int) -> Readings[Wants]:
        """What may be added about the same thing: `on its right`, `, next to it`."""
        place = wants[0].place
        found: Readings[Wants] = []
        starts = {at, at + 1} if self.words[at : at + 1] == [","] else {at}
        starts |= {end for s in starts for end in self.phrase(s, verbs.AND)}
        for start in sorted(starts, reverse=True):
            for side, end in self.lookup(start, self.vocabulary.asides) if wants[0].relation in SIDES else ():
                found += self._more((*wants, Want(side, place)), end)
            if start > at or wants[-1].relation in SIDES:
                for names, end in self._prepositions(start):
                    for other, stop in self.noun(end):
                        if set(names) <= SIDES and (other.words == IT.words or other == place):
                            found += self._more((*wants, *(Want(n, place) for n in names)), stop)
                        elif start > at and other.quantifier != "all" and not self._named(start):
                            found += self._more((*wants, *(Want(n, other) for n in names)), stop)
        return [*found, (wants, at)]

    def _named(self, at: int) -> bool:
        """Whether a thing is named here, so that another clause begins."""
        return bool(self.noun(at))

    def pushed(self, at: int) -> Readings[Wants]:
        """`up to the bowl`, `towards the square`: as far as it goes."""
        found: Readings[Wants] = []
        for phrase, name in idioms.PUSHED_TO.items():
            for end in self.phrase(at, (phrase,)):
                found += [((Want(name, place),), stop) for place, stop in self.noun(end) if place.quantifier != "all"]
        return found

    def _an_end(self, place: Ref, end: int) -> bool:
        """Whether it is no thing but an end from which one counts: `every second mug from the front`."""
        bare = place.category == ONE and self.words[end - 1] not in ("one", "ones")
        return bare and place.pick is not None and place.pick.by in picks.SIDEWAYS

    def off(self, at: int) -> Readings[tuple[str, Ref]]:
        """`off the plate`, `down from the block`, `out of it`: the relation that ends, '' for in or on."""
        found: Readings[tuple[str, Ref]] = []
        starts = [at, *self.phrase(at, ("down", "away", "back", "up", "out", "back out"))]
        for start in starts:
            for words, relation in verbs.OFF.items():
                for end in self.phrase(start, (words,)):
                    found += [((relation, place), stop) for place, stop in self.noun(end) if not self._an_end(place, stop)]
        return found


def _those(place: Ref) -> bool:
    """Whether things are meant that were spoken of: `both`."""
    return place.words in lexicon.SEVERAL - lexicon.WHOLE


def closer(wants: Wants) -> Wants:
    """Wants of things in a row: what stands beside another stands next to it."""
    sides = [w for w in wants if w.relation in SIDES - {"next_to"} and w.sign]
    near = {w.place for w in wants if w.relation == "next_to"}
    return (*wants, *(replace(w, relation="next_to") for w in sides if w.place not in near))
