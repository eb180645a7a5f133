"""rclpy's callback groups: whether callbacks of one group may run at the same time. The executor asks them with its lock held."""

from __future__ import annotations


class CallbackGroup:
    def begin(self) -> bool:
        """Whether one more may run now."""
        return True

    def end(self) -> None:
        """One has ended."""


class ReentrantCallbackGroup(CallbackGroup):
    """Any number at once."""


class MutuallyExclusiveCallbackGroup(CallbackGroup):
    """One at a time."""

    def __init__(self) -> None:
        self._busy = False

    def begin(self) -> bool:
        was, self._busy = self._busy, True
        return not was

    def end(self) -> None:
        self._busy = False
