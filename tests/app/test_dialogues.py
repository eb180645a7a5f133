"""The paper's interactive demonstrations: each turn's words come to what they ask for, and what truly came of it is told."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from heedful.agents.rewards.editing import Refused, edited
from heedful.agents.rewards.postures import REAR
from heedful.agents.rewards.reading import understand
from heedful.app.dialogues import shown, summary, table
from heedful.envs.dialogues import APPLE, DEMONSTRATIONS, MOONWALK, Demonstration, Until, between
from heedful.envs.legged.track import Track
from heedful.skills.rewards import Names, Reward

DOG = Names("legged")
TABLE = Names("arm", ("apple",), ("drawer",), ("drawer_handle",))


def turns(demonstration: Demonstration, names: Names) -> list[tuple[Reward, ...]]:
    """The rewards after each turn: said while the last is followed, or by themselves."""
    found: list[tuple[Reward, ...]] = []
    for turn in demonstration.turns:
        if not found or demonstration.gap is None:
            stages = understand(turn.words, names).stages
        else:
            made = edited(found[-1], turn.words, names)
            stages = None if isinstance(made, Refused) else made
        assert stages is not None, turn.words
        found.append(stages)
    return found


def test_the_four_turns_of_the_moonwalk_come_to_the_rewards_that_they_ask_for() -> None:
    first, second, third, fourth = (stages[0] for stages in turns(MOONWALK, DOG))
    assert first["torso_pitch"].number("angle") > 1.2 and first["torso_height"].number("height") >= 0.4
    assert not second.find("foot_lift") and second["torso_pitch"] == first["torso_pitch"]
    assert third["forward_speed"].number("speed") < 0 and third["torso_pitch"] == first["torso_pitch"]
    assert fourth["forward_speed"].number("speed") == -0.5
    assert {str(t.args["foot"]) for t in fourth.find("foot_step")} == set(REAR)  # it stands on them
    assert all(t.number("sweep") > 0 for t in fourth.find("foot_step"))


def test_the_four_turns_of_the_apple_come_to_the_rewards_that_they_ask_for() -> None:
    opened, put, let_go, closed = turns(APPLE, TABLE)
    assert opened[0]["joint_fraction"].number("fraction") == 1.0
    assert put[0][("distance", "apple", "drawer")] and put[0]["joint_fraction"].number("fraction") == 1.0
    assert let_go[0]["grip"].number("width") > 0.05 and let_go[-1][("distance", "hand", "apple")].args["sense"] == "at_least"
    assert closed[-1]["joint_fraction"].number("fraction") == 0.0


class Seen:
    """A world whose robot stood bolt upright and went one way."""

    def __init__(self, speed: float, nose: float = 1.0) -> None:
        time = np.linspace(0.0, 3.0, 151)
        pos = np.stack([speed * time, 0 * time, 0 * time + 0.5], axis=1)
        turn = np.tile(np.array([[0.0, 0.0, -1.0], [0.0, 1.0, 0.0], [1.0, 0.0, 0.0]]), (len(time), 1, 1))
        turn[:, 2, 0] = nose
        feet = np.tile(np.array([[0.0, 0.0, 0.6]] * 2 + [[0.0, 0.0, 0.02]] * 2), (len(time), 1, 1))
        self.whole = Track(time, pos, turn, feet, 0 * time)

    def track(self) -> Track:
        return self.whole


def test_backwards_is_away_from_where_its_belly_looks_and_only_upright_counts() -> None:
    stand, _, moonwalk, fast = (t.done for t in MOONWALK.turns)
    assert moonwalk(Seen(-0.3), 0.0) and fast(Seen(-0.3), 0.0) and not fast(Seen(-0.1), 0.0)
    assert not moonwalk(Seen(0.3), 0.0) and not moonwalk(Seen(-0.3, nose=0.2), 0.0) and not moonwalk(Seen(-0.3), 2.5)
    assert stand(Seen(0.0), 0.0) and not stand(Seen(0.0, nose=0.2), 0.0)
    assert between(Seen(0.0).track(), 2.0).time[0] >= 2.0


def test_what_came_after_the_next_turn_was_said_counts_for_that_one() -> None:
    fast = MOONWALK.turns[3].done
    assert fast(Until(Seen(-0.3), 2.0), 0.5) and not fast(Until(Seen(-0.3), 1.4), 0.5)


def test_each_seed_says_the_turns_at_times_of_its_own() -> None:
    low, high = MOONWALK.gap or (0.0, 0.0)
    assert MOONWALK.gaps(1) == MOONWALK.gaps(1) != MOONWALK.gaps(2)
    assert len(MOONWALK.gaps(1)) == 3 and all(low <= g <= high for g in MOONWALK.gaps(1))


def test_what_came_of_the_turns_is_counted_turn_by_turn() -> None:
    one = {"demonstration": "moonwalk", "seed": 0, "turn": 1, "words": "stand", "taken": "up", "understood": True, "done": False,
           "counts": "it stands", "ended": "it fell"}  # fmt: skip
    rows: list[Any] = [one, {**one, "seed": 1, "done": True}]
    assert summary(rows)["turns"] == {"moonwalk 1": {"understood": 2, "done": 1, "n": 2}}
    assert "understood 2 of 2, done 1 of 2 (it stands)" in table(rows)


@pytest.mark.slow
@pytest.mark.parametrize("demonstration", DEMONSTRATIONS, ids=lambda d: d.name)
def test_a_demonstration_is_understood_turn_by_turn_while_the_robot_moves(demonstration: Demonstration) -> None:
    told = shown(demonstration, 0)
    assert len(told) == len(demonstration.turns) and all(t.understood for t in told)
    assert told[0].done
