"""What was said to a moving robot as plain tokens: contractions written out, stammering and slips of the pen mended, marks as commas."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

from heedful.agents.corrections.words import LONGEST, listed
from heedful.agents.understanding.english import english
from heedful.agents.understanding.lexicon import singular
from heedful.agents.understanding.normalise import CONTRACTIONS
from heedful.agents.understanding.slips import mended
from heedful.agents.understanding.vocabulary import VOCABULARY

_TOKEN = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+(?:'[^\W\d_]+)?|[%°\"]|[.!?,;:…\n]|[-\u2013\u2014]{2,}|(?<=\s)[-\u2013\u2014](?=\s)")
_STAMMER = re.compile(r"\b(\w{1,3})(?:-\1)*-(?=\1)")
_MORE = {
    "you'll": "you will", "we'll": "we will", "that'll": "that will", "they'll": "they will", "he'll": "he will", "she'll": "she will",
    "it'll": "it will", "itll": "it will", "youll": "you will", "ill": "i will", "couldnt": "could not", "wouldnt": "would not",
    "shouldnt": "should not", "mustnt": "must not", "who're": "who are", "it're": "it is", "he's": "he is", "she's": "she is",
    "'til": "until", "til": "until", "till": "until", "'em": "them", "em": "them", "its": "its", "c'mon": "come on", "okey": "ok",
    "o.k.": "ok", "k": "ok", "okay": "ok", "alright": "ok", "yea": "yeah", "ye": "yes", "ur": "your", "r": "are", "nah": "no", "nope": "no",
    "noo": "no", "nooo": "no", "naw": "no", "yup": "yes", "yep": "yes", "cmon": "come on", "kinda": "a bit", "lil": "little",
    "wee": "little", "dunno": "do not know", "outta": "out of", "sth": "something", "abit": "a bit", "alot": "a lot", "infront": "in front",
    "upto": "up to", "ontop": "on top", "incase": "in case", "dontcha": "do not you", "didya": "did you", "howcome": "how come",
    "outa": "out of", "nevermind": "never mind", "forgetit": "forget it", "litle": "little", "lttle": "little", "teh": "the",
    "hte": "the", "dropit": "drop it", "ain't": "is not", "ne": "any", "bout": "about", "'bout": "about", "cuz": "because",
    "coz": "because",
    "anti-clockwise": "anticlockwise", "o'clock": "oclock", "ma'am": "madam", "a.": "a",
}  # fmt: skip
"""Contractions and spellings beside those of instructions."""
MARK = ","
"""The token for every mark between words."""
STRANGE = 6
"""With more words that mean nothing here, it is talk of something else, and no slips are mended."""
LONGEST_SAID = 60
"""Words that a correction is read of."""
_NEEDS_TOO = frozenset({"high", "low", "far", "fast", "slow", "much", "close", "near", "tight", "hard", "loose", "quick", "quickly",
    "slowly", "little", "steep", "rough"})  # fmt: skip
_FAULTS = frozenset({"too", "not", "way", "going", "so", "much", "still", "to", "squashing", "crushing", "holding", "hurting", "about"})
_AFTER_IS = listed(
    "in on at not too still already under behind near over so very getting going about a the full empty hot cold wet dirty clean stuck"
    " slipping broken locked open closed shut gone loose fragile heavy sharp slippery yours mine off out upside tilted leaning falling"
    " sliding dripping leaking spilling no next way right there here wrong crooked fine ready done"
)
"""Words before which `the kettle s` is `the kettle is`."""
_BEGUN = frozenset(
    {"the", "a", "an", "to", "in", "on", "at", "of", "and", "no", "um", "uh", "wait", "stop", "my", "your", "put", "go", "i"}
)
"""Words that, said again after a mark, were only begun."""
_REPEATED = 4


def plain(text: str) -> list[str]:
    """Lower-case words, numbers and `,` for every mark; what is longer than a correction can be is cut."""
    said = unicodedata.normalize("NFKC", text[:LONGEST]).casefold()[:LONGEST]
    for mark, meant in (("\u2019", "'"), ("\u2018", "'"), ("`", "'"), ("%", " percent "), ("&", " and ")):
        said = said.replace(mark, meant)
    said = _STAMMER.sub("", said)
    said = said.replace("anti-clockwise", "anticlockwise").replace("counter-clockwise", "counterclockwise")
    found: list[str] = []
    for token in _TOKEN.findall(said):
        if token[0].isalpha():
            full = _MORE.get(token) or CONTRACTIONS.get(token) or token
            found += full.replace("'s", " s").replace("'", "").split()
        elif token[0].isdigit():
            found.append(token.replace(",", "."))
        elif token in ('"', "°"):
            found.append("inch" if token == '"' else "degrees")
        elif found and found[-1] != MARK:
            found.append(MARK)
    while found and found[-1] == MARK:
        found.pop()
    return found[:LONGEST_SAID]


def heard(text: str, known: frozenset[str]) -> list[str]:
    """The tokens with slips mended and what was said twice in a row said once.

    Args:
      known: Words that mean something here: what a slip may have been meant for.
    """
    words = plain(text)
    strange = [w for w in words if not (w == MARK or w[0].isdigit() or _is_word(w, known))]
    if len(strange) <= STRANGE:
        words = [_meant(w, known) if w in strange else w for w in words]
    return _once(_confused(words))


def _is_word(word: str, known: Collection[str]) -> bool:
    return word in known or word in VOCABULARY or singular(word) in known or singular(word) in VOCABULARY or word in english()


@lru_cache(maxsize=2048)
def _meant(word: str, known: frozenset[str]) -> str:
    """The word that another was meant for: a slip of one that is known here, or that word drawn out, `leeeft`."""
    short = re.sub(r"(.)\1{2,}", r"\1", word)
    twice = re.sub(r"(.)\1{2,}", r"\1\1", word)
    if short != word:
        return short if short in known else twice if twice in known else short
    return mended(word, known) or word


def _confused(words: list[str]) -> list[str]:
    """With the words that people write for others put right: `your too far left`, `to high`."""
    kept: list[str] = []
    for i, word in enumerate(words):
        after = words[i + 1] if i + 1 < len(words) else ""
        if word == "your" and after in _FAULTS:
            kept += ["you", "are"]
        elif word == "its" and after in _FAULTS | {"slipping", "stuck", "closed", "open", "hot", "full", "empty", "broken", "locked"}:
            kept += ["it", "is"]
        elif word == "s" and after in _AFTER_IS:
            kept.append("is")
        elif word == "to" and after in _NEEDS_TOO and (i + 2 >= len(words) or words[i + 2] not in ("speed",)):
            kept.append("too")
        elif word == "loose" and after in ("your", "the", "it", "up"):
            kept.append("loosen")
        else:
            kept.append(word)
    return kept


def _once(words: list[str]) -> list[str]:
    """Without what was said again at once: `no no no`, `further left further left`, `the, the other`."""
    kept = list(words)
    for n in range(_REPEATED, 0, -1):
        at = 0
        while at + n < len(kept):
            part = kept[at : at + n]
            gap = 1 if kept[at + n] == MARK and MARK not in part and (n > 1 or part[0] in _BEGUN) else 0
            again = kept[at + n + gap : at + 2 * n + gap]
            if part == again and not (n == 1 and (part[0][0].isdigit() or part[0] == "much")):
                del kept[at + n : at + 2 * n + gap]
            else:
                at += 1
    return kept
