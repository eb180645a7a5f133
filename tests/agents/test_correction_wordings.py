"""The same wish in other speakers' words: a covered sentence is read by the right construction, and talk of other people is no HALT."""

from __future__ import annotations

from typing import Any

import pytest

from heedful.agents.corrections import Dialogue, is_halt, read_correction

THINGS = ("kettle", "teapot", "glass jar", "tomato", "wooden spoon", "tray", "plate", "left bottle", "right bottle", "teddy")
STATE = Dialogue("place", {"object": "tomato", "target": "tray"}, THINGS)
BOTTLE = Dialogue("pick", {"object": "left bottle"}, THINGS)


def nudged(direction: str, magnitude: float | str = "default") -> dict[str, Any]:
    return {"direction": direction, "frame": "default", "magnitude_m": magnitude}


def turned(sense: str, degrees: float) -> dict[str, Any]:
    return {"axis": "yaw", "sense": sense, "magnitude": degrees}


MEANT: list[tuple[str, dict[str, Any], str]] = [
    ("skill", {"new": "push"}, "instead of lifting give it a shove | give the tomato a push | why don't you give it a little push instead"),
    ("skill", {"new": "pull"}, "give it a tug instead of carrying it"),
    ("abort", {}, "abort task | cancel job | end task | terminate operation | no need for this any more | we have no further use for that"),
    ("abort", {}, "no more need for this, thank you, please to leave it | I have no more need of it | quit what you're at"),
    ("order", {"op": "skip", "what": "current"}, "dont do this step | don't perform that action | not this step | skip the bit you're on"),
    ("grip", {"change": "tighter"}, "hang on to the tomato | keep hold of it | hang on to it"),
    ("resume", {}, "don't stop now it is nearly there"),
    ("resume", {}, "dont stop its going fine | don't stop, it's all good | no need to stop, looks good"),
    ("undo", {"scope": "last"}, "take back what you just did | reverse what you just did | whatever you just did, undo it"),
    ("undo", {"scope": "last"}, "take back that move"),
    ("grip", {"change": "looser"}, "ease off with the fingers, you're crushing it | less force in the fingers"),
    ("grip", {"change": "looser"}, "your grip is too strong, ease up"),
    ("grip", {"change": "looser"}, "go easy on the grip | not so much squeezing | don't strangle it | you've got it in a death grip"),
    ("pause", {}, "hang on hang on the phone's ringing | hold on the doorbell | let me put my glasses on before you carry on"),
    ("pause", {}, "before you go on let me move my cup | don't carry on before I'm back | hang on love, somebody's at the door"),
    ("rate", {"factor": "faster"}, "chop chop | hop to it | step lively | no dawdling | quick march | at the double | put some pep in it"),
    ("embodiment", {"arm": "right"}, "the right hand is better for this one | your right hand would be the better choice"),
    ("embodiment", {"arm": "left"}, "left hand suits this better | this is one for the left hand"),
    ("embodiment", {"arm": "base"}, "wheel yourself nearer instead of leaning over | roll closer rather than stretching | drive in closer"),
    ("nudge", nudged("up"), "it need to go more up | it need be higher | more up it should go | it must more up"),
    ("nudge", nudged("backward", 0.0508), "pull back a couple of inches | draw back two inches"),
    ("nudge", nudged("down", "bit"), "push down a bit | press down a little"),
    ("nudge", nudged("right", 0.05), "five centimetres left no sorry right five centimetres | left 5 cm, I mean right 5 cm"),
    ("nudge", nudged("right", 0.05), "5 cm left, sorry, 5 cm right"),
    ("nudge", nudged("right", "bit"), "a bit left no a bit right"),
    ("nudge", nudged("left"), "go left instead of right | left, not right | not right, left"),
    ("rotate", turned("cw", 90.0), "a quarter turn clockwise | clockwise a quarter turn"),
    ("rotate", turned("ccw", 180.0), "half a turn anticlockwise | make a half turn counterclockwise"),
    ("rotate", turned("ccw", 10.0), "ten degrees clockwise no ten degrees anticlockwise"),
    ("pause", {}, "not now, I'm on the telephone | let the lady through first | one tick, I have to move the plate"),
    ("pause", {"for_s": 30}, "wait half a minute"),
    ("resume", {}, "off you go again | you may go on with the placing | she's gone, carry on | who told you to stop? keep at it"),
    ("abort", {}, "you don't have to put it there any more | we are not needing it any more | that's off, forget it"),
    ("nudge", nudged("up"), "you're scraping along the table | you want to be higher than that | there's no clearance underneath"),
    ("nudge", nudged("right"), "it keeps drifting to the left | you'll miss it on the left"),
    ("nudge", nudged("down", 0.0254), "drop down one inch"),
    ("nudge", {"direction": "away", "frame": "explicit_person", "magnitude_m": "default"}, "you are crowding me | give me a bit of space"),
    ("nudge", {"direction": "towards", "frame": "object:kettle", "magnitude_m": "default"}, "move more to the side of the kettle"),
    ("rotate", {"axis": "yaw", "sense": "align", "magnitude": "default", "reference": "kettle"}, "line the tomato up with the kettle"),
    ("rate", {"factor": "slower"}, "this isn't a race | can we have this a bit slower | I can't keep up | no need to rush"),
    ("rate", {"factor": "faster"}, "we'll be here all day at this rate | make it snappy | could we have it a little quicker"),
    ("rate", {"factor": "normal"}, "as fast as before"),
    ("grip", {"change": "looser"}, "careful you'll crush the tomato | softer with the fingers | ease off the pressure with those fingers"),
    ("grip", {"change": "tighter"}, "it's going to slide out of your hand | you haven't got a good grip on it"),
    ("constraint", {"type": "no_touch", "object": "kettle"}, "leave the kettle where it is | the kettle must not be touched"),
    ("constraint", {"type": "keep_out", "object": "kettle", "distance_m": 0.15}, "at least 15 cm from the kettle"),
    ("constraint", {"type": "keep_out", "object": "kettle"}, "pass behind the kettle, not in front | the kettle's in the way, go round"),
    ("constraint", {"type": "height", "object": "robot", "limit": "above", "reference": "teapot"}, "go over the top of the teapot"),
    ("goal", {"relation": "on", "reference": "table centre"}, "leave it in the middle of the table"),
    ("goal", {"relation": "upside_down", "reference": "tomato"}, "it should end up bottom side up"),
    ("embodiment", {"arm": "left"}, "do it left-handed"),
    ("embodiment", {"arm": "both"}, "it's too heavy for one hand"),
    ("skill", {"new": "pull"}, "don't carry it, drag it"),
    ("order", {"op": "insert", "what": "place(plate, tray)", "when": "next"}, "don't forget the plate afterwards"),
    ("order", {"op": "skip", "what": "next"}, "you can leave out the step after this"),
    ("fact", {"predicate": "upright", "args": ["tomato"], "value": False}, "it fell over"),
    ("fact", {"predicate": "is_a", "args": ["tomato", "lemon"], "value": True}, "that's a lemon, not a tomato"),
    ("preference", {"scope": "object:kettle", "rule": {"kind": "constraint", "effect": {"type": "no_touch", "object": "kettle"}}},
        "never touch my kettle"),
    ("praise", {"value": "good"}, "you're getting the hang of it | you're doing brilliantly | not bad"),
    ("praise", {"value": "bad"}, "what a mess you made | could be better"),
    ("confirm", {"value": True}, "okay | affirmative | that's the spot"),
    ("query", {"about": "ability", "object": "kettle"}, "are you even strong enough for the kettle"),
    ("constraint", {"type": "keep_out", "object": "teddy"}, "you're gonna squash teddy | you'll squish the teddy"),
    (
        "preference",
        {"scope": "skill:pour", "rule": {"kind": "rate", "effect": {"factor": "slower"}}},
        "always go slow when you are pouring | when pouring always go slow",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "effect", "said"), [(k, e, w.strip()) for k, e, ws in MEANT for w in ws.split("|")])
def test_another_speakers_wording_means_the_same(kind: str, effect: dict[str, Any], said: str) -> None:
    read = read_correction(said, STATE)
    assert (read.kind, dict(read.effect), read.ask) == (kind, effect, False)


@pytest.mark.parametrize(
    "said",
    [
        "my grandson is in his second year already",
        "my keys are in the car",
        "my husband is under the weather",
        "my neighbour got caught speeding",
        "he broke his arm last year",
        "freeze some of these peas later would you",
        "why'd you stop",
        "ward three good morning, can you hold please, I'll put you through",
    ],
)
def test_talk_of_others_and_to_others_is_no_halt(said: str) -> None:
    assert not is_halt(said)
    assert read_correction(said, STATE).kind in ("none", "resume", "query")


@pytest.mark.parametrize(
    "said",
    [
        "my hair is in it",
        "my cat is under the arm",
        "my son is in the way",
        "my brother is caught in there",
        "my sleeve got caught",
        "my hand is in there this time",
        "call a doctor my hand is stuck",
        "you crushed my hand two seconds ago",
        "hold it, I am on the phone",
        "can you hold",
    ],
)
def test_somebody_caught_or_in_the_way_is_a_halt(said: str) -> None:
    assert is_halt(said)


def test_a_halt_with_a_warning_of_what_will_be_hit_is_the_halt_alone() -> None:
    assert read_correction("nooo stop robot you're gonna squash teddy", STATE).kind == "halt"


def test_this_side_and_not_that_beside_a_thing_on_this_side_is_asked_about() -> None:
    read = read_correction("right, not left", BOTTLE)
    assert read.ask
    assert {c["kind"] for c in read.candidates} == {"nudge", "target"}


@pytest.mark.parametrize("bindings", [{}, {"object": "kettle"}, {"object": "tomato", "target": "tray"}])
def test_next_to_is_one_relation(bindings: dict[str, str]) -> None:
    """And so nothing that is done next, and then something else."""
    read = read_correction("put the tomato next to the tray", Dialogue("place", bindings, THINGS))
    effects = [p.effect for p in read.parts or (read,)]
    assert not any(e.get("op") == "insert" and e.get("when") == "next" for e in effects) or read.kind == "order"
    assert all(e.get("relation", "next_to") == "next_to" for e in effects)
