"""Tables for what is said around a request: how people begin and end, whom they speak to, why, and what they call out."""

from __future__ import annotations

import re

from heedful.agents.corrections.words import listed
from heedful.agents.rewards.doings import VERBS
from heedful.agents.understanding.unwrapping import Rules, rules

_CALLED = (
    r"(?:mate|luv|love|hon|honey|folks|doctor|nurse|chef|sir|madam|captain|boss|chief|team|silly|genius|dude|bro|bruv|fam|guys|buddy|pal|"
    r"champ|friend|dear|darling|sunshine|kiddo|you (?:[a-z]+ ){0,2}[a-z]+|young man|old boy|robot|arm|dog|doggo|pup|rover|maestro|"
    r"comrade|colleague|sergeant|private|your majesty|my (?:good |dear |little )?[a-z]+)"
)
_OH = (
    r"(?:scratch that|scrap that|belay that|strike that|woah|crikey|ugh|argh|gah|ooh|oooh|aha|hmm?|mm|phew|whoa|wow|yikes|oops|whoops|"
    r"oi|avast|verily|voila|alas|lo|behold|crikey|"
    r"blimey|gosh|golly|"
    r"hear ye|ahem|psst|yo|hey|ok|okay|right|righto|righty|well|now|so|and|but|oh|ah|tell you what|know what|you know what|guess what|"
    r"listen|look|look here|say|hark|pray|prithee|for (?:god|heaven|pity|goodness|crying out loud|the love of [a-z]+)(?: s)?(?: sake)?|"
    r"honestly|seriously|basically|literally|obviously|finally|lastly|first off|last thing|one more thing|big favour|quick one|"
    r"heads up|attention|hold on|hang on|wait|sorry|pardon|excuse me|forgive me|if it please you|do the needful|bless you|"
    r"knock knock|chop chop|step right up|come on|go on|come now|there now|there there|no worries|no pressure|fun fact|pro tip|"
    r"note to self|reminder|dear diary|breaking news|over to you|your turn|next up|item one|step one|task one)"
)
LEADING: Rules = rules(
    (rf"(?P<s>^|, )(?:{_OH}(?: {_CALLED})?|{_CALLED}(?= ,))(?: ,| and(?= (?:see|make|put|lift|open|close|turn)))? (?=[a-z])", r"\g<s>"),
    (r"(?P<s>^|, )(?:carry out|do|execute|perform|follow) (?:the|this) (?:following|next|one thing)(?: [a-z]+)?(?: ,)?(?: (?:1|a) ,?)? ",
     r"\g<s>"),
    (r"^(?:how|oh how) i (?:long|wish|yearn|want|would love) to see ", "i want "), (r"^(?:i am|we are) (?:dying|hoping|keen|itching) "
     r"to see ", "i want "),
    (r"^(?:where|what) (?:i|we) (?:come from|call this)[^,]*, ", ""),
    (r"^(?:you|do you) know what (?:would|will) (?:be|make my day)[^,]*, ", ""),
    (r"^(?:i (?:would|will) (?:bet|wager|trust|hope|pray|thank you|trouble you)) (?:that |for |to )?you (?:can |could |will |would |to )?",
     ""),
    (r"^(?:would|will|could|can) the (?:gripper|arm|robot|hand|dog) be so (?:good|kind) as to ", ""),
    (r"^(?:if )?(?:it|that) is(?: not)?(?: too much)?(?: of a)? (?:bother|trouble|problem|hassle)(?: for you)? , ", ""),
    (r" , if (?:it|that) is(?: not)?(?: too much)?(?: of a)? (?:bother|trouble|problem|hassle)(?: for you)?(?= ,|$)", ""),
    (r" , if you (?:would|will|can|could|do not mind|please|would not mind|have a moment|get a moment)(?= ,|$)", ""),
    (r"^(?:requesting|request|i request|we request|commence|initiate|perform|execute|authorise|proceed with|i call for|we call for|"
     r"time for)"
     r"(?: the| an| a)? (?=[a-z]+(?:ion|ing|ure|al|ment)\b)", ""),
    (r"^(?:before anything else|first things first|for starters|to kick off|to begin|first up|first of all)(?: ,)? ", ""),
    (r"^(?:i|we) (?:would|will) be (?:[a-z]+ ){1,2}(?:to see|to have|to find) ", "i want "),
    (r"^(?:i|we) (?:reckon|think|believe|feel|guess|suppose|fancy|figure|find|say)(?: that)? (?=[^,]*\b(?:would|should|could|ought|must|"
     r"needs?|better|best)\b)", ""),
    (r"^(?:i know |surely )?you can (?:get|lift|go|do|make|move)(?: it| that)? (?=(?:[a-z]+ )?(?:[a-z]+er|more|less)\b)", ""),
    (r"^(?:would|will|could|can) (?:somebody|someone|anybody|anyone|one|the [a-z]+)(?: kindly| please)? (?=(?:relieve|lift|open|close|put|"
     r"turn|get|move|bring|shut|raise|stand|set|take)\b)", ""),
    (r"^(?:remember|mind you|fyi|note|do not forget|bear in mind)(?: that)?(?: ,)? (?=[a-z])", ""),
    (r"^(?:i|we) would (?:feel|be|sleep|rest|breathe) (?:a lot |much |so much |far )?(?:better|happier|easier|safer|calmer) (?:with|if|"
     r"were) ",
     ""),
    (r"^(?:the |my |our |your )?(?!apple|banana|box|bowl|bottle|cube|drawer|door|faucet|that|this|it)(?:[a-z]+ )?[a-z]+ (?:wants|needs|"
     r"would "
     r"like|would want|asked for|is asking for|demands|ordered|insists on|likes|prefers) (?=(?:the|that|this|both|some) )", "i want "),
    (r"^(?:i|we) (?:would|will) say(?: that)? (?=the |that |this )", ""),
    (r" , if you (?:would|could|can|will) be (?:so|very|most) (?:kind|good|nice)(?: as to)?(?= ,|$)", ""),
    (r"^if you (?:would|could|can|will) be (?:so|very|most) (?:kind|good|nice)(?: as to)? , ", ""),
    (r"^(?:please )?make like (?:a|an) [a-z]+(?: and|,)+ ", ""), (r"(?P<s>^|, )step (?:one|two|three|1|2|3)(?: ,)? ", r"\g<s>"),
    (r"\bgive me (?=(?:that|the|this) [a-z]+ (?:up|off|in the air)\b)", "get "),
)  # fmt: skip
"""How people begin before they ask."""
TRAILING: Rules = rules(
    (rf" ,? ?(?:lol|lmao|haha|innit|ta|cheers|eh|yeah|pls|plz|please|thx|ty|pretty please|already|anyway|then|okay|ok|right|amen|over|"
     rf"roger|over and out|stat|pronto|asap|chop chop|quick smart|like now|now|today|tonight|once and for all|for (?:god|heaven|pity|"
     rf"goodness)(?: s)? sake|for crying out loud|would (?:you|ya|ye)|will (?:you|ya|ye)|if you (?:would|will|can|could|please)|in "
     rf"one go|there is a (?:dear|love|pal|good [a-z]+)|be a (?:dear|love|pal|star)|thank you kindly|s il vous plait|por favor|bitte|"
     rf"on the double|and be quick about it|and step on it|and no dawdling|if you catch my drift|you hear me|you hear|do you hear|"
     rf"as seen from above|seen from above|viewed from above|no more no less|give or take|or thereabouts|to be (?:exact|precise)|"
     rf"for my (?:taste|liking|sake)|for (?:goodness|me|us|everyone|the (?:camera|kids|guests|show|record))|style|"
     rf"(?:[a-z]+) style|in style|as it were|so to speak|i reckon|i fancy|methinks|says i|my friend|{_CALLED}(?<!you down))$", ""),
    (r"(?P<x>[a-z]) like (?:a|an|the|you|they|it|we|i|there|my|your|some|so many) (?:[a-z]+ ?){1,6}(?= ,|$)", r"\g<x>"),
    (r"(?P<x>[a-z]) like [a-z]+$", r"\g<x>"), (r"(?: ,)? no more(?: ,)?(?: and)? no less(?= ,|$)", ""),
    (r" or (?:whatever|something|so|thereabouts|anything|what have you)$", ""), (r" for (?:her|him|them|granny|grandma|mum|dad)$", ""),
    (r" ,? ?(?:are|is|do|does|did|can|could|will|would|have|has|was|were|should) not (?:we|you|it|they|he|she)(?= ,|$)", ""),
    (r" , (?:thus|so) (?:spake|says|said|quoth|speaks) [a-z ]+$", ""),
    (r"(?P<x>[a-z]) as (?:if|though) [^,]+(?= ,|$)", r"\g<x>"),
)  # fmt: skip
"""How people end after they asked."""
_WHO = (
    r"(?:i|we|he|she|they|people|nobody|no one|everyone|everybody|someone|(?:the|my|our|your|a|some) (?!apple|banana|box|bowl|bottle|cube|"
    r"drawer|door|faucet|tap|red|blue)(?:[a-z]+ )?[a-z]+)"
)
_CAN = (
    r"(?:can|could|will|would|may|might|do|does|did|is|are|was|has|have|gets?|gave|likes?|needs?|wants?|loves?|goes|go|comes?|eats?|see|"
    r"said|says)"
)
_VERB = "(?:" + "|".join(sorted(VERBS, key=len, reverse=True)) + ")"
WHY: Rules = rules(
    (r"(?: ,)? before (?:it|they|i|we|he|she|someone|somebody|anyone|everyone|mum|dad)\b(?! (?:should|must|if|not)\b)[^,]*(?=,|$)", ""),
    (rf"^(?!(?:[a-z]+ )*?(?:should|must|if|not|never|unless|want|need)\b)(?:everything|everyone|somebody|someone|there|it|{_WHO}) {_CAN}\b "
     rf"[^,]*? (?:so|hence|therefore) (?:please |just )?(?={_VERB}\b)", ""),
    (rf"(?: ,)? (?:so that|so|where|because|since|cause|in case|lest|for|as) {_WHO} {_CAN}\b(?! not touch)[^,]*(?=,|$)", ""),
    (r"(?: ,)? (?:for|ready for|in time for|on behalf of|to please|to keep|to make|to help|to impress|to stop) (?:the|my|our|your|his|her|"
     r"a) (?!apple|banana|box|bowl|bottle|cube|drawer|door|faucet|tap|red|blue|ball|chair|charger|person)(?:[a-z]+ ?){1,5}(?= ,|$)", ""),
    (r"(?P<x>[a-z]) for a (?:ride|spin|walk|change|laugh|moment|second|start|treat|while)\b", r"\g<x>"),
)  # fmt: skip
"""Why it is to be done, within a clause."""
ALONE_SAID = re.compile(
    r"(?:no (?:rush|hurry|pressure|worries|problem|kidding|nonsense|excuses|dawdling|faffing|slacking|big deal|funny business|ifs or buts)|"
    r"watch (?:closely|this|carefully)|up and at them|up up up|come on|go on|let us go|let us see|here we go|there we go|off we go|"
    r"hop to it|"
    r"get (?:on with it|cracking|to it|a move on)|make it (?:snappy|quick)|look (?:sharp|alive|lively)|jump to it|on with it|do it|"
    r"i (?:said|say|repeat|beg you|mean it|insist)|and that is (?:that|an order|final)|easy (?:peasy|as pie)|steady|whoa|cut|over|"
    r"(?:very |all |so )?(?:good|great|nice|lovely|perfect|fine|brilliant|super)(?: but)?|not bad(?: but)?|almost|nearly|close but|"
    r"knock(?: knock)?|chop(?: chop)?|quick|(?:[a-z]+ity [a-z]+)|wrong colou?r|my (?:bad|mistake|fault)|forget it|actually forget it|"
    r"(?:you )?(?:did|do) well|"
    r"(?:thus|so) (?:spake|says|said|quoth) [a-z ]+|quoth [a-z ]+|changed my mind|i changed my mind|change of plan|belay that|"
    r"scrap that|scratch that|strike that|help (?:him|her|me|us|them) out|"
    r"would you|will you|if you please|pretty please|thank you(?: [a-z]+){0,3}|thanks(?: [a-z]+){0,3}|cheers(?: [a-z]+){0,2})"
)
"""A clause that is no request and tells nothing."""
UNDOABLE = listed(
    "whistle sing talk speak bark say tell call cook eat drink clean wash wipe cut fetch bring throw kick juggle paint write draw read "
    "play dance fly swim dig build count smile laugh cry shout beep ring dial film record photograph smash crush melt burn freeze boil fry "
    "peel slice chop bite lick sniff smell listen hear charge buy sell order send mail print save delete remember forget think count "
    "pass hand serve feed pour empty fill mix stir shake rub scrub sweep mop dust iron fold sew tie untie pack unpack load unload catch "
    "chase guard attack hide seek find search check measure weigh hum growl howl fart sneeze yawn blink nod wink scan look watch"
)
"""First words of what somebody may ask for that nobody here can do: such a clause is not left out."""
