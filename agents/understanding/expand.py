"""What a clause wants, as formulas: wants that depend on the kind of a thing, or on how things stand, are spelt out here."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.apart import left_to_right
from heedful.agents.understanding.clause import Clause, Vague, Want
from heedful.agents.understanding.describe import candidates
from heedful.agents.understanding.home.lifting import at_home, lifted
from heedful.predicates import evaluate
from heedful.program import Atom, Count, Formula, Not, Or, Ref, Term
from heedful.types import Id, Scene


def goals(clause: Clause, scene: Scene) -> list[Formula]:
    """What a clause asks for, over references."""
    found: list[Formula] = []
    if at_home(scene):
        clause, found = lifted(clause, scene)
    for shape in dict.fromkeys(_shape(w) for w in clause.wants):
        if shape in SHAPES:
            found += SHAPES[shape](_in_order(clause, shape, scene), scene)
    for theme in clause.themes:
        for want in clause.wants:
            if _shape(want) not in SHAPES:
                found += _one(theme, want, scene)
    return list(dict.fromkeys(found))


def _shape(want: Want) -> str:
    """What is wanted of all things together, if it is that."""
    return want.relation.partition("_")[0]


def spared(clause: Clause, scene: Scene) -> list[Formula]:
    """That what is carried stays full: what was called full, or is full and may not be spilled."""
    wants = {w.relation for w in clause.wants}
    if wants & {"poured", "filled", "empty"}:
        return []
    kept = [t for t in clause.themes if "full" in t.attributes]
    if clause.careful:
        kept += [t for t in clause.themes if any(evaluate(Atom("full", (i,)), scene) is True for i in candidates(t, scene))]
    return [Atom("full", (t,)) for t in kept]


def _one(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    """One want of one thing."""
    if want.relation in SPELT:
        return SPELT[want.relation](theme, want, scene)
    atom = Atom(want.relation, (theme,) if want.place is None else (theme, want.place))
    return [atom if want.sign else Not(atom)]


def _to(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    pair = (theme, want.place or theme)
    return [Or((Atom("in", pair), Atom("on", pair)))]


def _pushed_to(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    """Onto what is painted on the table; up to anything else."""
    assert want.place is not None
    flat = any("painted" in scene.objects[i].attributes for i in candidates(want.place, scene))
    return [Atom("on" if flat or want.place.category == "square" else "next_to", (theme, want.place))]


def _on_off(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    """A lamp is lit, a faucet runs."""
    kinds = [theme.category, *(scene.objects[i].category for i in candidates(theme, scene) if theme.words not in lexicon.SINGLE)]
    name = next((lexicon.SWITCHED[k] for k in kinds if k in lexicon.SWITCHED), "lit")
    return [Atom(name, (theme,)) if want.sign else Not(Atom(name, (theme,)))]


def _opened(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    """To open a faucet is to let it run."""
    if theme.category in ("faucet", "water"):
        return _on_off(theme, Want("on_off", sign=want.relation == "open"), scene)
    return [Atom(want.relation, (theme,))]


def _poured(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    """What was in the one is in the other."""
    assert want.place is not None
    source, target = (theme, want.place) if want.relation == "poured" else (want.place, theme)
    return [Atom("full", (target,)), Not(Atom("full", (source,)))]


def _aside(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    """Off whatever it is in, on or at, the table apart."""
    others = [i for i, t in scene.objects.items() if t.category != "table"]
    for one in candidates(theme, scene):
        pairs = [("at" if "painted" in scene.objects[o].attributes else n, o) for o in others for n in ("in", "on") if o != one]
        held = [(n, o) for n, o in dict.fromkeys(pairs) if evaluate(Atom(n, (one, o)), scene) is True]
        if held:
            return [Not(Atom(name, (theme, other))) for name, other in held]
    raise Vague(f"I do not see where {theme.words} should go")


def _unstacked(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    """Off whatever else can be moved that it stands on."""
    pairs = [(i, o) for i in candidates(theme, scene) for o, t in scene.objects.items() if o != i and not t.fixed]
    found: list[Formula] = [Not(Atom("on", p)) for p in pairs if evaluate(Atom("on", p), scene) is True]
    if not found:
        raise Vague("I do not see anything that is stacked")
    return found


def _over(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    """The other way up."""
    down = [evaluate(Atom("upside_down", (i,)), scene) is True for i in candidates(theme, scene)]
    return [Atom("upright" if down and all(down) else "upside_down", (theme,))]


def _wiped(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    """A wiped table is one without a spill."""
    return [Atom("clean", (Ref("spill", quantifier="all", words="the spill"),))]


def _wiped_under(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    return [Atom("clean", (Ref("spill", words=f"the spill under {theme.words}", where=(("under", theme),)),))]


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


SPELT: dict[str, Callable[[Ref, Want, Scene], list[Formula]]] = {
    "to": _to, "push_to": _pushed_to, "on_off": _on_off, "open": _opened, "closed": _opened, "poured": _poured, "filled": _poured,
    "aside": _aside, "unstacked": _unstacked, "over": _over, "wiped": _wiped, "wiped_under": _wiped_under,
    "lit_by": _lit_by, "washed": _washed,
    "each_in": _each, "each_on": _each,
}  # fmt: skip


def _row(things: Sequence[Term], scene: Scene) -> list[Formula]:
    """From left to right, each next to the one before; said of those farther from the middle."""
    found: list[Formula] = []
    middle = (len(things) - 1) // 2 if len(things) > 2 else 0
    for at, thing in enumerate(things):
        if at != middle:
            beside = things[at + 1] if at < middle else things[at - 1]
            found += [Atom("left_of" if at < middle else "right_of", (thing, beside)), Atom("next_to", (thing, beside))]
    return found


def _tower(things: Sequence[Term], scene: Scene) -> list[Formula]:
    """From the bottom to the top."""
    return [Atom("on", (upper, lower)) for lower, upper in itertools.pairwise(things)]


def _swap(things: Sequence[Term], scene: Scene) -> list[Formula]:
    """What is on the other comes under it."""
    if len(things) == 2:
        pairs = [(a, b) for a in candidates_of(things[0], scene) for b in candidates_of(things[1], scene)]
        if any(evaluate(Atom("on", p), scene) is True for p in pairs):
            return [Atom("on", (things[1], things[0]))]
        if any(evaluate(Atom("on", (b, a)), scene) is True for a, b in pairs):
            return [Atom("on", (things[0], things[1]))]
    raise Vague("I can only swap two things of which one is on the other")


def _beside(things: Sequence[Term], scene: Scene) -> list[Formula]:
    """Each next to the one before."""
    return [Atom("next_to", pair) for pair in itertools.pairwise(things)]


SHAPES: dict[str, Callable[[Sequence[Term], Scene], list[Formula]]] = {"row": _row, "beside": _beside, "tower": _tower, "swap": _swap}
"""What is wanted of several things together."""


def candidates_of(term: Term, scene: Scene) -> list[Id]:
    return candidates(term, scene) if isinstance(term, Ref) else [term]


def _in_order(clause: Clause, shape: str, scene: Scene) -> list[Term]:
    """The things of a row or tower in order; those of which no place was said as they stand, large ones at the bottom of a tower."""
    things: list[Term] = []
    for theme in clause.themes:
        ids = left_to_right(candidates(theme, scene), scene) if theme.quantifier == "all" else []
        ids.sort(key=lambda i: -float(max(scene.objects[i].size[:2]))) if shape == "tower" else None
        things += ids or [theme]
    seen = [i for t in things for i in ([t] if isinstance(t, str) else candidates(t, scene)[:1])]
    if len(set(seen)) < len(seen):
        raise Vague(f"something was named twice for a {shape}")
    for want in clause.wants:
        mark = want.relation.partition("_")[2]
        if mark and want.place is not None:
            place = _among(things, want.place, scene)
            things.remove(place)
            at = {"first": 0, "middle": len(things) // 2, "last": len(things)}[mark]
            things.insert(at, place)
    if len(things) < 2:
        raise Vague(f"a {shape} takes at least two things")
    return things


def _among(things: Sequence[Term], wanted: Ref, scene: Scene) -> Term:
    """The one of the things that a description means."""
    ids = set(candidates(wanted, scene))
    for thing in things:
        if thing == wanted or thing in ids or (isinstance(thing, Ref) and ids and set(candidates(thing, scene)) == ids):
            return thing
    raise Vague(f"{wanted.words} is none of the things that were named")
