"""Wants of households, spelt out as formulas: without dust, so many in each, in the light, beside one another."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace

from heedful.agents.understanding.clause import Want
from heedful.agents.understanding.describe import candidates
from heedful.program import Atom, Count, Formula, Not, Ref, Term
from heedful.types import Scene


def _washed(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    """Without the dust and the stains that are on it; where there are none, washed."""
    marks = {m for i in candidates(theme, scene) for m in ("dusty", "stained") if m in scene.objects[i].attributes}
    return [Not(Atom(m, (theme,))) for m in sorted(marks)] or [Atom("washed", (theme,))]


def _each(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    """So many of them in, or on, each of several places."""
    assert want.place is not None
    kind = replace(theme, quantifier="all", count=None)
    name, many = want.relation.removeprefix("each_"), theme.count or 1
    return [Count("x", "", Atom(name, ("x", place)), many, many, (kind,)) for place in candidates(want.place, scene)]


def _lit_by(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    """The light in which a thing is looked at."""
    return [Atom("lit", (want.place or theme,))]


def beside(things: Sequence[Term], scene: Scene) -> list[Formula]:
    """Each next to the one before."""
    return [Atom("next_to", pair) for pair in itertools.pairwise(things)]


SPELT: dict[str, Callable[[Ref, Want, Scene], list[Formula]]] = {
    "washed": _washed, "each_in": _each, "each_on": _each, "lit_by": _lit_by,
}  # fmt: skip
