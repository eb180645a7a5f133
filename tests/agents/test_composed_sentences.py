"""Combinations that a speaker takes for granted: a construction is read wherever it may stand, and never means less than was said."""

from __future__ import annotations

from typing import Any

import pytest

from heedful.agents.sets import hear
from heedful.agents.sets.meaning import shown
from heedful.agents.sets.tabletop_scene import scene_of
from heedful.agents.understanding.grammar import Grammar

SKILLS = {"home": "", "look": "", "wait": ""}


def thing(name: str, color: str, category: str, x: float, y: float) -> dict[str, Any]:
    return {"id": name, "color": color, "category": category, "xy": [x, y], "on": "table"}


RECORD: dict[str, Any] = {
    "instruction": "",
    "scene": {
        "objects": [
            thing("red_block", "red", "block", 0.40, 0.30), thing("blue_block", "blue", "block", 0.45, 0.18),
            thing("green_block", "green", "block", 0.50, 0.06), thing("yellow_block", "yellow", "block", 0.55, -0.06),
            thing("bowl", "white", "bowl", 0.70, 0.20), thing("lemon", "yellow", "lemon", 0.60, 0.10),
            thing("mug", "red", "mug", 0.35, -0.20), thing("plate", "white", "plate", 0.60, -0.30),
            thing("zorbl", "gray", "zorbl", 0.62, 0.33),
        ],
        "fixtures": {
            "table": [0.55, 0.0], "tray": [0.45, -0.35], "drawer": [0.55, 0.6], "bin": [0.35, 0.62], "lamp": [0.75, -0.38],
            "button": [0.32, -0.38],
        },
        "state": {"drawer": "closed", "lamp": "unlit", "button": "unlit"}, "holding": None, "person": "opposite",
    },
}  # fmt: skip


def meaning(words: str) -> str:
    heard = hear(Grammar(SKILLS, second=False), words, (scene_of(RECORD),))
    return shown(heard.program) if heard.program is not None else f"<{heard.answer}>"


SHUT = "closed(drawer)"


@pytest.mark.parametrize(
    "words",
    [
        "if {c}, close the drawer", "close the drawer if {c}", "provided that {c}, close the drawer", "only if {c} close the drawer",
        "as long as {c}, close the drawer", "close the drawer as long as {c}", "should it be that {c}, close the drawer",
        "close the drawer should it be that {c}", "in case {c}, close the drawer", "if it happens that {c} then close the drawer",
        "next, if {c}, close the drawer",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("condition", "formula"),
    [
        ("the lemon is not in the bowl", "~in(lemon, bowl)"),
        ("there are not any lemons in the bowl", "(count[0,0] x in {lemon}: in(x, bowl))"),
        ("there is no can in the bowl", "true"),
        ("there is at least one can on the tray", "false"),
    ],
)
def test_a_condition_is_read_wherever_a_condition_may_stand(words: str, condition: str, formula: str) -> None:
    assert meaning(words.format(c=condition)) == f"if {formula}: {SHUT} else: nothing"


@pytest.mark.parametrize("until", ["until", "till", "as long as it takes until", "up to the point where", ", stop when"])
def test_a_condition_of_what_is_done_until_then_is_read_however_until_is_said(until: str) -> None:
    assert meaning(f"close the drawer {until} the lemon is not in the bowl") == f"until ~in(lemon, bowl): {SHUT}"


@pytest.mark.parametrize(
    ("words", "program"),
    [
        ("hold the lemon as long as the drawer is closed", "holding(lemon); ~closed(drawer)"),
        ("keep putting blocks in the bowl as long as there are blocks on the table", "until (count[0,0] x in {red_block, blue_block, "
         "green_block, yellow_block}: on(x, table)): in(blue_block, bowl)"),
        ("put the lemon on the tray as long as it is in the bowl, otherwise open the drawer",
        "if in(lemon, bowl): on(lemon, tray) else: open(drawer)"),
        ("if there is no mug on the tray put the lemon next to it",
        "if (count[0,0] x in {mug}: on(x, tray)): next_to(lemon, tray) else: nothing"),
    ],
)  # fmt: skip
def test_as_long_as_repeats_only_what_can_be_repeated_and_what_is_not_there_is_not_spoken_of(words: str, program: str) -> None:
    assert meaning(words) == program


PARTS = {
    "touch the button": "press(button)", "open the drawer": "open(drawer)", "hold still for a moment": "wait(1.0)",
    "take everything out of the bowl": "empty(bowl)", "go to your start position": "home()", "turn the lamp on": "lit(lamp)",
    "close your fingers on the lemon": "holding(lemon)",
}  # fmt: skip
JOINTS = (", then ", ". after that ", " and afterwards ", ". when that is done ", ", next ", " and finally ")


@pytest.mark.parametrize("many", [2, 3, 4, 5, 6, 7])
def test_as_many_requests_as_one_likes_are_read_one_after_the_other(many: int) -> None:
    said, wanted = "", []
    for n, (part, program) in enumerate(list(PARTS.items())[:many]):
        said += (JOINTS[(n - 1) % len(JOINTS)] if n else "") + part
        wanted.append(program)
    assert meaning(said) == "; ".join(wanted)


def test_waiting_is_one_of_the_things_to_do_and_takes_nothing_back() -> None:
    assert meaning("touch the button, open the drawer, wait, then turn on the lamp") == "press(button); open(drawer); wait(1.0); lit(lamp)"


@pytest.mark.parametrize(
    ("which", "ids"),
    [
        ("every second block from the left", ("blue_block", "yellow_block")),
        ("each second block, from right to left", ("green_block", "red_block")),
        ("every second block, starting with the leftmost,", ("red_block", "green_block")),
        ("every third block counting from the far right side", ("blue_block",)),
        ("every second block from the front", ("blue_block", "yellow_block")),
    ],
)
@pytest.mark.parametrize(
    ("frame", "goal"),
    [
        ("put {w} on the tray", "on({i}, tray)"), ("{w} should land on the tray", "on({i}, tray)"),
        ("take {w} then put it on the tray", "on({i}, tray)"), ("i want {w} in the bowl or the drawer", "in({i}, bowl)"),
        ("there should be {w} on the tray", "on({i}, tray)"), ("throw {w} away", "in({i}, bin)"),
    ],
)  # fmt: skip
def test_every_so_many_are_all_of_them_whatever_is_done_with_them(which: str, ids: tuple[str, ...], frame: str, goal: str) -> None:
    said = frame.format(w=which).replace(",,", ",")
    assert meaning(said) == " & ".join(goal.format(i=i) for i in ids)


@pytest.mark.parametrize(
    ("words", "program"),
    [
        ("put every second block from the left on the tray and keep it upright",
         "on(blue_block, tray) & on(yellow_block, tray), upright(blue_block), upright(yellow_block)"),
        ("carry the mug to the tray and keep it upright", "on(mug, tray), upright(mug)"),
        ("move the lemon and the mug to the tray, but they should stay upright",
        "on(lemon, tray) & on(mug, tray), upright(lemon), upright(mug)"),
    ],
)  # fmt: skip
def test_what_is_kept_upright_is_what_is_moved_each_of_it(words: str, program: str) -> None:
    assert meaning(words) == program


@pytest.mark.parametrize(
    ("words", "program"),
    [
        ("take hold of the zorbl and after that empty the tray", "holding(zorbl); ~on(plate, tray)"),
        ("get the lemon as well as the zorbl into the bowl", "in(lemon, bowl) & in(zorbl, bowl)"),
        ("open the drawer, and then the lemon, put it in there", "open(drawer); in(lemon, drawer)"),
        ("fetch the zorbl for me", "at(zorbl, person)"),
        ("bring the zorbl", "at(zorbl, person)"),
        ("behind the mug, stand the lemon", "behind(lemon, mug)"),
        ("the lemon is garbage but keep far away from the mug", "in(lemon, bin), keep_out(mug)"),
        ("put the lemon in the bowl, the others can stay", "in(lemon, bowl)"),
        ("give me the block farthest from the green mug", "<refused>"),
    ],
)  # fmt: skip
def test_nothing_that_was_said_is_lost_and_nothing_is_added(words: str, program: str) -> None:
    assert meaning(words) == program
