"""Laws of where a held thing may be put down: beside another, to one side of it, on a marked square, into a bin."""

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from heedful.geometry import Array, Pose
from heedful.predicates import evaluate
from heedful.program import parse
from heedful.skills.spots import beside, inside, marked, upon, upright_turns
from heedful.types import Cavity, Reach, Scene, Thing

TABLE = Thing("table", "table", Pose.at(0.58, 0.0, -0.02), np.array([0.76, 1.1, 0.04]), fixed=True)
SIDES = {"left_of": (0.0, 1.0), "right_of": (0.0, -1.0), "in_front_of": (-1.0, 0.0), "behind": (1.0, 0.0)}
REACH = {"arm": Reach(np.array([0.0, 0.0, 0.33]), 0.3, 0.85)}

places = st.tuples(st.floats(0.4, 0.6), st.floats(-0.25, 0.25), st.floats(-3.0, 3.0))
sizes = st.sampled_from([0.04, 0.05])


def block(id: str, x: float, y: float, yaw: float = 0.0, edge: float = 0.04) -> Thing:
    return Thing(id, "block", Pose.at(x, y, edge / 2, yaw), np.full(3, edge))


def can(x: float, y: float) -> Thing:
    return Thing("can_1", "can", Pose.at(x, y, 0.0425), np.array([0.06, 0.06, 0.085]), "cylinder")


def scene(*things: Thing) -> Scene:
    return Scene(0.0, {t.id: t for t in (TABLE, *things)}, held={"gripper": None}, reach=REACH)


def put_at(thing: Thing, spot: Array, turn: Array) -> Thing:
    """Where it stands once it has come down the last millimetres."""
    down = thing.moved(Pose(spot, turn))
    return down.moved(down.pose.shifted((0.0, 0.0, -down.bottom)))


@settings(max_examples=40, deadline=None)
@given(place=places, edge=sizes, yaw=st.floats(-3.0, 3.0), side=st.sampled_from(sorted(SIDES)), round=st.booleans())
def test_whatever_spot_and_turn_is_taken_beside_a_thing_it_stands_next_to_it_and_on_that_side(
    place: tuple[float, float, float], edge: float, yaw: float, side: str, round: bool
) -> None:
    other = can(*place[:2]) if round else block("other", *place)
    held = block("held", 0.3, 0.4, yaw, edge)
    spots = beside(held, other, scene(other), np.array(SIDES[side]))
    assert spots, "there is room on every side of a thing that stands alone"
    for spot in spots:
        for turn in upright_turns(held, other.pose.yaw):
            there = scene(other, put_at(held, spot, turn))
            assert evaluate(parse(f"{side}(held, {other.id}) & next_to(held, {other.id})"), there) is True


def test_straight_to_the_side_comes_first_and_a_taken_side_offers_nothing():
    other, held = can(0.5, 0.0), block("held", 0.3, 0.4)
    first = beside(held, other, scene(other), np.array(SIDES["left_of"]))[0]
    assert first[0] == pytest.approx(0.5) and first[1] > 0.05
    wall = Thing("wall", "box", Pose.at(0.5, 0.09, 0.05), np.array([0.3, 0.05, 0.1]))
    assert not beside(held, other, scene(other, wall), np.array(SIDES["left_of"]))
    assert beside(held, other, scene(other, wall), np.array(SIDES["right_of"]))


def test_nothing_is_put_over_the_edge_of_the_table():
    other, held = can(0.5, 0.52), block("held", 0.3, 0.4)
    assert not beside(held, other, scene(other), np.array(SIDES["left_of"]))


@settings(max_examples=20, deadline=None)
@given(place=places, taken=st.booleans())
def test_what_is_set_down_on_a_square_is_at_it_and_clear_of_what_stands_there(place: tuple[float, float, float], taken: bool) -> None:
    paint = frozenset({"painted"})
    square = Thing("square_1", "square", Pose.at(place[0], place[1], 0.0005, place[2]), np.array([0.14, 0.14, 0.001]), attributes=paint)
    there = [square, *([block("first", *place)] if taken else [])]
    held = can(0.3, 0.4)
    spots = marked(held, square, scene(*there))
    assert spots or taken
    for spot in spots:
        stands = put_at(held, spot, np.array([1.0, 0.0, 0.0, 0.0]))
        assert evaluate(parse("at(can_1, square_1)"), scene(*there, stands)) is True
        assert not taken or float(np.linalg.norm((spot - there[1].pose.pos)[:2])) > 0.05


def test_paint_is_no_obstacle_but_no_place_for_what_is_put_anywhere():
    square = Thing("square_1", "square", Pose.at(0.5, 0.0, 0.0005), np.array([0.14, 0.14, 0.001]), attributes=frozenset({"painted"}))
    held, other = block("held", 0.5, 0.0), can(0.5, 0.14)
    assert evaluate(parse("support(square_1)"), scene(square)) is False
    first = upon(held, TABLE, scene(square), np.array([0.5, 0.0, 0.0]))[0]
    assert float(np.abs(first - square.pose.pos)[:2].max()) > 0.07
    assert beside(held, other, scene(square, other), np.array(SIDES["right_of"]))


def test_a_third_thing_is_put_into_a_bin_away_from_the_two_that_lie_there():
    cavity = Cavity(np.array([0.0, 0.0, 0.003]), np.array([0.158, 0.158, 0.104]))
    bin = Thing("bin_1", "bin", Pose.at(0.5, 0.2, 0.055, 0.7), np.array([0.17, 0.17, 0.11]), cavity=cavity)
    lying = [block("a", 0.5, 0.2), can(*bin.pose.apply([0.049, 0.049, 0.0])[:2])]
    ball = Thing("apple_1", "apple", Pose.at(0.3, -0.2, 0.03), np.full(3, 0.06), "ball")
    spots = inside(ball, bin, scene(bin, *lying))
    assert spots
    assert min(float(np.linalg.norm((spots[0] - t.pose.pos)[:2])) for t in lying) >= 0.05
    assert all(np.all(np.abs(bin.pose.inverse().apply(p)[:2]) <= 0.08 - 0.03) for p in spots)


def test_a_ball_lies_as_deep_however_it_has_rolled():
    rng = np.random.default_rng(0)
    for quat in rng.normal(size=(50, 4)):
        ball = Thing("apple_1", "apple", Pose(np.array([0.5, 0.0, 0.03]), quat / np.linalg.norm(quat)), np.full(3, 0.06), "ball")
        assert ball.bottom == pytest.approx(0.0) and ball.top == pytest.approx(0.06)
        assert any(np.allclose(t, ball.pose.quat) for t in upright_turns(ball, 0.0))  # it is not turned back before it is let go


def test_a_can_that_lies_reaches_as_low_as_its_side_whichever_way_it_rolled():
    for roll in np.linspace(0.0, np.pi, 9):
        lying = Pose.at(0.5, 0.0, 0.03) @ Pose(np.zeros(3), np.array([np.cos(np.pi / 4), np.sin(np.pi / 4), 0.0, 0.0]))
        rolled = lying @ Pose.at(0.0, 0.0, 0.0, roll)
        thing = Thing("can_1", "can", rolled, np.array([0.06, 0.06, 0.085]), "cylinder")
        assert thing.bottom == pytest.approx(0.0, abs=1e-9)
