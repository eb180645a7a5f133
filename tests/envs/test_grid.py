"""Grid worlds: ways, missions, plans; and BabyAI itself where minigrid is installed."""

import numpy as np
import pytest

import heedful as hf
from heedful.agents.planner.search import find
from heedful.agents.understanding.missions import NoMission, described, mission
from heedful.envs.foreign.grid import GridScene, in_the_way, route
from heedful.geometry import Pose
from heedful.predicates import evaluate
from heedful.program import Achieve, Do, parse
from heedful.skills import Library
from heedful.skills.scripted import grid
from heedful.types import Thing

ROOM = """
#########
#>..#..b#
#.k.D.g.#
#...#...#
#########
"""
"""An agent that faces right, a red key, a locked red door, a green ball and a blue ball behind it."""


def scene(picture=ROOM, held=None, locked=True, opened=0.0):
    rows = picture.strip().splitlines()
    walls = np.array([[c == "#" for c in row] for row in rows]).T
    names = {"k": ("red", "key"), "D": ("red", "door"), "g": ("green", "ball"), "b": ("blue", "ball"), "x": ("grey", "box")}
    objects, agent, joints = {}, None, {}
    for j, row in enumerate(rows):
        for i, c in enumerate(row):
            if c in ">v<^":
                agent = ((i, j), ">v<^".index(c))
            elif c in names:
                color, kind = names[c]
                marks = frozenset({"locked"}) if c == "D" and locked else frozenset()
                thing = Thing(f"{color}_{kind}", kind, Pose.at(i, -j, 0.5), np.ones(3), "cylinder", color, marks, fixed=c == "D")
                objects[thing.id] = thing
                if c == "D":
                    joints[thing.id] = opened
    return GridScene(0.0, objects, {"hand": held}, joints, walls=walls, agent=agent, rooms=(((0, 0), (4, 4)), ((4, 0), (8, 4))))


def calls(goal, at):
    library = Library()
    library.add(grid)
    return [str(c) for c in find(library, at, parse(goal))]


def test_a_shut_door_is_in_the_way_to_what_is_behind_it():
    assert in_the_way(scene())["green_ball"] == {"red_door"}
    assert in_the_way(scene(opened=1.0, locked=False))["green_ball"] == frozenset()


def test_a_route_takes_the_fewest_turns_and_steps():
    assert route(scene(), lambda state: state[0] == (3, 1)) == ["forward", "forward"]
    assert route(scene(), lambda state: state[0] == (7, 3)) is None


def test_to_fetch_what_is_behind_a_locked_door_the_key_is_fetched_first_and_put_down_after():
    steps = calls("holding(blue_ball)", scene())
    assert steps[:4] == ["go_to(red_key)", "pick_up(red_key)", "go_to(red_door)", "unlock(red_door, red_key)"]
    assert "put_down(red_key)" in steps and steps[-1] == "pick_up(blue_ball)"


def test_what_blocks_the_only_way_is_moved_aside():
    narrow = """
#######
#>.x.b#
#######
"""
    assert in_the_way(scene(narrow))["blue_ball"] == {"grey_box"}
    assert calls("facing(blue_ball)", scene(narrow))[:2] == ["go_to(grey_box)", "pick_up(grey_box)"]


def test_next_to_means_sharing_a_side():
    beside = scene("#####\n#>gb#\n#####")
    across = scene("#####\n#>g.#\n#..b#\n#####")
    assert evaluate(parse("next_to(green_ball, blue_ball)"), beside) is True
    assert evaluate(parse("next_to(green_ball, blue_ball)"), across) is False


def test_after_you_turns_the_order_round():
    program = mission("go to the blue ball after you pick up the red key", scene())
    goals = [str(s.goal) for s in program.steps if isinstance(s, Achieve)]
    assert goals == ["holding(red_key) & picked(red_key)", "facing(blue_ball)"]
    assert isinstance(program.steps[0], Do)


def test_a_ball_leaves_the_choice_and_places_are_seen_from_the_agent():
    assert described("a ball", scene()) == ["blue_ball", "green_ball"]
    assert described("the key in front of you", scene()) == ["red_key"]
    assert described("the door on your right", scene()) == ["red_door"]


@pytest.mark.parametrize("words", ["juggle the ball", "go to the purple elephant", "go to the key behind you"])
def test_what_is_not_understood_is_said(words):
    with pytest.raises(NoMission):
        mission(words, scene())


@pytest.mark.parametrize("level", ["GoToLocal", "PutNextLocal", "UnlockPickup", "MiniBossLevel"])
def test_a_level_is_solved_by_its_own_reward(level):
    pytest.importorskip("minigrid")
    result = hf.evaluate(f"babyai/{level}", episodes=1, seed=5)
    assert result.success == 1.0 and result.how["robot"] == "the world's own"


def test_a_run_on_a_grid_is_recorded_and_can_be_read_back(tmp_path):
    pytest.importorskip("minigrid")
    from heedful.recording.reader import Run

    with hf.Session(world="babyai", planner="babyai", task="GoToLocal", mode="fast", seed=1, out=tmp_path) as session:
        episode = session.run(session.world.instance.instruction)
        assert episode.ok and session.world.success()
        assert "look" not in session.skills
    assert Run.load(episode.folder).episode["verdict"] == "succeeded"


def test_a_seed_draws_the_same_level_again():
    pytest.importorskip("minigrid")
    from heedful.envs.foreign.babyai import BabyAI

    world = BabyAI()
    marks = set()
    for _ in range(2):
        world.reset(3, "Synth")
        marks.add((world.instance.instruction, world.fingerprint()))
    assert len(marks) == 1
