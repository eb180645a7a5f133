"""An interpreter that answers promptly while a robot is at work: threads yield soon, and no collection walks the whole heap."""

from __future__ import annotations

import contextlib
import gc
import sys
import threading

SWITCH = 0.0005
"""How long a thread that computes may keep the interpreter from the loop [s]: a tick asks for it some ten times."""
SELDOM = 1000
"""Collections of what is young before one of everything that is not: minutes lie between them."""
_lock = threading.Lock()
_users = 0
_usual: tuple[float, tuple[int, int, int]] = (0.005, (700, 10, 10))
"""The switch interval [s] and the collector's thresholds, as they were."""


def prompt() -> contextlib.ExitStack:
    """So until it is closed; where several robots are at work, until the last one is.

    Grammars and models are many objects that stay. Those made before are kept out of every collection meanwhile, and what is made
    since is walked whole only seldom: a collection of everything takes 150 ms, in which no command leaves.
    """
    global _users, _usual
    with _lock:
        if _users == 0:
            _usual = sys.getswitchinterval(), gc.get_threshold()
            sys.setswitchinterval(SWITCH)
            gc.freeze()
            gc.set_threshold(*_usual[1][:2], SELDOM)
        _users += 1
    stack = contextlib.ExitStack()
    stack.callback(_end)
    return stack


def _end() -> None:
    global _users
    with _lock:
        _users -= 1
        if _users == 0:
            sys.setswitchinterval(_usual[0])
            gc.set_threshold(*_usual[1])
            gc.unfreeze()
