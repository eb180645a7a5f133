"""Settings: what is composed, what comes by path, and what is refused with the nearest right answer."""

import pytest
from hypothesis import given, settings, strategies as st

from heedful.app.compose import GROUPS, compose
from heedful.app.options import Usage
from heedful.app.show_config import sources


def test_the_defaults_name_a_choice_for_every_group():
    made = compose()
    assert set(made.chosen) == set(GROUPS) and made.of("robot") == "panda" and made.values["mode"] == "fast"


def test_an_override_reaches_its_group_and_nothing_else():
    made = compose(["perception.noise_m=0.005", "mode=realtime", "seed=4"])
    assert made.of("perception")["noise_m"] == 0.005 and made.of("robot") == "panda"
    assert (made.values["mode"], made.values["seed"]) == ("realtime", 4)


def test_the_seed_option_wins_over_the_setting():
    assert compose(["seed=4"], seed=9).values["seed"] == 9


def test_a_parameter_that_only_the_signature_knows_can_be_set():
    assert compose(["safety.speed=0.5"]).of("safety")["speed"] == 0.5


def test_what_comes_by_path_is_taken_out_before_hydra(tmp_path):
    robot, planner = tmp_path / "my arm.yaml", tmp_path / "mine.py"
    robot.write_text("name: mine\n")
    planner.write_text("class Greedy: ...\n")
    made = compose([f"robot={robot}", f"planner={planner}:Greedy"])
    assert made.of("robot") == str(robot) and made.of("planner") == f"{planner}:Greedy" and made.of("world") == "tabletop"


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("robot=pandda", "Did you mean 'panda'"),
        ("robot=", "Known: diff_drive, g1, mobile_panda, panda"),
        ("robt=panda", "Did you mean 'robot'"),
        ("perception.noise=1", "Did you mean 'perception.noise_m'"),
        ("perception.noise_m.x=1", "no setting"),
        ("safety.sped=1", "Did you mean 'safety.speed'"),
        ("mode=quick", "Known: fast, realtime"),
        ("seed=-1", "whole number"),
        ("seed=true", "whole number"),
        ("seed=[", "cannot be taken"),
        ("block", "expected key=value"),
        ("=3", "expected key=value"),
        ("robot=nowhere/arm.yaml", "there is no file"),
    ],
)
def test_a_wrong_word_is_refused_in_one_sentence(word, says):
    with pytest.raises(Usage, match=says) as refused:
        compose([word])
    assert "\n" not in str(refused.value)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=20))
def test_no_word_whatever_breaks_the_composition(word):
    try:
        compose([word])
    except Usage as refused:
        assert "\n" not in str(refused).replace(repr(word), "").replace(word, "")


def test_every_setting_has_a_source():
    rows = {key: (value, source) for key, value, source in sources(compose(["perception.noise_m=0.01"], seed=2))}
    assert rows["perception.noise_m"] == (0.01, "command line (perception.noise_m=0.01)")
    assert rows["seed"] == (2, "command line (seed=2)") and rows["robot"][1] == "configs/run.yaml"
    assert rows["robot.model"][1] == "configs/robot/panda.yaml" and rows["safety.speed"][1].startswith("the signature of")
