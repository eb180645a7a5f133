"""Places said first, or said to be where something goes, and the word order of people who speak another language first."""

from __future__ import annotations

import re

from heedful.agents.understanding.unwrapping import GAP, GOES, IN, SHOULD, START, THING, rules

_NP = (
    r"(?!(?:but|so|and|because|if|when|since|as|that|then|or|now|also|too|again)\b)(?:(?:the|my|this|that|these|those|both|all|all "
    r"the|your) )?(?:[a-z]+ ){0,2}[a-z]+"
)
_FINE = (
    r"(?:fine|great|good|nice|lovely|perfect|ideal|enough|okay|ok|super|better|best|wonderful|plenty|what i want|all i need|all i "
    r"want|what i need)"
)
_MOVE = r"(?:put|place|move|bring|take|give|open|close|hand|set|turn|switch|wipe|push|press|stand|get)"
_BEST = (
    r"(?:happier|happiest|nicer|nicest|safer|safest|better|best|good|nice|fine|lovely|well|at home|great|perfect|prettier|warmer|more "
    r"at home|better off|best off|tidier|neater)"
)
_HELD = r"(?:tray|bowl|drawer|plate|bin|cabinet|cupboard|box|basket|table)"
PLACED = rules(
    (rf"^it would (?:be [a-z]+|help|please me) if (?P<x>(?!you\b|i\b|we\b){THING}) (?:was|were|is|are|went|could be|could go|ended "
     rf"up|got|would be) (?={IN} )", r"\g<x> should be "),
    (r"^it would (?:be [a-z]+|help) if (?:you |we )?(?:could |would )?(?=[a-z]+ (?:the|my|a|it|me|both|all) )", ""),
    (r"^i (?:expect|hope|intend|wish) to (?:find|see|have) ", "i want "),
    (rf"^(?P<x>(?:the|my|this|that|both|all) {THING}) (?:i|we) (?:wish|desire|want|need|would like)(?: to be| to go)? (?P<p>(?!to "
     rf"(?:see|have|find|get)\b){IN} )",
     r"put \g<x> \g<p>"),
    (rf"^(?P<p>(?:the |my )?(?:[a-z]+ )?{_HELD}) (?:needs|wants|lacks|is missing|misses|calls for|requires) "
     rf"(?P<x>(?!to\b|[a-z]+ing\b)(?:the |a |my |all |both )?[^,;.]+)$",
     r"\g<x> should go to \g<p>"),
    (rf"^what (?:i|we) (?:would like|want|need|would love)(?: to (?:see|have))? (?P<p>{IN} {GAP}) (?:is|are|would be) (?P<x>[^;.]+)$",
     r"put \g<x> \g<p>"),
    (rf"\b(?P<m>ought to|should|must|has to|have to|needs to) be (?:lying|sitting|standing|resting|waiting) (?={IN} )", r"\g<m> be "),
    (rf"{START}(?:why do not we|we could|we might|you might|might|we may) (?={_MOVE} (?:the|my|it|a|both|all|this|that)\b)", r"\g<start>"),
    (r"\bover (?=(?:on|in|onto|into) (?:the|my))", ""),
    (r"\bs (?=(?:where|to be|to go|the place|the spot) )", "is "), (r"^me (?=(?:want|need|like|wants) )", "i "),
    (r"^i would be (?:glad|happy|pleased|delighted|grateful|thrilled|over the moon) to (?:have|see|find) ", "i want "),
    (rf"^it is (?P<p>{IN} {GAP}) that (?P<x>{GAP}) {GOES}$", r"put \g<x> \g<p>"),
    (r"\bsee to it (?!that\b)", "see to it that "),
    (r"\b(?P<d>the|that|this|my|your|those|these) "
     r"(?:poor|damn|damned|stupid|silly|bloody|blasted|wretched|lovely|"
     r"precious|beloved|dear|darn|ugly|pesky|annoying|delicious|beautiful|poor old|good old|old) (?=[a-z])",
     r"\g<d> "),
    (rf"\b(?:would|will|should|could|might|is|are) (?:probably |surely |certainly )?(?:be |look |feel |do |go |fit |sit )?(?:much |far "
     rf"|a lot |even |so much )?{_BEST} (?={IN} )", "should be "),
    (r"^it would (?:please )?(?:me|make me (?:happy|glad)|delight me|be my wish|do me good|suit me|please me) (?:if i could |to "
     r")?(?:see|have|find|know) ", "i want "),
    (rf"^where i (?:want|would like|need|would have) (?P<x>{GAP}) (?:is|would be) (?={IN} )", r"put \g<x> "),
    (rf"{START}(?P<p>(?:the |my )?(?:[a-z]+ )?{_HELD}) (?:(?:is to|should|must|shall|may|can|will|needs to|gets to|wants to|has to) "
     rf")?(?:receive|receives|get|gets|take|takes|be given|is given|welcomes) "
     r"(?P<x>(?:the|my|both|all|a) [^,;.]+?)(?= [,;.]|$)", r"\g<start>\g<x> should go to \g<p>"),
    (rf"^(?P<p>(?:the |my )?(?:[a-z]+ )?{_HELD}) (?:is|are) (?:meant |reserved |intended |there |only |just )?for (?P<x>(?:the |my |all "
     rf"|both )?[^,;.]+)$", r"\g<x> should go to \g<p>"),
    (r"^(?:you )?(?:are|will be) (?:now |going to be "
     r")?(?=(?:putting|placing|moving|bringing|taking|giving|opening|closing|turning|switching|setting)\b)", ""),
    (rf"\b(?:is|are) (?:belonging|going|wanting|needing to be) (?={IN} )(?!over )", "should go "),
    (rf"^(?:you |robot )?(?:must|should|can|could|shall|will) (?P<x>(?:the|my|both|all) [^,;.]+? {IN} [^,;.]+?) "
     rf"(?P<v>put|place|move|bring|set|lay|take|carry)$", r"\g<v> \g<x>"),
    (rf"^(?:should|must|shall) (?:be|go|stand|lie) (?P<x>(?:the|my|both|all) [^,;.]+?) (?={IN} )", r"\g<x> should be "),
    (r"\bfind (?:itself|themselves)\b", "end up"),
    (r"\bcould (?:do|really do) with (?:a )?(?=[a-z]+ing\b)", "needs "),
    (rf"^(?:get|have|make|let|bring|see)(?: that)? (?P<x>(?:the |my )?{GAP}) and (?P<y>(?:the |my )?{GAP})(?: to)? (?:touch|touching|in "
     rf"contact|meet)(?: each other| one another)?$", r"\g<x> should touch \g<y>"),
    (rf"\b(?P<m>{SHOULD}) (?:get|make it|find its way|travel|head|wander|walk|come over|move over)(?: over| across)? "
     rf"(?=(?:to|into|onto|on|in) (?:the|my))", r"\g<m> go "),
    (rf"^(?!.*\b(?:so|until|till|such)\b)(?P<x>{GAP}) (?:against|next to|by|beside|at|to) (?P<y>{GAP}) ,? ?(?:touch|touching|so "
     rf"touching|in contact)$", r"\g<x> should touch \g<y>"),
    (rf"{START}use (?P<p>(?:the|my) [^,;.]+?) (?:for|to hold) (?P<x>(?:the|my|both|all) [^,;.]+?)(?= [,;.]|$)", r"\g<start>\g<x> should "
     r"go to \g<p>"),
    (rf"^(?:what|the thing that|the thing which|that which|the (?:only )?one that) (?:really |actually |now )?(?:{GOES}|is to be) "
     rf"(?P<p>{IN} {GAP}) (?:is|would be|s) "
     r"(?P<x>(?:the|my|that|this|both|all|a|an) [^;.]+)$", r"put \g<x> \g<p>"),
    (rf"^(?P<x>[^;.]+? {IN} [^,;.]+?) ,? ?(?:will|would|should) (?:do|suffice|be {_FINE})(?: nicely| just fine| very well| for me)?$",
     r"\g<x>"),
    (rf"^(?!.*\b(?:no|actually|wait|hmm) )(?P<x>[^;.]+? {IN} [^,;.]+?) ,? ?(?:is|are) {_FINE}$", r"\g<x>"),
    (rf"{START}(?P<x>{_NP}) ,? ?(?:he|she|it|they) (?P<v>(?:must|should|has|have|goes|go|belongs|belong|needs|need|is to|are "
     rf"to|ought|shall|can|wants|want|comes|lives)\b)",
     r"\g<start>\g<x> \g<v>"),
    (rf"\b(?P<m>{SHOULD}|do|are) (?:all|both|each) (?:of them )?(?=(?:go|be|move|come|stand|sit|end|land|belong|live|get|disappear)\b)",
     r"\g<m> "),
    (rf"\b(?:live|lives|are at home|is at home|reside|resides|have their home|has its home|has its place|have their place|is stored|are "
     rf"stored|are kept|is kept) "
     rf"(?={IN} )", "should go "),
    (rf"{START}(?:we|you) (?P<v>keep|put|place|move|set|leave|store|stow) (?=(?:the|my|all|both|that|this) )", r"\g<start>\g<v> "),
    (r"\b(?:over|around|somewhere|down|up) (?:by|near|beside) (?=the|my)", "next to "),
    (r"\b(?:by|near|beside|next to|close to|to) (?P<p>(?:the|my) [^,;.]+?) ,? ?(?:on |to |at )?(?:the |its |that )?(?P<s>left|right)(?: "
     r"hand)? side(?: of (?:it|that))?(?=$| [,;.])",
     r"to the \g<s> of \g<p>"),
    (rf"^(?P<v>bring|move|put|push|slide|get|set|place|shift|take|stand) (?P<x>{GAP}) (?:(?:right |close |directly |straight )?(?:up "
     rf")?(?:against|to|beside|next "
     rf"to|with|near)|and) (?P<y>(?:the|my|a) {GAP})(?: together)? ,? ?(?:so|until|such|till|and make)(?: that)? (?:they|it|both|the "
     rf"two|these)(?: both| two)? (?:just "
     r")?(?:touch|touches|are touching|is touching|meet|make contact|are in contact|do touch)(?: each other| one another| it)?$",
     r"\g<x> should touch \g<y>"),
    (rf"{START}(?P<p>(?:the|my|that) {GAP}) (?:is|would be|might be|looks like|seems) (?:a |the "
     rf")(?:right|proper|correct|best|good|fine|nice|better|ideal|perfect) "
     rf"(?:place|spot|home|destination) (?:for|of) (?P<x>{GAP})(?= [,;.]|$)", r"\g<start>\g<x> should go to \g<p>"),
    (rf"{START}(?P<x>(?:the|my) {GAP}) s (?:right |proper |new )?(?:place|home|spot) (?:is|should be|would be) (?=(?:the|my) )",
     r"\g<start>\g<x> should go to "),
    (rf"{START}(?P<x>(?:the|my|that|this|both|all|every) {THING}) (?:i|we) (?:would|will|want to|should) (?:like to "
     rf")?(?:see|have|get|find) (?:gladly |happily |rather |best "
     rf"|better |preferably )?(?P<p>{IN} )", r"\g<start>put \g<x> \g<p>"),
    (r"\b(?:in|into|to|on) the (?P<s>inside|interior|top|surface) of (?=[a-z])",
     lambda m: "in " if m["s"] in ("inside", "interior") else "on "),
    (r"\b(?:let go of|release) (?P<x>[^,;.]+?) (?=(?:in|into|on|onto|over) )", r"put \g<x> "),
    (r"\b(?P<o>out|off) of there\b", r"\g<o>"),
    (r"\b(?:across|all the way|along|on over|over) to (?=(?:the|my|your) (?:left|right|middle|centre|center|near|far|front|back)\b)",
     "to "),
    (rf"{START}(?:what|whatever|which one) (?P<be>is|are) (?:lying |sitting |standing )?(?P<d>{IN} {GAP}) \. (?:please "
     rf")?(?P<v>(?:bring|give|hand|put|move|take|pass|fetch|place|throw|grab|get|bin|drop|set)(?: me)?) (?:that "
     rf"one|that|it|this|them|those)(?= |$)",
     r"\g<start>\g<v> what \g<be> \g<d>"),
    (r"^(?:do you (?:have|see)|have you got|can you (?:find|see)|you have|did you find) (?P<x>(?:a|an|any) [^,;.]+) \. (?:if so |if yes "
     r"|then |well then )?,? ?(?=[a-z]+)", r"is there \g<x> . if so , "),
    (rf"^(?P<x>(?:the|my|both|all) (?:[a-z]+ ){{0,2}}[a-z]+) \. (?={IN} {GAP}(?: [.]|$))", r"\g<x> , "),
    (rf"\bput (?P<x>{THING}) to (?:be|end up|go|stand|sit|lie|land) (?={IN} )", r"put \g<x> "),
    (rf"{START}(?P<x>(?:the|my|that|this|both|all|every) {THING}) (?:i|we) (?:would like|want|need)(?: that you| you to| that is)(?: "
     rf"put| move| bring| place| set)? (?P<p>{IN} )", r"\g<start>put \g<x> \g<p>"),
    (rf"^(?P<x>(?:the|my|that|this|both|all|every) {THING}) (?P<p>{IN} {GAP}) (?:you )?(?:put|bring|move|place|set|carry)$",
        r"put \g<x> \g<p>"),
    (rf"{START}(?:which|what) (?P<n>{GAP}) (?P<be>is|are) (?P<d>{GAP}) (?:\.|;) (?P<v>(?:please "
     rf")?(?:bring|give|hand|put|move|take|pass|fetch|place|throw|open|close|grab|get|pick up|bin|drop|set)(?: me)?) (?:that one|this "
     rf"one|that|it|this|those|them)(?= |$)",
     r"\g<start>\g<v> the \g<n> that \g<be> \g<d>"),
    (rf"{START}(?P<p>{IN} {GAP})(?: ,)?(?: that| this)? is (?:exactly |just |precisely )?where (?P<x>{THING}) {GOES}(?= [,;.]|$)",
        r"\g<start>put \g<x> \g<p>"),
    (rf"{START}(?P<p>{IN} {GAP})(?: ,)?(?: that| this)? is (?:exactly |just |precisely )?where (?:i|we) (?:would "
     rf"like|want|need|would have) (?P<x>{THING})(?: to (?:be|go|stand))?(?= [,;.]|$)",
     r"\g<start>put \g<x> \g<p>"),
    (rf"{START}(?P<p>(?:[a-z0-9.]+ (?:[a-z]+ )?(?:inches|inch|cm|centimetres|centimeters|mm) {IN} ){GAP})(?: ,)?(?: that| this)? is "
     rf"where (?P<x>{THING}) {GOES}(?= [,;.]|$)",
     r"\g<start>put \g<x> \g<p>"),
    (rf"{START}(?P<p>(?:the|a|my|that|this) {GAP})(?: ,)?(?: that| this)? is (?:exactly |just |precisely )?where (?P<x>{THING}) "
     rf"{GOES}(?= [,;.]|$)", r"\g<start>\g<x> should go to \g<p>"),
    (rf"{START}(?P<p>(?:the|a|my|that|this) {GAP})(?: ,)?(?: that| this)? is (?:exactly |just |precisely )?where (?:i|we) (?:would "
     rf"like|want|need) (?:to (?:see|have|find) )?(?P<x>{THING})(?: to (?:be|go|stand))?(?= [,;.]|$)",
     r"\g<start>\g<x> should go to \g<p>"),
    (rf"{START}(?P<p>(?:the|a|my|that|this) {GAP}) is (?:the (?:right |proper |correct |best )?)?(?:place|spot|home|destination) "
     rf"(?:for|of) (?P<x>{GAP})(?= [,;.]|$)",
     r"\g<start>\g<x> should go to \g<p>"),
    (rf"{START}(?:the )?(?:right |proper |correct |best )?(?:place|spot|home|destination) (?:for|of) (?P<x>{GAP}) is (?P<p>{IN} "
     rf"{GAP})(?= [,;.]|$)",
     r"\g<start>put \g<x> \g<p>"),
    (rf"{START}(?:the )?(?:right |proper |correct |best |one |only )*(?:place|spot|home|destination) (?:for|of) (?P<x>{GAP}) is "
     rf"(?P<p>(?:the|a|my|that|this) {GAP})(?= [,;.]|$)",
     r"\g<start>\g<x> should go to \g<p>"),
    (rf"{START}it is (?P<x>(?:the|a|my|that|this) {THING}) (?:that|which|who) (?P<v>{GOES}) ", r"\g<start>\g<x> \g<v> "),
    (rf"{START}it is (?P<x>(?:the|a|my|that|this) {THING}) (?:that|which)? ?(?:i|we) (?:would like|want|need) (?P<p>{IN} )",
        r"\g<start>put \g<x> \g<p>"),
    (rf"{START}(?P<x>(?:the|my|that|this|both|all|every) {THING}) (?:i|we) (?:would like|want|need|wish)(?: to)? "
     rf"(?:have|see|get|put|find) (?P<p>{IN} )", r"\g<start>put \g<x> \g<p>"),
    (r"^(?P<x>(?:the|my|that|this|both|all|every) [^;.]+?) ,? ?(?:i|we) (?:would like|want|need)(?: to have| to see)$", r"give me \g<x>"),
    (rf"{START}(?P<x>(?:the|my|that|this|both|all|every) {THING})(?: ,)? (?:i|we) (?:would like|want|need)(?: to)? "
     rf"(?:have|see|be|go)(?: it| them)?(?= [,;.]|$)", r"\g<start>give me \g<x>"),
    (rf"{START}(?:which|what) (?P<n>{GAP}) (?P<be>is|are) (?P<d>{GAP}) (?:\.|,|;) (?:that|this|the|take that|take this)(?: one| "
     rf"ones| thing)? ?,? (?P<p>{IN} )",
     r"\g<start>put the \g<n> that \g<be> \g<d> \g<p>"),
    (rf"{START}what (?P<be>is|are) (?:lying |sitting |standing |there )?(?P<d>{IN} {GAP}) (?:\.|,|;) (?:that|this|it) "
     rf"(?P<v>{SHOULD}|goes|belongs) ",
     r"\g<start>what \g<be> \g<d> \g<v> "),
    (rf"{START}(?:do you |can you )?(?:see|spot|notice|you see) (?P<x>(?:the|that|this) {THING}) (?:\.|,) "
     rf"(?P<v>(?!it\b|that\b)[^.]*?)\b(?:it|the same thing|that thing|that|that one)\b",
     r"\g<start>\g<v>\g<x>"),
    (r"\bthe (?:very )?same (?:thing|object|item)\b(?! as)", "it"),
    (rf"{START}(?:any|every|no) ?where (?:else )?(?:but|except|except for|other than|apart from) (?P<p>{GAP}) (?:is|would be) (?:the "
     rf")?(?:wrong|bad|forbidden|incorrect|a mistake)(?: place)? for (?P<x>{GAP})"
     r"(?: \. (?:so )?(?:in|into|on|onto|to) (?P=p))?(?= [,;.]|$)", r"\g<start>\g<x> should go to \g<p>"),
    (rf"{START}(?:anywhere|everywhere|any place) (?:else )?(?:but|except|except for|other than|apart from) (?:in |on )?(?P<p>{GAP}) "
     rf"(?:is|would be) (?:wrong|bad|forbidden|incorrect|a mistake) for (?P<x>{GAP})"
     r"(?: \. (?:so )?(?:in|into|on|onto|to) (?P=p))?(?= [,;.]|$)", r"\g<start>\g<x> should go to \g<p>"),
)  # fmt: skip
"""Places said first, or said to be where something goes; questions that are answered at once by what is asked."""
ORDERED_WORDS = rules(
    (r"\b(?:at|on|to|in|by)(?: the| its)? (?P<s>left|right)(?: hand)? side (?:from|of|to) (?!(?:the |my )?(?:table|desk)\b)",
     r"to the \g<s> of "),
    (r"\b(?:on|to|at) the (?P<s>left|right) of the (?:table|desk)\b", r"to the \g<s> side of the table"),
    (r"\bon top from\b", "on top of"), (r"\bin front from\b", "in front of"),
    (r"\b(?P<p>near|beside|behind|under) (?:of|from|to) (?=the|a|my)", r"\g<p> "),
    (r"\b(?P<v>give|hand|bring|pass|fetch|show) to me (?P<x>[^,;.]+)", r"\g<v> me \g<x>"),
    (rf"{START}make that (?P<x>(?:the|my|all) {GAP}) (?=is |are |gets |goes )", r"\g<start>make sure that \g<x> "),
    (rf"{START}make (?P<x>(?!that\b|sure\b|it\b|certain\b){THING}) (?P<p>to the (?:left|right) of |in |on |into |onto |next to "
     rf"|beside |behind |under )", r"\g<start>put \g<x> \g<p>"),
    (r"\ball what is (?P<x>[a-z]+)\b", r"all the \g<x>s"),
    (r"\b(?:in|inside) there inside\b|\bthere inside\b|\bin there in\b", "in there"),
    (r"^after (?:that )?you (?:have )?opened (?:the )?(?P<x>[^,;.]+) , (?:you )?", r"open the \g<x> , then "),
    (rf"\b(?:bring|take|get) (?P<x>{GAP}) (?=(?:near|close to|beside|behind|in front of) (?:the|a|my))", r"put \g<x> "),
    (rf"{START}you (?=(?:put|place|move|bring|take|give|open|close|hand|set|turn|switch|wipe|push)\b)", r"\g<start>"),
    (r"\bbehind them both\b", "behind both of them"),
    (rf"\bcloser to you than (?P<x>{GAP}) (?:is|are|does|stands)(?=$| [,;.])", r"closer to you than \g<x>"),
    (rf"\b(?P<v>bring|get|put|move|push) (?P<x>{GAP}) into (?:direct |close )?contact(?: with (?:each other|one another))?(?=$| [,;.])",
        r"\g<x> should touch each other"),
    (rf"\b(?P<v>bring|get|put|move|push) (?P<x>{GAP}) (?:into|in) (?:direct |close )?contact with ", r"\g<x> should touch "),
    (rf"^(?P<x>(?:the |a )?{GAP}) in front , (?:and )?(?P<y>(?:the |a )?{GAP}) (?:at the back|behind) ,? ?of (?P<z>{GAP})$",
        r"\g<x> in front of \g<z> and \g<y> behind \g<z>"),
    (rf"^(?P<x>(?:the |a )?{GAP}) (?:on|to) the (?P<s>left|right) , (?:and )?(?P<y>(?:the |a )?{GAP}) (?:on|to) the (?P<t>left|right) "
     rf",? ?of (?P<z>{GAP})$",
     r"\g<x> to the \g<s> of \g<z> and \g<y> to the \g<t> of \g<z>"),
    (rf"{START}strip (?P<x>{GAP}) bare(?=$| [,;.])", r"\g<start>empty \g<x>"),
    (r"\bneeds to be taken(?: by you)? and (?:be )?(?:put|placed|set|laid) ", "should be put "),
    (r"\bupon\b", "on"), (r"\bby you\b ?", ""),
    (r"\b(?:gets|get|is|are) (?:to be )?(?:thrown|chucked|tossed|slung) (?:out|away)\b", "should go to the bin"),
)  # fmt: skip
"""Word order and prepositions of people who speak another language first, and terse distributions."""
SIDES = {"left": "right", "right": "left"}
_SUCH_THAT = re.compile(
    rf"^(?P<v>put|place|set|stand|position|move|arrange|lay) (?P<x>{GAP}) ,? ?(?:such|so)(?: that)? (?P<y>(?:the|a|my) {GAP}) "
    rf"(?:is|stands|lies|ends up|comes to be|sits) (?:(?:on|to|at) its (?P<s>left|right)(?: side)?|"
    r"(?:to the|on the) (?P<s2>left|right) of it)$"
)


def sided(said: str) -> str:
    """`put the can so that the bowl is on its left`: the can is to the right of it."""
    if not (found := _SUCH_THAT.match(said)):
        return said
    return f"{found['v']} {found['x']} to the {SIDES[found['s'] or found['s2']]} of {found['y']}"
