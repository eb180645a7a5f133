"""Rewards kept under a name, as files of JSON that people can read, and as skills that a planner can choose."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from heedful.skills.rewards.catalogue import FEET, Body, Name
from heedful.skills.rewards.reward import Names, RewardError, nearest
from heedful.skills.rewards.spelling import LONGEST_TEXT, Stages, from_data, read, to_data, written
from heedful.skills.skill import Param, Skill
from heedful.types import Motion, Observation, Scene

Follow = Callable[[Observation, Stages], Motion]
"""What makes a motion of rewards: it optimises each stage in turn while the robot moves."""
PLANNED = "heedful.skills.rewards.motion"
"""The module with `reward_motion(obs, stages)`, which plans with the body's model and is imported when a reward is followed."""
VERSION = 1
_NAME = re.compile(r"[a-z][a-z0-9_]{0,47}")
OF_BODY = frozenset({"torso", "hand", "rest", *FEET})
"""Points that every body of the kind has."""
OWN: dict[Body, frozenset[str]] = {"legged": frozenset({"trunk", "floor"}), "arm": frozenset()}
"""Ids of a body's own parts, and of what it stands on, in a scene."""
TOUCHES: dict[Body, tuple[str, ...]] = {"legged": (), "arm": ("table", "cabinet", "drawer", "door", "lamp")}
"""Fixtures that following a reward may touch."""
USES: dict[Body, tuple[str, ...]] = {"legged": ("legs",), "arm": ("arm", "gripper")}


@dataclass(frozen=True, slots=True)
class Kept:
    """A reward with its name and the words that it came of."""

    name: str
    words: str
    """What a planner reads of it: the instruction."""
    stages: Stages

    def check(self) -> None:
        """Raises RewardError for a name that is none."""
        if not _NAME.fullmatch(self.name):
            raise RewardError(f"a reward's name is lower-case letters, digits and _, such as paw_up, not {self.name[:60]!r}")

    @property
    def body(self) -> Body:
        """The kind of body that it is for."""
        return body_of(self.stages)


def body_of(stages: Stages) -> Body:
    """The kind of body that rewards are for: legs, if all their terms are of such a body, else an arm."""
    return "legged" if all("legged" in t.spec.bodies for s in stages for t in s) else "arm"


def names_of(scene: Scene, body: Body) -> Names:
    """What rewards may be about in a scene: its things, its joints, and the handles of those."""
    joints = tuple(i for i in scene.objects if i in scene.joints)
    things = tuple(i for i in scene.objects if i not in scene.joints and i not in OWN[body])
    parts = tuple(f"{i}_handle" for i in joints if scene.objects[i].handle is not None)
    return Names(body, things, joints, parts)


def save(folder: Path, kept: Kept) -> Path:
    """Write a reward under its name; one that is there is replaced. Raises RewardError for a name that is none, OSError."""
    kept.check()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{kept.name}.json"
    told = {"format_version": VERSION, "name": kept.name, "words": kept.words, **to_data(kept.stages)}
    draft = path.with_suffix(".json.part")
    draft.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    draft.replace(path)
    return path


def load(folder: Path, name: str, names: Names | None = None) -> Kept:
    """The reward of that name, checked anew. Raises RewardError."""
    known = names_in(folder)
    if name not in known:
        raise RewardError(f"no reward is kept as {name[:60]!r}{nearest(name, known) or '.'} Kept: {', '.join(known) or 'none'}")
    path = folder / f"{name}.json"
    try:
        text = path.read_text(encoding="utf-8")
        data = json.loads(text) if len(text) <= 2 * LONGEST_TEXT else None
    except (OSError, ValueError, RecursionError) as error:
        raise RewardError(f"{path} cannot be read ({type(error).__name__})") from None
    if not isinstance(data, dict) or data.get("format_version") != VERSION or not isinstance(data.get("words"), str):
        raise RewardError(f"{path} is no reward of format {VERSION}")
    try:
        stages = from_data({"stages": data.get("stages")}, names)
    except RewardError as error:
        raise RewardError(f"{path}: {error}") from None
    return Kept(name, data["words"], stages)


def names_in(folder: Path) -> tuple[str, ...]:
    """The names of the rewards kept in a folder, in order."""
    return tuple(sorted(p.stem for p in folder.glob("*.json") if _NAME.fullmatch(p.stem))) if folder.is_dir() else ()


def reward_skill(kept: Kept, follow: Follow | None = None, timeout: float = 30.0) -> Skill:
    """A skill that follows a reward, for the library: chosen by its words, offered where all that it is about is there.

    Args:
      follow: What makes a motion of it; the model-predictive controller unless given.
      timeout: Robot time it gets, unless its stages have times of their own [s].
    """

    own_reward = written(kept.stages)

    def run(obs: Observation, reward: str = own_reward) -> Motion:
        return (follow or _planned)(obs, read(reward))

    def can(scene: Scene, args: Mapping[str, Any]) -> float:
        there = {*scene.objects, *scene.joints}
        return float(all(n in there or _part_of(n, there) for n in about(kept.stages)))

    own = [s.for_s for s in kept.stages]
    longest = sum(s or timeout for s in own) + 1.0 if any(own) else timeout
    words = kept.words[:1].upper() + kept.words[1:].rstrip(".") + "."
    edited = Param("reward", "str", "The reward as JSON.", own_reward, required=False)
    return Skill(
        kept.name, run, words, (edited,), uses=USES[kept.body], touches=TOUCHES[kept.body], can=can, timeout=longest, plan_with=False,
        verb=kept.name,
    )  # fmt: skip


def about(stages: Stages) -> frozenset[str]:
    """The ids of the things, joints and parts of fixtures that rewards are about."""
    found = {str(t.args[p.name]) for s in stages for t in s for p in t.spec.params if isinstance(p, Name)}
    return frozenset(found - OF_BODY)


def _part_of(name: str, ids: set[str]) -> bool:
    """Whether it names a part of something there: `drawer_handle`."""
    return any(name.startswith(f"{i}_") or name.startswith(f"{i}/") for i in ids)


def _planned(obs: Observation, stages: Stages) -> Motion:
    """The motion that model-predictive control makes of rewards."""
    follow: Follow = import_module(PLANNED).reward_motion
    return follow(obs, stages)
