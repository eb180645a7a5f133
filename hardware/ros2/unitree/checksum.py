"""The checksum of Unitree's low-level messages: CRC-32/MPEG-2 over the words of the C struct, whose layout is not that of the wire.

CDR does not align a nested struct's first member as C does, so the message is packed as C has it and its last word left out. The
polynomial is that of zlib's CRC-32, whose bits are mirrored: with every byte mirrored before and the result after, zlib's table does it.
"""

from __future__ import annotations

import struct
import zlib
from typing import Any

import numpy as np

MIRRORED = bytes(int(f"{i:08b}"[::-1], 2) for i in range(256))
MOTORS = 35
"""Slots for motors in a message, of which the G1 uses 29."""
COMMAND = struct.Struct("<2B2x" + "B3x5fI" * MOTORS + "4I")
STATE = struct.Struct("<2I2B2xI" + "13fh2x" + "B3x4f2hf7I" * MOTORS + "40B4I")
"""unitree_hg's LowCmd_ and LowState_ as C structs without the checksum: 1000 and 2088 bytes."""


def crc32_mpeg2(words: bytes) -> int:
    """CRC-32/MPEG-2 over little-endian words, the upper byte of each first."""
    turned = np.frombuffer(words, dtype="<u4").byteswap().tobytes().translate(MIRRORED)
    found = zlib.crc32(turned) ^ 0xFFFFFFFF
    return int.from_bytes(found.to_bytes(4, "little").translate(MIRRORED), "big")


def of_command(message: Any) -> int:
    """What the `crc` of a LowCmd is to be."""
    values: list[Any] = [message.mode_pr, message.mode_machine]
    for m in message.motor_cmd:
        values += (m.mode, m.q, m.dq, m.tau, m.kp, m.kd, m.reserve)
    return crc32_mpeg2(COMMAND.pack(*values, *message.reserve.tolist()))


def of_state(message: Any) -> int:
    """What the `crc` of a LowState is to be."""
    imu = message.imu_state
    values: list[Any] = [*message.version.tolist(), message.mode_pr, message.mode_machine, message.tick]
    values += (*imu.quaternion.tolist(), *imu.gyroscope.tolist(), *imu.accelerometer.tolist(), *imu.rpy.tolist(), imu.temperature)
    for m in message.motor_state:
        values += (
            m.mode,
            m.q,
            m.dq,
            m.ddq,
            m.tau_est,
            *m.temperature.tolist(),
            m.vol,
            *m.sensor.tolist(),
            m.motorstate,
            *m.reserve.tolist(),
        )
    return crc32_mpeg2(STATE.pack(*values, *message.wireless_remote.tolist(), *message.reserve.tolist()))
