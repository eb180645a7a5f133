"""Skills as the planner sees them, for names that the library may lack: what is planned with them is checked, what moves is not."""

from __future__ import annotations

from collections.abc import Iterable

from small_scenes import act

from heedful.agents.planner.state import PlannedSkill
from heedful.predicates import predicate, relations
from heedful.types import Scene, Thing

if "painted" not in relations():

    @predicate("{0} is only painted on the table")
    def painted(scene: Scene, x: Thing) -> bool:
        return "painted" in x.attributes


if "absorbent" not in relations():

    @predicate("things can be wiped away with {0}")
    def absorbent(scene: Scene, x: Thing) -> bool:
        return x.category == "sponge"


if "spilt" not in relations():

    @predicate("{0} is spilt on the table")
    def spilt(scene: Scene, x: Thing) -> bool:
        return x.category == "spill"


AWAY = " & ".join(f"~{r}(object, _) & ~{r}(_, object)" for r in ("next_to", "left_of", "right_of", "in_front_of", "behind"))
FREE = "hand_empty & graspable({0}) & reachable({0}) & clear({0}) & ~shut_in({0})"
GONE = "~holding({0}) & ~on({0}, _) & ~in({0}, _) & ~at({0}, _) & ~next_to({0}, _) & ~next_to(_, {0})"

FURTHER = (
    act("pick(object)", FREE.format("object"), "holding(object) & ~on(object, _) & ~in(object, _) & ~at(object, _) & " + AWAY),
    act(
        "place_at(object, target)", "holding(object) & painted(target) & reachable(target)",
        "at(object, target) & on(object, table) & ~holding(object)", cost=1.2,
    ),
    *(
        act(
            f"place_{side}(object, target)", "holding(object) & (on(target, table) | painted(target))",
            f"{side}(object, target) & next_to(object, target) & on(object, table) & ~holding(object)", cost=1.2,
        )
        for side in ("left_of", "right_of", "in_front_of", "behind")
    ),
    act(
        "push(object, target)", "hand_empty & movable(object) & on(object, table) & clear(object) & reachable(object) & painted(target)",
        "at(object, target) & ~at(object, _) & ~next_to(object, _) & ~next_to(_, object)", cost=3.0,
    ),
    act(
        "push_next_to(object, target)",
        "hand_empty & movable(object) & on(object, table) & clear(object) & reachable(object) & on(target, table)",
        "next_to(object, target) & ~at(object, _) & ~next_to(object, _) & ~next_to(_, object)", cost=3.0,
    ),
    act("switch_on(lamp, button)", "hand_empty & pressable(button) & reachable(button) & ~lit(lamp)", "lit(lamp)"),
    act("switch_off(lamp, button)", "hand_empty & pressable(button) & reachable(button) & lit(lamp)", "~lit(lamp)"),
    act("turn_on(faucet)", "hand_empty & turnable(faucet) & ~running(faucet) & reachable(faucet)", "running(faucet)"),
    act("turn_off(faucet)", "hand_empty & turnable(faucet) & running(faucet) & reachable(faucet)", "~running(faucet)"),
    act("wipe(spill, sponge)", "holding(sponge) & absorbent(sponge) & spilt(spill) & clear(spill) & reachable(spill)", "clean(spill)"),
    act(
        "pour(source, target)",
        f"(holding(source) | {FREE.format('source')}) & full(source) & container(source) & container(target) & ~closed(target)"
        " & reachable(target)",
        "full(target) & empty(source) & holding(source) & ~full(source) & ~empty(target) & ~on(source, _) & ~in(source, _)",
    ),
    act(
        "stand_up(object)", f"(holding(object) | {FREE.format('object')}) & ~upright(object)",
        f"upright(object) & on(object, table) & ~upside_down(object) & {GONE.format('object')}",
    ),
    act(
        "turn_over(object)", f"(holding(object) | {FREE.format('object')}) & container(object) & ~upside_down(object)",
        f"upside_down(object) & on(object, table) & ~upright(object) & {GONE.format('object')}",
    ),
    act("open_door(door)", "hand_empty & hinged(door) & ~open(door) & reachable(door)", "open(door) & ~closed(door)"),
    act("close_door(door)", "hand_empty & hinged(door) & ~closed(door) & reachable(door)", "closed(door) & ~open(door)"),
)  # fmt: skip


def completed(library: Iterable[PlannedSkill]) -> list[PlannedSkill]:
    """The library, with a stand-in for each further skill that it lacks; a `pick` that knows nothing of sides is stood in for as well."""
    there = {s.name: s for s in library}
    stale = {"pick"} if "left_of" not in str(there["pick"].effects) else set()
    return [*(s for s in there.values() if s.name not in stale), *(s for s in FURTHER if s.name not in there or s.name in stale)]
