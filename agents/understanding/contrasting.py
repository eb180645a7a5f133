"""What is meant told beside what is not: `not in the white bowl! …`, `neither in it nor on it but …`, `never mind the mug, …`."""

from __future__ import annotations

import re

from heedful.agents.understanding.unwrapping import IN, START, rules

_MOVE = r"(?:put|place|move|set|bring|take|give|hand|pass|fetch|get|grab|open|close|turn|switch|drop|throw|bin|pick|lift|stack|push)"
_ONE = re.compile(r"\b(?P<a>the|a|that|both|both of the|two|all the) (?P<q>(?:[a-z]+ )?[a-z]+ )(?P<one>ones?)\b")


def _rather(found: re.Match[str]) -> str:
    """The second sentence, with the noun of the first for `one`."""
    noun, rest = found["n"].split()[-1], found["r"]
    if re.search(r"\b(?:other|another|else|rest|others|remaining)\b", rest):
        return found[0]
    stem = noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
    return _ONE.sub(lambda m: f"{m['a']} {m['q']}{stem}{'s' if m['one'] == 'ones' else ''}", rest)


CONTRASTS = rules(
    (r" ?,? ?\b(?:and |but )?(?:(?:please )?(?:mind|take care|be careful|make sure|see to it|watch out|"
     r"careful)(?: that)? )?(?:you )?(?:do not|not to|never) (?:spill|slosh|slop|splash|drip|dribble|lose)"
     r"(?: any(?:thing)?| it| some| a (?:single )?drop| any of it| drops?)?(?: out| over| about| around| anywhere| on the way|"
     r" along the way| over the (?:edge|rim|table))*(?= [,;.]|$)", " , do not spill"),
    (rf"^(?:no ,? ?)?not {IN} (?P<n>(?:the|my|that|a) [^,;.]+?) [.;,] (?:but )?(?P<r>(?!but\b)[^;]+)$", _rather),
    (r"^(?:no ,? ?)?not (?P<n>(?:the|my|that|those|these|a) [^,;.]+?) [.;] (?:but )?(?P<r>[^;]+)$", _rather),
    (rf"(?:,? ?)\b(?:neither|not) {IN} [^,;.]+?(?: ?,? ?(?:nor|or|and|not|and not) (?:also )?(?:{IN} )?[^,;.]+?)?,? ?,? (?:but|rather|"
     rf"instead)(?: rather| instead)? (?={IN} )", " "),
    (rf"\bthe other (?P<n>[a-z]+) , (?:so )?not the (?P<c>[a-z]+)(?: one| [a-z]+)? ,? ?(?=(?:{IN}|goes|should|must|is|has|belongs)\b)",
     r"the \g<n> that is not \g<c> "),
    (rf"{START}(?:never mind|forget|forget about|scrap|nix|no need for|do not bother with)(?: about)? (?:the|that|"
     rf"my) [a-z]+(?: [a-z]+)? ?(?:,|\.|but)? ?(?=(?:{_MOVE}|i want) )", r"\g<start>"),
    (r"^the (?P<n>[a-z]+s) (?:are|stand|sit|lie) (?:much |far |way |a bit )?too (?:close|near)(?: together| to (?:each other|"
     r"one another))?(?: for my (?:taste|liking))? [,;.] (?:so )?(?P<r>[^;]+)$",
     _rather),
    (rf"^(?:i|we) do not (?:want|need|like|use|fancy) (?P<x>(?:the|this|that|my|these|"
     rf"those) (?:(?!{IN} )[a-z]+ ?){{1,3}}?) ?(?:any more|anymore|any longer|around|here)? ?[,;.] (?:so |and |please )?"
     rf"(?P<v>{_MOVE}(?: away| out)?) (?:it|that|them|this)\b", r"\g<v> \g<x>"),
)  # fmt: skip
"""What is not meant left out, where what is meant is said too."""
