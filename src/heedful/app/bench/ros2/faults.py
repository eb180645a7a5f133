"""Each fault of a ROS 2 robot in turn: how soon it is held, whether that latches, what is said, and what moves before a reset."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from heedful.app.bench.ratio import Ratio
from heedful.app.bench.ros2.real import Real
from heedful.app.bench.ros2.rigs import DT, Rig, rig
from heedful.app.bench.ros2.simulated import Simulated
from heedful.hardware.mujoco_robot import HOLD_LEAD
from heedful.hardware.ros2.goals import ACCEPT, OVER
from heedful.hardware.ros2.seam import SUCCEEDED

WITHIN = 0.2
"""From a fault's being observable to the hold [s]."""
STREAMED = ("silent", "frozen", "nan", "shuffled", "clock_jump", "second_publisher", "wrong_hash", "killed")
"""Faults that meet an arm that is streamed to; killing comes last, for nothing comes after it."""
TAKES, PAST = 0.6, 0.3
"""How long a goal takes, and its goal_time [s]."""
GOALS: Mapping[str, float] = {"late_accept": ACCEPT, "no_result": TAKES + PAST + OVER, "tolerance_abort": 0.0}
"""Faults that meet an arm that follows a goal -> how long after the sending, or after the fault, each can first be observed [s]."""
TRIES = 5
LATE_MACHINE = "this machine was late for real time, each time"
HARMLESS = ("permuted", "lost_reply")
"""What is lost or otherwise, and known nevertheless: no stop."""


@dataclass(frozen=True, slots=True)
class Stop:
    """What came of a fault."""

    fault: str
    held: float
    """From its being observable to the hold [s]; not a number where it was never held."""
    sentence: str
    latched: bool
    """Whether asking for motion once the fault was over moved nothing."""
    after: int
    """Commands that left after the hold and were no hold where the arm was."""
    again: bool
    """Whether it moved once a person had reset the stop."""

    @property
    def ok(self) -> bool:
        return self.held <= WITHIN and self.latched and not self.after and self.again and bool(self.sentence) and "\n" not in self.sentence


def stopped_by(table: Rig, fault: str) -> Stop:
    """Bring a fault about while the arm moves, and see what comes of it."""
    goal = fault in GOALS
    at = _begun(table, fault, goal)
    until = table.now() + GOALS.get(fault, 0.0) + 1.5
    while not table.stopped and table.now() < until:
        table.idle(DT) if goal else table.swing(DT)
    held, sentence = table.robot.held_at - at, table.guarded.reason
    if not table.stopped:
        held = float("nan")
    table.idle(0.1)
    if fault != "killed":
        table.well()
    table.rest(0.5)
    count, rest = len(table.left), table.q.copy()
    table.swing(0.4)
    table.rest(0.1)
    moved = float(np.abs(table.q - rest).max())
    after = sum(bool(np.abs(q - rest).max() > HOLD_LEAD + 1e-3) for _, q in table.left[count:])
    latched, again = table.stopped and moved < 1e-3, fault == "killed"
    if not again and table.reset():
        table.swing(0.3)
        table.rest(0.1)
        again = bool(np.abs(table.q - rest).max() > 0.05)
    return Stop(fault, held, sentence, latched, after, again)


def _begun(table: Rig, fault: str, goal: bool) -> float:
    """From when on a fault can be observed, once it is on."""
    _moving(table)
    if not goal:
        return _on(table, fault)
    if fault == "tolerance_abort":
        table.follow(TAKES, 0.1)
        table.idle(0.2)
        return _on(table, fault)
    table.fault(fault)
    sent = table.now()
    table.follow(TAKES, 0.1)
    return sent + GOALS[fault]


def _moving(table: Rig) -> None:
    """The arm moves, and nothing is wrong: a machine with more to do may be late for real time, which is rightly a stop."""
    table.swing(0.3)
    for _ in range(TRIES):
        if not table.stopped:
            return
        table.reset()
        table.swing(0.3)


def _on(table: Rig, fault: str) -> float:
    """Switch it on; when that was asked for, which is no later than it is so."""
    at = table.now()
    table.fault(fault)
    return at


def unharmed(table: Rig, fault: str) -> str:
    """Why it did not go on, though what was lost is known nevertheless; empty where it did, and a goal is known to have come off."""
    _moving(table)
    table.fault(fault)
    if fault == "lost_reply":
        goal = table.follow(TAKES, 0.1)
        table.idle(TAKES + 0.5)
        well = goal.result.done() and goal.result.result()[0] == SUCCEEDED
    else:
        before = table.q.copy()
        table.swing(0.4)
        well = bool(np.abs(table.q - before).max() > 0.05)
    why = table.guarded.reason or ("" if well else "it did not get where it was sent")
    table.well()
    return why


def table_of(kind: type[Rig], where: str) -> list[Ratio]:
    """Every fault on one rig."""
    rows = []
    with rig(kind) as table:
        for fault in HARMLESS:
            why = next((w for w in (unharmed(table, fault) for _ in range(TRIES)) if " s old" not in w), LATE_MACHINE)
            rows.append(Ratio(f"{where}.{fault}", float(not why), why or "it goes on, for it is known nevertheless", least=1.0))
        for fault in (*GOALS, *STREAMED):
            stop = stopped_by(table, fault)
            if fault != "killed":
                table.swing(0.8, speed=-0.5)  # back to where there is room
            held = (
                f"{'latched' if stop.latched else 'NOT LATCHED'}, {stop.after} commands after, {'moves' if stop.again else 'DOES NOT MOVE'}"
            )
            how = f"ms to the hold; {held} after a reset; “{stop.sentence}”"
            rows.append(Ratio(f"{where}.{fault}", 1000 * stop.held, how, most=1000 * WITHIN))
    return rows


def faults(seed: int) -> list[Ratio]:
    """In one process, then over DDS."""
    return [*table_of(Simulated, "sim"), *table_of(Real, "dds")]
