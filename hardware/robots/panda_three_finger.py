"""A Panda with a three-finger hand: a thumb against two fingers, each on one hinge, all turned by one motor.

Sources. The arm: see `panda`. The hand is a simple one of the size of the Robotiq 3-Finger Adaptive Gripper, whose instruction manual gives
15 to 60 N at the fingertips, 2.3 kg and 22 to 110 mm/s; its many-jointed fingers are replaced by stiff ones, as made by the maker as
fingertips for parallel grips. Fingers are 85 mm from hinge to tip; the two stand 26 mm apart. The motor's torque is what 60 N takes.
"""

from __future__ import annotations

import functools
from dataclasses import replace

import numpy as np

from heedful.hardware.description import RobotDescription
from heedful.hardware.robots import panda
from heedful.hardware.robots.hands import panda_with
from heedful.types import PartSpec

LENGTH = 0.085
"""From a finger's hinge to the middle of its pad [m]."""
FOOT = 0.026
"""From the hand's middle to a finger's hinge [m]."""
KNUCKLE = 0.080
"""From the flange to the hinges [m]."""
APART = 0.013
"""From the hand's middle plane to each of the two fingers [m]."""
STROKE = 0.10
"""The widest opening [m]."""
FORCE, SPEED = 60.0, 0.11
STIFFNESS = 30.0
"""Of a finger's servo [Nm/rad]."""
MIDDLE = 0.045
"""The width at which the pads stand parallel [m]."""


def angle(width: float) -> float:
    """How far a finger is turned outwards when its pad stands half of this width from the middle [rad]."""
    return float(np.arcsin((width / 2 - FOOT) / LENGTH))


TOOL = KNUCKLE + LENGTH * float(np.cos(angle(MIDDLE)))
"""From the flange to the middle between the pads [m], at the width where they stand parallel."""


def panda_three_finger() -> RobotDescription:
    """A Panda with a three-finger hand."""
    one = panda.panda()
    wide = np.array([STROKE])
    gripper = PartSpec("gripper", ("width",), np.zeros(1), wide, np.array([SPEED]), wide.copy(), force=FORCE)
    table = [[w, angle(w), angle(w)] for w in np.linspace(0.0, STROKE, 11).tolist()]
    return replace(
        one, name="panda_three_finger", mjcf=_mjcf(), parts={"arm": one.parts["arm"], "gripper": gripper},
        actuators={"arm": one.actuators["arm"], "gripper": ("thumb_actuator", "finger_actuator")},
        fingers={"gripper": ("thumb", "left_finger", "right_finger")}, finger_travel={"gripper": table}, finger_stiffness=STIFFNESS,
        sources=f"{one.sources}; Robotiq 3-Finger Adaptive Robot Gripper instruction manual (force, speed, mass)",
    )  # fmt: skip


def _finger(name: str, x: float, side: int) -> str:
    """A finger whose pad faces the middle: a bar from its hinge, and a pad of nine spheres that stands upright at the middle width."""
    lean = side * angle(MIDDLE)
    turn = "0 0 0 1" if side < 0 else "1 0 0 0"
    c, s = np.cos(abs(lean)), np.sin(lean) * side
    pads: list[str] = []
    for i in (-0.006, 0.0, 0.006):
        for j in (-0.007, 0.0, 0.007):
            # the pad's frame is turned back by the lean, so that it is upright when the finger leans
            y, z = 0.003 * c + j * -s, LENGTH + j * c + 0.003 * s
            pads.append(f'<geom class="hand_pad" name="{name}_pad{len(pads)}" pos="{i} {y:.5f} {z:.5f}"/>')
    return f"""
      <body name="{name}" pos="{x} {side * FOOT} {KNUCKLE}" quat="{turn}" gravcomp="1">
        <inertial mass="0.10" pos="0 0.006 0.045" diaginertia="8e-5 8e-5 1e-5"/>
        <joint name="{name}_joint" class="knuckle"/>
        <geom class="hand_seen" type="box" size="0.0085 0.007 0.034" pos="0 0.011 0.036" material="hand_grey"/>
        <geom class="hand_seen" type="box" size="0.0085 0.003 0.013" pos="0 0.0035 {LENGTH}" material="hand_rubber"/>
        <geom class="hand_seen" type="cylinder" size="0.011 0.0095" pos="0 0.008 0" quat="1 0 1 0" material="hand_dark"/>
        <geom class="hand_solid" name="{name}_shaft" type="box" size="0.0085 0.006 0.034" pos="0 0.012 0.036"/>
        <geom class="hand_solid" name="{name}_tip" type="box" size="0.0085 0.004 0.012" pos="0 0.0065 {LENGTH}"/>
        {"".join(pads)}
      </body>"""


@functools.cache
def _mjcf() -> str:
    torque = FORCE * LENGTH
    servo = f'kp="{STIFFNESS}" kv="1.5" forcerange="-{torque:.3f} {torque:.3f}" ctrlrange="-1.2 1.2"'
    hand = f"""
<mujoco model="three_finger">
  <compiler angle="radian" autolimits="true"/>
  <option timestep="0.002" integrator="implicitfast" cone="elliptic" impratio="20"/>
  <default>
    <default class="hand">
      <geom friction="0.6 0.005 0.0001"/>
      <site group="4" size="0.004"/>
      <default class="hand_seen"><geom group="0" contype="0" conaffinity="0" mass="0"/></default>
      <default class="hand_solid"><geom group="3" mass="0" rgba="0.9 0.5 0.2 0.4"/></default>
      <!-- See panda.xml: rubber as spheres, whose contact points stay where they are. -->
      <default class="hand_pad">
        <geom type="sphere" size="0.003" mass="0" group="3" friction="1.8 0.03 0.0001" condim="4" priority="1" solref="0.004 1"
          solimp="0.95 0.95 0.001"/>
      </default>
      <default class="knuckle"><joint type="hinge" axis="-1 0 0" range="-0.6 0.6" armature="0.003" damping="0.05"/></default>
    </default>
  </default>
  <asset>
    <material name="hand_grey" rgba="0.62 0.64 0.67 1"/>
    <material name="hand_dark" rgba="0.16 0.17 0.19 1"/>
    <material name="hand_rubber" rgba="0.30 0.31 0.33 1"/>
  </asset>
  <worldbody>
    <body name="hand" childclass="hand" gravcomp="1">
      <inertial mass="2.0" pos="0 0 0.045" diaginertia="0.004 0.004 0.003"/>
      <geom class="hand_seen" type="cylinder" size="0.040 0.008" pos="0 0 0.008" material="hand_grey"/>
      <geom class="hand_seen" type="box" size="0.038 0.045 0.030" pos="0 0 0.044" material="hand_dark"/>
      <geom class="hand_solid" name="hand_palm" type="box" size="0.038 0.045 0.036" pos="0 0 0.037"/>
      <site name="tool" pos="0 0 {TOOL:.6f}"/>
      {_finger("thumb", 0.0, -1)}{_finger("left_finger", -APART, 1)}{_finger("right_finger", APART, 1)}
    </body>
  </worldbody>
  <contact>
    <exclude body1="left_finger" body2="right_finger"/><exclude body1="thumb" body2="left_finger"/>
    <exclude body1="thumb" body2="right_finger"/>
  </contact>
  <equality>
    <!-- One motor turns all three. -->
    <joint joint1="thumb_joint" joint2="left_finger_joint" solref="0.005 1" solimp="0.95 0.99 0.001"/>
    <joint joint1="right_finger_joint" joint2="left_finger_joint" solref="0.005 1" solimp="0.95 0.99 0.001"/>
  </equality>
  <actuator>
    <position name="thumb_actuator" joint="thumb_joint" {servo}/>
    <position name="finger_actuator" joint="left_finger_joint" {servo}/>
  </actuator>
</mujoco>"""
    return panda_with("panda_three_finger", hand)
