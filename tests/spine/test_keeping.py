"""What people ask to be kept on the way slows the robot, bars its tool's way, and is watched."""

import json
from dataclasses import replace

import numpy as np
import pytest

from heedful.geometry import Pose, quat_from_axis_angle
from heedful.keeping import Keeping
from heedful.program import Achieve, Constraint, parse, to_json
from heedful.session import Session
from heedful.types import Observation, PartState, Scene, Thing

MUG = Thing("mug", "mug", Pose(np.array([0.5, 0.0, 0.04]), np.array([1.0, 0, 0, 0])), np.array([0.08, 0.08, 0.08]))


def seen(time: float, mug: Thing = MUG, tool: tuple[float, float, float] = (0.3, 0.3, 0.3)) -> Observation:
    arm = PartState(np.zeros(7), np.zeros(7), Pose(np.array(tool), np.array([1.0, 0, 0, 0])))
    return Observation(time, {"arm": arm}, Scene(time, {"mug": mug}))


def leaning(degrees: float) -> Thing:
    return replace(MUG, pose=Pose(MUG.pose.pos, quat_from_axis_angle((1, 0, 0), np.deg2rad(degrees))))


def shifted(metres: float) -> Thing:
    return replace(MUG, pose=Pose(MUG.pose.pos + np.array([metres, 0, 0]), MUG.pose.quat))


@pytest.mark.parametrize(
    ("kind", "fine", "wrong"),
    [
        ("upright", seen(1, leaning(20)), seen(2, leaning(40))),
        ("no_touch", seen(1, shifted(0.002)), seen(2, shifted(0.01))),
        ("keep_out", seen(1, tool=(0.5, 0.15, 0.3)), seen(2, tool=(0.5, 0.02, 0.3))),
    ],
)
def test_what_is_broken_is_said_once_and_what_holds_is_not(kind, fine, wrong):
    keeping = Keeping((Constraint(kind, "mug"),))
    keeping.watch(seen(0))
    keeping.watch(fine)
    assert not keeping.broken
    keeping.watch(wrong)
    keeping.watch(replace(wrong, scene=replace(wrong.scene, time=9.0)))
    assert len(keeping.broken) == 1 and "mug" in next(iter(keeping.broken.values()))


def test_words_only_ever_slow_it_down():
    assert Keeping((Constraint("fast"),)).pace == 1.0
    assert Keeping((Constraint("fast"), Constraint("gentle"))).pace < 1.0
    assert Keeping((Constraint("slow"), Constraint("gentle"))).pace == Keeping((Constraint("slow"),)).pace


def nearest(session: Session, program: Achieve, thing: str) -> tuple[float, float]:
    """How near the tool came to a thing, in the plane [m], and how long it took [s]."""
    path: list[np.ndarray] = []
    apply = session.robot.apply

    def record(action, observation, **rest):
        path.append(observation.parts["arm"].pose.pos[:2])
        return apply(action, observation, **rest)

    session.robot.apply = record
    episode = session.run(json.dumps(to_json(program)))
    assert episode.ok, episode.reason
    at = session.world.scene().objects[thing].pose.pos[:2]
    return float(min(np.linalg.norm(p - at) for p in path)), episode.log[-1].ended - episode.log[0].started


def test_the_hand_goes_round_what_it_is_told_to_stay_away_from_and_slowly_if_told_so():
    goal = parse("in(lemon_1, blue_bowl_1)")

    def run(*under: Constraint) -> tuple[float, float]:
        with Session(robot="panda", world="kitchen", mode="fast", out=None, seed=5001, planner="formal") as session:
            return nearest(session, Achieve(goal, under=under), "button_1")

    straight, usual = run()
    around, slowly = run(Constraint("keep_out", "button_1"), Constraint("slow"))
    assert straight < 0.095 < around
    assert slowly > 1.5 * usual
