"""The default planner: rules understand, references are bound late, and a search fills in what the goal needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import inf

from heedful.agents.planner.lasting import lasting, parts, worth_keeping
from heedful.agents.planner.say import say_plan
from heedful.agents.planner.search import NoPlan, find, reachable
from heedful.agents.planner.state import PlannedSkill, State, literals, required, simulate
from heedful.agents.planner.task import Means
from heedful.agents.planner.turns import again, branch, flat
from heedful.agents.understanding.bind import bind
from heedful.agents.understanding.directions import BY_DIRECTION
from heedful.agents.understanding.grammar import Grammar
from heedful.agents.understanding.saying import in_words
from heedful.episode import Episode, Plan, Understanding
from heedful.predicates import evaluate, truth
from heedful.program import Achieve, And, Atom, Do, Formula, If, Not, Program, Until, atoms
from heedful.types import Id, Observation, Scene, SkillCall, Status

FAILED_BEFORE = 3.0
"""Added to a call's cost for each time it has failed in this episode."""
GIVEN_UP = 3
"""Failures for the same reason after which a call is not tried again."""
CHANCE = frozenset({"missed", "slipped", "dropped", "postcondition"})
"""Reasons that another attempt may not meet again."""
HARDLY = 0.2
"""Affordance below which another way is looked for first."""
TRIES = 3
"""How many other ways are looked for."""


@dataclass(slots=True)
class Symbolic:
    """Understands by grammar and plans by search. It remembers nothing: all it knows of an episode stands in the episode."""

    library: Iterable[PlannedSkill]
    """The skills; looked through anew at every plan, so that skills may be added."""
    can: Callable[[SkillCall, Observation], float] | None = None
    """Affordance of a call in [0, 1], asked of the first call of a plan."""

    def understand(self, words: str, scene: Scene) -> Understanding:
        """What the words ask for in this scene, or what was not understood."""
        return self._grammar().understand(words, scene)

    def plan(self, episode: Episode, observation: Observation) -> Plan:
        """The next straight segment, `done` with the goal to verify, a question or a refusal. Updates `achieved` and `bindings`."""
        scene = observation.scene
        if scene is None:
            return Plan("refuse", sentence="nothing has been seen yet", code="blind")
        if episode.program is None:
            return Plan("refuse", sentence="there is nothing to plan for", code="not_understood")
        steps = episode.steps = flat(episode.program) if episode.steps is None else episode.steps
        looks = any(s.name == "look" for s in self.library)
        if not episode.log and not episode.achieved and (objection := self._foreseen(steps, scene, episode)):
            return objection
        while episode.achieved < len(steps):
            at, unlucky = steps[episode.achieved], _unlucky(episode, scene)
            if isinstance(at, If):
                taken = branch(at, scene, episode, looks)
                if isinstance(taken, Plan):
                    return taken
                steps[episode.achieved : episode.achieved + 1] = taken
                continue
            if isinstance(at, Until):
                found = again(at, scene, episode, unlucky, looks, lambda one: self._achieve(one, steps, episode, observation, scene))
                if found is None:
                    steps[episode.achieved] = Achieve(at.condition)
            else:
                step = bind(at, scene, episode.bindings, unlucky)
                if isinstance(step, Plan):
                    return step
                found = self._do(step, steps, episode) if isinstance(step, Do) else self._achieve(step, steps, episode, observation, scene)
            if found is not None:
                return found
            episode.achieved += 1
        return self._finish(steps, episode, observation, scene)

    def _grammar(self) -> Grammar:
        return Grammar({s.name: effect for s in self.library if (effect := _asked_by_name(s)) is not None})

    def _do(self, step: Do, steps: list[Program], episode: Episode) -> Plan | None:
        """The call of a step that is done for its own sake; None once it has been carried out."""
        if step.skill not in (known := [s.name for s in self.library]):
            return Plan("refuse", sentence=f"I have no skill named {step.skill!r}; I have {', '.join(known)}", code="no_plan")
        call = SkillCall(step.skill, step.args)
        asked = steps[: episode.achieved + 1].count(step)
        if sum(s.call == call and s.outcome.ok for s in episode.log) >= asked:
            return None
        if call in _given_up(episode):
            return Plan("refuse", sentence=f"I know no other way to {say_plan([call])}", code="no_plan")
        return Plan("go", (call,), None, say_plan([call]))

    def _achieve(self, step: Program, steps: list[Program], episode: Episode, observation: Observation, scene: Scene) -> Plan | None:
        """The calls that lead to a step's goal; None once it holds, as far as can be seen."""
        assert isinstance(step, Achieve)
        value = evaluate(step.goal, scene)
        if value is True:
            return None
        before = self._goals(steps[: episode.achieved], scene, episode)
        spared = frozenset(str(c.about) for c in step.under if c.kind in ("no_touch", "keep_out"))
        level = frozenset(str(c.about) for c in step.under if c.kind == "upright")
        found = self._search(step.goal, before, episode, observation, scene, Means(step.by, tuple(map(str, step.using)), spared, level))
        if isinstance(found, NoPlan):
            return Plan("refuse", goal=step.goal, sentence=found.sentence, code="no_plan")
        calls, scores = found
        last = episode.log[-1] if episode.log else None
        if not calls or (value is None and last is not None and last.outcome.ok and last.call == calls[-1]):
            return None  # the scene cannot tell; verification will say so
        return Plan("go", tuple(calls), step.goal, say_plan(calls, scene), scores=scores, under=step.under)

    def _finish(self, steps: list[Program], episode: Episode, observation: Observation, scene: Scene) -> Plan:
        """Done, with what must hold now that all steps have been; or back to what an accident undid."""
        goal = lasting(list(self.library), scene, self._goals(steps, scene, episode))
        if goal is None:
            return Plan("done", sentence="done")
        if evaluate(goal, scene) is False:
            found = self._search(goal, [], episode, observation, scene)
            if isinstance(found, NoPlan) and _given_up(episode):
                return Plan("refuse", goal=goal, sentence=found.sentence, code="no_plan")
            if not isinstance(found, NoPlan) and found[0]:
                return Plan("go", tuple(found[0]), goal, say_plan(found[0], scene), scores=found[1])
        return self._put_down(goal, episode, observation, scene) or Plan("done", goal=goal, sentence=in_words(goal, scene))

    def _put_down(self, goal: Formula, episode: Episode, observation: Observation, scene: Scene) -> Plan | None:
        """Calls that free the hand of what was taken up on the way and nobody wants held; None if there is no such thing."""
        taken = {v for s in episode.log if s.outcome.ok for v in s.call.kwargs.values()}
        wanted = {a.args[0] for a in atoms(goal) if a.name == "holding"}
        for one in scene.held.values():
            if one is None or one not in taken or one in wanted:
                continue
            found = self._search(And((*parts(goal), Not(Atom("holding", (one,))))), [], episode, observation, scene)
            if not isinstance(found, NoPlan) and found[0]:
                return Plan("go", tuple(found[0]), goal, say_plan(found[0], scene), scores=found[1])
        return None

    def _goals(self, steps: list[Program], scene: Scene, episode: Episode) -> list[Formula]:
        """The bound goals of steps that have been achieved, in order."""
        found = [bind(s, scene, episode.bindings, check=False) for s in steps]
        return [f.goal for f in found if isinstance(f, Achieve) and f.goal != And()]

    def _search(
        self, goal: Formula, before: list[Formula], episode: Episode, observation: Observation, scene: Scene, means: Means | None = None
    ) -> tuple[list[SkillCall], tuple[dict[str, object], ...]] | NoPlan:
        """Calls for a goal that undo no earlier one without need, dearer where they failed or can hardly be done."""
        skills = list(self.library)
        extra = {s.call: FAILED_BEFORE * episode.failures(s.call) for s in episode.log if s.failed}
        given_up = _given_up(episode)
        extra |= dict.fromkeys(given_up, inf)
        keep = worth_keeping(skills, scene, before, goal)
        scores: list[dict[str, object]] = []
        for _ in range(TRIES):
            found = find(skills, scene, goal, extra, keep, means)
            if isinstance(found, NoPlan) and keep:
                found = find(skills, scene, goal, extra, means=means)
            if isinstance(found, NoPlan) or not found or self.can is None:
                break
            can = self.can(found[0], observation)
            scores.append({"call": str(found[0]), "can": can, "cost": 1.0 + extra.get(found[0], 0.0)})
            if can >= HARDLY or any(s["call"] == str(found[0]) for s in scores[:-1]):
                break
            extra = {**extra, found[0]: extra.get(found[0], 0.0) + FAILED_BEFORE / max(can, 0.1)}
        if isinstance(found, NoPlan):
            return NoPlan(f"I know no other way to {say_plan(given_up[-1:], scene)}") if given_up else found
        return _put_off(found, episode, skills, goal, scene), tuple(scores)

    def _foreseen(self, steps: list[Program], scene: Scene, episode: Episode) -> Plan | None:
        """What would stand in the way of a later step, said before the first one is begun."""
        bindings = dict(episode.bindings)
        for step in steps:
            if isinstance(step, If | Until):
                return None  # what comes then depends on what will be seen
            found = bind(step, scene, bindings, check=True)
            if isinstance(found, Plan):
                return found
            if isinstance(found, Achieve):
                hopeless = not reachable(self.library, scene, found.goal)
                if hopeless and isinstance(why := find(self.library, scene, found.goal), NoPlan):
                    return Plan("refuse", goal=found.goal, sentence=why.sentence, code="no_plan")
                if any(isinstance(a, Atom) and a.name == "open" for a in atoms(found.goal)):
                    return None  # what is inside will be seen then
        return None


def _asked_by_name(skill: PlannedSkill) -> str | None:
    """The property that a skill gives to its only argument, '' for a skill without arguments, the mark of skills in a direction, None for
    any other."""
    needed = [p for p in skill.params if required(p)]
    if not needed:
        return ""
    if [p.name for p in needed] == ["object", "direction"]:
        return BY_DIRECTION
    gives = [a.name for a, sign in literals(skill.effects) if sign and a.args == (needed[0].name,)]
    return gives[0] if len(needed) == 1 and len(gives) == 1 and needed[0].kind == "id" else None


def _given_up(episode: Episode) -> list[SkillCall]:
    """Calls that failed so often for one and the same reason that another attempt would be no different; chance is no reason."""
    causes = Counter((s.call, s.outcome.code) for s in episode.log if s.outcome.status in (Status.FAILED, Status.TIMEOUT))
    return [call for (call, code), times in causes.items() if times >= GIVEN_UP and code not in CHANCE]


def _put_off(calls: list[SkillCall], episode: Episode, skills: list[PlannedSkill], goal: Formula, scene: Scene) -> list[SkillCall]:
    """The same calls, another one first where the first has failed since anything last changed, if that leads to the goal as well:
    what stood in its way may be gone then."""
    since = next((i for i, s in enumerate(reversed(episode.log)) if s.outcome.ok), len(episode.log))
    failed = {s.call for s in episode.log[len(episode.log) - since :] if s.failed}
    if not calls or calls[0] not in failed:
        return calls
    for i in range(1, len(calls)):
        order = [*calls[i:], *calls[:i]]
        if order[0] not in failed:
            end = simulate(order, State(scene), skills)
            if isinstance(end, State) and truth(goal, end) is True:
                return order
    return calls


def _unlucky(episode: Episode, scene: Scene) -> Counter[Id]:
    """Things in calls that failed, how often each; not what is held now."""
    held = set(scene.held.values())
    return Counter(
        v for s in episode.log if s.failed for _, v in s.call.args if isinstance(v, str) and v in scene.objects and v not in held
    )
