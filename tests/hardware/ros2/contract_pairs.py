"""Client transport and server implementation, every two that can speak with each other, on one network until they are closed."""

from __future__ import annotations

import contextlib
import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import util
from typing import Any

import rclpy_shim

from heedful.hardware.ros2.inprocess import Bus, InProcess
from heedful.hardware.ros2.interfaces import Interfaces
from heedful.hardware.ros2.remote import Lease

PATIENCE = 20.0
"""A loaded machine is slow to discover [s]."""
REAL = util.find_spec("rclpy") is not None
"""Whether there is a ROS 2 here."""
OVER_DDS = ("dds", "shim", "rclpy")
BRIDGE = util.find_spec("roslibpy") is not None
PAIRS = [("in process", "in process"), *itertools.product(OVER_DDS, OVER_DDS), ("rosbridge", "dds")]


@dataclass(eq=False)
class Pair:
    """Two ends of one link."""

    kinds: tuple[str, str]
    client: Any
    server: Any
    another: Callable[[str], Any]
    """One more transport of a kind, on the same network; whoever asks for it closes it."""
    advance: Callable[[float], None] = time.sleep
    _names: Iterator[int] = field(default_factory=itertools.count)

    @property
    def wire(self) -> bool:
        """Whether it is a network, rather than a simulated one."""
        return self.kinds[0] != "in process"

    def name(self, base: str = "/thing") -> str:
        """A name that no other test of this pair uses."""
        return f"{base}_{next(self._names)}"

    def until(self, true: Callable[[], Any], seconds: float = PATIENCE) -> bool:
        """Let time pass until something is so."""
        end = time.monotonic() + seconds
        while not true() and time.monotonic() < end:
            self.advance(0.005)
        return bool(true())

    def told(self, future: Any) -> Any:
        """What a future comes to."""
        assert self.until(future.done), "no answer came"
        return future.result(0)

    def say(self, publish: Callable[[Any], None], message: Any, heard: Callable[[], Any]) -> bool:
        """Publish it again and again until it was heard: who has just joined is not known to everybody yet."""

        end = time.monotonic() + PATIENCE
        while not heard() and time.monotonic() < end:
            publish(message)
            self.until(heard, 0.05)
        return bool(heard())


@contextlib.contextmanager
def pair(client: str, server: str) -> Iterator[Pair]:
    """The two, open; `rclpy` of a real ROS 2 only where there is one."""
    if client == "in process":
        bus = Bus(types=Interfaces())
        yield Pair((client, server), InProcess(bus), InProcess(bus), lambda kind: InProcess(bus), bus.advance)
        return
    lease = Lease()
    with contextlib.ExitStack() as stack:
        stack.callback(lease.close)
        if "shim" in (client, server):
            stack.enter_context(rclpy_shim.sourced())

        def another(kind: str, name: str = "another") -> Any:
            if kind == "dds":
                from heedful.hardware.ros2.dds import DdsTransport

                return DdsTransport(name, lease.domain)
            if kind == "rosbridge":
                from heedful.hardware.ros2.rosbridge import RosbridgeTransport

                return RosbridgeTransport(f"rosbridge://127.0.0.1:{bridge.port}")
            from heedful.hardware.ros2.rclpy_transport import RclpyTransport

            return RclpyTransport(name, lease.domain)

        if "rosbridge" in (client, server):
            from rosbridge_server import RosbridgeServer

            bridge = RosbridgeServer(stack.enter_context(contextlib.closing(another("dds", "bridge"))))
            stack.callback(bridge.close)
        ends = [stack.enter_context(contextlib.closing(another(*end))) for end in ((client, "near"), (server, "far"))]
        yield Pair((client, server), ends[0], ends[1], another)


def missing(client: str, server: str) -> str:
    """What it would take to run it here; empty if it can be run."""
    if "rclpy" in (client, server) and not REAL:
        return "NOT RUN against the real rclpy, which is not importable: source ROS 2 (with rmw_cyclonedds_cpp) and run again"
    return 'NOT RUN over rosbridge: pip install "heedful[rosbridge]"' if "rosbridge" in (client, server) and not BRIDGE else ""
