"""Where one thing is to another: the words for it, the things named after them, and which of them `to` stands for."""

from __future__ import annotations

from heedful.agents.corrections.constructions import SLOTS, Reader
from heedful.agents.corrections.dialogue import CENTRE, FLOOR, PERSON, TABLE
from heedful.agents.corrections.things import VESSELS, Meant, alike, noun_of
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.tables import Table

RELATIONS: Table[str] = Table({
    **dict.fromkeys(ways("[back|right|straight|over|down] in|into|inside|inside_of|within|in_to"), "in"),
    **dict.fromkeys(ways("[back|right|over|down|up] on|onto|on_top_of|upon|on_to|atop|ontop_of|on_the_top_of", "over on"), "on"),
    **dict.fromkeys(ways("[right|down] under|underneath|beneath|below"), "under"),
    **dict.fromkeys(ways("[right|over|just] next_to|beside|by|near|alongside|close_to|besides|at_the_side_of|by_the_side_of|right_by|"
        "along_side|adjacent_to|close_by|near_to|next"), "next_to"),
    **dict.fromkeys(ways("[right|over|just] [to|on|at] the left of", "[on|to] the left hand_side|side of", "[just] left of", "to left of",
        "on left of", "leftwards of"), "left_of"),
    **dict.fromkeys(ways("[over|just] [to|on|at] the right of", "[on|to] the right hand_side|side of", "[just] right of", "to right of",
        "on right of"), "right_of"),
    **dict.fromkeys(ways("[right|over|just] behind|in_back_of|at_the_back_of|to_the_rear_of"), "behind"),
    **dict.fromkeys(ways("[right|over|just] in_front_of|before|at_the_front_of|in_the_front_of"), "in_front_of"),
    **dict.fromkeys(ways("[somewhere|right] between|in_between|in_the_middle_between|midway_between|halfway_between"), "between"),
    **dict.fromkeys(ways("far|well|a_long_way [away] from", "far off from", "as far [away] from", "away from"), "far_from"),
    **dict.fromkeys(ways("at"), "at"),
    **dict.fromkeys(ways("[over|back|across] to", "over at"), "to"),
})  # fmt: skip
"""Prepositions -> the relation; `to` leaves open which."""
INTO = frozenset({"bowl", "bin", "basket", "box", "drawer", "glass", "cup", "mug", "jar", "pot", "sink", "toolbox", "crate", "bucket",
    "bag",
    "container", "carton", "bottle", "cabinet", "cupboard", "pan", "jug", "vase", "case", "fridge", "oven", "dishwasher", "microwave",
    "can"})  # fmt: skip
"""What things go into rather than onto."""


def _rel(reader: Reader, at: int) -> list[tuple[str, int]]:
    return list(RELATIONS.at(reader.words, at))


def _refs(reader: Reader, at: int) -> list[tuple[list[Meant], int]]:
    """Two things, or several of a kind: `the kettle and the tray`, `the other two`."""
    found: list[tuple[list[Meant], int]] = []
    for first, end in reader.things.at(at):
        if reader.words[end : end + 1] == ["and"]:
            found += [([first, second], stop) for second, stop in reader.things.at(end + 1)]
        if first.plural and len(first.names) > 1:
            found.append(([first], end))
    for row in (["the", "other", "two"], ["the", "two", "others"], ["the", "other", "ones"]):
        if reader.words[at : at + len(row)] == row:
            object_ = reader.dialogue.object
            names = tuple(n for n in reader.dialogue.scene if object_ and n != object_ and alike(n, object_))
            found.append(([Meant(names, " ".join(row), plural=True, how="other")], at + len(row)))
    return sorted(found, key=lambda f: -f[1])


SLOTS["rel"] = _rel
SLOTS["pair"] = _refs


def relation_to(name: str, relation: str) -> str:
    """The relation that `to` leaves open."""
    if relation != "to":
        return relation
    return (
        "held_by"
        if name == PERSON
        else "in"
        if noun_of(name) in INTO
        else "on"
        if noun_of(name) in VESSELS or name in (TABLE, FLOOR, CENTRE)
        else "at"
    )
