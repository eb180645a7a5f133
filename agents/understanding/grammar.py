"""From words to a typed Program: readings of the grammar, pronouns resolved, composed into goals."""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Iterable, Mapping
from dataclasses import replace

from heedful.agents.understanding import lexicon, sayings, verbs
from heedful.agents.understanding.agree import UNREAD, agreed
from heedful.agents.understanding.amending import amended
from heedful.agents.understanding.asides import without_asides
from heedful.agents.understanding.bind import bind
from heedful.agents.understanding.chat import CAN, beyond, talked, vague
from heedful.agents.understanding.clause import SIDES, Sentence, clauses_of
from heedful.agents.understanding.compose import asked, compose, counted, denied, refs
from heedful.agents.understanding.control import Control
from heedful.agents.understanding.describe import candidates, nowhere, unfit
from heedful.agents.understanding.english import exists
from heedful.agents.understanding.home.context import variants
from heedful.agents.understanding.home.kinds import kinds_of
from heedful.agents.understanding.home.lifting import at_home
from heedful.agents.understanding.joining import Contradiction
from heedful.agents.understanding.manner import marked
from heedful.agents.understanding.mistyped import MARGIN, likeliest, mistyped
from heedful.agents.understanding.normalise import POLITE, STOPS, TooLong, polite, tokens
from heedful.agents.understanding.plainly import plainly
from heedful.agents.understanding.possible import MOVED
from heedful.agents.understanding.repair import Repair
from heedful.agents.understanding.rewording import reworded, surely
from heedful.agents.understanding.saying import said
from heedful.agents.understanding.shaping import Vague
from heedful.agents.understanding.slips import mended
from heedful.agents.understanding.unheard import explained
from heedful.agents.understanding.vocabulary import VOCABULARY, Vocabulary
from heedful.episode import Plan, Understanding, Verdict
from heedful.predicates.builtin import EMPTY
from heedful.program import Not, Program, Ref, Term
from heedful.types import Id, Scene

REMARKED = (*UNREAD, "chat")
"""Codes of what may be a request beside a remark."""
EXAMPLE = 'say for example "put the red block in the blue bowl"'


class Grammar:
    """Understands instructions by rules; what it does not understand, it says."""

    def __init__(self, skills: Mapping[str, str] | None = None, second: bool = True) -> None:
        """Set up the grammar.

        Args:
          skills: Skills that may be asked for by name: name -> the property that the skill gives to the one thing it acts on, or ''
            for a skill without arguments.
          second: Whether the small parser is asked for a second opinion; see `agree`.
        """
        self.skills = dict(skills or {})
        self.second = second

    def understand(self, words: str, scene: Scene) -> Understanding:
        """What the words ask for, or a sentence that says what was not understood, or in which two ways it may be understood."""
        understood = self.alone(words, scene)
        return agreed(words, understood, Vocabulary.of(scene, tuple(self.skills)), scene) if self.second else understood

    def alone(self, words: str, scene: Scene) -> Understanding:
        """What the grammar alone makes of the words."""
        try:
            heard = tokens(words)
        except TooLong as error:
            return _puzzled("too_long", str(error))
        if not heard:
            return _puzzled("empty", f"nothing was asked; {EXAMPLE}")
        vocabulary = Vocabulary.of(scene, tuple(self.skills))
        return self._typed(heard, words, vocabulary, scene) or self._amended(heard, words, vocabulary, scene, {})

    def _typed(self, heard: list[str], words: str, vocabulary: Vocabulary, scene: Scene) -> Understanding | None:
        """What words with slips of the pen ask for; a question where the slips may be meant for several things; None where there is no
        slip, or no sense in it."""
        read: list[tuple[float, Understanding, dict[str, str]]] = []
        for version, taken, cost in mistyped(heard, vocabulary, _present(vocabulary, scene)):
            if read and cost > read[0][0] + MARGIN:
                break
            understood = self._amended(version, words, vocabulary, scene, taken)
            read += [(cost, understood, taken)] if understood.program is not None else []
        return likeliest([(u, t) for _, u, t in read], scene)

    def _amended(self, heard: list[str], words: str, vocabulary: Vocabulary, scene: Scene, typed: Mapping[str, str]) -> Understanding:
        """What words ask for that are taken as they are written."""
        heard, taken = amended(heard, vocabulary)
        taken |= typed
        heard = polite(heard)
        plain = plainly(heard)
        understood = self._heard(plain, words, vocabulary, scene, taken)
        if plain != heard and understood.code in REMARKED:
            understood = self._heard(heard, words, vocabulary, scene, taken)
        return self._beside_remarks(plain, words, vocabulary, scene, taken) or understood if understood.code in REMARKED else understood

    def _beside_remarks(
        self, heard: list[str], words: str, vocabulary: Vocabulary, scene: Scene, taken: Mapping[str, str]
    ) -> Understanding | None:
        """What is asked for where remarks beside it are left out; None where that is no request either."""
        for version, aside in without_asides(heard, words, vocabulary):
            plain = plainly(polite(version))
            understood = self._heard(plain, " ".join(version), vocabulary, scene, taken)
            if understood.program is not None:
                told = f'{understood.sentence}, leaving aside "{aside}"' if aside else understood.sentence
                return replace(understood, sentence=told)
        return None

    def _heard(self, heard: list[str], words: str, vocabulary: Vocabulary, scene: Scene, taken: Mapping[str, str]) -> Understanding:
        """What some words ask for, in a household without what is told beside."""
        if not vocabulary.household:
            return self._read(heard, "", words, vocabulary, scene, taken)
        answers: list[Understanding] = []
        for request, aside in variants(heard, vocabulary):
            answers.append(self._read(request, aside, words, vocabulary, scene, taken))
            if (program := answers[-1].program) is not None and not isinstance(bind(program, scene, {}), Plan):
                return answers[-1]
        return next((a for a in answers if a.program is not None), answers[0])

    def _read(
        self, heard: list[str], aside: str, words: str, vocabulary: Vocabulary, scene: Scene, misheard: Mapping[str, str]
    ) -> Understanding:
        """What some of the words ask for, without what was told beside."""
        unknown = list(dict.fromkeys(w for w in heard if w not in STOPS and w not in sayings.WORDS and not vocabulary.knows(w)))
        here = _present(vocabulary, scene) if unknown else frozenset()
        known = vocabulary.seen | sayings.WORDS | POLITE if unknown else frozenset()
        typed = [w for w in unknown if vocabulary.household or len(w) > 4 or not exists(w)]
        slips = {w: meant for w in typed if (meant := (vocabulary.household and mended(w, here)) or mended(w, known, here))}
        if len(slips) < len(unknown):
            if (made := explained(heard, [w for w in unknown if w not in slips], vocabulary)) is not None:
                understood = self._read(made[0], aside, words, vocabulary, scene, misheard)
                if understood.program is None:
                    return self._beside(heard, words) or _puzzled("unknown_words", _unknown(unknown, vocabulary))
                return replace(understood, sentence=", ".join([understood.sentence, *made[1]]))
            return self._beside(heard, words) or _puzzled("unknown_words", _unknown(unknown, vocabulary))
        said_words = polite([slips.get(w, w) for w in heard]) if slips else heard
        control = Control(vocabulary, self.skills)
        programs, vague, taken = _first(control, said_words, scene)
        if not programs:
            if slips:
                return self._beside(heard, words) or _puzzled("unknown_words", _unknown(unknown, vocabulary))
            if isinstance(vague, Contradiction):
                return Understanding(None, Verdict.REFUSED, str(vague), code="contradiction")
            lacks = f"{vague}; {EXAMPLE}" if vague else _unread(said_words, control.furthest)
            return self._beside(heard, words) or _puzzled("not_understood", lacks)
        best = min(programs, key=lambda p: _unlikely(p, programs[p], scene))
        told = [f'taking "{word}" for "{meant}"' for word, meant in ({**misheard, **slips, **taken}).items()]
        told += [f'leaving aside "{aside}"'] if aside else []
        return Understanding(best, None, ", ".join([said(best, scene), *told]))

    def _beside(self, heard: list[str], words: str) -> Understanding | None:
        """The answer to talk, and to a request for what no skill does."""
        if what := beyond(heard, self.skills):
            return Understanding(None, Verdict.REFUSED, f"I cannot {what}; {CAN}", code="ability")
        if vague(heard):
            return Understanding(None, Verdict.NEEDS_CLARIFICATION, f"what exactly shall I do? {EXAMPLE}", code="vague")
        if talked(heard, words.rstrip().endswith("?")):
            return _puzzled("chat", f"I only act on requests and cannot talk; {EXAMPLE}")
        return None

    def bind(self, program: Program, scene: Scene, bindings: dict[str, Id]) -> Program | Plan:
        """The program with ids for its references, or the question or refusal that stands in the way; see `bind`."""
        return bind(program, scene, bindings)


def _first(control: Control, words: list[str], scene: Scene) -> tuple[dict[Program, int], Vague | Contradiction | None, dict[str, str]]:
    """The programs of the first version of what was said that says what to do; else what the first lacks; and words taken for others."""
    lacks: Vague | Contradiction | None = None
    for version, taken in _versions(control, words, scene):
        if lacks and taken is not NOTHING_TAKEN:
            break
        for rows in Repair(control).versions(marked(version)):
            programs, lacking = _composed([Sentence(r) for r in rows], scene)
            if programs:
                return programs, None, taken
            lacks = lacks or lacking
    return {}, lacks, {}


NOTHING_TAKEN: dict[str, str] = {}
"""Of versions that take no word for another."""


def _versions(control: Control, words: list[str], scene: Scene) -> Iterable[tuple[list[str], dict[str, str]]]:
    """The words as they stand, put in other words, and with those in the place of which people write others."""
    first, *confused = _confused(surely(words, control.vocabulary, scene))
    yield first[0], NOTHING_TAKEN
    yield from ((version, NOTHING_TAKEN) for version in reworded(first[0], control.vocabulary, scene))
    yield from confused


def _confused(words: list[str]) -> Iterable[tuple[list[str], dict[str, str]]]:
    """The words, and then with those in the place of which people write others: `turn of the light`."""
    yield words, {}
    places = [(i, meant) for word, meant, after in CONFUSED for i, w in enumerate(words) if w == word and _after(words, i, after)][:6]
    for many in (1, 2):
        for chosen in itertools.combinations(places, many):
            swapped = dict(chosen)
            yield [swapped.get(i, w) for i, w in enumerate(words)], {words[i]: meant for i, meant in chosen}


CONFUSED: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("of", "off", frozenset({"turn", "switch", "take", "get", "shut", "lift", "cut", "power", "put", "goes", "go", "is"})),
    ("off", "of", frozenset({"left", "right", "front", "top", "side", "back", "out", "one", "two", "three", "all", "both", "each",
    "rest"})),
    ("too", "to", frozenset()), ("to", "too", frozenset()), ("than", "then", frozenset()),
)  # fmt: skip
"""Words that people write for one another, and after which; empty: after any."""
_TO_A_SIDE = frozenset({"the", "to", "too", "on", "its", "at", "directly", "just", "right"})
"""Words before `left` where it is a side."""


def _after(words: list[str], at: int, before: frozenset[str]) -> bool:
    if words[at - 1 : at] == ["left"] and words[at] == "off" and (at < 2 or words[at - 2] not in _TO_A_SIDE):
        return False  # `until none is left off the tray`
    return not before or (at > 0 and words[at - 1] in before)


def _composed(readings: Iterable[Sentence], scene: Scene) -> tuple[dict[Program, int], Vague | Contradiction | None]:
    """The programs of all readings that say what to do, each with how many things it tells by where they are; and what the first of the
    others lacks."""
    programs: dict[Program, int] = {}
    lacks: Vague | Contradiction | None = None
    for reading in readings:
        if any(o.words == "itself" for c in clauses_of(reading) for r in c.refs for _, o in r.where):
            continue
        places = [p for c in clauses_of(reading) for w in c.wants for p in (w.place, w.other) if p]
        if any(_nowhere(p, scene) for p in (*places, *(t for c in clauses_of(reading) if c.refused for t in c.themes))):
            continue
        try:
            told = len({r for c in clauses_of(reading) for r in c.refs if r.where}) + 2 * sum(len(c.also) for c in clauses_of(reading))
            programs.setdefault(compose(reading, scene), told)
        except (Vague, Contradiction) as error:
            lacks = error if lacks is None or isinstance(error, Contradiction) else lacks
    return programs, lacks


def _nowhere(place: Ref, scene: Scene) -> bool:
    """Whether a place is told by where it is, and nothing of its kind is there: the words are likely to mean something else."""
    return (
        bool(place.where)
        and not at_home(scene)
        and not any(o.words in lexicon.PRONOUNS for _, o in place.where)
        and not candidates(place, scene)
    )


def _unlikely(program: Program, pointed: int, scene: Scene) -> tuple[int, int, int, int, bool, int, int, bool]:
    """How many references fit nothing in the scene, from how many vessels there is nothing to pour, how many things that stay where they
    are would be moved, whether it cannot be, and how many things are told by where they are, though the words may say where they shall
    go; last, whether it would have to be asked who is meant."""
    none = [r for r in counted(program) if nowhere(r, scene)]
    absent = sum(unfit(r, scene) for r in refs(program) if r not in none)
    moved = [a.args[0] for a in asked(program) if a.name in MOVED and a.args]
    fixed = sum(isinstance(t, Ref) and t.category in lexicon.FIXED for t in moved)
    bound = bind(program, scene, {})
    absent += sum(r.words in lexicon.SINGLE and not (r.category or r.color or r.where) for r in refs(program))
    poured = [t for a in asked(program) if a.name == "full" and Not(a) in denied(program) for t in a.args]
    dry = sum(isinstance(t, Ref) and all(scene.fill.get(i, 0.0) <= EMPTY for i in candidates(t, scene)) for t in poured)
    home = at_home(scene)
    if home:  # what stays where it is shows; `on the table left of the sink` is on the table
        fixed = sum(_stays(t, scene) for t in moved)
    aside = sum(a.name in SIDES and _stays(a.args[1], scene) for a in asked(program)) if home else 0
    gone = len(denied(program)) if home else 0  # `move the cup, the plate and the fork to the table` leaves none of them just anywhere
    asks = isinstance(bound, Plan)
    return absent, dry, fixed, gone, isinstance(bound, Plan) and (home or bound.kind == "refuse"), pointed, aside, asks


def _stays(term: Term, scene: Scene) -> bool:
    """Whether all that is meant stays where it is."""
    ids = candidates(term, scene) if isinstance(term, Ref) else [term]
    return bool(ids) and all(i in scene.objects and scene.objects[i].fixed for i in ids)


def _present(vocabulary: Vocabulary, scene: Scene) -> frozenset[str]:
    """Words for what is here."""
    kinds = {k for t in scene.objects.values() for k in (t.category, *kinds_of(t.category))}
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
