"""What a language model may write instead of a reward, and that none of it reaches a robot."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from heedful.agents.language.model import JsonSchema, Message, Scores
from heedful.agents.rewards.coder import TwoStage, reply_read
from heedful.agents.sets.rewards import WORLDS
from heedful.skills.rewards import RewardError, term

LINES = (Path(__file__).parent / "malformed.jsonl").read_text(encoding="utf-8").splitlines()
BAD = [json.loads(line) for line in LINES]
DOG = WORLDS["quadruped"]
GOOD = '{"stages": [{"terms": [{"term": "torso_height", "params": {"height": 0.4}}]}]}'


def reply_of(record: dict[str, Any], canary: Path) -> str:
    """The reply itself; `REPEAT 9 x` is x nine times."""
    text = str(record["reply"]).replace("{canary}", str(canary))
    if text.startswith("REPEAT "):
        _, times, what = text.split(" ", 2)
        return what * int(times)
    return text


class Scripted:
    """A model that gives these answers in turn, the last one for ever, and keeps what it was asked."""

    name = "scripted"

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.asked: list[list[Message]] = []

    def generate(self, messages: Sequence[Message], schema: JsonSchema | None = None) -> str:
        self.asked.append(list(messages))
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    def score(self, prompt: str, options: Sequence[str]) -> Scores:
        raise NotImplementedError

    def ask(self, image: Any, question: str) -> str:
        raise NotImplementedError


def test_there_are_enough_ways_to_be_wrong() -> None:
    assert len(BAD) >= 60 and {r["kind"] for r in BAD} == {"placeholder", "invented", "injection", "numbers", "shape", "huge"}


@pytest.mark.parametrize("record", BAD, ids=[r["id"] for r in BAD])
def test_no_malformed_reply_becomes_a_reward_and_nothing_in_it_is_executed(record: dict[str, Any], tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    with pytest.raises(RewardError) as refused:
        reply_read(reply_of(record, canary), WORLDS[record["world"]])
    assert not canary.exists()
    said = str(refused.value)
    assert "\n" not in said and 10 < len(said) < 900


@pytest.mark.parametrize("style", ["json", "calls"])
def test_the_two_stages_end_without_a_reward_where_every_reply_is_malformed(style: Any, tmp_path: Path) -> None:
    for record in BAD:
        names = WORLDS[record["world"]]
        coder = TwoStage(Scripted("The torso is 0.4 m above the ground.", reply_of(record, tmp_path / "canary")), names, style)
        assert coder.code("stand tall").stages is None, record["id"]


def test_a_refused_reply_is_mended_once_and_the_model_is_told_why() -> None:
    model = Scripted("The torso is 0.4 m above the ground.", GOOD.replace("0.4", "9"), GOOD)
    found = TwoStage(model, DOG).code("stand tall")
    assert found.stages is not None and found.stages[0].terms == (term("torso_height", height=0.4),)
    assert "must be a number from 0.05 to 0.8 m" in model.asked[-1][-1].content
    again = TwoStage(Scripted("It is 0.4 m high.", "nonsense", "nonsense", GOOD), DOG).code("stand tall")
    assert again.stages is None and "no reward that can be followed" in again.sentence


def test_placeholders_in_a_description_are_sent_back_and_never_go_to_the_second_stage() -> None:
    model = Scripted("The torso is NUM m above the ground.", "The torso is 0.4 m above the ground.", GOOD)
    assert TwoStage(model, DOG).code("stand tall").stages is not None
    stubborn = Scripted("The torso is NUM m above the ground.")
    assert TwoStage(stubborn, DOG).code("stand tall").stages is None and len(stubborn.asked) == 2


def test_a_correction_is_described_with_what_was_said_before_and_a_reset_forgets_it() -> None:
    model = Scripted("It is 0.4 m high.", GOOD, "It is 0.45 m high.", GOOD, "It is 0.3 m high.", GOOD)
    coder = TwoStage(model, DOG)
    coder.code("stand tall")
    coder.code("taller")
    assert [m.content for m in model.asked[2][1:]] == ["stand tall", "It is 0.4 m high.", "taller"]
    assert len(model.asked[3]) == 2, "the second stage sees the description alone"
    coder.reset()
    coder.code("stand")
    assert [m.content for m in model.asked[4][1:]] == ["stand"]


def test_calls_as_published_are_read_with_their_arithmetic_and_each_plan_is_a_stage() -> None:
    text = """```python
import numpy as np
reset_reward()
set_torso_targets(0.3, np.deg2rad(15), 0.0, None, (0.5, 0), None, -np.pi / 2)
set_foot_stepping_parameters('back_left', 2.0, 0.5, 0.25, 0.1, -0.05, True)
execute_plan(4)
set_foot_pos_parameters(foot_name='front_right', lift_height=0.2, extend_forward=None, move_inward=None)
execute_plan()
```"""
    first, second = reply_read(text, DOG)
    assert first["torso_pitch"].number("angle") == pytest.approx(0.2618, abs=1e-4)
    assert first["turning_speed"].number("speed") == pytest.approx(-1.5708, abs=1e-4)
    assert first["foot_step"].args == {"foot": "rear_left", "frequency": 2.0, "phase": 0.25, "air_ratio": 0.5, "up": 0.1, "sweep": -0.05}
    assert second.terms == (term("foot_lift", foot="front_right", height=0.2),)


def test_a_good_reply_is_read_bare_fenced_and_with_words_around_it() -> None:
    for around in ("@", "```json\n@\n```", "<think>0.3 {or} 0.4?</think>@", "Here it is:\n@\nGood luck!"):
        assert reply_read(around.replace("@", GOOD), DOG) == reply_read(GOOD, DOG)
