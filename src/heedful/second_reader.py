"""What the grammar cannot read, a language model does, beside the loop: slower meanwhile, and dropped if it comes too late."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from heedful.agents.corrections.dialogue import Dialogue
from heedful.bus import Heard
from heedful.reading import asked_of
from heedful.types import Correction, Job

WHILE_ASKED = 0.3
"""Share of the speed while it is not known what was said."""


@dataclass(slots=True, eq=False)
class SecondReader:
    """One question to a model at a time."""

    model: Any = None
    """Who is asked; None: nobody."""
    aside: Callable[[Callable[[], Any]], Job[Any]] | None = None
    """Runs work off the control loop."""
    _job: Job[Correction | None] | None = None
    _heard: Heard | None = None
    _since: int = 0

    @property
    def of_a_person(self) -> bool:
        """Whether a person said what was asked about last."""
        return self._heard is None or self._heard.person

    @property
    def pace(self) -> float:
        return 1.0 if self._job is None else WHILE_ASKED

    def ask(self, heard: Heard, dialogue: Dialogue, heeded: int) -> bool:
        """Begin to ask; False where there is no model, or it is busy.

        Args:
          heeded: How many corrections were heeded so far: once there are more, the answer is not wanted any more.
        """
        if self.model is None or self.aside is None or self._job is not None:
            return False
        model, correction = self.model, heard.correction
        self._job = self.aside(lambda: asked_of(model, correction, dialogue))
        self._heard, self._since = heard, heeded
        return True

    def answer(self, heeded: int) -> Correction | None:
        """What it was taken to mean, once it is known and still wanted."""
        if self._job is None or not self._job.done():
            return None
        job, self._job = self._job, None
        found = job.result()
        return found if self._since == heeded else None
