"""Programs to sketches: the inverse of `draft`. Names become pointers to where the sentence says them."""

from __future__ import annotations

from dataclasses import dataclass, field

from heedful.agents.understanding.lexicon import THEME
from heedful.agents.understanding.parser.atoms import ARITY, NUMBERED
from heedful.agents.understanding.parser.draft import A_WHILE, VARIABLES, Both, Draft
from heedful.agents.understanding.parser.reading import Reading
from heedful.agents.understanding.parser.sketch import (
    BY,
    CLOSE,
    END,
    HALF,
    IT,
    LITERALS,
    MEANS,
    NTH,
    RELATIONS,
    THEME_TOKEN,
    UNITS,
    VAR,
    Token,
)
from heedful.program import Achieve, And, Atom, Count, Do, Formula, If, Not, Or, Par, Pick, Ref, Seq, Term, Until


class Unsayable(ValueError):
    """Something for which the sentence has no word and sketches no token; the message says what."""


def linear(draft: Draft, reading: Reading) -> list[Token]:
    """A program as a sketch of a sentence. Raises Unsayable where it names what the sentence does not.

    Args:
      draft: As `drafted` gives it, short forms and all.
    """
    return _Writer(reading).program(draft)


@dataclass(slots=True)
class _Writer:
    reading: Reading
    heads: dict[Ref, int] = field(default_factory=dict)
    depth: int = 0

    def program(self, draft: Draft) -> list[Token]:
        match draft:
            case Achieve(goal, (), (), ()):
                return self.formula(goal)
            case Achieve(goal, by, using, under):
                said = self.formula(goal)
                how: list[Token] = [self.token(f"by:{b}", MEANS) for b in by]
                how += [t for u in using for t in ("using", *self.ref(u))]
                how += [t for c in under for t in (f"m:{c.kind}", *(self.ref(c.about) if c.about is not None else ()))]
                return ["with", *said, *how, END]
            case Seq(steps) | Par(steps) | Both(steps):
                name = "seq" if isinstance(draft, Seq) else "par" if isinstance(draft, Par) else "both"
                return [name, *(t for s in steps for t in self.program(s)), END]
            case If(condition, then, otherwise):
                rest: list[Token] = [END] if otherwise == Seq(()) else []
                first = [*self.formula(condition), *self.program(then)]
                return ["if", *first, *(rest or ["else", *self.program(otherwise)])]
            case Until(condition, body):
                return ["until", *self.formula(condition), *self.program(body)]
            case Do(skill, args):
                return self.done(skill, dict(args))
        raise Unsayable(f"no sketch for {draft}")

    def done(self, skill: str, args: dict[str, object]) -> list[Token]:
        if skill == "press" and isinstance(args.get("button"), Ref):
            return ["do:press", *self.ref(args["button"])]  # type: ignore[arg-type]
        if skill == "wait":
            return ["do:wait", *((END,) if args.get("seconds") == A_WHILE else self.number(str(args.get("seconds")), ("u:s", "u:min")))]
        if skill in ("home", "look") and not args:
            return [f"do:{skill}"]
        raise Unsayable(f"no sketch for the skill {skill}")

    def formula(self, formula: Formula) -> list[Token]:
        match formula:
            case Not(body):
                return ["not", *self.formula(body)]
            case And(parts) | Or(parts) if parts:
                return ["and" if isinstance(formula, And) else "or", *(t for p in parts for t in self.formula(p)), END]
            case Atom(name, args) if name in ARITY:
                things = args[:-1] if name in NUMBERED else args
                found: list[Token] = [name, *(t for a in things for t in self.ref(a))]
                found += self.number(str(args[-1]), tuple(UNITS)) if name in NUMBERED else []
                return found + ([END] if ARITY[name] < 0 else [])
            case Count(_, category, body, least, most, among):
                start: list[Token] = ["count", self.limit(least), self.limit(most)]
                start += self.ref(among[0]) if among else [self.kind(category)] if category else ["every"]
                self.depth += 1
                inner = self.formula(body)
                self.depth -= 1
                return [*start, *inner]
        raise Unsayable(f"no sketch for {formula}")

    def limit(self, number: int | None) -> Token:
        if number is None:
            return "none"
        said = self.find(lambda p: p.number == number)
        return said if said is not None else self.token(f"n{number}", NTH)

    def number(self, text: str, units: tuple[str, ...]) -> list[Token]:
        for unit in units:
            place = self.find(lambda p, u=unit: p.number is not None and f"{p.number * UNITS[u]:g}" == f"{float(text):g}")
            if place is not None:
                return ["num", place, unit]
        if text == "0.5":
            return [HALF]
        raise Unsayable(f"nobody says {text}")

    def ref(self, term: Term) -> list[Token]:
        if isinstance(term, str):
            if term in VARIABLES[: self.depth]:
                return [VAR]
            raise Unsayable(f"{term} is an id, and people do not speak of those")
        if term == THEME:
            return [THEME_TOKEN]
        if term == Ref(words="it"):
            return [IT]
        if term in self.heads:
            return ["same", self.heads[term]]
        return self.described(term)

    def described(self, ref: Ref) -> list[Token]:
        places: list[Token] = [self.place(lambda p, a=a: p.attribute == a and not p.color, a) for a in ref.attributes]
        places += [self.place(lambda p: p.color == ref.color, ref.color)] if ref.color else []
        places += [self.kind(ref.category, ref.words.split())] if ref.category else []
        tokens: list[Token] = [ref.quantifier, *places]
        for name, other in ref.where:
            tokens += ["where", self.token(name, RELATIONS), *self.ref(other)]
        if ref.count is not None:
            tokens += ["many", self.place(lambda p: p.number == ref.count, str(ref.count))]
        tokens += self.pick(ref.pick) if ref.pick else []
        tokens += [t for b in ref.but for t in ("but", *self.ref(b))]
        tokens += [t for o in ref.options for t in ("any", *self.ref(o))]
        taken = set(self.heads.values())
        head = next((p for p in reversed(places) if isinstance(p, int) and p not in taken), None)
        if head is not None:
            self.heads[ref] = head
        return [*tokens, CLOSE]

    def pick(self, pick: Pick) -> list[Token]:
        tokens: list[Token] = ["pick", self.token(f"by:{pick.by}", tuple(f"by:{b}" for b in BY)), self.token(f"n{pick.nth}", NTH)]
        tokens += ["every", self.token(f"n{pick.every}", NTH)] if pick.every else []
        tokens += ["number", self.place(lambda p: p.number == pick.many, str(pick.many))] if pick.many > 1 else []
        tokens += ["to_", *self.ref(pick.to)] if pick.to else []
        return [*tokens, *(["mine"] if pick.person else [])]

    def kind(self, category: str, words: list[str] = []) -> Token:  # noqa: B006
        """Where a kind is named, rather in the number that the words have; a kind that goes without saying by its token."""
        said = [i for i, p in enumerate(self.reading) if p.noun == category]
        plural = [i for i in said if self.reading[i].plural and self.reading[i].words.split()[-1] in words]
        fitting = [i for i in said if self.reading[i].words.split()[-1] in words]
        free = [i for i in plural or fitting or said if i not in self.heads.values()]
        if said:
            return (free or plural or fitting or said)[0]
        return self.token(f"#{category}", LITERALS)

    def place(self, fits: object, what: str) -> int:
        found = self.find(fits)
        if found is None:
            raise Unsayable(f"the sentence does not say {what}")
        return found

    def find(self, fits: object) -> int | None:
        """The first place that fits and heads nothing yet, or the first that fits."""
        assert callable(fits)
        said = [i for i, p in enumerate(self.reading) if fits(p)]
        return next((i for i in said if i not in self.heads.values()), said[0] if said else None)

    def token(self, token: str, among: tuple[str, ...]) -> str:
        if token not in among:
            raise Unsayable(f"no sketch for {token}")
        return token
