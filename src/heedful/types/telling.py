"""What people say to a robot, what it was taken to mean, and what is remembered of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol

from heedful.types.scene import Scene


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person said while the robot worked, and what it was taken to mean."""

    text: str
    kind: str
    effect: Mapping[str, Any] = field(default_factory=dict)
    heard: float = 0.0
    """Arrival, on the monotonic clock [s]."""
    latency_ms: float | None = None
    """From arrival until the first changed command was sent."""
    reply: str = ""
    """What is said back: how it was taken, or with `ask` the question."""
    ask: bool = False
    """Whether more than one reading is left, so that it is to be asked; kind and effect are then the best guess, not to be acted on."""
    candidates: tuple[Any, ...] = ()
    """With `ask`, what to choose between: names, or `{kind, effect}`; empty where nothing narrows it down."""
    parts: tuple[Correction, ...] = ()
    """Of kind `multi`, the corrections in the order spoken; their own effects, this one's is empty."""
    by: str = ""
    """Who said it, where that is no person: `program`."""


@dataclass(frozen=True, slots=True, eq=False)
class Circumstance:
    """In what situation something was said."""

    skill: str = ""
    """The skill that runs; empty between calls."""
    bindings: Mapping[str, Any] = field(default_factory=dict)
    """Its arguments, references bound to ids."""
    scene: Scene | None = None
    offset: tuple[float, float, float] | None = None
    """The whole displacement of the skill's target with this correction in force, what was recalled included [m, world]; None where the
    correction's own is all there is."""
    episode: str = ""
    """The run's folder, or another name of it."""
    call: int = -1
    """Which call of the episode's log."""


@dataclass(frozen=True, slots=True)
class Recollection:
    """Something a person told the robot, as it bears on what is done now."""

    id: str
    kind: Literal["preference", "offset", "fact"]
    rule: Mapping[str, Any]
    """A correction's `kind` and `effect`, as if it were said now. Vectors are in the world."""
    utterance: str
    told: float
    """When it was said [s since 1970]."""
    scope: str
    """What it is about: `global`, `skill:…`, `category:…`, `object:…`, joined by `+`."""
    episode: str = ""
    confidence: float = 1.0
    uses: int = 0
    match: float = 1.0
    """1 where the scope fits exactly; less where it is only alike, and then it is proposed, never applied unasked."""

    @property
    def exact(self) -> bool:
        return self.match >= 1.0

    @property
    def because(self) -> str:
        """The reason to give for heeding it."""
        day = datetime.fromtimestamp(self.told)
        return f"because you told me on {day.day} {day:%B %Y}: “{self.utterance}”"

    def correction(self) -> Correction:
        """It as a correction, to be taken as one that was just said."""
        return Correction(self.utterance, str(self.rule["kind"]), self.rule["effect"], reply=self.because)


class Memory(Protocol):
    """Keeps what people told the robot. None of its methods waits for a disk longer than `recall` has to."""

    def tell(self, correction: Correction, context: Circumstance) -> Recollection | None:
        """Keep a preference, a nudge's offset or a lasting fact; None for what is not kept. Returns at once, from any thread."""

    def recall(self, skill: str, bindings: Mapping[str, Any], scene: Scene | None) -> Sequence[Recollection]:
        """What bears on a call, the best fit first; only what may be applied within the safety envelope."""

    def used(self, recollection: Recollection, worked: bool | None = None) -> None:
        """It was applied (`worked` None), and later whether what it was applied to came off. Returns at once, from any thread."""

    def close(self) -> None: ...
