"""What comes of an edit: what was understood, a refusal, or a question."""

from __future__ import annotations

from dataclasses import dataclass

from heedful.types import Correction


class Refused(Exception):
    """An edit that cannot be made; the message says why, and everything stays as it was."""


class Unsure(Exception):
    """An edit that leaves more than one reading; carries the correction as a question."""

    def __init__(self, correction: Correction) -> None:
        super().__init__(correction.reply)
        self.correction = correction


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit that was made."""

    sentence: str
