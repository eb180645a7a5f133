"""A ROS 2 node that a robot is instructed and corrected by: words in, an action, status, diagnostics and markers out, on any transport.

| name | type | |
|---|---|---|
| `~/instruction` | std_msgs/String | in: what to do |
| `~/correction` | std_msgs/String | in: a correction, an answer, a question; HALT first |
| `~/run` | heedful_msgs/action/Run | an instruction until its verdict; told on the way what the robot says; a cancel ends it |
| `~/said` | std_msgs/String | out: what the robot says |
| `~/status` | std_msgs/String | out, latched: what it is about |
| `~/markers` | visualization_msgs/MarkerArray | out: the things that it believes are there |
| `/diagnostics` | diagnostic_msgs/DiagnosticArray | out: once a second |

DDS authenticates nobody, so what comes by topic is a program's words: they stop the robot and change what it does, and never let it go on
after somebody stopped it. `people=True` says that whoever can reach the topics may.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from heedful.agents.corrections import is_halt
from heedful.app.fronts.guest import Guest, Refused
from heedful.app.fronts.ros2_telling import MARKERS, TEXT, diagnostics, markers
from heedful.hardware.ros2.definitions import RUN
from heedful.hardware.ros2.seam import ABORTED, CANCELED, CANCELING, LATCHED, RELIABLE, SUCCEEDED, LinkLost, Taken, Transport

if TYPE_CHECKING:
    from heedful.app.fronts.conversation import Conversation
    from heedful.app.fronts.transcript import Line

LOG = logging.getLogger(__name__)
PERIOD = 0.1
"""How often it is looked whether the status has changed [s]."""
SLOW = 10
"""Periods between two diagnostics, and two sets of markers."""


class RobotNode:
    """The node's topics and its action on a conversation.

    Args:
      transport: What carries messages.
      talk: The conversation with the robot.
      name: The node's full name, for `~`.
      renamed: Name -> another, as `ros2 run … --ros-args -r` renames; for transports other than rclpy, which does so itself.
      people: Whether what comes by topic is said by people, who may let a stopped robot go on.
      frame: The frame of the markers: the robot's world.
    """

    def __init__(
        self,
        transport: Transport,
        talk: Conversation,
        name: str = "/heedful",
        renamed: Mapping[str, str] | None = None,
        people: bool = False,
        frame: str = "world",
    ) -> None:
        self._transport, self._talk, self._name, self._frame = transport, talk, name, frame
        self._renamed, self._people = dict(renamed or {}), people
        self._guest = Guest(talk, actions=True)
        self._words: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._goal: Taken | None = None
        self._last = ""
        self._ended = threading.Event()
        self._said = transport.publisher(self.called("~/said"), TEXT, RELIABLE)
        self._status = transport.publisher(self.called("~/status"), TEXT, LATCHED)
        self._markers = transport.publisher(self.called("~/markers"), MARKERS, LATCHED)
        self._diagnostics = transport.publisher(self.called("/diagnostics"), "diagnostic_msgs/msg/DiagnosticArray", RELIABLE)
        transport.subscribe(self.called("~/instruction"), TEXT, lambda m: self.say(str(m.data), True), RELIABLE)
        transport.subscribe(self.called("~/correction"), TEXT, lambda m: self.say(str(m.data), False), RELIABLE)
        transport.offer(self.called("~/run"), RUN, self._takes, self._begin, self._stop)
        talk.subscribe(self._line)
        self._threads = [threading.Thread(target=t, name=f"ros2-node-{t.__name__}", daemon=True) for t in (self._speak, self._tell)]
        for thread in self._threads:
            thread.start()

    def called(self, name: str) -> str:
        """What a name of the table is on the network."""
        name = self._renamed.get(name, name)
        return f"{self._name}{name[1:]}" if name.startswith("~") else name

    def say(self, text: str, instruct: bool) -> None:
        """Words that came by topic: a HALT at once, in whatever thread; everything else in its turn, for reading takes time."""
        if self._people:
            return self._talk.say(text, "ros2")
        if is_halt(text):
            self._talk.session.ears.hear(text, person=False)
            return self._words.put(lambda: self._talk.tell(f"a stop came by topic: {text[:80]!r}"))
        self._words.put(lambda: self._asked(text) if instruct else self._corrected(text))

    def close(self) -> None:
        """Say no more. What is under way goes on."""
        self._ended.set()
        self._words.put(None)
        for thread in self._threads:
            thread.join(2.0)

    def _speak(self) -> None:
        while (do := self._words.get()) is not None:
            do()

    def _asked(self, text: str) -> None:
        try:
            self._guest.instruct(text)
        except Refused as why:
            self._talk.tell(str(why))

    def _corrected(self, text: str) -> None:
        try:
            self._guest.correct(text)
        except Refused as why:
            self._talk.tell(str(why))

    def _takes(self, goal: Any) -> bool:
        """A robot that is at work, held or stopped takes no instruction."""
        return bool(str(goal.instruction).strip()) and self._guest.status()["doing"] == "at rest" and not self._talk.session.ears.latch

    def _begin(self, taken: Taken) -> None:
        self._goal = taken
        self._words.put(lambda: self._carry_out(taken))

    def _carry_out(self, taken: Taken) -> None:
        """Begin a goal, and follow it in a thread of its own."""
        try:
            run = self._guest.instruct(str(taken.goal.instruction))
        except Refused as why:
            return self._end(taken, ABORTED, "refused", str(why))
        if not hasattr(run, "result"):
            return self._end(taken, ABORTED, "stopped", "what was asked for is a stop, and it was heeded")

        def follow() -> None:
            try:
                episode = run.result()
            except Exception as error:
                return self._end(taken, ABORTED, "failed", f"the run broke off: {type(error).__name__}: {error}")
            self._talk.wait(5.0)  # what it says at its end is told first
            verdict = episode.verdict.value if episode.verdict else ""
            status = SUCCEEDED if verdict == "succeeded" else CANCELED if taken.status == CANCELING else ABORTED
            self._end(taken, status, verdict, str(episode.reason), str(episode.folder or ""))

        threading.Thread(target=follow, name="ros2-node-run", daemon=True).start()

    def _end(self, taken: Taken, status: int, verdict: str, reason: str, folder: str = "") -> None:
        self._goal = None if self._goal is taken else self._goal
        made = self._transport.make(f"{RUN}_Result", success=status == SUCCEEDED, verdict=verdict, reason=reason, folder=folder)
        taken.finish(status, made)

    def _stop(self, taken: Taken) -> None:
        """The goal was cancelled: the robot holds, and gives the instruction up."""
        self._talk.session.ears.hear("cancel", person=False)

    def _text(self, text: str) -> Any:
        return self._transport.make(TEXT, data=text)

    def _line(self, line: Line) -> None:
        if line.who != "robot" or self._ended.is_set():
            return
        self._said(self._text(line.text))
        if self._goal is not None:
            self._goal.feedback(self._transport.make(f"{RUN}_Feedback", kind=line.kind, text=line.text))

    def _tell(self) -> None:
        """Status where it changed, diagnostics and markers once a second."""
        ticks = 0
        while not self._ended.wait(PERIOD):
            try:
                self._look(slow=ticks % SLOW == 0)
            except LinkLost:
                return
            except Exception as error:  # what is told of the robot must not end because one thing could not be told
                LOG.warning("the node could not tell how the robot is: %s: %s", type(error).__name__, error)
            ticks += 1

    def _look(self, slow: bool) -> None:
        now = self._talk.status()
        about = " and ".join(now.running) or now.instruction
        text = ": ".join(t for t in (now.doing, about, now.question or now.why) if t)
        if text != self._last:
            self._last = text
            self._status(self._text(text))
        if slow:
            self._diagnostics(diagnostics(self._transport, now, self._name, self._frame))
            if (scene := self._talk.session.glance().scene) is not None:
                self._markers(markers(self._transport, scene, self._frame))
