"""Laws of kitchen things and fixtures: what pours, lights, runs, swings, is pressed and is wiped, and of the worlds that hold them."""

from __future__ import annotations

import numpy as np
import pytest

from heedful.envs import SUITES, Tabletop, Task, Wanted
from heedful.envs.cabinet import SWING
from heedful.envs.catalogue import BUILDERS, footprint
from heedful.envs.film import film_of
from heedful.envs.fixtures import PRESS, cells
from heedful.envs.granules import COUNT, bodies
from heedful.envs.kitchen_table import KITCHEN, KitchenTable
from heedful.geometry import Pose, quat_from_axis_angle
from heedful.hardware.robots.panda import panda
from heedful.hardware.robots.so101 import so101
from heedful.predicates import evaluate
from heedful.predicates.reach import reachable
from heedful.program import parse
from heedful.types import Scene, Thing

TASKS = SUITES["tabletop"]


@pytest.fixture(scope="module")
def world() -> Tabletop:
    return Tabletop(panda())


def put(world: Tabletop, id: str, pose: Pose) -> None:
    """Test only: worlds never write a pose after reset."""
    joint = world.data.joint(f"{id}_free")
    joint.qpos[:], joint.qvel[:] = [*pose.pos, *pose.quat], 0.0


def wait(world: Tabletop, seconds: float) -> None:
    for _ in range(round(seconds / world.robot.dt)):
        world.robot.send({})


def press(world: Tabletop, newtons: float, seconds: float = 0.3) -> None:
    world.data.body("button_1_cap").xfrc_applied[2] = -newtons
    wait(world, seconds)


def rests(before: Scene, after: Scene) -> list[str]:
    """What has moved."""
    moved = [before.objects[i].pose.distance(t.pose) for i, t in after.objects.items()]
    return [i for i, (m, a) in zip(after.objects, moved, strict=True) if m > 0.001 or a > 0.01]


def test_the_suite_has_at_least_thirty_tasks_in_many_families_and_twenty_for_a_small_arm() -> None:
    assert len({t.name for t in TASKS}) == len(TASKS) >= 30
    assert len({t.family for t in TASKS}) >= 12
    assert sum("so101" in t.bodies for t in TASKS) >= 20
    kinds = {w.category for t in TASKS for w in t.things.values()}
    assert {"mug", "can", "sponge", "tray", "bin", "door", "button", "lamp", "faucet", "drawer", "spill"} <= kinds


def test_no_two_tasks_are_the_same_but_for_their_things() -> None:
    seen = {(t.goal, t.start, t.drawer, tuple(sorted(w.category for w in t.things.values()))) for t in TASKS}
    assert len(seen) == len(TASKS)


@pytest.mark.parametrize("chosen", [t for t in TASKS[8:]], ids=lambda t: t.name)
def test_nothing_moves_by_itself_however_a_task_begins(world: Tabletop, chosen: Task) -> None:
    world.reset(1, chosen)
    before = world.scene()
    wait(world, 1.0)
    after = world.scene()
    assert not rests(before, after)
    assert before.lit == after.lit and before.fill == pytest.approx(after.fill) and before.wiped == after.wiped
    assert before.joints == pytest.approx(dict(after.joints), abs=0.01)


@pytest.mark.parametrize("chosen", [t for t in TASKS if "so101" in t.bodies], ids=lambda t: t.name)
def test_a_short_arm_finds_what_it_needs_within_its_reach(chosen: Task) -> None:
    world = Tabletop(so101())
    world.reset(2, chosen)
    scene = world.scene()
    assert world.instance is not None and evaluate(world.instance.goal, scene) is False
    wait(world, 0.5)
    assert not rests(scene, world.scene())
    far = ("table", "cabinet", "lamp", "drawer", "door")
    assert all(reachable(scene, t) for t in scene.objects.values() if t.category not in far)


def test_a_table_holds_only_the_fixtures_that_its_task_needs(world: Tabletop) -> None:
    for chosen in TASKS[8:]:
        world.reset(0, chosen)
        assert world.instance is not None
        needed = set(world.instance.binding.values()) | {"table"}
        found = {t.id for t in world.scene().objects.values() if t.fixed and "painted" not in t.attributes}
        assert found - needed <= ({"cabinet", "drawer"} if chosen.furniture else set())


@pytest.mark.parametrize("category", sorted(BUILDERS))
def test_a_thing_is_as_large_as_it_says_and_stands_on_the_table(world: Tabletop, category: str) -> None:
    world.reset(0, Task("one", "one", ("do",), "holding(it)", {"it": Wanted(category)}, furniture=(), clutter=(0, 0)))
    assert world.instance is not None
    thing = world.scene().objects[world.instance.binding["it"]]
    assert thing.bottom == pytest.approx(0.0, abs=0.001)
    assert footprint(category, next(iter(thing.attributes), "")) >= float(max(thing.size[:2])) / 2 - 1e-6
    low, high = _span(world, thing)
    assert np.all(low >= -thing.size / 2 - 0.003) or thing.handle is not None
    assert np.all(high <= thing.size / 2 + 0.003) or thing.handle is not None
    if thing.cavity is not None:
        assert np.all(np.abs(thing.cavity.centre) + thing.cavity.size / 2 <= thing.size / 2 + 1e-6)


def _span(world: Tabletop, thing: Thing) -> tuple[np.ndarray, np.ndarray]:
    """Lowest and highest corner of a thing's solid boxes, cylinders and balls in its frame [m]."""
    body = world.model.body(thing.id).id
    low, high = np.full(3, np.inf), np.full(3, -np.inf)
    for g in np.flatnonzero((world.model.geom_bodyid == body) & (world.model.geom_contype > 0)):
        local = thing.pose.matrix.T @ (world.data.geom_xpos[g] - thing.pose.pos)
        turn = np.abs(thing.pose.matrix.T @ world.data.geom_xmat[g].reshape(3, 3))
        half = turn @ world.model.geom_aabb[g, 3:]
        low, high = np.minimum(low, local - half), np.maximum(high, local + half)
    return low, high


def test_a_button_lights_the_lamp_when_pressed_and_puts_it_out_when_pressed_again(world: Tabletop) -> None:
    world.reset(0, "lamp_on")
    seen, mark = [], world.fingerprint()
    for newtons in (0.5, 8.0, 8.0, 0.0, 8.0, 0.0, 8.0):
        press(world, newtons)
        seen.append((evaluate(parse("lit(lamp_1)"), world.scene()), evaluate(parse("pressed(button_1)"), world.scene())))
    assert seen == [(False, False), (True, True), (True, True), (True, False), (False, True), (False, False), (True, True)]
    assert world.success() and world.fingerprint() == mark
    assert world.scene().objects["button_1"].slide == pytest.approx([0, 0, -PRESS])


def test_what_a_world_remembers_is_saved_and_restored_with_its_state(world: Tabletop) -> None:
    world.reset(0, "lamp_on")
    press(world, 8.0)
    saved = world.state()
    assert world.scene().lit == {"lamp_1": True}
    world.restore(world.initial_state())
    assert world.scene().lit == {"lamp_1": False}
    world.restore(saved)
    snapshot = world.snapshot()
    assert world.scene(snapshot).lit == {"lamp_1": True}
    press(world, 0.0)
    press(world, 8.0)
    assert world.scene().lit == {"lamp_1": False} and world.scene(snapshot).lit == {"lamp_1": True}
    world.data.body("button_1_cap").xfrc_applied[:] = 0.0


@pytest.mark.parametrize("name", ["pour", "wipe", "lamp_off", "door_close", "upside_down"])
def test_sending_the_same_commands_again_gives_the_same_bits(world: Tabletop, name: str) -> None:
    world.reset(3, name)
    rng = np.random.default_rng(0)
    home = world.robot.parts["arm"].home
    commands = [{"arm": home + 0.3 * rng.standard_normal(7), "gripper": np.array([0.08 * rng.random(), 20.0])} for _ in range(40)]

    def run() -> bytes:
        trace = []
        for command in commands:
            world.robot.send(command)
            trace.append(world.data.qpos.tobytes() + world.data.qvel.tobytes() + world.data.userdata.tobytes())
        return b"".join(trace)

    first = run()
    world.restore(world.initial_state())
    assert run() == first


def test_a_faucet_runs_while_its_lever_is_turned_and_stays_as_it_was_left(world: Tabletop) -> None:
    world.reset(0, "faucet_on")
    lever, closed = world.data.joint("faucet_1_hinge"), world.scene().objects["faucet_1"]
    assert closed.handle is not None and closed.hinge is not None
    for turned, runs in ((0.1, False), (0.5, True), (1.0, True), (0.2, False)):
        lever.qpos[0], lever.qvel[0] = turned * closed.hinge.angle, 0.0
        wait(world, 0.5)
        scene = world.scene()
        assert scene.joints["faucet_1"] == pytest.approx(turned, abs=0.01)
        assert evaluate(parse("running(faucet_1)"), scene) is runs
        swung = quat_from_axis_angle(closed.hinge.axis, turned * closed.hinge.angle)
        about = Pose(np.zeros(3), swung).apply(closed.handle.pos - closed.hinge.pos) + closed.hinge.pos
        assert scene.objects["faucet_1"].handle is not None
        assert scene.objects["faucet_1"].handle.pos == pytest.approx(about, abs=0.002)


def test_a_door_swings_towards_the_robot_and_its_bar_goes_with_it(world: Tabletop) -> None:
    for seed in range(4):
        world.reset(seed, "door_open")
        assert world.model.joint("door_hinge").range[1] == pytest.approx(SWING)
        shut = world.scene().objects["door"]
        assert shut.handle is not None and shut.hinge is not None
        assert shut.handle.matrix[:, 2] == pytest.approx([-1, 0, 0], abs=1e-6)
        assert evaluate(parse("closed(door) & hinged(door) & ~sliding(door)"), world.scene()) is True
        joint = world.data.joint("door_hinge")
        for fraction in (0.25, 0.5, 0.75, 1.0):
            joint.qpos[0], joint.qvel[0] = fraction * shut.hinge.angle, 0.0
            wait(world, 0.3)
            scene = world.scene()
            assert scene.joints["door"] == pytest.approx(fraction, abs=0.01)
            assert reachable(scene, scene.objects["door"])
        at = scene.objects["door"]
        assert at.pose.pos[0] < shut.pose.pos[0] - 0.08 and abs(at.pose.pos[1]) > abs(shut.pose.pos[1])
        assert world.success()


def test_what_is_poured_from_a_mug_fills_the_bowl(world: Tabletop) -> None:
    world.reset(0, "pour")
    assert world.instance is not None
    mug, bowl = (world.instance.binding[r] for r in ("source", "target"))
    assert evaluate(parse(f"full({mug}) & empty({bowl}) & ~full({bowl})"), world.scene()) is True
    away = world.scene().objects[bowl].pose.pos - world.scene().objects[mug].pose.pos
    for body in bodies(world.model)[:-3]:
        first = int(world.model.jnt_qposadr[world.model.body_jntadr[body]])
        world.data.qpos[first : first + 3] += [*away[:2], 0.03]
    wait(world, 1.5)
    scene = world.scene()
    assert scene.fill[bowl] == pytest.approx((COUNT - 3) / COUNT, abs=0.06) and scene.fill[mug] == pytest.approx(3 / COUNT)
    assert world.success()


def test_only_a_sponge_on_the_table_wipes_and_only_what_it_passes_over(world: Tabletop) -> None:
    world.reset(0, "wipe")
    spill = world.scene().objects["spill_1"].pose
    share = []
    for height, shift in ((0.05, 0.0), (0.0149, 0.0), (0.0149, -0.05), (0.0149, 0.05)):
        turn = Pose(spill.apply([0.0, shift, 0.0]), spill.quat)
        put(world, "sponge_1", Pose(np.array([*turn.pos[:2], height]), turn.quat))
        wait(world, 0.04)
        share.append(world.scene().wiped["spill_1"])
    under = np.all(np.abs(cells()) <= [0.045, 0.030], axis=1)
    assert share[0] == 0.0 and share[1] == pytest.approx(under.mean())
    assert share[1] < share[2] < share[3] and evaluate(parse("clean(spill_1)"), world.scene()) is False


def test_wiping_all_of_a_spill_cleans_it_for_good(world: Tabletop) -> None:
    world.reset(0, "wipe")
    spill = world.scene().objects["spill_1"].pose
    for x in (-0.04, 0.04):
        for y in (-0.04, 0.0, 0.04):
            put(world, "sponge_1", Pose(np.array([*spill.apply([x, y, 0])[:2], 0.0149]), spill.quat))
            wait(world, 0.04)
    put(world, "sponge_1", Pose.at(0.3, 0.0, 0.0149))
    wait(world, 0.5)
    assert evaluate(parse("clean(spill_1)"), world.scene()) is True and world.success()


def test_what_stands_on_a_painted_square_is_at_it_and_on_it(world: Tabletop) -> None:
    world.reset(0, "place_at")
    assert world.instance is not None
    can, square = (world.instance.binding[r] for r in ("object", "target"))
    at = world.scene().objects[square].pose.pos
    for shift, there in ((0.0, True), (0.05, True), (0.25, False)):
        put(world, can, Pose.at(at[0], at[1] - np.sign(at[1]) * shift, 0.043))
        wait(world, 0.5)
        scene = world.scene()
        assert evaluate(parse(f"at({can}, {square})"), scene) is there
        assert evaluate(parse(f"on({can}, {square})"), scene) is there


def test_a_fallen_can_is_not_upright_and_a_turned_mug_is_upside_down(world: Tabletop) -> None:
    world.reset(0, "upright")
    assert world.instance is not None
    can = world.instance.binding["object"]
    assert evaluate(parse(f"upright({can})"), world.scene()) is False
    put(world, can, Pose.at(0.5, 0.0, 0.043))
    wait(world, 0.5)
    assert evaluate(parse(f"upright({can}) & ~upside_down({can})"), world.scene()) is True
    world.reset(0, "upside_down")
    assert world.instance is not None
    mug = world.instance.binding["object"]
    assert evaluate(parse(f"upright({mug}) & graspable({mug})"), world.scene()) is True
    over = quat_from_axis_angle((1, 0, 0), np.pi)
    put(world, mug, Pose(np.array([0.5, 0.0, 0.043]), over))
    wait(world, 0.5)
    assert evaluate(parse(f"upside_down({mug}) & ~upright({mug})"), world.scene()) is True and world.success()


def test_a_mugs_handle_points_away_from_it(world: Tabletop) -> None:
    world.reset(0, "upside_down")
    assert world.instance is not None
    mug = world.scene().objects[world.instance.binding["object"]]
    assert mug.handle is not None
    out = mug.handle.pos - mug.pose.pos
    assert mug.handle.matrix[:, 2] @ out == pytest.approx(np.linalg.norm(out)) and np.linalg.norm(out) > mug.size[0] / 2
    assert mug.handle.matrix[:, 0] == pytest.approx([0, 0, 1], abs=0.01)


def test_what_lies_in_a_shut_drawer_is_within_reach_once_it_opens(world: Tabletop) -> None:
    for seed in range(4):
        world.reset(seed, "fetch")
        assert world.instance is not None
        scene, block = world.scene(), world.instance.binding["object"]
        assert evaluate(parse(f"in({block}, drawer) & shut_in({block}) & reachable({block})"), scene) is True


def test_a_start_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot start with flying"):
        Task("t", "t", ("do",), "lit(a)", {"a": Wanted("lamp")}, start="flying(a)")


def test_a_film_shows_lamps_and_spills_as_they_were_at_each_moment() -> None:
    world = KitchenTable(panda())
    world.reset(3)
    lit, wiped = world.data.userdata.copy(), world.data.userdata.copy()
    lit[1], wiped[2:] = 1.0, 1.0  # one button, one lamp, and the cells of the spill
    states = [(0.1 * i, np.concatenate([world.data.qpos, kept])) for i, kept in enumerate((world.data.userdata.copy(), lit, wiped))]
    frames = list(film_of(world.model, states, "front", paint=world.history.paint, fps=10, width=120, height=90, backend="raycast"))
    dark, glowing, clean = (f.astype(int) for f in frames[:3])
    assert (np.abs(glowing - dark).sum(axis=2) > 30).any() and (np.abs(clean - dark).sum(axis=2) > 30).any()
    assert not ((np.abs(glowing - dark).sum(axis=2) > 30) & (np.abs(clean - dark).sum(axis=2) > 30)).any()


def test_the_kitchen_table_holds_what_it_says_and_a_task_brings_its_own() -> None:
    world = KitchenTable(panda())
    for seed in range(3):
        world.reset(seed)
        assert world.instance is None
        scene = world.scene()
        assert {t.category for t in scene.objects.values()} == {w.category for w in KITCHEN.things.values()} | {"table"}
        assert evaluate(parse("full(red_mug_1)"), scene) is True
    world.reset(0, "stack")
    assert world.instance is not None and "red_mug_1" not in world.scene().objects
