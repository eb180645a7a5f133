"""A run's folder: what is written is what is read, however the run ends."""

import json
import os
import signal
import subprocess
import sys
import textwrap
import time

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from heedful.geometry import Pose
from heedful.recording import FORMAT_VERSION, NoRun, Run, RunWriter, Tick, UnwritableFolder, newest_run, write_json
from heedful.types import Action, Adjustment, Grip, JointTarget, PartState, PoseDelta, PoseTarget, Twist

numbers = st.floats(allow_nan=False, width=64)
vectors = lambda n: st.lists(numbers, min_size=n, max_size=n).map(np.array)
commands = st.one_of(
    vectors(7).map(JointTarget),
    st.builds(lambda p, q: PoseTarget(Pose(p, q)), vectors(3), vectors(4)),
    st.builds(PoseDelta, vectors(3), vectors(3), st.sampled_from(["world", "tool"])),
    st.builds(Twist, numbers, numbers, numbers),
)


@st.composite
def rows(draw):
    arm = PartState(draw(vectors(7)), draw(vectors(7)), Pose(draw(vectors(3)), draw(vectors(4))))
    gripper = PartState(draw(vectors(1)), draw(vectors(1)), None, draw(numbers))
    commanded = {k: v for k, v in {"arm": draw(st.none() | commands), "gripper": draw(st.none() | st.just(Grip(0.04)))}.items() if v}
    return Tick(
        tick=draw(st.integers(0, 2**40)), time=draw(numbers), wall=draw(numbers), observed={"arm": arm, "gripper": gripper},
        commanded=Action(commanded), sent={"arm": draw(vectors(7)), "gripper": draw(vectors(2))}, skill=draw(st.integers(-1, 9)),
        halted=draw(st.booleans()), adjust=Adjustment(tuple(draw(vectors(3)).tolist()), draw(numbers)), violations=draw(st.integers(0, 3)),
        qpos=draw(vectors(9)), qvel=draw(vectors(8)),
    )  # fmt: skip


def row(i: int = 0) -> Tick:
    state = PartState(np.full(7, 0.1 * i), np.zeros(7))
    return Tick(i, 0.02 * i, time.monotonic(), {"arm": state}, sent={"arm": np.full(7, i)}, qpos=np.full(9, i / 3), qvel=np.zeros(8))


@settings(max_examples=25, deadline=None)
@given(st.lists(rows(), min_size=1, max_size=5))
def test_what_is_written_is_read_back_bit_for_bit(tmp_path_factory, ticks):
    with RunWriter(tmp_path_factory.mktemp("runs"), {"instruction": "go"}) as writer:
        for tick in ticks:
            writer.tick(tick)
    trace = Run.load(writer.folder).trace
    assert trace["tick"].tolist() == [t.tick for t in ticks]
    assert trace["qpos"].tobytes() == np.stack([t.qpos for t in ticks]).tobytes()
    assert trace["qvel"].tobytes() == np.stack([t.qvel for t in ticks]).tobytes()
    assert trace["sent.arm"].tobytes() == np.stack([t.sent["arm"] for t in ticks]).tobytes()
    assert trace["observed.arm.q"].tobytes() == np.stack([t.observed["arm"].q for t in ticks]).tobytes()
    assert trace["observed.arm.pose"].shape == (len(ticks), 7) and trace["observed.gripper.pose"].size == 0
    for i, t in enumerate(ticks):
        said = t.commanded.parts.get("arm")
        assert (trace["commanded.arm.mode"][i] == "hold") == (said is None)
        if isinstance(said, JointTarget):
            assert trace["commanded.arm.values"][i].tobytes() == said.q.tobytes()


def test_no_row_is_lost_however_fast_they_come(tmp_path):
    with RunWriter(tmp_path, {"instruction": "go"}) as writer:
        for i in range(5000):
            writer.tick(row(i))
    assert np.array_equal(Run.load(writer.folder).trace["tick"], np.arange(5000))


def test_a_tick_costs_the_control_loop_microseconds(tmp_path):
    ready = [row(i) for i in range(500)]
    with RunWriter(tmp_path, {"instruction": "go"}) as writer:
        costs = []
        for tick in ready:
            before = time.perf_counter()
            writer.tick(tick)
            costs.append(time.perf_counter() - before)
    assert np.median(costs) < 50e-6


def test_a_killed_run_is_readable_up_to_its_last_half_second(tmp_path):
    program = textwrap.dedent("""
        import sys, time, numpy as np
        from heedful.recording import RunWriter, Tick
        from heedful.types import PartState
        writer = RunWriter(sys.argv[1], {"instruction": "stack the blocks", "seed": 3})
        for i in range(100000):
            writer.tick(Tick(i, i * 0.02, 0.0, {"arm": PartState(np.zeros(7), np.zeros(7))}, qpos=np.full(9, i), qvel=np.zeros(8)))
            time.sleep(0.001)
            if i == 900:
                print("go", flush=True)
    """)
    process = subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE)
    process.stdout.readline()
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    run = Run.load(newest_run(tmp_path))
    assert run.verdict == "running" and run.episode["instruction"] == "stack the blocks"
    assert len(run) > 100 and np.array_equal(run.states()[0][:, 0], np.arange(len(run)))


def test_a_trace_cut_in_the_middle_of_a_batch_is_read_up_to_there(tmp_path):
    writer = RunWriter(tmp_path, {"instruction": "go"})
    for i in range(1000):
        writer.tick(row(i))
    while not (spool := writer.folder / "trace.arrows").exists() or spool.stat().st_size < 300_000:
        time.sleep(0.01)
    data = spool.read_bytes()
    writer.close()
    (writer.folder / "trace.parquet").unlink()
    spool.write_bytes(data[: int(len(data) * 0.7)])
    assert 0 < len(Run.load(writer.folder)) < 1000


def test_a_run_left_by_an_exception_is_recorded_as_interrupted(tmp_path):
    with pytest.raises(RuntimeError), RunWriter(tmp_path, {"instruction": "go"}) as writer:
        writer.tick(row())
        raise RuntimeError("the power went")
    run = Run.load(writer.folder)
    assert run.verdict == "interrupted" and len(run) == 1


def test_a_verdict_once_saved_is_kept_by_a_later_close(tmp_path):
    writer = RunWriter(tmp_path, {"instruction": "go", "seed": 7})
    writer.close({"verdict": "succeeded", "reason": "done"})
    writer.close()
    episode = Run.load(writer.folder).episode
    assert (episode["verdict"], episode["seed"], episode["format_version"]) == ("succeeded", 7, FORMAT_VERSION)
    assert {"heedful", "mujoco", "numpy", "python", "platform"} <= episode["versions"].keys()


def test_a_run_without_a_tick_has_an_empty_trace(tmp_path):
    with RunWriter(tmp_path, {"instruction": ""}) as writer:
        pass
    run = Run.load(writer.folder)
    assert len(run) == 0 and run.states()[0].shape == (0, 0)


def test_two_runs_of_one_second_have_two_folders(tmp_path):
    folders = {RunWriter(tmp_path, {"instruction": "go"}).close() for _ in range(5)}
    assert len(folders) == 5


def test_a_slug_never_leaves_its_folder(tmp_path):
    folder = RunWriter(tmp_path, {"instruction": "../../etc; <rm -rf> \x00 Été"}).close()
    assert folder.parent == tmp_path and folder.name.endswith("etc-rm-rf-t")


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritableFolder, match=r"cannot be written in .*--out"):
        RunWriter(tmp_path / "file" / "runs", {"instruction": "go"})


def test_json_is_replaced_in_one_step_and_a_failure_leaves_the_old_one(tmp_path):
    path = tmp_path / "episode.json"
    write_json(path, {"a": np.float64(1.5), "b": np.arange(2), "c": float("nan"), "d": {1}, "e": tmp_path})
    first = path.read_text()
    assert json.loads(first) == {"a": 1.5, "b": [0, 1], "c": None, "d": [1], "e": str(tmp_path)}
    loop: list = []
    loop.append(loop)
    with pytest.raises(RecursionError):
        write_json(path, loop)
    assert path.read_text() == first and [p.name for p in tmp_path.iterdir()] == ["episode.json"]


def test_a_missing_run_names_the_newest(tmp_path):
    folder = RunWriter(tmp_path, {"instruction": "go"}).close()
    with pytest.raises(NoRun, match=folder.name):
        Run.load(tmp_path)


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"verdict": "succeeded"}', '{"verdict": "succeeded", "format_version": 99}'])
def test_a_foreign_folder_is_refused_in_one_sentence(tmp_path, text):
    (tmp_path / "episode.json").write_text(text)
    with pytest.raises(NoRun):
        Run.load(tmp_path)
