"""Live corrections with what each is to change: reading the records, and judging what was made of them as their README says."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.sets.language_set import Record, read
from heedful.types import Correction

FIELDS = ("state", "kind", "effect")
TOLERANCE = 0.05
"""Share by which a number may differ."""
Label = tuple[str, Any]
"""A kind with its effect; of `multi` a list of `{kind, effect}`."""


@dataclass(frozen=True, slots=True)
class Row:
    """One record and what was made of it."""

    record: Record
    heard: Correction
    seconds: float

    @property
    def labels(self) -> list[Label]:
        """Every label that counts as right, the record's own first."""
        return [(one["kind"], one["effect"]) for one in (self.record, *self.record.get("accept", ()))]

    @property
    def ask(self) -> bool:
        return bool(self.record.get("ask"))

    @property
    def kind_right(self) -> bool:
        """Whether the kind is one of those that count, whatever the effect."""
        return any(self.heard.kind == kind for kind, _ in self.labels) or (self.ask and self.heard.ask)

    @property
    def right(self) -> bool:
        """Whether kind and effect count as right; of a record that leaves it open, whether it was asked about."""
        if self.ask:
            return self.heard.ask
        return not self.heard.ask and any(same(said(self.heard), label) for label in self.labels)

    @property
    def silent(self) -> bool:
        """Whether it was taken wrongly and nobody was asked or told."""
        return not self.right and not self.heard.ask and (self.heard.kind != "none" or not self.heard.reply)

    @property
    def needless(self) -> bool:
        """Whether it was asked about though the state leaves one reading."""
        return self.heard.ask and not self.ask

    @property
    def halts(self) -> bool:
        """Whether it was taken for a halt, alone or with more."""
        return "halt" in {self.heard.kind, *(p.kind for p in self.heard.parts)}

    @property
    def nudge_but_for_size(self) -> bool:
        """Of a nudge: whether direction and frame are right."""
        effect = self.heard.effect
        return self.heard.kind == "nudge" and all(effect.get(k) == self.record["effect"].get(k) for k in ("direction", "frame"))


def said(heard: Correction) -> Label:
    """What was made of the words, in the form of a label."""
    if heard.kind == "multi":
        return "multi", [{"kind": p.kind, "effect": dict(p.effect)} for p in heard.parts]
    return heard.kind, dict(heard.effect)


def same(found: Label, label: Label) -> bool:
    """Whether an answer is what a label says: numbers within TOLERANCE, several in any order, `other` for the one that is left."""
    if found[0] != label[0]:
        return False
    if found[0] == "multi":
        left = [(p["kind"], p["effect"]) for p in label[1]]
        for part in found[1]:
            hit = next((one for one in left if same((part["kind"], part["effect"]), one)), None)
            if hit is None:
                return False
            left.remove(hit)
        return not left
    if found[0] == "target" and found[1].get("new") == "other":
        return bool(found[1].get("exclude") == label[1].get("exclude"))
    return alike(found[1], label[1])


def alike(a: Any, b: Any) -> bool:
    """Whether two values of an effect are the same."""
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if isinstance(a, int | float) and isinstance(b, int | float):
        return bool(abs(a - b) <= TOLERANCE * abs(b))
    if isinstance(a, Mapping) and isinstance(b, Mapping):
        return a.keys() == b.keys() and all(alike(a[k], b[k]) for k in a)
    if isinstance(a, list) and isinstance(b, list):
        return sorted(map(str, a)) == sorted(map(str, b))
    return bool(a == b)


def records(path: Path) -> list[Record]:
    """The records of a file, each with its `utterance` where other sets have an instruction. Raises BadRecords."""
    return read(path, FIELDS, "utterance")


def judged(found: Sequence[Record], reader: Callable[[str, Dialogue], Correction]) -> list[Row]:
    """Every record read against its state, and timed."""
    rows = []
    for record in found:
        dialogue = Dialogue.of(record["state"])
        began = time.perf_counter()
        heard = reader(record["utterance"], dialogue)
        rows.append(Row(record, heard, time.perf_counter() - began))
    return rows


def measures(rows: Sequence[Row]) -> dict[str, tuple[int, int]]:
    """Measure -> how many of how many, over some records."""
    halts = [r for r in rows if r.record["kind"] == "halt"]
    others = [r for r in rows if not any("halt" in _kinds(label) for label in r.labels)]
    none = [r for r in rows if r.record["kind"] == "none"]
    pauses = [r for r in rows if r.record["kind"] == "pause"]
    nudges = [r for r in rows if r.record["kind"] == "nudge" and not r.ask]
    return {
        "kind": _share(r.kind_right for r in rows), "effect": _share(r.right for r in rows),
        "wrong_and_silent": _share(r.silent for r in rows),
        "halt_recall": _share(r.halts for r in halts), "halt_false_alarms": _share(r.halts for r in others),
        "halt_taken_for_pause": _share(r.heard.kind == "pause" for r in halts), "pause_taken_for_halt": _share(r.halts for r in pauses),
        "none_taken_for_halt": _share(r.halts for r in none), "none_taken_for_a_correction": _share(r.heard.kind != "none" for r in none),
        "nudge_direction_and_frame": _share(r.nudge_but_for_size for r in nudges), "asked_needlessly": _share(r.needless for r in rows),
        "not_understood": _share(r.heard.kind == "none" and r.record["kind"] != "none" for r in rows),
    }  # fmt: skip


def _kinds(label: Label) -> set[str]:
    return {label[0]} if label[0] != "multi" else {p["kind"] for p in label[1]}


def _share(hits: Any) -> tuple[int, int]:
    found = [bool(h) for h in hits]
    return sum(found), len(found)
