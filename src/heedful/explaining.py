"""How an instruction would be taken: what was understood, the plan, and for each other first step what it can and why not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from typing import Any

from heedful.episode import Episode, Planner, Verdict
from heedful.program import to_json
from heedful.skills import Library
from heedful.types import Observation, Scene, SkillCall

ASKED_ABOUT = 5
"""Things of the plan whose combinations are considered at most."""


def explain(instruction: str, planner: Planner, skills: Library, observation: Observation) -> dict[str, Any]:
    """The way of an instruction up to its first motion, as plain data.

    Args:
      instruction: The words.
      planner: Who understands and plans.
      skills: What may be called.
      observation: What is seen now, with its scene.
    """
    scene = observation.scene
    assert scene is not None
    understood = planner.understand(instruction, scene)
    told: dict[str, Any] = {"instruction": instruction, "understood": understood.sentence}
    if understood.program is None:
        verdict = understood.verdict or Verdict.NOT_UNDERSTOOD
        return {**told, "verdict": verdict.value, "code": understood.code or verdict.value, "program": None, "plan": [], "scores": []}
    plan = planner.plan(Episode(instruction, understood.program), observation)
    calls = [c for entry in plan.calls for c in ((entry,) if isinstance(entry, SkillCall) else entry)]
    return {
        **told, "verdict": plan.kind, "code": plan.code, "program": to_json(understood.program), "sentence": plan.sentence,
        "goal": to_json(plan.goal) if plan.goal is not None else None,
        "plan": [str(c) for c in calls], "scores": scored(calls, plan.scores, skills, scene), "candidates": list(plan.candidates),
    }  # fmt: skip


def scored(calls: Sequence[SkillCall], said: Sequence[Any], skills: Library, scene: Scene) -> list[dict[str, Any]]:
    """Each first step that was considered, or could have been: say, can and total where known, and why it was not chosen.

    The chosen one comes first, then what can be done best. A planner that scored its options itself has considered them all.
    """
    known = {str(s["call"]): dict(s) for s in said}
    whole = any("say" in s for s in said)
    rows = [] if whole else skills.scores(dict.fromkeys([*calls[:1], *candidates(calls, skills)]), scene)
    listed = {row["call"] for row in rows}
    rows = [{**row, **known.get(row["call"], {})} for row in rows] + [s for c, s in known.items() if c not in listed]
    chosen, later = [str(c) for c in calls[:1]], {str(c) for c in calls[1:]}
    for row in rows:
        row["chosen"] = bool(row.get("chosen")) or row["call"] in chosen
        otherwise = "" if row["chosen"] else "it comes later in the plan" if row["call"] in later else "the goal does not need it now"
        row["why_not"] = row.get("why_not") or row.get("lacks") or otherwise
    if whole:
        return rows
    return sorted(rows, key=lambda row: (not row["chosen"], -float(row.get("total") or row.get("can") or 0.0)))


def candidates(calls: Sequence[SkillCall], skills: Library) -> list[SkillCall]:
    """First steps with the things that the plan speaks of, in every order."""
    things = list(dict.fromkeys(str(v) for c in calls for _, v in c.args))[:ASKED_ABOUT]
    found = []
    for skill in skills:
        ids = [p.name for p in skill.params if p.kind == "id" and p.required]
        if skill.plan_with and len(ids) == sum(p.required for p in skill.params):
            found += [SkillCall(skill.name, tuple(zip(ids, order, strict=True))) for order in permutations(things, len(ids))]
    return found
