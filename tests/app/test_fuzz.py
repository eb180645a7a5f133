"""Corrections that nobody would want to hear, said to a robot at work in physics: nothing breaks, no HALT is missed, limits hold."""

import random
from types import SimpleNamespace

import numpy as np
import pytest

from heedful.agents.corrections import is_halt
from heedful.app.bench.babble import HALTS, LONGEST, babble, means_halt
from heedful.app.bench.fuzz import fuzzed
from heedful.app.bench.scene import TWELVE
from heedful.app.bench.swaying import Swaying, sway
from heedful.app.bench.witness import Left, Said, Witness, unsafe
from heedful.bus import Ears, Heard
from heedful.geometry import Pose
from heedful.recording import Run
from heedful.session import Session
from heedful.types import Correction, Volume

WALL = Volume("the wall", Pose.at(0.0, -0.5, 0.5), np.array([2.0, 0.5, 2.0]))
"""To the right of where the arm sways."""


def said_at(time, text, kind):
    return Said(time, time + 0.001, Heard(Correction(text, kind, heard=time)), means_halt(text))


def left_at(time, held):
    return Left(time, time, held, frozenset(), ())


def test_every_halt_of_the_fuzz_is_one_alone_and_at_either_end_of_a_million_characters():
    ears = Ears()
    ears.listening = True
    for text in HALTS:
        assert is_halt(text), text
        for long in ("blah " * (LONGEST // 5) + ". stop!", "stop! " + "\x00" * LONGEST):
            assert ears.hear(long).correction.kind == "halt"


def test_the_fuzz_says_all_sorts_of_things_and_the_same_for_one_seed():
    def some(seed):
        words, rng = babble(random.Random(seed)), []
        for _ in range(400):
            rng += next(words)
        return rng

    found = some(5001)
    assert list(map(repr, found)) == list(map(repr, some(5001)))
    assert any(isinstance(t, Correction) for t in found) and any(len(t) >= 50_000 for t in found if isinstance(t, str))
    assert any("\x00" in t for t in found if isinstance(t, str)) and sum(map(means_halt, found)) > 20


def test_a_witness_notices_what_leaves_after_a_halt_and_lets_a_later_go_ahead_count():
    halt, on = said_at(1.0, "stop", "halt"), said_at(2.0, "go on", "resume")
    good = [left_at(0.9, False), left_at(1.01, True), left_at(1.9, True), left_at(2.1, False)]
    assert not Witness(good, [halt, on]).missed_halts()
    assert Witness([good[0], left_at(1.5, False)], [halt, on]).missed_halts()
    assert Witness(good, [halt]).missed_halts(), "nobody let it go on"
    assert Witness(good, [said_at(1.0, "stop", "nudge"), on]).missed_halts(), "it was not taken for one"


def test_an_inspector_finds_no_fault_with_a_run_and_every_fault_that_is_put_in(tmp_path):
    with Session(mode="fast", seed=5001, out=tmp_path, planner=Swaying, skills=[sway], task=TWELVE) as session:
        run = session.run("put the red block in the blue bowl", wait=False)
        while session.world.data.time < 2.0 and run.running:
            run.wait(0.01)
        session.abort()
        model, robot, found = session.world.model, session.robot, Run.load(session.folder)

    def faults(change):
        trace = {k: (v.copy() if hasattr(v, "copy") else v) for k, v in found.trace.items()}
        change(trace["sent.arm"], trace["sent.gripper"])
        return unsafe(SimpleNamespace(trace=trace), [], robot, model, [WALL])

    at = next(k for k in range(40, len(found)) if len(found.trace["sent.arm"][k]) and len(found.trace["sent.arm"][k + 1]))

    def put(values):
        return lambda arm, hand: arm.__setitem__(at, values(arm[at].copy()))

    assert not faults(lambda arm, hand: None)
    assert any("not finite" in f for f in faults(put(lambda q: q * np.nan)))
    assert any("joint's limit" in f for f in faults(put(lambda q: q + np.eye(7)[3] * 9.0)))
    assert any("speed" in f for f in faults(put(lambda q: q + np.eye(7)[0] * 0.06)))
    assert any("the wall" in f for f in faults(put(lambda q: q + np.eye(7)[0] * (-1.5 - q[0]))))


def account(said, flood):
    found = fuzzed(5001, said, flood)
    for ratio in found.ratios():
        print(ratio)  # noqa: T201
    missed = [r for r in found.ratios() if r.met is False]
    assert not missed, "\n".join(map(str, missed))
    assert found.said >= said + flood * 1000 and found.halts > 0.05 * said
    return found


def test_hundreds_at_work_and_a_thousand_in_a_second_break_nothing():
    account(200, 1.0)


@pytest.mark.slow
def test_ten_thousand_break_nothing():
    account(10_000, 10.0)
