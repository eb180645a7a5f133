"""The Task Language: formulas over predicates, references to things, and programs made of them. All of it is JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from heedful.types import Id

Quantifier = Literal["the", "a", "all"]


@dataclass(frozen=True, slots=True)
class Ref:
    """A thing as it was spoken of; bound to ids against the scene, late."""

    category: str = ""
    """Empty for 'it' or 'something'."""
    color: str = ""
    attributes: tuple[str, ...] = ()
    quantifier: Quantifier = "the"
    words: str = ""
    """As it was said, for questions and refusals."""
    where: tuple[tuple[str, Ref], ...] = ()
    """Relations that tell it from others: `the block in the drawer`; `_` as the words of the other thing is what the atom is about."""


Term = Id | Ref


@dataclass(frozen=True, slots=True)
class Atom:
    """A predicate applied to ids, parameter names or references; `_` in a literal stands for anything."""

    name: str
    args: tuple[Term, ...] = ()

    def __str__(self) -> str:
        shown = [a if isinstance(a, str) else a.words or a.category for a in self.args]
        return f"{self.name}({', '.join(shown)})" if shown else self.name


@dataclass(frozen=True, slots=True)
class Not:
    body: Formula

    def __str__(self) -> str:
        return f"~{self.body}"


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Formula, ...] = ()

    def __str__(self) -> str:
        return " & ".join(f"({p})" if isinstance(p, Or) else str(p) for p in self.parts) or "true"


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Formula, ...] = ()

    def __str__(self) -> str:
        return " | ".join(str(p) for p in self.parts) or "false"


@dataclass(frozen=True, slots=True)
class Count:
    """At least `least` and at most `most` members of a category satisfy the body, with `var` for the member."""

    var: str
    category: str
    """Empty: every object."""
    body: Formula
    least: int | None = None
    """None: all of them."""
    most: int | None = None

    def __str__(self) -> str:
        word = "forall" if self.least is None else "exists" if (self.least, self.most) == (1, None) else f"count[{self.least},{self.most}]"
        return f"({word} {self.var}{f' in {self.category}' if self.category else ''}: {self.body})"


Formula = Atom | Not | And | Or | Count
TRUE = And()


@dataclass(frozen=True, slots=True)
class Achieve:
    """Make the goal true."""

    goal: Formula
    by: tuple[str, ...] = ()
    """First words of the names of skills that people want it done by; others are not ruled out."""
    using: tuple[Term, ...] = ()
    """Tools that people want used, rather than others of their kind."""


@dataclass(frozen=True, slots=True)
class Do:
    """Carry out a skill for its own sake: go home, wait, look."""

    skill: str
    args: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Seq:
    """One after the other."""

    steps: tuple[Program, ...]


Program = Achieve | Do | Seq

_TOKEN = re.compile(r"\s*(?:(forall|exists)\b|([A-Za-z_][\w./-]*)|([()&|~,:]))")


class FormulaError(ValueError):
    """A formula that does not parse; the message says where."""


def parse(text: str) -> Formula:
    """Read a formula such as `holding(object) & ~on(object, _)` or `exists x in block: on(x, plate)`.

    Raises FormulaError.
    """
    tokens: list[str] = []
    at = 0
    while at < len(text.rstrip()):
        match = _TOKEN.match(text, at)
        if not match:
            raise FormulaError(f"cannot read {text[at:].strip()!r} in formula {text!r}")
        tokens.append(match.group().strip())
        at = match.end()
    formula, rest = _either(tokens, text)
    if rest:
        raise FormulaError(f"unexpected {rest[0]!r} in formula {text!r}")
    return formula


def _either(tokens: list[str], text: str) -> tuple[Formula, list[str]]:
    part, tokens = _both(tokens, text)
    parts = [part]
    while tokens[:1] == ["|"]:
        part, tokens = _both(tokens[1:], text)
        parts.append(part)
    return (parts[0] if len(parts) == 1 else Or(tuple(parts))), tokens


def _both(tokens: list[str], text: str) -> tuple[Formula, list[str]]:
    part, tokens = _unary(tokens, text)
    parts = [part]
    while tokens[:1] == ["&"]:
        part, tokens = _unary(tokens[1:], text)
        parts.append(part)
    return (parts[0] if len(parts) == 1 else And(tuple(parts))), tokens


def _unary(tokens: list[str], text: str) -> tuple[Formula, list[str]]:
    if not tokens:
        raise FormulaError(f"formula {text!r} ends too soon")
    head, rest = tokens[0], tokens[1:]
    if head == "~":
        body, rest = _unary(rest, text)
        return Not(body), rest
    if head == "(":
        body, rest = _either(rest, text)
        return body, _expect(rest, ")", text)
    if head in ("forall", "exists"):
        var, rest = _word(rest, text)
        category = ""
        if rest[:1] == ["in"]:
            category, rest = _word(rest[1:], text)
        body, rest = _either(_expect(rest, ":", text), text)
        return Count(var, category, body, None if head == "forall" else 1), rest
    name, rest = _word(tokens, text)
    args: list[Term] = []
    if rest[:1] == ["("]:
        rest = rest[1:]
        while rest[:1] != [")"]:
            arg, rest = _word(rest, text)
            args.append(arg)
            if rest[:1] == [","]:
                rest = rest[1:]
        rest = _expect(rest, ")", text)
    return (TRUE if name == "true" else Atom(name, tuple(args))), rest


def _word(tokens: list[str], text: str) -> tuple[str, list[str]]:
    if not tokens or not re.match(r"[A-Za-z_]", tokens[0]):
        raise FormulaError(f"a name was expected {f'before {tokens[0]!r}' if tokens else 'at the end'} in formula {text!r}")
    return tokens[0], tokens[1:]


def _expect(tokens: list[str], token: str, text: str) -> list[str]:
    if tokens[:1] != [token]:
        raise FormulaError(f"{token!r} was expected in formula {text!r}")
    return tokens[1:]


def substitute(formula: Formula, binding: Mapping[str, Term]) -> Formula:
    """The formula with parameter names replaced."""
    match formula:
        case Atom(name, args):
            return Atom(name, tuple(binding.get(a, a) if isinstance(a, str) else a for a in args))
        case Not(body):
            return Not(substitute(body, binding))
        case And(parts):
            return And(tuple(substitute(p, binding) for p in parts))
        case Or(parts):
            return Or(tuple(substitute(p, binding) for p in parts))
        case Count(var, category, body, least, most):
            inner = {k: v for k, v in binding.items() if k != var}
            return Count(var, category, substitute(body, inner), least, most)


def atoms(formula: Formula) -> list[Atom]:
    """Every atom in it, left to right."""
    match formula:
        case Atom():
            return [formula]
        case Not(body) | Count(body=body):
            return atoms(body)
        case And(parts) | Or(parts):
            return [a for p in parts for a in atoms(p)]


def to_json(node: Program | Formula | Ref | str) -> Any:
    """Plain lists, dicts and strings for a program, a formula or a term."""
    match node:
        case str():
            return node
        case Ref():
            said: dict[str, Any] = {"category": node.category, "color": node.color, "attributes": list(node.attributes)}
            said["words"] = node.words
            if node.where:
                said["where"] = [[name, to_json(other)] for name, other in node.where]
            return {"ref": {"quantifier": node.quantifier, **{k: v for k, v in said.items() if v}}}
        case Atom(name, args):
            return [name, *map(to_json, args)]
        case Not(body):
            return ["not", to_json(body)]
        case And(parts):
            return ["and", *map(to_json, parts)]
        case Or(parts):
            return ["or", *map(to_json, parts)]
        case Count(var, category, body, least, most):
            return ["count", {"var": var, "category": category, "least": least, "most": most}, to_json(body)]
        case Achieve(goal, by, using):
            means = {"by": list(by), "using": [to_json(u) for u in using]}
            return {"achieve": to_json(goal), **{k: v for k, v in means.items() if v}}
        case Do(skill, kwargs):
            return {"do": skill, "args": {k: to_json(v) if isinstance(v, Ref) else v for k, v in kwargs}}
        case Seq(steps):
            return {"seq": [to_json(s) for s in steps]}


def from_json(data: Any) -> Any:
    """The inverse of `to_json`. Raises FormulaError on anything else."""
    match data:
        case str():
            return data
        case {"ref": dict(r)}:
            attributes, where = tuple(r.get("attributes", ())), tuple((name, from_json(other)) for name, other in r.get("where", ()))
            return Ref(r.get("category", ""), r.get("color", ""), attributes, r.get("quantifier", "the"), r.get("words", ""), where)
        case {"achieve": goal, **means}:
            by, using = (tuple(map(from_json, cast(list[Any], means.get(k, [])))) for k in ("by", "using"))
            return Achieve(from_json(goal), by, using)
        case {"do": str(skill), "args": dict(args)}:
            return Do(skill, tuple((k, from_json(v) if isinstance(v, dict) else v) for k, v in args.items()))
        case {"seq": list(steps)}:
            return Seq(tuple(from_json(s) for s in steps))
        case ["not", body]:
            return Not(from_json(body))
        case ["and", *parts]:
            return And(tuple(map(from_json, parts)))
        case ["or", *parts]:
            return Or(tuple(map(from_json, parts)))
        case ["count", dict(q), body]:
            return Count(q["var"], q.get("category", ""), from_json(body), q.get("least"), q.get("most"))
        case [str(name), *args]:
            return Atom(name, tuple(map(from_json, args)))
    raise FormulaError(f"not a program, a formula or a term: {data!r}")
