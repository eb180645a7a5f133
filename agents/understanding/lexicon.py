"""The words people use for things, colours, sizes and acts, and what each of them means."""

from __future__ import annotations

from functools import lru_cache

from heedful.agents.understanding import directions, idioms, layouts, participles, verbs
from heedful.agents.understanding.frames import ways, words_in

NOUNS: dict[str, tuple[str, ...]] = {
    "block": ("cube", "brick", "building block", "wooden block", "toy block"),
    "bowl": ("basin",),
    "plate": ("saucer",),
    "mug": ("cup", "coffee mug", "coffee cup", "tea cup", "teacup", "beaker"),
    "can": ("tin", "soda can", "tin can", "soda", "drink can", "drinks can", "beverage can", "soft drink"),
    "bin": (
        "waste bin", "trash bin", "litter bin", "trashcan", "wastebasket", "waste paper basket", "trash", "trash can", "rubbish bin",
        "garbage", "garbage can", "dustbin", "waste basket",
    ),
    "tray": ("serving tray",),
    "drawer": (
        "cabinet drawer", "drawer of the cabinet", "drawer in the cabinet", "drawer handle", "handle of the drawer", "handle of drawer",
    ),
    "cabinet": ("cupboard",),
    "table": ("tabletop", "table top", "desk", "worktop", "tabletop", "surface of the table"),
    "door": ("cabinet door", "cupboard door", "door of the cabinet", "cabinet s door", "sliding door", "door handle", "handle of the door"),
    "lamp": ("light", "bulb", "light bulb", "lightbulb", "desk lamp", "table lamp", "lantern", "lights"),
    "led": ("led light", "led lamp", "led bulb", "led s light"),
    "button": ("push button", "lamp button"),
    "switch": ("light switch", "lamp switch"),
    "faucet": (
        "lever of the faucet", "faucet lever", "lever", "handle of the faucet", "tap", "water tap", "spigot", "water faucet", "spout",
    ),
    "sponge": ("kitchen sponge",),
    "spill": ("puddle", "stain", "mess", "spillage", "spilled water", "spilt water", "wet patch", "blotch", "splash"),
    "square": ("mark", "marker", "marking", "patch", "marked square", "painted square", "target square", "field"),
    "cloth": ("towel", "rag"),
    "bottle": (),
    "box": ("crate", "carton", "cardboard box", "package", "parcel"),
    "basket": (),
    "ball": (),
    "shelf": (),
    "lemon": (),
    "apple": (),
    "banana": (),
    "orange": (),
}  # fmt: skip
"""What a thing is called -> other words for it."""

GROUPS: dict[str, tuple[str, ...]] = {
    "fruit": ("lemon", "apple", "banana", "orange"),
    "dish": ("bowl", "plate"),
    "container": ("bowl", "mug", "bin", "drawer", "cabinet", "box", "basket"),
    "vessel": ("mug", "bowl", "bottle", "can"),
    "water": ("faucet", "spill"),
    "lamp": ("led",),
    "switch": ("button",),
    "cabinet": ("sliding cabinet",),
    "shelf": ("sliding cabinet",),
    "slider": ("sliding cabinet", "door"),
}  # fmt: skip
"""Words for several kinds of thing at once."""

ANYTHING = ("thing", "object", "item", "one")
"""Nouns that name no kind; `one` takes the kind of something mentioned before."""

FIXED = frozenset({"table", "drawer", "cabinet", "door", "shelf", "faucet", "button", "lamp", "spill", "square"})
"""Kinds that stay where they are, for pronouns before anything is bound."""
OPENABLE = frozenset({"drawer", "cabinet", "door", "faucet"})
SWITCHED = {"lamp": "lit", "faucet": "running"}
"""What it is to be on, by kind."""

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
}  # fmt: skip

ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "small": ("little", "tiny"),
    "large": ("big", "huge"),
    "wooden": ("wood",),
    "plastic": (),
    "metal": ("metallic",),
    "held": ("grasped", "gripped"),
    "stacked": ("piled",),
    "empty": (),
    "full": ("filled",),
    "running": (),
    "lit": ("burning", "shining"),
    "fallen": ("toppled", "overturned", "tipped"),
}  # fmt: skip
CONDITIONS = {
    "held": ("holding", True),
    "stacked": ("stacked", True),
    "running": ("running", True),
    "lit": ("lit", True),
    "full": ("full", True),
    "empty": ("empty", True),
    "fallen": ("upright", False),
}  # fmt: skip
"""Attributes that are seen from the state: the predicate, and whether it holds."""

DETERMINERS: dict[str, str] = {
    "the": "the", "that": "the", "this": "the", "my": "the", "your": "the", "our": "the",
    "a": "a", "an": "a", "any": "a", "some": "a", "one": "a", "one of the": "a", "one of those": "a", "one of these": "a",
    "any of the": "a", "one of": "a", "any one of the": "a",
    "any one of": "a", "any single": "a", "a single": "a", "whichever": "a",
    "a piece of": "a", "some piece of": "a", "its": "the", "the piece of": "the", "all of": "all", "every single": "all",
    "each and every": "all",
    "each one of the": "all", "each single": "all", "all of these": "all", "all of those": "all", "all these": "all", "all those": "all",
    "all": "all", "all the": "all", "all of the": "all", "every": "all", "each": "all", "each of the": "all", "every one of the": "all",
    "these": "all", "those": "all", "both": "all", "both the": "all", "both of the": "all",
    **{f"{w} {n}{of}": "all" for n in ("two", "three", "four", "five", "six") for w in ("the", "all", "these", "all the") for of in ("",
    " of the")},
}  # fmt: skip

COUNTED = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "both": 2}
"""Numbers that tell how many there are of what is meant."""

PRONOUNS: dict[str, str] = {
    "it all": "all", "all this": "all", "all that": "all", "it": "the", "that": "the", "this": "the", "this one": "the",
    "that one": "the", "him": "the",
    "them": "all", "these": "all", "those": "all", "both": "all",
    "everything": "all", "all": "all", "all of them": "all", "each of them": "all", "all of it": "all", "them all": "all",
    "everything else": "all", "everything you see": "all", "everything you can see": "all",
    "all things": "all", "each one": "all", "every one": "all", "everything there": "all", "the lot": "all", "something": "a",
    "anything": "a",
}  # fmt: skip

_STANDING = "standing|lying|sitting|resting|placed|stored|kept|that_is|which_is|that_are|which_are|that_stands|that_lies"
POINTING = {
    **dict.fromkeys(ways(f"[{_STANDING}] in|inside"), "in"), **dict.fromkeys(ways(f"[{_STANDING}] on|on_top_of|atop"), "on"),
    **dict.fromkeys(ways("[standing|lying|that_is|which_is|hidden|that_are] under|underneath|beneath|below"), "under"),
    "from": "from", "off": "from",
}  # fmt: skip
"""What may follow a thing to tell it from others: `the spill under the can`."""
FALLEN = ways(
    "that|which has|have fallen|tipped|toppled [over|down]", "that|which fell|tipped|toppled [over|down]",
    "[that|which] [is] lying on its side|down", "that|which is lying|knocked_over|tipped_over",
)  # fmt: skip
"""After a thing that has fallen over."""
MATCHING = ways(
    "of|in|with its|their|the_same|matching|that|the_corresponding|the_respective|its_own|their_own|like colour|color|colours|colors",
    "that|which matches|match|has|have|shares|share [it|them|its|their|the_same] colour|color|colours|colors", "of same colour|color",
    "with|of|in the colour|color of it|the_block", "that|which matches|match [it|them]",
    "matching it|them|its_colour|its_color|their_colour|their_color",
    "of the block s colour|color", "by|per|for_each colour|color", "of each colour|color", "that is|are the same colour|color",
    "as per colour|color",
    "according to colour|color|its_colour|its_color|their_colour|their_color|their_colours|their_colors", "of identical colour|color",
)  # fmt: skip
MATCHED = ways(
    "matching|corresponding", "same coloured|colored|colour|color", "equally coloured|colored", "colour|color matching|matched",
    "like coloured|colored", "identically coloured|colored",
)  # fmt: skip
"""Of the colour of what is put there: after the place, and before its noun."""

SINGLE = frozenset(p for p, q in PRONOUNS.items() if q == "the")
WHOLE = frozenset(p for p, q in PRONOUNS.items() if q == "all" and p.startswith(("every", "all", "it all")) and "them" not in p) | {
    "something",
    "anything",
}  # fmt: skip
"""Pronouns that look at the scene and may be narrowed down: `everything in the bowl`."""
SEVERAL = frozenset({"them", "these", "those", "both", "all", "all of them", "each of them", "them all", "each one", "every one"})
"""Pronouns that stand for one thing, and for several that were mentioned; `everything` and `something` look at the scene."""


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


NOUN = _index(NOUNS) | {g: g for g in GROUPS} | dict.fromkeys(("flow of water", "running water", "water flow", "stream of water"), "water")
COLOR = _index(COLORS)
ATTRIBUTE = _index(ATTRIBUTES)


def category_of(word: str) -> str:
    """The kind that a noun, or a scene's own category, stands for: `cube` -> `block`; a foreign word stands for itself."""
    return NOUN.get(word) or NOUN.get(singular(word)) or word


def is_a(category: str, kind: str) -> bool:
    """Whether a scene's category is of a kind that was named."""
    mine, theirs = category_of(category.replace("_", " ").lower()), category_of(kind)
    return mine == theirs or mine in GROUPS.get(theirs, ())


VOCABULARY: frozenset[str] = frozenset(
    words_in(NOUN) | set(ANYTHING) | words_in(COLOR) | words_in(ATTRIBUTE) | words_in(DETERMINERS) | words_in(PRONOUNS) | set(CONDITIONS)
    | words_in(POINTING) | words_in(FALLEN) | words_in(MATCHING) | words_in(MATCHED) | verbs.WORDS | idioms.WORDS
    | layouts.WORDS | participles.WORDS | directions.WORDS
)  # fmt: skip
