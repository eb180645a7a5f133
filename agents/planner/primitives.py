"""A planner without planning of motion: the reward that words ask for, as the nearest calls of a few primitives."""

from __future__ import annotations

from collections.abc import Sequence

from heedful.agents.planner.rewarded import Rewarded
from heedful.episode import Understanding, Verdict
from heedful.program import Do
from heedful.skills.primitives import read, written
from heedful.skills.primitives.nearest import nearest
from heedful.skills.rewards import Reward
from heedful.types import Scene

SKILL = "perform"


class Calls(str):
    """Calls as JSON, which are told as a program would have them."""

    __slots__ = ()

    def __str__(self) -> str:
        return "; then ".join(", ".join(map(str, a.calls)) for a in read(str.__str__(self)))


class Primitives(Rewarded):
    """Reads words as rewards, and has the nearest calls of primitives carried out: the line of primitives in Language to Rewards.

    No motion is planned, and nothing is looked at again once the calls are made, but for the heading that `head_towards` turns to.

    Args:
      library: The skills; the one named `perform` carries out calls.
    """

    def program(self, stages: Sequence[Reward], scene: Scene, sentence: str) -> Understanding:
        """The calls that come nearest, as a program of one step."""
        acts = nearest(stages, scene)
        if not acts:
            said = f"no primitive comes near to {'; then '.join(map(str, stages))}"
            return Understanding(None, Verdict.REFUSED, said, code="impossible")
        return Understanding(Do(SKILL, (("calls", Calls(written(acts))),)), sentence=sentence)
