"""A planner for robots that follow rewards: words become a reward, and the reward is the whole plan."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from heedful.agents.rewards.reading import understand
from heedful.episode import Episode, Plan, Understanding, Verdict
from heedful.program import Do
from heedful.skills import Skill
from heedful.skills.rewards import Names, Reward, Term
from heedful.skills.rewards.catalogue import Name
from heedful.skills.rewards.spelling import read, written
from heedful.types import Id, Observation, Scene, SkillCall

SKILL = "pursue"
OWN = ("dog", "floor")
"""Categories of the robot itself and what it stands on."""


class Wish(str):
    """Rewards as JSON, which are told in short."""

    __slots__ = ()

    def __str__(self) -> str:
        return "; then ".join(" + ".join(" of ".join(t.key) for t in stage) for stage in read(str.__str__(self)))


class Rewarded:
    """Reads words as rewards, and has them followed.

    Args:
      library: The skills; the one named `pursue` follows a reward.
      unsaid: Whether what goes without saying is added to what was said, as the paper's motion descriptor does; `off` is its line without.
    """

    def __init__(self, library: Iterable[Skill], unsaid: str = "on") -> None:
        self.library = library
        self.unsaid = {"on": True, "off": False}[str(unsaid).lower()]

    def understand(self, words: str, scene: Scene) -> Understanding:
        """The reward that the words ask for, as a program of one step."""
        names, ids = called(scene)
        if (kept := kept_in(words, self.library)) is not None:
            return Understanding(Do(kept.name), sentence=f"{kept.name}, as it was kept")
        found = understand(words, names)
        if found.stages is None:
            verdict = Verdict.NEEDS_CLARIFICATION if found.ask else Verdict.NOT_UNDERSTOOD
            return Understanding(None, verdict, found.sentence, code="ambiguous" if found.ask else "unknown_words")
        stages = [replace(s, terms=tuple(_about(t, ids) for t in s)) for s in found.stages]
        return self.program(stages, scene, found.sentence)

    def program(self, stages: Sequence[Reward], scene: Scene, sentence: str) -> Understanding:
        """What is done for rewards: they are followed, which is a program of one step."""
        args: tuple[tuple[str, Any], ...] = (("reward", Wish(written(stages))),)
        return Understanding(Do(SKILL, args if self.unsaid else (*args, ("bare", True))), sentence=sentence)

    def plan(self, episode: Episode, observation: Observation) -> Plan:
        """Follow the reward, or what people made of it after that; done once that came off, refused once it did not."""
        step = episode.steps[-1] if episode.steps else episode.program
        if not isinstance(step, Do):
            return Plan("refuse", sentence="rewards are followed, and this is none")
        call = SkillCall(step.skill, step.args)
        since = next((a.calls for a in reversed(episode.amended) if a.kind == "reward"), 0)
        last = episode.log[-1] if len(episode.log) > since else None
        if last is None:
            return Plan("go", (call,), sentence="follow the reward")
        if last.outcome.ok:
            return Plan("done")
        return Plan("refuse", sentence="it was followed as well as it could be", code=last.outcome.code)


_ASKED = re.compile(
    r"(?:please )?(?:now )?(?:do|show|show me|perform|run|play|repeat|dance|let me see|give me)?(?: (?:the|a|an|your|my))? ?(.+?)"
    r"(?: trick| motion| move)?(?: again| once more)?(?: please)?[.!]?"
)


def kept_in(words: str, library: Iterable[Skill]) -> Skill | None:
    """The kept reward that words ask for by its name, `do the slow moonwalk`; None where they ask for none."""
    found = _ASKED.fullmatch(" ".join(words.lower().split()))
    name = found[1].strip().replace(" ", "_") if found else ""
    return next((s for s in library if s.name == name and any(p.name == "reward" and p.default for p in s.params)), None)


def called(scene: Scene) -> tuple[Names, dict[str, Id]]:
    """What rewards may be about here as people call it, and what each name stands for: `red_block`, or the id where several are alike."""
    legs = any(t.category == "dog" for t in scene.objects.values())
    there = {i: t for i, t in scene.objects.items() if t.category not in OWN}
    count = Counter(t.name for t in there.values())
    ids = {(t.name.replace(" ", "_") if count[t.name] == 1 else i): i for i, t in there.items()}
    fixed = tuple(n for n, i in ids.items() if i in scene.joints)
    parts = {f"{n}_handle": f"{i}_handle" for n, i in ids.items() if there[i].handle is not None}
    names = Names("legged" if legs else "arm", tuple(n for n in ids if n not in fixed), fixed, tuple(parts))
    return names, {**ids, **parts}


def _about(term: Term, ids: Mapping[str, Id]) -> Term:
    """The term with ids for names."""
    return term.with_(**{p.name: ids.get(str(term.args[p.name]), term.args[p.name]) for p in term.spec.params if isinstance(p, Name)})
