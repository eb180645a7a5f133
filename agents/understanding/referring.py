"""Formulas over ids: which things the references of a formula mean in a scene, or the question or refusal that stands in the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from heedful.agents.understanding.absence import absent, listed, the_many
from heedful.agents.understanding.apart import left_to_right, which
from heedful.agents.understanding.describe import candidates, chosen, members, nowhere, so_many
from heedful.agents.understanding.lexicon import SEVERAL, SINGLE, THEME, WHOLE, group
from heedful.agents.understanding.possible import MOVED, PLACED, STATES, Never, impossible, top_of
from heedful.agents.understanding.quantities import MENTIONED, bounds
from heedful.agents.understanding.rewriting import FALSE
from heedful.episode import Plan
from heedful.predicates import evaluate, name_of
from heedful.program import TRUE, And, Atom, Count, Formula, Not, Or, Ref, Term
from heedful.types import Id, Scene


class Unbound(Exception):
    """A reference that fits nothing, or several things, or a goal that cannot be; carries the answer."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan.sentence)
        self.plan = plan


def refused(why: Never) -> Unbound:
    return Unbound(Plan("refuse", sentence=why.sentence, code=why.code))


def _asked(question: str, among: Sequence[Id]) -> Unbound:
    return Unbound(Plan("ask", sentence=question, candidates=tuple(among), code="ambiguous"))


class Binder:
    """One pass over a formula."""

    def __init__(self, scene: Scene, bindings: dict[str, Id], avoid: Mapping[Id, int], check: bool) -> None:
        self.scene = scene
        self.bindings = bindings
        self.avoid = avoid
        self.check = check

    def formula(self, formula: Formula) -> Formula:
        match formula:
            case Atom():
                return self._every(formula, negated=False)
            case Not(Atom() as atom):
                return self._every(atom, negated=True)
            case Not(body):
                return Not(self.formula(body))
            case And(parts):
                return And(tuple(q for p in parts for q in _flat(self.formula(p))))
            case Or(parts):
                return self._either(parts)
            case Count(var, category, body, least, most, among):
                counted = tuple(i for a in among for i in (self.each(a) if least and self.check else self._some(a)))
                if among and not counted:  # of what is not here there is none
                    return FALSE if least else TRUE
                return Count(var, category, self.formula(body), least, most, counted)

    def condition(self, formula: Formula) -> Formula:
        """What is asked of the scene, not brought about: nothing is refused for being so already or for being out of reach."""
        return Binder(self.scene, self.bindings, self.avoid, False).formula(formula)

    def each(self, term: Term) -> list[Id]:
        """The things that a reference means, however many."""
        return self._ids(term, Atom("true", (term,)), 0, False, set())

    def _some(self, term: Term) -> list[Id]:
        """The things that are counted; none where there are none like that."""
        if isinstance(term, Ref) and term.category and nowhere(term, self.scene):
            return []
        return self.each(term)

    def one(self, term: Term) -> Id:
        """The one thing that a reference means, whatever is to become of it."""
        return self._ids(term, Atom("true", (term,)), 0, False, set())[0]

    def _either(self, parts: Sequence[Formula]) -> Formula:
        """The alternatives that can be; the first refusal if none can."""
        possible: list[Formula] = []
        first: Unbound | None = None
        for part in parts:
            try:
                possible.append(self.formula(part))
            except Unbound as unbound:
                if unbound.plan.kind == "ask":
                    raise
                first = first or unbound
        if first and not possible:
            raise first
        return possible[0] if len(possible) == 1 else Or(tuple(possible))

    def _every(self, atom: Atom, negated: bool) -> Formula:
        """The atom for every combination of ids that its references stand for."""
        if (at := next((n for n, t in enumerate(atom.args) if isinstance(t, Ref) and _counted(t)), None)) is not None:
            return self._so_many(atom, at, negated)
        none = [isinstance(t, Ref) and t.quantifier == "no" for t in atom.args]
        if any(none):
            every = tuple(replace(t, quantifier="all") if isinstance(t, Ref) and t.quantifier == "no" else t for t in atom.args)
            return self._every(Atom(atom.name, every), negated != (sum(none) % 2 == 1))
        rows: list[tuple[Id, ...]] = [()]
        later = self._places(atom)
        for at, term in enumerate(atom.args):
            if at == 1 and self.check and not negated and (why := self._hopeless(atom, rows)):
                raise refused(why)
            rows = [(*row, i) for row in rows for i in self._ids(term, atom, at, negated, {*row, *(later if at == 0 else ())}, row)]
        found = [self._marked(Atom(atom.name, row)) for row in rows]
        for one in found:
            if self.check and (not negated or one.name in STATES) and (why := impossible(one, self.scene)):
                raise refused(why)
        parts: list[Formula] = [Not(a) for a in found] if negated else list(found)
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _so_many(self, atom: Atom, at: int, negated: bool) -> Formula:
        """`two of the red blocks`, `all but one`: so many of them, whichever."""
        term = atom.args[at]
        assert isinstance(term, Ref)
        var = f"x{at}"
        found = self._countable(term, atom, at, negated)
        spent = self._spent(term)
        least, most = _how_many(replace(term, but=tuple(b for b in term.but if b not in spent)), len(found))
        if found and least is not None and least > len(found):
            many = "only one" if len(found) == 1 else f"only {len(found)}"
            raise refused(
                Never("count", f"there {'is' if len(found) == 1 else 'are'} {many} of {the_many(term)}: {listed(found, self.scene)}")
            )
        if (least, most) == (len(found), len(found)):
            return And(tuple(q for i in found for q in _flat(self._every(_put(atom, at, i), negated))))
        body = self._every(_put(atom, at, var), False)
        count = Count(var, "", body, least, most, tuple(found))
        return Not(count) if negated else count

    def _countable(self, term: Ref, atom: Atom, at: int, negated: bool) -> list[Id]:
        """The things of which so many are meant."""
        but = tuple(b for b in term.but if so_many(b) is None) + tuple(replace(b, quantifier="all", count=None) for b in self._spent(term))
        whole = replace(term, quantifier="all", count=None, but=but)
        places = self._places(Atom(atom.name, (whole, *atom.args[1:]))) if at == 0 else set()
        return self._ids(whole, atom, at, negated, places)

    def _spent(self, term: Ref) -> list[Ref]:
        """Of what is excepted by number, that of which there are just so many."""
        named = [b for b in term.but if b.category and so_many(b)]
        return [b for b in named if len(members(replace(b, quantifier="all", count=None), self.scene)) == b.count]

    def _marked(self, atom: Atom) -> Atom:
        """What is on a mark painted on the table is at it: paint carries nothing. What is on a drawer is on its cabinet."""
        place = self.scene.objects.get(str(atom.args[-1])) if len(atom.args) == 2 else None
        if atom.name != "on" or place is None:
            return atom
        if "painted" in place.attributes:
            return Atom("at", atom.args)
        whole = top_of(place, self.scene)
        return atom if whole is None else Atom("on", (atom.args[0], whole))

    def _hopeless(self, atom: Atom, rows: Sequence[tuple[Id, ...]]) -> Never | None:
        """Why no place at all would do, so that nobody is asked in vain which one is meant; nothing where that is known already."""
        place = atom.args[1]
        if not isinstance(place, Ref) or place.words in self.bindings:
            return None
        return next((r for row in rows if (r := impossible(self._tried(atom, 0, row[0]), self.scene))), None)

    def _places(self, atom: Atom) -> set[Id]:
        """What `everything` leaves out: where things are to go."""
        first, *others = atom.args or ("",)
        if not isinstance(first, Ref) or first.quantifier != "all":
            return set()
        relative = [o for o in others if isinstance(o, Ref) and _relative(o)]
        told = {i for at, o in enumerate(others, 1) if o not in relative for i in self._ids(o, atom, at, False, set())}
        return told | {i for o in relative for i in candidates(o, self.scene)}

    def _ids(self, term: Term, atom: Atom, at: int, negated: bool, taken: set[Id], row: Sequence[Id] = ()) -> list[Id]:
        """The ids that one term stands for."""
        if not isinstance(term, Ref):
            return [term]
        if _relative(term) and row:
            return [self._matching(term, row[0])]
        known = self.bindings.get(term.words)
        if known in self.scene.objects and term.quantifier != "all" and not (term.quantifier == "a" and self.avoid.get(str(known))):
            return [str(known)]
        if term.words in SINGLE:
            return [self._remember(term, self._held(term))]
        if MENTIONED in term.but and not term.category:  # the rest of what?
            return [self._held(term)]
        if term.words in SEVERAL - WHOLE and not (term.category or term.color or term.options or term.where):
            return [self._held(term)]
        known_out = {self.bindings[b.words] for b in term.but if b.quantifier == "the" and b.words in self.bindings}
        term = replace(term, but=tuple(b for b in term.but if b.quantifier != "the" or b.words not in self.bindings)) if known_out else term
        found = [i for i in self._without(term, members(term, self.scene)) if i not in known_out]
        self._sure(term)
        if term.pick is not None:
            found = chosen(term, found if term.category and not group(term.category) else self._suited(found, atom, at, taken), self.scene)
        if term.quantifier == "all":
            moved = at == 0 and atom.name in MOVED
            found = [i for i in found if i not in taken and not (moved and self.scene.objects[i].fixed)]
            return self._all(term, found if term.category or moved else self._suited(found, atom, at, taken))
        fitting = found if len(found) < 2 or (term.category and not group(term.category)) else self._suited(found, atom, at, taken)
        if at and len(fitting) > 1 and negated:  # `off the plate`: the one it is on
            fitting = [i for i in fitting if any(evaluate(Atom(atom.name, (t, i)), self.scene) is True for t in taken)] or fitting
        if not fitting:
            raise refused(Never("absent", absent(term, self.scene)))
        if term.quantifier == "a":
            fitting = sorted([i for i in fitting if i not in taken] or fitting, key=lambda i: self._rank(i, atom, at, taken))
        elif len(fitting) > 1 and at == 0 and atom.name in PLACED and not negated and any(i in self.scene.held.values() for i in fitting):
            fitting = [i for i in fitting if i in self.scene.held.values()]  # `put the block on the plate`, with one in the hand
        if term.quantifier != "a" and len(fitting) > 1:
            if at and atom.name == "on" and (top := self._one_top(fitting)):
                return [top]
            fitting = left_to_right(fitting, self.scene)
            raise _asked(which(term.words, fitting, self.scene), fitting)
        return [self._remember(term, fitting[0])]

    def _one_top(self, places: Sequence[Id]) -> Id | None:
        """What things are put on, whichever of these parts is meant: `on top of the drawer`, the cabinet with three of them."""
        tops = {top_of(self.scene.objects[i], self.scene) for i in places}
        return tops.pop() if len(tops) == 1 else None

    def _matching(self, term: Ref, theme: Id) -> Id:
        """The place that goes with what is put there: `the bowl of its colour`."""
        found = candidates(term, self.scene, theme)
        if not found:
            kind = term.category or "place"
            if not any(name == "same_color" for name, _ in term.where):
                raise refused(Never("absent", absent(term, self.scene)))
            raise refused(Never("absent", f"there is no {kind} of the colour of {name_of(theme, self.scene)} here"))
        if len(found) > 1:
            raise _asked(f"for {name_of(theme, self.scene)}, {which(f'the {term.category}', found, self.scene)}", found)
        return found[0]

    def _remember(self, term: Ref, found: Id) -> Id:
        self.bindings[term.words] = found
        return found

    def _held(self, term: Ref) -> Id:
        """What a pronoun means that nothing before it explains: the thing in the hand."""
        held = [i for i in self.scene.held.values() if i is not None and i in self.scene.objects]
        if len(held) == 1:
            return held[0]
        things = tuple(i for i, t in self.scene.objects.items() if not t.fixed)
        if not things:
            raise refused(Never("absent", f'there is nothing here that "{term.words}" could mean'))
        raise _asked(f'what does "{term.words}" mean: {listed(things, self.scene, "or")}?', things)

    def _all(self, term: Ref, found: list[Id]) -> list[Id]:
        if not found:
            raise refused(Never("absent", absent(term, self.scene)))
        wanted = term.pick.many if term.pick is not None and term.pick.many > 1 else term.count
        if wanted and len(found) != wanted:
            many = "only one" if len(found) == 1 else str(len(found))
            raise _asked(f'you said "{term.words}", but I see {many}: {listed(found, self.scene)}; which are meant?', found)
        return found

    def _without(self, term: Ref, found: list[Id]) -> list[Id]:
        """But for what was chosen before, `the other one`."""
        loose = [b for b in term.but if b.quantifier == "a" and so_many(b) is None]
        for but in (b for b in loose if b.words not in self.bindings):
            if len(out := candidates(but, self.scene)) > 1:
                raise _asked(which(but.words, left_to_right(out, self.scene), self.scene), out)
            raise refused(Never("absent", absent(but if not out else term, self.scene)))
        return [i for i in found if i not in {self.bindings[b.words] for b in loose}]

    def _sure(self, term: Ref) -> None:
        """Asks which is excepted where that is not clear."""
        for but in term.but:
            if but.quantifier == "the" and but.category and but != MENTIONED and so_many(but) is None:
                whole = members(replace(term, but=()), self.scene)
                out = [i for i in candidates(but, self.scene) if i in whole]
                if len(out) > 1:
                    raise _asked(which(but.words, left_to_right(out, self.scene), self.scene), out)

    def _suited(self, found: list[Id], atom: Atom, at: int, taken: set[Id]) -> list[Id]:
        """Of things described without a noun, those that the slot could take."""
        suited = [i for i in found if i not in taken and not impossible(self._tried(atom, at, i), self.scene)]
        return suited or found

    def _tried(self, atom: Atom, at: int, one: Id) -> Atom:
        """The atom with one id filled in and the rest left open."""
        return Atom(atom.name, tuple(one if n == at else "_" for n in range(len(atom.args))))

    def _rank(self, one: Id, atom: Atom, at: int, taken: set[Id]) -> tuple[float, ...]:
        """Free choice: rather what has not failed, can be, is near at hand and lies open."""
        thing = self.scene.objects[one]
        blocked = impossible(self._tried(atom, at, one), self.scene) is not None
        covered = evaluate(Atom("clear", (one,)), self.scene) is False
        done = at == 0 and len(atom.args) == 1 and atom.name != "true" and evaluate(Atom(atom.name, (one,)), self.scene) is not True
        return (self.avoid.get(one, 0), blocked, done, covered, round(float(np.linalg.norm(thing.pose.pos[:2])), 3))


def _counted(term: Ref) -> bool:
    """Whether it is left open which of them are meant, and said how many."""
    return (term.quantifier == "a" and term.count is not None) or any(so_many(b) is not None for b in term.but)


def _how_many(term: Ref, among: int) -> tuple[int | None, int | None]:
    """At least and at most how many, of so many as there are."""
    for but in term.but:
        if (left := so_many(but)) is not None:
            many = among - left if left else among // 2
            return many, many
    return bounds(term) if term.count is not None else (among, among)


def _put(atom: Atom, at: int, one: Term) -> Atom:
    return Atom(atom.name, (*atom.args[:at], one, *atom.args[at + 1 :]))


def _relative(term: Term) -> bool:
    """Whether a reference is told by what is put there."""
    return isinstance(term, Ref) and (any(other == THEME for _, other in term.where) or (term.pick is not None and term.pick.to == THEME))


def _flat(formula: Formula) -> tuple[Formula, ...]:
    return formula.parts if isinstance(formula, And) else (formula,)
