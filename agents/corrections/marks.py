"""What bears on what is said beside it: yes, no, `I mean`, `scratch that`, and amounts alone."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import SLOTS, Match, Part, Reader
from heedful.agents.corrections.magnitudes import Amount, amounts


def _yes(m: Match) -> Part | None:
    """A word of assent, at the beginning or after a mark; `right` only if a mark follows."""
    alone = m.start == 0 or m.words[m.start - 1] in (",", "no", "ok", "yes", "oh", "ah", "and")
    if not alone or (m.said == "right" and m.words[m.end : m.end + 1] not in ([","], ["then"], ["so"])):
        return None
    return Part("yes", {"word": m.said})


g = GRAMMAR.add
g(
    _yes,
    """
    yes|yeah|yep|ya|aye|sure|ok|right|good|fine|great|perfect|nice|exactly|correct|cool|super|lovely|excellent|well|so|alright|\
        indeed|true|thanks|thank_you|cheers|brilliant|mhm|uh_huh|da|si|ja|oui|wonderful|awesome|oh|ah|yes_please|fantastic|splendid|\
        beautiful|that_is_good|that_is_fine|nearly|almost|almost_there|nearly_there|very_good|that_is_better|better|much_better
""",
    cost=0.3,
)
g(
    lambda m: Part("no"),
    """
    no|nope|nah|nay|non|nein|no_way|oh_no|no_thanks|uh_uh|no_no|no_thank_you|of_course_not|certainly_not|not_at_all|\
        absolutely_not|not_really|i_said_no|no_sir|god_no|hell_no|no_that_is_not_it|not_there|not_here|not_like_that
""",
    cost=0.3,
)
g(
    lambda m: Part("repair", {"word": m.said}),
    """
    sorry
""",
    cost=0.03,
)
g(
    lambda m: Part("repair", {"word": m.said}),
    """
    no wait|sorry|i_mean|i_meant|make_that|rather|hang_on
    wait no
    i mean
    i meant [to_say]
    or rather|better|actually
    make that|it
    sorry [i_mean|i_meant|no|make_that|rather]
    scratch that [i_mean|i_meant]
    correction
    no [,] sorry|i_mean|i_meant|make_that|wait|rather
    oops
    wait [,] no
    er|um|uh no
    my mistake|bad
    rather
    excuse me
    wait i_mean|i_meant
    no not that|left|right|up|down
    forget that [i_mean]
    change of plan
    on second thought|thoughts
    i take that back
    or no
    hmm no
    i said
""",
    cost=0.42,
)
g(
    lambda m: Part("amount", {"amount": m["amt"]}),
    """
    [only|just|by|about|like|maybe|say] {amt} [only|please|or_so|at_most|will_do|is_enough|should_do|should_be_enough|ought_to_do_it]
""",
    cost=0.4,
)
g(
    lambda m: Part("bare_amount", {"amount": m["number"]}),
    """
    [by|another] {number}
""",
    cost=0.6,
)


def _number(reader: Reader, at: int) -> list[tuple[Amount, int]]:
    return [(a, e) for a, e in amounts(reader.words, at, bare=True) if a.unit == ""]


SLOTS["number"] = _number
