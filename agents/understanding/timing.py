"""When something is to be done: deadlines left out, and order told at the end of each request."""

from __future__ import annotations

import re

from heedful.agents.understanding.unwrapping import GAP, IN, START, rules

_WHO = (
    r"(?:i|we|he|she|they|you|my [a-z]+(?: and [a-z]+)?|the (?:guests|kids|children|others|visitors|boss|customers|bell|show|film|"
    r"movie)|mum|mom|dad|grandma|everyone|everybody|anybody|company|people|dinner)"
)
_COMES = (
    r"(?:(?:am|is|are|have|has|will be|ll be)? ?(?:come|comes|came|get|gets|got|return|returns|arrive|arrives|turn up|turns up|leave|"
    r"leaves|go to bed|go out|goes out|go|sit down|walk in|wake up|wakes up|finish|"
    r"back|home|here|ready|served|rings|starts|begins|finish work|need to go|have to go|have to leave|must go)(?: back| home| here|"
    r" in| round| over| for (?:dinner|lunch|work|tea))*)"
)
_WHEN = (
    r"(?:tonight|tomorrow(?: morning)?|noon|midday|midnight|lunch(?: ?time)?|dinner(?: ?time)?|breakfast(?: ?time)?|bed(?: ?time)?|"
    r"supper|tea ?time|then|the end of (?:the|this) (?:day|hour|week)|nightfall|"
    r"(?:[0-9]+|five|six|seven|eight|nine|ten|noon)(?: o clock| pm| am)?|this (?:evening|afternoon)|sunset|it gets (?:dark|late)|"
    r"it is (?:dark|late|too late))"
)
_DEADLINE = (
    rf"(?:(?:right |well |long |shortly )?(?:before|by the time(?: that)?) {_WHO} {_COMES}|(?:by|before|in time for) {_WHEN}|"
    rf"within the (?:hour|next (?:few|five|ten) minutes)|before it is too late|(?:some ?time )?(?:today|this morning|this afternoon|"
    rf"this evening)|as soon as you(?: possibly)? can|at the latest)"
)
TIMES = rules(
    (rf" ?,? ?\b{_DEADLINE}(?: at the latest)?(?= [,;.]|$)", ""),
    (rf"^{_DEADLINE} ,? ?(?=[a-z]+ )", ""),
    (rf"{START}(?:after|following) this ,? ?(?:you (?:should |must |can )?)?(?=[a-z]+ )", r"\g<start>then "),
    (rf"^(?P<v>close|shut|turn off|switch off) (?P<d>{GAP}) (?:after|once|when) (?:you have |you )?(?:putting|placing|put|placed|"
     rf"dropping|dropped|laying|laid) (?P<x>{GAP}) "
     r"(?:inside(?: it)?|in|into it|in it|in there|within)$", r"put \g<x> in \g<d> , then \g<v> \g<d>"),
    (rf"^(?P<d>(?:the )?[a-z]+(?: [a-z]+)?) (?:opened|open) ,? ?(?:then |and )?(?P<x>{GAP}) (?:in|inside|into it|in it|in there|"
     rf"goes in) ,? ?(?:and |then |and then )?(?:the )?[a-z]+ (?:closed|shut|closed again|shut again)$",
     r"open \g<d> , then put \g<x> in \g<d> , then close \g<d>"),
    (rf"^(?P<x>(?:the|my|that|this|those) (?:[a-z]+ )?[a-z]+) (?:lies|is|are|lie|stands|stand|sits|sit|s) (?:in|at|"
     rf"on) the wrong (?:place|spot|position|end|side)[^,;.]* ?[,;.] (?:and |but |so )?"
     rf"(?:it|they|that)(?: really)? (?P<m>should|must|has to|have to|needs to|need to|ought to|belongs?|goes?) (?P<r>[^,;.]*?{IN} )",
     r"\g<x> \g<m> \g<r>"),
)  # fmt: skip
"""Deadlines that the robot cannot wait for, and what is done after what."""
WORDS = frozenset([
    "tonight", "tomorrow", "noon", "midday", "midnight", "lunch", "lunchtime", "dinner", "dinnertime", "breakfast", "bedtime", "supper",
    "nightfall", "sunset", "today", "morning", "afternoon", "evening", "guests", "visitors",
])  # fmt: skip
"""Words of deadlines, which are no slips."""
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "next": 50, "then": 50, "afterwards": 50, "last": 99,
        "finally": 99, "at last": 99}  # fmt: skip
_REQUEST = re.compile(rf" {IN} | (?:on|off|open|closed|shut|in)$|^(?:open|close|shut|turn|press|push|give|bring|hand)\b")
_ORDERED = re.compile(rf"^(?P<x>[a-z].*?) (?P<n>{'|'.join(sorted(_NTH, key=len, reverse=True))})$")


def ranked(said: str) -> str:
    """`apple on the plate first. lemon on the tray second. mug in the bowl last.`: one after the other, in the order that is told."""
    parts = re.split(r" ?[,;.] (?:and |then |and then )?| and (?=[^,;.]+ (?:first|second|third|fourth|last)(?: |$))", said)
    found = [_ORDERED.match(p) for p in parts]
    if len(parts) < 2 or not all(found) or found[0] is None:
        return said
    rows = [(_NTH[f["n"]], i, f["x"]) for i, f in enumerate(found) if f is not None]
    if not all(_REQUEST.search(x) for _, _, x in rows) or all(n >= _NTH["next"] for n, _, _ in rows):
        return said
    return " , then ".join(x for _, _, x in sorted(rows))
