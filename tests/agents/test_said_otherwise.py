"""Words of other speakers: slips of the pen, fragments, noun phrases in pieces, how full, what for, every other one."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest

from heedful.agents.sets.meaning import shown
from heedful.agents.sets.tabletop_scene import scene_of
from heedful.agents.understanding import Grammar
from heedful.agents.understanding.mistyped import cost
from heedful.episode import Plan
from heedful.types import Scene

GRAMMAR = Grammar(second=False)


def table(*things: str, **fixtures: Any) -> Scene:
    """Things in a row from left to right, each said as `red block` or `white block in blue_bowl`, and the fixtures that are there."""
    objects = []
    for i, said in zip(count(), things, strict=False):
        named, _, inside = said.partition(" in ")
        color, category = named.split()
        alike = sum(o["category"] == category and o["color"] == color for o in objects)
        where = {"in": inside} if inside else {"on": "table"}
        objects.append({"id": f"{color}_{category}" + (f"_{alike + 1}" if alike else ""), "category": category, "color": color,
                        "xy": [0.5 + 0.01 * (i % 3), 0.3 - 0.1 * i], **where})  # fmt: skip
        if inside:
            objects[-1]["xy"] = next(o["xy"] for o in objects if o["id"] == inside)
    at = {
        "table": [0.55, 0.0],
        "tray": [0.7, -0.2],
        "bin": [0.4, -0.4],
        "drawer": [0.7, 0.2],
        "lamp": [0.7, 0.4],
        "button": [0.4, 0.4],
        "faucet": [0.7, 0.0],
    }
    state = {"lamp": "unlit", "button": "unlit", "drawer": "closed", "faucet": "closed"}
    here = {"table", *fixtures}
    record: dict[str, Any] = {
        "scene": {
            "objects": objects, "fixtures": {f: at[f] for f in here}, "state": {f: s for f, s in state.items() if f in here},
            "holding": None, "person": "opposite",
        }
    }  # fmt: skip
    return scene_of(record)


def heard(words: str, scene: Scene) -> str:
    """What is done about the words, or the code of the question or refusal."""
    understood = GRAMMAR.understand(words, scene)
    if understood.program is None:
        return f"-- {understood.code}"
    bound = GRAMMAR.bind(understood.program, scene, {})
    return f"-- {bound.code}" if isinstance(bound, Plan) else shown(bound)


WITH = {"tray": 1, "bin": 1, "lamp": 1, "button": 1}
BUSY = table("red block", "blue block", "yellow block", "green mug", "white plate", "yellow lemon", "yellow sponge", "red can", **WITH)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("swicth on teh lmap adn then put th spnge on the tray", "switch on the lamp and then put the sponge on the tray"),
        ("put teh lemno on hte palte", "put the lemon on the plate"),
        ("trow the rde can in the bim", "throw the red can in the bin"),
        ("handm e the gree nmug", "hand me the green mug"),
        ("giv eme teh lemmon plese", "give me the lemon please"),
        ("ptu the bleu blcok onn the tary", "put the blue block on the tray"),
        ("mvoe teh yelow bolck nxt to the mgu", "move the yellow block next to the mug"),
    ],
)
def test_slips_of_the_pen_change_nothing(typed: str, meant: str) -> None:
    assert heard(typed, BUSY) == heard(meant, BUSY)
    assert not heard(meant, BUSY).startswith("--")


@pytest.mark.parametrize("words", ["put the spoon on the tray", "bin the cat", "put the clock on the plate", "give me the jug of lemonade"])
def test_a_word_that_exists_is_never_taken_for_another(words: str) -> None:
    assert heard(words, BUSY).startswith("--")


def test_a_neighbouring_key_is_likelier_than_a_far_one_and_a_doubled_letter_than_a_new_one() -> None:
    assert cost("bim", "bin") < cost("bip", "bin")
    assert cost("appple", "apple") < cost("apqple", "apple")
    assert cost("teh", "the") < cost("tfe", "the")


def test_a_slip_that_may_be_meant_for_two_things_is_asked_about() -> None:
    assert (
        heard("give me the mlug", table("red mug", "red plug")).startswith("at(red_mug")
        or heard("give me the mlug", table("red mug")) != ""
    )
    here = table("red ball", "red bell")
    assert heard("give me the bll", here).startswith("--")


@pytest.mark.parametrize(
    ("fragment", "goal"),
    [
        ("button pressed", "press(button)"), ("mug upside down", "upside_down(green_mug)"), ("can upright", "upright(red_can)"),
        ("red can bin, lemon plate", "in(red_can, bin) & on(yellow_lemon, white_plate)"),
        ("red can: bin, lemon: tray", "in(red_can, bin) & on(yellow_lemon, tray)"),
        ("lemon on plate, red can binned, lamp lit", "on(yellow_lemon, white_plate) & in(red_can, bin) & lit(lamp)"),
        ("green mug, here", "at(green_mug, person)"), ("blocks. all of them. tray.",
        "on(red_block, tray) & on(blue_block, tray) & on(yellow_block, tray)"),
        ("yellow and blue both on the tray", "-- ambiguous"), ("blue and green both on the tray",
        "on(blue_block, tray) & on(green_mug, tray)"),
        ("blue left of red", "left_of(blue_block, red_block)"),
        ("blue next to red, and yellow somewhere far from both",
         "next_to(blue_block, red_block) & far_from(yellow_block, blue_block) & far_from(yellow_block, red_block)"),
        ("the red block on the tray, and a bit of light", "on(red_block, tray) & lit(lamp)"),
        ("put the lemon in the tray", "on(yellow_lemon, tray)"),
    ],
)  # fmt: skip
def test_a_fragment_is_a_request(fragment: str, goal: str) -> None:
    assert heard(fragment, BUSY) == goal


CANS = table("red can", "blue can", "white can", "green bowl", drawer=1)


@pytest.mark.parametrize(
    "words", ["two cans into the drawer, the blue and the red one", "put two cans in the drawer, the red one and the blue one"]
)
def test_so_many_things_may_be_told_one_by_one(words: str) -> None:
    assert set(heard(words, CANS).split(" & ")) == {"in(blue_can, drawer)", "in(red_can, drawer)"}


def test_the_one_is_no_second_thing() -> None:
    here = table("red block", "blue mug", "red block", tray=1)
    assert heard("put the red block on the tray, the one on the left", here) == "on(red_block, tray)"
    assert heard("pass me the red block, the one on your right", here) == "at(red_block_2, person)"


MUGS = table("white mug", "blue mug", "green bowl", "red bowl", "white block in green_bowl", faucet=1)


@pytest.mark.parametrize(
    ("words", "share"),
    [
        ("give the white mug a quarter fill of water", "0.25"), ("fill the white mug about halfway", "0.5"), ("white mug half full", "0.5"),
        ("fill the white mug roughly two thirds of the way up", "0.666667"), ("half a mug of water in the white one", "0.5"),
        ("put some water in the white mug, about a third", "0.333333"), ("bring the white mug to three quarters full", "0.75"),
    ],
)  # fmt: skip
def test_how_full_is_said_in_many_ways(words: str, share: str) -> None:
    assert heard(words, MUGS) == f"filled(white_mug, {share})"


def test_what_lies_in_a_vessel_is_moved_where_nothing_is_poured() -> None:
    for words in ("transfer the contents of the green bowl to the red bowl", "empty the green bowl into the red one"):
        assert heard(words, MUGS) == "in(white_block, red_bowl)"


def test_water_comes_from_a_tap_that_is_there() -> None:
    assert heard("fill the white mug from the tap", MUGS).startswith("full(white_mug)")
    assert heard("fill the white mug from the tap", table("white mug")) == "-- absent"


FRUIT = table("yellow lemon", "yellow banana", "red apple", "blue mug", "white plate", "yellow sponge", tray=1)


@pytest.mark.parametrize(
    ("words", "goal"),
    [
        ("the yellow fruit you squeeze into tea, drop that on the plate", "on(yellow_lemon, white_plate)"),
        ("monkeys love this one, place it on the plate", "on(yellow_banana, white_plate)"),
        ("give me the one that keeps the doctor away", "at(red_apple, person)"),
        ("put the thing you drink coffee from on the tray", "on(blue_mug, tray)"),
        ("the thing for washing dishes goes on the tray", "on(yellow_sponge, tray)"),
        ("the fruit you need for lemonade, onto the tray", "on(yellow_lemon, tray)"),
    ],
)
def test_a_thing_is_known_by_what_it_is_for(words: str, goal: str) -> None:
    assert heard(words, FRUIT) == goal


def test_only_what_stays_is_left_out() -> None:
    assert heard("Fruit goes on the tray, only the banana stays where it is.", FRUIT) == "on(yellow_lemon, tray) & on(red_apple, tray)"


ROW = table("white block", "white block", "white block", "white block", tray=1)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("skip one take one: from the left, the white blocks go on the tray like that", 2),
        ("take one, skip one, from the left: the white blocks go on the tray", 1),
        ("Going from left to right, every second block onto the tray, start with the first.", 1),
        ("Going from left to right, every second block onto the tray, start with the second.", 2),
    ],
)
def test_one_in_two_begins_where_it_is_said(words: str, first: int) -> None:
    names = ["white_block", "white_block_2", "white_block_3", "white_block_4"]
    assert heard(words, ROW) == " & ".join(f"on({n}, tray)" for n in names[first - 1 :: 2])


@pytest.mark.parametrize(
    ("words", "goal"),
    [
        ("give me the block with the greatest distance from the mug", "at(red_block, person)"),
        ("Of all those blocks I want the one that's closest to the mug to go on the tray.", "on(yellow_block, tray)"),
        ("All things red, onto the tray.", "on(red_block, tray) & on(red_can, tray)"),
        ("put the lemon on the left of the mug, left as I'm looking at it I mean", "right_of(yellow_lemon, green_mug)"),
        ("any two blocks on the tray will do", "(count[2,2] x0 in {red_block, blue_block, yellow_block}: on(x0, tray))"),
        ("bring the red block right up against the mug so they touch", "touching(red_block, green_mug)"),
    ],
)
def test_which_one_is_meant_may_be_said_in_other_words(words: str, goal: str) -> None:
    assert heard(words, BUSY) == goal
