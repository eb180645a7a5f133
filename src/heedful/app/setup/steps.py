"""The steps of setting a robot up: each asks, moves a little where it must, and returns what is to be written down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from heedful.app.setup.asking import Asking, Refused
from heedful.app.setup.links import Link
from heedful.app.setup.moving import BY
from heedful.hardware.seen import turned

Fields = dict[str, Any]
ZERO = 10.0
"""What the measured height of the fingertips may differ from the computed one [mm]: by more, some joint's zero is wrong."""


def link(asking: Asking, link: Link, fields: Fields) -> Any:
    """Reach the robot."""
    fields["link"], told = link.find(asking)
    for name, value in told.items():
        asking.tell(f"  {name:<15}{value}")
    return told


def calibration(asking: Asking, link: Link, fields: Fields) -> Any:
    """How joints are measured."""
    return link.calibrate(asking, fields)


def description(asking: Asking, link: Link, fields: Fields) -> Any:
    """Whether the robot is the one that we take it for."""
    return link.described(asking)


def stop(asking: Asking, link: Link, fields: Fields) -> Any:
    """The hardware's own stop, before anything moves."""
    what = asking.line(f"  What stops it when software does not? ({link.STOPS})")
    if not what:
        raise Refused("nothing moves without a hardware stop: find out how this robot's power is cut, and come back")
    if not asking.typed("yes", f"  Is {what} within your reach, now and whenever the robot moves?"):
        raise Refused("nothing moves before a hardware stop is within your reach: put it there, and run this again")
    return {"what": what, "within_reach": True}


def joints(asking: Asking, link: Link, fields: Fields) -> Any:
    """Each joint a little to and fro: which way it goes, and then whether its zero is right."""
    asking.tell(f"  Each joint turns by {np.degrees(BY):.0f}° and back. Stand behind the robot, and keep clear of it.")
    if link.PLACE:
        asking.line(f"  {link.PLACE}; enter when it is so")
    found: dict[str, Any] = {}
    for arm in link.mover().robot.description.arms:
        for i, name in enumerate(link.mover().robot.parts[arm].joints):
            found[name] = _tried(asking, link, fields, arm, i, name)
        found[f"{arm}_height_mm"] = _height(asking, link, arm)
    return found


def _tried(asking: Asking, link: Link, fields: Fields, arm: str, i: int, name: str) -> Fields:
    """One joint to and fro, until it goes the way that it measures. Raises Refused."""
    for again in (False, True):
        mover = link.mover()
        mover.arm = arm
        asking.line(f"  {name}: enter to move it")
        by = mover.free_way(i, BY)
        before, after = mover.turn(i, by)
        there = mover.q()
        meant = turned(before, after) or "did not turn"
        right = asking.yes(f"    By its own measure the arm beyond it {meant}. Is that what you saw?")
        mover.turn(i, -by)
        if right:
            return {"moved_deg": round(float(np.degrees(abs(mover.q()[i] - there[i]))), 1), "reversed": again}
        if again or not asking.yes("    Did it go the other way?"):
            break
        link.reverse(name, fields)
        asking.tell(f"    The direction of {name} is turned round; once more.")
    raise Refused(f"{name} does not do what it measures: are the motors' ids and cables in the right order? Check, and run this again")


def _height(asking: Asking, link: Link, arm: str) -> Fields:
    """Whether the zeros are right, by a ruler. Raises Refused."""
    mover = link.mover()
    mover.arm = arm
    of = f" of {arm}" if len(mover.robot.description.arms) > 1 else ""
    height = 1000 * (float(mover.pose().pos[2]) - mover.robot.description.ground)
    measured = asking.number(f"  Measure from the table up to the middle of the fingertips{of}, in mm", round(height))
    if abs(measured - height) > ZERO:
        raise Refused(
            f"the fingertips are {measured:.0f} mm above the table, and by the joints' zeros they would be at {height:.0f}: "
            f"a zero is wrong by more than {ZERO:.0f} mm there; calibrate again ({link.RECALIBRATE})"
        )
    return {"measured": measured, "computed": round(height, 1)}


def halt(asking: Asking, link: Link, fields: Fields) -> Any:
    """HALT in a motion."""
    asking.tell("  The first joint now swings slowly to and fro, until you halt it.")
    asking.line("  enter to begin:")
    went = link.mover().halted(asking)
    asking.tell(
        f"  at {went.speed:.2f} rad/s: hold was commanded {1000 * went.command:.1f} ms after the key, "
        f"and it stood still {1000 * went.standstill:.0f} ms after it"
    )
    if not asking.yes("    Did it stop, and stay there?"):
        raise Refused("it did not stop: press the hardware stop, and do not use this robot before it is known why")
    return {"speed": round(went.speed, 3), "command_ms": round(1000 * went.command, 1), "standstill_ms": round(1000 * went.standstill)}


def limits(asking: Asking, link: Link, fields: Fields) -> Any:
    """What joints must not reach here."""
    robot = link.mover().robot
    known = [j for arm in robot.description.arms for j in robot.parts[arm].joints]
    for arm in robot.description.arms:
        part = robot.parts[arm]
        for name, low, high in zip(part.joints, np.degrees(part.lower), np.degrees(part.upper), strict=True):
            asking.tell(f"    {name:<28}{low:7.0f} to {high:4.0f}°")
    kept: dict[str, list[float]] = {}
    while given := asking.line("  A joint that must not go so far here (walls, cables), as: NAME LOW HIGH in degrees; enter for none"):
        words = given.split()
        try:
            low, high = np.radians([float(words[1]), float(words[2])]).tolist()
        except (IndexError, ValueError):
            low = high = 0.0
        if words[0] not in known or low >= high:
            asking.tell(f"    that is no joint with two ascending numbers; the joints: {', '.join(known)}")
            continue
        kept[words[0]] = [round(low, 4), round(high, 4)]
    fields["limits"] = kept
    return {"narrowed": list(kept)}


def gripper(asking: Asking, link: Link, fields: Fields) -> Any:
    """Open and closed."""
    hands = [n for n, p in link.mover().robot.parts.items() if p.kind == "gripper"]
    if not hands:
        return {"none": True}
    widest = float(link.mover().robot.parts[hands[0]].upper[0])
    asking.line("  The gripper opens wide, then closes. Keep your fingers out of it; enter to move it")
    for again in (False, True):
        opened, closed = link.mover().grip(0.9 * widest), link.mover().grip(0.2 * widest)
        if asking.yes(
            f"    By its own measure it opened to {1000 * opened:.0f} mm and closed to {1000 * closed:.0f} mm. Is that what you saw?"
        ):
            if abs(opened - 0.9 * widest) > 0.15 * widest:
                raise Refused(
                    f"it was to open to {900 * widest:.0f} mm, and measured {1000 * opened:.0f}: is something between the fingers?"
                )
            return {"opened_mm": round(1000 * opened, 1), "closed_mm": round(1000 * closed, 1), "reversed": again}
        if again or not asking.yes("    Did it go the other way?"):
            raise Refused("the gripper does not do what it measures: are its id and its cable right?")
        link.reverse(hands[0], fields)
    raise AssertionError("unreachable")


def tool(asking: Asking, link: Link, fields: Fields) -> Any:
    """What is mounted, and what it weighs."""
    what = asking.line(f"  What is mounted at its end? [{link.TOOL}]") or link.TOOL
    if what != link.TOOL:
        raise Refused(
            f"{what} is not what this description has ({link.TOOL}), so where its tip is is not known: bring a description of your own "
            "(`heedful import robot`), and set up with robot=my_arm.yaml"
        )
    payload = asking.number("  Most that it will carry, in kg", link.PAYLOAD, 0.0, link.PAYLOAD)
    fields["tool"] = {"what": what, "payload_kg": payload}
    return {"asked": True}


def mount(asking: Asking, link: Link, fields: Fields) -> Any:
    """Where it stands."""
    at = link.mover().robot.description
    yaw = 2 * float(np.arctan2(at.base.quat[3], at.base.quat[0]))
    usual = [*at.base.pos.round(4).tolist(), round(float(np.degrees(yaw)), 2)]
    base = asking.numbers("  Where does its base stand: x, y, z in m, and turned by, in degrees", usual)
    table = asking.number("  How high is the surface it works on, in m", at.ground, -2.0, 2.0)
    if base == usual and table == at.ground:
        return {"as_described": True}
    fields["mount"] = {"base": [*base[:3], round(float(np.radians(base[3])), 5)], "table": table}
    return {"as_described": False}


def cameras(asking: Asking, link: Link, fields: Fields) -> Any:
    """What sees."""
    given = asking.line("  Cameras, as names with their topic or device, commas between; enter for none").strip()
    fields["cameras"] = [c.strip() for c in given.split(",") if c.strip()]
    return {"cameras": len(fields["cameras"])}


STEPPED: dict[str, Callable[[Asking, Link, Fields], Any]] = {
    "link": link, "calibration": calibration, "description": description, "stop": stop, "joints": joints, "halt": halt, "limits": limits,
    "gripper": gripper, "tool": tool, "mount": mount, "cameras": cameras,
}  # fmt: skip
