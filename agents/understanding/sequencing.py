"""What says in which order things are done, or against what, said plainly."""

from __future__ import annotations

import re

from heedful.agents.understanding.unwrapping import GAP, IN, START, rules

_LAST = (
    r"(?:afterwards|after that|after this|at the end|in the end|at the very end|thereafter|when done|when you are done|once "
    r"done|last|finally|lastly)"
)
_DONE = (
    r"(?:(?:while|as|since|when) you are (?:at it|there|about it)|(?:when|once|after) you are (?:done|finished|through|ready)|before "
    r"you (?:go|leave|finish)|if need be|if need arises)"
)
ORDER = rules(
    (r"\b(?P<t>once|when|after|as soon as) you are (?:through|done|finished)(?: with)? (?=[a-z]+ing\b)", "after "),
    (rf"{START}(?:kick|start|begin|lead) (?:off |out )?by (?=[a-z]+ing\b)", r"\g<start>"),
    (r"\b(?:once|after|as soon as|when) (?P<x>(?:the|my|both|all) [^,;.]+?) (?:has|have) been (?:handed|given|passed|brought)(?: over)? "
     r"to me\b",
     r"after you have given me \g<x>"),
    (r"^(?:in the end|at the end|finally|eventually) ,? ?(?P<a>[^;.]+? [,;.] (?:but |and )?before (?:that|then|this|it)\b)", r"\g<a>"),
    (r" ?,? ?\b(?:while|when|in|as) do(?:ing)? (?:so|that|it|this)(?= [,;.]|$)", ""),
    (r" (?:soon|shortly|before long|in a bit|sometime)(?= [,;.]|$)", ""),
    (r"^(?P<a>[^,;.]+?) (?:first|to begin with) ,? ?(?:and )?(?P<b>[^,;.]+?) (?:second|next|after that|afterwards|last|after)$",
     r"\g<a> , then \g<b>"),
    (r" ?,? ?\b(?:and|but) (?:only|not until) (?:then|after that|afterwards)(?: should| may)?(?= [a-z])", " , then"),
    (r"^only (?P<v>[a-z]+ [^,;.]+? )(?=(?:after|once) )", r"\g<v>"),
    (r"^(?:having|have) (?P<p>[a-z]+ (?:the|my|it|both|all)\b[^,;.]*? , )", r"after you have \g<p>"),
    (r"[,;.]? ?\b(?:and )?(?:then )?(?:when|once|after|as soon as) you (?:have|are) (?:finished|done|completed|through)(?: with)? "
     r"(?:that|it|this) ?,? ?", " , then "),
    (r" [,;.] (?:all )?(?:done|finished|ready|got it|did it)(?: with that)? [,;.] (?:and )?(?:then )?", " , then "),
    (r" [,;.] next ,? ?(?=(?:the|my|a|both|all)\b)", " , then "),
    (rf" ?,? ?\b{_DONE}(?= [,;.]|$)", ""), (rf"^{_DONE} , ", ""),
    (rf"{START}(?:and |just |oh )*(?:one|another|a) (?:last|more|other|final|quick|further) thing(?: though| to do| please)? ?[,;.] ",
     r"\g<start>"),
    (r" ,? ?(?:and|but) not (?:before|earlier|sooner|until then|a moment earlier)(?= [,;.]|$)", ""),
    (r" ?,? ?\b(?:but )?(?:not|never) (?:until|before|till) (?=(?:the|my|both|all|you|it) )", " once "),
    (r" ,? ?that is (?:number|step|job|task|thing) (?:one|two|three|four)(?= [,;.]|$)", ""),
    (r"^(?:save|leave|keep) (?P<x>(?:the|my) [^,;.]+?) for (?:last|the end|later|the very end) [,;.] (?P<r>[^;.]*?)\bit\b", r"\g<r>\g<x>"),
    (rf"{START}(?:before (?:you )?(?:do|doing|start|starting|touch|touching) anything(?: else)?) ,? ?", r"\g<start>first "),
    (r"^(?:start|begin|commence|kick) (?:off |out )?with (?P<x>(?:the|my|a) [^,;.]+) , (?:and )?(?:to "
     r")?(?:end|finish|close|conclude|wrap up|wind up)(?: up| off)? with ", r"\g<x> , then "),
    (r" [;.] (?P<v>(?!if\b|when\b|once\b|after\b|first\b)[^,;.]+? )(?:afterwards|after that|thereafter)(?= [,;.]|$)", r" , then \g<v>"),
    (r"^(?P<a>[^,;.]+?) (?:last|last of all|at the very end|at the end) [,;.] (?:but |and )?(?:before (?:that|then|it|this|doing "
     r"so)|first|beforehand) ,? ?"
     r"(?P<b>[^;.]+)$", r"\g<b> , then \g<a>"),
    (r"^(?:do not|never|not) (?P<a>[a-z]+ [^,;.]+?) (?:until|till|before|unless and until) (?P<b>(?:the|my|both|all|it|you) [^,;.]+? "
     r"(?:is|are|has|have) "
     r"[^,;.]+)$", r"once \g<b> , \g<a>"),
    (r"^with (?P<x>(?:the|my) [^,;.]+?) (?P<s>open|shut|closed|off|on|empty|upright|full) ,? ?(?P<y>[a-z]+ (?:the|my|it|a|both|all|me) "
     r".+)$",
     r"once \g<x> is \g<s> , \g<y>"),
    (rf"(?<=\w) (?:, and|,|and) (?P<v>(?!then\b|the\b|a\b|my\b|both\b|all\b|it\b|if\b|not\b|{IN}\b)[a-z]+ [^,;.]*?) {_LAST}(?= [,;.]|$)",
     r" , then \g<v>"),
    (rf"^(?P<v>(?:put|place|move|bring|take|drop|set|carry) )?(?P<x>[^,;.]+?) (?P<p>{IN} (?:the|my|me)\b[^,;.]*?)(?P<more>(?: ,? "
     rf"?(?:and )?(?:then )?followed (?:immediately |closely |right away "
     r"|directly )?by (?!(?:the|my) [^,;.]+ (?:in|on|into|onto|to) )[^,;.]+?)+)$", lambda m: _following(m)),
    (r"\b(?P<v>close|shut) (?:up|again|back up|up again|after)(?=$| [,;.])", r"\g<v> it"),
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
    (r"^(?P<a>.+?) (?:[,;.] )(?:but |and |only )?(?:right |just )?(?:before that|before it|before this|prior to that|before you do "
     r"that|before you do "
     r"so|before you do|before doing so|before doing that|beforehand) ,? ?(?P<b>[^.;]+)$",
     r"\g<b> , then \g<a>"),
    (r"[,;.]? ?(?:and )?(?:, )?(?:then )?(?:the (?:very )?(?:last|final) thing(?: you do| to do| you should do| i want you to do| on "
     r"the list)?(?= is| will| would| ,)|the "
     r"(?:very )?(?:final|last) (?:step|task|job|act|move)|as (?:a|the|your) (?:very )?(?:final|last) "
     r"(?:step|task|act|move|thing|job|action)|"
     r"last of all|at the very last|at the very end|to finish off|to finish|(?:to )?end it all|to end with|to end things|to top it "
     r"off|to cap it all|to round (?:it|things) off|last but not least)(?: is| will be| would be)? "
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


def _following(found: re.Match[str]) -> str:
    """`the banana to the tray, followed by the apple`: the same of each, one after the other."""
    verb = found["v"] or "put "
    things = [
        found["x"],
        *(t.strip(" ,") for t in re.split(r",? ?(?:and )?(?:then )?followed (?:[a-z]+ (?:away )?)?by ", found["more"]) if t.strip(" ,")),
    ]
    return " , then ".join(f"{verb}{t} {found['p']}" for t in things)
