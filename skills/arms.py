"""Which arm does a call, on robots that have several: the one that holds the thing, else the one that reaches what the call is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from heedful.predicates.reach import reaches
from heedful.program import And, Atom
from heedful.skills.skill import Skill
from heedful.types import Id, Observation, PartSpec, Scene, SkillCall


def arm_for(skill: Skill, call: SkillCall, obs: Observation, parts: Mapping[str, PartSpec], ahead: Iterable[SkillCall] = ()) -> str:
    """The arm that a call is given when it starts; empty where there is no choice.

    The one that the call names; the one that holds what the call needs held; else, among those with an empty hand, the one that reaches
    the call's things, then most of what later calls do with them, and at last the nearest.

    Args:
      ahead: The calls that follow, in order.
    """
    arms = [n for n, p in parts.items() if p.kind == "arm"]
    if len(arms) < 2 or not {"arm", "gripper"} & set(skill.uses):
        return str(call.kwargs.get("arm") or "")
    if named := call.kwargs.get("arm"):
        return str(named)
    scene = obs.scene
    if scene is None:
        return arms[0]
    hands = {arm: scene.held.get(parts[arm].gripper) for arm in arms}
    for thing in _held_by(skill, call):
        if holder := next((a for a in arms if hands[a] == thing), ""):
            return holder
    things = _things(call, scene)
    later = [i for c in _about(things, ahead) for i in _things(c, scene) if i not in things]
    free = [a for a in arms if hands[a] is None] or arms

    def worth(arm: str) -> tuple[int, int, float]:
        near = sum(_distance(scene, arm, i) for i in things[:1])
        return _reached(scene, arm, things), _reached(scene, arm, later), -near

    return max(free, key=worth)


def _held_by(skill: Skill, call: SkillCall) -> list[Id]:
    """What must be held for a call, by its preconditions."""
    wanted = skill.bind(skill.requires, call.kwargs)
    parts = wanted.parts if isinstance(wanted, And) else (wanted,)
    return [str(p.args[0]) for p in parts if isinstance(p, Atom) and p.name == "holding"]


def _about(things: list[Id], ahead: Iterable[SkillCall]) -> list[SkillCall]:
    """The calls that go on with these things, up to where they are handed on."""
    found = []
    for call in ahead:
        if call.skill == "hand_over":
            break
        if set(things) & {str(v) for _, v in call.args}:
            found.append(call)
    return found


def _things(call: SkillCall, scene: Scene) -> list[Id]:
    return [str(v) for _, v in call.args if isinstance(v, str) and v in scene.objects]


def _reached(scene: Scene, arm: str, things: Iterable[Id]) -> int:
    return sum(arm in scene.reach and reaches(scene, arm, scene.objects[i]) for i in things)


def _distance(scene: Scene, arm: str, thing: Id) -> float:
    """From the arm's shoulder [m]."""
    shell = scene.reach.get(arm)
    return float("inf") if shell is None else float(np.linalg.norm(scene.objects[thing].pose.pos - shell.centre))
