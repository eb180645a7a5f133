"""Laws of LIBERO's adapter that hold without LIBERO, and one episode where it is installed."""

import pickle
import zipfile
from dataclasses import replace

import mujoco
import numpy as np
import pytest

from heedful.envs.foreign.libero_scene import place
from heedful.envs.foreign.libero_tasks import goal_of, initial_states, sections, thing_of
from heedful.envs.foreign.measure import measure
from heedful.envs.foreign.robosuite_scene import Found, table_body
from heedful.envs.foreign.sight import Sight
from heedful.envs.truth import Snapshot
from heedful.geometry import Pose
from heedful.hardware.robots.panda import panda
from heedful.predicates import evaluate
from heedful.program import parse
from heedful.types import Thing

PROBLEM = """
(define (problem LIBERO_Kitchen)
  (:language put the bowl in the drawer and close it)
  (:fixtures main_table - table wooden_cabinet_1 - wooden_cabinet)
  (:objects bowl_1 bowl_2 - bowl plate_1 - plate)
  (:goal (And (In bowl_1 wooden_cabinet_1_top_region) (Close wooden_cabinet_1_top_region) (Turnoff stove_1)))
)
"""


def test_a_bddl_goal_is_read_as_a_formula():
    goal = sections(PROBLEM)["goal"][0]
    assert goal_of(goal[1:]) == "in(bowl_1, wooden_cabinet_1_top_region) & closed(wooden_cabinet_1_top_region) & ~lit(stove_1)"


def test_to_be_in_a_containers_region_is_to_be_in_the_container():
    assert thing_of("basket_1_contain_region") == "basket_1"
    assert goal_of([["In", "milk_1", "basket_1_contain_region"]]) == "in(milk_1, basket_1)"


def test_a_goal_that_libero_does_not_have_is_refused_by_name():
    with pytest.raises(ValueError, match="turnon"):
        goal_of([["Fly", "bowl_1"]])


def test_initial_states_are_read_without_torch(tmp_path):
    states = np.arange(12.0).reshape(3, 4)
    with zipfile.ZipFile(tmp_path / "task.pruned_init", "w") as file:
        file.writestr("archive/data.pkl", pickle.dumps(states, protocol=2))
    assert np.array_equal(initial_states(tmp_path / "task.pruned_init"), states)


def look_at(geoms: str, quat: str = "1 0 0 0"):
    xml = f'<mujoco><worldbody><body name="thing" pos="0.1 0.2 0.5" quat="{quat}"><freejoint/>{geoms}</body></worldbody></mujoco>'
    model = mujoco.MjModel.from_xml_string(xml)
    data = mujoco.MjData(model)
    mujoco.mj_forward(model, data)
    body = model.body("thing").id
    seen = measure(model, data, body)
    return seen, Pose(data.xpos[body], data.xquat[body]) @ seen.centre


def box(size: str, pos: str = "0 0 0", euler: str = "0 0 0") -> str:
    return f'<geom type="box" size="{size}" pos="{pos}" euler="{euler}"/>'


def test_a_box_is_measured_in_its_own_sides_however_its_body_is_turned():
    seen, pose = look_at(box("0.02 0.03 0.05", "0.01 0 0", "0 0 30"))
    assert seen.shape == "box" and seen.cavity is None
    assert sorted(seen.size[:2]) == pytest.approx([0.04, 0.06], abs=1e-3) and seen.size[2] == pytest.approx(0.10)
    assert pose.pos == pytest.approx([0.11, 0.2, 0.5], abs=1e-6)


def test_the_axis_of_a_thing_that_stands_on_its_side_points_up():
    half = np.sqrt(0.5)
    seen, pose = look_at('<geom type="cylinder" size="0.03 0.06" euler="90 0 0"/>', f"{half} {half} 0 0")
    assert pose.matrix[2, 2] == pytest.approx(1.0) and seen.size[2] == pytest.approx(0.12, abs=1e-6)


def ring(radius: float, height: float, count: int = 16) -> str:
    turns = np.arange(count) * 2 * np.pi / count
    wide = radius * np.tan(np.pi / count)
    walls = [box(f"0.002 {wide} {height / 2}", f"{radius * np.cos(a)} {radius * np.sin(a)} 0", f"0 0 {np.rad2deg(a)}") for a in turns]
    return "".join(walls) + f'<geom type="cylinder" size="{radius} 0.002" pos="0 0 {0.002 - height / 2}"/>'


def test_a_ring_of_walls_on_a_floor_is_a_bowl_with_its_inside():
    seen, _ = look_at(ring(0.05, 0.05))
    assert seen.shape == "bowl" and seen.cavity is not None
    assert seen.cavity.size[:2] == pytest.approx([0.096, 0.096], abs=2e-3)
    assert seen.cavity.size[2] == pytest.approx(0.046, abs=1e-3)


def test_a_shallow_dish_is_a_plate_things_can_stand_on():
    assert look_at(ring(0.07, 0.014))[0].shape == "cylinder"


def test_the_inside_of_a_drawer_lies_beside_the_middle_of_its_box_where_a_handle_sticks_out():
    walls = box("0.1 0.004 0.04", "0 0.096 0") + box("0.1 0.004 0.04", "0 -0.096 0") + box("0.004 0.1 0.04", "0.096 0 0")
    walls += box("0.004 0.1 0.04", "-0.096 0 0") + box("0.1 0.1 0.003", "0 0 -0.037") + box("0.03 0.01 0.01", "0.13 0 0")
    seen, pose = look_at(walls)
    assert seen.cavity is not None
    assert pose.apply(seen.cavity.centre)[:2] == pytest.approx([0.1, 0.2], abs=2e-3)


def test_what_touches_both_fingers_is_held_whatever_the_world_calls_them():
    pad = '<body><geom type="box" size=".01 .01 .01"/></body>'
    fingers = "".join(f'<body name="f{i}" pos="0 {y} 0">{pad}</body>' for i, y in ((1, 0.03), (2, -0.03)))
    cup_body = '<body name="cup_main"><freejoint/><geom type="box" size=".01 .0201 .01"/></body>'
    model = mujoco.MjModel.from_xml_string(f"<mujoco><worldbody>{fingers}{cup_body}</worldbody></mujoco>")
    robot = replace(panda(), fingers={"gripper": ("f1", "f2")})
    cup = Thing("cup_1", "cup", Pose(np.array([0.0, 0.0, 0.005])), np.array([0.02, 0.04, 0.03]))
    scene = Sight(model, Found([cup], {"cup_1": "cup_main"}), robot).scene(Snapshot(0.5, model.qpos0.copy(), np.zeros(model.nv)))
    assert scene.held == {"gripper": "cup_1"}
    assert scene.objects["cup_1"].pose.pos == pytest.approx([0, 0, 0.005])


def test_a_thin_place_lies_on_what_carries_it_and_is_touched_by_what_stands_there():
    plate = '<geom type="box" size=".1 .1 .02"/><site name="cook_region" pos="0 0 -.01" size=".05 .05 .003"/>'
    stove = f'<body name="stove"><body name="top">{plate}</body><geom type="box" size=".1 .02 .001" pos="0 0 .021"/></body>'
    pot_body = '<body name="pot_main" pos="0 0 0.0415"><freejoint/><geom type="box" size=".02 .02 .02"/></body>'
    hand = "".join(f'<body name="f{i}" pos="0 {y} 1"><geom type="sphere" size=".01"/></body>' for i, y in ((1, 0.1), (2, -0.1)))
    model = mujoco.MjModel.from_xml_string(f"<mujoco><worldbody>{stove}{pot_body}{hand}</worldbody></mujoco>")
    data = mujoco.MjData(model)
    mujoco.mj_forward(model, data)
    region = place(model, data, "cook_region", {"pot_main"})
    assert region.top == pytest.approx(0.022, abs=1e-6)  # the site itself lies 3 cm deeper, within the plate
    pot = Thing("pot_1", "pot", Pose(np.zeros(3)), np.full(3, 0.04))
    robot = replace(panda(), fingers={"gripper": ("f1", "f2")})
    sight = Sight(model, Found([region, pot], {"cook_region": "top", "pot_1": "pot_main"}, places={"cook_region"}), robot)
    resting = sight.scene(Snapshot(0.0, model.qpos0.copy(), np.zeros(model.nv)))
    assert evaluate(parse("on(pot_1, cook_region)"), resting) is True  # it touches the stove beside the plate that has the region
    lifted = model.qpos0.copy()
    lifted[2] += 0.005
    assert sight.scene(Snapshot(0.0, lifted, np.zeros(model.nv))).touching("pot_1", "cook_region") is False


def test_a_table_is_the_table_whatever_floor_comes_before_it():
    def model(*names: str):
        bodies = "".join(f'<body name="{n}"/>' for n in names)
        return mujoco.MjModel.from_xml_string(f"<mujoco><worldbody>{bodies}</worldbody></mujoco>")

    assert table_body(model("floor", "living_room_table", "cup")) == "living_room_table"
    assert (table_body(model("floor", "cup")), table_body(model("cup"))) == ("floor", "world")


def test_a_region_that_lies_on_its_side_is_measured_upright():
    tilted = '<site name="pocket" type="box" pos="0 0 .05" quat="1 1 0 0" size=".03 .04 .06"/>'
    model = mujoco.MjModel.from_xml_string(f'<mujoco><worldbody><body name="caddy" pos="1 0 0">{tilted}</body></worldbody></mujoco>')
    data = mujoco.MjData(model)
    mujoco.mj_forward(model, data)
    pocket = place(model, data, "pocket", ())
    upright = Pose(data.xpos[1], data.xquat[1]) @ pocket.pose
    assert upright.matrix[2, 2] == pytest.approx(1.0)
    extent = np.abs(upright.matrix) @ pocket.size
    assert extent == pytest.approx([0.06, 0.12, 0.08]) and pocket.cavity is not None and pocket.cavity.size == pytest.approx(pocket.size)


def test_a_part_without_solids_takes_none_from_its_thing_and_a_switch_is_lit_from_its_angle_on():
    knob = '<body name="knob"><joint name="turn" axis="0 0 1"/><geom type="box" size=".01 .01 .01" pos=".15 0 0"/></body>'
    stove = f'<body name="stove"><geom type="box" size=".1 .1 .02"/><site name="cook_region" size=".05 .05 .003"/>{knob}</body>'
    pot_body = '<body name="pot_main" pos="0 0 0.0395"><freejoint/><geom type="box" size=".02 .02 .02"/></body>'
    hand = "".join(f'<body name="f{i}" pos="0 {y} 1"><geom type="sphere" size=".01"/></body>' for i, y in ((1, 0.1), (2, -0.1)))
    model = mujoco.MjModel.from_xml_string(f"<mujoco><worldbody>{stove}{pot_body}{hand}</worldbody></mujoco>")
    still = Pose(np.zeros(3))
    found = Found(lights={"stove_1": ("turn", 0.5)})
    found.add(Thing("stove_1", "stove", still, np.array([0.2, 0.2, 0.04]), fixed=True), "stove")
    found.add(Thing("cook_region", "place", still, np.array([0.1, 0.1, 0.006]), fixed=True), "stove", place=True)
    found.add(Thing("pot_1", "pot", still, np.full(3, 0.04)), "pot_main")
    sight = Sight(model, found, replace(panda(), fingers={"gripper": ("f1", "f2")}), facing=True)
    at = model.qpos0.copy()
    seen = sight.scene(Snapshot(0.0, at, np.zeros(model.nv)))
    assert seen.touching("pot_1", "stove_1") and seen.touching("pot_1", "cook_region") and seen.facing
    assert seen.lit == {"stove_1": False}
    at[model.joint("turn").qposadr[0]] = 0.6
    assert sight.scene(Snapshot(0.0, at, np.zeros(model.nv))).lit == {"stove_1": True}


@pytest.mark.slow
def test_an_episode_of_libero_is_solved_from_its_goal_and_judged_by_its_own_check():
    pytest.importorskip("libero")
    from heedful.evaluation import evaluate

    result = evaluate("libero_object/pick_up_the_milk_and_place_it_in_the_basket", episodes=1, seed=0)
    assert result.success == 1.0
