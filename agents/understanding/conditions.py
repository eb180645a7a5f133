"""Reading what may be so: `the drawer is closed`, `there are more than two blocks in the bowl`, `only one is left on the table`."""

from __future__ import annotations

from dataclasses import replace

from heedful.agents.understanding import amounts, idioms
from heedful.agents.understanding.clause import IT, Fact, Want, Whether
from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.phrases import ONE, Readings
from heedful.agents.understanding.relations import Relations, Wants
from heedful.program import Ref

_STILL = "[still|already|currently|now|actually|finally|indeed]"
BE = ways(
    "s",f"is|are|was|were {_STILL}",
"stands|stand|sits|sit|lies|lie|rests|rest|stays|stay|remains|remain|gets|get|becomes|become|has_been|have_been",
          "is|are standing|sitting|lying|resting|found|located|placed", "looks|look|seems|seem",
          "happens_to_be|turns_out_to_be|must_be")  # fmt: skip
BE_NOT = ways("is|are|was|were not [yet|already|currently|now|still]", "is|are no_longer|never", "is|are not any_more|anymore",
              "has|have not been", "does|do not stand|lie|sit|rest|look|seem|stay",
              "is|are not standing|sitting|lying|resting")  # fmt: skip
AFTER = ways("yet", "already", "any more", "anymore", "at the moment", "now", "right now", "at this moment")
THERE = ways(
    f"there is|are|was|were {_STILL}",
    "there remains|remain",
    "you [can|still] see|find|spot|have",
    "i|we [can|still] see|have",
)
THERE_NOT = ways("there is|are not", "you do_not|can_not see|find|spot|have")
HAS = ways("has|have|contains|contain|holds|hold|carries|carry")
HAS_NOT = ways("does|do not have|contain|hold|carry")
HOLDING = ways("you are [already|still|currently] holding|carrying", "you hold|have|carry", "the robot|gripper|hand is holding",
"the robot|gripper holds|has",
               "your hand|gripper holds|has", "you have picked_up|grasped|grabbed|taken")  # fmt: skip
HAND_EMPTY = ways("your|the hand|gripper is empty|free", "your|the hands are empty|free", "you are not holding anything",
"you are holding nothing",
                  "you hold nothing", "you do_not hold anything", "nothing is in your|the hand|gripper")  # fmt: skip
EXISTS = ways("is|are there|available|present|here|around|on_hand", "exists|exist")
EXISTS_NOT = ways("is|are not there|available|present|here|around", "does_not|do_not exist", "is|are missing|absent|gone")
SOME_THING, NO_THING = (
    ways("something|anything|stuff|things"),
    ways("nothing", "no thing|object|item", "no things|objects|items", "not anything"),
)
LEFT = ways("left [over]", "remaining", "more", "in total", "altogether")
_BOUND = {
    **dict.fromkeys(ways("only|just|exactly|precisely"), "exact"), **dict.fromkeys(ways("at least", "no fewer|less than",
    "not less|fewer than"), "least"),
    **dict.fromkeys(ways("at most", "no more than", "not more than", "up to", "a maximum of"), "most"),
    **dict.fromkeys(ways("more than", "over"), "more"),
    **dict.fromkeys(ways("less|fewer than", "under"), "fewer"),
}  # fmt: skip
NONE = ways(
    "no [more|further|other|longer]",
    "none",
    "none of the|them|those|these|all",
    "no one|single|single_one",
    "not one|a_single|any",
    "zero",
    "not a",
)
SOME = ways("some", "any", "a", "an", "a few", "several", "at least a", "one or more", "another", "still a|some", "more")
_STATE = {
    **dict.fromkeys(("on", "turned on", "switched on", "powered on"), Want("on_off")),
    **dict.fromkeys(("off", "out", "unlit", "turned off", "switched off", "dark", "not lit"), Want("on_off", sign=False)),
    **dict.fromkeys(("clear", "free", "bare", "empty", "cleared", "completely empty", "unoccupied", "emptied"), Want("empty")),
    **dict.fromkeys(("occupied", "in use", "taken", "not empty"), Want("empty", sign=False)),
    **dict.fromkeys(ways("on its side", "lying|tipped|knocked|fallen|toppled [down|over]", "fallen over", "tipped",
    "down"), Want("upright", sign=False)),
    **dict.fromkeys(ways("upside down", "the wrong way up", "flipped|turned over"), Want("upside_down")),
    **dict.fromkeys(ways("the right way up", "standing [up|upright]", "upright"), Want("upright")),
    **dict.fromkeys(ways("dirty", "wet", "not clean"), Want("clean", sign=False)), "open": Want("open"), "opened": Want("open"),
    **dict.fromkeys(("closed", "shut"), Want("closed")), "ajar": Want("closed", sign=False), "running": Want("running"),
    **dict.fromkeys(ways("full", "filled [up]"), Want("full")), "pressed": Want("pressed"), "held": Want("holding"),
    "picked up": Want("holding"),
    **dict.fromkeys(ways("in your hand|gripper|hands", "in the hand|gripper"), Want("holding")),
    **dict.fromkeys(ways("closed", "shut"), Want("closed")),
}  # fmt: skip
"""States as they are told."""
_STATES = tuple(_STATE)
WORDS = words_in((*BE, *BE_NOT, *AFTER, *THERE, *THERE_NOT, *HAS, *HAS_NOT, *HOLDING, *HAND_EMPTY, *EXISTS, *EXISTS_NOT, *SOME_THING,
*NO_THING, *LEFT,
                  *_BOUND, *NONE, *SOME, *_STATE)) | {"and", "or", "both"}  # fmt: skip

Quantity = tuple[int | None, int | None]
SEVERAL = Ref(ONE, quantifier="all", words="ones")
"""What is counted where only the number was said."""


def whether(r: Relations, at: int) -> Readings[Whether]:
    """Every reading of a condition that begins here."""
    found: Readings[Whether] = []
    for fact, end in facts(r, at):
        for any_, words in ((False, ("and", ", and", "and that", "and if")), (True, ("or", ", or", "or if"))):
            for start in r.phrase(end, words):
                found += [
                    (Whether((fact, *more.facts), any_), e) for more, e in whether(r, start) if len(more.facts) == 1 or more.any == any_
                ]
        found.append((Whether((fact,)), end))
    return sorted(found, key=lambda f: (any(not x.wants for x in f[0].facts), -f[1]))[:24]


def facts(r: Relations, at: int) -> Readings[Fact]:
    """Every reading of one fact."""
    found: Readings[Fact] = [(Fact((), (Want("hand_empty"),)), end) for end in r.phrase(at, HAND_EMPTY)]
    for start in r.phrase(at, HOLDING):
        found += [(Fact(themes, (Want("holding"),)), end) for themes, end in r.noun_list(start)]
    found += [*_there(r, at), *_counted(r, at), *_has(r, at)]
    for themes, end in [*r.noun_list(at), ((IT,), at)]:
        bare = end == at
        for sign, table in ((False, BE_NOT), (True, BE)):
            for start in [at] if bare and sign else [] if bare else r.phrase(end, table):
                found += [(Fact(themes, wants, sign), stop) for wants, stop in states(r, start, bare)]
        if not bare:
            found += [(Fact(themes, wants), stop) for wants, stop in happening(r, end)]
            found += [(Fact(themes, (Want("upright", sign=False),)), stop) for stop in r.phrase(end, idioms.TOLD)]
            found += [(Fact(themes), stop) for stop in r.phrase(end, EXISTS)] + [
                (Fact(themes, least=0, most=0), s) for s in r.phrase(end, EXISTS_NOT)
            ]
    found = [(f, end) for f, end in found if sum(w.relation in ("in", "on") for w in f.wants) < 2]  # a thing is in one place
    found += [(f, stop) for f, end in list(found) for stop in r.phrase(end, AFTER)]
    return list(dict.fromkeys(found))


def happening(r: Relations, at: int) -> Readings[Wants]:
    """`goes out`, `touches the plate`."""
    found: Readings[Wants] = [((idioms.HAPPENS[" ".join(r.words[at:end])],), end) for end in r.phrase(at, idioms.HAPPENS)]
    for start in r.phrase(at, idioms.TOUCHES):
        found += [((Want("touching", place),), end) for place, end in r.noun(start)]
    return found


def states(r: Relations, at: int, bare: bool = False) -> Readings[Wants]:
    """What a thing is said to be: `closed`, `on the plate`, `touching the bowl`, `10 cm from it`."""
    found: Readings[Wants] = [((_STATE[" ".join(r.words[at:end])],), end) for end in r.phrase(at, _STATES)]
    found += [((Want(name),), end) for name, end in r.lookup(at, r.vocabulary.adjectives) if " ".join(r.words[at:end]) not in _STATE]
    if not bare:
        found += [(wants, end) for wants, end in r.relations(at)]
        for word in r.words[at : at + 1]:
            if word in r.vocabulary.colors:
                found.append(((Want(f"color:{r.vocabulary.colors[word]}"),), at + 1))
            elif word in r.vocabulary.attributes and word not in _STATE:
                found.append(((Want(f"attribute:{r.vocabulary.attributes[word]}"),), at + 1))
    return found


def _there(r: Relations, at: int) -> Readings[Fact]:
    """`there is a mug on the tray`, `there are no blocks in the bowl`, `nothing is in the bowl`."""
    found: Readings[Fact] = []
    for sign, table in ((True, THERE), (False, THERE_NOT)):
        for start in r.phrase(at, table):
            bare: list[tuple[Quantity, tuple[Ref, ...], int]] = [
                ((1, None), (f,), e) for f, e in r.noun(start) if f.quantifier == "all" and f.category
            ]
            for (least, most), themes, end in [*_quantities(r, start), *bare]:
                for stop in [*r.phrase(end, LEFT), end]:
                    told = [(Fact(themes, wants, sign, least, most), e) for wants, e in r.relations(stop)]
                    found += told or [(Fact(themes, (), sign, least, most), stop)]
    return found


def _counted(r: Relations, at: int) -> Readings[Fact]:
    """`nothing is in the bowl`, `two blocks are on the tray`, `only one is left on the table`, `three in it`, `none are left`."""
    found: Readings[Fact] = []
    for (least, most), themes, end in _quantities(r, at):
        for sign, table in ((False, BE_NOT), (True, BE)):
            for be in r.phrase(end, table):
                for stop in [*r.phrase(be, LEFT), be]:
                    found += [(Fact(themes, wants, sign, least, most), e) for wants, e in states(r, stop) if e > stop]
                    found += [(Fact(themes, (), sign, least, most), stop)] if stop > be else []
        for stop in [*r.phrase(end, LEFT), end]:
            found += [(Fact(themes, wants, True, least, most), e) for wants, e in r.relations(stop)]
            found += [(Fact(themes, (), True, least, most), stop)] if stop > end else []
    return found


def _has(r: Relations, at: int) -> Readings[Fact]:
    """`the bowl contains two blocks`, `the tray has nothing on it`."""
    found: Readings[Fact] = []
    for themes, end in r.noun_list(at):
        for sign, table in ((True, HAS), (False, HAS_NOT)):
            for start in r.phrase(end, table) if len(themes) == 1 and themes[0].quantifier != "all" else ():
                for (least, most), things, stop in _quantities(r, start):
                    tails = r.phrase(stop, ("in it", "on it", "inside", "in there", "on top", "inside it", "on top of it", "in them"))
                    found += [(Fact(things, (Want("to", themes[0]),), sign, least, most), e) for e in [*tails, stop]]
    return found


def _quantities(r: Relations, at: int) -> list[tuple[Quantity, tuple[Ref, ...], int]]:
    """How many of what: `more than two blocks`, `no mug`, `nothing`, `a red block`, `only one`, `two of them`."""
    found: list[tuple[Quantity, tuple[Ref, ...], int]] = []
    found += [((1, None), (Ref(quantifier="all", words="something"),), end) for end in r.phrase(at, SOME_THING)]
    found += [((0, 0), (Ref(quantifier="all", words="anything"),), end) for end in r.phrase(at, NO_THING)]
    for quantity, start in _how_many(r, at):
        found += [(quantity, (_all(ref),), end) for ref, end in _kinds(r, start)]
        found += [(quantity, (SEVERAL,), end) for end in [*r.phrase(start, ("of them", "ones", "one", "of those", "of these")), start]]
    found += [((1, None), (_all(ref),), end) for ref, end in r.noun(at) if ref.quantifier == "a" and ref.count is None and ref.category]
    return found


def _kinds(r: Relations, at: int) -> Readings[Ref]:
    """The kind that is counted: `blocks`, `red block`, `of the blocks`, without where it is."""
    starts = [*r.phrase(at, ("of the", "of those", "of these", "of my", "of all", "of all the", "of your", "more", "other", "further")), at]
    kinds = [(ref, end) for start in starts for ref, end in r.noun(start) if ref.category not in ("", ONE) or ref.color]
    return [(ref if ref.quantifier == "all" else replace(ref, words=f"a {ref.words.removeprefix('the ')}"), end) for ref, end in kinds]


def _how_many(r: Relations, at: int) -> Readings[Quantity]:
    found: Readings[Quantity] = [((0, 0), end) for end in r.phrase(at, NONE)]
    for value, end in amounts.number(r.words, at):
        if value == int(value) and r.words[at] not in ("a", "an"):
            found.append(((int(value), int(value)), end))
    for start in r.phrase(at, tuple(_BOUND)):
        bound = _BOUND[" ".join(r.words[at:start])]
        for value, end in amounts.number(r.words, start):
            if value == int(value):
                n = int(value)
                found.append(
                    (({"exact": (n, n), "least": (n, None), "most": (0, n), "more": (n + 1, None), "fewer": (0, n - 1)}[bound]), end)
                )
    found += [((1, None), end) for end in r.phrase(at, SOME)]
    return found


def _all(ref: Ref) -> Ref:
    """All that a description fits, to be counted."""
    return Ref(ref.category, ref.color, ref.attributes, "all", ref.words, ref.where, None, ref.pick, ref.but, ref.options)
