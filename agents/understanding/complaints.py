"""What is told only because something is to be done about it: `somebody left the tap running`, `the drawer is hanging open again`."""

from __future__ import annotations

import re

from heedful.agents.understanding.frames import words_in
from heedful.agents.understanding.phrases import Phrases
from heedful.agents.understanding.vocabulary import Vocabulary

_WHO = r"(?:somebody|someone|some one|who|who has|you|they|he|she|we|i|somebody s|someone s|(?:my|the|our) [a-z]+)"
_DEGREE = (
    r"(?: still| always| constantly| left| hanging| standing| sitting| wide| all the way| again| now| just| completely| half| "
    r"yet| once more| already)*"
)
_OPEN = r"(?:open|ajar|gaping|opened)"
_RUNNING = r"(?:running|dripping|flowing|leaking|on and running|gushing|wasting water|splashing)"
_LIT = r"(?:on|burning|lit|shining|glowing|switched on|turned on|blazing)"
_DOWN = (
    r"(?:fallen(?: over| down)?|toppled(?: over)?|tipped(?: over)?|fallen on its side|knocked over|been knocked over|tipped over|lying "
    r"down|lying on its side|lying flat"
    r"|on its side|lying|lying around on its side|flat on its side)"
)
_STATES = (("open", _OPEN), ("running", _RUNNING), ("lit", _LIT), ("down", _DOWN))
_BE = r"(?:is|s|are|has|was|has been|has come|stands|keeps being|hangs|was left|got|is being|has got|keeps)"
_LEFT = [
    (name, re.compile(rf"^{_WHO} (?:has |have |had )?(?:just |only |gone and |went and |obviously |clearly )*(?:left|leaves|keeps "
     rf"leaving|keep leaving) (?P<x>.+?){_DEGREE} {state}{_DEGREE}(?P<r>.*)$"))
    for name, state in _STATES
]  # fmt: skip
_IS = [(name, re.compile(rf"^(?P<x>.+?) {_BE}(?P<d>{_DEGREE}) (?P<s>{state})(?P<e>{_DEGREE})(?P<r>.*)$")) for name, state in _STATES]
_FELL = re.compile(r"^(?P<x>.+?) (?:fell|toppled|tipped|went|has gone|got knocked|rolled) over(?P<r>.*)$")
_FORGOT = re.compile(
    rf"^(?:{_WHO} )?(?:has |have |had )?(?:forgot|forgotten|did not remember|failed|neglected|never bothered|did not bother) to "
    rf"(?P<v>(?:close|shut|turn off|switch off|put out"
    rf") .+|(?:turn|switch) .+ off)$"
)
_WHY = [
    (name, re.compile(rf"^(?:and )?(?:why|how come|since when|what for) (?:is|s|are) (?P<x>.+?){_DEGREE} {state}{_DEGREE}(?P<r>.*)$"))
    for name, state in _STATES
]
_NOT_SHUT = re.compile(
    rf"^(?:{_WHO}|who.+? (?P<y>the [a-z]+)(?: last)?) (?:did not|has not|never|have not) (?:close|closed|shut) (?P<x>.+?)(?: properly| "
    rf"fully| again| behind (?:them|him|her))?$"
)
_KNOCKED = re.compile(
    rf"^{_WHO} (?:has |have |had )?(?:just |only )?(?:knocked|tipped|pushed|bumped) (?:(?P<x>.+?) (?:over|down)|over (?P<y>.+?))(?: "
    rf"again)?$"
)
_HURTS = re.compile(
    r"^(?P<x>.+?) (?:is|s) (?:(?:far |way |much )?too bright|blinding(?: me| us)?|dazzling(?: me| us)?|hurting my "
    r"eyes|glaring)(?P<r>.*)$"
)
_REMEDY = {"open": "close {}", "running": "turn off {}", "lit": "turn off {}", "down": "stand {} upright"}
_OPENS = frozenset({"drawer", "door", "cabinet", "cupboard", "faucet"})
AGAIN = frozenset({"again", "still", "always", "left", "hanging", "standing", "wide", "ajar", "gaping", "keeps",
                   "oops", "oh", "ugh", "damn", "poor", "hour", "hours", "ages", "forever", "got", "somehow"})  # fmt: skip
"""Words that make a complaint of a state."""
WORDS = frozenset(words_in((
    "somebody someone who left again still hanging ajar forgot fell toppled knocked always gaping",
)))  # fmt: skip


def remedy(chunk: list[str], raw: str, vocabulary: Vocabulary) -> list[str] | None:
    """What to do about what is told; None where nothing is wrong with it.

    Args:
      raw: The sentence as it was said, with what only asks nicely: `again`.
    """
    said = " ".join(chunk)
    complains = "!" in raw or bool(AGAIN & {*re.findall(r"[a-z]+", raw.casefold())})
    if re.search(
        r"\b(?:purpose|deliberately|because|reason|yesterday|on purpose|for now|so that|while|as long "
        r"as|must|should|leave|keep)\b",
        said,
    ):
        return None
    if found := _FORGOT.match(said):
        return found["v"].split()
    if found := _NOT_SHUT.match(said):
        return _about("open", found["y"] if found["x"] == "it" and found["y"] else found["x"], vocabulary)
    if (found := _KNOCKED.match(said)) and (made := _about("down", found["x"] or found["y"], vocabulary)):
        return made
    if complains and (found := _FELL.match(said)) and (made := _about("down", found["x"], vocabulary)):
        return made
    if (found := _HURTS.match(said)) and (made := _about("lit", found["x"], vocabulary)):
        return made
    for name, frame in (*_LEFT, *_WHY):
        if (found := frame.match(said)) and (made := _about(name, found["x"], vocabulary)):
            return made
    for name, frame in _IS:
        if (found := frame.match(said)) and complains and (made := _about(name, found["x"], vocabulary)):
            return made
    return None


def _about(state: str, thing: str, vocabulary: Vocabulary) -> list[str] | None:
    """What to do about one certain thing that is in a state."""
    words = thing.split()
    p = Phrases(words, vocabulary)
    named = [r for r, end in p.noun(0) if end == len(words) and r.category and r.quantifier == "the" and not r.where]
    if not named or words[0] not in ("the", "my", "that", "this", "your", "our"):
        return None
    if state == "open" and named[0].category not in _OPENS:
        return None
    if state in ("running", "lit") and named[0].category not in ("faucet", "water", "lamp", "led", "button"):
        return None
    kind = "running" if state == "open" and named[0].category == "faucet" else state
    return _REMEDY[kind].format(thing).split()
