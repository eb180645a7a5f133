"""Shifts hinted at by a thing or a person: `you are nearly over the edge`, `the lamp is still a way off`, `give me some room`."""

from __future__ import annotations

import re

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import Match, Part
from heedful.agents.corrections.dialogue import PERSON
from heedful.agents.corrections.magnitudes import Amount
from heedful.agents.corrections.motion import frame_of, nudge
from heedful.agents.corrections.things import the_one


def _away_from_edge(m: Match) -> Part:
    return nudge("away", "object:table edge", m.amount or (Amount("bit") if "bit" in m.said or "little" in m.said else None))


def _towards(m: Match) -> Part | None:
    thing = m.known
    frame = frame_of(the_one(m.dialogue, thing)) if thing is not None else None
    return nudge("towards", frame, m.get("amt") or m.amount) if frame else None


def _away(m: Match) -> Part | None:
    thing = m.known
    if thing is None or (thing.name == m.dialogue.object and thing.name != PERSON):
        return None
    frame = frame_of(the_one(m.dialogue, thing))
    far = re.search(r"\b(?:way|miles|far|much) too\b", m.said)
    return nudge("away", frame, Amount("lot") if far else m.get("amt") or m.amount) if frame else None


g = GRAMMAR.add
g(
    _away_from_edge,
    """
    [<subject>] [<hangs>] [<little>] [right] over|off|past|beyond the edge|rim|border [of_the_table|of_the_desk|of_it|there] \
        [<little>] [now] [,] [come|move|bring_it|pull_it|get|go] [back] [in|away|further_in|inwards]
    [<subject>] [<still>] [<little>] on|at the [very] edge|brink [of_the_table|of_the_desk] [<little>]
    {np} [is] [almost|nearly|about_to|going_to] fall|falling|falls|drop|dropping|slip|slipping|tip|tipping off the table|edge|desk|side
    [<subject>] [almost|nearly|about_to|going_to] fall|falling|drop|dropping|slide|sliding|going off the table|edge|desk|side
    away|in|inwards|back from the edge|brink|rim
    come|move|bring_it|get|pull_it [<little>] further|more in|inwards|inward
    come|move|bring_it|get|pull_it in|inwards|inward [<little>] [from_the_edge]
""",
    cost=0.36,
)
g(
    _towards,
    """
    [<subject>] too much|big|large|wide [of_a] [a] <gap> between it|you|that|the_gripper|your_hand|them|the_two and {np}
    there is too|so|still much|big|large|a_lot_of|a_big|a_large [of_a] [a] <gap> between it|you|that|the_gripper|your_hand|this|them and \
        {np}
    <move> [<it>] [a_bit|a_little|some|more|further|over|up|right] to|onto|at|towards [the] side|direction|end|vicinity of {np}
    [<move>] [<it>] in|into [the] direction of {np}
    <move> [<it>] near|nearer|close|closer [of|by|with|at|to|towards] {np}
    [<subject>] [still] not [yet|quite|really|nearly] [there|near|close] enough to|at|by {np} [yet]
    [<subject>] [still] not [quite|really|nearly] at|by|near {np} yet
    [<subject>] [still] too|rather|pretty|quite|a_bit|so far [away] from|off {np}
    [<subject>] [still] miles|miles_away|a_long_way|a_way|some_way [away|off] from {np}
    [<subject>] [going_to|about_to|gonna|will|would] [fall|land|come|end_up|stop|be] short of {np}
    you can go|come|get|move [a_bit|a_little|even|some|much] closer|nearer to {np}
    close|cover|reduce|shorten the gap|distance to|between_it_and|between_you_and {np}
    gravitate|lean|tend|edge|inch|creep towards|toward|to|closer_to|up_to|nearer_to {np}
    need|needs|want|wants to be closer|nearer to {np}
    less|smaller|not_so_much <gap> to|from|between_it_and|between_you_and {np}
""",
    cost=0.41,
)
g(
    _away,
    """
    [<subject>] [<still>] [right|almost|nearly|practically|basically|all|way] on_top_of|up_against|against|touching|bumping_against|\
        scraping|rubbing_against|brushing|rubbing_on|jammed_against|squeezed_against {np} [now]
    [<subject>] crowding|hugging|cramping {np}
    not <gap> enough to|from|between_it_and|between_you_and {np}
    there is|you_have|it_has|you_leave|needs|need|it_needs|wants|leave|give_it|get_some|put|i_want|we_need|create|make [not|no|too|a_bit] \
        [much|enough|little|more|some|a_bit|bit_more|a_little_more|a_bit_more|larger|bigger|little_more] <gap> to|from|between_it_and|\
        between_you_and|between_that_and|away_from {np}
    get|move|come|go|bring_it|take_it|pull_it|draw [your_hand|it|yourself|back|a_bit|a_little|well|some|further|right] away|off|clear \
        [from|of] {np}
    [<subject>] uncomfortably|dangerously|awfully|terribly|rather|very|getting|pretty|quite|really|worryingly|a_bit|so|much_too|way_too|\
        far_too close|near|close_up|tight to|by|on|next_to|up_to|against {np}
    increase the distance|gap to|from|between_it_and|between_you_and {np}
    shy away from {np}
    {np} is|gets [getting|coming] [far|way|a_bit|much|rather|uncomfortably] too close|near
""",
    cost=0.41,
)
