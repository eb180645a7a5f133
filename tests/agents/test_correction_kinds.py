"""Corrections of every kind: how well they are understood on records, and laws that hold for any of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from heedful.agents.corrections import Dialogue, is_halt, read_correction
from heedful.agents.sets import packaged
from heedful.agents.sets.corrections import judged, measures, records, said
from heedful.types import Correction

HERE = Path(__file__).parent / "corrections"
CUPS = Dialogue("place", {"object": "green cup", "target": "rack"}, ("green cup", "yellow cup", "rack", "kettle", "tray"))
PLACING = Dialogue("place", {"object": "red block", "target": "blue bowl"}, ("red block", "green block", "blue bowl", "white bowl", "tray"))
PICKING = Dialogue("pick", {"object": "middle can"}, ("left can", "middle can", "right can", "bin"))
NUDGED = Dialogue(
    "place", {"object": "red block", "target": "tray"}, ("red block", "green block", "tray"),
    Correction("", "nudge", {"direction": "left", "frame": "default", "magnitude_m": "bit"}),
)  # fmt: skip


def share(file: Path, name: str) -> float:
    hits, of = measures(judged(records(file), read_correction))[name]
    return hits / of


@pytest.mark.parametrize(("name", "kind", "effect", "silent"), [
    ("development", 0.95, 0.92, 0.02), ("own.jsonl", 0.95, 0.92, 0.02), ("held_out.jsonl", 0.90, 0.88, 0.07),
])  # fmt: skip
def test_most_of_what_people_say_is_understood_and_little_is_wrong_and_silent(name: str, kind: float, effect: float, silent: float) -> None:
    file = packaged("corrections") if name == "development" else HERE / name
    found = measures(judged(records(file), read_correction))
    shares = {n: hits / of for n, (hits, of) in found.items() if of}
    assert shares["kind"] >= kind and shares["effect"] >= effect and shares["wrong_and_silent"] <= silent
    assert shares["halt_recall"] == 1.0 and shares["halt_false_alarms"] == 0.0


def test_an_ordinary_instruction_is_hardly_ever_taken_for_a_halt() -> None:
    instructions = (HERE / "instructions.txt").read_text().splitlines()
    assert len(instructions) >= 300
    assert sum(map(is_halt, instructions)) < 0.01 * len(instructions)


def test_an_ordinary_instruction_to_an_idle_robot_is_no_correction() -> None:
    idle = Dialogue(None, {}, PLACING.scene)
    instructions = (HERE / "instructions.txt").read_text().splitlines()
    taken = [i for i in instructions if read_correction(i, idle).kind not in ("none", "preference")]
    assert len(taken) <= 0.02 * len(instructions), taken


SAID = [
    "a bit to the left", "slower", "tighter", "let go", "use your other hand", "keep it upright", "go on", "undo that",
    "two centimetres higher",
    "put it on the tray", "rotate it clockwise", "stay away from the tray", "skip this step", "faster", "no, the green block",
    "push it instead",
]  # fmt: skip
POLITE = ["{}", "please {}", "{} please", "{}!", "um {}", "ok {}", "robot, {}", "could you {}", "{} now", "hey robot {}"]


@given(st.sampled_from(SAID), st.sampled_from(POLITE), st.sampled_from([str.lower, str.upper, str.capitalize]))
@settings(deadline=None, max_examples=60)
def test_politeness_and_case_change_nothing(text: str, way: str, case: object) -> None:
    assert said(read_correction(way.format(case(text)), PLACING)) == said(read_correction(text, PLACING))  # type: ignore[operator]


SHIFTS = ["{}", "a bit to the {}", "move it {}", "to my {}", "your {}", "too far {}", "3 cm {}", "{} on the screen", "further {} please"]


@given(st.sampled_from(SHIFTS), st.sampled_from([PLACING, CUPS, NUDGED]))
@settings(deadline=None, max_examples=30)
def test_left_mirrors_right(shift: str, dialogue: Dialogue) -> None:
    a, b = (read_correction(shift.format(side), dialogue) for side in ("left", "right"))
    assert a.kind == b.kind == "nudge"
    assert {a.effect["direction"], b.effect["direction"]} == {"left", "right"}
    assert {k: v for k, v in a.effect.items() if k != "direction"} == {k: v for k, v in b.effect.items() if k != "direction"}


@given(st.integers(1, 300))
@settings(deadline=None, max_examples=30)
def test_one_length_in_any_unit_is_one_shift(millimetres: int) -> None:
    ways = [f"{millimetres} mm left", f"left by {millimetres / 10} cm", f"{millimetres}mm to the left", f"left {millimetres / 1000} metres"]
    for way in ways:
        assert read_correction(way, PLACING).effect["magnitude_m"] == pytest.approx(millimetres / 1000, rel=0.02)


def test_a_thing_and_a_direction_of_the_same_name_are_told_apart_or_asked_about() -> None:
    assert read_correction("left one", PICKING).effect == {"new": "left can", "exclude": "middle can"}
    assert read_correction("left", PICKING).kind == "nudge"
    both = read_correction("no, left", PICKING)
    assert both.ask and {c["kind"] for c in both.candidates} == {"nudge", "target"}


def test_the_other_is_named_where_there_is_one_and_asked_about_where_there_are_more() -> None:
    assert read_correction("no, the other one", CUPS).effect == {"new": "yellow cup", "exclude": "green cup"}
    open_ = read_correction("not that one", PICKING)
    assert open_.ask and set(open_.candidates) == {"left can", "right can"}


def test_what_was_said_last_counts_after_a_repair() -> None:
    assert read_correction("left, no sorry, right", PLACING).effect["direction"] == "right"
    assert read_correction("a bit up no wait down a bit", PLACING).effect == {"direction": "down", "frame": "default", "magnitude_m": "bit"}


def test_a_repeat_without_anything_to_repeat_is_asked_about() -> None:
    assert read_correction("more", PLACING).ask and not read_correction("more", NUDGED).ask


def test_several_wishes_are_several_corrections_in_the_order_spoken() -> None:
    found = read_correction("slower, and three centimetres up then left two", PLACING)
    assert [p.kind for p in found.parts] == ["rate", "nudge", "nudge"]
    assert [p.effect.get("magnitude_m") for p in found.parts] == [None, 0.03, 0.02]


def test_a_word_that_lasts_makes_a_rule() -> None:
    now, always = read_correction("keep cups upright", CUPS), read_correction("always keep cups upright", CUPS)
    assert now.kind != "preference" and always.kind == "preference" and always.effect["scope"] == "category:cup"


def test_a_halt_never_waits_for_the_rest_and_the_rest_is_not_lost() -> None:
    found = read_correction("stop. now move left a little", PLACING)
    assert [p.kind for p in found.parts] == ["halt", "nudge"]
    assert read_correction("stop, you're going to hit the tray", PLACING).kind == "halt"


@pytest.mark.parametrize("text", ["don't stop", "I never told you to stop, keep going", "do not wait for me"])
def test_a_stop_that_is_denied_lets_the_robot_go_on(text: str) -> None:
    assert read_correction(text, PLACING).kind == "resume"


def test_what_was_not_understood_is_said() -> None:
    assert read_correction("the moon is made of cheese they say", PLACING).reply.startswith("I did not understand")


WORDS = st.sampled_from([
    "left", "right", "up", "a", "bit", "the", "it", "that", "one", "other", "red", "green", "block", "bowl", "not", "no", "stop", "don't",
    "put",
    "in", "on", "take", "more", "less", "again", "slower", "first", "then", "and", "but", "by", "cm", "3", "two", "your", "my", "hand",
    "always",
    "never", "forget", "back", "where", "was", "is", "are", "too", "far", ",", ".", "!", "if", "until", "handle", "tilt", "with", "to",
    "away",
])  # fmt: skip


@given(st.lists(WORDS, min_size=1, max_size=14))
@settings(deadline=None, max_examples=60)
def test_any_words_in_any_order_are_read_without_an_error(words: list[str]) -> None:
    for dialogue in (PLACING, NUDGED, Dialogue(), Dialogue("pour", {"object": "jug"}, ("jug", "glass"))):
        found = read_correction(" ".join(words), dialogue)
        assert found.kind and all(p.kind != "multi" for p in found.parts)
