"""Links by configuration: what is called otherwise than by default, and one sentence for what is not understood."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("rosbags", reason='ROS 2 messages need rosbags: pip install "heedful[ros2]"')

from heedful import config
from heedful.hardware.body import RobotBody
from heedful.hardware.ros2.remote import Remote
from heedful.hardware.ros2.wired import for_fake, wired
from heedful.hardware.ros2.wiring import Lens, Wiring
from heedful.linking import remote


def test_nothing_said_is_the_default():
    body = remote("ur5e")
    assert wired(body) == Wiring.of(body)


@pytest.mark.parametrize("name", ["ros2/ur5e", "ros2/ur", "ros2/diff_drive", "ros2/g1", "ros2/fake"])
def test_every_example_of_a_link_is_understood(name):
    body = config.load("robot", name)
    assert isinstance(body, Remote)
    assert set(wired(body).arms) | set(wired(body).grippers) | set(wired(body).bases) == set(body.parts)


def test_what_is_said_is_taken():
    made = wired(
        remote(
            "ur5e",
            controller="scaled_joint_trajectory_controller",
            namespace="/left",
            wiring={
                "vendor": "ur", "way": "sessions", "rate": 500, "grippers": {"gripper": {"parallel": True, "closed": 0.8, "open": 0.0}},
                "cameras": {"front": {"image": "/image", "info": "/info"}},
            },
        )
    )  # fmt: skip
    assert made.arms == {"arm": "scaled_joint_trajectory_controller"} and made.namespace == "/left"
    assert (made.vendor, made.way, made.rate, made.stop) == ("ur", "sessions", 500, "/dashboard_client/stop")
    assert made.grippers["gripper"].parallel and made.grippers["gripper"].position(0.0, 0.085) == 0.8
    assert made.lens("front") == Lens("/left/image", "/left/info")


@pytest.mark.parametrize("wiring, said", [
    ({"wya": "stream"}, r"robot.wiring has no 'wya'; did you mean 'way'\?"),
    ({"way": "teleport"}, "robot.wiring.way is 'teleport'; known: stream, chunks, sessions, forward, servo"),
    ({"vendor": "abb"}, "robot.wiring.vendor is 'abb'; known: none, ur, unitree"),
    ({"grippers": {"griper": {}}}, r"robot.wiring.grippers has no 'griper'; did you mean 'gripper'\?"),
    ({"grippers": {"gripper": {"stroke": 1}}}, r"robot.wiring.grippers.gripper has no 'stroke'"),
    ({"bases": {"base": {}}}, "robot.wiring.bases has no 'base'; known: none, for the robot has none"),
    ({"cameras": {"front": {"image": "/image"}}}, "robot.wiring.cameras.front needs info"),
])  # fmt: skip
def test_what_is_not_understood_is_said_in_a_sentence(wiring, said):
    with pytest.raises(ValueError, match=said):
        wired(remote("ur5e", wiring=wiring))


def test_a_fake_has_its_controllers_by_their_own_names_whichever_way_it_is_driven():
    driven = remote("ur5e", controller="servo_node", wiring={"way": "servo"})
    assert wired(driven).arms == {"arm": "servo_node"}
    assert for_fake(driven).arms == {"arm": "joint_trajectory_controller"}
    assert for_fake(config.load("robot", "g1")).vendor == "unitree"


def test_a_g1_reaches_with_its_waist_and_its_base_where_they_are():
    body = RobotBody(config.load("robot", "g1"))
    home = body.parts["left_arm"].home
    before = body.fk("left_arm", home)
    turned = body.standing({"waist": np.array([0.5, 0.0, 0.0]), "base": np.array([1.0, 0.0, 0.0])}).fk("left_arm", home)
    assert turned.pos[0] > 1.0 - 0.2 and turned.pos[2] == pytest.approx(before.pos[2], abs=1e-6)
    there = body.ik("left_arm", before.shifted([0.05, 0.0, 0.1]), home)
    assert there is not None
    assert body.fk("left_arm", there).distance(before.shifted([0.05, 0.0, 0.1]))[0] < 1e-3
