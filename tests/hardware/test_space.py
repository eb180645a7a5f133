"""What the envelope remembers from tick to tick changes nothing of what it lets through."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from heedful.geometry import Pose, span
from heedful.hardware.body import RobotBody
from heedful.hardware.fake import FakeRobot
from heedful.hardware.limits import Boxes
from heedful.hardware.robots.panda import panda
from heedful.hardware.safety import Envelope
from heedful.types import Volume

BODY = RobotBody(panda())
WALL = Volume("wall", Pose.at(0.6, 0.0, 0.3, yaw=0.3), np.array([0.05, 0.6, 0.6]))
coordinates = st.floats(-1.5, 1.5)
points = st.tuples(coordinates, coordinates, coordinates).map(np.array)


@given(st.lists(points, min_size=1, max_size=4), st.floats(-3, 3), points, st.floats(0.0, 0.1))
def test_a_point_breaches_a_keep_out_when_it_is_inside_and_a_workspace_when_it_is_outside(way, yaw, middle, margin):
    size = np.array([0.5, 0.8, 1.1])
    kept = [Volume("v", Pose.at(*middle, yaw=yaw), size, margin, kind=k) for k in ("keep_out", "workspace")]
    out, inside = Boxes(kept).breaches(np.array(way))
    if min(abs(float(out)), abs(float(inside))) > 1e-9:
        within = [kept[0].contains(p) for p in way]
        assert (out > 0) == any(within) and (inside > 0) == (not all(within))


steps = st.lists(st.tuples(st.sampled_from(["go", "stay", "down", "grip"]), st.integers(0, 2**31)), min_size=3, max_size=25)


@settings(max_examples=15, deadline=None)
@given(steps, st.sampled_from([frozenset(), frozenset({"table"}), frozenset({"wall"})]))
def test_an_envelope_that_remembers_lets_through_what_one_that_forgets_does(sequence, touches):
    robot = FakeRobot()
    one, other = Envelope(robot, BODY), Envelope(robot, BODY)
    spec, target, width = robot.parts["arm"], robot.observe().parts["arm"].q, 0.08
    for kind, seed in sequence:
        rng = np.random.default_rng(seed)
        if kind in ("go", "down"):
            way = rng.normal(0.0, 0.02, 7) if kind == "go" else np.array([0.0, 0.04, 0, -0.01, 0, 0.02, 0])
            target = np.clip(target + way, spec.lower, spec.upper)
        width = float(rng.uniform(0.0, 0.08)) if kind == "grip" else width
        seen = robot.observe()
        command = {"arm": target, "gripper": np.array([width, 10.0])}
        found = [e.filter(command, seen, touches, [WALL]) for e in (one, other)]
        space = other._space
        assert space is not None
        space._clear, space._places = {}, {}
        assert found[0].violations == found[1].violations and found[0].holds == found[1].holds
        assert all(np.array_equal(found[0].command[p], found[1].command[p]) for p in found[0].command)
        robot.send(found[0].command) if not found[0].holds else None
        target = found[0].command.get("arm", target)


@pytest.mark.parametrize("indices", [[3], [2, 3, 4], [4, 3], [1, 3]])
def test_a_span_takes_what_its_indices_do(indices: list[int]) -> None:
    array = np.arange(10.0)
    assert array[span(np.array(indices, dtype=np.intp))].tolist() == array[indices].tolist()
