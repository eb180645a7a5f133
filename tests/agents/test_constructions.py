"""Constructions beyond putting things somewhere, each in several wordings, on a small counter."""

from __future__ import annotations

import pytest
from counter import counter
from further_skills import completed
from imagined import carried_through
from small_scenes import LIBRARY, thing

from heedful.agents import Symbolic
from heedful.agents.understanding import Grammar
from heedful.episode import Episode, Plan, Verdict
from heedful.predicates import truth
from heedful.program import Achieve, Do, Program, Seq, parse

GRAMMAR = Grammar(second=False)
HERE = counter(
    thing("a", "block", 0.3, 0.3, "red"), thing("b", "block", 0.3, 0.2, "green"), thing("c", "block", 0.3, 0.1, "blue")
)  # fmt: skip
PLANNER = Symbolic(completed(LIBRARY))


def goal(words: str) -> str:
    """The bound program in short: goals joined by ` ; `."""
    understood = GRAMMAR.understand(words, HERE)
    assert understood.program is not None, understood.sentence
    program = GRAMMAR.bind(understood.program, HERE, {})
    assert not isinstance(program, Plan), program.sentence
    steps: tuple[Program, ...] = program.steps if isinstance(program, Seq) else (program,)
    return " ; ".join(str(s.goal) if isinstance(s, Achieve) else s.skill if isinstance(s, Do) else "?" for s in steps)


MEANINGS = {
    "switch the light on": "lit(lamp)",
    "press the button to light the lamp": "lit(lamp)",
    "push the button so that the lamp goes on": "lit(lamp)",
    "the lamp should be switched on": "lit(lamp)",
    "turn off the lamp": "~lit(lamp)",
    "put the light out": "~lit(lamp)",
    "make sure the lamp is off": "~lit(lamp)",
    "press the button so that the lamp goes out": "~lit(lamp)",
    "let the water run from the tap": "running(faucet)",
    "open the faucet": "running(faucet)",
    "the tap is running, turn it off": "~running(faucet)",
    "stop the water": "~running(faucet)",
    "pour the red mug into the bowl": "full(bowl) & ~full(red_mug)",
    "empty the red mug into the bowl": "full(bowl) & ~full(red_mug)",
    "fill the bowl from the red mug": "full(bowl) & ~full(red_mug)",
    "fill the bowl with what is in the red mug": "full(bowl) & ~full(red_mug)",
    "put the contents of the red mug in the bowl": "full(bowl) & ~full(red_mug)",
    "pour the red mug into the bowl, then put it on the tray": "full(bowl) & ~full(red_mug) ; on(red_mug, tray)",
    "carry the red mug to the tray without spilling": "on(red_mug, tray) & full(red_mug)",
    "put the red mug on the tray and keep it full": "on(red_mug, tray) & full(red_mug)",
    "put the full mug on the tray": "on(red_mug, tray) & full(red_mug)",
    "the red can has fallen over, please stand it up": "upright(red_can)",
    "set the fallen can upright on the table": "upright(red_can) & on(red_can, table)",
    "stand the red can back up": "upright(red_can)",
    "flip the blue mug over": "upside_down(blue_mug)",
    "set the blue mug down on its rim": "upside_down(blue_mug)",
    "wipe up the spill with the sponge": "clean(spill)",
    "the spill needs wiping up": "clean(spill)",
    "clean up the mess under the blue can": "clean(spill)",
    "move the blue can and wipe up the spill": "~at(blue_can, spill) & clean(spill)",
    "use the sponge to mop up the spill": "clean(spill)",
    "push the box onto the square": "at(box, square)",
    "push the box up to the bowl": "next_to(box, bowl)",
    "slide the box until it is next to the bowl": "next_to(box, bowl)",
    "the box should be pushed onto the yellow square": "at(box, square)",
    "put the lemon on the square": "at(lemon, square)",
    "put the red block to the left of the tray": "left_of(a, tray)",
    "put the red block just left of the green block": "left_of(a, b) & next_to(a, b)",
    "put the red block next to the green block on its right": "next_to(a, b) & right_of(a, b)",
    "put the red block to the green block's left": "left_of(a, b)",
    "set the red block down beside the green block, on its right": "next_to(a, b) & right_of(a, b)",
    "put the red block next to the green block on its left and the blue block next to it on its right": (
        "next_to(a, b) & left_of(a, b) & next_to(c, b) & right_of(c, b)"
    ),
    "make a row with the red block on the left, the green block in the middle and the blue block on the right": (
        "left_of(a, b) & next_to(a, b) & right_of(c, b) & next_to(c, b)"
    ),
    "line up the blocks: the red block left of the green block and the blue block right of the green block": (
        "left_of(a, b) & next_to(a, b) & right_of(c, b) & next_to(c, b)"
    ),
    "build a tower of the green block, the red block and the blue block, with the green block at the bottom": "on(a, b) & on(c, a)",
    "set the table: the lemon on the tray and the red mug next to it on the right": (
        "on(lemon, tray) & next_to(red_mug, tray) & right_of(red_mug, tray)"
    ),
    "put all the blocks on the tray": "on(a, tray) & on(b, tray) & on(c, tray)",
    "every block belongs on the tray": "on(a, tray) & on(b, tray) & on(c, tray)",
    "the fruit goes in the bowl and the blue can in the bin": "in(lemon, bowl) & in(blue_can, bin)",
    "throw the lemon away": "in(lemon, bin)",
    "close the drawer and the door": "closed(drawer) & closed(door)",
    "put the lemon in the drawer and close it": "in(lemon, drawer) & closed(drawer)",
    "after opening the drawer, put the lemon in it": "open(drawer) ; in(lemon, drawer)",
    "load the tray with all the blocks": "on(a, tray) & on(b, tray) & on(c, tray)",
    "could the lemon end up on the tray?": "on(lemon, tray)",
}


@pytest.mark.parametrize(("words", "meaning"), MEANINGS.items())
def test_one_thing_is_asked_for_in_many_constructions(words: str, meaning: str) -> None:
    assert goal(words) == meaning


@pytest.mark.parametrize(
    "words",
    [
        "pour half of the red mug into the bowl", "wipe half of the spill", "put the red block far to the left of the tray",
        "put each block in the bowl of another colour", "move the red block to the left",
        "put nothing in the bin", "push the box off the tray",
    ],
)  # fmt: skip
def test_what_turns_a_request_into_another_is_not_passed_over(words: str) -> None:
    understood = GRAMMAR.understand(words, HERE)
    assert understood.program is None and understood.verdict is Verdict.NOT_UNDERSTOOD


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("wipe up the spill with the cloth", "there is no cloth here"), ("turn on the red lamp", "there is no red lamp here"),
        ("press the green button to light the lamp", "there is no green button here"),
        ("clear the tray", "there is nothing on the tray here"),
        ("pour the red mug onto the box", "the box is nothing that can be filled"),
    ],
)  # fmt: skip
def test_what_is_named_and_not_there_is_told(words: str, sentence: str) -> None:
    program = GRAMMAR.understand(words, HERE).program
    assert program is not None
    plan = GRAMMAR.bind(program, HERE, {})
    assert isinstance(plan, Plan) and plan.kind == "refuse" and plan.sentence.startswith(sentence)


@pytest.mark.parametrize(
    "words", ["the red can has fallen over", "move the red block", "set the table", "arrange the blocks and open the drawer"]
)
def test_what_leaves_open_what_to_do_is_not_guessed(words: str) -> None:
    assert GRAMMAR.understand(words, HERE).program is None


def test_several_that_may_be_meant_are_named() -> None:
    program = GRAMMAR.understand("pour the mug into the bowl", HERE).program
    assert program is not None
    plan = GRAMMAR.bind(program, HERE, {})
    assert isinstance(plan, Plan) and plan.kind == "ask" and set(plan.candidates) == {"red_mug", "blue_mug"}


def test_what_was_taken_up_on_the_way_is_put_down_at_the_end() -> None:
    for words in ("take the blue can off the spill", "pour the red mug into the bowl", "wipe up the spill"):
        episode = Episode(words, PLANNER.understand(words, HERE).program)
        last, end = carried_through(PLANNER, episode, HERE)
        assert last.kind == "done" and truth(parse("hand_empty"), end) is True, words


def test_a_description_holds_of_what_was_there_when_it_was_said() -> None:
    words = "move the blue can, then wipe up the spill under it"
    last, end = carried_through(PLANNER, Episode(words, PLANNER.understand(words, HERE).program), HERE)
    assert last.kind == "done" and truth(parse("clean(spill) & ~at(blue_can, spill)"), end) is True


@pytest.mark.parametrize(("words", "skill"), [("push the lemon onto the square", "push"), ("put the lemon on the square", "place_at")])
def test_a_thing_is_pushed_where_people_say_push(words: str, skill: str) -> None:
    episode = Episode(words, PLANNER.understand(words, HERE).program)
    carried_through(PLANNER, episode, HERE)
    assert skill in [s.call.skill for s in episode.log]


def test_the_tool_that_was_named_is_used() -> None:
    here = counter(thing("old_sponge", "sponge", 0.3, -0.1, "green"), thing("new_sponge", "sponge", 0.3, -0.2, "pink"))
    for color, one in (("green", "old_sponge"), ("pink", "new_sponge")):
        words = f"wipe up the spill with the {color} sponge"
        episode = Episode(words, PLANNER.understand(words, here).program)
        carried_through(PLANNER, episode, here)
        assert one in [s.call.kwargs.get("sponge") for s in episode.log]
