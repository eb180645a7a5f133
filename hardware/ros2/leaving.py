"""A program that ends, however it does, stops the robots that it drives: at its end, at an exception, at SIGTERM and SIGHUP."""

from __future__ import annotations

import atexit
import signal
import sys
import threading
import weakref
from collections.abc import Callable
from types import FrameType
from typing import Any

ENDS = (signal.SIGTERM, signal.SIGHUP)
"""Signals at which a program is to end; one that it handles itself is left to it. Of SIGKILL nobody hears."""
_open: weakref.WeakSet[Any] = weakref.WeakSet()
_registered = threading.Event()


def mind(robot: Any) -> None:
    """See to it that a robot is closed when the program ends, if it is not before."""
    _open.add(robot)
    if _registered.is_set():
        return
    _registered.set()
    atexit.register(_close_all)
    if threading.current_thread() is threading.main_thread():
        for stop in ENDS:
            if signal.getsignal(stop) is signal.SIG_DFL:
                signal.signal(stop, _ended)


def let_go(robot: Any) -> None:
    """It was closed."""
    _open.discard(robot)


def _ended(number: int, frame: FrameType | None) -> None:
    """As an exception, so that whoever has something open closes it."""
    sys.exit(128 + number)


def _close_all() -> None:
    for robot in list(_open):
        close: Callable[[], None] = robot.close
        close()
