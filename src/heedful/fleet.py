"""Several robots by name: one Session for each, and one STOP for all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import TYPE_CHECKING

from heedful.types import Correction

if TYPE_CHECKING:
    from heedful.session import Session


class Fleet(Mapping[str, "Session"]):
    """Sessions under names. Whoever says stop to one of them stops them all; each is let go on by itself, by a person.

    Args:
      sessions: Name -> session, such as one for each namespace of a ROS 2 network. Each is instructed and corrected as any session is.
    """

    def __init__(self, **sessions: Session) -> None:
        if not sessions:
            raise ValueError("a fleet is made of sessions under names: Fleet(left=Session(…), right=Session(…))")
        self._sessions = dict(sessions)
        for name, session in self._sessions.items():
            session.ears.on_stop = lambda person, name=name: self._heard(name, person)

    def __getitem__(self, name: str) -> Session:
        return self._sessions[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sessions)

    def __len__(self) -> int:
        return len(self._sessions)

    def __enter__(self) -> Fleet:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def halt(self, person: bool = True) -> None:
        """Stop them all, and return at once; whichever is at rest will not begin anything that a program asks for.

        Args:
          person: Whether a person says it.
        """
        for session in self._sessions.values():
            session.ears.hear(Correction("stop", "halt"), person=person, spread=False)

    def attend(self) -> None:
        """A front gives a sign of life for all of them."""
        for session in self._sessions.values():
            session.attend()

    def close(self) -> None:
        """Stop them all, and let go of each; the first that cannot be closed is told of once the others are."""
        self.halt(person=False)
        failed: list[BaseException] = []
        for session in self._sessions.values():
            try:
                session.close()
            except Exception as error:
                failed.append(error)
        if failed:
            raise failed[0]

    def _heard(self, name: str, person: bool) -> None:
        """One of them was told to stop."""
        for other, session in self._sessions.items():
            if other != name:
                session.ears.hear(Correction("stop", "halt"), person=person, spread=False)
