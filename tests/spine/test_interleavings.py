"""What was cancelled stays cancelled, however corrections, planner replies and ends of skills fall together."""

from __future__ import annotations

import random
from dataclasses import replace
from types import SimpleNamespace

import pytest
from imagined_table import Imagined, carried, executive, told

from heedful.types import Outcome, SkillCall

WORDS = "put the red block in the blue bowl and then put the blue block on the plate"
SEEDS = [pytest.param(s, marks=[pytest.mark.slow] if s >= 5012 else []) for s in range(5000, 5060)]


@pytest.fixture(autouse=True)
def _people_speak_by_ticks(monkeypatch):
    """Nobody waits for a person who is part of the test."""
    monkeypatch.setattr("heedful.control.time", SimpleNamespace(sleep=lambda seconds: None))


class Flaky(Imagined):
    """Skills that take a random time and go wrong now and then."""

    def __init__(self, seed):
        super().__init__()
        self.rng = random.Random(seed)

    def able(self, skill):
        made = super().able(skill)
        run = made.run

        def sometimes(obs, **args):
            self.lasts = self.rng.randint(3, 14)
            outcome = yield from run(obs, **args)
            return Outcome.failed("slipped", "it slipped") if outcome.ok and self.rng.random() < 0.15 else outcome

        return replace(made, run=sometimes)


def harmless(rng):
    """Something said that cancels nothing."""
    return rng.choice([
        told("halt"), told("resume"), told("pause", for_s=0.1), told("nudge", direction="left", frame="default", magnitude_m="bit"),
        told("rate", factor="slower"), told("rate", factor="faster"), told("query", about="reason"), told("praise", value="good"),
        told("constraint", type="gentle", object="red block"), told("constraint", type="keep_out", object="plate"),
        told("order", op="insert", when="end", what="place(green block, table)"), told("repeat", op="more"), "stop", "go on", "slower",
        told("embodiment", arm="other"), told("skill", new="scoop"), told("fact", predicate="fragile", args=["blue block"], value=True),
    ])  # fmt: skip


def moved(ticks, since):
    """The calls that a command of theirs left for, from a tick on."""
    return [c for t in ticks[since:] if t.action.parts and not t.sent.held for c in t.calls]


def explored(seed, *cancelling):
    """A run with corrections at random moments, the last of them the go-ahead that a held robot waits for."""
    rng = random.Random(seed)
    run, world = executive(Flaky(seed), latency=rng.choice([0.0, 0.06, 0.3]))
    said = [(rng.randint(1, 150), harmless(rng)) for _ in range(rng.randint(0, 10))]
    said += [(rng.randint(1, 90), c) for c in cancelling]
    said += [(t, "go on") for t in range(160, 400, 20)]
    episode, ticks = carried(run, WORDS, *said)
    when = {c.kind: next(t for t, s in sorted(said, key=lambda w: w[0]) if s is c) for c in cancelling}
    return episode, ticks, when, world


def taken(episode, kind):
    """Whether a correction came into force before the run was over: it was neither refused nor too late."""
    found = [c for c in episode.corrections if c.kind == kind]
    return bool(found) and not found[0].reply.startswith("I cannot")


@pytest.mark.parametrize("seed", SEEDS)
def test_a_thing_that_was_corrected_is_never_taken_again(seed):
    episode, ticks, when, _ = explored(seed, told("target", new="green block", exclude="red block"))
    if not taken(episode, "target"):
        return
    for call in moved(ticks, when["target"]):
        putting_down = call.skill == "place_on" and call.kwargs.get("target") == "table"
        assert "red" not in call.kwargs.values() or putting_down, f"{call} after the red block was corrected"


@pytest.mark.parametrize("seed", SEEDS)
def test_a_place_that_was_corrected_is_never_gone_to_again(seed):
    episode, ticks, when, _ = explored(seed, told("goal", relation="in", reference="white bowl", object="red block"))
    if not taken(episode, "goal"):
        return
    assert not [c for c in moved(ticks, when["goal"]) if c.skill == "place_in" and c.kwargs["target"] == "blue_bowl"]


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_moves_any_more_once_the_task_was_given_up(seed):
    episode, ticks, when, _ = explored(seed, told("abort"))
    if episode.code != "aborted":
        assert len(ticks) <= when["abort"], "a word that came in time was not heeded"
        return
    assert all(t.sent.held for t in ticks[when["abort"] :])


@pytest.mark.parametrize("seed", SEEDS)
def test_a_step_that_was_skipped_or_undone_is_not_done_again(seed):
    kind = ("order", "undo")[seed % 2]
    said = told("order", op="skip", what="place(red block)") if kind == "order" else told("undo", scope="named", what="red block")
    episode, ticks, when, _ = explored(seed, said)
    if not taken(episode, kind):
        return
    placed = [c for c in moved(ticks, when[kind]) if c.skill == "place_in" and c.kwargs["object"] == "red"]
    assert not placed


@pytest.mark.parametrize("seed", SEEDS)
def test_from_a_halt_on_only_hold_leaves_until_a_person_lets_it_go_on(seed):
    rng = random.Random(seed)
    run, _ = executive(Flaky(seed), latency=rng.choice([0.0, 0.1]))
    others = [(rng.randint(1, 80), harmless(rng)) for _ in range(8)]
    said = [(t, c) for t, c in others if getattr(c, "kind", c) not in ("resume", "go on")]
    halted = rng.randint(5, 60)
    _, ticks = carried(run, WORDS, *said, (halted, told("halt")), (120, told("resume")), (160, told("resume")))
    if len(ticks) > halted:
        again = next((t for t in (120, 160) if t < len(ticks)), len(ticks))
        assert all(t.sent.held for t in ticks[halted : min(again, len(ticks))])


def test_a_plan_that_was_thought_of_before_an_edit_is_never_carried_out():
    run, _ = executive(latency=0.4)
    _, ticks = carried(run, "put the red block in the blue bowl", (30, told("target", new="green block", exclude="red block")))
    assert not [c for c in moved(ticks, 30) if c == SkillCall.of("pick", object="red")]
    assert [c for c in moved(ticks, 30) if c == SkillCall.of("pick", object="green")]
