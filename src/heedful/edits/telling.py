"""Answers to what people ask while it works, from the episode and what is seen; quick enough for the control loop."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from heedful.edits.names import identified, names
from heedful.episode import Episode
from heedful.predicates import name_of
from heedful.skills import Library
from heedful.types import Correction, Scene, SkillCall, Status


def told(
    correction: Correction, episode: Episode, scene: Scene | None, call: SkillCall | None, ahead: Sequence[SkillCall], doing: Any
) -> str:
    """What is said back to a question, a yes or a no, or praise.

    Args:
      doing: The skill library, the speed and the time under way: `library`, `speed`, `seconds`, `held`, `memory`.
    """
    match correction.kind:
        case "praise":
            return "thank you" if correction.effect.get("value") == "good" else "I am sorry; say what to do differently"
        case "confirm":
            return "good" if correction.effect.get("value") else "say what to do differently, or 'stop'"
        case "query":
            return _answer(correction, episode, scene, call, ahead, doing)
    return correction.reply


def _answer(
    correction: Correction, episode: Episode, scene: Scene | None, call: SkillCall | None, ahead: Sequence[SkillCall], doing: Any
) -> str:
    about = correction.effect.get("about")
    match about:
        case "activity":
            return (
                f"I {_does(call, scene)}, to carry out “{episode.instruction}”"
                if call is not None
                else "I am thinking about what to do next"
            )
        case "reason":
            return _reason(episode, scene, call, doing.held)
        case "plan":
            rest = [_does(c, scene) for c in ahead]
            return f"next I {', then '.join(rest)}" if rest else "this is the last step that I have planned"
        case "holding":
            held = [name_of(i, scene) for i in (scene.held.values() if scene is not None else ()) if i is not None]
            return f"I am holding {' and '.join(held)}" if held else "I am holding nothing"
        case "location":
            return _where(correction.effect.get("object"), scene, call)
        case "ability":
            return f"I can {', '.join(_verbs(doing.library))}"
        case "speed":
            return f"I move at {100 * doing.speed:.0f} % of my speed"
        case "time":
            return f"I have been at this for {doing.seconds:.0f} s"
        case "state":
            if doing.held:
                return f"I am held: {doing.held}"
            last = next((s for s in reversed(episode.log) if not s.outcome.ok), None)
            return f"I am at work; last trouble: {last.outcome.sentence}" if last else "I am at work, and all is well"
        case "identity":
            return "I am a robot run by Heedful; I do what you say and heed corrections while I work"
        case "memory":
            kept = [c.text for c in episode.corrections if c.kind == "preference"]
            return f"you told me: {'; '.join(kept)}" if kept else "you have told me no rule in this task"
        case "count":
            return _count(correction.effect.get("object"), scene)
    return "I do not know"


def _reason(episode: Episode, scene: Scene | None, call: SkillCall | None, held: str) -> str:
    if held:
        return f"because {held}"
    last = episode.log[-1] if episode.log else None
    if last is not None and last.outcome.status is Status.INTERRUPTED:
        return f"because {last.outcome.sentence}"
    if call is not None:
        return f"I {_does(call, scene)} because “{episode.instruction}” was asked, which I took as: {episode.understood}"
    return (
        f"because {last.outcome.sentence}" if last is not None and last.outcome.sentence else f"because you asked: “{episode.instruction}”"
    )


def _does(call: SkillCall, scene: Scene | None) -> str:
    things = [name_of(str(v), scene) for _, v in call.args if scene is not None and str(v) in scene.objects]
    words = call.skill.split("_")
    if len(things) == 2 and len(words) > 1:
        return f"{words[0]} {things[0]} {' '.join(words[1:])} {things[1]}"
    return " ".join([" ".join(words), *things])


def _where(named: Any, scene: Scene | None, call: SkillCall | None) -> str:
    if scene is None:
        return "I see nothing yet"
    first = next((str(v) for _, v in (call.args if call else ()) if str(v) in scene.objects), None)
    thing = identified(named, names(scene), scene) if named else first
    if thing is None:
        return f"I do not see the {named}" if named else "I do not know what you mean"
    return whereabouts(thing, scene)


def whereabouts(thing: str, scene: Scene) -> str:
    """Where a thing is, as the robot sees it."""
    if thing in scene.held.values():
        return f"{name_of(thing, scene)} is in my hand"
    x, y, _ = scene.objects[thing].pose.pos.tolist()
    side = f"{100 * abs(y):.0f} cm to my {'left' if y > 0 else 'right'}"
    return f"{name_of(thing, scene)} is {100 * x:.0f} cm in front of me and {side}"


def _count(kind: Any, scene: Scene | None) -> str:
    if scene is None or not kind:
        return "I do not know"
    word = str(kind).split()[-1].rstrip("s")
    many = sum(t.category == word for t in scene.objects.values())
    return f"I see {many} {word}{'' if many == 1 else 's'}"


def _verbs(library: Library) -> list[str]:
    return sorted({s.name.split("_")[0] for s in library if s.plan_with})
