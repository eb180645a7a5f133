"""Remarks beside a request, left out where nothing else makes sense of the words: reasons, what is told of oneself, what is wrong.

A remark names its subject and says something of it that asks for nothing; what it names may be meant by `it` in the request. Whatever could
be a request, a refusal, a condition, a number of things or a way to do it is never a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from heedful.agents.understanding import complaints, lexicon, verbs
from heedful.agents.understanding.frames import words_in
from heedful.agents.understanding.normalise import STOPS, tidy
from heedful.agents.understanding.phrases import ONE, Phrases
from heedful.agents.understanding.vocabulary import Vocabulary
from heedful.program import Ref

_REASONS = frozenset({"because", "since", "cause", "cos", "coz", "as", "for"})
_REMARK_STARTS = frozenset(words_in((
    "i we he she it they this that these those there somebody someone everybody everyone nobody people who here my our his her",
    "their your mum dad",
)))  # fmt: skip
_BE = frozenset(words_in((
    "is are was were am has have had does do did looks look smells smell seems seem feels feel got gets keeps keep sounds tastes s",
    "can could will might may must",
)))  # fmt: skip
_SAYS = frozenset(words_in((
    "if unless until till while when otherwise except only every both nothing none without avoid careful gently slowly carefully",
    "touch spill tip upright level instead rather sorry actually mean meant scratch wait first last then before after once second",
    "third others rest two three four five six same different should shall needs need want wants wish would please goes go belongs",
    "belong mind whichever whatever either neither half prefer preferably supposed better best like likes hope expect suppose",
    "order ought lives hers its place home spot fewer more less least",
)))  # fmt: skip
"""Words that may say what is wanted; no remark holds one."""
_REFUSES = frozenset({"not", "never", "no", "nor"})
_PRONOUNS = frozenset({"it", "that", "them", "this", "him", "her", "these", "those", "one"})
_OUGHT = frozenset((a, "to") for a in ("has", "have", "had", "got", "is", "are", "was", "were"))
_MAY = frozenset({"must", "could", "may", "might"})
_PLACED = frozenset(
    {"in", "into", "on", "onto", "to", "inside", "next", "beside", "behind", "under", "over", "near", "between", "by", "from", "off"}
)
_HAVING = frozenset({"is", "are", "was", "were", "s", "lies", "sits", "stands", "has", "have"})
_STATES = frozenset({"on", "off", "open", "closed", "shut", "up", "down", "out", "upright"})
_WARNINGS = (["or", "i"], ["or", "we"], ["or", "somebody"], ["or", "someone"])
_DETERMINERS = frozenset({"the", "my", "your", "a", "an", "this", "that", "some", "our", "his", "her"})
_MOVING = (
    frozenset(p.split()[0] for phrases in verbs.VERBS.values() for p in phrases) | frozenset(v.split()[0] for v in verbs.GIVE)
) - {"i", "have", "be", "check", "see", "look"}  # fmt: skip
_PURPOSES_ACTED = frozenset({"put", "place", "light", "switch", "turn", "open", "close", "touch", "move", "stand", "stack", "press"})
"""Verbs after `to` that ask for something themselves."""
LONGEST = 6
"""Chunks of one sentence, at most."""
WORDS = _REASONS | {"so"}


@dataclass(frozen=True, slots=True)
class _Chunk:
    words: list[str]
    joint: list[str]
    """What joins it to the one before."""
    reason: bool = False
    """Whether it is said to be why, or what for."""


def without_asides(heard: Sequence[str], raw: str, vocabulary: Vocabulary) -> Iterator[tuple[list[str], str]]:
    """Versions of the words without remarks, each with what was left aside.

    Args:
      raw: The sentence as it was said.
    """
    for chunks in _divided(list(heard)):
        said = [_remark(c, vocabulary) or ("-" if complaints.remedy(c.words, raw, vocabulary) else "") for c in chunks]
        if not any(said):
            continue
        said = [
            s or (_topic(c, vocabulary) if len(chunks) > 1 and complaints.remedy(chunks[1].words, raw, vocabulary) else "")
            for c, s in zip(chunks, said, strict=True)
        ]
        asked = [c for c, remark in zip(chunks, said, strict=True) if not remark]
        aside = " ".join(" ".join(c.words) for c, remark in zip(chunks, said, strict=True) if remark)
        if asked:
            yield from ((version, aside) for version in _left(chunks, said, vocabulary))
        elif not any({"because", "since", "cause", "cos", "coz"} & {*c.joint} for c in chunks):  # it is so on purpose
            remedies = [r for c in chunks if (r := complaints.remedy(c.words, raw, vocabulary))]
            topic = next((t for c in chunks if (t := _topic(c, vocabulary))), "it").split()
            yield from (([w for x in r for w in (topic if x == "it" else [x])], "") for r in remedies[:1] if len(remedies) == 1)


def _topic(chunk: _Chunk, vocabulary: Vocabulary) -> str:
    """A chunk that is nothing but the name of one thing."""
    found = any(e == len(chunk.words) and r.quantifier == "the" and r.category for r, e in Phrases(chunk.words, vocabulary).noun(0))
    return " ".join(chunk.words) if found and chunk.words[0] in _DETERMINERS else ""


def _divided(words: list[str]) -> Iterator[list[_Chunk]]:
    """The words cut at stops and before reasons; then also where a request begins without either."""
    cuts = [(i, i + 1, False) for i, w in enumerate(words) if w in STOPS]
    for i, w in enumerate(words):
        begins = i == 0 or words[i - 1] in (*STOPS, "and", "but")
        if w in _REASONS and i + 2 < len(words) and (begins or w in ("because", "since", "cause", "cos", "coz")):
            cuts = [c for c in cuts if c[1] != i]
            cuts.append((i - 1 if begins and i else i, i + 1, True))
        elif w == "so" and 0 < i < len(words) - 2:
            cuts = [c for c in cuts if c[1] != i]
            cuts.append((i - (words[i - 1] in STOPS), i + 1 + (words[i + 1] == "that"), True))
    cuts = sorted(set(cuts))
    yield _chunks(words, cuts)
    for i in range(len(words) - 2, 1, -1):
        if (words[i : i + 2] in _WARNINGS or _what_for(words, i)) and not any(start <= i <= end for start, end, _ in cuts):
            yield _chunks(words, sorted([*cuts, (i, i + 1, True)]))
            break
    for i in range(2, len(words) - 1):
        run_on = (
            words[i] in _MOVING | {"bin"}
            and words[i + 1] in _PRONOUNS | {"me"}
            and words[i - 1] not in (*STOPS, "to", "and", "then", "i", "you")
        )
        if run_on and not any(start <= i <= end for start, end, _ in cuts):
            yield _chunks(words, sorted([*cuts, (i, i, False)]))


def _what_for(words: list[str], at: int) -> bool:
    """Whether it is said here what something is done for: `to save energy`, `where nobody finds it`."""
    if words[at] == "where":
        return words[at + 1] in _REMARK_STARTS
    free = words[at + 1] not in _DETERMINERS | _PLACED | _PRONOUNS | _STATES | {
        "me",
        "you",
        "be",
        "us",
        "go",
        "both",
        "all",
        "left",
        "right",
    }
    return (
        words[at] == "to"
        and free
        and words[at - 1] not in ("has", "have", "needs", "is", "want", "like", "ought", "back", "over", "up", "going")
    )


def _chunks(words: list[str], cuts: list[tuple[int, int, bool]]) -> list[_Chunk]:
    edges = [(0, 0, False), *cuts, (len(words), len(words), False)]
    if cuts and cuts[0][0] <= 0:
        edges = edges[1:]
    found = [_Chunk(words[b:c], words[a:b], reason) for (a, b, reason), (c, _, _) in pairwise(edges)]
    found = [f for f in found if f.words]
    return found if 1 <= len(found) <= LONGEST else []


def _left(chunks: list[_Chunk], remarks: list[str], vocabulary: Vocabulary) -> Iterator[list[str]]:
    """What is left without the remarks; what they name is told first where the request needs it."""
    rest: list[str] = []
    named = ""
    for chunk, remark in zip(chunks, remarks, strict=True):
        if remark:
            named = remark if remark != "-" and not _MOVING & {*rest} else named
            continue
        words = chunk.words[1:] if chunk.words[0] in ("so", "and", "but") and not rest else chunk.words
        joint = [w for w in chunk.joint if w not in _REASONS | {"so", "that"}] or [","]
        if rest and named and words[0] in _PLACED and not _MOVING & {*rest}:
            words = ["put", *named.split(), *words]
        rest += [*(joint if rest else []), *words]
    rest = tidy(rest)
    if not rest:
        return
    if named and rest == ["bin"]:
        yield ["bin", *named.split()]
    elif named and any(e == len(rest) and _holds(r) for r, e in Phrases(rest, vocabulary).noun(0)):
        yield ["put", *named.split(), "to", *rest]
    elif named and rest[0] in _PLACED and rest[-2:] == ["with", "it"]:
        yield ["put", *named.split(), *rest[:-2]]
    elif named and rest[0] in _PLACED:
        yield ["put", *named.split(), *rest]
    elif named and (_PRONOUNS | {"there"}) & {*rest}:
        yield ["there", "is", *named.split(), ".", *rest]
    yield rest


_IDIOMS = re.compile(
    r"\b(?:any ?more|in no time|all over|no good|no wonder|at all|all (?:day|night|week|the time|morning)|every "
    r"(?:day|time|night|morning)|at (?:first|last)|in (?:two|three|five|ten|a few) "
    r"(?:minutes|hours|days)|(?:the )?other day|the last time|(?:more|less) than enough|(?:starting |beginning |about )?to go "
    r"(?:off|soft|bad|brown|cold|stale|sour|mouldy)|any longer|too (?:much|many)|so many)(?= |$)"
)
"""Words that say nothing of how many or which."""
_OWNS = re.compile(r"\bbelongs? to (?:my|her|his|our|your|the) [a-z]+\b")
_LATER = re.compile(r"\b(?:need|want|use) (?:it|that|them|this) (?:later|tomorrow|tonight|soon|again|for [a-z ]+|in [a-z ]+|back)$")


def _plain(words: list[str]) -> list[str]:
    """A remark without the figures of speech that would say what is wanted."""
    said = re.sub(r"\b(?:really )?(?:do not|does not|never) (?:really )?(?:like|want to see|enjoy|care for)\b", "hate", " ".join(words))
    said = re.sub(r"\bwould (?:only|just|otherwise)\b", "will", said)
    said = _LATER.sub("use", _OWNS.sub("looks mine", _IDIOMS.sub("", said)))
    return said.split()


def _remark(chunk: _Chunk, vocabulary: Vocabulary) -> str:
    """What a remark names (`-` where it names nothing known); empty where the words may be more than a remark."""
    chunk = replace(chunk, words=_plain(chunk.words) or chunk.words)
    words = chunk.words[1:] if chunk.words[0] in ("and", "so", "but", "well", "oh", "see") and len(chunk.words) > 2 else chunk.words
    if chunk.reason and chunk.joint[-1:] == ["to"] and not _SAYS & {*words} and not _PLACED & {*words} and words[0] not in _PURPOSES_ACTED:
        return "-"
    if len(words) == 1 and not vocabulary.knows(words[0]) and words[0].isalpha():
        return "-"
    if len(words) < 2 or _SAYS & {*words} or any(w[0].isdigit() for w in words):
        return ""
    if any(pair in _OUGHT for pair in pairwise(words)) or (words[0] not in ("i", "we", "she", "he") and _MAY & {*words[:-1]}):
        return ""
    refuses = bool(_REFUSES & {*words})
    if refuses and (
        not (chunk.reason or words[0] in ("i", "we", "she", "he", "nobody")) or (_MOVING - {"stand"}) & {*words} or _PLACED & {*words}
    ):
        return ""
    p = Phrases(words, vocabulary)
    subject = next(((r, e) for r, e in p.noun(0) if r.quantifier in ("the", "a") and not r.where and r.words not in lexicon.PRONOUNS), None)
    named = "-"
    if words[0] in ("what", "why", "who", "how") and len(words) > 2:
        about = [
            (i, e)
            for i in range(1, len(words))
            if words[i] in _DETERMINERS
            for r, e in p.noun(i)
            if r.category not in ("", ONE) and not r.where
        ]
        return " ".join(words[about[0][0] : about[0][1]]) if about else "-"
    if words[0] == "there" and len(words) > 3:
        told = next(((r, e) for r, e in p.noun(2) if r.category not in ("", ONE)), None)
        if told is None:
            return "" if any(_names(w, vocabulary) for w in words[3:]) else "-"
        return " ".join(words[2 : told[1]])
    if subject is not None and words[0] in _DETERMINERS and subject[0].category not in ("", ONE):
        verb = subject[1]
        named = " ".join(words[:verb])
    elif words[0] in _REMARK_STARTS and words[0] not in ("here", "your"):
        owned = next((i for i in range(2, min(len(words), 5)) if words[i] in _BE), 2)
        verb = owned if words[0] in ("my", "our", "his", "their") else 1
        inner = [
            (r, i, e)
            for i in range(1, len(words))
            if words[i] in _DETERMINERS
            for r, e in p.noun(i)
            if r.category not in ("", ONE) and not r.where
        ]
        named = " ".join(words[inner[0][1] : inner[0][2]]) if len({i for _, i, _ in inner}) == 1 else "-"
    elif words[0] in ("is", "was") and words[1] in ("too", "so", "very", "really", "quite", "getting", "a"):
        return "-"
    elif words[0] not in _MOVING and not _names(words[0], vocabulary) and (words[1] in _BE or not _known(words[1], vocabulary)):
        verb = 1
    elif words[0] in ("the", "my") and len(words) > 3 and not _known(words[1], vocabulary):
        verb = 2
    elif chunk.reason and words[0] not in _MOVING:
        verb = 1
    else:
        return ""
    if verb >= len(words) or not _says_of(words, verb, vocabulary):
        return ""
    return named


def _says_of(words: list[str], verb: int, vocabulary: Vocabulary) -> bool:
    """Whether something is said of a subject that asks for nothing: no place for it, no state alone, no quality that tells which is "
    "meant."""
    word = words[verb]
    if word in _PLACED | _STATES | {"and", "or", "of", "with"} or word in STOPS or ((word,) in vocabulary.nouns and word not in _BE):
        return False
    rest = words[verb + 1 :]
    if (
        words[0] in ("it", "that", "this", "they")
        and word in ("is", "was", "s")
        and any(w in vocabulary.colors or w in ("one", "ones") for w in rest)
    ):
        return False
    p = Phrases(words, vocabulary)
    placed = [i for i in range(verb, len(words) - 1) if words[i] in _PLACED - {"by", "from", "off", "over", "to"} and _place(p, i + 1)]
    return not placed or word in _HAVING or words[0] in ("i", "we", "he", "she", "they")


def _place(p: Phrases, at: int) -> bool:
    return any(_holds(r) for r, _ in p.noun(at))


def _holds(ref: Ref) -> bool:
    return bool(ref.category) and (ref.category in ("plate", "tray", "table") or lexicon.is_a(ref.category, "container"))


def _names(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word names a thing, a quality or a place, so that it may begin what is wanted."""
    named = (word,) in vocabulary.nouns or (lexicon.singular(word),) in vocabulary.nouns or (word,) in vocabulary.prepositions
    return named or word in vocabulary.colors or word in vocabulary.attributes or word in _DETERMINERS | _PLACED | _STATES


def _known(word: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.knows(word)
