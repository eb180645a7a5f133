"""What is said around a request to a body on legs: dropped where it holds nothing that could change what is asked, and never else."""

from __future__ import annotations

import pytest

from heedful.agents.rewards.phrases import LEGGED, WIDE
from heedful.agents.rewards.reading import understand
from heedful.agents.rewards.respelling import respelt
from heedful.skills.rewards import Names, Reward

DOG = Names("legged", ("door", "ball", "chair", "person", "charger"))


def made(text: str) -> tuple[Reward, ...] | None:
    return understand(text, DOG).stages


@pytest.mark.parametrize(
    ("said", "plainly"),
    [
        ("Sit, Beauregard!", "sit"),
        ("Lift your left front paw, noble beast.", "lift your left front paw"),
        ("Lie down, the parade is starting.", "lie down"),
        ("Spin as if you had swallowed a gyroscope.", "spin"),
        ("Turn ninety degrees to starboard, bosun.", "turn ninety degrees right"),
        ("Face where the sun disappears.", "face west"),
        ("Lower thy tush to the deck.", "sit"),
        ("Half turn left.", "turn 180 degrees left"),
        ("The ball is dirty, stay away from it.", "stay away from the ball"),
        ("Go to the chair, move!", "go to the chair"),
    ],
)
def test_what_only_stands_around_a_request_changes_nothing(said: str, plainly: str) -> None:
    assert made(said) == made(plainly) is not None


@pytest.mark.parametrize(
    "said",
    [
        "Sit on the sofa.", "Jump onto the bed.", "Walk to the fountain, my friend.", "Lift your seventh leg, darling.",
        "If the bell rings, sit.", "Do not sit, Rover.", "She is lying on the floor.", "Varnish the table, sit.",
        "Polish the silver, then lie down.", "Who sat on the chair?", "Stand like a flamingo.",
    ],
)  # fmt: skip
def test_what_could_change_a_request_is_never_dropped(said: str) -> None:
    assert made(said) is None


def test_who_waits_after_a_posture_stays_in_it() -> None:
    stages = made("lie down and rest for ten seconds")
    assert stages is not None and len(stages) == 1 and stages[0].for_s == 10.0


def test_the_wider_grammar_leaves_the_nearer_one_as_it_is() -> None:
    assert WIDE.base is LEGGED and not set(map(id, WIDE.rules)) & set(map(id, LEGGED.rules))
    assert LEGGED.words < WIDE.words


def test_plain_words_stay_as_they_are() -> None:
    for said in ("walk forward at 0.5 m/s", "lift the front left paw", "sit down", "turn 90 degrees to the left"):
        assert respelt(said) == said
