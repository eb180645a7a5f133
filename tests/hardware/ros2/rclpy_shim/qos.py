"""rclpy's quality of service, as far as ROS 2 nodes of ours name it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from heedful.hardware.ros2.seam import Quality


class HistoryPolicy(IntEnum):
    SYSTEM_DEFAULT, KEEP_LAST, KEEP_ALL, UNKNOWN = range(4)


class ReliabilityPolicy(IntEnum):
    SYSTEM_DEFAULT, RELIABLE, BEST_EFFORT, UNKNOWN = range(4)


class DurabilityPolicy(IntEnum):
    SYSTEM_DEFAULT, TRANSIENT_LOCAL, VOLATILE, UNKNOWN = range(4)


class InvalidQoSProfileException(Exception):
    """A profile that names neither history nor depth."""


@dataclass(kw_only=True)
class QoSProfile:
    """Depth is not optional: rclpy raises without it."""

    history: int = HistoryPolicy.KEEP_LAST
    depth: int | None = None
    reliability: int = ReliabilityPolicy.RELIABLE
    durability: int = DurabilityPolicy.VOLATILE

    def __post_init__(self) -> None:
        if self.depth is None:
            raise InvalidQoSProfileException("Invalid QoSProfile", "History and/or depth settings are required.")
        assert isinstance(self.depth, int)
        self.reliability, self.durability = ReliabilityPolicy(self.reliability), DurabilityPolicy(self.durability)


def quality(profile: QoSProfile | int) -> Quality:
    """A profile, or a depth alone, as the wire is told."""
    profile = QoSProfile(depth=profile) if isinstance(profile, int) else profile
    latched = profile.durability == DurabilityPolicy.TRANSIENT_LOCAL
    return Quality(profile.reliability != ReliabilityPolicy.BEST_EFFORT, latched, profile.depth or 1)


qos_profile_services_default = QoSProfile(depth=10)
qos_profile_sensor_data = QoSProfile(depth=5, reliability=ReliabilityPolicy.BEST_EFFORT)
