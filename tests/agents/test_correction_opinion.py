"""The second opinion beside the constructions: it makes up for words left over where it agrees; and one of several told by its place."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from heedful.agents.corrections import Dialogue, read_correction
from heedful.agents.corrections.opinion import agreeing, guess
from heedful.agents.corrections.opinion.features import BUCKETS, dense
from heedful.agents.corrections.opinion.model import Model, model
from heedful.agents.corrections.opinion.sayings import labelled
from heedful.agents.corrections.ranks import ranked
from heedful.agents.corrections.things import qualities

ROW = ("left bottle", "middle bottle", "right bottle")
STATE = Dialogue("place", {"object": "red block", "target": "tray"}, ("red block", "blue block", "tray", "lamp"))
BOTTLES = Dialogue("pick", {"object": "left bottle", "target": "crate"}, (*ROW, "crate"))
LABELS = tuple(sorted(labelled()))
STRANGE = "consider the weather on the whole table tremendously"
"""Words that are known, and that no construction explains."""


def sure_of(label: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that believes the same whatever is said."""
    bias = np.where(np.array(LABELS) == label, 9.0, -9.0)
    one = Model(LABELS, np.zeros((len(dense(["a"])), len(LABELS))), np.zeros((BUCKETS, len(LABELS))), bias)
    for room in (agreeing, guess):
        monkeypatch.setattr(room, "model", lambda: one)


@pytest.mark.parametrize("label", LABELS)
def test_what_no_construction_explains_is_never_a_thing_or_a_place(label: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sure_of(label, monkeypatch)
    read = read_correction(STRANGE, STATE)
    assert read.kind not in ("target", "goal", "fact", "preference", "multi")
    assert read.kind in ("none", label.split()[0])


def test_words_left_over_are_made_up_for_where_it_hears_the_same_and_not_where_it_hears_another(monkeypatch: pytest.MonkeyPatch) -> None:
    said = "affirmative, exactly that block"
    sure_of("confirm value=true", monkeypatch)
    assert (read := read_correction(said, STATE)).kind == "confirm" and read.effect == {"value": True} and not read.ask
    sure_of("goal", monkeypatch)
    assert read_correction(said, STATE).kind == "none"


def test_what_the_constructions_explain_needs_no_opinion(monkeypatch: pytest.MonkeyPatch) -> None:
    sure_of("query about=reason", monkeypatch)
    read = read_correction("a bit to the left", STATE)
    assert (read.kind, read.ask) == ("nudge", False)


@pytest.mark.parametrize("said", ["stop", "my hand is in there", "freeze!"])
def test_no_opinion_keeps_a_halt_back(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sure_of("praise value=good", monkeypatch)
    read = read_correction(said, STATE)
    assert (read.kind, read.ask) == ("halt", False)


def test_what_turns_a_wish_round_is_never_made_up_for(monkeypatch: pytest.MonkeyPatch) -> None:
    sure_of("rate factor=slower", monkeypatch)
    read = read_correction("slower gazebo unless flurbish wobbles", STATE)
    assert read.ask or read.kind == "none"


def test_an_idle_robot_is_not_guessed_at(monkeypatch: pytest.MonkeyPatch) -> None:
    sure_of("rate factor=slower", monkeypatch)
    assert read_correction(STRANGE, Dialogue()).kind == "none"


def test_the_weights_that_are_shipped_tell_plain_corrections_apart() -> None:
    for said, kind in (("much slower please", "rate"), ("undo that", "undo"), ("what are you doing", "query"), ("well done", "praise")):
        believed = model().kinds(said.split())
        assert max(believed, key=believed.__getitem__) == kind


def test_a_model_survives_being_written_down(tmp_path: Path) -> None:
    first = model()
    first.save(tmp_path / "weights.npz")
    again = Model.load(tmp_path / "weights.npz")
    assert again.labels == first.labels
    assert np.allclose(again.over_words, first.over_words, atol=float(np.abs(first.over_words).max()) / 127)


@pytest.mark.parametrize(
    ("rank", "side", "names"),
    [(2, "left", ROW[1:2]), (1, "right", ROW[2:]), (-1, "left", ROW[2:]), (2, "", ROW[1:2]), (1, "", ROW), (4, "left", ())],
)
def test_a_rank_tells_one_where_the_end_is_told_or_it_is_the_middle(rank: int, side: str, names: tuple[str, ...]) -> None:
    assert ranked(ROW, rank, side, qualities) == names


def test_the_second_one_from_the_left_is_a_thing_and_no_direction() -> None:
    read = read_correction("the second one from the left", BOTTLES)
    assert (read.kind, read.effect, read.ask) == ("target", {"new": "middle bottle", "exclude": "left bottle"}, False)


def test_nothing_is_the_last_of_none() -> None:
    assert ranked((), -1, "left", qualities) == ()
    alone = Dialogue("place", {"object": "red block", "target": "tray"}, ("red block", "tray", "lamp"))
    assert read_correction("the last one in the row", alone).kind != "target"


def test_which_is_first_is_asked_where_nobody_said_from_which_end() -> None:
    assert read_correction("take the third one instead", BOTTLES).ask


def test_to_the_side_is_asked_about() -> None:
    read = read_correction("sideways a little", STATE)
    assert read.ask and {c["effect"]["direction"] for c in read.candidates} == {"left", "right"}
