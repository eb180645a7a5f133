"""Two readers of one sentence: where the grammar and the small parser differ, the agent says how it understood and asks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from heedful.agents.understanding.bind import bind
from heedful.agents.understanding.meaning import covers, meaning
from heedful.agents.understanding.parser.coverage import unaccounted
from heedful.agents.understanding.parser.draft import drafted
from heedful.agents.understanding.parser.infer import Network, Parse
from heedful.agents.understanding.parser.reading import Reading, read
from heedful.agents.understanding.parser.spelt import Unsaid, spelt
from heedful.agents.understanding.saying import said
from heedful.agents.understanding.shaping import Vague
from heedful.agents.understanding.vocabulary import Vocabulary
from heedful.episode import Plan, Understanding, Verdict
from heedful.program import NOTHING, Achieve, Do, Program, atoms, parts_of
from heedful.types import Scene

UNREAD = ("not_understood", "unknown_words")
"""Codes of what the grammar could not read at all, where the parser may try."""
SHIPPED: Path | None = None
"""Another folder with weights, for trying them; None: those that were shipped."""
DIFFERS = 0.99
"""Probability from which on the parser's other opinion is worth a question."""
ALONE = 0.95
"""Probability from which on the parser is believed where the grammar understood nothing; below it, it asks. See docs/understanding.md."""
SUGGESTS = 0.5
"""Probability from which on it is asked whether that was meant, where the grammar understood nothing."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the small parser takes a sentence to say."""

    program: Program
    probability: float
    """Of this sketch among all that are well-formed."""
    margin: float
    """How many times as likely it is as the runner-up, as a natural logarithm."""
    left_over: tuple[str, ...]
    """Words of the sentence that the program does not account for."""


@lru_cache(maxsize=1)
def parser() -> Network | None:
    """The parser that was shipped; None where there is none."""
    try:
        return Network.load(SHIPPED) if SHIPPED else Network.load()
    except (FileNotFoundError, ValueError):
        return None


def opinion(words: str, vocabulary: Vocabulary, scene: Scene, network: Network | None = None) -> Opinion | None:
    """The small parser's opinion of a sentence; None where it has none, or none that can be said in this scene."""
    network = network or parser()
    if network is None:
        return None
    reading = read(words, vocabulary, scene, network.known)
    if not reading:
        return None
    parse = network.parse(reading)
    program = _program(parse, reading, scene)
    if program is None:
        return None
    return Opinion(program, parse.probability, parse.logp - parse.runner_logp, unaccounted(reading, parse.sketch))


def _program(parse: Parse, reading: Reading, scene: Scene) -> Program | None:
    draft = drafted(parse.sketch, reading)
    if draft is None:
        return None
    try:
        return spelt(draft, scene)
    except (Vague, Unsaid):
        return None


class Alone:
    """The small parser by itself, for measuring: what it would do if nobody else were asked."""

    def __init__(self, least: float = 0.0) -> None:
        """Set up the parser.

        Args:
          least: Probability below which it does not answer.
        """
        self.least = least

    def understand(self, words: str, scene: Scene) -> Understanding:
        second = opinion(words, Vocabulary.of(scene), scene)
        if second is None or second.probability < self.least:
            return Understanding(None, Verdict.NOT_UNDERSTOOD, "the small parser makes nothing of it", code="not_understood")
        return Understanding(second.program, None, said(second.program, scene))


def agreed(words: str, understood: Understanding, vocabulary: Vocabulary, scene: Scene) -> Understanding:
    """The grammar's understanding in the light of the small parser's opinion.

    Args:
      understood: What the grammar made of the words.
    """
    if understood.program is None and understood.code not in UNREAD:
        return understood
    if understood.program is not None and _exact(understood.program):
        return understood
    second = opinion(words, vocabulary, scene)
    return understood if second is None else weighed(understood, second, scene)


def _exact(program: Program) -> bool:
    """Whether nothing is asked for, which harms nobody, or a skill by its name and number, which rules read exactly."""
    return program == NOTHING or any(isinstance(p, Do) for p in (program, *parts_of(program)))


def weighed(understood: Understanding, second: Opinion, scene: Scene) -> Understanding:
    """The grammar's understanding in the light of a second opinion.

    What the grammar asks, refuses or takes for talk stays so: no opinion turns it into an action.
    """
    if second.left_over or not possible(second.program, scene):
        return understood
    if understood.program is not None:
        return _compared(understood, understood.program, second, scene)
    return _instead(understood, second, scene) if understood.code in UNREAD else understood


def same(first: Program, second: Program, scene: Scene) -> bool:
    """Whether the first program asks for all that the second asks for in this scene, or the same question stands in the way of both.

    What the grammar adds, that a thing lifted off a plate ends in the hand, is no reason to ask.
    """
    one, other = bind(first, scene, {}), bind(second, scene, {})
    if isinstance(one, Plan) or isinstance(other, Plan):
        alike = isinstance(one, Plan) and isinstance(other, Plan)
        return alike and isinstance(one, Plan) and isinstance(other, Plan) and (one.kind, one.code) == (other.kind, other.code)
    return covers(meaning(one, scene), meaning(other, scene))


def possible(program: Program, scene: Scene) -> bool:
    """Whether nothing stands in the way of it here, and it does not forbid what it asks for."""
    bound = bind(program, scene, {})
    return not isinstance(bound, Plan) and not any(_forbidden(p) for p in (bound, *parts_of(bound)))


def _forbidden(step: Program) -> bool:
    """Whether something is to be brought about of a thing that is not to be touched or come near."""
    if not isinstance(step, Achieve):
        return False
    spared = {c.about for c in step.under if c.kind in ("no_touch", "keep_out")}
    return any(a.args and a.args[0] in spared for a in atoms(step.goal))


def _compared(understood: Understanding, program: Program, second: Opinion, scene: Scene) -> Understanding:
    """The grammar's program, unless the parser is sure of another."""
    if second.probability < DIFFERS or not possible(program, scene) or same(program, second.program, scene):
        return understood
    first, other = said(program, scene), said(second.program, scene)
    if first == other:
        return understood
    question = f"I can take that in two ways: that {first}, or that {other}; which is meant?"
    return Understanding(None, Verdict.NEEDS_CLARIFICATION, question, code="two_readings")


def _instead(understood: Understanding, second: Opinion, scene: Scene) -> Understanding:
    """What the parser makes of words that the grammar does not understand, or the question whether that was meant."""
    if second.probability < SUGGESTS:
        return understood
    if second.probability >= ALONE:
        return Understanding(second.program, None, said(second.program, scene))
    question = f"did you mean that {said(second.program, scene)}?"
    return Understanding(None, Verdict.NEEDS_CLARIFICATION, question, code="did_you_mean")
