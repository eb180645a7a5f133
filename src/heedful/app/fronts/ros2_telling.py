"""What the node tells besides words: how the robot is, for `rqt_robot_monitor`, and what it believes is there, for RViz."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from heedful.geometry import wxyz_to_xyzw

if TYPE_CHECKING:
    from heedful.app.fronts.transcript import Status
    from heedful.hardware.ros2.seam import Transport
    from heedful.types import Scene, Thing

TEXT, MARKERS, MARKER = "std_msgs/msg/String", "visualization_msgs/msg/MarkerArray", "visualization_msgs/msg/Marker"
OK, WARN, ERROR = 0, 1, 2
"""diagnostic_msgs/DiagnosticStatus."""
CUBE, SPHERE, CYLINDER, WRITING, DELETEALL = 1, 2, 3, 9, 3
"""visualization_msgs/Marker: types, and the action that takes all others away."""
SHAPES = {"box": CUBE, "ball": SPHERE, "cylinder": CYLINDER, "bowl": CYLINDER}
RGB = {
    "red": (0.8, 0.1, 0.1), "green": (0.1, 0.6, 0.2), "blue": (0.1, 0.3, 0.8), "yellow": (0.9, 0.8, 0.1), "orange": (0.9, 0.5, 0.1),
    "purple": (0.5, 0.2, 0.6), "black": (0.1, 0.1, 0.1), "white": (0.9, 0.9, 0.9), "brown": (0.4, 0.25, 0.1), "pink": (0.9, 0.5, 0.6),
}  # fmt: skip
GREY = (0.6, 0.6, 0.6)
WRITTEN = 0.03
"""How high names are written [m]."""


def stamped(transport: Transport, frame: str) -> Any:
    """A header of now."""
    whole, rest = divmod(time.time_ns(), 10**9)
    stamp = transport.make("builtin_interfaces/msg/Time", sec=whole, nanosec=rest)
    return transport.make("std_msgs/msg/Header", stamp=stamp, frame_id=frame)


def diagnostics(transport: Transport, now: Status, name: str, frame: str) -> Any:
    """One status: an error where a person has to reset a protective stop, a warning where it waits for somebody."""
    level = {"stopped": ERROR, "held": WARN}.get(now.doing, OK)
    told = {
        "instruction": now.instruction,
        "running": ", ".join(now.running),
        "question": now.question,
        "correction latency [ms]": "" if now.latency_ms is None else f"{now.latency_ms:.1f}",
    }
    values = [transport.make("diagnostic_msgs/msg/KeyValue", key=k, value=v) for k, v in told.items()]
    message = f"{now.doing}: {now.why}" if now.why else now.doing
    status = transport.make(
        "diagnostic_msgs/msg/DiagnosticStatus", level=level, name=f"{name.strip('/')}: robot", message=message, values=values
    )
    return transport.make("diagnostic_msgs/msg/DiagnosticArray", header=stamped(transport, frame), status=[status])


def markers(transport: Transport, scene: Scene, frame: str) -> Any:
    """Every thing as the box, ball or cylinder that it is believed to be, with its name above it; what was there before is taken away."""
    header = stamped(transport, frame)
    made = [transport.make(MARKER, header=header, action=DELETEALL)]
    for i, thing in enumerate(scene.objects.values()):
        made += [_body(transport, header, i, thing), _name(transport, header, i, thing)]
    return transport.make(MARKERS, markers=made)


def _body(transport: Transport, header: Any, number: int, thing: Thing) -> Any:
    return transport.make(
        MARKER,
        header=header,
        ns="things",
        id=number,
        type=SHAPES[thing.shape],
        pose=_pose(transport, thing.pose.pos, wxyz_to_xyzw(thing.pose.quat)),
        scale=_vector(transport, thing.size),
        color=_colour(transport, RGB.get(thing.color, GREY), 0.4 + 0.5 * float(thing.confidence)),
    )


def _name(transport: Transport, header: Any, number: int, thing: Thing) -> Any:
    above = [float(thing.pose.pos[0]), float(thing.pose.pos[1]), thing.top + WRITTEN]
    return transport.make(
        MARKER,
        header=header,
        ns="names",
        id=number,
        type=WRITING,
        pose=_pose(transport, above, [0.0, 0.0, 0.0, 1.0]),
        scale=_vector(transport, [0.0, 0.0, WRITTEN]),
        color=_colour(transport, (1.0, 1.0, 1.0), 1.0),
        text=thing.name,
    )


def _pose(transport: Transport, pos: Any, quat: Any) -> Any:
    x, y, z, w = map(float, quat)
    return transport.make(
        "geometry_msgs/msg/Pose",
        position=transport.make("geometry_msgs/msg/Point", x=float(pos[0]), y=float(pos[1]), z=float(pos[2])),
        orientation=transport.make("geometry_msgs/msg/Quaternion", x=x, y=y, z=z, w=w),
    )


def _vector(transport: Transport, size: Any) -> Any:
    return transport.make("geometry_msgs/msg/Vector3", x=float(size[0]), y=float(size[1]), z=float(size[2]))


def _colour(transport: Transport, rgb: tuple[float, float, float], alpha: float) -> Any:
    return transport.make("std_msgs/msg/ColorRGBA", r=rgb[0], g=rgb[1], b=rgb[2], a=alpha)
