"""What may fill the slots of a construction about rewards: feet, speeds, rates, angles, directions of the sky, joints of fixtures."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from heedful.agents.corrections.constructions import SLOTS, Reader, Slot
from heedful.agents.corrections.magnitudes import amounts
from heedful.agents.corrections.pacing import FACTORS
from heedful.agents.corrections.things import Meant
from heedful.agents.understanding.amounts import number
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.tables import Table
from heedful.skills.rewards import FEET

_ENDS = {**dict.fromkeys(("front", "fore", "forward", "foremost"), "front"), **dict.fromkeys(("rear", "back", "hind", "hinder"), "rear")}
_SIDES = {"left": "left", "right": "right", "lefthand": "left", "righthand": "right"}
_NOUNS = {
    **dict.fromkeys(("paw", "foot", "leg", "limb", "one"), ("", False)), **dict.fromkeys(("paws", "feet", "legs", "limbs", "ones"), ("",
    True)),
    **dict.fromkeys(("forepaw", "foreleg", "forefoot", "forelimb"), ("front", False)),
    **dict.fromkeys(("forepaws", "forelegs", "forefeet", "forelimbs", "fores"), ("front", True)),
    **dict.fromkeys(("hindleg", "hindpaw", "hindfoot"), ("rear", False)), **dict.fromkeys(("hindlegs", "hindpaws", "hindfeet"), ("rear",
    True)),
    **dict.fromkeys(("fours",), ("", True)),
}  # fmt: skip
"""Noun -> the end that it tells, and whether it is several."""
_BEFORE: Table[tuple[str, int]] = Table({
    **dict.fromkeys(ways("[only|just] the|your|its|a|an|that|this|his|her|my", "the dog s|robot s", "one of your|its|"
    "the", "any [one] [of] [your|its|the]",
        "[only|just] one|either [of] [your|its|the]"), ("one", 1)),
    **dict.fromkeys(ways("both [of] [your|its|the]", "[only|just|the|your|its] two|2 [of] [your|its|the]"), ("many", 2)),
    **dict.fromkeys(ways("[only|just] three|3 [of] [your|its|the]"), ("many", 3)),
    **dict.fromkeys(ways("all [of] [four|4] [of] [your|its|the]", "[the|your|its] four|4", "each|every [of] [your|its|the]"), ("many", 4)),
})  # fmt: skip


def feet(reader: Reader, at: int) -> list[tuple[tuple[str, ...], int]]:
    """`the front left paw`, `your hind legs`, `one paw`, `the left front and the right rear leg` -> the feet that are meant.

    Where several fit one paw, it is the first of them.
    """
    return [(f, end) for f, end, _ in _feet(reader.words, at)]


def _feet(words: Sequence[str], at: int) -> list[tuple[tuple[str, ...], int, bool]]:
    """The feet, where the phrase ends, and whether it has a noun."""
    found: list[tuple[tuple[str, ...], int, bool]] = []
    for (_, many), start in [*_BEFORE.at(words, at), (("", 0), at)]:
        here, end_of, side_of = start, "", ""
        while here < len(words) and (words[here] in _ENDS or words[here] in _SIDES):
            if words[here] in _ENDS and not end_of:
                end_of = _ENDS[words[here]]
            elif words[here] in _SIDES and not side_of:
                side_of = _SIDES[words[here]]
            else:
                break
            here += 1
        if here < len(words) and words[here] in _NOUNS:
            end, plural = _NOUNS[words[here]]
            if words[here] in ("one", "ones") and not (end_of or side_of):
                continue
            if words[here] == "fours" and many != 4:
                continue
            if words[here] in ("foot", "feet") and not (many or end_of or side_of) and number(words, at - 1):
                continue
            if end and end_of and end != end_of:
                continue
            found.append((_chosen(end_of or end, side_of, plural, many), here + 1, True))
        elif (end_of or side_of) and (end_of and side_of):
            found.append((_chosen(end_of, side_of, False, 1), here, False))
        if (end_of or side_of) and here < len(words) and words[here] == "and" and many != 2:
            for rest, end_at, noun in _feet(words, here + 1):
                if noun and len(rest) < len(FEET):
                    mine = _chosen(end_of or _common(rest, 0), side_of or "", False, 1)
                    found.append(((*mine, *(f for f in rest if f not in mine)), end_at, True))
    return [f for f in found if f[0]]


def _common(feet_: Sequence[str], part: int) -> str:
    said = {f.split("_")[part] for f in feet_}
    return next(iter(said)) if len(said) == 1 else ""


def _chosen(end: str, side: str, plural: bool, many: int) -> tuple[str, ...]:
    fit = tuple(f for f in FEET if (not end or f.startswith(end)) and (not side or f.endswith(side)))
    if many == 3 and len(fit) == 4:
        return fit[1:]
    if many == 2 and len(fit) == 4:
        return FEET[2:]  # on two feet as people are
    if many in (2, 4) or (plural and many != 1) or (plural and not many):
        return fit
    return fit[:1] if not plural or (many == 1 and not plural) else fit


_SPEEDS: Table[float] = Table({
    **dict.fromkeys(ways("m|meter|meters|metre|metres s|per_second|a_second|per_sec|each_second|every_second", "mps", "m_p_s"), 1.0),
    **dict.fromkeys(ways("m|meter|meters|metre|metres in|for|to a|one|each|every second", "meters|metres by|for second"), 1.0),
    **dict.fromkeys(ways("foot|feet|ft s|per_second|a_second|per_sec|each_second|every_second", "fps"), 0.3048),
    **dict.fromkeys(ways("inch|inches s|per_second|a_second|per_sec|each_second|every_second"), 0.0254),
    **dict.fromkeys(ways("yard|yards per_second|a_second"), 0.9144),
    **dict.fromkeys(ways("mph", "mile|miles per_hour|an_hour"), 0.44704),
    **dict.fromkeys(ways("m|meters|metres|meter|metre per_minute|a_minute"), 1 / 60),
    **dict.fromkeys(ways("mm|millimeters|millimetres s|per_second|a_second"), 0.001),
    **dict.fromkeys(ways("cm|centimeters|centimetres|centimeter|centimetre s|per_second|a_second|per_sec|each_second"), 0.01),
    **dict.fromkeys(ways("km|kilometers|kilometres h|per_hour|an_hour", "kph", "kmh", "kilometer|kilometre an_hour|per_hour"), 1 / 3.6),
})  # fmt: skip
_SPINS: Table[float] = Table({
    **dict.fromkeys(ways("deg|degrees|degree s|per_second|a_second|per_sec|each_second|every_second"), math.pi / 180),
    **dict.fromkeys(ways("rad|radians|radian s|per_second|a_second|per_sec|each_second"), 1.0),
    **dict.fromkeys(ways("turn|turns|rotation|rotations|revolutions|revolution per_second|a_second|each_second|every_second"), 2 * math.pi),
    **dict.fromkeys(ways("rpm", "turns|rotations|revolutions per_minute|a_minute"), 2 * math.pi / 60),
})  # fmt: skip
_RATES: Table[float] = Table({
    **dict.fromkeys(ways("hz|hertz", "hops|jumps|taps|beats|bounces|stamps|strokes|lifts|leaps per_second|a_second|each_second|"
        "every_second",
        "times|steps|cycles|strides per_second|a_second|each_second|every_second|per_sec"), 1.0),
})  # fmt: skip
_RATES_ALONE: Table[float] = Table({"once a second": 1.0, "twice a second": 2.0, "once per second": 1.0, "twice per second": 2.0,
    "once every second": 1.0, "once each second": 1.0, "every second": 1.0, "every half second": 2.0, "every two seconds": 0.5,
    "once every two seconds": 0.5, "twice each second": 2.0, "thrice a second": 3.0, "twice every second": 2.0})  # fmt: skip
_MORE_ANGLES: Table[float] = Table({"radian": 1.0, "radians": 1.0, "rad": 1.0})


def _measured(table: Table[float]) -> Slot:
    def slot(reader: Reader, at: int) -> list[tuple[Any, int]]:
        found = []
        for value, end in number(reader.words, at):
            found += [(value * scale, stop) for scale, stop in table.at(reader.words, end)]
        return sorted(found, key=lambda f: -f[1])

    return slot


def rates(reader: Reader, at: int) -> list[tuple[float, int]]:
    """Steps in a second [Hz]."""
    found: list[tuple[float, int]] = list(_RATES_ALONE.at(reader.words, at))
    for value, end in number(reader.words, at):
        found += [(value * scale, stop) for scale, stop in _RATES.at(reader.words, end)]
    return found


def angles(reader: Reader, at: int) -> list[tuple[float, int]]:
    """Angles [rad]: `90 degrees`, `half a radian`, `a quarter turn`."""
    found = [(math.radians(float(a.value)), end) for a, end in amounts(reader.words, at) if a.unit == "deg"]
    for value, end in number(reader.words, at):
        found += [(value * scale, stop) for scale, stop in _MORE_ANGLES.at(reader.words, end)]
    return sorted(found, key=lambda f: -f[1])


def lengths(reader: Reader, at: int) -> list[tuple[float, int]]:
    """Lengths [m]."""
    return [(float(a.value), end) for a, end in amounts(reader.words, at) if a.unit == "m" and not goes_on(reader.words, end)]


def goes_on(words: Sequence[str], at: int) -> bool:
    """Whether what stands after a length makes it a speed."""
    after = list(words[at : at + 2])
    return after in (["per", "second"], ["a", "second"], ["per", "sec"], ["each", "second"]) or after[:1] == ["s"] or words[at - 1] == "s"


_SUN = {0.0: ("east", ways("the sunrise|dawn|rising_sun|morning_sun", "sunrise",
    "the sun come_up|rise|coming_up|rising",
    "[the] [place|point|direction|spot|side] [where] the sun rises|comes_up|is_rising|is_coming_up|will_rise|will_come_up")),
    math.pi: ("west", ways("the sunset|dusk|setting_sun|evening_sun", "sunset",
    "the sun go_down|set|going_down|setting",
    "[the] [place|point|direction|spot|side] [where] the sun sets|goes_down|is_setting|is_going_down|will_set|will_go_down|disappears")),
    math.pi / 2: ("north", ()), -math.pi / 2: ("south", ())}  # fmt: skip
COMPASS: Table[float] = Table({
    p: angle for angle, (name, sun) in _SUN.items()
    for p in (*ways(f"[the] [due] {name}", f"{name}wards|{name}ward", f"the {name} side"), *sun)
} | {
    p: math.radians(angle) for name, angle in (("north|east", 45), ("north|west", 135), ("south|west", -135), ("south|east", -45))
    for a, b in [name.split("|")] for p in ways(f"[the] [due] {a}{b}|{a}_{b}", f"{a}{b}wards|{a}_{b}wards|{a}{b}ward|{a}_{b}ward")
} | {"the sun": math.inf, "the sunlight": math.inf})  # fmt: skip
"""Directions of the sky -> heading [rad]; `inf` where the time of day tells."""
TIMES: Table[float] = Table({
    **dict.fromkeys(ways(
        "[the] sun s|is up|rising|coming_up", "[the] sun will rise|come_up [soon]", "[it_is] [now] [early|still_early] [in_the] morning|"
        "dawn|daybreak|sunrise", "[it_is] [now] morning|dawn|early|daybreak|sunrise [now]",
        "the day|morning begins|is_beginning|starts|is_starting|breaks|is_breaking|is_young|"
        "has_just_begun", "early in the morning", "this morning",
        "the sun is [just|about] rising|coming_up|to_rise|up", "the sun rises|comes_up", "good morning",
    ), 0.0),
    **dict.fromkeys(ways(
        "[the] sun s setting|going_down", "[the] sun will set|go_down [soon]", "[it_is] [now] [late] [in_the] evening|dusk|afternoon|"
        "sunset|nightfall [now]", "late in the afternoon|evening|day", "tonight",
        "the day|evening ends|is_ending|is_over|is_drawing_to_a_close|is_nearly_over|is_almost_over|comes_to_an_end",
        "it is getting dark|late", "the sun is [just|about] setting|going_down|to_set|to_go_down", "the sun sets|goes_down", "good evening",
    ), math.pi),
})  # fmt: skip
"""What is said of the time of day -> where the sun stands then [rad]."""
WAYS: Table[str] = Table({
    **dict.fromkeys(ways("clockwise", "in a clockwise direction|sense", "cw"), "right"),
    **dict.fromkeys(ways("anticlockwise|counterclockwise|counter_clockwise|anti_clockwise|ccw",
        "in a|an anticlockwise|counterclockwise direction|sense"), "left"),
    **dict.fromkeys(ways("sideways to|towards the left", "leftwards", "left_hand"), "left"),
    **dict.fromkeys(ways("sideways to|towards the right", "rightwards"), "right"),
    **dict.fromkeys(ways("in front [of] [you|it]", "[out] in_front|ahead|forward|forwards [of] [you]", "to the front", "away from you|"
    "yourself",
        "away from the robot", "straight on"), "forward"),
    **dict.fromkeys(ways("behind you", "towards|toward you|yourself|the_robot", "to the back", "rearwards", "in reverse"), "backward"),
})  # fmt: skip
WAY_VECTORS = {"forward": (1.0, 0.0), "backward": (-1.0, 0.0), "left": (0.0, 1.0), "right": (0.0, -1.0)}
"""Direction -> x forward, y left."""
TAPS = frozenset({"tap", "faucet", "spigot", "valve", "hydrant", "mixer"})


def ways_slot(reader: Reader, at: int) -> list[tuple[str, int]]:
    """A direction, seen by the robot; one that somebody else names as theirs is none."""
    said = [
        (d, end) for (d, frame), end in SLOTS["dir"](reader, at) if frame in ("default", "explicit_robot") and d not in ("towards", "away")
    ]
    return [*WAYS.at(reader.words, at), *said]


_ARM_WAYS: Table[str] = Table({
    **dict.fromkeys(ways("closer|nearer [to] [you|yourself|the_robot]"), "backward"),
    **dict.fromkeys(ways("[farther|further] away [from] [you|yourself|the_robot]"), "forward"),
})  # fmt: skip


def arm_ways(reader: Reader, at: int) -> list[tuple[str, int]]:
    """A direction in which an arm may shift a thing."""
    return [*_ARM_WAYS.at(reader.words, at), *ways_slot(reader, at)]


def taps(reader: Reader, at: int) -> list[tuple[str, int]]:
    """The faucet of the scene, by any of its names; empty text if there is none."""
    words = reader.words
    start = at + 1 if words[at] in ("the", "a", "that", "this", "your", "my") else at
    start = start + 1 if words[start : start + 1] == ["water"] and words[start + 1 : start + 2] and words[start + 1] in TAPS else start
    if start < len(words) and words[start] in TAPS:
        here = [n for n in reader.dialogue.scene if n.split()[-1] in TAPS]
        return [(here[0] if len(here) == 1 else "", start + 1)]
    return []


def several(reader: Reader, at: int) -> list[tuple[tuple[Meant, ...], int]]:
    """One thing, or several in a row: `the apple, the banana and the box`."""
    start = at + 1 if reader.words[at] == "both" and "and" in reader.words[at:] else at
    found: list[tuple[tuple[Meant, ...], int]] = [((m,), end) for m, end in reader.slot("np", at)]
    rows: list[tuple[tuple[Meant, ...], int]] = [((m,), end) for m, end in reader.slot("np", start)]
    for _ in range(MOST_IN_A_ROW - 1):
        rows = [((*row, m), end) for row, stop in rows for after in _joints(reader.words, stop) for m, end in reader.slot("np", after)]
        found += [r for r in rows if reader.words[r[1] - 1] != ","]
    return sorted(found, key=lambda f: -f[1])


MOST_IN_A_ROW = 5


def _joints(words: Sequence[str], at: int) -> list[int]:
    """Where another of a row may begin."""
    for joint in ([",", "and"], ["and", "also"], ["as", "well", "as"], ["together", "with"], ["along", "with"], ["and", "then"]):
        if list(words[at : at + len(joint)]) == joint:
            return [at + len(joint)]
    return [at + 1] if list(words[at : at + 1]) in ([","], ["and"], ["plus"]) else []


def anything(reader: Reader, at: int) -> list[tuple[str, int]]:
    """Up to five words with no mark or joint among them."""
    found = []
    for end in range(at + 1, min(at + 6, len(reader.words) + 1)):
        if reader.words[end - 1] in (",", "and", "then", "but", "while", "or"):
            break
        found.append((" ".join(reader.words[at:end]), end))
    return found[::-1]


SLOTS["nps"] = several
SLOTS["feet"] = feet
SLOTS["mps"] = _measured(_SPEEDS)
SLOTS["radps"] = _measured(_SPINS)
SLOTS["hz"] = rates
SLOTS["angle"] = angles
SLOTS["metres"] = lengths
SLOTS["way"] = ways_slot
SLOTS["armway"] = arm_ways
SLOTS["sky"] = lambda reader, at: COMPASS.at(reader.words, at)
SLOTS["daytime"] = lambda reader, at: TIMES.at(reader.words, at)
SLOTS["tap"] = taps
SLOTS["anything"] = anything
SLOTS["sizeword"] = lambda reader, at: [(a.value, e) for a, e in amounts(reader.words, at) if a.unit == "word"]
SLOTS["secs"] = lambda reader, at: [(float(a.value), e) for a, e in amounts(reader.words, at) if a.unit == "s"]
LEXICON = COMPASS.words | TIMES.words | WAYS.words | _SPEEDS.words | _SPINS.words | _RATES.words | _RATES_ALONE.words | _BEFORE.words | TAPS
FEET_WORDS = frozenset({*_ENDS, *_SIDES, *_NOUNS} - {"one", "ones"})
"""Words of feet, of ends and of sides."""
LEXICON |= {*_ENDS, *_SIDES, *_NOUNS, *FACTORS}
"""Words that the slots know."""
