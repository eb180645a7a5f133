"""The second opinion: it knows words it was never taught, and acts where it is sure; never on a thing, a HALT in a tale, or when idle."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from heedful.agents.corrections import read_correction
from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.hearing import plain
from heedful.agents.corrections.opinion import guessed
from heedful.agents.corrections.opinion.guess import OPEN
from heedful.agents.corrections.opinion.model import model
from heedful.agents.corrections.opinion.sayings import labelled, named
from heedful.types import Correction

WORKING = Dialogue(running_skill="place", bindings={"object": "mug", "target": "tray"}, scene=("mug", "tray", "red block"))
TAUGHT = {
    word for lines in labelled().values() for line in lines for word in plain(line.replace("|", " ").replace("[", " ").replace("]", " "))
}


def heard(text: str, dialogue: Dialogue = WORKING) -> Correction | None:
    return guessed(text, plain(text), dialogue, 0.0)


def test_its_labels_are_those_of_the_sayings() -> None:
    assert set(model().labels) == set(labelled())


@pytest.mark.parametrize(
    ("text", "kind", "effect"),
    [
        ("the way you did that was exquisite", "praise", {"value": "good"}),
        ("get nearer to my person", "nudge", {"direction": "towards", "frame": "explicit_person", "magnitude_m": "default"}),
        ("we can dispense with the next step", "order", {"op": "skip", "what": "next"}),
        ("elevate it three centimetres", "nudge", {"direction": "up", "frame": "default", "magnitude_m": 0.03}),
    ],
)
def test_what_is_like_what_it_was_taught_is_understood(text: str, kind: str, effect: dict) -> None:
    found = heard(text)
    assert found is not None and (found.kind, dict(found.effect)) == (kind, effect)


def test_a_word_it_was_never_taught_is_known_by_what_it_is_like() -> None:
    assert "exquisite" not in TAUGHT
    assert (found := heard("what an exquisite job")) is not None and found.effect == {"value": "good"}


@pytest.mark.parametrize("text", ["slower", "let go", "go on", "put it on the plate", "higher"])
def test_nothing_is_believed_of_what_is_said_to_an_idle_robot(text: str) -> None:
    assert heard(text, Dialogue(scene=("mug", "plate"))) is None


@pytest.mark.parametrize(
    "text", ["I told my brother to stop smoking", "she said freeze", "the bus stop is over there", "they halted the trial yesterday"]
)
def test_no_halt_is_heard_in_a_tale(text: str) -> None:
    found = heard(text)
    assert found is None or found.kind != "halt" or found.ask


@pytest.mark.parametrize("text", ["blorft the quindle zaxly", "ß∂ƒ©˙∆ µ≤≥", "", ",,,"])
def test_strange_words_are_not_believed(text: str) -> None:
    assert heard(text) is None


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(sorted(TAUGHT)), max_size=12).map(" ".join)))
def test_any_words_give_a_correction_that_can_be_heeded_or_nothing(text: str) -> None:
    found = heard(text)
    if found is not None:
        assert found.kind not in OPEN and (not found.ask or found.candidates)
        assert {"nudge": "magnitude_m", "rotate": "magnitude", "grip": "change", "rate": "factor"}.get(found.kind, "") in {
            "",
            *found.effect,
        }


def test_what_the_grammar_reads_is_not_asked_of_it() -> None:
    assert read_correction("a bit to the left", WORKING).effect["magnitude_m"] == "bit"


def test_names_of_things_are_one_token() -> None:
    assert named(plain("take the red block, not the mugs"), WORKING.scene) == ["take", "the", "thing", ",", "not", "the", "thing"]
