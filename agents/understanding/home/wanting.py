"""How people tell what they want by what it is good for, what it is like, or what it comes in, in phrases."""

from __future__ import annotations

from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.home import food, kinds

USE = ways("[that|which] i|we|you can|could [use]|help_to", "that|which|can|could|will|would")
TO = ways("to", "to help", "to help me", "to help us", "to help me to", "for", "to help with", "help", "help me", "help to")
CLEANING = (
    "clean", "wipe", "mop", "dry", "soak", "scrub", "absorb", "cleaning", "wiping", "mopping", "drying", "scrubbing", "tidy", "sponge",
)  # fmt: skip
AFTER = ("up", "off", "down", "with", "up with", "off with", "away", "away with", "down with")
PURPOSES = {
    **dict.fromkeys(ways("to drink|sip", "to drink|sip on", "i|we can drink", "for my thirst", "to quench my thirst", "drinkable",
    "refreshing",
    "cold to drink", "to hydrate", "to hydrate me", "to stay hydrated", "to wash it|that|this down",
    "to wash it|that|this down with"), "drink"),
    **dict.fromkeys(ways("to eat|snack|munch|nibble|chew [on]", "i|we can eat", "i|we can snack on", "edible", "for my hunger"), "food"),
    **dict.fromkeys(ways("to eat|drink or|and drink|eat"), "food or drink"),
}  # fmt: skip
"""What something is good for -> the kind of thing."""
CLEANS = "cleaning tool"
SOME = ("something", "anything", "a thing", "an item", "one thing", "something else", "some thing")
"""Before a quality: `something salty`, `anything with caffeine`."""
ANOTHER = ways("a|another new|fresh|different one", "another one|replacement", "a replacement|new_can|fresh_can", "a replacement one|can",
    "a replacement for it|that|this",
    "something i|we [would] like|love|enjoy", "something like that|this", "one of those")  # fmt: skip
"""One more of what was spoken of."""
OF = ways(
    "bag|can|bottle|pack|packet|box|loaf|carton|cup|glass|set|bunch|bar|head|roll|pair|tub|jar|container|unit|bit|sort|kind|type|form of",
    "bags|cans|bottles|packs|packets|boxes|loaves|cartons|cups|sets|bars|heads|rolls|jars|pieces|units of",
)
SEVERAL = ways("bags|cans|bottles|packs|packets|boxes|loaves|cartons|cups|sets|bars|heads|rolls|jars of")
THESE = ways(
    "all|both [of] these|those|the objects|items|things|toys|pieces",
    "these|those objects|items|things|toys|pieces",
    "the|all [three|two|four] objects|items",
    "each item|object",
    "everything",
)[:-1]
"""Several things that were spoken of."""
SLICE = ways("a|the|one slice|piece")
"""Between an article and a noun, where a thing is told by what it comes in."""
ATTRIBUTES = frozenset({"different"})
HOLDING = ways("with|containing|holding|having", "that|which has|holds|contains", "filled with")
INSIDE = ways("in|inside|on [of] it|them", "inside")
"""After what is in a vessel: `a pot with a sponge in it`."""
NOT_BEING = ways("that|which is|are not", "other than", "besides|except|excluding", "that|which is|are n't", "but not", "apart from")
"""Before what it shall not be: `a drink other than coke`."""
WITHOUT = ways(
    "without [any]",
    "with no|zero",
    "that|which has|contains no",
    "that|which does_not|doesn_t|do_not contain|have|include [any]",
    "free of",
    "lacking",
    "that|which is|are free of",
    "but no",
)
"""Before what is not in it: `a drink without any caffeine`."""
USES = ways(
    "to help [me|us] [to] recover|relax|refresh|focus|cool_down|wake_up|recharge|study|work",
    "to recover|recharge|relax|refresh [with|from]",
    "to drink|eat|enjoy|share|snack_on", "for breakfast|lunch|dinner|me|us|now|later|myself|the_road|my_guests|my_friend"
    "|my_workout|energy",
    "to wake me up", "to go", "to keep me awake|going", "as a snack|drink|treat|replacement", "as well", "instead", "to help",
    "to cheer me up",
    "to quench my thirst", "to satisfy my hunger",
)  # fmt: skip
"""What a thing is wanted for, after it; it does not tell it from others."""

WORDS = (
    words_in(food.LACKING)
    | words_in(
        [*PURPOSES, *USE, *TO, *CLEANING, *AFTER, *SOME, *ANOTHER, *OF, *THESE, *USES, *NOT_BEING, *WITHOUT, *ATTRIBUTES, *HOLDING, *INSIDE]
    )
    | words_in(" ".join(p) for p in kinds.qualities())
)
