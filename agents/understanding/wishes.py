"""What a request asks for as far as words tell: acts on things in their order, read by the grammar in front of names, without a state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.describe import candidates
from heedful.agents.understanding.grammar import Grammar
from heedful.agents.understanding.loosely import HOLLOW, Wish, loosely
from heedful.geometry import Pose
from heedful.program import Achieve, And, Atom, Count, Do, Formula, If, Not, Or, Par, Program, Ref, Seq, Term, Until
from heedful.types import Cavity, Scene, Thing

PERSON = "person"
"""Who is spoken with, among the arguments of an atom."""
SPREAD = 0.3
"""How far apart the named things are imagined [m]: nothing is next to, in or on another."""


def wishes(request: str, names: Sequence[str]) -> list[Wish]:
    """The wishes of a request in front of things of these names (`the red block`); none where nothing can be made of it."""
    return list(_wishes(request, tuple(names)))


@lru_cache(maxsize=256)
def _wishes(request: str, names: tuple[str, ...]) -> tuple[Wish, ...]:
    scene = imagined(names)
    try:
        program = Grammar().understand(request, scene).program
    except Exception:  # a sentence that no grammar takes is read word by word below
        program = None
    found = list(_of_program(program, scene)) if program is not None else []
    if not found or any(w.unknown for w in found):
        loose = loosely(request, scene)
        found = loose if loose and not any(w.unknown for w in loose) else found or loose
    return tuple(found)


@lru_cache(maxsize=64)
def imagined(names: tuple[str, ...]) -> Scene:
    """Things of these names as words alone tell them: kind, colour and size, far from one another, in no known state."""
    things = [_thing(name, i) for i, name in enumerate(dict.fromkeys((*names, "the table")))]
    return Scene(0.0, {t.id: t for t in things})


def _thing(name: str, at: int) -> Thing:
    words = name.removeprefix("the ").split()
    size = [w for w in words if w in ("small", "large")]
    words = [w for w in words if w not in size]
    color = words[0] if len(words) > 1 and words[0] in lexicon.COLOR else ""
    kind = " ".join(words[1:] if color else words)
    extent = np.full(3, 0.05)
    hollow = Cavity(np.zeros(3), 0.9 * extent) if kind in HOLLOW else None
    marks = frozenset([*size, *(["painted"] if kind in ("square", "spill") else [])])
    fixed = kind in lexicon.FIXED
    return Thing(
        name, kind, Pose(np.array([0.3 + SPREAD * at, 0.0, 0.0])), extent, color=color, attributes=marks, fixed=fixed, cavity=hollow
    )


def _of_program(program: Program, scene: Scene) -> Iterable[Wish]:
    match program:
        case Achieve(goal):
            yield from _of_formula(goal, scene)
        case Do(skill):
            yield Wish("do", words={"home": "go home", "look": "look around"}.get(skill, skill.replace("_", " ")))
        case Seq(steps) | Par(steps):
            for step in steps:
                yield from _of_program(step, scene)
        case If(_, then, _):
            yield from _of_program(then, scene)
        case Until(_, body):
            yield from _of_program(body, scene)


def _of_formula(formula: Formula, scene: Scene, var: str = "", among: tuple[str, ...] = ()) -> Iterable[Wish]:
    match formula:
        case Atom():
            yield from _of_atom(formula, "", scene, var, among)
        case Not(Atom() as atom):
            yield from _of_atom(atom, "~", scene, var, among)
        case And(parts):
            for part in parts:
                yield from _of_formula(part, scene, var, among)
        case Or(parts) if parts:
            ways = [list(_of_formula(p, scene, var, among)) for p in parts]
            yield from next((w for w in ways if w and not any(x.unknown for x in w)), ways[0])
        case Count(name, category, body, least, _, given):
            domain = _meant(given[0], scene)[0] if given and isinstance(given[0], Ref) else tuple(map(str, given))
            domain = domain or tuple(t.id for t in scene.objects.values() if not category or lexicon.is_a(t.category, category))
            if least is None:
                for one in domain:
                    yield from _of_formula(body, scene, name, (one,))
            else:
                for _ in range(max(least, 1)):
                    yield from _of_formula(body, scene, name, domain)


def _of_atom(atom: Atom, sign: str, scene: Scene, var: str, among: tuple[str, ...]) -> Iterable[Wish]:
    slots: list[tuple[tuple[str, ...], str, bool, bool]] = []
    for term in atom.args:
        ids, words, definite = (among, "it", False) if term == var and var else _meant(term, scene)
        slots.append((ids, words, definite and len(ids) > 1, isinstance(term, Ref) and term.quantifier == "all"))
    rest = tuple(s[0] for s in slots[1:])
    said = tuple(s[1] for s in slots)
    ambiguous, unknown = any(s[2] for s in slots), any(not s[0] for s in slots)
    first = slots[0] if slots else ((), "", False, False)
    if atom.name == "at" and atom.args[1:] == (PERSON,) and not sign:  # an arm at a table hands over what it holds
        yield Wish("holding", (first[0],), said[:1], first[2], not first[0])
        return
    places = {i for ids in rest for i in ids}
    whole = [i for i in first[0] if (i not in places and not scene.objects[i].fixed) or not rest]
    wanted = atom.args[0] if atom.args else ""
    many = wanted.count if isinstance(wanted, Ref) and wanted.quantifier == "a" and wanted.count else 1
    groups = [(i,) for i in whole] if first[3] and whole else [first[0]] * many
    for group in groups:
        yield Wish(sign + atom.name, (group, *rest), said, ambiguous, unknown)


def _meant(term: Term, scene: Scene) -> tuple[tuple[str, ...], str, bool]:
    """The names that a term may mean, its words, and whether one certain thing is meant."""
    if isinstance(term, str):
        return (term,) if term in scene.objects else (), term, False
    plain = Ref(term.category, term.color, term.attributes, term.quantifier, term.words)
    found = candidates(plain, scene) if term.category or term.color or term.attributes else []
    excepted = {i for r in term.but for i in candidates(r, scene)}
    for option in term.options:
        found += [i for i in candidates(option, scene) if i not in found]
    definite = term.quantifier == "the" and term.pick is None and not term.where
    return tuple(i for i in found if i not in excepted), term.words or term.category, definite
