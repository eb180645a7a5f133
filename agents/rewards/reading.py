"""Reading a request: the constructions that it is made of, gathered into acts with what was said of each, and made into rewards."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from heedful.agents.corrections.constructions import IDLE, Grammar, Reader
from heedful.agents.corrections.covering import JOINTS, SMALL, TURNING, Cover, cover
from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.hearing import heard, plain
from heedful.agents.corrections.magnitudes import WORDS
from heedful.agents.rewards import (  # noqa: F401  add what they hold
    arm,
    feet,
    going,
    phrases_amended,
    phrases_arm,
    phrases_bodies,
    phrases_bounds,
    phrases_called,
    phrases_driven,
    phrases_ends,
    phrases_everyday,
    phrases_feet,
    phrases_going,
    phrases_grips,
    phrases_legs,
    phrases_lowered,
    phrases_moving,
    phrases_paws,
    phrases_raised,
    phrases_retold,
    phrases_steered,
    phrases_table,
    phrases_things,
    phrases_wished,
    postures,
)
from heedful.agents.rewards.acts import Act, Contradiction, Unclear
from heedful.agents.rewards.gathering import gathered, unread
from heedful.agents.rewards.loosely import loosely
from heedful.agents.rewards.merging import clash, merged
from heedful.agents.rewards.paring import nearly, put_off, without_rhetoric, wordings
from heedful.agents.rewards.phrases import ARM, LEGGED, WIDE
from heedful.agents.rewards.plainer import WORDS as SLANG
from heedful.agents.rewards.slots import LEXICON
from heedful.agents.rewards.things import Resolver, spoken
from heedful.agents.rewards.wording import LONGEST, versions
from heedful.agents.understanding.frames import words_in
from heedful.agents.understanding.unwrapping import Rules
from heedful.skills.rewards import Names, Reward, RewardError
from heedful.skills.rewards.telling import words as words_of

GRAMMARS: Mapping[str, Grammar] = {"legged": LEGGED, "arm": ARM}
_PART = re.compile(r"(\w)['’]s (handle|knob|lever|grip)\b", re.IGNORECASE)
"""The drawer's handle is the drawer handle."""
_MORE = re.compile(
    r"\b((?:[\d.]+|an?other|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty)) (more|further|extra) ([a-z]+)\b",
    re.IGNORECASE,
)
"""Five more centimetres are five centimetres more."""
_ASKS = re.compile(
    r"(?:(?:should|shall|do|must|am) (?:i|he|she)\b|(?:should|had|were) (?:the|it|they|my|our|anyone|someone|that|this|we)\b[^,]* , )|"
    r"(?!who (?:can|wants to|will|is going to|would like to) "
    r"(?:sit|lie|roll|spin|twirl|hop|jump|bow|beg|shake|trot|give|do|show|stand|crouch)\b)"
    r"(?:is|are|was|were|does|did|has|where|who|whose|what (?:is|are|was|does|do|did|time|colou?r)|which (?:is|are|one is)|"
    r"why (?:is|are|did|does)|how (?:far|many|much|high|fast|old|long|is|are|do|did)) "
    r"(?!(?:it|there) (?:possible|ok|okay|alright|fine|any|a|too much|now time|time)\b|you (?:able|willing|ready|ok)\b|about\b|it is\b)"
)
"""What asks for an answer, not for an act."""
_TELLS = re.compile(
    r"(?:i|he|she|they)(?: am| is| are| was| were)(?: just| already| still| now)? "
    r"(?:sitting|lying|standing|walking|running|jumping|turning|spinning|crouching|rolling|trotting|leaning|hopping|waiting|looking)\b[^,]*"
)
"""What somebody says of himself, or of others."""
LEFT_OVER = 0.65
"""Cost of words left over, per word that was understood, up to which the rest is believed."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What words were taken to ask for."""

    stages: tuple[Reward, ...] | None
    """None: nothing that could be followed."""
    sentence: str
    """How it was taken, or what is missing."""
    ask: bool = False
    """Whether the sentence is a question."""
    candidates: tuple[str, ...] = ()


def understand(text: str, names: Names) -> Understood:
    """The reward that words ask for in a world, one for each thing to do in turn; or what was not understood."""
    try:
        stages = first_of(acts_in(text, names), lambda acts: tuple(s.check(names) for s in merged(acts, names.body)))
        return Understood(stages, words_of(stages))
    except Unclear as error:
        return Understood(None, str(error), bool(error.candidates) or str(error).endswith("?"), error.candidates)
    except RewardError as error:
        return Understood(None, str(error))


Made = TypeVar("Made")


def first_of(rows: Iterator[list[tuple[str, Act]]], make: Callable[[list[tuple[str, Act]]], Made]) -> Made:
    """What is made of the first of some rows of acts that something can be made of. Raises the first Unclear or RewardError otherwise."""
    first: Unclear | RewardError | None = None
    while True:
        try:
            acts = next(rows)
        except StopIteration:
            assert first is not None
            raise first from None
        except Unclear:
            if first is not None:
                raise first from None
            raise
        try:
            return make(acts)
        except Contradiction:
            raise
        except (Unclear, RewardError) as error:
            first = first or error


def acts_of(text: str, names: Names, spoken: Sequence[str] = (), further: Sequence[Rules] = ()) -> list[tuple[str, Act]]:
    """The acts of a request in order, each with how it follows: `and`, `then`, `while`. Raises Unclear."""
    return first_of(acts_in(text, names, spoken, further), list)


def acts_in(
    text: str, names: Names, spoken: Sequence[str] = (), further: Sequence[Rules] = (), leaving: bool = True
) -> Iterator[list[tuple[str, Act]]]:
    """The acts of a request by each wording of it that is understood. Raises Unclear where there is none.

    Args:
      spoken: Ids that were spoken of before, which `it` may stand for; the latest last.
      further: Tables of frames that are taken off too.
      leaving: Whether words that say nothing may be left over, where nothing is understood otherwise.
    """
    asked = " ".join(plain(without_rhetoric(text)))
    if _ASKS.match(asked):
        raise Unclear("that is a question; say what shall be done")
    if why_not := put_off(" ".join(plain(text))):
        raise Unclear(why_not)
    if names.body == "legged" and _TELLS.fullmatch(asked):
        raise Unclear("that tells what is; say what shall be done")
    points = [i for i in spoken if i in names.points]
    first: Unclear | None = None
    some = False
    clashing: list[list[tuple[str, Act]]] = []
    near: list[tuple[Cover, Reader]] = []
    nearest: tuple[Cover, Reader] | None = None
    for made, reader in readings(text, names, GRAMMARS[names.body], further):
        if believed(made, reader.words):
            try:
                acts = gathered(made, Resolver(names, list(points)), reader.words)
                if names.body == "legged" and clash(acts, names.body):
                    clashing += [acts] * (reader.grammar is not WIDE)
                    continue
                yield acts
                some = True
            except Unclear as error:
                if error.candidates:
                    raise
                first = first or error
            continue
        if leaving and names.body == "arm" and nearly(made, reader.words, names):
            near.append((made, reader))
        if nearest is None or made.left_over + made.apart < nearest[0].left_over + nearest[0].apart:
            nearest = made, reader
    yield from clashing
    some = some or bool(clashing)
    if not some:
        for made, reader in sorted(near, key=lambda n: n[0].left_over + n[0].apart):
            try:
                yield gathered(made, Resolver(names, list(points)), reader.words)
                some = True
            except Unclear:
                continue
    if some:
        return
    if first is not None:
        raise first
    assert nearest is not None
    raise Unclear(unread(nearest[0], nearest[1].words))


def readings(text: str, names: Names, grammar: Grammar, further: Sequence[Rules] = ()) -> Iterator[tuple[Cover, Reader]]:
    """The rows of constructions over a text as it stands and in other wordings. Raises Unclear where there is nothing to read."""
    scene = tuple(spoken(names))
    text = _MORE.sub(r"\1 \3 more", _PART.sub(r"\1 \2", without_rhetoric(text)))
    paring = grammar is not LEGGED or bool(further)
    words = heard(text, known(scene, names.body, grammar) | (SLANG if paring else frozenset()))
    if not words:
        raise Unclear("nothing was asked")
    for said in wordings(words, scene, further) if paring else versions(words, further):
        reader = Reader(said, Dialogue(running_skill="reward", scene=scene), grammar)
        yield cover(reader), reader
    if names.body != "legged" or len(words) > LONGEST:
        return
    wide = WIDE if grammar is LEGGED else grammar
    for row in loosely(text, names, known(scene, names.body, wide)):
        for said in versions(row, further):
            reader = Reader(said, Dialogue(running_skill="reward", scene=scene), wide)
            yield cover(reader), reader


@lru_cache(maxsize=64)
def known(scene: tuple[str, ...], body: str, grammar: Grammar) -> frozenset[str]:
    """Words that mean something here."""
    return frozenset(grammar.words | IDLE.words | WORDS.words | LEXICON | words_in(scene) | {"person"})


def believed(made: Cover, words: list[str]) -> bool:
    """Whether so much is understood that what is left over does not matter: small words, and none that may turn it round."""
    if any(w in TURNING or (w not in SMALL and w not in JOINTS) for w in made.unexplained):
        return False
    return made.said > 0 and made.left_over + made.apart <= LEFT_OVER * made.said
