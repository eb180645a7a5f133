"""Constructions that both kinds of bodies share: how fast, how far, how much, in which order, and what is said around a request."""

from __future__ import annotations

import re
from typing import Any

from heedful.agents.corrections.constructions import Grammar, Maker, Match, Part
from heedful.agents.corrections.dialogue import FLOOR, ROBOT, TABLE
from heedful.agents.corrections.things import Meant
from heedful.agents.rewards import slots  # adds the slots
from heedful.agents.rewards.acts import Act

ACT, WITH, THEN, WHILE, ASIDE, TIME, MENTION = "act", "with", "then", "while", "aside", "time", "mention"
"""Kinds of parts: an act, more said of one, marks between acts, what changes nothing, the time of day, a thing that is only spoken of."""

SHARED = {
    "dog": "the_dog|the_robot|the_robot_dog|your_dog|the_quadruped|the_dog_robot|robot_dog|the_arm|the_robot_arm|your_arm|it|him|her|"
    "the_gripper|the_hand|your_hand",
    "be_": "be|is|are|s|stays|stay|stands|should_be|needs_to_be|must_be|has_to_be|ends_up|should_end_up|needs_to_end_up|has_to_end_up|"
    "must_end_up|keep|being|lies|gets|goes|remains",
    "ground": "the_ground|the_floor|the_earth|ground|floor|the_carpet|the_grass",
    "body": "body|torso|trunk|back|belly|yourself|self|tummy|centre_of_mass|center_of_mass|com|frame|base|chassis|spine|stance|core|height|"
    "whole_body|hull",
    "your": "your|the|its|his|her|my",
}
"""Classes of words that constructions for both kinds of bodies use."""
LEGGED, ARM = Grammar(dict(SHARED)), Grammar(dict(SHARED))
"""Every construction of a request to a body of each kind."""
WIDE = Grammar(LEGGED.classes, LEGGED)
"""More of them for a body on legs, tried where nothing is made of a request by those alone: what they change no other words mean."""


def act(kind: str, **features: Any) -> Maker:
    """An act with what a construction tells of it, and with what fills its slots."""

    def made(m: Match) -> Part | None:
        has = filled(m)
        if m.amount is not None and m.amount.unit == "m" and slots.goes_on(m.words, m.end):
            return None  # so far in a second is a speed
        if any(no_thing(m) for v in has.values() for m in (v if isinstance(v, tuple) else (v,)) if isinstance(m, Meant)):
            return None
        return Part(ACT, {"act": Act(kind, {**features, **has})})

    return made


GROUNDS = frozenset({"ground", "floor", "table", "desk", "tabletop", "surface", "counter", "air", "side", "back", "top", "way", "height"})
"""Nouns that constructions have of their own, and that are no things."""


def no_thing(meant: Meant) -> bool:
    """Whether it is the robot's own hand or what it stands at, which is not moved; or an adjective without a noun that fits nothing."""
    bare = not meant.names and (meant.how == "one" or meant.head in GROUNDS)
    return meant.name in (ROBOT, TABLE, FLOOR) or bare


def said(**features: Any) -> Maker:
    """More of an act."""
    return lambda m: None if m.amount is not None and m.amount.unit != "word" else Part(WITH, {"has": {**features, **filled(m)}})


_BOUND = re.compile(
    r"\b(?:(at least|no less than|not less than|more than|no lower than|not lower than|a minimum of)|"
    r"at most|no more than|not more than|no higher than|not higher than|a maximum of) (?=[\w.]+)"
)
"""Before a length that is only to be reached, or not to be passed."""
FEATURE = {
    "way": "dir",
    "armway": "dir",
    "metres": "length",
    "mps": "speed",
    "radps": "spin",
    "np": "to",
    "sky": "compass",
    "sizeword": "size",
    "secs": "for_s",
}
"""Slot -> the feature that it tells, where it has another name."""


def filled(m: Match) -> dict[str, Any]:
    """The features that the slots of a match tell, and the amount said within it."""
    made = {FEATURE.get(k, k): v for k, v in m.slots.items() if k not in ("anything", "_")}
    if m.amount is not None and m.amount.unit == "word" and "size" not in made:
        made["size"] = m.amount.value
    if m.amount is not None and m.amount.unit == "m" and not {"length", "to_length"} & made.keys():
        made["length"] = float(m.amount.value)
    if {"length", "to_length"} & made.keys() and (bound := _BOUND.search(m.said)) and "sense" not in made:
        made["sense"] = "at_least" if bound[1] else "at_most"
    if m.amount is not None and m.amount.unit == "percent" and "share" not in made:
        made["share"] = float(m.amount.value) / 100
    if m.amount is not None and m.amount.unit == "s" and "for_s" not in made:
        made["for_s"] = float(m.amount.value)
    if m.amount is not None and m.amount.unit == "deg" and "angle" not in made:
        made["angle"] = float(m.amount.value) * 3.141592653589793 / 180
    return made


UNTIL = "until"
"""Between what is done and what it is done for: `turn round so that you face the door`."""


def mark(kind: str) -> Maker:
    return lambda m: Part(kind, dict(m.slots))


def add(maker: Maker, patterns: str, cost: float = 0.5, to: tuple[Grammar, ...] = (LEGGED, ARM)) -> None:
    """Add constructions to the grammars of both kinds of bodies."""
    for grammar in to:
        grammar.add(maker, patterns, cost)


add(mark(THEN), """
    then|afterwards|after_that|next|finally|and_then|when_you_are_there|once_you_are_there|when_done|after_which|subsequently|lastly
    when|once you|it|that have|has|is|are arrived|done|finished|there|reached_it|got_there
""", -0.02)  # fmt: skip
add(mark(UNTIL), """
    until|so_that|till|such_that|in_order_to
    until|so_that|till|such_that|so you [are]
""", -0.01)  # fmt: skip
add(mark(WHILE), """
    while|whilst|meanwhile|at_the_same_time|simultaneously|as_well|while_you|as_you|while_you_are|while_it_is|with|while_keeping|as_it
    and also|keep|meanwhile|at_the_same_time|simultaneously
""", -0.02)  # fmt: skip
add(mark(ASIDE), """
    make|have|let|get|tell|command|ask <dog> [to]
    make sure|certain [that] [<dog>|you] [to]
    i|we want|need|wish|would_like|would_love|d_like [for] <dog>|you [to]
    i|we want|need|would_like to see <dog>|you
    i|we want|need|would_like to
    [i] would|could|can|will|might you|it [please] [to]
    would you mind
    your task|job|goal|aim is to
    the goal|idea|aim|task is for <dog> to
    [first|firstly] of_all|first|firstly|to_start_with
    try|start|begin|continue|go_on|keep_on|proceed to
    start|begin|continue|keep_on|go_on
    boy|girl|doggy|doggie|buddy|pup|good_boy|good_girl|dog|doggo|spot|fido|rex
    for me|us|now|a_while|a_bit|a_moment|the_camera
    stay|remain like_that|like_this|that_way|there|so|in_that_pose|in_this_pose|in_that_position
    hold|keep that|this|the pose|position|posture
    and stay|hold|keep_it|remain|stop|wait
    like a|the dog|puppy|good_dog|real_dog|cat|doggy [would|does] [{anything}]
    like dogs|cats|puppies do
    as a dog|puppy does|would|might
    as dogs do
    again|once_more|back_to_normal|if_you_please|nicely|properly|well|right_now|quietly|silently
    without making a|any noise|sound
    without falling|tipping [over|down]
    with your|the hand|gripper|fingers|arm|claw
    from|off|above|over the|this table|desk|tabletop|surface|counter
    on|across|along the table|desk|tabletop
    good|great|ok|nice|perfect [job|work]
    off|above|from|clear_of|on|onto|to <ground>
    in|into|up_in the air|sky
    in mid_air
    it is|s time to
    time to
    at a constant|steady|uniform speed|rate|pace
    in a straight line|direction
    of the room
    correct your_answer|that|yourself
    moonwalk|moon_walk means [that|the_robot|to] [you|robot] [should|to]
    good|great|ok|nice but|now
    all by yourself
""", 0.2)  # fmt: skip
add(said(gentle=True), """
    gently|softly|carefully|cautiously|delicately|tenderly|lightly|with_care|with_great_care|with_caution|nice_and_easy|with_a_light_touch
    <be_> gentle|careful|cautious|delicate
    in a gentle|careful way|manner
    as gently|carefully|softly as possible|you_can
    do it gently|carefully
    take|taking care
""", 0.3)  # fmt: skip
add(said(pace="slow"), """
    slowly|slow|unhurriedly|leisurely|at_low_speed|at_a_slow_pace|at_walking_pace|at_slow_speed|nice_and_slowly|in_slow_motion|\
at_a_slow_speed
    take|taking your time
    do_not|never|without hurry|rush|rushing|hurrying
    not too|so fast|quickly|quick
    at|with a leisurely|relaxed|slow|low|calm pace|speed
    as slowly as possible|you_can
""", 0.3)  # fmt: skip
add(said(pace="fast"), """
    fast|quickly|rapidly|swiftly|briskly|at_high_speed|quick|speedily|with_speed|at_a_fast_pace|at_speed|hurriedly|vigorously|energetically
    at|with a fast|high|quick|brisk pace|speed
    hurry [up]
    very|really|pretty|quite fast|quickly
""", 0.3)  # fmt: skip
add(said(pace="max"), """
    as fast|quickly|swiftly as possible|you_can|it_can|you_possibly_can|you_can_go|you_can_manage|you_can_move|you_can_run|it_can_go
    at top|full|maximum|max speed
    at full tilt|throttle|pelt
    flat out
""", 0.3)  # fmt: skip
add(said(level="max"), """
    as high|far|deep|wide|tall as possible|you_can|it_goes|it_will_go|you_possibly_can|it_can|they_go|you_are_able_to
    all the way [up|down|open|out]
    [to] the max|maximum
    completely|fully|entirely|totally|wide|to_the_limit|right_up|to_the_stop|all_the_way|in_full|right_out
""", 0.3)  # fmt: skip
add(said(level="lowest"), """
    as low|flat|small|close_to_the_ground|near_the_ground as possible|you_can|it_goes|it_will_go|you_possibly_can|it_can|you_are_able_to
""", 0.3)  # fmt: skip
add(said(level="high"), """
    [very|really|quite|nice_and] high
    high|way_up|high_up|higher|well_up|good_and_high|nice_and_high|up_high|even_higher|up_higher|higher_up
""", 0.25)  # fmt: skip
add(said(level="low"), """
    low|very_low|close_to_the_ground|near_the_ground|low_down|lower|down_low|close_to_the_floor|just_above_the_ground|just_off_the_ground
""", 0.35)  # fmt: skip
add(said(), """
    {sizeword}
    [by|about|around|roughly|for|of] {metres}
    [to|up_to|at|at_a_height_of|to_a_height_of|to_about] {metres:to_length} [high|height|above_the_table|above_the_ground|off_the_ground|\
tall|up|of_height]
    [by|about|through|around] {angle}
    at|with|to|about [a|about] [speed|rate|pace|velocity|of] [of] {mps}
    {mps}
    [at|with] [a] [speed|rate|pace] [of] {radps}
    [at|with] [a] [frequency|rate|cadence] [of] {hz}
    [for] {secs}
    [to|towards|toward|on|in] {way}
""", 0.3)  # fmt: skip
add(said(smooth=True), """
    smoothly|fluidly|gracefully|steadily|in_a_smooth_motion|elegantly
""", 0.3)  # fmt: skip
add(said(steady=True), """
    keep|keeping|hold|maintain|mind [your|the|its] balance
    balance|balancing
    without losing your|the balance
    stay|remain|be|keep balanced|stable|steady|upright|erect
""", 0.4, (LEGGED,))  # fmt: skip
add(lambda m: Part(TIME, {"sky": m["daytime"]}), """
    {daytime}
""", 0.2)  # fmt: skip
