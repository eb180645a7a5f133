"""The symbolic planner for grid worlds: their missions in, the same search after them."""

from __future__ import annotations

from heedful.agents.planner.symbolic import Symbolic
from heedful.agents.understanding.missions import NoMission, mission
from heedful.agents.understanding.saying import said
from heedful.envs.foreign.grid import GridScene
from heedful.episode import Understanding, Verdict
from heedful.types import Scene


class Missions(Symbolic):
    """Reads missions of a grid world, and plans like `Symbolic`."""

    def understand(self, words: str, scene: Scene) -> Understanding:
        """What a mission asks for on this grid, or what was not understood."""
        if not isinstance(scene, GridScene):
            return Understanding(None, Verdict.NOT_UNDERSTOOD, "missions are about grid worlds, and this is none", code="no_grid")
        try:
            program = mission(words, scene)
        except NoMission as error:
            return Understanding(None, Verdict.NOT_UNDERSTOOD, str(error), code="unknown_words")
        return Understanding(program, sentence=said(program, scene))
