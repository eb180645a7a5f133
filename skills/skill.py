"""The skill record: what an agent must know of a skill to choose it, plan with it, run it and check it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations
from typing import Any, get_type_hints

import numpy as np

from heedful.predicates import evaluate, failing, relation, say
from heedful.predicates.evaluate import SceneModel
from heedful.program import TRUE, And, Atom, Formula, Or, atoms, parse, substitute
from heedful.skills.thinking import think
from heedful.types import Action, Id, Motion, Observation, Outcome, PartSpec, Policy, Scene, SkillCall


@dataclass(frozen=True, slots=True)
class Param:
    """One argument of a skill; `kind` is `id` for a thing of the scene, else the Python type's name."""

    name: str
    kind: str
    doc: str = ""
    """Meaning and unit."""
    default: Any = None
    required: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Skill:
    """One thing the robot can be asked to do."""

    name: str
    run: Callable[..., Motion]
    description: str
    params: tuple[Param, ...] = ()
    requires: Formula = TRUE
    effects: Formula = TRUE
    post: Formula = TRUE
    """What must be seen afterwards: the positive effects unless given."""
    uses: tuple[str, ...] = ("arm", "gripper")
    """Kinds of body parts it moves: `arm gripper` are those of one arm, `arms grippers` all that there are."""
    touches: tuple[str, ...] = ()
    """Parameters or ids it may touch on purpose."""
    can: Callable[[Scene, Mapping[str, Any]], float] | None = None
    """Affordance in [0, 1]; None: whether the preconditions hold."""
    timeout: float = 60.0
    """Robot time after which it is stopped [s]."""
    cost: float = 1.0
    plan_with: bool = True
    """Whether the symbolic planner may choose it."""
    verb: str = ""
    """Several skills may implement one verb; its own name unless given."""

    def bind(self, formula: Formula, args: Mapping[str, Any]) -> Formula:
        """A formula over the parameters, with a call's arguments put in."""
        return substitute(formula, {k: str(v) for k, v in args.items()})

    def affordance(self, scene: Scene, args: Mapping[str, Any]) -> float:
        """How likely it is to work from here, in [0, 1]; 0.5 where the scene does not tell."""
        holds = evaluate(self.bind(self.requires, args), scene)
        if holds is False:
            return 0.0
        return (1.0 if holds else 0.5) * (self.can(scene, args) if self.can else 1.0)

    def lacks(self, scene: Scene, args: Mapping[str, Any]) -> str:
        """The first precondition that does not hold, in words; empty if all do."""
        broken = failing(self.bind(self.requires, args), SceneModel(scene))
        if broken is None:
            return ""
        known = "it is not known whether " if evaluate(broken, scene) is None else "it is not so that "
        return known + say(broken, scene)

    def of_kind(self, scene: Scene, args: Mapping[str, Any]) -> bool:
        """Whether the things of a call are of the kinds that it asks for: a container to put into, a drawer to open."""
        return _could(self.bind(self.requires, args), scene)

    def calls(self, scene: Scene) -> Iterator[SkillCall]:
        """Its calls over the scene's things, of the kinds that it asks for; none if it must be told anything else."""
        names = [p.name for p in self.params if p.kind == "id" and p.required]
        if len(names) == sum(p.required for p in self.params):
            for ids in permutations(scene.objects, len(names)):
                call = SkillCall(self.name, tuple(zip(names, ids, strict=True)))
                if self.of_kind(scene, call.kwargs):
                    yield call

    def parts(self, call: SkillCall, body: Mapping[str, PartSpec], arm: str = "") -> frozenset[str]:
        """The body parts that a call moves with an arm: the one that it names, else `arm`, else the first."""
        arms = [n for n, p in body.items() if p.kind == "arm"]
        arm = str(call.kwargs.get("arm") or arm or (arms[0] if arms else ""))
        named = {"arm": [arm], "gripper": [body[arm].gripper] if arm in body else [], "arms": arms}
        named["grippers"] = [body[a].gripper for a in arms]
        return frozenset(p for kind in self.uses for p in named.get(kind, [kind]) if p in body)

    def may_touch(self, call: SkillCall) -> frozenset[Id]:
        """The ids that a call may touch on purpose."""
        return frozenset(str(call.kwargs.get(t, t)) for t in self.touches)


def _could(formula: Formula, scene: Scene) -> bool:
    """Whether a precondition could ever hold of these things, by what they are for alone."""
    match formula:
        case And(parts):
            return all(_could(p, scene) for p in parts)
        case Or(parts):
            return any(_could(p, scene) for p in parts)
        case Atom("graspable" | "holding", things):  # how a thing lies, or where it is, decides that, not its kind
            return evaluate(Atom("movable", things), scene) is not False
        case Atom(name):
            return not relation(name).kind or evaluate(formula, scene) is not False
    return True


def skill(
    requires: str = "",
    effects: str = "",
    post: str | None = None,
    uses: str = "arm gripper",
    touches: str = "",
    can: Callable[[Scene, Mapping[str, Any]], float] | None = None,
    timeout: float = 60.0,
    cost: float = 1.0,
    plan_with: bool = True,
    verb: str = "",
) -> Callable[[Callable[..., Motion]], Skill]:
    """Make a Skill of a generator function `name(obs, …) -> Motion`. Its docstring is read by planners and people.

    Args:
      requires: Preconditions over the parameters: `hand_empty & reachable(object)`.
      effects: A conjunction of literals; `_` in a negative one stands for anything: `holding(object) & ~on(object, _)`.
      post: What must be seen afterwards; the positive effects unless given.
      uses: Kinds of body parts it moves.
      touches: Parameters (or ids) it may touch on purpose.
      can: Affordance in [0, 1] beyond the preconditions.
      timeout: Robot time after which it is stopped [s].
      cost: For the planner; 1 is an ordinary skill.
      plan_with: Whether the symbolic planner may choose it.
      verb: The verb it implements, if that is not its name.

    Raises ValueError for a formula that names an unknown predicate, or a variable that is no parameter.
    """

    def make(run: Callable[..., Motion]) -> Skill:
        params = tuple(_params(run))
        goal = parse(effects) if effects else TRUE
        made = Skill(
            name=run.__name__,
            run=run,
            description=inspect.cleandoc(run.__doc__ or "").split("\n\n")[0].replace("\n", " "),
            params=params,
            requires=parse(requires) if requires else TRUE,
            effects=goal,
            post=positive(goal) if post is None else parse(post) if post else TRUE,
            uses=tuple(uses.split()),
            touches=tuple(touches.split()),
            can=can,
            timeout=timeout,
            cost=cost,
            plan_with=plan_with,
            verb=verb or run.__name__,
        )
        _check(made)
        return made

    return make


def positive(effects: Formula) -> Formula:
    """The positive literals of a conjunction."""
    parts = effects.parts if isinstance(effects, And) else (effects,)
    return And(tuple(p for p in parts if isinstance(p, Atom)))


def policy_skill(
    name: str, policy: Policy, goal: str, instruction: str = "", requires: str = "", uses: str = "arm gripper", timeout: float = 30.0
) -> Skill:
    """A skill that lets a policy act until its goal is seen.

    Args:
      name: What planners call it.
      policy: Turns observations into chunks of actions; asked off the control loop.
      goal: A formula that is true when it is done: `folded(cloth)`. Its argument names become the parameters.
      instruction: Words given to the policy; the goal in words unless given.
      timeout: Robot time it gets [s].
    """
    formula = parse(goal)
    names = list(dict.fromkeys(str(a) for atom in atoms(formula) for a in atom.args if a != "_"))

    def run(obs: Observation, **args: Id) -> Motion:
        wanted = substitute(formula, args)
        return policy_motion(obs, policy, wanted, instruction or say(wanted, obs.scene))

    params = tuple(Param(n, "id", "One thing in the scene.") for n in names)
    made = Skill(
        name, run, f"{name.replace('_', ' ').capitalize()} with a learned policy until {say(formula)}.", params,
        parse(requires) if requires else TRUE, formula, formula, tuple(uses.split()), tuple(names), timeout=timeout, verb=name,
    )  # fmt: skip
    _check(made)
    return made


def policy_motion(obs: Observation, policy: Policy, goal: Formula, instruction: str) -> Motion:
    """Let a policy act, chunk after chunk, until the goal is seen. The loop goes on while the policy thinks."""
    policy.reset()
    while obs.scene is None or evaluate(goal, obs.scene) is not True:
        at = obs
        chunk, obs = yield from think(obs, lambda: policy.act(unshifted(at), instruction))  # noqa: B023  asked before `at` changes
        for action in chunk or (Action(),):
            obs = yield action
    return Outcome.succeeded(say(goal, obs.scene))


def unshifted(obs: Observation) -> Observation:
    """The arms as they would be without the correction in force: what is commanded from there is shifted once, not again in every chunk."""
    body = obs.body
    if body is None or not obs.adjust.moves:
        return obs
    back, turn = -np.asarray(obs.adjust.offset), -obs.adjust.turn
    bent = {n: body.shift(n, p.q, back, turn) for n, p in obs.parts.items() if p.pose is not None and body.parts[n].kind == "arm"}
    return obs.but(parts={**obs.parts, **{n: replace(obs.parts[n], q=q, pose=body.fk(n, q)) for n, q in bent.items()}})


def _params(run: Callable[..., Motion]) -> list[Param]:
    docs = dict(re.findall(r"^\s+(\w+): (.+)$", inspect.getdoc(run) or "", re.MULTILINE))
    hints = get_type_hints(run)
    found: list[Param] = []
    for p in list(inspect.signature(run).parameters.values())[1:]:
        kind = hints.get(p.name, str)
        is_thing = inspect.get_annotations(run).get(p.name) in ("Id", Id) and p.name != "arm"
        required = p.default is inspect.Parameter.empty
        name = "id" if is_thing and kind is str else getattr(kind, "__name__", str(kind))
        found.append(Param(p.name, name, docs.get(p.name, ""), None if required else p.default, required))
    return found


def _check(made: Skill) -> None:
    names = {p.name for p in made.params}
    for formula in (made.requires, made.effects, made.post):
        bound: set[str] = set()
        for atom in atoms(formula):
            relation(atom.name)
            bound.update(str(a) for a in atom.args)
        variables = set(re.findall(r"(?:forall|exists) (\w+)", str(formula)))
        for unknown in sorted(bound - names - variables - {"_", "table"}):
            raise ValueError(
                f"skill {made.name!r} speaks of {unknown!r}, which is none of its parameters: {', '.join(sorted(names)) or 'none'}"
            )


Skills = Sequence[Skill]
