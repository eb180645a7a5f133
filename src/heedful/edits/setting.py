"""What an edit is made against: the scene, the skills, the names of things, and what ran when it was said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from heedful.agents.planner.turns import flat
from heedful.agents.understanding.apart import left_to_right, which
from heedful.agents.understanding.bind import bind
from heedful.edits.names import identified
from heedful.edits.outcome import Refused, Unsure
from heedful.edits.steps import without
from heedful.episode import Episode, Plan
from heedful.predicates import name_of
from heedful.program import Program
from heedful.skills import Library
from heedful.types import Correction, Id, PartSpec, Scene, SkillCall


@dataclass(frozen=True, slots=True)
class Setting:
    """What an edit is made against."""

    scene: Scene
    library: Library
    ids: Mapping[str, Id] = field(default_factory=dict)
    """Name -> id."""
    call: SkillCall | None = None
    """What ran when it was said."""
    parts: Mapping[str, PartSpec] = field(default_factory=dict)
    """The body's."""
    by_steps: bool = True
    """Whether the planner plans from the episode's steps; one that goes by the words of the instruction takes no edits of them."""

    def thing(self, name: object) -> Id:
        """The id of a thing that was named. Raises Refused."""
        found = identified(name, self.ids, self.scene)
        if found is None:
            raise Refused(f"I do not see {'the ' if name not in ('me', 'person') else 'any '}{name}")
        return found

    def name(self, thing: Id) -> str:
        return name_of(thing, self.scene)

    @property
    def object(self) -> Id | None:
        """What the running call acts on."""
        args = [str(v) for _, v in (self.call.args if self.call else ()) if str(v) in self.scene.objects]
        return args[0] if args else None


def steps_of(draft: Episode) -> list[Program]:
    """The steps there are to edit."""
    if draft.steps is None:
        draft.steps = flat(draft.program) if draft.program is not None else []
    return draft.steps


def over_ids(step: Program, draft: Episode, setting: Setting) -> Program:
    """A step over ids, as far as its references can be resolved now."""
    found = bind(step, setting.scene, dict(draft.bindings), check=False)
    return step if isinstance(found, Plan) else found


def bound_step(draft: Episode, setting: Setting) -> Program | None:
    """The current step over ids; None once all are done."""
    steps = steps_of(draft)
    return over_ids(steps[draft.achieved], draft, setting) if draft.achieved < len(steps) else None


def leave_out(thing: Id, draft: Episode, setting: Setting, since: int) -> list[Program]:
    """Leave out of the steps from one on what becomes of a thing; the steps that said so, as they were."""
    steps, kept, gone = steps_of(draft), [], []
    for step in steps[since:]:
        bound = over_ids(step, draft, setting)
        left = without(bound, thing)
        if left == bound:
            kept.append(step)
        else:
            gone.append(bound)
            kept += [] if left is None else [left]
    steps[since:] = kept
    return gone


def alternatives(correction: Correction, old: Id, out: set[Id], setting: Setting) -> Id:
    """The other thing of a kind. Raises Refused where there is none, Unsure where there are several."""
    kind = setting.scene.objects[old].category
    left = [i for i, t in setting.scene.objects.items() if t.category == kind and i != old and i not in out]
    if not left:
        raise Refused(f"there is no other {kind} here")
    if len(left) > 1:
        left = left_to_right(left, setting.scene)
        called = {i: n for n, i in setting.ids.items()}
        question = which(f"the {kind}", left, setting.scene)
        effect: dict[str, Any] = {**correction.effect, "new": "other"}
        raise Unsure(replace(correction, effect=effect, ask=True, reply=question, candidates=tuple(called.get(i, i) for i in left)))
    return left[0]
