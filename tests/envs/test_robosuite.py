"""Laws of robosuite's adapter that hold without robosuite, and one episode where it is installed."""

import importlib.util
import re
from dataclasses import replace

import mujoco
import numpy as np
import pytest

from heedful.app.cli import main
from heedful.envs.foreign.measure import gripped, hollow, under
from heedful.envs.foreign.robosuite_scene import ground
from heedful.envs.foreign.robosuite_tasks import NOT_COVERED, TASKS
from heedful.geometry import Pose
from heedful.predicates import evaluate, relation
from heedful.program import atoms, parse
from heedful.types import Cavity, Reach, Scene, Thing


def test_every_task_states_a_goal_of_known_relations_or_why_there_is_none():
    for task in TASKS:
        assert all(relation(a.name) for a in atoms(parse(task.goal)))
        assert {a for atom in atoms(parse(task.goal)) for a in atom.args} == set(task.things)
    assert all(NOT_COVERED.values()) and not set(NOT_COVERED) & {t.env for t in TASKS}


def box(size: str, pos: str) -> str:
    return f'<geom type="box" size="{size}" pos="{pos}"/>'


TRAY = "".join([box("0.2 0.25 0.02", "0 0 0")] + [box("0.01 0.25 0.05", f"{x} 0 0.05") for x in (-0.2, 0.0, 0.2)])
PARTED = TRAY + "".join(box("0.2 0.01 0.05", f"0 {y} 0.05") for y in (-0.25, 0.0, 0.25))


def world(bodies: str):
    model = mujoco.MjModel.from_xml_string(f"<mujoco><worldbody>{bodies}</worldbody></mujoco>")
    data = mujoco.MjData(model)
    mujoco.mj_forward(model, data)
    return model, data


def test_one_part_of_a_parted_bin_is_measured_from_a_point_within_it():
    model, data = world(f'<body name="bin" pos="0.5 0.1 0.8">{PARTED}</body>')
    body = model.body("bin").id
    seen = hollow(model, data, body, np.array([0.6, 0.0, 0.85]))
    assert seen.cavity is not None and seen.cavity.size == pytest.approx([0.18, 0.23, 0.08], abs=2e-3)
    pose = Pose(data.xpos[body], data.xquat[body]) @ seen.centre
    assert pose.apply(seen.cavity.centre) == pytest.approx([0.6, -0.025, 0.86], abs=2e-3)


def test_a_part_that_is_open_to_a_side_is_refused():
    model, data = world(f'<body name="bin">{TRAY}</body>')
    with pytest.raises(ValueError, match="not closed in"):
        hollow(model, data, model.body("bin").id, np.array([0.1, 0.1, 0.05]))


def test_what_lies_first_below_a_point_is_what_is_under_it():
    low, high = (f'<body name="{n}" pos="0 0 {z}">{box("0.1 0.1 0.01", "0 0 0")}</body>' for n, z in (("low", 0.0), ("high", 0.3)))
    model, data = world(low + high)
    bodies = [int(model.body(n).id) for n in ("low", "high")]
    assert model.body(under(model, data, bodies, np.array([0.0, 0.0, 0.5]))).name == "high"
    with pytest.raises(ValueError, match="nothing lies below"):
        under(model, data, bodies, np.array([1.0, 0.0, 0.5]))


def test_a_bar_is_gripped_across_near_its_free_end():
    model, data = world(
        f'<body name="nut" pos="0.1 0 0.01" euler="0 0 90">{box(".04 .04 .01", "0 0 0")}{box(".03 .01 .01", ".06 0 0")}</body>'
    )
    grip = gripped(model, data, 1, np.array([0.1, 0.0, 0.01]))
    assert grip.pos == pytest.approx([0.1, 0.075, 0.014], abs=1e-6)
    assert grip.matrix[:, 0] == pytest.approx([0, 1, 0], abs=1e-6) and grip.matrix[:, 2] == pytest.approx([0, 0, 1], abs=1e-6)


def test_the_ground_is_what_lies_under_most_of_the_workspace_and_not_a_wall_in_its_middle():
    bins = "".join(f'<body pos="0.66 {y} 0.8">{PARTED}</body>' for y in (-0.26, 0.26))
    model, data = world(f"{bins}{box('5 5 0.1', '0 0 -0.1')}")
    assert ground(model, data, Pose(np.zeros(3)), ()) == pytest.approx(0.82, abs=1e-6)


@pytest.mark.parametrize(("far", "within"), [(0.95, True), (1.2, False)])
def test_a_bin_is_within_reach_where_some_of_its_middle_is(far, within):
    size = np.array([0.3, 0.3, 0.1])
    tray = Thing("bin", "bin", Pose(np.array([far, 0.0, 0.0])), size, fixed=True, cavity=Cavity(np.zeros(3), 0.9 * size))
    scene = Scene(0.0, {"bin": tray}, reach={"arm": Reach(np.zeros(3), 0.3, 0.87)})
    assert evaluate(parse("reachable(bin)"), scene) is within
    loose = replace(scene, objects={"bin": replace(tray, fixed=False)})
    assert evaluate(parse("reachable(bin)"), loose) is False  # what is to be picked up must be reached where it is


@pytest.mark.parametrize(
    ("suite", "package", "command"),
    [
        ("babyai", "minigrid", r"pip install 'heedful\[bench\]'"),
        ("metaworld", "metaworld", r"pip install --no-deps metaworld==3\.1\.1"),
        ("robosuite", "robosuite", r"pip install --no-deps robosuite==1\.4\.1"),
        ("libero_goal", "libero", r"pip install --no-deps robosuite==1\.4\.1 hf-libero"),
    ],
)
def test_without_its_package_a_suite_says_in_one_sentence_how_to_get_it(suite, package, command, capsys):
    if importlib.util.find_spec(package):
        pytest.skip(f"{package} is installed here")
    assert main(["eval", suite, "--episodes", "1"]) == 2
    said = capsys.readouterr().err.strip()
    assert re.search(command, said) and "\n" not in said


@pytest.mark.slow
@pytest.mark.parametrize("task", ["Lift", "Stack", "PickPlaceBread"])
def test_a_task_is_solved_and_judged_by_robosuites_own_check(task):
    pytest.importorskip("robosuite")
    from heedful.evaluation import evaluate as measure

    result = measure(f"robosuite/{task}", episodes=1, seed=0)
    assert result.success == 1.0 and result.false_successes == 0
