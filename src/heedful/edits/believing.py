"""What people told of how the world is: put into what is seen, with its provenance, until the robot has changed it itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from heedful.edits.outcome import Edit, Refused
from heedful.edits.setting import Setting, leave_out, steps_of
from heedful.episode import Episode, Told
from heedful.program import Achieve, Constraint
from heedful.types import Correction, Id, Scene, Thing

MEASURED = frozenset({"open", "lit", "empty", "full", "holding"})
"""Facts that perception has a place for; they pass once the robot has done something to the thing."""
LASTING = frozenset(
    {"locked", "hot", "fragile", "wet", "clean", "sharp", "heavy", "broken", "slippery", "stuck", "is_a", "color", "owned_by"}
)
"""Facts that are kept with the thing as words."""
BARRED = frozenset({"locked", "stuck", "broken", "hot", "sharp"})
"""With one of these a thing is left alone."""
CAREFUL = {"fragile": "gentle", "full": "upright", "slippery": "gentle"}
"""Fact -> the condition that it asks for."""


def fact(correction: Correction, draft: Episode, setting: Setting) -> Edit:
    """Believe what was said, and do what follows from it."""
    effect = correction.effect
    predicate, args, value = str(effect["predicate"]), list(effect.get("args", ())), bool(effect.get("value", True))
    if predicate == "closed":
        predicate, value = "open", not value
    if predicate not in MEASURED | LASTING | {"present", "reachable"}:
        raise Refused("I go by what I see for where things are; noted, but it changes nothing")
    thing = setting.thing(args[-1] if predicate == "holding" else args[0])
    extra = str(args[1]) if predicate in ("is_a", "color", "owned_by") and len(args) > 1 else ""
    draft.told = [t for t in draft.told if (t.predicate, t.thing, t.extra) != (predicate, thing, extra)]
    draft.told.append(Told(predicate, thing, value, extra, correction.text, correction.heard))
    said = _said(predicate, setting.name(thing), value, extra)
    if value and predicate in BARRED:
        _condition(Constraint("no_touch", thing), draft)
        said += f"; I leave {setting.name(thing)} alone"
    elif value and predicate in CAREFUL:
        kind = CAREFUL[predicate]
        _condition(Constraint("gentle") if kind == "gentle" else Constraint("upright", thing), draft)
        said += "; I go gently" if kind == "gentle" else f"; I keep {setting.name(thing)} upright"
    elif (not value and predicate in ("is_a", "reachable", "present")) and leave_out(thing, draft, setting, draft.achieved):
        said += "; so nothing is to be done with it"
    return Edit(f"I take your word: {said}")


def believed(scene: Scene, told: Iterable[Told]) -> Scene:
    """A measured scene with what people told of it."""
    for t in told:
        if t.thing in scene.objects:
            scene = _with(scene, t)
    return scene


def outlived(told: Iterable[Told], touched: Iterable[Id]) -> list[Told]:
    """What is still to be believed once the robot has done something to some things."""
    things = set(touched)
    return [t for t in told if t.predicate not in MEASURED or t.thing not in things]


def _with(scene: Scene, told: Told) -> Scene:
    thing, value = scene.objects[told.thing], told.value
    match told.predicate:
        case "open":
            return (
                replace(scene, joints={**scene.joints, thing.id: float(value)})
                if thing.slide is not None or thing.hinge is not None
                else scene
            )
        case "lit":
            return replace(scene, lit={**scene.lit, thing.id: value})
        case "full" | "empty":
            return replace(scene, fill={**scene.fill, thing.id: float(value == (told.predicate == "full"))})
        case "holding":
            if value:
                return (
                    scene
                    if thing.id in scene.held.values()
                    else replace(scene, held={**scene.held, next(iter(scene.held), "gripper"): thing.id})
                )
            return replace(scene, held={g: None if i == thing.id else i for g, i in scene.held.items()})
        case "present" if not value:
            return replace(scene, objects={i: t for i, t in scene.objects.items() if i != thing.id})
        case "color":
            return _changed(scene, replace(thing, color=told.extra if value else ""))
    word = told.extra if told.predicate == "is_a" else told.predicate
    if not word or told.predicate in ("reachable", "present"):
        return scene
    words = thing.attributes | {word} if value else thing.attributes - {word}
    return _changed(scene, replace(thing, attributes=words))


def _changed(scene: Scene, thing: Thing) -> Scene:
    return replace(scene, objects={**scene.objects, thing.id: thing})


def _condition(added: Constraint, draft: Episode) -> None:
    if added not in draft.under:
        draft.under.append(added)
    steps = steps_of(draft)
    for i in range(draft.achieved, len(steps)):
        step = steps[i]
        if isinstance(step, Achieve) and added not in step.under:
            steps[i] = replace(step, under=(*step.under, added))


def _said(predicate: str, name: str, value: bool, extra: str) -> str:
    no = "" if value else "not "
    return {
        "holding": f"I am {no}holding {name}", "is_a": f"{name} is {no}{extra}", "color": f"{name} is {no}{extra}",
        "owned_by": f"{name} is {no}{extra}'s", "present": f"{name} is {no}here",
    }.get(predicate, f"{name} is {no}{predicate}")  # fmt: skip
