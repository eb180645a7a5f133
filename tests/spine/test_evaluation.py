"""An evaluation goes on where it was interrupted, tells what was measured otherwise, and counts what planning took."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from heedful.agents.planner.baselines import NoOp
from heedful.envs.tabletop_tasks import UnknownTask
from heedful.evaluation import Result, Trial, evaluate, wilson
from heedful.evaluation.kept import NAME, Kept, KeptOtherwise
from heedful.evaluation.running import chosen, to_beat

SUITE = "language-to-reward"


def trial(task: str, seed: int, truth: bool = True, verdict: str = "succeeded", **spent: float) -> Trial:
    return Trial(task, seed, "words", verdict, truth, "", "", 0, 4.0, 0.0, spent)


def test_episodes_that_were_measured_are_not_measured_again(tmp_path: Path) -> None:
    runs: list[list[int]] = []
    for episodes in (1, 2, 2):
        seeds: list[int] = []
        kept: list[int] = []
        found = evaluate(
            "tabletop", episodes, 7000, tasks=["pick"], keep=tmp_path, on_trial=lambda _, t, to=seeds: to.append(t.seed),
            on_kept=kept.append, planner=NoOp,
        )  # fmt: skip
        assert found.n == episodes and kept == [episodes - len(seeds)]
        runs.append(seeds)
    assert runs == [[7000], [7001], []]


def test_a_line_that_an_interrupt_cut_off_is_dropped(tmp_path: Path) -> None:
    kept = Kept(tmp_path, {"planner": "rewards"})
    kept.add("", trial("spin", 1))
    kept.add("no_op", trial("spin", 1, False))
    with (tmp_path / NAME).open("a") as file:
        file.write('{"line": "", "task": "sp')
    again = Kept(tmp_path, {"planner": "rewards"})
    assert set(again.trials) == {("", "spin", 1), ("no_op", "spin", 1)}
    again.add("", trial("spin", 2))
    assert len(Kept(tmp_path, {"planner": "rewards"}).trials) == 3


def test_episodes_that_were_measured_otherwise_are_not_counted_with_these(tmp_path: Path) -> None:
    Kept(tmp_path, {"planner": "rewards"}).add("", trial("spin", 1))
    with pytest.raises(KeptOtherwise, match="planner 'rewards', and this is 'primitives'"):
        Kept(tmp_path, {"planner": "primitives"})


def test_only_the_tasks_that_were_named_are_measured() -> None:
    assert [t.name for t in chosen(SUITE, "panda", ["spin", "open_drawer"])[0]] == ["spin", "open_drawer"]
    with pytest.raises(UnknownTask, match=r"Did you mean 'spin'\?"):
        chosen(SUITE, "panda", ["spinn"])


def test_the_lines_of_the_paper_are_among_those_to_beat() -> None:
    assert {"coder_only", "primitives_only"} <= set(to_beat(SUITE)) and "random_skill" not in to_beat(SUITE)


def test_the_table_tells_what_planning_took_and_each_lines_interval() -> None:
    half = {"plans": 10.0, "planned_s": 0.4, "plan_s": 0.8, "plan_cpu_s": 1.2}
    ours = [trial("spin", 1, **half), trial("spin", 2, True, "failed", **{**half, "plan_s": 0.4})]
    result = Result(SUITE, ours, {"primitives_only": [trial("spin", 1), trial("spin", 2, False)]}, how={"backend": "embedded grammar"})
    row = result.per_task()["spin"]
    assert (row["success"], row["done"], row["real_time_factor"], row["plan_cpu_per_s"]) == (0.5, 1.0, 0.75, 3.0)
    assert row["baselines"]["primitives_only"]["interval"] == pytest.approx(wilson(1, 2), abs=1e-3)
    assert row["baselines"]["primitives_only"]["false_successes"] == 1
    told = result.table()
    assert "primitives_only" in told and "real time" in told and "embedded grammar" in told
    json.dumps(result.to_json())
