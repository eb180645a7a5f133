"""Words that say nothing in any sentence: hesitations, forms of address, and what was said twice in a row."""

from __future__ import annotations

from collections.abc import Sequence

from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.normalise import STOPS, tidy

HESITATIONS = frozenset({"erm", "ehm", "uhm", "umm", "uhh", "mmm", "mm", "hmm", "hm", "hmmm", "eh", "huh", "ahem", "ähm", "err", "errr",
    "aah",
                         "ooh", "phew", "yuck", "ew", "eww", "ugh", "yikes", "whoa", "gosh", "blimey",
                         "pfft", "tsk", "yo", "oi", "ahoy", "yep", "yup", "aye", "yeah", "yes"})  # fmt: skip
_ADDRESS = ways(
    "sir|madam|madame|mister|mr robot|machine", "my good|dear|little|trusty|lovely|faithful robot|machine|friend|fellow|man|helper|chap",
    "my dear|love|darling|sweet|lovely", "old chap|boy|friend|pal|man",
    "sir|madam|sweetheart|sweetie|darling|honey|pal|chum|chap|folks|boss|captain|maestro",
    "you lovely|clever|good|wonderful robot|machine|thing", "mr robot|roboto", "dear machine|helper|friend|sir|assistant",
)  # fmt: skip
_ASIDES = ways(
    "love|dear|friend|mate|buddy|treasure", "go", "over and out", "mister|mr", "shall we|you",
    "let us see|think", "let me see|think", "right then|so", "ok so|then", "okay so|then", "many thanks", "much obliged|appreciated",
    "with my thanks|compliments", "cheers [mate]", "ta", "bless you", "if you will", "there is a dear|love",
    "there is a good robot|boy|girl",
    "that is all|it", "i ask you", "i beg you", "i pray", "pray", "there you go", "off you go", "chop chop", "will you|ya", "would you",
    "ready", "right", "i would appreciate it", "listen", "quick one", "you know what",
    "listen|look here", "here we go", "quick", "quickly now", "at your convenience|leisure", "in your own time", "as a favour|favor",
    "[mind|note|watch|careful_with] the size|sizes|colour|colours|color|colors|order", "somewhat", "a bit", "a little",
    "without further ado", "by all means", "as it were", "if i may|might", "when it suits you", "if it suits you",
    "thank you kindly|ever_so_much|so_much|very_much|a_lot|a_million", "thanks ever_so_much|so_much|a_million|a_bunch|heaps",
)  # fmt: skip
"""Said at an end of a sentence, or between commas."""
_AT_THE_END = ways(
    "sir|madam|madame|sweetheart|darling", "my dear|love|darling|sweet|friend|good_man|good_robot", "old chap|boy|friend|pal",
    "mr robot|roboto",
    "many thanks", "cheers mate", "will you|ya", "would you", "shall we", "somewhat", "a bit", "a little", "there is a dear|love",
    "thank you kindly|ever_so_much|so_much|very_much|a_lot", "thanks ever_so_much|so_much|a_million|a_bunch|heaps", "if you will",
    "chop chop", "there is a good robot|boy|girl", "cheers", "okay", "quick one",
)  # fmt: skip
"""The same, at the end even where no comma sets them off."""
_LONGEST = 6
"""Words that people say twice in a row, at most."""
_OPEN_ENDED = frozenset({"the", "a", "an", "of", "on", "in", "to", "into", "onto", "my", "and", "with", "at", "by", "from"})


def unfilled(words: Sequence[str]) -> list[str]:
    """The words without what fills in between them."""
    kept = [w for w in words if w not in HESITATIONS or w in ("yes", "yeah")]
    kept = _unaddressed(kept)
    kept = [w for i, w in enumerate(kept) if w not in HESITATIONS or not _said_again(kept, i)]
    return tidy(_once(kept))


def _said_again(words: list[str], at: int) -> bool:
    """Whether `yes` or `yeah` only stands between what is said twice: `the mug yes the mug`."""
    return any(words[at + 1 : at + 1 + n] == words[at - n : at] for n in range(1, _LONGEST + 1) if at >= n)


def _unaddressed(words: list[str]) -> list[str]:
    """Without forms of address and remarks, where they are set off."""
    phrases = sorted((p.split() for p in (*_ADDRESS, *_ASIDES)), key=len, reverse=True)
    kept: list[str] = []
    at = 0
    while at < len(words):
        before = kept[-1] if kept else "."
        for phrase in phrases:
            end = at + len(phrase)
            after = words[end] if end < len(words) else "."
            set_off = before in STOPS and (after in STOPS or (not kept and " ".join(phrase) in _ASIDES and len(phrase) > 1))
            if list(words[at:end]) == phrase and (set_off or (end == len(words) and " ".join(phrase) in _AT_THE_END)):
                at = end
                break
        else:
            kept.append(words[at])
            at += 1
    return tidy(kept)


def _once(words: list[str]) -> list[str]:
    """`the apple the apple goes …`: what a recogniser heard twice, once; `one to me, one to me` are two."""
    kept = list(words)
    for n in range(_LONGEST, 1, -1):
        at = 0
        while at + 2 * n <= len(kept):
            part = kept[at : at + n]
            if part == kept[at + n : at + 2 * n] and part[-1] not in _OPEN_ENDED and not {*part} & {*STOPS, "and", "then", "one", "two"}:
                del kept[at + n : at + 2 * n]
            else:
                at += 1
    return kept
