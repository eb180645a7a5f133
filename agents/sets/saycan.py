"""SayCan's kitchen requests: understood, planned, carried out in a symbolic kitchen, and judged by what the plan leads to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from heedful.agents.planner.state import PlannedSkill
from heedful.agents.planner.symbolic import Symbolic
from heedful.agents.sets.hearing import Heard
from heedful.agents.sets.kitchen import SKILLS, Kitchen
from heedful.agents.sets.language_set import Judged, Record
from heedful.agents.sets.outcome import met
from heedful.episode import Episode, Step
from heedful.types import Observation, Outcome, Scene, SkillCall

SEGMENTS = 20
"""Segments of a plan after which it counts as one that never ends."""


class SayCanSet:
    """Requests to a robot that drives about a kitchen, with the state in which each is made."""

    name = "saycan"
    metric: Literal["exact", "success"] = "success"
    fields = ("start", "goals")

    def skills(self, record: Record) -> Sequence[PlannedSkill]:
        return SKILLS

    def scenes(self, record: Record) -> Sequence[Scene]:
        return [Kitchen.of(record["start"]).scene()]

    def judge(self, record: Record, heard: Heard) -> Judged:
        goals, categories = record["goals"], record.get("categories") or {}
        if goals[0] == "impossible":
            return Judged(heard.answer == "refused" or heard.answer == "asked", heard.sentence)
        if goals[0] == "ask":
            return Judged(heard.answer == "asked", heard.sentence)
        if heard.answer != "acted":
            return Judged(False, heard.sentence)
        calls, history, last = carried_out(heard, Kitchen.of(record["start"]))
        done = ", ".join(map(str, calls)) or "nothing done"
        return Judged(met(goals, history, categories), done if not last else f"{done}; {last}")

    def tags(self, record: Record) -> Mapping[str, Sequence[str]]:
        return {"family": (record.get("family", "none"),)}


def carried_out(heard: Heard, start: Kitchen) -> tuple[list[SkillCall], list[Kitchen], str]:
    """The calls of the planner's plan, the states they lead through, and what went wrong; empty where nothing did."""
    planner = Symbolic(SKILLS)
    episode = Episode(heard.words, heard.understanding.program)
    history, calls = [start], list[SkillCall]()
    for _ in range(SEGMENTS):
        plan = planner.plan(episode, Observation(0.0, {}, history[-1].scene()))
        if not plan.goes_on:
            return calls, history, "" if plan.kind == "done" else plan.sentence
        for call in (c for group in plan.calls for c in ([group] if isinstance(group, SkillCall) else group)):
            after = history[-1].after(call)
            if after is None:
                return calls, history, f"{call} cannot be carried out"
            calls.append(call)
            history.append(after)
            episode.log.append(Step(call, Outcome.succeeded(), 0.0, 0.0, (0, 0)))
    return calls, history, "the planner never came to an end"
