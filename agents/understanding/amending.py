"""Words put right before anything is read: numbers and colours said by way of other things, words that sound alike, words run together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from heedful.agents.understanding import lexicon, timing
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.tables import Table
from heedful.agents.understanding.vocabulary import Vocabulary

COLOR_OF = {
    **dict.fromkeys(("tomato", "strawberry", "cherry", "blood", "rose", "fire engine", "ketchup", "ruby", "raspberry", "brick", "heart",
                     "stop sign", "lipstick", "fire", "post box"), "red"),
    **dict.fromkeys(("sky", "sea", "ocean", "navy", "sapphire", "jeans", "blueberry", "water", "azure", "cobalt", "denim"), "blue"),
    **dict.fromkeys(("grass", "leaf", "lime", "cucumber", "frog", "spinach", "emerald", "lettuce", "pea", "forest", "cactus", "olive",
    "moss",
                     "mint", "pickle", "broccoli"), "green"),
    **dict.fromkeys(("lemon", "banana", "sun", "gold", "canary", "egg yolk", "mustard", "butter", "corn", "honey", "sunflower", "daffodil",
                     "rubber duck", "chick", "sunshine", "cheese"), "yellow"),
    **dict.fromkeys(("carrot", "pumpkin", "tangerine", "mandarin", "apricot"), "orange"),
    **dict.fromkeys(("snow", "milk", "cream", "chalk", "ivory", "cloud", "salt", "swan", "sugar", "ghost", "paper"), "white"),
    **dict.fromkeys(("coal", "night", "soot", "jet", "ebony", "ink", "tar", "raven", "charcoal", "liquorice", "pitch", "midnight"),
    "black"),
    **dict.fromkeys(("grape", "plum", "lavender", "aubergine", "eggplant", "lilac", "amethyst", "beetroot"), "purple"),
    **dict.fromkeys(("chocolate", "coffee", "mud", "chestnut", "wood", "earth"), "brown"),
    **dict.fromkeys(("ash", "elephant", "mouse", "slate", "lead", "silver", "steel"), "gray"),
    **dict.fromkeys(("flamingo", "salmon", "bubblegum", "pig", "piglet"), "pink"),
}  # fmt: skip
"""What people compare colours with."""
_THINGS = Table({w: c for w, c in COLOR_OF.items()} | {w: w for w in ("orange",)})
COLOURED = ("coloured", "colored", "colour", "color", "hued", "ish", "tinted", "toned")
_HAVING = ways(
    "[that|which] is|are|has|have|having|with|of|in the|a colour|color|hue|shade of|like [a|an|the|fresh|ripe|some]",
    "[that|which] is|are coloured|colored like [a|an|the|fresh|ripe|some]", "coloured|colored like [a|an|the|fresh]",
    "[that|which] is|are|has|have|with|of|in the same colour|color as [a|an|the|fresh]",
    "of|in [the] colour|color [of] [a|an|the]", "as_red|as_green|as_blue|as_yellow|as_white|as_black as [a|an|the]",
)  # fmt: skip
SOUNDS = {
    "blew": "blue", "rite": "right", "wright": "right", "plait": "plate", "plaits": "plates", "bole": "bowl", "boll": "bowl",
    "bowel": "bowl",
    "bowels": "bowls", "lite": "light", "inn": "in", "buy": "by", "peace": "piece", "pare": "pear", "oar": "or", "ore": "or",
    "witch": "which",
    "fore": "four", "ware": "where", "wear": "where", "hear": "here", "read": "red", "whight": "white", "bloc": "block", "blocs": "blocks",
    "trey": "tray", "droor": "drawer", "thee": "the", "lamb": "lamp", "orang": "orange", "bean": "bin", "been": "bin", "won": "one",
    "da": "the", "tha": "the", "dis": "this", "dat": "that", "wid": "with", "wich": "which", "dore": "door", "kan": "can", "ov": "of",
    "greene": "green", "yelow": "yellow",
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
NUMBERS: Table[tuple[str, ...]] = Table({
    "half a dozen": ("six",), "half dozen": ("six",), "a half dozen": ("six",), "a dozen": ("twelve",), "one dozen": ("twelve",),
    "a brace of": ("two",), "a trio of": ("three",), "a quartet of": ("four",), "a threesome of": ("three",), "a single": ("one",),
    "a handful of": ("some",), "a pair of": ("two",), "a foursome of": ("four",), "a duo of": ("two",), "not one but two": ("two",),
})  # fmt: skip
_SOMEBODY = "somebody|someone|i|you|we|they|some_one"
_LEFT = "put|placed|left|set|laid|dropped|stacked|stood|stored|stuck|hid|threw|tossed"
_PLACES = (("in", "in|into|inside|within"), ("on", "on|onto|upon"), ("under", "under|underneath|beneath"), ("next to", "next_to|beside|by"),
           ("behind", "behind"), ("near", "near"), ("in front of", "in_front_of"))  # fmt: skip
NUMBERS_AND_PLACES: Table[tuple[str, ...]] = Table(
    NUMBERS.entries
    | {p: ("that", "is", *there.split()) for there, words in _PLACES
       for p in ways(f"[that|which] {_SOMEBODY} [have|has|had|just] {_LEFT} {words}", f"that|which has|have|was|were been {_LEFT} {words}",
                     f"that|which was|were [just] {_LEFT} {words}")}
    | dict.fromkeys(ways("what|whatever you are|re [currently|already|now] holding|carrying|gripping|grasping",
                         "what|whatever is [currently|already|now] in|between your|the hand|gripper|grip|fingers|claw|hands",
                         "what|whatever you hold|carry|have_in_your_hand|have_in_your_gripper",
                         "what|whatever you [have|just] picked_up|grabbed|taken",
                         "what|whatever you have got [in|between] [your|the] [hand|hands|gripper|grip|fingers]"),
                    ("the", "held", "thing"))
)  # fmt: skip
_OF_COLOUR = Table(dict.fromkeys(ways("the colour|color|hue|shade of [a|an|the|fresh|ripe|some]"), True))
_HAVE = Table(dict.fromkeys(_HAVING, True))


BEHIND_DOORS: Table[tuple[str, ...]] = Table(
    dict.fromkeys(ways("[out] from behind the sliding door|slider|sliding_panel|panel|door"), ("from", "the", "slider"))
    | dict.fromkeys(ways("behind the sliding door|slider|sliding_panel|panel|door"), ("in", "the", "slider"))
    | dict.fromkeys(ways("the sliding cabinet|cupboard|compartment", "the cabinet|cupboard|compartment|shelf with the sliding door|panel",
                         "the cabinet|compartment|space|shelf behind the sliding_door|slider|door"), ("the", "slider"))
)  # fmt: skip
"""Where a scene has a compartment behind a sliding door."""


def amended(words: Sequence[str], vocabulary: Vocabulary) -> tuple[list[str], dict[str, str]]:
    """The words with colours and numbers said plainly, and those run together or heard wrongly put right; and what was taken for what."""
    parts = separated(words, vocabulary)
    heard = [_heard(before, w, vocabulary) for before, w in pairwise(["", *parts])]
    taken = {w: meant for w, meant in zip(parts, heard, strict=True) if w != meant}
    found: list[str] = []
    at = 0
    while at < len(heard):
        plain = NUMBERS_AND_PLACES.longest(heard, at)
        if plain is None and ("sliding", "cabinet") in vocabulary.nouns:
            plain = BEHIND_DOORS.longest(heard, at)
        plain = plain or _colored(heard, at) or ((heard[at],), at + 1)
        found += plain[0]
        at = plain[1]
    return found, taken


def _colored(words: list[str], at: int) -> tuple[tuple[str, ...], int] | None:
    """`sky coloured`, `that has the colour of a tomato`."""
    for color, end in _THINGS.at(words, at):
        if words[end : end + 1] and words[end] in COLOURED:
            return (color,), end + 1
        if words[end : end + 1] == [color] and end == at + 1 and words[at] not in lexicon.NOUN:
            return (color,), end + 1  # navy blue
    for _, end in _HAVE.at(words, at):
        if (thing := _THINGS.longest(words, end)) is not None:
            return ("that", "is", thing[0]), thing[1]
    if words[max(at - 1, 0)] in lexicon.NOUN or words[max(at - 1, 0)] in ("one", "ones"):
        for _, end in _OF_COLOUR.at(words, at):
            if (thing := _THINGS.longest(words, end)) is not None:
                return ("that", "is", thing[0]), thing[1]
    return None


def _heard(before: str, word: str, vocabulary: Vocabulary) -> str:
    """The word, or what it sounds like after the one before it."""
    for (wrong, meant), after in _AFTER.items():
        if word == wrong and before in after:
            return meant
    return SOUNDS[word] if word in SOUNDS and not vocabulary.knows(word) and vocabulary.knows(SOUNDS[word]) else word


GLUED = ("the", "a", "to", "in", "on", "into", "of", "and", "it", "up", "my", "all", "that", "off", "put", "is")


def separated(words: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """`putthe`, `thewhite`: two words run together, of which one is small."""
    found: list[str] = []
    for word in words:
        pairs: list[list[str]] = []
        if len(word) > 4 and word.isalpha() and not vocabulary.knows(word) and word not in timing.WORDS:
            for i in range(1, len(word)):
                a, b = word[:i], word[i:]
                known = all(w in vocabulary.seen or w in GLUED for w in (a, b))
                if known and (a in GLUED or b in GLUED) and min(len(a), len(b)) > 1:
                    pairs.append([a, b])
        found += pairs[0] if len(pairs) == 1 else [word]
    return found


WORDS = {w for p in (*NUMBERS_AND_PLACES.entries, *_HAVING) for w in p.split()}
