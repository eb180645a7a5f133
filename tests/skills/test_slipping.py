"""Laws of slipping a ring over a post."""

from dataclasses import replace

import numpy as np
import pytest

from heedful.geometry import Pose
from heedful.hardware.collision import shapes
from heedful.predicates import evaluate
from heedful.program import parse
from heedful.skills.scripted.slipping import _ways
from heedful.types import Cavity, Scene, Thing

HOLE = 0.045
RING = Thing(
    "ring", "ring", Pose.at(0.3, 0.2, 0.01, 0.7), np.array([0.09, 0.09, 0.02]), cavity=Cavity(np.zeros(3), np.array([HOLE, HOLE, 0.02]))
)
PEG = Thing("peg", "peg", Pose.at(0.5, 0.0, 0.03, 0.2), np.array([0.03, 0.03, 0.2]), fixed=True)


def says(formula: str, *things: Thing) -> object:
    return evaluate(parse(formula), Scene(0.0, {t.id: t for t in things}, {"gripper": None}))


@pytest.mark.parametrize("shift", [0.0, 0.01])
def test_a_ring_comes_over_a_post_with_its_hole_along_the_posts_sides(shift):
    ring = replace(RING, cavity=Cavity(np.array([shift, 0.0, 0.0]), RING.cavity.size))
    ways = list(_ways(ring, PEG, 0.0))
    assert ways
    for way in ways:
        corners = [PEG.pose.apply([0.015 * x, 0.015 * y, 0.0]) for x in (-1, 1) for y in (-1, 1)]
        local = [way.inverse().apply(c) - ring.cavity.centre for c in corners]
        assert all(abs(p[0]) < HOLE / 2 and abs(p[1]) < HOLE / 2 for p in local)
        assert says("around(ring, peg)", replace(ring, pose=way), PEG) is True


def test_the_way_that_turns_a_ring_least_comes_first():
    yaws = [way.yaw for way in _ways(RING, PEG, 0.0)]
    turned = [abs(float(np.angle(np.exp(1j * (yaw - RING.pose.yaw))))) for yaw in yaws]
    assert turned == sorted(turned) and turned[0] <= np.pi / 4


def test_beside_a_post_on_top_of_it_or_in_a_hand_a_ring_is_not_around_it():
    over = replace(RING, pose=Pose.at(0.5, 0.0, 0.02))
    assert says("around(ring, peg)", over, PEG) is True
    assert says("around(ring, peg)", RING, PEG) is False
    assert says("around(ring, peg)", replace(over, pose=Pose.at(0.5, 0.0, 0.15)), PEG) is False
    held = Scene(0.0, {t.id: t for t in (over, PEG)}, {"gripper": "ring"})
    assert evaluate(parse("around(ring, peg)"), held) is False


def test_a_bowl_is_no_ring_and_a_bin_no_post():
    bowl = replace(RING, id="bowl", cavity=Cavity(np.zeros(3), np.array([HOLE, HOLE, 0.015])))
    tray = replace(PEG, id="tray", size=np.array([0.3, 0.3, 0.1]))
    assert says("ring(ring)", RING) is True and says("ring(bowl)", bowl) is False
    assert says("post(peg)", PEG) is True and says("post(tray)", tray) is False


def test_a_ring_whose_bar_lies_level_is_solid_to_whatever_comes_near() -> None:
    nut = replace(RING, handle=RING.pose @ Pose(np.array([0.0, 0.06, 0.0]), np.array([1.0, 0.0, 0.0, 0.0])))
    assert all(np.all(half[: 3 if kind == "box" else 2] > 0) for kind, half, _ in shapes(nut))
