"""What was recorded happens again, bit for bit: first runs and later ones, held, interrupted and failed."""

import json
import threading
import time

import numpy as np
import pytest

import heedful as hf
from heedful.app.cli import main
from heedful.app.replay import compare, world_of
from heedful.recording import Run

QUICK = dict(mode="fast", seed=0)


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """One session in which everything below happens, one after the other."""
    with hf.Session(**QUICK, out=tmp_path_factory.mktemp("runs")) as session:
        yield session


def replayed(episode):
    """What comparing a run with its replay found, in a world built again from nothing but the run's folder."""
    run = Run.load(episode.folder)
    world = world_of(run.episode)
    found = compare(run, world)
    world.close()
    assert found["ticks"] > 1 and found["model"]
    return found["same"] == found["ticks"] and found["end"]


def sway(session, says):
    """Teach the session a skill that sways the arm, and is told something in its tenth tick."""

    @hf.skill(uses="arm", timeout=5.0)
    def sway(obs):
        """Sway."""
        start = obs.parts["arm"].q
        for i in range(60):
            if i == 10:
                says and says.pop(0)()
            obs = yield hf.Action({"arm": hf.JointTarget(start + np.eye(7)[0] * 0.2 * np.sin(i / 20))})
        return hf.Outcome.succeeded()

    session.skills.add(sway)


def test_run_after_run_is_replayed(session):
    for words in ("pick up the purple block", "put it on the table", "go home"):
        assert replayed(session.run(words)), words


def test_a_second_run_starts_where_the_first_one_ended(session):
    first = session.run("pick up the purple block")
    second = session.run("put the purple block on the table")
    ended, starts = (Run.load(e.folder).episode[k] for e, k in ((first, "final"), (second, "initial")))
    assert ended == starts


def test_a_run_that_was_held_and_let_go_on_is_replayed(session):
    def hold():
        session.ears.hear("stop")
        threading.Timer(0.2, session.ears.hear, ["go on"]).start()

    sway(session, [hold])
    episode = session.run("sway")
    held = Run.load(episode.folder).trace["halted"]
    assert [c.kind for c in episode.corrections] == ["halt", "resume"]
    assert 3 < held.sum() < len(held)
    assert replayed(episode)


def test_a_nudged_run_is_replayed(session):
    sway(session, [lambda: session.ears.hear("a bit to the left")])
    episode = session.run("sway")
    assert [c.kind for c in episode.corrections] == ["nudge"]
    assert replayed(episode)


def test_an_interrupted_run_is_replayed_and_ends_held(session):
    session.reset(2, "place_in")
    sway(session, [lambda: session.ears.hear("cancel")])
    episode = session.run("sway")
    assert episode.verdict is hf.Verdict.INTERRUPTED
    run = Run.load(episode.folder)
    assert run.trace["halted"][-1] and not run.trace["halted"].all()
    assert replayed(episode)


def test_a_failed_run_is_replayed_and_ends_held(session):
    @hf.skill(uses="arm")
    def flail(obs):
        """Set out and break."""
        start = obs.parts["arm"].q
        for i in range(20):
            obs = yield hf.Action({"arm": hf.JointTarget(start + np.eye(7)[0] * 0.01 * i)})
        raise ZeroDivisionError("no such luck")

    session.reset(1)
    session.skills.add(flail)
    session.budget = hf.Budget(replans=1)
    episode = session.run("flail")
    assert (episode.verdict, episode.code) == (hf.Verdict.FAILED, "error")
    assert Run.load(episode.folder).trace["halted"][-1]
    assert replayed(episode)


def test_a_run_by_the_wall_clock_is_replayed(tmp_path):
    with hf.Session(mode="realtime", seed=3, out=tmp_path, budget=hf.Budget(seconds=1.0)) as session:
        run = session.run("pick up the red block", wait=False)
        time.sleep(1.0)
        session.halt()
        session.resume()
        session.say("a bit up")
        time.sleep(0.5)
        session.abort()
        assert replayed(run.result(10))


@pytest.fixture
def folder(tmp_path):
    with hf.Session(**QUICK, out=tmp_path, perception={"_from_": "state", "noise_m": 0.002}) as session:
        return session.run("go home").folder


def test_settings_are_recorded_with_their_values(folder):
    episode = Run.load(folder).episode
    assert episode["perception"] == "state (noise_m=0.002)"
    assert episode["config"]["perception"] == {"_from_": "state", "noise_m": 0.002}
    assert not any("dict" in str(v) for v in episode["config"].values())


def test_the_same_versions_are_not_spoken_of(folder, capsys):
    assert main(["replay", str(folder)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("identical:") and "recorded with" not in told


def test_other_versions_are_named_in_a_sentence_with_whether_it_is_the_same_all_the_same(folder, capsys):
    path = folder / "episode.json"
    episode = json.loads(path.read_text())
    episode["versions"] |= {"mujoco": "3.8.0", "platform": "linux-riscv64"}
    path.write_text(json.dumps(episode))
    assert main(["replay", str(folder)]) == 0
    identical, differ = capsys.readouterr().out.splitlines()
    assert identical.startswith("identical:")
    assert all(word in differ for word in ("mujoco 3.8.0", "platform linux-riscv64 (here ", "the same all the same"))
    episode["initial"]["qpos"][-1] += 1e-12
    path.write_text(json.dumps(episode))
    assert main(["replay", str(folder)]) == 1
    told = capsys.readouterr().out
    assert told.startswith("different from tick 0 ") and "not the same" in told


def test_a_state_of_another_world_and_a_robot_made_by_hand_are_2(folder, capsys):
    path = folder / "episode.json"
    episode = json.loads(path.read_text())
    episode["seed"] = 9
    path.write_text(json.dumps(episode))
    code = main(["replay", str(folder)])
    assert code in (1, 2) and capsys.readouterr().err.count("\n") == (code == 2)
    episode["config"]["robot"] = {"_object_": "clay"}
    path.write_text(json.dumps(episode))
    assert main(["replay", str(folder)]) == 2
    assert "'clay' was an object made by hand" in capsys.readouterr().err
