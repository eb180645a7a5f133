"""What a description fits in a scene: kind, colour, attributes, state, and how it stands to other things."""

from __future__ import annotations

from heedful.agents.understanding.lexicon import ATTRIBUTE, COLOR, CONDITIONS, category_of, is_a
from heedful.agents.understanding.phrases import THEME
from heedful.predicates import evaluate
from heedful.program import Atom, Ref
from heedful.types import Id, Scene, Thing

PLACES = {"from": ("in", "on", "at"), "on": ("on", "at"), "under": ("under",)}
"""Words between two things that leave open how the one stands to the other."""


def candidates(ref: Ref, scene: Scene, theme: Id | None = None) -> list[Id]:
    """The things that a description fits, in the scene's order.

    Args:
      theme: What `its` means in `the bowl of its colour`; None where that is not known yet.
    """
    wanted = {ATTRIBUTE.get(a, a) for a in ref.attributes}
    found = [t.id for t in scene.objects.values() if _fits(t, ref, wanted, scene) and _stands(t, ref, scene, theme)]
    named = [i for i in found if category_of(scene.objects[i].category) == ref.category]
    return named if named and ref.quantifier != "all" else found  # `the light` is the lamp, where there is an LED too


def _fits(thing: Thing, ref: Ref, wanted: set[str], scene: Scene) -> bool:
    color = thing.color.lower()
    return (
        (not ref.category or is_a(thing.category, ref.category))
        and (not ref.color or COLOR.get(color, color) == ref.color)
        and wanted - {ATTRIBUTE.get(a.lower(), a.lower()) for a in thing.attributes} <= _conditions(thing, wanted, scene)
    )


def _conditions(thing: Thing, wanted: set[str], scene: Scene) -> set[str]:
    """The wanted attributes that are seen from its state."""
    known = {w: CONDITIONS[w] for w in wanted if w in CONDITIONS}
    return {w for w, (name, value) in known.items() if evaluate(Atom(name, (thing.id,)), scene) is value}


def _stands(thing: Thing, ref: Ref, scene: Scene, theme: Id | None) -> bool:
    """Whether it stands to other things as was said."""
    for relation, other in ref.where:
        if other == THEME and theme is None:
            continue
        places = [theme] if other == THEME else candidates(other, scene)
        names = PLACES.get(relation, (relation,))
        if "painted" in thing.attributes and any(scene.objects[str(p)].category == "table" for p in places):
            continue
        if not any(evaluate(Atom(n, (thing.id, str(p))), scene) is True for p in places for n in names if p != thing.id):
            return False
    return True
