"""Sketches to programs and back: pointers become the kinds, colours and numbers they point at.

What a sketch says with the short forms of `atoms` stays so here; `spelt` spells it out in front of a scene.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from heedful.agents.understanding.lexicon import THEME
from heedful.agents.understanding.parser.atoms import ARITY, NUMBERED
from heedful.agents.understanding.parser.reading import Reading
from heedful.agents.understanding.parser.sketch import (
    BOUND_MANNERS,
    CLOSE,
    END,
    HALF,
    HUH,
    IT,
    JOINS,
    LITERALS,
    MEANS,
    THEME_TOKEN,
    UNITS,
    VAR,
    Token,
)
from heedful.program import (
    Achieve,
    And,
    Atom,
    Constraint,
    Count,
    Do,
    Formula,
    If,
    Manner,
    Not,
    Or,
    Par,
    Pick,
    Program,
    Quantifier,
    Ref,
    Seq,
    Term,
    Until,
)  # fmt: skip

A_WHILE = 1.0
"""How long to wait where nobody says how long [s]."""
VARIABLES = ("x", "y", "z", "u", "v", "w")


@dataclass(frozen=True, slots=True)
class Both:
    """Clauses joined by `and`: at once where they can hold together, one after the other where they cannot."""

    steps: tuple[Program | Both, ...]


Draft = Program | Both


def drafted(sketch: Sequence[Token], reading: Reading) -> Draft | None:
    """The program of a well-formed sketch, short forms and all; None where the sketch says that nothing was understood."""
    if list(sketch) == [HUH]:
        return None
    draft = _Reader(list(sketch), reading).program()
    return draft


@dataclass(slots=True)
class _Reader:
    tokens: list[Token]
    reading: Reading
    at: int = 0
    depth: int = 0
    heads: dict[int, Ref] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)

    def next(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def peek(self) -> Token:
        return self.tokens[self.at]

    def ends(self, mark: str) -> bool:
        if self.peek() == mark:
            self.at += 1
            return True
        return False

    def program(self) -> Draft:
        head = self.peek()
        if head == "with":
            self.next()
            return self.modified(self.formula())
        if head == "if":
            self.next()
            condition, then = self.formula(), cast(Program, self.program())
            return If(condition, then, cast(Program, self.program()) if self.next() == "else" else Seq(()))
        if head == "until":
            self.next()
            return Until(self.formula(), cast(Program, self.program()))
        if head in JOINS:
            self.next()
            steps: list[Draft] = []
            while not self.ends(END):
                steps.append(self.program())
            made = {"seq": Seq, "par": Par, "both": Both}[str(head)]
            return cast(Draft, made(tuple(steps)))  # type: ignore[arg-type]
        if isinstance(head, str) and head.startswith("do:"):
            return self.done(str(self.next())[3:])
        return Achieve(self.formula())

    def done(self, skill: str) -> Do:
        if skill == "press":
            return Do("press", (("button", self.ref()),))
        if skill == "wait":
            return Do("wait", (("seconds", A_WHILE if self.ends(END) else float(self.number())),))
        return Do(skill)

    def modified(self, goal: Formula) -> Achieve:
        by: list[str] = []
        using: list[Term] = []
        under: list[Constraint] = []
        while not self.ends(END):
            token = str(self.next())
            if token in MEANS:
                by.append(token[3:])
            elif token == "using":
                using.append(self.ref())
            else:
                under.append(Constraint(cast(Manner, token[2:]), self.ref() if token in BOUND_MANNERS else None))
        return Achieve(goal, tuple(by), tuple(using), tuple(under))

    def formula(self) -> Formula:
        name = str(self.next())
        if name == "not":
            return Not(self.formula())
        if name in ("and", "or"):
            parts: list[Formula] = []
            while not self.ends(END):
                parts.append(self.formula())
            return And(tuple(parts)) if name == "and" else Or(tuple(parts))
        if name == "count":
            return self.count()
        if ARITY[name] < 0:
            args: list[Term] = []
            while not self.ends(END):
                args.append(self.ref())
            return Atom(name, tuple(args))
        args = [self.ref() for _ in range(ARITY[name])]
        return Atom(name, (*args, self.number()) if name in NUMBERED else tuple(args))

    def count(self) -> Count:
        least, most = self.limit(), self.limit()
        category, among = "", tuple[Term, ...]()
        domain = self.peek()
        if domain == "every":
            self.next()
        elif isinstance(domain, int) or domain in LITERALS:
            category = self.kind(self.next())
        else:
            among = (self.ref(),)
        self.depth += 1
        body = self.formula()
        self.depth -= 1
        return Count(VARIABLES[self.depth], category, body, least, most, among)

    def limit(self) -> int | None:
        token = self.next()
        if token == "none":
            return None
        return round(self.reading[token].number or 0.0) if isinstance(token, int) else int(token[1:])

    def number(self) -> str:
        if self.next() == HALF:
            return "0.5"
        place, unit = cast(int, self.next()), str(self.next())
        return f"{(self.reading[place].number or 0.0) * UNITS[unit]:g}"

    def kind(self, token: Token) -> str:
        return self.reading[token].noun if isinstance(token, int) else token[1:]

    def ref(self) -> Term:
        token = self.next()
        if token == "same":
            return self.heads[cast(int, self.next())]
        if token == IT:
            return Ref(words="it")
        if token == VAR:
            return VARIABLES[self.depth - 1]
        return THEME if token == THEME_TOKEN else self.described(cast(Quantifier, token))

    def described(self, quantifier: Quantifier) -> Ref:
        places: list[int] = []
        while isinstance(self.peek(), int):
            places.append(cast(int, self.next()))
        names = [self.reading[p] for p in places]
        literal = self.kind(self.next()) if self.peek() in LITERALS else ""
        noun = next((p for p in reversed(names) if p.noun and (len(names) == 1 or p is names[-1])), None)
        colors = [p.color for p in names if p.color and p is not noun]
        category = literal or (noun.noun if noun else "")
        attributes = tuple(p.attribute for p in names if p.attribute and not p.color and p is not noun)
        plain = Ref(category, colors[0] if colors else "", attributes, quantifier)
        ref = self.slots(plain)
        last = next((p for p in reversed(places) if p not in self.heads), None)
        ref = self._named(replace(ref, words=worded(ref, noun.words if noun and noun.plural else "")))
        if last is not None:
            self.heads[last] = ref
        return ref

    def _named(self, ref: Ref) -> Ref:
        """A second `a block` is another one, and is called so."""
        words = ref.words
        while ref.quantifier == "a" and words in self.said:
            words = f"another {words.removeprefix('a ').removeprefix('another ')}" if words.startswith("a ") else f"{words} more"
        self.said.add(words)
        return replace(ref, words=words)

    def slots(self, ref: Ref) -> Ref:
        where: list[tuple[str, Ref]] = []
        but: list[Ref] = []
        options: list[Ref] = []
        count, pick = None, None
        while not self.ends(CLOSE):
            token = self.next()
            if token == "where":
                where.append((str(self.next()), cast(Ref, self.ref())))
            elif token == "many":
                count = round(self.reading[cast(int, self.next())].number or 0.0)
            elif token == "pick":
                pick = self.pick()
            elif token == "but":
                but.append(cast(Ref, self.ref()))
            else:
                options.append(cast(Ref, self.ref()))
        return replace(ref, where=tuple(where), count=count, pick=pick, but=tuple(but), options=tuple(options))

    def pick(self) -> Pick:
        by, nth = str(self.next())[3:], int(str(self.next())[1:])
        every = int(str(self.next())[1:]) if self.ends("every") else 0
        many = round(self.reading[cast(int, self.next())].number or 0.0) if self.ends("number") else 1
        to = cast(Ref, self.ref()) if self.ends("to_") else None
        return Pick(by, nth, every, many, to, self.ends("mine"))


_SUPERLATIVE = {
    "left": "leftmost", "right": "rightmost", "near": "nearest", "far": "farthest", "large": "largest", "small": "smallest",
    "high": "highest", "low": "lowest", "full": "fullest", "first": "first", "last": "last",
}  # fmt: skip


def worded(ref: Ref, plural: str = "") -> str:
    """A description in words, as it would be said."""
    noun = ref.category or ("things" if ref.quantifier == "all" else "thing")
    if plural or (ref.quantifier == "all" and ref.category) or (ref.count or 1) > 1:
        noun = plural or (noun if noun.endswith("s") else f"{noun}s")
    if not ref.category and not ref.color and not ref.attributes and not ref.pick and not ref.options:
        start = {"all": "everything", "a": "something", "the": "the thing"}[ref.quantifier]
    elif ref.options:
        start = " or ".join(o.words for o in ref.options)
    else:
        count = [str(ref.count)] if ref.count else []
        order = [_order(ref.pick)] if ref.pick else []
        start = " ".join([{"the": "the", "a": "a", "all": "all the"}[ref.quantifier], *count, *order, *ref.attributes])
        start = " ".join([start, *([ref.color] if ref.color else []), noun])
    tail = [f"{name.replace('_', ' ')} {other.words}" for name, other in ref.where if other != THEME]
    tail += ["of its colour" for name, other in ref.where if other == THEME]
    tail += [f"nearest to {ref.pick.to.words}"] if ref.pick and ref.pick.to and ref.pick.by == "near" else []
    tail += [f"except {' and '.join(b.words for b in ref.but)}"] if ref.but else []
    return " ".join([start, *tail])


def _order(pick: Pick) -> str:
    word = _SUPERLATIVE.get(pick.by, pick.by)
    if pick.every:
        return f"every {pick.every}. {word}"
    nth = "" if pick.nth == 1 else "middle" if pick.nth == 0 else "last" if pick.nth == -1 else f"{pick.nth}."
    return " ".join([*([nth] if nth else []), word, *([str(pick.many)] if pick.many > 1 else [])])
