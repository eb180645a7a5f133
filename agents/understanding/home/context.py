"""What is told before or after a request: why it is made, what has happened, whom it helps. It names what the request speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.home.disliking import disliked, instead
from heedful.agents.understanding.home.doing import GERUNDS, TAILS as DONE_FOR
from heedful.agents.understanding.home.kinds import kinds_of
from heedful.agents.understanding.home.mending import put_right
from heedful.agents.understanding.home.phrasing import NEEDS, UNNAMED
from heedful.agents.understanding.phrases import Phrases
from heedful.agents.understanding.vocabulary import Vocabulary

STOPS = frozenset({",", ".", ";"})
ARTICLES = frozenset(
    {"a", "an", "the", "some", "one", "two", "three", "both", "all", "my", "your", "this", "that", "these", "those", "every", "each"}
)
HOW = frozenset({"how", "hw", "hwo", "ho", "hows", "what"})
TELLS = frozenset({
    "i", "we", "my", "our", "it", "there", "he", "she", "they", "someone", "somebody", "today", "since", "because", "that", "this", "oh",
    "oops", "what", "so", "as", "after", "for", "in", "looks", "seems", "the", "im", "ive", "a", "an", "sorry", "unfortunately",
})  # fmt: skip
"""What a sentence that only tells something begins with."""
TURNS = frozenset(
    {"not", "never", "no", "except", "but", "without", "if", "unless", "instead", "only", "rather", "otherwise", "until", "dont"}
)
"""A sentence with one of these changes what is asked for, and is never left aside."""
PURPOSE_OF_ALL = ways(
    "set_up|prepare|create|rearrange|decorate|organize|organise|make|arrange|tidy_up|clean_up|tidy|clean|get_ready|get|redecorate"
    "|exchange"
    "|reorganize|brighten|turn|transform|set", "move|put|exchange|swap some|these|the|my objects|items|things|toys|stuff|belongings",
)  # fmt: skip
"""What a sentence begins with that says what it is all for, before others that say what to do."""
DOINGS = {"placing": "place", "putting": "put", "moving": "move", "bringing": "bring", "setting": "set", "adding": "put"}
TAILS = ways("so [that] i|we|it|they|you", "in order to", "because", "since", "as i|we", "to help [me]", "to remind", "for my|our|the|a")
"""What a reason begins with, at the end of a sentence."""


def variants(words: list[str], vocabulary: Vocabulary) -> Iterator[tuple[list[str], str]]:
    """The request alone, the fullest first: what was told is turned into its topic, or left aside. With each what was left aside."""
    for request, aside in _requests(words, vocabulary):
        yield request, aside
        plain, unknown = _without_adjectives(request, vocabulary)
        if unknown:
            yield plain, ". ".join(filter(None, [aside, *unknown]))


def _without_adjectives(words: list[str], vocabulary: Vocabulary) -> tuple[list[str], list[str]]:
    """The words without those that nobody knows between an article or adjective and a noun, and what these were: `the clawfoot bathtub`."""
    kept, unknown = list[str](), list[str]()
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        described = (
            before in ARTICLES or before in vocabulary.attributes or before in vocabulary.colors or (unknown and before == unknown[-1])
        )
        after = [tuple(words[at + 1 : at + 1 + n]) for n in range(1, 4)]
        known = any(p in vocabulary.nouns for p in after) or (at + 1 < len(words) and not vocabulary.knows(words[at + 1]))
        if not vocabulary.knows(word) and word not in STOPS and described and known:
            unknown.append(word)
        else:
            kept.append(word)
    return kept, unknown


def _requests(words: list[str], vocabulary: Vocabulary) -> Iterator[tuple[list[str], str]]:
    """The request alone, its words as they are."""
    words = _asked(words)
    words = [w for n, w in enumerate(words) if not (w == "also" and words[n - 1 : n] in ([], ["."]))]
    words = [w for n, w in enumerate(words) if not (w == "," and words[n - 1 : n] in ([], ["."]))]
    words = [GERUNDS.get(w, w) if n == 0 or words[n - 1] in (*STOPS, "and", "then") else w for n, w in enumerate(words)]
    yield words, ""
    for at in range(2, len(words)):
        if any(tuple(words[at:]) == tuple(t.split()) for t in DONE_FOR):
            yield words[:at], " ".join(words[at:])
    yield from _told(words, vocabulary)
    yield from _announced(words)


def _asked(words: list[str]) -> list[str]:
    """Without `how would you`, slips of the pen and all."""
    if len(words) > 3 and words[2] == "you" and words[0] in HOW and get_close_matches(words[1], ("would", "could", "do", "can"), 1, 0.6):
        return words[3:]
    return words


def _told(words: list[str], vocabulary: Vocabulary) -> Iterator[tuple[list[str], str]]:
    """What is told before the request, as what it needs, as its topic, or left aside."""
    parts = _parts(words)
    told = next((n for n, p in enumerate(parts) if not _tells(p)), len(parts))
    for need in _need(parts[:-1] if len(parts) > 1 else parts[:told], parts[-1:] if len(parts) > 1 else parts[told:]):
        yield need, ""
    for meant in put_right(parts[:-1], parts[-1:]):
        yield meant, ""
    barred = next((n for n, p in enumerate(parts) if not _tells(p) and not disliked(p)), len(parts))
    if 0 < barred < len(parts) and (rather := instead(parts[:barred], _after_parts(words, barred))):
        yield rather, ". ".join(" ".join(p) for p in parts[:barred])
    if not 0 < told < len(parts) or any(w in TURNS for p in parts[:told] for w in p):
        return
    rest = _after_parts(words, told)
    for topic in _topics([w for p in parts[:told] for w in (*p, ",")], vocabulary):
        yield ["as", "for", *topic, ",", *rest], ""
    yield rest, ". ".join(" ".join(p) for p in parts[:told])


def _after_parts(words: list[str], told: int) -> list[str]:
    """The words after so many stretches between stops, their own stops among them."""
    at = seen = 0
    while seen < told and at < len(words):
        at += 1
        if at < len(words) and words[at] in STOPS and words[at - 1] not in STOPS:
            seen += 1
    while at < len(words) and words[at] in STOPS:
        at += 1
    return words[at:]


def _announced(words: list[str]) -> Iterator[tuple[list[str], str]]:
    """`set up a play area in the living room. Place …`: without what it is all for, and without what is only told at the end."""
    sentences = [s for s in _sentences(words) if s]
    aside: list[list[str]] = []
    first = sentences[0] if sentences else []
    for at in range(3, len(first) - 1):
        if first[at] == "by" and first[at + 1] in DOINGS and _heads(first):
            yield _joined([[GERUNDS.get(first[at + 1], DOINGS[first[at + 1]]), *first[at + 2 :]], *sentences[1:]]), _quoted([first[:at]])
    while len(sentences) > 1 and (_heads(sentences[0]) or _tells(sentences[0])) and not TURNS & set(sentences[0]):
        aside.append(sentences.pop(0))
        yield _joined(sentences), _quoted(aside)
    while len(sentences) > 1 and _tells(sentences[-1]) and not TURNS & set(sentences[-1]):
        aside.append(sentences.pop())
        yield _joined(sentences), _quoted(aside)
    for at in range(3, len(sentences[-1]) if len(sentences) == 1 else 0):
        tail = sentences[0][at:]
        if any(tail[: len(t)] == t for t in map(str.split, TAILS)) and not TURNS & set(tail):
            yield sentences[0][:at], _quoted([*aside, tail])


def _sentences(words: list[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for word in words:
        if word == ".":
            found.append([])
        else:
            found[-1].append(word)
    return found


def _joined(sentences: list[list[str]]) -> list[str]:
    return [w for s in sentences for w in (*s, ".")][:-1]


def _quoted(aside: list[list[str]]) -> str:
    return ". ".join(" ".join(s) for s in aside)


def _heads(sentence: list[str]) -> bool:
    """Whether a sentence says what it is all for."""
    begun = sentence[1:] if sentence[:1] == ["first"] else sentence
    return any(begun[: len(h)] == h for h in map(str.split, PURPOSE_OF_ALL))


def _parts(words: list[str]) -> list[list[str]]:
    """What stands between stops."""
    parts: list[list[str]] = [[]]
    for word in words:
        if word in STOPS:
            parts.append([])
        else:
            parts[-1].append(word)
    return [p for p in parts if p]


def _tells(part: list[str]) -> bool:
    """Whether a sentence tells something, rather than asks for it."""
    asks = part[:2] in (["i", "want"], ["i", "need"], ["we", "need"], ["i", "have"], ["i", "get"]) or part[:3] == ["i", "would", "like"]
    return (part[0] in TELLS and not asks) or any(
        part[1 : 1 + len(v)] == v or part[2 : 2 + len(v)] == v for v in (["is", "my"], ["are", "my"])
    )


def _need(told: list[list[str]], rest: list[list[str]]) -> Iterator[list[str]]:
    """`I am thirsty, bring me something`: something to drink is wanted."""
    asked = " ".join(w for p in rest for w in p)
    for part in told:
        said = " ".join(part)
        cleans = "something to clean it" if part[0] in ("clean", "wipe", "mop") else ""
        wanted = (
            cleans
            if cleans and asked in UNNAMED
            else next((w for n, w in NEEDS.items() if said == n or said.endswith(f" {n}") or said.startswith(f"{n} ")), "")
        )
        if wanted and (not asked or asked in UNNAMED):
            yield ["bring", "me", *wanted.split()]


def _topics(words: list[str], vocabulary: Vocabulary) -> Iterator[list[str]]:
    """The things that were told of: the longest list of them, then each."""
    reader = Phrases([w if vocabulary.knows(w) or w in STOPS else "…" for w in words], vocabulary)
    at, spans = 0, list[tuple[int, int]]()
    while at < len(words):
        ends = [e for refs, e in reader.noun_list(at) if any(r.category or r.where for r in refs)]
        if ends and reader.words[at] not in STOPS:
            spans.append((at, max(ends)))
            at = max(ends)
        else:
            at += 1
    kinds = {span: {r.category for refs, e in reader.noun_list(span[0]) if e == span[1] for r in refs} for span in spans}
    general = {s for s in spans for t in spans if s != t and any(k in kinds_of(c) for k in kinds[s] for c in kinds[t])}
    for start, end in sorted(spans, key=lambda s: s in general):  # `my favorite fruit is an apple`: the apple first
        yield words[start:end]
