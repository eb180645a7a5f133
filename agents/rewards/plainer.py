"""Slang, other orders of words and end states in plainer words, as tables of frames."""

from __future__ import annotations

import re

from heedful.agents.rewards.beside import LEADING, TRAILING, WHY
from heedful.agents.rewards.doings import DONE, VERBS
from heedful.agents.understanding.unwrapping import Rules, rules

_VERB = "(?:" + "|".join(sorted(VERBS, key=len, reverse=True)) + ")"
_THE = r"(?:both the |both of the |all the |the |that |this |my |our |your |those |these |both |a |yon |ze |da |dat )?"
_NP = rf"{_THE}(?:(?:red|blue|green|yellow|two|water|other) )?[a-z]+(?<!\bthe)(?<!\bthat)(?<!\bthis)(?<!\bboth)(?<!\bmy)"
_ROW = rf"{_NP}(?:(?: ,| and| , and) {_NP})*"
_TO = (
    r"(?:in|into|inside|within|on|onto|atop|upon|on top of|next to|beside|by|behind|near|against|over|above|to the (?:left|right) of|"
    r"left of|"
    r"right of|in front of|alongside)"
)
_S = r"(?P<s>^|, |\band |\bthen )"
_PUT = (
    r"(?:bung|whack|dunk|lob|plop|plonk|chuck|slap|sling|bang|smack|shove|pitch|hurl|toss|stash|nestle|jam|cram|wedge|bop|ditch|yeet|fling|"
    r"pop|stick|dump|slam dunk|park|plant|sit|tuck|flick|ferry|shift|whisk|escort|usher|scoot|bundle|squeeze|introduce|settle|lodge|"
    r"land|drop|install|house|deposit|shuttle|cart|lug|walk|run|get)"
)
_LIFT = r"(?:hike|jack|loft|boost|yank|hoik|heft|levitate|launch|hoist|heave|haul|winch|lift|raise|elevate|float|rocket|scoop|pluck)"
_PARTICIPLES = "|".join(sorted({p for p in DONE if p not in ("lay", "came", "went", "left", "set", "shut")}, key=len, reverse=True))
_SHOULD = r"(?:shall|should|must|needs? to|ha(?:s|ve) to|ought to|(?:is|are) to|wants? to|gets? to|got to|is going to|would)"
_HERE = r"(?:apple|banana|box|bowl|bottle|cube|drawer|door|faucet|tap|robot|dog|arm)"
PLAINER: Rules = rules(
    (r"\b(?:hed|he would)\b", "he would"), (r"\b(?:them|em) both\b", "them"),
    (r"\bthe (?P<h>handle|knob|lever) (?:of|on) the (?P<d>drawer|door|faucet|tap)\b", r"the \g<d> \g<h>"),
    (r"\byour (?:paw|mitt|pincers?|claws|mitts)\b(?= (?:on|to|against|near|over) (?:the |that )?(?:red |blue )?(?:apple|banana|box|"
     r"bowl|bottle|"
     r"cube|drawer|faucet))", "your hand"),
    (r"\b(?:fetch|send|bring|take|get|lift|fly|whisk|carry|waft) (?P<x>(?:the |that )?(?:red |blue )?[a-z]+) (?:skywards?|heavenwards?|"
     r"aloft|"
     r"upwards|to the (?:sky|skies|heavens|stars))\b", r"lift \g<x>"),
    (r"\b(?:widdershins|withershins|ccw)\b", "counterclockwise"), (r"\b(?:deosil|sunwise)\b", "clockwise"),
    (r"\b(?:to )?(?:the )?port(?: side)?\b", "to the left"), (r"\b(?:to )?(?:the )?starboard(?: side)?\b", "to the right"),
    (r"\bwoah\b", "whoa"), (r"\b(?:unfold|uncurl|unfurl|splay|fan out|unball|flex) (?=(?:your |the |those )?(?:fingers|hand|claw|gripper))",
     "open "),
    (r"\b(?:fold|curl|ball)(?: up)? (?=(?:your |the )?(?:fingers|hand|claw|gripper))", "close "),
    (r"\b(?:elevation|raising|lifting|hoisting|levitation) of ", "lift "), (r"\b(?:opening) of (?=(?:the |that )?(?:drawer|door|faucet|"
     r"tap))",
     "open "),
    (r"\b(?:closure|closing|shutting) of ", "close "), (r"\b(?:placement|insertion|deposition|relocation|transfer) of ", "put "),
    (r"\b(?:rotation) of ", "rotate "), (r"\b(?:displacement|translation|shifting) of ", "move "), (r"\binversion of ", "invert "),
    (r"\b(?:contact|touching) (?:with|of) ", "touch "),
    (r"(?P<s>^|, |\band |\bthen )(?:scooch|scoot|shimmy|jiggle|shuffle|sidle|jog|jostle|edge|inch|steer|walk|wiggle|bump) "
     r"(?=(?:the |that |this )?(?:red |blue )?(?:apple|banana|box|bowl|bottle|cube|it)\b)", r"\g<s>move "),
    (r"\b(?:a|one) (?:palm|hand) s (?:width|breadth)\b|\b(?:a )?hand ?breadth\b", "8 centimetres"),
    (r"\b(?:a|one) (?:finger|thumb) s (?:width|breadth)\b", "2 centimetres"), (r"\b(?:a|one) (?:hand ?span|span)\b", "20 centimetres"),
    (r"\b(?:a|one) (?:forearm|ruler|foot) s length\b", "30 centimetres"), (r"\ban inch or (?:two|so)\b", "3 centimetres"),
    (rf"\b(?:(?:the|my|our|your|that) )?(?!{_HERE} )[a-z]+ s (?=(?:red |blue )?(?:{_HERE})\b)", "the "),
    (r"\b(?:yon|ze|da|dat|teh|ye|yonder)\b", "the"), (r"\b(?:ur|yer|thy|thine)\b", "your"), (r"\byourself\b(?= till| until)", "your hand"),
    (r"\b(?:bench|worktop|work surface|benchtop|countertop|deck|workbench|counter)\b", "table"),
    (r"\b(?:smidge|smidgen|tad|touch|hair|whisker|wee bit|teensy bit|fraction|notch|nudge)\b(?= (?:away|closer|nearer|left|right|to the|"
     r"forward|back|up|down|higher|lower|more|less|open))", "bit"),
    (r"\bpi over four\b|\bquarter pi\b|\bpi by four\b", "45 degrees"), (r"\bpi over two\b|\bhalf pi\b|\bpi by two\b", "90 degrees"),
    (r"\bpi over three\b", "60 degrees"), (r"\bpi over six\b", "30 degrees"), (r"\b(?:by|through|of) pi\b(?: radians)?", "by 180 degrees"),
    (r"\b(?:gushing|going|pouring|streaming|flowing)\b(?=$| ,)", "running"), (r"\b(?:quit|cease|knock off|lay off|cut out)\b(?= (?:the )?"
     r"[a-z]+ing\b)", "stop"), (r"\bours\b", "it"),
    (rf"{_S}(?:{_PUT}) (?=(?:{_ROW}|it|them|that)(?: right| straight| back| down| gently| over)* {_TO} )", r"\g<s>put "),
    (rf"{_S}(?:{_LIFT}) (?=(?:{_ROW}|it|them)(?: right| straight| clean| clear)*(?: up| off| into the air| by| to|$| ,))", r"\g<s>lift "),
    (rf"{_S}(?:haul|yank|fling|heave|prise|pry|wrench|jimmy|throw|rip|swing|crank|whip) (?=(?:{_NP}|it) (?:wide |fully |right )?(?:open|"
     r"out)\b(?! of))", r"\g<s>pull "),
    (rf"{_S}(?:slam|bang|whack|shove|kick|knock|ease|swing|push) (?P<x>{_NP}|it) (?:shut|closed|to)\b", r"\g<s>close \g<x>"),
    (rf"(?P<x>{_NP}) (?:needs|wants|could do with|requires) righting\b", r"stand \g<x> upright"),
    (r"\b(?:wide open|open wide)\b", "open"), (r"\bpop (?=(?:it|that|them) (?:back )?down)", "put "),
    (r"\b(?:plonk|plop|stick|bung) (?=(?:it|that|them|the [a-z]+) (?:back )?down)", "put "),
    (r"\b(?P<a>[a-z]+) and the (?P<b>[a-z]+) , both of them(?: ,)?", r"\g<a> and the \g<b>"),
    (r"\b(?:both of them|the pair of them|the two of them|the both|each of them|the lot)\b", "both"),
)  # fmt: skip
"""Slang and further words for what the constructions know by other words."""
TOLD: Rules = rules(
    (rf"^(?:somewhere |right |just )?(?P<r>{_TO} {_NP}) is where (?:i|we) (?:would like|want|need|would have|put|"
     rf"like)(?: to have)? (?P<x>{_ROW})"
     r"(?: to be| to go)?$", r"put \g<x> \g<r>"),
    (rf"^(?:somewhere |right |just )?(?P<r>{_TO} {_NP}) is where (?P<x>{_ROW}) (?:goes|belongs|go|belong|should go|should be|lives)$",
     r"put \g<x> \g<r>"),
    (rf"^in (?:goes|go|comes) (?P<x>{_ROW})(?: ,)? (?P<r>{_TO} {_NP})$", r"put \g<x> \g<r>"),
    (rf"^up (?:goes|go|comes) (?P<x>{_ROW})$", r"lift \g<x>"), (rf"^down (?:goes|go|comes) (?P<x>{_ROW})$", r"put \g<x> down"),
    (rf"^over (?:goes|go|comes) (?P<x>{_ROW})$", r"knock over \g<x>"), (rf"^(?:on|open) (?:goes|comes|go) (?P<x>{_NP})$", r"open \g<x>"),
    (rf"^(?:off|shut|closed) (?:goes|comes|go) (?P<x>{_NP})$", r"close \g<x>"),
    (rf"^(?P<x>{_NP}) on (?:the )?top , (?P<y>{_NP}) (?:underneath|below|beneath|under|at the bottom|on the bottom|under it|below it)$",
     r"put \g<x> on \g<y>"),
    (rf"^(?P<y>{_NP}) (?:underneath|below|beneath|under|at the bottom|on the bottom|first|down) , (?P<x>{_NP}) on (?:the )?top(?: of it)?$",
     r"put \g<x> on \g<y>"),
    (rf"{_S}(?P<x>{_NP}) {_SHOULD} (?:move|shift|slide|come|budge|go|travel|scoot) (?=(?:a |by |about |\d|to the |forward|back|left|"
     rf"right|[a-z]+ "
     r"(?:centimetres|cm|inches)))", r"\g<s>move \g<x> "),
    (rf"^(?:relieve|free|rid|clear|unburden|strip) the table of (?P<x>{_ROW})$", r"lift \g<x>"),
    (rf"^away with (?P<x>{_NP}) from (?P<y>{_NP})$", r"move \g<x> away from \g<y>"),
    (rf"^up(?: ,)?(?: up)?(?: and)?(?: away)? (?:with |goes )?(?P<x>{_ROW})$", r"lift \g<x>"),
    (rf"^(?:can|could|might|may|would|will) (?P<x>{_ROW}) (?:please |maybe |perhaps |possibly )?(?:go|sit|rest|stand|be|come|live|land|"
     rf"lie) "
     r"(?=[a-z])", r"\g<x> should be "),
    (rf"(?P<x>{_NP}) , (?:might|could|can|would|may|should|must) (?:it|she|he) be ", r"\g<x> should be "),
    (rf"{_S}(?P<x>{_ROW}) (?:would|will) (?:look|be|feel|do|fit|go) (?:better|best|nicer|nice|great|good|lovely|happier|perfect|well) "
     rf"(?={_TO} )", r"\g<s>\g<x> should be "),
    (rf"{_S}(?P<x>{_ROW}) {_SHOULD} (?:please )?(?:rest|sit|stand|lie|be|go|come|live|dwell|reside|end up|belong|hang out|find itself) "
     rf"(?={_TO} )", r"\g<s>\g<x> should be "),
    (rf"(?P<v>{_VERB}|put|hoist) (?P<x>{_NP})(?P<r>[^,]*?) , (?:(?:er|um|erm|uh|no|sorry|oops|wait|or rather) ,? ?)*(?:i mean|i meant|"
     rf"make that|"
     rf"rather|correction|or rather|scratch that)(?: ,)? (?P<y>{_NP})$", r"\g<v> \g<y>\g<r>"),
    (rf"^(?:put )?(?P<x>{_NP}) (?P<r>{_TO} {_NP}) ,(?: and| then| next| followed by| after that| likewise| also| same for)+ (?P<z>{_NP})"
     r"(?: too| as well)?$", r"put \g<x> \g<r> , then put \g<z> \g<r>"),
    (rf"^(?P<v>{_VERB}) (?P<x>{_NP})(?P<r>(?: up| open| over| upright| shut)?) ,(?: and)? then (?P<z>{_NP})$",
     r"\g<v> \g<x>\g<r> , then \g<v> \g<z>\g<r>"),
    (rf"^(?:into|in|onto|on|inside|atop|to|behind|beside|next to|under|by) (?P<p>{_NP}),? with (?P<x>{_ROW})$",
     lambda m: f"put {m['x']} {m[0].split(' ' + m['p'])[0]} {m['p']}"),
    (rf"^(?:off|out) (?:you go )?with (?P<x>{_NP})$", r"turn off \g<x>"), (rf"^on with (?P<x>{_NP})$", r"turn on \g<x>"),
    (rf"^up (?:you come|you go|it goes|goes|with|comes|we go)(?: ,)? (?P<x>{_ROW})$", r"lift \g<x>"),
    (rf"^down (?:you go|it goes|goes|with|comes)(?: ,)? (?P<x>{_ROW})$", r"put \g<x> down"),
    (rf"^(?:open|close|shut) (?:up )?(?:says|sesame)\b ?,? ?(?P<x>{_NP})$", r"open \g<x>"),
    (rf"{_S}(?P<x>{_ROW}) (?:,|she|he|it|they)(?: (?:she|he|it|they))? (?P<m>must|should|shall|has to|have to|needs to|need to) ",
     r"\g<s>\g<x> should "),
    (rf"{_S}(?P<x>(?!it\b|you\b){_NP}) , (?P<v>open|close|shut|lift|raise|touch|flip|grab|up|down|upright|upside down)(?: up| it)?$",
     lambda m: f"{m['s']}{m['x']} {m['v']}" if m["v"] in ("up", "down", "upright", "upside down") else f"{m['s']}{m['v']} {m['x']}"),
    (rf"{_S}(?P<x>{_ROW}) {_SHOULD} (?:both |now |please |all )?be (?P<v>{_PARTICIPLES})\b", lambda m: f"{m['s']}{DONE[m['v']]} {m['x']}"),
    (rf"{_S}(?P<x>{_ROW}) (?:{_SHOULD} |can |will )?(?:both )?(?:soars?|rises?|fl(?:y|ies)|levitates?|floats?|ascends?|takes? off|"
     r"goes? up|climbs?|lifts? off|leaves? the table|comes? off the table|gets? off the table|meets? (?:the )?(?:sky|ceiling)|"
      r"defy gravity|defies gravity)(?: into the air| skyward| aloft| up)?(?=$| ,| by| to)",
     r"\g<s>lift \g<x>"),
    (rf"{_S}(?P<x>{_NP}) (?:{_SHOULD} )?(?:turns?|rolls?|flips?|tips?|goes?) (?P<w>over|upside down|"
     rf"bottom up)\b", r"\g<s>turn \g<x> upside "
     "down"),
    (rf"{_S}(?P<x>{_NP}) (?:{_SHOULD} )?(?:stands?|stand up|gets? up|sits? up) (?P<w>up|upright|straight|tall|proud)\b",
     r"\g<s>stand \g<x> upright"),
    (rf"{_S}(?P<x>{_NP}) (?:{_SHOULD} )?(?:comes? out|opens?|slides? out|slides? open|swings? open|pulls? out)\b", r"\g<s>open \g<x>"),
    (rf"{_S}(?P<x>{_NP}) (?:{_SHOULD} )?(?:closes?|shuts?|slides? (?:in|shut)|swings? shut|goes? back in)\b", r"\g<s>close \g<x>"),
    (rf"{_S}(?:i|we) (?:want|would like|wish|need) (?:to see )?(?P<x>{_NP}) (?P<v>stand|lie|lying|standing|sitting|resting) ",
     r"\g<s>\g<x> should be "),
    (rf"^(?P<x>{_NP}) (?P<y>(?:(?!\b(?:is|are|was|were|has|have|s|stays|seems|looks|keeps|can|do|does|not|must|should)\b)[^,])*?[a-z]) "
     r"(?P<v>make|put|let|lift|open|close|touch|move|get|take|bring|turn|set)$", r"\g<v> \g<x> \g<y>"),
    (rf"^(?P<x>{_NP}) (?P<v>make|put|let|lift|open|close|touch|grab|raise)$", r"\g<v> \g<x>"),
    (r"\b(?P<n>apple|banana|box|bowl|bottle|cube) me (?P<w>left|right|forward|back)", r"move the \g<n> \g<w>"),
    (r"(?<!the )(?<!that )(?<!this )(?<!red )(?<!blue )\b(?P<n>apple|banana|bowl|bottle|drawer|faucet)(?= (?:must|should|needs|shall))",
     r"the \g<n>"),
)  # fmt: skip
"""Another order of words, and how things are to be in the end, told as what to do."""
WORDS = frozenset(
    w for table in (LEADING, TRAILING, WHY, PLAINER, TOLD) for frame, _ in table for w in re.findall(r"[a-z]{3,}", frame.pattern)
)
"""Words of the tables, which are no slips of others."""
