"""One conversation for every front: words reach the run under way or begin one, and HALT comes before anything else."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from heedful.agents.corrections.greeting import greets
from heedful.app.fronts.conversation import Conversation
from heedful.session import Session

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture
def talk() -> Iterator[Conversation]:
    with Session(robot="panda", world="tabletop", mode="realtime", out=None, interactive=True) as session:
        yield Conversation(session)


def until(true: Callable[[], bool], seconds: float = 20.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.02)
    return False


def said(talk: Conversation, kind: str) -> list[str]:
    return [line.text for line in talk.lines if line.kind == kind]


def test_an_instruction_begins_a_run_and_what_follows_corrects_it(talk: Conversation) -> None:
    talk.say("put the red block in the blue bowl")
    assert until(lambda: bool(talk.status().running))
    talk.say("slower")
    assert until(lambda: bool(said(talk, "correction")))
    talk.say("stop")
    assert until(lambda: talk.status().doing == "held")
    talk.say("go on")
    assert until(lambda: talk.status().doing == "working")
    talk.say("cancel")
    assert talk.wait(10) and until(lambda: talk.status().doing == "at rest")
    assert until(lambda: any("interrupted" in text for text in said(talk, "verdict")))
    heeded = [line.latency_ms for line in talk.lines if line.kind == "correction"]
    assert heeded and all(late is not None and late >= 0 for late in heeded)


def test_what_is_said_to_a_robot_at_rest_is_answered_and_moves_nothing(talk: Conversation) -> None:
    for words in ("stop", "go on", "   ", "thanks, well done"):
        talk.say(words)
    assert talk.status().doing == "at rest" and talk.session.under_way is None
    assert len([line for line in talk.lines if line.who == "robot"]) == 3


def test_a_greeting_is_returned_with_what_there_is_to_do(talk: Conversation) -> None:
    for words in ("hello", "Good morning, robot!", "hi there"):
        talk.say(words)
    answers = [line.text for line in talk.lines if line.who == "robot"]
    assert talk.session.under_way is None and len(answers) == 3 and len(set(answers)) == 1
    assert answers[0].startswith("hello; I see red block") and "say what to do" in answers[0]
    assert not greets("hello, put the red block in the blue bowl") and not greets("hey, stop") and not greets("high")


def test_nonsense_ends_in_a_sentence(talk: Conversation) -> None:
    talk.say("florble the gnarp")
    assert until(lambda: bool(said(talk, "verdict"))) and talk.wait(5)
    assert talk.status().doing == "at rest"
