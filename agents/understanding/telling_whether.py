"""What a condition says of each of several things, and of what never changes."""

from __future__ import annotations

from dataclasses import replace

from heedful.agents.understanding.clause import Clause, Want
from heedful.agents.understanding.describe import candidates
from heedful.agents.understanding.expand import goals
from heedful.agents.understanding.rewriting import instead, opposite
from heedful.agents.understanding.shaping import Vague
from heedful.program import And, Atom, Formula, Or, Ref
from heedful.types import Scene


def of_each(want: Want, scene: Scene) -> Formula:
    """What is asked of each thing that is counted."""
    if want.relation == "to" and want.place is not None:
        hollow = [scene.objects[i].cavity is not None for i in candidates(want.place, scene)]
        ways = [n for n in ("in", "on") if not hollow or any(h == (n == "in") for h in hollow)]
        either = tuple(Atom(n, ("x", want.place)) for n in ways)
        found: Formula = either[0] if len(either) == 1 else Or(either)
    else:
        theme = Ref(words="x")
        parts = [instead(g, theme, "x") for g in goals(Clause((theme,), (replace(want, sign=True),)), scene)]
        found = parts[0] if len(parts) == 1 else And(tuple(parts))
    return found if want.sign else opposite(found)


def fixed_traits(clause: Clause, scene: Scene) -> bool | None:
    """Whether the one thing is of the colour or kind that was asked about; None where something else was asked."""
    traits = [w.relation.partition(":") for w in clause.wants]
    if not traits or any(not colon for _, colon, _ in traits):
        return None
    found = candidates(clause.themes[0], scene)
    if len(found) != 1:
        raise Vague(f"I do not know which one you mean by {clause.themes[0].words}")
    own = {"color": (scene.objects[found[0]].color,), "attribute": scene.objects[found[0]].attributes}
    return all(value in own[kind] for kind, _, value in traits)


def called(ref: Ref) -> str:
    """What a reference is called once it was told where it is."""
    article = {"a": "a", "all": "all the", "the": "the"}.get(ref.quantifier, "the")
    noun = " ".join(w for w in (ref.color, *ref.attributes, ref.category) if w) + ("s" if ref.quantifier == "all" else "")
    return " ".join([article, noun, *(f"{name} {other.words}" for name, other in ref.where)])
