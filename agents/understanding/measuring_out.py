"""How many, said with emphasis, by halves or in two lists: `each and every one`, `3 of 4 blocks`, `two, just two`, `respectively`."""

from __future__ import annotations

import re

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.unwrapping import GAP, GOES, IN, SHOULD, START, rules

_N = r"(?:one|two|three|four|five|six|[1-6])"
_LISTED = re.compile(r" ?, and | ?, | and ")
_RESPECTIVELY = re.compile(
    rf"^(?P<v>(?:put|place|move|bring|set|drop|stick|lay|stack|take|get|carry) )?(?P<a>[^;.]+? and [^,;.]+?)(?: (?:{GOES}|"
    rf"{SHOULD} (?:be|go)|are|is))?(?: ,)? (?P<p>{IN}) (?P<b>[^;.]+? and [^,;.]+?)$"
)
_TOLD_BY = frozenset(
    {*lexicon.COLOR, *["big", "small", "large", "little", "tiny", "left", "right", "empty", "full", "first", "second", "third", "last"]}
)
"""Words that a noun is left out after."""
_MARK = re.compile(r" ?,? ?\b(?:respectively|in (?:that|the same|this) order each|each to (?:its|their) own|in turn respectively)\b ?,?")
QUANTITIES = rules(
    (r"\b(?:each and every|every single|every last|all and every|any and every|any and all) (?:one )?of (?=the |my |these |those |"
     r"them\b|your )", "all of "),
    (r"\b(?:each and every|every single|every last) one(?= [,;.]|$)", "all of them"),
    (r"\b(?:each and every|every single|every last) ", "every "),
    (rf"{START}(?:anything|any thing) (?P<x>[^,;.]*?)(?= (?:{GOES}|gets|is to|are to|has to|must|should)\b)", r"\g<start>everything \g<x>"),
    (rf"\b(?P<n>{_N}) (?:out )?of (?:the |your |my |these |those )?(?:two|three|four|five|six|seven|eight|"
     rf"[2-8]) (?=(?:[a-z]+ )?[a-z]+s\b)", r"exactly \g<n> "),
    (rf"^(?P<a>[^,;.]*?)(?<!exactly )\b(?P<n>{_N}) (?P<r>[^,;.]+?) [,;.] (?:just |only |exactly |and )?(?P=n)(?: of them| only|"
     rf" exactly| and no more| not more| no more| precisely)?$",
     r"\g<a>exactly \g<n> \g<r>"),
    (rf"^(?P<a>(?:one|a|the) {GAP}) (?:,|,? and) (?P<b>(?:one|a|the) {GAP}) , both(?: of them)? (?P<p>{IN} )",
     r"put \g<a> and \g<b> \g<p>"),
)  # fmt: skip
"""Emphasis left out, and numbers said twice said once."""


def respective(said: str) -> str:
    """`the lemon and the apple go in the bowl and the mug respectively`: the one in the one, the other in the other."""
    said = re.sub(rf"(?<=\w) respectively (?={IN} )", " and ", said) + (" respectively" if re.search(rf"respectively {IN} ", said) else "")
    if not _MARK.search(said) or (found := _RESPECTIVELY.match(_MARK.sub("", said).strip(" ,"))) is None:
        return said
    things, places = _noun_shared(_LISTED.split(found["a"])), _noun_shared(_LISTED.split(found["b"]))
    if len(things) != len(places):
        return said
    placed = [p if re.match(rf"{IN} ", p) else f"{found['p']} {p}" for p in places]
    return " and ".join(f"put {t} {p}" for t, p in zip(things, placed, strict=True))


def _noun_shared(parts: list[str]) -> list[str]:
    """`the yellow`, `the red block`: the noun said once for all."""
    noun = parts[-1].split()[-1]
    return [f"{p} {noun}" if p.split()[-1] in _TOLD_BY else p for p in parts]
