"""A stand-in for a language model that reads words only: the request, the options' texts and the steps so far, never the scene."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NoReturn

import numpy as np

from heedful.agents.language.model import JsonSchema, LanguageModelError, Message, Scores
from heedful.agents.understanding.loosely import Wish
from heedful.agents.understanding.wishes import wishes

ORDER = 0.5
"""How much less likely a step is than the one that comes before it."""
EITHER = 0.85
"""How much less likely an alternative is than the one before it, where any will do: no more than a gentle order."""
RETRY = 0.2
"""How much less likely a step is once it has failed."""
FLOOR, DONE_FLOOR, LOOK_FLOOR = 1e-4, 0.02, 0.01
"""Weights of a step that nothing speaks for, of ending too soon, and of looking again."""
LOST = 8.0
"""Weight of asking where the words name what is not here, or what they name is not to be told from another."""

STUCK = 0.3
"""Weight of asking where what comes next has failed already."""
FAILURES = ("failed", "not possible")

_STEP = re.compile(r"^(?:Robot: )?\d+\. (.+?)(?: \((failed|not possible|already so)(?:: (.*))?\))?$")
_PUT = re.compile(r"^put (the .+?) (in|on|next to|left of|right of|in front of|behind) (the .+)$")
_ONE = {
    "holding": r"pick up (the .+)", "open": r"open (the .+)", "closed": r"close (the .+)", "lit": r"switch on (the .+)",
    "~lit": r"switch off (the .+)", "running": r"turn on (the .+)", "~running": r"turn off (the .+)", "upright": r"stand (the .+) up",
    "upside_down": r"turn (the .+) over", "pressed": r"press (the .+)",
}  # fmt: skip
_TWO = {
    "clean": r"wipe up (the .+) with (the .+)",
    "full": r"pour (the .+) into (the .+)",
    "pushed": r"push (the .+?) (?:onto|next to) (the .+)",
}
_PLACED = {"next to": "next_to", "left of": "left_of", "right of": "right_of", "in front of": "in_front_of"}

_HOLDING = re.compile(r"the robot is holding (the .+)")
_COVERED = re.compile(r"(the [\w ]+?) is on (the [\w ]+)")
_SHUT = re.compile(r"(?:.* and )?(the [\w ]+?) is closed")
_HOPELESS = re.compile(r"is not within reach|fit between the fingers|out of reach")
"""What the robot says is in its way: the words of the predicates."""


@dataclass(frozen=True, slots=True)
class Said:
    """An option's text as an act on things."""

    act: str
    things: tuple[str, ...]


class Rules:
    """Scores options by what the embedded understanding makes of the words, as if nothing were known of the state."""

    name = "rules"

    def score(self, prompt: str, options: Sequence[str]) -> Scores:
        """How likely each option is to follow the prompt: the earliest step that is still to be done first."""
        weights = self._weights(prompt, list(options))
        return Scores(np.log(weights / weights.sum()), np.array([max(len(o.split()), 1) for o in options]), "rules")

    def generate(self, messages: Sequence[Message], schema: JsonSchema | None = None) -> str:
        """The next step in the request's own words, knowing no options; with a schema it cannot."""
        if schema is not None:
            raise LanguageModelError("unsupported", "the rules write no JSON; set language=local or language=server for that")
        request, steps = _dialogue(messages[-1].content)
        wished = wishes(request, ()) if request else []
        texts = [t for w in wished for t in _plainly(w)]
        at = sum(1 for _, how, _ in steps if not how)
        return texts[at] if at < len(texts) else "done"

    def ask(self, image: Any, question: str) -> NoReturn:
        raise LanguageModelError("unsupported", "the rules see no pictures")

    def _weights(self, prompt: str, options: list[str]) -> Any:
        request, steps = _dialogue(prompt)
        read = {o: _read(o) for o in options}
        names = tuple(sorted({n for r in read.values() if r for n in r.things}))  # in an order that no step changes
        wished = wishes(request, names)
        texts: dict[Said, str] = {}
        for text, one in read.items():
            if one is not None:
                texts.setdefault(one, text)
        weights = dict.fromkeys(options, FLOOR) | {"look around": LOOK_FLOOR if steps and steps[-1][1] == "failed" else FLOOR}
        lost = not wished or any(w.unknown or (w.ambiguous and not _settled(w, steps)) for w in wished)
        mended = _mended(steps)
        pending = mended + [s for i, w in enumerate(wished) for s in _pending(w, wished[i + 1 :], steps, texts)]
        for place, alternatives in enumerate(pending):
            for i, text in enumerate(alternatives):
                failed = sum(1 for t, how, _ in steps if t == text and how in FAILURES)
                weight = ORDER**place * (EITHER**i) * RETRY**failed
                weights[text] = max(weights.get(text, 0.0), weight)
        barred = {t for t, how, why in steps if how and _HOPELESS.search(why)}
        hopeless = bool(barred) and any(all(t in barred for t in alternatives) for alternatives in pending)
        weights["done"] = 1.0 if not pending and not lost else DONE_FLOOR
        stuck = bool(pending) and not mended and all(any(t == s and how in FAILURES for s, how, _ in steps) for t in pending[0])
        weights["ask for help"] = LOST if lost or hopeless else STUCK if stuck else FLOOR
        return np.array([weights[o] for o in options])


def _dialogue(prompt: str) -> tuple[str, list[tuple[str, str, str]]]:
    """The last request, and the steps since: text, how it went (`failed`, `not possible`, `already so`, '' for well), why."""
    _, _, last = prompt.rpartition("Human: ")
    request, *lines = last.splitlines() or [""]
    steps = [m.groups(default="") for line in lines if (m := _STEP.match(line.strip()))]
    return request.strip(), [(t, how, why) for t, how, why in steps]


@lru_cache(maxsize=4096)
def _read(option: str) -> Said | None:
    if match := _PUT.match(option):
        thing, how, place = match.groups()
        return Said(_PLACED.get(how, how), (thing, place))
    for act, pattern in (*_ONE.items(), *_TWO.items()):
        if match := re.fullmatch(pattern, option):
            return Said(act, match.groups())
    return None


def _script(wish: Wish, later: Sequence[Wish], texts: dict[Said, str]) -> list[list[str]]:
    """The steps that words alone suggest for a wish, in order, each with its alternatives; what is wished later of the same thing ends
    taking it away."""

    def some(act: str, *things: Sequence[str]) -> list[str]:
        rows: list[tuple[str, ...]] = [()]
        for group in things:
            rows = [(*r, t) for r in rows for t in group if t not in r]
        return [texts[Said(act, r)] for r in rows if Said(act, r) in texts]

    first, second = (*wish.things, (), ())[:2]
    match wish.act:
        case "in" | "on" | "at" | "next_to" | "left_of" | "right_of" | "in_front_of" | "behind":
            act = "on" if wish.act == "at" else wish.act
            place = some(act, first, second) or some("on" if act == "in" else "in", first, second)
            opened = some("open", [t for t in second if wish.act == "in"])
            steps = [opened, some("holding", first), place]
        case "~on" | "~in" | "~holding" | "~at":
            goes_on = any(set(first) & set(w.things[0]) for w in later if w.things and not w.act.startswith("~"))
            steps = [some("holding", first) if wish.act != "~holding" else [], [] if goes_on else some("on", first, ["the table"])]
        case "clean":
            tools = [s.things[1] for s in texts if s.act == "clean"]
            steps = [some("holding", tools), some("clean", first, tools)]
        case "full" | "empty":
            ways = [t for s, t in texts.items() if s.act == "full" and s.things[1 if wish.act == "full" else 0] in first]
            steps = [ways]
        case "do":
            steps = [[t for t in (wish.words,) if t]]
        case act:
            steps = [some({"~open": "closed", "~closed": "open"}.get(act, act), first)]
    return [s for s in steps if s]


def _pending(wish: Wish, later: Sequence[Wish], steps: Sequence[tuple[str, str, str]], texts: dict[Said, str]) -> list[list[str]]:
    """The steps of a wish that have not been done; of alternatives, what was begun is gone on with."""
    script = _script(wish, later, texts)
    went = {t for t, how, _ in steps if how in ("", "already so")}
    taken = {t for s in script for t in s if t in went}
    done = max((i for i, s in enumerate(script) if taken & set(s)), default=-1)
    if done == len(script) - 1:
        return []
    rest = script[done + 1 :]
    if done >= 0 and any(how == "failed" and t in rest[0] for t, how, _ in steps[-1:]):
        rest = [*rest, script[done]]  # it may have been dropped: take it up again
    chosen = {n for t in taken if (r := _read(t)) for n in r.things[:1]}
    return [[t for t in s if not chosen or not (r := _read(t)) or r.things[0] in chosen] or s for s in rest]


def _mended(steps: Sequence[tuple[str, str, str]]) -> list[list[str]]:
    """What the reasons why steps were not possible ask to be done before, since the last that went well; and to put away what was only
    taken up because it was in the way."""
    went = max((i for i, (_, how, _) in enumerate(steps) if how == ""), default=-1)
    found: list[list[str]] = []
    for _, how, why in steps[went + 1 :]:
        if how in FAILURES:
            if match := _HOLDING.fullmatch(why):
                found.append([f"put {match.group(1)} on the table"])
            elif match := _COVERED.fullmatch(why):
                found.append([f"pick up {match.group(1)}"])
            elif match := _SHUT.fullmatch(why):
                found.append([f"open {match.group(1)}"])
    covers = {f"pick up {m.group(1)}" for _, how, why in steps[: went + 1] if how and (m := _COVERED.fullmatch(why))}
    if went >= 0 and steps[went][0] in covers:
        found.append([f"put {steps[went][0].removeprefix('pick up ')} on the table"])
    return found


def _settled(wish: Wish, steps: Sequence[tuple[str, str, str]]) -> bool:
    """Whether one of the things that a wish may mean has been acted on."""
    return any(n in t for t, how, _ in steps if not how for n in (wish.things[0] if wish.things else ()))


def _plainly(wish: Wish) -> list[str]:
    """A wish's steps in the request's own words."""
    said = [*wish.said, "it", "the table"][:2]
    match wish.act:
        case "in" | "on" | "at" | "next_to" | "left_of" | "right_of" | "in_front_of" | "behind":
            how = {"at": "on"}.get(wish.act, wish.act.replace("_", " "))
            return [f"pick up {said[0]}", f"put {said[0]} {how} {said[1]}"]
        case "holding":
            return [f"pick up {said[0]}"]
        case "open" | "closed":
            return [f"{'open' if wish.act == 'open' else 'close'} {said[0]}"]
        case "lit" | "~lit" | "running" | "~running":
            verb = "switch" if "lit" in wish.act else "turn"
            return [f"{verb} {'off' if wish.act.startswith('~') else 'on'} {said[0]}"]
        case "clean":
            return ["pick up the sponge", f"wipe up {said[0]} with the sponge"]
        case "upright":
            return [f"stand {said[0]} up"]
        case "upside_down":
            return [f"turn {said[0]} over"]
    return [wish.words] if wish.words else [f"{wish.act} {said[0]}"]
