"""rclpy's context: between init and shutdown, on one domain."""

from __future__ import annotations

import itertools
import os
import sys
import threading
from collections.abc import Callable
from typing import Any


class Context:
    """To be initialised once."""

    def __init__(self) -> None:
        self._domain: int | None = None
        self._ok = False
        self._args: list[str] = []
        self._lock = threading.Lock()
        self._callbacks: list[Callable[[], None]] = []
        self.nodes: list[Any] = []

    def init(self, args: Any = None, *, initialize_logging: bool = True, domain_id: int | None = None) -> None:
        if domain_id is not None and domain_id < 0:
            raise RuntimeError(f"Domain id ({domain_id}) should not be lower than zero.")
        if self._domain is not None:
            raise RuntimeError("Context.init() must only be called once")
        self._args = list(sys.argv if args is None else args)
        self._domain, self._ok = int(os.environ.get("ROS_DOMAIN_ID") or 0) if domain_id is None else domain_id, True

    def given(self, option: str) -> dict[str, str]:
        """What `--ros-args` names with an option, as name:=value."""
        args = self._args[self._args.index("--ros-args") :] if "--ros-args" in self._args else []
        return dict(value.partition(":=")[::2] for at, value in itertools.pairwise(args) if at == option)

    def ok(self) -> bool:
        return self._ok

    def get_domain_id(self) -> int:
        if self._domain is None:
            raise RuntimeError("Context must be initialized before it can have a domain id")
        return self._domain

    def on_shutdown(self, callback: Callable[[], None]) -> None:
        self._callbacks.append(callback)

    def shutdown(self) -> None:
        if not self._ok:
            raise RuntimeError("Context must be initialized before it can be shutdown")
        self.try_shutdown()

    def try_shutdown(self) -> None:
        with self._lock:
            was, self._ok = self._ok, False
        if was:
            for node in list(self.nodes):
                node.destroy_node()
            for callback in self._callbacks:
                callback()


DEFAULT = Context()
"""The one that is meant where none is named."""
