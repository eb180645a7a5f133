"""Which transport carries messages: rclpy where it can be imported, else DDS from pip; rosbridge where it is asked for."""

from __future__ import annotations

from importlib import util
from typing import Any

CHOICES = ("auto", "rclpy", "dds", "rosbridge")
SCHEME = "rosbridge://"


def chosen(transport: str = "auto") -> str:
    """`rclpy`, `dds` or `rosbridge`, the latter also for an address such as `rosbridge://host:9090`. Raises ValueError for another name."""
    if transport.startswith(SCHEME):
        return "rosbridge"
    if transport not in CHOICES:
        raise ValueError(f"no transport named {transport!r}; known: {', '.join(CHOICES)}")
    if transport != "auto":
        return transport
    return "rclpy" if util.find_spec("rclpy") is not None else "dds"


def open_transport(
    transport: str = "auto", name: str = "heedful", domain: int | None = None, interface: str = "lo", distribution: str = "jazzy"
) -> Any:
    """An open transport. Raises MissingExtra, ValueError or LinkLost, with one sentence."""
    if chosen(transport) == "rclpy":
        from heedful.hardware.ros2.rclpy_transport import RclpyTransport

        return RclpyTransport(name, domain)
    if chosen(transport) == "rosbridge":
        from heedful.hardware.ros2.rosbridge import RosbridgeTransport

        return RosbridgeTransport(transport, distribution)
    from heedful.hardware.ros2.dds import DdsTransport

    return DdsTransport(name, domain, interface, distribution)
