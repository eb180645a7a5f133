"""Reading what is not wanted: `do not put it in the bowl`, `I don't want the apple on the plate`, `there should be nothing on the "
"tray`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from heedful.agents.understanding.clause import Clause, Want
from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.participles import GERUNDS, PARTICIPLES
from heedful.agents.understanding.phrases import Readings
from heedful.agents.understanding.relations import Relations
from heedful.agents.understanding.stating import state
from heedful.program import Ref

DO_NOT = ways(
    "do_not|never|not|do_not_ever", "you must|should|shall|may|can|need not", "must|should not", "please do_not|never",
    "i do_not want|need|wish|like you to", "i would not like|want you to", "i would rather|prefer you did|do not", "there is no need to",
    "no need to", "do_not bother to", "do_not have|need to", "you do_not have|need to", "do_not you|dare", "do_not go",
    "we should|must|do not",
    "i did not say|ask_you to",
    "i do_not mean|want to", "i will not", "do_not try to",
)  # fmt: skip
"""Before what shall not be done, as a verb."""
NO_DOING = ways("without", "avoid", "stop", "rather than", "instead of", "there is no point in", "do_not bother", "no")
"""Before what shall not be done, as a gerund."""
NOT_WANTED = ways("i|we do_not want|like|need|wish", "i|we would not want|like", "i|we would hate for", "do_not let|have|leave|keep")
"""Before a thing, and a state of it that is not wanted."""
SHOULD_NOT = ways(
    "should|must|shall|may|can|could not be|go|stand|lie|sit|stay|remain|end_up|belong|rest|touch|get",
    "does|do not belong|go|need_to_be|have_to_be",
    "is|are not supposed|meant|allowed to be|go|stand|stay", "is|are not to be|go", "should|must|can not",
    "should|must never be|go", "has|have to|no_business get|be|being out",
    "has|have no business|right|place|reason being|to_be|standing|lying|sitting|going|to_go", "should|must no_longer be", "ought not to be",
)  # fmt: skip
"""Between a thing and what it shall not be."""
NOTHING_ON = ways(
    "there should|must|shall be nothing|no_thing [left|more]", "nothing should|must|shall|may be|stay|remain [left]",
    "i want|need nothing [left]",
    "i would like nothing [left]", "leave|keep nothing", "make sure [that] nothing is|stays|remains [left]",
    "make sure [that] there is nothing [left]", "i want|need to see nothing", "nothing may|can be|stay|remain [left]",
    "nothing is to be|remain",
    "there should|must not be anything [left]", "i do_not want anything [left]",
)  # fmt: skip
"""Before a place that shall be bare."""
WORDS = words_in((*DO_NOT, *NO_DOING, *NOT_WANTED, *SHOULD_NOT, *NOTHING_ON))


def refused(
    r: Relations, at: int, clause: Callable[[int], Readings[Clause]], parse: Callable[[list[str]], Readings[Clause]]
) -> Readings[Clause]:
    """Every reading of a refusal that begins here.

    Args:
      clause: Reads a clause of the same sentence.
      parse: Reads the clauses at the start of some other words.
    """
    found: Readings[Clause] = []
    for start in r.phrase(at, DO_NOT):
        bare = r.words[at:start] == ["not"]  # `not the blue one in the drawer` says of which, and then where the others go
        found += [(_only_spoken_of(c), end) for c, end in clause(start) if not (c.refused or (bare and c.elided and c.wants))]
        found += [(Clause(themes, refused=True), end) for themes, end in r.noun_list(start) if r.words[at] == "not" and r.ends(end)]
    for start in r.phrase(at, NO_DOING):
        if start < len(r.words) and r.words[start] in GERUNDS:
            head = [GERUNDS[r.words[start]], *r.words[start + 1 :]]
            found += [(_only_spoken_of(c), end + start) for c, end in parse(head) if not c.refused]
    for start in r.phrase(at, NOT_WANTED):
        for themes, end in r.noun_list(start):
            found += [(Clause(_none_of(themes), _not(wants), elided=True), stop) for wants, stop in state(r, end)]
            found += [(Clause(themes, refused=True), end)] if r.ends(end) else []
    for themes, end in r.noun_list(at):
        for start in r.phrase(end, SHOULD_NOT):
            found += [(Clause(themes, _not(wants), elided=True), stop) for wants, stop in state(r, start)]
            if start < len(r.words) and r.words[start] in PARTICIPLES and r.words[start - 1] == "be":
                head = [PARTICIPLES[r.words[start]], *r.words[at:end], *r.words[start + 1 :]]
                found += [(_only_spoken_of(c), e - 1 - (end - at) + start + 1) for c, e in parse(head) if e > end - at]
    for start in r.phrase(at, NOTHING_ON):
        for wants, end in r.relations(start):
            if len(wants) == 1 and wants[0].place is not None:
                relation, place = wants[0].relation, wants[0].place
                inside = Ref(quantifier="all", words=f"everything {relation} {place.words}", where=((relation, place),))
                emptied = relation in ("in", "on") and place.category not in ("", "table")
                found.append((Clause((place,), (Want("emptied"),)) if emptied else Clause((inside,), (Want(relation, place, False),)), end))
    return found


def _only_spoken_of(clause: Clause) -> Clause:
    return replace(clause, refused=True)


def _not(wants: tuple[Want, ...]) -> tuple[Want, ...]:
    return tuple(replace(w, sign=not w.sign) for w in wants)


def _none_of(themes: tuple[Ref, ...]) -> tuple[Ref, ...]:
    """`not any block` is none of them."""
    return tuple(replace(t, quantifier="all") if t.quantifier == "a" and t.count is None else t for t in themes)
