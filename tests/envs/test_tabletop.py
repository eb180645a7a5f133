"""Laws of the tabletop world: layouts, rest, truth, replay and tasks."""

from __future__ import annotations

import itertools
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import mujoco
import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from heedful.envs import SUITES, Tabletop, Task, Wanted, fixed_for, suite
from heedful.envs.catalogue import footprint
from heedful.envs.inventory import inventory
from heedful.envs.layout import GAP, LayoutError, Zone, lay_out
from heedful.envs.tabletop_tasks import UnknownTask, task
from heedful.envs.task import variables
from heedful.hardware.robots.panda import panda
from heedful.predicates import evaluate, name_of
from heedful.predicates.reach import reachable
from heedful.program import atoms, parse

TASKS = SUITES["tabletop"]


@pytest.fixture(scope="module")
def world() -> Tabletop:
    return Tabletop(panda())


def put(world: Tabletop, id: str, pos: object) -> None:
    """Test only: worlds never write a state after reset."""
    joint = world.data.joint(f"{id}_free")
    joint.qpos[:3], joint.qvel[:] = pos, 0.0


def wait(world: Tabletop, seconds: float) -> None:
    for _ in range(round(seconds / world.robot.dt)):
        world.robot.send({})


@pytest.mark.parametrize("chosen", TASKS, ids=lambda t: t.name)
@pytest.mark.parametrize("seed", range(2))
def test_no_task_is_done_before_it_began(world: Tabletop, chosen: Task, seed: int) -> None:
    world.reset(seed, chosen)
    assert world.instance is not None
    scene = world.scene()
    assert not world.success() and not world.instance.success(scene)
    assert evaluate(world.instance.goal, scene) is False


@pytest.mark.parametrize("chosen", TASKS, ids=lambda t: t.name)
def test_an_instance_speaks_of_things_that_are_there_and_of_nothing_else(world: Tabletop, chosen: Task) -> None:
    for seed in range(3):
        world.reset(seed, chosen)
        scene, instance = world.scene(), world.instance
        assert instance is not None
        assert set(instance.binding) == set(chosen.things)
        assert all(i in scene.objects for i in instance.binding.values())
        assert {a for atom in atoms(instance.goal) for a in atom.args} <= {*scene.objects, *variables(instance.goal)}
        assert "{" not in instance.instruction
        for id in instance.binding.values():
            name = name_of(id, scene)
            assert [t for t in scene.objects if name_of(t, scene) == name] == [id]


@pytest.mark.parametrize("chosen", TASKS, ids=lambda t: t.name)
def test_every_wording_names_what_plays_a_role_or_leaves_it_to_the_goal(chosen: Task) -> None:
    roles = set(chosen.things)
    for wording in chosen.phrasings:
        named = {part.partition("}")[0] for part in wording.split("{")[1:]}
        assert named <= roles
        assert named or chosen.name in ("clear_table", "sort_colors", "gather")
    assert all(any(f"{{{r}}}" in w for w in chosen.phrasings) for r in roles & {"object", "target"})


def test_one_seed_gives_one_state_and_another_seed_another(world: Tabletop) -> None:
    seen = []
    for seed in (5, 6, 5):
        world.reset(seed, "place_in")
        assert world.instance is not None
        seen.append((world.fingerprint(), world.instance.instruction, world.initial_state()["qpos"].tobytes()))
    assert seen[0] == seen[2]
    assert seen[0][0] != seen[1][0] and seen[0][2] != seen[1][2]


def test_two_tables_from_one_seed_are_the_same_table(world: Tabletop) -> None:
    other = Tabletop(panda())
    world.reset(11)
    other.reset(11)
    assert world.fingerprint() == other.fingerprint()


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", [None, "drawer_close"])
def test_nothing_moves_by_itself(world: Tabletop, seed: int, name: str | None) -> None:
    world.reset(seed, name)
    before = world.scene()
    wait(world, 2.0)
    after = world.scene()
    for id, thing in before.objects.items():
        moved, turned = thing.pose.distance(after.objects[id].pose)
        assert moved < 0.002 and turned < 0.01, id
    assert before.joints["drawer"] == pytest.approx(after.joints["drawer"], abs=0.005)


def test_a_stack_of_three_stands_and_a_dropped_block_comes_to_rest_in_the_bowl(world: Tabletop) -> None:
    world.reset(1)
    scene = world.scene()
    blocks = [i for i, t in scene.objects.items() if t.category == "block"]
    foot, bowl = scene.objects["red_block_1"].pose.pos, scene.objects["blue_bowl_1"].pose.pos
    others = [i for i in blocks if i != "red_block_1"][:2]
    put(world, others[0], foot + np.array([0.01, 0.0, 0.051]))
    put(world, others[1], bowl + np.array([0.01, 0.01, 0.08]))
    wait(world, 1.0)
    before = world.scene()
    wait(world, 5.0)
    after = world.scene()
    assert evaluate(parse(f"on({others[0]}, red_block_1) & in({others[1]}, blue_bowl_1)"), after) is True
    assert all(before.objects[i].pose.distance(after.objects[i].pose)[0] < 0.001 for i in blocks)


def test_a_drawer_stays_where_it_was_put_and_its_stop_keeps_it_in(world: Tabletop) -> None:
    world.reset(2, "drawer_open")
    slide = world.data.joint("drawer_slide")
    for opened in (0.05, 0.10, 0.15):
        slide.qpos[0], slide.qvel[0] = opened, 0.0
        wait(world, 1.0)
        assert float(slide.qpos[0]) == pytest.approx(opened, abs=0.001)
    world.data.body("drawer").xfrc_applied[0] = -20.0
    wait(world, 1.0)
    assert 0.16 < float(slide.qpos[0]) < 0.175
    world.data.body("drawer").xfrc_applied[0] = 0.0
    wait(world, 0.5)
    assert world.success() is True


@pytest.mark.parametrize("chosen", [None, *TASKS], ids=lambda t: t.name if t else "free")
def test_layouts_keep_their_distances_and_stay_within_reach(world: Tabletop, chosen: Task | None) -> None:
    for seed in range(8 if chosen in (None, *TASKS[:8]) else 3):
        world.reset(seed, chosen)
        scene = world.scene()
        loose = [t for t in scene.objects.values() if t.id in world.layout.poses]
        radius = {t.id: footprint(t.category, next(iter(t.attributes), "")) for t in loose}
        for a, b in itertools.combinations(loose, 2):
            gap = np.linalg.norm((a.pose.pos - b.pose.pos)[:2]) - radius[a.id] - radius[b.id]
            assert gap >= GAP - 0.002, (a.id, b.id)
        assert all(reachable(scene, t) for t in scene.objects.values() if not t.fixed or t.id not in ("table", "cabinet", "lamp_1"))
        seated = {world.instance.binding[str(a.args[0])] for a in chosen.begins if len(a.args) == 2} if chosen and world.instance else set()
        assert all("table" in pair or seated & set(pair) for pair in scene.contacts or ())
        assert 0.0 <= world.layout.rejected_share < 1.0


@given(seed=st.integers(0, 2**32), chosen=st.sampled_from([None, *TASKS]))
@settings(max_examples=200, deadline=None)
def test_no_two_things_on_a_table_share_a_name(seed: int, chosen: Task | None) -> None:
    items, binding = inventory(np.random.default_rng(seed), chosen)
    named = [(i.category, i.color, i.size) for i in items]
    assert len(set(named)) == len(named) and len({i.id for i in items}) == len(items)
    assert not any(i.optional for i in items if i.id in binding.values())


@given(seed=st.integers(0, 2**32))
@settings(max_examples=50, deadline=None)
def test_what_does_not_fit_is_refused_or_left_out_never_overlapped(seed: int) -> None:
    rng = np.random.default_rng(seed)
    zone = Zone((0.0, 0.5, 0.0, 0.5))
    layout = lay_out(rng, {"a": 0.05, "b": 0.2, "c": 0.05}, zone, optional=["b"])
    assert {"a", "c"} <= set(layout.poses) and set(layout.poses) | set(layout.left_out) == {"a", "b", "c"}
    with pytest.raises(LayoutError, match="no room for big"):
        lay_out(rng, {"big": 0.3}, zone)


def test_sending_the_same_commands_again_gives_the_same_bits(world: Tabletop) -> None:
    world.reset(3, "stack")
    rng = np.random.default_rng(0)
    home = world.robot.parts["arm"].home
    commands = [{"arm": home + 0.3 * rng.standard_normal(7), "gripper": np.array([0.08 * rng.random(), 20.0])} for _ in range(60)]

    def run() -> bytes:
        trace = []
        for command in commands:
            world.robot.send(command)
            trace.append(world.data.qpos.tobytes() + world.data.qvel.tobytes())
        return b"".join(trace)

    first = run()
    world.restore(world.initial_state())
    assert run() == first
    other = Tabletop(panda())
    other.reset(3, "stack")
    world.model, world.data = other.model, other.data
    world.restore(other.initial_state())
    assert run() == first


def test_a_saved_state_of_another_table_is_refused(world: Tabletop) -> None:
    world.reset(3, "stack")
    state = world.initial_state() | {"qpos": np.zeros(3)}
    with pytest.raises(ValueError, match="saved qpos"):
        world.restore(state)


def test_what_both_fingers_touch_is_held_and_what_one_touches_is_not(world: Tabletop) -> None:
    world.reset(0, "pick")
    block = world.instance.binding["object"] if world.instance else ""
    tool = world.robot.observe().parts["arm"].pose
    assert tool is not None
    width = float(world.scene().objects[block].size[0])
    joint = world.data.joint(f"{block}_free")
    joint.qpos[:3], joint.qpos[3:], joint.qvel[:] = tool.pos, tool.quat, 0.0
    for finger in ("finger_joint1", "finger_joint2"):
        world.data.joint(finger).qpos[0] = width / 2 - 0.0002
    scene = world.scene()
    assert scene.held == {"gripper": block}
    assert world.instance is not None and world.instance.success(scene)
    world.data.joint("finger_joint1").qpos[0] = 0.04
    assert world.scene().held == {"gripper": None}


def test_the_scene_of_a_snapshot_is_the_same_in_any_thread_and_later(world: Tabletop) -> None:
    world.reset(4)
    snapshot = world.snapshot()
    now = world.scene(snapshot)
    wait(world, 0.2)
    with ThreadPoolExecutor(4) as pool:
        later = list(pool.map(lambda _: world.scene(snapshot), range(16)))
    for scene in later:
        assert scene.time == now.time and scene.contacts == now.contacts and scene.held == now.held
        assert all(np.array_equal(scene.objects[i].pose.pos, t.pose.pos) for i, t in now.objects.items())


def test_a_handle_faces_the_robot_and_moves_with_its_drawer(world: Tabletop) -> None:
    world.reset(0, "drawer_open")
    closed = world.scene().objects["drawer"]
    assert closed.handle is not None and closed.slide is not None
    assert np.allclose(closed.handle.matrix[:, 2], [-1, 0, 0]) and np.allclose(closed.handle.matrix[:, 1], [0, 1, 0])
    world.data.joint("drawer_slide").qpos[0] = np.linalg.norm(closed.slide)
    opened = world.scene().objects["drawer"]
    assert opened.handle is not None
    assert np.allclose(opened.handle.pos - closed.handle.pos, closed.slide)


def test_things_move_by_contact_alone(world: Tabletop) -> None:
    for seed, name in ((0, None), (1, "drawer_close")):
        world.reset(seed, name)
        assert world.model.nmocap == 0
        transmitted = {int(world.model.actuator_trnid[a, 0]) for a in range(world.model.nu)}
        moved = {int(world.model.jnt_bodyid[j]) for j in transmitted}
        robot = {world.model.body(n).id for n in ("link0", "hand", "left_finger", "right_finger", *(f"link{i}" for i in range(1, 8)))}
        assert moved <= robot
        for equality in range(world.model.neq):  # the hand's own gear may couple its fingers; nothing may tie a thing
            assert int(world.model.eq_type[equality]) == int(mujoco.mjtEq.mjEQ_JOINT)
            joints = (int(world.model.eq_obj1id[equality]), int(world.model.eq_obj2id[equality]))
            assert {int(world.model.jnt_bodyid[j]) for j in joints} <= robot
        assert int(mujoco.mjtIntegrator.mjINT_IMPLICITFAST) == int(world.model.opt.integrator)


def test_a_fixture_is_kept_out_of(world: Tabletop) -> None:
    world.reset(0)
    scene = world.scene()
    (cabinet,) = world.fixtures()
    handle = scene.objects["drawer"].handle
    assert cabinet.contains(scene.objects["cabinet"].pose.pos)
    assert handle is not None and not cabinet.contains(handle.pos)


def test_a_wrong_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownTask, match="Did you mean 'place_in'"):
        task("place_inn")
    with pytest.raises(UnknownTask, match="Did you mean 'tabletop'"):
        suite("table_top")


def test_every_task_can_be_said_in_at_least_four_ways() -> None:
    assert all(len(set(t.phrasings)) >= 4 for t in TASKS)


def test_tasks_load_from_a_users_file(tmp_path: Path, world: Tabletop) -> None:
    path = tmp_path / "mine.py"
    path.write_text(
        "from heedful.envs import Task, Wanted\n"
        "TASK = Task('swap', 'mine', ('put the {a} by the {b}',), 'near(a, b) & ~on(a, b)',\n"
        "            {'a': Wanted('block', ('red',)), 'b': Wanted('plate')}, clutter=(0, 0))\n"
    )
    (mine,) = suite(str(path))
    world.reset(0, mine)
    assert world.instance is not None and world.instance.binding["a"] == "red_block_1"
    (tmp_path / "empty.py").write_text("")
    with pytest.raises(ValueError, match="defines no tasks"):
        suite(str(tmp_path / "empty.py"))


def test_a_goal_about_nothing_that_was_placed_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing plays 'b'"):
        Task("t", "t", ("do",), "on(a, b)", {"a": Wanted("block")})


def test_a_robot_is_measured_on_what_was_fixed_for_it_and_one_of_somebodys_own_on_everything() -> None:
    tasks = SUITES["tabletop"]
    small = fixed_for(tasks, "so101")
    assert len(small) >= 20 and all(("so101" in t.bodies) == (t in small) for t in tasks)
    assert fixed_for(tasks, "my_arm.yaml") == tasks


def test_one_task_of_a_suite_can_be_named() -> None:
    assert suite("tabletop/stack") == [t for t in SUITES["tabletop"] if t.name == "stack"]
    with pytest.raises(KeyError, match="no task named 'stakc' in tabletop; it has pick"):
        suite("tabletop/stakc")
