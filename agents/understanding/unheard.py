"""Unknown words that the sentence around them explains: a verb of moving by its frame, an adverb, a remark beside the request."""

from __future__ import annotations

from collections.abc import Sequence

from heedful.agents.understanding import lexicon, verbs
from heedful.agents.understanding.chat import BEYOND
from heedful.agents.understanding.normalise import STOPS, tidy
from heedful.agents.understanding.phrases import Phrases
from heedful.agents.understanding.vocabulary import Vocabulary

MATTERS = frozenset({
    "respectively", "partially", "partly", "barely", "hardly", "nearly", "almost", "separately", "jointly", "alternately", "individually",
    "exclusively", "solely", "vertically", "horizontally", "diagonally", "halfway", "reversely", "conversely", "rarely", "scarcely",
    "equally",
    "seemingly", "supposedly", "possibly", "randomly", "symmetrically", "evenly", "centrally", "differently", "oppositely", "similarly",
    "silently", "repeatedly", "constantly", "continuously", "temporarily", "twice", "eventually", "initially", "previously", "formerly",
    "only", "family", "fly", "jelly", "belly", "lily", "doily", "bully", "trolley",
})  # fmt: skip
"""Words like adverbs that say what is wanted, or are none."""
_JOINTS = (*STOPS, "and", "then", "but", "otherwise")
_DETERMINERS = frozenset({"the", "a", "an", "my", "this", "that", "these", "those", "both", "all", "every", "each", "it", "them", "one",
    "two",
                          "three", "some", "any", "everything"})  # fmt: skip
_WHERE = frozenset(
    {"in", "into", "on", "onto", "to", "inside", "next", "beside", "behind", "under", "over", "near", "between", "by", "upon", "atop"}
)
_TURNED = ("ing", "ed", "s", "ly")
_WEIGHTY = frozenset({*verbs.TURNING, *verbs.NOT_YET, "mind", "watch", "avoid", "careful", "touch", "stay", "clear", "until", "when",
    "where",
                      "which", "who", "what", "order", "and", "or", "s"}) | _DETERMINERS | _WHERE  # fmt: skip
_VERBS = frozenset(p.split()[0] for phrases in verbs.VERBS.values() for p in phrases) | frozenset(v.split()[0] for v in verbs.GIVE)


def explained(heard: Sequence[str], unknown: Sequence[str], vocabulary: Vocabulary) -> tuple[list[str], list[str]] | None:
    """The words without unknown ones, and what was made of those; None where one of them stays unexplained."""
    words, told = list(heard), []
    for word in unknown:
        if _broken_off(words, word):
            told.append(f'leaving aside "{word}"')
        elif word.endswith("ly") and word not in MATTERS and len(word) > 4:
            words = tidy([w for w in words if w != word])
            told.append(f'leaving aside "{word}"')
        elif words.count(word) == 1 and _moves(words, words.index(word), vocabulary):
            at = words.index(word)
            over = words[at + 1 : at + 2] == ["over"]
            words[at : at + 1 + over] = ["put"]
            told.append(f'taking "{word}" for "put"')
        elif (rest := _without_remark(words, word, vocabulary)) is not None:
            told.append(f'leaving aside "{word}"')
            words = rest
        elif word in words:
            return None
    return words, told


def _broken_off(words: list[str], word: str) -> bool:
    """Whether a word was broken off and said again, `the lem, the lemon`; then it is taken out."""
    at = words.index(word) if word in words else -1
    again = next((i for i in range(at + 1, min(at + 4, len(words))) if words[i].startswith(word) and len(words[i]) > len(word)), 0)
    if at < 0 or not again or words[at + 1 : again] not in ([], [","], words[at - 1 : at], [",", *words[at - 1 : at]]):
        return False
    del words[
        at if again - at < 2 or not at or words[again - 1] != words[at - 1] else at - 1 : again
        if words[again - 1] in (word, ",")
        else again - 1
    ]
    return True


def _moves(words: Sequence[str], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word stands like a verb of moving: before a thing that is followed by where it goes."""
    word = words[at]
    if word in BEYOND or word.endswith(_TURNED) or (at and words[at - 1] not in _JOINTS) or len(word) < 3:
        return False
    p = Phrases(list(words), vocabulary)
    for themes, end in p.noun_list(at + 1) if at + 1 < len(words) else ():
        for start in {end, *p.phrase(end, ("down", "over", "up", "away", "back", "straight", "out"))}:
            if start < len(words) and words[start] in _WHERE and all(t.category or t.color or t.words in lexicon.PRONOUNS for t in themes):
                return any(
                    place.category or place.words in lexicon.PRONOUNS
                    for i in (start + 1, start + 2, start + 4)
                    if i < len(words)
                    for place, _ in p.noun(i)
                )
    return False


def _without_remark(words: list[str], word: str, vocabulary: Vocabulary) -> list[str] | None:
    """The words without a remark at one of the ends that holds the word and nothing that matters."""
    at = words.index(word) if word in words else -1
    if at < 0:
        return None
    start = max((i + 1 for i in range(at) if words[i] in STOPS), default=0)
    end = next((i for i in range(at, len(words)) if words[i] in STOPS), len(words))
    chunk, rest = words[start:end], tidy([*words[:start], *words[end:]])
    if not rest or (start and end < len(words)) or any(_says(w, vocabulary) for w in chunk if w != word):
        return None
    if not start and rest[0] not in _VERBS:
        return None
    return rest


def _says(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word of a remark may matter."""
    named = (word,) in vocabulary.nouns or (lexicon.singular(word),) in vocabulary.nouns
    return named or word in vocabulary.colors or word in vocabulary.attributes or word in _WEIGHTY or word in _VERBS or word[0].isdigit()
