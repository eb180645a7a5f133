"""Corrections that want another: the other way, another foot, another thing, or no more of it."""

from __future__ import annotations

from heedful.agents.corrections.constructions import Part
from heedful.agents.rewards import phrases_reacted  # noqa: F401  its classes of words
from heedful.agents.rewards.phrases_edit import EDITS, FLIP, OTHER, STOP, SWAP, part

e = EDITS.add
e(part(FLIP), """
    [do] [the] same [again|thing] [again] [,] [but] [the] other|opposite way|direction [round|around]
    [no] [the|your|my] other left|right
    [you_are|it_is|that_is] going|moving|turning|spinning [the] wrong way [round|around]
    wrong way|direction|side
    about turn|face
    turn|switch|flip|swap [it|that] [the_other_way] around|round
    reverse [the|your] spin|turn|direction|rotation|course|walk
    i|we <said> [to|the] {way} [,] [and|but] not [to|the] {way:_}
    {way} [,] not [to|the] {way:_}
    [i|we] <said> [to|the] {way}
    [i|we] <said> [to|the] other way
""", 0.2)  # fmt: skip
e(lambda m: Part(OTHER, {}), """
    [no|not_that] [the|your] other leg|paw|foot|limb [,] [please|now]
    [you_have|that_is|it_is] [got] [the] wrong one|leg|paw|foot|limb
    opposite|other leg|paw|foot
""", 0.15)  # fmt: skip
e(part(OTHER), """
    not {feet:_} [,] [but|rather|no|i_meant|i_said|use|take|lift] {feet} [<instead>]
    {feet} [,] [and|but] not {feet:_}
""", 0.2)  # fmt: skip
e(part(STOP, down=True), """
    [and] [now] [back] down again [please|now|with_it]
""", 0.3)  # fmt: skip
e(lambda m: Part(OTHER, {"feet": m["feet"], "also": True}), """
    add|include {feet} [to] [it|that] [too|as_well]
    [and|plus] {feet} too|as_well|also
    also {feet}
    [and] do|have|lift|raise {feet} too|as_well|also [with_it]
""", 0.2)  # fmt: skip
e(lambda m: Part(OTHER, {"diagonal": True, "also": True}), """
    add|include the|your diagonal [front|rear|back|hind] foot|leg|paw|one [to] [it|that] [too|as_well]
    [and|also] the|your diagonal [front|rear|back|hind] foot|leg|paw|one [too|as_well|also]
""", 0.1)  # fmt: skip
e(lambda m: Part(SWAP, {"to": m["np"], "old": m["old"], "place": False}), """
    not {np:old} [,] [but|rather|no|instead|please|i_meant|i_said|take|use|get] {np} [please|instead]
    {np} [,] [please] [and|but] not {np:old}
    [i|we|it_is|it_should_be|make_it|make_that|use|take|get] [<said>] {np} [,] [please] [and|but] not {np:old}
    {np} [,] i|we <said> [,] [and|but] not {np:old}
    not {np:old} [,] [the|my|our] chef|boss|he|she|they|mum|i|we|customer|guest|everyone needs|wants|want|need|likes|asked_for|ordered \
{np} [instead]
    [forget|leave|skip|never_mind|drop] {np:old} [,] [do|take|use|get|go_for|try|and|i_want] {np} [instead]
    swap|switch|change|exchange|trade {np:old} for|with|to|against {np}
    [use|take|get|do] {np} instead|rather of|than {np:old}
""", 0.18)  # fmt: skip
e(lambda m: Part(SWAP, {"to": m["np"], "np": m["np"], "place": False}), """
    wrong colour|color|one|thing|fruit|block|cube [,] [the|i_said|i_meant|i_wanted|take|use] {np} [please]
    i|we <said> {np}
    {np} [,] i|we <said> [,] [silly]
    let|make|have it|that be {np}
    it was|should_have_been|is {np} [that] [i|we] <said>
    [now] [the] same with|for|to {np} [instead]
""", 0.3)  # fmt: skip
e(lambda m: Part(STOP, {"said": "leaning"}), """
    level|even [up|out|off] [your|the] [wings|shoulders|body|back|self|yourself|it]
    [now] level|even|flatten|straighten out|off
    [get|come|go|be] [back] level [again|now]
    no more leaning|tilting
    stop|quit leaning|tilting
""", 0.3)  # fmt: skip
e(lambda m: Part(STOP, {**{k: v for k, v in m.slots.items() if k == "feet"}, "said": m.said}), """
    [and] [now] put|pop|set|bring it|that back down [now|please|again]
    pop|plonk|plop|stick|rest it|that|{feet} [back] down [again]
    get it|that|{feet} back down [again]
    enough|enough_of|cut_out|quit|no_more|that_is_enough|that_will_do [with|of|the|that] trotting|hopping|spinning|walking|turning|running|\
bouncing|jumping|leaning|waving|twirling|whirling
    you can|may stop trotting|hopping|spinning|walking|turning|running|bouncing|jumping|leaning|waving [now]
""", 0.3)  # fmt: skip
