"""What things are called in a dialogue: names that tell them apart, and back to ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from heedful.agents.corrections.dialogue import ALL, PERSON, ROBOT, TABLE, Dialogue, Facing
from heedful.predicates import name_of
from heedful.types import Id, Scene, SkillCall

REWARD = "reward"
"""The argument of a skill that follows a reward: its JSON."""
SIDES: Mapping[int, tuple[str, ...]] = {2: ("left", "right"), 3: ("left", "middle", "right")}


def names(scene: Scene) -> dict[str, Id]:
    """Name -> id of everything in the scene: `red block`; of things alike `left can`, `right can`, as the robot sees them, or numbered."""
    alike: dict[str, list[Id]] = defaultdict(list)
    for i in scene.objects:
        alike[name_of(i, scene).removeprefix("the ")].append(i)
    found: dict[str, Id] = {}
    for name, ids in alike.items():
        row = sorted(ids, key=lambda i: (-float(scene.objects[i].pose.pos[1]), i))
        told = [f"{side} {name}" for side in SIDES.get(len(row), ())] or [f"{name} {n}" for n in range(1, len(row) + 1)]
        found |= {name: row[0]} if len(row) == 1 else dict(zip(told, row, strict=True))
    return found


def dialogue(scene: Scene | None, call: SkillCall | None, ahead: Sequence[SkillCall] = (), facing: Facing = "robot") -> Dialogue:
    """The state that words are read against.

    Args:
      scene: What is seen.
      call: What runs, or is suspended.
      ahead: What comes after it: where a thing that is being picked up will go.
    """
    ids = names(scene) if scene is not None else {}
    called = {i: n for n, i in ids.items()}
    things = [called[str(v)] for _, v in (call.args if call is not None else ()) if str(v) in called]
    bindings = dict(zip(("object", "target"), things, strict=False))
    if call is not None and len(things) == 1:
        first = ids[things[0]]
        onward = next((c for c in ahead if str(first) in map(str, c.kwargs.values()) and len(c.args) > 1), None)
        to = [called[str(v)] for _, v in (onward.args if onward is not None else ()) if str(v) in called and v != first]
        bindings |= {"target": to[0]} if to else {}
    reward, about = _reward(call, scene)
    return Dialogue(_verb(call), bindings, tuple(ids), facing=facing, ids=ids, reward=reward, spoken_of=about)


def _reward(call: SkillCall | None, scene: Scene | None) -> tuple[tuple[Any, ...], Any]:
    """The rewards that a call follows, where it follows any, and what they may be about."""
    told = None if call is None else call.kwargs.get(REWARD)
    if scene is None or not isinstance(told, str):
        return (), None
    from heedful.skills.rewards.keeping import body_of, names_of
    from heedful.skills.rewards.reward import RewardError
    from heedful.skills.rewards.spelling import read

    try:
        stages = read(told)
    except RewardError:
        return (), None
    return stages, names_of(scene, body_of(stages))


def _verb(call: SkillCall | None) -> str | None:
    """A skill as people call it: `place_in` is `place`; drawers and doors keep theirs."""
    if call is None:
        return None
    verb, _, rest = call.skill.partition("_")
    return call.skill if rest in ("drawer", "door", "over") else verb


def identified(name: object, ids: Mapping[str, Id], scene: Scene) -> Id | None:
    """The id that a name in an effect stands for; None for nothing that is seen."""
    said = str(name)
    if said in ids:
        return ids[said]
    if said in scene.objects:
        return said
    kind = {TABLE: "table", PERSON: "person", ROBOT: "robot"}.get(said)
    return next((i for i, t in scene.objects.items() if kind and t.category == kind), None) if said != ALL else None
