"""What a rule holds for: a kind of thing, one thing, a skill, or everything."""

from __future__ import annotations

from collections.abc import Sequence

from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.hearing import MARK
from heedful.agents.corrections.noun_phrases import Things
from heedful.agents.corrections.things import noun_of
from heedful.agents.understanding import lexicon
from heedful.agents.understanding.lexicon import singular
from heedful.agents.understanding.tables import Table

VERBS: Table[str] = Table({
    **dict.fromkeys(("pour", "pouring", "fill", "filling"), "pour"), **dict.fromkeys(("wipe", "wiping", "clean", "cleaning", "scrub"),
        "wipe"), **dict.fromkeys(("drive", "driving", "navigate", "navigating", "drive around", "roll around"), "navigate"),
    **dict.fromkeys(("pick", "pick up", "picking", "picking up", "pick things up", "pick something up", "grab things", "grasp things"),
        "pick"), **dict.fromkeys(("place", "placing", "put down", "putting down", "put things down", "put something down",
        "set things down", "putting things down", "set something down", "placing things", "place things", "place something"), "place"),
        **dict.fromkeys(("push", "pushing", "push things"), "push"),
    **dict.fromkeys(("pull", "pulling"), "pull"), **dict.fromkeys(("stack", "stacking"), "stack"), **dict.fromkeys(("throw", "throwing"),
        "throw"), **dict.fromkeys(("hand over", "handing over", "hand me", "hand me things", "hand something over", "hand things over",
        "hand me something", "pass me things", "give me things", "give me something"), "hand_over"),
    **dict.fromkeys(("open drawers", "open a drawer", "opening drawers", "open the drawer"), "open_drawer"),
        **dict.fromkeys(("close drawers", "close a drawer", "closing drawers", "close the drawer"), "close_drawer"),
            **dict.fromkeys(("open doors", "open a door", "opening doors"), "open_door"), **dict.fromkeys(("close doors", "close a door"),
                "close_door"),
    **dict.fromkeys(("slide", "sliding"), "slide"), **dict.fromkeys(("turn things", "turning things"), "turn"), **dict.fromkeys(("scoop",
        "scooping"), "scoop"), **dict.fromkeys(("lift", "lifting", "lift things", "lift something"), "lift"),
        **dict.fromkeys(("move things", "moving things", "carry things", "carrying things", "carry something", "move something"), "move"),
            **dict.fromkeys(("press buttons", "press a button"), "press"),
})  # fmt: skip
"""Verbs that tell for which skill a rule holds."""


def scope_of(words: Sequence[str], dialogue: Dialogue) -> tuple[int, int, bool, str] | None:
    """A noun that stands for a whole kind: in the plural, or with `a`; where it stands, and the noun."""
    things = Things(words, dialogue)
    for at in range(len(words)):
        if words[at] in ("the", "that", "this", "it", "them") or (at and words[at - 1] in ("the", "that", "this")):
            continue
        if (
            words[at]
            in (
                "left",
                "right",
                "one",
                "ones",
                "hands",
                "arms",
                "things",
                "both",
                "arm",
                "hand",
                "up",
                "time",
                "top",
                "bottom",
                "fingers",
                "light",
            )
            or words[at] in lexicon.COLOR
        ):
            continue
        for meant, end in things.at(at):
            if meant.how != "named" or not meant.head:
                continue
            last = words[end - 1]
            plural = singular(last) != last or last in (
                "fruit",
                "glass",
                "cutlery",
                "food",
                "crockery",
                "glassware",
                "pottery",
                "furniture",
            )
            if (
                plural
                or words[at] in ("a", "an", "any", "every", "each", "all")
                or (at and words[at - 1] in ("a", "an", "any", "my", "our") and words[at] not in ("left", "right"))
            ):
                adjectives = [
                    w
                    for w in words[at : end - 1]
                    if w not in ("a", "an", "any", "every", "each", "all", "my", "our", "of", "the", "your", "some", "these", "those")
                ]
                noun = " ".join([*adjectives, singular(last)])
                noun = noun if plural or meant.names else noun_of(noun)
                owned = words[at - 1] in ("my", "our") if at else words[at] in ("my", "our")
                if (owned or words[at] in ("my", "our")) and not plural and len(meant.names) == 1:
                    continue  # `my laptop` is this one
                start = at - 1 if at and words[at - 1] in ("a", "an", "any", "my", "our") else at
                return start, end, plural, noun
    return None


def adverb(words: list[str]) -> list[str] | None:
    """`drive that fast`, `pour slowly`: how it is done, without what."""
    for i in range(len(words)):
        for _, end in VERBS.at(words, i):
            rest = words[end:]
            if rest[:1] == ["it"]:
                rest = rest[1:]
            if rest:
                before = [w for w in words[:i] if w in ("do", "not")]
                return (
                    [*before, "go", *rest]
                    if rest[0] not in ("be", "use", "keep", "go", "with", MARK)
                    else rest
                    if rest[0] != MARK
                    else rest[1:]
                )
    return None
