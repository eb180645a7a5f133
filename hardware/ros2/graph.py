"""What ROS 2's tools know a node by: a latched list of its endpoints."""

from __future__ import annotations

from typing import Any

import numpy as np

from heedful.hardware.ros2.cyclone import Wire
from heedful.hardware.ros2.seam import LATCHED
from heedful.hardware.ros2.services import told

KIND = "rmw_dds_common/msg/ParticipantEntitiesInfo"


class Presence:
    """Tells which node this participant is, so that `ros2 node list` shows it."""

    def __init__(self, wire: Wire, name: str, namespace: str = "/") -> None:
        self._wire, self._name, self._namespace = wire, name, namespace
        self._length = wire.types.fields("rmw_dds_common/msg/Gid")[0][1][1][1]
        self._writer = wire.writer("ros_discovery_info", KIND, LATCHED, told(wire, KIND))

    def tell(self) -> None:
        """Tell it anew, after endpoints were made."""
        make = self._wire.types.make
        node = make(
            "rmw_dds_common/msg/NodeEntitiesInfo",
            node_namespace=self._namespace,
            node_name=self._name,
            reader_gid_seq=[self._gid(r) for r in self._wire.readers],
            writer_gid_seq=[self._gid(w) for w in self._wire.writers],
        )
        message = make(KIND, gid=self._gid(self._wire.participant), node_entities_info_seq=[node])
        self._wire.write(self._writer, self._wire.types.encode(message))

    def _gid(self, entity: Any) -> Any:
        data = entity.get_guid().bytes.ljust(self._length, b"\0")
        return self._wire.types.make("rmw_dds_common/msg/Gid", data=np.frombuffer(data, dtype=np.uint8).copy())
