"""Other wordings of what was said, tried where the words as they stand are not understood: greetings, wishes and reasons taken off, what
is to be done put first, one thing after another in order.

Each rule is a frame with gaps, as those of turns of phrase (`understanding.wishful`), which are shared: what stands in the gaps is kept,
and no frame knows what is done. No wording has fewer denials than the words had.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from heedful.agents.rewards.doings import DOING, DONE, VERBS
from heedful.agents.understanding.normalise import polite
from heedful.agents.understanding.unwrapping import Plain, Rules, rules
from heedful.agents.understanding.wishful import WISHES

LONGEST = 40
"""Words of the longest sentence that is put in other words."""
DENIALS = frozenset({"not", "never", "no", "unless", "without", "except", "nor", "neither", "if", "until", "whenever"})
"""Words that every wording keeps, but for those of politeness."""
_PASSIVE = {p: v for p, v in DONE.items() if p not in ("lay", "came", "went", "sat", "ran", "rose", "left", "set", "shut", "crept")}
_WHO = (
    r"(?:dog|doggy|doggie|doggo|robot|robo dog|robot dog|buddy|pal|mate|friend|boy|girl|pup|puppy|spot|fido|rex|you|man|dude|bud|champ|"
    r"sir|machine|arm|my (?:friend|dear|boy|lad)|(?:little|old) (?:one|guy|boy|friend|fellow)|sweetie|dear|darling|hound|everybody|"
    r"folks|soldier|captain|mister|partner|comrade|kiddo|baby|honey|sweetheart|chum|fella|fellow|"
    r"old chap|chap|lad|lass|cutie|hero|genius|beast|monster|guys|sergeant|doc|professor|matey|amigo|brother|bro|love|petal)"
)
_BODY = r"(?:the (?:dog|robot|robot dog|dog robot|quadruped|machine|arm|robot arm|robotic arm|creature|animal|puppy)|that dog|this robot)"
_NOD = r"(?:hey|hi|hello|yo|oi|hallo|ahoy|excuse me|come on|come|please|kindly|good day|alright|ok|listen up)"
_HM = r"(?:well|now|so|right|look|listen|say|look here|listen|attention|actually|oh|ah|alright|ok|yes|yeah|great|good|fine|perfect|thanks)"
_ASKED = r"(?:would|could|can|will|might|may)"
_WANT = (
    r"(?:want|need|order|command|ask|beg|tell|instruct|urge|expect|request|demand|prefer|would like|would love|would prefer|"
    r"am asking|am telling|would ask|require|suggest|propose|recommend|would have|will have|wish)"
)
_OPINION = r"(?:like|think|guess|suppose|hope|say|wish|would say|believe|reckon|feel)"
_GLAD = (
    r"(?:nice|great|good|lovely|cool|helpful|wonderful|kind|fine|fantastic|awesome|perfect|best|better|sweet|super|brilliant|useful|ideal|"
    r"appreciated|fun|funny|amazing)"
)
_DUTY = (
    r"(?:should|must|shall|have to|has to|need to|needs to|ought to|are to|is to|will|can|may|could|might|are supposed to|is supposed to|"
    r"had better|would better|want to|wants to|may want to|might want to|got to|have got to|are going to|is going to|are meant to|"
    r"is meant to|would)"
)
_MUST = (
    r"(?:should|must|shall|have to|has to|need to|needs to|ought to|are to|is to|are supposed to|is supposed to|had better|want to|"
    r"wants to|"
    r"got to|have got to|are going to|is going to|are meant to|is meant to)"
)
_NP = r"(?:(?:the|a|an|your|my|its|both|all|that|this|these|those|one of the|each|every) (?:[a-z]+ ){0,4}?[a-z]+?)"
_AS = r"(?:because|cause|since|for the reason that|due to the fact that|given that|seeing that|seeing as|considering that|now that)"
_SELF = (
    r"(?:i|we|he|she|they|my|our|there|people|nobody|no one|someone|somebody|everyone|everybody|guests|visitors|it is|it s|it has|"
    r"it looks|it [a-z]+s|"
    r"it was|it might|it will|it may|it could|that is|this is|that was|the (?:baby|neighbours|neighbors|kids|children|cat|guests|audience|"
    r"floor|ground|weather|sun|light|battery|people|boss|doctor))"
)
_SURE = r"(?!(?:(?:[a-z]+ )*)(?:should|must|not|never|no|if|unless|needs?|wants?|would)\b)"
_STEP = "|".join(sorted({*VERBS, *DOING, *DONE}, key=len, reverse=True))
_SIDE = r"(?:front|back|rear|hind|left|right)"
_AT = r"(?:at|on|in|towards)(?: the| your| its)?"


def _base(word: str) -> str:
    return DOING.get(word) or DONE.get(word) or word


COURTESIES: Rules = rules(
    (rf"^(?:{_NOD}(?: there)?(?: {_WHO})?|{_HM}(?: {_WHO})?(?= ,)|{_WHO}(?= ,))(?: ,)? (?=[a-z])", ""),
    (rf"(?: ,)? (?:please|thanks|thank you(?: very much| so much)?|for (?:me|us|the (?:photo|video|picture|camera|show|audience|kids))|"
     rf"if you (?:please|would|could|can|will|do not mind|like|may|are able|are able to|would not mind|so wish)|if (?:possible|at "
      rf"all possible|"
     rf"it is not too much trouble|i may ask|that is ok|it is ok)|at once|right away|right now|immediately|now|straight away|"
     rf"as soon as (?:possible|you can)|when you (?:can|get a chance|get the chance|are ready|have a moment|have time|have a second)|"
     rf"in advance|cheers|there s a good {_WHO}|good (?:dog|boy|girl)|as i said|like i said|i beg you|i say|i think|i guess|i mean|"
     rf"i meant|you know|or something|or so|and all|as (?:best|well) (?:as )?you can|to start(?: with)?|to begin with|for (?:now|"
      rf"starters|a start)|"
     rf"and that is (?:it|all)|that is (?:it|all)|nothing else|just that)$", ""),
    (rf" , (?:{_WHO}|right|yes|ok|would you|will you|could you|can you|will not you|would not you|shall we|understood|got it|you see|"
     rf"no rush|alright|i beg|do you hear|you hear)$", ""),
    (rf" , {_WHO} (?=,)", " "), (r"^(?:we|i) (?:now|next) ", "i "),
)  # fmt: skip
"""What is said to whom, around a request."""
FRAMES: Rules = rules(
    (rf"^(?:what|all|the (?:only |next |first )?thing) (?:that )?(?:i|we) (?:really |just )?(?:{_WANT}|am after)(?: now| here)?(?: "
     rf"(?:from )?you)?"
     rf"(?: to do)?(?: now| next)? (?:is|would be)(?: for)?(?: that)?(?: you| {_BODY})?(?: to)? ", ""),
    (rf"^(?:i|we) (?:would|will) (?:really |very much |so )?(?:love|like|prefer|appreciate|enjoy|be (?:so |very |really )?(?:happy|glad|"
     rf"grateful|pleased|thankful|delighted))(?: it)?(?: a lot)?(?: if| to see| for| to have| seeing)? (?:you|{_BODY})(?: (?:to|"
      rf"could|would|can))? ",
     ""),
    (rf"^it (?:would|will|might) (?:be )?(?:really |very |so |quite )?(?:{_GLAD}|help|make me happy|make my day)(?: for me| of "
     rf"you)?(?: if| to "
     rf"see| to have)? (?:you|{_BODY})(?: (?:to|could|would|can))? ", ""),
    (rf"^(?:if you (?:could|would|can|will)(?: just| please)?) (?P<x>.+?) ,? ?(?:that|it|i) (?:would|will) be (?:very |so |really |most )?"
     rf"(?:{_GLAD}|grateful|happy|glad)$", r"\g<x>"),
    (rf"^(?:{_ASKED}|do) (?:we|i)(?: please)? (?:have|see|get|ask|make|let)(?: to see)? (?:you|{_BODY})(?: to)? ", ""),
    (rf"^(?:{_ASKED}) (?:you|{_BODY})(?: please| kindly| possibly| perhaps| maybe| just)*(?: (?:try|manage|be able|help me|be so kind as|"
     rf"be so good as) to)? ", ""),
    (rf"^(?:(?:i|we) )?(?:was |am |were |are )?(?:just )?(?:wondering|curious|wonder|asking myself)(?: if| whether) (?:you|{_BODY}) "
     rf"(?:{_ASKED})(?: possibly| maybe)? ", ""),
    (rf"^(?:(?:i|we) )?(?:really |just |kindly |hereby )?{_WANT}(?: it)?(?: that| for| if| to see| to have)?(?: you| {_BODY})"
     rf"(?: (?:to|{_DUTY}|now))?(?: please| just| go ahead and| try to)* (?!to\b|not\b|are\b|is\b)", ""),
    (rf"^(?:i|we) {_OPINION}(?: that| for)? (?:you|{_BODY}) (?:to|{_MUST}) (?!not\b)", ""),
    (r"^(?:me|i) (?:want|need) (?:you|dog|robot|it|him)(?: to)? ", ""),
    (r"^(?:your|the) (?:[a-z]+ )?(?:task|job|mission|goal|aim|assignment|challenge|exercise|trick|order|command|plan|idea|move|step|thing)"
     r"(?: now| here| today| next)? (?:is|will be|would be)(?: (?:for you|now|simply|just))*(?: to)?(?: ,)? ", ""),
    (rf"^my (?:wish|request|order|command|plan|idea|instruction|suggestion|advice) (?:is|would be)(?: that| for)?(?: you| {_BODY})?"
     rf"(?: (?:to|should))? ", ""),
    (rf"(?P<s>^|, |\band |\bthen )(?:you(?: now| also| next| then)? {_DUTY}|(?:he|she|{_BODY})(?: now| also| next| then)? "
     rf"{_MUST})(?: now| please| just| also| try to| simply)* "
     rf"be (?:at|near|by|next to|close to|beside) ", r"\g<s>go to "),
    (rf"(?P<s>^|, |\band |\bthen )(?:you(?: now| also| next| then)? {_DUTY}|(?:he|she|{_BODY})(?: now| also| next| then)? "
     rf"{_MUST})(?: now| please| just| also| try to| simply)* "
     rf"(?!not\b|never\b|have\b|been\b)", r"\g<s>"),
    (r"^(?:do|be) (?:me|us) (?:a|this|one) (?:small |little |big )?(?:favor|favour|kindness)(?: and| ,)* ", ""),
    (rf"^be (?:a|an) (?:dear|sweetheart|good {_WHO}|angel|sport|darling)(?: and| ,)+ ", ""),
    (r"^(?:be so (?:kind|good)(?: as)?|be kind enough|have the kindness|make an? (?:attempt|effort)|do your best|do what you can|make sure|"
     r"be sure|see to it|remember|try|attempt|manage|feel free|get ready|prepare|it is your turn|you are allowed|you have|proceed|"
     r"see if you can manage)(?: that you| you| and)?(?: to| and)? (?!be\b)", ""),
    (r"^see (?:if|whether) you (?:can|could|are able to|manage to) ", ""),
    (r"^(?:is it|would it be|might it be) (?:at all )?possible (?:for you )?(?:to|that you) ", ""),
    (r"^(?:are you able to|do you think you (?:could|can)|do you (?:want|wish|mind) to|would you (?:like|care|be willing|be able) to|"
     r"would you mind|do you mind|mind|shall we|let us(?: see you| try to| have you)?|why do not you|how about(?: you)?|what "
      r"about(?: you)?|"
     r"let me see you|let us see you|show (?:me|us) (?:how (?:you|to)|you|that you can)|i bet you can|i dare you to|you are invited to|"
     r"go (?:right )?(?:ahead|on)(?: and)?|any chance (?:that )?you (?:could|can|might)|"
     r"is there (?:any|a) (?:chance|way|possibility) (?:that )?(?:you (?:could|can|might)|to)|it is (?:now )?time (?:for you )?to|time to|"
     r"please to|you please|you now|you can|you may|you will|you go and|go and|and now|now|next|first|then|once more|again) ", ""),
    (r"^(?:i|we) (?:want|would like|need|fancy|would love|could do with|wish for|request|demand|expect)(?: to see| to have)? "
     r"(?P<a>a|an|some|another) (?!(?:[a-z]+ )+(?:that|which|to|in|on|at)\b)", r"do \g<a> "),
    (r"^(?:give|show) (?:me|us) (?P<a>a|an|some|your best) (?!paw|hand|foot|leg|five|turn)", r"do \g<a> "),
    (r"^use your (?:own )?(?:compass|eyes|brain|head|sensors|camera|strength|muscles|imagination|skills?|power|gripper|hand|fingers|"
     r"arm|legs)"
     r"(?: and| to| so as to) ", ""),
    (r"\btry (?:and|to) (?=[a-z])", ""), (r"\bin such a way that\b", "so that"), (r"\bin order that\b", "so that"),
    (r"\bas if to say [^,]*", ""), (r"\bto the (?P<s>left|right) hand side\b", r"to the \g<s>"),
    (r"\bto your own (?P<s>left|right)\b", r"to the \g<s>"), (r"\b(?P<s>left|right) hand (?=side|paw|leg|foot)", r"\g<s> "),
)  # fmt: skip
"""Wishes, duties and questions that wrap a request."""
REASONS: Rules = rules(
    (rf"(?: ,)? (?:just )?{_AS} (?:i|we|it|the|he|she|they|my|our|your|there|people|nobody|someone|that|this|you)\b{_SURE}[^,]*(?=,|"
     rf"$)", ""),
    (rf"(?: ,)? as (?:i|we|he|she|they|my|our|there|people|nobody|someone|the [a-z]+ (?:is|are|has|looks|needs|"
     rf"might))\b{_SURE}[^,]*(?=,|$)", ""),
    (rf"^{_AS} (?:i|we|it|the|he|she|they|my|our|there|people|nobody|someone|that|this)\b{_SURE}[^,]*, ", ""),
    (r"(?: ,)? (?:so|so that|in order that) (?:i|we|he|she|they|my|our|nobody|no one|nothing|people|everyone|everybody|there|others?)\b"
     r"[^,]*(?=,|$)", ""),
    (r"(?: ,)? (?:to|in order to|so as to) (?:avoid|prevent|make (?:room|space|way)|impress|entertain|amuse|please|surprise|scare|"
     r"say hello|say hi|protect|help me|help us|show (?:me|us|them)|see|free)\b[^,]*(?=,|$)", ""),
    (rf" , (?!there\b){_SELF}\b{_SURE}[^,\d]*(?=,|$)", ""), (rf"^{_SELF}\b{_SURE}(?!would|want|need)[^,\d]*, (?:so |and )?(?=[a-z])", ""),
    (r"^(?:it|that|i|we|the (?:floor|ground|room|baby|air))(?: is| am| are| s)? (?:[a-z]+ ){0,3}?[a-z]+ so (?:please )?(?!that\\b|"
     r"much\\b|far\\b)(?=[a-z])".replace("\\\\", "\\"), ""),
    (r"(?: ,)? or (?:else|otherwise|you|it|i|we|they|the [a-z]+) (?:will|would|might|may|could|can|shall|is|are|falls?|breaks?|"
     r"tips?|spills?)?\b[^,]*$", ""), (r" , otherwise\b[^,]*$", ""),
)  # fmt: skip
"""Why something is to be done, and what is told beside it."""


def _done(m: re.Match[str]) -> str:
    return f"{m['s']}{_PASSIVE[m['v']]} {m['x']}"


def _doing(m: re.Match[str]) -> str:
    return f"{m['s']}{_base(m['v'])} {m['x']}"


_PARTS = "|".join(sorted(_PASSIVE, key=len, reverse=True))
_INGS = "|".join(sorted(DOING, key=len, reverse=True))
_S = r"(?P<s>^|, |\band |\bthen |\bbut )"
TURNED: Rules = rules(
    (rf"{_S}(?:i|we) (?:want|need|would like|wish|prefer|would prefer|would love|require|like)(?: to (?:have|see|get))? (?P<x>{_NP})"
     rf"(?: to be| to get| being)? (?P<v>{_PARTS})\b", _done),
    (rf"{_S}(?P<x>{_NP})(?: now)? {_MUST}(?: please| now| then)* (?:be|get) (?P<v>{_PARTS})\b", _done),
    (rf"{_S}(?:{_ASKED}) (?P<x>{_NP})(?: please)? (?:be|get) (?P<v>{_PARTS})\b", _done),
    (rf"{_S}(?:have|get|see|let)(?: to it)? (?P<x>{_NP})(?: be)? (?P<v>{_PARTS})\b", _done),
    (rf"{_S}(?P<x>{_NP}) (?:needs|wants|requires|could do with|could use|deserves)(?: some| a bit of| a)? (?P<v>{_INGS})\b", _doing),
    (rf"\b(?:{_INGS})\b", lambda m: DOING[m[0]]),
)  # fmt: skip
"""What is to be done, told of the thing or as going on."""
PASTS: Rules = rules((rf"^(?:{'|'.join(sorted(DONE, key=len, reverse=True))})\b(?= )", lambda m: DONE[m[0]]),)  # fmt: skip
"""`if you sat down` is to sit down, once its frame is off."""


def _first(m: re.Match[str]) -> str:
    return f"{_base(m['v'])}{m['x']} , then {m['y']}"


def _last(m: re.Match[str]) -> str:
    return f"{m['y']} , then {_base(m['v'])}{m['x']}"


_THEY = rf"(?:you|it|he|she|{_BODY})"
ORDERED: Rules = rules(
    (rf"^(?:right |just )?(?:after|once|as soon as|when)(?: {_THEY})?(?: have| has| had| are| is)?(?: finished| done)? (?P<v>{_STEP})\b"
     rf"(?P<x>[^,]*) , (?:then |you |please )*(?P<y>.+)$", _first),
    (rf"^(?:but |right |just |shortly )?before(?: {_THEY})? (?P<v>{_STEP})\b(?P<x>[^,]*) , (?:please )?(?P<y>.+)$", _last),
    (rf"^(?P<y>.+?)(?: ,)?(?: but| right| just| shortly)? before(?: {_THEY})? (?P<v>{_STEP})\b(?P<x>.*)$", _last),
    (rf"^(?P<y>.+?)(?: ,)?(?: but| right| just| shortly)? (?:after|once)(?: {_THEY})?(?: have| has| had| are| is)? (?P<v>{_STEP})\b"
     r"(?P<x>.*)$", _first),
)  # fmt: skip
"""What is told the other way round in time."""
ARRANGED: Rules = rules(
    (rf"\b(?:two|three|both) (?P<n>feet|legs|paws) , (?:the|your) (?P<a>{_SIDE}) (?:ones|two|pair)\b", r"the \g<a> \g<n>"),
    (r"\bhuman being\b", "human"), (r", (?P<x>[a-z]+ing) it\b", r"and \g<x> it"),
    (r"(?<!the )(?<!one )\b(?P<c>red|blue|green|yellow)(?= (?:on|onto|over|next|in|into|beside|upon|atop|under|and)\b|$| ,)", r"the "
     r"\g<c> one"),
    (rf"\b(?P<d>the|your|its|that|a) (?P<n>leg|paw|foot|limb)(?: (?:that|which)(?: is| s)?(?: {_AT})?| {_AT}) (?P<a>{_SIDE})(?: side| end)?"
     rf"(?:(?: and| ,)?(?: {_AT})? (?P<b>{_SIDE})(?: side| end)?)?\b",
     lambda m: " ".join(w for w in (m["d"], m["a"], m["b"], m["n"]) if w)),
    (r"\bthe (?P<n>[a-z]+) (?:that|which) (?:is|s)(?: colou?red| painted)? (?P<c>red|blue|green|yellow|white|black)\b", r"the \g<c> \g<n>"),
    (r"\bthe (?P<n>[a-z]+) (?:with the|of|in) (?P<c>red|blue|green|yellow|white|black)(?: colou?r)?\b", r"the \g<c> \g<n>"),
    (r"\b(?P<c>red|blue|green|yellow) colou?red\b", r"\g<c>"),
    (r"^(?P<x>(?:the|that|this|those|your) (?:[a-z]+ ){0,3}[a-z]+) , (?P<y>[a-z][^,]*?)\b(?:it|them|that)\b", r"\g<y>\g<x>"),
    (r"(?P<s>^|, |\band |\bthen )(?P<h>very |quite |nice and )?(?P<a>[a-z]+(?:ly)|with care) (?P<x>[^,]+?)(?= ,| and | then |$)",
     r"\g<s>\g<x> \g<h>\g<a>"),
    (r"(?P<s>^|, |\band |\bthen )(?P<v>[a-z]+) (?P<a>slowly|gently|carefully|smoothly|quickly|softly|cautiously|gracefully|steadily|"
     r"briskly|rapidly|lightly|calmly|delicately)(?: and (?P<b>[a-z]+ly))? (?P<x>[^,]+?)(?= ,| and | then |$)",
     lambda m: f"{m['s']}{m['v']} {m['x']} {m['a']}" + (f" , {m['b']}" if m["b"] else "")),
)  # fmt: skip
"""Qualities, topics and adverbs where the constructions look for them."""


def versions(words: Sequence[str], further: Sequence[Rules] = ()) -> Iterator[list[str]]:
    """The words as they stand, and other wordings of them, the nearest first.

    Args:
      further: More tables of frames, tried together with the courtesies.
    """
    yield list(words)
    if len(words) > LONGEST:
        return
    yield from map(list, _versions(tuple(words), tuple(map(tuple, further))))


@lru_cache(maxsize=256)
def _versions(words: tuple[str, ...], further: tuple[tuple[tuple[re.Pattern[str], Plain], ...], ...]) -> tuple[tuple[str, ...], ...]:
    own = COURTESIES + [r for table in further for r in table]
    said = _until_same(" ".join(words), own)
    found = [said]
    framed = _until_same(_until_same(said, FRAMES), own)
    if framed != said:
        framed = _apply(framed, PASTS) if re.search(r"\b(?:if|would|could|you)\b", said) else framed
        found.append(framed)
    bases = list(dict.fromkeys((said, framed)))
    for base in bases[::-1]:
        for tables in ((REASONS,), (ARRANGED,), (TURNED,), (ORDERED,), (REASONS, ORDERED, TURNED, ARRANGED)):
            made = base
            for table in tables:
                made = _until_same(_apply(made, table), own)
                if table is REASONS:
                    made = _until_same(_until_same(made, FRAMES), own)
            found.append(made)
    unwrapped = " ".join(polite(_apply(framed, WISHES).split()))
    found.append(_until_same(unwrapped, own))
    denials = _denials(said)
    rows = [tuple(f.strip(" ,").split()) for f in dict.fromkeys(found)]
    return tuple(r for r in dict.fromkeys(rows) if r and r != words and _denials(" ".join(r)) >= denials)


def _denials(said: str) -> Counter[str]:
    """The words of a text that turn round or condition what is asked, but for a wish, `if you sat down`."""
    plain = re.sub(rf"\b(?:{_GLAD}|grateful|happy|glad|appreciate|like|love|wonder|wondering|see) (?:it )?(?:a lot )?if\b|"
                   r"^if you (?:could|would|can|will)\b|\bwhy do not you\b|\bno (?:rush|hurry)\b|\bor else\b", "", said)  # fmt: skip
    plain = re.sub(rf"{_AS}\b[^,]*|\bso (?:that )?(?:i|we|nobody|no one|nothing|they)\b[^,]*", "", plain)
    return Counter(w for w in plain.split() if w in DENIALS)


def _until_same(said: str, table: Rules) -> str:
    for _ in range(4):
        made = _apply(said, table)
        if made == said or not made:
            return said
        said = made
    return said


def _apply(said: str, table: Rules) -> str:
    for frame, plain in table:
        made = " ".join(frame.sub(plain, said).split())
        said = made or said
    return said
