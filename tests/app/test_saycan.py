"""`heedful eval saycan`: the same requests with ideal skills and in physics, whole and without each mechanism."""

from __future__ import annotations

import json

import pytest

from heedful.app.cli import main
from heedful.app.saycan import differences, summed
from heedful.app.saycan_trials import VARIANTS, Requests, Tried, Watched, same_decisions
from heedful.envs.requests import requests
from heedful.episode import Episode
from heedful.types import Observation

INDEX = {r.name: i for i, r in enumerate(requests())}


def tried(request: str, seed: int, variant: str, success: bool) -> Tried:
    return Tried(request, "embodiment", seed, variant, "plan", success, "done", 0, False, (), "", "rules")


def test_a_request_said_with_the_thing_in_hand_needs_the_value_function(capsys: pytest.CaptureFixture[str]) -> None:
    measure = Requests({"robot": "panda", "language": "embedded", "modes": ["plan", "execute"]})
    found = {(t.mode, t.variant): t for t in measure((INDEX["embodiment_02"], 5003))}
    measure.close()
    assert set(found) == {(m, v) for m in ("plan", "execute") for v in VARIANTS}
    whole, ablated = found["plan", "saycan"], found["plan", "no value function"]
    assert whole.success and len(whole.calls) == 1 and whole.calls[0].startswith("place_in(")
    assert not ablated.success and ablated.impossible >= 1
    done = found["execute", "saycan"]
    assert done.success and done.verdict == "succeeded" and done.calls == whole.calls


def test_decisions_that_are_the_same_need_no_second_run() -> None:
    class Once:
        def __init__(self, sentence: str) -> None:
            self.sentence = sentence

        def understand(self, words: str, scene: object) -> None:
            return None

        def plan(self, episode: Episode, observation: Observation):  # type: ignore[no-untyped-def]
            from heedful.episode import Plan

            return Plan("done" if self.sentence == "a" else "ask")

    watched = Watched(Once("a"))  # type: ignore[arg-type]
    watched.plan(Episode("x"), Observation(0.0, {}))
    assert same_decisions(watched, Once("a")) and not same_decisions(watched, Once("b"))  # type: ignore[arg-type]


def test_cells_have_wilson_intervals_and_differences_are_paired() -> None:
    rows = [tried(f"r{i}", 5000, "saycan", True) for i in range(10)]
    rows += [tried(f"r{i}", 5000, "no value function", i < 4) for i in range(10)]
    found = summed(rows)
    assert found["modes"]["plan"]["no value function"]["all"]["interval"] == [0.1682, 0.6873]
    gap = differences(rows)["plan"]["no value function"]["all"]
    assert gap["better_by"] == 0.6 and 0.2 < gap["interval"][0] < 0.6 < gap["interval"][1] <= 1.0


def test_an_unknown_family_is_named_with_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "saycan", "--families", "nowns"]) == 2
    assert "Did you mean 'nouns'?" in capsys.readouterr().err


def test_explain_says_say_times_can_and_why_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "put the red block in the blue bowl", "planner=saycan", "--seed", "5000", "--json"]) == 0
    said = json.loads(capsys.readouterr().out.splitlines()[-1])
    first, second = said["scores"][:2]
    assert first["chosen"] and first["call"].startswith("pick(") and first["total"] == pytest.approx(first["say"] * first["can"])
    assert "not holding" in second["why_not"] and second["can"] == 0.0
