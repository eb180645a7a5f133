"""A Panda with a vacuum cup.

Sources. The arm: see `panda`. The cup: a flat one of 26 mm with 24 mm of it under vacuum; its holding force is pressure difference times
area, as Schmalz defines it ("Holding force", at a vacuum of 60 %): 0.6 x 101.3 kPa x 4.5 cm² = 27.5 N, and the safety factor of 1.5 that
"Design of the Suction Cup" names is kept: 18 N. The cup rides on a spring of 800 N/m, as level compensators do; its lip gives by 1.5 mm.

The cup pulls by MuJoCo's adhesion, and only while its whole lip lies on one flat face: see `hardware.suction`. That is the one use of
adhesion in this project, the model of a vacuum and not a way to hold on to things; what this body does is reported apart from what fingers
do.
"""

from __future__ import annotations

import functools
from dataclasses import replace

import numpy as np

from heedful.hardware.description import RobotDescription
from heedful.hardware.robots import panda
from heedful.hardware.robots.hands import panda_with
from heedful.types import PartSpec

LIP = 0.012
"""Radius of the face that is under vacuum [m]."""
CUP = 0.026
"""Diameter of the cup over its lip [m]."""
VACUUM = 0.6 * 101_325.0
"""Pressure difference [Pa]."""
SAFETY = 1.5
FORCE = VACUUM * np.pi * LIP**2 / SAFETY
"""The largest pull [N]."""
TOOL = 0.120
"""From the flange to the lip [m]."""
LIPS = 8
"""Spheres that stand for the lip."""


def panda_suction() -> RobotDescription:
    """A Panda with a vacuum cup."""
    one = panda.panda()
    wide = np.array([CUP])
    gripper = PartSpec("gripper", ("vacuum",), np.zeros(1), wide, np.array([1.0]), wide.copy(), force=float(FORCE), cup=CUP)
    return replace(
        one, name="panda_suction", mjcf=_mjcf(), parts={"arm": one.parts["arm"], "gripper": gripper},
        actuators={"arm": one.actuators["arm"], "gripper": ("vacuum",)}, fingers={"gripper": ("cup",)},
        sources=f"{one.sources}; Schmalz: holding force, design of the suction cup",
    )  # fmt: skip


@functools.cache
def _mjcf() -> str:
    angles = np.arange(LIPS) * 2 * np.pi / LIPS
    lips = "".join(
        f'<geom class="lip" name="lip{i}" pos="{LIP * np.cos(a):.5f} {LIP * np.sin(a):.5f} {TOOL - 0.1 - 0.002:.5f}"/>'
        for i, a in enumerate(angles)
    )
    hand = f"""
<mujoco model="suction">
  <compiler angle="radian" autolimits="true"/>
  <option timestep="0.002" integrator="implicitfast" cone="elliptic" impratio="20"/>
  <default>
    <default class="hand">
      <geom friction="0.6 0.005 0.0001"/>
      <site group="4" size="0.004"/>
      <default class="hand_seen"><geom group="0" contype="0" conaffinity="0" mass="0"/></default>
      <default class="hand_solid"><geom group="3" mass="0" rgba="0.9 0.5 0.2 0.4"/></default>
      <!-- The lip gives: it is on a face from 1.5 mm above it, and pulls from there, but presses only where it touches. -->
      <default class="lip">
        <geom type="sphere" size="0.002" mass="0" group="3" friction="1 0.03 0.0001" condim="4" priority="1" margin="0.0015" gap="0.0015"
          solref="0.004 1" solimp="0.95 0.95 0.001"/>
      </default>
    </default>
  </default>
  <asset>
    <material name="hand_grey" rgba="0.62 0.64 0.67 1"/>
    <material name="hand_dark" rgba="0.16 0.17 0.19 1"/>
    <material name="hand_blue" rgba="0.15 0.35 0.70 1"/>
  </asset>
  <worldbody>
    <body name="hand" childclass="hand" gravcomp="1">
      <inertial mass="0.35" pos="0 0 0.04" diaginertia="0.0005 0.0005 0.0003"/>
      <geom class="hand_seen" type="cylinder" size="0.035 0.008" pos="0 0 0.008" material="hand_grey"/>
      <geom class="hand_seen" type="box" size="0.028 0.028 0.026" pos="0 0 0.042" material="hand_dark"/>
      <geom class="hand_seen" type="cylinder" size="0.009 0.018" pos="0 0 0.082" material="hand_grey"/>
      <geom class="hand_solid" name="hand_palm" type="box" size="0.035 0.035 0.034" pos="0 0 0.034"/>
      <geom class="hand_solid" name="hand_tube" type="cylinder" size="0.009 0.015" pos="0 0 0.082"/>
      <site name="tool" pos="0 0 {TOOL}"/>
      <body name="cup" pos="0 0 0.1" gravcomp="1">
        <inertial mass="0.02" pos="0 0 0.01" diaginertia="4e-6 4e-6 4e-6"/>
        <joint name="cup_spring" type="slide" axis="0 0 -1" range="0 0.008" stiffness="800" damping="8" armature="0.01"/>
        <geom class="hand_seen" type="cylinder" size="0.008 0.006" pos="0 0 0.004" material="hand_grey"/>
        <geom class="hand_seen" type="cylinder" size="0.011 0.004" pos="0 0 0.011" material="hand_blue"/>
        <geom class="hand_seen" type="cylinder" size="0.013 0.0025" pos="0 0 0.0172" material="hand_blue"/>
        {lips}
      </body>
    </body>
  </worldbody>
  <actuator><adhesion name="vacuum" body="cup" ctrlrange="0 1" gain="{FORCE:.4f}"/></actuator>
</mujoco>"""
    return panda_with("panda_suction", hand)
