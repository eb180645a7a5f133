"""How a conversation is shown and completed: what is cut, what is numbered, what is said in one wording."""

from __future__ import annotations

import pytest

from heedful.app.fronts.completing import begun
from heedful.app.fronts.display import bar, shown, wrapped
from heedful.app.fronts.transcript import Line, Status
from heedful.app.retelling import sentence, tone
from heedful.events import Event
from heedful.types import Correction

STATES = [
    Status("at rest"),
    Status("working", "do", ("pick(red_block_1)",), seconds=12.3, latency_ms=9.2),
    Status("held", "do", why="say 'go on' to continue"),
    Status("held", "do", question="which do you mean: the red block or the green block?", choices=("red block", "green block")),
    Status("stopped", why="it ran into something; a person must reset it"),
]


@pytest.mark.parametrize("columns", [20, 40, 80, 200])
@pytest.mark.parametrize("status", STATES)
def test_the_bar_fills_its_width_and_never_more(status: Status, columns: int) -> None:
    assert sum(len(text) for _, text in bar(status, columns)) == columns


def test_the_bar_tells_the_state_before_anything_else() -> None:
    starts = [bar(status, 20)[0][1].strip().split()[0] for status in STATES]
    assert starts == ["at", "working", "HELD:", "WAITS", "STOPPED:"]
    assert "9 ms" in bar(STATES[1], 80)[0][1] and len({bar(s, 20)[0][0] for s in STATES}) == 4


def test_rows_break_between_words_and_lose_none() -> None:
    text = "succeeded: " + "the red block is in the blue bowl and " * 5 + "/a/path/that/is/longer/than/the/whole/width/of/it"
    rows = wrapped([[("good", text)]], 30)
    assert " ".join(piece.strip() for row in rows for _, piece in row) == text
    assert all(len(row[0][1]) <= 30 or "/a/path" in row[0][1] for row in rows)


def test_what_was_typed_here_is_not_shown_twice_but_what_came_from_elsewhere_is() -> None:
    assert shown(Line("you", "slower", front="terminal"), "terminal") == []
    assert "speech" in str(shown(Line("you", "slower", front="speech"), "terminal"))


def test_choices_are_numbered_from_one() -> None:
    line = Line("robot", "which do you mean?", "question", data={"choices": ("red block", "green block")}, tone="warn")
    assert ["".join(text for _, text in row).split() for row in shown(line)][1:] == [["1", "red", "block"], ["2", "green", "block"]]


@pytest.mark.parametrize(
    ("correction", "says"),
    [
        (
            Correction("a bit left", "nudge", {}, reply="2 cm to the left, as you see it", latency_ms=8.6),
            "understood: nudge, 2 cm to the left,",
        ),
        (Correction("stop", "halt", {}, reply="stopped; say 'go on' to continue", latency_ms=8.6), "stopped; say 'go on' to continue"),
        (Correction("undo", "undo", {}, latency_ms=8.6), "understood: undo"),
    ],
)
def test_a_correction_is_told_with_how_it_was_understood_and_how_soon_it_was_heeded(correction: Correction, says: str) -> None:
    event = Event("correction", {"correction": correction})
    assert sentence(event).startswith(says) and sentence(event).endswith("  (9 ms)") and tone(event) == "calm"


def test_a_begun_name_is_completed_from_as_many_words_as_begin_it() -> None:
    names = ["red block", "red bowl", "blue bowl", "put"]
    assert begun("put the red b", names) == (5, ["red block", "red bowl"])
    assert begun("put the re", names) == (2, ["red block", "red bowl"])
    assert begun("put the red block", names) == (0, []) and begun("", names) == (0, []) and begun("put ", names) == (0, [])
