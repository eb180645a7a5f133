"""Two stages from words to a reward with any language model: it describes the motion by a template, then writes terms; both are checked."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Literal

from heedful.agents.language.model import LanguageModel, LanguageModelError, Message
from heedful.agents.language.quoting import DATA, quoted
from heedful.agents.rewards.calls import FUNCTIONS, read_calls
from heedful.agents.rewards.reading import Understood
from heedful.skills.rewards import CATALOGUE, Names, RewardError
from heedful.skills.rewards.catalogue import Choice, Name, Number, TermSpec
from heedful.skills.rewards.spelling import LONGEST_TEXT, Stages, read, schema

REPAIRS = 1
"""Further turns in which a model may mend a reply that was refused."""
LONGEST_DESCRIPTION = 4000
TEMPLATES = {
    "legged": """The torso is NUM m above the ground (0.3 standing, 0.5 on two legs).
The torso pitches by NUM degrees (nose up is positive) and rolls by NUM degrees (right side down is positive).
CHOICE{It heads NUM degrees (0 is east, 90 north); it faces THING; it turns at NUM degrees per second, left is positive}.
CHOICE{It stays; it goes to (NUM, NUM); it comes within NUM m of THING; it moves at NUM m/s forward and NUM m/s to the left}.
[optional] The FOOT foot is lifted NUM m, reaches NUM m forward and NUM m inward.
[optional] The FOOT foot steps NUM times a second, swings up NUM m and CHOICE{forward, backward} NUM m, with NUM of the cycle in the air, at
phase NUM of the cycle.
[optional] It hops NUM m high.
[optional] Then: the same lines for what comes next.""",
    "arm": """The hand is close to CHOICE{THING, HANDLE, nothing}.
[optional] THING is CHOICE{close to, at least NUM m from} THING.
[optional] THING is lifted NUM m; THING is CHOICE{upright, upside down, on its side}; THING is turned by NUM degrees.
[optional] The CHOICE{drawer, faucet, door} is NUM percent open.
[optional] The hand moves at NUM m/s at most; the fingers are CHOICE{open, closed}.
[optional] Then: the same lines for what comes next.""",
}
"""What a motion is described by."""
DESCRIBE = """You describe the motion of a robot that a person asks for, by filling in this template.
{template}
Put a number for every NUM, one of the alternatives for every CHOICE, and a name that is listed for THING, HANDLE and FOOT. Leave out the
optional lines that are not needed. Write nothing else. If a person corrects the last motion, repeat all of its lines, changed. If the
words ask for no motion that these lines can express, write only: UNCLEAR and what is missing. {data}
{names}"""
CODE = """You turn the description of a robot's motion into a reward, as JSON:
{{"stages": [{{"terms": [{{"term": …, "params": {{…}}}}, …]}}]}}.
One stage for what goes on at once; a further one for what comes then. Use only these terms, with numbers in the units and ranges given:
{terms}
Leave out `weight` unless something is to matter more (3 times the usual) or less. Write JSON alone. {data}
{names}"""
CODE_CALLS = """You turn the description of a robot's motion into calls of these functions, one a line, and nothing else:
{terms}
Use numbers and names in quotation marks as arguments, None for what is not needed; end with execute_plan(). {data}
{names}"""
_LEFT = re.compile(r"\b(NUM|CHOICE|THING|FOOT|HANDLE)\b")
_FENCED = re.compile(r"```(?:python|py|json)?\s*\n?(.*?)```", re.DOTALL)


@dataclass(slots=True)
class TwoStage:
    """Words to rewards by a language model. It keeps the turns of a dialogue, so that a correction bears on what was said before.

    Args:
      model: Any backend.
      names: What there is in the world.
      style: Whether the second stage writes JSON by a schema, or calls as the published coder does.
      describe: Whether there is a first stage; without it this is the baseline that codes the words themselves.
    """

    model: LanguageModel
    names: Names
    style: Literal["json", "calls"] = "json"
    describe: bool = True
    turns: list[Message] = field(default_factory=list)

    def reset(self) -> None:
        """A new task: what was said before does not matter any more."""
        self.turns = []

    def code(self, words: str) -> Understood:
        """The reward that words ask for; without one, a sentence with what the model got wrong. What it wrote is read, never executed."""
        try:
            description = self._described(words) if self.describe else words
            if description is None:
                return Understood(None, f"{self.model.name} left placeholders in its description of the motion")
            if description.lstrip().upper().startswith("UNCLEAR"):
                return Understood(None, " ".join(description.split())[:200], True)
            return self._coded(description)
        except LanguageModelError as error:
            return Understood(None, str(error))

    def _described(self, words: str) -> str | None:
        """The filled template; None where the model leaves it unfilled, twice."""
        system = Message("system", DESCRIBE.format(template=TEMPLATES[self.names.body], data=DATA, names=_listed(self.names)))
        asked = [system, *self.turns, Message("user", words)]
        reply = self.model.generate(asked)[:LONGEST_DESCRIPTION]
        for _ in range(REPAIRS):
            if left := _LEFT.search(reply):
                asked += [Message("assistant", reply), Message("user", f"{left[0]} is left in there; write it again with a value.")]
                reply = self.model.generate(asked)[:LONGEST_DESCRIPTION]
        if _LEFT.search(reply):
            return None
        self.turns += [Message("user", words), Message("assistant", reply)]
        return reply

    def _coded(self, description: str) -> Understood:
        asked = [Message("system", self._system()), Message("user", description)]
        form = schema(self.names) if self.style == "json" else None
        problem = ""
        for turn in range(REPAIRS + 1):
            reply = self.model.generate(asked, form)
            try:
                stages = reply_read(reply, self.names)
                return Understood(stages, "; then ".join(map(str, stages)))
            except RewardError as error:
                problem = str(error)
                if turn < REPAIRS:
                    asked += [
                        Message("assistant", reply[:LONGEST_TEXT]),
                        Message("user", f"That is refused: {problem}. Write all of it again."),
                    ]
        return Understood(None, f"{self.model.name} wrote no reward that can be followed: {problem}")

    def _system(self) -> str:
        if self.style == "calls":
            lines = [f"{n}({', '.join(p)})" for n, (p, _) in FUNCTIONS.items()]
            lines += [
                f"{s.name}({', '.join(f'{p.name}=…' for p in s.params)}, weight={s.weight:g})  # {s.doc}" for s in _terms_of(self.names)
            ]
            return CODE_CALLS.format(terms="\n".join(lines), data=DATA, names=_listed(self.names))
        return CODE.format(terms="\n".join(map(described, _terms_of(self.names))), data=DATA, names=_listed(self.names))


def reply_read(reply: str, names: Names) -> Stages:
    """The rewards in a model's reply: JSON or calls, bare, fenced or with words around the JSON. Raises RewardError."""
    if len(reply) > 2 * LONGEST_TEXT:
        raise RewardError(f"the reply has {len(reply)} characters; {LONGEST_TEXT} are the most")
    if _LEFT.search(reply) and re.search(r"\b(NUM|CHOICE)\b", reply):
        raise RewardError("NUM or CHOICE is left in there; every one of them must be a value")
    text = re.sub(r"<think>.*?</think>", "", reply, flags=re.DOTALL).strip()
    inside = _FENCED.findall(text)
    if len(inside) > 1:
        raise RewardError("there are several blocks of code; one reward is read")
    body = (inside[0] if inside else text).strip()
    if body[:1] in ("{", "["):
        return read(body, names)
    if not inside and "{" in body and "(" not in body.partition("{")[0]:
        return read(_object_in(body), names)
    return tuple(s.check(names) for s in read_calls(body))


def _object_in(text: str) -> str:
    """The one JSON object that stands between other words. Raises RewardError."""
    start = text.index("{")
    try:
        _, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        raise RewardError("that is no JSON") from None
    if "{" in text[end:]:
        raise RewardError("there are several JSON objects; one reward is read")
    return text[start:end]


def _terms_of(names: Names) -> list[TermSpec]:
    return [s for s in CATALOGUE.values() if names.body in s.bodies]


def described(spec: TermSpec) -> str:
    """One line for a term, with its parameters, units and ranges."""
    params = []
    for p in spec.params:
        if isinstance(p, Number):
            usual = "" if p.default is None else f", {p.default:g} unless given"
            params.append(f"{p.name}: {p.low:.3g} to {p.high:.3g}{' ' + p.unit if p.unit else ''}{usual}{', ' + p.doc if p.doc else ''}")
        elif isinstance(p, Choice):
            params.append(f"{p.name}: {' | '.join(p.options)}")
        elif isinstance(p, Name):
            params.append(f"{p.name}: the name of a {p.kind}")
    return f"- {spec.name}: {spec.doc} {{{'; '.join(params)}}} Usual weight {spec.weight:g}."


def _listed(names: Names) -> str:
    """The names that may be used, as data."""
    rows = {"things": names.things, "joints": names.joints, "points": names.points}
    return "\n".join(f"{k}: {', '.join(map(quoted, v)) or 'none'}" for k, v in rows.items())
