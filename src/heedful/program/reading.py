"""Formulas written as text: `holding(object) & ~on(object, _)`, as skills state what they need and do."""

from __future__ import annotations

import re

from heedful.program.nodes import TRUE, And, Atom, Count, Formula, Not, Or, Term

_TOKEN = re.compile(r"\s*(?:(forall|exists)\b|([A-Za-z_][\w./-]*|\d+(?:\.\d+)?)|([()&|~,:]))")


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
    if not tokens or not re.match(r"[\w]", tokens[0]):
        raise FormulaError(f"a name was expected {f'before {tokens[0]!r}' if tokens else 'at the end'} in formula {text!r}")
    return tokens[0], tokens[1:]


def _expect(tokens: list[str], token: str, text: str) -> list[str]:
    if tokens[:1] != [token]:
        raise FormulaError(f"{token!r} was expected in formula {text!r}")
    return tokens[1:]
