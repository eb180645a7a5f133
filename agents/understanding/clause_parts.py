"""Where clauses begin and end, and what nouns and adjectives stand in them: what the ways to say the same share."""

from __future__ import annotations

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.phrases import Phrases
from heedful.program import Ref


def starts(words: list[str]) -> list[int]:
    return [0, *(i + 1 for i, w in enumerate(words) if w in (".", ";") and i + 1 < len(words))]


def sentence_end(words: list[str], at: int) -> int:
    return next((i for i in range(at, len(words)) if words[i] in (".", ";")), len(words))


def comma(words: list[str], at: int) -> int:
    return at + 1 if words[at : at + 1] == [","] else at


def _several(ref: Ref) -> bool:
    return (ref.quantifier in ("all", "no") and ref.words not in lexicon.SEVERAL) or (ref.quantifier == "a" and (ref.count or 1) > 1)


def _mass(ref: Ref) -> bool:
    return ref.quantifier == "the" and bool(ref.category) and lexicon.group(ref.category)


def any_several(p: Phrases, at: int, end: int) -> bool:
    return any(_several(r) or _mass(r) for i in range(at, end) for r, _ in p.noun(i))


def adjectives(p: Phrases, at: int) -> tuple[list[list[str]], int]:
    """`green or blue`, `big`: adjectives that stand here, and where they end."""
    found: list[list[str]] = []
    end = at
    while end < len(p.words) and adjective(p, p.words[end]):
        found.append([p.words[end]])
        at = end + 1
        end = next(iter(p.phrase(at, (", and", ", or", "or", "and", "nor", ","))), len(p.words))
    return found, at


def adjective(p: Phrases, word: str) -> bool:
    return word in p.vocabulary.colors or word in p.vocabulary.attributes


def joined(parts: list[list[str]]) -> list[str]:
    return [w for i, part in enumerate(parts) for w in ([*(["and"] if i else []), *part])]


def noun_word(p: Phrases, at: int, end: int) -> str:
    """The noun among some words."""
    return next((w for w in reversed(p.words[at:end]) if (w,) in p.vocabulary.nouns or (lexicon.singular(w),) in p.vocabulary.nouns), "")
