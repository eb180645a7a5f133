"""Other wordings for the play table's skills and for LIBERO's kinds of task, in words of our own: what was read in no set."""

from __future__ import annotations

from typing import Any

import pytest

from heedful.agents import Symbolic
from heedful.agents.sets import hear
from heedful.agents.sets.calvin import ACTS as PLAY, CalvinSet, skill_of
from heedful.agents.sets.calvin_scene import scenes
from heedful.agents.sets.libero import ACTS as TASKS, LiberoSet

SKILLS = {
    "rotate_red_block_right": (
        "turn the red block to the right | grasp the red block and turn it to the right | "
        "rotate the red block towards the right side | spin the red block right"
    ),
    "rotate_blue_block_left": (
        "turn the blue block left | pick up the blue block and rotate it left | "
        "grasp the blue block, then turn it to the left | twist the blue block counterclockwise"
    ),
    "push_red_block_right": (
        "push the red block right | go push the red block to the right | shove the red block towards the right side | "
        "nudge the red block rightwards"
    ),
    "push_pink_block_left": (
        "go slide the pink block to the left | slide the pink block left | push the pink block towards left | "
        "sweep the pink block to the left side"
    ),
    "move_slider_left": (
        "move the sliding door to the left | slide left the door | take the door handle and move it to the left | "
        "grasp the door handle and move the door to the left side"
    ),
    "move_slider_right": (
        "move the sliding door right | slide the sliding door to the right side | go slide the door to the right | "
        "grasp the handle of the door and slide it to the right"
    ),
    "open_drawer": "go open the drawer | grasp the drawer handle, then open it | open the cabinet drawer | slide the drawer open",
    "close_drawer": "push the drawer | grasp the drawer handle and close it | shut the drawer | close the cabinet drawer",
    "lift_red_block_table": (
        "pick up the red block from the table | grasp the red block | lift up the red block | grasp the red block lying on the table"
    ),
    "lift_pink_block_drawer": (
        "lift the pink block from the drawer | in the drawer, pick up the pink block | "
        "go towards the pink block in the drawer and pick it up | get the pink block from the drawer"
    ),
    "lift_blue_block_slider": (
        "grasp the blue block from the sliding cabinet | lift the blue block lying in the slider | "
        "grasp the blue block lying on the shelf | pick up the blue block in the slider"
    ),
    "place_in_slider": (
        "place the grasped block in the sliding cabinet | move to the sliding cabinet and place the object | "
        "place the grasped object on the shelf | place the block in the cabinet"
    ),
    "place_in_drawer": (
        "place the block in the drawer | put it in the drawer | go to the drawer and drop the block | place the object inside the drawer"
    ),
    "push_into_drawer": (
        "push the block into the drawer | push the object such that it falls into the drawer | "
        "slide the block off the table into the drawer | sweep the object into the drawer"
    ),
    "stack_block": (
        "stack the block on another one | place the grasped object on top of another block | "
        "place the block on top of another block | stack the object on top of another object"
    ),
    "unstack_block": "take off the top block | unstack the block | take the top block off | remove a block from the stack",
    "turn_on_lightbulb": (
        "turn on the yellow lamp | toggle the light switch to turn on the yellow light | push the switch upwards | turn on the lightbulb"
    ),
    "turn_off_lightbulb": (
        "turn off the yellow light | slide down the switch | move the switch down | toggle the light switch to turn off the light bulb"
    ),
    "turn_on_led": (
        "turn on the green light | press the button to turn on the led | toggle the button to turn on the led light | "
        "push down the button to turn on the led light"
    ),
    "turn_off_led": (
        "turn off the led lamp | push the button to turn off the led | "
        "push down the button to turn off the green light | turn off the green led"
    ),
}


@pytest.mark.parametrize("skill", SKILLS)
def test_a_play_table_skill_is_asked_for_in_many_ways(skill: str) -> None:
    for words in SKILLS[skill].split(" | "):
        heard = hear(Symbolic(PLAY), words, scenes(), CalvinSet().makes_sense)
        assert heard.program is not None, f"{words}: {heard.sentence}"
        assert skill_of(heard.program, heard.scene) == skill, words


def at(of: str, x: float, y: float) -> dict[str, Any]:
    """A region of a table [m], as LIBERO writes it: the front has the larger x, the left the smaller y."""
    return {"of": of, "ranges": [[x - 0.02, y - 0.02, x + 0.02, y + 0.02]]}


def parts(of: str, *names: str) -> dict[str, Any]:
    return {f"{of}_{n}": {"of": of} for n in names}


def drawers(of: str) -> dict[str, Any]:
    return parts(of, "top_region", "middle_region", "bottom_region", "top_side")


SCENES: dict[str, dict[str, Any]] = {
    "stove": {
        "things": {"moka_pot_1": ("moka_pot", 0.05, -0.1), "moka_pot_2": ("moka_pot", 0.05, 0.1),
                   "pan_1": ("chefmate_8_frypan", -0.05, -0.25)},
        "fixtures": {"flat_stove_1": ("flat_stove", -0.2, 0.2)}, "regions": parts("flat_stove_1", "cook_region"),
    },
    "bowls": {
        "things": {
            "bowl_1": ("akita_black_bowl", 0.1, 0.15), "bowl_2": ("akita_black_bowl", -0.05, 0.2),
            "bowl_3": ("akita_black_bowl", -0.15, 0.05),
            "plate_1": ("plate", 0.0, 0.0),
        },
        "fixtures": {"wooden_cabinet_1": ("wooden_cabinet", 0.0, -0.3)}, "regions": drawers("wooden_cabinet_1"),
    },
    "microwave": {
        "things": {"mug_1": ("white_yellow_mug", 0.05, 0.0), "mug_2": ("porcelain_mug", -0.1, -0.2)},
        "fixtures": {"microwave_1": ("microwave", 0.0, 0.35)}, "regions": parts("microwave_1", "top_side", "heating_region"),
    },
    "groceries": {
        "things": {"milk_1": ("milk", 0.05, 0.0), "sauce_1": ("bbq_sauce", -0.1, -0.2), "soup_1": ("alphabet_soup", -0.1, 0.1),
                   "wine_1": ("wine_bottle", 0.1, 0.2), "basket_1": ("basket", 0.1, -0.3)},
        "fixtures": {"wine_rack_1": ("wine_rack", -0.25, 0.3)},
        "regions": parts("basket_1", "contain_region") | parts("wine_rack_1", "top_region"),
    },
    "study": {
        "things": {"book_1": ("black_book", 0.0, 0.0), "book_2": ("yellow_book", 0.0, 0.2), "book_3": ("yellow_book", 0.0, -0.2)},
        "fixtures": {"desk_caddy_1": ("desk_caddy", -0.25, -0.3), "wooden_two_layer_shelf_1": ("wooden_two_layer_shelf", -0.25, 0.3)},
        "regions": parts("desk_caddy_1", *(f"{s}_contain_region" for s in ("left", "right", "front", "back")))
        | parts("wooden_two_layer_shelf_1", "top_side", "top_region", "bottom_region"),
    },
}  # fmt: skip
COOK, TOP = "flat_stove_1_cook_region", "wooden_cabinet_1_top_region"
GOALS: dict[tuple[str, str], list[tuple[str, ...]]] = {
    ("stove", "turn off the stove"): [("Turnoff", "flat_stove_1")],
    ("stove", "turn on the stove and put the frying pan on it"): [("Turnon", "flat_stove_1"), ("On", "pan_1", COOK)],
    ("stove", "put the frypan on the stove and turn it on"): [("Turnon", "flat_stove_1"), ("On", "pan_1", COOK)],
    ("stove", "put the right moka pot on the stove"): [("On", "moka_pot_2", COOK)],
    ("stove", "put both moka pots on the stove"): [("On", "moka_pot_1", COOK), ("On", "moka_pot_2", COOK)],
    ("bowls", "put the black bowl at the back on the plate"): [("On", "bowl_3", "plate_1")],
    ("bowls", "put the middle black bowl on top of the cabinet"): [("On", "bowl_2", "wooden_cabinet_1_top_side")],
    ("bowls", "stack the front black bowl on top of the middle black bowl"): [("On", "bowl_1", "bowl_2")],
    ("bowls", "open the top layer of the cabinet and put the front bowl inside"): [("Open", TOP), ("In", "bowl_1", TOP)],
    ("bowls", "open the bottom drawer and put the plate on top of it"): [
        ("Open", "wooden_cabinet_1_bottom_region"), ("On", "plate_1", "wooden_cabinet_1_top_side"),
    ],
    ("microwave", "put the yellow and white mug in the microwave and close it"): [
        ("In", "mug_1", "microwave_1_heating_region"), ("Close", "microwave_1"),
    ],
    ("microwave", "put the white mug on top of the microwave"): [("On", "mug_2", "microwave_1_top_side")],
    ("microwave", "open the microwave door"): [("Open", "microwave_1")],
    ("bowls", "pull out the lowest drawer and put the plate inside"): [
        ("Open", "wooden_cabinet_1_bottom_region"), ("In", "plate_1", "wooden_cabinet_1_bottom_region"),
    ],
    ("bowls", "open the third drawer and put the plate in it"): [
        ("Open", "wooden_cabinet_1_bottom_region"), ("In", "plate_1", "wooden_cabinet_1_bottom_region"),
    ],
    ("bowls", "put the plate in the second drawer of the cabinet"): [("In", "plate_1", "wooden_cabinet_1_middle_region")],
    ("bowls", "lay the plate on the cabinet top"): [("On", "plate_1", "wooden_cabinet_1_top_side")],
    ("bowls", "move the plate over to the top of the cabinet"): [("On", "plate_1", "wooden_cabinet_1_top_side")],
    ("study", "put the black book into the back section of the caddy"): [("In", "book_1", "desk_caddy_1_back_contain_region")],
    ("stove", "turn the knob of the stove"): [("Turnon", "flat_stove_1")],
    ("stove", "fire up the stove and set the skillet on it"): [("Turnon", "flat_stove_1"), ("On", "pan_1", COOK)],
    ("stove", "place the skillet on the burner"): [("On", "pan_1", COOK)],
    ("stove", "move the frying pan and the right moka pot onto the stove"): [("On", "pan_1", COOK), ("On", "moka_pot_2", COOK)],
    ("groceries", "put the carton of milk and the bottle of bbq sauce in the basket"): [
        ("In", "milk_1", "basket_1_contain_region"), ("In", "sauce_1", "basket_1_contain_region"),
    ],
    ("groceries", "move the can of soup into the basket"): [("In", "soup_1", "basket_1_contain_region")],
    ("groceries", "place the bottle of wine in the rack"): [("On", "wine_1", "wine_rack_1_top_region")],
    ("groceries", "lay the wine on the wine rack"): [("On", "wine_1", "wine_rack_1_top_region")],
    ("study", "pick up the black book and place it in the back compartment of the caddy"): [
        ("In", "book_1", "desk_caddy_1_back_contain_region"),
    ],
    ("study", "put the yellow book on the left in the left compartment"): [("In", "book_3", "desk_caddy_1_left_contain_region")],
    ("study", "pick up the book on the right and place it on the cabinet shelf"): [("In", "book_2", "wooden_two_layer_shelf_1_top_region")],
    ("study", "pick up the book in the middle and place it under the cabinet shelf"): [
        ("In", "book_1", "wooden_two_layer_shelf_1_bottom_region"),
    ],
    ("study", "put the black book on top of the shelf"): [("On", "book_1", "wooden_two_layer_shelf_1_top_side")],
}  # fmt: skip


@pytest.mark.parametrize(("scene", "words"), GOALS, ids=[w for _, w in GOALS])
def test_liberos_kinds_of_task_are_understood_with_other_things(scene: str, words: str) -> None:
    told = SCENES[scene]
    things, fixtures = told["things"], told["fixtures"]
    spots = {f"{i}_spot": at("kitchen_table", x, y) for i, (_, x, y) in (things | fixtures).items()}
    record = {
        "id": scene, "instruction": words, "objects": {i: k for i, (k, _, _) in things.items()},
        "fixtures": {"kitchen_table": "kitchen_table", **{i: k for i, (k, _, _) in fixtures.items()}},
        "regions": spots | told["regions"], "init": [["On", i, f"{i}_spot"] for i in things | fixtures],
        "goal": ["And", *map(list, GOALS[scene, words])],
    }  # fmt: skip
    heard = hear(Symbolic(TASKS), words, LiberoSet().scenes(record))
    assert LiberoSet().judge(record, heard).right, f"{heard.answer}: {LiberoSet().judge(record, heard).note}"
