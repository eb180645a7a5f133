"""The G1's high-level service: speeds that end by themselves after a second, and Damp, in which it yields and sinks.

Never a motion without an end: Unitree's own `Move(continous_move=True)` asks for ten days, and a robot that walks on after its driver has
died is what must not be. Speeds are sent anew while they are wanted.
"""

from __future__ import annotations

import itertools
import json
import threading
from concurrent.futures import Future
from typing import Any

import numpy as np

from heedful.geometry import Array, Pose
from heedful.hardware.ros2.actions import settle
from heedful.hardware.ros2.base import STOPS, Odometry
from heedful.hardware.ros2.commanding import Commanding
from heedful.hardware.ros2.goals import NoGoals
from heedful.hardware.ros2.seam import RELIABLE, LinkLost, Transport
from heedful.types import PartState

REQUEST, RESPONSE = "unitree_api/msg/Request", "unitree_api/msg/Response"
TOPIC = "/api/sport"
GET_STATE, SET_STATE, SET_VELOCITY = 7001, 7101, 7105
DAMP = 1
"""The state in which joints only damp: the robot sinks where it stands."""
LONGEST = 1.0
"""The longest that one request may move it [s]."""
AGAIN = 0.2
"""How often speeds that stay the same are sent [s]."""


class SportService:
    """Unitree's request and response topics as calls; a reply is another's unless it has our number.

    Args:
      transport: What carries messages.
      topic: Beginning of the service's topics.
    """

    def __init__(self, transport: Transport, topic: str = TOPIC) -> None:
        self._transport, self.topic = transport, f"{topic}/request"
        self._pending: dict[int, Future[str]] = {}
        self._numbers = itertools.count(int.from_bytes(np.random.default_rng().bytes(5), "little") << 16)
        self._lock = threading.Lock()
        self._publish = transport.publisher(self.topic, REQUEST, RELIABLE)
        transport.subscribe(f"{topic}/response", RESPONSE, self._answered, RELIABLE)

    def call(self, api: int, **parameter: Any) -> Future[str]:
        """Ask for something; what it says. Fails with LinkLost where the robot refuses; without an answer it never ends."""
        make, future = self._transport.make, Future[str]()
        with self._lock:
            number = next(self._numbers)
            self._pending[number] = future
            for old in list(self._pending)[:-64]:
                settle(self._pending.pop(old), error=LinkLost("the robot did not answer"))
        identity = make("unitree_api/msg/RequestIdentity", id=number, api_id=api)
        header = make("unitree_api/msg/RequestHeader", identity=identity)
        self._publish(make(REQUEST, header=header, parameter=json.dumps(parameter)))
        return future

    def _answered(self, message: Any) -> None:
        with self._lock:
            future = self._pending.pop(int(message.header.identity.id), None)
        if future is None:
            return
        code = int(message.header.status.code)
        settle(future, message.data) if code == 0 else settle(future, error=LinkLost(f"the robot refused, with code {code}"))


class WalkingBase(Commanding):
    """A base that walks: speeds by the high-level service, its place from odometry that somebody else provides.

    Args:
      transport: What carries messages.
      odometry: Where it is.
      service: The high-level service.
    """

    kind = REQUEST

    def __init__(self, transport: Transport, odometry: Odometry, service: SportService | None = None) -> None:
        self._transport, self.odometry = transport, odometry
        self.service = service or SportService(transport)
        self.topic = self.service.topic
        self.goals = NoGoals()
        self.published = 0
        self.moving = False
        self._sent: tuple[float, ...] | None = None
        self._at = 0.0
        self._answer: Future[str] | None = None

    def ready(self) -> bool:
        return REQUEST in self._transport.subscribed(self.topic)

    def drive(self, speeds: Array, seconds: float = LONGEST) -> None:
        """Walk at x, y [m/s] and yaw [rad/s] speeds for at most `seconds`. Raises LinkLost where it refused the speeds before."""
        if not 0 < seconds <= LONGEST:
            raise ValueError(f"a walk of {seconds:g} s in one request; it is to end by itself within {LONGEST:g} s")
        if self._answer is not None and self._answer.done() and (error := self._answer.exception()) is not None:
            self._answer = None
            raise LinkLost(f"{self.topic}: {error}")
        wanted, now = tuple(map(float, speeds)), self._transport.now()
        if wanted == self._sent and now < self._at + AGAIN:
            return
        self._answer = self.service.call(SET_VELOCITY, velocity=list(wanted), duration=seconds)
        self._sent, self._at, self.moving = wanted, now, any(wanted)
        self.published += 1

    def stop(self) -> None:
        """Zeros, a few of them; without effect on a robot that was never asked to walk."""
        if self._sent is not None:
            for _ in range(STOPS):
                self._sent = None
                self.drive(np.zeros(3))

    def rest(self) -> None:
        """It is not to walk in this tick."""
        if self.moving:
            self.stop()

    def damp(self) -> Future[str]:
        """The safe state, and the last rung of stopping: it yields and sinks. Whoever holds it should hold it."""
        return self.service.call(SET_STATE, data=DAMP)

    def state(self, base: Pose) -> PartState:
        """Where it is; `base` is where odometry begins in the world."""
        q, dq, _ = self.odometry.read(self.odometry.names)
        return PartState(q, dq, base @ Pose.at(float(q[0]), float(q[1]), 0.0, yaw=float(q[2])))
