"""Jobs that are announced and numbered, as one thing after another: `two jobs for you. first job, … second job, …`."""

from __future__ import annotations

import re

_JOBS = (
    r"(?:jobs|tasks|things|steps|errands|requests|orders|chores|favours|favors|items|instructions|actions|little things|small jobs|wishes)"
)
_JOB = r"(?:job|task|step|thing|errand|request|order|chore|favour|favor|item|instruction|action|point|part|number|no|assignment|wish)"
_NTH = r"(?:first|second|third|fourth|fifth|sixth|last|final|next|other|one|two|three|four|five|1|2|3|4|5)"
_IS = (
    r"(?: of all| for you| to do| on the list| then)*(?: ,|(?: is| will be| would be| s)(?: ,)?(?: to| that you| for you to| you)?(?= "
    r"[a-z]))"
)
ANNOUNCED = re.compile(
    rf"^(?:i have (?:got )?|i need |i want |we have (?:got )?|you have (?:got )?|there (?:are|is) |here (?:are|is|come) |please do |do "
    rf")?(?:just )?"
    rf"(?:these |the following |the )?(?:a couple of|a few|some|several|two|three|four|five|2|3|4|5) (?:little |small |quick |simple "
    rf"|more |other )*"
    rf"{_JOBS}(?: (?:for you|to do|for you to do|you need to do|to be done|that need doing|that need to be done|to take care of|here|i "
    rf"need|i want"
    rf"|done|today|from you|to ask|in this order|in order|one after the other|that i need|i need done|i want done|we need to do))* ?[,;.] ?"
)
"""That there are several jobs, before they are told."""
LABEL = re.compile(
    rf"(?P<start>^|[,;.] (?:and |then |and then )*|\b(?:and|then) )(?:the |your |my |for the )?(?:very )?"
    rf"(?:{_NTH} {_JOB}|(?:second|third|fourth|next|last|final|other)(?= is (?:to|that) )|{_JOB} (?:number "
    rf")?(?:one|two|three|four|five|six|1|2|3|4|5|6)){_IS} ?"
)
"""Before one of several jobs."""
_VERBAL = r"(?=[a-z]+ (?:the|a|an|my|it|them|me|both|all|your|that|this|off|up|down) )"


def numbered(said: str) -> str:
    """The words with numbers of jobs taken for the order in which they are done."""
    plain = ANNOUNCED.sub("", said)
    first = not LABEL.match(plain)
    plain = LABEL.sub(
        lambda m: (
            (("" if {"last", "final"} & {*m[0].split()} else "first ") if not m["start"] else " , then ") if not first or m["start"] else ""
        ),
        plain,
    )
    return re.sub(r" +", " ", _digits(plain)).strip()


def _digits(said: str) -> str:
    """`1 close the drawer 2 open the door`."""
    if lettered := re.match(r"^a , (?P<rest>.+)$", said):
        parts = re.split(r" (?:[,;.] )?(?:and )?[b-f] , ", lettered["rest"])
        return " , then ".join(parts) if len(parts) > 1 else said
    found = re.match(rf"^(?:1|one)(?: [,.])? {_VERBAL}(?P<rest>.+)$", said)
    if found is None:
        return said
    plain, many = found["rest"], 1
    for n in range(2, 7):
        parts = re.split(rf" (?:[,;.] )?(?:and )?{n}(?: [,.])? {_VERBAL}", plain, maxsplit=1)
        if len(parts) < 2:
            break
        plain, many = " , then ".join(parts), n
    return plain if many > 1 else said
