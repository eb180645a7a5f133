"""One instruction after the other, carried out: a control loop and an executive for each, recorded, in a thread of its own."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from heedful.bus import Ears
from heedful.control import ControlLoop
from heedful.directions import Standpoint
from heedful.episode import Episode
from heedful.events import Events
from heedful.fitted import Fitted
from heedful.geometry import Array
from heedful.loop import Budget, Executive
from heedful.predicates import evaluate
from heedful.recalling import Recalling
from heedful.recording.writer import RunWriter
from heedful.runs import Run, RunEpisode
from heedful.skills.rewards.record import Record
from heedful.ticking import Tick
from heedful.tracing import appended, head, recorder, state, told_to
from heedful.types import SkillCall


class Undertaking(Fitted):
    """Carries one instruction out after the other, records each, and knows the one under way. `Session` tells what is given."""

    def __init__(
        self, *, out: str | Path | None, dataset: str | Path | None, budget: Budget | None, interactive: bool, standpoint: Standpoint,
        **given: Any,
    ) -> None:  # fmt: skip
        self.out, self.budget = out, budget or Budget()
        self.folder: Path | None = None
        self.dataset = Path(dataset).expanduser() if dataset is not None else None
        self.ears, self.events = Ears(), Events()
        self.interactive, self._standpoint = interactive, standpoint
        self._run: Run | None = None
        self._control: ControlLoop | None = None
        self._watching: list[Callable[[Tick], None]] = []
        self._scripted = False
        super().__init__(preview=self._preview, **given)

    def _begin(self, episode: RunEpisode, person: bool) -> Run:
        if person:
            self.ears.latch.free(time.perf_counter())
            self.attend()
        self.ears.listening = True  # from now on, not from whenever the thread gets to it
        self._run = Run(episode, partial(self._carry_out, person=person), self.ears.stop_listening)
        return self._run

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
    def under_way(self) -> Run | None:
        """The last run that was begun, by an instruction or by an undo; it may have ended."""
        return self._run

    def keep(self, name: str) -> str:
        """Keep the reward that is followed, or was last, under a name, as a skill of this and later sessions; told in a sentence."""
        words = self._run.episode.instruction if self._run is not None else name
        return self.shelf.keep(name, words) if self.shelf is not None else "no reward can be followed here, so none can be kept"

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
