"""The key that is HALT: once it holds the robot, twice within a moment it gives up the task."""

from __future__ import annotations

import time

from heedful.app.fronts.conversation import Conversation

TWICE = 2.0
"""Within how long a second press gives up the task [s]."""


class StopKey:
    """Ctrl-C, wherever it is pressed."""

    def __init__(self, conversation: Conversation, front: str = "") -> None:
        self.conversation = conversation
        self.front = front
        self._pressed = float("-inf")

    def press(self) -> str:
        """HALT first, whatever the robot is about; what it did: `halted`, `gave up`, or `idle` where nothing is under way."""
        status, now = self.conversation.status(), time.monotonic()
        again, self._pressed = now - self._pressed <= TWICE, now
        if status.doing == "held" and again:
            self.conversation.say("cancel", self.front)
            return "gave up"
        if not self.conversation.working:
            self.conversation.session.ears.hear("stop")  # a program may be about to begin
            return "idle"
        self.conversation.say("stop", self.front)
        return "halted"
