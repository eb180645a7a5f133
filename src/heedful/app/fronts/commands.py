"""What is typed with a colon: commands of the person's own hand, which no language reaches."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from heedful.app.fronts.conversation import Conversation
from heedful.app.options import unknown

if TYPE_CHECKING:
    from heedful.runs import Run

HELP: Mapping[str, str] = {
    ":stop": "HALT: the robot holds (Ctrl-C does it too, at any time; a second one within 2 s gives up the task)",
    ":go": "let a held robot go on",
    ":undo": "take back the last correction, or what the last run did",
    ":why": "the first broken link of the last run",
    ":film": "where the last run is recorded, with its film and report",
    ":scene": "what is seen; `:scene 7` arranges the simulated world anew by seed 7",
    ":reward": "the reward that is followed, or was followed last, whole; `:save NAME` keeps it, and `do NAME` follows it again",
    ":save": "keep that reward under a name, for later sessions, too",
    ":memory": "what you told the robot to remember",
    ":reset": "lift a protective stop: it asks for a word first",
    ":wait": "in scripts: wait until the robot is at rest, or `:wait 2` for at most 2 s",
    ":help": "this",
    ":quit": "leave, the robot held (Ctrl-D does it too)",
}
WORD = "reset"
"""What a person types to lift a protective stop."""
PATIENCE = 5.0
"""How long a run that has its verdict may take to be written down [s]."""
Tell = Callable[[str, str], None]
"""Told a row and its style."""


class Commands:
    """Carries them out on a conversation.

    Args:
      conversation: Whose robot it is.
      tell: Where to say what came of it.
      leave: Ends the front.
      front: Where they are typed.
      by_hand: Whether a person types; a script lifts no protective stop.
      task: What the scene is set for, when it is arranged anew.
      drawing: Whether a folder's film is being drawn.
    """

    def __init__(
        self, conversation: Conversation, tell: Tell, leave: Callable[[], None], front: str = "", by_hand: bool = True,
        task: Any = None, drawing: Callable[[Any], bool] = lambda folder: False,
    ) -> None:  # fmt: skip
        self.conversation, self._tell, self._leave = conversation, tell, leave
        self.front, self.by_hand, self.task, self._drawing = front, by_hand, task, drawing
        self._asked = False

    def take(self, text: str) -> bool:
        """Whether a line was a command, or the word that one asked for; it is carried out then."""
        asked, self._asked = self._asked, False
        if asked:
            self._lift(text)
            return True
        if not text.startswith(":"):
            return False
        name, _, rest = text.partition(" ")
        if name not in HELP:
            self._tell(f"{unknown('command', name, HELP)}", "warn")
        elif rest and name not in (":scene", ":wait", ":save"):
            self._tell(f"{name} takes nothing after it", "warn")
        else:
            getattr(self, f"_{name[1:]}")(rest.strip())
        return True

    def _stop(self, _: str) -> None:
        self.conversation.stop(self.front)

    def _go(self, _: str) -> None:
        self.conversation.say("go on", self.front)

    def _undo(self, _: str) -> None:
        self.conversation.say("undo that", self.front)

    def _ended(self) -> Run | None:
        """The run that ended last; None while one is under way, and before the first."""
        run = self.conversation.last
        if run is None or (run.episode.verdict is None and run.running) or not run.wait(PATIENCE):
            return None
        return run

    def _why(self, _: str) -> None:
        from heedful.app.why import told

        run = self._ended()
        if run is None:
            return self._tell("nothing has ended yet; 'why are you doing that' asks about what is under way", "warn")
        for row in told(run.episode.why()):
            self._tell(row, "plain")

    def _film(self, _: str) -> None:
        run = self._ended()
        if run is None:
            return self._tell("there is none yet: films are drawn when a run has ended", "warn")
        folder = run.episode.folder
        if folder is None:
            return self._tell("nothing is recorded here", "warn")
        self._tell(f"run: {folder}", "plain")
        for name, file in (("film", folder / "episode.mp4"), ("report", folder / "report.html")):
            missing = "it is being drawn" if self._drawing(folder) else "there is none"
            self._tell(f"{name}: {file if file.is_file() else missing}", "plain")

    def _scene(self, rest: str) -> None:
        session = self.conversation.session
        if rest:
            return self._arrange(rest)
        seen = session.glance().scene
        if seen is None:
            return self._tell("nothing is seen yet", "warn")
        from heedful.edits.telling import whereabouts

        within = _within(seen)
        for i in seen.objects:
            self._tell("; ".join([whereabouts(i, seen), *within.get(i, ())]), "plain")

    def _arrange(self, seed: str) -> None:
        session = self.conversation.session
        if not seed.isdecimal():
            return self._tell(f":scene takes a seed, a whole number from 0 on, got {seed!r}", "warn")
        if session.world is None:
            return self._tell("this world is no simulation: arrange it by hand", "warn")
        if session.robot.reason:
            return self._tell("there is a protective stop; lift it first: :reset", "warn")
        try:
            session.reset(int(seed), self.task)
        except (RuntimeError, ValueError) as error:
            return self._tell(str(error), "warn")
        self._tell(f"the world is arranged by seed {seed}: {things(self.conversation)}", "plain")

    def _reward(self, _: str) -> None:
        from heedful.skills.rewards.following import followed, last
        from heedful.skills.rewards.telling import rows, words

        twin = self.conversation.session.twin
        stages, moment = last(twin), followed(twin)
        if stages is None:
            return self._tell("no reward was followed yet", "warn")
        self._tell(words(stages), "plain")
        for row in rows(stages, moment.at if moment is not None else None):
            self._tell(row, "plain")
        for one in moment.terms() if moment is not None else ():
            said = "" if one.said else ", which goes without saying"
            self._tell(f"  now {' of '.join(one.term.key)} is {one.error:.2g} off and costs {one.cost:.2g}{said}", "dim")

    def _save(self, rest: str) -> None:
        if not rest:
            return self._tell("`:save NAME` takes a name", "warn")
        self._tell(self.conversation.session.keep(rest.strip().lower().replace(" ", "_")), "plain")

    def _memory(self, _: str) -> None:
        store = getattr(self.conversation.session.memory, "store", None)
        if store is None:
            return self._tell("nothing is remembered here: memory=user keeps what you tell it", "warn")
        from heedful.agents.memory import UnreadableMemory
        from heedful.app.memory import told

        try:
            entries = store.all()
        except (UnreadableMemory, OSError) as error:
            return self._tell(str(error), "warn")
        for row in [row for entry in entries for row in told(entry).splitlines()] or ["nothing is remembered yet: say 'always …'"]:
            self._tell(row, "plain")
        if entries:
            self._tell("heedful memory forget ID drops one", "dim")

    def _reset(self, _: str) -> None:
        reason = self.conversation.session.robot.reason
        if not reason:
            return self._tell("there is no protective stop to lift", "plain")
        if not self.by_hand:
            return self._tell("a protective stop is lifted by a person at a terminal, not by a script", "warn")
        self._asked = True
        self._tell(f"it stopped because {reason}", "warn")
        self._tell(f"see that it is safe, then type {WORD} and Enter; anything else leaves it stopped", "warn")

    def _lift(self, text: str) -> None:
        if text.strip() != WORD:
            return self._tell("it stays stopped", "warn")
        self.conversation.session.reset_stop()
        self._tell("the protective stop is lifted; say what to do", "good")

    def _wait(self, rest: str) -> None:
        if self.by_hand:
            return self._tell(":wait is for scripts; the prompt waits for nothing", "warn")
        try:
            self.conversation.wait(float(rest) if rest else None)
        except ValueError:
            self._tell(f":wait takes seconds, got {rest!r}", "warn")

    def _help(self, _: str) -> None:
        self._tell("Say what to do: put the red block in the blue bowl. While it moves: slower, 3 cm up, no, the other one, stop.", "plain")
        width = max(map(len, HELP)) + 2
        for name, says in HELP.items():
            self._tell(f"{name:<{width}}{says}", "plain")

    def _quit(self, _: str) -> None:
        self._leave()


def things(conversation: Conversation) -> str:
    """What can be moved, in words."""
    from heedful.idling import movable

    return movable(conversation.session.glance().scene)


def _within(scene: Any) -> dict[str, list[str]]:
    """What each thing is in or on, and how far fixtures are open, in words."""
    from heedful.predicates import evaluate, say
    from heedful.program import Atom

    found: dict[str, list[str]] = {}
    for i, thing in scene.objects.items():
        atoms = [Atom("open", (i,))] if i in scene.joints else []
        if not thing.fixed:
            atoms += [Atom(name, (i, other)) for name in ("in", "on") for other in scene.objects if other != i]
        found[i] = [say(atom, scene).split(" is ", 1)[-1] for atom in atoms if evaluate(atom, scene) is True]
    return found
