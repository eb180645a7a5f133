"""Questions put before what is to be done: `is the door closed? then … is it open? then …`, and `otherwise the blue one does`."""

from __future__ import annotations

import re

from heedful.agents.understanding.supposing import CONTRARY
from heedful.agents.understanding.unwrapping import IN, rules

_STATE = r"(?:open|closed|shut|on|off|lit|empty|full|running)"
_THEN = r"(?:then|well then|if so|if yes|in that case|so)"
_PAIR = re.compile(
    rf"^(?:is|are) (?P<x>(?:the|my) [a-z]+(?: [a-z]+)?) (?P<s>{_STATE}) [.,;] {_THEN} ,? ?(?P<a>[^.;]+?) [.;] (?:but |and |or )?(?:is|"
    rf"are|or is) (?:it|the [a-z]+|that) (?P<t>{_STATE}|not) [.,;] "
    rf"{_THEN} ,? ?(?P<b>[^.;]+)$"
)
_PLACE = re.compile(rf"^(?P<x>.+?) (?P<p>{IN} .+|away|upright)$")
_VERB = re.compile(
    r"^(?:put|place|move|bring|take|give|hand|set|drop|turn|switch|open|close|throw|bin|press|push|stand|leave|get|pass|stick|pop|carry)\b"
)
QUESTIONS = rules(
    (rf"^(?P<c>(?:if|when|should|in case) [^;.]+?) (?:,|then|, then) (?P<x>(?:the|my|a) [^,;.]+?) (?P<v>goes|should go|belongs|gets|"
     rf"comes|is put|must go) (?P<p>{IN} [^,;.]+?) ?[,;.] (?:and |but )?"
     r"(?:otherwise|else|if not|or else|if it is not) ,? ?(?P<y>(?:the|my|a) [^,;.]+?) (?:does|do|will|is|should|goes|gets to|can|"
     r"must)(?: go| so| instead| there)?$",
     r"\g<c> , \g<x> goes \g<p> , otherwise \g<y> goes \g<p>"),
)  # fmt: skip
"""What holds of another thing otherwise."""


def _contrary(state: str, other: str) -> bool:
    return CONTRARY.get(state) == other or {state, other} in ({"empty", "full"}, {"shut", "open"})


def answered(said: str) -> str:
    """A question with what is to be done, and the contrary with what else: as one condition."""
    found = _PAIR.match(said)
    if found is None or not (found["t"] == "not" or _contrary(found["s"], found["t"])):
        return said
    first = found["a"] if _VERB.match(found["a"]) else f"put {found['a']}"
    other = re.sub(r"\bin there\b|\binside\b(?!.)", f"in {found['x']}", found["b"])
    place = _PLACE.match(re.sub(r"^[a-z]+ ", "", first) if _VERB.match(first) else first)
    if re.match(rf"{IN} ", other) and place:
        other = f"put {place['x']} {other}"
    elif not _VERB.match(other) and _PLACE.match(other):
        other = f"put {other}"
    return f"if {found['x']} is {found['s']} , {first} , otherwise {other}"
