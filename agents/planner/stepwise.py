"""Stepwise: a language model picks the next skill from a prompt rendered out of the skill library, as in Skills-in-Context."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from heedful.agents.language.model import JsonSchema, LanguageModel, LanguageModelError, Message
from heedful.agents.language.quoting import DATA, one_line, quoted
from heedful.agents.language.turns import notice
from heedful.agents.planner.dialogue import at_an_end, followed, lines
from heedful.agents.planner.options import Option, options
from heedful.agents.planner.standing import standing
from heedful.agents.planner.symbolic import Symbolic
from heedful.episode import Episode, Plan, Understanding, Verdict
from heedful.predicates import evaluate, say
from heedful.program import TRUE, Atom
from heedful.skills import Library, Skill
from heedful.types import Observation, Scene

REPAIRS = 1
FACTS = {1: ("open", "closed", "lit", "running", "upright"), 2: ("on", "in")}
"""What the model is told of the scene, by the number of things it is about."""
EXEMPLARS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "put the apple on the plate",
        (
            ("pick(apple)", "pick: a thing must be in the hand before it can be put anywhere, and the hand is empty"),
            ("place_on(apple, plate)", "place_on: the apple is in the hand now, and the plate carries things"),
            ("done", "the apple is on the plate, which is all that was asked"),
        ),
    ),
    (
        "put the mug in the drawer",
        (
            ("open_drawer(drawer)", "open_drawer: nothing can be put into a drawer that is closed, and opening it takes an empty hand"),
            ("pick(mug)", "pick: a thing must be in the hand before it can be put anywhere, and the hand is empty"),
            ("place_in(mug, drawer)", "place_in: the mug is in the hand, and the drawer is open now"),
            ("done", "the mug is in the drawer, which is all that was asked"),
        ),
    ),
)
"""What was asked, and each step with what skill it draws on and why: two to four steps, so that longer plans are beyond the examples."""


class Stepwise:
    """Asks for one call at a time, and takes none that the library does not offer here.

    Args:
      library: The skills.
      model: Who picks.
      annotated: `on`: the examples say for each step which skill it draws on and why; `off`: the steps alone.
    """

    def __init__(self, library: Library, model: LanguageModel | None = None, annotated: str = "on") -> None:
        if str(annotated) not in ("on", "off", "True", "False"):
            raise ValueError(f"planner.annotated is on or off, got {annotated!r}")
        self.library, self.model, self.annotated = library, model, str(annotated) in ("on", "True")

    def understand(self, words: str, scene: Scene) -> Understanding:
        """Words are taken as they are, and refused without a model to read them."""
        if self.model is None:
            sentence = "planner=stepwise needs a language model: language=local language.model=PATH, or language=server language.base_url=…"
            return Understanding(None, Verdict.NOT_UNDERSTOOD, sentence, code="no_model")
        return followed(words)

    def plan(self, episode: Episode, observation: Observation) -> Plan:
        """The next call that the model picks; one turn to mend what is no call, then a question."""
        scene = observation.scene
        if (ended := at_an_end(episode, scene)) is not None:
            return ended
        assert self.model is not None and scene is not None
        found = {written(o): o for o in options(self.library, scene)}
        turns, wrong = self.messages(episode, scene), ""
        try:
            for _ in range(1 + REPAIRS):
                answer = self.model.generate(turns, schema(list(found)))
                step, wrong = read(answer, found)
                if step is not None:
                    return self._plan(step, episode, scene)
                turns = [*turns, Message("assistant", one_line(answer, 200)), Message("user", f"{wrong}. Answer again in the same form.")]
        except LanguageModelError as error:
            if error.code == "cancelled":
                raise
            notice(self.model, f"{error}; the embedded rules go on from here")
            return self._by_rules(episode, observation, scene)
        return Plan("ask", sentence=f"I do not know what to do next: {wrong}", code="invalid")

    def _by_rules(self, episode: Episode, observation: Observation, scene: Scene) -> Plan:
        """The rest as the embedded rules understand the words, found by search from what is seen now."""
        rules = Symbolic(self.library)
        understood = rules.understand(episode.instruction, scene)
        if understood.program is None:
            return Plan("refuse", sentence=understood.sentence, code="no_model")
        return rules.plan(replace(episode, program=understood.program), observation)

    def _plan(self, step: Option, episode: Episode, scene: Scene) -> Plan:
        if step.call is not None:
            return Plan("go", (step.call,), None, step.text)
        if step.text == "done":
            return Plan("done", goal=standing(self.library, episode, scene), sentence="done")
        return Plan("ask", sentence="I do not know what is meant; can you help me?", code="unsure")

    def messages(self, episode: Episode, scene: Scene) -> list[Message]:
        """The skills, the examples, what there is, what was asked, and the steps so far with how they went."""
        system = [
            "You choose the next skill of a robot with one arm, one at a time, and `done` when what was asked is so.",
            DATA,
            "Skills:",
        ]
        system += [rendered(s) for s in self.library if s.plan_with]
        system += ["Examples:", *(example(asked, steps, self.annotated) for asked, steps in EXEMPLARS)]
        steps = [f"{i}. {line}" for i, line in enumerate(lines(episode, scene), 1)] or ["none"]
        user = [
            "Things:",
            *things(scene),
            f"The person says: {quoted(episode.instruction, len(episode.instruction) + 1)}",
            "Steps so far:",
            *steps,
            "Next step?",
        ]
        return [Message("system", "\n".join(system)), Message("user", "\n".join(user))]


def rendered(skill: Skill) -> str:
    """A skill as a model reads it: its call, what it does, its parameters, what it needs and what it brings about."""
    params = [p for p in skill.params if p.required]
    told = [f"- {skill.name}({', '.join(p.name for p in params)}): {skill.description}"]
    told += [f"  {p.name}: {p.doc}" for p in params if p.doc]
    told += [f"  needs: {say(skill.requires)}"] if skill.requires != TRUE else []
    told += [f"  then: {say(skill.post)}"] if skill.post != TRUE else []
    return "\n".join(told)


def example(asked: str, steps: Sequence[tuple[str, str]], annotated: bool) -> str:
    """An example, its steps with or without why."""
    return "\n".join([f"asked: {asked}", *(f"{i}. {c}{f' ({why})' if annotated else ''}" for i, (c, why) in enumerate(steps, 1))])


def things(scene: Scene) -> Iterable[str]:
    """What there is, a line each: names from the scene are quoted, for they are data."""
    for i, t in scene.objects.items():
        facts = [n for n in FACTS[1] if evaluate(Atom(n, (i,)), scene) is True]
        facts += [f"{n} {quoted(o)}" for n in FACTS[2] for o in scene.objects if o != i and evaluate(Atom(n, (i, o)), scene) is True]
        facts += ["in the hand"] if i in scene.held.values() else []
        yield f"- {quoted(i)}: {quoted(' '.join((*sorted(t.attributes), t.color, t.category)))}{', ' * bool(facts)}{', '.join(facts)}"


def written(option: Option) -> str:
    """An option as the model is to write it."""
    return str(option.call) if option.call is not None else option.text.replace("ask for help", "ask")


def schema(steps: Sequence[str]) -> JsonSchema:
    """The form of an answer: one of the steps that there are."""
    return {"type": "object", "additionalProperties": False, "required": ["step"], "properties": {"step": {"enum": list(steps)}}}


def read(answer: str, steps: dict[str, Option]) -> tuple[Option | None, str]:
    """The step that an answer names, or what is wrong with it."""
    try:
        said = json.loads(answer)
        step = said["step"] if isinstance(said, dict) else said
    except (ValueError, KeyError):
        return None, "that is not JSON with a step"
    found = steps.get(str(step).replace(",", ", ").replace(",  ", ", "))
    return (found, "") if found is not None else (None, f"{quoted(step)} is none of the calls that there are")


__all__ = ["EXEMPLARS", "Stepwise", "example", "read", "rendered", "schema", "things", "written"]
