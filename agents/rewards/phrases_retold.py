"""Corrections in more words: by how much more, numbers without a unit, as often, another foot, all the way, how to do it."""

from __future__ import annotations

from heedful.agents.corrections.constructions import SLOTS, Part, Reader
from heedful.agents.rewards import phrases_amended  # noqa: F401  what is likelier comes first
from heedful.agents.rewards.phrases import ASIDE, mark
from heedful.agents.rewards.phrases_edit import AMOUNT, CARE, EDITS, FLIP, OTHER, STOP, SWAP, change, part
from heedful.agents.understanding.amounts import number
from heedful.agents.understanding.unwrapping import rules

e = EDITS.add
TAKEN_OFF = rules(
    (r"^(?:no|nope|stop|hold on|hang on|scrap that|forget that|forget it|never mind|not that|not like that|not that one|"
     r"that is (?:wrong|not right|not it|not what i meant|not what i want|not what i wanted))(?: (?:no|wait|sorry|actually))* , "
      r"(?=[a-z])", ""),
    (r"^(?:wait|actually|sorry|oops|oh|hm|hmm|ah|hey|but|rather|instead|well|ok|yes|good|great|on second thoughts?|i changed my mind|"
     r"change of plans?) ,? ?(?=[a-z])", ""),
    (r"(?: ,)? (?:instead|rather|though|this time|from now on|after all|in its place|in place of that|not that|not this)$", ""),
    (r"(?: ,)? (?:instead of|rather than|and not|not|no longer) (?:just )?[a-z]+ing(?: it| there| to it)?$", ""),
    (r"^(?:i|we) (?:actually |really )?(?:meant|mean|said|want|wanted|would rather|would prefer|prefer|would like|was thinking of|"
     r"was talking about)"
     r"(?: you to| that you| for you to| to)?(?: have)? (?=(?:[a-z]+) )", ""),
    (r"(?: ,)? (?:as|while) you (?:go|walk|move|run|trot|do (?:so|it|that)|are at it)(?: along)?$", ""),
    (r"^it (?:should|must|has to|needs to|ought to|would be better to|would be better if you|might be better to) ", ""),
    (r"^(?:i think|i feel|i find|it seems|i would say)(?: that| like)? ", ""),
)  # fmt: skip
"""What stands around a correction: that the last was wrong, and that this takes its place."""


def _bare(reader: Reader, at: int) -> list[tuple[float, int]]:
    """A number without a unit, at the end of what is said."""
    return [(n, end) for n, end in number(reader.words, at) if end == len(reader.words) and reader.words[at] not in ("a", "an")]


SLOTS["bare"] = _bare
e(part(AMOUNT), """
    make|set|drop|raise|lower|bring|put|have|lift|reduce|increase|keep|take [it|that|this] [to|at|about|only|just] {bare}
    make it|that {bare}
    [to|only|just] [about] {bare}
""", 0.4)  # fmt: skip
for more, words in ((True, "faster|quicker|more_quickly|more"), (False, "slower|more_slowly|less")):
    e(change("speed", more), f"""
    [go|move|be|do_it|walk|run|trot|by] [by|about] {{mps:by_speed}} {words}
    [go|move|be|do_it|turn|spin|by] [by|about] {{radps:by_spin}} {words}
    {words} by [about] {{mps:by_speed}}
    {words} by [about] {{radps:by_spin}}
""", 0.15)  # fmt: skip
    e(change("hz", more), f"""
    {{share:times}} as often|frequently|many [times]
    {words} by [about] {{hz:by_hz}}
""" if more else """
    less|not_so|half often|frequently
""", 0.26)  # fmt: skip
for dim, ups, downs in (
    ("speed", "pick_up_speed|gain_speed|more_speed|step_on_the_gas|go_for_it|move_it|hurry_up|hurry|make_haste|put_your_foot_down|"
     "get_moving|rev_up|speed_it_up|speed_up|get_going|"
     "quick|quickly|fast|faster_please|crank_it_up|shift_up_a_gear|up_a_gear|let_us_go_faster|do_it_fast|do_it_quickly|run_faster|"
      "walk_faster|go_faster",
     "lose_speed|less_speed|slow|slowly|not_so_quickly|brake|put_the_brakes_on|go_slow|go_easy|easy|easy_does_it|ease_up|"
      "do_it_slowly|shift_down_a_gear|down_a_gear|"
     "take_your_time|no_rush|no_hurry|slowly_now|calm_down|dial_it_back|tone_it_down|walk_slower|go_slower|not_that_quick|"
      "no_need_to_rush|no_need_to_hurry|slow_it_down"),
    ("height", "higher_still|higher_yet|even_higher|up_a_notch|up_a_bit|up_some_more|up_more|increase_the_height|more_height|"
     "raise_it_more|get_it_higher|bring_it_up|lift_it_more|"
     "not_high_enough|too_low_still|it_can_go_higher|you_can_go_higher|go_higher",
     "lower_still|lower_yet|even_lower|down_a_notch|down_a_bit|down_some|down_more|reduce_the_height|less_height|get_it_lower|"
      "bring_it_down|lower_it_a_bit|too_high_still|go_lower"),
    ("lean", "straighter|more_erect|stand_straighter|stand_more_upright|more_vertical|straighten_up|be_more_upright|up_straighter",
     "less_erect|less_straight|less_vertical"),
    ("near", "give_it_more_room|further_back|stand_back|back_off_a_bit|not_that_near|keep_back|move_back_a_bit|farther_from_it|"
     "leave_more_room|more_clearance",
     "right_up_to_it|even_closer|even_nearer|get_closer|go_closer|go_nearer|come_nearer|come_closer|not_so_far_off|not_so_far_away|"
      "not_close_enough|not_near_enough"),
    ("far", "open_it_more|more_open|open_it_further|open_it_wider|wider_still|further_still|push_it_further|pull_it_further|"
     "keep_going|more_than_that|open_wider|turn_it_further|turn_further",
     "close_it_a_bit|not_so_wide|not_so_wide_open|not_that_wide|open_it_less|less_far|less_than_that|not_that_far|close_it_some|"
      "turn_it_less|turn_less"),
):  # fmt: skip
    for more_, words in ((True, ups), (False, downs)):
        e(change(dim, more_), f"""
    {words} [please|now|there]
""", 0.36)  # fmt: skip
e(part(AMOUNT, share=1.0), """
    [open|pull|push|turn|slide|go] [it|that] all the way [open|out|on|up]
    [open|pull|push|turn] [it|that] fully|completely|entirely|totally|wide [open|out|on]
    [to] the max|maximum|stop|limit
    as far|wide as it|possible|you [goes|can|will] [go]
""", 0.34)  # fmt: skip
for more, verbs in ((True, "add|plus|another|increase_by|raise_by|increase_it_by|raise_it_by"), (False, "subtract|minus|take_off|"
 "reduce_by|decrease_by|reduce_it_by|"
    "lower_it_by|drop_it_by")):  # fmt: skip
    e(change("speed", more), f"""
    {verbs} {{mps:by_speed}} [more]
    {verbs} {{radps:by_spin}} [more]
""", 0.15)  # fmt: skip
    e(change("amount", more), f"""
    {verbs} {{metres}} [to|from] [it|that]
    {verbs} {{angle}} [to|from] [it|that]
""", 0.24)  # fmt: skip
e(part(AMOUNT, share=0.2), """
    [just|only] a|the [tiny|little|small] trickle|drip|crack|slit|gap|dribble|chink
""", 0.3)  # fmt: skip
e(part(STOP), """
    put|set|bring|lower|drop|take|get {feet} [back] [down] on|to|onto the ground|floor
    put|set|bring|lower|get {feet} [back] down
    put that|it|this [paw|foot|leg] [back] [down] [on|to|onto] [the] [ground|floor]
    paw|foot|leg down
    feet|paws [back] [down] on the ground|floor
    {feet} down|back_down [again]
""", 0.3)  # fmt: skip
e(part(OTHER), """
    [it_should_be|not_that_one|wrong_one|wrong_leg|wrong_paw|wrong_foot|use|try|take|make_it|lift|raise|do_it_with|with|\
that_is_the_wrong_one] [,] the other [front|rear|back|hind|one] [leg|paw|foot|limb|one|side]
    wrong leg|paw|foot|limb|side
    do it with|on the other [leg|paw|foot|side|one]
    the one on the other side
    both [of] {feet}
    make it|that both [of] [{feet}]
    try|use|take|pick {feet} [instead|rather]
    {feet} [would] [be] better|i_meant|i_mean|i_said
""", 0.33)  # fmt: skip
e(part(FLIP), """
    wrong way|direction [round|around]
    [on|to|at] its|the other|opposite|far|wrong side [of] [it|that] [please]
    reverse|flip|invert [it|that|your_direction|the_direction]
    go|turn|spin|rotate|move [back] in the other|opposite|reverse direction|sense|way
    {way} [i_said|i_meant|i_mean|not_that_way|instead|rather]
    not {way:_} [,] [but|rather] [to] [the] {way}
    to|towards the {way} [i_mean|i_meant|i_said|side]
""", 0.36)  # fmt: skip
e(lambda m: Part(SWAP, {"np": m["np"], "to": m["np"], "place": False}), """
    i|we meant|mean|said|wanted|want {np} [,] [and|but] not {np:_}
    {np} [,] [and] not {np:_}
    {np} i meant|mean|said|want
    make it|that {np} [instead|rather]
    it|that should be|have_been {np} [not] [{np:_}]
    do|try|use|take|do_it_to|do_that_to|do_the_same_with|do_it_with {np} [instead|rather|please]
    wrong thing|one|object [,] [i] [meant|want|take|use] {np}
    replace {np:_} with|by {np}
    swap|exchange|change {np:_} for|with|to {np}
""", 0.34)  # fmt: skip
e(lambda m: Part(SWAP, {"np": m["np"], "to": m["np"], "place": True}), """
    [it|that] should|must|has_to|needs_to go|be|end_up in|into|on|onto|to|at|by {np} [instead|rather]
    go|walk|run|head|trot to|towards {np} [instead|rather]
    [put|place|set|drop] [it|that] in|into|on|onto {np} [instead|rather]
    [i] [meant|want] to|towards {np}
""", 0.36)  # fmt: skip
for term, words in {
    "balance": "balance|stability|keeping_balance|your_balance|staying_balanced|staying_stable|staying_on_your_feet|"
     "keeping_your_balance|not_falling_over|not_tipping_over",
    "smoothness": "smoothness|smooth_motion|smooth_movement|smooth_movements|fluid_motion|being_smooth|moving_smoothly|gentle_movements",
    "effort": "energy|saving_energy|effort|the_battery|your_battery|battery|battery_life|the_motors|your_motors|power|efficiency|"
     "energy_use|saving_power|torque",
    "posture": "posture|your_posture|your_pose|a_natural_pose|a_natural_posture|staying_relaxed|the_rest_pose",
}.items():  # fmt: skip
    e(part(CARE, term=term, more=True), f"""
    {words} is|are|matters|matter|counts|should_be|must_be|comes|has [even|much|a_lot|the|of] [more|most|first|higher] [important|\
priority|weight|importance|crucial|critical|key|essential] [now|here|to_me]
    be|pay more careful|attentive|mindful|attention|concerned|careful [about|with|to|of|for] {words}
    put|place|lay|set|give [a] [lot|bit] [of] more|greater|extra|higher weight|emphasis|importance|stress|value|focus|priority on|to {words}
    watch|mind|keep_an_eye_on|look_after|remember|think_of|think_about|prioritise|prioritize|increase|raise|emphasize|value|consider|\
take_care_of|care_about|worry_about [the] [weight|importance] [of|on] {words} [more|a_bit|better]
    more {words} [please]
    {words} first|above_all [please]
""", 0.34)  # fmt: skip
    e(part(CARE, term=term, more=False), f"""
    {words} is|are|matters|should_be|has less|not_so|not_that|not|of_less|lower [important|priority|weight|importance|critical] [now|\
here|to_me]
    do_not|no_need_to worry|care|bother|think|be_concerned [so|too|as|that] [much] about|for|with {words} [any_more|anymore|so_much|\
too_much|that_much]
    put|place|lay|give|pay less|lower|no|little weight|emphasis|importance|stress|value|focus|priority|attention on|to {words}
    reduce|lower|decrease the|your weight|importance|emphasis of|on {words}
    never_mind|ignore|forget|disregard|neglect [about] {words} [now]
    less {words} [please]
""", 0.34)  # fmt: skip
e(part(CARE, term="effort", more=True), """
    save|conserve|spare [some|the|your|more] energy|power|battery|motors
    use|spend|waste less|not_so_much energy|power|effort|force|battery|torque
    do_not waste|use [so] [much|your|the] energy|power|battery
    be more efficient|economical|energy_efficient|frugal
    more efficiently|economically
    with less effort|force|power|energy
""", 0.32)  # fmt: skip
e(part(CARE, term="smoothness", more=True), """
    do_not|no jerk|be_jerky|twitch|jerking|twitching [so|about|around] [much]
    more fluidly|gracefully|steadily|fluid|graceful|elegant|flowing
    [with] smoother movements|motion|motions|moves
    make|keep [it|your|the] [movements|motion|motions] [more] smooth|smoother|fluid
    smoothly [please|now]
    less abrupt|abruptly|jumpy|jolty
""", 0.34)  # fmt: skip
e(part(CARE, term="balance", more=True), """
    do_not|careful_not_to|try_not_to|careful_you_do_not lose|fall|tip|topple|stumble|tumble|wobble [your|the] [balance|over]
    keep|hold|mind|watch|maintain your|the balance [better|more]
    be|stand|stay more|steadier steady|stable|balanced|sure_footed
    [you_are] wobbling|swaying|shaking|tottering [too_much|a_lot]
    steady [now|there|on]
""", 0.34)  # fmt: skip
e(part(CARE, term="posture", more=True), """
    relax|loosen_up|be_more_relaxed|stay_relaxed|more_relaxed|more_naturally|be_more_natural
""", 0.36)  # fmt: skip
e(change("gentle", True), """
    it|they bruises|breaks|is_fragile|spills|is_delicate|bruise|break
    more|be [more] gentle|careful|gently|carefully|softly|delicately [with] [it|that|them]
    mind|watch it|that|out
    careful [now|there|with_it|with_that]
    do_not break|drop|squash|crush|spill|bruise [it|that]
""", 0.34)  # fmt: skip
e(mark(ASIDE), """
    that|it is|was not it|right
    that|this|it is|was|looks|would_be good|nice|great|fine|better|perfect|ok|high_enough|fast_enough|far_enough|low_enough|wrong|lovely
    good|nice|great|well job|work|done|going
    almost|nearly [there|right|good]
    i|we think|guess|feel|like|said
    not quite
    not [quite] like_that|what_i_meant|right|there
    if possible|you_can|you_please
    just|only|but|yet|still|even|maybe|perhaps
    hold|hang on
    my mistake|bad|fault
    on second thought|thoughts
    could|would|can|will you [please|kindly|just]
    would you mind
    i|we would like|love|prefer|appreciate [it] [if|you] [you|to] [could|to]
    i|we want|need you|it|this|that to [be|go]
""", 0.2)  # fmt: skip
