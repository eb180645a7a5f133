"""A simulated world behind a fake robot: what the judge asks of it, and the pace that it goes at."""

from __future__ import annotations

import contextlib
import math
import queue
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from heedful.hardware.ros2.described import KIND, TOPIC
from heedful.hardware.ros2.fake.eyes import FakeCamera
from heedful.hardware.ros2.fake.humanoid import FakeHumanoid
from heedful.hardware.ros2.fake.peer import FakePeer
from heedful.hardware.ros2.fake.urdf import urdf
from heedful.hardware.ros2.seam import LATCHED, RELIABLE
from heedful.hardware.ros2.wiring import Wiring
from heedful.types import CameraFrame

STATE = "heedful_msgs/msg/SimState"
IDLE = 0.02
"""In lockstep, how often the joints are told anew while no time passes [s]."""
PICTURES = 1 / 30 - 1e-3
"""Time between two pictures of a camera [s]."""
LATE = 2.0
"""How long a step waits for the commands that belong to it [s]."""
Reply = Callable[[Any], None]


class FakeWorld:
    """One world and its robot on ROS 2: `/sim/reset`, `/sim/step`, `/sim/state` and `/sim/fault` are for the judge alone.

    Everything that touches the simulation happens in the thread that calls `run`.

    Args:
      carrier: The transport.
      world: A world with `reset`, `robot`, `snapshot` and `fingerprint`, reset already.
      wiring: What the robot's parts are called.
      eyes: Camera -> what it sees now, with its pose in the world; those of the wiring that are here publish pictures.
    """

    def __init__(self, carrier: Any, world: Any, wiring: Wiring, eyes: Mapping[str, Callable[[], CameraFrame]] | None = None) -> None:
        self._carrier, self.world = carrier, world
        self.peer: FakePeer | FakeHumanoid = (
            FakeHumanoid(carrier, world.robot, wiring.motors) if wiring.vendor == "unitree" else FakePeer(carrier, world.robot, wiring)
        )
        self._eyes = eyes or {}
        self._cameras = {n: FakeCamera(carrier, wiring.lens(n)) for n in self._eyes}
        self._root, self._shown = wiring.root, -math.inf
        self.lockstep = False
        self.resets = 0
        self._jobs: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._state = carrier.publisher("/sim/state", STATE, RELIABLE)
        kind = "heedful_msgs/srv/{}".format
        carrier.serve("/sim/reset", kind("Reset"), lambda request, reply: self._jobs.put(lambda: self._reset(request, reply)))
        carrier.serve("/sim/step", kind("Step"), lambda request, reply: self._jobs.put(lambda: self._step(request, reply)))
        carrier.serve("/sim/fault", kind("Fault"), self._fault)
        self._begun = 0.0
        body = getattr(world, "description", None)
        if body is not None and not wiring.bases:  # a base's joints are none that a robot_description has
            told = carrier.make("std_msgs/msg/String", data=urdf(body, wiring.joint))
            carrier.publisher(wiring.name(TOPIC), KIND, LATCHED)(told)

    def run(self, goes_on: Callable[[], bool]) -> None:
        """Go on, at the pace of the wall clock or step by step, for as long as wanted."""
        due = time.monotonic()
        while goes_on():
            period = IDLE if self.lockstep else self.peer.robot.dt
            with contextlib.suppress(queue.Empty):
                self._jobs.get(timeout=max(due - time.monotonic(), 0.0))()
                continue
            due = max(due + period, time.monotonic() - period)
            if self.lockstep:
                self.peer.tell()
            else:
                self.peer.update()
            self._tell()

    def _reset(self, request: Any, reply: Reply) -> None:
        said, ok = "", True
        try:
            self.world.reset(int(request.seed), request.task or None)
        except (ValueError, LookupError) as error:
            ok, said = False, " ".join(str(error).split())
        else:
            self.peer.well()
            self.peer.embody(self.world.robot)
            self.lockstep = bool(request.lockstep)
            self.resets += 1
        print_of = self.world.fingerprint() if ok else ""
        kind = "heedful_msgs/srv/Reset_Response"
        reply(self._carrier.make(kind, ok=ok, message=said, fingerprint=print_of, resets=self.resets))
        self.peer.tell()
        self._tell()

    def _step(self, request: Any, reply: Reply, since: float | None = None) -> None:
        """One period, once the commands that were sent before it are here: topics and services go different ways."""
        since = time.monotonic() if since is None else since
        ok = self.peer.heard >= request.commands
        if not ok and time.monotonic() < since + LATE:
            time.sleep(0.0005)
            return self._jobs.put(lambda: self._step(request, reply, since))
        if ok:
            self.peer.update()
            self._tell()
        reply(self._carrier.make("heedful_msgs/srv/Step_Response", ok=ok, time=float(self.peer.robot.observe().time)))

    def _fault(self, request: Any, reply: Reply) -> None:
        said = ""
        try:
            self.peer.fault(request.name, bool(request.on)) if request.name else self.peer.well()
        except ValueError as error:
            said = str(error)
        reply(self._carrier.make("heedful_msgs/srv/Fault_Response", ok=not said, message=said))

    def _tell(self) -> None:
        at = self.world.snapshot()
        if self._cameras and not self._shown <= at.time < self._shown + PICTURES:
            self._shown = at.time
            for name, camera in self._cameras.items():
                frame = self._eyes[name]()
                camera.show(replace(frame, pose=self.world.description.base.inverse() @ frame.pose), self._root)
        numbers = {k: np.asarray(v, dtype=float) for k, v in (("qpos", at.qpos), ("qvel", at.qvel), ("userdata", at.kept))}
        self._state(self._carrier.make(STATE, time=at.time, resets=self.resets, **numbers))
