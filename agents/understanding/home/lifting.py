"""What is said of a thing and is so of nothing here: in a household it is wanted, or tells where the thing is, which nobody sees yet.

`Put a clean mug on the table` asks for a mug to be washed where no mug here is clean; `a pot with a sponge in it` asks for the sponge to be
put in the pot. Where the scene is silent about colours, sizes and neighbours, these tell nothing apart and are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.clause import Clause
from heedful.agents.understanding.describe import candidates
from heedful.agents.understanding.home.doing import DONE
from heedful.agents.understanding.home.kinds import homely, kinds_of
from heedful.program import Achieve, Atom, Formula, Program, Ref, Seq
from heedful.types import Id, Scene

DIFFERENT = "different"
BESIDE = ("next_to", "near", "touching")


def at_home(scene: Scene) -> bool:
    """Whether it is a household that the scene shows."""
    return scene.told and homely((t.category for t in scene.objects.values()), lexicon.NOUN)


def lifted(clause: Clause, scene: Scene) -> tuple[Clause, list[Formula]]:
    """The clause about things as they can be told apart here, and what shall be so of them besides."""
    wanted: list[Formula] = []
    moved = any(w.relation == "to" for w in clause.wants)
    themes = tuple(r for t in clause.themes for r in _settled(t, scene, wanted, moved))
    for other in (o for w in clause.wants if w.place is not None for o in _neighbours(w.place, scene)):
        wanted += [Atom("next_to", (t, other)) for t in themes]
    wants = tuple(w if w.place is None else replace(w, place=_settled(w.place, scene, wanted, False, True)[0]) for w in clause.wants)
    return replace(clause, themes=themes, wants=wants), wanted


def visited(clause: Clause, scene: Scene) -> Program | None:
    """One place after another where there are several to go to; None if there is one."""
    places = [p for t in clause.themes for p in (candidates(t, scene) if t.quantifier == "all" else [t])]
    if len(places) < 2:
        return None
    return Seq(tuple(Achieve(Atom("robot_at", (p,))) for p in places))


def _settled(ref: Ref, scene: Scene, wanted: list[Formula], moved: bool, place: bool = False) -> Sequence[Ref]:
    """A description as it can tell things apart here, and what it asks for. `Two different sodas` are told one by one.

    Args:
      wanted: What shall be so besides; added to.
      moved: Whether it is said where to it goes, so that where it is tells no more than where it comes from.
      place: Whether it is where something goes, rather than what goes there.
    """
    if ref.words in ("them", "these", "those", "both", "they", "both of them"):
        from heedful.agents.understanding.shaping import Vague

        raise Vague(f'I do not see what "{ref.words}" are')
    if DIFFERENT in ref.attributes and ref.count:
        return _unlike(ref, scene)
    if ref.options:
        ref = replace(ref, options=tuple(o for r in ref.options for o in _settled(r, scene, wanted, moved, place)))
    if ref.category == "counter top" and ref.quantifier == "the" and len(candidates(ref, scene)) > 1:
        ref = replace(ref, quantifier="a")  # a counter is where one stands, and either will do
    if not ref.category or candidates(ref, scene):
        return [ref]
    ref = replace(ref, attributes=tuple(a for a in ref.attributes if a != DIFFERENT))
    states = [s for s in ref.attributes if s in DONE and not (s == "cooled" and "drink" in kinds_of(ref.category))]  # as drinks are
    where = [(name, other, _settled(other, scene, wanted, False, True)[0] if other.words else other) for name, other in ref.where]
    kept = replace(ref, attributes=tuple(a for a in ref.attributes if a not in DONE), where=tuple((n, o) for n, _, o in where))
    if not candidates(kept, scene):
        kept = replace(kept, where=tuple((n, o) for n, o in kept.where if "room" in kinds_of(o.category) and candidates(o, scene)))
    if not candidates(kept, scene):
        kept = replace(kept, color="")
    if not candidates(kept, scene):
        kept = replace(kept, attributes=(), pick=None)
    wanted += [Atom(s, (kept,)) for s in states]
    if len(kept.where) < len(where):
        for name, _, other in where:
            if name == "has":
                wanted.append(Atom("in", (other, kept)))
            elif name in ("in", "on") and ((place and _movable(ref, scene)) or (not place and not moved and _movable(other, scene))):
                wanted.append(Atom(name, (kept, other)))
            elif name in BESIDE and not place and not moved and _movable(other, scene):
                wanted.append(Atom("next_to", (kept, other)))
    return [kept]


def _neighbours(place: Ref, scene: Scene) -> list[Ref]:
    """The small things beside which something goes: `on the table next to the picture` where the picture is on no table."""
    wide = place.category == "floor"  # beside what on it is no way to tell a floor
    if not wide and candidates(place, scene):
        return []
    return [o for name, o in place.where if name in BESIDE and (wide or _movable(o, scene))]


def _movable(ref: Ref, scene: Scene) -> bool:
    """Whether there are such things here, and they can be moved."""
    things = [scene.objects[i] for i in candidates(Ref(ref.category), scene)]
    return bool(ref.category) and bool(things) and not all(t.fixed for t in things)


def _unlike(ref: Ref, scene: Scene) -> list[Ref]:
    """So many things, no two of one kind."""
    plain = replace(ref, attributes=tuple(a for a in ref.attributes if a != DIFFERENT))
    first: dict[str, Id] = {}
    for one in candidates(plain, scene):
        first.setdefault(scene.objects[one].category, one)
    kinds = list(first)[: ref.count]
    if len(kinds) < (ref.count or 0):
        return [plain]
    return [Ref(kind, quantifier="a", words=f"a {kind}") for kind in kinds]
