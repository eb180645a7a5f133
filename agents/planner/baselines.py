"""Planners to measure others against: doing nothing, trying skills at random, and leaving all to one skill."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from heedful.episode import Episode, Plan, Understanding
from heedful.program import Do
from heedful.skills import Skill
from heedful.types import Observation, Scene, SkillCall


class NoOp:
    """Understands nothing and does nothing: the line below which no success means anything."""

    def __init__(self, library: Iterable[Skill] = ()) -> None:
        pass

    def understand(self, words: str, scene: Scene) -> Understanding:
        return Understanding(Do("wait"), sentence="do nothing")

    def plan(self, episode: Episode, observation: Observation) -> Plan:
        if not episode.log:
            return Plan("go", (SkillCall.of("wait", seconds=1.0),), sentence="wait")
        return Plan("done")


class RandomSkill:
    """Calls skills whose preconditions hold, with random things, whatever was said.

    Args:
      library: The skills.
      seed: Of the choices.
      calls: How many it makes.
    """

    def __init__(self, library: Iterable[Skill], seed: int = 0, calls: int = 4) -> None:
        self.library, self.calls = library, calls
        self._rng = np.random.default_rng(seed)

    def understand(self, words: str, scene: Scene) -> Understanding:
        return Understanding(Do("wait"), sentence="try this and that")

    def plan(self, episode: Episode, observation: Observation) -> Plan:
        assert observation.scene is not None
        if len(episode.log) >= self.calls:
            return Plan("done")
        able = [c for c in self._calls(list(observation.scene.objects)) if self._can(c, observation.scene)]
        if not able:
            return Plan("done")
        call = able[int(self._rng.integers(len(able)))]
        return Plan("go", (call,), sentence=f"try {call}")

    def _calls(self, ids: Sequence[str]) -> Iterable[SkillCall]:
        for skill in self.library:
            names = [p.name for p in skill.params if p.required]
            if not skill.plan_with or len(names) > 2:
                continue
            for first in ids:
                for second in ids if len(names) == 2 else ("",):
                    if first != second:
                        yield SkillCall(skill.name, tuple(zip(names, (first, second), strict=False)))

    def _can(self, call: SkillCall, scene: Scene) -> bool:
        return next(s for s in self.library if s.name == call.skill).affordance(scene, call.kwargs) > 0


class OneSkill:
    """Gives every instruction to one skill: how a policy is measured on a suite."""

    def __init__(self, name: str) -> None:
        self.name = name

    def understand(self, words: str, scene: Scene) -> Understanding:
        return Understanding(Do(self.name), sentence=words)

    def plan(self, episode: Episode, observation: Observation) -> Plan:
        return Plan("done") if episode.log else Plan("go", (SkillCall(self.name),), sentence=f"let {self.name} act")
