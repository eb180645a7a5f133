"""How much at least and at most, how fast at most, and how to do it throughout: sparing effort, at ease, smoothly, in balance."""

from __future__ import annotations

from heedful.agents.corrections.constructions import Match, Part
from heedful.agents.rewards.phrases import ARM, ASIDE, LEGGED, MENTION, add, mark, said

LEAST = (
    "at_least|no_less_than|not_less_than|more_than|above|over|higher_than|no_lower_than|not_lower_than|a_minimum_of|not_under|not_below|"
    "never_below|never_under|no_less_high_than|at_a_minimum_of|minimum|upwards_of|not_any_lower_than|never_lower_than|beyond"
)
MOST = (
    "at_most|no_more_than|not_more_than|less_than|below|under|lower_than|no_higher_than|not_higher_than|a_maximum_of|not_above|"
    "never_above|not_over|at_a_maximum_of|underneath|maximum|never_over|never_higher_than|not_any_higher_than|within"
)
for sense, words in (("at_least", LEAST), ("at_most", MOST)):
    add(said(sense=sense), f"""
    [at] {words} {{metres:to_length}} [high|tall|up|above|off|over|from] [the_ground|the_floor|the_table|ground|floor|table|it]
    {{metres:to_length}} or {"more|higher|above|up" if sense == "at_least" else "less|lower|below|under"}
""", 0.2)  # fmt: skip
for body, feature in ((LEGGED, "speed"), (ARM, "limit")):
    add(said(), f"""
    [move|go|travel|proceed|work|keep] [your|the] [hand|speed|arm] slower|less|no_more|not_more than [about] {{mps:{feature}}}
    move|go|travel|proceed|work|be|moving|going [your|the] [hand|arm] no|not|never|any faster|quicker than [about] {{mps:{feature}}}
    do_not|never exceed|go_over|pass|surpass|move_faster_than|go_faster_than|get_faster_than|be_faster_than|run_faster_than|\
walk_faster_than {{mps:{feature}}}
    keep|keeping|hold|limit|limiting|restrict your|the|its [hand|arm|gripper|own] speed|pace|velocity [at|to|of|under|below] [at_most|\
under|no_more_than|a_maximum_of] {{mps:{feature}}}
    [at] [speed] no|not|never|any faster|quicker [than] [about] {{mps:{feature}}}
    at_most|no_more_than|not_more_than|under|below|less_than|not_over|not_above|not_exceeding|without_exceeding|up_to {{mps:{feature}}}
    [with|at] [a|the] max|maximum|top|limit [speed] [of|at] {{mps:{feature}}}
    [with|at] [a|the] speed|pace|velocity|rate [below|under|of_at_most|no_higher_than|limited_to|of_no_more_than|up_to] {{mps:{feature}}}
    {{mps:{feature}}} max|maximum|tops|at_most|or_less|or_slower
    at|with|to|around|about|of|roughly|approximately [a|about|around|roughly] [speed|rate|pace|velocity] [of] [about|around] \
{{mps:{feature}}}
    {{mps:{feature}}}
""", 0.25, (body,))  # fmt: skip
add(said(effort=True), """
    save|saving|conserve|conserving|spare|sparing|preserve your|the|some|any energy|battery|power|motors|strength|batteries
    save|saving|conserve|conserving|spare|sparing|preserve energy|power|battery
    using|with|use|spend|spending|at as little|few|minimal|minimum|the_least|low|less [of] effort|energy|power|force|torque|strain [as] \
[possible|you_can|needed]
    with|using|use the least|smallest|lowest|minimum|minimal [possible] [amount] [of] effort|energy|power|force|torque
    without wasting|using|straining [too|so] [much|any] [your|the|unnecessary] energy|power|effort|motors|battery
    efficiently|economically|effortlessly|lazily|energy_efficiently|frugally
    do_not waste|strain|overwork [any|your|the] energy|power|battery|motors|yourself
    be economical|efficient|energy_efficient|frugal|lazy
    keep|keeping [the|your] effort|torque|torques|energy|power|energy_use|force low|down|minimal|small
    go|going easy on [the|your] motors|battery|energy
""", 0.3)  # fmt: skip
add(said(natural=True), """
    in|with|keeping|keep|holding|hold|maintaining|maintain a|your|the relaxed|natural|normal|usual|neutral|comfortable|resting|rest|\
default \
posture|pose|stance|position|joints
    staying|stay|keep|keeping|remain|be relaxed|loose|natural|at_ease
    stay|keep close|near to your|the rest|resting|natural|normal|default|neutral posture|pose|position
    naturally|relaxedly|at_ease
""", 0.34)  # fmt: skip
add(said(smooth=True), """
    keep|keeping|make|making|with|have your|the|all [your|the] movements|movement|motion|motions|moves|actions|steps smooth|fluid|steady|\
jerk_free|even
    with|in|using|make a|your|the|one [nice] smooth|fluid|flowing|steady|even|graceful motion|movement|way|moves|movements|motions|manner
    with smooth|fluid|flowing|even|graceful motions|movement|movements|moves
    without [any|a] jerk|jerks|jerking|jolt|jolts|jolting|shaking|wobbling|jerky_movements|sudden_movements|sudden_moves|abrupt_movements
    do_not jerk|jolt|twitch|be_jerky
    no jerks|jerking|jolts|sudden_movements|jerky_movements
    nice_and_smooth|nice_and_smoothly|smooth|evenly|flowingly|like_butter|like_silk
    be smooth|fluid
    as smooth|fluid as silk|butter|possible|you_can
""", 0.3)  # fmt: skip
add(said(gentle=True), """
    with|using a|great|much|the_utmost|extra|utmost [light|soft|gentle|delicate] care|touch|caution|gentleness
    very|really|super|extra|nice_and|ever_so|extremely gently|softly|carefully|cautiously|delicately|gentle|careful|easy
    without breaking|damaging|dropping|spilling|hurting|squashing|squeezing|bruising [it|them|anything]
    do_not break|drop|spill|squash|damage|bruise [it|them|anything]
    like an egg|eggs
    as if|though it were|was [made] [of] fragile|glass|an_egg|delicate
""", 0.3)  # fmt: skip
add(said(pace="slow"), """
    very|really|super|extra|extremely|ever_so|rather|pretty|quite slowly|slow
    at a snail|turtle|tortoise|crawling [s] pace|speed
    no rush|hurry
    like a snail|turtle|tortoise|sloth
    without any haste|hurry|rush
    in|at slow|low motion|speed|gear
    at [a] gentle|relaxed|easy|moderate pace|speed
""", 0.3)  # fmt: skip
add(said(pace="fast"), """
    super|extremely|extra fast|quickly|quick
    at a good|decent|lively|rapid|quick|swift clip|pace|speed|rate
    in a|with hurry|haste|rush
    like the wind|lightning|a_rocket|a_flash
    double quick
    on the double
    snappily|promptly|speedily|hastily
""", 0.3)  # fmt: skip
add(said(pace="max"), """
    as fast|quick|quickly as ever [you|it] can
    as fast|quickly|quick as you|it are|is able [to]
    as fast|quickly as your|its legs|feet|motors [can|will] [carry|take|go|allow] [you|it]
    at [the] [your] maximum|top|full|highest|greatest [possible] speed|pace|velocity
    like mad|crazy|hell|the_devil
    for all you are worth
    as if|though the_devil|a_lion|a_dog|someone|the_house|your_tail were|was|is behind|after|chasing|on [you] [fire]
""", 0.3)  # fmt: skip
add(said(level="max"), """
    as high|far|wide|tall|deep|open as you|it are|is able [to]
    as high|far|wide|tall|deep|open as ever [you|it] can
    to the maximum|limit|end|full|top|hilt|very_end|stop [extent|height|extension]
    to its|your|their full|maximum|greatest extent|height|extension|width
    right to the end|top|stop
""", 0.3)  # fmt: skip
add(said(level="high"), """
    real|super|extra|extremely|way|pretty|rather|fairly|well high|tall
    high in|into|up the air|sky
    sky high
""", 0.28)  # fmt: skip
add(said(), """
    at|with|about|around|roughly [a|about|around|roughly|approximately|exactly|only|just] [speed|rate|velocity] [of] [about|around|\
roughly] {radps}
    at|with|about|around|roughly [a|about|around|roughly|approximately|exactly|only|just] [frequency|rate|cadence|rhythm] [of] [about] {hz}
    [for] [about|around|roughly|at_least] {secs} [long]
    [for] [the] [duration] [of] [next] {secs}
""", 0.26)  # fmt: skip


def _told(m: Match) -> Part | None:
    """What a thing is like, told before the request; not what it shall be, nor what it is not."""
    strange = {"not", "never", "no", "if", "unless", "until", "to", "should", "must", "than", "going", "supposed"}
    ended = m.words[m.end : m.end + 1] in ([","], ["so"], ["and"])
    return Part(MENTION, {"np": m["np"]}) if ended and not strange & set(str(m["anything"]).split()) and m["np"].names else None


add(_told, """
    {np} is|was|looks|has|seems|got|gets|needs_a {anything}
""", 0.9)  # fmt: skip
add(said(), """
    each|both|all|apiece [by|to] {metres} [each|high|up]
    {metres} each|apiece|both
""", 0.28)  # fmt: skip
add(mark(ASIDE), """
    my|old|good|little friend|buddy|robot|dog|boy|girl|pal|mate
    in one go
    exactly|precisely|just|approximately|more_or_less
    like i showed|told you
    all the way there
    straight|right away
    just like that
    as well as you can
    if you will|can
    one more time
    in a controlled|safe|nice|natural|normal|proper|regular way|manner|fashion
    like this|that|a_good_boy|a_good_girl
    of yours
    everybody|everyone is watching
    from where you are|stand|sit [now]
    from here|there|your_place|your_position
    i beg you
""", 0.3)  # fmt: skip
