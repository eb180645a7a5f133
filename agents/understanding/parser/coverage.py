"""Whether a sketch accounts for what was said: every name, number, negation and word of relation has its part in it."""

from __future__ import annotations

from collections.abc import Sequence

from heedful.agents.understanding.parser.reading import UNKNOWN, Reading
from heedful.agents.understanding.parser.sketch import Token

SIGNS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        ("not", "never", "no", "nothing", "none", "without", "avoid", "instead", "unless"),
        frozenset({"not", "but", "m:upright", "m:keep_out", "m:no_touch", "m:gentle", "else", "empty"}),
    ),
    **dict.fromkeys(("except", "excluding", "besides", "minus", "apart"), frozenset({"but", "apart", "far_from", "m:keep_out"})),
    **dict.fromkeys(("if", "unless", "when", "case", "provided"), frozenset({"if"})),
    **dict.fromkeys(("otherwise", "else"), frozenset({"else", "but", "aside"})),
    **dict.fromkeys(("until", "till", "keep"), frozenset({"until", "touching", "m:upright", "m:keep_out", "holding", "in", "on"})),
    **dict.fromkeys(("left",), frozenset({"left_of", "by:left", "#left", "by:right", "#right", "count"})),
    **dict.fromkeys(("right",), frozenset({"right_of", "by:right", "#right", "by:left", "#left", "upright", "next_to", "touching", "close"})),
    **dict.fromkeys(("behind", "beyond"), frozenset({"behind"})),
    **dict.fromkeys(("front",), frozenset({"in_front_of", "by:near", "#near"})),
    **dict.fromkeys(("leftmost",), frozenset({"by:left"})), **dict.fromkeys(("rightmost",), frozenset({"by:right"})),
    **dict.fromkeys(("under", "underneath", "beneath", "below"), frozenset({"under"})),
    **dict.fromkeys(("beside", "adjacent", "alongside", "near"), frozenset({"next_to", "near", "m:keep_out", "at"})),
    **dict.fromkeys(("far", "farthest", "furthest"), frozenset({"far_from", "by:far", "#far", "by:left", "by:right"})),
    **dict.fromkeys(("closest", "nearest"), frozenset({"by:near"})),
    **dict.fromkeys(("biggest", "largest", "bigger", "larger"), frozenset({"by:large"})),
    **dict.fromkeys(("smallest", "smaller", "tiniest"), frozenset({"by:small"})),
    **dict.fromkeys(("middle", "center", "centre", "central"), frozenset({"n0", "#middle", "tower"})),
    **dict.fromkeys(("every", "all", "each", "everything", "both", "rest", "others"), frozenset({"all", "every", "empty", "many"})),
    **dict.fromkeys(("second", "third", "fourth", "fifth"), frozenset({"n2", "n3", "n4", "n5", "seq", "tower", "u:s", "u:min"})),
    **dict.fromkeys(("then", "after", "afterwards", "finally", "next", "before", "once"), frozenset({"seq", "both", "next_to", "else", "if", "tower", "in_front_of", "holding", "to", "in", "on", "at"})),
    **dict.fromkeys(("gently", "carefully", "careful"), frozenset({"m:gentle", "m:upright"})),
    **dict.fromkeys(("slowly",), frozenset({"m:slow"})), **dict.fromkeys(("quickly", "fast"), frozenset({"m:fast"})),
    **dict.fromkeys(("touching", "touches", "touch"), frozenset({"touching", "m:no_touch", "do:press"})),
    **dict.fromkeys(("spill", "spilling", "tip", "tilt"), frozenset({"m:upright", "upright", "over", "poured", "empty", "clean", "not"})),
    **dict.fromkeys(("on", "onto", "atop"), frozenset({"on", "on_off", "from", "holding", "tower", "at", "to", "by:left", "by:right", "not", "touching", "left_of", "right_of", "in_front_of", "behind", "upside_down", "upright", "do:press", "clear", "open"})),
    **dict.fromkeys(("in", "into", "inside", "within"), frozenset({"in", "to", "poured", "at", "holding", "row", "tower", "if", "in_front_of", "closed", "from", "do:press", "m:fast", "n0", "filled_from", "empty"})),
    **dict.fromkeys(("off", "from"), frozenset({"not", "off", "from", "pick", "far_from", "m:keep_out", "filled_from", "tower", "poured"})),
    **dict.fromkeys(("upside", "invert"), frozenset({"upside_down", "over", "upright"})),
    **dict.fromkeys(("upright",), frozenset({"upright", "m:upright"})),
    **dict.fromkeys(("open", "opened"), frozenset({"open", "on_off", "not", "closed"})), **dict.fromkeys(("close", "closed", "shut"), frozenset({"closed", "on_off", "open", "next_to", "m:keep_out", "holding"})),
    **dict.fromkeys(("half",), frozenset({"half", "at"})), **dict.fromkeys(("cm", "mm", "inch", "m"), frozenset({"apart"})),
    **dict.fromkeys(("or",), frozenset({"any", "or", "else", "but", "to"})), **dict.fromkeys(("other",), frozenset({"but", "every", "behind", "at"})),
}  # fmt: skip
"""Words that change what is meant -> tokens of a sketch of which one at least answers for them."""


def unaccounted(reading: Reading, sketch: Sequence[Token]) -> tuple[str, ...]:
    """Words of a sentence for which nothing in the sketch answers: names and numbers that it does not point at, words without their sign,
    and words that nobody knows."""
    pointed = {t for t in sketch if isinstance(t, int)}
    signs = {t for t in sketch if isinstance(t, str)}
    found: list[str] = []
    for at, place in enumerate(reading):
        if place.symbol == UNKNOWN:
            found.append(place.words)
        elif at in pointed:
            continue
        elif place.symbol.startswith("<") or (place.number is not None and not place.noun):
            found.append(place.words)
        elif place.words in SIGNS and not SIGNS[place.words] & signs:
            found.append(place.words)
    return tuple(dict.fromkeys(found))
