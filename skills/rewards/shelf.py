"""The rewards that people keep under names: on disk for the next session, and as skills that can be asked for."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from heedful.skills.library import Library
from heedful.skills.rewards.catalogue import Body
from heedful.skills.rewards.following import last
from heedful.skills.rewards.keeping import Kept, load, names_in, reward_skill, save
from heedful.skills.rewards.reward import RewardError
from heedful.types import Twin

FOLDER = "rewards"
"""Beside the memory's file."""


def shelf_of(memory: Any, skills: Library, twin: Twin | None, parts: Mapping[str, Any]) -> Shelf:
    """The shelf that belongs to a memory, and to a robot with such parts."""
    path = getattr(getattr(memory, "store", None), "path", None)
    return Shelf(Path(path).parent / FOLDER if path is not None else None, skills, twin, "legged" if "legs" in parts else "arm")


class Shelf:
    """Rewards kept for one robot.

    Args:
      folder: Where they are; None keeps nothing.
      skills: What the robot can do: kept rewards become skills of it.
      twin: Whose rewards are kept.
      body: The kind of body that it has; rewards for another are left where they are.
    """

    def __init__(self, folder: Path | None, skills: Library, twin: Twin | None, body: Body) -> None:
        self.folder, self.skills, self.twin, self.body = folder, skills, twin, body
        self.notices: list[str] = []
        """What could not be taken in, in sentences."""
        self._own = frozenset(s.name for s in skills)
        for name in names_in(folder) if folder is not None else ():
            try:
                kept = load(folder, name)  # type: ignore[arg-type]
            except RewardError as error:
                self.notices.append(str(error))
                continue
            if kept.body == body and name not in self._own:
                skills.add(reward_skill(kept))

    def keep(self, name: str, words: str, told: threading.Event | None = None) -> str:
        """Keep what is followed now, or was followed last, as people have edited it; what came of it, in a sentence. Writes aside.

        Args:
          name: Its name.
          words: The words that it came of.
          told: Set once it is on disk.
        """
        stages = last(self.twin)
        if stages is None:
            return "there is no reward to keep: none was followed yet"
        if self.folder is None:
            return "nothing is kept here: memory=user keeps what you tell the robot"
        if name in self._own:
            return f"{name} is a skill of its own; keep it under another name"
        kept = Kept(name, words, stages)
        try:
            kept.check()
        except RewardError as error:
            return str(error)
        self.skills.add(reward_skill(kept))
        threading.Thread(target=self._write, args=(kept, told), name="heedful-shelf").start()
        return f"kept as {name}: say 'do {name.replace('_', ' ')}'"

    def _write(self, kept: Kept, told: threading.Event | None) -> None:
        try:
            save(self.folder, kept)  # type: ignore[arg-type]
        except (OSError, RewardError) as error:
            self.notices.append(f"{kept.name} is kept for this session only: {error}")
        if told is not None:
            told.set()
