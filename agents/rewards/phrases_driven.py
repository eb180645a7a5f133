"""How a body on legs is driven and steered in short calls: bearings, turns told by nouns, where which end points, ways of going."""

from __future__ import annotations

import math
from typing import Any

from heedful.agents.corrections.constructions import SLOTS, Match, Part, Reader
from heedful.agents.rewards import phrases_called  # noqa: F401  what is likelier comes first
from heedful.agents.rewards.acts import Act
from heedful.agents.rewards.phrases import ACT, WHILE, WIDE, act, mark, said
from heedful.agents.understanding.amounts import number

g = WIDE.add
_DIGITS = {w: i for i, w in enumerate(("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"))} | {
    "oh": 0,
    "niner": 9,
    "o": 0,
}


def _bearings(reader: Reader, at: int) -> list[tuple[float, int]]:
    """A bearing from north, clockwise, `two seven zero` or `90 degrees`, as an angle counter-clockwise from east [rad]."""
    words = reader.words
    three = words[at : at + 3]
    found: list[tuple[float, int]] = []
    if len(three) == 3 and all(w in _DIGITS or (w.isdigit() and len(w) == 1) for w in three):
        found.append((sum(10 ** (2 - i) * _DIGITS.get(w, int(w) if w.isdigit() else 0) for i, w in enumerate(three)), at + 3))
    found += [(float(n), end) for n, end in number(words, at)]
    made = [(math.remainder(math.radians(90.0 - b), 2 * math.pi), end) for b, end in found if 0 <= b <= 360]
    return made + [(a, end + 1) for a, end in made if words[end : end + 1] in (["degrees"], ["degree"])]


SLOTS["bearing"] = _bearings
_GO = "come|turn|steer|swing|go|set|take|adopt|fly|alter|change|assume|face|point|get|bring_yourself|come_round|come_around|turn_yourself"
g(act("face"), f"""
    [{_GO}] [to|on|onto|your] [a|the|your] [new|compass] [course|heading] heading|bearing|course|azimuth [of|to|at|should_be|\
is] {{bearing:compass}}
    [{_GO}] [on] [a|the|your] heading|bearing|course [of|to] {{bearing:compass}}
""", 0.25)  # fmt: skip
_AIM = "point|aim|turn|swing|set|bring|get|put|have|keep|direct|train|rotate|orient|align|steer|fix|line_up|swivel|shift|angle|move|\
hold|let"
_FACE = "nose|snout|face|head|front|chest|eyes|gaze|eyeballs|heading|body|yourself|front_end|attention|shoulders|course|muzzle|ears|look"
g(act("face"), f"""
    {_AIM} [your|the|that|both] {_FACE} [of|around|round|over|so|directly|straight] [it|they] [pointing|points|point|facing|faces|\
looking] [to|towards|toward|at|due|into|for|on|with] \
[the] {{sky}}
    [your|the] {_FACE} [should|must|shall|to|needs|has|ought|is|end] [to] [end_up|be|finish|finish_up|end] [pointing|facing|points|\
looking|aimed|point|face|look] \
[to|towards|toward|at|due|into] [the] {{sky}}
    {_AIM} [your|the|that|both] {_FACE} [around|round|over|directly|straight|pointing|facing|locked|fixed] [pointed|trained] to|\
towards|toward|at|on {{np:to}}
    [your|the] {_FACE} [should|must|shall|to|needs|has|ought|is|end] [to] [end_up|be|finish] [pointing|facing|points|looking|aimed|\
locked|fixed|trained] \
to|towards|toward|at|on {{np:to}}
    eyes|nose|eyeballs|attention|head [right|firmly|fixed|locked|glued|over] on|to|towards|at {{np:to}}
    look|gaze|stare|peer|glare|squint|peek [over|straight|hard|right|across] at|to|towards|in_the_direction_of {{np:to}}
    look|gaze|stare|peer [off|out|over|away] [to|towards|into] [the] {{sky}}
    face|watch|behold|eye|observe|consider|regard|eyeball|mind {{np:to}}
    <turn>|swivel|wheel|spin|orient|orientate|align|position|angle [yourself|thyself|round|around] [round|around|over] [to|so|until|\
till] [that] [you] [are] [face|facing|looking_at|see|look_at|seeing|watch] \
{{np:to}}
    orient|orientate|align|position|turn|angle|point yourself|thyself [round|around] to|towards|toward|at [the] {{sky}}
    to|towards|toward|due [the] {{sky}} [turn|face|look]
    <turn>|swivel|wheel [round|around] [to|towards|toward|into] [the] {{sky}}
    line|square yourself|up [up] [with|to] [the] {{sky}}
    line|square yourself|up [up] with|to|on {{np:to}}
    have|take [a] look|peek|gander|glance|squint [over] at|to|towards {{np:to}}
    lock|zero in|on|onto [to] {{np:to}}
    do_not|never take|lift|move your eyes|gaze off|from {{np:to}}
""", 0.3)  # fmt: skip
_TAIL = "back|tail|bottom|rear|rear_end|butt|bum|rump|behind|backside|hindquarters|haunches|tail_end"
g(act("face", back=True), f"""
    [{_AIM}|show|give|present|offer|stand_with|with|so|that|until|turn_around_so|turn_round_so|swivel_round_so|face_so] [that] [your|\
the|that] {_TAIL} \
[is|s|are|faces|points|pointing|facing|turned|towards] [facing|pointing|turned] to|towards|toward|at|on {{np:to}}
    [turn|swivel|rotate|swing|pivot|spin|wheel|stand] [yourself] [round|around|about] so|until|till [that] your|the {_TAIL} [is|s|are] \
[faces|points|facing|pointing|turned] [to|towards|toward|at] {{np:to}}
    [{_AIM}] [your|the|that] {_TAIL} [should|must|shall|to|needs|has|ought|is|s] [to] [be] [point|points|pointing|face|faces|\
facing] [to|towards|toward|at|due] [the] {{sky}}
    show|give|present|offer|moon {{np:to}} your|the {_TAIL}
    turn|look|face [yourself] [away] from {{np:to}}
    face away from {{np:to}}
    turn your back on {{np:to}}
    ignore|snub {{np:to}}
""", 0.26)  # fmt: skip
_TURNING = "do|make|give|take|perform|execute|with|and"
g(act("turn"), f"""
    [{_TURNING}] [me|us] [a|one|another] [sharp|slow|quick|crisp|smart|neat] {{angle}} [turn] [to] [the|your] {{way}}
    [hard|sharp|smart] {{way}} {{angle}} [turn]
    {{way}} turn|face|wheel|about
    [{_TURNING}] [a] {{way}} turn
    <turn>|swing|alter|bring|shift|veer|wheel|change|adjust|move [your|the] [body|heading|course|yourself|nose|head|front|hips|\
bearing|orientation|round|around] [through|by|to|about] {{angle}} \
[to|towards] [the|your] {{way}} [of] [where|your|the] [you] [point|face|are|current|present|stand|look] [heading|now|at] [present|\
pointing|facing] [present|now]
    <turn>|swing|alter|bring|shift|veer|wheel|change|adjust|move [your|the] [body|heading|course|yourself|nose|head|front|bearing|\
orientation|round|around] [to|towards] [the|your] {{way}} \
[through|by|to|about] {{angle}}
    hang|hook|bang|pull|chuck|make|take|do [a|one|me] [hard|sharp|swift|quick] {{way}}
    veer|haw|bear|swing|wheel|pivot|swivel|peel|sheer [off|hard|round|around] [to] [the] {{way}}
    hard|sharp {{way}} [turn]
""", 0.3)  # fmt: skip
g(act("turn", around=True), """
    [do|make|give|perform|execute|take] [me|us] [a|an|one] about_turn|about_face|u_turn|uey|u_ey|one_eighty|180|half_turn|volte_face|\
turnabout|turnaround|half_rotation [turn]
    face|look|point|turn [yourself] [back] [to|at] [the] [way|where|direction] [that] you|we came [from]
    hard|right|bang about|round
    come about|around|round [now]
    go|come|turn|face|swing [right|all_the_way|round|around|about] [and] [face|look] [the] [exact|complete] other|opposite|reverse|\
contrary [way|direction]
    [turn|face] back to front
    look|face|turn behind|back [you|around|round]
    turn|swap tail|back to|for front|head
    reverse [your] direction|orientation|heading
""", 0.32)  # fmt: skip
g(act("turn", spins=True), """
    [do|give|make|perform|show|throw] [me|us|them] [a|some|your|one|another|the] [big|little|quick|slow|nice|fancy|few] twirl|spin|\
spinny|spins|whirl|pirouette|twirls|twizzle|\
spinaroo|tailspin|spinning [on] [the] [spot]
    twizzle|pirouette|whirl|twirl|spin|rotate|revolve|gyrate|swirl|birl|twirly|spinny [around|round|about] [and] [around|round]
    [turn|rotate|spin] [round|around|about] your|the|its [own|vertical|yaw|z|central] [vertical|z] axis
    go|be [like] [a] [spinning|whirling] top|dervish|carousel|merry_go_round|whirligig
    chase your [own] tail
    round and round [and] [round] [you|we] [go]
""", 0.36)  # fmt: skip
g(act("go", gait="go"), """
    [away|over|off|across|along|on|back|straight|up] [off] [to] [over|off] to {np:to} [with] [you|thee]
    off|away|along to {np:to} [you|with] [go|you]
    [go|run|come|head|walk] [over|up] [and] say|bid hello|hi|hey|good_day|howdy|goodbye to {np:to}
    fetch|hie|haul|drag|bring|take|get|move|shift|carry|betake|transport|deliver yourself|thyself|your_bottom|your_butt|your_ass|\
your_bones|your_carcass [over|on|along|right] \
[over] to|towards {np:to}
    scoot|scuttle|bimble|waddle|patter|tootle|whizz|zip|zoom|dash|trundle|mosey|bop|hurry|nip|pop|bounce_over|skip|skedaddle|beetle|\
romp|stride|hustle [on|right|straight] \
[over|up|across|along|down] [next|close|near] to|towards|beside|by|up_to {np:to}
    stick|stay|keep|remain|stand|be|walk|come|heel|wait|sit|[right|close|here|up|close_up] by|at|beside|next_to|near|alongside|\
close_to|with {np:to}
    go|walk|run|come|trot and stand|stay|wait|be [right] by|at|beside|next_to|near|alongside|close_to|with|in_front_of {np:to}
    make a beeline|bee_line|dash|run|break|detour for|to|towards {np:to}
    line|pair up with {np:to}
    report|make_your_way|find_your_way|proceed|repair|navigate|drive|travel|advance [to] [over] to|towards|up_to|as_far_as {np:to}
    dock|plug|park [yourself] [in|up|at|with|into|by|beside] [to|with|at] {np:to}
    go|run|walk|come|trot [and] [find|see|meet|greet|visit|get|fetch|join|touch] {np:to}
    [go] see|visit|join|greet|meet|seek_out|track_down|close_in_on|home_in_on|rush|bum_rush {np:to}
    let {np:to} have|see you up_close|near
    snuggle|cuddle|cosy|cozy|huddle|nestle|sidle|nuzzle|snug|shuffle|budge [right] up to|against|with|beside {np:to}
    come|go|get within reach|range|sniffing_distance|touching_distance of {np:to}
""", 0.36)  # fmt: skip
g(act("go", gait="go", to_person=True), """
    [stick|stay|keep|remain|stand|be|walk|heel|come] [right|close|close_in] by|at|beside|next_to|to my|our side|feet|heel|heels|leg
    heel [please|now|boy|girl]
    here|here_boy|here_girl|come|come_along|to_me|to_heel|come_hither|hither|over_here|this_way_to_me|c_mere
    come|get|run|trot [on|right] [over] here|hither [boy|girl|to_me]
    come to mama|papa|mummy|daddy|mommy|mum|dad|heel|your_master|grandma|granny
    follow|join|accompany me|us
""", 0.36)  # fmt: skip
_WAY_VERBS = "go|move|walk|run|trot|step|scuttle|scoot|slide|shuffle|shimmy|skitter|scurry|glide|sidle|edge|inch|shift|hop_over|budge|\
bustle|totter|waddle|scamper|drift|travel|skip"
g(act("go", gait="walk"), f"""
    {_WAY_VERBS} [over|along|yourself] [sideways] [to|towards] [the|your] {{way}} [sideways]
    {_WAY_VERBS} [over|along|yourself] [sideways] {{metres:length}} [to|towards] [the|your] {{way}}
    {_WAY_VERBS} [over|along|yourself] [sideways] [to|towards] [the|your] {{way}} [by] {{metres:length}}
""", 0.4)  # fmt: skip
g(act("go", gait="trot"), """
    use|adopt|take|employ|show|do [a|the|your] trot|trotting [gait|pace]
""", 0.4)  # fmt: skip
g(act("go", gait="run"), """
    get a move on
    get moving|going|cracking quick|fast|now
    move [it] [quick|fast]
""", 0.5)  # fmt: skip
g(act("go", gait="walk", circle=True), """
    circle|orbit|lap [around|round] [and] [around|round] [like] [a] [shark|vulture|buzzard]
    do|make|run|drive|perform [some|a] doughnuts|donuts|doughnut|laps|circles|circuit|circuits|figure_of_circles
""", 0.4)  # fmt: skip
g(act("keep_off"), """
    back off|away from {np:off}
    give {np:off} [a|some|plenty] [of] [wide|space|room|berth|distance] [berth]
    [get|stay|keep|stand|remain|be|hold] [a|at|by] [good|least|full|whole|clear|minimum|solid] {metres} [or_more] [away|off|clear|\
distance|back|distant|distanced] from|of {np:off}
    [get|stay|keep|stand|remain|be|hold] [well|right|far] away|clear|back|off|out_of_reach from|of {np:off}
    [keep|stay|mind] [your] [distance|away|clear|back] from|of {np:off} [,] [at] [least] {metres} [or_more|away|please]
    have nothing to do with {np:off}
    shun|avoid|dodge|evade|give_a_miss_to|clear_off_from {np:off}
    do_not|never crowd|approach|bother|touch|go_near|get_near {np:off}
    [put|leave|have|keep] {metres} between you|yourself and {np:off}
""", 0.3)  # fmt: skip
g(act("go", gait="go", dir="backward"), """
    back [it|her] up
    [put|throw|shift] [it|yourself|her] [in|into] reverse [gear]
    beat|make|sound a|the [hasty] retreat
    fall|draw|pull|drop back
    reverse|back|retreat|withdraw|backpedal|backtrack|recede [it|yourself] [up|off|away|out] [gear]
    retreat|reverse|backpedal|back|withdraw [by|up] {counted:length}
    walk|go|move|step|trot|come|travel|scoot|shuffle|pad|march|tiptoe|creep|crawl backward|backwards|rearwards|rearward
""", 0.33)  # fmt: skip
g(act("go", gait="go"), """
    [go|walk|move|proceed|advance|step|come|carry|keep|march|crack|press|push|forge|plough|drive|head|plod|get] [on|straight|right|\
dead] [straight|right] ahead|forward|onward|onwards|forwards
    walk|move|march|press|push|carry|plod|drive|get on
    straight on|ahead|forward
    walk the plank
    off|away [you] go|we_go|with_you
    onward|onwards|proceed|advance|forward_march|let_us_go|let_us_roll|giddy_up|tally_ho|avast_is_not
    walkies|walk_time|time_for_a_walk|time_for_walkies
    up|pick [up] the pace
""", 0.45)  # fmt: skip
for _gait, _words in {
    "trot": "off_you_trot|trot_on|trot_along|trit_trot|at_a_trot|jog_trot|a_trot|trotting_pace",
    "gallop": "at_a_gallop|gallop_on|tally_ho|a_gallop|full_gallop|gallop_away|off_at_a_gallop",
    "run": "leg_it|run_for_it|scram|vamoose|make_a_run_for_it|scarper|floor_it|gun_it|put_the_hammer_down|hoof_it|book_it|bomb_along|"
     "sprint|dash|make_haste|bolt|hare_off|hightail_it|"
    "make_like_the_wind|run_like_the_wind|shift_it|put_your_foot_down|pedal_to_the_metal|punch_it|run_wild",
    "walk": "walk_on|walk_away|stroll|saunter|amble|mosey|promenade|perambulate|wander|ramble|traipse|trudge|plod|toddle|sashay|strut|"
     "pootle|tootle|a_walk|a_stroll|tread|pace_along",
    "creep": "creep|sneak|slink|skulk|tiptoe|prowl|pussyfoot|stalk|steal|inch|crawl|tippy_toe|worm_your_way|wriggle|commando_crawl|"
     "belly_crawl|army_crawl|leopard_crawl",
    "march": "quick_march|march_on|forward_march|by_the_left_march|goose_step|parade|march_past",
}.items():  # fmt: skip
    g(act("go", gait=_gait), f"""
    {_words} [along|on|ahead|forward|forwards|around|about|away|off]
""", 0.44)  # fmt: skip
g(act("go", gait="march", place=True), """
    march|step|tramp|jog|walk|stomp|trot [along] on the|this spot [,] left right [,] [left] [right]
    left right left [right]
    mark|beat time
    treadmill
    [march|walk|jog|step] [in|on] [the] [place|spot] as_if|like on a|the treadmill
""", 0.3)  # fmt: skip
g(said(steps="high"), """
    [with] [bring|get|pick|lift] [your|the|those] knees|feet|paws|hooves|legs [right|well|way|really] up|high|up_high|well_up [now|there]
    lift|pick [up] [your|the|those] feet|paws|knees|hooves [well|right|way] [up|high|clear]
    high knees|steps|stepping
""", 0.33)  # fmt: skip
g(act("level"), """
    [keep|hold|carry|with|have|get|make|put] [your|the] back|spine|torso|trunk|body|topline|shoulders [nice_and|perfectly|dead|\
completely] level|flat|horizontal|even|like_a_table|parallel_to_the_ground|flat_as_a_table
    level out|off|up
    square up|yourself [up]
""", 0.4)  # fmt: skip
g(mark(WHILE), """
    while|whilst|whilst_you|and_while|all_while you|it|doing are|is|so|that [at] [it] [,]
""", 0.0)  # fmt: skip


def _by_steps(m: Match) -> Part:
    """So many steps backward."""
    has: dict[str, Any] = {"gait": "go", "dir": "backward", "length": m["counted"]}
    return Part(ACT, {"act": Act("go", has)})


g(_by_steps, """
    retreat|reverse|back|withdraw|backpedal|fall_back [up] [by] {counted}
""", 0.28)  # fmt: skip
