"""Ideal skills: a scene in which a call has done just what it is said to do, with things put where there is room for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle
from heedful.predicates import evaluate
from heedful.predicates.builtin import in_
from heedful.predicates.ways import moved
from heedful.program import And, Atom, Not
from heedful.skills import spots
from heedful.skills.skill import Skill
from heedful.types import Id, Scene, SkillCall, Thing

RAISED = 0.25
"""Height at which what is held is imagined [m]."""
WAYS = {"left_of": (0.0, 1.0), "right_of": (0.0, -1.0), "in_front_of": (-1.0, 0.0), "behind": (1.0, 0.0)}
PLACES = ("in", "on", "at", "next_to", *WAYS)


def carried_out(skill: Skill, call: SkillCall, scene: Scene) -> Scene | str:
    """The scene after a call that went as it should, or why it cannot: a precondition that fails, no room."""
    if evaluate(skill.bind(skill.requires, call.kwargs), scene) is False:
        return skill.lacks(scene, call.kwargs)
    effects = skill.bind(skill.effects, call.kwargs)
    parts = effects.parts if isinstance(effects, And) else (effects,)
    adds = [p for p in parts if isinstance(p, Atom)]
    gone = [p.body for p in parts if isinstance(p, Not) and isinstance(p.body, Atom)]
    placed = sorted((a for a in adds if a.name in PLACES), key=lambda a: a.name not in WAYS)
    if placed:
        sides = [a for a in placed if a.name in WAYS]
        chosen = sides[0] if sides else next((a for a in placed if a.name in ("next_to", "at")), placed[0])
        found = _placed(scene, chosen)
        if found is None:
            return f"there is no room at the {chosen.args[1]}"
        scene = found
    for atom in adds:
        scene = _true(scene, atom)
    for atom in gone:
        scene = _false(scene, atom)
    if evaluate(skill.bind(skill.post, call.kwargs), scene) is False:
        return f"{call} could not be imagined"
    return scene


def _true(scene: Scene, atom: Atom) -> Scene:
    ids = [str(a) for a in atom.args]
    match atom.name:
        case "holding":
            thing = scene.objects[ids[0]]
            raised = {**scene.objects, thing.id: thing.moved(thing.pose.shifted((0.0, 0.0, RAISED)))}
            hand = next((g for g, i in scene.held.items() if i is None), next(iter(scene.held), "gripper"))
            return replace(scene, objects=raised, held={**scene.held, hand: thing.id}, contacts=_apart(scene, thing.id))
        case "open" | "closed":
            return _opened(scene, ids[0], 1.0 if atom.name == "open" else 0.0)
        case "running":
            return replace(scene, joints={**scene.joints, ids[0]: 1.0})
        case "lit":
            return replace(scene, lit={**scene.lit, ids[0]: True})
        case "clean":
            return replace(scene, wiped={**scene.wiped, ids[0]: 1.0})
        case "full" | "empty":
            return replace(scene, fill={**scene.fill, ids[0]: 1.0 if atom.name == "full" else 0.0})
        case "upright" | "upside_down":
            thing = scene.objects[ids[0]]
            turn = quat_from_axis_angle((1, 0, 0), 0.0 if atom.name == "upright" else np.pi)
            return _set(scene, thing, Pose(np.array([*thing.pose.pos[:2], thing.size[2] / 2]), turn), "table")
    return scene


def _false(scene: Scene, atom: Atom) -> Scene:
    ids = [str(a) for a in atom.args]
    match atom.name:
        case "lit":
            return replace(scene, lit={**scene.lit, ids[0]: False})
        case "running":
            return replace(scene, joints={**scene.joints, ids[0]: 0.0})
        case "holding":
            return replace(scene, held={g: None if i == ids[0] else i for g, i in scene.held.items()})
    return scene


def _placed(scene: Scene, atom: Atom) -> Scene | None:
    """The thing of `on(a, b)`, `left_of(a, b)` … set down at the first free spot."""
    a, b = (str(x) for x in atom.args)
    thing, other = scene.objects[a], scene.objects[b]
    level = thing if abs(float(thing.pose.matrix[2, 2])) > 0.9 else thing.moved(Pose(thing.pose.pos))
    scene = replace(scene, held={g: None if i == a else i for g, i in scene.held.items()})
    where: Sequence[Array]
    match atom.name:
        case "in":
            where, on = spots.inside(level, other, scene), b
        case "on" if other.category != "table" and not other.fixed and other.cavity is None:
            where, on = [np.array([*other.pose.pos[:2], other.top + level.pose.pos[2] - level.bottom + 0.001])], b
        case "on":
            where, on = spots.upon(level, other, scene, level.pose.pos), b
        case "at":
            where, on = spots.marked(level, other, scene), "table"
        case name:
            where, on = spots.beside(level, other, scene, scene.sense * np.array(WAYS[name]) if name in WAYS else None), "table"
    if not len(where):
        return None
    at = np.array(where[0]) - np.array([0.0, 0.0, 0.003 if atom.name != "in" else 0.0])
    found = _set(scene, level, Pose(at, level.pose.quat), on)
    if atom.name == "at":
        found = replace(found, contacts=None if found.contacts is None else found.contacts | {_pair(a, b)})
    return found


def _set(scene: Scene, thing: Thing, pose: Pose, on: Id) -> Scene:
    contacts = _apart(scene, thing.id)
    return replace(
        scene,
        objects={**scene.objects, thing.id: thing.moved(pose)},
        contacts=None if contacts is None else contacts | {_pair(thing.id, on)},
    )


def _opened(scene: Scene, id: Id, to: float) -> Scene:
    """A drawer or door at another opened fraction, what lies in the drawer along with it."""
    leaf = scene.objects[id]
    motion = moved(leaf, to - scene.joints.get(id, 0.0))
    along = [id, *(t.id for t in scene.objects.values() if leaf.slide is not None and not t.fixed and in_(scene, t, leaf))]
    shifted = {i: scene.objects[i].moved(motion @ scene.objects[i].pose) for i in along}
    return replace(scene, objects={**scene.objects, **shifted}, joints={**scene.joints, id: to})


def _apart(scene: Scene, id: Id) -> frozenset[tuple[Id, Id]] | None:
    return None if scene.contacts is None else frozenset(p for p in scene.contacts if id not in p)


def _pair(a: Id, b: Id) -> tuple[Id, Id]:
    return (min(a, b), max(a, b))


def imagined(calls: Sequence[SkillCall], skills: dict[str, Skill], scene: Scene) -> Iterator[Scene | str]:
    """The scene after each call in turn, ending with the reason why one cannot be carried out."""
    for call in calls:
        after = carried_out(skills[call.skill], call, scene)
        yield after
        if isinstance(after, str):
            return
        scene = after
