"""What is said around a request and holds nothing that could change it, set aside: calls, cries, comparisons, what is told of the world.

Tried last, for bodies on legs. A stretch between marks goes where no word of it tells a number, a side, a direction, a foot, a thing or
an order of time, turns something round or asks for an act, and its form is that of a name, of a cry, or of a plain statement; a
comparison and a purpose at the end of a stretch go by the same rule. What follows a preposition stays, unless nobody goes there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from heedful.agents.corrections.covering import TURNING
from heedful.agents.corrections.hearing import MARK, heard
from heedful.agents.rewards.doings import DOING, DONE, VERBS
from heedful.agents.rewards.respelling import respelt
from heedful.agents.rewards.slots import FEET_WORDS
from heedful.agents.understanding.english import exists
from heedful.skills.rewards import Names

_NUMBERS = frozenset(
    "half quarter two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety hundred twice "
    "thrice once double metre metres meter meters cm centimetre centimetres centimeter centimeters degrees degree seconds minutes hz".split()
)
_WAYS = frozenset(
    "left right forward forwards backward backwards ahead up down upward upwards downward downwards sideways clockwise anticlockwise "
    "around round back behind high low higher lower away off far near close".split()
)
_SKY = frozenset(f"{w}{e}" for w in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest") for e in ("", "wards", "ern"))
_TURNS = TURNING | frozenset("dont stop halt cancel wrong instead before after until then first next and or but later again".split())
_BODY = frozenset(
    "paw paws foot feet leg legs limb limbs nose head chin chest body torso trunk back belly bottom tail knees knee hips shoulders rear "
    "front hind ears ear eye eyes neck".split()
)
_ASKED = frozenset(
    "stand sit lie lay crouch roll bow beg hop jump leap bounce spin twirl turn rotate face look point walk trot run gallop creep crawl go "
    "march moonwalk strafe lift raise lower lean tilt wave stretch step stamp tap reach touch approach reverse retreat follow come get bring "
    "put keep hold move freeze wait pause duck squat balance rear handstand pace bound pronk canter sidestep back head shake".split()
)
"""Verbs of what a body on legs is told."""
_OTHERS = frozenset(
    "fetch carry open close shut drop grab pick take give throw catch eat drink bark bite speak sing talk say tell fly climb swim dive dig "
    "sniff smell lick chase attack guard hunt find search play sleep cook bake make build clean wash vacuum mop paint write draw read buy "
    "sell pay call phone text send push pull kick hit break fix charge dance wag growl howl whistle shout scream whisper laugh cry smile "
    "wink blink nod wear dress cut slice pour fill empty switch press click drive ride steal sweep water feed help save kill shoot fight "
    "vanish disappear explode transform teleport hover float answer explain describe count calculate show ask print order wake blow light "
    "cover wrap burn heat cool peel scratch rub roll_up fold record film photograph swing pat hug kiss marry massage lean rub park".split()
)
"""Verbs of what it is not made for: a stretch with one of them first asks for something."""
_STATES = frozenset("is are am was were has have had s re ve will looks look looked seems seem feels feel smells needs says said got gets".split())
_WHO = frozenset("i we he she they it that this there the a an my our your his her their someone somebody everyone everybody you mum dad".split())
_DUTY = frozenset("should must shall need needs want wants would have_to ought let please can could may".split())
_LIKE = (
    ["like"], ["as", "if"], ["as", "though"], ["as", "one"], ["just", "like"], ["exactly", "like"], ["much", "like"], ["as", "in"],
    ["the", "way"], ["such", "as"], ["similar", "to"],
)  # fmt: skip
_PEOPLE = frozenset(
    "audience crowd public judges jury gallery king queen lady lord gentleman granny grandma nana grandpa mummy mommy daddy camera cameras "
    "photo picture video folks fans people children kids muse emperor master mistress boss teacher class nice good lovely royal spectators "
    "viewers guests visitors general sergeant admiral colonel captain fans prince princess duke duchess pope priest bride neighbours stalls balcony house  neighbours majesty highness president mayor show selfie photographers family".split()
)
_CALLED = frozenset(
    "dog boy girl lad lass fellow pup puppy friend mate beast steed hound soldier sailor cowboy champ champion hero star one thing darling dear "
    "love sweetheart sweetie honey pet baby buddy pal robot machine master maestro captain sir madam ladies gentlemen everybody everyone folks "
    "team class squad troops boys girls kids people brother sister son daughter rascal rogue monster angel genius creature critter".split()
)
"""Whom one calls."""
_SMALL = frozenset("do did does can will would may might go to and at in on".split())
_SOMEBODY = frozenset("i we he she they it further told somebody someone everybody my our mum dad".split())
_CAN = frozenset("can could may will might".split())
LONGEST_CALL = 4
"""Words of the longest stretch that calls somebody or cries something out."""


def loosely(text: str, names: Names, meaning: frozenset[str]) -> Iterator[list[str]]:
    """What was said to a body on legs in plain English, without what only stands around it.

    Args:
      meaning: Words that mean something here.
    """
    things = frozenset(w for p in names.points for w in p.split("_"))
    yield from loosened(heard(respelt(text), meaning), things, names_in(text))


def loosened(words: Sequence[str], things: Collection[str], names: Collection[str] = ()) -> Iterator[list[str]]:
    """The words without what holds nothing that could change what is asked; the nearest to what was said first.

    Args:
      words: Tokens, with marks between stretches.
      things: Words of the names of what is there.
      names: Words that were written as names are.
    """
    said = _pointed(_stretches(words), things)
    kept = _kept(said, things, names)
    bare = _uncompared_all(said, things)
    plain = [_unpurposed(_uncalled(s), things) for s in _kept(bare, things, names)]
    seen: list[list[str]] = []
    for made in (kept, said, _uncompared_all(kept, things), bare, _kept(bare, things, names), plain):
        row = [w for s in made if s for w in (MARK, *s)][1:]
        if row and row not in seen:
            seen.append(row)
            yield row


def _pointed(said: Sequence[Sequence[str]], things: Collection[str]) -> list[list[str]]:
    """The stretches with the thing that is told of first in the place of a word that points at it: `the ball is dirty, avoid it`."""
    named = [w for w in said[0] if w in things] if said else []
    if len(said) < 2 or len(named) != 1 or said[0][0] not in _WHO or any(_acts(w) or w in TURNING for w in said[0]):
        return [list(s) for s in said]
    later = [[x for w in s for x in (("the", named[0]) if w in ("it", "him", "her") else (w,))] for s in said[1:]]
    return later if any("the" in s and named[0] in s for s in later) else [list(s) for s in said]


def _kept(said: Sequence[Sequence[str]], things: Collection[str], names: Collection[str]) -> list[list[str]]:
    """The stretches that are no asides."""
    kept = [list(s) for i, s in enumerate(said) if not _aside(s, things, names, [x for j, x in enumerate(said) if j != i])]
    return kept or [list(s) for s in said if not _called(s, names)] or [list(s) for s in said]


def _called(said: Sequence[str], names: Collection[str]) -> bool:
    """Whether a stretch is a name or what one is called, surely."""
    return len(said) <= 3 and not any(_acts(w) for w in said) and (all(w in names for w in said) or said[-1] in _CALLED)


def _uncalled(said: Sequence[str]) -> list[str]:
    """A stretch without what one is called at its end: `lie down sweetie`."""
    called = len(said) > 1 and said[-1] in _CALLED - {"one", "thing", "star"} and said[-2] not in _LINKS
    return list(said[:-1]) if called else list(said)


_LINKS = frozenset("the a an my your his her our that this like as to at by near and with for of good old little".split())


def _uncompared_all(said: Sequence[Sequence[str]], things: Collection[str]) -> list[list[str]]:
    """The stretches without comparisons."""
    made: list[list[str]] = []
    for s in said:
        made.append(_uncompared(s, things, [w for m in made for w in m]))
    return [m for m in made if m]


def _stretches(words: Sequence[str]) -> list[list[str]]:
    """The words between marks."""
    made: list[list[str]] = [[]]
    for word in words:
        if word == MARK:
            made.append([])
        else:
            made[-1].append(word)
    return [m for m in made if m]


def weighs(word: str, things: Collection[str]) -> bool:
    """Whether a word could change what is asked."""
    return (
        word[0].isdigit()
        or word in _NUMBERS
        or word in _WAYS
        or word in _TURNS
        or word in _BODY
        or word in things
        or word in FEET_WORDS
        or word in _SKY
    )


def _acts(word: str) -> bool:
    return word in _ASKED or DOING.get(word) in _ASKED or DONE.get(word) in _ASKED or word in VERBS


def _aside(said: Sequence[str], things: Collection[str], names: Collection[str], rest: Sequence[Sequence[str]]) -> bool:
    """Whether a stretch is only a call, a cry or a statement."""
    if not rest:
        return False  # nothing else is asked
    if said[0] in ("let", "to") and said[1:2] in (["me"], ["us"], ["him"], ["her"], ["them"]):
        return not any(weighs(w, things) for w in said[2:] if w not in _BODY)
    told = len(said) > 1 and said[0] in _WHO and any(w in _STATES for w in said[1:5])
    told = told or any(a in ("is", "are", "s", "am") for a in said[1:4]) and said[0] not in _ASKED | _OTHERS
    if told and not _DUTY & set(said):
        pointing = any(w in ("it", "him", "her", "them") for s in rest for w in s)
        return not pointing and not any(weighs(w, things) and w not in ("low", "high", "close", "near") for w in said)
    if said[0] == "you" and 1 < len(said) <= LONGEST_CALL and not (_DUTY | _STATES | _SMALL) & set(said[1:]):
        return not any(weighs(w, things) or _acts(w) or w in _OTHERS for w in said[1:])
    if said[0] in ("imagine", "pretend", "picture", "think", "suppose", "remember", "may", "shall") and (
        said[0] not in ("may", "shall") or said[1:2] in (["i"], ["we"])
    ):
        return not any(w in TURNING or w in things or w[0].isdigit() or w in FEET_WORDS for w in said)
    if said[0] == "show" and not any(weighs(w, things) for w in said):
        return True
    if said[0] in ("i", "we", "you", "it") and len(said) > 1 and not _DUTY & set(said):
        return not any(weighs(w, things) or _acts(w) for w in said[1:]) and said[0] != "you"
    if any(weighs(w, things) for w in said):
        return False
    if all(w in names for w in said):
        return len(said) <= 3
    if len(said) <= 3 and said[-1] in _CALLED and not any(_acts(w) for w in said):
        return True
    if len(said) > LONGEST_CALL or said[0] in _OTHERS or any(_acts(w) for w in said):
        return False
    article = any(w in ("the", "a", "an") for w in said)
    return not article or all(not exists(w) for w in said if w not in ("the", "a", "an"))


def _uncompared(said: Sequence[str], things: Collection[str], ahead: Sequence[str]) -> list[str]:
    """A stretch without the comparison that ends it, where something closer than standing or going is asked before that."""
    for at in range(len(said)):
        for like in _LIKE:
            if list(said[at : at + len(like)]) != like:
                continue
            after = [w for w in said[at + len(like) :] if w not in ("when", "one")]
            before = [*ahead, *said[:at]]
            if after and not any(weighs(w, things) and w not in _LIGHT for w in after) and not _bare(before):
                return list(said[:at])
    return list(said)


_LIGHT = frozenset({"back", "up", "down", "off", "near", "away", "around", "round", "low", "high", "leg", "tail", "first", "again", "head"})
"""Words that turn nothing round within a comparison."""


def _bare(before: Sequence[str]) -> bool:
    """Whether only to stand, to go or to be is asked, so that what it is like tells the rest."""
    told = [w for w in before if w not in ("the", "a", "your", "please", "now", "just", "you", "yourself", "up", "around", "about", "it", "and")]
    return not set(told) - {"stand", "go", "walk", "move", "be", "get", "do", "act", "look", "stay", "pose", "make", "turn", "hold", "show"}


def _unpurposed(said: Sequence[str], things: Collection[str]) -> list[str]:
    """A stretch without the end that tells for whom or what for."""
    for at in range(1, len(said)):
        after = said[at + 1 :]
        if said[at] in ("under", "beneath", "underneath", "below") and any(w in ("low", "crouch", "duck", "down", "flat") for w in said[:at]):
            cut = next((i for i, w in enumerate(after) if w == "and"), len(after))
            if not any(weighs(w, things) for w in after[:cut]):
                return [*said[:at], *after[cut:]]
        if said[at] == "so" and _CAN & set(after) and not any(weighs(w, things) for w in after if w not in _BODY) and after[0] != "you":
            if after[0] != "that" or after[1:2] != ["you"]:
                return list(said[:at])
        if not after or any(weighs(w, things) for w in after):
            continue
        if said[at] in ("for", "before", "to", "at") and said[at - 1] not in ("head", "make", "go", "look", "run", "walk", "trot", "come") and (
            any(w in _PEOPLE for w in after)
        ):
            return list(said[:at])
        if said[at] == "until" and after[0] in _SOMEBODY and not any(_acts(w) for w in after):
            return list(said[:at])
        if said[at] in ("because", "cause", "since", "lest") or list(said[at : at + 2]) in (["so", "i"], ["so", "we"], ["so", "the"], ["or", "you"]):
            return list(said[:at])
    return list(said)


def names_in(text: str) -> frozenset[str]:
    """Words that are written as names are: with a capital within a sentence that has small letters."""
    if text.isupper():
        return frozenset()
    return frozenset(w.casefold() for w in re.findall(r"(?<![.!?:;] )(?<!^)\b([A-Z][a-z]+)\b", text.strip()))
