"""The words people use for things, colours, sizes and acts, and what each of them means."""

from __future__ import annotations

from functools import lru_cache

from heedful.agents.understanding import ontology
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.home.kinds import kinds_of, table
from heedful.agents.understanding.tables import Table
from heedful.program import Ref

ONE = "one"
"""Category of a phrase such as `the red one`, until it is known what kind of thing is meant."""
THEME = Ref(words="_")
"""In what tells a place from others: the thing that is put there, as in `the bowl of its colour`."""

NOUNS: dict[str, tuple[str, ...]] = {
    "block": ("cuboid", "lego", "lego brick", "toy cube", "building brick", "wood block", "dice", "die", "blockie", "wood cube",
    "toy brick", "building cube", "cube", "brick", "building block", "wooden block", "toy block"),
    "bowl": ("round container", "round vessel", "cereal bowl", "soup bowl", "salad bowl", "mixing bowl", "round dish", "fruit bowl",
    "deep dish", "basin",),
    "plate": ("dinner plate", "side plate", "flat dish", "platter", "dessert plate", "china plate", "saucer",),
    "mug": ("tumbler", "drinking cup", "tankard", "stein", "drinking mug", "goblet", "coffee beaker", "drinking vessel", "cup",
    "coffee mug", "coffee cup", "tea cup", "teacup", "beaker"),
    "can": ("beer tin", "beer can", "cola can", "pop can", "aluminium can", "aluminum can", "tinnie", "canister", "drinks tin", "pop tin",
    "fizzy drink can", "can of pop", "can of soda", "can of beer", "can of drink", "tin of drink", "tin", "soda can", "tin can", "soda",
    "drink can", "drinks can", "beverage can", "soft drink"),
    "bin": ("pail", "rubbish pail", "garbage pail", "trash pail", "dumpster", "wastebin", "waste container", "trash container",
    "garbage container", "refuse bin", "litter basket", "trash basket", "garbage bin", "rubbish container", "rubbish basket", "scrap bin",
    "waste can", "bin bag", "trash bucket", "waste bucket", "rubbish", "dust bin", "wastepaper basket", "paper basket", "recycling bin",
    "rubbish bucket", "waste bin", "trash bin", "litter bin", "trashcan", "wastebasket", "waste paper basket", "trash", "trash can",
    "rubbish bin",
        "garbage", "garbage can", "dustbin", "waste basket",
    ),
    "tray": ("serving board", "salver", "serving platter", "tea tray", "serving plate", "board", "serving tray",),
    "drawer": (
        "layer", "drawer layer", "layer of the drawer", "cabinet layer", "cabinet drawer", "drawer of the cabinet", "drawer in the cabinet",
        "drawer handle", "handle of the drawer", "handle of drawer",
    ),
    "cabinet": ("wardrobe", "closet", "locker", "armoire", "sideboard", "larder", "hutch", "cupboard",),
    "table": ("work surface", "surface", "working surface", "workbench", "table surface", "tabletop", "table top", "desk", "worktop",
    "tabletop", "surface of the table"),
    "door": ("cabinet door", "cupboard door", "door of the cabinet", "cabinet s door", "sliding door", "sliding panel", "panel",
    "slider door", "sliding window", "sliding cabinet door", "hatch", "door handle", "handle of the door"),
    "lamp": ("reading lamp", "luminaire", "night light", "spotlight", "reading light", "desk light", "table light", "light", "bulb",
    "light bulb", "lightbulb", "desk lamp", "table lamp", "lantern", "lights"),
    "led": ("led light", "led lamp", "led bulb", "led s light"),
    "button": ("pushbutton", "buzzer", "push switch", "push button", "lamp button"),
    "switch": ("light switch", "lamp switch"),
    "faucet": (
        "lever of the faucet", "faucet lever", "lever", "handle of the faucet", "tap", "water tap", "spigot", "water faucet", "spout",
    ),
    "sponge": ("scourer", "scrubber", "scouring pad", "dish sponge", "cleaning sponge", "scrubbing pad", "washing up thing",
    "washing up sponge", "dish scrubber", "cleaning pad", "dishwashing sponge", "wiper", "washing thing", "kitchen sponge",),
    "spill": ("puddle", "stain", "mess", "spillage", "spilled water", "spilt water", "wet patch", "blotch", "splash"),
    "square": ("mark", "marker", "marking", "patch", "marked square", "painted square", "target square", "field"),
    "cloth": ("towel", "rag"),
    "bottle": (),
    "box": ("crate", "carton", "cardboard box", "package", "parcel"),
    "basket": (),
    "frying pan": ("frypan", "skillet", "fry pan"),
    "compartment": ("section", "slot", "pocket", "cubby", "cubbyhole", "partition"),
    "stove": ("burner", "hob", "cooktop", "stovetop", "stove top", "cooker", "hotplate", "hot plate"),
    "ball": (),
    "shelf": (),
    "shelf board": ("cabinet shelf", "shelf of the cabinet"),
    "lemon": (),
    "apple": (),
    "banana": (),
    "orange": ("tangerine", ),
}  # fmt: skip
"""What a thing is called -> other words for it."""

GROUPS: dict[str, tuple[str, ...]] = {
    "fruit": ("lemon", "apple", "banana", "orange"),
    "dish": ("bowl", "plate"),
    "container": ("bowl", "mug", "bin", "drawer", "cabinet", "box", "basket"),
    "vessel": ("mug", "bowl", "bottle", "can"),
    "water": ("faucet", "spill"),
    "lamp": ("led",),
    "pan": ("frying pan",),
    "switch": ("button",),
    "cabinet": ("sliding cabinet",),
    "shelf": ("sliding cabinet",),
    "slider": ("sliding cabinet", "door"),
}  # fmt: skip
"""Words for several kinds of thing at once."""

ANYTHING = ("thing", "object", "item", "one", "piece", "article", "thingy", "thingie")
"""Nouns that name no kind; `one` takes the kind of something mentioned before."""

STANDS_IN = {"cabinet": ("door", "shelf"), "door": ("cabinet",)}
"""What is meant by a thing of which there is none: by the cupboard what is behind its door."""
HOLDERS = frozenset({"can", "bottle", "bag", "box", "jar", "carton", "packet", "pack", "tin", "tube", "container"})
"""What things come in: a scene's `coke can` is called a coke, too."""

FIXED = frozenset({"table", "drawer", "cabinet", "door", "shelf", "faucet", "button", "lamp", "spill", "square"})
"""Kinds that stay where they are, for pronouns before anything is bound."""
FLAT = frozenset({"plate", "tray"})
OPENABLE = frozenset({"drawer", "cabinet", "door", "faucet"})
WITH_DOORS = frozenset({"microwave", "fridge", "refrigerator", "oven", "dishwasher", "freezer", "safe"})
"""Kinds that are opened and closed by their own door."""
PARTS = frozenset({"drawer", "door", "compartment", "shelf board", "shelf", "board", "section"})
"""Kinds that are told by what they are part of: `the top drawer of the white cabinet`."""
SWITCHED = {"lamp": "lit", "faucet": "running"}
"""What it is to be on, by kind."""

COLORS: dict[str, tuple[str, ...]] = {
    "red": ("ruby", "maroon", "burgundy", "reddish", "vermilion", "crimson", "scarlet"),
    "green": ("emerald", "greenish", ),
    "blue": ("navy", "azure", "cobalt", "sapphire", "bluish", ),
    "yellow": ("golden", "gold", "yellowish", ),
    "orange": ("tangerine", ),
    "purple": ("lilac", "mauve", "lavender", "purplish", "violet",),
    "black": ("ebony", "blackish", ),
    "white": ("ivory", "snowy", "whitish", "cream", ),
    "gray": ("grey",),
    "brown": (),
    "pink": (),
    "cyan": ("turquoise", "teal"),
}  # fmt: skip

ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "small": ("wee", "teeny", "mini", "miniature", "petite", "teensy", "minuscule", "compact", "dinky", "smallish", "titchy", "bitty",
    "little", "tiny"),
    "large": ("massive", "giant", "gigantic", "enormous", "hefty", "bulky", "jumbo", "oversized", "sizeable", "great", "biggish",
    "largish", "chunky", "big", "huge"),
    "wooden": ("wood",),
    "plastic": (),
    "metal": ("metallic",),
    "held": ("grasped", "gripped", "lifted", "carried"),
    "stacked": ("piled",),
    "empty": (),
    "full": ("filled",),
    "running": (),
    "lit": ("burning", "shining"),
    "fallen": ("toppled", "overturned", "tipped", "lying"),
    "foam": ("foamy",),
    "hard": ("rigid", "solid", "firm", "stiff"),
    "soft": ("squishy", "spongy", "squeezy", "squashy", "squashable", "cushiony"),
    "ceramic": ("china", "porcelain", "earthenware"),
    "medium": ("mid",),
}  # fmt: skip
CONDITIONS = {
    "stacked": ("stacked", True),
    "running": ("running", True),
    "lit": ("lit", True),
    "full": ("full", True),
    "empty": ("empty", True),
    "fallen": ("upright", False),
    "upright": ("upright", True),
    "upside_down": ("upside_down", True),
    "open": ("open", True),
    "closed": ("closed", True),
    "unlit": ("lit", False),
    "held": ("holding", True),
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
}  # fmt: skip

PRONOUNS: dict[str, str] = {
    "it all": "all", "all this": "all", "all that": "all", "it": "the", "that": "the", "this": "the", "this one": "the",
    "that one": "the", "him": "the", "her": "the", "he": "the", "she": "the", "the same": "the", "the same one": "the",
    "that same one": "the",
    "this thing": "the", "itself": "the", "the former": "the", "the latter": "the", "they": "all", "themselves": "all",
    "both of them": "all",
    "the two": "all", "the two of them": "all", "the both of them": "all", "the pair": "all", "all three": "all",
    "all three of them": "all",
    "each": "all", "one of them": "a", "one of those": "a", "the pair of them": "all", "all of those": "all", "all of these": "all",
    "them": "all", "these": "all", "those": "all", "both": "all",
    "everything": "all", "all": "all", "all of them": "all", "each of them": "all", "all of it": "all", "them all": "all",
    "everything you see": "all", "everything you can see": "all",
    "all things": "all", "each one": "all", "every one": "all", "everything there": "all", "the lot": "all", "something": "a",
    "anything": "a",
}  # fmt: skip

STANCES: Table[str] = Table({
    "upside down": "upside_down", "inverted": "upside_down", "upturned": "upside_down", "turned upside down": "upside_down",
    "the wrong way up": "upside_down", "the wrong way round": "upside_down", "on its head": "upside_down", "on its rim": "upside_down",
    "upright": "upright", "standing": "upright", "the right way up": "upright", "standing up": "upright", "standing upright": "upright",
    "open": "open", "opened": "open", "closed": "closed", "shut": "closed", "unlit": "unlit", "switched off": "unlit",
    "turned off": "unlit",
    "off": "unlit", "switched on": "lit", "turned on": "lit", "on": "lit", "lying down": "fallen", "knocked over": "fallen",
    "tipped over": "fallen", "on its side": "fallen", "lying on its side": "fallen", "fallen over": "fallen", "sideways": "fallen",
    "in your hand": "held", "in the hand": "held", "in your gripper": "held", "in the gripper": "held",
})  # fmt: skip
"""How a thing is, in more than a word or in a word that is a verb too."""
FALLEN = ways(
    "that|which has|have fallen|tipped|toppled [over|down]", "that|which fell|tipped|toppled [over|down]",
    "[that|which] [is] lying on its side|down", "that|which is lying|knocked_over|tipped_over",
)  # fmt: skip
"""After a thing that has fallen over."""
FALLEN_IS = ways("lying|fallen|tipped|toppled|knocked over|down", "[lying|lies] on its|their side", "lying")
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

PRONOUN: Table[str] = Table(PRONOUNS)
BEFORE_A_PERSON = frozenset({"to", "near", "behind", "beside", "by", "towards", "toward", "from", "of", "with"})
"""Words before `me` and `you` where they are places."""
BEFORE_THERE = frozenset({"in", "on", "into", "onto", "from", "inside", "to", "under", "over", "near"})
"""Words before `there` where it is a place that was named."""
MATERIALS = {
    "wood": "wooden", "plastic": "plastic", "metal": "metal", "steel": "metal", "foam": "foam", "ceramic": "ceramic", "china": "ceramic",
    "porcelain": "ceramic", "glass": "glass", "rubber": "rubber", "paper": "paper", "cardboard": "cardboard", "tin": "metal",
}  # fmt: skip

SINGLE = frozenset({"there", *(p for p, q in PRONOUNS.items() if q == "the")})
WHOLE = frozenset(p for p, q in PRONOUNS.items() if q == "all" and p.startswith(("every", "all", "it all")) and "them" not in p) | {
    "something",
    "anything",
}  # fmt: skip
"""Pronouns that look at the scene and may be narrowed down: `everything in the bowl`."""
SEVERAL = frozenset({
    "them", "these", "those", "both", "all", "all of them", "each of them", "them all", "each one", "every one", "they", "themselves",
    "both of them", "the two", "the two of them", "the both of them", "the pair", "all three", "all three of them", "each",
    "the pair of them",
    "all of those", "all of these",
})  # fmt: skip
"""Pronouns that stand for one thing, and for several that were mentioned; `everything` and `something` look at the scene."""


IRREGULAR = {
    "shelves": "shelf", "knives": "knife", "loaves": "loaf", "leaves": "leaf", "halves": "half", "tomatoes": "tomato", "potatoes": "potato",
    "mangoes": "mango", "dishes": "dish", "glasses": "glass", "boxes": "box", "cookies": "cookie", "people": "person",
    "sandwiches": "sandwich", "cds": "cd", "tvs": "tv",
    "vases": "vase", "buses": "bus", "mice": "mouse", "gases": "gas", "lens": "lens", "bus": "bus", "veggies": "veggie",
    "smoothies": "smoothie",
    "peaches": "peach", "matches": "match", "brushes": "brush", "sponges": "sponge", "oranges": "orange",
}  # fmt: skip


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """A noun in the singular, by rule."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "xes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _index(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {word: meaning for meaning, words in table.items() for word in (meaning, *words)}


NOUN = (
    ontology.NOUNS
    | {g: g for g in GROUPS}
    | _index(NOUNS)
    | dict.fromkeys(("flow of water", "running water", "water flow", "stream of water"), "water")
)
COLOR = _index(COLORS)
ATTRIBUTE = _index(ATTRIBUTES)


def category_of(word: str) -> str:
    """The kind that a noun, or a scene's own category, stands for: `cube` -> `block`; a foreign word stands for itself."""
    return NOUN.get(word) or NOUN.get(singular(word)) or word


@lru_cache(maxsize=65536)
def is_a(category: str, kind: str) -> bool:
    """Whether a scene's category is of a kind that was named: itself, one of its group, or by the last word of its name."""
    plain = category.replace("_", " ").lower()
    if kind in table() and plain in table() and kind not in NOUNS and kind not in GROUPS and kind not in ontology.NOUNS:
        return kind in kinds_of(plain)
    mine, theirs = category_of(plain), category_of(kind)
    if mine == theirs or mine in GROUPS.get(theirs, ()) or theirs in ontology.kinds(mine) | ontology.kinds(plain) | kinds_of(plain):
        return True
    if plain.endswith(f" {kind}"):
        return True
    contents, _, head = plain.rpartition(" ")
    if head in HOLDERS and contents == kind:
        return True
    return bool(contents) and plain not in table() and (is_a(head, kind) or (head in HOLDERS and is_a(contents, kind)))


def group(kind: str) -> bool:
    """Whether it names several kinds at once."""
    return kind in GROUPS or kind in ontology.GROUPS
