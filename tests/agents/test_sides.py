"""Sides are told as the scene says: where somebody faces the robot, its left is their right, in words, questions and what is done."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from small_scenes import kitchen, scene, thing

from heedful.agents.understanding import Grammar
from heedful.agents.understanding.apart import tell_apart
from heedful.agents.understanding.lexicon import singular
from heedful.episode import Plan
from heedful.predicates import evaluate
from heedful.program import Achieve, Atom, Program, Seq
from heedful.skills import Library
from heedful.skills.ideal import carried_out
from heedful.types import Scene, SkillCall

GRAMMAR = Grammar(second=False)
THEIRS = replace(kitchen(), facing=True)


def bound(words: str, here: Scene) -> Program | Plan:
    understood = GRAMMAR.understand(words, here)
    assert understood.program is not None, understood.sentence
    return GRAMMAR.bind(understood.program, here, {})


@pytest.mark.parametrize(("side", "other"), [("left_of", "right_of"), ("in_front_of", "behind")])
def test_a_relation_to_a_side_holds_the_other_way_around_for_somebody_who_faces_the_robot(side: str, other: str) -> None:
    for one in kitchen().objects:
        pair = (one, "white_bowl")
        assert evaluate(Atom(side, pair), THEIRS) is evaluate(Atom(other, pair), kitchen())


@pytest.mark.parametrize("side", ["left_of", "right_of", "in_front_of", "behind"])
def test_what_is_put_to_a_side_is_there_as_the_scene_tells_sides(side: str) -> None:
    here = replace(scene(thing("cloth", "cloth", 0.4, 0.3), thing("block", "block", 0.55, 0.0), held="cloth"), facing=True)
    call = SkillCall.of(f"place_{side}", object="cloth", target="block")
    after = carried_out({s.name: s for s in Library.default()}[call.skill], call, here)
    assert isinstance(after, Scene), after
    assert evaluate(Atom(side, ("cloth", "block")), after) is True
    assert evaluate(Atom(side, ("cloth", "block")), replace(after, facing=False)) is False


def test_a_question_says_left_of_what_the_person_has_on_the_left() -> None:
    pair = ("green_block_1", "green_block_2")
    things = {i: replace(THEIRS.objects[i], attributes=frozenset()) for i in pair}
    theirs = replace(THEIRS, objects={**THEIRS.objects, **things})
    assert tell_apart(pair, theirs) == ["the left one", "the right one"]
    assert tell_apart(pair, replace(theirs, facing=False)) == ["the right one", "the left one"]


def test_so_far_to_the_left_is_to_the_left_as_the_scene_tells_it() -> None:
    mine, theirs = (bound("push the red block 10 cm to the left", here) for here in (kitchen(), THEIRS))
    assert mine == Achieve(Atom("standing_at", ("red_block", "0.450", "0.300")), by=("push",))
    assert theirs == Achieve(Atom("standing_at", ("red_block", "0.450", "0.100")), by=("push",))


def test_a_thing_picked_up_next_to_another_is_told_by_it_and_goes_where_is_said_then() -> None:
    blocks = thing("near", "block", 0.5, 0.26), thing("far", "block", 0.5, -0.3)
    here = scene(*blocks, thing("bowl", "bowl", 0.5, 0.15), thing("plate", "plate", 0.6, -0.1))
    picked = bound("pick up the block next to the bowl and place it on the plate", here)
    assert picked == Seq((Achieve(Atom("holding", ("near",))), Achieve(Atom("on", ("near", "plate")))))


def test_one_top_of_several_drawers_is_not_asked_about_and_their_insides_are() -> None:
    cabinet = replace(thing("cabinet", "cabinet", 0.7, 0.0, z=0.1), size=np.array([0.22, 0.22, 0.28]), fixed=True)
    drawers = [thing(f"drawer_{n}", "drawer", 0.7, 0.0, z=0.05 + 0.05 * n) for n in range(3)]
    here = scene(thing("bowl", "bowl", 0.5, 0.2), cabinet, *drawers)
    assert bound("put the bowl on top of the drawer", here) == Achieve(Atom("on", ("bowl", "cabinet")))
    asked = bound("put the bowl in the drawer", here)
    assert isinstance(asked, Plan) and asked.kind == "ask"


def test_a_thing_whose_name_tells_two_colours_is_called_by_both() -> None:
    mugs = thing("white_yellow_mug_1", "white_yellow_mug", 0.5, 0.2), thing("red_coffee_mug_1", "red_coffee_mug", 0.5, -0.2)
    assert bound("pick up the yellow and white mug", scene(*mugs)) == Achieve(Atom("holding", ("white_yellow_mug_1",)))


def test_a_plural_that_follows_no_rule_is_looked_up_first() -> None:
    assert [singular(w) for w in ("cookies", "veggies", "cherries", "boxes", "glass")] == ["cookie", "veggie", "cherry", "box", "glass"]
