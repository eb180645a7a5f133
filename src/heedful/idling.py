"""What is said to a robot at rest: questions about what it did, rules to remember, and undoing the last run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import SimpleNamespace

from heedful.agents.corrections.greeting import greets
from heedful.bus import IDLE, TALK, resumes
from heedful.edits import Refused, Unsure, edited
from heedful.edits.names import names
from heedful.edits.setting import Setting
from heedful.edits.telling import told
from heedful.episode import Episode, Understanding, Verdict
from heedful.program import Seq
from heedful.skills import Library
from heedful.types import Circumstance, Correction, Memory, PartSpec, Scene

ENDED = {
    Verdict.UNVERIFIED: "could not be verified", Verdict.REFUSED: "was refused", Verdict.NOT_UNDERSTOOD: "was not understood",
    Verdict.NEEDS_CLARIFICATION: "was not clear", Verdict.INTERRUPTED: "was interrupted", Verdict.TIMEOUT: "took too long",
}  # fmt: skip
"""How a run ended, after `it`, where the verdict itself does not say it."""
NOTHING = "nothing that I know"


def at_rest(
    correction: Correction, last: Episode | None, see: Callable[[], Scene], skills: Library, parts: Mapping[str, PartSpec],
    memory: Memory | None,
) -> str | Understanding:  # fmt: skip
    """The answer, or for an undo the program that restores what the last run changed.

    Args:
      last: The last run's episode; None before the first.
      see: Looks at the scene.
      skills: What the robot can do.
      parts: Its body's.
      memory: Where rules are kept.
    """
    if greets(correction.text):
        return f"hello; I see {movable(see())}: say what to do, and while I work 'stop', 'slower' or 'what are you doing'"
    match correction.kind:
        case "preference":
            kept = memory.tell(correction, Circumstance()) if memory is not None else None
            return f"remembered for {kept.scope.replace(':', ' ')}" if kept is not None else "I have no memory here to keep that in"
        case "praise":
            return "thank you" if correction.effect.get("value") == "good" else "I am sorry; say what to do instead"
        case "query" if last is not None:
            doing = SimpleNamespace(library=skills, speed=1.0, seconds=0.0, held="")
            if correction.effect.get("about") in ("activity", "state", "plan"):
                return f"nothing; last I was asked “{last.instruction}”, and it {_ended(last)}"
            return told(correction, last, see(), None, (), doing)
        case "undo" if last is not None:
            return _undone(correction, last, see(), skills, parts)
    return correction.reply if correction.kind in TALK or resumes(correction) else IDLE


def movable(scene: Scene | None) -> str:
    """What can be moved, in words."""
    return ", ".join(n for n, i in names(scene).items() if not scene.objects[i].fixed) or NOTHING if scene is not None else NOTHING


def _ended(last: Episode) -> str:
    if last.verdict is None:
        return "is under way"
    return f"{ENDED.get(last.verdict, last.verdict.value)}: {last.reason}"


def _undone(correction: Correction, last: Episode, scene: Scene, skills: Library, parts: Mapping[str, PartSpec]) -> str | Understanding:
    draft = last.draft()
    draft.amended.clear()
    try:
        edit = edited(correction, draft, Setting(scene, skills, names(scene), None, parts))
    except (Refused, Unsure) as why:
        return f"I cannot: {why}"
    left = tuple((draft.steps or [])[draft.achieved : draft.achieved + 1])
    return Understanding(Seq(left), sentence=edit.sentence)
