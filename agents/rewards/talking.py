"""A dialogue about one reward: requests, corrections, undo, redo and back to the beginning, each giving a new history."""

from __future__ import annotations

from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.hearing import plain
from heedful.agents.corrections.reading import read_correction
from heedful.agents.rewards.editing import Refused, edited
from heedful.agents.rewards.reading import understand
from heedful.skills.rewards import Names, RewardError
from heedful.skills.rewards.history import History

REDO = frozenset({"redo", "redo that", "redo it", "do it again after all", "undo the undo", "put it back as you had it"})


def said(history: History | None, text: str, names: Names) -> History | Refused:
    """The history after something was said.

    Args:
      history: What was followed so far; None: nothing yet, so that the text is a request.
    """
    if history is None:
        found = understand(text, names)
        return Refused(found.sentence, found.candidates) if found.stages is None else History(found.stages)
    try:
        if " ".join(w for w in plain(text) if w not in ("please", "robot", ",")) in REDO:
            return history.redo()
        taken_back = read_correction(text, Dialogue(running_skill="pursue", last=None))
        if taken_back.kind == "undo" and not taken_back.ask:
            return history.first() if taken_back.effect.get("scope") == "all" else history.undo()
    except RewardError as error:
        return Refused(str(error))
    new = edited(history.now, text, names, len(history.now) - 1)
    return new if isinstance(new, Refused) else history.edit(new)
