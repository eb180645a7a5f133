"""What of an arm is there on its serial bus, told before anything moves."""

from __future__ import annotations

from heedful.hardware.feetech.bus import Bus, said, strange
from heedful.hardware.feetech.calibration import BadCalibration
from heedful.hardware.feetech.health import HOT, Reading, least_of
from heedful.hardware.feetech.port import candidates, found_port, open_port
from heedful.hardware.feetech.registers import BLOCK
from heedful.hardware.feetech.remote import OnBus, names, wired
from heedful.hardware.ros2.checking import Found
from heedful.hardware.ros2.seam import LinkLost


def checked(arm: OnBus) -> Found:
    """Look for an arm. Raises MissingExtra."""
    found = Found()
    found.told["ports"] = ", ".join(candidates()) or "none"
    bus = None
    try:
        bus = Bus(open_port(arm.port or found_port()))
        found.told["bus"] = bus.name
        found.problem = _motors(arm, bus, found.told)
    except (LinkLost, BadCalibration) as error:
        found.problem = str(error)
    finally:
        if bus is not None:
            bus.close()
    return found


def _motors(arm: OnBus, bus: Bus, told: dict[str, str]) -> str:
    """Tell of the motors; what is wrong with them."""
    ids = {n: m.id for n, m in arm.motors.items()} or names(arm)
    there = bus.scan(range(1, max(ids.values()) + 3))
    told["motors"] = ", ".join(f"{n} {m}" + ("" if m in there else " (silent)") for n, m in ids.items())
    if wrong := strange(there, list(ids.values())):
        return wrong
    readings = {n: Reading.of(*bus.block([m], *BLOCK)[m]) for n, m in ids.items()}
    told["supply"] = f"{min(r.volts for r in readings.values()):.1f} V"
    hottest = max(readings, key=lambda n: readings[n].celsius)
    told["heat"] = f"{readings[hottest].celsius} °C at most ({hottest})"
    told["driving"] = ", ".join(n for n, r in readings.items() if r.torque) or "none: every motor can be turned by hand"
    motors = wired(arm, bus)
    told["calibration"] = "the robot's own file" if arm.motors else arm.lerobot or "what the motors hold"
    told["angles"] = ", ".join(f"{n} {motors[n].angle(r.position):+.2f}" for n, r in readings.items()) + " rad"
    for name, seen in readings.items():
        if seen.errors:
            return f"{name} reports that {said(seen.errors)}"
        if seen.celsius >= HOT:
            return f"{name} is at {seen.celsius} °C: let it cool"
        if seen.volts < (least := least_of(arm.volts or seen.volts)):
            return f"{name} gets {seen.volts:.1f} V, and needs {least:.1f}: is the power supply strong enough, and its plug in?"
    return ""
