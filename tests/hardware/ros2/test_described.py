"""A robot that describes itself otherwise than we do is refused before anything moves."""

import xml.etree.ElementTree as ET

import numpy as np
import pytest

from heedful.hardware.body import RobotBody
from heedful.hardware.robots.panda import panda
from heedful.hardware.robots.so101 import so101
from heedful.hardware.robots.ur5e import JOINTS, ur5e
from heedful.hardware.ros2.described import CALIBRATED, adopted, against, limits_told
from heedful.hardware.ros2.fake.urdf import urdf

SAME = {j: j for j in JOINTS}


def changed(joint: str, what: str, by: float, axis: int = 0) -> str:
    root = ET.fromstring(urdf(ur5e()))
    origin = next(j for j in root.iter("joint") if j.get("name") == joint).find("origin")
    values = [float(v) for v in origin.get(what).split()]
    values[axis] += by
    origin.set(what, " ".join(map(str, values)))
    return ET.tostring(root, encoding="unicode")


@pytest.mark.parametrize("robot", [ur5e, panda, so101], ids=lambda r: r.__name__)
def test_a_description_agrees_with_its_own_urdf(robot):
    body = robot()
    names = {j: f"robot_{j}" for j in body.parts["arm"].joints}
    found = against(urdf(body, lambda j: names.get(j, j)), body, names)
    assert not found.differs and found.worst < 1e-5, found.sentence


@pytest.mark.parametrize(("by", "differs"), [(0.0005, False), (0.005, True)])
def test_a_link_that_is_longer_than_two_millimetres_allow_refuses(by, differs):
    assert against(changed("elbow_joint", "xyz", by), ur5e(), SAME).differs is differs


def test_a_zero_that_is_elsewhere_refuses_and_is_named_in_millimetres():
    found = against(changed("wrist_2_joint", "rpy", 0.1, 2), ur5e(), SAME)
    assert found.differs and "mm" in found.sentence and "heedful import robot" in found.sentence


def test_a_joint_that_turns_the_other_way_refuses():
    assert against(
        urdf(ur5e()).replace('<axis xyz="0 1 0"', '<axis xyz="0 -1 0"', 1).replace('xyz="0 0 1"', 'xyz="0 0 -1"', 1), ur5e(), SAME
    ).differs


def test_a_limit_that_is_narrower_at_the_robot_is_told():
    assert limits_told(urdf(ur5e()), ur5e(), SAME).endswith("none narrower than ours")
    root = ET.fromstring(urdf(ur5e()))
    next(j for j in root.iter("joint") if j.get("name") == "elbow_joint").find("limit").set("upper", "1.0")
    assert "narrower than ours: elbow_joint" in limits_told(ET.tostring(root, encoding="unicode"), ur5e(), SAME)
    assert limits_told("no xml", ur5e(), SAME) == limits_told("<robot name='x'/>", ur5e(), SAME) == ""


def test_where_its_base_stands_is_no_matter():
    root = ET.fromstring(urdf(ur5e()))
    first = next(j for j in root.iter("joint") if j.find("parent").get("link") == "base_link").find("origin")
    first.set("xyz", "1 2 3")
    first.set("rpy", "0 0 1.2")
    assert not against(ET.tostring(root, encoding="unicode"), ur5e(), SAME).differs


def test_meshes_that_are_on_another_machine_do_not_matter_and_nonsense_is_said():
    shaped = urdf(ur5e()).replace(
        '<link name="base_link" />',
        '<link name="base_link"><visual><geometry><mesh filename="package://x/y.dae"/></geometry></visual></link>',
    )
    assert "package://" in shaped and not against(shaped, ur5e(), SAME).differs
    assert against("no xml", ur5e(), SAME).differs
    assert "no joint named" in against(urdf(panda()), ur5e(), SAME).sentence
    assert np.isfinite(against(urdf(ur5e()), ur5e(), SAME).worst)


def test_a_calibrated_arms_own_kinematics_are_taken_and_agree_then_everywhere():
    calibrated = ET.fromstring(urdf(ur5e()))
    rng = np.random.default_rng(5)
    for joint in calibrated.iter("joint"):
        if joint.get("name") in JOINTS:
            origin = joint.find("origin")
            for what, by in (("xyz", 0.0015), ("rpy", 0.003)):
                values = np.array([float(v) for v in origin.get(what).split()]) + rng.uniform(-by, by, 3)
                origin.set(what, " ".join(map(str, values)))
    told = ET.tostring(calibrated, encoding="unicode")
    before = against(told, ur5e(), SAME)
    assert before.differs and before.worst < CALIBRATED
    own = adopted(told, ur5e(), SAME)
    assert against(told, own, SAME).worst < 1e-4
    assert RobotBody(own).fk("arm", own.parts["arm"].home).distance(RobotBody(ur5e()).fk("arm", own.parts["arm"].home))[0] < 0.03


def test_taking_ones_own_kinematics_changes_nothing():
    own = adopted(urdf(ur5e()), ur5e(), SAME)
    home = own.parts["arm"].home
    assert RobotBody(own).fk("arm", home).distance(RobotBody(ur5e()).fk("arm", home))[0] < 1e-6
