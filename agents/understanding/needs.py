"""What somebody needs or cannot bear, told without saying what to do: glare, darkness, thirst, dirt, food that has gone off."""

from __future__ import annotations

from heedful.agents.understanding.unwrapping import START, rules

_VERY = (
    r"(?:(?:all|so|very|really|quite|rather|pretty|awfully|awful|terribly|terrible|horribly|much|far|way|too|getting|a bit|a little|"
    r"completely|already|rather|dreadfully) )*"
)
_SPOILT = (
    r"(?:mushy|rotten|mouldy|moldy|rancid|slimy|stale|spoiled|spoilt|gone off|gone bad|going off|going bad|gone sour|past its best|"
    r"past it|overripe|inedible|putrid|manky|fuzzy|furry|"
    r"off|not (?:good|fit|safe) (?:to eat )?(?:any more|anymore|to eat)|a goner|beyond saving|squashed and brown)"
)
_TINGED = rf"(?:{_SPOILT}|brown|black|soft|bruised|squashed|wrinkled|shrivelled|shriveled|spotty|dry|hard)"
_LOOKS = (
    r"(?:has|is|s|looks|seems|smells|feels|must have|went|appears)(?: been| to have| to be)?(?: gone| turned| gotten| going| turning|"
    r" got| started to go)?"
)
_ONE = r"(?P<x>(?:the|this|that|my|our) (?:[a-z]+ ){0,2}?[a-z]+)"
_UNEATEN = (
    r"(?:(?:nobody|no one|none of us|who) (?:is|s|will|would|wants|can|could|should|is ever)(?: going|"
    r" willing)?(?: to)? (?:ever )?(?:eat|eating|touch|want|have|finish) (?:it|that|this)"
    r"|(?:i|we|you) (?:am|are|will|would|can|could|do|should) not (?:be )?(?:going to |want to |wanting to )?(?:eat|eating|touch|"
    r"touching|finish) (?:it|that|this))(?: any more| anymore| now| like that)?"
)
_AND = r" ?(?:[,;.]|and|so)? ?"
_SEE_TO = (
    r"(?: ?[,;.] (?:so |please )?(?:do something(?: about (?:it|that|this|the lamp|the light))?|see to (?:it|that)|help(?: me)?|"
    r"deal with (?:it|that|the lamp)|sort it(?: out)?|i can not see(?: a thing| anything| my [a-z]+)?|one can not see(?: a thing|"
    r" anything)?))?"
)
_HURTS = (
    r"(?:giving me (?:a|such a|an awful) (?:headache|migraine)|making my (?:eyes|head) (?:hurt|ache|water)|hurting my (?:eyes|head)|"
    r"killing me|blinding(?: me)?|dazzling(?: me)?|unbearable|too much(?: for me)?|bothering me|annoying(?: me)?|getting to me|"
    r"in my eyes)"
)
_PASS = r"(?:pass|give|hand|bring|fetch|get|slide)"
_DRINK = r"(?:water|coffee|tea|juice|milk|cocoa|lemonade|soda|beer|something|something to drink|stuff|liquid|a drop|a sip)"
NEEDS = rules(
    (rf"^{_ONE} {_LOOKS} {_VERY}(?:{_TINGED} (?:and|,) {_VERY})?{_SPOILT}(?: and {_VERY}{_TINGED})?(?:{_AND}{_UNEATEN})?$",
     r"put \g<x> in the bin"),
    (rf"^{_ONE} {_LOOKS} {_VERY}{_TINGED}(?: (?:and|,) {_VERY}{_TINGED})*{_AND}{_UNEATEN}$", r"put \g<x> in the bin"),
    (rf"^(?:the|this|that|all this|such) (?:[a-z]+ )?(?:glare|brightness|light|lamp) (?:is|s|has been|keeps) {_VERY}{_HURTS}{_SEE_TO}$",
     "turn off the lamp"),
    (rf"^(?:the|this|that) (?:[a-z]+ )?(?:lamp|light) (?:is|s|shines) {_VERY}(?:bright|strong|harsh|brightly)(?: that| ,)? (?:it|that|"
     rf"this) (?:is|s|keeps) {_VERY}{_HURTS}{_SEE_TO}$", "turn off the lamp"),
    (rf"^(?:it is |s )?{_VERY}(?:bright|glaring|light) (?:in here|here|for me|for my eyes|for my taste|in this room|for sleeping|"
     rf"to sleep){_SEE_TO}$", "turn off the lamp"),
    (rf"^(?:it is |it has got |it has gotten |it gets |it got |such |this is |what )?{_VERY}(?:dark|dim|gloomy|murky|pitch black|"
     rf"pitch dark|dusky)(?: in here| here| over here| in this room| "
     rf"around here| now| to read| to see| for reading)?{_SEE_TO}$", "turn on the lamp"),
    (r"^make (?:it|the room|everything|this room|things) (?:nice and )?(?:dark|darker|dim)(?: in here| here)?$", "turn off the lamp"),
    (r"^make (?:it|the room|everything|this room|things) (?:nice and )?(?:bright|brighter|light|lighter)(?: in here| here)?$",
     "turn on the lamp"),
    (rf"^(?:(?:i am|i|we are) (?:so |very |really |absolutely )?(?:parched|thirsty|dying of thirst|dry|gasping|"
     rf"need a drink)(?: for a drink)? [,;.] )?(?:there (?:is|should be|must be|might be)) "
     rf"(?:still |also |probably )?(?:some |a bit of |a little )?(?P<l>{_DRINK})(?: left| still)? in one of (?:the|those|these|"
     rf"my) (?P<x>mug|cup|can|bottle|bowl|glass)(?:e?s) "
     rf"(?:,? (?:is|are) not there )?[,;.] (?:so |and |please )?(?P<v>{_PASS}) (?:it|that|that one|me that|me that one|me it)(?: over|"
     rf" here| to me| over here| along)*$",
     lambda m: f"give me the {m['x']} with {'something' if m['l'].startswith(('a ', 'some', 'stuff', 'liquid')) else m['l']} in it"),
    (rf"^there (?:is|s) (?:still |some |hot |cold |fresh |boiling |scalding |a lot of |lots of )*(?P<l>{_DRINK}) in (?P<x>(?:the|my|"
     rf"that) (?:[a-z]+ )?[a-z]+) [,;.] (?:so |and |please )*(?P<v>[a-z]+(?: me)?) (?:it|that)\b",
     r"\g<v> \g<x>"),
    (r"\b(?:parched|gasping for a drink|dying of thirst|dying for a drink)\b", "thirsty"),
    (rf"^(?:(?:i|we) (?:have (?:got )?to|need to|want to|must|should|ought to|am going to|am about to|would like to|will|"
     rf"still have to|gotta) )?(?P<v>scrub|wash|wash up|clean|wipe|mop|rinse|do the dishes)\b[^,;.]* "
     rf"[,;.] (?:so |and )?(?:what|which thing|which of these|which one|is there something|is there anything|anything|"
     rf"something)(?: here| else)? ?(?:could|can|should|would|do|might|shall)? ?(?:i|we|one)? ?"
     rf"(?:use|need|take|do that with|do it with|with)?(?: for (?:that|it|this))?(?: here)? [,;.] (?:so |please |and )?{_PASS} (?:it|"
     rf"that|me that|me it|me one|them)(?: over| here| to me| over here)*$",
     "give me the sponge"),
    (rf"{START}(?:what|which of these|which thing)(?: here)? (?:could|can|should|would|might) (?:i|we|one) (?:use|take) to (?:scrub|"
     rf"wash|clean|wipe|mop|rinse)\b[^,;.]* [,;.] (?:so |please |and )?{_PASS} "
     r"(?:it|that|me that|me it)(?: over| here| to me| over here)*$", r"\g<start>give me the sponge"),
)  # fmt: skip
"""Needs that one thing here meets, and what meets them."""
