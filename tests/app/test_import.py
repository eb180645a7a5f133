"""Robots that are not in the repository, written here, imported by the command, and carrying out a task."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import yaml

from heedful import config
from heedful.app.cli import main
from heedful.hardware.importing import import_robot

URDF = """<robot name="urdf_arm">
  {links}
  {joints}
</robot>"""


TETRAHEDRON = "v -.07 -.07 0\nv .07 -.07 0\nv 0 .08 0\nv 0 0 .09\nf 1 3 2\nf 1 2 4\nf 2 3 4\nf 3 1 4\n"


def link(name: str, size: tuple[float, float, float], at: tuple[float, float, float], mass: float, mesh: str = "") -> str:
    box = f'<box size="{size[0]} {size[1]} {size[2]}"/>'
    shown = f'<mesh filename="{mesh}" scale="1 1 1"/>' if mesh else box
    x, y, z = at
    return (
        f'<link name="{name}"><inertial><origin xyz="{x} {y} {z}"/><mass value="{mass}"/>'
        f'<inertia ixx="{mass * 0.01}" iyy="{mass * 0.01}" izz="{mass * 0.01}" ixy="0" ixz="0" iyz="0"/></inertial>'
        f'<visual><origin xyz="{x} {y} {z}"/><geometry>{shown}</geometry></visual>'
        f'<collision><origin xyz="{x} {y} {z}"/><geometry>{box}</geometry></collision></link>'
    )


def joint(name: str, kind: str, parent: str, child: str, xyz: str, axis: str, low: float, high: float, mimic: str = "") -> str:
    return (
        f'<joint name="{name}" type="{kind}"><parent link="{parent}"/><child link="{child}"/><origin xyz="{xyz}"/><axis xyz="{axis}"/>'
        f'<limit lower="{low}" upper="{high}" effort="90" velocity="1.8"/>{mimic}</joint>'
    )


def urdf_arm(folder: Path) -> Path:
    """A six-joint arm with two fingers, as ROS packages have it: package://, a mesh, limits of effort and speed, and no actuators."""
    chain = (
        ("pan", "0 0 0.10", "0 0 1", (0.09, 0.09, 0.10), (0, 0, 0.05), 3.0, 3.0),
        ("lift", "0 0 0.15", "0 1 0", (0.08, 0.08, 0.34), (0, 0, 0.20), 2.5, 2.0),
        ("elbow", "0 0 0.42", "0 1 0", (0.07, 0.07, 0.14), (0, 0, 0.10), 1.5, 2.7),
        ("roll", "0 0 0.20", "0 0 1", (0.06, 0.06, 0.12), (0, 0, 0.09), 1.0, 3.0),
        ("wrist", "0 0 0.19", "0 1 0", (0.05, 0.05, 0.03), (0, 0, 0.02), 0.5, 2.2),
        ("turn", "0 0 0.08", "0 0 1", (0.05, 0.13, 0.03), (0, 0, 0.03), 0.4, 3.1),
    )
    links = [link("base_link", (0.14, 0.14, 0.09), (0, 0, 0.045), 4.0, "package://some_arm_description/meshes/foot.obj")]
    joints, parent = [], "base_link"
    for name, xyz, axis, size, at, mass, limit in chain:
        links.append(link(f"{name}_link", size, at, mass))
        joints.append(joint(f"{name}_joint", "revolute", parent, f"{name}_link", xyz, axis, -limit, limit))
        parent = f"{name}_link"
    for side, sign in (("left", 1), ("right", -1)):
        links.append(link(f"{side}_finger", (0.018, 0.012, 0.05), (0, 0.006 * sign, 0.025), 0.05))
        axis = f"0 {sign} 0"
        joints.append(joint(f"{side}_finger_joint", "prismatic", "turn_link", f"{side}_finger", "0 0 0.045", axis, 0.0, 0.04))
    package = folder / "some_arm_description"
    (package / "urdf").mkdir(parents=True)
    (package / "meshes").mkdir()
    (package / "meshes" / "foot.obj").write_text(TETRAHEDRON)
    file = package / "urdf" / "arm.urdf"
    file.write_text(URDF.format(links="".join(links), joints="".join(joints)))
    return file


CHAIN = (
    ("yaw", "0 0 1", "0 0 0.25", "0 0 0.02 0 0 0.10", 3.0),
    ("shoulder", "0 1 0", "0 0 0.10", "0 0 0.05 0 0 0.37", 1.9),
    ("elbow", "0 1 0", "0 0 0.42", "0 0 0.05 0 0 0.15", 2.6),
    ("roll", "0 0 1", "0 0 0.20", "0 0 0.02 0 0 0.14", 3.0),
    ("wrist", "0 1 0", "0 0 0.19", "0 0 0.01 0 0 0.04", 2.2),
    ("turn", "0 0 1", "0 0 0.08", "0 -0.04 0.025 0 0.04 0.025", 3.1),
)


def chain(prefix: str = "") -> str:
    """The arm's bodies as MJCF, its fingers inside the last: one opens upwards in its range, one downwards."""
    fingers = "".join(
        f'<body name="{prefix}{side}" pos="0 {0.006 * sign} 0.047"><joint name="{prefix}{side}_slide" type="slide" axis="0 1 0" '
        f'range="{low} {high}"/><geom type="box" size="0.009 0.006 0.024" pos="0 0 0.024" mass="0.05"/></body>'
        for side, sign, low, high in (("left_claw", 1, 0, 0.04), ("right_claw", -1, -0.04, 0))
    )
    body = fingers
    for name, axis, pos, fromto, limit in reversed(CHAIN):
        body = (
            f'<body name="{prefix}{name}_body" pos="{pos}"><joint name="{prefix}{name}" axis="{axis}" range="-{limit} {limit}"/>'
            f'<geom type="capsule" size="0.035" fromto="{fromto}" mass="0.8"/>{body}</body>'
        )
    return body


def mjcf_arm(folder: Path) -> Path:
    """An arm on a foot, with the floor and the light of a scene around it, without actuators."""
    file = folder / "bare_arm.xml"
    file.write_text(
        '<mujoco model="bare"><compiler angle="radian" autolimits="true"/><worldbody><light pos="0 0 3"/>'
        '<geom type="plane" size="2 2 0.1"/><body name="foot"><geom type="cylinder" size="0.07 0.11" pos="0 0 0.11" mass="3"/>'
        f"{chain()}</body></worldbody></mujoco>"
    )
    return file


def mobile_manipulator(folder: Path) -> Path:
    """The arm on a base that slides and turns, driven by nothing yet."""
    file = folder / "rover.xml"
    joints = '<joint name="x" type="slide" axis="1 0 0"/><joint name="y" type="slide" axis="0 1 0"/><joint name="th" axis="0 0 1"/>'
    file.write_text(
        f'<mujoco model="rover"><compiler angle="radian" autolimits="true"/><worldbody><body name="chassis" pos="0 0 0.33">{joints}'
        '<geom type="box" size="0.15 0.2 0.33" mass="40"/><body name="post" pos="0 0 0.36">'
        f'<geom type="cylinder" size="0.06 0.03" mass="1"/>{chain()}</body></body></worldbody></mujoco>'
    )
    return file


def menagerie_model(folder: Path) -> str:
    """A checkout of Menagerie with one arm in it, as its models are made: default classes, a folder of meshes, one actuator that drives
    both fingers by an equality, a keyframe, and beside it a scene about the robot. Gives its name in the package's registry."""
    home = folder / "menagerie" / "i2rt_yam"
    (home / "assets").mkdir(parents=True)
    (home / "assets" / "foot.obj").write_text(TETRAHEDRON)
    joints = "".join(f'<position name="{n}_motor" joint="{n}" kp="600" kv="40" forcerange="-90 90"/>' for n, *_ in CHAIN)
    (home / "yam.xml").write_text(
        '<mujoco model="small_yam"><compiler angle="radian" autolimits="true" meshdir="assets"/><default><default class="yam">'
        '<joint armature="0.05" damping="1"/><default class="shown"><geom type="mesh" contype="0" conaffinity="0" group="2"/></default>'
        '</default></default><asset><mesh file="foot.obj"/></asset><worldbody><body name="arm" childclass="yam">'
        '<geom class="shown" mesh="foot"/><geom type="cylinder" size="0.07 0.11" pos="0 0 0.11" mass="3" group="3"/>'
        f"{chain()}</body></worldbody><equality>"
        '<joint joint1="left_claw_slide" joint2="right_claw_slide" polycoef="0 -1 0 0 0"/></equality><actuator>'
        f'{joints}<position name="gripper" joint="left_claw_slide" kp="300" forcerange="-40 40" ctrlrange="0 0.04"/></actuator>'
        '<keyframe><key name="home" qpos="0 0.3 1.2 0 1.6 0 0.04 -0.04"/></keyframe></mujoco>'
    )
    (home / "scene.xml").write_text(
        '<mujoco model="scene"><include file="yam.xml"/><worldbody><light pos="0 0 3"/><geom name="floor" type="plane" size="0 0 .05"/>'
        "</worldbody></mujoco>"
    )
    return "i2rt_yam"


ROBOTS = {
    "a URDF arm": urdf_arm, "a Menagerie model": menagerie_model, "an MJCF arm without actuators": mjcf_arm,
    "a mobile manipulator": mobile_manipulator,
}  # fmt: skip


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    found: dict[str, object] = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    return found


@pytest.mark.parametrize("make", ROBOTS.values(), ids=list(ROBOTS))
def test_a_robot_brought_along_is_imported_and_carries_out_a_task(make, tmp_path, monkeypatch, capsys):  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MENAGERIE_ROOT", str(tmp_path / "menagerie"))
    file = make(tmp_path)
    assert main(["import", "robot", str(file), "--name", "mine", "--json"]) == 0
    imported = told(capsys)
    assert imported["holds"] and all(g["reason"] for g in imported["guesses"])  # type: ignore[attr-defined]
    words = ["run", "put the red block in the blue bowl", "robot=mine/mine.yaml", "film=none", "--seed", "1", "--json"]
    assert main(words) == 0, "the same skills drive it"
    assert told(capsys)["verdict"] == "succeeded"


def test_what_the_file_says_is_kept_and_what_it_does_not_is_said(tmp_path: Path) -> None:
    made = import_robot(str(urdf_arm(tmp_path)), tmp_path / "out")
    arm, gripper = made.description.parts["arm"], made.description.parts["gripper"]
    assert arm.joints == ("pan_joint", "lift_joint", "elbow_joint", "roll_joint", "wrist_joint", "turn_joint")
    np.testing.assert_allclose(arm.velocity, 1.8)
    np.testing.assert_allclose(arm.upper, [3.0, 2.0, 2.7, 3.0, 2.2, 3.1])
    assert gripper.upper[0] == pytest.approx(0.08, abs=1e-3)
    assert made.description.fingers["gripper"] == ("left_finger", "right_finger")
    assert {"home of arm", "reach of arm", "tool of arm", "actuators of arm"} <= {g.what for g in made.guesses}
    assert (made.file.parent / "meshes" / "foot.obj").is_file(), "the folder stands alone"


def test_the_tool_lies_between_the_fingers_with_z_out_and_y_across(tmp_path: Path) -> None:
    made = import_robot(str(mjcf_arm(tmp_path)), tmp_path)
    from heedful.hardware import MujocoRobot

    robot = MujocoRobot.alone(made.description)
    pose = robot.observe().parts["arm"].pose
    assert pose is not None
    left, right = (robot.data.body(n) for n in ("left_claw", "right_claw"))
    assert abs(float((left.xpos + right.xpos) @ pose.matrix[:, 1] / 2 - pose.pos @ pose.matrix[:, 1])) < 1e-3
    assert abs(float((left.xpos - right.xpos) @ pose.matrix[:, 1])) == pytest.approx(0.092, abs=1e-3)
    assert float((pose.pos - left.xpos) @ pose.matrix[:, 2]) == pytest.approx(0.036, abs=2e-3)


def test_the_description_is_for_people_to_read_and_change(tmp_path: Path) -> None:
    file = import_robot(str(mobile_manipulator(tmp_path)), tmp_path).file
    text = file.read_text()
    assert text.startswith("# rover, imported") and "#   base: x, y, th (two slides and a turn about z at the root)" in text
    fields = yaml.safe_load(text)
    fields["parts"]["arm"]["velocity"] = [1.0] * 6
    file.write_text(yaml.safe_dump(fields))
    assert config.load("robot", str(file)).parts["arm"].velocity.max() == 1.0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["robot", "nowhere.urdf"], "there is no file nowhere.urdf; import takes a .urdf, an MJCF .xml, or a Menagerie name"),
        (["robbot", "x.xml"], "no kind named 'robbot'. Did you mean 'robot'? Known: robot, object, scene"),
        (["robot"], "import robot needs a path or a Menagerie name"),
        (["robot", "arm.xacro"], "arm.xacro is neither URDF nor MJCF; expand it to URDF first"),
        (["robot", "broken.xml"], "MuJoCo cannot read broken.xml"),
        (["robot", "ball.xml"], "ball.xml has no chain of three joints or more that could be an arm"),
    ],
)
def test_what_cannot_be_imported_is_said_in_one_sentence(words, says, tmp_path, monkeypatch, capsys):  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "arm.xacro": "<robot/>",
        "broken.xml": "<mujoco><wrldbody/></mujoco>",
        "ball.xml": '<mujoco><worldbody><body><freejoint/><geom size="0.1"/></body></worldbody></mujoco>',
    }.items():
        (tmp_path / name).write_text(text)
    assert main(["import", *words]) == 2
    said = capsys.readouterr().err.strip()
    assert says in said and len(said.splitlines()) == 1


def test_a_menagerie_name_without_the_package_names_the_pip_command(tmp_path, monkeypatch, capsys):  # type: ignore[no-untyped-def]
    monkeypatch.setitem(__import__("sys").modules, "mujoco_menagerie", None)
    assert main(["import", "robot", "i2rt_yam"]) == 2
    assert 'pip install "heedful[menagerie]"' in capsys.readouterr().err
