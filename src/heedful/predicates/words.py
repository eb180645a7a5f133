"""Formulas said in words: what a goal, a precondition or a failure means, for a person."""

from __future__ import annotations

import re

from heedful.predicates.registry import relation
from heedful.program import And, Atom, Count, Formula, Not, Or, Term
from heedful.types import Scene


def say(formula: Formula, scene: Scene | None = None) -> str:
    """The formula as a sentence without its full stop: `the red block is in the blue bowl`."""
    match formula:
        case Atom(name, args):
            found = relation(name)
            return found.says.format(*(float(str(a)) if n in found.numbers else name_of(a, scene) for n, a in enumerate(args)))
        case Not(Count(_, kind, body, 1, None, ())):
            some, none = (f"some {kind}", f"no {kind}") if kind else ("something", "nothing")
            return re.sub(rf"\b{re.escape(some)}\b", none, say(formula.body, scene), count=1)
        case Not(body):
            said = say(body, scene)
            flipped = re.sub(r"\b(is|are|can(?= be\b))\b", r"\1 not", said, count=1)
            return flipped if flipped != said else f"it is not so that {said}"
        case And(parts):
            return " and ".join(say(p, scene) for p in parts) or "nothing is asked for"
        case Or(parts):
            return " or ".join(say(p, scene) for p in parts)
        case Count(var, category, body, least, most, among):
            kind = category or "thing"
            if among:
                names = [name_of(a, scene) for a in among]
                listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
                bound = "at least" if most is None else "at most" if least in (None, 0) else ""
                many = "all" if (least, most) == (None, None) else f"{bound} {most if most is not None else least}".strip()
                return say(body, scene).replace(f"the {var}", f"{many} of {listed}", 1)
            said = say(body, scene).replace(f"the {var}", "\0", 1)
            if least is None:
                return said.replace("\0", f"every {kind}")
            if (least, most) == (1, None):
                return said.replace("\0", f"some {kind}" if category else "something")
            many = f"exactly {least}" if least == most else f"at least {least}"
            return said.replace("\0", f"{many} of the {kind}s")


def name_of(term: Term, scene: Scene | None = None) -> str:
    """A thing as a person would call it, as short as the scene allows: `the red block`, `the small red block`."""
    if not isinstance(term, str):
        return term.words or f"the {term.category}"
    thing = scene.objects.get(term) if scene else None
    if thing is None or scene is None:
        return f"the {term.rstrip('0123456789').rstrip('_').replace('_', ' ')}"
    alike = [t for t in scene.objects.values() if t.category == thing.category]
    if len(alike) == 1 and not thing.color:
        return f"the {thing.category}"
    short = f"{thing.color} {thing.category}".strip()
    alike = [t for t in alike if t.color == thing.color]
    return f"the {short}" if len(alike) == 1 else f"the {thing.name}"
