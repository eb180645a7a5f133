"""One clock: the pace of the control loop, work done beside it, and where the time went."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Generic, Literal, TypeVar

from heedful.types import Job

T = TypeVar("T")
Mode = Literal["fast", "realtime"]


class Late(Generic[T]):
    """A job of `fast` mode: done at once, its result handed out after a configured number of ticks."""

    def __init__(self, work: Callable[[], T], ticks: int, took: Callable[[float], None] | None = None) -> None:
        self._work, self._ticks, self._took = work, ticks, took

    def done(self) -> bool:
        self._ticks -= 1
        return self._ticks < 0

    def result(self) -> T:
        start = time.perf_counter()
        try:
            return self._work()
        finally:
            if self._took:
                self._took(time.perf_counter() - start)


class Beside(Generic[T]):
    """A job of `realtime` mode: a thread's future."""

    def __init__(self, future: Future[T]) -> None:
        self._future = future

    def done(self) -> bool:
        return self._future.done()

    def result(self) -> T:
        return self._future.result()


class Workers:
    """Runs models, planners and perceivers off the control loop.

    In `fast` mode simulated time waits for them: results are the same in every run, and come `latency` later in robot
    time. In `realtime` mode they run in threads and are used when they come.
    """

    def __init__(self, mode: Mode, dt: float, latency: float = 0.0, threads: int = 5) -> None:
        self._ticks = round(latency / dt)
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="heedful-aside") if mode == "realtime" else None

    def submit(self, work: Callable[[], T], took: Callable[[float], None] | None = None) -> Job[T]:
        """Begin work; `took` is told how long simulated time waited for it [s]."""
        return Beside(self._pool.submit(work)) if self._pool else Late(work, self._ticks, took)

    def close(self) -> None:
        if self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)


class Pacer:
    """Keeps the loop at the robot's rate in `realtime`, and in both modes remembers where each tick's time went."""

    def __init__(self, mode: Mode, dt: float) -> None:
        self.mode, self.dt = mode, dt
        self.start = self._mark = time.perf_counter()
        self._due = self.start + dt
        self.ticks = self.over = 0
        self.worst = 0.0
        self.worst_at = ""
        self._stirred = threading.Event()
        self._now = False
        self.spent: dict[str, float] = {}
        self._tick: dict[str, float] = {}

    def restart(self) -> None:
        """Begin counting now: set-up before the first tick is nobody's budget."""
        self.__init__(self.mode, self.dt)  # type: ignore[misc]

    def passed(self, what: str) -> None:
        """Book the time since the last call under a name."""
        now = time.perf_counter()
        self._tick[what] = self._tick.get(what, 0.0) + now - self._mark
        self._mark = now

    def took(self, what: str, seconds: float) -> None:
        """Book time [s] that just passed under a name of its own."""
        self._tick[what] = self._tick.get(what, 0.0) + seconds
        self._mark += seconds

    def wake(self) -> None:
        """Begin the next tick now: a HALT does not wait until it is due. From any thread."""
        self._now = True
        self._stirred.set()

    def stir(self) -> None:
        """Something is there to be listened to; the next tick begins when it is due all the same. From any thread."""
        self._stirred.set()

    def wait(self, listen: Callable[[], None] = lambda: None) -> None:
        """End the tick: in `realtime`, sleep until the next is due, or woken; a late tick is counted, not made up for.

        Args:
          listen: Called meanwhile, in `realtime`, whenever there is something to listen to.
        """
        busy = sum(self._tick.values())
        self.ticks += 1
        self.over += busy > self.dt
        if busy > self.worst:
            self.worst, self.worst_at = busy, max(self._tick, key=self._tick.__getitem__)
        for what, seconds in self._tick.items():
            self.spent[what] = self.spent.get(what, 0.0) + seconds
        self._tick.clear()
        if self.mode == "realtime":
            late = time.perf_counter() >= self._due
            while self._stirred.wait(max(0.0, self._due - time.perf_counter())):
                self._stirred.clear()
                if self._now:
                    break
                listen()
                if time.perf_counter() >= self._due:
                    break
            if late:
                self._due = time.perf_counter() + self.dt
            elif not self._now:
                self._due += self.dt
            self._now = False
        self._mark = time.perf_counter()

    def report(self) -> dict[str, Any]:
        """Achieved rate, share of ticks over budget, the worst tick and where the time went [s]."""
        wall = time.perf_counter() - self.start
        return {
            "mode": self.mode,
            "rate_hz": round(self.ticks / wall, 1) if wall > 0 else 0.0,
            "wanted_hz": round(1 / self.dt, 1),
            "ticks": self.ticks,
            "wall_s": round(wall, 3),
            "over_budget": round(self.over / self.ticks, 4) if self.ticks else 0.0,
            "worst_ms": round(1000 * self.worst, 2),
            "worst_at": self.worst_at,
            "spent_s": {k: round(v, 3) for k, v in sorted(self.spent.items(), key=lambda kv: -kv[1])},
        }
