"""Turns of phrase that wrap a plain request, unwrapped before anything is read: clefts, fronted places, roundabout wishes, fillers.

Each rule is a frame with gaps: whatever stands in the gaps is kept, the frame is said plainly. The frames hold whichever things and places
are spoken of; what they leave is read by the grammar like any other sentence, so that a frame never decides what is meant by a noun.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from heedful.agents.understanding.fillers import unfilled
from heedful.agents.understanding.normalise import polite
from heedful.agents.understanding.participles import GERUNDS

HOLLOW = frozenset(
    {"bowl", "bin", "drawer", "mug", "cup", "box", "basket", "pot", "pan", "jar", "glass", "bucket", "trash", "cupboard", "cabinet"}
)
"""Words for what things are put into, rather than onto."""
CONTRARY = {"open": "closed", "closed": "open", "shut": "open", "on": "off", "off": "on", "lit": "off", "running": "off"}
"""What is wanted where a state is not."""
Plain = str | Callable[[re.Match[str]], str]
_IN = (
    r"(?:in front of|on top of|in the middle of|to the (?:left|right) of|left of|right of|next to|close "
    r"to|in|into|inside|on|onto|upon|to|at|behind|"
    r"beside|beneath|under|underneath|by|near|between|against|within|over|above|atop)"
)
"""Where a place begins."""
_GAP = r"[^,;.]+?"
_THING = r"(?!(?:if|when|unless|while|until|not|no)\b)[^,;.]+?"
_SHOULD = (
    r"(?:should|must|has to|have to|needs to|need to|ought to|shall|wants to|want to|is to|are to|is supposed to|are supposed to|is "
    r"meant to|"
    r"are meant to|is going to|can|may|could|would|will)"
)
_BE = r"(?:be|go|stand|sit|lie|rest|land|come|end up|belong|stay|live|be put|be placed|be set|be found|be kept)"
_GOES = rf"(?:{_SHOULD} {_BE}|goes|go|belongs|belong|lives|live|comes|come|stands|sits|lands|ends up)"
_I_WANT = r"(?:i|we) (?:would like|would love|want|need|wish|would prefer|prefer|am wanting|would rather have|expect|am after|desire)"
_START = r"(?P<start>^|[,;.] |[,;.] and |[,;.] then |[,;.] and then |\band |\bthen |\bbut )"
_MODAL = (
    r"(?:should|must|has to|have to|needs to|need to|ought to|shall|wants to|want to|would like to|is to|are to|is supposed to|is meant to)"
)
_SIDES = {"left": "right", "right": "left"}


def _rules(*pairs: tuple[str, Plain]) -> list[tuple[re.Pattern[str], Plain]]:
    return [(re.compile(frame), plain) for frame, plain in pairs]


_WISHES = _rules(
    (r"\bthere (?:should|must|shall|has to|have to|ought to|needs to|need to) be (?=\S)", "put "),
    (rf"{_START}let there be light from ", r"\g<start>turn on "),
    (r"\bi wanted\b", "i want"), (r"^on second thoughts? ,? ?", ""),
    (r" ,? (?:does|is|do|are|should|could|would|will|can) not (?:it|they|he|she|you)$", ""),
    (rf"^(?:should|ought|must) not (?P<x>(?:the|my|that|this|all|both) {_GAP}) (?:really |rather |better )?(?:be|go|stand|lie|sit)(?: "
     rf"going| standing| lying| sitting)? (?={_IN} )", r"\g<x> should be "),
    (rf"{_START}(?:might|may|could|can) (?:i|we) (?:trouble|bother|ask|beg) you for (?P<x>{_GAP})(?= [,;.]|$)", r"\g<start>give me \g<x>"),
    (rf"^(?P<x>(?:the|my|that|this|all|both) {_GAP}) (?:ending up|going|being|landing|being put|being placed) (?={_IN} )", r"put \g<x> "),
    (rf"{_START}(?:do you think|do you suppose|do you reckon|would you say) (?P<x>(?:the|my|that|this|all|both) {_GAP}) "
     rf"(?:could|might|should|can|may) (?:be|go) (?={_IN} )", r"\g<start>\g<x> should be "),
    (r"\bshould (?:trade|swap|change|switch|exchange) (?:places|positions|spots|seats)\b", "should be swapped"),
    (rf"^(?P<x>(?:the|my) {_GAP} and (?:the|my) {_GAP}) should be swapped$", r"swap \g<x>"),
    (r"\bwait (?:for )?(?:a|just a|one) (?:bit|while|moment|little|little while|tick|sec)\b", "wait"),
    (r" ?,? ?\b(?:i do not (?:care|mind) which(?: one)?|it does not matter which(?: one)?|no matter which(?: one)?|any (?:one )?will "
     r"do|does not matter which(?: one)?)(?: ,|(?= \.)|$) ?", " "),
    (r"\b(?:wind|winds|finish|finishes) up (?=(?:in|on|into|onto|to|next|beside|behind|under|at)\b)", "ends up "),
    (r"\b(?:comes to (?:rest|lie|stand|sit)|finds itself)\b", "ends up"),
    (rf"{_START}(?:i|we) (?:am wishing|wish|would wish|want|would like|desire|am hoping|hope|need|demand|ask|insist|would "
     rf"love|suggest|propose) (?:that|for) (?P<x>{_THING}) "
     rf"(?:is going|is|be|are|were|was|goes|go|would be|to be|to go|gets|be placed|be put|comes|stands|lies) (?={_IN} )",
     r"\g<start>\g<x> should be "),
    (rf"{_START}i (?:have need of|have use for|could do with|could use|am in need of|require) ", r"\g<start>i want "),
    (r"^(?:would|should) like (?=(?:the|a|an|my|all|to have)?\b)", "i want "),
    (rf"\b(?:is|are) (?:wanted|needed|required|desired|expected|requested|due|destined) (?={_IN} )", "should be "),
    (rf"{_START}(?P<x>{_THING}) (?:needs|wants|should have|should get) (?P<p>(?:the|a|an|my) {_GAP}) (?:under|beneath|underneath|below) "
     rf"(?:it|them)(?= [,;.]|$)", r"\g<start>put \g<x> on \g<p>"),
    (rf"{_START}(?:give|find) (?P<x>{_THING}) a (?:nice |new |good )?(?:place|home|spot|seat) (?={_IN} )", r"\g<start>put \g<x> "),
    (rf"{_START}(?P<x>{_THING}) s (?:right |proper |new )?(?:place|home|spot|destination|position) (?:is|should be|would be) (?={_IN} )",
        r"\g<start>put \g<x> "),
    (rf"{_START}let (?P<p>(?:the|my) {_GAP}) be the (?:home|place|spot|destination) (?:of|for) (?P<x>{_GAP})(?= [,;.]|$)",
        r"\g<start>\g<x> should go to \g<p>"),
    (rf"{_START}(?:i|we) (?:would|will) (?:be (?:happier|happy|pleased|glad|delighted|grateful)|feel (?:better|happier)|like it|love "
     rf"it|prefer it|rather|appreciate it|sleep better)(?: better| more)? if (?P<x>{_THING}) "
     rf"(?:were|was|is|could be|went|stood|sat|lay|ended up|would be|would go|could go|were put|was put|was moved|came|got) (?={_IN} )",
     r"\g<start>\g<x> should be "),
    (rf"{_START}(?:i|we) (?:can not (?:stand|bear|abide)|hate|dislike|do not like) (?:seeing |having )?(?P<x>{_THING})(?: lying| "
     rf"sitting| standing| being)? {_IN} {_GAP} , (?P<p>{_IN} {_GAP}) with it$", r"\g<start>put \g<x> \g<p>"),
    (rf"{_START}there (?:is|are) (?:supposed|meant|going) to be (?P<x>{_THING}) (?={_IN} )", r"\g<start>put \g<x> "),
    (rf"{_START}there (?:is|are) (?P<x>(?:a|an|the|some) {_THING}) (?:that|which) (?P<v>{_GOES}) (?={_IN} )", r"\g<start>\g<x> \g<v> "),
    (rf"{_START}(?:would it (?:kill you|be too much to ask|be a problem|be a bother|be too much trouble|be asking too much|trouble "
     rf"you|be okay|be alright)|is it too much to ask|could you find it in your heart|could you bring yourself|"
     r"could you manage|might it be possible|would it be feasible|can you manage|can i get you|could i get you|may i get you|would you "
     r"care)(?: of you| for you)? to ", r"\g<start>"),
    (rf"{_START}what (?:we|you) (?:are going to do|do|will do|have to do|are to do|should do|must do|need to do|ought to do)(?: now| "
     rf"next| first)? is(?: to| you| you can)? ?,? ?", r"\g<start>"),
    (r" ,? ?(?:if i am not (?:mistaken|wrong)|if i remember (?:correctly|rightly|well)|if memory serves)(?= [,;.]|$)", ""),
    (rf"{_START}(?:what|all|the (?:only )?thing) (?:that )?{_I_WANT} (?:you to do|from you|done) (?:now |here )?(?:is|would be) (?:for "
     rf"you to |to |that you )?", r"\g<start>"),
    (rf"{_START}(?:i|we) (?:was|were|am|are) (?:just |only )?(?:wondering|hoping|thinking|asking myself|curious) (?:whether|if|that) "
     rf"(?:you|we) (?:might|could|would|can|may|will)(?: be able to| possibly| perhaps)? ", r"\g<start>"),
    (rf"{_START}(?P<p>the {_GAP}) (?:could do with|is missing|lacks|is lacking|is in need of|needs|wants) (?P<x>(?:the|a|an|my) {_GAP}) "
     rf"(?:in|on|inside) it(?= [,;.]|$)", r"\g<start>\g<x> should go to \g<p>"),
    (r"\bever so (?=[a-z]+ly\b)", "very "),
    (rf"{_START}(?:could|can|may|would|will|might) (?P<x>{_THING}) (?:possibly |perhaps )?(?:find|make) (?:its|their) way (?={_IN} )",
        r"\g<start>\g<x> should go "),
    (rf"{_START}it is (?:high |about )?time (?:that |for )?(?P<x>{_THING}) (?:went|goes|go|was|were|got|moved|to go|to "
     rf"be|came|comes|was put|were put|was moved) (?={_IN} )",
     r"\g<start>\g<x> should go "),
    (rf"{_START}where (?P<x>{_THING}) (?:belongs|belong|goes|go|should go|should be|must go|has to go|needs to go|ought to be|needs to "
     rf"be) is (?P<p>{_IN} )", r"\g<start>put \g<x> \g<p>"),
    (rf"{_START}where (?P<x>{_THING}) (?:belongs|belong|goes|go|should go|should be|must go|has to go|needs to go|ought to be|needs to "
     rf"be) is (?=(?:the|my|that) )", r"\g<start>\g<x> should go to "),
    (rf"\b(?:should|must|may|can) not (?P<v>be|go|stand|lie|sit|stay|remain) {_IN} [^,;.]+? ?,? (?:but|rather|but rather|but instead) "
     rf"(?={_IN} )", r"should \g<v> "),
    (r" ,? ?i mean$", ""), (r"\bwide open\b", "open"), (r"\b(?P<v>take|carry|bring|move|get) (?P<x>[^,;.]+?) off (?=to (?:the|my|a)\b)",
        r"\g<v> \g<x> "),
    (r"\b(?:wants|want|would like|longs|deserves|is keen|is waiting|is due|is dying|is begging|asks|loves) to "
     r"(?P<v>be|go|stand|sit|lie|end up|come)\b", r"should \g<v>"),
    (rf"{_START}(?:what|all|the (?:only )?thing) (?:that )?{_I_WANT}(?: to (?:see|have|happen|get))?(?: now| here| from you)? "
     rf"(?:is|would be)(?: to (?:see|have)| for)? ",
     r"\g<start>i want "),
    (rf"{_START}(?:my (?:wish|request|desire|preference)|the (?:wish|request)) (?:is|would be) (?:that |for |to have )",
        r"\g<start>i want "),
    (r"\bi want it if\b", "if"),
    (rf"{_START}i am wanting (?:to have )?", r"\g<start>i want "),
    (rf"{_START}{_I_WANT} have ", r"\g<start>i want "),
    (rf"{_START}(?:i|we) (?:would prefer|prefer|would rather have|would rather see) (?:to have |to see |if )?(?={_THING} {_IN} )",
        r"\g<start>put "),
    (rf"{_START}i want (?={_THING} (?:(?:sitting|standing|lying|resting|placed|put|located|kept) )?{_IN} (?:{_GAP})$)", r"\g<start>put "),
    (rf"\bput (?P<x>{_THING}) (?:sitting|standing|lying|resting|placed|located|kept|moved) (?={_IN} {_GAP}$)", r"put \g<x> "),
    (rf"{_START}it (?:is|would be) (?:absolutely |very |really "
     rf")?(?:necessary|important|required|essential|vital|imperative|crucial|desirable|urgent|needed|time|best|better|desired) "
     rf"(?:that|for) (?P<x>{_THING}) (?:should |to |must )?(?:is|be|are|gets|get)(?: being)? ", r"\g<start>\g<x> should be "),
    (rf"{_START}it (?:is|would be) (?:absolutely |very |really "
     rf")?(?:necessary|important|required|essential|vital|imperative|crucial|desirable|urgent|needed|best|better) "
     r"(?:that you|for you to|to|that|if you) ", r"\g<start>"),
    (rf"\b(?:is|are|would be) (?:much |far )?(?:better|best) (?:off )?(?:placed |put |kept |stored |located )?(?={_IN} )", "should be "),
    (r"\b(?:had|would) (?:better|best|rather) (?=be\b|go\b|stand\b|sit\b|lie\b|end\b)", "should "),
    (rf"\b(?P<m>{_MODAL}) be "
     rf"(?:kept|stored|left|located|situated|found|housed|moored|parked|lodged|laid|deposited|dropped|transferred|lowered) (?={_IN} )",
     r"\g<m> be "),
    (rf"\b{_MODAL} (?:find|take|make|have) (?:its|their) (?:place|way|home|spot) (?={_IN} )", "should go "),
    (rf"\b(?:finds|takes|makes) (?:its|their) (?:place|way|home|spot) (?={_IN} )", "should go "),
    (rf"\b{_I_WANT} (?P<x>{_THING}) to be (?:kept |stored |put |placed |found |left |located )?(?={_IN} )", r"\g<x> should be "),
    (r"\b(?:could|if you could|can|would) you (?:possibly )?see your way (?:clear )?to ", ""),
    (rf"{_START}i (?:would|will) be (?:most|very|so|ever so|much|really|extremely|eternally)? "
     rf"?(?:grateful|obliged|thankful|glad|happy|pleased|delighted) (?:if|were) you "
     r"(?:could|would|can|were to|will|might|to)? ?", r"\g<start>"),
    (r"\bsee your way (?:clear )?to ", ""),
    (r"\bbe so (?:kind|good) as to ", ""),
)  # fmt: skip
"""Wishes in roundabout words."""
_PLACED = _rules(
    (rf"{_START}(?:what|whatever|which one) (?P<be>is|are) (?:lying |sitting |standing )?(?P<d>{_IN} {_GAP}) \. (?:please "
     rf")?(?P<v>(?:bring|give|hand|put|move|take|pass|fetch|place|throw|grab|get|bin|drop|set)(?: me)?) (?:that "
     rf"one|that|it|this|them|those)(?= |$)",
     r"\g<start>\g<v> what \g<be> \g<d>"),
    (r"^(?:do you (?:have|see)|have you got|can you (?:find|see)|you have|did you find) (?P<x>(?:a|an|any) [^,;.]+) \. (?:if so |if yes "
     r"|then |well then )?,? ?(?=[a-z]+)", r"is there \g<x> . if so , "),
    (rf"^(?P<x>(?:the|my|both|all) (?:[a-z]+ ){{0,2}}[a-z]+) \. (?={_IN} {_GAP}(?: [.]|$))", r"\g<x> , "),
    (rf"\bput (?P<x>{_THING}) to (?:be|end up|go|stand|sit|lie|land) (?={_IN} )", r"put \g<x> "),
    (rf"{_START}(?P<x>(?:the|my|that|this|both|all|every) {_THING}) (?:i|we) (?:would like|want|need)(?: that you| you to| that is)(?: "
     rf"put| move| bring| place| set)? (?P<p>{_IN} )", r"\g<start>put \g<x> \g<p>"),
    (rf"^(?P<x>(?:the|my|that|this|both|all|every) {_THING}) (?P<p>{_IN} {_GAP}) (?:you )?(?:put|bring|move|place|set|carry)$",
        r"put \g<x> \g<p>"),
    (rf"{_START}(?:which|what) (?P<n>{_GAP}) (?P<be>is|are) (?P<d>{_GAP}) (?:\.|;) (?P<v>(?:please "
     rf")?(?:bring|give|hand|put|move|take|pass|fetch|place|throw|open|close|grab|get|pick up|bin|drop|set)(?: me)?) (?:that one|this "
     rf"one|that|it|this|those|them)(?= |$)",
     r"\g<start>\g<v> the \g<n> that \g<be> \g<d>"),
    (rf"{_START}(?P<p>{_IN} {_GAP})(?: ,)?(?: that| this)? is (?:exactly |just |precisely )?where (?P<x>{_THING}) {_GOES}(?= [,;.]|$)",
        r"\g<start>put \g<x> \g<p>"),
    (rf"{_START}(?P<p>{_IN} {_GAP})(?: ,)?(?: that| this)? is (?:exactly |just |precisely )?where (?:i|we) (?:would "
     rf"like|want|need|would have) (?P<x>{_THING})(?: to (?:be|go|stand))?(?= [,;.]|$)",
     r"\g<start>put \g<x> \g<p>"),
    (rf"{_START}(?P<p>(?:[a-z0-9.]+ (?:[a-z]+ )?(?:inches|inch|cm|centimetres|centimeters|mm) {_IN} ){_GAP})(?: ,)?(?: that| this)? is "
     rf"where (?P<x>{_THING}) {_GOES}(?= [,;.]|$)",
     r"\g<start>put \g<x> \g<p>"),
    (rf"{_START}(?P<p>(?:the|a|my|that|this) {_GAP})(?: ,)?(?: that| this)? is (?:exactly |just |precisely )?where (?P<x>{_THING}) "
     rf"{_GOES}(?= [,;.]|$)", r"\g<start>\g<x> should go to \g<p>"),
    (rf"{_START}(?P<p>(?:the|a|my|that|this) {_GAP})(?: ,)?(?: that| this)? is (?:exactly |just |precisely )?where (?:i|we) (?:would "
     rf"like|want|need) (?P<x>{_THING})(?: to (?:be|go|stand))?(?= [,;.]|$)",
     r"\g<start>\g<x> should go to \g<p>"),
    (rf"{_START}(?P<p>(?:the|a|my|that|this) {_GAP}) is (?:the (?:right |proper |correct |best )?)?(?:place|spot|home|destination) "
     rf"(?:for|of) (?P<x>{_GAP})(?= [,;.]|$)",
     r"\g<start>\g<x> should go to \g<p>"),
    (rf"{_START}(?:the )?(?:right |proper |correct |best )?(?:place|spot|home|destination) (?:for|of) (?P<x>{_GAP}) is (?P<p>{_IN} "
     rf"{_GAP})(?= [,;.]|$)",
     r"\g<start>put \g<x> \g<p>"),
    (rf"{_START}(?:the )?(?:right |proper |correct |best )?(?:place|spot|home|destination) (?:for|of) (?P<x>{_GAP}) is "
     rf"(?P<p>(?:the|a|my|that|this) {_GAP})(?= [,;.]|$)",
     r"\g<start>\g<x> should go to \g<p>"),
    (rf"{_START}it is (?P<x>(?:the|a|my|that|this) {_THING}) (?:that|which|who) (?P<v>{_GOES}) ", r"\g<start>\g<x> \g<v> "),
    (rf"{_START}it is (?P<x>(?:the|a|my|that|this) {_THING}) (?:that|which)? ?(?:i|we) (?:would like|want|need) (?P<p>{_IN} )",
        r"\g<start>put \g<x> \g<p>"),
    (rf"{_START}(?P<x>(?:the|my|that|this|both|all|every) {_THING}) (?:i|we) (?:would like|want|need|wish)(?: to)? "
     rf"(?:have|see|get|put|find) (?P<p>{_IN} )", r"\g<start>put \g<x> \g<p>"),
    (r"^(?P<x>(?:the|my|that|this|both|all|every) [^;.]+?) ,? ?(?:i|we) (?:would like|want|need)(?: to have| to see)$", r"give me \g<x>"),
    (rf"{_START}(?P<x>(?:the|my|that|this|both|all|every) {_THING})(?: ,)? (?:i|we) (?:would like|want|need)(?: to)? "
     rf"(?:have|see|be|go)(?: it| them)?(?= [,;.]|$)", r"\g<start>give me \g<x>"),
    (rf"{_START}(?:which|what) (?P<n>{_GAP}) (?P<be>is|are) (?P<d>{_GAP}) (?:\.|,|;) (?:that|this|the|take that|take this)(?: one| "
     rf"ones| thing)? ?,? (?P<p>{_IN} )",
     r"\g<start>put the \g<n> that \g<be> \g<d> \g<p>"),
    (rf"{_START}what (?P<be>is|are) (?:lying |sitting |standing |there )?(?P<d>{_IN} {_GAP}) (?:\.|,|;) (?:that|this|it) "
     rf"(?P<v>{_SHOULD}|goes|belongs) ",
     r"\g<start>what \g<be> \g<d> \g<v> "),
    (rf"{_START}(?:do you |can you )?(?:see|spot|notice|you see) (?P<x>(?:the|that|this) {_THING}) (?:\.|,) "
     rf"(?P<v>(?!it\b|that\b)[^.]*?)\b(?:it|the same thing|that thing|that|that one)\b",
     r"\g<start>\g<v>\g<x>"),
    (r"\bthe (?:very )?same (?:thing|object|item)\b(?! as)", "it"),
    (rf"{_START}(?:any|every|no) ?where (?:else )?(?:but|except|except for|other than|apart from) (?P<p>{_GAP}) (?:is|would be) (?:the "
     rf")?(?:wrong|bad|forbidden|incorrect|a mistake)(?: place)? for (?P<x>{_GAP})"
     r"(?: \. (?:so )?(?:in|into|on|onto|to) (?P=p))?(?= [,;.]|$)", r"\g<start>\g<x> should go to \g<p>"),
    (rf"{_START}(?:anywhere|everywhere|any place) (?:else )?(?:but|except|except for|other than|apart from) (?:in |on )?(?P<p>{_GAP}) "
     rf"(?:is|would be) (?:wrong|bad|forbidden|incorrect|a mistake) for (?P<x>{_GAP})"
     r"(?: \. (?:so )?(?:in|into|on|onto|to) (?P=p))?(?= [,;.]|$)", r"\g<start>\g<x> should go to \g<p>"),
)  # fmt: skip
"""Places said first, or said to be where something goes; questions that are answered at once by what is asked."""
_ORDER = _rules(
    (rf"{_START}(?:begin|start|commence|kick off|lead off) (?:off )?with (?=(?:the|my) {_GAP} , [a-z]+ (?:it|them)\b)", r"\g<start>"),
    (r"\b(?P<t>then|next|after that|finally|lastly) (?:comes|come|up is|up|is|follows) (?=(?:the|my) )", r"\g<t> "),
    (r"[,;.]? ?\b(?:and )?,? ?(?:that|this|which) done ,? ?", " , then "),
    (r"^(?:the )?(?P<a>[a-z ]+?) first , (?P<v>[a-z]+) it(?P<p> [a-z]+)? , (?:and )?(?:then )?(?:the )?(?P<b>[a-z ]+?) "
     r"(?:second|next|after that) , (?P<w>[a-z]+) it(?P<q> [a-z]+)?$",
     lambda m: f"{m['v']} the {m['a']}{m['p'] or ''} , then {m['w']} the {m['b']}{m['q'] or ''}"),
    (r"^(?P<n>[a-z]+) by (?P=n) ,? ?", ""), (r" ,? ?(?P<n>[a-z]{3,}) by (?P=n)(?= |$)", ""),
    (rf"{_START}i (?:have )?(?:said|told you|asked for|repeat) ?,? ?", r"\g<start>"),
    (r" ,? ?(?:and )?(?:while|when|in|as|whilst) (?:doing (?:so|that|it|this)|you do (?:so|that|it)|you are at it|you go)(?= [,;.]|$)", ""),
    (rf"{_START}(?:before anything else|before all else|ahead of everything else|above all|first and foremost|before you do anything "
     rf"else) ,? ?", r"\g<start>first "),
    (r"^see (?=(?:the|a|my) [^.;]*$)", ""),
    (r"^(?P<a>.+?) (?:[,;.] )(?:but |and |only )?(?:right |just )?(?:before that|prior to that|before you do that|before you do "
     r"so|before you do|before doing so|before doing that|beforehand) ,? ?(?P<b>[^.;]+)$",
     r"\g<b> , then \g<a>"),
    (r"[,;.]? ?(?:and )?(?:then )?(?:the last thing(?: you do| to do| you should do| i want you to do)?(?= is| will| would| ,)|the "
     r"(?:final|last) (?:step|task|job|act|move)|as (?:a|the) (?:final|last) (?:step|task|act|move)|"
     r"last of all|at the very end|to finish off|to finish|to round (?:it|things) off|last but not least)(?: is| will be| would be)? "
     r"?,? ?(?:to |that you )?", " , then "),
    (rf"{_START}(?:first things first|the first thing (?:you do|to do|i want you to do)|as (?:a|the) first (?:step|task|thing)|for a "
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
_CONDITIONS = _rules(
    (r"^(?P<c>if [^,;.]+ , )(?P<v>[a-z]+) it(?P<r>[^,;.]*) [,;.] (?:if there is (?:not (?:one|any)|none)|if not|otherwise|failing "
     r"that|else) ,? ?(?P<x>(?:the|a|an|my) [^,;.]+?) (?:will|would)(?: also)? "
     r"(?:do|be fine|suffice|be okay)(?: instead| too| as well)?$", r"\g<c>\g<v> it\g<r> , otherwise \g<v> \g<x>\g<r>"),
    (rf"{_START}(?:should|were) (?P<x>(?:the|my) {_GAP}) (?:happen to be|turn out to be|prove to be|to be) ", r"\g<start>if \g<x> is "),
    (rf"\bif neither (?P<a>(?:the|my) {_GAP}) is (?P<s>{_GAP}) nor (?P<b>(?:the|my) {_GAP})(?: is)? (?P<t>[a-z]+) , ",
        r"if \g<a> is not \g<s> and \g<b> is not \g<t> , "),
    (rf"^(?P<v>[a-z]+(?: me| up)?) (?P<a>(?:the|a|my) {_GAP}) if (?P<c>(?:the|my) {_GAP}) ,? ?(?:and |but )?(?P<b>(?:the|a|my) {_GAP}) "
     rf"if (?:it is (?:not|off|closed|shut|dark|empty)|not)$",
     r"if \g<c> , \g<v> \g<a> , otherwise \g<v> \g<b>"),
    (rf"^depending on whether (?P<c>{_GAP}) , (?P<v>[a-z]+(?: me)?) (?P<a>(?:the|a|my) {_GAP}) or (?P<b>(?:the|a|my) {_GAP})$",
        r"if \g<c> , \g<v> \g<a> , otherwise \g<v> \g<b>"),
    (rf"^only (?P<v>(?!if|when|after|once|one|the|two)[a-z]+ {_GAP}) (?:when|if|while|as long as) (?P<c>(?:the|my|there) {_GAP})$",
        r"\g<v> only if \g<c>"),
    (r" ?,? ?(?:but )?not before (?=have |you )", " once "), (r"\bonly after (?=[a-z]+)", "after "),
    (r"\b(?P<be>is|are|be) (?:left|kept) (?P<s>open|closed|shut|on|off)\b", r"\g<be> \g<s>"),
    (r"\b(?:must|should|may|can|is to|has to|shall|ought to) not (?:stay|remain|be left|be kept|be) "
     r"(?P<s>open|closed|shut|on|off|lit|running)(?= [,;.]|$)", lambda m: f"should be {CONTRARY[m['s']]}"),
    (rf"{_START}(?:nobody|no one|none of us|no body) (?:wants|needs|likes) ", r"\g<start>i do not want "),
    (rf"\bi do not want (?P<x>{_THING}) (?P<s>open|closed|shut|on|off|lit|running)(?: any more| anymore| any longer)?(?= [,;.]|$)",
        lambda m: f"{m['x']} should be {CONTRARY[m['s']]}"),
    (r"\bif (?:and )?only if\b", "only if"), (r"\b(?:if|when) and only (?:if|when)\b", "only if"),
    (r" ?\b(?:one|1) (?:piece|item|object|thing|at a time|by one)(?: at a time)?\b(?= until| ,|$)", ""),
    (r"\b(?P<be>be|is|are|s) (?:burning|lit up|shining|glowing|alight|ablaze|aglow)\b", r"\g<be> on"),
    (r"\b(?:happens to be|turns out to be|proves to be|should be found to be)\b", "is"),
    (rf"\b(?P<if>if|when|only if|only when|provided) both (?P<a>(?:the|my) {_GAP} (?:is|are) {_GAP} and (?:the|my))\b", r"\g<if> \g<a>"),
    (rf"^(?P<v>[a-z]+(?: me)?) (?P<a>(?:the|a|my) {_GAP}) ,? ?or ,? ?(?P<c>if {_GAP}) , (?P<b>(?:the|a|my) {_GAP}) ,? ?(?P<p>{_IN} "
     rf"{_GAP})$",
     r"\g<c> , \g<v> \g<b> \g<p> , otherwise \g<v> \g<a> \g<p>"),
    (rf"^(?P<v>give me|bring me|hand me|pass me|take|grab|get me|fetch me) (?P<a>(?:the|a|my) {_GAP}) ,? ?or ,? ?(?P<c>if {_GAP}) , "
     rf"(?P<b>(?:the|a|my) {_GAP})$",
     r"\g<c> , \g<v> \g<b> , otherwise \g<v> \g<a>"),
    (r"\b(?:but|and) (?P<if>only (?:if|when)|solely if)\b", r"\g<if>"),
    (r"\bsolely if\b|\bon condition that\b|\bon the condition that\b|\bunder the condition that\b", "only if"),
    (r"\bin the absence of (?P<x>[^,;.]+)", r"if there is no \g<x>"),
    (r"\buntil (?P<n>only|just) (?P<x>[^,;.]+?) (?:remains|remain|is left|are left|is remaining)\b", r"until \g<n> \g<x> is left"),
    (r"\buntil there is (?:just |only )?(?P<n>one|two|three)(?: of them)? left(?: in there| there| in it| on it)?(?=$| [,;.])",
        r"until only \g<n> is left"),  # `just` is taken for politeness
    (rf"^(?P<v>(?:put|move|take|throw|bring|carry|drop|place|toss|clear) )?(?:all )?(?:the )?(?P<x>[a-z ]+?s) (?P<p>{_IN} [^,;.]+?) ,? "
     rf"?until only (?P<y>the {_GAP}) is left$",
     r"\g<v>all the \g<x> except \g<y> \g<p>"),
    (r"^(?:remove|take|get) (?:all )?(?:the )?(?P<x>[a-z ]+?)s? (?:from|out of|off) (?P<p>(?:the|my) (?:[a-z]+ "
     r")?(?:bowl|drawer|bin|mug|box|basket)) ,? ?until only (?P<n>one|two|three) (?:is|are) left$",
     r"exactly \g<n> \g<x> should be in \g<p>"),
    (r"^(?:remove|take|get) (?:all )?(?:the )?(?P<x>[a-z ]+?)s? (?:from|out of|off) (?P<p>(?:the|my) (?:[a-z]+ )?(?:plate|tray|table)) "
     r",? ?until only (?P<n>one|two|three) (?:is|are) left$",
     r"exactly \g<n> \g<x> should be on \g<p>"),
    (rf"^(?:as long as|so long as|while|whenever) there (?:is|are) (?:still |any |some )?(?:a |an )?(?P<x>[a-z ]+?s) (?P<p>{_IN} "
     rf"{_GAP}) , (?:keep |keep on |continue |go on )?(?P<v>[a-z]+) (?:them|it|one) (?P<q>{_IN} {_GAP})$",
     lambda m: f"{GERUNDS.get(m['v'], m['v'])} all the {m['x']} {m['p']} {m['q']}"),
    (rf"^(?P<v>put|move|take|bring|place|keep putting|keep moving) (?:the |all the )?(?P<x>[a-z ]+?s) (?P<q>{_IN} {_GAP}) until there "
     rf"(?:is|are) (?:none|no more|no [a-z]+)(?: left)? (?P<p>{_IN} {_GAP})$",
     r"put all the \g<x> that are \g<p> \g<q>"),
)  # fmt: skip
"""Conditions and ends in other words."""
_REFUSALS = _rules(
    (rf"^not (?:{_IN}) (?P<p>(?:the|my) [^,;.]+) , (?P<x>(?:the|my) [^,;.]+ {_IN}) it$", r"\g<x> \g<p>"),
    (r"\b(?:scrap|belay|strike|nix|drop|bin) that ,", "scratch that ,"),
    (r"\b(?:under no circumstances|on no account|at no time|in no case|in no event|by no means|not under any circumstances)(?: must "
     r"you| should you| may you| are you to)? ", "do not "),
    (r"\bwhatever (?:you do|happens) ,? ?(?:but )?", ""),
    (rf"^(?P<c>(?:do not|mind|avoid|watch out for|be careful not to|careful with|be careful with|stay away from|keep away from|never) "
     rf"{_GAP}) (?:while|when|as|whilst) (?:you )?(?:are )?(?P<v>(?:put|move|carry|bring|take|place|set|hand|give|push)(?:t?ing)? {_GAP})$",
     r"\g<v> , \g<c>"),
    (rf"^do (?:it|this|that|so) (?P<c>without {_GAP}|gently|slowly|carefully) , (?P<v>[a-z]+ [^;.]+)$", r"\g<v> \g<c>"),
    (r"\b(?:at a (?:snail s|glacial|leisurely|slow) pace|at a crawl|like a snail|like a tortoise|nice and easy|in no rush|with no "
     r"haste|dead slow)\b", "slowly"),
    (r"\b(?:like the wind|on the double|pronto|without delay|lickety split|at (?:top|full) speed|at the double|as quick as a flash|like "
     r"lightning|in a flash|post haste)\b", "quickly"),
    (r"\b(?:as if it (?:were|was|is) (?:made )?(?:of )?(?:glass|eggs|porcelain|an egg|a baby)|like (?:it is made of |a "
     r")?(?:glass|eggs|an egg|egg|raw egg|a raw egg|porcelain|baby)|with kid gloves|with a light touch|with the utmost care|with great "
     r"care)\b", "gently"),
    (r"\b(?:slosh|slop|splash|drip|leak|dribble)(?P<s>s|es|ing|ed)?(?: out| over)?\b",
        lambda m: f"spill{(m['s'] or '').removeprefix('e') if m['s'] == 'es' else m['s'] or ''}"), (r"\bspilles\b", "spills"),
    (r"\bso (?=nothing spills)", "so that "),
    (r" , (?:and )?(?:never mind|forget|forget about|ignore|leave out|leave|disregard|not|and not) (?:the|that|this|my|those|these) "
     r"[^,;.]+ , (?=(?:should|must|has|goes|go|needs|belongs|is|in|on|into|onto|to)\b)", " "),
    (rf"{_START}(?:rather than|instead of) {_IN} {_GAP} ,? ?{_I_WANT} (?:to (?:have|see) )?", r"\g<start>put "),
    (rf"{_START}(?:rather than|instead of) {_IN} {_GAP} , (?=(?:put|move|place|set|bring|take|the|my)\b)", r"\g<start>"),
    (r"[,.;] (?:hang on|hold on|wait|no wait|hmm|actually|on reflection|thinking about it|come to think of it) ?,? "
     r"(?P<p>(?:the|my|that) [^,;.]+?) (?:is|would be|s) (?:better|preferable|nicer|best|more suitable)$",
     lambda m: f" , no , {'into' if m['p'].split()[-1] in HOLLOW else 'onto'} {m['p']}"),
    (rf"^(?:into|in|onto|on|to) (?P<p>{_GAP}) with (?P<x>{_GAP}) , no , (?P<q>into|onto) ", r"put \g<x> in \g<p> , no , \g<q> "),
    (r"^(?P<x>the [^,;.]+?) (?:should|must|has to|needs to) (?:stay|remain|be left|be kept) (?:free|empty|clear|bare) (?:, |and "
     r")(?!.*(?P=x))", ""),
    (r"\bskip the (?P<n>[^,;.]+?) (?P<s>nearest|closest|furthest|farthest) (?P<o>to you|to me|to the [^,;.]+?|from [^,;.]+?) "
     r"(?:and|,|but) (?P<v>[a-z]+) the next (?P=s)(?: one)?",
     r"\g<v> the second \g<s> \g<n> \g<o>"),
    (r"^one of the (?P<n>[a-z ]+?)s (?:has|is) (?P<s>fallen over|toppled over|tipped over|lying down|lying|knocked over|upside down|on "
     r"its side|fallen down) ,? ?(?:so |and )?(?P<v>[a-z]+) it",
     lambda m: f"{m['v']} the {m['n']} that is {m['s'] if m['s'] == 'upside down' else 'lying on its side'}"),
    (r"\band at the same time (?P<v>[^,;.]+)$", r"and \g<v> at the same time"),
    (r"\bwithout (?:so much as|even|ever) (?=[a-z]+ing\b)", "without "),
    (r"\b(?:and |but )?(?:do not|not) spill (?:any|a drop|a single drop|any of it|anything)$", ", do not spill"),
    (r", (?:it|that one) is full ,? ?(?:so )?,? ?(?:do not spill)$", ", do not spill"),
    (r"\b(?:i want |there should be |keep )?nothing (?:near|around|close to|next to|anywhere near) (?P<x>[^,;.]+) , (?:so "
     r")?(?P<v>[^,;.]+?) (?:well |far |further )?away(?: from (?:there|it))?$", r"\g<v> far away from \g<x>"),
    (r"\btake (?P<x>[^,;.]+?) far away from\b", r"move \g<x> far away from"),
    (r"(?:at|in) one and the same (?:time|moment)\b", "at the same time"),
    (r"\bwithout (?:ever )?(?P<v>moving|touching|lifting) (?P<r>it|them) at all\b", r"without \g<v> \g<r>"),
)  # fmt: skip
"""What is not meant, and what must not happen, in other words."""
_ORDERED_WORDS = _rules(
    (r"\b(?:at|on|to|in|by)(?: the| its)? (?P<s>left|right)(?: hand)? side (?:from|of|to) ", r"to the \g<s> of "),
    (r"\bon top from\b", "on top of"), (r"\bin front from\b", "in front of"),
    (r"\b(?:near|beside|behind|under) (?:of|from|to) (?=the|a|my)", "near "),
    (r"\b(?P<v>give|hand|bring|pass|fetch|show) to me (?P<x>[^,;.]+)", r"\g<v> me \g<x>"),
    (rf"{_START}make that (?P<x>(?:the|my|all) {_GAP}) (?=is |are |gets |goes )", r"\g<start>make sure that \g<x> "),
    (rf"{_START}make (?P<x>(?!that\b|sure\b|it\b|certain\b){_THING}) (?P<p>to the (?:left|right) of |in |on |into |onto |next to "
     rf"|beside |behind |under )", r"\g<start>put \g<x> \g<p>"),
    (r"\ball what is (?P<x>[a-z]+)\b", r"all the \g<x>s"),
    (r"\b(?:in|inside) there inside\b|\bthere inside\b|\bin there in\b", "in there"),
    (r"^after (?:that )?you (?:have )?opened (?:the )?(?P<x>[^,;.]+) , (?:you )?", r"open the \g<x> , then "),
    (rf"\b(?:bring|take|get) (?P<x>{_GAP}) (?=(?:near|close to|beside|behind|in front of) (?:the|a|my))", r"put \g<x> "),
    (rf"{_START}you (?=(?:put|place|move|bring|take|give|open|close|hand|set|turn|switch|wipe|push)\b)", r"\g<start>"),
    (r"\bbehind them both\b", "behind both of them"),
    (rf"\bcloser to you than (?P<x>{_GAP}) (?:is|are|does|stands)(?=$| [,;.])", r"closer to you than \g<x>"),
    (rf"\b(?P<v>bring|get|put|move|push) (?P<x>{_GAP}) into (?:direct |close )?contact(?: with (?:each other|one another))?(?=$| [,;.])",
        r"\g<x> should touch each other"),
    (rf"\b(?P<v>bring|get|put|move|push) (?P<x>{_GAP}) (?:into|in) (?:direct |close )?contact with ", r"\g<x> should touch "),
    (rf"^(?P<x>(?:the |a )?{_GAP}) in front , (?:and )?(?P<y>(?:the |a )?{_GAP}) (?:at the back|behind) ,? ?of (?P<z>{_GAP})$",
        r"\g<x> in front of \g<z> and \g<y> behind \g<z>"),
    (rf"^(?P<x>(?:the |a )?{_GAP}) (?:on|to) the (?P<s>left|right) , (?:and )?(?P<y>(?:the |a )?{_GAP}) (?:on|to) the (?P<t>left|right) "
     rf",? ?of (?P<z>{_GAP})$",
     r"\g<x> to the \g<s> of \g<z> and \g<y> to the \g<t> of \g<z>"),
    (rf"{_START}strip (?P<x>{_GAP}) bare(?=$| [,;.])", r"\g<start>empty \g<x>"),
    (r"\bneeds to be taken(?: by you)? and (?:be )?(?:put|placed|set|laid) ", "should be put "),
    (r"\bupon\b", "on"), (r"\bby you\b ?", ""),
    (r"\b(?:gets|get|is|are) (?:to be )?(?:thrown|chucked|tossed|slung) (?:out|away)\b", "should go to the bin"),
)  # fmt: skip
"""Word order and prepositions of people who speak another language first, and terse distributions."""
_SUCH_THAT = re.compile(
    rf"^(?P<v>put|place|set|stand|position|move|arrange|lay) (?P<x>{_GAP}) ,? ?(?:such|so)(?: that)? (?P<y>(?:the|a|my) {_GAP}) "
    rf"(?:is|stands|lies|ends up|comes to be|sits) (?:(?:on|to|at) its (?P<s>left|right)(?: side)?|"
    r"(?:to the|on the) (?P<s2>left|right) of it)$"
)
_IN_ORDER = re.compile(r" ?[,;.]? ?(?:and )?(?:in )?(?:exactly |precisely |just )?(?:that|this|the given|the stated) (?:exact )?order$")


def plainly(words: Sequence[str]) -> list[str]:
    """The words with what they are wrapped in taken off."""
    return list(_plainly(tuple(words)))


@lru_cache(maxsize=512)
def _plainly(words: tuple[str, ...]) -> tuple[str, ...]:
    said = " ".join(unfilled(words))
    for rules in (_WISHES, _ORDERED_WORDS, _PLACED, _ORDER, _CONDITIONS, _REFUSALS):
        for frame, plain in rules:
            said = frame.sub(plain, said)
    if found := _SUCH_THAT.match(said):
        side = _SIDES[found["s"] or found["s2"]]
        said = f"{found['v']} {found['x']} to the {side} of {found['y']}"
    said = _in_order(said)
    return tuple(polite(said.split())) if said.split() != list(words) else words


def _in_order(said: str) -> str:
    """`tap off, lamp on, drawer open. That order.`: one after the other."""
    found = _IN_ORDER.search(said)
    if found is None or " if " in f" {said} ":
        return said
    head = said[: found.start()]
    return re.sub(r" ?, (?:and )?(?:then )?|(?<=\w) and (?:then )?(?=(?:the )?\w+ (?:on|off|open|closed|shut)\b)", " , then ", head)
