"""Laws of words to rewards and of corrections to them, and how well the records that come along are read."""

from __future__ import annotations

import time
from typing import Any

import pytest

from heedful.agents.rewards.editing import Refused, edited
from heedful.agents.rewards.judging import embedded
from heedful.agents.rewards.reading import understand
from heedful.agents.rewards.talking import said
from heedful.agents.sets import packaged
from heedful.agents.sets.rewards import WORLDS, judged, measures, records
from heedful.skills.rewards import FEET, Names, Reward, term

DOG, TABLE = WORLDS["quadruped"], WORLDS["tabletop"]
FOUND = records(packaged("rewards"))
PAPER = {
    "facing_sunrise", "facing_sunset", "sit_down", "roll_over", "spin", "lift_one_paw", "lift_paw_higher", "spin_and_lift", "biped",
    "touch_object", "lift_object", "move_object", "upright_object", "flip_object", "lift_two", "turn_on_faucet", "open_drawer",
}  # fmt: skip


def reward(words: str, names: Names = DOG) -> Reward:
    """The one reward of some words."""
    found = understand(words, names).stages
    assert found is not None and len(found) == 1, words
    return found[0]


def after(words: str, *corrections: str, names: Names = DOG) -> Reward:
    """The reward of some words after corrections; of several in turn the last, as each was reached before more was said."""
    stages: Any = understand(words, names).stages
    for words in corrections:
        stages = edited(stages, words, names, len(stages) - 1)
        assert not isinstance(stages, Refused), (words, stages)
    return stages[-1]  # type: ignore[no-any-return]


def test_there_are_five_phrasings_of_each_published_task_and_a_third_of_all_is_held_out() -> None:
    instructions = [r for r in FOUND if "correction" not in r]
    assert all(sum(r["task"] == t for r in instructions) == 5 for t in PAPER) and len(instructions) >= 200
    held = [r for r in instructions if r["split"].startswith("held")]
    early = [r for r in instructions if not r["split"].endswith(("_c", "_d"))]
    assert 0.3 < sum(r in held for r in early) / len(early) < 0.4
    for later, of in (("c", 160), ("d", 240)):  # halved by lot
        assert [sum(r["split"] == f"{half}_{later}" for r in FOUND) for half in ("dev", "held")] == [of / 2, of / 2]
    assert not {r["instruction"].lower() for r in held} & {r["instruction"].lower() for r in instructions if r["split"].startswith("dev")}


@pytest.mark.parametrize(
    ("split", "right", "silent"),
    [
        ("dev", 0.97, 0.01),
        ("held", 0.9, 0.035),
        ("dev_b", 0.97, 0.02),
        ("held_b", 0.85, 0.05),
        ("dev_c", 0.95, 0.02),
        ("held_c", 0.8, 0.06),
        ("dev_d", 0.92, 0.02),
        ("held_d", 0.6, 0.05),
    ],
)
def test_words_become_the_right_terms_signs_and_magnitudes(split: str, right: float, silent: float) -> None:
    found = measures(judged([r for r in FOUND if r["split"] == split], *embedded()))
    (hits, of), (wrong, all_) = found["right"], found["wrong_and_silent"]
    assert hits / of >= right and wrong / all_ <= silent, found


@pytest.mark.parametrize("gait", ["walk", "trot", "bound", "pace", "gallop"])
@pytest.mark.parametrize("speed", [0.3, 1.0, 2.0])
def test_a_gait_a_speed_and_a_direction_are_said_of_each_other_in_any_order(gait: str, speed: float) -> None:
    ways = (
        f"{gait} forward at {speed} m/s",
        f"at {speed} m/s, {gait} forward",
        f"please {gait} forward at a speed of {speed} metres per second",
    )
    made = [reward(w) for w in ways]
    assert made[0]["forward_speed"].number("speed") == speed and made[0] == made[1] == made[2]
    assert reward(f"{gait} backward at {min(speed, 2.0)} m/s")["forward_speed"].number("speed") == -speed


@pytest.mark.parametrize("end", ["front", "rear"])
@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("noun", ["paw", "foot", "leg"])
def test_a_foot_is_the_same_however_it_is_named(end: str, side: str, noun: str) -> None:
    said = {"front": ["front", "fore"], "rear": ["rear", "back", "hind"]}[end]
    for word in said:
        for phrase in (f"{word} {side} {noun}", f"{side} {word} {noun}"):
            assert reward(f"lift your {phrase} 15 cm").terms == (term("foot_lift", foot=f"{end}_{side}", height=0.15),)


def test_left_is_positive_and_right_is_its_mirror() -> None:
    for words, name in (("spin to the {}", "turning_speed"), ("turn {} by 40 degrees", "heading"), ("strafe {}", "sideways_speed")):
        left, right = (reward(words.format(s))[name] for s in ("left", "right"))
        number = left.spec.numbers[0].name
        assert left.number(number) > 0 and left.number(number) == pytest.approx(-right.number(number)), words


def test_more_is_more_and_less_is_less_of_every_number_that_has_words_for_it() -> None:
    cases = [
        ("lift your front left paw", "foot_lift", "height", "higher", "lower"), ("trot at 1 m/s", "forward_speed", "speed", "faster",
            "slower"),
        ("walk backwards", "forward_speed", "speed", "faster", "slower"), ("spin to the right", "turning_speed", "speed", "faster",
            "slower"),
        ("trot at 1 m/s", "foot_step", "up", "lift your feet higher", "less hop"), ("trot", "foot_step", "frequency", "quicker steps",
            "slower steps"),
        ("stand", "torso_height", "height", "taller", "lower your body"), ("hop", "hop", "height", "higher", "lower"),
    ]  # fmt: skip
    for words, name, number, more, less in cases:
        usual = abs(reward(words)[name].number(number))
        assert abs(after(words, more)[name].number(number)) > usual > abs(after(words, less)[name].number(number)), (words, more, less)
        bit = abs(after(words, f"a bit {more}")[name].number(number)) if " " not in more else usual
        assert usual <= bit <= abs(after(words, more)[name].number(number))


@pytest.mark.parametrize(
    "words",
    [
        "sit down low to the ground with the torso flat", "get down low and keep your torso flat", "crouch low with your back level",
        "lie low with your torso level", "stay low and hold your back flat",
    ],
)  # fmt: skip
def test_who_is_asked_to_be_low_and_flat_is_both_whatever_the_posture_is_otherwise(words: str) -> None:
    made = reward(words)
    assert made["torso_height"].number("height") <= 0.12
    assert made["torso_pitch"].number("angle") == made["torso_roll"].number("angle") == 0.0


def test_a_straight_back_leaves_a_posture_as_it_is() -> None:
    assert reward("stand on your hind legs and keep your back straight")["torso_pitch"].number("angle") > 1.2


@pytest.mark.parametrize("side", [1, -1])
def test_fast_is_at_least_so_fast_and_a_number_is_just_that(side: int) -> None:
    way = "left" if side > 0 else "right"
    usual, fast, most = (reward(f"spin to the {way}{how}")["turning_speed"] for how in ("", " fast", " as fast as you can"))
    speeds = [side * t.number("speed") for t in (usual, fast, most)]
    assert 0 < speeds[0] < speeds[1] < speeds[2] and {t.args["sense"] for t in (usual, fast, most)} == {"at_least"}
    assert reward(f"spin to the {way} at 2 rad/s")["turning_speed"].args["sense"] == "exactly"
    slower = after(f"spin to the {way} fast", "slower")["turning_speed"]
    assert slower.args["sense"] == "exactly" and 0 < side * slower.number("speed") < speeds[1]


@pytest.mark.parametrize(
    "words",
    [
        "lift your front left paw and spin", "turn on the spot on three legs with the front left paw lifted",
        "keep your front left leg raised and spin around",
    ],
)  # fmt: skip
def test_who_turns_with_a_paw_up_is_told_no_gait_of_four_feet(words: str) -> None:
    made = reward(words)
    assert made[("foot_lift", "front_left")] and made["turning_speed"] and not made.find("foot_step")
    assert len(reward("spin around").find("foot_step")) == 4


def test_paws_in_the_air_on_two_legs_are_those_of_the_posture() -> None:
    assert reward("stand on two legs with your front paws in the air") == reward("stand on your hind legs")


def test_what_a_correction_does_not_speak_of_stays_as_it_was() -> None:
    before = reward("trot at 1 m/s while facing the door")
    faster = after("trot at 1 m/s while facing the door", "faster")
    assert [t for t in faster if t.name != "forward_speed"] == [t for t in before if t.name != "forward_speed"]


def test_the_dialogue_of_the_moonwalk_comes_to_a_moonwalk_on_two_feet() -> None:
    made = after(
        "Make the robot stand upright on two back feet like a human.",
        "Good, you don't need to keep the front paws at a certain height.",
        "Good, now make the robot do a moonwalk.",
        "Moonwalk means the robot should walk backward while the feet swing as if they are moving forward. Correct your answer and "
        "also make it walk at a speed of 0.5 m/s.",
    )  # fmt: skip
    assert made["torso_pitch"].number("angle") > 1.2 and made["forward_speed"].number("speed") == -0.5
    assert not made.find("foot_lift") and made["foot_step"].number("sweep") > 0


@pytest.mark.parametrize(("posture", "feet"), [("stand on your hind legs", {"rear_left", "rear_right"}), ("stand up", set(FEET))])
def test_who_stands_on_two_feet_steps_with_those_and_minds_its_speed_more(posture: str, feet: set[str]) -> None:
    made = after(posture, "and trot forward")
    assert {t.args["foot"] for t in made.find("foot_step")} == feet
    assert (made["forward_speed"].weight > term("forward_speed").weight) == (len(feet) == 2)


def test_the_dialogue_of_the_apple_ends_with_it_in_the_closed_drawer_and_the_hand_off_it() -> None:
    turns = (
        "open the drawer", "good, now put the apple inside the drawer while keeping it open",
        "good, now release the apple and move your hand away from it",
    )  # fmt: skip
    made = after(*turns, names=TABLE)
    assert made[("joint_fraction", "drawer")].number("fraction") == 1.0 and made[("distance", "apple", "drawer")]
    assert made[("distance", "hand", "apple")].args["sense"] == "at_least"
    closed = after(*turns, "now close the drawer", names=TABLE)
    assert closed[("joint_fraction", "drawer")].number("fraction") == 0.0 and closed[("distance", "apple", "drawer")]


@pytest.mark.parametrize(
    ("world", "words"),
    [
        (DOG, "don't sit"), (DOG, "never trot"), (DOG, "lift your front left paw and don't spin"), (DOG, "if the door is open, walk to it"),
        (DOG, "the dog sat down yesterday"), (DOG, "what time is it"), (DOG, "walk to the fridge"), (DOG,
            "lift your front paws alternately"),
        (DOG, "would it be nice if you did not sit?"), (DOG, "I'd like you not to trot"), (DOG, "walk forward and stay where you are"),
        (DOG, "please never walk to the door because it is hot"), (TABLE, "is the drawer open?"), (TABLE, "lift the apple if it is red"),
        (DOG, "before you sit, don't turn around"), (DOG, "unless you are tired, walk"),
        (DOG, ""), (DOG, "walk at 50 m/s"), (DOG, "go left and right at once"), (TABLE, "lift the cube"), (TABLE, "don't open the drawer"),
        (TABLE, "lift the apple not the banana"), (TABLE, "open the bottle"), (TABLE, "trot"), (TABLE, "put it in the bowl"),
    ],
)  # fmt: skip
def test_what_is_denied_unknown_or_ambiguous_is_not_followed(world: Names, words: str) -> None:
    found = understand(words, world)
    assert found.stages is None and found.sentence, words


REQUESTS = [
    (DOG, "sit down"), (DOG, "trot forward at 1 m/s"), (DOG, "lift your front left paw"), (DOG, "face the door"), (DOG, "spin to the left"),
    (TABLE, "put the apple in the bowl"), (TABLE, "open the drawer"), (TABLE, "lift the banana"),
]  # fmt: skip


@pytest.mark.parametrize(
    "frame",
    [
        "hey buddy, could you {}?", "what I want is for you to {}", "it would be great if you could {}", "would you be so kind as to {}",
        "your job is to {}", "I'd like you to {} because my friends are watching", "{}, would you", "do me a favour and {}",
    ],
)  # fmt: skip
def test_a_wish_a_greeting_and_a_reason_ask_for_what_they_are_wrapped_around(frame: str) -> None:
    for world, words in REQUESTS:
        assert understand(frame.format(words), world).stages == understand(words, world).stages, (frame, words)


@pytest.mark.parametrize(
    ("world", "other", "plain"),
    [
        (DOG, "pick your front left paw up", "lift your front left paw"), (DOG, "lift the paw that is at the front on the left",
            "lift the front left paw"),
        (DOG, "before you sit down, face the door", "face the door, then sit down"),
        (TABLE, "close the drawer after lifting the apple", "lift the apple, then close the drawer"),
        (TABLE, "the apple needs to be lifted by 10 cm", "lift the apple by 10 cm"),
        (TABLE, "lift the cube that is red", "lift the red cube"),
        (TABLE, "the apple, put it in the bowl", "put the apple in the bowl"), (TABLE, "gently lift the banana", "lift the banana gently"),
    ],
)  # fmt: skip
def test_the_same_told_the_other_way_round_is_the_same(world: Names, other: str, plain: str) -> None:
    assert understand(other, world).stages == understand(plain, world).stages is not None


def test_a_bound_is_a_bound_and_a_share_is_not_lost() -> None:
    assert reward("keep your body at least 25 cm above the ground")["torso_height"].args["sense"] == "at_least"
    assert reward("lift the bowl no more than 10 cm", TABLE)["object_height"].args["sense"] == "at_most"
    assert reward("get the drawer 40% open", TABLE)["joint_fraction"].number("fraction") == 0.4
    assert reward("carry the bottle to the box at a max of five cm/s", TABLE)["hand_speed"].number("limit") == 0.05
    assert abs(after("walk forward at 1 m/s", "20% faster")["forward_speed"].number("speed") - 1.2) < 1e-9
    assert abs(after("walk forward at 1 m/s", "0.2 m/s slower")["forward_speed"].number("speed") - 0.8) < 1e-9


def test_an_open_question_names_what_to_choose_between() -> None:
    found = understand("flip the cube", TABLE)
    assert found.ask and set(found.candidates) == {"red cube", "blue cube"}
    corrected = edited((reward("put the apple next to the bowl", TABLE),), "the box instead", TABLE)
    assert isinstance(corrected, Refused) and set(corrected.candidates) <= {"apple", "bowl"}


def test_a_correction_that_means_nothing_here_changes_nothing() -> None:
    stages = (reward("spin on the spot"),)
    for words in ("what a lovely day", "open the drawer", "the other leg", "closer", "purple"):
        assert isinstance(edited(stages, words, DOG), Refused), words


@pytest.mark.parametrize(
    "text", ["lift " * 500, "the front left " * 200, "and then " * 300, "a" * 5000, "😀" * 400, "lift the, and, or, then, " * 80]
)
def test_whatever_is_said_is_answered_soon(text: str) -> None:
    start = time.process_time()
    understand(text, DOG)
    edited((reward("sit down"),), text, DOG)
    assert time.process_time() - start < 5.0


def test_what_was_said_can_be_taken_back_word_by_word_and_brought_back() -> None:
    states = []
    history: Any = None
    for words in ("lift your front left paw", "higher", "and face the door", "undo that", "undo", "redo", "no, undo all of that"):
        history = said(history, words, DOG)
        assert not isinstance(history, Refused), (words, history)
        states.append(history.now)
    one, two, three, *rest = states
    assert one != two != three and rest == [two, one, two, one]
    assert isinstance(said(history, "undo", DOG), Refused) and isinstance(said(None, "undo", DOG), Refused)


def test_what_reads_rewards_leaves_corrections_read_as_before() -> None:
    from heedful.agents.corrections import Dialogue, read_correction
    from heedful.agents.corrections.constructions import SLOTS

    read = read_correction(
        "that's a lemon, not a tomato", Dialogue("place", {"object": "tomato", "target": "tray"}, ("tomato", "tray", "mug"))
    )
    assert (read.kind, read.effect) == ("fact", {"predicate": "is_a", "args": ["tomato", "lemon"], "value": True})
    with pytest.raises(ValueError, match="another name"):
        SLOTS["word"] = SLOTS["np"]
