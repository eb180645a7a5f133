"""The second opinion on a correction: it asks and agrees, and never acts; and one of several told by its place in the row."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from heedful.agents.corrections import Dialogue, doubting, read_correction
from heedful.agents.corrections.fitting import fitted, saved
from heedful.agents.corrections.guessing import KINDS, Guesser, guesser
from heedful.agents.corrections.practice import paraphrases
from heedful.agents.corrections.ranks import ranked
from heedful.agents.corrections.things import qualities

ROW = ("left bottle", "middle bottle", "right bottle")
STATE = Dialogue("place", {"object": "red block", "target": "tray"}, ("red block", "blue block", "tray", "lamp"))
BOTTLES = Dialogue("pick", {"object": "left bottle", "target": "crate"}, (*ROW, "crate"))


class Opinion(Guesser):
    """One that is always sure of the same kind."""

    def __init__(self, kind: str) -> None:
        super().__init__(np.zeros((1, len(KINDS))), np.where(np.array(KINDS) == kind, 9.0, -9.0))

    def __call__(self, words: object, dialogue: object) -> dict[str, float]:
        return dict(zip(KINDS, (1 / (1 + np.exp(-self.bias))).tolist(), strict=True))


def sure_of(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doubting, "guesser", lambda: Opinion(kind))


@pytest.mark.parametrize("kind", [k for k in KINDS if k not in ("none", "halt")])
def test_what_no_construction_explains_is_at_most_asked_about(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sure_of(kind, monkeypatch)
    read = read_correction("flurbish the wobbling gazebo tremendously", STATE)
    assert read.ask and read.kind == kind


@pytest.mark.parametrize("kind", ["none", "halt"])
def test_talk_is_not_asked_about_and_a_halt_is_never_guessed(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sure_of(kind, monkeypatch)
    read = read_correction("flurbish the wobbling gazebo tremendously", STATE)
    assert (read.kind, read.ask) == ("none", False)


def test_an_opinion_that_differs_has_the_reading_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    sure_of("query", monkeypatch)
    assert read_correction("a bit to the left", STATE).ask
    sure_of("nudge", monkeypatch)
    assert not read_correction("a bit to the left", STATE).ask


@pytest.mark.parametrize("said", ["stop", "my hand is in there", "freeze!"])
def test_no_opinion_keeps_a_halt_back(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sure_of("praise", monkeypatch)
    read = read_correction(said, STATE)
    assert (read.kind, read.ask) == ("halt", False)


def test_what_turns_a_wish_round_is_never_made_up_for(monkeypatch: pytest.MonkeyPatch) -> None:
    sure_of("rate", monkeypatch)
    read = read_correction("slower gazebo unless flurbish wobbles", STATE)
    assert read.ask or read.kind == "none"


def test_without_weights_there_is_no_second_opinion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doubting, "guesser", lambda: None)
    assert read_correction("slower", STATE).effect == {"factor": "slower"}
    assert read_correction("flurbish the wobbling gazebo", STATE).kind == "none"


def test_an_idle_robot_is_not_guessed_at() -> None:
    assert read_correction("flurbish the wobbling gazebo tremendously", Dialogue()).kind == "none"


def test_the_weights_that_are_shipped_tell_plain_corrections_apart() -> None:
    second = guesser()
    assert second is not None
    for said, kind in (("much slower please", "rate"), ("undo that", "undo"), ("what are you doing", "query"), ("well done", "praise")):
        likely = second(said.split(), STATE)
        assert max(likely, key=likely.__getitem__) == kind


def test_learning_the_same_gives_the_same_and_it_survives_being_written_down(tmp_path: Path) -> None:
    first, again = (fitted([], 40, 5000, lambda line: None) for _ in range(2))
    assert np.array_equal(first.weights, again.weights)
    saved(first, tmp_path / "guess.npz")
    kept = np.load(tmp_path / "guess.npz")
    scale = np.abs(first.weights).max(0) / 127
    assert np.allclose(kept["weights"] * kept["scale"], first.weights, atol=float(scale.max()))


def test_paraphrases_carry_the_kinds_that_the_grammar_reads_in_them() -> None:
    made = list(paraphrases(60, np.random.default_rng(5000)))
    assert made and all(e.kinds <= set(KINDS) and e.words for e in made)


@pytest.mark.parametrize(
    ("rank", "side", "names"),
    [(2, "left", ROW[1:2]), (1, "right", ROW[2:]), (-1, "left", ROW[2:]), (2, "", ROW[1:2]), (1, "", ROW), (4, "left", ())],
)
def test_a_rank_tells_one_where_the_end_is_told_or_it_is_the_middle(rank: int, side: str, names: tuple[str, ...]) -> None:
    assert ranked(ROW, rank, side, qualities) == names


def test_the_second_one_from_the_left_is_a_thing_and_no_direction() -> None:
    read = read_correction("the second one from the left", BOTTLES)
    assert (read.kind, read.effect, read.ask) == ("target", {"new": "middle bottle", "exclude": "left bottle"}, False)


def test_which_is_first_is_asked_where_nobody_said_from_which_end() -> None:
    assert read_correction("take the third one instead", BOTTLES).ask


def test_to_the_side_is_asked_about() -> None:
    read = read_correction("sideways a little", STATE)
    assert read.ask and {c["effect"]["direction"] for c in read.candidates} == {"left", "right"}
