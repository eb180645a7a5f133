"""Words put right before anything is read: numbers and colours said by way of other things, words that sound alike, words run together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.tables import Table
from heedful.agents.understanding.vocabulary import Vocabulary

COLOR_OF = {
    **dict.fromkeys(("tomato", "strawberry", "cherry", "blood", "rose", "fire engine", "ketchup", "ruby", "raspberry", "brick", "heart",
                     "stop sign", "lipstick", "fire", "post box"), "red"),
    **dict.fromkeys(("sky", "sea", "ocean", "navy", "sapphire", "jeans", "blueberry", "water", "azure", "cobalt", "denim"), "blue"),
    **dict.fromkeys(("grass", "leaf", "lime", "cucumber", "frog", "spinach", "emerald", "lettuce", "pea", "forest", "cactus", "olive", "moss",
                     "mint", "pickle", "broccoli"), "green"),
    **dict.fromkeys(("lemon", "banana", "sun", "gold", "canary", "egg yolk", "mustard", "butter", "corn", "honey", "sunflower", "daffodil",
                     "rubber duck", "chick", "sunshine", "cheese"), "yellow"),
    **dict.fromkeys(("carrot", "pumpkin", "tangerine", "mandarin", "apricot"), "orange"),
    **dict.fromkeys(("snow", "milk", "cream", "chalk", "ivory", "cloud", "salt", "swan", "sugar", "ghost", "paper"), "white"),
    **dict.fromkeys(("coal", "night", "soot", "jet", "ebony", "ink", "tar", "raven", "charcoal", "liquorice", "pitch", "midnight"), "black"),
    **dict.fromkeys(("grape", "plum", "lavender", "aubergine", "eggplant", "lilac", "amethyst", "beetroot"), "purple"),
    **dict.fromkeys(("chocolate", "coffee", "mud", "chestnut", "wood", "earth"), "brown"),
    **dict.fromkeys(("ash", "elephant", "mouse", "slate", "lead", "silver", "steel"), "gray"),
    **dict.fromkeys(("flamingo", "salmon", "bubblegum", "pig", "piglet"), "pink"),
}  # fmt: skip
"""What people compare colours with."""
_THINGS = Table({w: c for w, c in COLOR_OF.items()} | {w: w for w in ("orange",)})
COLOURED = ("coloured", "colored", "colour", "color", "hued", "ish", "tinted", "toned")
_HAVING = ways(
    "[that|which] [is|are|has|have|having|with|of|in] the|a colour|color|hue|shade of|like [a|an|the|fresh|ripe|some]",
    "[that|which] [is|are] coloured|colored like [a|an|the|fresh|ripe|some]", "[that|which] [is|are] the same colour|color as [a|an|the|fresh]",
    "of|in [the] colour|color [of] [a|an|the]", "as_red|as_green|as_blue|as_yellow|as_white|as_black as [a|an|the]",
)  # fmt: skip
SOUNDS = {
    "blew": "blue", "rite": "right", "wright": "right", "plait": "plate", "plaits": "plates", "bole": "bowl", "boll": "bowl", "bowel": "bowl",
    "bowels": "bowls", "mugg": "mug", "tabel": "table", "lite": "light", "inn": "in", "buy": "by", "hole": "whole", "peace": "piece",
    "pare": "pear", "bannana": "banana", "lemmon": "lemon", "gray": "gray", "oar": "or", "witch": "which", "wich": "which", "fore": "four",
    "sekond": "second", "thier": "their", "ware": "where", "wear": "where", "hear": "here", "read": "red", "redd": "red",
    "wite": "white", "yello": "yellow", "grean": "green", "greene": "green", "bleu": "blue", "rad": "red", "whight": "white",
    "cann": "can", "kan": "can", "cupp": "cup", "blok": "block", "bloc": "block", "blocs": "blocks", "bloks": "blocks", "trey": "tray",
    "draw": "drawer", "droor": "drawer", "clothes": "close", "won": "one", "tap": "tap", "ore": "or", "thee": "the", "da": "the",
    "dat": "that", "dis": "this", "wid": "with", "ta": "to", "tha": "the", "da": "the", "lamb": "lamp", "spunge": "sponge", "bare": "bare",
    "bean": "bin", "been": "bin", "orang": "orange", "appel": "apple", "sponge": "sponge", "dor": "door", "dore": "door",
}  # fmt: skip
"""Words that sound, or are written, like others, where they make no sense of their own."""
_AFTER = {
    ("two", "to"): frozenset({"next", "close", "closer", "nearest", "closest", "it", "over", "left", "right", "back", "adjacent", "near"}),
    ("too", "to"): frozenset({"next", "close", "closer", "nearest", "closest", "it", "over", "left", "right", "back", "adjacent", "near"}),
    ("write", "right"): frozenset({"the", "to", "my", "your", "far", "turn", "its"}),
    ("read", "red"): frozenset({"the", "a", "all", "every", "and", "two", "big", "small", "one", "this", "that"}),
    ("there", "their"): frozenset(),
    ("for", "four"): frozenset({"the", "all"}),
    ("won", "one"): frozenset({"the", "red", "blue", "green", "yellow", "that", "this", "white", "black", "big", "small", "other"}),
    ("knot", "not"): frozenset({"do", "but", "is", "and", "are", "just"}),
    ("know", "no"): frozenset({"but", "and"}), ("buy", "by"): frozenset(),
    ("weather", "whether"): frozenset({"check", "see", "look"}),
    ("been", "bin"): frozenset({"the", "trash", "waste", "garbage", "rubbish"}),
    ("pair", "pear"): frozenset(),
}  # fmt: skip
"""Words that are heard for one another after certain words."""
NUMBERS: Table[list[str]] = Table({
    "half a dozen": ["six"], "half dozen": ["six"], "a half dozen": ["six"], "a dozen": ["twelve"], "one dozen": ["twelve"],
    "a brace of": ["two"], "a trio of": ["three"], "a quartet of": ["four"], "a threesome of": ["three"], "a single": ["one"],
    "a handful of": ["some"], "a pair of": ["two"], "a foursome of": ["four"], "a duo of": ["two"], "not one but two": ["two"],
})  # fmt: skip
_SOMEBODY = "somebody|someone|i|you|we|they|some_one"
_LEFT = "put|placed|left|set|laid|dropped|stacked|stood|stored|stuck|hid|threw|tossed"
_PLACES = (("in", "in|into|inside|within"), ("on", "on|onto|upon"), ("under", "under|underneath|beneath"), ("next to", "next_to|beside|by"),
           ("behind", "behind"), ("near", "near"), ("in front of", "in_front_of"))  # fmt: skip
NUMBERS_AND_PLACES: Table[list[str]] = Table(
    NUMBERS.entries
    | {p: ["that", "is", *there.split()] for there, words in _PLACES
       for p in ways(f"[that|which] {_SOMEBODY} [have|has|had|just] {_LEFT} {words}", f"that|which has|have|was|were been {_LEFT} {words}",
                     f"that|which was|were [just] {_LEFT} {words}")}
)  # fmt: skip
_HAVE = Table(dict.fromkeys(_HAVING, True))


def amended(words: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """The words with colours and numbers said plainly, and those run together or heard wrongly put right."""
    said = _apart(words, vocabulary)
    said = [_heard(before, w, vocabulary) for before, w in pairwise(["", *said])]
    found: list[str] = []
    at = 0
    while at < len(said):
        number = NUMBERS_AND_PLACES.longest(said, at)
        color = _colored(said, at)
        if number is not None:
            found += number[0]
            at = number[1]
        elif color is not None:
            found += color[0]
            at = color[1]
        else:
            found.append(said[at])
            at += 1
    return found


def _colored(words: list[str], at: int) -> tuple[list[str], int] | None:
    """`sky coloured`, `that has the colour of a tomato`."""
    for color, end in _THINGS.at(words, at):
        if words[end : end + 1] and words[end] in COLOURED:
            return [color], end + 1
        if words[end : end + 1] == [color] and end == at + 1 and words[at] not in lexicon.NOUN:
            return [color], end + 1  # navy blue
    for _, end in _HAVE.at(words, at):
        if (found := _THINGS.longest(words, end)) is not None and words[at] not in ("a", "the"):
            return ["that", "is", found[0]], found[1]
        if (found := _THINGS.longest(words, end)) is not None and words[at - 1 : at] and words[at - 1] not in ("the", "a"):
            return ["that", "is", found[0]], found[1]
    return None


def _heard(before: str, word: str, vocabulary: Vocabulary) -> str:
    """The word, or what it sounds like after the one before it."""
    for (wrong, meant), after in _AFTER.items():
        if word == wrong and before in after:
            return meant
    return SOUNDS[word] if word in SOUNDS and not vocabulary.knows(word) and vocabulary.knows(SOUNDS[word]) else word


GLUED = ("the", "a", "to", "in", "on", "into", "of", "and", "it", "up", "my", "all", "that", "off", "put", "is")


def _apart(words: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """`putthe`, `thewhite`: two words run together, of which one is small."""
    found: list[str] = []
    for word in words:
        pairs = []
        if len(word) > 4 and word.isalpha() and not vocabulary.knows(word):
            for i in range(1, len(word)):
                a, b = word[:i], word[i:]
                if (a in GLUED or b in GLUED) and (a in vocabulary.seen or a in GLUED) and (b in vocabulary.seen or b in GLUED):
                    if min(len(a), len(b)) > 1:
                        pairs.append([a, b])
        found += pairs[0] if len(pairs) == 1 else [word]
    return found


WORDS = {w for p in (*NUMBERS_AND_PLACES.entries, *_HAVING) for w in p.split()}
