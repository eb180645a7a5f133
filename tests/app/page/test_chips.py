"""Chips: what is offered to be said fits what is going on, and is understood as what it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heedful.agents.corrections.dialogue import Dialogue
from heedful.app.fronts.page.chips import Moment, chips, ideas
from heedful.reading import read
from heedful.session import Session

THINGS = ("red block", "green block", "blue block", "blue bowl", "table")
PLACING = Dialogue("place", {"object": "red block", "target": "blue bowl"}, THINGS, ids={n: n.replace(" ", "_") for n in THINGS})
MEANT = {
    "a bit left": "nudge", "a bit right": "nudge", "a bit higher": "nudge", "slower": "rate", "faster": "rate", "undo that": "undo",
    "go on": "resume", "cancel": "abort", "more": "repeat", "too much": "repeat", "no, the green block": "target",
    "no, the blue block": "target", "no, the other one": "target",
}  # fmt: skip
WORKING = Moment("working", PLACING, speed=0.5, shifted=True, corrected=True)


@pytest.mark.parametrize("now", [WORKING, Moment("held", PLACING), Moment("working", Dialogue("pick", {"object": "red block"}, THINGS))])
def test_each_correction_that_is_offered_is_understood_as_one(now: Moment) -> None:
    nudged = read("a bit left", now.dialogue, 0.0)
    dialogue = replace(now.dialogue, last=nudged, held=now.doing == "held")
    offered = chips(now)
    assert offered
    for words in offered:
        assert read(words, dialogue, 0.0).kind == MEANT[words], words


def test_what_cannot_be_is_not_offered() -> None:
    assert "faster" not in chips(Moment("working", PLACING)) and "slower" not in chips(Moment("working", PLACING, speed=0.1))
    alone = Dialogue("pick", {"object": "red block"}, ("red block", "blue bowl"))
    assert not any(words.startswith("no") for words in chips(Moment("working", alone)))
    assert "undo that" not in chips(Moment("working", PLACING)) and "undo that" not in chips(Moment())
    assert chips(Moment("stopped", PLACING)) == []


def test_a_question_is_answered_with_one_click() -> None:
    offered = chips(Moment("held", PLACING, choices=("the green block", "the blue block"), asks=True))
    assert offered == ["the green block", "the blue block", "cancel"]


def test_instructions_that_are_offered_are_understood_in_this_very_scene() -> None:
    with Session(robot="panda", world="tabletop", mode="fast", out=None, seed=5001) as session:
        scene = session.world.scene()
        understood = {words: session.planner.understand(words, scene).program is not None for words in ideas(scene, lambda _: True)}
        assert len(understood) >= 3 and all(understood.values()), understood
        assert ideas(scene, lambda _: False) == []
