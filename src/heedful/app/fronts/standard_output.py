"""Standard output for a protocol alone: whatever else prints, from Python or from below it, goes to stderr."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

STDOUT, STDERR = 1, 2


@contextlib.contextmanager
def kept() -> Iterator[int]:
    """While it lasts, what is printed goes to stderr; gives the descriptor of what standard output was, for `lent`."""
    sys.stdout.flush()
    was = os.dup(STDOUT)
    os.dup2(STDERR, STDOUT)
    try:
        yield was
    finally:
        sys.stdout.flush()
        os.dup2(was, STDOUT)
        os.close(was)


@contextlib.contextmanager
def lent(was: int) -> Iterator[None]:
    """Within `kept`, standard output as it was."""
    sys.stdout.flush()
    os.dup2(was, STDOUT)
    try:
        yield
    finally:
        os.dup2(STDERR, STDOUT)
