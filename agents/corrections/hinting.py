"""Shifts and turns that are only hinted at: what is wrong with where the hand is, and what it will run into or miss."""

from __future__ import annotations

import re

from heedful.agents.corrections.classes import GRAMMAR, OPPOSITE
from heedful.agents.corrections.constructions import CLASSES, Maker, Match, Part
from heedful.agents.corrections.magnitudes import Amount
from heedful.agents.corrections.motion import nudge, rotate

CLASSES |= {
    "hangs": "hanging|sticking|poking|jutting|leaning|going|getting|sitting|standing|dangling|hovering|drifting|floating",
    "touching": "touching|scraping|dragging|brushing|rubbing|grinding|catching|bumping|scratching|grazing|bumping_against|scraping_along|"
    "scraping_on|dragging_on|dragging_along|dragging_over|hitting|catching_on|pressing_on|pressing_into|digging_into|resting_on",
    "gap": "gap|space|room|distance|clearance|air|play|headroom",
    "little": "a_bit|a_little|a_tad|slightly|somewhat|just|a_touch|a_fraction|a_hair|a_shade|a_smidge|a_little_bit|a_tiny_bit|a_wee_bit",
}  # fmt: skip


def _way(direction: str, frame: str = "default") -> Maker:
    return lambda m: nudge(direction, frame, m.get("amt") or m.amount)


def _fault(m: Match) -> Part:
    direction, frame = m["dir"]
    far = re.search(r"\b(?:way|miles|far|lots|much) too\b", m.said)
    said = m.get("amt") or m.amount
    return nudge(OPPOSITE[direction], frame, Amount("lot") if far else None if said == Amount("lot") else said)


def _shift(m: Match) -> Part:
    direction, frame = m["dir"]
    return nudge(direction, frame, m.get("amt") or m.amount)


def _misses(m: Match) -> Part | None:
    """`you will miss the bowl on the left`: what goes by on the left has to go right."""
    direction, frame = m["dir"]
    return nudge(OPPOSITE[direction], frame, m.amount) if direction in ("left", "right") else None


def _sideways(m: Match) -> Part:
    """To which side, nobody said."""
    effect = {
        "direction": ["left", "right"],
        "frame": "default",
        "magnitude_m": (m.amount.value if m.amount and m.amount.unit in ("word", "m") else "default"),
    }
    return Part("nudge", effect, True, tuple({"kind": "nudge", "effect": {**effect, "direction": side}} for side in ("left", "right")))


g = GRAMMAR.add
g(
    _sideways,
    """
    [<move>] [<it>] [<little>] [more] sideways|sidewards|to_the_side|to_one_side|aside [<little>]
    [<move>] [<it>] {amt} [more] sideways|sidewards|to_the_side|to_one_side
""",
    cost=0.48,
)
g(
    _way("away", "explicit_person"),
    """
    [<subject>] in|almost_in|right_in|nearly_in my face|way|space|personal_space|lap
    [<subject>] crowding|cramping me [in]
    [give|leave|let] me [have] some|more|a_bit_of|a_bit_more|a_little|enough|my space|room|breathing_space|elbow_room|air
    not so|that|too|quite_so|as close|near to me|us
    not so|too|that close|near for my taste|liking|comfort
    back off from|of me|us
    go|get|move|keep|stay|back|step [a_bit|a_little|some|further|well|right|far] away|off|back|clear [from|of] me|us|here|my_face|\
        where_i_am|\
        where_i_sit|where_i_stand
    [<subject>] [<too>] near|close|near_to|close_to me|us|my_face
    [a_bit|a_little] further|farther|more away|off from where i am|sit|stand
""",
    cost=0.38,
)
g(
    _way("towards", "explicit_person"),
    """
    [<move>] [<it>] [a_bit|a_little|further|much|even] nearer|closer|over|up|more|towards|toward|across [to|towards|toward] where i|we \
        am|sit|\
        stand|are [sitting|standing|now|seated]
    [<move>] [<it>] [a_bit|a_little] nearer|closer so [that] i can reach|get [it|to_it|at_it]
    i|we can not|hardly|barely [quite] reach|get_to|get_at it|that|there [from_here|from_there]
    within|in my reach
    bring|put|move|get [it] [to] within|in|into my|arm_s reach
    [<subject>] too far away|off|out for|from me|us [to_reach|to_get_at|here]
    [<subject>] out of my reach
    this way [please|a_bit|a_little|over_here|towards_me]
    come here|this_way|over|over_here|to_me|hither|my_way [a_bit|a_little|please]
    come|bring_it|move_it|bring_that|shift_it|swing_it here|over_here|hither [<little>|please]
    [a_bit|a_little] in my direction
""",
    cost=0.4,
)
g(
    _way("up"),
    """
    [<subject>] [nearly|almost|going_to|about_to|gonna|still|just] <touching> [on|along|over|against] the table|desk|bottom|surface|\
        ground|floor
    you|it|that|this|the_arm need|needs|could_use|could_do_with|wants|want [<little>|some|more|a_bit|a_little|a_little_more] [more|of] \
        height|clearance|altitude|headroom|air [under|below|underneath] [it|you]
    [get|gain|give_it|give_me|a_bit|some|add|leave] more|some|a_bit_of|a_little|extra|a_bit_more height|altitude|clearance|headroom
    [<subject>] not clearing|clear [the|it|of] [rim|edge|side|top|brim|wall|lip|sides|it]
    clear the rim|edge|side|top|brim|wall|lip
    [<subject>] [<still>] sitting|hanging|hovering|flying|going|running too low
    get [it|that|this|your_hand|the_arm|yourself] [up] off the table|ground|floor|surface|desk|bottom [<little>|a_bit_more]
    <subject> [<little>] too low|low_down|far_down [there|now|yet|for_that|for_it]
    there is no|not|hardly|barely [enough|any] clearance|room|space|gap|air under|below|underneath|beneath [it|that]
    skywards|heavenwards|ceilingwards|towards_the_ceiling|to_the_ceiling|towards_the_sky
    <move> [<it>] [<little>|more|further] off the table|ground|floor|surface|desk
    gain [<little>|some|a_bit_of] height|altitude
    pick it up [<little>|a_bit_more|higher|further|more]
    bring|take|get <it> up [<little>|more|further|higher]
    up|upwards you go|come
    up with it|that|the_hand|the_arm [<little>]
    head|nose up
""",
    cost=0.4,
)
g(
    _way("down"),
    """
    <subject> [<still>] hovering|floating|hanging|sitting|flying [<little>|way|far|much] [too|in|up] high|in_the_air|mid_air|up_there|\
        up_in_the_air|above_it
    [<subject>] [still] not [yet|quite] touching|on|at the|it|down table|surface|ground|bottom|desk [yet]
    [<subject>] [still] not [yet|quite] touching [it|down] yet
    [<subject>] [still] not|nowhere [yet|quite|near] [far|deep|low] down enough
    [<subject>] [still] not|nowhere [yet|quite|near] deep|low enough
    <move> [<it>] [<little>|further|more] towards|toward|closer_to|nearer_to|nearer|to|onto|down_to|down_towards the table|surface|\
        ground|floor|desk|\
        table_top
    lose|shed|drop [<little>|some|a_bit_of] height|altitude
    <subject> [<little>] too|rather|pretty high|high_up|far_up [there|now|yet|for_that|for_it|off_the_table|above_the_table]
    [your|the] hand|arm|gripper [is] [<little>] [too] high
    bring|take|get <it> down [<little>|more|further|lower]
    down|downwards you go|come
    down with it|that|the_hand|the_arm [<little>]
    let yourself down
    reduce|decrease|lower your|the height|altitude
    not up there|so_high_up
    head down
    squat|crouch|duck|stoop [down|<little>|lower]
""",
    cost=0.4,
)
g(
    _fault,
    """
    [<subject>] [way|far|a_bit|a_little|slightly|miles|lots|much] too much|far|far_over|far_off|far_out|far_along [to|on|over] {dir} \
        [now|for_me|\
        there|already]
    too much {dir}
    [<subject>] [a_bit|slightly|a_little] off|off_course|off_target|off_centre|off_center|out|over|skewed|displaced|wrong|out_of_line \
        [by|about] [{amt}] \
        [too_far] [to] {dir} [side]
    [<subject>] {amt} too far|much {dir}
    [<subject>] {amt} off|out|over [to] {dir}
    <dont> go|drift|move|wander|pull|veer|come|stray|swing|creep [off] [so|that|too|quite_so] [far|much] [over] {dir}
    you|it|that|the_arm|this keep|keeps|kept [on] drifting|going|pulling|veering|moving|sliding|creeping [off] [too_far] {dir}
    <subject> come|gone|ended_up|landed|finished|stopped|wound_up|sitting [<little>] too_far {dir}
    that far|much {dir} is too much
""",
    cost=0.44,
)
g(
    _misses,
    """
    you|it|that [will|are|is|would|going_to|gonna] [going_to|about_to] miss|missing|pass|passing [it|{np}] [on|to|at] {dir} [side]
""",
    cost=0.38,
)
g(
    _shift,
    """
    [a_bit|a_little] over {dir} [<little>|please|now|there]
    try|do|go_for|attempt|take [going|moving|it] [<little>|some] [more|further] {dir}
    you|it|that|the_arm|this should|must|need|needs|could|can|might|may|want|wants|ought|has|have|will|would [have|has|to|better|best] \
        [to] [be|go|come|move|get|stand|sit|shift] [<little>|some|rather|still|even] [more|further|over] {dir}
    [can|could|would|will|may|might] [you|we|i] [have|get|see|make|bring|take|put] it|that|this|the_arm|everything|you|things [<little>|\
        some] \
        [more|further|over] {dir}
    let us|me|s go|move|have|get|take|try|see [it|that] [<little>|some] [more|further|over] {dir}
    <move> [<it>] [<little>|a_few_more|a_few] more|further {dir}
    {dir} with|for it|that|the_hand|the_arm|your_hand|the_gripper [<little>|now]
    {dir} a|one|another step|notch|nudge
    there is [still] room|space|some_way|a_bit|more_room {dir}
    [still|just|only] needs|wants|takes|lacks|lacking|missing {dir} [<little>|more]
    by|about {amt} [more|further] {dir}
    keep|carry|go [on] moving|going|coming|shifting|sliding|drifting|heading|on [<little>|still|a_bit_further|further] {dir}
    a|one|another|just_a|only_a [tiny|small|little|wee|slight|gentle|single] step|nudge|touch|push|shove|budge|hop|notch|tick|shift|\
        move|bump {dir}
    steer|veer|bear|tack|drift|sway|keep|swerve|deviate|aim|tend|lean|trend|swing|bias [<it>] [<little>|more|further|hard] {dir}
    compensate|adjust|correct|err [<little>|more|a_bit_more] {dir}
    {dir} i|we said|meant|mean|want|wanted|say|need|would_say|think
    i|we talking_about|would_say|would_go {dir}
    more of|towards the {dir}
    [be|go|come|get|stay|sit] [<little>] [more] {dir} than that|this|now|before|it_is|you_are|where_you_are
""",
    cost=0.46,
)
g(
    lambda m: _shift(m) if m["amt"].unit == "m" else None,
    """
    {amt} [more|further|of_that|please|over|worth] {dir}
    {dir} [,] [by|say|about|maybe|exactly|roughly|like|some|only|just|another] {amt}
    make|do|call it|that {amt} [more|further] {dir}
""",
    cost=0.62,
)
g(
    lambda m: rotate("pitch", "up", m.amount) if m.dialogue.running_skill == "pour" else None,
    """
    it|that|this|the_water|water|the_liquid is|comes|flows|runs|pours coming|flowing|running|pouring|going [out|in] [<too>|too|way_too|\
        much_too|far_too] fast|quick|quickly|much|hard|strongly|rapidly
    the_water|water|the_liquid comes|flows|runs|pours [out|in] [<too>|way_too] fast|quickly|much|hard
    ease|back|let [up|off] [on] the pour|flow|tilt|pouring
    slow|reduce|lessen|decrease|cut the flow|pour|stream|trickle [down]
    [just] a [thin|gentle|small|slow] trickle|dribble
    tip|tilt|bring|turn|pull it|that|the_spout|the_jug [back|up] [up|a_bit|a_little] [so_it_does_not|or_it] [overflow|overflows|run_over]
""",
    cost=0.37,
)
g(
    lambda m: rotate("pitch", "down", m.amount) if m.dialogue.running_skill == "pour" else None,
    """
    [it|that|the_water|water|the_liquid] is|comes|flows|runs|does|pours barely|hardly|only|not coming|flowing|running|dripping|come|\
        trickling [out]
    it|that|the_water|water|the_liquid is|comes|flows|runs|pours [coming|flowing|running|dripping|trickling] [out] <too>|too|so|\
        much_too|far_too slowly|slow|little
    nothing is|comes [coming] out
    increase the flow|pour|stream|tilt
    let it flow|run|pour [more|faster|out|freely]
    more of the water|liquid|tea|coffee|milk|juice
""",
    cost=0.37,
)
