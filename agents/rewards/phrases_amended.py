"""More ways in which a reward is corrected every day: pace, shares and further amounts, another foot, what matters more."""

from __future__ import annotations

from heedful.agents.corrections.constructions import Match, Part
from heedful.agents.rewards.phrases import ASIDE, mark
from heedful.agents.rewards.phrases_edit import AMOUNT, CARE, EDITS, OTHER, SWAP, change, part

e = EDITS.add
EDITS.classes["hops"] = "hop|hops|jump|jumps|leap|leaps|bounce|bounces"
e(change("speed", True), """
    pick up|increase|raise|up the pace|speed|tempo
    get a move on
    put on|in a spurt
    go|put a|some [bit] more speed|pace on|in
    quicken [the|your] [pace|steps]
    chop chop
""", 0.34)  # fmt: skip
e(change("speed", False), """
    easy [now] [there]
    ease|take it easy
    reduce|cut|lower|drop the pace|speed|tempo
    not in such a hurry|rush
    hold your horses
    slow it down
    what is the hurry|rush
""", 0.34)  # fmt: skip
e(change("up", True), """
    [make|do|take] bigger|higher|larger|stronger|taller <hops>
    <hops> higher|bigger|more
    jump|hop|leap|bounce higher|more
""", 0.3)  # fmt: skip
e(change("up", False), """
    [make|do|take] smaller|lower|tinier|flatter|weaker <hops>
    <hops> lower|smaller|less
    jump|hop|leap|bounce lower|less
""", 0.3)  # fmt: skip
e(change("height", True), """
    [a_tad|a_touch|a_bit|a_little|a_smidgen|slightly] further|farther|more up
    [a_tad|a_touch|a_smidgen|slightly] higher
""", 0.36)  # fmt: skip
e(change("height", False), """
    [a_tad|a_touch|a_bit|a_little|a_smidgen|slightly] further|farther|more down
    [a_tad|a_touch|a_smidgen|slightly] lower
""", 0.36)  # fmt: skip
e(part(AMOUNT), """
    stay|stop|halt|keep|remain [at|about|at_least] {metres:to_length} short|away|off|clear|shy [of|from] [it|that|there]
    leave [a] [gap|distance|space] [of] {metres:to_length}
    {metres:to_length} [away] is close|near enough
""", 0.3)  # fmt: skip
for _dim, _words in {"speed": "speed|pace|fast", "height": "height|high", "far": "distance|far|angle|way"}.items():
    e(change(_dim, True), f"""
    [go|do_it|be|at] {{share:times}} [of] the|that|this|the_present|the_current|your {_words}
    [go|do_it|be] {{share:times}} as {_words}
""", 0.26)  # fmt: skip
e(change("amount", True), """
    [another] {metres} more|further|farther|on|extra
    another {metres}
    {angle} more|further|farther|extra
    another {angle}
""", 0.26)  # fmt: skip
e(change("amount", False), """
    {metres} less|back|too_far|too_much
    {angle} less|back|too_far|too_much
""", 0.26)  # fmt: skip
e(part(AMOUNT), """
    [only|just|make_it|open_it] {share} [of] [the] way
""", 0.28)  # fmt: skip
e(part(OTHER), """
    [no|nope|nah|rather] the one on|at|to [the|your] {feet}
    [no|nope|nah] [not] [that] [one] [but] [the] {feet} [one]
""", 0.3)  # fmt: skip


def _one_on_the_side(m: Match) -> Part:
    side = "left" if "left" in m.said.split() else "right"
    end = next((v for w, v in {"front": "front", "back": "rear", "rear": "rear", "hind": "rear"}.items() if w in m.said.split()), "")
    feet = tuple(f"{x}_{side}" for x in ([end] if end else ["front", "rear"]))
    return Part(OTHER, {"feet": feet[:1]})


e(_one_on_the_side, """
    [no|nope|nah|rather|sorry] [i_meant|i_mean|i_said|take|use] the left|right [front|back|rear|hind] one
    [no|nope|nah|rather|sorry] [i_meant|i_mean|i_said|take|use] the [front|back|rear|hind] one on|at|to the|your left|right
    [no|nope|nah|rather|sorry] [i_meant|i_mean|i_said] [on|to] the|your left|right side
""", 0.28)  # fmt: skip
for _term, _words in {"balance": "stability|balance|staying_upright|not_falling", "smoothness": "smoothness|being_smooth",
                      "effort": "saving_energy|energy|the_battery|the_motors|effort"}.items():  # fmt: skip
    e(part(CARE, term=_term, more=True), f"""
    {_words} matters|counts|is more [important] [to_me|to_us|here] [than_that|than_speed|now]
    {_words} is|are more|most important to me|us
    i|we care|worry more|a_lot|most about {_words}
    go easy on {_words}
""", 0.3)  # fmt: skip
# ---- more corrections
for _more, _ups in ((True, "up|higher"), (False, "down|lower")):
    e(change("height", _more), f"""
    {_ups} [by|another|a_further] {{metres}} [more]
    [another|by] {{metres}} [more|further] {_ups}
    [lift|raise|bring|move|take|put|lower|drop] [it|that|them] {_ups} [by|another] {{metres}} [more]
""", 0.2)  # fmt: skip
for _more, _word in ((True, "more"), (False, "less")):
    e(change("amount", _more), f"""
    [a_bit|a_little|much|a_lot|slightly|even|some|somewhat|still|far|quite_a_bit] {_word} [of_that|than_that|of_it|please|again]
""", 0.5)  # fmt: skip
    e(change("hz", _more), f"""
    [do_it|step|hop|jump] {_word} often|frequently
""", 0.3)  # fmt: skip
e(change("near", True), """
    keep|leave|stay|give_it|at [a] [bit|little|some|a_bit_of|a_little] [more] distance|space|room|gap|clearance
    do_not|not get|go|come [quite] so|that|too close|near [to] [it|that]
""", 0.34)  # fmt: skip
e(lambda m: Part(SWAP, {"np": m["np"], "to": m["np"], "place": False}), """
    not {np:_} [,] [but|rather|no] {np}
    {np} [,] not {np:_}
    {np} instead|rather [of|than] {np:_}
""", 0.3)  # fmt: skip
e(mark(ASIDE), """
    that is|will|should [be] enough|do|fine|good|plenty
    enough of that
    all right|okay|alright [then|now]
    sorry|oops|wait|actually|oh
    a|one moment|second
""", 0.15)  # fmt: skip
