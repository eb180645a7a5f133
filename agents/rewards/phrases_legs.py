"""Bodies on legs in more words: by the clock, where to stop, how to go, what to look at."""

from __future__ import annotations

import math
from typing import Any

from heedful.agents.corrections.constructions import SLOTS, Match, Part, Reader
from heedful.agents.rewards import phrases_moving  # noqa: F401  what is likelier comes first
from heedful.agents.rewards.acts import Act
from heedful.agents.rewards.phrases import ACT, ASIDE, LEGGED, WHILE, act, mark, said
from heedful.agents.rewards.slots import WAY_VECTORS
from heedful.agents.understanding.amounts import number

g = LEGGED.add


def _clock(reader: Reader, at: int) -> list[tuple[float, int]]:
    """`three o'clock` as an angle to the left of straight ahead [rad]."""
    words = reader.words
    hours = [(h, end) for h, end in number(words, at) if 1 <= h <= 12 and float(h).is_integer()]
    return [(math.remainder(-math.radians(30.0 * h), 2 * math.pi), end + 1) for h, end in hours if words[end : end + 1] == ["oclock"]]


SLOTS["clock"] = _clock


def _at_the_clock(m: Match) -> Part:
    angle = float(m["clock"])
    way: dict[str, Any] = {"dir": "left" if angle > 0 else "right", "angle": abs(angle)}
    return Part(ACT, {"act": Act("turn", way if abs(angle) > 1e-6 else {"angle": 2 * math.pi, "dir": "left"})})


g(_at_the_clock, """
    <turn>|<look>|go [yourself] [around|round|so|until|that] [you|that] [are|face|is] [pointing|facing|looking] [at|to|towards|toward|in] \
[the|your] [direction] [of] {clock} [position|direction]
    [your] <front> [pointing|pointed] [at|to|towards|toward|in] [the|your] {clock} [position|direction]
""", 0.3)  # fmt: skip


def _both_ways(m: Match) -> Part | None:
    """Some way on and some way aside, as one place."""
    x, y = (sum(WAY_VECTORS[m[f"w{i}"]][axis] * float(m[f"m{i}"]) for i in (1, 2)) for axis in (0, 1)) if {
        m["w1"], m["w2"]} <= WAY_VECTORS.keys() else (0.0, 0.0)  # fmt: skip
    return Part(ACT, {"act": Act("at", {"x": x, "y": y})}) if x and y else None


g(_both_ways, """
    [walk|go|move|run|trot|step|get|proceed|travel|head] [to] [a|the] [point|spot|place|position|location] [that|which] [is] \
{metres:m1} [to] [the] \
{way:w1} and [then] {metres:m2} [to] [the] {way:w2} [of] [you|here|yourself|where_you_are]
    [walk|go|move|run|trot|step|get|proceed|travel|head] {metres:m1} {way:w1} , [and] {metres:m2} [to] [the] {way:w2}
    [walk|go|move|run|trot|step|head] {way:w1} {metres:m1} and [then] [to] [the] {way:w2} {metres:m2}
""", 0.3)  # fmt: skip
g(act("turn", dir="left", angle=2 * math.pi), """
    do|make|turn|take|perform [a|one] full|complete|whole|entire [turn|circle|rotation|revolution|three_sixty|360|spin|round] [on|\
around] [the|your] \
[spot|axis]
    do|make|turn|perform [a|one] 360|three_sixty|three_hundred_sixty|three_hundred_and_sixty [degrees] [turn|spin]
    turn [once] all the way around|round
    turn once around|round
    turn around|round once
""", 0.3)  # fmt: skip
g(act("face"), """
    keep|have|hold [your] [eyes|eye|gaze|an_eye] on {np:to}
    keep|have|hold {np:to} in sight|view|front|focus|front_of_you|your_sight
    do_not lose|take [your] [sight|eyes] [of|off] {np:to}
    let your|the <front> point|face|aim|look [at|to|towards] {np:to}
    <front> at|to|towards {np:to}
    turn|swing round|around|over to|towards {np:to}
    look|face [round|around|back|over] to|towards|at where {np:to} is
    square up to {np:to}
    show|give|present|turn {np:to} your|the face|front|nose|snout
""", 0.36)  # fmt: skip
g(act("face", back=True), """
    keep|have|hold|with your|the <rear> [end] [pointed|pointing|turned|facing|aimed|directed] [at|to|towards|toward] {np:to}
    your|the <rear> [end|side] to|towards|at|faces|should_face|facing {np:to}
    back|tail to|towards {np:to}
    show|give|present|offer|turn {np:to} your|the <rear>
    turn|face|look [around] [so] [that] [you] [are] [facing|looking] away from {np:to}
    look|face the other way from {np:to}
    be|stand|stay facing away from {np:to}
    do_not look at|towards {np:to}
""", 0.33)  # fmt: skip
g(act("go", gait="go", sense="exactly"), """
    stand|be|stop|wait|stay|halt|park|position_yourself|place_yourself|pull_up|come_to_a_stop|end_up [about|exactly|roughly] \
{metres:length} \
[away|short|off] [from|of|in_front_of|before] {np:to}
    stand|be|stop|halt|pull_up {metres:length} in_front_of|before|short_of|ahead_of {np:to}
    go|walk|run|trot|come|move|get [up|over] [to] [within|about|exactly] {metres:length} [away] from|of|in_front_of|before|short_of {np:to}
    keep|leave|have {metres:length} [of] [space|room|distance] between you|yourself and {np:to}
""", 0.3)  # fmt: skip
g(act("go", gait="go"), """
    stay|keep|remain|be|get|come|go|walk|run|move|trot [to] within|less_than|closer_than|nearer_than|no_more_than|at_most|no_further_than|\
not_more_than {metres:length} [away] of|from|to {np:to}
    get|move|come|go|walk [in] [really|very|right] close|near|closer|nearer|next|up [to] {np:to}
    get|bring|take yourself [right] [over|up|close|near|next|along] to {np:to}
    pay {np:to} a visit
    go [and] say hello|hi|goodbye to {np:to}
    find|seek|meet|greet|catch|chase|pursue|fetch_up_at {np:to}
    walk|go|run|trot|come|move|head|step [straight|right|directly|all_the_way] [over|across|along|up|back|on|down] to|towards|until|\
till [where] \
[you] [reach|are_at|are_next_to|get_to] {np:to} [is|stands|lies]
    be|stand|wait|stay|park|sit at|by|beside|next_to|near|in_front_of|close_to {np:to}
    return|go_back|come_back|get_back|run_back|walk_back to {np:to}
    take|bring yourself to {np:to}
""", 0.37)  # fmt: skip
g(act("go", gait="go", to_person=True), """
    come|get|go|walk|run|trot [right|straight|back|up] [over] to|towards me|us
    come over
    come here [to] [me|us]
    heel
    approach me|us
""", 0.33)  # fmt: skip
g(act("go", gait="go"), """
    get|move|shift|bring|take|put|place|carry|transport yourself [about] [{metres:length}] [further] [over] [to|towards] [the|your] {way}
    move|go|shift|step|come|get [about] {metres:length} [further|more|over] [to|towards] [the|your] {way} [side]
    cover|travel|advance|proceed|progress [a] [distance] [of] [about] {metres:length} [to|towards] [the] [{way}]
    walk|go|move a distance of {metres:length} [to|towards] [the] [{way}]
    go|move|walk|come|step|get away|back {metres:length}
""", 0.4)  # fmt: skip
g(act("go", gait="go", dir="backward"), """
    back yourself up
    back [up|away|off|out] [a_bit|slowly|a_little] [by] {metres:length}
    walk|go|move|run|step|trot|travel in|with reverse|backward|rearward [direction|gear]
    walk|go|move|run tail|bottom|rear|butt|back first
    in reverse
    reverse
    retreat
""", 0.36)  # fmt: skip
for _gait, _words in {
    "run": "full_gallop_is_not|scoot|leg_it|hare|zoom|tear|whizz|hustle|fly|race_along|go_for_a_run|go_for_a_jog|break_into_a_run",
    "walk": "toddle|tramp|step_out|go_for_a_walk|go_for_a_stroll|take_a_stroll|have_a_walk|have_a_wander|take_a_turn|march_along|parade|"
    "promenade|go_walking|go_on_a_walk|go_by_foot|walk_around|walk_about|wander_around|patrol|waddle",
    "trot": "go_at_a_trot|break_into_a_trot|do_a_trot|start_trotting|go_for_a_trot",
    "gallop": "go_at_a_gallop|break_into_a_gallop|do_a_gallop|go_galloping|gallop_like_a_horse",
    "pace": "do_the_pace|do_a_pace|amble_like_a_camel|walk_like_a_camel", "bound": "do_a_bound|bound_like_a_hare|go_bounding",
    "pronk": "pronk_like_a_gazelle|spring_like_a_gazelle|do_a_pronk|stotting|do_the_pronk",
    "creep": "tread_lightly|pussyfoot|slither|steal|prowl|go_on_tiptoe|walk_on_tiptoes",
    "moonwalk": "do_michael_jackson|walk_like_michael_jackson|do_the_michael_jackson|dance_the_moonwalk|show_us_the_moonwalk|"
     "moonwalk_for_us",
    "march": "walk_like_a_soldier|parade_like_a_soldier|do_a_march",
}.items():  # fmt: skip
    g(act("go", gait=_gait), f"""
    {_words} [along|on|ahead|forward|around|about]
""", 0.46)  # fmt: skip
g(act("go", gait="walk", circle=True), """
    circle|orbit [round|around]
    walk|go|run|trot|move round|around [and] [round|around] in circles|a_circle|rings|loops|a_loop|a_ring
    do|make|run|walk|trot|draw|describe|trace|follow [some|a] [big|large|wide|small|tight|little] circle|circles|laps|loop|loops|rounds
    walk|run|trot|go [along] a curve|arc|curved_path [bending] [to] [the] {way}
""", 0.4)  # fmt: skip
_PAW = "feet|paws|legs"
g(said(gait="bound"), f"""
    [with] [both|the|your] [two] front {_PAW} [moving|going|stepping|landing|jumping|pushing] [off] together|at_once|simultaneously|\
at_the_same_time [,] [and] [then] [both] [the|your] \
[two] hind|rear|back {_PAW} [moving|going|stepping|landing] [together|at_once|simultaneously|at_the_same_time]
    [with] [both|the|your] [two] front {_PAW} and [both] [the|your] [two] hind|rear|back {_PAW} [each] [moving|going|stepping] \
[together|in_pairs|alternately]
""", 0.2)  # fmt: skip
g(said(gait="pronk"), f"""
    [with|on] all [four] [of] [your] {_PAW} [moving|going|stepping|landing|leaving] [the_ground] together|at_once|simultaneously|\
at_the_same_time
""", 0.2)  # fmt: skip
g(said(gait="pace"), f"""
    [with] [both|the|your] left {_PAW} [moving|going|stepping] [together] [,] and|then [then] [both] [the|your] right {_PAW} [moving|\
going|stepping] [together]
    [with] [the|your] {_PAW} of|on the|one same side [moving|going|stepping] together
""", 0.2)  # fmt: skip
g(said(gait="trot"), f"""
    [with] diagonal|diagonally|diagonally_opposite [pairs|opposite] [of] {_PAW} [moving|going|stepping] [together|at_once]
    diagonal pairs [of] [{_PAW}] [together]
""", 0.2)  # fmt: skip
g(said(circle=True), """
    around|round in [big|large|wide|small|tight|little] circles|loops|rings
    in|along [a] [big|large|wide|small|tight|little] circles|loops|rings
    in a curve
""", 0.32)  # fmt: skip
g(mark(WHILE), """
    as|while|when|whenever|whilst you|it are|is [doing] [so|that|it|this]
    while|whilst doing so|that|it|this
    as|while|when|whenever you|it do_so|do_it|do_that|do
    and [while] [at] the same time
    but|and keep|also
    at all times
    along the way
""", -0.01)  # fmt: skip
g(act("go", gait="walk"), """
    when|while|as|whenever you are walking|going|moving
    when|while|as|whenever you|it walk|go|move [along]
    when|while|whenever walking|moving|going
""", 0.4)  # fmt: skip
g(mark(ASIDE), """
    like|as a gazelle|horse|hare|turtle|tortoise|crab|cat|bear|sphinx|ghost|burglar|gentleman|proud_horse|circus_dog|show_dog|lizard|\
kangaroo|\
frog|rabbit|bunny|lion|statue|snake|spider|deer|pony|greyhound|tiger|panther
    [just] like a good|real|proper|happy|lazy|tired dog|puppy|boy|girl
    on your|the|one heel|heels
    to greet|salute|beg [me|us|them]
    so [that] you fit under the table|chair|bed|fence|bar
    under|beneath the|a imaginary|low table|bar|fence|beam
    on your way [there]
    about|around the room|house|place
    around here|there
""", 0.28)  # fmt: skip
