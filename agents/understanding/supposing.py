"""Conditions and ends in other words."""

from __future__ import annotations

import re

from heedful.agents.understanding.participles import GERUNDS
from heedful.agents.understanding.unwrapping import GAP, IN, START, THING, rules

CONTRARY = {"open": "closed", "closed": "open", "shut": "open", "on": "off", "off": "on", "lit": "off", "running": "off"}
"""What is wanted where a state is not."""
_ARRIVED = (
    r"(?:landed|arrived|gone|settled|made it|made its way|made their way|come to rest|come to lie|got|gotten|ended up|been put|been "
    r"placed|been set|"
    r"been dropped|been moved|found its way|reached its place|come|come down|moved|dropped|fallen|safely arrived)(?: safely| down| back)?"
)
_STATE = (
    r"(?:open|opened|closed|shut|empty|full|on|off|lit|unlit|running|upright|upside "
    r"down|lying|free|dark|burning|glowing|dripping|fallen over|tipped over|toppled over)"
)
_PUT = r"(?:put|place|move|bin|drop|take|throw|bring|leave|stick|pop|use|set|chuck|toss|carry|give|hand|stow|make it|try|go for|choose)"
_ONCE = r"(?:once|after|when|as soon as|until|till|if|unless|the moment(?: that)?)"
_TALL = r"(?:high|tall|(?:blocks|storeys|stories|levels|pieces|cubes|bricks|things)(?: high| tall)?)"
_N = r"(?P<n>one|two|three|four|five|[2-5])"
CONDITIONS = rules(
    (r"^(?:check|check on|check up on|look at|inspect|have a look at|take a look at|look after) (?P<x>(?:the|my) [^,;.]+?) ?,? ?(?:and "
     r")?(?P<if>if|in case) it (?P<b>is|has|s)\b",
     r"\g<if> \g<x> \g<b>"),
    (r"^(?P<a>if there (?:is|are) [^;.]+?) [,;.] (?:and |but )?if (?:there (?:is|are) (?:none|not any|not one|not|no such thing)) ,? ?",
     r"\g<a> , otherwise "),
    (rf"\bwhen (?P<x>[^,;.]+?) is (?:safely|finally|securely|definitely) (?={IN} )", r"once \g<x> is "),
    (r"\b(?:one|a) (?P<x>block|cube|can|mug|thing|fruit|piece) after (?:the other|another)(?: one)?(?: goes)?", r"\g<x>s"),
    (rf"^(?P<a>.+? (?P<p>in|into|on|onto) [^,;.]+?) [,;.] {_N}(?: of them)? (?:is|are|will be|would be|will|should be) "
     rf"(?:enough|plenty|sufficient|fine|all i need|do|okay)$",
     lambda m: f"{m['a']} until there are {m['n']} {'in' if m['p'].startswith('in') else 'on'} it"),
    (rf"^(?P<a>.+? (?P<p>in|into|on|onto|up) [^,;.]+?) ,? ?(?:until|till) (?:you|we|i) (?:count|have|see|reach|get to|get) {_N}(?: of "
     rf"them)?$",
     lambda m: f"{m['a']} until there are {m['n']} {'on' if m['p'].startswith('on') else 'in'} it"),
    (r"^(?:keep going|carry on|go on|continue) with ", "keep putting "),
    (rf"\bif you (?:find|see|notice|discover)(?: that)? (?P<x>(?:the|my|it) ?[^,;.]*?) (?:is )?(?P<s>{_STATE})(?= [,;.]| then| and|$)",
     r"if \g<x> is \g<s>"),
    (rf"^(?P<x>(?:the |my )?(?:[a-z]+ ){{1,2}}), (?P<c>if|unless|when) (?:it is )?(?P<s>{_STATE}) , (?P<r>[^;.]+)$", r"\g<c> \g<x>is "
     r"\g<s> , \g<x>\g<r>"),
    (r"\b(?:,|but)? ?(?:but )?only (?:in case|when|provided)(?: that)? (?=(?:the|it|that|they) )", " only if "),
    (rf"^(?P<a>[^,;.]+? {IN} [^,;.]+?) if (?P<c>[^,;.]+?) ,? ?(?:and|but|or)? ?(?P<b>{IN} [^,;.]+?) if (?:(?:it|that|they) (?:is|are) "
     rf"(?:not|closed|shut|off|full)|not)$",
     r"\g<a> if \g<c> , otherwise \g<b>"),
    (rf"^(?P<x>(?:the |my )?(?:[a-z]+ ){{1,2}}), (?P<p>(?:the )?[a-z]+(?: [a-z]+)?) if (?:it is )?(?P<s>{_STATE}) (?:, and|,|and) "
     rf"(?P<q>(?:the )?[a-z]+(?: [a-z]+)?) if (?:it is )?(?:not|{_STATE})$",
     r"if \g<p> is \g<s> , put \g<x>to \g<p> , otherwise put \g<x>to \g<q>"),
    (r"^(?:no need to do anything|do nothing|you need not do anything|leave everything|there is nothing to do) if (?P<c>[^,;.]+?) [,;.] "
     r"(?:but )?(?:otherwise|else|if not) ,? ?(?P<v>[^;.]+)$",
     r"unless \g<c> , \g<v>"),
    (r"\b(?P<s>open|closed|shut|on|off|lit|running) like (?:that|this)(?= [,;.]|$)", r"\g<s>"),
    (r"\b(?P<if>if|when|unless|should) ,? ?(?:by (?:any |some )?chance|for (?:some|any|whatever) reason|perchance|somehow|by "
     r"accident|ever) ,? ?", r"\g<if> "),
    (r"\bin (?:the )?(?:event|case) of (?P<x>(?:the|my|a) [^,;.]+?) being ", r"if \g<x> is "),
    (r"^(?:check|see|look|find out|have a look|take a look|test|verify|have a check)(?: and see)? (?:if|whether) (?P<c>[^,;.]+?) (?:, "
     r"and|and|,) (?P<v>[^,;.]+?) ,? ?(?:if so|in that case|if it "
     r"is|if that is so)$", r"if \g<c> , \g<v>"),
    (r"^(?P<v>[^,;.]+) ,? ?(?:if|when|unless) (?:it is )?(?:needed|necessary|required|need be)$", r"\g<v>"),
    (r"^(?P<if>if|when|once|after|as long as|so long as|provided|provided that|assuming) (?P<c>[^,;.]+?) (?:then )?(?:you|we) "
     r"(?:may|can|could|should|must|might|are to|have to|need "
     r"to|are free to) (?:also |then )?(?P<v>[a-z]+ )", lambda m: f"{'if' if 'as' in m['if'].split() else m['if']} {m['c']} , {m['v']}"),
    (r"^(?P<x>(?:the |my )?(?:[a-z]+ ){1,2}), (?P<if>if|unless|in case|when) it (?P<b>is|has|s)\b", r"\g<if> \g<x>\g<b>"),
    (rf"^(?:keep |go on |carry on |continue )?(?:stack|pile|build|make|stacking|piling|building|making|put|putting)(?: up)?(?: (?:the "
     rf"|some |more |any )?(?P<x>blocks|cubes|bricks))?"
     rf"(?: a| the| one)?(?: (?:tower|stack|pile))?(?: (?:of|with|from) (?:the )?(?P<y>blocks|cubes|bricks))?(?: on top of (?:each "
     rf"other|one another)| up)? ,? ?(?:until|till) "
     rf"(?:(?:it|(?:the|your|our|my) (?:tower|stack|pile)|that) (?:is|has|gets|becomes|reaches|stands) (?P<n>two|three|four|five|[2-5]) "
     rf"{_TALL}|(?:you have|there is|we have|it is|you get) (?:a|one) "
     r"(?:tower|stack|pile) (?:of|with) (?P<m>two|three|four|five|[2-5])(?: blocks| cubes| bricks| high)?)$",
     lambda m: f"stack {m['n'] or m['m']} {m['x'] or m['y'] or 'blocks'}"),
    (rf"(?P<t>\b{_ONCE} [^,;.]*?) (?:has|have|had|is|are|s|was|were) {_ARRIVED} (?={IN} )(?!(?:to|at) be)",
     lambda m: re.sub(r"^when\b", "once", m["t"]) + " is "),
    (rf"(?P<t>\b{_ONCE} [^,;.]*?) (?:lands|arrives|settles|sits safely|ends up|is safely|is finally) (?=(?:in|on|into|onto|next|at) )",
     r"\g<t> is "),
    (rf"(?P<t>\b{_ONCE} [^,;.]*?) s been ", r"\g<t> has been "),
    (r" ?(?:,|\.|;)? ?(?:and |but )?(?:then )?(?:please )?(?:stop|stopping|quit|finish|halt)(?: it| doing so| doing that| there| "
     r"again)? (?:only )?(?:as soon "
     r"as|when|once|after|if|the moment(?: that)?|the minute) ", " until "),
    (r"\buntil (?P<n>one|two|three|four|five|[2-9])(?P<w>(?: [a-z]+){0,2}) (?P<b>is|are) (?P<p>in|inside|on)(?=$| [,;.])",
     r"until \g<n>\g<w> \g<b> \g<p> it"),
    (r"^(?P<x>(?!if\b|when\b)[^;.]+?) ,? ?unless (?P<c>[^,;.]+) ,? ?(?:and )?(?:in which case|in that case|when|if so|then) ,? "
     r"?(?P<y>[^;.]+)$",
     r"\g<x> unless \g<c> , otherwise \g<y>"),
    (rf"^(?P<x>(?!if\b|when\b)[^;.]+? {IN} [^,;.]+?) ,? ?or (?:else |rather |alternatively )?(?P<y>{IN} [^,;.]+?) (?:if|when|in case) "
     rf"(?P<c>(?:the|my|it|that|there) "
     r"[^;.]+)$", r"\g<x> unless \g<c> , otherwise \g<y>"),
    (rf"^(?P<x>(?!if\b|when\b)[^;.]+? {IN} [^,;.]+?) [,;.] (?:but |and |only |though )?(?:if|in case|should) "
     rf"(?P<c>(?:the|my|it|that|there) [^,;.]+?) (?:,|then|, then) "
     rf"(?P<y>(?:please |rather )?(?:{_PUT} (?:it|that|them|the (?:bin|tray|drawer|table))|{IN} )[^;.]*)$", r"\g<x> unless \g<c> , "
     r"otherwise \g<y>"),
    (r"\b(?P<if>if|when|in case|should) (?:there (?:is|are|be) |you (?:see|find) )?(?:still )?(?:anything|something|stuff|some "
     r"thing|any thing) (?:is |lying |left "
     r"|at all |still )?(?P<p>in|inside|on) (?P<x>(?:the|my|it) ?[^,;.]*?) ,? ?(?:then "
     r")?(?:take|get|remove|lift|fetch|move|tip|clear|throw|bring|have) "
     r"(?:it|that|them)(?: all)? (?:out|off|away)(?= [,;.]| and| otherwise| else|$)", r"if \g<x> is not empty , empty \g<x>"),
    (rf"^(?P<x>(?:the |my )?(?!put\b|turn\b|leave\b|set\b)(?:(?!is\b|are\b|s\b|has\b|was\b|put\b)[a-z]+ ){{1,3}})(?P<s>{_STATE}) to "
     rf"(?P<y>(?!the\b|a\b|my\b|it\b)[^,;.]+)(?= [,;.]|$)",
     r"if \g<x>is \g<s> , \g<y>"),
    (rf"\b(?P<if>if|when|unless|in case|only if) (?P<s>{_STATE}|not {_STATE}|possible)(?=$| [,;.]| else| otherwise| then)",
     r"\g<if> it is \g<s>"),
    (r" ?,? that is ,? ?(?=(?:only )?(?:if|unless|provided)\b)", " "),
    (r"^only (?:if|when) (?P<c>[^,;.]+?) ,? ?(?:should|must|may|can|shall|is|are) (?P<x>(?:the|my|it|both|all|you) [^,;.]+?) "
     r"(?P<v>go|be|stand|move|come|land|lie) "
     r"(?P<r>[^;.]+)$", r"if \g<c> , \g<x> should \g<v> \g<r>"),
    (r"\bshould (?P<x>(?:the|my|any|one of the) [^,;.]+?) (?:happen to )?have "
     r"(?=(?:fallen|toppled|tipped|been|gone|come|landed|rolled)\b)", r"if \g<x> has "),
    (r" ?[,;.]? ?(?:but |and )?(?:otherwise|else|if not|if it is not|if it does not|if it is|or else) ,? ?(?:just |simply )?(?:do not "
     r"(?:bother|worry|do "
     r"anything|touch (?:it|anything)|mind)|do nothing|(?:just )?(?:leave|let) (?:it|that|them|everything|things)(?: be| alone| as "
     r"(?:it|they) (?:is|are)|"
     r" where (?:it|they) (?:is|are)| there| so)?|no need(?: to do anything)?|forget (?:it|about it|that)|never mind|skip "
     r"(?:it|that|this)|it is fine|that is "
     r"fine|all is (?:well|good|fine)|there is nothing to do|you need not do anything|you are done|nothing|ignore (?:it|that|this))$", ""),
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
    (r"\b(?:must|should|may|can|is to|has to|shall|ought to) (?:not|never) (?:stay|remain|be left|be kept|be) "
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
