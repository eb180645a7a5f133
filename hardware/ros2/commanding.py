"""What every driver has that sends commands on one topic: whether it ever did, and whether somebody else does too."""

from __future__ import annotations

from heedful.hardware.ros2.arm import OTHERS
from heedful.hardware.ros2.seam import Transport


class Commanding:
    """One topic of commands. Whoever is one sets `topic`, `published` and `_transport`."""

    kind = ""
    """The type of its commands."""
    topic: str
    published: int
    """How many commands were sent."""
    _transport: Transport

    def masters(self) -> int:
        """How many publish its commands, we among them."""
        return self._transport.publishers(self.topic, self.kind)

    @property
    def commanded(self) -> bool:
        """Whether it was ever sent anything."""
        return self.published > 0

    def contested(self) -> str:
        """Who else commands it, in a sentence; empty if nobody does."""
        return OTHERS.format(self.topic) if self.masters() > 1 else ""
