"""Conditions and ends in other words."""

from __future__ import annotations

from heedful.agents.understanding.participles import GERUNDS
from heedful.agents.understanding.unwrapping import GAP, IN, START, THING, rules

CONTRARY = {"open": "closed", "closed": "open", "shut": "open", "on": "off", "off": "on", "lit": "off", "running": "off"}
"""What is wanted where a state is not."""
CONDITIONS = rules(
    (r"^(?P<c>if [^,;.]+ , )(?P<v>[a-z]+) it(?P<r>[^,;.]*) [,;.] (?:if there is (?:not (?:one|any)|none)|if not|otherwise|failing "
     r"that|else) ,? ?(?P<x>(?:the|a|an|my) [^,;.]+?) (?:will|would)(?: also)? "
     r"(?:do|be fine|suffice|be okay)(?: instead| too| as well)?$", r"\g<c>\g<v> it\g<r> , otherwise \g<v> \g<x>\g<r>"),
    (rf"{START}(?:should|were) (?P<x>(?:the|my) {GAP}) (?:happen to be|turn out to be|prove to be|to be) ", r"\g<start>if \g<x> is "),
    (rf"\bif neither (?P<a>(?:the|my) {GAP}) is (?P<s>{GAP}) nor (?P<b>(?:the|my) {GAP})(?: is)? (?P<t>[a-z]+) , ",
        r"if \g<a> is not \g<s> and \g<b> is not \g<t> , "),
    (rf"^(?P<v>[a-z]+(?: me| up)?) (?P<a>(?:the|a|my) {GAP}) if (?P<c>(?:the|my) {GAP}) ,? ?(?:and |but )?(?P<b>(?:the|a|my) {GAP}) "
     rf"if (?:it is (?:not|off|closed|shut|dark|empty)|not)$",
     r"if \g<c> , \g<v> \g<a> , otherwise \g<v> \g<b>"),
    (rf"^depending on whether (?P<c>{GAP}) , (?P<v>[a-z]+(?: me)?) (?P<a>(?:the|a|my) {GAP}) or (?P<b>(?:the|a|my) {GAP})$",
        r"if \g<c> , \g<v> \g<a> , otherwise \g<v> \g<b>"),
    (rf"^only (?P<v>(?!if|when|after|once|one|the|two)[a-z]+ {GAP}) (?:when|if|while|as long as) (?P<c>(?:the|my|there) {GAP})$",
        r"\g<v> only if \g<c>"),
    (r" ?,? ?(?:but )?not before (?=have |you )", " once "), (r"\bonly after (?=[a-z]+)", "after "),
    (r"\b(?P<be>is|are|be) (?:left|kept) (?P<s>open|closed|shut|on|off)\b", r"\g<be> \g<s>"),
    (r"\b(?:must|should|may|can|is to|has to|shall|ought to) not (?:stay|remain|be left|be kept|be) "
     r"(?P<s>open|closed|shut|on|off|lit|running)(?= [,;.]|$)", lambda m: f"should be {CONTRARY[m['s']]}"),
    (rf"{START}(?:nobody|no one|none of us|no body) (?:wants|needs|likes) ", r"\g<start>i do not want "),
    (rf"\bi do not want (?P<x>{THING}) (?P<s>open|closed|shut|on|off|lit|running)(?: any more| anymore| any longer)?(?= [,;.]|$)",
        lambda m: f"{m['x']} should be {CONTRARY[m['s']]}"),
    (r"\bif (?:and )?only if\b", "only if"), (r"\b(?:if|when) and only (?:if|when)\b", "only if"),
    (r" ?\b(?:one|1) (?:piece|item|object|thing|at a time|by one)(?: at a time)?\b(?= until| ,|$)", ""),
    (r"\b(?P<be>be|is|are|s) (?:burning|lit up|shining|glowing|alight|ablaze|aglow)\b", r"\g<be> on"),
    (r"\b(?:happens to be|turns out to be|proves to be|should be found to be)\b", "is"),
    (rf"\b(?P<if>if|when|only if|only when|provided) both (?P<a>(?:the|my) {GAP} (?:is|are) {GAP} and (?:the|my))\b", r"\g<if> \g<a>"),
    (rf"^(?P<v>[a-z]+(?: me)?) (?P<a>(?:the|a|my) {GAP}) ,? ?or ,? ?(?P<c>if {GAP}) , (?P<b>(?:the|a|my) {GAP}) ,? ?(?P<p>{IN} "
     rf"{GAP})$",
     r"\g<c> , \g<v> \g<b> \g<p> , otherwise \g<v> \g<a> \g<p>"),
    (rf"^(?P<v>give me|bring me|hand me|pass me|take|grab|get me|fetch me) (?P<a>(?:the|a|my) {GAP}) ,? ?or ,? ?(?P<c>if {GAP}) , "
     rf"(?P<b>(?:the|a|my) {GAP})$",
     r"\g<c> , \g<v> \g<b> , otherwise \g<v> \g<a>"),
    (r"\b(?:but|and) (?P<if>only (?:if|when)|solely if)\b", r"\g<if>"),
    (r"\bsolely if\b|\bon condition that\b|\bon the condition that\b|\bunder the condition that\b", "only if"),
    (r"\bin the absence of (?P<x>[^,;.]+)", r"if there is no \g<x>"),
    (r"\buntil (?P<n>only|just) (?P<x>[^,;.]+?) (?:remains|remain|is left|are left|is remaining)\b", r"until \g<n> \g<x> is left"),
    (r"\buntil there is (?:just |only )?(?P<n>one|two|three)(?: of them)? left(?: in there| there| in it| on it)?(?=$| [,;.])",
        r"until only \g<n> is left"),  # `just` is taken for politeness
    (rf"^(?P<v>(?:put|move|take|throw|bring|carry|drop|place|toss|clear) )?(?:all )?(?:the )?(?P<x>[a-z ]+?s) (?P<p>{IN} [^,;.]+?) ,? "
     rf"?until only (?P<y>the {GAP}) is left$",
     r"\g<v>all the \g<x> except \g<y> \g<p>"),
    (r"^(?:remove|take|get) (?:all )?(?:the )?(?P<x>[a-z ]+?)s? (?:from|out of|off) (?P<p>(?:the|my) (?:[a-z]+ "
     r")?(?:bowl|drawer|bin|mug|box|basket)) ,? ?until only (?P<n>one|two|three) (?:is|are) left$",
     r"exactly \g<n> \g<x> should be in \g<p>"),
    (r"^(?:remove|take|get) (?:all )?(?:the )?(?P<x>[a-z ]+?)s? (?:from|out of|off) (?P<p>(?:the|my) (?:[a-z]+ )?(?:plate|tray|table)) "
     r",? ?until only (?P<n>one|two|three) (?:is|are) left$",
     r"exactly \g<n> \g<x> should be on \g<p>"),
    (rf"^(?:as long as|so long as|while|whenever) there (?:is|are) (?:still |any |some )?(?:a |an )?(?P<x>[a-z ]+?s) (?P<p>{IN} "
     rf"{GAP}) , (?:keep |keep on |continue |go on )?(?P<v>[a-z]+) (?:them|it|one) (?P<q>{IN} {GAP})$",
     lambda m: f"{GERUNDS.get(m['v'], m['v'])} all the {m['x']} {m['p']} {m['q']}"),
    (rf"^(?P<v>put|move|take|bring|place|keep putting|keep moving) (?:the |all the )?(?P<x>[a-z ]+?s) (?P<q>{IN} {GAP}) until there "
     rf"(?:is|are) (?:none|no more|no [a-z]+)(?: left)? (?P<p>{IN} {GAP})$",
     r"put all the \g<x> that are \g<p> \g<q>"),
)  # fmt: skip
"""Conditions and ends in other words."""
