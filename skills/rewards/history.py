"""What an edit changed, said in words, and the way back and forth between the rewards that were."""

from __future__ import annotations

from dataclasses import dataclass

from heedful.skills.rewards.reward import RewardError, Value
from heedful.skills.rewards.spelling import Stages


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two rewards."""

    stage: int
    """Counted from 0."""
    key: tuple[str, ...]
    """The term: its name and what it is about; empty for the stage itself."""
    what: str
    """A parameter, `weight`, `norm` or `for_s`; empty where the whole term came or went."""
    before: Value | None
    """None: it was not there."""
    after: Value | None

    def __str__(self) -> str:
        name = " of ".join((self.key[0], ", ".join(self.key[1:]))) if len(self.key) > 1 else "".join(self.key) or f"stage {self.stage + 1}"
        if not self.what:
            return f"{name} {'added' if self.before is None else 'removed'}"
        return f"{self.what} of {name}: {_said(self.before)} → {_said(self.after)}"


def _said(value: Value | None) -> str:
    return "none" if value is None else value if isinstance(value, str) else f"{value:.3g}"


def diff(before: Stages, after: Stages) -> tuple[Change, ...]:
    """What is different, stage by stage and term by term."""
    found: list[Change] = []
    for n in range(max(len(before), len(after))):
        old = before[n] if n < len(before) else None
        new = after[n] if n < len(after) else None
        if old is not None and new is not None and old.for_s != new.for_s:
            found.append(Change(n, (), "for_s", old.for_s, new.for_s))
        were = {t.key: t for t in old or ()}
        are = {t.key: t for t in new or ()}
        for key in dict.fromkeys([*were, *are]):
            if key not in are:
                found.append(Change(n, key, "", key[0], None))
            elif key not in were:
                found.append(Change(n, key, "", None, key[0]))
            else:
                a, b = were[key], are[key]
                found += [Change(n, key, k, v, b.args[k]) for k, v in a.params if v != b.args[k]]
                found += [Change(n, key, "weight", a.weight, b.weight)] if a.weight != b.weight else []
                found += [Change(n, key, "norm", a.norm.kind, b.norm.kind)] if a.norm != b.norm else []
    return tuple(found)


@dataclass(frozen=True, slots=True)
class History:
    """The rewards of one dialogue: what is followed now, what was before, and what was undone. Each method gives a new one."""

    now: Stages
    past: tuple[Stages, ...] = ()
    """The newest last."""
    undone: tuple[Stages, ...] = ()
    """The one to redo first comes last."""

    def edit(self, new: Stages) -> History:
        """After an edit; what was undone before is gone. One that changes nothing is none."""
        return self if new == self.now else History(new, (*self.past, self.now))

    def undo(self) -> History:
        """Before the last edit. Raises RewardError."""
        if not self.past:
            raise RewardError("there is no edit to undo")
        return History(self.past[-1], self.past[:-1], (*self.undone, self.now))

    def redo(self) -> History:
        """After the edit that was undone last. Raises RewardError."""
        if not self.undone:
            raise RewardError("there is nothing to redo")
        return History(self.undone[-1], (*self.past, self.now), self.undone[:-1])

    def first(self) -> History:
        """As it was before all edits. Raises RewardError."""
        if not self.past:
            raise RewardError("there is no edit to undo")
        return History(self.past[0], (), (self.now, *reversed(self.past[1:])))
