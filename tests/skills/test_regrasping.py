"""Laws of putting down what is held: by the grasp that leads on, beside walls, and with fingers no wider open than there is room."""

import numpy as np
import pytest

from heedful.geometry import Array, Pose
from heedful.hardware.body import RobotBody
from heedful.hardware.robots.panda import panda
from heedful.skills.grasps import Grasp, choose
from heedful.skills.scripted.placing import can_put
from heedful.types import Thing

TABLE = Thing("table", "table", Pose.at(0.58, 0.0, -0.02), np.array([0.76, 1.1, 0.04]), fixed=True)
BLOCK = Thing("block_1", "block", Pose.at(0.45, 0.25, 0.02), np.full(3, 0.04))
SLOT = [Thing(f"wall_{i}", "box", Pose.at(0.5 + side * 0.04, -0.1, 0.025), np.array([0.02, 0.3, 0.05])) for i, side in enumerate((-1, 1))]
PLACE = Pose.at(0.5, -0.1, 0.024)
"""In the slot, which leaves the block a centimetre on either side: too little for a finger."""


@pytest.fixture(scope="module")
def body() -> RobotBody:
    return RobotBody(panda())


def grasped(body: RobotBody, along: tuple[float, float]) -> Grasp:
    """A grasp of the block whose fingers close along a level direction."""

    def so(grasp: Grasp) -> bool:
        return bool(abs(grasp.pose.matrix[:2, 1] @ np.array(along)) > 0.9)

    grasp, why = choose(body, "arm", BLOCK, SLOT, home(body), 0.08, then=so)
    assert grasp is not None, why
    return grasp


def home(body: RobotBody) -> Array:
    return body.parts["arm"].home


def leads_on(body: RobotBody, grasp: Grasp) -> bool:
    held = grasp.pose.inverse() @ BLOCK.pose
    return can_put(body, "arm", BLOCK, held, [PLACE], TABLE, SLOT, grasp.at) is not None


def test_a_thing_cannot_be_set_between_walls_by_fingers_that_would_be_in_them(body: RobotBody) -> None:
    assert not leads_on(body, grasped(body, (1.0, 0.0)))


def test_another_grasp_of_the_same_thing_leads_there(body: RobotBody) -> None:
    grasp, why = choose(body, "arm", BLOCK, SLOT, home(body), 0.08, then=lambda g: leads_on(body, g))
    assert grasp is not None, why
    assert abs(grasp.pose.matrix[1, 1]) > 0.9  # the fingers close along the slot
    assert leads_on(body, grasp)


def test_where_no_grasp_leads_on_that_is_said(body: RobotBody) -> None:
    grasp, why = choose(body, "arm", BLOCK, SLOT, home(body), 0.08, then=lambda g: False)
    assert grasp is None and "from none of them" in why


def test_fingers_open_only_as_far_as_there_is_room(body: RobotBody) -> None:
    near = [
        Thing(f"near_{i}", "box", Pose.at(*(BLOCK.pose.pos[:2] + d), 0.025), np.array([0.02, 0.02, 0.05])) for i, d in enumerate(AROUND)
    ]
    wide, _ = choose(body, "arm", BLOCK, [], home(body), 0.08)
    tight, why = choose(body, "arm", BLOCK, near, home(body), 0.08)
    assert wide is not None and tight is not None, why
    assert tight.opening < wide.opening
    assert body.collision("arm", tight.at, near, opening=tight.opening) is None
    assert body.collision("arm", tight.at, near) is not None


AROUND = [np.array(d) for d in ((0.0, 0.068), (0.0, -0.068), (0.068, 0.0), (-0.068, 0.0))]


def test_beside_a_high_wall_the_hand_comes_at_a_slant(body: RobotBody) -> None:
    walls = [Thing(f"wall_{i}", "box", Pose.at(0.45, 0.25 + s * 0.034, 0.11), np.array([0.3, 0.02, 0.22])) for i, s in ((0, -1), (1, 1))]
    for count in (0, 1):
        grasp, why = choose(body, "arm", BLOCK, walls[:count], home(body), 0.08)
        assert grasp is not None, why
        assert body.collision("arm", grasp.at, walls[:count], opening=grasp.opening) is None
        upright = -float(grasp.pose.matrix[2, 2]) > 0.99
        assert upright == (count == 0)
