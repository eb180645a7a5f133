"""Whether two programs mean the same in a scene: one that was understood, and one that a record acknowledges."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from heedful.agents.sets.literals import PLACED, Alternative, Alternatives, Literal, TooMany, alternatives, counted, joined, true_now
from heedful.program import Achieve, And, Constraint, Count, Do, Formula, If, Not, Or, Par, Program, Seq, Until, parts_of, substitute
from heedful.types import Scene

ON_THE_WAY = frozenset({"upright", "gentle", "slow", "keep_out", "no_touch"})
"""Kinds of constraint that are compared; that something be quick asks for nothing else."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A step that is the one or the other, as a condition is."""

    condition: Formula
    then: tuple[Step, ...]
    otherwise: tuple[Step, ...]


Step = Alternatives | Branch
NOTHING_ASKED: Alternatives = frozenset({Alternative()})


def constraints_of(program: Program) -> frozenset[tuple[str, str]]:
    """What is to hold on the way, as kind and thing."""
    mine = program.under if isinstance(program, Achieve) else ()
    return frozenset(map(_constraint, mine)).union(*map(constraints_of, parts_of(program))) - {("fast", "")}


def _constraint(c: Constraint) -> tuple[str, str]:
    return c.kind, "" if c.about is None else str(c.about)


def same(program: Program, wanted: Sequence[Program], scene: Scene) -> bool:
    """Whether a program means the same as one of those that are wanted, by what is so in the scene; constraints apart.

    What it leaves open must be right however it is chosen. It may say a passing state more or less, open what has to be opened anyway, and
    keep an order where none was asked for.
    """
    try:
        goals = [g for w in wanted for g in _forced(_steps(w, scene), scene)]
        single = frozenset(a for g in goals if len(g) == 1 and not isinstance(g[0], Branch) for a in g[0])
        goals += [(single,)] if single else []
        mine = _steps(program, scene)
    except TooMany:
        return False
    if any(_same(mine, g, scene, True) for g in goals):
        return True
    conditional = any(isinstance(s, Branch) for g in goals for s in g)
    if conditional or not any(isinstance(s, Branch) for s in mine):
        return False
    read_off = _read_off(mine, scene)
    return any(_same(read_off, g, scene, True) for g in goals)


def idle(program: Program, scene: Scene) -> bool:
    """Whether a program asks for nothing that is not so already."""
    try:
        steps = _read_off(_steps(program, scene), scene)
    except TooMany:
        return False
    return all(any(all(true_now(x, scene) for x in a) for a in s) for s in steps if not isinstance(s, Branch))


def _steps(program: Program, scene: Scene) -> tuple[Step, ...]:
    """The steps of a program in order, without what only passes."""
    match program:
        case Achieve(goal):
            return (alternatives(goal, scene),)
        case Do(skill, args):
            return (frozenset({frozenset({_done(skill, args, scene)})}),)
        case Seq(steps):
            return _lasting([s for p in steps for s in _steps(p, scene)])
        case Par(steps):
            parts = [_steps(p, scene) for p in steps]
            if all(len(p) == 1 for p in parts):
                heads = [h for (h,) in parts if not isinstance(h, Branch)]
                if len(heads) == len(parts):
                    return (joined(heads),)
            return tuple(s for p in parts for s in p)
        case If(condition, then, otherwise):
            return (Branch(condition, _steps(then, scene), _steps(otherwise, scene)),)
        case Until(condition, _):
            return (alternatives(condition, scene),)


def _done(skill: str, args: Sequence[tuple[str, object]], scene: Scene) -> Literal:
    """A skill for its own sake; to press a button toggles it."""
    if skill == "press" and args:
        button = str(args[0][1])
        return "lit", (button,), not scene.lit.get(button, False)
    return f"do {skill}", tuple(str(v) for _, v in args), True


def _lasting(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Without the holding of what is put somewhere next, and without what asks for nothing."""
    steps = [s for s in steps if s != NOTHING_ASKED]
    steps = [s for n, s in enumerate(steps) if n == 0 or s != steps[n - 1]]
    kept = []
    for step, following in zip_longest(steps, steps[1:], fillvalue=frozenset[Alternative]()):
        held = _held(step)
        if held is None or isinstance(following, Branch) or not _moves(following, held):
            kept.append(step)
    return tuple(kept)


def _held(step: Step) -> str | None:
    """The one thing that a step only takes up."""
    if isinstance(step, Branch) or len(step) != 1:
        return None
    (only,) = step
    return next((args[0] for name, args, value in only if name == "holding" and value), None) if len(only) == 1 else None


def _moves(step: Alternatives, thing: str) -> bool:
    return bool(step) and all(any(thing in args and value and name != "holding" for name, args, value in a) for a in step)


def _same(mine: Sequence[Step], theirs: Sequence[Step], scene: Scene, first: bool) -> bool:
    """Whether the steps can be taken together so that each group is one of theirs."""
    if not theirs:
        return not mine
    if isinstance(theirs[0], Branch) and first and any(_same(mine, r, scene, first) for r in _resolved(theirs, scene)):
        return True
    if not mine:
        return False
    if first and len(mine) > 1 and _opened_anyway(mine, theirs, scene) and _same(mine[1:], theirs, scene, first):
        return True
    if first and len(theirs) > 1 and _opened_anyway(theirs, mine, scene) and _same(mine, theirs[1:], scene, first):
        return True
    head = theirs[0]
    if isinstance(head, Branch) or isinstance(mine[0], Branch):
        return (
            isinstance(head, Branch) and isinstance(mine[0], Branch) and _branches(mine[0], head, scene)
            and _same(mine[1:], theirs[1:], scene, False)
        )  # fmt: skip
    for many in range(1, len(mine) - len(theirs) + 2):
        group = [s for s in mine[:many] if not isinstance(s, Branch)]
        if len(group) == many and _fits(joined(group), head, scene, first and many == 1) and _same(mine[many:], theirs[1:], scene, False):
            return True
    return False


def _forced(steps: tuple[Step, ...], scene: Scene) -> list[tuple[Step, ...]]:
    """The steps, and with those taken together that can come about in no other order: a thing is put in the drawer before it is shut."""
    found = [steps]
    for at, (one, other) in enumerate(pairwise(steps)):
        if isinstance(one, Branch) or isinstance(other, Branch):
            continue
        pairs = [(p, q) for a in one for p in a for b in other for q in b]
        if pairs and all(_before(p, q) for p, q in pairs):
            found += _forced((*steps[:at], joined([one, other]), *steps[at + 2 :]), scene)
    return found


def _before(one: Literal, other: Literal) -> bool:
    """Whether the one has to come about first, so that both are so in the end: in it, then shut; on the plate, then another on top."""
    (name, args, value), (then, thing, so) = one, other
    shut = name == "in" and value and then == "open" and not so and args[1:] == thing
    return shut or (name == "on" and then == "on" and value and so and thing[1] == args[0])


def _resolved(steps: Sequence[Step], scene: Scene) -> list[tuple[Step, ...]]:
    """The steps with a condition that comes first read off the scene."""
    if not steps or not isinstance(steps[0], Branch):
        return []
    return [(*_taken(steps[0], scene), *steps[1:])]


def _read_off(steps: Sequence[Step], scene: Scene) -> tuple[Step, ...]:
    """The steps with every condition read off the scene."""
    found = [t for s in steps for t in (_read_off(_taken(s, scene), scene) if isinstance(s, Branch) else (s,))]
    return _lasting(found)


def _taken(branch: Branch, scene: Scene) -> tuple[Step, ...]:
    so = any(all(true_now(x, scene) for x in a) for a in alternatives(branch.condition, scene))
    return branch.then if so else branch.otherwise


def _branches(mine: Branch, theirs: Branch, scene: Scene) -> bool:
    """The same condition and the same branches, or the contrary with the branches the other way round."""
    told = alternatives(_of_each(mine.condition, scene), scene)
    if told == alternatives(_of_each(theirs.condition, scene), scene):
        pairs = ((mine.then, theirs.then), (mine.otherwise, theirs.otherwise))
    elif told == alternatives(Not(_of_each(theirs.condition, scene)), scene):
        pairs = ((mine.then, theirs.otherwise), (mine.otherwise, theirs.then))
    else:
        return False
    return all(_same(a, b, scene, True) for a, b in pairs)


def _of_each(formula: Formula, scene: Scene) -> Formula:
    """A condition with what is said of some thing or of none said of each, whatever is so already."""
    match formula:
        case Not(body):
            return Not(_of_each(body, scene))
        case And(parts):
            return And(tuple(_of_each(p, scene) for p in parts))
        case Or(parts):
            return Or(tuple(_of_each(p, scene) for p in parts))
        case Count(var, _, body, least, most, _) if (least, most) in ((1, None), (0, 0)):
            each = tuple(substitute(body, {var: i}) for i in counted(formula, scene))
            return Or(each) if least else And(tuple(Not(e) for e in each))
    return formula


def _opened_anyway(mine: Sequence[Step], theirs: Sequence[Step], scene: Scene) -> bool:
    """Whether the first step only opens what is closed and something is put in next, though nobody asked for it to be opened."""
    head = mine[0]
    if isinstance(head, Branch) or len(head) != 1:
        return False
    (only,) = head
    opened = {args[0] for name, args, value in only if name == "open" and value}
    told = {args[0] for s in theirs if not isinstance(s, Branch) for a in s for name, args, value in a if name == "open" and value}
    rest = [s for s in mine[1:] if not isinstance(s, Branch)]
    into = {args[1] for s in rest for a in s for name, args, value in a if name == "in" and value}
    return (
        len(opened) == len(only) and not opened & told and opened <= into and all(not true_now(("open", (o,), True), scene) for o in opened)
    )


def _fits(mine: Alternatives, theirs: Alternatives, scene: Scene, first: bool) -> bool:
    """Whether every alternative of mine brings about one of theirs and nothing else."""
    return bool(mine) and all(any(_covers(p, w, scene, first) for w in theirs) for p in mine)


def _covers(mine: Alternative, theirs: Alternative, scene: Scene, first: bool) -> bool:
    extra, missing = mine - theirs, theirs - mine
    if missing and not mine & theirs and not all(_left(x, mine) or _far(x, mine) for x in missing):
        return False
    entered = {args[1] for name, args, value in mine if name == "in" and value}
    now: Callable[[Literal], bool] = lambda x: first and true_now(x, scene) and not (x[0] == "open" and x[1][0] in entered)
    return all(now(x) or _left(x, mine) or _far(x, mine) for x in missing) and all(now(x) or _implied(x, theirs, mine) for x in extra)


def _far(literal: Literal, mine: Alternative) -> bool:
    """Whether something is to be at least so far away, and is just so far."""
    return literal[0] == "far_from" and ("apart", *literal[1:]) in mine


def _left(literal: Literal, mine: Alternative) -> bool:
    """Whether a thing that shall not be in or on another is taken up, or put down on the table."""
    name, args, value = literal
    taken = {("holding", args[:1], True), ("on", (*args[:1], "table"), True)}
    return name in ("in", "on") and not value and args[1:] != ("table",) and bool(taken & mine)


def _implied(literal: Literal, theirs: Alternative, mine: Alternative) -> bool:
    """Whether a literal follows from what is asked for: where a thing is no longer once it is elsewhere, where it is once it is nowhere
    else, that what things are put in is open."""
    name, args, value = literal
    if name in ("in", "on") and not value:
        return any(n in PLACED and a[:1] == args[:1] and v for n, a, v in theirs)
    if (name == "holding" or (name == "on" and args[1:] == ("table",))) and value:
        return any(n in ("in", "on") and not v and a[:1] == args[:1] for n, a, v in theirs)
    if name == "apart":
        return ("far_from", args, value) in theirs
    return name == "open" and value and any(n == "in" and v and a[1:] == args for n, a, v in theirs)


def shown(program: Program) -> str:
    """A program in one line, for a note beside a verdict."""
    match program:
        case Achieve(goal, _, _, under):
            return ", ".join([str(goal), *map(str, under)])
        case Do(skill, args):
            return f"{skill}({', '.join(str(v) for _, v in args)})"
        case Seq(steps):
            return "; ".join(map(shown, steps)) or "nothing"
        case Par(steps):
            return " || ".join(map(shown, steps))
        case If(condition, then, otherwise):
            return f"if {condition}: {shown(then)} else: {shown(otherwise)}"
        case Until(condition, body):
            return f"until {condition}: {shown(body)}"
