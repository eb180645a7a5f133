"""The one way in which jobs are shared out: a worker has one job at a time, and a job whose worker was lost is given to another."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

TRIES = 3
"""Workers that one job may cost before it is taken for what kills them."""

Start = Callable[[Any], Callable[[Any], Any]]
"""Takes what all jobs share, once in each worker, and gives what does a job. All of it must be picklable for workers elsewhere."""


class JobFailed(RuntimeError):
    """A job raised; the message is its traceback."""


class WorkersLost(RuntimeError):
    """A job whose workers died, each of them."""


class Launcher(Protocol):
    """Shares out jobs. It is its own context, at whose end the workers go."""

    def map(self, start: Start, shared: Any, jobs: Sequence[Any]) -> Iterator[tuple[int, Any]]:
        """Each job's index and its result, once, as they finish. Raises JobFailed, WorkersLost."""
        ...

    def __enter__(self) -> Launcher: ...
    def __exit__(self, *_: object) -> None: ...


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker sends back for a job."""

    job: int
    value: Any = None
    error: str = ""
    """The traceback of a job that raised."""


W = TypeVar("W")


class Crew(Protocol[W]):
    """Workers of one kind, as `shared_out` needs them."""

    def hire(self) -> W:
        """A new worker."""
        ...

    def give(self, worker: W, job: int, what: Any) -> None:
        """Let a worker begin a job. Raises nothing where it is lost: `news` tells."""
        ...

    def news(self, workers: Collection[W]) -> Iterable[tuple[W, Answer | None]]:
        """Wait for the next of these workers to answer, or to be lost (None)."""
        ...


class Shares(Generic[W]):
    """Jobs, who has which, and what is left."""

    def __init__(self, crew: Crew[W], staff: list[W], jobs: Sequence[Any]) -> None:
        self._crew, self._staff, self._jobs = crew, staff, jobs
        self._waiting = deque(range(len(jobs)))
        self._left = set(self._waiting)
        self._in_hand: dict[W, int] = {}
        self._lost: Counter[int] = Counter()

    def results(self) -> Iterator[tuple[int, Any]]:
        """Each job's index and its result, once."""
        while self._left:
            for worker in self._staff:
                if worker not in self._in_hand and self._waiting:
                    self._in_hand[worker] = job = self._waiting.popleft()
                    self._crew.give(worker, job, self._jobs[job])
            for worker, answer in self._crew.news(list(self._in_hand)):
                job = self._in_hand.pop(worker)
                if answer is None:
                    self._replace(worker, job)
                elif answer.error:
                    raise JobFailed(answer.error)
                else:
                    self._left.remove(job)
                    yield job, answer.value

    def _replace(self, worker: W, job: int) -> None:
        self._lost[job] += 1
        if self._lost[job] >= TRIES:
            raise WorkersLost(f"job {job} ({self._jobs[job]!r:.80}) was given to {TRIES} workers, and each died over it")
        self._waiting.appendleft(job)
        self._staff[self._staff.index(worker)] = self._crew.hire()
