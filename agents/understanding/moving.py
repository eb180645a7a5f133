"""Reading verbs of moving, holding, opening and closing, each with its slots for what is acted on and where it goes."""

from __future__ import annotations

from dataclasses import replace

from heedful.agents.understanding import idioms, lexicon, verbs
from heedful.agents.understanding.clause import Clause, Want
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.phrases import THEME, Readings
from heedful.agents.understanding.relations import Relations, Wants
from heedful.agents.understanding.stating import state
from heedful.program import Ref

TABLE = Ref("table", words="the table")


PUTTING = tuple(v for v in verbs.VERBS["place"] if v not in verbs.VERBS["hold"])
"""Verbs of which it goes without saying that something goes somewhere: `in the drawer take the block` tells which block."""
STAYING = ("where", "back")
"""Where a thing is already: to leave it there is to do nothing."""


IN_HAND = ways("in|with|into your|the hand|gripper|fingers")
FARTHEST = frozenset({"farthest", "furthest", "away", "distant", "remote", "remotest"})
"""Words that are measured from something."""


def moves(r: Relations, at: int) -> Readings[Clause]:
    """Every reading of a verb of moving that begins here."""
    found: Readings[Clause] = []
    for act, phrases in verbs.VERBS.items():
        for verb in r.phrase(at, phrases):
            r.furthest = max(r.furthest, verb)
            said = " ".join(r.words[at:verb])
            for themes, end in r.noun_list(verb):
                if all((name, other) != ("same_color", THEME) for t in themes for name, other in t.where):
                    found += _slots(r, act, said, themes, end)
    return _pushes(r, at) + found + _place_first(r, at)


def _place_first(r: Relations, at: int) -> Readings[Clause]:
    """`into the mug drop the block`, `behind it move the others`: where it goes, before what goes there."""
    if tuple(r.words[at : at + 1]) not in {p[:1] for p in r.vocabulary.prepositions}:
        return []
    found: Readings[Clause] = []
    for wants, end in r.relations(at):
        start = end + 1 if r.words[end : end + 1] == [","] else end
        for verb in (*r.phrase(start, PUTTING), *r.phrase(start, idioms.PUSH)):
            if " ".join(r.words[start:verb]) in verbs.VERBS["hold"] and r.words[at] in ("in", "on", "inside"):
                continue  # `in the drawer pick up the block`: it is there
            found += [(Clause(themes, wants), stop) for themes, stop in r.noun_list(verb) if r.ends(stop)]
    return found


def _slots(r: Relations, act: str, said: str, themes: tuple[Ref, ...], end: int) -> Readings[Clause]:
    """What may follow a verb and what it acts on."""
    found: Readings[Clause] = []
    particles = r.phrase(end, verbs.PARTICLES.get(act, ()))
    for stop in [end, *particles] if act == "place" else [*particles, end]:
        if said == "leave" and all(t.words in lexicon.PRONOUNS for t in themes):
            continue  # it goes with what was said before: `and leave it open`
        if act == "hold" and _may_go_there(r, said, themes, end):
            continue
        if act == "place" and said in verbs.RAISING and stop == end and r.words[stop : stop + 1] in (["next"], ["beside"]):
            continue  # `lift the can next to the lemon`: which can
        if act == "hold":
            found += [(Clause(themes, (Want("holding"),)), s) for s in (stop, *r.phrase(stop, IN_HAND))]
            if said not in verbs.VERBS["remove"]:
                found += _removed(r, themes, stop, lifting=True)
        elif act == "place":
            found += [
                (Clause(themes, w), e)
                for w, e in r.relations(stop, said in verbs.DIRECTED)
                if said != "leave" or w[0].relation not in STAYING
            ]
            found += _chained(r, themes, stop)
            if r.words[end:stop][-1:] == ["back"] and r.ends(stop):
                found.append((Clause(themes, (Want("back"),)), stop))
            found += _carried(r, themes, stop)
        elif act == "stack":
            found += [(Clause(themes, w), e) for w, e in r.relations(stop) if w[0].relation == "on"]
            found += _chained(r, themes, stop)
        elif (act in ("down", "open", "close") and stop == end and said in verbs.NEEDS_PARTICLE) or (
            act in ("open", "close") and said in verbs.ALSO_MOVING and any(t.category not in ("", *lexicon.OPENABLE) for t in themes)
        ):
            continue
        elif act == "down":
            found.append((Clause(themes, (Want("on", TABLE),)), stop))
        elif act in ("open", "close"):
            found.append((Clause(themes, (Want("open" if act == "open" else "closed"),)), stop))
        elif act == "remove":
            found += _removed(r, themes, stop)
        elif act == "make":
            found += [(Clause(themes, w), e) for w, e in state(r, stop) if said != "leave" or w[0].relation not in STAYING]
    return found


def _may_go_there(r: Relations, said: str, themes: tuple[Ref, ...], end: int) -> bool:
    """`take the nearest one to the tray`: it is to go there, rather than to be nearest to it."""
    pick = themes[-1].pick
    if said not in verbs.DIRECTED or pick is None:
        return False
    if pick.to is None:  # `take the can to the left side of the table`
        plain = not {"furthest", "farthest", "most", "closest", "nearest", "one"} & {*r.words[:end]}
        return plain and pick.by in ("left", "right", "front", "back") and " to the " in themes[-1].words
    if not (lexicon.is_a(pick.to.category, "container") or pick.to.category in ("tray", "plate")):
        return False
    words = r.words[:end]
    to = max((i for i, w in enumerate(words) if w == "to"), default=0)
    return to > 0 and words[to - 1] not in ("nearest", "closest", "nearer", "closer", "farthest", "furthest")


def _chained(r: Relations, themes: tuple[Ref, ...], at: int) -> Readings[Clause]:
    """`red on green on the plate`: what a thing is put on is put somewhere in its turn."""
    found: Readings[Clause] = []
    for wants, end in r.relations(at):
        place = wants[0].place
        if len(wants) == 1 and wants[0].relation == "on" and place is not None and not place.where and place.category not in lexicon.FIXED:
            below = [(Clause((place,), w), e) for w, e in r.relations(end) if w[0].relation in ("on", "in") and len(w) == 1]
            found += [(Clause(themes, wants, also=(b,)), e) for b, e in below]
    return found


def _removed(r: Relations, themes: tuple[Ref, ...], at: int, lifting: bool = False) -> Readings[Clause]:
    """`off the plate`. What one thing is lifted from, or taken off the table, ends in the hand: there is nowhere else to leave it."""
    found: Readings[Clause] = []
    one = len(themes) == 1 and themes[0].quantifier != "all"
    whole = len(themes) == 1 and themes[0].words in lexicon.WHOLE and themes[0].quantifier == "all"
    if r.words[at - 1] in FARTHEST and themes[-1].pick is not None and themes[-1].pick.by == "far" and themes[-1].pick.to is None:
        return []  # `the one farthest from the can` tells which
    for (relation, place), end in r.off(at):
        if whole and relation in ("", "in", "on") and place.quantifier != "all" and place.category not in ("", "table"):
            found.append((Clause((place,), (Want("emptied"),)), end))  # all that is there
            continue
        gone = tuple(Want(name, place, False) for name in ([relation] if relation else ["in", "on"]))
        lifted = one and ((lifting and r.words[at] != "down") or place.category == "table")
        found.append((Clause(themes, (*gone, Want("holding")) if lifted else gone), end))
    return found + _carried(r, themes, at)


def _carried(r: Relations, themes: tuple[Ref, ...], at: int) -> Readings[Clause]:
    """`out of the drawer onto the plate`: of one thing, where it comes from goes without saying."""
    if any(t.quantifier != "the" for t in themes):
        return []  # `everything from the bowl` says which things are meant
    ends = [s for _, end in r.off(at) for s in [*r.phrase(end, ("and", "and then", "then", ", then")), end]]
    return [(Clause(themes, where), stop) for s in dict.fromkeys(ends) for where, stop in r.relations(s, directed=True)]


def _pushes(r: Relations, at: int) -> Readings[Clause]:
    """`push the box up to the bowl`, `push the box until it is on the square`."""
    found: Readings[Clause] = []
    for verb in (*r.phrase(at, idioms.PUSH), *r.phrase(at, ("give",))):
        r.furthest = max(r.furthest, verb)
        for themes, end in r.noun_list(verb):
            given = r.phrase(end, idioms.GIVEN)
            for stop in given if r.words[verb - 1] == "give" else [*r.phrase(end, idioms.ALONG), *given, end]:
                found += [(Clause(themes, _pushed(w), by="push"), e) for w, e in [*r.relations(stop), *r.pushed(stop)]]
    return found


def _pushed(wants: Wants) -> Wants:
    return tuple(replace(w, relation="push_to") if w.relation in ("to", "touching") else w for w in wants)
