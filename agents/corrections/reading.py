"""Reading a correction: HALT by itself and first, then the constructions it is made of, against the dialogue."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

# isort: off
from heedful.agents.corrections import (  # of two that cost the same over the same words, the one that is named first counts
    asking, asking_of_things, asking_of_robot, asking_of_time, choosing, pausing, controlling, states, facts, facts_between, gripping,
    arms, motion, overshooting, approaching, viewpoints, hinting, hinting_near, pacing, hurrying, squeezing, limits, manners, minding,
    minding_things, placing, end_states, ordering, skipping, repeating, reversing, marks, praising, confirming, asides, turning,
    tipping, undoing, waiting, ways, wanting, wanting_places,
)  # fmt: skip

# isort: on
from heedful.agents.corrections.classes import DIRECTIONS, GRAMMAR
from heedful.agents.corrections.combining import combined
from heedful.agents.corrections.constructions import IDLE, Part, Reader
from heedful.agents.corrections.covering import MARKS, Cover, cover
from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.halt import ASSISTANTS, STOP, is_halt
from heedful.agents.corrections.hearing import MARK, heard, plain
from heedful.agents.corrections.lasting import lasting, rule
from heedful.agents.corrections.magnitudes import WORDS
from heedful.agents.corrections.measuring import REPEATABLE
from heedful.agents.corrections.opinion import agrees, guessed
from heedful.agents.corrections.words import clauses
from heedful.agents.understanding.frames import words_in
from heedful.types import Correction

_PARTS_OF_THE_GRAMMAR = (
    asking, asking_of_things, asking_of_robot, asking_of_time, choosing, pausing, controlling, states, facts, facts_between, gripping,
    arms, motion, overshooting, approaching, viewpoints, hinting, hinting_near, pacing, hurrying, squeezing, limits, manners, minding,
    minding_things, placing, end_states, ordering, skipping, repeating, reversing, marks, praising, confirming, asides, turning,
    tipping, undoing, waiting, ways, wanting, wanting_places,
)  # fmt: skip
"""Imported for the constructions that they add."""
KNOWN = "I know for example 'stop', 'a bit to the left', 'slower', 'no, the other one', 'put it on the plate', 'undo that'"
AFTER_HALT = frozenset({"nudge", "rotate", "grip", "target", "goal", "skill", "embodiment", "rate", "undo", "order"})
"""What may be asked for in one breath with a halt; warnings and reasons beside it add nothing."""
IDLE_KINDS = frozenset({"halt", "pause", "query", "praise", "confirm", "fact", "preference", "undo", "repeat"})
"""What is more than an instruction when it is said to an idle robot."""
APART = 1.0
"""The same for clauses of which nothing was understood, set off by a mark."""
APART_STEERING = 3.0
"""More of that is believed beside a wish to wait, to go on or to give up, which people give reasons for."""
LEFT_OVER = 0.3
"""Cost of words left over, per word that was understood, up to which the rest is believed."""


def read_correction(text: str, dialogue: Dialogue | None = None, at: float = 0.0) -> Correction:
    """What was said, as a typed correction; `none` where it is no correction, with a reply where it was not understood.

    Args:
      text: As it was typed or heard.
      dialogue: The state it is said in; None: nothing is known of it.
      at: Its arrival on the monotonic clock [s].
    """
    state = dialogue or Dialogue()
    halted = is_halt(text)
    parts = _parts(text, state)
    if halted:
        cry = len(clauses(text)) == 1 and not STOP & set(plain(text))  # what tells of a hand in the way asks for nothing beside
        more = [p for p in parts if p.kind in AFTER_HALT and not p.ask and not p.weak and not cry]
        parts = (
            [Part("halt"), *more] if len(more) == len([p for p in parts if p.kind not in ("pause", "halt", "abort")]) else [Part("halt")]
        )
    return _correction(text, parts, at)


def _correction(text: str, parts: list[Part], at: float) -> Correction:
    if not parts:
        return Correction(text, "none", {}, at, reply="" if _talk(text) else f"I did not understand {text[:60]!r}; {KNOWN}")
    single = [Correction(text, p.kind, p.effect, at, ask=p.ask, candidates=p.candidates) for p in parts]
    if len(single) == 1:
        return single[0]
    candidates: tuple[Any, ...] = tuple(c for s in single for c in s.candidates)
    return Correction(text, "multi", {}, at, ask=any(s.ask for s in single), candidates=candidates, parts=tuple(single))


def _talk(text: str) -> bool:
    """Whether it was said to some other device."""
    return bool(ASSISTANTS & set(plain(text)))


def _parts(text: str, dialogue: Dialogue) -> list[Part]:
    if _talk(text):
        return []
    words = heard(text, known(dialogue.scene))
    if not words:
        return []
    if (said := lasting(words, dialogue)) is not None and said.words:
        found = read(said.words, dialogue)
        if found and (preference := rule(found, said, dialogue)):
            return [preference]
        if said.marked:  # a rule, and what it says is not clear
            return [replace(p, ask=True) for p in considered(words, dialogue)]
    found = considered(words, dialogue) or _assent(words)
    if dialogue.running_skill is None and dialogue.last is None and any(p.kind not in IDLE_KINDS for p in found):
        return []
    return [_asking(p, dialogue, words) for p in found]


def _assent(words: list[str]) -> list[Part]:
    """`ok` alone, which beside anything else says nothing."""
    said = [w for w in words if w != MARK]
    return (
        [Part("confirm", {"value": True})]
        if "ok" in said and set(said) <= {"ok", "then", "yeah", "yes", "well", "now", "so", "robot"}
        else []
    )


def considered(words: list[str], dialogue: Dialogue) -> list[Part]:
    """What the words stand for, with the second opinion heard where the constructions do not explain them."""
    made = cover(Reader(words, dialogue, GRAMMAR))
    if (found := _told(made, words, dialogue)) or dialogue.running_skill is None:
        return found
    placed = combined(made.placed, dialogue)
    known_of = bool(dialogue.bindings)  # what is said before anything is known is read again once it is
    if placed and known_of and not any(p.ask or p.weak for p in placed) and agrees(words, dialogue, made, {p.kind for p in placed}):
        return placed
    opinion = guessed("", words, dialogue, 0.0)
    return [Part(opinion.kind, dict(opinion.effect), opinion.ask, opinion.candidates)] if opinion is not None else []


def read(words: list[str], dialogue: Dialogue) -> list[Part]:
    """The corrections that some words stand for; none where too much of them is left over."""
    return _told(cover(Reader(words, dialogue, GRAMMAR)), words, dialogue)


def _told(made: Cover, words: list[str], dialogue: Dialogue) -> list[Part]:
    found = combined(made.placed, dialogue) if believed(made) else []
    if len(found) > 1 and made.left_over > 0:
        found = [replace(p, ask=True) for p in found]  # several things, and not all of it understood
    if asks(words) and not any(p.kind == "query" for p in found):
        return []
    return found


_SUBJECTS = [[w] for w in ("it", "that", "this", "there", "the", "your", "my", "you", "he", "she", "we", "they", "anything", "anybody")]


def asks(words: list[str]) -> bool:
    """Whether it begins like a question, which then is one or nothing that is known."""
    plainly = [w for w in words if w not in ("um", "uh", "so", "and", "ok", "hey", "robot", "well", ",", "but")]
    if plainly[:1] in (["is"], ["are"], ["was"], ["does"], ["did"], ["has"], ["have"]) and plainly[1:2] in _SUBJECTS:
        return True
    return plainly[:1] in (["which"], ["who"], ["whose"], ["what"], ["how"], ["where"]) and plainly[1:2] not in (
        ["told"],
        ["said"],
        ["asked"],
        ["about"],
        ["a"],
        ["an"],
        ["i"],
        ["we"],
        ["if"],
    )


def believed(made: Cover) -> bool:
    """Whether so much of a sentence is understood that the rest of it does not matter."""
    if made.left_over + made.apart == 0:
        return True
    weak = all(p.part.weak or p.part.kind in ("amount", "bare_amount", "frame", "no", "yes", "aside", "repair") for p in made.placed)
    steers = all(p.part.kind in MARKS | {"pause", "resume", "abort"} for p in made.placed)
    return not weak and made.left_over <= LEFT_OVER * made.said and made.apart <= APART * made.said + (APART_STEERING if steers else 0)


def _asking(part: Part, dialogue: Dialogue, words: list[str]) -> Part:
    """The part, to be asked about where the state leaves it open."""
    if part.kind == "repeat" and (dialogue.last is None or dialogue.last.kind not in REPEATABLE):
        return Part(part.kind, part.effect, ask=True)
    if (
        part.kind == "nudge"
        and part.effect.get("direction") == "backward"
        and part.effect.get("magnitude_m") == "default"
        and _only(words, ("go back", "come back"))
    ):
        return Part(part.kind, part.effect, True, ({"kind": "nudge", "effect": part.effect}, {"kind": "undo", "effect": {"scope": "last"}}))
    return part


def _only(words: list[str], phrases: tuple[str, ...]) -> bool:
    return " ".join(w for w in words if w not in ("please", "no", ",", "ok", "now", "robot", "um", "uh", "then")) in phrases


@lru_cache(maxsize=64)
def known(scene: tuple[str, ...]) -> frozenset[str]:
    """Words that mean something here."""
    return GRAMMAR.words | IDLE.words | WORDS.words | DIRECTIONS.words | states.ADJECTIVES.words | words_in(scene)
