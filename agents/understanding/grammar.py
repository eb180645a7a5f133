"""From words to a typed Program: readings of the grammar, pronouns resolved, composed into goals."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from heedful.agents.understanding import lexicon, verbs
from heedful.agents.understanding.bind import bind
from heedful.agents.understanding.clause import SIDES, Sentence
from heedful.agents.understanding.clauses import Clauses
from heedful.agents.understanding.compose import asked, compose, refs
from heedful.agents.understanding.describe import candidates
from heedful.agents.understanding.expand import Vague
from heedful.agents.understanding.home.context import variants
from heedful.agents.understanding.home.kinds import kinds_of
from heedful.agents.understanding.home.lifting import at_home
from heedful.agents.understanding.normalise import STOPS, TooLong, tokens
from heedful.agents.understanding.possible import MOVED
from heedful.agents.understanding.saying import said
from heedful.agents.understanding.slips import mended
from heedful.agents.understanding.vocabulary import VOCABULARY, Vocabulary
from heedful.episode import Plan, Understanding, Verdict
from heedful.program import Program, Ref
from heedful.types import Id, Scene

EXAMPLE = 'say for example "put the red block in the blue bowl"'


class Grammar:
    """Understands instructions by rules; what it does not understand, it says."""

    def __init__(self, skills: Mapping[str, str] | None = None) -> None:
        """Set up the grammar.

        Args:
          skills: Skills that may be asked for by name: name -> the property that the skill gives to the one thing it acts on, or ''
            for a skill without arguments.
        """
        self.skills = dict(skills or {})

    def understand(self, words: str, scene: Scene) -> Understanding:
        """What the words ask for, or a sentence that says what was not understood."""
        try:
            said_words = tokens(words)
        except TooLong as error:
            return _puzzled("too_long", str(error))
        if not said_words:
            return _puzzled("empty", f"nothing was asked; {EXAMPLE}")
        vocabulary = Vocabulary.of(scene, tuple(self.skills))
        ways = variants(said_words, vocabulary) if vocabulary.household else [(said_words, "")]
        first: Understanding | None = None
        for request, aside in ways:
            found = self._read(request, aside, vocabulary, scene)
            if found.program is not None:
                return found
            first = first or found
        assert first is not None
        return first

    def _read(self, said_words: list[str], aside: str, vocabulary: Vocabulary, scene: Scene) -> Understanding:
        """What some words ask for, without what was told beside."""
        unknown = list(dict.fromkeys(w for w in said_words if w not in STOPS and not vocabulary.knows(w)))
        here = _present(vocabulary, scene) if unknown and vocabulary.household else frozenset()
        slips = {w: meant for w in unknown if (meant := mended(w, here) or mended(w, vocabulary.seen))}
        if len(slips) < len(unknown):
            return _puzzled("unknown_words", _unknown(unknown, vocabulary))
        said_words = [slips.get(w, w) for w in said_words]
        parser = Clauses(said_words, vocabulary, self.skills)
        programs, vague = _composed(parser.readings(), scene)
        if not programs and slips:
            return _puzzled("unknown_words", _unknown(unknown, vocabulary))
        if not programs:
            return _puzzled("not_understood", vague or _unread(said_words, parser.furthest))
        best = min(programs, key=lambda p: _unlikely(p, programs[p], scene))
        taken = [f'taking "{word}" for "{meant}"' for word, meant in slips.items()]
        taken += [f'leaving aside "{aside}"'] if aside else []
        return Understanding(best, None, ", ".join([said(best, scene), *taken]))

    def bind(self, program: Program, scene: Scene, bindings: dict[str, Id]) -> Program | Plan:
        """The program with ids for its references, or the question or refusal that stands in the way; see `bind`."""
        return bind(program, scene, bindings)


def _composed(readings: Iterable[Sentence], scene: Scene) -> tuple[dict[Program, int], str]:
    """The programs of all readings that say what to do, each with how many things it tells by where they are; and what the first of the
    others lacks."""
    programs: dict[Program, int] = {}
    lacks = ""
    for reading in readings:
        if any(w.place and _nowhere(w.place, scene) for _, c in reading.clauses for w in c.wants):
            continue
        try:
            programs.setdefault(compose(reading, scene), len({r for _, c in reading.clauses for r in c.refs if r.where}))
        except Vague as vague:
            lacks = lacks or f"{vague}; {EXAMPLE}"
    return programs, lacks


def _nowhere(place: Ref, scene: Scene) -> bool:
    """Whether a place is told by where it is, and nothing of its kind is there: the words are likely to mean something else."""
    return bool(place.where) and not at_home(scene) and not any(o.words in lexicon.PRONOUNS for _, o in place.where) and not candidates(place, scene)


def _unlikely(program: Program, pointed: int, scene: Scene) -> tuple[int, int, bool, int, int]:
    """How many references fit nothing in the scene, how many things that stay where they are would be moved, whether it cannot be, and how
    many things are told by where they are, though the words may say where they shall go."""
    absent = sum(not candidates(r, scene) for r in refs(program) if r.category or r.color or r.attributes or r.where)
    moved = [a.args[0] for a in asked(program) if a.name in MOVED and a.args]
    fixed = sum(isinstance(t, Ref) and t.category in lexicon.FIXED for t in moved)
    bound = bind(program, scene, {})
    aside = sum(a.name in SIDES for a in asked(program)) if at_home(scene) else 0  # `on the table left of the sink` is on the table
    stuck = isinstance(bound, Plan) and (bound.kind == "refuse" or at_home(scene))
    return absent, fixed, stuck, pointed, aside


def _present(vocabulary: Vocabulary, scene: Scene) -> frozenset[str]:
    """Words for what is here."""
    kinds = {k for t in scene.objects.values() for k in kinds_of(t.category)}
    return frozenset(w for p, c in vocabulary.nouns.items() if c in kinds for w in p)


def _puzzled(code: str, sentence: str) -> Understanding:
    return Understanding(None, Verdict.NOT_UNDERSTOOD, sentence, code=code)


def _unknown(words: list[str], vocabulary: Vocabulary) -> str:
    parts = []
    for word in list(dict.fromkeys(words))[:3]:
        near = difflib.get_close_matches(word[:40], sorted(vocabulary.known), 1, 0.5)
        parts.append(f'"{word[:40]}"' + (f' (the nearest I know is "{near[0]}")' if near else ""))
    return f"I do not know the word{'s' if len(parts) > 1 else ''} {' and '.join(parts)}; {EXAMPLE}"


def _unread(words: list[str], furthest: int) -> str:
    if later := [w for w in words if w in verbs.NOT_YET - VOCABULARY | verbs.TURNING]:
        return f'I cannot make sense of "{later[0]}" in "{_short(words)}", and will not guess; {EXAMPLE}'
    if furthest == 0:
        return f'I cannot tell what to do from "{_short(words)}"; {EXAMPLE}'
    if furthest >= len(words):
        return f'something is missing from "{_short(words)}"; {EXAMPLE}'
    return f'I can follow "{_short(words[:furthest])}" but not "{_short(words[furthest:])}" after it; {EXAMPLE}'


def _short(words: list[str]) -> str:
    return " ".join(words[:12]).replace(" ,", ",") + (" …" if len(words) > 12 else "")
