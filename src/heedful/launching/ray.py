"""Workers on a Ray cluster: one that stands already, or one made for the purpose on this machine."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from heedful.launching.crew import Answer, Shares, Start
from heedful.launching.processes import answered, started


class Ray:
    """Shares out jobs among Ray actors; a lost one is replaced, and its job done again.

    Args:
      workers: How many actors.
      address: Of a cluster, such as `auto` or `ray://host:10001`; without one a local cluster is made, and ended afterwards.

    Raises ImportError where Ray is not installed.
    """

    def __init__(self, workers: int = 2, address: str = "") -> None:
        try:
            import ray
        except ImportError:
            raise ImportError("launcher=ray needs Ray, which is not installed: pip install 'heedful[ray]'") from None
        if workers < 1:
            raise ValueError(f"launcher.workers is a number of actors from 1 on, got {workers}")
        self.workers, self._address, self._ray = workers, address, ray
        self._staff: list[Any] = []
        self._asked: dict[Any, tuple[Any, int]] = {}
        self._begin: Any = None
        self._ours = False

    def map(self, start: Start, shared: Any, jobs: Sequence[Any]) -> Iterator[tuple[int, Any]]:
        """Each job's index and its result, once, as they finish. Raises JobFailed, WorkersLost."""
        self._dismiss()
        self._begin = self._ray.put((start, shared))
        self._staff = [self.hire() for _ in range(min(self.workers, len(jobs)))]
        yield from Shares(self, self._staff, jobs).results()

    def hire(self) -> Any:
        return self._ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)(_Actor).remote(self._begin)

    def give(self, worker: Any, job: int, what: Any) -> None:
        self._asked[worker.work.remote(job, what)] = worker, job

    def news(self, workers: Collection[Any]) -> Iterator[tuple[Any, Answer | None]]:
        done, _ = self._ray.wait(list(self._asked), num_returns=1)
        for reference in done:
            worker, _ = self._asked.pop(reference)
            try:
                yield worker, self._ray.get(reference)
            except (self._ray.exceptions.RayActorError, self._ray.exceptions.WorkerCrashedError):
                yield worker, None

    def _dismiss(self) -> None:
        for worker in self._staff:
            self._ray.kill(worker)
        self._staff, self._asked = [], {}

    def __enter__(self) -> Ray:
        if not self._ray.is_initialized():
            self._ours = True
            here = {"num_cpus": self.workers, "include_dashboard": False} if not self._address else {"address": self._address}
            self._ray.init(log_to_driver=False, configure_logging=False, **here)
        return self

    def __exit__(self, *_: object) -> None:
        self._dismiss()
        if self._ours:
            self._ray.shutdown()
            self._ours = False


class _Actor:
    """In the worker: begins with its first job, then does job after job."""

    def __init__(self, begin: Any) -> None:
        self._begin, self._open = begin, contextlib.ExitStack()
        self._work: Any = None

    def work(self, job: int, what: Any) -> Answer:
        return answered(self._do, job, what)

    def _do(self, what: Any) -> Any:
        if self._work is None:
            self._work = self._open.enter_context(started(*self._begin))
        return self._work(what)
