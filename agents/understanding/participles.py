"""Forms of the verbs that are known: `pushed` and `pushing`, and the words that stand before them."""

from __future__ import annotations

from heedful.agents.understanding import directions, idioms, layouts, verbs
from heedful.agents.understanding.frames import ways, words_in

BE_DONE = ways(
    "should|must|shall|can|could|ought_to|has_to|have_to|needs_to|need_to|is_to|are_to|wants_to|want_to be|get",
    "be",
    "gets|get",
    "should|must|has_to|needs_to get",
    "is|are supposed|meant|going to be",
    "had|would better be",
)
WANTED = ways("i want|need|would_like|wish [to_have]", "have|get|i_will_have", "let")
ASKED = ("can", "could", "should", "shall", "may", "would", "will")
_IRREGULAR = {
    "put": "put", "set": "set", "laid": "lay", "stood": "stand", "taken": "take", "got": "get", "gotten": "get", "brought": "bring",
    "thrown": "throw", "shut": "shut", "swept": "sweep", "slid": "slide", "held": "hold", "built": "build", "made": "make",
    "spilt": "spill", "swung": "swing", "drawn": "draw", "given": "give", "kept": "keep", "found": "find", "left": "leave",
    "sent": "send", "hung": "hang", "lit": "light", "stuck": "stick",
}  # fmt: skip


def _participle(verb: str) -> str:
    """`pushed`, `moved`, `mopped`, `tidied`."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeo":
        return verb[:-1] + "ied"
    doubled = verbs.ing(verb).removesuffix("ing")
    return doubled + "ed"


_VERBS = {p.split()[0] for v in verbs.VERBS.values() for p in v} | {
    p.split()[0]
    for p in (
        *verbs.GIVE,
        "touch",
        "tilt",
        "spill",
        "keep",
        "use",
        *idioms.BEGINNINGS,
        *idioms.PUSH,
        *layouts.SORT,
        *layouts.PILE,
        *directions.VERBS["turn"],
        *directions.VERBS["shift"],
    )
    if p
}
PARTICIPLES = {_participle(v): v for v in _VERBS} | {p: v for p, v in _IRREGULAR.items() if v in _VERBS}
GERUNDS = {verbs.ing(v): v for v in _VERBS}
WORDS = words_in([*BE_DONE, *WANTED, *ASKED]) | set(PARTICIPLES) | set(GERUNDS)
