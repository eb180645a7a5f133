"""How other people put it: what is counted, left out, needed, told by who sees it, or by when; each stands for many wordings."""

from __future__ import annotations

import pytest
from laid_table import meaning

SMALL = ("red_block", "blue_block", "green_block")


def every(name: str, place: str, *things: str) -> str:
    return " & ".join(f"{name}({t}, {place})" for t in things)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("each and every one of the small blocks has to be in the drawer before I come back", every("in", "drawer", *SMALL)),
        ("every single block goes on the tray by tonight", every("on", "tray", *SMALL, "yellow_block")),
        ("the red block and the blue block go in the red bowl and the blue bowl respectively",
         "in(red_block, red_bowl) & in(blue_block, blue_bowl)"),
        ("the red, the blue and the green block go in the drawer, the bin and the red bowl respectively",
         "in(red_block, drawer) & in(blue_block, bin) & in(green_block, red_bowl)"),
        ("3 of 4 blocks onto tray", f"(count[3,3] x0 in {{{', '.join((*SMALL, 'yellow_block'))}}}: on(x0, tray))"),
        ("I want two blocks on the plate, just two!", f"(count[2,2] x0 in {{{', '.join((*SMALL, 'yellow_block'))}}}: on(x0, white_plate))"),
        ("carry on moving small blocks onto the tray till there isn't a single one left off it", every("on", "tray", *SMALL)),
        ("keep putting small blocks in the drawer until none is left outside", every("in", "drawer", *SMALL)),
        ("gather up the small blocks in the red bowl", every("in", "red_bowl", *SMALL)),
    ],
)  # fmt: skip
def test_emphasis_lists_and_loops_count_the_same_things(words: str, meant: str) -> None:
    assert meaning(words) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("anything that isn't a block or a bowl goes in the bin, apart from the plate",
         every("in", "bin", "mug", "bottle", "can", "lemon", "sponge", "banana", "apple", "orange")),
        ("apart from the yellow one every block should be on the tray", every("on", "tray", *SMALL)),
        ("not in the red bowl! the lemon goes in the blue one", "in(lemon, blue_bowl)"),
        ("Not the big block. All of the small ones, on the tray.", every("on", "tray", *SMALL)),
        ("the lemon should be neither in the red bowl nor on the plate but next to the can", "next_to(lemon, can)"),
        ("never mind the mug, just give me the lemon", "at(lemon, person)"),
        ("nvm the mug, gimme the lemon", "at(lemon, person)"),
        ("the other bowl, not the red one, goes on the tray", "on(blue_bowl, tray)"),
        ("I don't want the lemon any more, drop it in the rubbish", "in(lemon, bin)"),
        ("The lemon lies in the wrong place, it should lie on the plate", "on(lemon, white_plate)"),
    ],
)  # fmt: skip
def test_what_is_not_meant_is_never_what_is_done(words: str, meant: str) -> None:
    assert meaning(words) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("I'd like the block that's furthest from me put on the plate", "on(red_block, white_plate)"),
        ("that block that is closest to where I'm sitting, let me have it", "at(yellow_block, person)"),
        ("the block nearest to the sponge, put it in the red bowl", "in(yellow_block, red_bowl)"),
        ("hand me the block nearest my chair", "at(yellow_block, person)"),
        ("I want to see the lemon sitting on top of the red block", "on(lemon, red_block)"),
        ("I would like that the lemon is in the red bowl and the can is on the tray", "in(lemon, red_bowl) & on(can, tray)"),
        ("trade places: the lemon where the can is, the can where the lemon was",
         "standing_at(lemon, 0.500, -0.200) & standing_at(can, 0.360, 0.360)"),
        ("the two bowls could be a good distance apart from each other", "far_from(blue_bowl, red_bowl)"),
        ("can - table centre", "at(can, table_centre)"),
        ("give me the lemon comma then turn on the lamp period", "at(lemon, person); lit(lamp)"),
    ],
)  # fmt: skip
def test_a_thing_named_first_or_placed_by_a_participle_is_what_is_moved(words: str, meant: str) -> None:
    assert meaning(words) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Lemon on the plate first. Can on the tray second. Sponge in the bin last.",
         "on(lemon, white_plate); on(can, tray); in(sponge, bin)"),
        ("sponge in the bin second, lemon on the plate first", "on(lemon, white_plate); in(sponge, bin)"),
        ("is the drawer closed? then the lemon on the tray. is it open? then in there",
         "if closed(drawer): on(lemon, tray) else: in(lemon, drawer)"),
        ("If the lamp is on, the lemon goes on the plate; otherwise the can does.",
         "if lit(lamp): on(lemon, white_plate) else: on(can, white_plate)"),
        ("drawer open, lemon in, drawer closed", "open(drawer); in(lemon, drawer); closed(drawer)"),
        ("close the drawer after putting the lemon inside", "in(lemon, drawer); closed(drawer)"),
        ("run the tap until the mug is full, then shut it off", "running(faucet); full(mug); ~running(faucet)"),
    ],
)  # fmt: skip
def test_order_and_conditions_are_read_wherever_they_are_told(words: str, meant: str) -> None:
    assert meaning(words) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("the apple has gone all brown and mushy, nobody is going to eat it", "in(apple, bin)"),
        ("that lemon is mouldy", "in(lemon, bin)"),
        ("this glare is giving me a headache, do something about the lamp", "~lit(lamp)"),
        ("awful dark in here, do something about it", "lit(lamp)"),
        ("there's still some water left in one of those mugs, isn't there? pass it here", "at(mug, person)"),
        ("I've got to scrub this pan, what could I use? Hand it to me.", "at(sponge, person)"),
        ("bring me the mug with the coffee in it, and mind you don't slosh any out!", "at(mug, person) & full(mug), upright(mug)"),
        ("there's hot coffee in the mug, so bring it to me nice and level", "at(mug, person), upright(mug)"),
    ],
)
def test_a_need_is_met_by_what_meets_it(words: str, meant: str) -> None:
    assert meaning(words) == meant


@pytest.mark.parametrize("words", ["the apple is brown", "the sponge is dry", "the mug is black", "keep the drawer open until I come back"])
def test_what_is_only_told_asks_for_nothing(words: str) -> None:
    assert meaning(words).startswith("<")


def test_each_of_two_things_on_the_other_is_refused() -> None:
    assert meaning("put the red block on the blue one and the blue one on the red one") == "<refuse>"


def test_no_skill_changes_a_colour() -> None:
    assert meaning("make the red block blue") == "<ability>"


def test_a_place_that_nobody_pointed_at_is_asked_for() -> None:
    assert meaning("put it over there") == "<vague>"
