"""Another place, in more words than `on the plate`: `the tray is where it belongs`, `I'd rather have it in the bowl`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import Match, Part
from heedful.agents.corrections.dialogue import PERSON
from heedful.agents.corrections.placing import give, goal
from heedful.agents.corrections.things import Meant, the_one

WAYS_TO_A_PLACE = frozenset({"toss", "slide", "push", "roll", "drop", "slip", "shove", "throw", "chuck", "tip", "pour",
    "lean", "hang", "empty", "fling"})  # fmt: skip
"""Verbs that tell how it gets there."""


def _place(m: Match) -> Part | None:
    thing, place = m.get("it"), m["np"]
    dialogue = m.dialogue
    if thing is not None and thing.how != "it":
        thing = the_one(dialogue, thing)
        if thing.name is None or thing.how == "special" or thing.name != dialogue.object:
            return None
    if place.name == PERSON:
        if {"side", "end", "place", "direction", "chair", "seat"} & set(place.words.split()):
            return None  # `over to my side` is a shift
        return Part("goal", {"relation": "held_by", "reference": PERSON}) if m["rel"] in ("to", "at", "in", "on") else None
    if m["rel"] == "to" and place.how == "special":
        return None
    if WAYS_TO_A_PLACE & set(m.said.split()) and the_one(dialogue, place).name == dialogue.target:
        return None  # another way to where it goes anyway
    if set(place.names) == {dialogue.object}:
        return None
    return goal(dialogue, m["rel"], place)


def _belongs(m: Match) -> Part | None:
    """`the tray is where it belongs`: the place by itself, in or on it as it is."""
    place: Meant = the_one(m.dialogue, m["np"])
    if place.name is None or place.how in ("it", "special") or place.name == m.dialogue.object:
        return None
    return goal(m.dialogue, "to", place)


g = GRAMMAR.add
g(
    _place,
    """
    [can|could|would|will|let|may] [you|we|i|us] [please|just|maybe|rather|instead] <carry> [{np:it}] [back|down|over|up|straight|right|\
        rather|instead|away|there|somewhere|please|carefully|gently|out] {rel} {np} [<rather>] [<rather>]
    <iwant> [{np:it}] [to|you_to] [<carry>|be|go|stand|end_up|be_placed|be_put] [{np:it}] [back|down|over|up|right] {rel} {np} [<rather>]
    [no|not_there|not_here|but|rather|better|over_there|instead|actually|please|somewhere|down|wait] [,] [but|rather|better|it_goes|\
        it_belongs|i_meant|i_said|put_it|i_want_it|it_should_go] {rel} {np} [<rather>]
    [{np:it}] [should|must|needs|has|goes|belongs|wants|ought|is_supposed|is_meant|was_supposed|was_meant|can|could|shall|will|would|is|\
        was|might|had|is_to|lives] [really|actually|rather|better|to] [be|go|stand|end_up|sit|live|have_gone|have_been|belong|come|\
        to_go|to_be|going|land|better|be_placed|\
        be_put] [back|down|over|up|right|better|to_go] {rel} {np} <rather>|not_there|not_here|not_in_there|not_on_there
    [{np:it}] should|must|needs|belongs|ought|is_supposed|is_meant|was_supposed|was_meant|shall|lives|is_to|has [really|actually|rather|\
        better|to] [be|go|stand|end_up|sit|live|have_gone|have_been|belong|come|to_go|to_be|land|be_placed|be_put|go_back] [back|down|\
        over|up|right|better] {rel} {np}
    not {rel:no} {np:not} [,] [but|rather|i_said|i_meant|put_it|i_want_it] {rel} {np} [<rather>]
    {rel} {np} [,] [and|please] not|rather_than|instead_of [in|on|to|at|there|here|under|behind|next_to] [{np:not}]
    [i|we] [would|d] [much] [rather|prefer|like|love] [to] [have|see|get|you|put|want] [{np:it}] [put|to] [it|be|go|stand|stood|placed] \
        [put|placed|down] {rel} {np} [<rather>]
    a better|good place|spot|position [for] [it|that|this|{np:it}] is|would_be {rel} {np}
    [the] [right|correct|proper|better|best] place|spot|position|home [for] [it|that|this|{np:it}] is {rel} {np}
    change of plan|plans [,] [put_it|it_goes] {rel} {np}
    [there|here] is [more|enough|some|plenty_of] [room|space] {rel} {np} [for_it|,] [put_it_there]
    {rel} {np} is where|the_place [i|it] [want|belongs|goes|should_go|wants|meant|lives|it_goes|it_belongs|i_want_it] [it] [to_go|to_be]
    find|make [it] [a|some] place|spot|room [for_it] {rel} {np}
""",
    cost=0.475,
)
g(
    _belongs,
    """
    [put|take|bring|get|carry|move|deliver|send|return|go|head|drive] [it|that|this|over] [over] to {np} instead|rather|not_there|\
        not_here [please]
    {np} is where|the_place [that] it|that|this|i [belongs|goes|should_go|want_it|is_supposed_to_go|lives|meant|wanted_it]
    [the] [right|correct|proper|new] destination|place|target|goal|location [is] [now] {np}
    {np} is the [right|correct|proper|new] destination|place|target|goal|location
    change|switch [the] destination|target|goal|place to {np}
    use {np} for it|that|this [instead]
""",
    cost=0.46,
)
g(
    give,
    """
    [can|could|would|will|please|just|better|rather|i_want_you_to|i_need_you_to] [you|i|we] [please|just|maybe|rather] give|hand|pass|\
        bring|deliver|offer|get|serve|slide|toss|chuck|fetch|carry|reach|lend|present [it|that|this|them|{np}] [over|back|straight|\
        right|directly|here] to me|us [instead|please|directly|now|here|rather|for_a_moment|first]
    [can|could|would|will|please|just|better|rather] [you|i|we] [please|just|maybe|rather] give|hand|pass|bring|get|fetch|lend me|us it|\
        that|this|{np} [instead|please|directly|now|here|rather|over|for_a_moment]
    i|we will|want_to|would_like_to|can|shall|would_rather|could take|hold|grab|carry it|that|this|{np} from_you|off_you|myself|\
        from_here|off_your_hands|from_there [now|please]
    can|could|may|let|would_you_let i|me|us [please] have|get|take|hold|see it|that|this|{np} [please|now|back|for_a_moment]
    [put|place|lay|drop|leave|set|give|pass|hand|i_want|i_would_like|straight|right] [it|that|this|{np}] [down|straight|right|directly|\
        over] in|into|on|onto|to my|our [open|outstretched|left|right|other|waiting] hand|hands|palm|lap
    hand|pass|give it|that|{np} [over|here] [please|now|to_me|instead]
    hold it out to|for me
    over here|to_me [with_it|with_that|with_{np}]
    i am holding|keeping|have|got my hand|hands|palm out|open|ready [for_it|for_you]
    bring it|that|{np} [over|right|straight] here|to_where_i_am|to_where_i_sit|to_my_place|to_my_seat
""",
    cost=0.41,
)
