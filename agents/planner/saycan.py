"""SayCan: before every step, what the language model finds likely times what the robot can do from here (Ahn et al. 2022)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from heedful.agents.language.model import LanguageModel, LanguageModelError, Message
from heedful.agents.language.quoting import one_line
from heedful.agents.language.rules import Rules
from heedful.agents.language.turns import notice
from heedful.agents.planner.asking import Calibration, calibration
from heedful.agents.planner.dialogue import STEPS, Line, at_an_end, followed, lines, prompt
from heedful.agents.planner.options import ASK, DONE, Option, options
from heedful.agents.planner.say import say_call
from heedful.agents.planner.standing import standing
from heedful.episode import Episode, Plan, Understanding
from heedful.predicates import evaluate
from heedful.skills import Library
from heedful.skills.affordances import Affordances
from heedful.skills.skill import positive
from heedful.types import Observation, Scene, SkillCall

SAYS_NOTHING = 0.2
"""Affordance of ending, which no state speaks for or against: the constant of the paper's notebook. Asking for help has it too."""
REMARKS = 6
"""How often before one step the language model is told that what it wants most is so already, or not possible."""
CLOSE = 0.05
"""Share of the best total from which on candidates are shown in the trace beside the chosen one, if there are many."""
SHOWN = 40
ALREADY = "it is so already"
ON, OFF = ("on", "true", "True"), ("off", "false", "False")


@dataclass(slots=True)
class SayCan:
    """Scores every option before every step, and remembers nothing: all it knows of an episode stands in the episode."""

    library: Library
    model: LanguageModel | None = None
    """None: the rules, which read words only."""
    value: str = "on"
    """`off`: without the value function, by language alone."""
    project: str = "off"
    """`on`: generate-and-project: free text, taken for the option nearest to it in words; no affordances."""
    open_loop: str = "off"
    """`on`: the whole plan before the first step, with the affordances of the first state throughout."""
    feedback: str = "on"
    """`off`: the language model is not told why what it wants most is not possible, or that it is so already."""
    calibrated: str = "on"
    """`off`: no threshold and no prediction set; it asks only if asking scores best."""
    done: float = SAYS_NOTHING
    affordances: Affordances | None = None
    """None: the shipped ones."""
    limits: Calibration | None = None
    """None: the shipped calibration of the scorer."""

    def __post_init__(self) -> None:
        for name in ("value", "project", "open_loop", "feedback", "calibrated"):
            given = str(getattr(self, name))
            if given not in (*ON, *OFF):
                raise ValueError(f"planner.{name} is on or off, got {given!r}")
            setattr(self, name, "on" if given in ON else "off")
        if self.model is None:
            self.model = Rules()
        if self.affordances is None:
            self.affordances = Affordances.load()

    def understand(self, words: str, scene: Scene) -> Understanding:
        """Words are taken as they are: what they mean shows in what is likely to be done next."""
        return followed(words)

    def plan(self, episode: Episode, observation: Observation) -> Plan:
        """The next call, with the scores of everything that was considered; or that it is done, or a question."""
        scene = observation.scene
        if (ended := at_an_end(episode, scene)) is not None:
            return ended
        assert scene is not None
        if self.open_loop == "on":
            return self._beforehand(episode, scene)
        if self.project == "on":
            return self._projected(episode, scene, options(self.library, scene))
        return self._chosen(episode, scene, *self.considered(episode, scene))

    def considered(self, episode: Episode, scene: Scene) -> tuple[list[dict[str, Any]], list[Line]]:
        """A row for each option, best first: its call, its words, say, can and total; and what the language model had to be told."""
        found = options(self.library, scene)
        told, able = lines(episode, scene), {o: self._can(o, episode, scene) for o in found}
        remarks: list[Line] = []
        while True:
            rows = self._rows(episode.instruction, [*told, *remarks], found, able)
            wanted = max(rows, key=lambda r: cast(float, r["say"]))
            silent = self.value == "off" or self.feedback == "off" or len(remarks) >= REMARKS
            if silent or wanted["option"].call is None or any(r["can"] > 0 for r in rows if r["text"] == wanted["text"]):
                return rows, remarks
            remark = self._remark(wanted["option"], episode, scene)
            if remark in remarks:
                return rows, remarks
            remarks.append(remark)

    def _rows(self, words: str, told: Sequence[Line], found: Sequence[Option], able: Mapping[Option, float]) -> list[dict[str, Any]]:
        """Options with the same words share what language says of them; of those the best that can be done stands for all."""
        texts = list(dict.fromkeys(o.text for o in found))
        says = dict(zip(texts, self._says(prompt(words, told), texts), strict=True))
        rows = [{"option": o, "text": o.text, "say": says[o.text], "can": able[o], "total": says[o.text] * able[o]} for o in found]
        return sorted(rows, key=lambda r: (-r["total"], -r["say"]))

    def _says(self, before: str, texts: list[str]) -> list[float]:
        """How likely each text is to come next; by the rules, which is said, where the model does not answer."""
        assert self.model is not None
        try:
            return cast(list[float], self.model.score(before, texts).probabilities.tolist())
        except LanguageModelError as error:
            if error.code == "cancelled":
                raise
            notice(self.model, f"{error}; the rules score in its place")
            return cast(list[float], Rules().score(before, texts).probabilities.tolist())

    def _can(self, option: Option, episode: Episode, scene: Scene) -> float:
        """Affordance times how the very same call has fared in this episode."""
        assert self.affordances is not None
        if option.call is None:
            return self.done
        skill = self.library[option.call.skill]
        can = self.affordances.can(skill, scene, option.call.kwargs) if self.value == "on" else 1.0
        return can * remembered(option.call, episode)

    def _remark(self, option: Option, episode: Episode, scene: Scene) -> Line:
        """Why what language wants most cannot be done: it is so already, or what is in its way."""
        assert option.call is not None
        skill = self.library[option.call.skill]
        effects = positive(skill.bind(skill.effects, option.call.kwargs))
        if effects.parts and evaluate(effects, scene) is True:  # type: ignore[union-attr]
            return Line(option.text, "already so")
        if remembered(option.call, episode) == 0.0:
            return Line(option.text, "not possible", "it failed just now")
        return Line(option.text, "not possible", one_line(self._lacks(option.call, scene), 120))

    def _lacks(self, call: SkillCall, scene: Scene) -> str:
        assert self.affordances is not None
        return self.affordances.lacks(self.library[call.skill], scene, call.kwargs)

    def _chosen(self, episode: Episode, scene: Scene, rows: Sequence[Mapping[str, Any]], remarks: Sequence[Line] = ()) -> Plan:
        """The best option as a plan, or a question where the calibration does not trust it."""
        best = rows[0]
        scores = self._trace(rows, scene, remarks)
        limits = (self.limits or calibration(self.model.name if self.model else "")) if self._asks else Calibration()
        if self.trusted(best, rows) < limits.least or best["text"] == ASK:
            hindered = next((r for r in remarks if r.how == "not possible"), None)
            if hindered is not None:
                sentence = f"I would {hindered.text}, but {hindered.why}; what shall I do?"
                return Plan("ask", sentence=sentence, scores=scores, code="unable")
            if episode.log and not episode.log[-1].outcome.ok:
                last = episode.log[-1]
                sentence = f"I could not {say_call(last.call, scene)}: {last.outcome.sentence or last.outcome.code}; what shall I do?"
                return Plan("ask", sentence=sentence, scores=scores, code="failed")
            return Plan("ask", sentence="I do not know what is meant; can you help me?", scores=scores, code="unsure")
        if limits.spread is not None and best["option"].call is not None:
            near = {r["text"]: r["option"].call for r in rows if r["total"] >= limits.spread * best["total"] and r["option"].call}
            if len(near) > 1:
                ids = tuple(dict.fromkeys(str(v) for c in near.values() for v in c.kwargs.values()))
                return Plan("ask", sentence=f"shall I {' or '.join(near)}?", candidates=ids, scores=scores, code="ambiguous")
        if best["text"] == DONE:
            return self._ended(episode, scene, scores)
        return Plan("go", (best["option"].call,), None, best["text"], scores=scores)

    def trusted(self, row: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> float:
        """What the threshold is held against: how much of what language wants most a step can give."""
        most = max(cast(float, r["say"]) for r in rows)
        return float(row["say"] if row["option"].call is None else row["total"]) / max(most, 1e-12)

    @property
    def _asks(self) -> bool:
        return self.calibrated == "on" and self.value == "on" and self.project == "off" and self.open_loop == "off"

    def _ended(self, episode: Episode, scene: Scene, scores: tuple[Mapping[str, Any], ...] = ()) -> Plan:
        """Done: what the steps brought about must still be so."""
        return Plan("done", goal=standing(self.library, episode, scene), sentence="done", scores=scores)

    def _trace(self, rows: Sequence[Mapping[str, Any]], scene: Scene, remarks: Sequence[Line] = ()) -> tuple[Mapping[str, Any], ...]:
        """What was considered, as `Plan.scores`: the chosen option first, then what language wanted most and could not have, then those
        that language or ability speaks for."""
        best, told = rows[0], {r.text: r.how for r in remarks}
        shown = sorted(rows[1:], key=lambda r: (r["text"] not in told, -max(cast(float, r["total"]), cast(float, r["say"]) * CLOSE)))
        shown = [best, *shown[: SHOWN - 1]]
        return tuple(
            {
                "call": str(r["option"].call or r["text"]), "text": r["text"], "say": r["say"], "can": r["can"], "total": r["total"],
                "lacks": (lacks := self._lacks(r["option"].call, scene) if r["option"].call and r["can"] < 1.0 else ""),
                "chosen": r is best,
                "why_not": "" if r is best else ALREADY if told.get(r["text"]) == "already so" else _why_not(r, best, lacks),
            }
            for r in shown
        )  # fmt: skip

    def _beforehand(self, episode: Episode, scene: Scene) -> Plan:
        """The whole plan at once: language goes on with its own steps, the affordances stay those of the first state."""
        if episode.plans:
            failed = next((s for s in episode.log if not s.outcome.ok), None)
            if failed is not None:
                return Plan("refuse", sentence=f"the plan was made beforehand, and {failed.call} failed", code="open_loop")
            return self._ended(episode, scene)
        found = options(self.library, scene)
        able = {o: self._can(o, episode, scene) for o in found}
        told: list[Line] = []
        calls: list[SkillCall] = []
        scores: tuple[Mapping[str, Any], ...] = ()
        while len(calls) < STEPS:
            rows = self._rows(episode.instruction, told, found, able)
            scores = scores or self._trace(rows, scene)
            best = rows[0]
            if best["text"] == ASK and not calls:
                return Plan("ask", sentence="I do not know what is meant; can you help me?", scores=scores, code="unsure")
            if best["option"].call is None:
                break
            calls.append(best["option"].call)
            told.append(Line(best["text"]))
        return (
            Plan("go", tuple(calls), None, ", then ".join(line.text for line in told), scores=scores)
            if calls
            else Plan("done", scores=scores)
        )

    def _projected(self, episode: Episode, scene: Scene, found: Sequence[Option]) -> Plan:
        """What the language model would say next, and the option nearest to it in words."""
        assert self.model is not None
        said = one_line(self.model.generate([Message("user", prompt(episode.instruction, lines(episode, scene)))]), 120)
        rows: list[dict[str, Any]] = []
        for option in found:
            like, can = likeness(said, option.text), 1.0 if option.call is None else remembered(option.call, episode)
            rows.append({"option": option, "text": option.text, "say": like, "can": can, "total": like * can})
        rows.sort(key=lambda r: -cast(float, r["total"]))
        return self._chosen(episode, scene, rows)


def _why_not(row: Mapping[str, Any], best: Mapping[str, Any], lacks: str) -> str:
    """Why an option was not the one: what it lacked, or what language, or ability, made of it."""
    if row["can"] == 0.0:
        return lacks or "it failed just now"
    if row["say"] < best["say"]:
        times = best["say"] / max(row["say"], 1e-9)
        return f"language finds it {times:.1f} times less likely" if times < 100 else "language does not want it"
    return lacks or "it is less likely to succeed" if row["total"] < best["total"] else "as good as the chosen one, which came first"


def remembered(call: SkillCall, episode: Episode) -> float:
    """How a call has fared in this episode: 1 if it was not tried, nothing if it failed and nothing has succeeded since, so that it would
    meet the very same; else its measured success against that of a call never tried (Laplace)."""
    tries = [(i, s.outcome.ok) for i, s in enumerate(episode.log) if s.call == call]
    failures = [i for i, ok in tries if not ok]
    if not failures:
        return 1.0
    if not any(s.outcome.ok for s in episode.log[failures[-1] + 1 :]):
        return 0.0
    return min(1.0, 2.0 * (len(tries) - len(failures) + 1) / (len(tries) + 2))


def likeness(said: str, option: str) -> float:
    """How much two texts have in common, in [0, 1]: their shared words (F1)."""
    mine, theirs = said.lower().split(), option.lower().split()
    shared = sum(min(mine.count(w), theirs.count(w)) for w in set(mine))
    return 2.0 * shared / max(len(mine) + len(theirs), 1)
