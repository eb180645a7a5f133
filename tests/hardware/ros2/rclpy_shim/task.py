"""rclpy's futures: no waiting in them; what is to be done after runs on the executor where one is known, else where the result was set."""

from __future__ import annotations

import threading
import warnings
import weakref
from collections.abc import Callable
from typing import Any


class Future:
    """What will be known later."""

    def __init__(self, *, executor: Any = None) -> None:
        self._done = self._cancelled = False
        self._result: Any = None
        self._exception: Exception | None = None
        self._callbacks: list[Callable[[Future], None]] = []
        self._lock = threading.Lock()
        self._executor: Callable[[], Any] = (lambda: None) if executor is None else weakref.ref(executor)

    def __await__(self) -> Any:
        while not self._done:
            yield
        return self.result()

    def cancel(self) -> None:
        with self._lock:
            self._cancelled = not self._done
        self._tell()

    def cancelled(self) -> bool:
        return self._cancelled

    def done(self) -> bool:
        return self._done

    def result(self) -> Any:
        """The result, or None where there is none yet: it does not wait."""
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self) -> Exception | None:
        return self._exception

    def set_result(self, result: Any) -> None:
        with self._lock:
            self._result, self._done, self._cancelled = result, True, False
        self._tell()

    def set_exception(self, exception: Exception) -> None:
        with self._lock:
            self._exception, self._done, self._cancelled = exception, True, False
        self._tell()

    def add_done_callback(self, callback: Callable[[Future], None]) -> None:
        with self._lock:
            if not self._done:
                self._callbacks.append(callback)
                return
        executor = self._executor()
        callback(self) if executor is None else executor.create_task(callback, self)

    def _tell(self) -> None:
        with self._lock:
            callbacks, self._callbacks = self._callbacks, []
        executor = self._executor()
        for callback in callbacks:
            if executor is not None:
                executor.create_task(callback, self)
                continue
            try:
                callback(self)
            except Exception as error:
                warnings.warn(f"Unhandled exception in done callback: {error}", stacklevel=2)


class Task(Future):
    """A function or coroutine that an executor runs; what it raises is kept, and raised by whoever spins."""

    def __init__(self, handler: Callable[..., Any], args: tuple[Any, ...] = (), *, executor: Any = None) -> None:
        super().__init__(executor=executor)
        self._handler, self._args = handler, args

    def __call__(self) -> None:
        try:
            told = self._handler(*self._args)
            if hasattr(told, "send"):
                told = self._followed(told)
            self.set_result(told)
        except Exception as error:
            self.set_exception(error)

    @staticmethod
    def _followed(coroutine: Any) -> Any:
        """A coroutine to its end, in this thread; the real one gives the thread back in between."""
        pause = threading.Event()
        while True:
            try:
                coroutine.send(None)
            except StopIteration as ended:
                return ended.value
            pause.wait(0.001)
