"""Laws of timed paths: within limits at every tick, from the first point to the last, at whatever speed people ask for."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from heedful.geometry import Array
from heedful.hardware.trajectory import BLEND, Timed

VELOCITY = np.array([2.175, 2.175, 2.175, 2.175, 2.61, 2.61, 2.61])
ACCELERATION = np.array([15.0, 7.5, 10.0, 12.5, 15.0, 20.0, 20.0])

joints = st.lists(st.floats(-2.5, 2.5), min_size=7, max_size=7).map(np.array)
paths = st.lists(joints, min_size=1, max_size=6)
speeds = st.lists(st.floats(0.05, 1.0), min_size=1, max_size=8)


def run(timed: Timed, speeds: list[float]) -> Array:
    """Every target, beginning with three at rest; the speed changes every five ticks."""
    targets = [timed.points[0]] * 3
    while not timed.finished:
        targets.append(timed.advance(speeds[(len(targets) // 5) % len(speeds)]))
        assert len(targets) < 20_000
    return np.array([*targets, timed.goal, timed.goal])


@settings(max_examples=60, deadline=None)
@given(paths, speeds)
def test_a_timed_path_never_exceeds_velocity_or_acceleration(path: list[Array], speeds: list[float]) -> None:
    q = run(Timed(path, VELOCITY, ACCELERATION), speeds)
    velocity = np.diff(q, axis=0) / 0.02
    assert np.all(np.abs(velocity) <= VELOCITY * (1 + 1e-6))
    assert np.all(np.abs(np.diff(velocity, axis=0)) / 0.02 <= ACCELERATION * 1.02)  # limits are met at ticks, not between


@settings(max_examples=30, deadline=None)
@given(paths)
def test_it_starts_at_the_first_point_and_ends_at_the_last(path: list[Array]) -> None:
    timed = Timed(path, VELOCITY)
    assert np.allclose(timed.at(0.0), path[0], atol=2e-6)
    assert np.allclose(run(timed, [1.0])[-1], path[-1], atol=2e-6)
    assert timed.finished and timed.remaining == 0


@settings(max_examples=30, deadline=None)
@given(paths)
def test_corners_are_cut_by_no_more_than_the_blend(path: list[Array]) -> None:
    timed = Timed(path, VELOCITY)
    for time in np.linspace(0, timed.duration, 200):
        assert min(_away(timed.at(time), a, b) for a, b in zip(path, [*path[1:], path[-1]], strict=True)) <= 2 * BLEND + 0.003


def test_half_speed_takes_twice_as_long() -> None:
    path = [np.zeros(7), np.full(7, 1.5)]
    full, half = (len(run(Timed(path, VELOCITY, ACCELERATION), [s])) for s in (1.0, 0.5))
    assert half == pytest.approx(2 * full, rel=0.1)


def test_a_slower_word_changes_the_very_next_target() -> None:
    a, b = (Timed([np.zeros(7), np.full(7, 1.5)], VELOCITY, ACCELERATION) for _ in range(2))
    for _ in range(25):
        same = np.array_equal(a.advance(1.0), b.advance(1.0))
    assert same
    assert np.all(a.advance(0.3) < b.advance(1.0))


def test_speed_zero_stands_still_and_a_speed_that_is_no_number_too() -> None:
    timed = Timed([np.zeros(7), np.full(7, 1.5)], VELOCITY, ACCELERATION)
    for speed in [1.0] * 20 + [0.0] * 40:
        stopped = timed.advance(speed)
    assert np.array_equal(timed.advance(float("nan")), stopped)
    assert not timed.finished


def test_a_path_of_one_point_is_finished_at_once() -> None:
    timed = Timed([np.ones(7), np.ones(7)], VELOCITY)
    assert timed.finished and timed.duration == 0
    assert np.array_equal(timed.advance(), np.ones(7))


def test_a_step_of_a_hair_takes_a_moment_and_there_and_back_again_ends_where_it_began() -> None:
    assert Timed([np.zeros(7), np.full(7, 1e-4)], VELOCITY).duration < 0.1
    assert Timed([np.zeros(7), np.full(7, 1e-5), np.zeros(7)], VELOCITY).duration < 0.1


def test_many_points_on_one_line_cost_no_time() -> None:
    dense = [np.full(7, x) for x in np.linspace(0, 1, 200)]
    assert Timed(dense, VELOCITY).duration == pytest.approx(Timed([dense[0], dense[-1]], VELOCITY).duration, rel=1e-6)


def _away(q: Array, a: Array, b: Array) -> float:
    way = b - a
    share = np.clip((q - a) @ way / max(float(way @ way), 1e-18), 0, 1)
    return float(np.linalg.norm(q - a - share * way))
