"""rclpy's executors: nothing runs but what an executor takes up while it spins, and what a callback raises ends the spinning."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from rclpy_shim import callback_groups, context as contexts, task


class ShutdownException(Exception):
    """The executor was shut down."""


class Executor:
    """Takes up the work of its nodes."""

    def __init__(self, *, context: contexts.Context | None = None) -> None:
        self._context = contexts.DEFAULT if context is None else context
        self._nodes: set[Any] = set()
        self._work: deque[tuple[Any, task.Task]] = deque()
        self._state = threading.Condition()
        self._is_shutdown = False
        self._spinning = False
        self._running = 0
        self._raised: Exception | None = None
        self._context.on_shutdown(self.wake)

    def add_node(self, node: Any) -> bool:
        new = node not in self._nodes
        self._nodes.add(node)
        node.executor = self
        return new

    def wake(self) -> None:
        with self._state:
            self._state.notify_all()

    def create_task(self, callback: Callable[..., Any], *args: Any) -> task.Task:
        return self._put(None, callback, *args)

    def _put(self, group: Any, callback: Callable[..., Any], *args: Any) -> task.Task:
        """Something that its group lets run when it is its turn."""
        made = task.Task(callback, args, executor=self)
        with self._state:
            self._work.append((group, made))
            self._state.notify_all()
        return made

    def _next(self) -> tuple[Any, task.Task] | None:
        for node in self._nodes:
            while node._waiting:
                group, callback = node._waiting.popleft()
                self._work.append((group, task.Task(callback, (), executor=self)))
        for at, (group, made) in enumerate(self._work):
            if group is None or group.begin():
                del self._work[at]
                return group, made
        return None

    def spin(self) -> None:
        """Until shutdown, or until a callback raises."""
        with self._state:
            if self._spinning:
                raise RuntimeError("Executor is already spinning")
            self._spinning = True
        try:
            while self._context.ok() and not self._is_shutdown:
                with self._state:
                    if self._raised is not None:
                        raise self._raised
                    found = self._next()
                    if found is None:
                        self._state.wait(0.1)
                        continue
                    self._running += 1
                self._start(*found)
        finally:
            self._spinning = False

    def _start(self, group: Any, made: task.Task) -> None:
        self._run(group, made)

    def _run(self, group: Any, made: task.Task) -> None:
        made()
        with self._state:
            if group is not None:
                group.end()
            self._running -= 1
            self._raised = self._raised or made.exception()
            self._state.notify_all()

    def shutdown(self, timeout_sec: float | None = None) -> bool:
        with self._state:
            self._is_shutdown = True
            self._state.notify_all()
            return self._state.wait_for(lambda: self._running == 0, timeout_sec)


class SingleThreadedExecutor(Executor):
    """In the thread that spins."""


class MultiThreadedExecutor(Executor):
    """In a pool of threads."""

    def __init__(self, num_threads: int | None = None, *, context: contexts.Context | None = None) -> None:
        super().__init__(context=context)
        self._pool = ThreadPoolExecutor(num_threads or len(os.sched_getaffinity(0)))

    def _start(self, group: callback_groups.CallbackGroup | None, made: task.Task) -> None:
        self._pool.submit(self._run, group, made)

    def shutdown(self, timeout_sec: float | None = None, *, wait_for_threads: bool = True) -> bool:
        done = super().shutdown(timeout_sec)
        self._pool.shutdown(wait=False)
        return done
