"""Laws of kinematics, predicted collisions and paths, on a three-joint arm written here and on the Panda."""

from __future__ import annotations

import threading
from itertools import pairwise

import numpy as np
import pytest

from heedful.geometry import Array, Pose
from heedful.hardware.body import RobotBody
from heedful.hardware.collision import shapes
from heedful.hardware.description import RobotDescription
from heedful.hardware.robots.panda import panda, tool_pose
from heedful.types import Cavity, PartSpec, Thing

ARM = """
<mujoco model="three"><compiler angle="radian"/>
  <worldbody><body name="base"><geom type="cylinder" size="0.05 0.1" pos="0 0 0.1"/>
    <body name="upper" pos="0 0 0.25"><joint name="turn" axis="0 0 1" range="-3 3"/><geom size="0.04"/>
      <body name="lift"><joint name="shoulder" axis="0 1 0" range="-2 2"/><geom type="capsule" size="0.03" fromto="0.08 0 0 0.3 0 0"/>
        <body name="fore" pos="0.35 0 0"><joint name="elbow" axis="0 1 0" range="-2.6 2.6"/>
          <geom type="capsule" size="0.03" fromto="0.05 0 0 0.25 0 0"/><site name="tool" pos="0.3 0 0" quat="0.7071 0 0.7071 0"/>
  </body></body></body></body></worldbody>
  <actuator><position joint="turn"/><position joint="shoulder"/><position joint="elbow"/></actuator>
</mujoco>"""


def three() -> RobotDescription:
    limits = np.array([3.0, 2.0, 2.6])
    home = np.array([0.0, -0.8, 1.2])
    part = PartSpec("arm", ("turn", "shoulder", "elbow"), -limits, limits, np.full(3, 2.0), home, tool="tool")
    return RobotDescription("three", ARM, {"arm": part}, {"arm": ("turn", "shoulder", "elbow")})


@pytest.fixture(scope="module")
def body() -> RobotBody:
    return RobotBody(panda())


HOME = panda().parts["arm"].home
BLOCK = Thing("block_1", "block", Pose.at(0.5, 0.2, 0.02), np.array([0.04, 0.04, 0.04]), color="red")
BOWL = Thing("bowl_1", "bowl", Pose.at(0.5, 0.0, 0.03), np.array([0.16, 0.16, 0.06]), shape="bowl", color="blue")
WALL = Thing("wall_1", "wall", Pose.at(0.55, 0.1, 0.2), np.array([0.3, 0.02, 0.4]))


def down(x: float, y: float, z: float) -> Pose:
    return Pose(np.array([x, y, z]), np.array([0.0, 1.0, 0.0, 0.0]))


def reached(body: RobotBody, pose: Pose, near: Array = HOME) -> Array:
    q = body.ik("arm", pose, near)
    assert q is not None
    return q


def test_a_small_arm_knows_where_its_tool_is() -> None:
    small = RobotBody(three())
    assert np.allclose(small.fk("arm", np.zeros(3)).pos, [0.65, 0, 0.25])
    assert np.allclose(small.fk("arm", np.array([np.pi / 2, 0, np.pi / 2])).pos, [0, 0.35, -0.05])


def test_a_small_arm_that_reaches_below_the_table_says_so() -> None:
    small = RobotBody(three())
    assert small.collision("arm", np.array([0.0, -0.8, 1.2])) is None
    assert small.collision("arm", np.array([0.0, 0.9, 0.0])) == "the fore would touch the table"


def test_a_base_elsewhere_moves_the_tool_with_it() -> None:
    moved = three()
    object.__setattr__(moved, "base", Pose.at(0.1, 0.2, 0.3, yaw=np.pi / 2))
    assert np.allclose(RobotBody(moved).fk("arm", np.zeros(3)).pos, [0.1, 0.85, 0.55], atol=1e-9)


def test_forward_kinematics_are_the_published_ones(body: RobotBody) -> None:
    rng = np.random.default_rng(0)
    part = body.parts["arm"]
    for _ in range(50):
        q = rng.uniform(part.lower, part.upper)
        distance, angle = body.fk("arm", q).distance(tool_pose(q))
        assert distance < 1e-6 and angle < 1e-6


def test_inverse_kinematics_reach_ninety_five_of_a_hundred_poses_within_limits(body: RobotBody) -> None:
    rng = np.random.default_rng(1)
    part = body.parts["arm"]
    good = 0
    for _ in range(100):
        pose = body.fk("arm", _free(body, rng))
        q = body.ik("arm", pose, HOME)
        if q is not None:
            distance, angle = body.fk("arm", q).distance(pose)
            good += bool(distance < 1e-3 and angle < 1e-2 and np.all(q >= part.lower) and np.all(q <= part.upper))
    assert good >= 95


def test_a_pose_out_of_reach_has_no_solution(body: RobotBody) -> None:
    assert body.ik("arm", down(1.5, 0.0, 0.2), HOME) is None


def test_inverse_kinematics_answer_the_same_question_alike(body: RobotBody) -> None:
    pose = down(0.4, -0.3, 0.15)
    assert np.array_equal(reached(body, pose), reached(RobotBody(panda()), pose))


def test_a_free_yaw_keeps_position_and_tilt(body: RobotBody) -> None:
    pose = down(0.45, 0.3, 0.1)
    turned = Pose(pose.pos, (pose @ Pose.at(0, 0, 0, yaw=2.8)).quat)
    q = body.ik("arm", turned, HOME, free_yaw=True)
    assert q is not None
    found = body.fk("arm", q)
    assert np.linalg.norm(found.pos - pose.pos) < 1e-3
    assert float(found.matrix[:, 2] @ pose.matrix[:, 2]) > np.cos(0.01)
    assert np.abs(q - HOME).max() < 1.5


def test_a_shift_moves_the_tool_by_just_that(body: RobotBody) -> None:
    q = reached(body, down(0.5, 0.1, 0.2))
    offset = np.array([0.02, -0.03, 0.01])
    moved = body.fk("arm", body.shift("arm", q, offset, turn=0.2))
    wanted = Pose((body.fk("arm", q).pos + offset), (Pose.at(0, 0, 0, yaw=0.2) @ body.fk("arm", q)).quat)
    distance, angle = moved.distance(wanted)
    assert distance < 5e-4 and angle < 2e-3


def test_a_shift_beyond_reach_stays_within_the_joint_limits(body: RobotBody) -> None:
    part = body.parts["arm"]
    q = body.shift("arm", HOME, np.array([3.0, 0.0, 0.0]))
    assert np.all(q >= part.lower) and np.all(q <= part.upper) and np.all(np.isfinite(q))


def test_the_colliding_pair_is_named(body: RobotBody) -> None:
    assert body.collision("arm", HOME) is None
    assert body.collision("arm", reached(body, down(0.5, 0.2, -0.02)), [BLOCK]) is not None
    assert "the table" in str(body.collision("arm", reached(body, down(0.5, 0.2, -0.02))))
    assert body.collision("arm", reached(body, down(0.5, 0.15, 0.02)), [BLOCK]) == "the right finger would touch the red block"
    folded = np.array([0.0, -1.7, 0.0, -3.0, 0.0, 0.5, 0.8])
    assert "its own" in str(body.collision("arm", folded))


def test_the_gripper_goes_inside_containers_and_not_through_their_walls(body: RobotBody) -> None:
    drawer = Thing(
        "drawer",
        "drawer",
        Pose.at(0.5, 0.0, 0.05),
        np.array([0.3, 0.3, 0.1]),
        cavity=Cavity(np.array([0, 0, 0.01]), np.array([0.27, 0.27, 0.08])),
    )
    for thing, edge in ((BOWL, 0.075), (drawer, 0.142)):
        assert body.collision("arm", reached(body, down(0.5, 0.0, 0.05)), [thing]) is None
        assert thing.name in str(body.collision("arm", reached(body, down(0.5, edge - 0.04, 0.03)), [thing]))


def test_the_shapes_of_a_container_leave_its_cavity_free_and_fill_its_rim() -> None:
    for thing in (
        BOWL,
        Thing(
            "d", "drawer", Pose.at(0, 0, 0), np.array([0.2, 0.3, 0.1]), cavity=Cavity(np.array([0, 0, 0.02]), np.array([0.18, 0.28, 0.06]))
        ),
    ):
        inside = [abs(np.linalg.solve(p.matrix, -p.pos)).tolist() for _, _, p in shapes(thing)]
        assert not any(np.all(np.array(c) < s) for c, (_, s, _) in zip(inside, shapes(thing), strict=True))
        assert len(shapes(thing)) == (9 if thing.shape == "bowl" else 5)


def test_what_is_carried_collides_in_its_place(body: RobotBody) -> None:
    q = reached(body, down(0.5, 0.2, 0.02))
    over = reached(body, down(0.5, 0.0, 0.2))
    grasp = body.fk("arm", q).inverse() @ BLOCK.pose
    assert body.collision("arm", over, [BOWL, BLOCK], held=BLOCK, grasp=grasp) is None
    low = reached(body, down(0.58, 0.0, 0.05))
    said = body.collision("arm", low, [BOWL], held=BLOCK, grasp=grasp)
    assert said is not None and said.endswith("the blue bowl")
    low = reached(body, down(0.5, 0.2, 0.01))
    assert body.collision("arm", low, held=BLOCK, grasp=grasp) == "the red block would touch the table"


def test_paths_round_obstacles_touch_nothing_at_a_fine_resolution(body: RobotBody) -> None:
    rng = np.random.default_rng(3)
    obstacles = [BLOCK, BOWL, WALL]
    detours = 0
    for _ in range(8):
        start, goal = (_clear(body, rng, obstacles) for _ in range(2))
        path = body.path("arm", start, goal, obstacles)
        assert path is not None and np.array_equal(path[0], start) and np.array_equal(path[-1], goal)
        detours += len(path) > 2
        assert _touching(body, path, obstacles) is None
    assert detours


def test_a_path_to_a_goal_in_collision_is_refused(body: RobotBody) -> None:
    assert body.path("arm", HOME, reached(body, down(0.5, 0.2, -0.02)), []) is None
    assert body.path("arm", HOME, HOME + 10, []) is None


def test_an_arm_leaves_what_it_has_just_released(body: RobotBody) -> None:
    close = Thing("b", "block", Pose.at(0.5, 0.241, 0.02), np.array([0.04, 0.04, 0.04]), color="green")
    start = reached(body, down(0.5, 0.2, 0.02))
    assert body.collision("arm", start, [close]) is not None
    path = body.path("arm", start, HOME, [close])
    assert path is not None
    assert _touching(body, path[-2:], []) is None


def test_the_same_seed_gives_the_same_path(body: RobotBody) -> None:
    start, goal = reached(body, down(0.55, -0.2, 0.1)), reached(body, down(0.55, 0.3, 0.1))
    one, two = (body.path("arm", start, goal, [WALL], seed=4) for _ in range(2))
    assert one is not None and two is not None
    assert len(one) == len(two) and all(np.array_equal(a, b) for a, b in zip(one, two, strict=True))


def test_threads_do_not_disturb_each_other(body: RobotBody) -> None:
    rng = np.random.default_rng(5)
    part = body.parts["arm"]
    configurations = rng.uniform(part.lower, part.upper, (200, 7))
    expected = [body.fk("arm", q).pos for q in configurations]
    wrong: list[int] = []

    def work() -> None:
        for i, q in enumerate(configurations):
            body.collision("arm", q, [BOWL])
            if not np.array_equal(body.fk("arm", q).pos, expected[i]):
                wrong.append(i)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def _free(body: RobotBody, rng: np.random.Generator) -> Array:
    part = body.parts["arm"]
    while True:
        q = rng.uniform(part.lower, part.upper)
        if body.collision("arm", q) is None:
            return q


def _clear(body: RobotBody, rng: np.random.Generator, obstacles: list[Thing]) -> Array:
    while True:
        q = body.ik("arm", down(rng.uniform(0.4, 0.65), rng.uniform(-0.3, 0.35), rng.uniform(0.05, 0.25)), HOME, free_yaw=True)
        if q is not None and body.collision("arm", q, obstacles) is None:
            return q


def _touching(body: RobotBody, path: list[Array], obstacles: list[Thing]) -> str | None:
    """The first collision along the path, looked for every 2 mm of hand motion."""
    for a, b in pairwise(path):
        count = 1 + int(float(np.abs(b - a) @ body.levers["arm"]) / 0.002)
        for share in np.linspace(0, 1, count + 1):
            if said := body.collision("arm", a + (b - a) * share, obstacles):
                return said
    return None
