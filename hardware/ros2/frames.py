"""tf2: where frames stand in each other, from `/tf` and `/tf_static`, at a time and in between two times.

Poses between two that were told lie on the straight line and on the shortest turn between them, as tf2 has it. Nothing is guessed
beyond the newest or before the oldest that is kept.
"""

from __future__ import annotations

import bisect
import difflib
import math
import threading
from collections.abc import Sequence
from typing import Any

import numpy as np

from heedful.geometry import Pose, quat_from_axis_angle, quat_mul, rotation_vector, xyzw_to_wxyz
from heedful.hardware.ros2.seam import LinkLost, Quality, Transport

TF = "tf2_msgs/msg/TFMessage"
HEARD, STATIC = Quality(reliable=False, depth=100), Quality(latched=True, depth=100)
"""Each publisher of `/tf_static` has a last message of its own, and all are wanted."""
KEPT = 10.0
"""How far back poses are kept [s]."""


class Edge:
    """One frame in its parent, over time."""

    def __init__(self, parent: str) -> None:
        self.parent = parent
        self.times: list[float] = []
        self.poses: list[Pose] = []

    def add(self, time: float, pose: Pose) -> None:
        if self.times and time < self.times[-1] - KEPT:
            self.times, self.poses = [], []  # the robot's clock was set back, as by a simulator's reset
        at = bisect.bisect_left(self.times, time)
        if at < len(self.times) and self.times[at] == time:
            self.poses[at] = pose
            return
        self.times.insert(at, time)
        self.poses.insert(at, pose)
        if (old := bisect.bisect_left(self.times, self.times[-1] - KEPT)) > 64:  # now and then, not each time
            del self.times[:old], self.poses[:old]

    def at(self, time: float, slack: float) -> Pose | None:
        """Its pose then; None where it is not known."""
        if self.times[0] == -math.inf:
            return self.poses[0]
        if not self.times[0] <= time <= self.times[-1]:
            return self.poses[-1] if self.times[-1] < time <= self.times[-1] + slack else None
        k = bisect.bisect_left(self.times, time)
        return self.poses[k] if self.times[k] == time else between(
            self.poses[k - 1], self.poses[k], (time - self.times[k - 1]) / (self.times[k] - self.times[k - 1])
        )  # fmt: skip


class Frames:
    """The frames of one robot.

    Args:
      transport: What carries messages.
      topics: Where moving and fixed frames are told.
    """

    def __init__(self, transport: Transport, topics: Sequence[str] = ("/tf", "/tf_static")) -> None:
        self._edges: dict[str, Edge] = {}
        self._lock = threading.Lock()
        transport.subscribe(topics[0], TF, lambda message: self._heard(message, False), HEARD)
        transport.subscribe(topics[1], TF, lambda message: self._heard(message, True), STATIC)

    def lookup(self, target: str, source: str, time: float | None = None, slack: float = 0.0) -> Pose:
        """Where `source` stands in `target`, as `T_target_source`.

        Args:
          target: The frame that it is wanted in.
          source: The frame that is looked for.
          time: The robot's time [s]; the newest at which all on the way are known unless given.
          slack: By how much the newest pose may be older than `time` [s].

        Raises LinkLost with one sentence where frames are unknown, not connected, or not known at that time.
        """
        target, source = target.lstrip("/"), source.lstrip("/")
        with self._lock:
            up, down = self._way(source), self._way(target)
            shared = next((f for f in up if f in down), None)
            if shared is None:
                raise LinkLost(self._strange(target, source))
            legs = up[: up.index(shared)], down[: down.index(shared)]
            if time is None:
                ends = [self._edges[f].times[-1] for leg in legs for f in leg]
                time = min((t for t in ends if t > -math.inf), default=0.0)
            return self._along(legs[1], time, slack).inverse() @ self._along(legs[0], time, slack)

    def forget(self) -> None:
        """The robot was put elsewhere: moving frames told before no longer count."""
        with self._lock:
            self._edges = {f: e for f, e in self._edges.items() if e.times[0] == -math.inf}

    def _way(self, frame: str) -> list[str]:
        """A frame and those that it stands in, up to the root."""
        way = [frame]
        while way[-1] in self._edges and len(way) <= len(self._edges):
            way.append(self._edges[way[-1]].parent)
        return way

    def _along(self, frames: Sequence[str], time: float, slack: float) -> Pose:
        """The pose of the first of these frames in the parent of the last."""
        pose = Pose.at(0.0, 0.0, 0.0)
        for frame in frames:
            edge = self._edges[frame]
            step = edge.at(time, slack)
            if step is None:
                raise LinkLost(
                    f"where {frame} stands in {edge.parent} is known from {edge.times[0]:.3f} s to {edge.times[-1]:.3f} s, "
                    f"not at {time:.3f} s"
                )
            pose = step @ pose
        return pose

    def _strange(self, target: str, source: str) -> str:
        known = {*self._edges, *(e.parent for e in self._edges.values())}
        for frame in (source, target):
            if frame not in known:
                near = difflib.get_close_matches(frame, known, 1)
                hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(sorted(known)) or 'none, nothing is told on /tf yet'}"
                return f"no frame named {frame!r} is told of on /tf; {hint}"
        return f"{source} and {target} are not connected on /tf: they stand in {self._way(source)[-1]} and {self._way(target)[-1]}"

    def _heard(self, message: Any, static: bool) -> None:
        with self._lock:
            for one in message.transforms:
                child, parent = one.child_frame_id.lstrip("/"), one.header.frame_id.lstrip("/")
                at = pose_of(one.transform)
                if not np.isfinite(at.pos).all() or abs(float(np.linalg.norm(at.quat)) - 1.0) > 0.01 or child == parent:
                    continue  # as tf2 refuses it
                edge = self._edges.get(child)
                if edge is None or edge.parent != parent:
                    edge = self._edges[child] = Edge(parent)
                if static:
                    edge.times, edge.poses = [-math.inf], [at]
                else:
                    edge.add(seconds(one.header.stamp), at)


def seconds(stamp: Any) -> float:
    """A message's time or duration [s]."""
    return float(stamp.sec) + 1e-9 * float(stamp.nanosec)


def pose_of(transform: Any) -> Pose:
    """A Transform or a Pose message; ROS keeps quaternions as xyzw."""
    p = transform.translation if hasattr(transform, "translation") else transform.position
    r = transform.rotation if hasattr(transform, "rotation") else transform.orientation
    return Pose(np.array([p.x, p.y, p.z], dtype=float), xyzw_to_wxyz((r.x, r.y, r.z, r.w)))


def between(one: Pose, other: Pose, share: float) -> Pose:
    """Part of the way from one pose to another: straight, and by the shortest turn at an even speed."""
    turn = rotation_vector(quat_mul(other.quat, one.quat * np.array([1.0, -1.0, -1.0, -1.0])))
    angle = float(np.linalg.norm(turn))
    quat = quat_mul(quat_from_axis_angle(turn, share * angle), one.quat) if angle > 1e-12 else one.quat
    return Pose(one.pos + share * (other.pos - one.pos), quat)
