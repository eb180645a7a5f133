"""Words to a plan of one step: a reward to follow, about things by the names that people give them."""

from __future__ import annotations

import json

import numpy as np
import pytest

from heedful.agents.planner.rewarded import Rewarded, Wish, called
from heedful.edits import edited
from heedful.edits.setting import Setting
from heedful.episode import Episode, Step, Verdict
from heedful.geometry import Pose
from heedful.program import Do
from heedful.skills import Library
from heedful.skills.rewards import pursuing
from heedful.skills.rewards.keeping import Kept, reward_skill
from heedful.skills.rewards.spelling import read
from heedful.types import Correction, Observation, Outcome, Scene, SkillCall, Thing

TABLE = Thing("table", "table", Pose.at(0, 0, 0), np.ones(3), fixed=True)


def block(id: str, color: str) -> Thing:
    return Thing(id, "block", Pose.at(0.4, 0, 0.02), np.full(3, 0.04), color=color)


DRAWER = Thing("drawer", "drawer", Pose.at(0.6, 0, 0.1), np.ones(3), fixed=True, handle=Pose.at(0.5, 0, 0.1))
SCENE = Scene(0.0, {t.id: t for t in (TABLE, block("block_7", "red"), block("block_8", "blue"), DRAWER)}, joints={"drawer": 0.0})
DOG = Scene(0.0, {"trunk": Thing("trunk", "dog", Pose.at(0, 0, 0.3), np.ones(3))})


@pytest.fixture
def planner() -> Rewarded:
    library = Library()
    library.add(pursuing)
    return Rewarded(library)


def test_words_become_a_reward_about_ids(planner: Rewarded) -> None:
    found = planner.understand("lift the red block", SCENE)
    assert isinstance(found.program, Do) and found.program.skill == "pursue"
    stages = read(str.__str__(dict(found.program.args)["reward"]))
    assert stages[0]["object_height"].args["object"] == "block_7"


def test_a_robot_on_legs_is_known_by_the_scene(planner: Rewarded) -> None:
    assert called(DOG)[0].body == "legged" and called(SCENE)[0].body == "arm"
    assert planner.understand("lift your front left paw", DOG).program is not None
    assert planner.understand("lift your front left paw", SCENE).program is None


def test_what_is_not_understood_is_said_and_nothing_moves(planner: Rewarded) -> None:
    found = planner.understand("flurb the grommet", DOG)
    assert found.program is None and found.verdict in (Verdict.NOT_UNDERSTOOD, Verdict.NEEDS_CLARIFICATION) and found.sentence


def test_it_is_followed_once_and_then_done_or_given_up(planner: Rewarded) -> None:
    obs = Observation(0.0, {}, DOG)
    episode = Episode("sit down", program=planner.understand("sit down", DOG).program)
    plan = planner.plan(episode, obs)
    call = plan.calls[0]
    assert plan.goes_on and isinstance(call, SkillCall) and call.skill == "pursue"
    episode.log.append(Step(call, Outcome.succeeded(), 0.0, 1.0, (0, 50)))
    assert planner.plan(episode, obs).kind == "done"
    episode.log[-1] = Step(call, Outcome.failed("aim_missed", "too high"), 0.0, 1.0, (0, 50))
    assert planner.plan(episode, obs).kind == "refuse"


def test_a_wish_is_told_in_short_and_kept_in_full(planner: Rewarded) -> None:
    found = planner.understand("lift your front left paw", DOG)
    assert isinstance(found.program, Do)
    wish = dict(found.program.args)["reward"]
    assert isinstance(wish, Wish) and str(SkillCall("pursue", (("reward", wish),))) == "pursue(foot_lift of front_left)"
    assert json.loads(json.loads(json.dumps(wish)))["stages"]


def test_a_kept_reward_is_asked_for_by_its_name(planner: Rewarded) -> None:
    stages = read('{"terms": [{"term": "foot_lift", "params": {"foot": "front_left"}}]}')
    planner.library.add(reward_skill(Kept("paw_up", "lift a paw", stages)))
    for words in ("do paw up", "Paw up!", "now do the paw up trick", "please do paw_up again"):
        assert planner.understand(words, DOG).program == Do("paw_up"), words
    for words in ("lift your front left paw", "do pursue", "do a moonwalk"):
        assert planner.understand(words, DOG).program != Do("paw_up"), words


def test_a_reward_that_is_edited_once_it_was_followed_is_followed_anew(planner: Rewarded) -> None:
    obs = Observation(0.0, {}, DOG)
    episode = Episode("lift your front left paw", program=planner.understand("lift your front left paw", DOG).program)
    first = planner.plan(episode, obs).calls[0]
    episode.log.append(Step(first, Outcome.succeeded(), 0.0, 1.0, (0, 50)))
    assert planner.plan(episode, obs).kind == "done"
    stages = read(str.__str__(first.kwargs["reward"]))  # type: ignore[union-attr]
    higher = stages[0].put(stages[0][("foot_lift", "front_left")].with_(height=0.2))
    for followed in (higher, stages[0]):  # also where that is what was asked for at first
        said = Correction("higher", "reward", {"followed": (followed,), "changes": ("higher",)})
        edited(said, episode, Setting(DOG, Library(), by_steps=False))
        plan = planner.plan(episode, obs)
        assert plan.kind == "go" and read(str.__str__(plan.calls[0].kwargs["reward"])) == (followed,)  # type: ignore[union-attr]
        episode.log.append(Step(plan.calls[0], Outcome.succeeded(), 1.0, 2.0, (50, 100)))
        assert planner.plan(episode, obs).kind == "done"
