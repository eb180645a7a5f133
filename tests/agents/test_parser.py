"""Laws of the small neural parser: sketches, decoding, copying, training and inference."""

from __future__ import annotations

import time
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import islice

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from small_scenes import kitchen, scene, thing

from heedful.agents.understanding.parser import layout, train
from heedful.agents.understanding.parser.coverage import unaccounted
from heedful.agents.understanding.parser.draft import drafted
from heedful.agents.understanding.parser.generate import HELD_OUT, Example, examples, held_out
from heedful.agents.understanding.parser.infer import FOLDER, Network
from heedful.agents.understanding.parser.linear import linear
from heedful.agents.understanding.parser.optimise import spread
from heedful.agents.understanding.parser.reading import Reading, read
from heedful.agents.understanding.parser.sketch import RULES, TOKENS, Decoding
from heedful.agents.understanding.parser.spelt import spelt
from heedful.agents.understanding.vocabulary import Vocabulary
from heedful.program import Achieve, And, Atom, Ref

CLASSES = st.lists(st.sets(st.sampled_from("NCA#"), max_size=2).map(frozenset), max_size=8).map(tuple)
TINY = layout.Sizes(width=16, heads=2, inner=24, encoders=1, decoders=1)


@cache
def made_up() -> tuple[Example, ...]:
    return tuple(islice(examples(5000), 300))


def untrained(seed: int = 0, sizes: layout.Sizes = TINY) -> Network:
    """A network of random weights that knows the words of the sentences made up here."""
    words = ["<pad>", "<unk>", *sorted({p.symbol for e in made_up() for p in e.reading} - {"<unk>"})]
    rng = np.random.default_rng(seed)
    weights = {k: rng.normal(0, 0.6, shape).astype(np.float32) for k, shape in layout.shapes(sizes, len(words)).items()}
    return Network(weights, words, sizes)


@given(CLASSES, st.integers(8, 128), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_whatever_is_chosen_a_sketch_ends_well_formed_and_within_its_limit(classes, limit, rng) -> None:
    state, sketch = Decoding(classes, limit), []
    while not state.done:
        tokens, places = state.allowed()
        assert tokens or places
        sketch.append(rng.choice([*tokens, *places]))
        assert state.accepts(sketch[-1])
        state.take(sketch[-1])
    assert len(sketch) <= limit
    reading = tuple(_place(c) for c in classes)
    assert drafted(sketch, reading) is not None or sketch == ["huh"]


def _place(classes: frozenset[str]):
    from heedful.agents.understanding.parser.reading import Place

    return Place(
        "word", "<unk>", "thing" * ("N" in classes), "red" * ("C" in classes), "small" * ("A" in classes), 3.0 if "#" in classes else None
    )


def test_every_token_is_used_by_some_rule() -> None:
    used = {t for options in RULES.values() for t in options}
    assert set(TOKENS) - {"<start>"} <= used


def bare(node: object) -> object:
    """A program without the words that its references were spoken of with."""
    if isinstance(node, Ref) and (node.category or node.color or node.attributes or node.where):
        node = replace(node, words="")
    if isinstance(node, tuple):
        return tuple(map(bare, node))
    return replace(node, **{f.name: bare(getattr(node, f.name)) for f in fields(node)}) if is_dataclass(node) else node  # type: ignore[type-var]


def test_programs_become_sketches_and_the_same_programs_again() -> None:
    for example in made_up():
        draft = drafted(example.sketch, example.reading)
        if draft is not None:
            sketch = linear(draft, example.reading)
            assert bare(drafted(sketch, example.reading)) == bare(draft), example.text


def test_random_weights_yield_only_well_formed_programs() -> None:
    for seed in range(3):
        network = untrained(seed)
        for example in made_up()[:12]:
            parse = network.parse(example.reading)
            state = Decoding(tuple(p.classes for p in example.reading))
            for token in parse.sketch:
                assert state.accepts(token)
                state.take(token)
            assert state.done and parse.logp <= 0 and parse.runner_logp <= parse.logp
            drafted(parse.sketch, example.reading)


def test_the_same_seed_makes_the_same_sentences_and_another_makes_others() -> None:
    again = tuple(islice(examples(5000), 300))
    assert [e.text for e in again] == [e.text for e in made_up()]
    assert [e.text for e in islice(examples(5001), 300)] != [e.text for e in again]


def test_what_is_held_out_does_not_occur_unless_it_is_allowed() -> None:
    assert not any(held_out(e) for e in made_up())
    free = {h for e in islice(examples(5002, forbidden=()), 3000) for h in held_out(e)}
    assert free == set(HELD_OUT)


def test_sentences_are_read_as_they_were_made_up() -> None:
    """What the parser sees of a sentence in front of a scene is what it was trained on."""
    known = frozenset(w for w in (p.symbol for e in made_up() for p in e.reading) if not w.startswith("<"))
    alike = 0
    for example in made_up():
        nouns = {p.words.removesuffix("s"): p.noun for p in example.reading if p.noun and p.noun not in ("block",)}
        here = scene(*(thing(f"t{n}", kind, 0.4, 0.0) for n, kind in enumerate(dict.fromkeys(nouns.values()))))
        seen = read(example.text, Vocabulary.of(here), here, known)
        alike += [p.symbol for p in seen] == [p.symbol for p in example.reading]
    assert alike >= 0.85 * len(made_up())


@pytest.mark.parametrize("words", ["put the zorbl in the quux", "put the wuggly tok in the quux"])
def test_names_never_heard_of_are_read_like_any_other(words: str) -> None:
    here = scene(thing("z", "zorbl", 0.4, 0.1), thing("w", "wuggly_tok", 0.5, 0.1), replace(thing("q", "bowl", 0.5, -0.2), category="quux"))
    reading = read(words, Vocabulary.of(here), here, frozenset({"put", "the", "in"}))
    assert [p.symbol for p in reading] == ["put", "the", "<N.thing>", "in", "the", "<N.box>"]
    assert (reading[2].noun, reading[5].noun) == (words.split("the ")[1].split(" in")[0], "quux")


def test_a_name_said_again_by_someone_who_hesitates_is_accounted_for_and_two_things_of_one_name_are_not() -> None:
    here = kitchen()
    known = frozenset(["put", "the", "uh", "yes", "in", "and"])
    for words, left in (
        ("put the block uh yes the block in the bowl", ()),
        ("put the red block in the red bowl", ("red",)),
        ("put the block and the block in the bowl", ("block",)),
    ):
        reading = read(words, Vocabulary.of(here), here, known)
        block = max(n for n, p in enumerate(reading) if p.noun == "block")
        bowl = next(n for n, p in enumerate(reading) if p.noun == "bowl")
        red = [n for n, p in enumerate(reading) if p.color][-1:]
        assert unaccounted(reading, ["in", "the", block, ";", "the", *red, bowl, ";"]) == left, words


def test_manners_want_nothing_and_a_condition_does() -> None:
    here = kitchen()
    known = frozenset(["open", "the", "if", "you", "could", "is", "not", "drawer", "would", "sir"])
    for words, left in (
        ("if you could open the drawer sir", ()),
        ("if the bowl is not open open the drawer", ("if", "bowl", "not")),
        ("open the quibble", ("quibble",)),
    ):
        reading = read(words, Vocabulary.of(here), here, known)
        drawer = [n for n, p in enumerate(reading) if p.noun == "drawer"]
        assert unaccounted(reading, ["open", "the", *drawer, ";"]) == left, words


def test_a_drawer_that_slides_out_is_not_one_that_is_shut() -> None:
    here = kitchen()
    reading = read("slide the drawer out", Vocabulary.of(here), here, frozenset(["slide", "the", "out"]))
    drawer = next(n for n, p in enumerate(reading) if p.noun == "drawer")
    assert unaccounted(reading, ["closed", "the", drawer, ";"]) == ("out",)
    assert unaccounted(reading, ["open", "the", drawer, ";"]) == ()


def test_how_far_from_each_other_things_shall_be_says_all_about_it() -> None:
    block, plate = Ref("block", words="the block"), Ref("plate", words="the plate")
    apart, far = Atom("apart", (block, plate, "0.1")), Atom("far_from", (block, plate))
    here = kitchen()
    assert spelt(Achieve(And((far, apart))), here) == spelt(Achieve(apart), here)
    assert spelt(Achieve(And((Atom("left_of", (block, plate)), apart))), here) != spelt(Achieve(apart), here)


def test_a_verb_in_ing_is_seen_as_the_verb_where_only_that_is_known() -> None:
    here = kitchen()
    seen = read("opening putting", Vocabulary.of(here), here, frozenset({"open", "put", "putting"}))
    assert [p.symbol for p in seen] == ["open", "putting"]
    assert unaccounted(seen[:1], ["holding", "it"]) == ("opening",)


def test_a_sentence_that_is_too_long_is_not_read_in_part() -> None:
    here = kitchen()
    long = " and ".join(["put the red block in the blue bowl"] * 20)
    assert read(long, Vocabulary.of(here), here, frozenset({"put"})) == ()


def test_numpy_and_torch_compute_the_same() -> None:
    torch = pytest.importorskip("torch")
    network = untrained(1)
    weights = {k: torch.from_numpy(v) for k, v in network.w.items()}
    for example in made_up()[:5]:
        rows = layout.encoded(example.reading, network.words)
        target = torch.tensor([layout.targets(example.sketch)])
        theirs = train.logits(torch, weights, TINY, torch.tensor([rows]), train.started(torch, target))[0].numpy()
        ours = network.scores(rows, example.sketch)
        np.testing.assert_allclose(ours, theirs, atol=2e-3)


def test_a_batch_of_sentences_is_scored_like_each_alone() -> None:
    torch = pytest.importorskip("torch")
    network = untrained(2)
    weights = {k: torch.from_numpy(v) for k, v in network.w.items()}
    some = made_up()[:4]
    source = torch.from_numpy(train.padded([layout.encoded(e.reading, network.words) for e in some], 0))
    target = torch.from_numpy(train.padded([layout.targets(e.sketch) for e in some], -1))
    together = train.logits(torch, weights, TINY, source, train.started(torch, target))
    for n, example in enumerate(some):
        alone = network.scores(layout.encoded(example.reading, network.words), example.sketch)
        np.testing.assert_allclose(together[n, : len(example.sketch), : alone.shape[1]].numpy(), alone, atol=2e-3)


def test_a_few_seconds_of_training_lower_the_loss(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("torch")
    monkeypatch.setattr(train, "POOL", 400)
    monkeypatch.setattr(train, "CHUNK", 256)
    heard: list[str] = []
    train.trained(4.0, 5003, heard.append, sizes=TINY, batch=600)
    losses = [float(h.rsplit(" ", 1)[1]) for h in heard]
    assert len(losses) >= 2 and losses[-1] < losses[0] - 0.3


def test_training_ends_by_the_clock_though_the_computing_is_not_used_up(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("torch")
    monkeypatch.setattr(train, "POOL", 200)
    monkeypatch.setattr(train, "CHUNK", 128)
    began = time.monotonic()
    about = train.trained(1000.0, 5003, lambda said: None, sizes=TINY, batch=600, within=2.0)[2]
    assert time.monotonic() - began < 60 and about["steps"] > 0


def test_a_step_goes_as_far_in_every_direction_that_the_gradient_has() -> None:
    torch = pytest.importorskip("torch")
    made = torch.Generator().manual_seed(1)
    for rows, columns in ((8, 24), (24, 8)):
        values = torch.linalg.svdvals(spread(torch.randn(2, rows, columns, generator=made)))
        assert values.min() > 0.5 and values.max() < 1.4


shipped = pytest.mark.skipif(not (FOLDER / "weights.json").exists(), reason="no weights are shipped")


@shipped
def test_the_shipped_parser_is_small_and_tells_where_it_comes_from() -> None:
    import json

    assert sum(f.stat().st_size for f in FOLDER.glob("weights.*")) < 6_000_000
    about = json.loads((FOLDER / "weights.json").read_text())["about"]
    assert {"seed", "steps", "sentences", "generator"} <= set(about)


@shipped
@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("put the zorbl in the quux", ["zorbl", "quux"]),
        ("please place the red zorbl next to the quux", ["zorbl", "quux"]),
        ("open the drawer", ["drawer"]),
    ],
)
def test_the_shipped_parser_copies_names_that_it_never_saw(words: str, kinds: list[str]) -> None:
    here = scene(
        thing("z", "zorbl", 0.4, 0.1, "red"), replace(thing("q", "bowl", 0.5, -0.2), category="quux"), thing("drawer", "drawer", 0.7, 0.0)
    )
    network = Network.load()
    reading: Reading = read(words, Vocabulary.of(here), here, network.known)
    parse = network.parse(reading)
    assert [reading[t].noun for t in parse.sketch if isinstance(t, int) and reading[t].noun] == kinds
    assert parse.probability > 0.5


@shipped
def test_a_sentence_is_parsed_within_the_time_it_may_take() -> None:
    network, here = Network.load(), kitchen()
    vocabulary = Vocabulary.of(here)
    said = [
        "put the red block in the blue bowl",
        "stack all the blocks and then close the drawer please",
        "if the drawer is open put the green block in it",
    ]
    for words in said:
        network.parse(read(words, vocabulary, here, network.known))
    spent = []
    for words in said * 3:
        began = time.process_time()
        network.parse(read(words, vocabulary, here, network.known))
        spent.append(time.process_time() - began)
    assert float(np.median(spent)) < 0.05


def test_without_torch_training_says_in_one_sentence_how_to_get_it(capsys: pytest.CaptureFixture[str]) -> None:
    from importlib.util import find_spec

    from heedful.app.cli import main

    if find_spec("torch"):
        pytest.skip("torch is installed here")
    assert main(["train", "parser", "--seconds", "5"]) == 2
    assert 'pip install "heedful[learn]"' in capsys.readouterr().err
