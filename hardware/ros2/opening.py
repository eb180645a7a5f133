"""Which transport carries messages: rclpy where it can be imported, else DDS from pip."""

from __future__ import annotations

from importlib import util
from typing import Any

CHOICES = ("auto", "rclpy", "dds")


def chosen(transport: str = "auto") -> str:
    """`rclpy` or `dds`. Raises ValueError for another name."""
    if transport not in CHOICES:
        raise ValueError(f"no transport named {transport!r}; known: {', '.join(CHOICES)}")
    if transport != "auto":
        return transport
    return "rclpy" if util.find_spec("rclpy") is not None else "dds"


def open_transport(transport: str = "auto", name: str = "heedful", domain: int | None = None, interface: str = "lo") -> Any:
    """An open transport. Raises MissingExtra or ValueError, with one sentence."""
    if chosen(transport) == "rclpy":
        from heedful.hardware.ros2.rclpy_transport import RclpyTransport

        return RclpyTransport(name, domain)
    from heedful.hardware.ros2.dds import DdsTransport

    return DdsTransport(name, domain, interface)
