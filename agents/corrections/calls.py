"""An instruction as a call of a skill: `move the green block to the tray` is `place(green block, tray)`."""

from __future__ import annotations

from heedful.agents.corrections.constructions import SLOTS, Reader
from heedful.agents.corrections.dialogue import PERSON, TABLE, Dialogue
from heedful.agents.corrections.relations import relation_to
from heedful.agents.corrections.things import Meant, noun_of, the_one
from heedful.agents.understanding import verbs
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.tables import Table

Call = str
_OPENED = {"drawer": "drawer", "door": "door", "cabinet": "door", "cupboard": "door"}
_ACTS: Table[str] = Table({
    **{p: "place" for p in verbs.VERBS["place"]}, **{p: "pick" for p in ("pick up", "pick", "grab", "take", "get", "fetch", "grasp",
        "go and get", "go get", "go and fetch", "go fetch",
        "lift", "collect", "take up", "hold", "lift up", "bring")},
    **{p: "open" for p in ("open", "open up", "pull open", "unlock", "slide open", "pull out")}, **{p: "close" for p in ("close", "shut",
        "push in", "close up", "push shut", "slide shut")},
    **dict.fromkeys(ways("turn|switch|flip|put on|off", "press|push|hit|press_down|tap_on", "light", "turn|switch out"), "press"),
    **dict.fromkeys(ways("wipe|clean|mop|scrub|dust|wash|wipe_down|wipe_off|clean_up|rinse|wipe_up|polish|dry"), "wipe"),
        **dict.fromkeys(ways("pour|empty|pour_out|tip_out"), "pour"),
    **dict.fromkeys(ways("go|drive|navigate|move|head|travel|come to|over_to|back_to|up_to", "approach"), "navigate"),
        **dict.fromkeys(("look at", "look", "inspect", "check", "have a look at"), "look"), "tap": "tap",
    **dict.fromkeys(("push", "shove"), "push"), **dict.fromkeys(("pull", "drag"), "pull"), "slide": "slide", "roll": "roll",
        **dict.fromkeys(("stack", "pile"), "stack"), **dict.fromkeys(("throw", "toss", "chuck"), "throw"),
    "drop": "drop", **dict.fromkeys(("hand over", "hand", "give", "pass"), "hand_over"), "scoop": "scoop", "follow": "follow",
    "turn": "turn", **dict.fromkeys(("clear away", "tidy away", "put away", "clear", "put down", "set down", "put back"), "place"),
})  # fmt: skip
"""Verbs of an instruction -> the skill that they ask for; `open` and `close` still need to know of what."""


def call(reader: Reader, at: int) -> list[tuple[Call, int]]:
    """An instruction as a call: `move the green block to the tray` is `place(green block, tray)`."""
    found: list[tuple[Call, int]] = []
    for skill, start in _ACTS.at(reader.words, at):
        for thing, end in reader.things.at(start):
            if thing.how == "special" and thing.name not in (PERSON, TABLE):
                continue
            place_at = [
                end,
                *(
                    end + 1
                    for w in ("down", "over", "back", "up", "away", "on", "off", "out", "open", "too", "also", "as")
                    if reader.words[end : end + 1] == [w]
                ),
            ]
            for stop in place_at:
                found += [
                    (made, e)
                    for rel, s in reader.slot("rel", stop)
                    for place, e in reader.things.at(s)
                    if (made := _call(reader.dialogue, skill, thing, place, rel))
                ]
            off = reader.words[end : end + 1]
            if off in (["open"], ["closed"], ["shut"]) and reader.words[at] in ("get", "have", "pull", "push", "slide", "put", "take"):
                state = "open" if off == ["open"] else "close"
                found += [(made, end + 1)] if (made := _call(reader.dialogue, state, thing, None, "")) else []
            if made := _call(
                reader.dialogue,
                "press" if reader.words[start - 1] in ("turn", "switch", "put") and off in (["on"], ["off"], ["out"]) else skill,
                thing,
                None,
                "",
            ):
                found.append(
                    (made, end + 1 if off in (["on"], ["off"], ["out"], ["down"], ["up"], ["away"], ["open"], ["over"], ["back"]) else end)
                )
                found.append((made, end))
                out = next(
                    (
                        end + len(w)
                        for w in (["out", "of"], ["off"], ["from"], ["away", "from"], ["off", "of"])
                        if reader.words[end : end + len(w)] == w
                    ),
                    0,
                )
                found += [(made, e) for _, e in (reader.things.at(out) if out else ())]
            if skill in ("hand_over", "pick", "place") and thing.name == PERSON:
                found += [(f"hand_over({given.name})", e) for given, e in reader.things.at(end) if given.name and given.how != "special"]
        if skill in ("open", "close", "wipe", "look", "press"):
            it = reader.dialogue.object
            if it and start == len(reader.words) and (made := _call(reader.dialogue, skill, Meant((it,), "it", how="it"), None, "")):
                found.append((made, start))
    return sorted(found, key=lambda f: -f[1])


_LIT = frozenset({"button", "lamp", "light", "switch", "led", "bell", "key", "heater", "fan", "kettle", "stove", "radio", "torch",
    "lights"})  # fmt: skip


def _call(dialogue: Dialogue, skill: str, thing: Meant, place: Meant | None, relation: str) -> Call | None:
    name = _opened(dialogue, skill) if thing.how == "it" and skill in ("open", "close") else thing.name
    if name is None and thing.how != "other":
        name = the_one(dialogue, thing).name
    if name is None and len(thing.names) > 1:
        free = [n for n in thing.names if n not in dialogue.bindings.values()]
        name = free[0] if len(free) == 1 or (thing.how == "other" and free) else None
    if name is None:
        return None
    if skill in ("open", "close"):
        kind = _OPENED.get(noun_of(name), "")
        return f"{skill}_{kind}({name})" if kind else f"{skill}({name})"
    if skill == "press" and noun_of(name) not in _LIT:
        return f"press({name})"
    if skill == "push" and noun_of(name) in ("button", "switch", "bell", "key"):
        return f"press({name})"
    if place is None:
        return None if skill in ("place", "stack") and thing.how != "it" and dialogue.target is None else _bare_call(dialogue, skill, name)
    if place.name is None:
        return None
    if place.name == PERSON:
        return f"hand_over({name})"
    if skill == "wipe":
        return f"wipe({place.name}, {name})" if relation != "on" else None
    if skill in ("pick", "hand_over", "navigate"):
        skill = "place" if relation in ("in", "on", "to", "next_to", "under", "behind") else skill
    if relation_to(place.name, relation) in ("far_from",):
        return None
    return f"{skill}({name}, {place.name})"


def _bare_call(dialogue: Dialogue, skill: str, name: str) -> Call:
    if skill == "place" and dialogue.target:
        return f"place({name}, {dialogue.target})"
    return f"{skill}({name})"


def _opened(dialogue: Dialogue, skill: str) -> str | None:
    """What `open it` opens: of what is spoken of, what can be opened."""
    near = [*dialogue.bindings.values(), *dialogue.mentioned]
    return next(
        (
            n
            for n in reversed(near)
            if noun_of(n) in (*_OPENED, "box", "lid", "jar", "toolbox", "fridge", "oven", "microwave", "basket", "case", "tin")
        ),
        dialogue.target or dialogue.object,
    )


SLOTS["call"] = call


def like_running(dialogue: Dialogue, thing: Meant) -> Call | None:
    """What is done to a further thing: the same as is done now."""
    skill = dialogue.running_skill
    if skill is None or thing.name is None or thing.how in ("it", "special"):
        return None
    if "object" in dialogue.bindings and dialogue.target:
        skill = "place" if skill == "move" else skill
        if thing.name == dialogue.target:
            return None
        return f"place({thing.name}, {dialogue.target})" if skill in ("pick", "place") else f"{skill}({thing.name}, {dialogue.target})"
    return f"{skill}({thing.name})"
