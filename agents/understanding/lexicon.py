"""The words people use for things, colours, sizes and acts, and what each of them means."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

NOUNS: dict[str, tuple[str, ...]] = {
    "block": ("cube", "brick"),
    "bowl": ("basin",),
    "plate": ("saucer",),
    "mug": ("cup", "coffee mug", "coffee cup"),
    "can": ("tin", "soda can", "tin can", "soda"),
    "bin": ("trash", "trash can", "rubbish bin", "garbage", "garbage can", "dustbin", "waste basket"),
    "tray": (),
    "drawer": (),
    "cabinet": ("cupboard",),
    "table": ("tabletop", "table top", "desk", "worktop"),
    "door": (),
    "lamp": ("light",),
    "button": (),
    "faucet": ("tap",),
    "sponge": (),
    "cloth": ("towel", "rag"),
    "bottle": (),
    "box": ("crate",),
    "basket": (),
    "ball": (),
    "shelf": (),
    "lemon": (),
    "apple": (),
    "banana": (),
    "orange": (),
}
"""What a thing is called -> other words for it."""

GROUPS: dict[str, tuple[str, ...]] = {
    "fruit": ("lemon", "apple", "banana", "orange"),
    "dish": ("bowl", "plate"),
    "container": ("bowl", "mug", "bin", "drawer", "cabinet", "box", "basket"),
}
"""Words for several kinds of thing at once."""

ANYTHING = ("thing", "object", "item", "one")
"""Nouns that name no kind; `one` takes the kind of something mentioned before."""

FIXED = frozenset({"table", "drawer", "cabinet", "door", "shelf", "faucet", "button"})
"""Kinds that stay where they are, for pronouns before anything is bound."""
OPENABLE = frozenset({"drawer", "cabinet", "door"})

COLORS: dict[str, tuple[str, ...]] = {
    "red": ("crimson", "scarlet"),
    "green": (),
    "blue": (),
    "yellow": (),
    "orange": (),
    "purple": ("violet",),
    "black": (),
    "white": (),
    "gray": ("grey",),
    "brown": (),
    "pink": (),
    "cyan": ("turquoise", "teal"),
}

ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "small": ("little", "tiny"),
    "large": ("big", "huge"),
    "wooden": ("wood",),
    "plastic": (),
    "metal": ("metallic",),
    "empty": (),
}

DETERMINERS: dict[str, str] = {
    "the": "the", "that": "the", "this": "the", "my": "the", "your": "the", "our": "the",
    "a": "a", "an": "a", "any": "a", "some": "a", "one": "a", "one of the": "a", "any of the": "a", "one of": "a", "any one of the": "a",
    "all": "all", "all the": "all", "all of the": "all", "every": "all", "each": "all", "each of the": "all", "every one of the": "all",
    "these": "all", "those": "all", "both": "all", "both the": "all", "both of the": "all",
}  # fmt: skip

PRONOUNS: dict[str, str] = {
    "it": "the", "that": "the", "this": "the", "this one": "the", "that one": "the", "him": "the",
    "them": "all", "these": "all", "those": "all", "both": "all",
    "everything": "all", "all": "all", "something": "a", "anything": "a",
}  # fmt: skip

SINGLE = frozenset(p for p, q in PRONOUNS.items() if q == "the")
SEVERAL = frozenset({"them", "these", "those", "both", "all"})
"""Pronouns that stand for one thing, and for several that were mentioned; `everything` and `something` look at the scene."""

_PULLING = ("pull", "slide", "yank", "tug", "draw", "drag")
_PUSHING = ("push", "slide", "shove", "slam", "press")
_MAKING, _PILES = ("build", "make", "create", "form"), ("tower", "stack", "pile")
_BUILDING = tuple(f"{verb} a {pile} {of}" for verb in _MAKING for pile in _PILES for of in ("with", "of", "from"))
VERBS: dict[str, tuple[str, ...]] = {
    "hold": (
        "pick up", "pick", "grab", "take", "lift", "lift up", "get", "fetch", "grasp", "grip", "hold", "seize", "raise", "take hold of",
        "get hold of", "grab hold of", "collect",
    ),
    "place": (
        "put", "place", "set", "drop", "move", "lay", "stick", "pop", "stand", "transfer", "position", "deposit", "bring", "take", "carry",
        "put down", "set down", "lay down", "get", "rest", "insert", "store", "stow", "tuck", "slide", "toss", "chuck", "throw", "load",
        "pack", "file", "slip", "shove", "situate", "plop", "dump", "put away", "stow away", "pack away", "file away", "tuck away",
    ),
    "down": ("put", "place", "set", "drop", "lay", "put down", "set down", "lay down", "place down"),
    "stack": ("stack", "pile", "pile up", "stack up", "balance", *_BUILDING),
    "open": ("open", "open up", "pull", *(f"{v}{p}" for v in _PULLING for p in ("", " open", " out"))),
    "close": ("close", "shut", "close up", "push", *(f"{v}{p}" for v in _PUSHING for p in ("", " closed", " shut", " in"))),
    "remove": ("take", "remove", "get", "move"),
    "make": (
        "make", "get", "have", "i want", "i need", "i would like", "keep", "leave", "turn", "let", "make sure", "make sure that", "ensure",
        "ensure that", "see that", "see to it that", "make certain", "make certain that", "be sure that", "check that",
    ),
    "home": (
        "go home", "return home", "go back home", "move home", "home", "come home", "go to your home position", "go to the home position",
        "go to home position", "return to the home position", "return to your home position",
    ),
    "look": ("look", "look around", "have a look", "look at the table", "take a look", "look again"),
    "wait": ("wait", "wait for", "pause for", "hold still for", "rest for"),
}  # fmt: skip
"""An act -> the phrases that begin a request for it."""


def _ing(verb: str) -> str:
    """`putting`, `closing`, `opening`."""
    if verb.endswith("e"):
        return verb[:-1] + "ing"
    doubled = verb in ("put", "set", "get", "drop", "grab", "stop", "pop", "grip", "tug", "slam", "slip", "shut")
    return verb + (verb[-1] if doubled else "") + "ing"


GERUNDS = {_ing(p.split()[0]): p.split()[0] for v in VERBS.values() for p in v}
"""How a verb is said after `would you mind` or `start by`."""

PARTICLES: dict[str, tuple[str, ...]] = {
    "hold": ("up",),
    "place": ("down", "over", "away", "back"),
    "down": ("down",),
    "stack": ("up",),
    "open": ("open", "out", "up", "until it is open"),
    "close": ("closed", "shut", "in", "back in", "until it is closed", "until it is shut"),
}
"""What may follow the thing acted on: `pick it up`, `push it shut`."""

NEEDS_PARTICLE = frozenset({"put", "place", "set", "lay", *_PULLING, *_PUSHING}) - {"pull", "push"}
"""Verbs that mean putting down, opening or closing only with their particle."""
EXACTLY = ("right", "directly", "straight", "so that it is", "so it is", "such that it is")
"""Words before a preposition that make it no other one: `right by the bowl`."""
COPULA = ("is", "are", "be", "to be", "sit", "sits", "stand", "stands", "lie", "lies", "rest", "rests", "stays", "ends up", "gets")
"""What may stand between a thing and the state wanted of it: `make sure the drawer is closed`."""
STATES = {"opened": "open"}
"""Adjectives beside those of the relations themselves."""

DIRECTED = frozenset({"take", "get", "carry", "bring"})
"""Verbs whose place is said with one of the directions."""
DIRECTIONS = frozenset({"to", "onto", "into", "over", "back"})

SHOULD = (
    "should be", "should go", "must be", "must go", "has to be", "has to go", "have to go", "goes", "go", "ought to be", "ought to go",
    "should end up", "belongs", "belong", "needs to be", "needs to go", "need to go", "should stand", "should sit", "should lie",
)  # fmt: skip
TOWARDS = ("to", "over to", "into or onto", "back to")
"""Prepositions that leave open whether a thing goes in or on another."""
OFF = {"off": "on", "off of": "on", "out of": "in", "from": ""}

THEN = ("then", "after that", "afterwards", "and then", "next", "finally", "lastly", "after which", "followed by", "and finally")
AND = ("and", "and also", "also", "plus", "as well as")
FIRST = ("first", "first of all", "to begin", "start by")

NOT_YET = frozenset({
    "not", "never", "no", "except", "but", "without", "if", "unless", "until", "while", "when", "otherwise", "else", "instead", "leftmost",
    "rightmost", "nearest", "closest", "farthest", "furthest", "biggest", "largest", "smallest", "middle", "second", "third", "other",
    "others", "rest", "two", "three", "four", "five", "half", "cm", "mm", "m", "centimeters", "centimetres", "left", "right", "between",
    "away", "slowly", "gently", "carefully", "quickly", "keep", "avoid",
})  # fmt: skip
"""Words whose meaning is known to matter and is not handled; a sentence with one of them is never guessed at."""

UNITS = {"second": 1.0, "seconds": 1.0, "sec": 1.0, "secs": 1.0, "s": 1.0, "minute": 60.0, "minutes": 60.0, "min": 60.0}
NUMBERS = {
    "a": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0, "nine": 9.0,
    "ten": 10.0, "twenty": 20.0, "thirty": 30.0, "half a": 0.5, "a few": 3.0,
}  # fmt: skip


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """A noun in the singular, by rule."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "xes", "sses")):
        return word[:-2]
    if word == "shelves":
        return "shelf"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _index(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {word: meaning for meaning, words in table.items() for word in (meaning, *words)}


NOUN = _index(NOUNS) | {g: g for g in GROUPS}
COLOR = _index(COLORS)
ATTRIBUTE = _index(ATTRIBUTES)


def category_of(word: str) -> str:
    """The kind that a noun, or a scene's own category, stands for: `cube` -> `block`; a foreign word stands for itself."""
    return NOUN.get(word) or NOUN.get(singular(word)) or word


def is_a(category: str, kind: str) -> bool:
    """Whether a scene's category is of a kind that was named."""
    mine, theirs = category_of(category.replace("_", " ").lower()), category_of(kind)
    return mine == theirs or mine in GROUPS.get(theirs, ())


def words_in(phrases: Iterable[str]) -> set[str]:
    """Every single word in some phrases."""
    return {w for p in phrases for w in p.split()}


VOCABULARY: frozenset[str] = frozenset(
    words_in(NOUN) | set(ANYTHING) | words_in(COLOR) | words_in(ATTRIBUTE) | words_in(DETERMINERS) | words_in(PRONOUNS)
    | {w for v in VERBS.values() for w in words_in(v)} | {w for v in PARTICLES.values() for w in v} | words_in(SHOULD)
    | words_in(TOWARDS) | words_in(OFF) | words_in(THEN) | words_in(AND) | words_in(FIRST) | set(UNITS) | words_in(NUMBERS)
    | words_in(COPULA) | words_in(EXACTLY) | set(STATES)
)  # fmt: skip
