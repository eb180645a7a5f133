"""Corrections as reactions: too much of it, half of that, not that one but another, and what people call out while they watch."""

from __future__ import annotations

from heedful.agents.corrections.constructions import SLOTS, Part, Reader
from heedful.agents.rewards import phrases_retold  # noqa: F401  what is likelier comes first
from heedful.agents.rewards.phrases import ASIDE, mark
from heedful.agents.rewards.phrases_edit import AMOUNT, CARE, CHANGE, EDITS, change, part
from heedful.agents.understanding.amounts import number

e = EDITS.add
EDITS.classes |= {
    "it": "it|that|this|them|those|the_lot|everything",
    "extent": "height|speed|pace|distance|angle|lean|tilt|turn|opening|gap|that|it|this|way|amount|lift|reach|hop|stride",
    "somewhat": "a_bit|a_little|a_tad|a_touch|slightly|just_a_bit|a_smidge|a_smidgen|some|a_hair|a_fraction|a_shade|a_wee_bit",
    "said": "said|meant|mean|wanted|want|asked_for|ordered|was_after|was_talking_about|had_in_mind|was_pointing_at|told_you",
}


def _numbered(reader: Reader, at: int) -> list[tuple[float, int]]:
    """A number without a unit, wherever it stands."""
    return [(n, end) for n, end in number(reader.words, at) if reader.words[at] not in ("a", "an", "one")]


SLOTS["numbered"] = _numbered
e(lambda m: Part(AMOUNT, {"to_length": m["to_length"]} if "to_length" in m.slots else {"bare": m["numbered"]}), """
    [i|we] <said>|should_be|should_have_been|it_should_be|it_should_have_been|make_it|make_that|try|go_for|more_like {numbered} [,] \
[and|but] not {numbered:_}
    [i|we] <said> {metres:to_length} [,] [and|but] not {numbered:_}
    not {numbered:_} [,] [but|make_it|make_that|i_said|i_meant|rather|try] {numbered}
    {numbered} [,] not {numbered:_}
""", 0.1)  # fmt: skip
e(part(AMOUNT), """
    [i|we] <said> {bare}
    [it|that] should|ought_to|was_meant_to|was_supposed_to [be|have_been] {bare}
    should been {bare}
    more like {bare}
    try|go_for|call_it|let_us_say|say {bare}
    [it|that] should|ought_to|was_meant_to|was_supposed_to [be|have_been] {metres:to_length}
    [i|we] <said> {metres:to_length}
    [i|we] <said> {mps}
    [i|we] <said> {angle:to_angle}
    more like|try|call_it|let_us_say|say {metres:to_length}
    more like|try|call_it|let_us_say|say {mps}
""", 0.22)  # fmt: skip
e(change("amount", False), """
    [that|it] [is|was] [a_bit|a_little|far|way|rather|slightly|somewhat|a_touch|a_tad|still] too much [of_a_good_thing] [for_me|now]
    [a_bit|a_little|far|way|rather|slightly] over|overdone|excessive|overkill
    you [have] overdid|overdone|overshot|overshoot [it|that]
    not so|that|quite_so|as much|strong|strongly|extreme|hard
    less extreme|dramatic|drastic|of_it|of_that
    tone|dial|turn|wind|scale it|that|this down|back [<somewhat>]
    cut|trim|scale|dial|wind|pare back|down [on_it|on_that|a_bit|a_little]
    back it off [<somewhat>]
    reduce|decrease|diminish|lessen <it> [<somewhat>]
""", 0.34)  # fmt: skip
e(change("amount", True), """
    [that|it] [is|was] not enough|sufficient [yet|by_far|at_all]
    [still] too little
    you [have] underdid|underdone|undershot [it|that]
    give <it> [a] [bit|little] more [welly|oomph]
    i|we could_do_with|want|need|would_like more
    increase|boost|extend|up <it> [<somewhat>]
    [a|some|bit|little|touch|tad] more than that
""", 0.4)  # fmt: skip
for _times, _words in ((0.5, "half|halve|cut_in_half|half_of|half_as_much|by_half|only_half|in_half"),
                       (2.0, "double|twice|twice_as_much|two_times|doubled|doubling|by_two"), (3.0, "triple|treble|thrice|three_times"),
                       (0.25, "quarter_of|a_quarter_of"), (0.33, "a_third_of|one_third_of")):  # fmt: skip
    for _dim, _of in (("speed", "speed|pace|tempo"), ("height", "height|lift|hop"), ("amount", "<extent>")):
        e(part(CHANGE, dim=_dim, more=_times > 1, times=_times), f"""
    [make|do|go|cut|have] [it|that] {_words} [the|your|that|this|of] {_of} [please|now|for_me]
    {_words} [a|the|of_a] {_of}
""", 0.27 if _dim != "amount" else 0.3)  # fmt: skip
    e(part(CHANGE, dim="amount", more=_times > 1, times=_times), f"""
    [make|do|go|cut] it|that|this|them {_words} [please|now]
""", 0.27)  # fmt: skip
e(part(CHANGE, dim="amount", more=False, times=0.5), """
    half as much [of] [a|the] [<extent>]
    only half [as] [much|of_that|that]
""", 0.26)  # fmt: skip
e(change("ease", False), """
    ease off|up [it|on_it|on_that] [<somewhat>] [now|there|please]
    let up [<somewhat>]
    rein|reel|pull it|that|her|him in [<somewhat>]
    rein in
    whoa [there] [boy|girl|tiger|cowboy|nelly]
    cool|slow your jets|roll|horses
    cool it
    throttle|gear|ratchet|wind|notch back|down [it] [<somewhat>]
    pump|hit|touch the brakes
    take it|that down a notch|peg [or_two]
    take your foot off the gas|pedal|accelerator
    where is the fire
    less haste|hurry|rush|gusto|vigour|vigor
    not so|that|quite_so hasty|hasty|frantic|frenzied|wild|keen|eager|hectic
    [a_bit|a_little|far|way] too frantic|hasty|wild|hectic|eager|keen|brisk|zippy
""", 0.3)  # fmt: skip
e(change("speed", True), """
    double|quick|at_the_double time
    double|quick time [march]
    at|on the double
    put|give [a_bit|some|more|a_lot] [of] [more] [welly|oomph|beans|life|energy|effort|heart|pep|zip|zest|vim|speed|elbow_grease|\
back|gas|juice] in|into it|that
    put your back|heart into it
    give it some|more [welly|oomph|beans|gas|stick|juice]
    look|step|jump lively|sharp|alive|to_it
    shake a leg
    get your skates|running_shoes on
    floor|gun|crank|boot|leg it [up]
    full steam|speed|throttle|tilt [ahead]
    step it|things|the_pace up [<somewhat>]
    pick things|the_pace up [<somewhat>]
    up the tempo|pace|ante
    giddy up
    less dawdling|dilly_dallying|faffing
    too|so sluggish|leisurely|sleepy|lazy|pokey|poky
    more pep|zip|zest|energy|urgency|oomph|gusto [please]
    snappier|livelier|zippier|perkier|peppier
    chop chop
    you|we have|do not_have all day
    a snail is|would_be faster
""", 0.32)  # fmt: skip
e(change("height", False), """
    [come|bring|get|take|go] [it|that] [back] down <somewhat>|again_a_bit
    [come|bring|get|take|go|lower] [it|that] [back] down to_earth
    not so|that lofty|elevated
    [a_bit|a_little|far|way|much] too lofty|elevated
""", 0.25)  # fmt: skip
e(change("amount", False), """
    less of a|that lean|tilt|turn|lift|hop|jump|spin|stretch
    [a_bit|a_little|slightly|somewhat] less open
""", 0.14)  # fmt: skip
e(change("up", True), """
    those|your|the <feetw> are|look [too|so|a_bit|rather] puny|tiny|feeble|weak|pathetic|small
""", 0.3)  # fmt: skip
e(change("height", True), """
    not high|tall enough [yet|still|by_far]
    [it|that|this|you] [is|are] not [nearly|anywhere_near|quite] high|tall|up enough [yet|still]
    sky|aim high|higher
    [let_us|i_want_to|we_want_to] see|have|get [some|more] [real|proper|serious] air|daylight under|beneath <your>|those|that [<feetw>|\
paw|foot|leg]
    more air|daylight|clearance [under|beneath] [<your>|those|that] [<feetw>|paw|foot|leg]
    [to] the sky|ceiling|moon
    [come|bring|get|take|go] [it|that] [back] up <somewhat>
""", 0.25)  # fmt: skip
e(change("tempo", True), """
    pick it up [<somewhat>]
""", 0.3)  # fmt: skip
e(change("body", True), """
    [now] rise|get_up|come_up|stand_tall|unfold|straighten_up|stand_up [up] out_of|from it|that|there [all_the_way] [up]
    all the way up
""", 0.33)  # fmt: skip
for _dim, _words in {"speed": "fast|quick", "far": "far|wide", "near": "near|close"}.items():
    e(change(_dim, _dim != "near"), f"""
    [it|that|this|you] [is|are] not [nearly|anywhere_near|quite] {_words} enough [yet|still]
""", 0.25)  # fmt: skip
e(change("near", True), """
    [give|leave] [it|them|him|her|me|us] [a] [bit|little] [more|some] [of] room|space|breathing_room|elbow_room|air [to_breathe] [there]
    <notso>|<too> snug|tight|cramped|squashed|crowded|cosy|cozy
    too close for comfort
    do_not crowd|squash [it|them|him|her]
""", 0.28)  # fmt: skip
e(change("far", False), """
    close|shut it|that|them <somewhat> [more]
    <somewhat> more closed|shut
""", 0.12)  # fmt: skip
e(part(AMOUNT, share=1.0), """
    [at|on] full blast|whack|bore|flow|tilt|throttle|on
    all the way [,] [please]
""", 0.3)  # fmt: skip
e(part(AMOUNT, share=0.0), """
    off|closed|shut [please|now|with_it]
    turn|switch|shut [it|that] [back] off|closed|shut [again]
    [turn|switch|shut] off [again]
    close|shut it|that [back] [up|again|completely|fully]
""", 0.36)  # fmt: skip
e(change("up", False), """
    softer|lighter|quieter|gentler|daintier <feetw>|footfall|tread|footsteps
    tread|step lightly|lighter|softly|quietly|daintily
    pitter patter
    less stomping|stamping|clomping|pounding|thumping
    do_not|stop stomp|stamp|clomp|pound|stomping|stamping|clomping|pounding [so] [much|hard]
""", 0.28)  # fmt: skip
e(part(CARE, term="effort", more=True), """
    energy|power|battery|the_battery|juice is precious|dear|expensive|scarce|costly|limited|low|running_low|running_out
    save|spare|conserve|watch|mind [the|your|some] juice|battery|power|energy|watts
    [be|go] green|eco|economical|frugal|thrifty
""", 0.28)  # fmt: skip
e(part(CARE, term="smoothness", more=True), """
    [you_are|it_is] [still|all|so|a_bit|very|rather] jerking|twitching|juddering|stuttering|shaking|jolting|lurching|jerky|twitchy|janky \
[about|around] [a_lot|all_over]
    smoother [please|now|than_that|motion]
    [more|be] silky|graceful|fluid|flowing|like_silk|like_butter
    iron out the jerks|jolts|wobbles|bumps
""", 0.34)  # fmt: skip
e(part(CARE, term="balance", more=True), """
    mind|watch|careful|do_not [you] [do_not] fall|topple|tip|keel|tumble [over] [now]
    [you_are] wobbly|teetering|unsteady|tottery|swaying [a_bit|a_lot]
    steadier [on] [your] [feet|legs|pins]
""", 0.34)  # fmt: skip
e(mark(ASIDE), """
    whoa|ooh|dude|hmm|hm|yikes|careful|oops|lovely|super|brilliant|cut|listen|look
    same [again|thing]
    while you are|re up_there|there|at_it|about_it
    for my taste|liking
""", 0.2)  # fmt: skip
