"""What says in which order things are done, or against what, said plainly."""

from __future__ import annotations

import re

from heedful.agents.understanding.unwrapping import GAP, START, rules

ORDER = rules(
    (rf"{START}(?:begin|start|commence|kick off|lead off) (?:off )?with (?=(?:the|my) {GAP} , [a-z]+ (?:it|them)\b)", r"\g<start>"),
    (r"\b(?P<t>then|next|after that|finally|lastly) (?:comes|come|up is|up|is|follows) (?=(?:the|my) )", r"\g<t> "),
    (r"[,;.]? ?\b(?:and )?,? ?(?:that|this|which) done ,? ?", " , then "),
    (r"^(?:the )?(?P<a>[a-z ]+?) first , (?P<v>[a-z]+) it(?P<p> [a-z]+)? , (?:and )?(?:then )?(?:the )?(?P<b>[a-z ]+?) "
     r"(?:second|next|after that) , (?P<w>[a-z]+) it(?P<q> [a-z]+)?$",
     lambda m: f"{m['v']} the {m['a']}{m['p'] or ''} , then {m['w']} the {m['b']}{m['q'] or ''}"),
    (r"^(?P<n>[a-z]+) by (?P=n) ,? ?", ""), (r" ,? ?(?P<n>[a-z]{3,}) by (?P=n)(?= |$)", ""),
    (rf"{START}i (?:have )?(?:said|told you|asked for|repeat) ?,? ?", r"\g<start>"),
    (r" ,? ?(?:and )?(?:while|when|in|as|whilst) (?:doing (?:so|that|it|this)|you do (?:so|that|it)|you are at it|you go)(?= [,;.]|$)", ""),
    (rf"{START}(?:before anything else|before all else|ahead of everything else|above all|first and foremost|before you do anything "
     rf"else) ,? ?", r"\g<start>first "),
    (r"^see (?=(?:the|a|my) [^.;]*$)", ""),
    (r"^(?P<a>.+?) (?:[,;.] )(?:but |and |only )?(?:right |just )?(?:before that|prior to that|before you do that|before you do "
     r"so|before you do|before doing so|before doing that|beforehand) ,? ?(?P<b>[^.;]+)$",
     r"\g<b> , then \g<a>"),
    (r"[,;.]? ?(?:and )?(?:then )?(?:the last thing(?: you do| to do| you should do| i want you to do)?(?= is| will| would| ,)|the "
     r"(?:final|last) (?:step|task|job|act|move)|as (?:a|the) (?:final|last) (?:step|task|act|move)|"
     r"last of all|at the very end|to finish off|to finish|to round (?:it|things) off|last but not least)(?: is| will be| would be)? "
     r"?,? ?(?:to |that you )?", " , then "),
    (rf"{START}(?:first things first|the first thing (?:you do|to do|i want you to do)|as (?:a|the) first (?:step|task|thing)|for a "
     rf"start|to kick off|your first (?:job|task))(?: is| will be)? ?,? ?(?:to )?",
     r"\g<start>first "),
    (r"\b(?:and|then|, then|and then) from there (?=on|in|to|back)", ", then put it "),
    (r"[,;.]? ?(?:and )?(?:when|once|as soon as|after) (?:that|this|it|all that) (?:is|has been|was) "
     r"(?:done|finished|over|completed|accomplished|dealt with|out of the way|taken care of) ?,? ?", " , then "),
    (r"[,;.]? ?\b(?:either way|in either case|in any case|whichever it is|whatever the case|no matter what|regardless|at any rate|in "
     r"both cases)(?= [,;.]|$)", ""),
    (r"\b(?:then|, then|\. then) (?:either way|in either case|in any case|regardless|no matter what) ,? ?", ". "),
    (r" [,.;] (?:on the other hand|by contrast|in contrast|however|for its part|meanwhile|for a change|in turn|of course|in fact|as it "
     r"happens|by the way|incidentally|i believe|it seems) (?:, |(?=\.)|$)", " "),
)  # fmt: skip
"""What says in which order, or against what."""
_IN_ORDER = re.compile(r" ?[,;.]? ?(?:and )?(?:in )?(?:exactly |precisely |just )?(?:that|this|the given|the stated) (?:exact )?order$")


def in_order(said: str) -> str:
    """`tap off, lamp on, drawer open. That order.`: one after the other."""
    found = _IN_ORDER.search(said)
    if found is None or " if " in f" {said} ":
        return said
    head = said[: found.start()]
    return re.sub(r" ?, (?:and )?(?:then )?|(?<=\w) and (?:then )?(?=(?:the )?\w+ (?:on|off|open|closed|shut)\b)", " , then ", head)
