"""`Session`: the front door. A robot in a world that runs instructions, heeds what is said meanwhile, and tells why."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any

from heedful.clock import Mode
from heedful.directions import Standpoint
from heedful.explaining import explain
from heedful.heeding import EDITS
from heedful.idling import at_rest
from heedful.latch import HELD
from heedful.loop import Budget
from heedful.reading import KEEP
from heedful.runs import RunEpisode
from heedful.types import Correction, Observation
from heedful.undertaking import Undertaking

SIGNS = 0.5
"""How often who waits for a run gives a sign of life [s]."""


class Session(Undertaking):
    """A robot in a world, ready to be told what to do.

    Args:
      robot: A name (`heedful list robots`), a path of YAML or Python, a RobotDescription, or a live Robot; of no account in a world that
        brings its own body.
      world: A name, a path, a callable taking the robot's description, or None for a live robot.
      planner: A name, a path, a callable taking the skill library, or a Planner.
      language: A name, a path, settings, or a LanguageModel; `embedded` asks none.
      perception: A name, a callable taking the world, or a Perceiver.
      safety: A name, or SafetyLimits.
      skills: Further skills: Skill objects, modules, or paths of Python files.
      mode: `realtime` waits for nobody; `fast` runs simulated time as quickly as it goes, the same in every run.
      seed: Of the world's arrangement.
      task: A task of the world's suite to set the scene for.
      out: Folder for recorded runs; None records nothing.
      budget: When to give up.
      dataset: A LeRobotDataset that each recorded run is appended to when it ends; None for none.
      memory: What people told the robot before, and where what they tell it now is kept: a Memory, a path, `user` or `off`.
      interactive: Whether somebody is there to answer: a question then waits for the next `say`; without, it ends the run.
      standpoint: Where the person is and looks; it may be changed while the robot works.
      attended: Whether the robot moves only while a front of a person's gives signs of life; by default where the robot is a real one.
      confirm: Puts a question (a sentence, and the word to be typed) to a person and waits for the answer; without it nothing begins
        that is new to a robot that `heedful setup` set up.
      config: Further settings to record with each run, such as the words of the command line.
    """

    def __init__(
        self, robot: Any = "panda", world: Any = "tabletop", planner: Any = "symbolic", perception: Any = "state", safety: Any = "default",
        skills: Iterable[Any] = (), mode: Mode = "realtime", seed: int = 0, task: Any = None, out: str | Path | None = "runs",
        budget: Budget | None = None, config: Mapping[str, Any] | None = None, language: Any = "embedded",
        memory: Any = "off", dataset: str | Path | None = None, interactive: bool = False, standpoint: Standpoint = Standpoint(),
        attended: bool | None = None,
        confirm: Callable[[str, str], bool] | None = None,
    ) -> None:  # fmt: skip
        if dataset is not None and out is None:
            raise ValueError("a dataset is made of recorded runs, and out=None records none: name a folder for them")
        self._closed = False
        self._lock = threading.Lock()
        super().__init__(
            robot=robot, world=world, planner=planner, perception=perception, safety=safety, skills=skills, mode=mode, seed=seed, task=task,
            config=config, language=language, memory=memory, attended=attended, confirm=confirm,
            out=out, dataset=dataset, budget=budget, interactive=interactive, standpoint=standpoint,
        )  # fmt: skip

    def __enter__(self) -> Session:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def reset(self, seed: int, task: Any = None) -> None:
        """A new arrangement of the simulated world; what the skills have learned of themselves stays."""
        if self._run is not None and self._run.running:
            raise RuntimeError("the robot is at work; wait for the run, or abort() it, before a reset")
        self.seed = seed
        self.world.reset(seed, task)
        self._bare = self.world.robot
        self._embody()

    def run(self, instruction: str, wait: bool = True, person: bool = True) -> Any:
        """Carry out an instruction. Returns the finished episode, or with `wait=False` a Run whose `result()` is it.

        A keyboard interrupt while waiting is HALT: the robot holds, and `resume()` or `abort()` decide.
        Raises RuntimeError while another instruction is under way, and where a program gives one to a robot that is held.

        Args:
          instruction: The words.
          wait: Whether to wait for the verdict.
          person: Whether a person gives it, which lets a robot go on that was told to hold. A program cannot.
        """
        if self._closed:
            raise RuntimeError("the session is closed; open another Session")
        with self._lock:
            if self._run is not None and self._run.running:
                raise RuntimeError(f"the robot is busy with {self._run.episode.instruction!r}; say(…) corrects it, abort() ends it")
            if not person and self.ears.latch:
                raise RuntimeError(HELD)
            words = str(instruction).encode(errors="replace").decode()  # half characters, as a broken terminal sends them
            run = self._begin(RunEpisode(words), person)
        if not wait:
            return run
        try:
            while not run.wait(SIGNS if self.attendance is not None else None):
                self.attend()  # who waits here can stop it by a key
            return run.result()
        except KeyboardInterrupt:
            self.halt()
            raise

    def say(self, text: str | Correction, timeout: float = 2.0, person: bool = True) -> Correction:
        """Say something to the robot. Returns what it was taken to mean, with the latency until a command heeded it.

        An edit of the plan is waited for until it is known what came of it. At rest the robot answers questions, remembers rules,
        and undoes what the last run did.

        Args:
          text: The words, or a correction that a front made itself.
          timeout: Longest wait [s].
          person: Whether a person says it; what a program says never lets a robot go on that was told to hold.
        """
        heard = self.ears.hear(text, person=person)
        if not self.ears.listening and not self._closed:
            return self._at_rest(heard.correction, person)
        if heard.taken.wait(timeout) and {p.kind for p in (heard.correction.parts or (heard.correction,))} & EDITS:
            heard.settled.wait(timeout)
        return heard.correction

    def _at_rest(self, correction: Correction, person: bool) -> Correction:
        """What is said while nothing is under way; an undo begins a run of its own."""
        last = self._run.episode if self._run is not None else None
        if correction.kind == KEEP:
            return replace(correction, reply=self.keep(str(correction.effect["name"])))
        told = at_rest(correction, last, self._looked, self.skills, self.robot.parts, self.memory)
        if isinstance(told, str):
            return replace(correction, reply=told)
        if not person and self.ears.latch:
            return replace(correction, reply=HELD)
        with self._lock:
            if self._run is None or not self._run.running:
                self._begin(RunEpisode(correction.text or "undo", told.program, told.sentence), person)
        return replace(correction, reply=told.sentence)

    def undo(self) -> Correction:
        """Take back the last thing done, or said."""
        return self.say(Correction("undo that", "undo", {"scope": "last"}))

    def halt(self) -> Correction:
        """Hold at once; resumable."""
        return self.say("stop")

    def resume(self) -> Correction:
        """Let a held robot go on; what comes next is planned from what is seen."""
        return self.say("go on")

    def abort(self, wait: float = 5.0) -> None:
        """Give up the instruction under way, and wait at most `wait` [s] for the robot to be held."""
        self.ears.hear("cancel")
        if self._run is not None:
            self._run.wait(wait)

    def reset_stop(self) -> None:
        """Lift a protective stop. A person's deliberate act; no words reach it."""
        self.robot.reset_stop()

    def explain(self, instruction: str) -> dict[str, Any]:
        """How an instruction is understood, the plan, and what each candidate skill can, without moving."""
        if self.language is not None:
            self.language.begin()
        told = explain(instruction, self.planner, self.skills, self.glance())
        return {**told, "notices": list(self.language.notices) if self.language is not None else []}

    def glance(self) -> Observation:
        """What is seen: while something is under way, what its control loop saw last, which may be no scene yet; else what is there now."""
        control, run = self._control, self._run
        if control is not None and run is not None and run.running:
            return getattr(control, "obs", None) or Observation(0.0, {})
        seen = self._bare.observe()
        return Observation(seen.time, seen.parts, self._looked(), body=self.body)

    def close(self) -> None:
        """Hold the robot and let go of the world. Closing twice is harmless."""
        if self._closed:
            return
        self._closed = True
        if self._run is not None and self._run.running:
            self.abort()
        self.robot.hold()
        self.events.flush()
        self._let_go()
