"""Reading requests to hand things over: `give me the mug`, `bring the can to me`, `I'd like the apple`, `can I have a plate`."""

from __future__ import annotations

from heedful.agents.understanding import verbs
from heedful.agents.understanding.clause import PERSON, Clause, Want
from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.phrases import Readings
from heedful.agents.understanding.relations import Relations

ME = ("me", "us", "to me", "to us", "over to me", "over to us", "me back", "to the person", "to the user", "to the human")
TO_ME = (
    *ME[2:5], "to the person", "to the user", "to the human", "here", "over here", "over", "to my hand", "into my hand", "in my hand",
    "into my hands", "back to me", "up to me", "out to me", "out", "for me to take", "to where i am", "for me to use",
)  # fmt: skip
ALONE = ("over", "out")
"""After `hand`, where it says enough."""
HANDS = ways("hand|pass|give [over]", "deliver", "bring")
"""Verbs of which it goes without saying whom it is handed to."""
WISH = ways(
    "i want|need|would_like|desire|require|wish|wish_for|would_love|could_use|will_have|will_take|would_like_to_have|want_to_have|"
    "need_to_have|am_looking_for|would_prefer|prefer",
    "let me have", "can|could|may i|we have|get|take|please_have", "have", "we need|want", "i would like to get|use|hold",
    "i fancy|crave",
    "may i borrow",
)  # fmt: skip
"""Before a thing that one wants to have."""
WORDS = words_in((*verbs.GIVE, *ME, *TO_ME, *WISH, *HANDS))


def given(r: Relations, at: int) -> Readings[Clause]:
    """Every reading of a request for a thing that begins here."""
    found: Readings[Clause] = []
    here = (Want("at", PERSON),)
    for verb in r.phrase(at, verbs.GIVE):
        said = " ".join(r.words[at:verb])
        for start in r.phrase(verb, ME):
            r.furthest = max(r.furthest, start)
            found += [(Clause(themes, here), end) for themes, end in r.noun_list(start)]
        for themes, end in r.noun_list(verb):
            for stop in r.phrase(end, TO_ME):
                if " ".join(r.words[end:stop]) not in ALONE or said in HANDS:
                    found.append((Clause(themes, here), stop))
            for after, stop in r.off(end):
                found += [(Clause(themes, here), e) for e in r.phrase(stop, TO_ME) if after and after[1]]
            if said in HANDS and r.ends(end):
                found.append((Clause(themes, here), end))
    for start in r.phrase(at, WISH):
        r.furthest = max(r.furthest, start)
        found += [
            (Clause(themes, here), end) for themes, end in r.noun_list(start) if r.ends(end) and all(t.quantifier != "no" for t in themes)
        ]
    return found
