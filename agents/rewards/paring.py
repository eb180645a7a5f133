"""What is said around a request and is no part of it: exclamations, whom it is said to, why, small talk; and the same in plainer words.

Words are cut at their marks into clauses. One is left out only where nothing in it could change what is asked: it names nothing that is
here, no number, way or degree, and no act; or it states how things are. What somebody must or must not, and on what it hangs, always
stays, so that a sentence that denies or conditions something is never read without that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from heedful.agents.corrections.covering import JOINTS, SMALL, TURNING, Cover
from heedful.agents.corrections.words import listed
from heedful.agents.rewards.beside import ALONE_SAID, LEADING, TRAILING, UNDOABLE, WHY
from heedful.agents.rewards.doings import DOING, DONE, VERBS
from heedful.agents.rewards.phrases import ASIDE, MENTION, WITH
from heedful.agents.rewards.plainer import PLAINER, TOLD
from heedful.agents.rewards.slots import TAPS
from heedful.agents.rewards.things import spoken
from heedful.agents.rewards.wording import versions
from heedful.agents.understanding.frames import words_in
from heedful.agents.understanding.household import THINGS
from heedful.agents.understanding.unwrapping import Rules
from heedful.skills.rewards import Names

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
    rf"(?: [a-z]+)+|(?:it|they|that|this|these|those|who|which) {_IS}\b.*|you {_IS}(?: not)? [a-z]+ing(?: [a-z]+){{0,4}}|{_ANY} {_IS} .+"
)
"""A clause that tells how things are."""
_ARROW = re.compile(r"\s*(?:->|=>|→|⇒|>>)\s*")
_TOLD_OF = re.compile(
    r"(?:can not|cannot|one|nobody|no one|someone|somebody|people|who|i|we|there|see|look|look at|show(?=.* who))\b(?! (?:want|need|"
    r"wish))"
)
_BOTH = re.compile(r"(?:the )?((?:red |blue )?[a-z]+) and (?:the )?((?:red |blue )?[a-z]+) (?:are|were|look|have|sit|stand)\b")
_COLOURS = frozenset({"red", "blue", "green", "yellow", "drawer", "faucet", "door"})
_SO = re.compile(
    r"(?:so|so that|because|cause|coz|since|as|for|in case|lest|otherwise|or else|that way) (?:i|we|he|she|they|people|everyone|nobody|"
    r"the|my|our|a|some|there|it)\b.*"
)
"""A clause that tells why."""
_ABOUT_IT = re.compile(r"^(?:it|they|that|this|these|those|you)\b.*\b(?:too|so|enough|more|less|[a-z]{3,}er|not [a-z]+)$")
_RHETORIC = re.compile(
    r"^\W*(?:are we|is this|is that|is it|am i|are you|do i look|did i|have you|do you|does this|what (?:do|did) (?:you|i)|what are you|"
    r"what is this|what s this|what s that|where is the fire|why so|who said|do we|have we|ready|know what|guess what|remember me|really|"
    r"seriously|huh|what|you call that|you know what)\b[^?]*\?+\s*(?=\w)",
    re.IGNORECASE,
)
"""A question that wants no answer, before what is asked for. A question about a thing that is here is none of them."""
_IT = re.compile(r"\b(?:it|them|him|her)\b")
UNSURE = listed(
    "tomorrow yesterday later tonight morning hour hours minute minutes soon often ever almost nearly hardly barely pretend imagine "
    "suppose "
    "avoid refuse prevent hate dislike dread forbid fear forbidden against danger dangerous careful stop cancel abort undo anything "
    "nothing "
    "none neither but else other another every whichever whatever wherever maybe might may should shall must need want wish who what where "
    "which why how nobody noone nowhere refrain did does was were had been already ago last next again still yet even"
)
"""Words that may say when, or that it is not to be; left over, they make the rest unsure."""
LONGEST = 4
"""Words of the longest clause without a verb that is left out."""


def without_rhetoric(text: str) -> str:
    """A text without a question before it that wants no answer: `are we at a funeral? faster!`."""
    text = _ARROW.sub(" to ", text)
    found = _RHETORIC.match(text)
    if found is None or re.search(r"\b(?:the|this|that|my) (?!way)\w+|\b(?:if|can you|could you|will you)\b", found[0], re.IGNORECASE):
        return text
    return text[found.end() :]


def wordings(words: list[str], scene: Sequence[str], further: Sequence[Rules]) -> Iterator[list[str]]:
    """Words as they stand, in other wordings, and those again without what is said around them; each once."""
    tried: set[tuple[str, ...]] = set()
    for less in chain([words], around(words, frozenset(words_in(scene)))):
        for said in versions(less, further):
            if tuple(said) not in tried:
                tried.add(tuple(said))
                yield said


def nearly(made: Cover, words: Sequence[str], names: Names) -> bool:
    """Whether one thing is understood, and what is left over could not change it, nor tell where."""
    told = [p.part.kind for p in made.placed if p.part.kind not in (ASIDE, MENTION, WITH)]
    scene = frozenset(words_in(spoken(names)))
    few = len(made.unexplained) <= max(LEAST, made.said)
    if len(told) != 1 or made.said < 2 or not few or not all(harmless(w, scene) for w in made.unexplained):
        return False
    places = {m[1] for m in _PLACE.finditer(" ".join(words))}
    return places.isdisjoint(w for w in made.unexplained if w not in SMALL)


_PLACE = re.compile(
    r"\b(?:in|into|inside|on|onto|to|at|with|from|under|of|off|over|behind|by|near|beside|between|through|using)"
    r" (?:the |a |an |my |our |your |his |her |that |this )?([a-z]+)\b"
)
"""A word that tells where, or with what."""
LEAST = 5
"""Words that may be left over beside ever so little that is understood."""


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
    if _SO.fullmatch(clause) or (words[0] in ("like", "as") and len(words) > 1 and words[1] not in ("fast", "high", "soon", "far", "you")):
        return True
    if STATEMENT.fullmatch(clause):
        return not _ABOUT_IT.match(clause)
    if {"not", "no", "nor", "cannot", "nothing"} & set(words) or words[0] in UNDOABLE:
        return False
    return len(words) <= LONGEST and MATTERS.isdisjoint(words)


def put_off(said: str) -> str:
    """Why what is said cannot be done now, whatever it asks for: nobody shall do it, or it is for later; empty otherwise."""
    if _NOBODY.search(said):
        return "that says what nobody shall do; say what shall be done"
    return "I do at once what is asked; say it when it is time" if _LATER.search(said) else ""


_NOBODY = re.compile(
    r"\b(?:nobody|no one|noone|none of (?:you|us)|refrain)\b(?: [a-z]+)? (?:should|must|may|can|shall|is|ought|gets|from)\b|"
    r"\b(?:dinnae|dinna|dunnae|didnae|shouldnae|mustnae|wouldnae)\b"
)
_LATER = re.compile(r"\bin (?:[a-z]+|\d+) (?:minutes|hours|days)\b|\btomorrow\b|\bat (?:noon|midnight|[a-z]+ o ?clock)\b")


def harmless(word: str, scene: frozenset[str]) -> bool:
    """Whether a word that was not understood says nothing that could change the rest: no number, way, act, thing or denial."""
    if word in SMALL or word in JOINTS:
        return True
    bare = word.removesuffix("s")
    if word[0].isdigit() or word in TURNING or word in UNSURE or {word, bare} & (MATTERS | UNDOABLE | TAPS | scene) or MUST.fullmatch(word):
        return False
    return not {word, bare} & OBJECTS


OBJECTS = frozenset(w for name in THINGS for w in name.split()) - {"light", "top"}
"""Words that name things which there could be."""


def _spoken_of(clauses: Sequence[str], scene: frozenset[str]) -> list[str]:
    """Without what is stated of a thing, which takes the place of `it` in the clause after: `the bottle fell over, stand it up`."""
    kept: list[str] = []
    thing = ""
    for at, clause in enumerate(clauses):
        later = " ".join(clauses[at + 1 : at + 2])
        named = _named(clause, scene)
        if named and not MUST.search(clause) and _IT.search(later):
            thing = named
        elif thing and _IT.search(clause):
            kept.append(_IT.sub(f"the {thing}", clause, count=1))
            thing = ""
        else:
            kept.append(clause)
    return kept


def _named(clause: str, scene: frozenset[str]) -> str:
    """The one thing of which a clause tells something; empty where it asks for something, or tells of several."""
    both = _BOTH.match(clause)
    if both and {both[1].split()[-1], both[2].split()[-1]} <= scene:
        return f"{both[1]} and the {both[2]}"
    words = clause.split()
    here = [i for i, w in enumerate(words) if w in scene or w in TAPS]
    if not here or here[-1] - here[0] >= 2 or (here[-1] != here[0] and words[here[0]] not in _COLOURS):
        return ""
    tells = _TOLD_OF.match(clause) or re.match(r"(?:is|was|has|s|fell|keeps|looks|rolled|got|just)\b", " ".join(words[here[-1] + 1 :]))
    first = words[0] in ("the", "that", "this", "my", "our", "your") or here[0] == 0 or _TOLD_OF.match(clause)
    return " ".join(words[here[0] : here[-1] + 1]) if tells and first else ""


def _same(said: str, table: Rules) -> str:
    for _ in range(4):
        made = said
        for frame, plain in table:
            made = " ".join(frame.sub(plain, made).split()).strip(" ,")
        if made == said or not made:
            return said
        said = made
    return said
