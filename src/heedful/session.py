"""`Session`: the front door. A robot in a world that runs instructions, heeds what is said meanwhile, and tells why."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

from heedful.agents.language.opening import open_language
from heedful.agents.memory import open_memory
from heedful.agents.planner.assisted import planning
from heedful.bus import Ears
from heedful.clock import Mode
from heedful.config import load, name_of, recorded
from heedful.control import ControlLoop
from heedful.directions import Standpoint
from heedful.episode import Episode, Planner
from heedful.events import Events
from heedful.explaining import explain
from heedful.geometry import Array
from heedful.hardware.attendance import Attendance
from heedful.hardware.body import RobotBody
from heedful.hardware.guarded import GuardedRobot
from heedful.hardware.limits import SafetyLimits
from heedful.heeding import EDITS
from heedful.idling import at_rest
from heedful.latch import HELD
from heedful.loop import Budget, Executive
from heedful.outfitting import library, outfitted, perceiver
from heedful.permitting import Permits
from heedful.predicates import evaluate
from heedful.reading import KEEP
from heedful.recalling import Recalling
from heedful.recording.writer import RunWriter
from heedful.runs import Run, RunEpisode
from heedful.skills.rewards.record import Record
from heedful.skills.rewards.shelf import shelf_of
from heedful.ticking import Tick
from heedful.tracing import appended, head, recorder, state, told_to
from heedful.types import Correction, Memory, Observation, Perceiver, Robot, Scene, SkillCall, Twin

SIGNS = 0.5
"""How often who waits for a run gives a sign of life [s]."""


class Session:
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
        self.mode, self.seed, self.out, self.budget = mode, seed, out, budget or Budget()
        self.folder: Path | None = None
        self.dataset = Path(dataset).expanduser() if dataset is not None else None
        if self.dataset is not None and out is None:
            raise ValueError("a dataset is made of recorded runs, and out=None records none: name a folder for them")
        given = dict(robot=robot, world=world, planner=planner, perception=perception, safety=safety, language=language)
        self.names = {k: name_of(v) for k, v in given.items()}
        """What is at work, by group; where a world brings its own body or planner, that and not what was asked for."""
        skills = [skills] if isinstance(skills, str) else list(skills)
        self.config = {k: recorded(v) for k, v in {**given, "skills": skills}.items()} | {"mode": mode, **(config or {})}
        """What each run is recorded with, so that its world can be built again."""
        self.ears, self.events = Ears(), Events()
        self.interactive, self._standpoint = interactive, standpoint
        self.memory: Memory | None = open_memory(memory)
        self._run: Run | None = None
        self._control: ControlLoop | None = None
        self._watching: list[Callable[[Tick], None]] = []
        self._scripted = False
        self._closed = False
        self._lock = threading.Lock()
        self.language = open_language(load("language", language))
        made = outfitted(robot, world, mode, seed, task)
        self.world, self.description = made.world, made.description
        self._permits = Permits(made.commission, confirm, self._preview)
        self._bare: Robot = made.robot
        self.attendance = Attendance() if (getattr(made.robot, "real", False) if attended is None else attended) else None
        """The operator's heartbeat, where the robot asks for one."""
        self.body: RobotBody | None = None
        self._limits = load("safety", safety)
        self._twin: Twin | None = self.world if hasattr(self.world, "place") else None
        self._embody()
        self.skills = library(self.world, self.robot.parts, skills)
        self.shelf = shelf_of(self.memory, self.skills, self._twin, self.robot.parts) if "pursue" in self.skills else None
        """The rewards that are kept under names; None where none is followed."""
        plans = getattr(self.world, "planner", planner) if planner == "symbolic" else planner
        self.names["planner"] = name_of(plans)
        self.planner: Planner = planning(load("planner", plans), self.skills, self.language)
        self.perceiver: Perceiver = perceiver(perception, self.world)

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

    def _embody(self) -> None:
        """Know the robot's geometry, which a world that brings its own body may change with its scene, and guard it."""
        self.description = getattr(self.world, "description", None) or self.description
        if getattr(self.world, "own_body", False):
            self.names["robot"] = self._bare.name
        if self.description is not None and (self.body is None or self.body.description is not self.description):
            self.body = RobotBody(self.description)
        limits = self._limits
        if self._permits.speed < 1:
            limits = (limits or SafetyLimits()).tightened(speed=self._permits.speed)
        self.robot = GuardedRobot(self._bare, self.description, self.body, limits, self.attendance)

    def attend(self) -> None:
        """A front gives a sign of life: a person is there, and can stop the robot through it. From any thread, several times a second."""
        if self.attendance is not None:
            self.attendance.sign()

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

    def _begin(self, episode: RunEpisode, person: bool) -> Run:
        if person:
            self.ears.latch.free(time.perf_counter())
            self.attend()
        self.ears.listening = True  # from now on, not from whenever the thread gets to it
        self._run = Run(episode, partial(self._carry_out, person=person), self.ears.stop_listening)
        return self._run

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

    def watch(self, on_tick: Callable[[Tick], None], scripted: bool = False) -> None:
        """Call `on_tick` with every tick from the next run on, within the control loop: it must return at once.

        Args:
          on_tick: Told of each tick.
          scripted: Whether it speaks to the robot in simulated time: in `fast` mode a held robot then does not wait in real time.
        """
        self._watching.append(on_tick)
        self._scripted = self._scripted or scripted

    @property
    def standpoint(self) -> Standpoint:
        """Where the person is and looks; what is said from now on is meant from there, also while the robot works."""
        return self._standpoint

    @standpoint.setter
    def standpoint(self, where: Standpoint) -> None:
        self._standpoint = where
        if (control := self._control) is not None:
            control.heed.adjusting.standpoint = where

    @property
    def shift(self) -> Array:
        """By how much people want the target of the call under way displaced, all in all [m, world]; nothing at rest."""
        control = self._control
        return control.heed.adjusting.offset if control is not None and self.ears.listening else np.zeros(3)

    @property
    def twin(self) -> Twin | None:
        """What motion is planned with here; None where there is no such model."""
        return self._twin

    @property
    def under_way(self) -> Run | None:
        """The last run that was begun, by an instruction or by an undo; it may have ended."""
        return self._run

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

    def keep(self, name: str) -> str:
        """Keep the reward that is followed, or was last, under a name, as a skill of this and later sessions; told in a sentence."""
        words = self._run.episode.instruction if self._run is not None else name
        return self.shelf.keep(name, words) if self.shelf is not None else "no reward can be followed here, so none can be kept"

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

    def _looked(self) -> Scene:
        """What is seen now, while nothing is under way."""
        return self.perceiver.perceive(self.perceiver.snapshot(self._bare.observe()))

    def close(self) -> None:
        """Hold the robot and let go of the world. Closing twice is harmless."""
        if self._closed:
            return
        self._closed = True
        if self._run is not None and self._run.running:
            self.abort()
        self.robot.hold()
        self.events.flush()
        self._bare.close()
        if self.world is not None:
            self.world.close()
        if self.language is not None:
            self.language.close()
        if self.memory is not None:
            self.memory.close()

    def _carry_out(self, episode: RunEpisode, person: bool = True) -> None:
        """In the run's thread: from the instruction to a verdict, recorded from the state it starts from to the one it ends in."""
        writer = RunWriter(self.out, self._head(episode)) if self.out is not None else None
        self.folder = episode.folder = writer.folder if writer else None
        terms = Record(self._twin)
        fixtures = self.world.fixtures() if self.world is not None else ()
        control = self._control = ControlLoop(
            self.robot, self.perceiver, self.ears, self.events, self.body.among(fixtures) if self.body else None, self.mode,
            twin=self._twin, fixtures=fixtures,
            on_tick=told_to([*([recorder(self.world, writer, episode), terms.tick] if writer else []), *self._watching]),
            slow=self._permits.speed, on_stale=self.language.cancel if self.language else None, in_person=not self._scripted, person=person,
        )  # fmt: skip
        if self.language is not None:
            self.language.begin(lambda sentence: self._notice(episode, sentence))
        try:
            self._control, control.heed.second.model = control, self.language
            control.heed.adjusting.standpoint, control.heed.keep = self.standpoint, self.keep
            recalling = Recalling(self.memory, lambda sentence: self._notice(episode, sentence), str(self.folder or ""))
            Executive(control, self.planner, self.skills, self.budget, recalling, self.interactive, self._permits).carry_out(episode)
            if self.world is not None and episode.goal is not None:
                episode.truth = evaluate(episode.goal, self.world.scene())
        finally:
            if self.language is not None:
                episode.language = self.language.report()
            for sentence in getattr(self._bare, "unsent", list)():
                self._notice(episode, sentence)
            if writer:
                with contextlib.suppress(Exception):  # a drawing that is missing is no reason to lose the run
                    terms.write(writer.folder)
                writer.close({**episode.to_json(), "final": state(self.world)})
                self._append(episode, writer.folder)

    def _preview(self, call: SkillCall) -> str:
        """Where a call leads the hand, as far as is known before it begins."""
        scene = getattr(getattr(self._control, "obs", None), "scene", None)
        things = [scene.objects[str(v)] for v in call.kwargs.values() if str(v) in scene.objects] if scene is not None else []
        if not things or self._control is None:
            return ""
        x, y, z = self._control.tool
        places = ", then ".join("{} at ({:.2f}, {:.2f}, {:.2f}) m".format(t.id, *t.pose.pos) for t in things)
        return f"Its hand goes from ({x:.2f}, {y:.2f}, {z:.2f}) to {places}, at {100 * self._permits.pace([call]):.0f} % of its speed."

    def _append(self, episode: RunEpisode, folder: Path) -> None:
        """Make the run an episode of the dataset."""
        for sentence in appended(self.dataset, folder) if self.dataset is not None else ():
            self._notice(episode, sentence)

    def _notice(self, episode: Episode, sentence: str) -> None:
        episode.notices.append(sentence)
        self.events.emit("notice", sentence=sentence)

    def _head(self, episode: Episode) -> Mapping[str, Any]:
        told = {"instruction": episode.instruction, **self.names, "seed": self.seed, "mode": self.mode, "config": self.config}
        parts = {name: {"kind": spec.kind, "joints": spec.joints} for name, spec in self.robot.parts.items()}
        return {**told, "parts": parts, **head(self.world, self.robot.holding)}


__all__ = ["Run", "RunEpisode", "Session"]
