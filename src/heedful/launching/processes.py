"""Workers that are processes of this machine, each started once and kept until the end."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import traceback
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from heedful.launching.crew import Answer, Shares, Start


@dataclass(frozen=True, eq=False)
class Worker:
    """A process and this end of the line to it."""

    process: BaseProcess
    line: Connection
    knows: list[int]
    """The number of the last `map` that it was told to begin."""


class Processes:
    """Shares out jobs among processes; with one worker they are done here, one after the other.

    Args:
      workers: How many.
      here: Whether a single worker is this process.
    """

    def __init__(self, workers: int = 1, here: bool = True) -> None:
        if workers < 1:
            raise ValueError(f"launcher.workers is a number of processes from 1 on, got {workers}")
        self.workers, self._here = workers, here and workers == 1
        self._staff: list[Worker] = []
        self._map = 0
        self._begin: tuple[Start, Any] | None = None

    def map(self, start: Start, shared: Any, jobs: Sequence[Any]) -> Iterator[tuple[int, Any]]:
        """Each job's index and its result, once, as they finish. Raises JobFailed, WorkersLost."""
        if self._here:
            with started(start, shared) as work:
                yield from ((i, work(job)) for i, job in enumerate(jobs))
            return
        if self._begin is None or self._begin[0] is not start or self._begin[1] is not shared:
            self._map, self._begin = self._map + 1, (start, shared)  # the same again goes on with what was begun
        while len(self._staff) < min(self.workers, len(jobs)):
            self._staff.append(self.hire())
        yield from Shares(self, self._staff, jobs).results()

    def hire(self) -> Worker:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs,), name="heedful-worker", daemon=True)
        process.start()
        theirs.close()  # else its end stays open here, and its death goes unnoticed
        return Worker(process, ours, [0])

    def give(self, worker: Worker, job: int, what: Any) -> None:
        with contextlib.suppress(OSError):
            if worker.knows[0] != self._map:
                worker.line.send(self._begin)
                worker.knows[0] = self._map
            worker.line.send((job, what))

    def news(self, workers: Collection[Worker]) -> Iterator[tuple[Worker, Answer | None]]:
        lines = {w.line: w for w in workers}
        for line in wait(list(lines)):
            worker = lines[line]  # type: ignore[index]
            try:
                yield worker, worker.line.recv()
            except (EOFError, OSError):
                self._dismiss(worker)
                yield worker, None

    def _dismiss(self, worker: Worker) -> None:
        worker.line.close()
        worker.process.kill()
        worker.process.join()

    def __enter__(self) -> Processes:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._staff:
            self._dismiss(worker)
        self._staff.clear()


@contextlib.contextmanager
def started(start: Start, shared: Any) -> Iterator[Any]:
    """What does the jobs, closed afterwards if it can be."""
    work = start(shared)
    try:
        yield work
    finally:
        if hasattr(work, "close"):
            work.close()


def answered(work: Any, job: int, what: Any) -> Answer:
    """What comes of a job: its result, or the traceback of what it raised."""
    try:
        return Answer(job, work(what))
    except Exception:
        return Answer(job, error=traceback.format_exc())


def _serve(line: Connection) -> None:
    """In the worker: begin when told how, then do job after job until the line is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt from the keyboard is for the one who gives the jobs
    begin: Any = None
    with contextlib.ExitStack() as open_now, contextlib.suppress(EOFError, OSError):
        while True:
            first, second = line.recv()
            if callable(first):
                open_now.close()
                begin = first, second
                continue
            if not isinstance(begin, _Started):
                begin = _Started(open_now, *begin)
            line.send(answered(begin, first, second))


class _Started:
    """Begins with its first job, so that what goes wrong then is told as that job's."""

    def __init__(self, open_now: contextlib.ExitStack, start: Start, shared: Any) -> None:
        self._open, self._start, self._shared = open_now, start, shared
        self._work: Any = None

    def __call__(self, what: Any) -> Any:
        if self._work is None:
            self._work = self._open.enter_context(started(self._start, self._shared))
        return self._work(what)
