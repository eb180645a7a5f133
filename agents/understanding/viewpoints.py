"""Where the person who speaks is, and as whom left and right are meant, in whatever words."""

from __future__ import annotations

import re

from heedful.agents.understanding.unwrapping import rules

_SITTING = (
    r"(?:(?:i am|i m|i|we are|we)(?: now| currently| right now)? (?:sitting|seated|standing|sat|stood|at|now|sit|stand|located|"
    r"positioned|working)|i am|my (?:chair|seat|desk|place) is|i have my seat)(?: right now| at the moment| at present)?"
)
_MINE = (
    r"(?:my (?:own )?(?:seat|chair|place|position|spot|elbow|body|stomach|belly|end of the table|edge of the table|side of the table|"
    r"side|end))"
)
_NEAR = (
    r"(?:(?:nearest|closest|nearer|closer|next|near|close|furthest|farthest|further|farther)(?: away)?(?: to| from| by)?|"
    r"far(?: away)? from|away from)"
)
_SEEN = (
    r"(?:(?:as|the way|like) i (?:see|look at) (?:it|things|them)|(?:seen |viewed |looking |as seen |speaking )?from (?:where i (?:am|"
    r"sit|stand|am sitting|am standing)|my (?:side|seat|chair|point of view|perspective|view|"
    r"viewpoint|end|position|place|angle)(?: of the table)?|over here|here)|in my view|from me)"
)
_SIDE = re.compile(r"\b(?:(?:to|on|at) (?:the|its) (?:left|right)(?: hand)?(?: side)?(?: of (?:the|my|a|that) [a-z]+(?: [a-z]+)??)?|"
r"(?:left|right)most [a-z]+|(?:left|right) (?:of the [a-z]+(?: [a-z]+)??|block|mug|can|one|bowl|plate)|(?:in front of|behind) (?:the|"
r"my|a|that) [a-z]+(?: [a-z]+)??)"
    r"(?= (?:in|on|into|onto|to|goes|is|should|must|next|and|put|belongs|has)\b| [,;.]|$)")  # fmt: skip
PLACES = rules(
    (rf"\b(?P<n>{_NEAR}) where {_SITTING}(?= |$)", r"\g<n> me"),
    (rf"\b(?P<n>(?:nearest|closest|furthest|farthest)(?: away)?)(?P<t> to| from)? {_MINE}(?= |$)",
     lambda m: f"{m['n']}{m['t'] or ' to'} me"),
    (r"\b(?P<n>nearest|closest) (?P<w>me|you|us)\b", r"\g<n> to \g<w>"),
    (r"\b(?:over )?(?:to|on|at) my (?P<s>left|right)(?: hand)?(?: side)?(?= ,| (?:put|goes|should|must)| [,;.]|$)", r"to my \g<s>"),
)  # fmt: skip
"""Where the person is, said plainly."""
_FIRST = re.compile(rf"^{_SEEN} ,? ?(?P<r>.+)$")
_THERE_IS = re.compile(
    r"^(?:one|a|there is a|there is one) (?P<n>[a-z]+(?: [a-z]+)??) (?:(?:is|lies|sits|stands|that is) )?(?P<p>(?:to|on|in|behind|"
    r"next)\b[^,;.]+) [,;.] (?P<v>[a-z]+(?: me| up)?) (?:it|that|that one)\b(?P<r>.*)$"
)


def as_i_see_it(said: str) -> str:
    """`as i see it, the block to the left of the plate …`: said after the side that is seen so."""
    if not (found := _FIRST.match(said)):
        return said
    rest = found["r"]
    if told := _THERE_IS.match(rest):
        return f"{told['v']} the {told['n']} that is {told['p']} as i see it{told['r']}"
    sides = list(_SIDE.finditer(rest))
    if len(sides) != 1:
        return said
    end = sides[0].end()
    return f"{rest[:end]} as i see it{rest[end:]}"
