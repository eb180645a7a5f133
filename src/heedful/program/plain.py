"""Programs, formulas and terms as plain data for JSON, and back."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, cast

from heedful.program.nodes import Achieve, And, Atom, Constraint, Count, Do, Formula, If, Not, Or, Par, Pick, Program, Ref, Seq, Until
from heedful.program.reading import FormulaError

PROGRAMS = frozenset({"achieve", "do", "seq", "par", "if", "until"})
"""Keys by which the nodes of a program are told."""


def to_json(node: Program | Formula | Ref | str) -> Any:
    """Plain lists, dicts and strings for a program, a formula or a term; what is at its default is left out."""
    match node:
        case str():
            return node
        case Ref():
            return {"ref": {"quantifier": node.quantifier, **_ref(node)}}
        case Atom(name, args):
            return [name, *map(to_json, args)]
        case Not(body):
            return ["not", to_json(body)]
        case And(parts):
            return ["and", *map(to_json, parts)]
        case Or(parts):
            return ["or", *map(to_json, parts)]
        case Count(var, category, body, least, most, among):
            counted = {"var": var, "category": category, "least": least, "most": most}
            return ["count", counted | ({"among": [to_json(a) for a in among]} if among else {}), to_json(body)]
        case Achieve(goal, by, using, under):
            means = {"by": list(by), "using": [to_json(u) for u in using], "under": [_constraint(c) for c in under]}
            return {"achieve": to_json(goal), **{k: v for k, v in means.items() if v}}
        case Do(skill, kwargs):
            return {"do": skill, "args": {k: to_json(v) if isinstance(v, Ref) else v for k, v in kwargs}}
        case Seq(steps):
            return {"seq": [to_json(s) for s in steps]}
        case Par(steps):
            return {"par": [to_json(s) for s in steps]}
        case If(condition, then, otherwise):
            return {"if": to_json(condition), "then": to_json(then), "else": to_json(otherwise)}
        case Until(condition, body):
            return {"until": to_json(condition), "repeat": to_json(body)}


def _ref(ref: Ref) -> dict[str, Any]:
    said: dict[str, Any] = {"category": ref.category, "color": ref.color, "attributes": list(ref.attributes), "words": ref.words}
    said["where"] = [[name, to_json(other)] for name, other in ref.where]
    said["count"] = ref.count
    said["pick"] = _pick(ref.pick) if ref.pick else None
    said["but"], said["options"] = [to_json(r) for r in ref.but], [to_json(r) for r in ref.options]
    return {k: v for k, v in said.items() if v not in ("", [], None)}


def _pick(pick: Pick) -> dict[str, Any]:
    plain = {f.name: getattr(pick, f.name) for f in fields(Pick) if getattr(pick, f.name) != f.default}
    return plain | ({"to": to_json(pick.to)} if pick.to else {})


def _constraint(constraint: Constraint) -> list[Any]:
    return [constraint.kind] if constraint.about is None else [constraint.kind, to_json(constraint.about)]


def from_json(data: Any) -> Any:
    """The inverse of `to_json`. Raises FormulaError on anything else."""
    try:
        return _read(data)
    except (TypeError, KeyError, AttributeError, ValueError) as error:
        if isinstance(error, FormulaError):
            raise
        raise FormulaError(f"not a program, a formula or a term: {data!r}") from None


def _read(data: Any) -> Any:
    match data:
        case str():
            return data
        case {"ref": dict(r)}:
            pick = r.get("pick")
            return Ref(
                str(r.get("category", "")), str(r.get("color", "")), tuple(r.get("attributes", ())), r.get("quantifier", "the"),
                str(r.get("words", "")), tuple((name, _read(other)) for name, other in r.get("where", ())), r.get("count"),
                Pick(**(pick | ({"to": _read(pick["to"])} if pick.get("to") else {}))) if pick else None,
                tuple(map(_read, r.get("but", ()))), tuple(map(_read, r.get("options", ()))),
            )  # fmt: skip
        case {"achieve": goal, **means}:
            given = cast(dict[str, Any], means)
            under = tuple(Constraint(c[0], _read(c[1]) if len(c) > 1 else None) for c in given.get("under", ()))
            return Achieve(_read(goal), tuple(map(_read, given.get("by", ()))), tuple(map(_read, given.get("using", ()))), under)
        case {"do": str(skill), **rest}:
            kwargs = cast(dict[str, Any], rest).get("args", {})
            return Do(skill, tuple((k, _read(v) if isinstance(v, dict) else v) for k, v in kwargs.items()))
        case {"seq": list(steps)}:
            return Seq(tuple(map(_read, steps)))
        case {"par": list(steps)}:
            return Par(tuple(map(_read, steps)))
        case {"if": condition, "then": then, **rest}:
            return If(_read(condition), _read(then), _read(cast(dict[str, Any], rest).get("else", {"seq": []})))
        case {"until": condition, "repeat": body}:
            return Until(_read(condition), _read(body))
        case ["not", body]:
            return Not(_read(body))
        case ["and", *parts]:
            return And(tuple(map(_read, parts)))
        case ["or", *parts]:
            return Or(tuple(map(_read, parts)))
        case ["count", dict(q), body]:
            among = tuple(map(_read, q.get("among", ())))
            return Count(q["var"], q.get("category", ""), _read(body), q.get("least"), q.get("most"), among)
        case [str(name), *args]:
            return Atom(name, tuple(map(_term, args)))
    raise FormulaError(f"not a program, a formula or a term: {data!r}")


def _term(data: Any) -> Any:
    """An argument of an atom: a number is kept as text."""
    return f"{data:g}" if isinstance(data, (int, float)) and not isinstance(data, bool) else _read(data)
