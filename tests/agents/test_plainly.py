"""Requests in wrappings: however a wish is put, what is meant is what is left once the wrapping is off; what must not be guessed is not."""

from __future__ import annotations

import pytest
from small_scenes import kitchen

from heedful.agents.understanding import Grammar
from heedful.agents.understanding.fillers import unfilled
from heedful.agents.understanding.plainly import plainly
from heedful.episode import Plan
from heedful.program import Achieve, If, Program, Seq

GRAMMAR = Grammar(second=False)
RED_IN_BLUE = "in(red_block, blue_bowl)"


def bound(words: str) -> Program:
    here = kitchen()
    understood = GRAMMAR.understand(words, here)
    assert understood.program is not None, understood.sentence
    program = GRAMMAR.bind(understood.program, here, {})
    assert not isinstance(program, Plan), program.sentence
    return program


def goals(words: str) -> list[str]:
    program = bound(words)
    steps = program.steps if isinstance(program, Seq) else (program,)
    return [str(s.goal) for s in steps if isinstance(s, Achieve)]


@pytest.mark.parametrize(
    "words",
    [
        "Would you be a star and plonk the red block down in the blue bowl, old chap?",
        "Be so kind as to lower the red block into the blue bowl, my dear.",
        "What I'd like to see is the red block sitting in the blue bowl.",
        "In the blue bowl, that's where the red block should go.",
        "It's time the red block went into the blue bowl.",
        "The red block would be better off in the blue bowl.",
        "The red block had better be in the blue bowl.",
        "I'd feel better if the red block were in the blue bowl.",
        "It is necessary that the red block is being put into the blue bowl.",
        "Could the red block find its way into the blue bowl?",
        "Would it kill you to put the red block in the blue bowl?",
        "The red block, never mind the yellow one, should go in the blue bowl.",
        "Rather than on the plate I'd prefer the red block in the blue bowl.",
        "The red block shouldn't be on the plate but in the blue bowl.",
        "the red block erm the red block goes in the blue bowl in the blue bowl i think",
        "The red block I want have in the blue bowl.",
        "The red block. In the blue bowl. Now.",
        "Give the red block a place in the blue bowl.",
    ],
)
def test_a_wish_means_the_same_however_it_is_wrapped(words: str) -> None:
    assert goals(words) == [RED_IN_BLUE]


@pytest.mark.parametrize(
    "words",
    [
        "Open the drawer; the last thing you do is put the red block in the blue bowl.",
        "Put the red block in the blue bowl. But before that, open the drawer.",
        "Open the drawer and, that done, put the red block in the blue bowl.",
        "Drawer open, red block in the blue bowl. In that order.",
        "First things first, open the drawer. Then comes the red block, put it in the blue bowl.",
    ],
)
def test_what_is_said_of_the_order_is_kept(words: str) -> None:
    assert goals(words) == ["open(drawer)", RED_IN_BLUE]


@pytest.mark.parametrize(
    "words",
    [
        "Should the drawer happen to be closed, put the red block in the blue bowl.",
        "Were the drawer to be closed, put the red block in the blue bowl.",
        "Only put the red block in the blue bowl when the drawer is closed.",
        "Put the red block in the blue bowl, but only if the drawer is closed.",
    ],
)
def test_a_condition_stays_one_in_any_words(words: str) -> None:
    program = bound(words)
    assert isinstance(program, If)
    assert str(program.condition) == "closed(drawer)"


def test_what_must_not_stay_shut_is_to_be_open() -> None:
    assert goals("The drawer mustn't stay closed.") == ["open(drawer)"]
    assert goals("Nobody wants the drawer open.") == ["closed(drawer)"]


def test_an_unknown_verb_of_moving_is_taken_by_its_frame_and_told() -> None:
    understood = GRAMMAR.understand("frobble the red block into the blue bowl", kitchen())
    assert 'taking "frobble" for "put"' in understood.sentence


@pytest.mark.parametrize("words", ["frobble the red block", "paint the red block on the plate", "frobbled the red block into the blue bowl",
                                   "put the frobble in the blue bowl", "put the red block and the frobble in the blue bowl"])  # fmt: skip
def test_without_that_frame_an_unknown_word_is_not_guessed_at(words: str) -> None:
    assert GRAMMAR.understand(words, kitchen()).program is None


def test_what_is_to_be_moved_cannot_be_left_untouched() -> None:
    understood = GRAMMAR.understand("put the red block in the blue bowl without ever moving the red block", kitchen())
    assert understood.code == "contradiction"


def test_a_thing_on_both_sides_of_another_at_once_is_a_contradiction() -> None:
    understood = GRAMMAR.understand("the red block should be left of the plate and right of it at one and the same time", kitchen())
    assert understood.code == "contradiction"


def test_what_was_said_twice_in_a_row_is_said_once_but_not_two_items_of_a_list() -> None:
    assert unfilled(["the", "apple", "the", "apple", "goes", "on", "the", "plate"]) == ["the", "apple", "goes", "on", "the", "plate"]
    assert unfilled(["one", "to", "me", ",", "one", "to", "me"]) == ["one", "to", "me", ",", "one", "to", "me"]


def test_a_plain_request_is_left_as_it_is() -> None:
    for words in ("put the red block in the blue bowl", "if the drawer is closed , open it", "do not touch the mug"):
        assert plainly(words.split()) == words.split()


def test_a_question_with_only_an_alternative_does_something_only_then() -> None:
    assert isinstance(bound("Is the red block on the plate? If not, put it there."), If)
