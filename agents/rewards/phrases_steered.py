"""How a body on legs is steered in short calls: bearings, turns told by nouns, where which end points."""

from __future__ import annotations

import math

from heedful.agents.corrections.constructions import SLOTS, Match, Part, Reader
from heedful.agents.rewards import phrases_called  # noqa: F401  what is likelier comes first
from heedful.agents.rewards.phrases import ACT, WIDE, act
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
    keep|go_on|carry_on|keep_on watching|facing|eyeing|looking_at|observing|staring_at {{np:to}}
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


def _aside(m: Match) -> Part | None:
    """A turn to the left or to the right; nobody turns up or forward."""
    made = act("turn")(m)
    turn = made.effect["act"] if isinstance(made, Part) else None
    return Part(ACT, {"act": turn}) if turn is not None and turn.has.get("dir") in ("left", "right") else None


g(_aside, f"""
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
    spin|turn|twirl me [right] round|around
    round and round [and] [round] [you|we] [go]
""", 0.36)  # fmt: skip
