"""Words said while a reward is followed edit it in the next tick, can be taken back, and never take the place of a halt."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from imagined_table import Imagined, executive, saying

from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.planner.rewarded import Rewarded
from heedful.agents.rewards.heeding import followed, heeded, settled
from heedful.agents.rewards.reading import understand
from heedful.edits.names import dialogue
from heedful.episode import Episode, Plan, Understanding, Verdict
from heedful.program import Do
from heedful.reading import read
from heedful.skills import skill
from heedful.skills.rewards import Names, Reward, RewardError
from heedful.skills.rewards.spelling import from_data, read as read_reward, written
from heedful.types import Action, Motion, Observation, Outcome, SkillCall

DOG = Names("legged", ("door", "ball"))
SEEN: list[Any] = []


def stages(words: str, names: Names = DOG) -> tuple[Reward, ...]:
    found = understand(words, names).stages
    assert found is not None
    return found


def following(words: str) -> Dialogue:
    return Dialogue("pursue", {}, ("door", "ball"), reward=stages(words), spoken_of=DOG)


@skill(plan_with=False)
def pursue(obs: Observation, reward: str) -> Motion:
    """Follow a reward, in the imagination: notes which one it is told to follow.

    Args:
      reward: Its JSON.
    """
    for _ in range(40):
        SEEN.append(obs.adjust.reward)
        obs = yield Action({})
    return Outcome.succeeded()


class Following:
    """A planner whose one step is to follow a reward."""

    def __init__(self, reward: str) -> None:
        self.call = SkillCall("pursue", (("reward", reward),))

    def understand(self, words: str, scene: Any) -> Understanding:
        return Understanding(Do("pursue", self.call.args), None, words)

    def plan(self, episode: Episode, observation: Observation) -> Plan:
        return Plan("done") if episode.log else Plan("go", (self.call,))


def carried(words: str, *when: tuple[int, str]) -> tuple[Episode, list[Any]]:
    """A reward followed on the imagined table while things are said; the rewards that each tick was told to follow."""
    world = Imagined()
    names = Names("arm", tuple(i for i in world.scene.objects if i != "table"))
    run, _ = executive(world, Following(written(stages(words, names))))
    run.skills.add(pursue)
    SEEN.clear()
    saying(run, *when)
    return run.carry_out(Episode(words)), list(SEEN)


def test_an_edit_is_what_the_next_tick_follows_and_is_noted_with_what_changed() -> None:
    episode, seen = carried("lift the plate", (20, "higher"))
    changed = next(i for i, s in enumerate(seen) if s is not None)
    assert seen[0] is None and 15 <= changed <= 22
    assert seen[changed][0]["object_height"].number("height") > 0.2
    (correction,) = episode.corrections
    assert correction.kind == "reward" and "height of object_height of plate: 0.2 → " in correction.reply
    assert from_data({"stages": correction.effect["stages"]}) == seen[changed]


def test_edits_add_up_and_are_taken_back_one_by_one() -> None:
    _, seen = carried("lift the plate", (10, "higher"), (15, "gentler"), (20, "undo that"))
    told = list(dict.fromkeys(seen))
    assert [None if s is None else (len(s[0].find("hand_speed")), s[0]["object_height"].number("height") > 0.2) for s in told] == [
        None, (0, True), (1, True),
    ]  # fmt: skip
    assert seen[-1] == told[1], "without the last edit, and with the one before it"


def test_what_cannot_be_is_answered_and_changes_nothing() -> None:
    episode, seen = carried("lift the plate", (10, "trot"), (15, "purple"))
    assert set(seen) == {None} and episode.ok


def test_a_halt_stops_it_whatever_else_was_meant() -> None:
    for text in ("stop", "stop spinning!", "halt, lower", "freeze"):
        assert heeded(text, following("spin on the spot"), 0.0).kind == "halt", text


def test_shifts_and_speeds_of_an_arm_are_numbers_of_a_reward_while_one_is_followed() -> None:
    for text, name, number in (("slower", "turning_speed", "speed"), ("faster", "turning_speed", "speed")):
        found = heeded(text, following("spin on the spot"), 0.0)
        before, after = (s[0][name].number(number) for s in (stages("spin on the spot"), from_data({"stages": found.effect["stages"]})))
        assert found.kind == "reward" and (after < before) == (text == "slower")


def test_a_call_that_follows_a_reward_is_what_words_are_read_against() -> None:
    scene = Imagined().scene
    call = SkillCall("pursue", (("reward", written(stages("lift the plate", Names("arm", ("plate",))))),))
    state = dialogue(scene, call)
    assert [t.name for t in state.reward[0]] == ["object_height", "distance"] and "plate" in state.spoken_of.things
    assert not dialogue(scene, SkillCall("pick", (("object", "red"),))).reward
    spoilt = SkillCall("pursue", (("reward", "{}"),))
    assert not dialogue(scene, spoilt).reward and replace(state, reward=()).reward == ()


def test_an_edit_is_of_the_reward_that_is_followed_now_and_not_of_those_before_it() -> None:
    at_the_door = replace(following("walk to the door, then lift your front left paw"), stage=1)
    found = heeded("higher", at_the_door, 0.0)
    before, after = at_the_door.reward, from_data({"stages": found.effect["stages"]})
    assert after[0] == before[0] and after[1]["foot_lift"].number("height") > before[1]["foot_lift"].number("height")


def test_a_number_that_is_set_by_hand_is_of_the_reward_as_it_is_when_it_is_heeded() -> None:
    lift = stages("lift your front left paw")
    key = ("foot_lift", "front_left")
    higher = followed(settled({"set": [[0, key, "height", 0.3]]}, lift))
    both = followed(settled({"set": [[0, list(key), "weight", 2.0]]}, higher))
    assert both[0][key].number("height") == 0.3 and both[0][key].weight == 2.0
    for wrong in ([0, ("hop",), "height", 0.1], [0, key, "height", 9.0], [0, key, "height", float("nan")], [0, key, "colour", 1.0]):
        with pytest.raises(RewardError):
            settled({"set": [wrong]}, lift)
    with pytest.raises(RewardError, match="no reward"):
        settled({"set": [[0, key, "weight", 2.0]]}, ())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("save this as paw up", "paw_up"), ("Please save that motion as the Slow Moonwalk!", "slow_moonwalk"), ("call this wave", "wave"),
        ("remember it as 'bow'", "bow"), ("keep this as bow_2", "bow_2"), ("keep the plate upright", ""), ("call the elevator", ""),
        ("save energy", ""), ("keep going as you are", ""), ("remember to be careful", ""), ("as high as you can", ""),
    ],
)  # fmt: skip
def test_what_asks_to_be_kept_says_a_name(text: str, name: str) -> None:
    found = read(text, following("lift your front left paw"), 0.0)
    assert (found.kind == "keep", found.effect.get("name", "")) == (bool(name), name)


def test_an_edit_said_when_the_reward_has_been_followed_already_has_it_followed_anew() -> None:
    run, _ = executive(Imagined(), Rewarded([]))
    run.skills.add(pursue)
    SEEN.clear()
    saying(run, (46, "higher"))  # it takes forty ticks, and then it is looked at what came of it
    episode = run.carry_out(Episode("lift the plate"))
    first, then = (read_reward(step.call.kwargs["reward"])[0]["object_height"].number("height") for step in episode.log)
    assert first < then and episode.verdict is Verdict.SUCCEEDED
    (correction,) = episode.corrections
    assert correction.kind == "reward" and "once more" in correction.reply
