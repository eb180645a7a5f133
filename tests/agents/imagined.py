"""Plans carried out in the imagination: each call does to a scene what it is said to do, until the planner ends the run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from heedful.agents import Symbolic
from heedful.agents.planner import State, simulate
from heedful.episode import Episode, Plan, Step
from heedful.predicates.evaluate import SceneModel
from heedful.types import Observation, Outcome, Scene

SEGMENTS = 12


@dataclass(frozen=True, slots=True, eq=False)
class Imagined(Scene):
    """A scene that some calls are imagined to have changed."""

    state: State | None = None


@contextmanager
def imagination() -> Iterator[None]:
    """While it lasts, relations are measured on imagined scenes as their state says."""
    measure = SceneModel.holds

    def holds(self: SceneModel, name: str, args: tuple[str, ...]) -> bool | None:
        state = getattr(self.scene, "state", None)
        return measure(self, name, args) if state is None else state.holds(name, args)

    SceneModel.holds = holds  # type: ignore[method-assign]
    try:
        yield
    finally:
        SceneModel.holds = measure  # type: ignore[method-assign]


def carried_through(planner: Symbolic, episode: Episode, scene: Scene) -> tuple[Plan, State]:
    """The planner's last word and the state that its calls lead to."""
    state, here = State(scene), scene
    fields = {f: getattr(scene, f) for f in Scene.__dataclass_fields__}
    with imagination():
        for _ in range(SEGMENTS):
            plan = planner.plan(episode, Observation(0.0, {}, here))
            if not plan.goes_on:
                return plan, state
            after = simulate(plan.calls, state, planner.library)  # type: ignore[arg-type]
            assert isinstance(after, State), f"{after} cannot be carried out"
            state = after
            for call in plan.calls:
                episode.log.append(Step(call, Outcome.succeeded(), 0.0, 0.0, (0, 0)))  # type: ignore[arg-type]
            held = next((i for i in scene.objects if state.holds("holding", (i,))), None)
            here = Imagined(**{**fields, "held": dict.fromkeys(scene.held, held)}, state=state)
    raise AssertionError("the planner never came to an end")
