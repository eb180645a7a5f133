"""Questions that are open in the dialogue, and what the next utterance answers to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.words import FILLER, clauses, listed
from heedful.types import Correction

PLACES = {"first": 0, "left": 0, "leftmost": 0, "second": 1, "third": 2, "last": -1, "right": -1, "rightmost": -1}
"""Words for one of several by its place; what is asked about is told from left to right."""
POINTING = FILLER | listed("the one that this it i meant mean want a an of please no not ones")
"""Words of an answer that tell nothing apart."""
ANSWERS = frozenset({"none", "target", "goal", "confirm", "nudge", "fact"})
"""Kinds that an answer may be taken for by itself; anything else that is said is no answer."""
OPEN = ("other", None)
"""What stands in an effect for what is asked."""


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, and what there is to choose between."""

    sentence: str
    candidates: tuple[Any, ...] = ()
    """Names, or `{kind, effect}`."""
    about: Correction | None = None
    """The correction that is asked about; None where the agent asks about its instruction."""

    @staticmethod
    def of(correction: Correction) -> Question:
        """The question that a correction leaves open."""
        return Question(correction.reply or _asked(correction), tuple(correction.candidates), correction)

    @property
    def choices(self) -> tuple[str, ...]:
        """The candidates in words, in their order."""
        return tuple(map(_said, self.candidates))

    def chosen(self, at: int) -> Correction:
        """What choosing a candidate by its place amounts to, for a front that numbers them."""
        chosen = self.candidates[at]
        return self._taken(Correction(_said(chosen), "none"), chosen)

    def answered(self, found: Correction, dialogue: Dialogue) -> Correction | None:
        """The correction that an utterance amounts to as an answer; None if it is none.

        Args:
          found: The utterance as it was read by itself.
          dialogue: What it was read against.
        """
        if found.kind not in ANSWERS:
            return None
        chosen = self._chosen(found)
        if chosen is not None:
            return self._taken(found, chosen)
        if found.kind == "confirm" and self.about is None:
            return replace(found, kind="answer", effect={"value": bool(found.effect.get("value"))}, reply="")
        if found.kind == "confirm" and self.about is not None and found.effect.get("value") and _complete(self.about):
            return replace(self.about, text=found.text, heard=found.heard, ask=False, candidates=(), reply="")
        if self.about is None and not self.candidates and found.kind in ("none", "target", "goal"):
            return replace(found, kind="answer", effect={"words": found.text}, ask=False, reply="")
        return None

    def _chosen(self, found: Correction) -> Any:
        """The one candidate that an utterance points at."""
        whole = [c for c in self.candidates if isinstance(c, Mapping)]
        if fits := [c for c in whole if c.get("kind") == found.kind and c.get("effect") == found.effect]:
            return fits[0]
        if found.kind == "target" and found.effect.get("new") in self.candidates:
            return found.effect["new"]
        words = [w for clause in clauses(found.text) for w in clause if w not in POINTING - {"right"}]
        scores = [len(set(words) & set(_name(c))) for c in self.candidates]
        best = [c for c, score in zip(self.candidates, scores, strict=True) if score and score == max(scores)]
        if len(best) == 1:
            return best[0]
        told = best or list(self.candidates)
        at = {PLACES[w] for w in words if w in PLACES}
        if "middle" in words and len(told) % 2:
            at.add(len(told) // 2)
        return told[index] if len(at) == 1 and -len(told) <= (index := at.pop()) < len(told) else None

    def _taken(self, found: Correction, chosen: Any) -> Correction:
        if isinstance(chosen, Mapping):
            return replace(found, kind=str(chosen["kind"]), effect=dict(chosen["effect"]), ask=False, candidates=(), reply="")
        if self.about is None:
            return replace(found, kind="answer", effect={"choice": chosen}, ask=False, candidates=(), reply=f"the {chosen}, then")
        filled = {k: chosen if v in OPEN or isinstance(v, list) else v for k, v in self.about.effect.items()}
        return replace(self.about, text=found.text, heard=found.heard, effect=filled, ask=False, candidates=(), reply="")


def _asked(correction: Correction) -> str:
    """The question in words, where nobody has put it yet."""
    told = [f"the {c}" if isinstance(c, str) else _said(c) for c in correction.candidates]
    if len(told) > 1:
        return f"which do you mean: {', '.join(told[:-1])} or {told[-1]}?"
    return f"what do you mean by “{correction.text[:40]}”?"


def _said(candidate: Any) -> str:
    return candidate if isinstance(candidate, str) else " ".join(map(str, (candidate["kind"], *_name(candidate)[1:])))


WITHOUT_EFFECT = frozenset({"halt", "pause", "resume", "abort"})
"""Kinds that say all by themselves."""


def _complete(about: Correction) -> bool:
    return (bool(about.effect) or about.kind in WITHOUT_EFFECT) and not any(v in OPEN or isinstance(v, list) for v in about.effect.values())


def _name(candidate: Any) -> list[str]:
    """The words that tell a candidate."""
    if isinstance(candidate, str):
        return candidate.replace("_", " ").split()
    return [w for v in (candidate["kind"], *candidate["effect"].values()) if isinstance(v, str) for w in v.split()]
