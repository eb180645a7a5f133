"""References to ids, late: a program over the ids of this scene, or the question or refusal that stands in the way."""

from __future__ import annotations

from collections.abc import Mapping

from heedful.agents.understanding.possible import one_hand
from heedful.agents.understanding.referring import Binder, Unbound, refused
from heedful.episode import Plan
from heedful.predicates import evaluate
from heedful.program import (
    Achieve,
    And,
    Atom,
    Constraint,
    Count,
    Do,
    Formula,
    If,
    Or,
    Par,
    Program,
    Ref,
    Seq,
    Until,
    substitute,
)  # fmt: skip
from heedful.types import Id, Scene


def bind(
    program: Program, scene: Scene, bindings: dict[str, Id], avoid: Mapping[Id, int] | None = None, check: bool = True
) -> Program | Plan:
    """The program over ids, or the question or refusal that stands in the way.

    Args:
      program: What was understood; parts that are bound already stay so.
      scene: Where the references are looked up.
      bindings: The references resolved so far, words -> id. What is resolved now is added.
      avoid: Ids that went wrong before and how often; the choice that `a` leaves takes others first.
      check: Whether to refuse what cannot be; off for what has been done already.
    """
    try:
        return _program(program, Binder(scene, bindings, avoid or {}, check))
    except Unbound as unbound:
        return unbound.plan


def _program(program: Program, binder: Binder) -> Program:
    match program:
        case Achieve(goal, by, using, under):
            bound = binder.formula(goal)
            if binder.check and (why := one_hand(bound, binder.scene)):
                raise refused(why)
            kept = [Constraint(c.kind, i) for c in under for i in ([None] if c.about is None else binder.each(c.about))]
            return Achieve(bound, by, tuple(binder.one(t) for t in using), tuple(kept))
        case Do(name, args):
            return Do(name, tuple((k, binder.one(v) if isinstance(v, Ref) else v) for k, v in args))
        case Seq(steps):
            return Seq(tuple(_program(s, binder) for s in steps))
        case Par(steps):
            return Par(tuple(_program(s, binder) for s in steps))
        case If(condition, then, otherwise):
            asked = _seen_at_once(binder.condition(condition), binder.scene)
            now = evaluate(asked, binder.scene)
            return If(asked, _branch(then, binder, now is True), _branch(otherwise, binder, now is False))
        case Until(condition, body):
            return Until(binder.condition(condition), _program(body, binder))


def _seen_at_once(asked: Formula, scene: Scene) -> Formula:
    """A condition that counts, without counting where one look tells: whether the one thing there is is there, whether a place is bare."""
    match asked:
        case And(parts):
            return And(tuple(_seen_at_once(p, scene) for p in parts))
        case Or(parts):
            return Or(tuple(_seen_at_once(p, scene) for p in parts))
        case Count(var, _, body, 1, None, (only,)):
            return substitute(body, {var: only})
        case Count(var, "", Atom("on" | "in", (x, place)), 0 | None, 0, ()) if (
            x == var and isinstance(place, str) and place in scene.objects
        ):
            return asked if scene.objects[place].category == "table" else Atom("empty", (place,))
    return asked


def _branch(program: Program, binder: Binder, taken: bool) -> Program:
    """One way of two; what is not the way things stand now need not be possible now, and is left as it was said where it is not."""
    try:
        return _program(program, binder)
    except Unbound:
        if taken:
            raise
        return program
