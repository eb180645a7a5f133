"""How a body on legs is driven in short calls: to what, off what, backwards, by which gait and how far."""

from __future__ import annotations

from typing import Any

from heedful.agents.corrections.constructions import Match, Part
from heedful.agents.rewards import phrases_steered  # noqa: F401  what is likelier comes first
from heedful.agents.rewards.acts import Act
from heedful.agents.rewards.phrases import ACT, WHILE, WIDE, act, mark, said

g = WIDE.add
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
    use|adopt|take|employ|show|do|give|ride|let_us_have [me|us] [a|the|your] [nice|good|proper|lovely] [collected|working|extended|\
easy|brisk|steady|lively|\
medium|smooth] trot|trotting [gait|pace]
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
    keep|carry_on|go_on|keep_on moving|going|walking|marching|running|trotting|on [straight] [on|ahead|forward|forwards]
    take {metres:length} {way}
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
