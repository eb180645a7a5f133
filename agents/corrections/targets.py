"""Another thing in the place of one that the skill acts on: which of them it replaces, and which others there are."""

from __future__ import annotations

from heedful.agents.corrections.constructions import Part
from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.things import VESSELS, Meant, akin, alike, fits, noun_of

CARRYING = frozenset({"place", "move", "pour", "stack", "drop", "throw", "hand_over", "navigate", "wipe"})
"""Skills in whose course the object is in hand already, so that another place is likelier meant than another thing."""
INTO_THE_REST = frozenset({"pour", "wipe", "navigate", "stack"})
"""Skills that are done to their target, with what is in hand."""


def role(dialogue: Dialogue, names: tuple[str, ...], head: str = "") -> str | None:
    """The role of the running skill that one of these things would take over."""
    bound = {r: n for r, n in dialogue.bindings.items() if r in ("object", "target")}
    if not bound:
        return None
    if len(bound) == 1:
        return next(iter(bound))
    same_noun = [r for r, n in bound.items() if head and fits(n, head)]
    same_kind = [r for r, n in bound.items() if names and all(alike(n, other) for other in names)]
    near_kind = [r for r, n in bound.items() if names and all(akin(n, other) for other in names)]
    for found in (same_noun, same_kind, near_kind):
        if len(found) == 1:
            return found[0]
        if len(found) == 2:
            return "target" if dialogue.running_skill in CARRYING else "object"
    if names and all(noun_of(n) in VESSELS for n in names) and noun_of(bound["target"]) in VESSELS | {"table"}:
        return "target"
    return "target" if dialogue.running_skill in INTO_THE_REST else "object"


def target(dialogue: Dialogue, meant: Meant | None, exclude: Meant | None = None) -> Part | None:
    """Another thing in the role that it fits; a question where more than one may be meant."""
    bound = dialogue.bindings
    if exclude is not None:
        out = excluded_one(dialogue, exclude)
    else:
        out = None
    if meant is None:
        return other_one(dialogue, out, "") if out else None
    if meant.how == "special" or (meant.how == "it"):
        return None
    if meant.how == "other":
        return another(dialogue, meant, out)
    if out is None and meant.words.split()[0] in ("that", "this") and meant.how == "named" and set(meant.names) & set(bound.values()):
        return Part("confirm", {"value": True}, weak=True)  # `that beaker` is the one at hand
    names = tuple(n for n in meant.names if n != out)
    if not names or (out is None and len(names) > 1 and not meant.told and set(names) & set(bound.values())):
        return None  # `the cube`, of which one is in hand, is no other
    which = out or bound.get(role(dialogue, names, meant.head) or "")
    if which is None:
        return None
    rest = tuple(n for n in names if n not in bound.values()) or tuple(n for n in names if n != which)
    if meant.how == "one" and len(rest) > 1:
        near = tuple(n for n in rest if alike(n, which)) or tuple(n for n in rest if akin(n, which))
        if not near and (object_ := bound.get("object")) and which != object_:
            near = tuple(n for n in rest if alike(n, object_))
            which = object_ if near else which
        rest = near or rest
        if not meant.told:
            return None
    elif meant.how == "one" and len(rest) == 1 and which is not None and not alike(rest[0], which):
        better = [n for n in bound.values() if alike(n, rest[0])]
        which = better[0] if better and out is None else which
    if not rest:
        if meant.name is not None and meant.name in bound.values():
            return Part("confirm", {"value": True}, weak=True) if out is None else None
        return None
    if len(rest) > 1:
        return Part("target", {"new": None, "exclude": which}, ask=True, candidates=rest)
    return Part("target", {"new": rest[0], "exclude": which})


def excluded_one(dialogue: Dialogue, meant: Meant) -> str | None:
    """The binding that is said not to be meant."""
    bound = dialogue.bindings
    if meant.how == "it" or meant.words in ("that one", "this one"):
        if dialogue.running_skill in CARRYING and "target" in bound and not rivals_of(dialogue, bound.get("object")):
            return bound["target"] if rivals_of(dialogue, bound["target"]) else bound.get("object")
        return bound.get("object") or bound.get("target")
    held = [n for n in bound.values() if n in meant.names]
    if len(held) == 1:
        return held[0]
    return bound.get(role(dialogue, meant.names, meant.head) or "") if not held else held[0]


def rivals_of(dialogue: Dialogue, name: str | None) -> tuple[str, ...]:
    """Other things of the kind of one, which are not taken yet."""
    taken = set(dialogue.bindings.values())
    rest = tuple(n for n in dialogue.scene if n not in taken) if name else ()
    return tuple(n for n in rest if alike(n, name or "")) or tuple(n for n in rest if akin(n, name or ""))


def other_one(dialogue: Dialogue, out: str | None, head: str) -> Part | None:
    """Another of the kind of what is given up: by its name where there is but one."""
    if out is None:
        return None
    rest = rivals_of(dialogue, out)
    if head:
        rest = tuple(n for n in dialogue.scene if fits(n, head) and n not in dialogue.bindings.values()) or rest
    if len(rest) == 1:
        return Part("target", {"new": rest[0], "exclude": out})
    return Part("target", {"new": "other", "exclude": out}, ask=True, candidates=rest)


def another(dialogue: Dialogue, meant: Meant, out: str | None) -> Part | None:
    bound = dialogue.bindings
    if meant.plural:
        return None
    if meant.how == "other" and meant.told:
        return target(
            dialogue, Meant(tuple(n for n in meant.names if n not in bound.values()), meant.words, meant.head, "named", told=True)
        )
    if out is None and meant.head:
        out = next((n for n in bound.values() if fits(n, meant.head)), None) or bound.get(role(dialogue, meant.names, meant.head) or "")
    if out is None:
        rivals = {n: rivals_of(dialogue, n) for n in bound.values()}
        open_ = [n for n, r in rivals.items() if r]
        if len(open_) == 2 and dialogue.running_skill in CARRYING:
            guess = {"new": "other", "exclude": bound["target"]}
            return Part("target", guess, ask=True, candidates=tuple(n for n in open_ for n in rivals[n]))
        out = open_[0] if open_ else bound.get("object") or bound.get("target")
    return other_one(dialogue, out, meant.head)
