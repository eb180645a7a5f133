"""The measured joints, by name: from whoever publishes them, in whatever order, and only while they are fresh and are numbers."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from heedful.geometry import Array
from heedful.hardware.ros2.definitions import JOINT_STATE
from heedful.hardware.ros2.seam import SENSOR, LinkLost, Transport

JUMP = 0.1
"""What a joint may be off beside its speed limit from one message to the next [rad or m]."""
FASTER = 3.0
"""How many times its speed limit a joint may be seen to move: more is no motion, but somebody else's number."""

LATER, LEAP = 0.1, 0.5
"""A message older than the one before by up to the first was overtaken by it; by more, or ahead by the second, the clock jumped [s]."""
WINDOW = 0.04
"""Time over which motion is seen [s]."""
STILL = 0.05
"""Speed up to which a joint stands [rad/s or m/s]."""


@dataclass(slots=True)
class Joint:
    """One joint as it was last told."""

    q: float
    dq: float
    effort: float
    stamp: float
    """By the robot's clock [s]."""
    received: float
    """By ours [s]."""
    mark: tuple[float, float]
    """Where it was, and when by the robot's clock, some WINDOW before [rad, s]."""
    speed: float = 0.0
    """How fast it is seen to move since [rad/s or m/s]; what is told of speeds may be nothing."""


class JointStates:
    """Listens to joint states.

    Args:
      transport: What carries them.
      topic: Where.
      names: The joints that must be there, as the robot calls them.
      limits: Their speed limits [rad/s or m/s], where known.
      stale: Age from which nothing is acted on any more [s].
      clock: By which they age [s]: the transport's unless given, the robot's own where its time waits for ours.
    """

    kind = JOINT_STATE
    """What comes on the topic."""

    def __init__(
        self,
        transport: Transport,
        topic: str,
        names: Sequence[str],
        limits: Mapping[str, float] | None = None,
        stale: float = 0.1,
        clock: Callable[[], float] | None = None,
    ) -> None:
        self._clock, self._transport = clock or transport.now, transport
        self.topic, self.names, self.stale = topic, tuple(names), stale
        self._limits = dict(limits or {})
        self._known: dict[str, Joint] = {}
        self._wrong = ""
        self.heard = 0
        """How many messages came."""
        self._lock = threading.Condition()
        self._listen(transport)

    def _listen(self, transport: Transport) -> None:
        transport.subscribe(self.topic, self.kind, self._heard, SENSOR)

    def forget(self) -> None:
        """The robot was put elsewhere: what was heard before no longer counts."""
        with self._lock:
            self._known.clear()
            self._wrong = ""

    def fault(self) -> str:
        """Why nothing may be sent on the strength of what was heard; empty if it may."""
        with self._lock:
            if wrong := self._wrong or self._transport.refused.get(self.topic, ""):
                return wrong
            if missing := [n for n in self.names if n not in self._known]:
                there = f"it has {', '.join(sorted(self._known))}" if self._known else "nothing was heard there"
                return f"{self.topic} does not tell of {', '.join(missing)}: {there}"
            age = self._clock() - min(self._known[n].received for n in self.names)
        return f"the joint states are {age:.2f} s old, and {self.stale:g} s is allowed" if age > self.stale else ""

    def check(self) -> None:
        """Raises LinkLost if the joints are not known, are no numbers or are stale."""
        if wrong := self.fault():
            raise LinkLost(wrong)

    def stand(self, names: Sequence[str]) -> bool | None:
        """Whether joints are seen to stand; None where nothing that may be relied on is known."""
        if self.fault():
            return None
        with self._lock:
            return all(abs(self._known[n].speed) <= STILL for n in names)

    @property
    def complete(self) -> bool:
        with self._lock:
            return all(n in self._known for n in self.names)

    @property
    def stamp(self) -> float:
        """The robot's time of the oldest of the joints [s]; LinkLost before all are known."""
        with self._lock:
            return min(self._joint(n).stamp for n in self.names)

    def robot_time(self) -> float:
        """The robot's clock now, as far as it can be told [s]: that of the newest of its messages, and what passed here since then."""
        with self._lock:
            newest = max((self._joint(n) for n in self.names), key=lambda joint: joint.received)
            return newest.stamp + (self._clock() - newest.received)

    def read(self, names: Sequence[str]) -> tuple[Array, Array, Array]:
        """Positions, speeds and efforts of joints, however old. Raises LinkLost for one never heard of."""
        with self._lock:
            found = [self._joint(n) for n in names]
        return np.array([j.q for j in found]), np.array([j.dq for j in found]), np.array([j.effort for j in found])

    def wait(self, seconds: float, until: float = -math.inf) -> bool:
        """Wait until all joints are known at a time of the robot's; for transports with threads of their own."""
        ready = lambda: all(n in self._known and self._known[n].stamp >= until for n in self.names)
        with self._lock:
            return self._lock.wait_for(ready, seconds)

    def _joint(self, name: str) -> Joint:
        if name not in self._known:
            raise LinkLost(f"{self.topic} has told nothing of {name} yet")
        return self._known[name]

    def _heard(self, message: Any) -> None:
        now = self._clock()
        stamp = message.header.stamp.sec + 1e-9 * message.header.stamp.nanosec
        count = len(message.name)
        with self._lock:
            self.heard += 1
            if len(message.position) != count:
                self._wrong = f"{self.topic} tells of {count} names and {len(message.position)} positions"
                return
            if len(set(message.name)) != count:
                self._wrong = f"{self.topic} names a joint twice: {', '.join(message.name)}"
                return
            for i, name in enumerate(message.name):
                if name not in self.names:
                    continue
                q = float(message.position[i])
                dq = float(message.velocity[i]) if len(message.velocity) == count else 0.0
                effort = float(message.effort[i]) if len(message.effort) == count else 0.0
                if not math.isfinite(q):
                    self._wrong = f"{self.topic} has no number for {name}: its controller or its hardware is not up"
                    return
                before = self._known.get(name)
                if before is not None and before.stamp - LATER <= stamp < before.stamp:
                    return
                if before is not None and not -LATER <= (ahead := stamp - before.stamp) <= now - before.received + LEAP:
                    self._wrong = f"the robot's clock jumped by {ahead:+.1f} s: what it stamps cannot be relied on"
                    return
                if before is not None and self._jumps(name, before, q, now):
                    self._wrong = f"{name} was at {before.q:.3f} and {now - before.received:.3f} s later at {q:.3f}: no motion of its own"
                    return
                self._known[name] = Joint(
                    q, dq if math.isfinite(dq) else 0.0, effort if math.isfinite(effort) else 0.0, stamp, now, *_motion(before, q, stamp)
                )
            self._lock.notify_all()

    def _jumps(self, name: str, before: Joint, q: float, now: float) -> bool:
        limit = self._limits.get(name)
        return limit is not None and abs(q - before.q) > JUMP + FASTER * limit * (now - before.received + 0.02)


def _motion(before: Joint | None, q: float, stamp: float) -> tuple[tuple[float, float], float]:
    """A joint's mark and its speed since, with a new measurement."""
    if before is None:
        return (q, stamp), 0.0
    was, at = before.mark
    return ((q, stamp), (q - was) / (stamp - at)) if stamp - at >= WINDOW else (before.mark, before.speed)
