"""What follows a noun and tells the thing from others: `on the tray`, `that is not red`, `with nothing in it`, `closest to the bowl`.

Each is read as a fragment of a reference, which is then added to the thing that it is said of.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from heedful.agents.understanding import lexicon, picks, uses
from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.tables import Table
from heedful.program import Pick, Ref

if TYPE_CHECKING:
    from heedful.agents.understanding.phrases import Phrases, Readings

ME, YOU = Ref("person", words="me"), Ref("robot", words="you")
_SOMEBODY = "somebody|someone|i|you|we|they|who_knows_who"
_POSTURE = "standing|lying|sitting|resting|placed|stored|kept|located|positioned|hidden|put|left|laid|piled|leaning|stacked|inside"
_BE = ways("is|are|was|were|s [currently|now|still|already|just]")
_STANDS = ways("stands|stand|lies|lie|sits|sit|rests|rest|stays|stay|is_to_be_found|can_be_found")
_WHO = ("that", "which", "who")
_NOT = ("not", "no longer", "not currently", "never", "neither", "not either")

LEADS: Table[tuple[bool, bool]] = Table(
    {p: (True, True) for p in ways(_POSTURE)}
    | {f"{w} {v}{n and ' '}{n}{p and ' '}{p}": (not n, True) for w in _WHO for v in _BE for n in ("", *_NOT) for p in ("", *ways(_POSTURE))}
    | {f"{w} {v}": (True, False) for w in _WHO for v in _STANDS}
    | {f"{w} do{e} not {v}": (False, False) for w in _WHO for e in ("", "es") for v in _STANDS}
    | {f"not {p}".strip(): (False, True) for p in ("", *ways(_POSTURE))}
    | {"neither": (False, True)}
    | {p: (True, False) for p in ways(f"[that|which] {_SOMEBODY} can|could see|find|reach", f"[that|which] {_SOMEBODY} see|find|found|saw")}
)
"""What may stand before a fragment; whether it is said to be so or not to be so, and whether it may be an adjective."""

RELATIONS: Table[str] = Table(
    dict.fromkeys(ways("in|inside|within", "inside of"), "in")
    | dict.fromkeys(ways("on|atop|upon", "on top of", "on to"), "on")
    | dict.fromkeys(ways("[from] under|underneath|beneath|below"), "under")
    | dict.fromkeys(ways("from behind"), "behind")
    | dict.fromkeys(ways("from between"), "between")
    | {"from": "from", "off": "from", "of": "of", "belonging to": "of"}
    | {p: f"{s}_of" for s in ("left", "right") for p in ways(f"{s} of", f"to|on|at the {s} [hand] [side] of", f"to|on|at {s} of")}
    | dict.fromkeys(ways("in front of", "ahead of"), "in_front_of")
    | dict.fromkeys(ways("behind|beyond", "at|in the back of", "in back of"), "behind")
    | dict.fromkeys(
        ways("next to", "beside|alongside|by", "adjacent to", "right|directly|just next_to|beside|by", "at|by the side of", "close by"),
        "next_to",
    )
    | dict.fromkeys(ways("near|nearby", "close to", "near to"), "near")
    | dict.fromkeys(ways("far from", "far away from"), "far_from")
    | dict.fromkeys(ways("touching", "in contact with", "up against", "against", "that touches", "which touches"), "touching")
    | dict.fromkeys(ways("holding|containing|carrying", "full of", "filled with", "that|which holds|contains|has|hold|contain|have"), "has")
    | dict.fromkeys(
        ways(
            "[of|with|in|that_has|which_has] the same colour|color as|of",
            "of|with|that_has|which_has the colour|color of",
            "that|which matches|match [the_colour_of|the_color_of|in_colour|in_color]",
            "matching [the_colour_of|the_color_of]",
            "that|which goes|go with",
            "coloured|colored like",
            "that|which is|are coloured|colored like",
            "whose colour|color matches|equals|is_that_of|is_the_same_as_that_of|is_like_that_of|is_the_colour_of",
            "that|which is|are as red|blue|green|yellow as",
            "that|which has|have the same colour|color as",
            "the colour|color of",
        ),
        "same_color",
    )
)
"""Relations to another thing."""

EGO: Table[tuple[str, Ref]] = Table(
    {p: (f"{s}_of", who) for s in ("left", "right") for my, who in (("my", ME), ("your", YOU))
     for p in ways(f"on|to|at {my} {s} [hand] [side]", f"{s} of {who.words}", f"to the {s} of {who.words}")}
    | {p: ("left_of", ME) for p in ways("on the left as_i_see_it|as_seen_by_me|from_my_side|from_where_i_sit|from_my_point_of_view")}
    | {p: ("right_of", ME) for p in ways("on the right as_i_see_it|as_seen_by_me|from_my_side|from_where_i_sit|from_my_point_of_view")}
    | {p: ("near", who) for who in (ME, YOU) for p in ways(f"near|by|beside {who.words}", f"close|next|near to {who.words}",
       f"in front of {who.words}", f"on {'my' if who is ME else 'your'} side [of_the_table]")}
    | {p: ("far_from", who) for who in (ME, YOU) for p in ways(f"far [away] from {who.words}", f"away from {who.words}")}
)  # fmt: skip
"""Where a thing is to the person who speaks, or to the robot."""

_FROM = "from|in|at|on|of|off"
_SIDE = "half|side|part|end|edge of_the_table|of_table"
ZONES: Table[str] = Table(
    dict.fromkeys(ways(f"{_FROM} [the] middle|center|centre of_the_table|of_table", f"{_FROM} [the] table|tables center|centre|middle",
                       f"{_FROM} the table s center|centre|middle"), "table_centre")
    | {p: f"table_{s}" for s in ("left", "right") for p in ways(f"{_FROM} the {s} [hand] {_SIDE}")}
    | {p: "table_near" for p in ways(f"{_FROM} the near|nearer|front {_SIDE}")}
    | {p: "table_far" for p in ways(f"{_FROM} the far|farther|back|rear {_SIDE}")}
)  # fmt: skip
"""Parts of the table, as the robot sees it."""

CLOSELY = ("just", "right", "directly", "immediately", "closely", "straight")
"""Before a side: the nearest on that side."""
BETWEEN = ("between", "in between", "in the middle between", "in the middle of", "midway between", "halfway between")
WITH, WITHOUT = (
    ways("with", "that|which has|have|had", "having"),
    ways("without", "that|which has|have no", "with no", "that|which does|do not have"),
)
IN_IT = ways("in|on|inside|within|under it|them", "inside|within", "in there", "on top [of_it|of_them]")
NOTHING = ways("nothing|no_thing [at_all]", "not anything", "anything")
ANY = ("something", "anything", "some stuff", "stuff")
MADE = ways("[that|which] [is|are] made|built [out] of|from", "out of", "of", "in")
EMPTY = Ref(quantifier="all", attributes=("empty",), words="empty")


def told(p: Phrases, ref: Ref, at: int, clausal: bool = False) -> Readings[Ref]:
    """The thing with one more fragment that tells which is meant; none where nothing follows that tells.

    Args:
      clausal: Whether `that is` was said already, so that an adjective may follow.
    """
    found: Readings[Ref] = [(seen, end) for end in p.phrase(at, picks.SEEN) if (seen := _as_i_see_it(ref)) is not None]
    found += _set_off(p, ref, at)
    for (so, adjectival), start in [((True, clausal), at), *LEADS.at(p.words, at)]:
        for fragment, end in _fragments(p, start, adjectival):
            if any(name == "of" for name, _ in fragment.where) and ref.category not in lexicon.PARTS:
                continue
            if (more := added(ref, fragment, so)) is not None:
                found.append((replace(more, words=f"{ref.words} {p.said(at, end)}"), end))
    return found


def _set_off(p: Phrases, ref: Ref, at: int) -> Readings[Ref]:
    """`every second mug, from left to right, …`: between commas, or after one, from which end one counts."""
    if ref.pick is None or ref.pick.by not in ("first", "row") or p.words[at : at + 1] != [","]:
        return []
    found = [(replace(more, words=f"{ref.words} {p.said(at + 1, end)}"), end) for pick, end in p.counted(at + 1)
             if (more := added(ref, Ref(pick=pick))) is not None]  # fmt: skip
    return [(more, stop) for more, end in found for stop in [*p.phrase(end, (",",)), end]]


def _as_i_see_it(ref: Ref) -> Ref | None:
    """With left and right, front and back as the person sees them; None where there is nothing of that."""
    if ref.pick is not None and ref.pick.by in picks.SIDEWAYS and not ref.pick.person:
        return replace(ref, pick=replace(ref.pick, person=True))
    if ref.where and ref.where[-1][0] in MINE:
        return replace(ref, where=(*ref.where[:-1], (MINE[ref.where[-1][0]], ref.where[-1][1])))
    return None


MINE = {r: f"my_{r}" for r in ("left_of", "right_of", "in_front_of", "behind")}
"""Relations as the person sees them."""


def added(ref: Ref, fragment: Ref, so: bool = True) -> Ref | None:
    """The reference with what the fragment tells of it, or with that excepted; None where the two cannot both be."""
    if not so:
        return None if fragment.pick else replace(ref, but=(*ref.but, replace(fragment, quantifier="all")))
    if (ref.color and fragment.color) or (ref.category and fragment.category):
        return None
    pick = ref.pick
    if fragment.pick is not None and fragment.pick.every and (pick is None or not pick.every):
        fragment = replace(fragment, pick=replace(fragment.pick, every=0))
    if fragment.pick is not None:
        if ref.pick is not None and ref.pick.by not in ("first", "row", fragment.pick.by):
            return None
        pick = picks.joined(ref.pick, fragment.pick) if ref.pick else fragment.pick
        if ref.quantifier == "all" and ref.pick is None:
            pick = replace(pick, many=ref.count or 0)
    return replace(
        ref, category=ref.category or fragment.category, color=ref.color or fragment.color,
        attributes=tuple(dict.fromkeys((*ref.attributes, *fragment.attributes))), where=(*ref.where, *fragment.where), pick=pick,
        but=(*ref.but, *fragment.but), options=ref.options or fragment.options,
        count=None if pick is not None and ref.pick is None and ref.quantifier == "all" else ref.count,
        quantifier="the" if fragment.pick is not None and ref.quantifier == "a" and ref.count is None else ref.quantifier,
    )  # fmt: skip


def _fragments(p: Phrases, at: int, clausal: bool) -> Readings[Ref]:
    """What is told of a thing by the words that stand here."""
    key = (at, clausal)
    if key not in p.fragments:
        p.fragments[key] = []
        found = [f for rule in (_related, _placed, _picked, _filled, _made, _in_hand) for f in rule(p, at)] + uses.told(p.words, at)
        p.fragments[key] = found + ([*_adjective(p, at), *_kind(p, at)] if clausal else [])
    return p.fragments[key]


def _related(p: Phrases, at: int) -> Readings[Ref]:
    """`on the tray`, `left of the mug`, `between the two bowls`, `bigger than the mug`."""
    found: Readings[Ref] = []
    for close in p.phrase(at, CLOSELY):
        for relation, start in RELATIONS.at(p.words, close):
            if relation in MINE:
                found += [(Ref(where=((relation, o),), pick=Pick("near", to=o)), end) for o, end in p.noun(start) if o.quantifier == "the"]
    for table in (RELATIONS, picks.THAN):
        for relation, start in table.at(p.words, at):
            found += [(Ref(where=((relation, other),)), end) for other, end in p.noun(start) if other.quantifier != "no"]
    for start in p.phrase(at, BETWEEN):
        for others, end in p.noun_list(start):
            if len(others) == 2 or (len(others) == 1 and (others[0].quantifier == "all" or others[0].count == 2)):
                found.append((Ref(where=tuple(("between", o) for o in others)), end))
    return found


def _placed(p: Phrases, at: int) -> Readings[Ref]:
    """`on my left`, `near you`, `in the middle of the table`."""
    zones = [(Ref(where=(("zone", Ref(words=zone)),)), end) for zone, end in ZONES.at(p.words, at)]
    return [*((Ref(where=(where,)), end) for where, end in EGO.at(p.words, at)), *zones]


def _picked(p: Phrases, at: int) -> Readings[Ref]:
    """`on the far left`, `third from the right`, `closest to the bowl`, `biggest`."""
    found = [(Ref(pick=pick), end) for pick, end in picks.AT_SIDE.at(p.words, at)]
    found += [(Ref(pick=pick), end) for pick, end in p.counted(at)]
    start = at + 1 if p.words[at : at + 1] == ["the"] else at
    for pick, end in p.superlative(start):
        said = p.said(start, end)
        if said not in picks.WEAK | picks.COMPARATIVES.keys():
            far = p.measured(Ref(pick=pick), end)
            beside = "to" if pick.by == "near" else "from"
            found += [f for f in far if f[1] > end] if len(far) > 1 and p.words[end : end + 1] == [beside] else far
        elif said in picks.COMPARATIVES and pick.by in picks.NEAR_FAR:
            found += [f for f in p.measured(Ref(pick=pick), end) if f[1] > end and f[0].pick != pick]
    return found


def _filled(p: Phrases, at: int) -> Readings[Ref]:
    """`with nothing in it`, `with a lemon in it`, `without a lid`."""
    found: Readings[Ref] = []
    for start in p.phrase(at, WITH):
        for stop in p.phrase(start, NOTHING):
            if p.words[start] != "anything":
                found += [(EMPTY, end) for end in [*p.phrase(stop, IN_IT), *p.phrase(stop, ("on it",))]]
        for stop in p.phrase(start, ANY):
            found += [(Ref(but=(EMPTY,)), end) for end in p.phrase(stop, IN_IT)]
        for other, stop in p.noun_list(start):
            if other[0].words not in ANY and all(o.quantifier != "no" for o in other):
                found += [(Ref(where=tuple(("has", o) for o in other)), end) for end in p.phrase(stop, IN_IT)]
    for start in p.phrase(at, WITHOUT):
        found += [(EMPTY, end) for stop in p.phrase(start, ANY) for end in p.phrase(stop, IN_IT)]
        for lid, stop in p.noun(start):
            if lid.words not in ANY:
                found += [(Ref(but=(Ref(where=(("has", replace(lid, quantifier="a")),)),)), end) for end in p.phrase(stop, IN_IT)]
    return found


def _made(p: Phrases, at: int) -> Readings[Ref]:
    """`made of wood`, `of colour red`."""
    found: Readings[Ref] = []
    for start in p.phrase(at, MADE):
        word = p.words[start] if start < len(p.words) else ""
        if word in lexicon.MATERIALS or (word in p.vocabulary.attributes and p.words[at] != "in"):
            found.append((Ref(attributes=(p.vocabulary.attributes.get(word, word),)), start + 1))
            for other in p.phrase(start + 1, ("or", "and", "or of", "or out of", "and of")):
                if p.words[other : other + 1] and (p.words[other] in lexicon.MATERIALS or p.words[other] in p.vocabulary.attributes):
                    both = [p.vocabulary.attributes.get(w, lexicon.MATERIALS.get(w, w)) for w in (word, p.words[other])]
                    found.insert(0, (Ref(options=tuple(Ref(attributes=(a,), quantifier="all", words=a) for a in both)), other + 1))
        elif word in p.vocabulary.colors and p.words[start - 1] == "in":
            found.append((Ref(color=p.vocabulary.colors[word]), start + 1))
    return found


def _in_hand(p: Phrases, at: int) -> Readings[Ref]:
    """`in your gripper`, `that you are holding`."""
    return [(Ref(attributes=("held",), words=p.said(at, end)), end) for end in p.phrase(at, HELD)]


HELD = ways(
    "in your|the gripper|hand|grip|grasp|claw|fingers|hands", "in hand", "between your fingers", "[that|which] is in your|the gripper|hand",
    "[that|which] you are|re [currently|already|now|just] holding|carrying|gripping|grasping",
    "[that|which] you hold|carry|picked_up|grabbed|got|took|have_got", "[that|which] you have [got] in|between your|the hand|gripper|hands",
    "[that|which] you have [just|already] picked_up|grabbed|taken|got|lifted",
)  # fmt: skip


def _kind(p: Phrases, at: int) -> Readings[Ref]:
    """`fruit`, `a block`, `made by me`: what kind of thing it is."""
    found: Readings[Ref] = []
    if at and p.words[at - 1] in _IS:
        for ref, end in p.noun(at):
            told = ref.quantifier == "no" or ref.where or ref.pick or ref.but or ref.options or ref.count
            if ref.category not in ("", lexicon.ONE) and not told:
                found.append((Ref(ref.category, ref.color, ref.attributes, words=p.said(at, end)), end))
    return found


_IS = frozenset({"is", "are", "was", "were", "not", "s", "neither", "nor"})


def _adjective(p: Phrases, at: int) -> Readings[Ref]:
    """`red`, `big`, `upside down`, `lying on its side`, `red or green`."""
    found: Readings[Ref] = []
    for start in [at, *p.phrase(at, ("coloured", "colored", "all"))]:
        word = p.words[start] if start < len(p.words) else ""
        if word in p.vocabulary.colors:
            found.append((Ref(color=p.vocabulary.colors[word], words=word), start + 1))
            found[:0] = _colours(p, start)
        if word in p.vocabulary.attributes:
            found.append((Ref(attributes=(p.vocabulary.attributes[word],), words=word), start + 1))
        for both in p.phrase(start + 1, ("and", "as well as", "and also")):  # red and edible
            said = p.words[both : both + 1]
            pair = [w for w in (word, *said) if w in p.vocabulary.colors], [w for w in (word, *said) if w in p.vocabulary.attributes]
            if said and len(pair[0]) == 1 and len(pair[1]) == 1 and pair[0] != pair[1]:
                color, quality = p.vocabulary.colors[pair[0][0]], p.vocabulary.attributes[pair[1][0]]
                found.insert(0, (Ref(color=color, attributes=(quality,), words=p.said(start, both + 1)), both + 1))
    if p.words[at : at + 1] and p.words[at] in ("a", "an", "the", "one", "either"):
        named = [(o, end) for o, end in p.noun(at) if o.words not in lexicon.PRONOUNS and not o.where]
        found += [(Ref(options=(o,), words=o.words), end) for o, end in named if o.options or (o.category and o.quantifier in ("a", "the"))]
    found += [(Ref(attributes=(name,), words=p.said(at, end)), end) for name, end in lexicon.STANCES.at(p.words, at)]
    found += [(Ref(attributes=("fallen",), words="fallen"), end) for end in p.phrase(at, lexicon.FALLEN_IS)]
    return found


def _colours(p: Phrases, at: int) -> Readings[Ref]:
    """`red or green`, `red, blue or green`: any of them, the longest list first."""
    found: Readings[Ref] = []
    colors: list[str] = []
    end = at
    while end < len(p.words) and p.words[end] in p.vocabulary.colors:
        colors.append(p.vocabulary.colors[p.words[end]])
        if len(colors) > 1 and p.words[end - 1] != ",":
            found.insert(0, (Ref(options=tuple(Ref(color=c, words=c) for c in colors)), end + 1))
        end = next(iter(p.phrase(end + 1, (", or", ", and", ", nor", "or", "and", "nor", ","))), len(p.words))
    return found


WORDS = (
    LEADS.words | RELATIONS.words | EGO.words | ZONES.words | words_in((*CLOSELY, *BETWEEN, *WITH, *WITHOUT, *IN_IT, *NOTHING, *ANY, *HELD,
    *MADE)) | lexicon.MATERIALS.keys()
)  # fmt: skip
