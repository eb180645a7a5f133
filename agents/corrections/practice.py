"""Sentences to learn from: constructions with other words in their slots, records, and talk that is no correction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from heedful.agents.corrections.classes import DIRECTIONS, GRAMMAR
from heedful.agents.corrections.constructions import Rule
from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.facts import ADJECTIVES
from heedful.agents.corrections.hearing import heard, plain
from heedful.agents.corrections.magnitudes import WORDS
from heedful.agents.corrections.manners import PARTS
from heedful.agents.corrections.placing import RELATIONS
from heedful.agents.corrections.reading import known, read_correction
from heedful.agents.corrections.turning import SENSE
from heedful.agents.corrections.ways import SKILL_VERBS
from heedful.agents.understanding.english import english
from heedful.types import Correction

Rng = np.random.Generator
SCENES: tuple[tuple[str, dict[str, str], tuple[str, ...]], ...] = (
    ("place", {"object": "red block", "target": "tray"}, ("red block", "blue block", "tray", "green bowl", "lamp")),
    ("pick", {"object": "left jar"}, ("left jar", "middle jar", "right jar", "shelf", "spoon")),
    ("move", {"object": "kettle", "target": "counter"}, ("kettle", "counter", "vase", "laptop", "plate")),
    ("pour", {"object": "jug", "target": "tall glass"}, ("jug", "tall glass", "short glass", "napkin", "lamp")),
    ("open_drawer", {"object": "top drawer"}, ("top drawer", "bottom drawer", "cupboard door", "stapler", "folder")),
    ("wipe", {"object": "sponge", "target": "table"}, ("sponge", "table", "phone", "plate", "mug")),
    ("navigate", {"object": "toolbox", "target": "bench"}, ("toolbox", "bench", "ladder", "bucket", "drill")),
    ("push", {"object": "large box", "target": "pallet"}, ("large box", "small box", "pallet", "cone", "cart")),
)
LASTS = (
    None,
    None,
    Correction("", "nudge", {"direction": "left", "frame": "default", "magnitude_m": "default"}),
    Correction("", "pause", {}),
    Correction("", "halt", {}),
    Correction("", "rate", {"factor": "slower"}),
)
_PLAIN = {
    "amt": [*WORDS.entries, "two centimetres", "5 cm", "ten degrees", "a quarter turn", "an inch", "three seconds"],
    "rel": list(RELATIONS.entries),
    "part": sorted(PARTS),
    "from": ["above", "the side", "the left", "behind", "the front", "below"],
    "verb": list(SKILL_VERBS.entries),
    "adj": list(ADJECTIVES.entries),
    "related": ["in", "on", "under", "next to"],
    "sense": list(SENSE.entries),
    "dir": list(DIRECTIONS.entries),
    "high": ["high", "low", "far down"],
    "share": ["half", "30 percent", "a third", "double", "twice"],
    "part_of": ["half", "two thirds", "halfway"],
    "number": ["3", "five"],
    "seconds": ["ten seconds", "2 minutes", "half a minute"],
    "num": ["two", "3"],
    "quality": ["red", "small", "tall"],
    "topic": ["the speed", "staying away", "the nudge"],
    "word": ["a toy", "rubbish", "blue"],
    "owner": ["me", "my wife"],
}
_CLAUSES = (
    "you do that",
    "i move my cup",
    "it is ready",
    "we get there",
    "the phone rings",
    "i say so",
    "you are taking it",
    "it is so slow",
    "he comes back",
    "i find my glasses",
    "i told you",
    "that is dangerous",
    "you stopped",
    "it stands",
)
_CALLS = (
    "open the {0}",
    "put the {0} on the {1}",
    "wipe the {0}",
    "close the {0}",
    "turn off the {0}",
    "move the {0} to the {1}",
    "pick up the {0}",
)
TALK = (
    "did you see the match last night",
    "we should call mum later",
    "the weather is awful today",
    "i am so tired",
    "what a long week it has been",
    "dinner is nearly ready",
    "have you heard from paul",
    "my back hurts since monday",
    "the neighbours are loud again",
    "see you tomorrow then",
    "he moved to another town",
    "she left the company last year",
    "they stopped selling those",
    "i will call you back",
    "can you hear me now on the phone",
    "no i have not read it yet",
    "yes the blue one in the shop window",
    "the train was late again",
    "pass me the salt please tom",
    "anna turn the music down",
    "could someone open a window",
    "who wants coffee",
    "i forgot my keys at home",
    "that film was terrible",
    "the kids are at school",
    "happy birthday",
    "good morning everybody",
    "how was your weekend",
    "let me know when you arrive",
    "this printer never works",
    "where did i put my glasses",
    "it is raining again",
    "my phone is almost dead",
    "our flight leaves at six",
    "the meeting is on thursday",
    "hello this is the dentist",
    "what is for lunch",
    "i have to go to the bank",
    "do you want sugar in your tea love",
    "alexa play some music",
    "ok google set a timer",
    "the dog needs a walk",
    "we are out of bread",
    "the shop closes at eight",
    "he is always late",
    "nice to meet you",
    "bless you",
    "excuse me madam",
    "turn left at the traffic lights",
    "the bus stops near the church",
    "mind the gap between the train and the platform",
    "i stopped smoking years ago",
    "she is slower than her sister",
    "the left wing won the election",
    "my right shoe is wet",
    "he dropped out of school",
    "they put the price up",
    "we moved house in may",
    "hold the line please",
    "the market went down a bit",
    "he held on to his job",
    "let us grab a beer after work",
)
FRAMES = (
    "{}",
    "{}",
    "{}",
    "please {}",
    "{} please",
    "hey {}",
    "no {}",
    "ok {}",
    "um {}",
    "{} robot",
    "could you {}",
    "and {}",
    "{} now",
    "well {} i think",
    "{} if you can",
    "i said {}",
    "listen {}",
    "{} thanks",
    "you know {}",
    "{} ok",
)


@dataclass(frozen=True, slots=True)
class Example:
    """Words said in a state, and every kind among them."""

    words: tuple[str, ...]
    dialogue: Dialogue
    kinds: frozenset[str]
    weight: float = 1.0


def dialogues(rng: Rng) -> Dialogue:
    skill, bindings, scene = SCENES[int(rng.integers(len(SCENES)))]
    return Dialogue(skill, bindings, scene, LASTS[int(rng.integers(len(LASTS)))], tuple(bindings.values()))


def said(rule: Rule, dialogue: Dialogue, rng: Rng) -> str:
    """A construction in one of the ways it may be said."""
    words: list[str] = []
    for element in rule.elements:
        if element.optional and rng.random() > 0.3:
            continue
        rows = [" ".join(row) for rows in element.rows.values() for row in rows]
        slots = [kind for kind, _ in element.slots]
        options = [*rows, *(s for s in slots for _ in range(1 + len(rows) // 4))]
        if not options:
            continue
        chosen = options[rng.integers(len(options))]
        words.append(_filled(chosen, dialogue, rng) if chosen in slots else chosen)
    return " ".join(words)


def _filled(slot: str, dialogue: Dialogue, rng: Rng) -> str:
    def one(options: Sequence[str]) -> str:
        return options[int(rng.integers(len(options)))]

    scene = [*dialogue.scene, one(dialogue.scene)]
    if slot in ("np", "pair"):
        name = one(scene)
        if slot == "pair":
            return f"the {name} and the {one(scene)}"
        return one(
            (
                "it",
                "that",
                f"the {name}",
                f"the {name}",
                f"the {name}",
                "the other one",
                f"the {name.split()[-1]}",
                f"the {name.split()[0]} one",
                name,
            )
        )
    if slot == "far":
        return one(("far ", "")) + one(_PLAIN["dir"])
    if slot == "call":
        return one(_CALLS).format(one(scene), one(scene))
    return one(_CLAUSES) if slot == "any" else one(_PLAIN.get(slot, ("it",)))


def paraphrases(count: int, rng: Rng) -> Iterator[Example]:
    """Sentences that the constructions make, with the kinds that the grammar reads in them."""
    rules = list(GRAMMAR.rules)
    for n in range(count):
        dialogue = dialogues(rng)
        text = said(rules[n % len(rules)], dialogue, rng)
        text = FRAMES[rng.integers(len(FRAMES))].format(text)
        found = read_correction(text, dialogue)
        kinds = frozenset(p.kind for p in (found.parts or (found,)))
        if found.kind != "none" and not found.ask and len(kinds) <= 2:
            yield Example(tuple(heard(text, known(dialogue.scene))), dialogue, kinds)


def recorded(records: Sequence[Mapping[str, Any]], weight: float = 8.0) -> Iterator[Example]:
    """Records with their labels."""
    for record in records:
        dialogue = Dialogue.of(record["state"])
        kinds = {p["kind"] for p in record["effect"]} if record["kind"] == "multi" else {record["kind"]}
        yield Example(tuple(heard(record["utterance"], known(dialogue.scene))), dialogue, frozenset(kinds), weight)


def talk(count: int, rng: Rng) -> Iterator[Example]:
    """What is said to others, and words in no order."""
    words = sorted(english())
    for n in range(count):
        text = TALK[n % len(TALK)] if n % 3 else " ".join(words[rng.integers(len(words))] for _ in range(int(rng.integers(3, 9))))
        yield Example(tuple(plain(text)), dialogues(rng), frozenset({"none"}), 2.0)


def disturbed(example: Example, rng: Rng) -> Example:
    """The same with a word put in, left out or said for another, as happens in speech."""
    kept = list(example.words)
    common = _COMMON
    for _ in range(int(rng.integers(0, 3))):
        at = int(rng.integers(len(kept) + 1))
        if rng.random() < 0.6:
            kept.insert(at, common[rng.integers(len(common))])
        elif len(kept) > 3 and at < len(kept):
            del kept[at]
    return Example(tuple(kept), example.dialogue, example.kinds, example.weight)


_COMMON = (
    "the",
    "it",
    "there",
    "that",
    "a",
    "this",
    "with",
    "of",
    "really",
    "now",
    "then",
    "just",
    "so",
    "you",
    "one",
    "thing",
    "here",
    "even",
    "quite",
    "actually",
    "please",
    "ok",
    "well",
    "for",
    "and",
    "to",
    "on",
    "in",
    "some",
    "again",
    "maybe",
    "my",
    "your",
    "love",
    "look",
)
