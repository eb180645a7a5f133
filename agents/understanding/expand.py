"""What a clause wants, as formulas: wants that depend on the kind of a thing, or on how things stand, are spelt out here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.clause import ZONE, Clause, Want
from heedful.agents.understanding.describe import candidates
from heedful.agents.understanding.home import spelt
from heedful.agents.understanding.home.lifting import at_home, lifted
from heedful.agents.understanding.ordering import turned
from heedful.agents.understanding.shaping import SHAPES, Vague, in_order
from heedful.agents.understanding.shifting import moved_on
from heedful.agents.understanding.zones import settled
from heedful.predicates import evaluate
from heedful.predicates.builtin import EMPTY
from heedful.program import And, Atom, Formula, Not, Or, Ref
from heedful.types import Scene


def goals(clause: Clause, scene: Scene) -> list[Formula]:
    """What a clause asks for, over references."""
    found: list[Formula] = []
    if at_home(scene):
        clause, found = lifted(clause, scene)
    for shape in dict.fromkeys(w.relation.partition("_")[0] for w in clause.wants):
        if shape in SHAPES:
            found += SHAPES[shape](in_order(clause, shape, scene), scene)
    for theme in clause.themes:
        for want in clause.wants:
            if want.relation.partition("_")[0] not in SHAPES:
                found += _one(theme, want, scene)
    return list(dict.fromkeys(found))


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
    if want.mine:
        want = _as_seen(want, turned(scene))
    if want.place is not None and want.place.category in ("person", "robot") and want.relation in NEAR:
        atom = Atom("at", (theme, want.place.category))
        return [atom if want.sign else Not(atom)]
    if want.place is not None and want.place.category == "table" and want.relation in SIDES_OF_TABLE:
        atom = Atom("at", (theme, SIDES_OF_TABLE[want.relation]))
        return [atom if want.sign else Not(atom)]
    if want.relation.startswith("shifted_"):
        return moved_on(theme, want, scene)
    if want.metres is not None:
        return _said(theme, want, scene)
    if want.relation in SPELT:
        return SPELT[want.relation](theme, want, scene)
    atom = Atom(want.relation, (theme,) if want.place is None else (theme, want.place))
    return [atom if want.sign else Not(atom)]


NEAR = ("next_to", "near", "to", "push_to", "on", "in", "in_front_of", "at", "back", "touching")
"""Relations to the person or the robot that say no more than that it is within reach."""


_TURNED = {"left_of": "right_of", "right_of": "left_of", "in_front_of": "behind", "behind": "in_front_of"}
_TURNED_ZONES = {"table_left": "table_right", "table_right": "table_left", "table_near": "table_far", "table_far": "table_near"}


def _as_seen(want: Want, turned: bool) -> Want:
    """A side as the person sees it, said as sides are told in the scene."""
    if not turned:
        return replace(want, mine=False)
    place = want.place
    if place is not None and place.category == ZONE:
        place = replace(place, words=_TURNED_ZONES.get(place.words, place.words))
    return replace(want, relation=_TURNED.get(want.relation, want.relation), place=place, mine=False)


SIDES_OF_TABLE = {"left_of": "table_left", "right_of": "table_right", "in_front_of": "table_near", "behind": "table_far"}
"""What is left of the table is on the left side of it."""


def _said(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    """A relation, and how far from each other its things shall be."""
    assert want.place is not None
    place = want.place
    found: list[Formula] = [] if want.relation == "apart" else [Atom(want.relation, (theme, place))]
    if want.metres is not None:
        found.append(Atom("well_apart" if want.at_least else "apart", (theme, place, f"{want.metres:g}")))
    return [found[0] if len(found) == 1 else And(tuple(found))] if want.sign else [Not(f) for f in found]


def _at(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    """At a place that is no thing."""
    if want.place is None or want.place.category != ZONE:
        atom = Atom("at", (theme,) if want.place is None else (theme, want.place))
    else:
        atom = Atom("at", (theme, settled(want.place.words, turned(scene))))
    return [atom if want.sign else Not(atom)]


def _filled_to(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    return [Atom("filled", (theme, f"{want.share:g}"))]


def _to(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    pair = (theme, want.place or theme)
    return [Or((Atom("in", pair), Atom("on", pair)))]


def _in(theme: Ref, want: Want, scene: Scene, one: str = "") -> list[Formula]:
    """Inside it; on what is flat, which people say `in` of, too: `in the tray`."""
    assert want.place is not None
    flat = want.place.category in lexicon.FLAT and [evaluate(Atom("container", (i,)), scene) for i in candidates(want.place, scene)]
    atom = Atom("on" if flat and all(f is False for f in flat) else "in", (one or theme, want.place))
    return [atom if want.sign else Not(atom)]


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
    """What was in the one is in the other: what is poured, or where nothing is, the things that lie in it."""
    assert want.place is not None
    source, target = (theme, want.place) if want.relation == "poured" else (want.place, theme)
    vessels = candidates(source, scene)
    solid = [
        o for o, t in scene.objects.items() if not t.fixed and any(evaluate(Atom("in", (o, v)), scene) is True for v in vessels if v != o)
    ]
    if solid and len(vessels) == 1 and scene.fill.get(vessels[0], 0.0) <= EMPTY:
        return [f for o in solid for f in _in(Ref(scene.objects[o].category, words=o), Want("in", target), scene, o)]
    return [Atom("full", (target,)), Not(Atom("full", (source,)))]


def _aside(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    """Off whatever it is in, on or at, the table apart."""
    others = [i for i, t in scene.objects.items() if t.category != "table"]
    found: list[Formula] = []
    for one in candidates(theme, scene):
        pairs = [("at" if "painted" in scene.objects[o].attributes else n, o) for o in others for n in ("in", "on") if o != one]
        held = [(n, o) for n, o in dict.fromkeys(pairs) if evaluate(Atom(n, (one, o)), scene) is True]
        several = theme.quantifier == "all"
        found += [Not(Atom(name, (one if several else theme, other))) for name, other in held]
        if held and not several:
            break
    if not found:
        raise Vague(f"I do not see where {theme.words} should go")
    return found


def _away(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    """Off what it is in or on, else far from it."""
    assert want.place is not None
    pairs = [(i, j) for i in candidates(theme, scene) for j in candidates(want.place, scene) if i != j]
    there = [n for n in ("in", "on") if any(evaluate(Atom(n, p), scene) is True for p in pairs)]
    return [Not(Atom(n, (theme, want.place))) for n in there] or [Atom("far_from", (theme, want.place))]


def _emptied(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    """Nothing is left in it, or on it; what is poured is poured out."""
    relation = "in" if lexicon.is_a(theme.category, "container") else "on"
    inside = Ref(quantifier="all", words=f"everything {relation} {theme.words}", where=((relation, theme),))
    return [Atom("empty", (theme,))] if not candidates(inside, scene) else [Not(Atom(relation, (inside, theme)))]


def _between(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    """Right of the one and left of the other, or behind the one and in front of the other, as they stand."""
    assert want.place is not None
    first, second = _two(want, scene)
    (x0, y0), (x1, y1) = (scene.sense * scene.objects[i].pose.pos[:2] for i in (first, second))
    if abs(y0 - y1) >= abs(x0 - x1):
        left, right = (first, second) if y0 > y1 else (second, first)
        return [Atom("right_of", (theme, left)), Atom("left_of", (theme, right))]
    near, far = (first, second) if x0 < x1 else (second, first)
    return [Atom("behind", (theme, near)), Atom("in_front_of", (theme, far))]


def _two(want: Want, scene: Scene) -> tuple[str, str]:
    """The two things between which something shall be."""
    assert want.place is not None
    found = candidates(want.place, scene) if want.other is None else [i for r in (want.place, want.other) for i in candidates(r, scene)]
    if len(found) != 2 or len(set(found)) != 2 or (want.other is not None and len(candidates(want.other, scene)) != 1):
        words = want.place.words if want.other is None else f"{want.place.words} and {want.other.words}"
        raise Vague(f"I do not know between which two things that is: {words}")
    return found[0], found[1]


def _where(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    """In or on what another thing is in or on."""
    assert want.place is not None
    for one in candidates(want.place, scene):
        for other in scene.objects.values():
            for name in ("in", "on"):
                if other.id != one and other.category != "table" and evaluate(Atom(name, (one, other.id)), scene) is True:
                    return [Atom(name, (theme, other.id))]
    raise Vague(f"{want.place.words} lies in or on nothing but the table")


def _back(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    """Where it was when this was said."""
    for one in candidates(theme, scene):
        for other in scene.objects.values():
            for name in ("in", "on"):
                if other.id != one and other.category != "table" and evaluate(Atom(name, (one, other.id)), scene) is True:
                    return [Atom(name, (theme, other.id))]
    raise Vague(f"I do not know where {theme.words} belongs")


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


SPELT: dict[str, Callable[[Ref, Want, Scene], list[Formula]]] = {
    "at": _at, "in": _in, "filled_to": _filled_to, "back": _back, "where": _where, "away": _away, "emptied": _emptied, "between": _between,
    "to": _to, "push_to": _pushed_to, "on_off": _on_off, "open": _opened, "closed": _opened, "poured": _poured, "filled": _poured,
    "aside": _aside, "unstacked": _unstacked, "over": _over, "wiped": _wiped, "wiped_under": _wiped_under,
    **spelt.SPELT,
}  # fmt: skip
