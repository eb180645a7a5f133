"""A recorded run becomes an episode: what was measured and sent, each correction on the first frame that heeds it."""

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from heedful.recording import Run, RunWriter, Tick
from heedful.recording.dataset import Dataset, Unfit, append, from_run, verify
from heedful.types import Adjustment, PartState

RATE = 50
PARTS = {"arm": {"kind": "arm", "joints": ["joint1", "joint2"]}, "gripper": {"kind": "gripper", "joints": []}}
OUTCOMES = [
    {"skill": "pick", "args": {"object": "block"}, "status": "succeeded", "ticks": [2, 19]},
    {"skill": "place", "args": {"object": "block", "target": "bowl"}, "status": "succeeded", "ticks": [20, 39]},
]


def run(out, ticks=40, heard=(), held=(), parts=PARTS, **episode):
    """A run of `ticks` control periods in which a nudge was heard right before each of some ticks, and others were held."""
    heard = list(heard)
    with RunWriter(out, {"instruction": "put the block in the bowl", "robot": "panda", "parts": parts}) as writer:
        for i in range(ticks):
            arm, gripper = PartState(np.array([0.1 * i, 0.2]), np.zeros(2)), PartState(np.array([0.04]), np.zeros(1))
            sent = {} if i in held else {"arm": np.array([0.1 * i + 0.05, 0.3]), "gripper": np.array([0.02, 20.0])}
            revision = sum(h <= i for h in heard)
            skill = -1 if i < 2 else 0 if i < 20 else 1
            row = Tick(i, i / RATE, 100 + i / RATE + 0.002, {"arm": arm, "gripper": gripper}, sent=sent, skill=skill,
                       adjust=Adjustment(revision=revision))  # fmt: skip
            writer.tick(row)
        corrections = [
            {"text": f"left {h}", "kind": "nudge", "effect": {}, "reply": "", "heard": 100 + h / RATE - 0.004, "latency_ms": 4.5}
            for h in heard
        ]
        told = {"verdict": "succeeded", "outcomes": OUTCOMES, "corrections": corrections}
        plan = [{"kind": "go", "calls": ["pick(block)", "place(block, bowl)"], "sentence": "…"}, {"kind": "done", "calls": []}]
        writer.save({**told, "plan": plan, **episode})
    return Run.load(writer.folder)


@settings(max_examples=8, deadline=None)
@given(st.sets(st.integers(1, 39), max_size=4), st.sampled_from([None, 25, 10]))
def test_each_correction_stands_on_the_first_frame_whose_action_heeds_it(tmp_path_factory, heard, fps):
    one = run(tmp_path_factory.mktemp("runs"), heard=sorted(heard))
    taken = from_run(one, fps)
    revisions = one.trace["adjust.revision"][taken.rows]
    stride = RATE // taken.schema.fps
    for n, said in enumerate(taken.episode.said, start=1):
        heeded = np.flatnonzero(revisions >= n)
        assert said.frame == (heeded[0] if len(heeded) else len(taken.rows) - 1)
        assert len(heeded) == 0 or (taken.rows[said.frame] - sorted(heard)[n - 1]) in range(stride)


def test_frames_hold_what_was_measured_and_what_was_sent(tmp_path):
    taken = from_run(run(tmp_path))
    assert taken.schema.fps == RATE and taken.schema.robot == "panda"
    assert taken.schema.state == ("arm.joint1", "arm.joint2", "gripper.width")
    assert taken.schema.action == ("arm.joint1", "arm.joint2", "gripper.width", "gripper.force")
    i = np.arange(40)
    assert np.allclose(taken.episode.state, np.stack([0.1 * i, 0.2 + 0 * i, 0.04 + 0 * i], 1), atol=1e-6)
    assert np.allclose(taken.episode.action, np.stack([0.1 * i + 0.05, 0.3 + 0 * i, 0.02 + 0 * i, 20 + 0 * i], 1), atol=1e-6)


def test_a_held_frame_keeps_what_was_sent_before_and_at_first_what_was_measured(tmp_path):
    action = from_run(run(tmp_path, held=(0, 5, 6))).episode.action
    assert np.allclose(action[0], [0.0, 0.2, 0.04, 0.0]) and np.array_equal(action[5], action[4]) and np.array_equal(action[6], action[4])


def driving(out, drives):
    """A run of a body with a base, which moves in some ticks only."""
    parts = {"base": {"kind": "base", "joints": ["base_x", "base_y", "base_yaw"]}, "gripper": {"kind": "gripper", "joints": ["width"]}}
    with RunWriter(out, {"instruction": "go", "parts": parts}) as writer:
        for i in range(6):
            seen = {"base": PartState(np.array([1.0, 2.0, 3.0]), np.zeros(3)), "gripper": PartState(np.array([0.04]), np.zeros(1))}
            sent = {"base": np.array([0.1, 0.0, 0.2])} if i in drives else {}
            writer.tick(Tick(i, i / RATE, 100 + i / RATE, seen, sent=sent))
    return from_run(Run.load(writer.folder))


def test_a_base_that_is_told_nothing_stands(tmp_path):
    action = driving(tmp_path, {1, 2}).episode.action
    assert np.allclose(action[:, :3], [[0, 0, 0], [0.1, 0, 0.2], [0.1, 0, 0.2], [0, 0, 0], [0, 0, 0], [0, 0, 0]])


def test_frames_are_those_of_the_robot_whichever_parts_a_run_moves(tmp_path):
    still, moved = driving(tmp_path, set()).schema, driving(tmp_path, {1}).schema
    assert still == moved and still.action == ("base.x_speed", "base.y_speed", "base.yaw_speed", "gripper.width", "gripper.force")
    assert still.state == ("base.x", "base.y", "base.yaw", "gripper.width")


def test_subtasks_and_plan_are_those_of_the_run(tmp_path):
    episode = from_run(run(tmp_path)).episode
    assert [episode.subtasks[i] for i in (0, 2, 19, 20, 39)] == [
        "",
        "pick(block)",
        "pick(block)",
        "place(block, bowl)",
        "place(block, bowl)",
    ]
    assert episode.plan == [(2, "pick(block)\nplace(block, bowl)")] and episode.success


@pytest.mark.parametrize("told", [{"verdict": "failed"}, {"verdict": "succeeded", "truth": False}], ids=str)
def test_success_is_what_was_verified_and_in_simulation_true(tmp_path, told):
    assert not from_run(run(tmp_path, **told)).episode.success


def test_a_correction_of_an_older_record_is_told_and_left_out(tmp_path):
    one = run(tmp_path / "runs", corrections=[{"text": "slower", "kind": "rate", "effect": {}, "latency_ms": 3.0}])
    (sentence,) = append(tmp_path / "data", one)
    assert "“slower”" in sentence and verify(tmp_path / "data") == [] and Dataset(tmp_path / "data").record(0)["corrections"] == []


@pytest.mark.parametrize("fps", [20, 33, 100])
def test_a_rate_that_is_no_whole_part_is_refused(tmp_path, fps):
    with pytest.raises(Unfit, match="no whole part"):
        from_run(run(tmp_path), fps)


def test_a_run_that_never_moved_is_refused(tmp_path):
    with pytest.raises(Unfit, match="no trace"):
        from_run(run(tmp_path, ticks=0))


def test_joints_that_nobody_named_are_numbered(tmp_path):
    assert from_run(run(tmp_path, parts={})).schema.state == ("arm.0", "arm.1", "gripper.0")
