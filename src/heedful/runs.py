"""An instruction under way in a thread of its own, and the episode that it becomes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from heedful.episode import Episode
from heedful.recording.reader import Run as Recorded
from heedful.recording.why import Link, first_broken_link


@dataclass(slots=True)
class RunEpisode(Episode):
    """An episode that knows its folder, and can be asked why."""

    folder: Path | None = None

    def why(self) -> Link:
        """The first broken link from words to verified goal, with the value against its limit."""
        if self.folder is not None:
            return first_broken_link(Recorded.load(self.folder))
        return first_broken_link(Recorded(Path("unrecorded"), self.to_json(), {}))

    def show(self) -> str:
        """The episode in a few lines: what was understood, each call with its outcome, the verdict."""
        lines = [f"“{self.instruction}”: {self.understood}"]
        lines += [f"  {'✓' if s.outcome.ok else '✗'} {s.call}  {s.ended - s.started:.1f} s  {s.outcome.sentence}" for s in self.log]
        lines.append(f"{self.verdict.value if self.verdict else 'running'}: {self.reason}")
        if self.folder is not None:
            lines.append(f"recorded in {self.folder}")
        text = "\n".join(lines)
        print(text)  # noqa: T201
        return text


class Run:
    """An instruction under way in a thread of its own."""

    def __init__(self, episode: RunEpisode, carry_out: Callable[[RunEpisode], None], ended: Callable[[], None]) -> None:
        self.episode = episode
        self._error: BaseException | None = None
        self._done = threading.Event()  # not Thread.join: an interrupt within it makes CPython < 3.13 believe that the thread has ended
        self._thread = threading.Thread(target=self._run, args=(carry_out, ended), name="heedful-run", daemon=True)
        self._thread.start()

    def _run(self, carry_out: Callable[[RunEpisode], None], ended: Callable[[], None]) -> None:
        try:
            carry_out(self.episode)
        except BaseException as error:
            self._error = error
        finally:
            ended()
            self._done.set()

    @property
    def running(self) -> bool:
        return not self._done.is_set()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until it is over, at most `timeout` [s]; whether it is. At once from within the run itself."""
        return threading.current_thread() is self._thread or self._done.wait(timeout)

    def result(self, timeout: float | None = None) -> RunEpisode:
        """Wait for the verdict, at most `timeout` [s]. Raises TimeoutError; an interrupt from the keyboard leaves the run going."""
        if not self.wait(timeout):
            raise TimeoutError(f"{self.episode.instruction!r} is still under way after {timeout:g} s")
        if self._error is not None:
            raise self._error
        return self.episode
