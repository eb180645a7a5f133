"""Raw text to plain tokens: case, punctuation, contractions and politeness, with a bound on the length."""

from __future__ import annotations

import re
import unicodedata

from heedful.agents.understanding.participles import GERUNDS
from heedful.agents.understanding.tables import ends

MAX_WORDS = 120
"""Longest instruction that is read, in words."""
MAX_CHARACTERS = 2000

_TOKEN = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+(?:'[^\W\d_]+)?|[,;.!?:]|[^\s\"'`()\[\]]")
_WHETHER = re.compile(
    r"(?:(?<=[.!?;,:] )|^)(?!is |are |was |does |do |what |where |which )(?P<x>(?:the |my )?(?:[a-z]+ )?[a-z]+) "
    r"(?P<s>on|off|open|closed|shut|empty|full|lit|burning|running|lying"
    r"|upright|upside down) ?\?,? (?:then |so )?(?=[a-z])"
)
"""`lamp on? turn it off`: asked in short, and what is to be done if so."""
_SPOKEN = re.compile(r"\b(?:comma|semicolon|period|full stop|exclamation (?:mark|point)|question mark)\b")
_SPOKEN_MARKS = {"comma": ",", "semicolon": ";", "question mark": "?"}
"""Marks that were spoken to a recogniser."""
_TO_ME = re.compile(r"\b2 me\b")
CONTRACTIONS = {
    "don't": "do not", "dont": "do not", "doesn't": "does not", "can't": "can not", "cannot": "can not", "won't": "will not",
    "shouldn't": "should not", "isn't": "is not", "aren't": "are not", "wasn't": "was not", "hasn't": "has not", "haven't": "have not",
    "weren't": "were not", "i'd": "i would", "i'll": "i will", "i'm": "i am", "it's": "it is", "let's": "let us", "you're": "you are",
    "you'd": "you would", "that's": "that is", "what's": "what is", "there's": "there is", "here's": "here is", "pls": "please",
    "plz": "please", "plse": "please", "wanna": "want to", "gonna": "going to", "gotta": "have to", "gimme": "give me", "lemme": "let me",
    "doesnt": "does not", "isnt": "is not", "wont": "will not", "cant": "can not", "didnt": "did not", "wasnt": "was not",
    "didn't": "did not", "arent": "are not", "hasnt": "has not", "havent": "have not", "mustn't": "must not", "needn't": "need not",
    "wouldn't": "would not", "couldn't": "could not", "im": "i am", "id": "i would", "ive": "i have", "i've": "i have",
    "you've": "you have", "youve": "you have", "youre": "you are", "lets": "let us", "thats": "that is", "whats": "what is",
    "theres": "there is", "they're": "they are", "theyre": "they are", "there're": "there are", "we're": "we are", "we've": "we have",
    "it'll": "it will", "it'd": "it would", "we'd": "we would", "that'd": "that would", "aint": "is not", "ain't": "is not",
    "where's": "where is", "who's": "who is", "how's": "how is", "what're": "what are", "everything's": "everything is",
    "something's": "something is", "y'all": "you", "whatever's": "whatever is", "whichever's": "whichever is", "which's": "which is",
    "everyone's": "everyone is", "ya": "you", "u": "you", "n": "and", "&": "and", "w": "with", "thx": "thanks", "nvm": "never mind",
}  # fmt: skip
SHORT = frozenset(w for w in CONTRACTIONS if w.isalpha() and len(w) > 3)
"""Short forms written without their apostrophe, `dont`."""
_ANYWHERE = (
    "if you would be so good", "if you would be so kind", "if you will be so kind", "if it is all the same to you", "if that suits you",
    "if it is not a bother",
    "if you get a minute", "when you get a minute", "if you could manage it", "if you could manage that", "if i may trouble you",
    "one by one", "one at a time", "one after the other", "one after another",
    "when you have a moment", "when you have time", "when you have a minute", "when you have a second", "whenever you have time",
    "if you have time",
    "when you get the chance", "if you have a moment", "when you find the time", "if you like", "if you want", "if it is okay with you",
    "if i may ask",
    "if that is possible", "if it is possible", "if it is not too much to ask", "i am begging you", "dear robot", "good robot", "bro",
    "hon", "kind of",
    "sort of", "i mean it", "like i said", "as i said", "as usual", "as always", "for a second", "for a moment", "for a sec",
    "in a second", "so to speak", "if you get what i mean", "if you know what i mean", "or something", "or so", "and stuff", "after all",
    "please", "kindly", "thanks", "thank you", "thanks a lot", "thank you very much", "for me", "now", "right now", "already", "just",
    "okay", "ok",
    "um", "uh", "er", "hey", "hello", "hi", "robot", "yeah", "alright", "again", "if you can", "if you please", "if possible",
    "when you can", "for us", "if you would", "if you would not mind", "yes", "properly", "nicely", "over there", "my friend",
    "would you please", "could you please", "can you please", "oh", "ah", "uhm", "hmm",
    "if you do not mind", "no hurry", "no rush", "you know", "i guess", "basically", "for now", "real quick", "mate", "buddy", "dude",
    "man",
    "when you get a chance", "if it is not too much trouble", "whenever you like", "whenever you are ready", "that would be great",
    "that would be nice", "would be nice", "at some point", "i think", "maybe", "perhaps", "simply", "honestly", "literally",
    "i suppose", "dear", "if that is okay", "if that is ok", "if needed", "if necessary", "anyway", "be so kind", "be so kind and",
    "be a dear", "my dear",
    "all the way", "fully", "completely", "entirely", "hi there", "hey there", "hello there", "do it now", "got it", "you know what",
    "there is a good robot",
)  # fmt: skip
_AT_THE_START = (
    "be so kind as to", "as to", "be good enough to", "be a star and", "be a sport and", "be a dear and", "be a love and",
    "be an angel and",
    "why do not you", "why not", "how about", "how about you", "what about", "what if you", "shall we", "will not you", "would not you",
    "could not you", "can not you", "mind", "any chance you could", "any chance of", "is there any chance you could",
    "i was hoping you could",
    "i hope you can", "i would appreciate it if", "i would be happy if you", "i would be grateful if you could",
    "i would be grateful if you would",
    "it would be great if you", 
    
    "it would be lovely if you could", "it would be good if you could", "it would help if you could", "it would be helpful if you could",
    "i would like it if", "i wish",  "i would love it if",
    "i expect you to",
    "i ask that you", "i beg you to", "i request that you", "i suggest that you", "i suggest you", "i propose that you",
    "i recommend that you",
    "the goal is to", "the goal is to have", "the aim is to", "the next step is to", "next step is to", "the first step is to",
    "first step is to",
    "the last step is to", "the idea is to", "the plan is to", "the task is to", "the job is to", "what i want is for you to",
    "what i want is that",
    "all i want is for you to", "all you have to do is", "all you need to do is", "what you need to do is", "you are supposed to",
    "you are to",
    "you are asked to", "you will", "you might want to", "you had better", "you better", "you ought to", "it is time to",
    "it is your job to",
    "please be so good and", "be so good and", "be so good as to", "would you be so good as to", "do me a favor", "do me a favour",
    "be kind enough to",
    "would you kindly", "could you kindly", "could i ask you to", "could i trouble you to", "may i trouble you to", "might you",
    "might i ask you to",
    "let me ask you to", "like", "attention", "well then", "right then", "very well", "good", "great", "perfect", "fine",
    "this time", "for starters", "basically", "in that case please", "if you could", "if you can", "if you would", "if possible please",
    "you go",
    "quick question", "i need to ask you to", "i have to ask you to", "you know what", "next up",
    "can you", "could you", "would you", "will you", "can you please", "i want you to", "i would like you to", "i need you to", "let us",
    "go ahead and", "you should", "you must", "you have to", "your task is to", "your job is to", "so", "well", "to", "try to", "you",
    "how would you", "how could you", "how can you", "how do you", "how will you", "how would i", "how should you", "how might you",
    "help me", "help me to", "help us", "help us to", "i want to", "can we", "could we", "may you", "you can", "you could", "you may",
    "do you think you could", "i wonder if you could",
    "i was wondering if you could", "it would be great if you could", "it would be nice if you could", "be so kind as to",
    "would you be able to", "are you able to", "is it possible to", "can i ask you to", "may i ask you to", "i ask you to",
    "i would love you to", "i would love for you to", "it would be nice to", "your turn to", "i want that you", "make sure to",
    "be sure to",
    "remember to", "do not forget to", "i would appreciate it if you would", "i would appreciate it if you could",
    "i would be glad if you could",
    "would it be possible to", "would it be possible for you to", "could you possibly", "can you possibly", "i need to", "we need to",
    "we should",
    "you need to", "now you", "kindly",
    "would you be so kind as to", "do me a favor and", "do me a favour and", "go and", "come and",
    "feel free to", "would you mind", "do you mind", "start by",
)  # fmt: skip
FILLING = frozenset(w for p in _ANYWHERE for w in p.split() if len(w) > 3)
"""Words that say nothing where they stand in the phrases that do not."""
_NEXT = ("left", "right", "to", "next", "in", "behind", "beside", "on", "by")
"""After `just`, which then says how near."""
_TIMES, _YOU_ARE = ("after", "before", "once", "while", "when"), ("are", "do", "go", "leave", "did", "were", "have")
_TAGS = [[w, "you"] for w in ("would", "will", "could", "can")]
"""At the end of a request: `pass me the mug, will you?`"""
STOPS = frozenset({",", ";", "."})
POLITE = frozenset({"please", "thanks", "thank", "could", "would", "robot", "kindly", "hello"})
"""Words that a slip may have been meant for, though they say nothing."""


class TooLong(ValueError):
    """A sentence over the limit; the message says what the limit is."""


def tokens(text: str) -> list[str]:
    """Lower-case words, numbers and the separators `,` `;` `.`, without politeness and quotation marks.

    Raises TooLong.
    """
    if len(text) > MAX_CHARACTERS or len(text.split(None, MAX_WORDS)) > MAX_WORDS:
        raise TooLong(f"that is more than I can take in at once: an instruction may have {MAX_WORDS} words and {MAX_CHARACTERS} characters")
    plain = (
        unicodedata.normalize("NFKC", text)
        .casefold()
        .replace("\u2019", "'")
        .replace("\u2018", "'")
        .replace("chop chop", "quickly")
        .replace("->", " to ")
        .replace("\u2192", " to ")
        .replace("=>", " to ")
        .replace("--", ",")
        .replace(" - ", " , ")
        .replace(" / ", " , ")
        .replace("...", ",")
        .replace("\u2026", ",")
        .replace("-", " ")
        .replace("\u2013", ",")
        .replace("\u2014", ",")
        .replace("(", ",")
        .replace(")", ",")
    )
    plain = _SPOKEN.sub(lambda m: f" {_SPOKEN_MARKS.get(m[0].strip(), '.')} ", _TO_ME.sub("to me", plain))
    found: list[str] = []
    for token in _TOKEN.findall(_WHETHER.sub(r"if \g<x> is \g<s> , ", plain)):
        found += CONTRACTIONS.get(token, token).replace("'s", " s").split()
    found = [w for i, w in enumerate(found) if not i or w != found[i - 1] or w[0].isdigit() or w in STOPS]
    found = [{"!": ".", "?": ".", ":": ","}.get(t, t) for t in found]
    return polite(found)


def polite(words: list[str]) -> list[str]:
    """The words without those that ask nicely; for words that have been mended."""
    plain = _once_said(tidy(_without_politeness(words)))
    while plain[:2] in (["wait", ","], ["well", ","], ["now", ","]):
        plain = plain[2:]
    while len(plain) > 3 and plain[-2:] in _TAGS:
        plain = tidy(plain[:-2])
    return plain


def _without_politeness(words: list[str]) -> list[str]:
    """Without the phrases that ask nicely but say nothing."""
    kept: list[str] = []
    at = 0
    while at < len(words):
        starts = not kept or kept[-1] in STOPS or kept[-1] in ("and", "then", "after", "before", "once", "while", "when")
        skip = _longest(words, at, _ANYWHERE)
        if skip == 1 and words[at] == "just" and words[at + 1 : at + 2] and words[at + 1] in _NEXT:
            skip = 0
        if skip == 1 and words[at] == "too" and words[at + 1 : at + 2] and words[at + 1] not in STOPS:
            skip = 0  # likely to be meant for `to`
        if skip == 0 and starts and words[at] == "mind" and words[at + 1 : at + 2] and words[at + 1] not in GERUNDS:
            kept.append(words[at])
            at += 1
            continue  # `mind the mug` asks for something, `mind moving the mug` is polite
        if skip == 1 and words[at] == "yes" and kept[-1:] == ["if"]:
            skip = 0  # `if yes`
        if words[at : at + 3] == ["as", "well", "as"]:
            skip = 0
        if skip == 0 and words[at] == "you" and kept and kept[-1] in _TIMES and words[at + 1 : at + 2] and words[at + 1] in _YOU_ARE:
            kept.append(words[at])
            at += 1
            continue  # `when you are done`, `before you go`
        if skip == 1 and words[at] == "robot" and kept and kept[-1] in ("the", "your", "from", "to"):
            skip = 0  # `farthest from the robot`
        if not skip and starts:
            skip = 0 if words[at : at + 2] == ["to", "the"] else _longest(words, at, _AT_THE_START)
        if not skip and kept and kept[-1] in _AFTER_WHICH:
            skip = _longest(words, at, _HELP)
        if skip == 2 and words[at : at + 2] in (["for", "me"], ["for", "us"]) and _fetched(kept):
            kept.append("to")
            at += 1
            continue
        if skip and words[at + skip - 1] == "that" and not {*words[at + skip : at + skip + 1]} & _SAID_OF:
            skip = 0  # `i would like that mug to go there`
        if skip:
            at += skip
        else:
            doing = starts and not (words[at] in COUNTING and words[at + 1 : at + 2] and words[at + 1] in ("at", "from", "on", "with"))
            kept.append(GERUNDS.get(words[at], words[at]) if doing else words[at])
            at += 1
    return kept


def _fetched(kept: list[str]) -> bool:
    """Whether `for me` says who shall have it: `fetch the mug for me`, `get the mug for me`, but not `get the mug on the tray for me`."""
    start = max((i + 1 for i, w in enumerate(kept) if w in (*STOPS, "and", "then", "that", "next", "finally")), default=0)
    said = " ".join(kept[start:]).replace("from right to left", "").replace("from left to right", "").split()
    said = said[1:] if said[:1] == ["also"] else said
    return said[:1] == ["fetch"] or (said[:1] in (["get"], ["bring"]) and len(said) > 1 and not set(said) & _WHERE)


_SAID_OF = frozenset({
    "the", "a", "an", "my", "your", "our", "this", "that", "these", "those", "all", "every", "each", "both", "some", "any", "no", "one",
    "two",
    "three", "you", "it", "they", "we", "i", "everything", "nothing", "there", "either",
}) - {"one"}  # fmt: skip
"""Words that what shall be so begins with, after `i want that`."""
_WHERE = frozenset({
    "in", "on", "to", "into", "onto", "inside", "at", "by", "next", "near", "under", "off", "out", "up", "down", "over", "open", "upright",
    "from", "against", "behind", "left", "right", "front",
})  # fmt: skip
_AFTER_WHICH = ("next", "that", "finally", "afterwards", "lastly", "also", "meanwhile", "otherwise")
_HELP = (
    "help me", "help me to", "help us", "help us to", "i want you to", "i would like you to", "i need you to", "could you please",
    "can you please", "let us",
)  # fmt: skip
"""What asks nicely also after words that join one request to another."""
COUNTING = ("starting", "beginning", "counting")
"""Words that tell from which end one counts, where they are no requests."""


def _once_said(words: list[str]) -> list[str]:
    """Without what was begun and then said again: `on the, on the tray`, `in the in the bowl`."""
    kept: list[str] = []
    at = 0
    while at < len(words):
        for n in (3, 2, 1):
            first = words[at : at + n]
            gap = 1 if words[at + n : at + n + 1] == [","] and (n > 1 or first[0] in _SMALL_WORDS) else 0
            if first == words[at + n + gap : at + 2 * n + gap] and not any(w in STOPS or w[0].isdigit() for w in first):
                at += n + gap
                break
        else:
            kept.append(words[at])
            at += 1
    return kept


_SMALL_WORDS = ("the", "a", "an", "on", "in", "to", "and", "into", "onto", "of", "put", "it")


def _longest(words: list[str], at: int, phrases: tuple[str, ...]) -> int:
    """How many words the longest of the phrases takes up here, 0 if none is here."""
    return next((end - at for end in ends(words, at, phrases)), 0)


def tidy(words: list[str]) -> list[str]:
    """Without separators at the ends or next to one another."""
    kept: list[str] = []
    for word in words:
        if word in STOPS and (not kept or kept[-1] in STOPS):
            if kept and word == ".":
                kept[-1] = word
            continue
        kept.append(word)
    while kept and kept[-1] in STOPS:
        kept.pop()
    return kept
