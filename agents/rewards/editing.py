"""Editing a reward that is followed by what people say: a number more or less, a weight, another foot or thing, something more to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from heedful.agents.corrections.constructions import Part
from heedful.agents.corrections.covering import Cover
from heedful.agents.rewards import (
    phrases_another,  # noqa: F401  what is likelier comes first
    phrases_edit,
)
from heedful.agents.rewards.acts import Unclear
from heedful.agents.rewards.adding import added
from heedful.agents.rewards.numbering import care, change, set_to
from heedful.agents.rewards.paring import nearly
from heedful.agents.rewards.phrases_edit import AMOUNT, EDITS, FLIP, OTHER, STOP, SWAP
from heedful.agents.rewards.phrases_retold import TAKEN_OFF
from heedful.agents.rewards.reading import Understood, acts_in, acts_of, believed, first_of, readings
from heedful.agents.rewards.swapping import flip, other, stop, swap
from heedful.skills.rewards import FEET, Names, Reward, RewardError
from heedful.skills.rewards.catalogue import Name
from heedful.skills.rewards.history import diff
from heedful.skills.rewards.spelling import Stages


@dataclass(frozen=True, slots=True)
class Refused:
    """A correction that changes nothing here, in a sentence."""

    sentence: str
    candidates: tuple[str, ...] = ()


def edited(stages: Stages, text: str, names: Names, at: int = 0) -> Stages | Refused:
    """The rewards as somebody wants them who says this while they are followed. Pure: nothing is changed in place.

    Args:
      stages: The rewards, one after the other.
      at: Which of them is followed now.
    """
    try:
        made = _corrected(stages[at], text, names)
        new = (*stages[:at], *made, *stages[at + 1 :])
        new = tuple(s.check(names) for s in new)
    except Unclear as error:
        return Refused(str(error), error.candidates)
    except RewardError as error:
        return Refused(str(error))
    return new if new != stages else Refused("that is how it is already")


def edit(stages: Stages, text: str, names: Names, at: int = 0) -> Understood:
    """The same, with what changed in words."""
    found = edited(stages, text, names, at)
    if isinstance(found, Refused):
        return Understood(None, found.sentence, bool(found.candidates), found.candidates)
    return Understood(found, "; ".join(map(str, diff(stages, found))))


def _corrected(reward: Reward, text: str, names: Names) -> tuple[Reward, ...]:
    """By the constructions of corrections, or as something more to do; whichever leaves less unexplained. Raises Unclear."""
    rows = _covered(text, names)
    sure = next(rows, None)
    made = sure or next(readings(text, names, EDITS, (TAKEN_OFF,)))[0]
    by_edit, amounts = _edits(made) if sure else [], _amounts(made)
    if (paced := _only_paced(reward, text, names)) is not None:
        return (paced,)
    whole = bool(by_edit or amounts) and made.left_over + made.apart == 0
    if not whole:
        try:
            return _more(reward, text, names, loosely=not (by_edit or amounts))
        except Unclear:
            if not (by_edit or amounts):
                raise
    first: Unclear | None = None
    for edits_, amounts_ in chain([(by_edit, amounts)], ((_edits(m), _amounts(m)) for m in rows)):
        try:
            return (_by_parts(reward, edits_, amounts_, names),)
        except Unclear as error:
            first = first or error
    assert first is not None
    try:
        return _more(reward, text, names)
    except Unclear:
        raise first from None


def _covered(text: str, names: Names) -> Iterator[Cover]:
    """The rows of constructions over a correction that may be followed, in each wording that is understood, and then those where what is
    left over could not change it. Raises Unclear where there is nothing to read."""
    near: list[Cover] = []
    for made, reader in readings(text, names, EDITS, (TAKEN_OFF,)):
        if believed(made, reader.words):
            yield made
        elif nearly(made, reader.words, names):
            near.append(made)
    yield from sorted(near, key=lambda m: m.left_over + m.apart)


def _edits(made: Cover) -> list[Part]:
    return [p.part for p in made.placed if p.part.kind in MAKERS]


def _amounts(made: Cover) -> list[Part]:
    return [p.part for p in made.placed if p.part.kind == AMOUNT]


def _more(reward: Reward, text: str, names: Names, loosely: bool = False) -> tuple[Reward, ...]:
    """With something more to do. Raises Unclear or RewardError."""
    rows = acts_in(text, names, about(reward), (TAKEN_OFF,), loosely)
    return first_of(rows, lambda acts: _checked(added(reward, acts, text, names), names))


def _checked(stages: tuple[Reward, ...], names: Names) -> tuple[Reward, ...]:
    return tuple(s.check(names) for s in stages)


def about(reward: Reward) -> list[str]:
    """The things that a reward is about, what the hand only goes to first."""
    by_hand = [t for t in reward if t.name == "distance" and t.args["a"] == "hand"]
    rest = [t for t in reward if t not in by_hand]
    named = [str(t.args[p.name]) for t in (*by_hand, *rest) for p in t.spec.params if isinstance(p, Name)]
    return [n for n in named if n not in (*FEET, "torso", "hand", "rest")]


def _only_paced(reward: Reward, text: str, names: Names) -> Reward | None:
    """`walk at 0.5 m/s` to one who walks already: the speed alone, the same way; None where more was said."""
    try:
        acts = acts_of(text, names)
    except (Unclear, RewardError):
        return None
    has = acts[0][1].has
    if (
        len(acts) > 1
        or acts[0][1].kind != "go"
        or not has.keys() <= {"gait", "speed"}
        or "speed" not in has
        or not acts[0][1].loose("gait")
    ):
        return None
    goes = any(abs(t.number("speed")) > 0 for n in ("forward_speed", "sideways_speed") for t in reward.find(n))
    return set_to(reward, {"speed": has["speed"]}) if goes else None


def _by_parts(reward: Reward, parts: Sequence[Part], amounts: Sequence[Part], names: Names) -> Reward:
    has = {k: v for a in amounts for k, v in a.effect.items()}
    if not parts:
        return set_to(reward, has)
    for i, part in enumerate(parts):
        if part in parts[:i] or any(_again(part, other_) for other_ in parts if other_ is not part):
            continue  # said again: `blue, blue!`
        reward = MAKERS[part.kind](reward, {**has, **part.effect}, names)
    return reward


EASE = frozenset({"ease", "speed", "amount"})


def _again(part: Part, another: Part) -> bool:
    """Whether a part only cries what another says more closely: `whoa, slow down a bit`."""
    mine, its = ({k: v for k, v in p.effect.items() if k != "dim"} for p in (part, another))
    alike = part.kind == another.kind == phrases_edit.CHANGE and mine["more"] == its["more"]
    return alike and part.effect["dim"] in EASE and len(mine) < len(its) + (another.effect["dim"] not in EASE)


Maker = Callable[[Reward, Mapping[str, Any], Names], Reward]


MAKERS: dict[str, Maker] = {
    phrases_edit.CHANGE: change, phrases_edit.CARE: care, OTHER: other, FLIP: flip, SWAP: swap, STOP: stop,
}  # fmt: skip
