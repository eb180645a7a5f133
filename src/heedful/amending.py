"""Between two segments: edits that people made are applied in the order they were heard, and questions are asked and answered."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

from heedful.agents.planner.symbolic import Symbolic
from heedful.agents.planner.turns import condition_of, flat
from heedful.agents.understanding.bind import bind
from heedful.bus import Heard
from heedful.control import ControlLoop
from heedful.edits import Refused, Unsure, edited
from heedful.edits.believing import believed
from heedful.edits.names import dialogue
from heedful.edits.setting import Setting, over_ids, steps_of
from heedful.edits.telling import told
from heedful.episode import Episode, Plan, Planner, Understanding, Verdict
from heedful.executing import Executing
from heedful.program import Achieve, Constraint, If, Ref, Until, atoms, terms_of
from heedful.questions import Question
from heedful.thinking import think
from heedful.ticking import Stopped
from heedful.types import HOLD, Correction, Id, SkillCall

PATIENCE = 60.0
"""Longest wait for an answer to the agent's own question [s of robot time]."""


@dataclass(slots=True, eq=False)
class Amending:
    """What people say of the plan, brought to the episode."""

    control: ControlLoop
    running: Executing
    planner: Planner

    def start(self) -> None:
        """Answer people, and believe them, from now on."""
        self.control.heed.tell = self._tell
        self.control.heed.noted = self._noted
        self.control.perceiving.believe = lambda scene: believed(scene, self._episode.told) if self._episode.told else scene
        self.running.begin(None)

    def expect(self) -> None:
        """Before the first call begins, words are read against what it will be about: the first step, as far as it is clear."""
        scene, heed = self.running.scene, self.control.heed
        setting = Setting(scene, self.running.skills, heed.adjusting.ids)
        draft = self._episode.draft()
        step = over_ids(steps_of(draft)[0], draft, setting) if steps_of(draft) else None
        told = next((a.args for a in atoms(step.goal) if a.args and isinstance(a.args[0], str)), ()) if isinstance(step, Achieve) else ()
        self.control.ears.orient(dialogue(scene, SkillCall("move", tuple(zip("ab", told, strict=False)))))

    @property
    def _episode(self) -> Episode:
        return self.running.episode

    def amend(self) -> None:
        """Apply every edit that was heard; what cannot be done is refused and changes nothing."""
        heed = self.control.heed
        while heed.edits or heed.halted:
            if heed.halted or heed.fingers.moving:
                self.control.tick(HOLD)
                continue
            correction, heard = heed.edits[0]
            said = self._edit(correction)
            heed.edits.popleft()
            self._reply(correction, heard, said)

    def _noted(self, correction: Correction) -> None:
        """In the loop: what takes effect before the segment is over."""
        if correction.kind == "nudge" and self.control.heed.adjusting.moving:
            self.running.recalling.heard(correction, self.control, len(self._episode.log))
        elif correction.kind == "constraint":
            self.running.keep(Constraint("gentle"))

    def _edit(self, correction: Correction) -> str:
        """Make one edit, thought through off the loop on a draft; what came of it, in words."""
        within = getattr(self.planner, "planner", self.planner)
        by_steps = getattr(within, "by_steps", isinstance(within, Symbolic))
        setting = Setting(
            self.running.scene, self.running.skills, self.control.heed.adjusting.ids, self.running.call, self.control.robot.parts,
            by_steps,
        )  # fmt: skip

        def work() -> tuple[Episode, str | Unsure]:
            draft = self._episode.draft()
            try:
                return draft, edited(correction, draft, setting).sentence
            except Refused as why:
                return self._episode, f"I cannot: {why}"
            except Unsure as question:
                return self._episode, question
            except Exception as error:  # an edit that breaks must not break the run
                return self._episode, f"I cannot tell what to change: {self.running.broken(error)}"

        draft, said = think(self.control, work)
        if isinstance(said, Unsure):
            self.control.heed.ask_again(said.correction, self.control.obs)
            return str(said)
        if draft is not self._episode:
            self._episode.take(draft)
            if correction.kind == "fact" and self.control.perceiving.measured is not None:
                self.control.obs = self.control.obs.but(scene=self.control.perceiving.believe(self.control.perceiving.measured))
                self.running.recalling.heard(correction, self.control, len(self._episode.log))
        return said

    def _preference(self, correction: Correction) -> str:
        """Keep a rule that lasts; where it bears on what is done now, it holds from now on."""
        said = self.running.recalling.heard(correction, self.control, len(self._episode.log))
        rule, scope = correction.effect.get("rule") or {}, str(correction.effect.get("scope", ""))
        if isinstance(rule, dict) and rule.get("kind") in ("constraint", "rate") and self._bears(scope):
            now = replace(correction, kind=str(rule["kind"]), effect=dict(rule.get("effect") or {}))
            if now.kind == "constraint" and self.running.call is not None:
                now = replace(now, effect={**now.effect, "object": self._object() or now.effect.get("object")})
                self.control.heed.also(now)
            elif now.kind == "rate":
                with contextlib.suppress(KeyError, ValueError, TypeError):
                    said = f"{said}; {self.control.heed.adjusting.take(now, self.control.obs, self.control.tool)}"
        return said

    def _bears(self, scope: str) -> bool:
        """Whether a scope takes in what is done now."""
        call, thing = self.running.call, self.running.scene.objects.get(self._object() or "")
        kind, _, name = scope.partition(":")
        match kind:
            case "global":
                return True
            case "skill":
                return call is not None and name.split("_")[0] == call.skill.split("_")[0]
            case "category":
                return thing is not None and name in (thing.category, *thing.category.split())
            case "object":
                return thing is not None and self.control.heed.adjusting.ids.get(name, name) == thing.id
        return False

    def _object(self) -> Id | None:
        call = self.running.call
        return next((str(v) for _, v in (call.args if call else ()) if str(v) in self.running.scene.objects), None)

    def _reply(self, correction: Correction, heard: Heard, said: str) -> None:
        self.control.heed.minutes.came_of(correction, heard, said)
        self.control.events.emit("notice", sentence=f"“{correction.text}”: {said}")

    def _tell(self, correction: Correction) -> str:
        if correction.kind == "preference":
            return self._preference(correction)
        heed = self.control.heed
        held = "you told me to hold" if heed.holding.why & {"halt", "pause"} else "I wait for your answer" if heed.halted else ""
        doing = SimpleNamespace(
            library=self.running.skills, speed=heed.adjusting.speed * heed.pace, seconds=self.control.obs.time, held=held
        )
        return told(correction, self._episode, self.control.obs.scene, self.running.call, self.running.ahead, doing)

    def ask(self, plan: Plan) -> None:
        """Ask what the planner asks, and wait for the answer. Raises Stopped where none comes."""
        answer = self._answer(plan.sentence, plan.candidates, plan.code or "ambiguous")
        if answer is None:
            return
        draft = self._episode.draft()
        if "choice" in answer.effect:
            self._bound(draft, plan, self.control.heed.adjusting.ids.get(answer.effect["choice"], answer.effect["choice"]))
        elif "value" in answer.effect and draft.steps:
            self._decided(draft, bool(answer.effect["value"]))
        self._episode.take(draft)

    def clarified(self, words: str, found: Understanding) -> str:
        """Ask what is not clear about an instruction; the words to understand instead. Raises Stopped where no answer comes."""
        answer = self._answer(found.sentence, found.candidates, found.code or "vague")
        said = str(answer.effect.get("words") or answer.text) if answer is not None else ""
        if not said:
            return words
        alone = think(self.control, lambda: self.planner.understand(said, self.running.scene))
        return said if alone.program is not None else f"{words} {said}"

    def _answer(self, sentence: str, candidates: tuple[Id, ...], code: str) -> Correction | None:
        """Hold until somebody answers, or corrects something instead: then None. Raises Stopped."""
        heed, called = self.control.heed, {i: n for n, i in self.control.heed.adjusting.ids.items()}
        question = self.control.ears.question = Question(sentence, tuple(called.get(i, i) for i in candidates))
        self.control.events.emit("question", sentence=sentence, candidates=candidates, choices=question.choices)
        heed.answers.clear()
        until, epoch = self.control.obs.time + PATIENCE, heed.epoch
        while not heed.answers:
            self.control.tick(HOLD)
            if heed.epoch != epoch:
                return None
            if self.control.obs.time > until:
                raise Stopped(Verdict.NEEDS_CLARIFICATION, code, sentence)
        return heed.answers.popleft()

    def _bound(self, draft: Episode, plan: Plan, chosen: Id) -> None:
        """Bind the reference that was asked about: the one that stops the question once it means that thing."""
        steps: list[Any] = draft.steps or (flat(draft.program) if draft.program is not None else [])
        words = [t.words for s in steps[draft.achieved :] for t in terms_of(s) if isinstance(t, Ref)]
        words += [b.words for s in steps[draft.achieved :] for t in terms_of(s) if isinstance(t, Ref) for b in t.but]
        for said in dict.fromkeys(words):
            if said in draft.bindings:
                continue
            trial = {**draft.bindings, said: chosen}
            stuck = [b for s in steps[draft.achieved :] if isinstance(b := bind(s, self.running.scene, dict(trial)), Plan)]
            if not any(b.sentence == plan.sentence for b in stuck):
                draft.bindings[said] = chosen
                return

    def _decided(self, draft: Episode, so: bool) -> None:
        """Take a person's word for a condition that cannot be seen."""
        steps = draft.steps or []
        at = steps[draft.achieved] if draft.achieved < len(steps) else None
        if isinstance(at, If):
            steps[draft.achieved : draft.achieved + 1] = flat(at.then if so else at.otherwise)
        elif isinstance(at, Until) and so:
            condition_of(at, self.running.scene, draft.bindings)
            del steps[draft.achieved]
