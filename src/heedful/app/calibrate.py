"""`heedful train affordances --calibrate`: when SayCan should ask for help, by conformal prediction over right steps (as in KnowNo)."""

from __future__ import annotations

import json
import math
from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from heedful.app.compose import compose
from heedful.app.options import last_line, note
from heedful.types import Scene, SkillCall

SEED, SEEDS = 5000, 3
MISS = 0.1
"""Share of steps whose prediction set may lack every right one."""
UNSURE = 0.01
"""Share of right steps whose total may lie below the threshold under which help is asked for."""
LOOKED_AT = 8
"""Best options that are tried for whether they are right."""
STEPS = 12


def main(args: Namespace) -> int:
    """0: calibrated on every other request, its coverage measured on the others."""
    from heedful.agents.planner.asking import quantile
    from heedful.envs.requests import requests
    from heedful.session import Session

    settings = compose(args.overrides, args.seed)
    seed = SEED if args.seed is None else args.seed
    all_ = requests()
    session = Session(robot=settings.of("robot"), mode="fast", seed=seed, task=all_[0].task, out=None, language=settings.of("language"))
    found: list[list[dict[str, Any]]] = [[], []]
    for one in range(seed, seed + SEEDS):
        for i, request in enumerate(all_):
            session.reset(one, request.task)
            found[i % 2] += right_steps(request, session)
    session.close()
    fitted, others = found
    spread = round(1.0 - quantile((s["nonconformity"] for s in fitted), MISS), 4)
    trusted = [s["total"] for s in fitted if s["nonconformity"] == 0.0]
    least = math.floor(-100.0 * quantile((-t for t in trusted), UNSURE)) / 100.0 if trusted else 0.0
    covered = sum(1.0 - s["nonconformity"] >= spread for s in others) / max(len(others), 1)
    several = sum(sum(share >= spread for share in s["shares"]) > 1 for s in others) / max(len(others), 1)
    measured = {
        "miss": MISS, "fitted_on": len(fitted), "n": len(others), "coverage": round(covered, 3), "asked": round(several, 3),
        "coverage_fitted": round(sum(1.0 - s["nonconformity"] >= spread for s in fitted) / max(len(fitted), 1), 3),
        "top_right": round(sum(s["nonconformity"] == 0.0 for s in others) / max(len(others), 1), 3),
        "below_least": round(sum(s["total"] < least for s in others if s["nonconformity"] == 0.0) / max(len(others), 1), 3),
        "seeds": [seed, seed + SEEDS - 1],
    }  # fmt: skip
    name = "rules" if session.language is None else str(session.language.name)
    out = args.out or Path("runs/affordances")
    out.mkdir(parents=True, exist_ok=True)
    path = out / "calibration.json"
    path.write_text(json.dumps({name: {"spread": spread, "least": least, "measured": measured}}, indent=1) + "\n", encoding="utf-8")
    note(f"written to {path}")
    if args.json:
        last_line({"scorer": name, "spread": spread, "least": least, **measured})
    else:
        print(f"{name}: options within {spread:g} of the best are in the set, totals under {least:g} are not trusted; {measured}")
    return 0


def right_steps(request: Any, session: Any) -> list[dict[str, Any]]:
    """Along a right way through a request, before each step: how far the best right option's total is below the best, and every share."""
    from heedful.agents.planner.saycan import SayCan
    from heedful.episode import Episode, Step
    from heedful.skills.ideal import carried_out
    from heedful.types import Outcome

    planner = SayCan(session.skills, session.language, calibrated="off")
    binding, skills = session.world.instance.binding, session.skills
    scene: Scene = session.world.scene()
    if request.held:
        held = carried_out(skills["pick"], SkillCall.of("pick", object=binding[request.held]), scene)
        assert not isinstance(held, str)
        scene = held
    episode = Episode(request.words)
    found: list[dict[str, Any]] = []
    while len(found) < STEPS:
        rows, _ = planner.considered(episode, scene)
        best = rows[0]["total"]
        right = next((r for r in rows[:LOOKED_AT] if _right(r, request, binding, scene, skills)), None)
        texts: dict[str, float] = {}
        for r in rows:
            texts.setdefault(r["text"], r["total"] / best if best else 0.0)
        nonconformity = 1.0 - (right["total"] / best if right and best else 0.0)
        total = planner.trusted(right, rows) if right else 0.0
        found.append({"nonconformity": nonconformity, "total": total, "shares": sorted(texts.values(), reverse=True)[:20]})
        if right is None or right["option"].call is None:
            return found
        after = carried_out(skills[right["option"].call.skill], right["option"].call, scene)
        assert not isinstance(after, str)
        scene = after
        episode.log.append(Step(right["option"].call, Outcome.succeeded(), 0.0, 0.0, (0, 0)))
    return found


def _right(row: Mapping[str, Any], request: Any, binding: Mapping[str, str], scene: Scene, skills: Any) -> bool:
    """Whether an option is a right next step: it brings the goal nearer, or ends where it holds, or asks where asking is right."""
    from heedful.predicates import evaluate
    from heedful.skills.ideal import carried_out

    goal = request.formula(binding)
    option = row["option"]
    if goal is None:
        return bool(option.text == "ask for help")
    if option.call is None:
        return bool(option.text == "done" and evaluate(goal, scene) is True)
    if evaluate(goal, scene) is True:
        return False
    after = carried_out(skills[option.call.skill], option.call, scene)
    return not isinstance(after, str) and _left(after, goal, skills) < _left(scene, goal, skills)


def _left(scene: Scene, goal: Any, skills: Sequence[Any]) -> int:
    """Calls that are left until the goal, by search; many if there is no way."""
    from heedful.agents.planner import find

    found = find(skills, scene, goal)
    return len(found) if isinstance(found, list) else 99
