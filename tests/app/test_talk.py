"""`heedful talk` at a real pseudo-terminal, and fed from a pipe: what a person types reaches the robot, and Ctrl-C is HALT first."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from heedful.app.cli import main
from heedful.recording import Run

DO = "put the red block in the blue bowl"
SEED = ("--seed", "5000", "film=none", "memory=off")

pty_talk = pytest.importorskip("pty_talk", reason="there are no pseudo-terminals here") if sys.platform != "win32" else None
at_a_terminal = pytest.mark.skipif(pty_talk is None, reason="there are no pseudo-terminals here")


@at_a_terminal
def test_the_prompt_stays_live_while_the_robot_moves_and_ctrl_c_is_halt_first(tmp_path: Path) -> None:
    with pty_talk.Typist(*SEED, cwd=tmp_path) as person:
        person.see("I see: red block", within=90)
        person.type(f"{DO}\r")
        person.see("understood: the red block is in the blue bowl", "plan: pick up the red block")
        person.see_bar("working", within=10)
        person.type("a bit to the left\r")
        person.see("> a bit to the left", "understood: nudge, 2 cm to the left, as the robot sees it", "ms)", within=10)
        pressed = person.type("\x03")
        assert person.see("stopped; say 'go on'", within=10) - pressed < 1.0
        person.see_bar("HELD: say 'go on' to continue", within=10)
        person.type("go on\r")
        person.see("going on")
        person.type("\x04")  # while it moves
        assert person.left(60) == 0
        person.see("the robot is held", within=1)
    run = Run.load(next((tmp_path / "runs").iterdir()))
    assert run.verdict == "interrupted" and bool(run.trace["halted"][-1]) and run.report.is_file()
    assert {c["kind"] for c in run.episode["corrections"]} >= {"nudge", "halt", "resume"}


@at_a_terminal
def test_a_number_answers_and_two_ctrl_c_give_up_in_a_narrow_terminal_without_colour(tmp_path: Path) -> None:
    with pty_talk.Typist(*SEED, cwd=tmp_path, columns=48, NO_COLOR="1") as person:
        person.see("I see: red block", within=90)
        person.type("put it in the drawer\r")
        person.see("? what does", "1 red block", "2 green block")
        person.see_bar("WAITS FOR YOUR ANSWER", within=10)
        person.type("2\r")
        person.see("the green block, then", "plan:")
        person.type("\x03")
        person.see_bar("HELD", within=10)
        person.type("\x03")
        person.see("giving up the task", "interrupted: a person gave up the task")
        person.see_bar("at rest", within=10)
        person.type("\x03")
        person.see("nothing is under way; Ctrl-D leaves")
        person.type("pick up the gre\t")
        person.until(lambda: "> pick up the green block" in person.screen.text, "the name", 10)
        person.type("\x03\x04")
        assert person.left(60) == 0
        assert not any(f"\x1b[0;{colour}m" in person.raw for colour in range(30, 50)) and all(
            len(line) <= 48 for line in person.screen.lines
        )


@at_a_terminal
def test_a_terminated_prompt_leaves_the_robot_held(tmp_path: Path) -> None:
    with pty_talk.Typist(*SEED, cwd=tmp_path) as person:
        person.see("I see:", within=90)
        person.type(f"{DO}\r")
        person.see("plan:")
        person.process.send_signal(signal.SIGINT)  # from elsewhere, it is the same key
        person.see("stopped; say 'go on'", within=10)
        person.process.terminate()
        assert person.left(60) == 130
    assert Run.load(next((tmp_path / "runs").iterdir())).verdict == "interrupted"


def piped(monkeypatch: pytest.MonkeyPatch, text: str, *words: str) -> int:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    return main(["talk", *SEED, "mode=fast", *words])


def test_lines_from_a_pipe_are_taken_in_order_and_the_last_verdict_is_the_exit_code(monkeypatch, tmp_path, capsys) -> None:
    lines = f"pick up the green block\n:wait\nundo that\n:wait\n{DO}\n"
    assert piped(monkeypatch, lines, "--out", str(tmp_path), "--json") == 0
    *told, last = capsys.readouterr().out.splitlines()
    runs = json.loads(last)["runs"]
    assert [run["verdict"] for run in runs] == ["succeeded"] * 3 and runs[2]["instruction"] == DO
    assert "understood: the robot is holding the green block" in told and any(row.startswith("report: ") for row in told)
    assert all(Path(run["run"], "report.html").is_file() for run in runs)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (":hlep", "Did you mean ':help'"),
        (":scene x", "whole number"),
        (":why now", "takes nothing"),
        (":reset", "no protective stop"),
        (":wait soon", "takes seconds"),
        ("slower", "nothing to correct"),
        ("\x00\x07\ud83d", ""),
        ("a" * 5000, "not understood"),
    ],
)
def test_whatever_is_piped_gets_a_sentence_and_breaks_nothing(line, says, monkeypatch, tmp_path, capsys) -> None:
    assert piped(monkeypatch, f"\n{line}\n:wait\n:quit\nnever read\n", "--out", str(tmp_path)) in (0, 1)
    out = capsys.readouterr().out
    assert says in out and "never read" not in out and "Traceback" not in out


def test_a_script_lifts_no_protective_stop(tmp_path: Path) -> None:
    from heedful.app.fronts.commands import Commands
    from heedful.app.fronts.conversation import Conversation
    from heedful.session import Session

    told: list[str] = []
    with Session(out=None, mode="fast", seed=5000) as session:
        talk = Conversation(session)
        script, hand = (Commands(talk, lambda text, _: told.append(text), lambda: None, by_hand=by_hand) for by_hand in (False, True))
        session.robot.stop("it ran into something")
        assert talk.status().doing == "stopped" and "it ran into something" in talk.status().why
        for line in (":reset", "reset"):
            script.take(line)
        for line in (":scene 5001", ":reset", "reset it"):
            hand.take(line)
        talk.say("reset")
        assert talk.wait(10) and talk.status().doing == "stopped" and "lift it first" in told[1]
        assert hand.take(":reset") and hand.take("reset") and talk.status().doing == "at rest"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals to a process there")
def test_an_interrupt_of_a_script_halts_then_gives_up(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "heedful.app.cli", "talk", *SEED, "--out", str(tmp_path)]
    process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(f"{DO}\n")
    process.stdin.close()
    rows = iter(process.stdout.readline, "")
    assert any(row.startswith("plan:") for row in rows)
    process.send_signal(signal.SIGINT)
    assert any(row.startswith("stopped;") for row in rows)
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    assert any(row.startswith("interrupted: a person gave up") for row in rows)
    rest = list(rows)
    assert process.wait(60) == 1 and any(row.startswith("report:") for row in rest)


def test_a_page_that_is_wanted_and_cannot_be_is_a_sentence(monkeypatch, capsys) -> None:
    monkeypatch.setitem(sys.modules, "heedful.app.fronts.page", None)
    assert piped(monkeypatch, "", "--web") == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_prompt_that_lives_is_a_sign_that_somebody_is_there():
    from prompt_toolkit.input import create_pipe_input
    from prompt_toolkit.output import DummyOutput

    from heedful.app.fronts.conversation import Conversation
    from heedful.app.fronts.terminal import Terminal
    from heedful.hardware.fake import FakeRobot
    from heedful.session import Session
    from heedful.skills.perception.state import StatePerceiver

    session = Session(robot=FakeRobot(), perception=StatePerceiver(None), out=None, attended=True)
    assert session.attendance.fault()
    with session, create_pipe_input() as keys:
        keys.send_text("\x04")  # leave at once
        Terminal(Conversation(session), input=keys, output=DummyOutput()).run()
        assert not session.attendance.fault()
