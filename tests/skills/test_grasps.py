"""Laws of where fingers can close, and of where things can be put: from geometry alone."""

import numpy as np
import pytest

from heedful.geometry import Pose
from heedful.skills.candidates import candidates
from heedful.skills.spots import inside, upon
from heedful.types import Cavity, Scene, Thing

WIDEST = 0.08


def bowl(radius: float = 0.055, height: float = 0.05, yaw: float = 0.0) -> Thing:
    cavity = Cavity(np.array([0.0, 0.0, 0.003]), np.array([2 * radius - 0.01, 2 * radius - 0.01, height - 0.006]))
    return Thing("bowl_1", "bowl", Pose.at(0.5, 0.1, height / 2, yaw), np.array([2 * radius, 2 * radius, height]), "bowl", cavity=cavity)


def test_a_bowl_wider_than_the_hand_is_gripped_by_its_rim():
    grasps = list(candidates(bowl(), WIDEST))
    assert len(grasps) >= 16
    for pose, width, _ in grasps:
        assert np.linalg.norm(pose.pos[:2] - [0.5, 0.1]) == pytest.approx(0.0525, abs=1e-3)
        assert abs(pose.matrix[:, 1] @ (pose.pos - bowl().pose.pos)) > 0.05  # the fingers close along the radius
        assert width < 0.02 and pose.pos[2] < bowl().top


def test_a_dish_too_shallow_for_a_finger_has_no_rim_to_grip():
    assert not list(candidates(bowl(radius=0.07, height=0.02), WIDEST))


def test_a_box_is_gripped_in_its_middle_rather_than_at_its_ends():
    box = Thing("box_1", "box", Pose.at(0.5, 0.0, 0.01), np.array([0.09, 0.04, 0.02]))
    costs = {round(float(pose.pos[0]), 3): worse for pose, _, worse in candidates(box, WIDEST)}
    assert min(costs, key=lambda x: costs[x]) == 0.5 and len(costs) > 2
    assert all(abs(x - 0.5) < 0.045 - 0.003 for x in costs)


def test_fingers_stay_above_what_a_thin_thing_lies_on():
    for height in (0.012, 0.017, 0.03):
        thing = Thing("box_1", "box", Pose.at(0.5, 0.0, height / 2), np.array([0.06, 0.04, height]))
        assert all(pose.pos[2] >= min(0.012, 0.7 * height) - 1e-9 for pose, _, _ in candidates(thing, WIDEST))


def test_a_thing_is_put_low_into_a_basket_first_and_let_fall_from_its_rim_at_last():
    cavity = Cavity(np.array([0.0, 0.0, 0.005]), np.array([0.13, 0.13, 0.12]))
    basket = Thing("basket_1", "basket", Pose.at(0.5, 0.2, 0.065), np.array([0.16, 0.16, 0.13]), cavity=cavity)
    can = Thing("can_1", "can", Pose.at(0.4, -0.2, 0.04), np.array([0.06, 0.06, 0.08]), "cylinder")
    spots = inside(can, basket, Scene(0.0, {"basket_1": basket, "can_1": can}))
    floor = 0.065 + 0.005 - 0.06
    assert spots[0][2] - 0.04 - floor == pytest.approx(0.012)
    assert max(p[2] for p in spots) - 0.04 > basket.top


def test_only_what_stands_up_beside_a_plate_keeps_a_bowl_off_it():
    plate = Thing("plate_1", "plate", Pose.at(0.5, 0.0, 0.01), np.array([0.14, 0.14, 0.02]), "cylinder")
    low = Thing("flat_1", "box", Pose.at(0.6, 0.0, 0.012), np.array([0.05, 0.05, 0.024]))
    tall = Thing("tall_1", "box", Pose.at(0.6, 0.0, 0.06), np.array([0.05, 0.05, 0.12]))
    assert upon(bowl(), plate, Scene(0.0, {"plate_1": plate, "flat_1": low}), np.zeros(3))
    assert not upon(bowl(radius=0.08), plate, Scene(0.0, {"plate_1": plate, "tall_1": tall}), np.zeros(3))
