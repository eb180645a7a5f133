"""What is said around a request and is no part of it: exclamations, whom it is said to, why, small talk; and the same in plainer words.

Words are cut at their marks into clauses. One is left out only where nothing in it could change what is asked: it names nothing that is
here, no number, way or degree, and no act; or it states how things are. What somebody must or must not, and on what it hangs, always
stays, so that a sentence that denies or conditions something is never read without that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from heedful.agents.rewards.doings import DOING, DONE, VERBS
from heedful.agents.rewards.plainer import ALONE_SAID, LEADING, PLAINER, TOLD, TRAILING, UNDOABLE, WHY
from heedful.agents.rewards.slots import TAPS
from heedful.agents.understanding.unwrapping import Rules

_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety hundred half third "
    "quarter twice once double triple halve zero"
)
_WAYS = (
    "left right up down forward forwards backward backwards back front rear hind north south east west clockwise anticlockwise ahead "
    "sideways over under off on in out away round around upside upright aside inside onto into above below beside behind between"
)
_DEGREES = (
    "high low fast slow quick slowly quickly far near close higher lower faster slower quicker further farther nearer closer wider "
    "smaller bigger taller deeper more less most least bit little lot much enough too open closed shut ajar wide gentle gently softly "
    "careful carefully smooth smoothly steady steadily balance steeper flatter flat straight tall short long longer shorter harder softer "
    "gentler smoother again still same other opposite instead both all another each alternately speed pace height distance angle"
)
_PARTS = "paw paws foot feet leg legs nose head tail bottom rump chest body torso back belly shoulders hips hand gripper fingers claw arm"
MATTERS = frozenset({*f"{_NUMBERS} {_WAYS} {_DEGREES} {_PARTS}".split(), *VERBS, *DOING, *DONE})
"""Words of which any may change what is asked."""
MUST = re.compile(
    r"\b(?:should|shall|must|may|might|need to|needs to|have to|has to|had to|ought|supposed|allowed|if|unless|until|when|whenever|never|"
    r"without|except|only|instead|or|neither|nor|before|after|let|do not|does not need|want|wants|need|needs|would like|wait)\b"
)
"""What makes a statement say how things are to be, or when."""
_IS = (
    r"(?:is|are|was|were|am|has|have|had|will|would|can|could|does|did|s|looks?|seems?|keeps?|feels?|hurts?|got|gets|smells?|sounds?|"
    r"says?|said|likes?|loves?|hates?|sleeps?|breaks?|bruises?|spills?|burns?|thinks?|knows?|makes?|comes?|goes)"
)
_ANY = r"(?!(?:you|it|they|that|this|them|not|do|no|and)\b)(?:the|my|our|your|his|her|their|a|an|some|that|this|those)?(?: ?[a-z]+){1,3}?"
STATEMENT = re.compile(
    rf"(?:i|we|he|she|people|everyone|everybody|everything|someone|somebody|nobody|nothing|one|there)\b(?! (?:want|need|wish|command|ask))"
    rf"(?: [a-z]+)+|(?:it|they|that|this|these|those|who|which) {_IS}\b.*|you {_IS}(?: not)? [a-z]+ing(?: [a-z]+)?|{_ANY} {_IS} .+"
)
"""A clause that tells how things are."""
_ABOUT_IT = re.compile(r"^(?:it|they|that|this|these|those|you)\b.*\b(?:too|so|enough|more|less|[a-z]{3,}er|not [a-z]+)$")
_IT = re.compile(r"\b(?:it|them|him|her)\b")
LONGEST = 4
"""Words of the longest clause without a verb that is left out."""


def around(words: Sequence[str], scene: frozenset[str]) -> Iterator[list[str]]:
    """What is left of some words without what is said around them, in plainer words; the nearest first.

    Args:
      scene: Words that name what is here.
    """
    said = " ".join(words)
    found: list[str] = [said]
    plain = _same(said, PLAINER)
    found += [plain, *_pared(said, scene), *_pared(plain, scene)]
    for one in list(found):
        found += [_same(t, PLAINER) for t in (_same(one, TOLD), _same(one.replace(" , ", " "), TOLD))]
    yield from (f.split() for f in dict.fromkeys(found) if f and f != said)


def _pared(said: str, scene: frozenset[str]) -> list[str]:
    """Without what is said around: the edges first, then reasons within a clause, then whole clauses."""
    found = []
    for table in ((*LEADING, *TRAILING), (*LEADING, *TRAILING, *WHY)):
        made = _same(said, list(table))
        made = _same(", ".join(_spoken_of(_kept(made.split(" , "), scene), scene)).replace(", ", " , "), list(table))
        found.append(made)
    return found


def _kept(clauses: Sequence[str], scene: frozenset[str]) -> list[str]:
    return [c for c in clauses if not beside(c.strip(" ,"), scene)]


def beside(clause: str, scene: frozenset[str]) -> bool:
    """Whether nothing in a clause could change what is asked."""
    words = clause.split()
    if not words:
        return True
    if any(w in scene or w in TAPS or w.removesuffix("s") in scene for w in words):
        return False
    if ALONE_SAID.fullmatch(clause):
        return True
    if any(w[0].isdigit() for w in words) or MUST.search(clause):
        return False
    if STATEMENT.fullmatch(clause):
        return not _ABOUT_IT.match(clause)
    if {"not", "no", "nor", "cannot", "nothing"} & set(words) or words[0] in UNDOABLE:
        return False
    return len(words) <= LONGEST and MATTERS.isdisjoint(words)


def _spoken_of(clauses: Sequence[str], scene: frozenset[str]) -> list[str]:
    """Without what is stated of a thing, which takes the place of `it` in the clause after: `the bottle fell over, stand it up`."""
    kept: list[str] = []
    thing = ""
    for at, clause in enumerate(clauses):
        named = re.match(r"(?:(?:the|that|this|my|our|your) )?((?:[a-z]+ )??[a-z]+) (?:is|was|has|s|fell|keeps|looks|rolled|got|just)\b", clause)
        later = " ".join(clauses[at + 1 :])
        if named and named[1].split()[-1] in scene and not MUST.search(clause) and _IT.search(later) and _few(clause, scene):
            thing = named[1]
        elif thing and _IT.search(clause):
            kept.append(_IT.sub(f"the {thing}", clause, count=1))
            thing = ""
        else:
            kept.append(clause)
    return kept


def _few(clause: str, scene: frozenset[str]) -> bool:
    """Whether a clause names one thing only."""
    return len([w for w in clause.split() if w in scene or w in TAPS]) <= 2  # noqa: PLR2004  red cube


def _same(said: str, table: Rules) -> str:
    for _ in range(4):
        made = said
        for frame, plain in table:
            made = " ".join(frame.sub(plain, made).split()).strip(" ,")
        if made == said or not made:
            return said
        said = made
    return said
