"""Reading a sentence: clauses joined by commas, `and` and `then`, with what is said of how they are to be carried out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from heedful.agents.understanding import idioms, verbs
from heedful.agents.understanding.afterthoughts import later
from heedful.agents.understanding.arranging import arranged
from heedful.agents.understanding.clause import Clause, Joint, Sentence, Want
from heedful.agents.understanding.constraints import constrained, left
from heedful.agents.understanding.constructions import constructed, poured, pressed
from heedful.agents.understanding.directions import BY_DIRECTION
from heedful.agents.understanding.filling import filled
from heedful.agents.understanding.fragments import fragments
from heedful.agents.understanding.home.chores import chores, shared
from heedful.agents.understanding.home.requests import requests
from heedful.agents.understanding.manner import manners_of
from heedful.agents.understanding.moving import moves
from heedful.agents.understanding.normalise import STOPS
from heedful.agents.understanding.phrases import Readings
from heedful.agents.understanding.refusing import refused
from heedful.agents.understanding.relations import Relations
from heedful.agents.understanding.shifting import shifted
from heedful.agents.understanding.stating import results, state, stated, told
from heedful.agents.understanding.transfers import given
from heedful.agents.understanding.turning import around, directed
from heedful.agents.understanding.vocabulary import Vocabulary
from heedful.agents.understanding.voice import turned
from heedful.program import Constraint

CHANGING = (*verbs.CHANGE, *idioms.PUSH)
IN_TURN = frozenset({"then", "finally", "lastly", "afterwards", "after", "next"})
"""Words after which what was listed with commas is done in turn."""
KEPT = 12
"""Readings kept of the rest of a sentence; more would cost time and are never the best."""


class Clauses(Relations):
    """All readings of a sentence as a sequence of clauses."""

    def __init__(self, words: list[str], vocabulary: Vocabulary, skills: Mapping[str, str] | None = None) -> None:
        super().__init__(words, vocabulary)
        self.skills = skills or {}
        self.turned = False
        """Whether these words are another way to say what was said."""
        self._rest: dict[int, list[tuple[tuple[Joint, Clause], ...]]] = {}
        self._clauses: dict[int, Readings[Clause]] = {}

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
        if self.words[at : at + 1] == ["after"]:
            firsts = [
                ((c, j, s), rest) for c, e in self.clause(at + 1) for j, s in [*self._joint(e), ("then", e)] for rest in self._sentence(s)
            ]
            found += [(("and", c), ("then", rest[0][1]), *rest[1:]) for (c, _, _), rest in firsts]
        for clause, end in self.clause(at):
            if end >= len(self.words):
                found.append((("and", clause),))
            for start in self.phrase(end, ("after", "once", ", after", "before", ", before")):
                before = self.words[start - 1] == "before"
                for (_, other), *rest in self._sentence(start) if start < len(self.words) else ():
                    if not isinstance(other, Clause) or other.told or not (other.wants or other.skill):
                        continue
                    first, second = (clause, other) if before else (other, clause)
                    found.append((("and", first), ("then", second), *rest))
            beside: Readings[Joint] = [("and", end)] if clause.under and not clause.wants else []
            for rather in self.phrase(end, verbs.BUT_RATHER) if clause.refused and clause.themes else ():
                for wants, stop in self.relations(rather):
                    meant = Clause(clause.themes, wants, elided=True)
                    rests = (
                        [((),)]
                        if stop >= len(self.words)
                        else [((j, f), *more) for j, s in self._joint(stop) for (_, f), *more in self._sentence(s)]
                    )
                    found += [(("and", clause), ("and", meant), *(r for r in rest if r)) for rest in rests]
            found += self._likewise(clause, end)
            if not beside:
                found += [
                    (("and", clause), ("and", rest[0][1]), *rest[1:])
                    for rest in (self._sentence(end) if end < len(self.words) else ())
                    if isinstance(rest[0][1], Clause) and rest[0][1].under and not rest[0][1].wants
                ]
            for joint, start in [*self._joint(end, bool(clause.header)), *beside]:
                joint = "then" if self.phrase(start, verbs.THEN) else joint
                listed = self.words[end:start] in (["as", "well", "as"], ["plus"], ["and", "also"]) and clause.relations == {"holding"}
                for (_, following), *rest in self._sentence(start):
                    if listed and isinstance(following, Clause) and following.elided and following.wants:
                        continue  # `get the mug as well as the can onto the tray`: both
                    found.append((("and", clause), (joint, following), *rest))
        self._rest[at] = sorted(found, key=len)[:KEPT] if len(found) > KEPT else found
        return self._rest[at]

    def _likewise(self, clause: Clause, at: int) -> list[tuple[tuple[Joint, Clause], ...]]:
        """`hand me the apple and then the lemon`: the same of another thing."""
        found: list[tuple[tuple[Joint, Clause], ...]] = []
        if not clause.wants or clause.refused or clause.told:
            return found
        listed: Readings[Joint] = [
            ("and", s) for s in self.phrase(at, ("as well as", "along with", "together with", "and also", "plus", "also"))
        ]
        same: Readings[Joint] = [("then", e) for _, s in [*self._joint(at), ("and", at)] for e in self.phrase(s, verbs.THE_SAME)]
        listed += same
        for joint, start in [*same, *self._joint(at), *listed]:
            for themes, stop in self.noun_list(start):
                also = (
                    [stop]
                    if (joint, start) in listed and stop >= len(self.words)
                    else self.phrase(stop, ("too", "as well", "also", "likewise"))
                )
                if joint != "then" and not also:
                    continue
                if joint == "then" and (self._goes_on(stop) or all(w in STOPS for w in self.words[at:start])):
                    continue  # `and then the mug, put it there`, and a new sentence
                end = also[0] if also else stop
                again = replace(clause, themes=themes, under=(), elided=True)
                found += [(("and", clause), (joint, again))] if end >= len(self.words) else [
                    (("and", clause), (joint, again), (j, f), *more) for j, s in self._joint(end) for (_, f), *more in self._sentence(s)
                ]  # fmt: skip
        return found

    def _in_turn(self, at: int) -> bool:
        """Whether what follows is told to be done in turn, so that commas are no mere list."""
        return any(w in IN_TURN and self.words[n + 1 : n + 2] != ["to"] for n, w in enumerate(self.words[at:], at))

    def _goes_on(self, at: int) -> bool:
        """Whether what was just named is what the next clause is about, by a pronoun."""
        if self.words[at : at + 1] != [","]:
            return False
        return any(c.themes and c.themes[0].words in ("it", "them") for c, _ in self.clause(at + 1))

    def _joint(self, at: int, headed: bool = False) -> Readings[Joint]:
        """Commas, `and` and `then` between two clauses; after what announces a list also `with` and `so that`."""
        here, then = at, False
        while here < len(self.words) and self.words[here] in (",", ";", "."):
            then |= self.words[here] != ","
            here += 1
        then |= here == at + 1 and self.words[at] == "," and not then and self._in_turn(here)
        stops = {here, *self.phrase(here, verbs.AND_BUT)}
        if headed:
            stops |= {*self.phrase(here, verbs.LISTED)}
        found: Readings[Joint] = [("then" if then else "and", s) for s in sorted(stops, reverse=True) if s > at]
        for stop in sorted(stops, reverse=True):
            for end in self.phrase(stop, verbs.THEN):
                comma = end + 1 if end < len(self.words) and self.words[end] == "," else end
                found.insert(0, ("then", comma))
        return found

    def clause(self, at: int) -> Readings[Clause]:
        """Every reading of one clause beginning here."""
        if at not in self._clauses:
            self._clauses[at] = []
            found = self._plain(at)
            found += [f for clause, end in found for f in self._manner(clause, end)]
            self._clauses[at] = [self._in_manner(at, clause, end) for clause, end in found]
            self.furthest = max([self.furthest, *(end for _, end in self._clauses[at])])
        return self._clauses[at]

    def _in_manner(self, at: int, clause: Clause, end: int) -> tuple[Clause, int]:
        """The clause with what was said in between of how to do it."""
        manners = tuple(Constraint(m) for m in manners_of(self.words[at:end]))
        more = tuple(m for m in manners if m not in clause.under)
        return (replace(clause, under=(*clause.under, *more)) if more else clause), end

    def _plain(self, at: int) -> Readings[Clause]:
        for start in self.phrase(at, verbs.FIRST):
            if start < len(self.words):
                return self.clause(start + 1 if self.words[start] == "," else start)
        found = [*requests(self, at), *chores(self, at), *shared(self, at, self.clause)] if self.vocabulary.household else []
        found += [
            *constrained(self, at),
            *constructed(self, at),
            *poured(self, at),
            *arranged(self, at),
            *shifted(self, at),
            *moves(self, at),
        ]
        found += [*self._pressing(at), *stated(self, at), *fragments(self, at), *self._kept(at), *self._with_first(at), *self._doing(at)]
        if at == 0:
            whole = [e for e in self.phrase(0, idioms.NEEDS) if e >= len(self.words)]
            found += [(c, end) for end in whole for c, e in self._as_request(idioms.NEEDS[" ".join(self.words)].split())[:1]]
        found += [*given(self, at), *filled(self, at), *left(self, at)]
        found += refused(self, at, self.clause, self._as_request)
        found = [*directed(self, at, self.skills), *found, *around(self, at, self.clause)]
        return [*found, *turned(self, at, self._as_request), *told(self, at)]

    def _as_request(self, words: list[str]) -> Readings[Clause]:
        """The clauses at the start of other words; none where those would be turned about once more."""
        if self.turned:
            return []
        other = Clauses(words, self.vocabulary, self.skills)
        other.turned = True
        return other.clause(0)

    def _manner(self, clause: Clause, at: int) -> Readings[Clause]:
        """How it is to be done: with what, without spilling, and last of all for what it is done."""
        found: Readings[Clause] = []
        for end in self.phrase(at, idioms.WITH):
            tools = [(t, e) for t, e in self.noun(end) if t.category in idioms.TOOLS and clause.wants]
            found += [(replace(clause, using=(*clause.using, tool)), e) for tool, e in tools if not clause.using]
        if not clause.careful and clause.themes and clause.wants:
            stop = at + 1 if self.words[at : at + 1] and self.words[at] in STOPS else at
            found += [(replace(clause, careful=True), end) for start in {at, stop} for end in self.phrase(start, idioms.CAREFUL)]
            found += [(replace(clause, by="push"), end) for end in self.phrase(at, idioms.BY_PUSHING)]
            found += [(clause, end) for end in self.phrase(at, verbs.LATER)]
            found += [(replace(clause, kept=True), end) for end in self.phrase(at, verbs.AT_ONCE)]
            if clause.elided:
                found += [(clause, end) for end in self.phrase(at, ("put", "place", "move", "to put", "to place")) if self.ends(end)]
        if clause.wants and not clause.early:
            found += [(replace(clause, early=True), end) for end in self.phrase(at, verbs.EARLY) if self.ends(end)]
        if clause.themes and clause.wants:
            found += [(replace(clause, themes=themes), end) for themes, end in later(self, clause.themes, at)]
        further = [f for c, end in found for f in self._manner(c, end)]
        return found + further

    def _pressing(self, at: int) -> Readings[Clause]:
        """`press the button to light the lamp`, `… so that the lamp goes out`; on its own, a thing done for its own sake."""
        found: Readings[Clause] = []
        for button, end in pressed(self, at):
            means = [(c, e) for start in self.phrase(end, idioms.PURPOSE) for c, e in self.clause(start)]
            means += [(c, e) for start in self.phrase(end, idioms.RESULT) for c, e in results(self, start)]
            found += [(replace(c, by="switch", using=(*c.using, button)), e) for c, e in means if c.wants]
            if "use" not in self.words[at:end] or self.ends(end):
                found.append((Clause(skill="press", args=(("button", button),)), end))
        return [*found, *self._so_that(at)]

    def _so_that(self, at: int) -> Readings[Clause]:
        """Something done to a thing so that something is so: `push the box until it is on the square`."""
        found: Readings[Clause] = [f for start in self.phrase(at, verbs.SEE_TO) for f in results(self, start)]
        for verb in self.phrase(at, CHANGING):
            push = " ".join(self.words[at:verb]) in idioms.PUSH
            for end in {*(e for _, e in self.noun_list(verb)), *self.phrase(verb, verbs.WHATEVER)}:
                for stop in [*self.phrase(end, ("around", "over", "across", "about", "up", "down")), end]:
                    for start in self.phrase(stop, idioms.RESULT):
                        if self.words[stop:start] == ["and"] and self.words[start : start + 1] != ["it"]:
                            continue  # `move the bowl and the watch to the table`
                        found += [(replace(c, by="push" if push else ""), e) for c, e in self._about(results(self, start), verb)]
        return found

    def _about(self, found: Readings[Clause], verb: int) -> Readings[Clause]:
        """What shall be so, with `it` for the thing that the verb is about."""
        things = [t for t, _ in self.noun_list(verb) if len(t) == 1][:1]
        return [(replace(c, themes=things[0]) if things and c.themes[0].words == "it" else c, e) for c, e in found]

    def _kept(self, at: int) -> Readings[Clause]:
        """What shall be so all the while: `keep it full`."""
        found = [(themes, end) for verb in self.phrase(at, ("keep", "keeping", "leave", "leaving")) for themes, end in self.noun_list(verb)]
        kept = [(Clause(themes, wants, kept=True), stop) for themes, end in found for wants, stop in state(self, end)]
        return [f for f in kept if f[0].relations != {"upright"}]

    def _with_first(self, at: int) -> Readings[Clause]:
        """`with the sponge, wipe up the spill`, `take the sponge and wipe up the spill`, `without spilling, carry the mug to the tray`."""
        found: Readings[Clause] = []
        for start in self.phrase(at, idioms.TAKING):
            for tool, end in self.noun(start):
                if tool.category in idioms.TOOLS:
                    wiped = [(t, e) for on in self.phrase(end, ("on", "to clean", "for")) for t, e in self.noun_list(on)]
                    found += [(Clause(t, (Want("clean"),), using=(tool,)), e) for t, e in wiped if t[0].category in idioms.SPILLS]
                    joints = self.phrase(end, ("to", ",", "and", "and then", ", then", ", and"))
                    following = [
                        f for s in [*joints, end] for f in self.clause(s) if f[0].wants and f[0].relations & {"clean", "wiped", "on_off"}
                    ]
                    found += [(replace(c, using=(*c.using, tool)), e) for c, e in following]
        for start in self.phrase(at, idioms.CAREFUL):
            comma = next(iter(self.phrase(start, (",", "and", ", and"))), start)
            found += [(replace(c, careful=True), e) for c, e in self.clause(comma) if c.themes and c.wants]
        return found

    def _doing(self, at: int) -> Readings[Clause]:
        """Skills carried out for their own sake, and skills of people's own asked for by name."""
        found: Readings[Clause] = [(Clause(skill=s), e) for s in ("home", "look") for e in self.phrase(at, verbs.VERBS[s])]
        for name, effect in self.skills.items():
            if effect == BY_DIRECTION or name in verbs.VERBS:
                continue
            for end in self.phrase(at, (name.replace("_", " "),)):
                if effect:
                    found += [(Clause(themes, (Want(effect),)), stop) for themes, stop in self.noun_list(end)]
                else:
                    found.append((Clause(skill=name), end))
        for verb in self.phrase(at, verbs.VERBS["wait"]):
            numbers = [(verbs.NUMBERS[" ".join(self.words[verb:e])], e) for e in self.phrase(verb, verbs.NUMBERS)]
            if verb < len(self.words) and self.words[verb].replace(".", "", 1).isdecimal():
                numbers.append((float(self.words[verb]), verb + 1))
            for number, end in numbers:
                if end < len(self.words) and self.words[end] in verbs.UNITS:
                    found.append((Clause(skill="wait", args=(("seconds", number * verbs.UNITS[self.words[end]]),)), end + 1))
            if self.words[verb - 1] not in ("for", "it", "rest", "nothing"):
                found.append((Clause(skill="wait", args=(("seconds", 1.0),)), verb))
        return found
