"""HALT, recognised by itself and before anything else: rather once too often than missed, yet never in an ordinary instruction."""

from __future__ import annotations

import re
from itertools import pairwise

from heedful.agents.corrections.words import FILLER, LONGEST, clauses, listed
from heedful.agents.understanding.english import english

STOP = listed("stop halt freeze stahp stopit whoa woah whoah cease alto basta estop stopp")
_ANYWHERE = re.compile(r"\b(?:stop|halt|freeze)\b", re.IGNORECASE)
_REAL = listed("step top shop atop slop stoop hat hall half salt malt")
"""Words a letter away from stop or halt that are no slip of it."""

LEADING = FILLER | listed(
    "no nope have got need needs must should to it everything everybody we want wants tell told make beg ask god goodness jesus christ damn"
    " for heavens sake hell the arm gripper hand machine all let try better somebody someone everyone"
)
"""What may come before a halt within its clause: `I want you to stop`."""
TRAILING = FILLER | listed(
    "it that this moving motion everything all at still dead do doing what where are is youre your again already for god gods sake heavens"
    " no stop halt freeze wait a sec second moment minute one bit being altogether completely the arm hand gripper robot any further more"
    " anymore yet whoa going in place tracks on spot thing machine name of it"
)
"""What may follow a halt: `stop what you are doing`."""

_DONT = r"(?:dont|do not)"
_CRY = r"(?:ow+|ouch|a+rgh|yikes|e+k|aua|au+)"
WHOLE = re.compile(
    "|".join(
        (
            r"hold(?: (?:it|still))?(?: right there)?",
            r"(?:stand|stay|keep) (?:perfectly )?still",
            rf"(?:{_DONT}|nobody|no) (?:you )?(?:dare )?(?:moves?|movement|moving)",
            rf"{_DONT}(?: (?:you )?(?:dare )?(?:to )?(?:go|keep|carry) (?:on|going|any further|further|there)| continue| proceed| do "
            rf"(?:that|it|this)| take (?:another|one more) step)?",
            r"(?:cut|knock) (?:it|that) (?:out|off)|quit (?:it|that|moving)|hold everything|arrest (?:all )?(?:motion|movement)",
            r"(?:thats |that is )?(?:(?:quite|far|more than) )?enough|thats (?:quite )?enough \w+|(?:thats |that is )?(?:quite )?far "
            r"enough",
            rf"{_DONT} (?:you )?(?:dare )?move (?:(?:a|an|one|another|a single) (?:inch|step|millimetre|millimeter|centimetre|"
            rf"centimeter|muscle|finger)|at all|any ?more|any further|a bit)",
            r"(?:go )?no (?:further|farther)|not (?:any )?further|not a muscle|desist|back away from (?:me|him|her|them)|mayday|sos|"
            r"code red|"
            r"brakes?|(?:hit|slam on) the brakes?|stay back|red light|pull the plug|everything off|all stop|abort abort",
            r"not (?:another|one more|one|a|a single) (?:inch|step|centimetre|centimeter|millimetre|millimeter)(?: (?:more|further))?",
            r"(?:come|grind) to a (?:full |complete |dead )?(?:stop|halt|standstill)|(?:full|emergency|dead|e) stop",
            r"(?:turn|switch|shut|power) (?:yourself |everything |it )?(?:off|down)|(?:kill|cut) (?:it|(?:the )?(?:power|motors?))",
            rf"emergency|danger|help(?: me)?|look out|(?:that|it) (?:really )?hurts?(?: me)?|i(?: a)?m (?:stuck|caught|trapped)|get "
            rf"off(?: of)? me|let (?:me go|go of (?:me|my \w+))|{_CRY}",
        )
    )
)
"""Other ways to say it, which must be all that is said."""
LONGEST_HALT = 7
"""Words in the longest of them."""
A_WHILE = re.compile(
    r"\b(?:moments?|secs?|seconds?|minutes?|mins?|ticks?|mo|jiffy|hours?|until|till)\b|\bfor a (?:little |short )?(?:bit|while)\b"
)
"""What makes a stop a pause: `stop for a minute`."""
_BODY = r"(?:hand|finger|thumb|head|hair|sleeve|foot|toe|face|eye|elbow|wrist|arm|leg|knee|nose|neck|nail|shirt|skin|ear)s?"
_WORN = r"(?:sleeve|shirt|scarf|tie|apron|coat|jacket|skirt|dress|necklace|ring|bracelet|glove|cuff|collar|lace|braid|ponytail|beard)s?"
_MACHINE = (
    r"(?:there|it|here|your|you|(?:the|this|that) "
    r"(?:way|robot|arm|gripper|hand|claws?|jaws?|fingers|machine|gears?|wheels?|base|thing))"
)
_STILL = r"(?:is|s|are|got|gets) (?:still )?"
_CAUGHT = r"(?:stuck|caught|trapped|jammed)"
HURT = re.compile(
    rf"\bmy \w+ {_STILL}{_CAUGHT}(?=$| (?:now|again|please|help|here|in here|between)\b| (?:in|under|by|on|at|behind) {_MACHINE}\b)|"
    rf"\bmy (?:{_BODY}|{_WORN}) {_STILL}(?:{_CAUGHT}|under|in)\b|\bmy \w+ {_STILL}(?:under|in) {_MACHINE}\b|\blet go of my {_BODY}\b|"
    r"\b(?:hurting|crushing|squashing|pinching|hitting|stabbing|choking|trapping|you hit|got) (?:me|him|her|us|my|his|somebody|someone)\b"
    rf"|\b(?:my|his|her|someones|somebodys|the childs) (?:own |other |left |right )?{_BODY}\b"
)
"""Somebody is hurt or caught; what a grandson or a car is in is no danger unless it is the robot or its way."""
SAFE = re.compile(
    rf"\b{_BODY} (?:is|s|are|am) (?:now |already |well |all |quite )?(?:clear|free|safe|fine|ok|okay|away|gone|off|"
    r"out(?! of (?:order|action|joint))|back|not in)\b"
)
"""It is out of the way."""
TOLD = re.compile(
    r"\b(?:yesterday|tomorrow|(?:years|months|weeks|days|ages) ago|when (?:i|he|she|we) was|birthday|since (?:the|his|her|my|last)|used to|"
    r"(?:weeks|months|years) old|(?:last|next) (?:year|week|month|summer|winter|night|term|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday)|(?:this|every|first|second|third) (?:year|month|term))\b"
)
"""What tells of another time or place, and not of the robot."""
CALLING = re.compile(
    r"\b(?:put (?:you|him|her|them) through|(?:call|ring|phone) (?:you|him|her|them) (?:back|later)|on the (?:phone|line)|"
    r"speaking (?:to|with)|(?:who|whos) (?:is )?(?:calling|speaking)|wrong number|leave (?:a|him|her|them) (?:a )?message|"
    r"(?:i|we|he|she|ill|well) (?:will )?(?:transfer|connect) (?:you|him|her|them)|"
    r"(?:ward|reception|extension|department|front desk) (?:\w+ )?good (?:morning|afternoon|evening)|"
    r"(?:this is|you have reached|good (?:morning|afternoon|evening)) \w+ (?:speaking|ward|reception|desk))\b"
)
"""What is said into a telephone, where `hold` asks someone else to wait."""
_SOMEBODY = r"(?:kid|child|children|baby|toddler|boy|girl|somebody|someone|dog|cat|people|person|hand|finger|man|woman)s?"
DANGER = re.compile(
    rf"(?<!your )\b{_SOMEBODY} (?:is |s |are )?(?:standing |right |just )*(?:in the way|in your way|there|behind you|under there|in there|"
    rf"underneath|coming)$|"
    rf"\b(?:watch|look|mind) out\b.*\b{_SOMEBODY}\b|\b(?:careful|danger|attention)\b.*\b(?:kid|child|baby|toddler|somebody|someone)\b"
)
"""Said in one breath: somebody is in the way."""
WISHED = re.compile(r"\b(?:want|have|like|need|rather) (?:to have )?(?:it|that|this|them|the \w+) (?:in|on|into|onto) (?:my|his|her)\b")
"""A hand that something is wanted in."""
GIVING = listed(
    "put place give bring move pass drop toward towards closer near next lay set take use to of like lower higher"
    " follow copy shake imitate mirror"
)
"""With one of these a hand is where something goes, not what is in danger."""

DENIED = listed(
    "whyd dont not never without nor why when whenever if until till did didnt does doesnt wont cant say says unless before after once"
    " where who how he she they labelled labeled called named word reads reading marked"
)
"""Words before a stop that make it no command: denial, question, condition, mention. It follows from them wherever they stand."""
JOINED = listed("and then the a an this bus tram door last next pit organ non")
"""Words right before it that make it the end of an instruction, or a thing."""
PLACES = listed(
    "sign signs button light line card watch clock word short over by near above below behind beside next between within under outside just"
    " when whenever once after if until till as is fire means"
)
"""Words right after it that make it a thing, or part of an instruction: `stop sign`, `stop above the bowl`."""
CONDITIONS = listed("when whenever once if until till")
"""Words that make what they stand before or after something for later."""
MACHINES = listed("music timer alarm song video tv radio clock recording kettle oven fan car bus film playback")
ASSISTANTS = listed("alexa siri cortana google")
PARTS = listed("arm robot gripper hand fingers motors machine base")
_ASKING = re.compile(r"^(?:never ?mind |(?:why )?(?:dont|wont|cant|couldnt|wouldnt) you (?:just |please |ever )*)(?=stop|halt|freeze)")
"""Before a stop, no denial of it."""
_NEEDLESS = re.compile(r"\bno (?:need|reason|point)\b")


def is_halt(text: str) -> bool:
    """Whether the words mean: stop all motion now."""
    if len(text) > 2 * LONGEST and _ANYWHERE.search(text):
        return True
    said = clauses(text)
    if DANGER.search(" ".join(w for words in said[:3] for w in words)):
        return True
    calling = CALLING.search(" ".join(w for words in said for w in words)) is not None
    return any(_halts(words, said[i - 1] if i else [], len(said) == 1) for i, words in enumerate(said) if not (calling and _waits(words)))


def _waits(words: list[str]) -> bool:
    """Whether a clause is only a polite `hold`, which on a telephone is for whoever is at the other end."""
    return "hold" in words and set(words) - FILLER <= {"hold", "you"}


def _halts(words: list[str], before: list[str], alone: bool) -> bool:
    """Whether one clause is a halt.

    Args:
      words: The clause.
      before: The clause before it; a name there speaks to someone else.
      alone: Whether nothing else was said.
    """
    joined = _ASKING.sub("", " ".join(words))
    if ASSISTANTS & {*words, *before[-2:]} or _NEEDLESS.search(joined):
        return False
    if _hurts(joined, words) or "".join(words).replace("0", "o") in STOP:
        return True
    words = joined.split()
    if any(a in STOP and b in STOP for a, b in pairwise(words)):
        return True
    if A_WHILE.search(joined) and not WHOLE.fullmatch(joined):
        return False
    if before and before[0] in CONDITIONS and before[1:2] != ["you"] and words[0] in STOP:
        return False
    core = words[next((i for i, w in enumerate(words) if w not in LEADING and re.sub(r"(.)\1+", r"\1", w) not in LEADING), len(words)) :]
    if core and _slip(core[0]) and set(core[1:]) <= TRAILING | {core[0]}:
        return True
    if core and core[0] in STOP:
        name = len(before) == 1 and before[0] not in LEADING
        return not _instructs(core[0], core[1:], named=name)
    if _nothing_but_halts(words) or _nothing_but_halts(core):
        return alone or not set(words) - FILLER <= {"no", "nope"}
    return any(w in STOP and _commands(words[:i], words[i + 1 :]) for i, w in enumerate(words))


def _hurts(joined: str, words: list[str]) -> bool:
    """Whether a clause says that somebody is hurt or caught here and now."""
    return bool(HURT.search(joined)) and not (GIVING & set(words) or WISHED.search(joined) or TOLD.search(joined) or SAFE.search(joined))


def _commands(before: list[str], after: list[str]) -> bool:
    """Whether a stop within a clause is a command: `it is falling stop`."""
    return not (DENIED & set(before)) and not (before and before[-1] in JOINED) and set(after) <= TRAILING


def _instructs(stop: str, rest: list[str], named: bool) -> bool:
    """Whether what follows a stop makes it an instruction, a thing or talk to someone else: `stop at the red line`."""
    while rest and rest[0] in FILLER | {"it", "dead"}:
        rest = rest[1:]
    if not rest or set(rest) <= TRAILING:
        return False
    first, then = rest[0], rest[1] if len(rest) > 1 else ""
    if stop == "freeze" and first in ("some", "these", "those", "half", "any", "leftovers"):
        return True
    if first in ("the", "my", "that", "this"):
        return (then in MACHINES and not {"is", "are", "was"} & set(rest)) or (
            then not in PARTS and first == "the" and ("from" in rest or stop == "freeze")
        )
    if first in ("before", "or"):
        return first == "before" and then not in (
            "you",
            "it",
            "somebody",
            "someone",
            "something",
            "anything",
            "i",
            "we",
            "that",
            "he",
            "she",
        )
    if first in ("at", "on", "in"):
        return then not in ("once", "your", "place")
    if first == "as":
        return then != "you" and rest[-1] not in ("possible", "can")
    if set(rest) & CONDITIONS and not set(rest[:1]) & CONDITIONS:
        return True
    if first[0].isdigit() or first in listed("a an half one two three four five six seven eight nine ten fifteen twenty thirty"):
        return not set(rest) & {"moment", "sec", "second", "minute"}
    return first in PLACES or (first.endswith("ing") and named)


def _nothing_but_halts(words: list[str]) -> bool:
    """Whether a clause is other ways to say halt, fillers aside, and nothing else."""
    at, found = 0, False
    while at < len(words):
        ends = (n for n in range(min(LONGEST_HALT, len(words) - at), 0, -1) if WHOLE.fullmatch(" ".join(words[at : at + n])))
        if step := next(ends, 0):
            found = True
        elif words[at] not in FILLER | {"no", "nope"}:
            return False
        at += step or 1
    return found


def _slip(word: str) -> bool:
    """Whether a word is stop or halt mistyped by one letter, or drawn out: `stpo`, `stooop`."""
    if word in _REAL or (word not in STOP and word in english()) or not 3 <= len(word) <= 24 or word[0] not in "sahdwxf":
        return False
    short = re.sub(r"(.)\1+", r"\1", word)
    return short in STOP | {"freze"} or any(
        short != meant and _one_off(short, meant) for meant in ("stop", "halt", "freze") if short[0] == meant[0]
    )


def _one_off(word: str, meant: str) -> bool:
    """Whether one letter left out or put in, or two swapped, makes the one of the other."""
    swaps = {meant[:i] + meant[i + 1] + meant[i] + meant[i + 2 :] for i in range(len(meant) - 1)}
    cuts = {meant[:i] + meant[i + 1 :] for i in range(len(meant))}
    return word in swaps | cuts or (len(word) == len(meant) + 1 and any(word[:i] + word[i + 1 :] == meant for i in range(len(word))))
