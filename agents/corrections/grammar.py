"""A grammar of corrections: HALT by itself and first, then resume, abort, rate and nudge."""

from __future__ import annotations

import re
from typing import Any

from heedful.agents.corrections.halt import is_halt
from heedful.agents.corrections.nudge import nudge
from heedful.agents.corrections.words import bare, clauses
from heedful.types import Correction

_THING = r"(?:thing|task|job|plan|operation|rest)"
_IT = rf"(?: (?:it|that|this|everything|all of it|about (?:it|that|this)|(?:about )?the (?:whole |entire )?{_THING}))"
_STOP = r"(?:stop|wait|pause|halt)"
RESUME = re.compile(
    r"(?:you (?:may|can) )?(?:(?:go|carry|keep) (?:on|going|ahead|right ahead|moving|at it)(?: with (?:it|that|your work))?|go"
    r"|continue|resume|proceed|un ?pause|start (?:up |moving )?again|start moving|back to work|get (?:back to work|on with it|going|moving)"
    r"|as you were|all clear|pick up where you left off)"
    r"(?: (?:with it|again|then|from there|as before|where you left off|what you were doing))*"
    rf"|(?:dont|do not|no need to|theres no need to|you dont have to) (?:you )?(?:dare )?{_STOP}(?: \w+)?"
    rf"|(?:never|didnt|did not) (?:told|tell|said|say|asked|ask|meant|mean)(?: you)?(?: for you)?(?: to)? {_STOP}"
)
ABORT = re.compile(
    rf"(?:cancel|abort|quit|give up|give it up|scrap|forget){_IT}|cancel|abort|quit|give up|give it up"
    rf"|(?:drop|end|leave) the (?:whole )?{_THING}|call (?:it|the whole thing|everything|that) off|call off the \w+"
    r"|never ?mind(?: (?:that|it|about (?:it|that)))?|(?:i )?changed my mind"
    r"|lets? (?:us )?not(?: (?:do|bother with|try))?(?: (?:this|that|it))?(?: after all)?|dont bother(?: (?:with (?:it|that)|any ?more))?"
    r"|(?:its|thats|it is|that is) no(?:t| longer) (?:needed|necessary)(?: any ?more)?|you neednt(?: any ?more)?|no longer needed"
)
LEFT = re.compile(
    r"(?:just )?leave (?:it|them|that|everything|the \w+(?: \w+)?)(?: (?:where (?:it is|they are|it was)|there|alone|be|as it is))?"
)
"""What may be added to giving up."""

_SLOWER = (
    r"slower|more slowly|slowly|slow(?: it)? down|slow|less (?:fast|quickly)|(?:not )?(?:so|that|too) (?:fast|quick|quickly)|take your time"
    r"|take it (?:slow|easy)"
)
_FASTER = (
    r"faster|quicker|more quickly|speed(?: it)? up|hurry(?: (?:it )?up)?|(?:not )?(?:so|that|too) (?:slow|slowly)|get a move on|chop chop"
    r"|pick up the pace"
)
RATES = (
    (re.compile(r"(?:at |(?:back )?to )?(?:your |the )?(?:normal|usual|full|regular|original) (?:speed|pace)"), 0.0),
    (re.compile(r"(?:at )?half(?: the| your)? speed|half as fast"), 0.5),
    (re.compile(r"(?:at )?(?:a )?quarter(?: of)?(?: the| your)? speed"), 0.25),
    (re.compile(r"(?:at )?(?:double|twice)(?: the| your)? speed|twice as fast"), 2.0),
    (re.compile(rf"(?:there ?(?:s|is) )?no (?:rush|hurry)|(?:{_SLOWER})"), 0.5),
    (re.compile(_FASTER), 2.0),
)
"""Words -> factor on the present speed; 0 restores it."""
_BIT = re.compile(r"\b(?:a (?:tiny |little )?bit|a little|slightly|a tad|a touch|somewhat)\b")
_MUCH = re.compile(r"\b(?:(?:much|way|far|a lot|lots|even|really|very)\b ?)+")
_GOING = re.compile(
    r"^(?:(?:youre|you are|its|it is|thats|that is|theres|lets|go|going|move|moving|drive|driving|work|do it|be|more|it) )+"
)
_PERCENT = re.compile(r"(?:at |to )?(\d+(?:\.\d+)?) percent(?: (?:of (?:the |your )?)?(?:speed|pace))?")

KNOWN = "I know stop, go on, cancel, slower, faster, and shifts such as 'a bit to the left'"


def understand_correction(text: str, heard: float = 0.0) -> Correction:
    """A typed correction from words; kind `none` with a reply if they are none that is known.

    Args:
      text: What was said.
      heard: Its arrival on the monotonic clock [s].
    """
    if is_halt(text):
        return Correction(text, "halt", {}, heard, reply="stopped; say 'go on' to continue")
    said = [" ".join(words) for clause in clauses(text) if (words := bare(clause, frozenset({"then", "the"})))]
    if said and all(map(RESUME.fullmatch, said)):
        return Correction(text, "resume", {}, heard, reply="going on")
    if said and ABORT.fullmatch(said[0]) and all(ABORT.fullmatch(s) or LEFT.fullmatch(s) for s in said):
        return Correction(text, "abort", {}, heard, reply="giving up the task")
    factors = {_factor(s) for s in said}
    if len(factors) == 1 and (factor := factors.pop()) is not None:
        return Correction(text, "rate", {"factor": factor}, heard, reply=_pace(factor))
    if shift := nudge(" ".join(word for clause in clauses(text) for word in clause)):
        way, offset, size = shift
        effect: dict[str, Any] = {"direction": way, "frame": "base", "magnitude_m": size, "offset": offset}
        return Correction(text, "nudge", effect, heard, reply=f"{100 * size:.0f} cm {way}, as the robot sees it")
    return Correction(text, "none", {}, heard, reply=f"I did not understand {text[:60]!r}; {KNOWN}")


def _factor(words: str) -> float | None:
    """The factor on the speed that a clause asks for; None if it speaks of something else."""
    if percent := _PERCENT.fullmatch(words):
        return round(min(max(float(percent.group(1)) / 100, 0.01), 2.0), 3)
    amount = 0.5 if _BIT.search(words) else 2.0 if _MUCH.search(words) else 1.0
    plain = " ".join(_GOING.sub("", " ".join(_MUCH.sub("", _BIT.sub("", words)).split()) + " ").split())
    found = next((factor for pattern, factor in RATES if pattern.fullmatch(plain)), None)
    return found if not found else round(found**amount, 3)


def _pace(factor: float) -> str:
    return "normal speed" if not factor else "slower" if factor < 1 else "faster"
