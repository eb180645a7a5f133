"""Things by their names: what may be said of one, which nouns it answers to, and which of several are alike."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.understanding import lexicon, ontology
from heedful.agents.understanding.household import THINGS
from heedful.agents.understanding.lexicon import category_of, is_a, singular


@dataclass(frozen=True, slots=True)
class Meant:
    """A thing as it was spoken of, and which names it may stand for."""

    names: tuple[str, ...]
    """In the scene's order; empty if nothing here fits."""
    words: str
    head: str = ""
    """The noun, in the singular; empty for `it` and `the red one`."""
    how: str = "named"
    """`named`, `it`, `one` (no noun of its own), `other`, `special` (a person, the robot, a place that is always there)."""
    plural: bool = False
    determined: bool = False
    """Whether an article or the like stands before it."""
    told: bool = False
    """Whether an adjective tells which."""

    @property
    def name(self) -> str | None:
        """The one thing that it is; None where that is open."""
        return self.names[0] if len(self.names) == 1 else None


POSITIONS = {
    **dict.fromkeys(("left", "leftmost", "lefthand"), "left"), **dict.fromkeys(("right", "rightmost", "righthand"), "right"),
    **dict.fromkeys(("middle", "central", "centre", "center"), "middle"),
    **dict.fromkeys(("top", "upper", "topmost", "uppermost", "highest", "higher"), "top"),
    **dict.fromkeys(("bottom", "lower", "bottommost", "lowest", "lowermost"), "bottom"),
    **dict.fromkeys(("front", "nearest", "nearer", "closest", "frontmost"), "front"),
    **dict.fromkeys(("back", "rear", "far", "furthest", "farthest"), "back"),
}  # fmt: skip
"""Words for a place among others of its kind -> one for all of them."""
DEGREES = {
    **dict.fromkeys(("bigger", "biggest", "larger", "largest", "big", "large", "huge"), "large"),
    **dict.fromkeys(("smaller", "smallest", "littler", "small", "little", "tiny", "mini"), "small"),
    **dict.fromkeys(("taller", "tallest", "tall", "high"), "tall"),
    **dict.fromkeys(("shorter", "shortest", "short"), "short"), **dict.fromkeys(("longer", "longest", "long"), "long"),
    **dict.fromkeys(("thicker", "thick", "fat", "fatter", "wide", "wider"), "thick"), **dict.fromkeys(("thinner", "thin"), "thin"),
    **dict.fromkeys(("stripy", "stripey", "striped", "stripes", "stripe"), "striped"), **dict.fromkeys(("dotted", "spotted", "dotty",
    "spotty"), "spotted"), **dict.fromkeys(("heavier", "heaviest", "heavy"), "heavy"), **dict.fromkeys(("darker", "dark"), "dark"),
    **dict.fromkeys(("lighter", "light", "pale"), "light"), **dict.fromkeys(("round", "rounder", "circular"), "round"),
    **dict.fromkeys(("wood", "wooden"), "wooden"), **dict.fromkeys(("metal", "metallic", "steel"), "metal"),
}  # fmt: skip
_COLOURED = {
    "banana": "yellow", "lemon": "yellow", "apple": "red", "orange": "orange", "tomato": "red", "strawberry": "red", "carrot": "orange",
    "lime": "green", "cucumber": "green", "pear": "green", "broccoli": "green", "milk": "white", "egg": "white", "peach": "orange",
    "plum": "purple", "aubergine": "purple", "lettuce": "green", "cherry": "red", "pumpkin": "orange", "corn": "yellow", "cheese": "yellow",
}  # fmt: skip
"""The colour that a thing has by itself, where its name tells none."""
_SAME = {"tin": "can", "can": "can", "cup": "mug", "mug": "mug", "cube": "block", "brick": "block", "block": "block", "bin": "bin"}
VESSELS = frozenset({"bowl", "tray", "plate", "bin", "basket", "box", "drawer", "shelf", "rack", "crate", "table", "counter", "desk", "pot",
    "pan", "sink", "toolbox", "cabinet", "cupboard", "saucer", "glass", "mat", "board", "bucket", "dish", "chair", "bench", "cart",
    "container", "carton", "sofa", "bag", "holder", "stand", "pad", "cloth", "platter", "cup", "mug", "jar", "bottle", "fridge",
    "dishwasher", "oven", "microwave", "hook", "case", "compartment", "bed", "square", "workbench", "pile", "stack",
    "counter top"})  # fmt: skip
"""What things are put in or on."""


@lru_cache(maxsize=4096)
def canon(word: str) -> str:
    """One word for all that mean the same quality: `leftmost` -> `left`, `tiny` -> `small`, `scarlet` -> `red`."""
    if word in POSITIONS:
        return POSITIONS[word]
    if word in DEGREES:
        return DEGREES[word]
    return lexicon.COLOR.get(word) or lexicon.ATTRIBUTE.get(word) or lexicon.MATERIALS.get(word) or word


@lru_cache(maxsize=4096)
def qualities(name: str) -> frozenset[str]:
    """What may be said of a thing of this name beside its noun."""
    words = name.split()
    found = {canon(w) for w in words[:-1]} | set(words[:-1])
    found |= {canon(q) for q in ontology.kinds(words[-1])} if words[-1] in THINGS else set()
    if not found & set(lexicon.COLORS) and words[-1] in _COLOURED:
        found.add(_COLOURED[words[-1]])
    return frozenset(found | {canon(words[-1])} if len(words) == 1 else found)


@lru_cache(maxsize=8192)
def fits(name: str, head: str) -> bool:
    """Whether a noun may be used for the thing of a name: its last word, a kind that it is of, what it holds (`the cola`)."""
    words = name.split()
    plainly = head if " " in head or head == words[-1] else singular(head)
    if plainly in (name, words[-1]) or name.endswith(f" {plainly}") or (len(words) > 1 and " ".join(words[:-1]) == plainly):
        return canon(plainly) == plainly or plainly not in POSITIONS
    if plainly in words and words[-1] in lexicon.HOLDERS | {"glass", "mug", "cup"} and plainly not in POSITIONS:
        return True
    mine, theirs = _SAME.get(words[-1], words[-1]), _SAME.get(plainly, plainly)
    return mine == theirs or is_a(name, plainly) or is_a(words[-1], plainly)


def holds(name: str, noun: str) -> bool:
    """Whether a noun tells only what a thing is for or holds: a fruit bowl is no fruit."""
    return name.split()[0] == noun and noun_of(name) != noun


def noun_of(name: str) -> str:
    """The noun of a name: `striped mug` is a mug."""
    return name.rpartition(" ")[2]


def alike(a: str, b: str) -> bool:
    """Whether two names are of one kind."""
    return _SAME.get(noun_of(a), noun_of(a)) == _SAME.get(noun_of(b), noun_of(b)) or category_of(noun_of(a)) == category_of(noun_of(b))


def the_one(dialogue: Dialogue, meant: Meant) -> Meant:
    """`the drawer`, where one of several is spoken of already: that one."""
    if len(meant.names) < 2 or meant.plural or meant.how == "other":
        return meant
    for near in (set(dialogue.bindings.values()), set(dialogue.mentioned[:1])):
        if len(known := [n for n in meant.names if n in near]) == 1:
            return replace(meant, names=(known[0],))
    return meant


def akin(a: str, b: str) -> bool:
    """Whether two things are at least of a common kind: both fruit, both tools."""
    mine, theirs = ontology.kinds(noun_of(a)), ontology.kinds(noun_of(b))
    return alike(a, b) or bool((mine & theirs) & ontology.GROUPS - {"food", "household", "vessel", "container", "tableware"})
