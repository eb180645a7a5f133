"""The skill library: every skill by name, which implementation a call is routed to, and how each has fared."""

from __future__ import annotations

import difflib
import importlib
import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from heedful.skills.skill import Skill
from heedful.types import Motion, PartSpec, Scene, SkillCall

BUILT_IN = (
    "heedful.skills.scripted.arm",
    "heedful.skills.scripted.grasping",
    "heedful.skills.scripted.placing",
    "heedful.skills.scripted.setting",
    "heedful.skills.scripted.drawers",
    "heedful.skills.scripted.pressing",
    "heedful.skills.scripted.turning",
    "heedful.skills.scripted.pushing",
    "heedful.skills.scripted.wiping",
    "heedful.skills.scripted.doors",
    "heedful.skills.scripted.handing",
    "heedful.skills.scripted.driving",
    "heedful.skills.scripted.pouring",
    "heedful.skills.scripted.uprighting",
    "heedful.skills.scripted.slipping",
)
"""Modules whose skills a library holds from the start; a new file of skills is one more line here."""


class UnknownSkill(KeyError):
    """A skill that nobody added; the message names the nearest."""

    def __str__(self) -> str:
        return str(self.args[0])


@dataclass(slots=True)
class Record:
    """How often a skill was tried and how often it was verified."""

    tried: int = 0
    succeeded: int = 0

    @property
    def rate(self) -> float:
        """Success rate with one imagined success and one imagined failure (Laplace)."""
        return (self.succeeded + 1) / (self.tried + 2)


class Library:
    """The skills an agent may choose from."""

    def __init__(self, skills: Iterable[Skill] = ()) -> None:
        self._skills: dict[str, Skill] = {}
        self.records: dict[str, Record] = {}
        for one in skills:
            self.add(one)

    @staticmethod
    def default(*more: str) -> Library:
        """The built-in skills, and those of further modules."""
        library = Library()
        for name in (*BUILT_IN, *more):
            library.add(importlib.import_module(name))
        return library

    def able(self, parts: Mapping[str, PartSpec]) -> Library:
        """The skills that move parts which a body has: an arm or its gripper, and all that they need beside."""
        kinds = [p.kind for p in parts.values()]
        has = {*parts, *kinds, *(f"{k}s" for k in kinds if kinds.count(k) > 1)}
        return Library(s for s in self if not s.uses or (has.intersection(s.uses) and has.issuperset(set(s.uses) - {"arm", "gripper"})))

    def add(self, new: Skill | ModuleType | Callable[..., Motion]) -> None:
        """Add a skill, or every skill of a module. Raises TypeError for anything else."""
        if isinstance(new, ModuleType):
            for _, one in inspect.getmembers(new, lambda m: isinstance(m, Skill)):
                if one.run.__module__ == new.__name__:
                    self.add(one)
        elif isinstance(new, Skill):
            self._skills[new.name] = new
            self.records.setdefault(new.name, Record())
        else:
            raise TypeError(f"{getattr(new, '__name__', new)!r} is not a skill; decorate its generator function with @hf.skill(...)")

    def __getitem__(self, name: str) -> Skill:
        try:
            return self._skills[name]
        except KeyError:
            near = difflib.get_close_matches(name, self._skills, 1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            raise UnknownSkill(f"no skill named {name!r}.{hint} Known skills: {', '.join(sorted(self._skills))}") from None

    def __iter__(self) -> Iterator[Skill]:
        return iter(self._skills.values())

    def __len__(self) -> int:
        return len(self._skills)

    def __contains__(self, name: str) -> bool:
        return name in self._skills

    def route(self, call: SkillCall, scene: Scene | None) -> Skill:
        """The implementation of a call's verb with the highest affordance × measured success."""
        ways = [s for s in self if s.verb == call.skill] or [self[call.skill]]
        if len(ways) == 1 or scene is None:
            return ways[0]
        return max(ways, key=lambda s: s.affordance(scene, call.kwargs) * self.records[s.name].rate)

    def scores(self, calls: Iterable[SkillCall], scene: Scene) -> list[dict[str, Any]]:
        """For each call: what it can, and what it lacks in words."""
        rows = []
        for call in calls:
            way = self.route(call, scene)
            can = way.affordance(scene, call.kwargs) * self.records[way.name].rate / Record().rate
            rows.append({"call": str(call), "can": round(min(can, 1.0), 3), "lacks": way.lacks(scene, call.kwargs)})
        return rows

    def count(self, name: str, succeeded: bool) -> None:
        """Remember how a skill fared."""
        record = self.records.setdefault(name, Record())
        record.tried += 1
        record.succeeded += succeeded
