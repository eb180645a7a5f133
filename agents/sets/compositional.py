"""`compositional`: sentences of constructions that the small parser was not trained on; what grammar, parser and both make of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal

from heedful.agents.planner.state import PlannedSkill
from heedful.agents.sets.hearing import Heard, hear
from heedful.agents.sets.language_set import Judged, Record
from heedful.agents.sets.meaning import constraints_of, same, shown
from heedful.agents.sets.tabletop_scene import scene_of
from heedful.agents.understanding.agree import Alone
from heedful.agents.understanding.grammar import Grammar
from heedful.program import Program, from_json
from heedful.types import Scene


class CompositionalSet:
    """Sentences made up like those that the small parser learned from, but with what was held out there."""

    name = "compositional"
    metric: Literal["exact", "success"] = "exact"
    fields = ("scene", "program", "constructions")

    def skills(self, record: Record) -> Sequence[PlannedSkill]:
        return _skills()

    def scenes(self, record: Record) -> Sequence[Scene]:
        return (scene_of(record),)

    def tags(self, record: Record) -> Mapping[str, Sequence[str]]:
        return {"held out": tuple(record["constructions"])}

    def judge(self, record: Record, heard: Heard) -> Judged:
        """What the agent made of it, and beside it what the grammar and the parser make of it, each alone."""
        wanted: list[Program] = [from_json(p) for p in (record["program"], *record.get("or", ()))]
        further: dict[str, tuple[int, int]] = {}
        for who, agent in (("grammar", Grammar(second=False)), ("parser", Alone())):
            alone = hear(agent, record["instruction"], (heard.scene,))
            right = int(_right(alone, wanted))
            for tag in (*record["constructions"], "all"):
                before = further.get(f"{who}: {tag}", (0, 0))
                further[f"{who}: {tag}"] = (before[0] + right, before[1] + 1)
            further[f"{who}: wrong and silent"] = (int(not right and alone.answer == "acted"), 1)
        right_now = _right(heard, wanted)
        note = "" if right_now else shown(heard.program) if heard.program is not None else heard.sentence
        return Judged(right_now, note, further)


def _right(heard: Heard, wanted: Sequence[Program]) -> bool:
    """Whether it is what the words ask for, in one of the ways that they leave open."""
    if heard.program is None:
        return False
    alike = [w for w in wanted if constraints_of(heard.program) == constraints_of(w)]
    return bool(alike) and same(heard.program, alike, heard.scene)


@cache
def _skills() -> Sequence[PlannedSkill]:
    from heedful.skills import Library

    return tuple(Library.default())
