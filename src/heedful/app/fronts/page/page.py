"""`open_page`: a conversation in the browser. Whatever the page does, the control loop does not wait for it."""

from __future__ import annotations

import queue
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from heedful.agents.corrections import is_halt
from heedful.app.fronts.conversation import Conversation
from heedful.app.fronts.page.board import Board
from heedful.app.fronts.page.chips import Moment, chips, ideas
from heedful.app.fronts.page.door import Door, Message, Tab
from heedful.app.fronts.page.guard import Guard, is_loopback
from heedful.app.fronts.page.pictures import Pictures
from heedful.app.fronts.page.steering import Steering, correction
from heedful.app.fronts.page.view import View
from heedful.app.fronts.page.watching import Watch
from heedful.app.fronts.transcript import Line
from heedful.types import Correction

PORT, FRONT = 8765, "page"
FRAME, STATUS, PICTURE = 0.05, 0.1, 0.35
"""Periods of the 3-D view, of what stands beside it, and of one camera's picture [s]."""
WAITING = 32
"""Sentences that may wait to be taken in; STOP never waits."""
FULL = "too much was said at once; say that again in a moment"


def open_page(conversation: Conversation, host: str = "127.0.0.1", port: int = PORT, token: str | None = None) -> Page:
    """Serve a conversation to browsers until the page is closed. Returns at once.

    Args:
      conversation: What is watched and said; other fronts may hold it at the same time.
      host: Where to listen. Other than this machine itself it asks for a token.
      port: On which port; 0 takes one that is free.
      token: What a browser must show; None makes one where one is needed.

    Raises ImportError where viser is not installed, OSError where the port is taken, ValueError for a token that is soon guessed.
    """
    return Page(conversation, Guard.of(host, token), host, port)


class Page:
    """An open page."""

    def __init__(self, conversation: Conversation, guard: Guard, host: str, port: int) -> None:
        self.conversation, self.guard, self._host = conversation, guard, host
        session = conversation.session
        self._session = session
        self.watch, self.board = Watch(session), Board(session)
        self.steering = Steering(session)
        self.view = View(session, self.watch, self.steering.paths)
        self.view.update(time.monotonic())  # before anybody looks: a browser takes in a whole scene sooner than one that comes bit by bit
        self.pictures = Pictures(session, self.watch)
        self._ideas: tuple[Any, list[str]] = (None, [])
        self._runs = 0
        self._said: queue.Queue[tuple[str | Correction, float | None] | None] = queue.Queue(WAITING)
        self._closed = threading.Event()
        try:
            self.door = Door(guard, host, port, self._told, self._hello, (self.view.port, self.view.secret))
        except BaseException:
            self.pictures.close()
            self.view.close()
            raise
        conversation.subscribe(self._line)
        self._threads = [self._thread(self._listen), self._thread(self._show), self._thread(self._look)]

    @property
    def port(self) -> int:
        return self.door.port

    @property
    def url(self) -> str:
        """To be opened in a browser on this machine."""
        host = self._host if self._host not in ("", "0.0.0.0", "::") else "127.0.0.1"
        shown = f"?token={self.guard.token}" if self.guard.token else ""
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/{shown}"

    @property
    def how(self) -> list[str]:
        """How to get there, in lines to be printed."""
        lines = [f"page: {self.url}"]
        if is_loopback(self._host):
            lines.append(
                f"from elsewhere: ssh -L {self.port}:127.0.0.1:{self.port} {socket.gethostname()}, then open http://127.0.0.1:{self.port}/"
            )
        else:
            lines.append("who has the token commands the robot, and nothing is encrypted: through ssh -L it would be")
        return lines

    def close(self) -> None:
        """Close the page; the conversation goes on. Closing twice is harmless."""
        if self._closed.is_set():
            return
        self._closed.set()
        self.door.close()
        self._said.put(None)
        for thread in self._threads:
            thread.join(5.0)
        self.pictures.close()
        self.view.close()

    def __enter__(self) -> Page:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _thread(self, work: Callable[[], None]) -> threading.Thread:
        thread = threading.Thread(target=work, name=f"heedful-page-{work.__name__.strip('_')}", daemon=True)
        thread.start()
        return thread

    def _told(self, tab: Tab, message: Message) -> None:
        """In the door's thread. What a tab sends is a sign of life, words, or one of two buttons that are no words."""
        self._session.attend()
        if message.get("stop") is True:
            return self.conversation.stop(FRONT)
        if message.get("reset") is True:
            return self._session.reset_stop()
        if "set" in message:
            return self._steered(message["set"])
        text = message.get("say")
        if not isinstance(text, str):
            return
        if is_halt(text):
            return self.conversation.say(text, FRONT)
        try:
            self._said.put_nowait((text, tab.azimuth))
        except queue.Full:
            self._notice(FULL)

    def _steered(self, given: Any) -> None:
        """A slider was moved: it waits its turn among the words."""
        found = correction(given)
        if found is None:
            return
        try:
            self._said.put_nowait((found, None))
        except queue.Full:
            self._notice(FULL)

    def _listen(self) -> None:
        """Words on their way to the conversation, in order: reading them may take longer than STOP may wait."""
        while (said := self._said.get()) is not None:
            text, azimuth = said
            if azimuth is not None:
                self._session.standpoint = replace(self._session.standpoint, azimuth=azimuth)
            try:
                if isinstance(text, str):
                    self.conversation.say(text, FRONT)
                else:
                    self.conversation.steer(text, FRONT)
            except Exception as error:
                self._notice(f"that could not be taken in: {type(error).__name__}: {error}")

    def _line(self, line: Line) -> None:
        """A line of the conversation."""
        if line.kind == "verdict":
            self._runs += 1
        if line.kind == "correction" and self._session.shift.any():
            self.view.say(line.text.partition("  (")[0])
        self.door.line({"line": _plain(line)})

    def _hello(self, tab: Tab) -> list[Message]:
        names = self._session.names
        about: Message = {
            "robot": str(self._session.robot.name or "robot"), "world": str(names.get("world") or ""), "cameras": self.pictures.names,
            "without": {"view": self.view.why_not, "cameras": self.pictures.why_not},
            "view": "" if self.view.why_not else f"/view/{self.guard.view}/{tab.number}/",
        }  # fmt: skip
        return [{"hello": about}, *({"line": _plain(line)} for line in list(self.conversation.lines)), {"status": self._status()},
                *filter(None, [self.steering.sliders(fresh=True)])]  # fmt: skip

    def _status(self) -> Message:
        status, session = self.conversation.status(), self._session
        glance = self.watch.glance()
        moment = Moment(
            status.doing, session.ears.dialogue, status.choices, bool(status.question), glance.speed if glance is not None else 1.0,
            bool(session.shift.any()), self.board.corrected, self._runs > 0,
        )  # fmt: skip
        told = {"doing": status.doing, "instruction": status.instruction, "question": status.question, "why": status.why}
        return {**told, "speed": moment.speed, "chips": chips(moment, self._ideas[1]), "plan": self.board.told()}

    def _think(self) -> None:
        """What takes some milliseconds, and never in the loop: scores, and what could be asked for here."""
        glance = self.watch.glance()
        scene = glance.scene if glance is not None else None
        self.board.score(scene)
        world = self._session.world
        at = (getattr(world, "model", None), self._runs)
        if scene is None or self._ideas[0] == at or self._session.ears.listening:
            return
        task = getattr(getattr(world, "instance", None), "instruction", "")
        self._ideas = (at, ideas(scene, lambda words: self._session.planner.understand(words, scene).program is not None, str(task or "")))

    def _show(self) -> None:
        """The 3-D view and what stands beside it, at their own pace."""
        told, at = None, 0.0
        while not self._closed.wait(FRAME):
            if not self.door.watched:
                continue
            now = time.monotonic()
            try:
                self.view.update(now)
                if now - at >= STATUS:
                    at = now
                    self._think()
                    status = self._status()
                    if (sliders := self.steering.sliders()) is not None:
                        self.door.newest("reward", sliders)
                    if (terms := self.steering.terms()) is not None:
                        self.door.newest("terms", terms)
                    if status != told:
                        told = status
                        self.door.newest("status", {"status": status})
            except Exception as error:
                self._complain("the page's view", error)

    def _look(self) -> None:
        """The cameras' pictures, one after the other."""
        turn = 0
        while not self._closed.wait(PICTURE):
            if not self.door.watched or not self.pictures.names:
                continue
            turn = (turn + 1) % len(self.pictures.names)
            try:
                picture = self.pictures.draw(turn)
            except Exception as error:
                self._complain("the cameras' pictures", error)
                return
            if picture is not None:
                self.door.newest(f"camera {turn}", bytes([turn]) + picture)

    def _notice(self, sentence: str) -> None:
        """What only the page has to say."""
        self.door.line({"line": _plain(Line("robot", sentence, "notice", tone="warn"))})

    def _complain(self, what: str, error: Exception) -> None:
        """Say once what is broken; the robot and the words are not."""
        said = f"{what}: {type(error).__name__}: {error}"
        if getattr(self, "_complained", "") != said:
            self._complained = said
            self._notice(said)


def _plain(line: Line) -> Message:
    """A line as the page gets it."""
    return {
        "who": line.who, "text": line.text, "kind": line.kind, "at": round(line.at, 2), "latency_ms": line.latency_ms,
        "tone": line.tone, "front": "" if line.front == FRONT else line.front,
    }  # fmt: skip
