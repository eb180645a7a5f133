"""Arms behind FollowJointTrajectory in sessions: a few tenths of a second of targets at a time, each supervised until it ends.

A controller finishes its trajectory whatever becomes of us, so none is longer than may happen unsupervised. How long one takes is the
robot's affair, whose speed scaling may stretch it: it has failed when the arm comes no nearer, never because its nominal time is over.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future

import numpy as np

from heedful.geometry import Array
from heedful.hardware.ros2.arm import TrajectoryArm
from heedful.hardware.ros2.definitions import TRAJECTORY
from heedful.hardware.ros2.goals import Goals
from heedful.hardware.ros2.joints import JointStates
from heedful.hardware.ros2.seam import LinkLost, Transport

LONGEST = 0.2
"""The longest trajectory, and how far the arm goes on without us [s]."""
BEHIND = 3.0
"""How many seconds of targets may wait: more is another motion than what was asked for."""
PATIENCE, NEARER = 2.0, 1e-3
"""Coming no nearer by so much [rad] for so long [s] is failure."""
THERE = 0.05
"""How near the end of one session the next may begin [rad]."""
SOON = 0.1
"""How long the way to a hold takes [s]."""


class SessionGoals(Goals):
    """The goals of sessions: with one that is cancelled goes what waits behind it."""

    dropped: Callable[[], None] = staticmethod(lambda: None)

    def cancel(self) -> Future[bool] | None:
        self.dropped()
        return super().cancel()


class SessionArm(TrajectoryArm):
    """One arm's controller, driven through its action.

    Args:
      transport: What carries the commands.
      controller: The controller's full name.
      joints: The joints, as the robot calls them, in the order of our targets.
      states: Their measurements.
      clock: By which goals are late [s]; the transport's unless given.
      longest: The longest session [s].
    """

    def __init__(
        self,
        transport: Transport,
        controller: str,
        joints: Sequence[str],
        states: JointStates,
        clock: Callable[[], float] | None = None,
        longest: float = LONGEST,
    ) -> None:
        super().__init__(transport, controller, joints, clock)
        self.goals = goals = SessionGoals(transport, self.needs, TRAJECTORY, clock)
        goals.dropped = self._drop
        self._states, self._longest = states, longest
        self._queue: list[tuple[Array, float]] = []
        self._end: Array | None = None
        self._best = np.inf
        self._since = self._due = 0.0
        self._hold = False
        self.sent = 0
        """How many sessions were sent."""

    def stream(self, target: Array, seconds: float) -> None:
        """Be at a target [rad] that much after the one before. Raises LinkLost where a session was refused, aborted or comes to nothing."""
        wanted = np.array(target, dtype=float)
        still = self._end is not None and not self._queue and bool(np.allclose(wanted, self._end, atol=1e-6))
        if not still:
            self._queue.append((wanted, SOON if self._hold else seconds))
        over = self._over()
        waiting = sum(s for _, s in self._queue)
        if waiting > BEHIND:
            raise LinkLost(f"{self.controller} is {waiting:.1f} s behind its targets: is its speed scaled down?")
        rests = len(self._queue) > 1 and bool(np.allclose(self._queue[-1][0], self._queue[-2][0], atol=1e-6))
        if self._queue and over and (self._hold or rests or waiting >= self._longest - 1e-9):
            self._send()

    def _drop(self) -> None:
        """What waits is given up; the next target is a hold, and goes at once."""
        self._queue, self._end, self._hold = [], None, True

    def _over(self) -> bool:
        """Whether the next session may begin. Raises LinkLost where this one has failed."""
        if failed := self.goals.fault():
            raise LinkLost(failed)
        if not self.goals.under_way:
            return True
        assert self._end is not None
        now = self._states.robot_time()
        q, _, _ = self._states.read(self.joints)
        left = float(np.abs(q - self._end).max())
        if left < self._best - NEARER:
            self._best, self._since = left, now
        if left > THERE and now - self._since > PATIENCE:
            self.goals.cancel()
            raise LinkLost(f"{self.controller} has come no nearer its target for {PATIENCE:g} s, still {left:.2f} rad away: is it blocked?")
        return left <= THERE and now >= self._due

    def _send(self) -> None:
        """Send what waits, but no more of it than may go on without us."""
        times = np.cumsum([s for _, s in self._queue])
        count = max(int(np.searchsorted(times, self._longest + 1e-9, side="right")), 1)
        targets = np.array([q for q, _ in self._queue[:count]])
        del self._queue[:count]
        self._hold, self._end, self._best = False, targets[-1], np.inf
        self._since = self._states.robot_time()
        self._due = self._since + float(times[count - 1])
        # no time-out, here or there: it takes as long as it takes, and we watch whether it gets there
        make = self._transport.make
        goal = make(f"{TRAJECTORY}_Goal", trajectory=self._trajectory(targets, times[:count].tolist(), rest=True))
        self.goals.send(goal, np.inf)
        self.sent += 1
