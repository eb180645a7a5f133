"""Conditions are read when their turn comes, rounds end when they should, and what is to hold on the way holds."""

from __future__ import annotations

import json

import pytest
from imagined import carried_through
from small_scenes import LIBRARY, kitchen, seen

from heedful.agents import Symbolic
from heedful.agents.planner.turns import flat
from heedful.episode import Episode
from heedful.predicates import truth
from heedful.program import (
    NOTHING,
    Achieve,
    And,
    Atom,
    Constraint,
    Count,
    Formula,
    If,
    Not,
    Par,
    Program,
    Ref,
    Seq,
    Until,
    parse,
    to_json,
)  # fmt: skip

OPEN, SHUT = parse("open(drawer)"), parse("closed(drawer)")
IN_DRAWER, IN_BOWL = parse("in(red_block, drawer)"), parse("in(red_block, blue_bowl)")
BLOCKS = ("red_block", "blue_block", "yellow_block", "green_block_1", "green_block_2")
A_BLOCK = Ref("block", quantifier="a", words="a block")


def end_of(program: Program, **scene: object) -> tuple[str, object, Episode]:
    episode = Episode("", program)
    plan, state = carried_through(Symbolic(LIBRARY), episode, kitchen(**scene))
    return plan.kind, state, episode


@pytest.mark.parametrize("opened", [0.0, 1.0])
def test_the_branch_is_the_one_of_the_scene_when_its_turn_comes(opened):
    program = If(OPEN, Achieve(IN_DRAWER), Achieve(IN_BOWL))
    kind, state, _ = end_of(program, joints={"drawer": opened})
    assert kind == "done"
    assert (truth(IN_DRAWER, state), truth(IN_BOWL, state)) == ((True, False) if opened else (False, True))


def test_a_condition_after_a_step_sees_what_the_step_has_done():
    program = Seq((Achieve(OPEN), If(OPEN, Achieve(IN_DRAWER), Achieve(IN_BOWL))))
    kind, state, episode = end_of(program, joints={"drawer": 0.0})
    assert kind == "done" and truth(IN_DRAWER, state) is True
    assert episode.program == program, "what was understood stays as it was understood"


def test_without_an_otherwise_nothing_is_done():
    kind, _, episode = end_of(If(OPEN, Achieve(IN_DRAWER)), joints={"drawer": 0.0})
    assert kind == "done" and not episode.log


def test_conditions_may_stand_within_conditions():
    inner = If(parse("in(blue_block, white_bowl)"), NOTHING, Achieve(IN_BOWL))
    kind, state, _ = end_of(If(SHUT, inner), joints={"drawer": 0.0})
    assert kind == "done" and truth(IN_BOWL, state) is True


def test_what_cannot_be_told_is_asked_after_a_look():
    program = If(Atom("lit", ("cloth",)), Achieve(IN_BOWL))
    episode = Episode("", program)
    plan, _ = carried_through(Symbolic(LIBRARY), episode, kitchen())
    assert plan.kind == "ask" and "cannot tell" in plan.sentence and "cloth" in plan.sentence


def count(least: int | None, most: int | None, place: str) -> Formula:
    return Count("x", "block", Atom("in", ("x", place)), least, most, BLOCKS)


@pytest.mark.parametrize("wanted", [1, 2, 4])
def test_rounds_are_about_another_thing_each_and_stop_in_time(wanted):
    put = Achieve(Atom("in", (A_BLOCK, "blue_bowl")))
    kind, state, episode = end_of(Until(count(wanted, wanted, "blue_bowl"), put))
    inside = [b for b in BLOCKS if truth(Atom("in", (b, "blue_bowl")), state)]
    assert kind == "done" and len(inside) == wanted
    assert len(episode.log) == 2 * wanted


def test_all_of_them_in_rounds_are_one_at_a_time():
    put = Achieve(Atom("in", (Ref("block", quantifier="all", words="the blocks"), "blue_bowl")))
    _, state, _ = end_of(Until(count(2, 2, "blue_bowl"), put))
    assert sum(truth(Atom("in", (b, "blue_bowl")), state) is True for b in BLOCKS) == 2


def test_rounds_that_cannot_get_there_are_refused_and_say_so():
    put = Achieve(Atom("in", (Ref("cloth", quantifier="a", words="a cloth"), "blue_bowl")))
    kind, _, episode = end_of(Until(count(1, None, "blue_bowl"), put))
    assert kind == "refuse" and len(episode.log) == 2


def test_rounds_that_are_over_from_the_start_do_nothing():
    kind, _, episode = end_of(Until(SHUT, Achieve(IN_BOWL)), joints={"drawer": 0.0})
    assert kind == "done" and not episode.log


def test_at_the_same_time_is_one_goal():
    both = Par((Achieve(IN_BOWL), Achieve(parse("in(blue_block, white_bowl)"))))
    assert flat(both) == [Achieve(And((IN_BOWL, parse("in(blue_block, white_bowl)"))))]
    kind, state, _ = end_of(both)
    assert kind == "done" and truth(And((IN_BOWL, parse("in(blue_block, white_bowl)"))), state) is True


def test_what_is_not_to_be_touched_is_not_acted_on():
    covered = parse("on(blue_block, red_block)")
    goal = Achieve(covered, under=(Constraint("no_touch", "blue_block"),))
    kind, _, episode = end_of(goal)
    assert kind == "refuse" and not episode.log
    assert end_of(Achieve(covered))[0] == "done"


def test_what_holds_on_the_way_goes_with_every_segment():
    gentle = Constraint("gentle")
    plan = Symbolic(LIBRARY).plan(Episode("", Achieve(IN_BOWL, under=(gentle,))), seen(kitchen()))
    assert plan.under == (gentle,)


def test_a_program_can_be_given_as_json():
    from heedful.agents.planner.formal import Formal

    program = If(OPEN, Achieve(IN_DRAWER), Achieve(Not(IN_BOWL)))
    formal = Formal(LIBRARY)
    assert formal.understand(json.dumps(to_json(program)), kitchen()).program == program
    absent = formal.understand('{"achieve": ["in", "nobody", "drawer"]}', kitchen())
    assert absent.program is None and "nobody" in absent.sentence
    broken = formal.understand('{"achieve": ["inn", "red_block", "drawer"]}', kitchen())
    assert broken.program is None and "Did you mean 'in'" in broken.sentence
    assert formal.understand('{"ref": {}}', kitchen()).program is None
