"""Kinds of kinds: that a lemon is a sour fruit, a sponge something to clean with. The facts stand in `household`."""

from __future__ import annotations

from functools import cache

from heedful.agents.understanding.household import CALLED, PROPERTIES, THINGS


@cache
def kinds(category: str) -> frozenset[str]:
    """Everything that a thing of this category is: kinds and properties, itself among them.

    A name that is not known is taken for its last word, as a lamp post is a post.
    """
    known = category if category in THINGS else category.replace("_", " ")
    if known not in THINGS:
        _, _, head = known.rpartition(" ")
        return frozenset({known}) | (kinds(head) if head and head != known else frozenset())
    found = {known}
    for one in THINGS[known].replace("_", "\0").split():
        one = one.replace("\0", " ")
        found |= {one, *kinds(one)}
    if " " in known:
        found |= {known.rpartition(" ")[2]}
    return frozenset(found)


def _parents() -> frozenset[str]:
    return frozenset(k.replace("_", " ") for row in THINGS.values() for k in row.split()) - PROPERTIES


GROUPS: frozenset[str] = _parents()
"""Kinds that other kinds belong to."""
ADJECTIVES: dict[str, str] = {p: p for p in PROPERTIES} | {
    "tasty": "edible", "sugary": "sweet", "sugared": "sweet", "acidic": "sour", "tart": "sour", "hot": "spicy", "savoury": "salty",
    "savory": "salty", "fragile": "breakable", "carbonated": "fizzy", "fizzy": "fizzy", "energizing": "energising", "tangy": "sour",
}  # fmt: skip
NOUNS: dict[str, str] = {g: g for g in GROUPS} | {t: t for t in THINGS} | {word: kind for kind, words in CALLED.items() for word in words}
"""Every name -> the kind that it stands for."""
CHOSEN = frozenset(w for words in CALLED.values() for w in words if w.startswith("something "))
"""Names that leave the choice."""
