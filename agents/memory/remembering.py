"""A memory that never keeps the robot waiting: what is told is written by a thread, what fits a call is looked up before it starts."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from heedful.agents.memory.bounds import admitted
from heedful.agents.memory.rules import here, noted
from heedful.agents.memory.scope import bound, fits, may_be_alike, spoken
from heedful.agents.memory.store import Entry, Store, UnreadableMemory
from heedful.types import Circumstance, Correction, Recollection, Scene

LOG = logging.getLogger(__name__)
DOUBTED = 0.45
"""An offset or a fact that came off less often than this is not applied any more; a preference is a person's to take back."""
PROPOSED = 3
"""Memories that are merely alike, given back beside those that fit, at most."""
PATIENCE = 2.0
"""How long `recall` waits for what was told before it [s]."""


class Remembering:
    """A `Memory` in a file.

    Args:
      store: Where it is kept.
      notice: Told in a sentence, once, when the file cannot be used; the robot goes on without its memory.
    """

    def __init__(self, store: Store, notice: Callable[[str], None] | None = None) -> None:
        self.store = store
        self._notice = notice or LOG.warning
        self._complained = False
        self._work: queue.Queue[Callable[[], object] | None] = queue.Queue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def tell(self, correction: Correction, context: Circumstance) -> Recollection | None:
        """Keep a preference, a nudge's offset or a lasting fact; None for what is not kept, or may never be applied."""
        note = noted(correction, context)
        if note is None or isinstance(admitted(note.rule), str):
            return None
        now = time.time()
        self._later(lambda: self.store.put(note, correction.text, context.episode, context.call, now))
        rule = here(note.rule, context.bindings, context.scene) or note.rule
        return Recollection("", note.kind, rule, correction.text, now, note.scope, context.episode)

    def recall(self, skill: str, bindings: Mapping[str, Any], scene: Scene | None) -> list[Recollection]:
        """What bears on a call: what fits exactly, the narrowest scope first and the newest of these; then what is alike."""
        self.flush(PATIENCE)
        try:
            entries = [e for e in self.store.all() if e.kind == "preference" or (e.confidence >= DOUBTED and e.agreed)]
        except UnreadableMemory as error:
            self._complain(error)
            return []
        things = bound(bindings, scene)
        exact = [e for e in entries if fits(e.scope, skill, things)]
        exact.sort(key=lambda e: (-_narrow(e.scope), -e.told))
        alike = self._alike([e for e in entries if e not in exact and may_be_alike(e.scope, skill)], spoken(things))
        found = [_recollection(e, 1.0, bindings, scene) for e in exact] + [_recollection(e, m, bindings, scene) for e, m in alike]
        return [r for r in found if r is not None]

    def used(self, recollection: Recollection, worked: bool | None = None) -> None:
        """It was applied (`worked` None), and later whether what it was applied to came off."""
        if recollection.id:
            self._later(lambda: self.store.count(recollection.id, worked))

    def forget(self, *ids: str) -> list[Entry]:
        """Drop entries. Raises ValueError for an id that names none."""
        self.flush(PATIENCE)
        return self.store.forget(ids)

    def flush(self, timeout: float = 5.0) -> bool:
        """Wait until what was told is on disk, at most `timeout` [s]; whether it is."""
        if self._thread is None:
            return True
        done = threading.Event()
        self._work.put(done.set)
        return done.wait(timeout)

    def close(self) -> None:
        """Write what is left, and end. Closing twice is harmless."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._work.put(None)
            thread.join()

    def _alike(self, entries: Sequence[Entry], said: Sequence[str]) -> list[tuple[Entry, float]]:
        if not entries or not said:
            return []
        likeness = self.store.likeness
        scores = (self.store.vectors(entries) @ likeness.vectors(said).T).max(axis=1)
        order = [int(i) for i in np.argsort(-scores, kind="stable")[:PROPOSED]]
        return [(entries[i], min(float(scores[i]), 0.99)) for i in order if scores[i] >= likeness.alike]

    def _later(self, work: Callable[[], object]) -> None:
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._write, name="heedful-memory", daemon=True)
                self._thread.start()
        self._work.put(work)

    def _write(self) -> None:
        while (work := self._work.get()) is not None:
            try:
                work()
            except Exception as error:  # a full disk must not stop the robot; it is told once
                self._complain(error)

    def _complain(self, error: Exception) -> None:
        if not self._complained:
            self._complained = True
            self._notice(f"{error}; the robot goes on without its memory")


def _narrow(scope: str) -> int:
    """How much a scope asks for: one thing more than its kind, a kind more than a skill, all of them more than nothing."""
    weight = {"object": 4, "category": 2, "skill": 1}
    return sum(weight.get(part.partition(":")[0], 0) for part in scope.split("+"))


def _recollection(entry: Entry, match: float, bindings: Mapping[str, Any], scene: Scene | None) -> Recollection | None:
    """An entry as it bears on this call; None where it may not be applied, or its object is not seen."""
    rule = admitted(entry.rule)
    now = None if isinstance(rule, str) else here(rule, bindings, scene)
    if now is None:
        return None
    return Recollection(
        entry.id, entry.kind, now, entry.utterance, entry.told, entry.scope, entry.episode, round(entry.confidence, 3), entry.uses, match
    )
