"""Verbs of arranging in other words: `line the mugs up`, `gather up the fruit in`, `trade places`, a wish to see something somewhere."""

from __future__ import annotations

import re

from heedful.agents.understanding.unwrapping import GAP, I_WANT, IN, START, rules

_PUT = (
    r"(?:put|placed|moved|brought|set|laid|stood|taken|stacked|dropped|carried|transferred|shifted|deposited|poured|thrown|tossed|"
    r"pushed|slid)"
)
_SITTING = (
    r"(?:sitting|standing|lying|resting|placed|put|perched|stacked|balanced|parked|safely|sat|located|nestling|nestled|settled|being|"
    r"end up|ending up|land|go|go down|sit|stand|lie|come to rest|placed neatly|arranged)"
)
_VERB = r"(?:put|place|leave|set|drop|move|stick|lay|stow|keep)"
_SO = re.compile(r"(?<!that )(?<!which )(?<!who )(?<!there )\b(?:is|are|be|were)\b(?! (?:going|to|supposed|meant)\b)")
ARRANGED = rules(
    (rf"{START}{I_WANT}(?: it)? that (?P<x>(?:the|my|a|all|both|every|each|no|this|these|those|everything|there|it|they|you|we)\b[^;.]*)$",
     lambda m: m["start"] + _SO.sub("should be", m["x"])),
    (r"^(?:would|will) it be (?:all right |alright |okay |ok |possible |fine |good |nice |a good idea )?(?:to|if you (?:could |would |"
     r"can )?)(?=[a-z]| )", ""),
    (r"^(?:oh |look |hey )?(?:there is )?an? (?P<x>[a-z]+(?: [a-z]+)?) [,.] (?P<v>put|move|throw|bin|bring|give me|hand me|pass me|"
     r"take|drop|chuck|toss) (?:it|that)\b", r"\g<v> the \g<x>"),
    (rf"{START}{I_WANT} (?:to have |to see |to get )?(?P<x>(?:the|my|that|this|both|all|every|each|a|"
     rf"an)\b [^,;.]+?) (?:to be )?{_PUT}(?: down| away| over| neatly| back)* (?={IN} )", r"\g<start>put \g<x> "),
    (rf"{START}(?:{I_WANT} to |let me |i hope to |i long to )?see (?P<x>(?:the|my|that|this|both|all|every|a)\b [^,;.]+?) (?:safely |"
     rf"neatly )?{_SITTING} (?={IN} )", r"\g<start>put \g<x> "),
    (rf"{START}line (?P<x>[^,;.]+?) up(?= |$)", r"\g<start>line up \g<x>"),
    (r"\bline up (?P<x>[^,;.]+?) (?<!from )left to right\b", r"line up \g<x> from left to right"),
    (rf"{START}(?:gather|collect|round|scoop|sweep(?= up| together)|herd|bundle|pack)(?: up| together)? (?:all |all of )?(?:the |those "
     rf"|these |"
     rf"my )?(?P<x>(?:(?!and (?:put|place|move|bring|set|take)\b)[^,;.])+?) "
     rf"(?P<p>(?:in|into|on|onto|inside) (?:the|my|a) [^,;.]+?)(?= [,;.]|$)", r"\g<start>put all the \g<x> \g<p>"),
    (rf"^(?:(?:trade|swap|change|switch|exchange) (?:places|positions|spots|round|around|them) ?[,;.] )?(?:put )?(?P<a>(?:the|"
     rf"my) {GAP}) (?:goes )?where (?P<b>(?:the|my) {GAP}) (?:is|was|stands|sits|lies)(?: now)? ?"
     rf"(?:,|and|, and) (?:put )?(?P<c>(?:the|my) {GAP}) (?:goes )?where (?P<d>(?:the|my) {GAP}) (?:is|was|stands|stood|sits|sat|lies|"
     rf"lay)(?: now| before)?$",
     lambda m: f"swap {m['a']} and {m['b']}" if _same(m["a"], m["d"]) and _same(m["b"], m["c"]) else m[0]),
    (rf"\b(?:should be|is|are) (?:making|taking|having|getting|finding) (?:its |their |a |the )?(?:place|seat|position|home|"
     rf"spot) (?={IN} )", "should be "),
    (rf"{START}(?:put|place|set|lay|stick|drop|stand) me (?=(?:the|a|my|all|both|that|this) )", r"\g<start>put "),
    (rf"{START}(?:i would|i will|i|let us|let me|we) (?:say|think|reckon|guess|figure)(?: that)? (?=(?:the|my|both|all|that|this) )",
     r"\g<start>"),
    (r"^(?:i am not (?:quite |really |so |entirely |too )?sure|not sure|i do not know|hard to say|"
     r"hmm)(?: ,)? (?:but )?,? ?(?:let us say |i would say |i think |say )?(?=(?:the|my|put|both|all) )", ""),
    (rf"\b(?:looks|fits|works|sits|is|stands|goes|would look|would be)(?: much| far)? (?:best|better|nicest|prettiest) (?={IN} )",
     "should be "),
    (rf"^(?P<x>(?:the|my) (?:[a-z]+ )?[a-z]+) , (?:just |please )?{_VERB} (?={IN} )", r"put \g<x> "),
    (r"(?:\ba (?:good|fair|long|decent|great|safe|large|big|healthy|nice|reasonable) (?:distance|way|bit)|\bwell|\bwide|\bmiles|"
     r"\bfar) (?:apart|away) from (?P<o>each other|one another)\b", r"far away from \g<o>"),
    (rf"\b(?P<v>get|bring|put|move|keep|take) (?P<x>{GAP}) (?:well|a good (?:distance|way|bit)|a long way|miles|quite far|"
     rf"nice and far|as far as possible|a safe distance) away from ", r"move \g<x> far away from "),
    (r"^(?:could |would |can |may |should )?(?P<x>(?:the two|both|the two of the|both of the|the) (?P<n>[a-z]+?)e?s) (?:could |would |"
     r"should |must |can |may |have to |need to |ought to |shall |are to )?(?:be |stand |go |sit |get |move )?"
     r"(?:set |put |moved |placed )?(?:well |quite |nice and )?(?:far apart|far away|far|wide apart|well apart|a (?:good |fair |long |"
     r"decent |great |safe |large |big )?(?:distance|way) apart)(?: from (?:each other|one another))?$",
     r"one \g<n> should be far from the other \g<n>"),
    (r"\b(?P<d>keeled|toppled|tumbled|flopped|tipped|rolled|fell|fallen|knocked) over\b", "fallen over"),
    (r"\b(?:set (?P<i>it|that|them) (?:right|up|straight|back up|to rights)|put (?P<j>it|that|them) (?:right again|to rights|"
     r"back on its feet))(?: again)?(?= [,;.]|$)",
     lambda m: f"stand {m['i'] or m['j']} up"),
    (r"^(?P<x>[a-z]+(?: [a-z]+){0,3}) , (?:the )?(?:table (?:centre|center|middle)|(?:centre|center|middle)(?: of (?:the )?table)?)$",
     r"put \g<x> in the middle of the table"),
    (r"^(?P<x>[a-z]+(?: [a-z]+){0,3}) , (?:the )?(?P<s>left|right|near|far)(?: hand)? (?:side|edge|end|half) of (?:the )?table$",
     r"put \g<x> on the \g<s> side of the table"),
    (r"^(?:keep|carry on|go on|continue|keep on|keep going) (?P<v>putting|moving|placing|bringing|dropping|loading|taking|carrying|"
     r"stacking|transferring) (?P<x>(?:the )?[a-z]+(?: [a-z]+)?s) (?P<p>(?:in|into|on|onto) [^,;.]+?) ,? "
     r"?(?:until|till) (?:there (?:is|are) )?(?:not (?:a single one|one|any)|no more|none|nothing|no one|not a single [a-z]+|"
     r"no [a-z]+)(?: of them)?(?: is| are)? (?:left |remaining |still )?"
     r"(?:off|outside|outside of|out of|not on|not in|anywhere else|elsewhere|over|lying about|lying around|out|left)(?: (?:it|there|"
     r"that|the [a-z]+))?$",
     r"put all the \g<x> \g<p>"),
    (r",? ?(?:with |including |and )?(?:the )?first (?:one )?(?:from|on|at) the (?P<s>left|right|front|back) (?:included|counted|"
     r"counts|counting|inclusive) ?,? ?", r" starting from the \g<s> "),
    (r" ?(?:,|and)? ?(?:nice and |perfectly |dead |nicely |all |completely )(?P<s>level|upright|straight|steady)(?= [,;.]|$)",
     r" , keep it \g<s>"),
)  # fmt: skip
"""Ways of arranging, said plainly."""


def _same(first: str, other: str) -> bool:
    """Whether the same thing is spoken of: `the red can` and `the can`."""
    return first.split()[-1] == other.split()[-1]
