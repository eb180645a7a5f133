"""Wishes in roundabout words, said plainly."""

from __future__ import annotations

from heedful.agents.understanding.unwrapping import GAP, GOES, I_WANT, IN, MODAL, START, THING, rules

_ANY = (
    r"(?:i do not (?:care|mind|know)|it does not matter(?: to me)?|it makes no difference|no matter|it is all the same(?: to me)?|i am "
    r"not fussy|i leave it to you)"
    r"(?: which(?: ones?)?(?: it is| they are| you take)?| what kind| about the colou?r)?|(?:any|whatever) "
    r"(?:colou?r|kind|sort|ones?|of them)(?: will do| you like| is "
    r"fine| are fine)?|which(?:ever)? ones? (?:is|are)? ?(?:up to you|does not matter|do not matter)|(?:it is )?up to you(?: which(?: "
    r"ones?)?)?|(?:you (?:choose|pick|"
    r"decide)|your choice)(?: which(?: ones?)?)?|(?:whichever|whatever|any) (?:ones? )?you (?:like|fancy|want|please|prefer|choose)"
)
_BEGIN = r"(?:bin|put|take|bring|throw|move|give|hand|grab|pick|stand|close|turn|toss|chuck|drop|set|place|pass|fetch)"
WISHES = rules(
    (r"^(?:give|lend) (?:me|us) a hand(?: here| with this)? ?[,;.] ", ""), (r"^be (?:a )?and ,? ?", ""), (r"^be (?:a|an|so) [a-z]+(?: "
     r"[a-z]+)? and ,? ?", ""),
    (r" ?,? ?\bno (?:need|reason) to (?:hurry|rush)(?= [,;.]|$)", ""),
    (r"\b(?P<v>clear|put|send|whisk|whip) (?P<x>(?:the|my) [^,;.]+?) off (?=to (?:the|my|a)\b)", r"put \g<x> "),
    (r"^i (?:have )?said [^,;.]+? ,? ?but i (?:meant|mean|want|wanted|was thinking of) ", ""),
    (r" for (?:him|her|them|my "
     r"(?:mother|mum|mom|dad|father|son|daughter|wife|husband|friend|sister|brother|boss|guest|guests)|later|tonight|tomorrow|the "
     r"night|a while|safe ?keeping|the time "
     r"being|safety|good measure|the moment)(?= [,;.]|$)", ""),
    (r"^(?P<a>.*\b(?:lamp|light|lights)\b.*?)\bput (?P<i>it|that|them) out\b", r"\g<a>turn \g<i> off"),
    (r"^(?P<a>.*\b(?:tap|faucet|water)\b.*?)\bstop (?P<i>it|that)\b", r"\g<a>turn \g<i> off"),
    (r" [,;.] (?:can you |could you |would you |please |so |and |now )*(?:fix|sort|sort out|do something about|see to|deal with|take "
     r"care of|attend to|remedy) (?:it|that|this)(?: for me)?$", ""),
    (rf"^(?P<t>(?:there is|here is|you see|see|look at) (?:this|that|a|an|the) (?:[a-z]+ ){{0,2}}?[a-z]+)(?: right there| over there| "
     rf"there| here| lying (?:around|about|there|here)| right "
     rf"here)* (?P<v>{_BEGIN}) (?=(?:it|that|me|up|away|out)\b)", r"\g<t> . \g<v> "),
    (rf" [,;.] (?:{_ANY})(?: [,;.])? (?=(?:but|just|only|except|as long as|so long as|other than|apart from|not|provided|bar|save)\b)",
     " , "),
    (rf" ?[,;.]? ?\b(?:{_ANY})(?= [,;.]|$)", ""),
    (rf"{START}(?:i|we) (?:want|need|wish|would like)(?: that)? you (?:are|be|to be|would be) (?=[a-z]+ing\b)", r"\g<start>"),
    (rf"{START}please be (?=[a-z]+ing\b)", r"\g<start>"),
    (rf"{START}(?:i|we) (?:would|will) be (?:needing|wanting|liking|requiring|having) ", r"\g<start>i want "),
    (r"\b(?P<m>must|should|could|may|might) to (?=[a-z]+ )", r"\g<m> "),
    (r"^(?:you )?(?:must|should) (?=(?:put|place|move|bring|take|give|open|close|hand|set|turn|switch|wipe|push|press|stand)\b)", ""),
    (r" ?,? ?\b(?:once|one) (?:more|again)(?: time)?(?= so| such| to| until|$| [,;.])", ""),
    (r"\b(?P<v>press|push|hit|tap|click) (?P<x>(?:the|that|this|my) (?:[a-z]+ )?(?:button|switch|buzzer))(?P<m>[^,;.]*?) so(?: that)? "
     r"(?:it|its (?:light|lamp|led|glow|lights)) "
     r"(?=(?:goes|turns|comes|is|switches|gets|lights|shines|glows)\b)", r"\g<v> \g<x>\g<m> so that \g<x> "),
    (r"\bso(?: that)? its (?:light|lamp|led|glow|lights) (?=(?:goes|turns|comes|is|switches|gets)\b)", "so that it "),
    (r" ,? ?(?:obviously|of course|naturally|clearly|evidently|needless to say)(?= [,;.]|$)", ""),
    (r"\bthere (?:should|must|shall|has to|have to|ought to|needs to|need to) be (?=\S)", "put "),
    (rf"{START}let there be light from ", r"\g<start>turn on "),
    (r"\bi wanted\b", "i want"), (r"^on second thoughts? ,? ?", ""),
    (r" ,? (?:does|is|do|are|should|could|would|will|can) not (?:it|they|he|she|you)$", ""),
    (rf"^(?:should|ought|must) not (?P<x>(?:the|my|that|this|all|both) {GAP}) (?:really |rather |better )?(?:be|go|stand|lie|sit)(?: "
     rf"going| standing| lying| sitting)? (?={IN} )", r"\g<x> should be "),
    (rf"{START}(?:might|may|could|can) (?:i|we) (?:trouble|bother|ask|beg) you for (?P<x>{GAP})(?= [,;.]|$)", r"\g<start>give me \g<x>"),
    (rf"^(?P<x>(?:the|my|that|this|all|both) (?:(?!\b(?:is|are|s|should)\b)[^,;.])+?) "
     rf"(?:ending up|going|being|landing|being put|being placed) (?={IN} )", r"put \g<x> "),
    (rf"{START}(?:do you think|do you suppose|do you reckon|would you say) (?P<x>(?:the|my|that|this|all|both) {GAP}) "
     rf"(?:could|might|should|can|may) (?:be|go) (?={IN} )", r"\g<start>\g<x> should be "),
    (r"\bshould (?:trade|swap|change|switch|exchange) (?:places|positions|spots|seats)\b", "should be swapped"),
    (rf"^(?P<x>(?:the|my) {GAP} and (?:the|my) {GAP}) should be swapped$", r"swap \g<x>"),
    (r"\bwait (?:for )?(?:a|just a|one) (?:bit|while|moment|little|little while|tick|sec)\b", "wait"),
    (r" ?,? ?\b(?:i do not (?:care|mind) which(?: one)?|it does not matter which(?: one)?|no matter which(?: one)?|any (?:one )?will "
     r"do|does not matter which(?: one)?)(?: ,|(?= \.)|$) ?", " "),
    (r"\b(?:wind|winds|finish|finishes) up (?=(?:in|on|into|onto|to|next|beside|behind|under|at)\b)", "ends up "),
    (r"\b(?:comes to (?:rest|lie|stand|sit)|finds itself)\b", "ends up"),
    (rf"{START}(?:i|we) (?:am wishing|am wanting|wish|would wish|want|would like|desire|am hoping|hope|need|demand|ask|insist|would "
     rf"love|suggest|propose) (?:that|for) (?P<x>{THING}) "
     rf"(?:is going|is|be|are|were|was|goes|go|would be|to be|to go|gets|be placed|be put|comes|stands|lies) (?={IN} )",
     r"\g<start>\g<x> should be "),
    (rf"{START}i (?:have need of|have use for|could do with|could use|am in need of|require) ", r"\g<start>i want "),
    (r"^(?:would|should) like (?=(?:the|a|an|my|all|to have)?\b)", "i want "),
    (rf"\b(?:is|are) (?:wanted|needed|required|desired|expected|requested|due|destined) (?={IN} )", "should be "),
    (rf"{START}(?P<x>{THING}) (?:needs|wants|should have|should get) (?P<p>(?:the|a|an|my) {GAP}) (?:under|beneath|underneath|below) "
     rf"(?:it|them)(?= [,;.]|$)", r"\g<start>put \g<x> on \g<p>"),
    (rf"{START}(?:give|find) (?P<x>{THING}) a (?:nice |new |good )?(?:place|home|spot|seat) (?={IN} )", r"\g<start>put \g<x> "),
    (rf"{START}(?P<x>{THING}) s (?:right |proper |new )?(?:place|home|spot|destination|position) (?:is|should be|would be) (?={IN} )",
        r"\g<start>put \g<x> "),
    (rf"{START}let (?P<p>(?:the|my) {GAP}) be the (?:home|place|spot|destination) (?:of|for) (?P<x>{GAP})(?= [,;.]|$)",
        r"\g<start>\g<x> should go to \g<p>"),
    (rf"{START}(?:i|we) (?:would|will) (?:be (?:happier|happy|pleased|glad|delighted|grateful)|feel (?:better|happier)|like it|love "
     rf"it|prefer it|rather|appreciate it|sleep better)(?: better| more)? if (?P<x>{THING}) "
     rf"(?:were|was|is|could be|went|stood|sat|lay|ended up|would be|would go|could go|were put|was put|was moved|came|got) (?={IN} )",
     r"\g<start>\g<x> should be "),
    (rf"{START}(?:i|we) (?:can not (?:stand|bear|abide)|hate|dislike|do not like) (?:seeing |having )?(?P<x>{THING})(?: lying| "
     rf"sitting| standing| being)? {IN} {GAP} , (?P<p>{IN} {GAP}) with it$", r"\g<start>put \g<x> \g<p>"),
    (rf"{START}there (?:is|are) (?:supposed|meant|going) to be (?P<x>{THING}) (?={IN} )", r"\g<start>put \g<x> "),
    (rf"{START}there (?:is|are) (?P<x>(?:a|an|the|some) {THING}) (?:that|which) (?P<v>{GOES}) (?={IN} )", r"\g<start>\g<x> \g<v> "),
    (rf"{START}(?:would it (?:kill you|be too much to ask|be a problem|be a bother|be too much trouble|be asking too much|trouble "
     rf"you|be okay|be alright)|is it too much to ask|could you find it in your heart|could you bring yourself|"
     r"could you manage|might it be possible|would it be feasible|can you manage|can i get you|could i get you|may i get you|would you "
     r"care)(?: of you| for you)? to ", r"\g<start>"),
    (rf"{START}what (?:we|you) (?:are going to do|do|will do|have to do|are to do|should do|must do|need to do|ought to do)(?: now| "
     rf"next| first)? is(?: to| you| you can)? ?,? ?", r"\g<start>"),
    (r" ,? ?(?:if i am not (?:mistaken|wrong)|if i remember (?:correctly|rightly|well)|if memory serves)(?= [,;.]|$)", ""),
    (rf"{START}(?:what|all|the (?:only )?thing) (?:that )?{I_WANT} (?:you to do|from you|done) (?:now |here )?(?:is|would be) (?:for "
     rf"you to |to |that you )?", r"\g<start>"),
    (rf"{START}(?:i|we) (?:was|were|am|are) (?:just |only )?(?:wondering|hoping|thinking|asking myself|curious) (?:whether|if|that) "
     rf"(?:you|we) (?:might|could|would|can|may|will)(?: be able to| possibly| perhaps)? ", r"\g<start>"),
    (rf"{START}(?P<p>the {GAP}) (?:could do with|is missing|lacks|is lacking|is in need of|needs|wants) (?P<x>(?:the|a|an|my) {GAP}) "
     rf"(?:in|on|inside) it(?= [,;.]|$)", r"\g<start>\g<x> should go to \g<p>"),
    (r"\bever so (?=[a-z]+ly\b)", "very "),
    (rf"{START}(?:could|can|may|would|will|might) (?P<x>{THING}) (?:possibly |perhaps )?(?:find|make) (?:its|their) way (?={IN} )",
        r"\g<start>\g<x> should go "),
    (rf"{START}it is (?:high |about )?time (?:that |for )?(?P<x>{THING}) (?:went|goes|go|was|were|got|moved|to go|to "
     rf"be|came|comes|was put|were put|was moved) (?={IN} )",
     r"\g<start>\g<x> should go "),
    (rf"{START}where (?P<x>{THING}) (?:belongs|belong|goes|go|should go|should be|must go|has to go|needs to go|ought to be|needs to "
     rf"be) is (?P<p>{IN} )", r"\g<start>put \g<x> \g<p>"),
    (rf"{START}where (?P<x>{THING}) (?:belongs|belong|goes|go|should go|should be|must go|has to go|needs to go|ought to be|needs to "
     rf"be) is (?=(?:the|my|that) )", r"\g<start>\g<x> should go to "),
    (rf"\b(?:should|must|may|can) not (?P<v>be|go|stand|lie|sit|stay|remain) {IN} [^,;.]+? ?,? (?:but|rather|but rather|but instead) "
     rf"(?={IN} )", r"should \g<v> "),
    (r" ,? ?i mean$", ""), (r"\bwide open\b", "open"), (r"\b(?P<v>take|carry|bring|move|get) (?P<x>[^,;.]+?) off (?=to (?:the|my|a)\b)",
        r"\g<v> \g<x> "),
    (r"\b(?:wants|want|would like|longs|deserves|is keen|is waiting|is due|is dying|is begging|asks|loves) to "
     r"(?P<v>be|go|stand|sit|lie|end up|come)\b", r"should \g<v>"),
    (rf"{START}(?:what|all|the (?:only )?thing) (?:that )?{I_WANT}(?: to (?:see|have|happen|get))?(?: now| here| from you)? "
     rf"(?:is|would be)(?: to (?:see|have)| for)? ",
     r"\g<start>i want "),
    (rf"{START}(?:my (?:wish|request|desire|preference)|the (?:wish|request)) (?:is|would be) (?:that |for |to have )",
        r"\g<start>i want "),
    (r"\bi want it if\b", "if"),
    (rf"{START}i am wanting (?:to have )?", r"\g<start>i want "),
    (rf"{START}{I_WANT} have ", r"\g<start>i want "),
    (rf"{START}(?:i|we) (?:would prefer|prefer|would rather have|would rather see) (?:to have |to see |if )?(?={THING} {IN} )(?!{THING} "
     rf"over )",
        r"\g<start>put "),
    (rf"{START}i want (?={THING} (?:(?:sitting|standing|lying|resting|placed|put|located|kept) )?{IN} (?:{GAP})$)", r"\g<start>put "),
    (rf"\bput (?P<x>{THING}) (?:sitting|standing|lying|resting|placed|located|kept|moved) (?={IN} {GAP}$)", r"put \g<x> "),
    (rf"{START}it (?:is|would be) (?:absolutely |very |really "
     rf")?(?:necessary|important|required|essential|vital|imperative|crucial|desirable|urgent|needed|time|best|better|desired) "
     rf"(?:that|for) (?P<x>{THING}) (?:should |to |must )?(?:is|be|are|gets|get)(?: being)? ", r"\g<start>\g<x> should be "),
    (rf"{START}it (?:is|would be) (?:absolutely |very |really "
     rf")?(?:necessary|important|required|essential|vital|imperative|crucial|desirable|urgent|needed|best|better) "
     r"(?:that you|for you to|to|that|if you) ", r"\g<start>"),
    (rf"\b(?:is|are|would be) (?:much |far )?(?:better|best) (?:off )?(?:placed |put |kept |stored |located )?(?={IN} )", "should be "),
    (r"\b(?:had|would) (?:better|best|rather) (?=be\b|go\b|stand\b|sit\b|lie\b|end\b)", "should "),
    (rf"\b(?P<m>{MODAL}) be "
     rf"(?:kept|stored|left|located|situated|found|housed|moored|parked|lodged|laid|deposited|dropped|transferred|lowered) (?={IN} )",
     r"\g<m> be "),
    (rf"\b{MODAL} (?:find|take|make|have) (?:its|their) (?:place|way|home|spot) (?={IN} )", "should go "),
    (rf"\b(?:finds|takes|makes) (?:its|their) (?:place|way|home|spot) (?={IN} )", "should go "),
    (rf"\b{I_WANT} (?P<x>{THING}) to be (?:kept |stored |put |placed |found |left |located )?(?={IN} )", r"\g<x> should be "),
    (r"\b(?:could|if you could|can|would) you (?:possibly )?see your way (?:clear )?to ", ""),
    (rf"{START}i (?:would|will) be (?:most|very|so|ever so|much|really|extremely|eternally)? "
     rf"?(?:grateful|obliged|thankful|glad|happy|pleased|delighted) (?:if|were) you "
     r"(?:could|would|can|were to|will|might|to)? ?", r"\g<start>"),
    (r"\bsee your way (?:clear )?to ", ""),
    (r"\bbe so (?:kind|good) as to ", ""),
)  # fmt: skip
"""Wishes in roundabout words."""
