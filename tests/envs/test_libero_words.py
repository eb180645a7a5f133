"""LIBERO's names, sides and sentences: laws of the table that its scenes share, and all forty sentences bound in its physics."""

from typing import Any

import numpy as np
import pytest

from heedful.agents import Symbolic
from heedful.agents.sets import hear
from heedful.agents.sets.libero import facts_of
from heedful.agents.sets.libero_scene import scene_of
from heedful.envs.foreign.libero_names import FACING, WHERE, looks, part, whole_of
from heedful.envs.foreign.libero_tasks import problem, words_of
from heedful.hardware.robots.panda import panda
from heedful.predicates import evaluate
from heedful.program import parse
from heedful.skills import Library

STUDY = """
(define (problem LIBERO_Study)
  (:language put it in the back compartment)
  (:regions (caddy_init_region (:target study_table) (:ranges ((-0.2 -0.1 -0.1 0.1)))) (back_contain_region (:target desk_caddy_1))
            (book_init_region (:target study_table) (:ranges ((0.0 0.1 0.1 0.2)))) (left_region (:target bowl_drainer_1)))
  (:fixtures study_table - study_table desk_caddy_1 - desk_caddy)
  (:objects black_book_1 - black_book)
  (:init (On desk_caddy_1 study_table_caddy_init_region) (On black_book_1 study_table_book_init_region))
  (:goal (And (In black_book_1 desk_caddy_1_back_contain_region)))
)
"""


def test_what_people_call_a_part_is_told_by_its_fixture_and_its_name():
    assert part("desk_caddy_1_back_contain_region", "desk_caddy_1", "desk_caddy") == ("compartment", "back")
    assert part("wooden_cabinet_1_top_region", "wooden_cabinet_1", "wooden_cabinet") == ("drawer", "top")
    assert part("flat_stove_1_cook_region", "flat_stove_1", "flat_stove") is None


def test_a_region_that_is_all_of_an_inside_is_the_thing_and_a_compartment_is_not():
    assert whole_of("basket_1_contain_region") == "basket_1" and whole_of("microwave_1_heating_region") == "microwave_1"
    assert whole_of("desk_caddy_1_back_contain_region") is None and whole_of("wooden_cabinet_1_top_region") is None


def test_porcelain_is_white_and_what_a_name_tells_is_not_told_twice():
    assert looks("porcelain_mug") == ("white", frozenset()) and looks("wooden_cabinet") == ("", {"wooden"})
    assert looks("white_yellow_mug")[0] == ""


def test_the_benchmarks_sentence_is_the_tasks_name_in_words():
    assert words_of("KITCHEN_SCENE10_turn_on_the_stove") == words_of("turn_on_the_stove") == "turn on the stove"


def test_a_problem_is_told_as_a_record_and_its_scene_tells_sides_as_the_person_sees_them():
    record = problem(STUDY)
    assert record["regions"]["desk_caddy_1_back_contain_region"] == {"of": "desk_caddy_1"}
    assert record["goal"] == ["And", ["In", "black_book_1", "desk_caddy_1_back_contain_region"]]
    scene = scene_of(record)
    assert scene.facing is FACING is True
    assert evaluate(parse("in_front_of(black_book_1, desk_caddy_1) & right_of(black_book_1, desk_caddy_1)"), scene) is True
    back = scene.objects["desk_caddy_1_back_contain_region"]
    assert back.category == "compartment" and np.sign(back.pose.pos[0] - scene.objects["desk_caddy_1"].pose.pos[0]) == WHERE["back"][0]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["libero_spatial", "libero_object", "libero_goal", "libero_10"])
def test_every_sentence_asks_for_what_the_benchmark_checks_in_the_physical_scene(name: str):
    pytest.importorskip("libero")
    from heedful.envs.foreign.libero import LiberoInWords
    from heedful.envs.foreign.libero_tasks import suite

    world = LiberoInWords()
    agent = Symbolic(list(Library.default().able(panda().parts)))
    wrong: list[Any] = []
    for task in suite(name):
        record = problem(task.bddl.read_text())
        so, wanted = ({tuple(f) for f in facts} for facts in (record["init"], record["goal"][1:]))
        for state in (0, 3, 7):
            world.reset(state, task)
            heard = hear(agent, world.instance.instruction, [world.scene()])
            facts = None if heard.program is None else facts_of(heard.program, record, scene_of(record))
            if facts is None or not wanted - so <= facts or {f[0] for f in facts - wanted} - {"Open"}:  # `open the drawer and put it in`
                wrong.append((task.name, state, heard.sentence, facts))
    world.close()
    assert not wrong
