"""Programs said back in words."""

from __future__ import annotations

import re

from heedful.predicates import name_of, say
from heedful.program import Achieve, And, Atom, Constraint, Do, Formula, If, Not, Or, Par, Program, Seq, Until
from heedful.types import Scene

_PLURAL = re.compile(r"\b(all(?: of)?(?: the)? [\w ]*?|both [\w ]*?|(?:the|these|those) [\w ]*?[^s]s) is\b")
_CANNOT = re.compile(r"\bcan not(?= be\b)")
_DOES = re.compile(r"it is not so that (.+?) (fit|slide)s\b")


def said(program: Program, scene: Scene | None = None) -> str:
    """`the red block is in the blue bowl, then the drawer is open`."""
    match program:
        case Achieve(goal, _, _, under):
            return ", ".join([in_words(goal, scene), *(how(c, scene) for c in under)])
        case Do("wait", args):
            seconds = dict(args).get("seconds", 1.0)
            return f"wait {seconds:g} second{'' if seconds == 1 else 's'}"
        case Do("home", _):
            return "go home"
        case Do("look", _):
            return "look around"
        case Do(skill, (("object", thing), ("direction", direction))):
            way = f"to the {direction}" if direction in ("left", "right") else str(direction)
            return f"{skill} {name_of(thing, scene)} {way}"
        case Do(skill, _):
            return skill.replace("_", " ")
        case Seq(steps):
            return ", then ".join(said(s, scene) for s in steps) or "nothing is to be done"
        case Par(steps):
            return " and at the same time ".join(said(s, scene) for s in steps)
        case If(condition, then, otherwise):
            rest = f", otherwise {said(otherwise, scene)}" if otherwise != Seq(()) else ""
            return f"if {in_words(condition, scene)}, {said(then, scene)}{rest}"
        case Until(condition, body):
            return f"{said(body, scene)}, until {in_words(condition, scene)}"


def how(constraint: Constraint, scene: Scene | None = None) -> str:
    """`gently`, `keeping the mug upright`, `staying away from the vase`."""
    about = "" if constraint.about is None else name_of(constraint.about, scene)
    return {
        "upright": f"keeping {about} upright",
        "gentle": "gently",
        "slow": "slowly",
        "fast": "quickly",
        "keep_out": f"staying away from {about}",
        "no_touch": f"without touching {about}",
    }[constraint.kind]


def in_words(formula: Formula, scene: Scene | None = None) -> str:
    """A formula as people say it: number and negation agree."""
    if isinstance(formula, And):
        return " and ".join(in_words(p, scene) for p in formula.parts)
    match formula:
        case Or((Atom("in", (a, b)), Atom("on", (c, d)))) if (a, b) == (c, d):
            return _PLURAL.sub(r"\1 are", f"{name_of(a, scene)} is in or on {name_of(b, scene)}")
    sentence = _CANNOT.sub("cannot", say(formula, scene))
    return _DOES.sub(r"\1 does not \2", _PLURAL.sub(r"\1 are", sentence))


def not_in_words(formula: Formula, scene: Scene | None = None) -> str:
    """That it is not so."""
    return in_words(formula.body if isinstance(formula, Not) else Not(formula), scene)
