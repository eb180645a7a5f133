"""Facts: how the world is, as people tell it: `the drawer is closed`, `that is not rubbish`, `you dropped it`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, SLOTS, Maker, Match, Part, Reader
from heedful.agents.corrections.dialogue import PERSON, ROBOT
from heedful.agents.corrections.things import noun_of
from heedful.agents.understanding import lexicon
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.lexicon import singular
from heedful.agents.understanding.tables import Table

_TRUE = {
    "open": "open|wide_open|ajar|open_already|half_open|unlocked_and_open|opened", "locked": "locked|bolted|locked_up|"
    "under_lock_and_key|locked_shut", "lit": "lit|on|switched_on|turned_on|burning|shining|glowing|alight",
    "empty": "empty|emptied|vacant|bare|drained|used_up|all_gone|empty_now", "full": "full|filled|filled_up|full_up|brimming|"
    "full_to_the_brim|overflowing|full_of_water|full_of_coffee|packed|to_the_brim|loaded|stuffed|filled_to_the_brim|completely_full",
    "hot": "hot|boiling|scalding|burning_hot|piping_hot|very_hot|boiling_hot|steaming|warm|red_hot|scorching|hot_to_the_touch|"
    "scalding_hot", "fragile": "fragile|breakable|delicate|brittle|easily_broken|made_of_glass|glass|made_of_china|made_of_porcelain|"
    "precious|made_of_paper|easy_to_break",
    "wet": "wet|damp|moist|soaked|soaking|soaking_wet|dripping|dripping_wet|drenched|soggy", "clean": "clean|washed|spotless|cleaned|"
    "tidy|wiped|clean_already", "sharp": "sharp|pointed|pointy|razor_sharp|spiky", "heavy": "heavy|too_heavy|very_heavy|really_heavy|"
    "weighty|quite_heavy|heavier_than_it_looks|a_ton|full_of_stones",
    "broken": "broken|cracked|damaged|defective|chipped|in_pieces|smashed|out_of_order|shattered|faulty|bust|kaput|torn|ripped|dead|"
    "not_working", "slippery": "slippery|slick|greasy|oily|slimy|smooth_as_ice|soapy", "stuck": "stuck|jammed|blocked|wedged|caught|"
    "trapped|stuck_fast|wedged_in|glued|frozen_in|stiff|snagged|jammed_shut|stuck_shut",
    "upright": "upright|standing|standing_up|vertical|the_right_way_up", "present": "present|there|here|around|still_there|on_the_scene|"
    "still_here", "reachable": "reachable|within_reach|in_reach|within_your_reach|near_enough|accessible",
}  # fmt: skip
_FALSE = {
    "open": "closed|shut|closed_already|shut_already|not_open|still_closed|still_shut", "lit": "off|unlit|dark|switched_off|turned_off|"
    "out", "hot": "cold|cool|cooled_down|lukewarm|cold_already|stone_cold", "wet": "dry|bone_dry", "clean": "dirty|filthy|stained|"
    "unwashed|sticky_and_dirty|grubby|mucky|used", "heavy": "light|weightless|not_heavy",
    "locked": "unlocked|unbolted", "upright": "lying_down|lying|fallen_over|on_its_side|knocked_over|tipped_over|toppled_over|"
    "lying_on_its_side|over|toppled|fallen", "present": "gone|missing|absent|not_there|away|nowhere_to_be_seen|vanished|not_here|"
    "no_longer_there|not_there_any_more|not_there_anymore", "broken": "intact|fine|in_one_piece|undamaged|unbroken|repaired",
    "reachable": "out_of_reach|unreachable|too_far_away|out_of_your_reach|too_far_off|beyond_your_reach|inaccessible",
    "sharp": "blunt|dull", "slippery": "rough|dry_enough", "fragile": "unbreakable|robust|sturdy|made_of_plastic|tough|solid|plastic|"
    "indestructible|shatterproof", "stuck": "loose|free|unstuck",
}  # fmt: skip
ADJECTIVES: Table[tuple[str, bool]] = Table({
    p.replace("_", " "): (name, value) for table, value in ((_TRUE, True), (_FALSE, False)) for name,
        words in table.items() for p in words.split("|")
})  # fmt: skip
"""Words for how a thing is -> the predicate, and whether it holds."""
SLOTS["adj"] = lambda reader, at: list(ADJECTIVES.at(reader.words, at))
_DENIED = frozenset({"not", "never", "hardly", "no", "nowhere", "longer"})
CLASSES |= {
    "is": "is|are|s|was|seems|looks|feels|seems_to_be|looks_like_it_is|appears_to_be|has_been|must_be|should_be|might_be|may_be|"
    "could_be|is_probably|got|has_got|became|will_be|have_been|were|appears|has_become|gets|is_going_to_be|sounds|turned_out_to_be|"
    "remains|are_getting",
    "already": "already|still|now|really|actually|completely|quite|very|all|pretty|rather|a_bit|totally|fully|probably|still_very|super|"
    "a_little|always|extremely|just|absolutely|only|clearly|obviously|definitely|in_fact|really_very|currently|again|almost|nearly|"
    "certainly|kind_of|sort_of|half|also|somewhat|slightly|right",
    "think": "i_think|i_believe|i_guess|i_suppose|i_am_sure|i_am_afraid|i_am_pretty_sure|look|note|note_that|remember|by_the_way|fyi|"
    "you_know|i_know|careful|mind_you|watch_it|watch_out|attention|you_should_know|just_so_you_know|be_aware|be_careful|because|but|"
    "beware|for_your_information|actually|i_told_you|as_far_as_i_know|it_seems|apparently|heads_up|"
    "you_know_that|i_just_saw_that|i_see_that|i_can_see|in_case_you_did_not_notice|caution|note_well|warning|do_not_forget|please_note|"
    "please_note_that|keep_in_mind_that|bear_in_mind_that|be_aware_that|careful_that|the_thing_is|it_looks_like|looks_like|seems_like|"
    "it_seems_that|i_think_that|be_warned|sorry|you_see|i_would_say|i_noticed|please_be_aware_that|as_you_can_see",
}  # fmt: skip


def fact(predicate: str, args: list[str], value: bool) -> Part:
    return Part("fact", {"predicate": predicate, "args": args, "value": value})


def _about(m: Match, predicate: str) -> str | None:
    """What is told of: what was named, else of what is bound the thing that it can be told of."""
    thing = m.known
    if thing is None:
        return None
    if thing.how == "it":
        bound = list(m.dialogue.bindings.values())
        if predicate in ("open", "locked", "stuck"):
            can = [
                n
                for n in bound
                if noun_of(n)
                in (
                    "drawer",
                    "door",
                    "box",
                    "lid",
                    "cabinet",
                    "window",
                    "fridge",
                    "jar",
                    "toolbox",
                    "oven",
                    "cupboard",
                    "microwave",
                    "case",
                    "bottle",
                )
            ]
            return can[0] if can else thing.name
        if predicate == "full" and m.dialogue.running_skill in ("pour",) and m.dialogue.target:
            return m.dialogue.target
        return thing.name
    if thing.how == "special" and thing.name in (PERSON, ROBOT, "all"):
        return None
    if thing.name is None:
        bound_too = [n for n in thing.names if n in m.dialogue.bindings.values()]
        return bound_too[0] if len(bound_too) == 1 else None
    return thing.name


def _is(m: Match) -> Part | None:
    predicate, value = m["adj"]
    name = _about(m, predicate)
    if name is None:
        thing = m.thing
        return (
            Part("fact", {"predicate": predicate, "args": [None], "value": value}, ask=True, candidates=thing.names)
            if thing is not None and len(thing.names) > 1 and not thing.plural
            else None
        )
    if (
        m.words[m.end - 1] in ("on", "there", "here", "over", "out", "off")
        and predicate in ("present", "upright")
        and value
        and name == m.dialogue.object
    ):
        return None
    if tuple(m.words[m.end : m.end + 2]) in (("in", "here"), ("in", "there"), ("in", "this")) or m.words[m.end : m.end + 1] in (
        ["outside"],
        ["today"],
    ):
        return None  # `it is cold in here`
    if predicate == "lit" and noun_of(name) not in (
        "lamp",
        "light",
        "led",
        "candle",
        "stove",
        "oven",
        "button",
        "switch",
        "heater",
        "fan",
        "screen",
        "radio",
        "kettle",
        "tv",
        "torch",
        "lights",
        "burner",
        "machine",
        "microwave",
        "laptop",
        "bulb",
    ):
        return None
    return fact(predicate, [name], value != bool(_DENIED & set(m.said.split())))


def _kind(m: Match) -> Part | None:
    """`that is not rubbish`, `it is a toy`, `the can is blue`."""
    name = _about(m, "is_a")
    word = singular(m["word"])
    value = m.get("no") is not None or not _DENIED & set(m.said.split())
    if name is None:
        return None
    if word in lexicon.COLOR:
        return fact("color", [name, lexicon.COLOR[word]], value)
    return fact("is_a", [name, word], value)


def _word(reader: Reader, at: int) -> list[tuple[str, int]]:
    """A noun or a colour, with or without its article, that ends what is said."""
    words = reader.words
    start = at + 1 if words[at] in ("a", "an", "any", "my", "the", "some") else at
    if start >= len(words) or (start + 1 < len(words) and words[start + 1] not in (",", "and", "but", "so", "anymore", "you", "at")):
        return []
    word = words[start]
    plain = (
        word.isalpha() and len(word) > 2 and word not in _NO_KIND and not ADJECTIVES.at(words, start) and not word.endswith(("ing", "ly"))
    )
    return (
        [(word, start + 1)] if plain and (start > at or word in lexicon.COLOR or singular(word) in lexicon.NOUN or word in _MASSES) else []
    )


_MASSES = frozenset(
    {
        "rubbish",
        "trash",
        "garbage",
        "waste",
        "food",
        "fruit",
        "recycling",
        "junk",
        "litter",
        "laundry",
        "plastic",
        "glass",
        "paper",
        "metal",
        "wood",
        "poison",
        "medicine",
        "soap",
        "vinegar",
        "water",
        "compost",
        "furniture",
    }
)
_NO_KIND = frozenset(
    {
        "one",
        "that",
        "this",
        "enough",
        "right",
        "wrong",
        "left",
        "good",
        "bad",
        "fine",
        "ok",
        "it",
        "all",
        "high",
        "low",
        "fast",
        "slow",
        "far",
        "near",
        "close",
        "there",
        "here",
        "thing",
        "mine",
        "yours",
        "better",
        "best",
        "problem",
        "mistake",
        "idea",
        "shame",
        "joke",
        "bit",
        "lot",
        "way",
        "middle",
        "time",
        "day",
        "other",
        "side",
        "edge",
        "place",
        "much",
        "long",
        "nice",
        "great",
        "perfect",
        "lovely",
        "not",
        "what",
        "where",
        "you",
        "too",
        "done",
        "mess",
    }
)
SLOTS["word"] = _word
_RELATED: Table[str] = Table({
    **dict.fromkeys(ways("[already|still] in|inside|inside_of"), "in"), **dict.fromkeys(ways("[already|still] on|on_top_of|sitting_on|"
        "standing_on|lying_on|resting_on"), "on"), **dict.fromkeys(ways("[already|still] under|underneath|beneath|below"), "under"),
    **dict.fromkeys(ways("[already|still] next_to|beside|by|near"), "next_to"),
})  # fmt: skip
SLOTS["related"] = lambda reader, at: list(_RELATED.at(reader.words, at))


def _where(m: Match) -> Part | None:
    name, place = _about(m, "in"), m["place"]
    other = place.name or next((n for n in place.names if n == m.dialogue.target), None)
    if place.how == "it" or name is None or other is None or other == name or other in (PERSON, ROBOT):
        return None
    return fact(m["related"], [name, other], not _DENIED & set(m.said.split()))


def _holding(value: bool) -> Maker:
    def made(m: Match) -> Part | None:
        thing = m.thing
        name = thing.name if thing is not None and thing.how not in ("it",) and thing.name else m.dialogue.object
        if name is None or (m.get("np") is not None and thing is not None and thing.how == "special"):
            return None
        return fact("holding", [ROBOT, name], value)

    return made


def _owned(m: Match) -> Part | None:
    name = _about(m, "owned_by")
    if name is None:
        return None
    said = m.get("owner") or PERSON
    return fact("owned_by", [name, said], not _DENIED & set(m.said.split()))


def _owner(reader: Reader, at: int) -> list[tuple[str, int]]:
    words = reader.words
    if words[at] in ("me", "us", "mine", "ours"):
        return [(PERSON, at + 1)]
    start = at + 1 if words[at] in ("my", "the", "our", "a") else at
    return (
        [(words[start], start + 1)]
        if start < len(words) and words[start].isalpha() and words[start] not in ("in", "on", "the", "there", "here", "to", "it")
        else []
    )


SLOTS["owner"] = _owner


def _fits(m: Match) -> Part | None:
    name, place = _about(m, "fits"), m.get("place")
    other = (place.name or m.dialogue.target) if place is not None and place.how != "it" else m.dialogue.target
    value = not _DENIED & set(m.said.split()) and not {"too", "small", "large", "big"} & set(m.said.split())
    return fact("fits", [name, other], value) if name and other and name != other else fact("fits", [name], value) if name else None


def _size_fact(m: Match) -> Part | None:
    """`it is too big for the bowl`."""
    name, place = _about(m, "fits"), m.get("place")
    other = place.name if place is not None and place.how != "it" else m.dialogue.target
    return fact("fits", [name, other], False) if name and other and name != other else None


def _absent(m: Match) -> Part | None:
    thing = m.thing
    return fact("present", [thing.name], False) if thing is not None and thing.name and thing.how not in ("special",) else None


def _empty(m: Match) -> Part | None:
    thing = m.thing
    name = thing.name if thing is not None else None
    return fact("empty", [name], True) if name else None


def _fell(m: Match) -> Part | None:
    """`it fell over`."""
    name = _about(m, "upright")
    return fact("upright", [name], False) if name else None


g = GRAMMAR.add
g(
    _fell,
    """
    [<think>] [,] {np} [has|have|just|is|got|was|have_just|has_just] fell|fallen|tipped|toppled|keeled|knocked|falling|turned over \
        [again|now|there|on_its_side]
    you knocked|tipped|pushed {np} over
    you knocked|tipped|pushed over {np}
""",
    cost=0.39,
)
g(
    _kind,
    """
    [<think>] [,] {np} is|are|s [actually|really] {word} [,] [and] not {word:no} [at_all|you_know]
""",
    cost=0.55,
)
g(
    _is,
    """
    [<think>] [,] {np} <is> [not|no_longer|never|hardly] [<already>] {adj} [already|now|still|again|you_know|inside|there|any_more|\
        anymore|at_all|to_the_brim|after_all|at_the_moment|right_now|by_the_way]
    [<think>] [,] {np} [<already>] <is> [not|no_longer] [<already>] {adj} [already|now|still|again|inside|anymore|any_more]
    [<think>] [,] {np} does_not|is_not <is>|look|seem|feel [<already>] {adj}
    [<think>] [,] {np} has [been] [<already>] {adj}
    [<think>] [,] {np} <is> [still|already] too {adj}
    [<think>] [,] {np} <is> [a_bit|very|quite|<already>] {adj}
    [you|somebody|someone|i|we] [have] left|have {np} {adj}
""",
    cost=0.38,
)
g(
    lambda m: _is_said(m),
    """
    {adj} [already|still]
""",
    cost=0.9,
)
g(
    _kind,
    """
    [<think>] [,] {np} is|are|was|s [not|no|not_really|no_longer|actually|really] {word}
    [<think>] [,] {np} is|are [not|no|actually|really] {word} at_all|you_know
""",
    cost=0.62,
)
g(
    _where,
    """
    [<think>] [,] {np} <is> [not|no_longer] [<already>] {related} {np:place} [already|now|still|any_more|anymore]
    [<think>] [,] there is already|still|still_a|already_a {np} {related} {np:place}
    {np} [<is>] [already] lies|stands|sits|lying|standing|sitting [already|still] {related} {np:place}
""",
    cost=0.45,
)
g(
    _holding(False),
    """
    [<think>] [,] you [have|just] dropped|lost|missed [it|that|{np}] [again|now|already|there]
    [<think>] [,] you do_not|are_not|no_longer|did_not|have_not|never [actually|even|really|have] have|holding|hold|got|get|grab|\
        grabbed|pick_up|picked_up|caught|gripped|gotten|grasped|catch|gripping|grip [hold_of] [it|that|{np}|anything|anymore] \
        [anymore|any_more|yet|properly|in_your_hand|at_all|now]
    it|that|{np} [has] [just] fell|fallen|slipped|dropped|came|fell_down [down|out|off|away|on_the_floor|to_the_floor|from_your_hand|\
        loose] [of] [your] [hand|gripper|again|fingers]
    your|the hand|gripper|claw|fingers is|are|s empty
    [there_is] nothing in your hand|gripper|fingers|grip|claw
    [it|that|{np}] is [no_longer|not] in your hand|gripper|grip|fingers [anymore|any_more]
    you are not holding|carrying anything|it|{np} [anymore|any_more|at_all]
    you [have] let it fall|drop|slip
    you are [grasping|holding|carrying|closing_on] [thin] air|nothing|empty_handed
""",
    cost=0.4,
)
g(
    _holding(True),
    """
    you [already|still|do] [already|still|do] have|hold|got|are_holding|have_got|are_carrying|are_still_holding it|that|{np} \
        [already|in_your_hand|now|in_your_gripper]
    [it|that|{np}] is [already|still] in your hand|gripper
    you are [already|still] holding it|that|{np}
""",
    cost=0.45,
)
g(
    _owned,
    """
    [<think>] [,] {np} is [not] mine|ours
    [<think>] [,] {np} [does_not] belongs|belong to {owner} [s]
    [<think>] [,] {np} is|s [not] {owner} s
    [<think>] [,] {np} is|s [not] my|our {owner} s
    that is my|our {np}
    {np} is [my] {owner} s property
""",
    cost=0.4,
)
g(
    _owned,
    """
    that|this|it is|s [not] mine|yours|ours
""",
    cost=0.4,
)
g(
    _fits,
    """
    [<think>] [,] {np} does|will|is|can|would|could [not|never] [going_to] fit|go|goes|fits [in|into|on|there|inside|onto|under|\
        through] [there|it|{np:place}]
    [<think>] [,] {np} fits [in|into|on|inside|under] [{np:place}]
    [<think>] [,] there is no|not room|space|enough_room|enough_space [left] [for] {np} [in|on] [there|{np:place}]
    {np} [will|does] not fit
""",
    cost=0.4,
)
g(
    _size_fact,
    """
    [<think>] [,] {np} is|s [far|way|much|a_bit] too big|large|wide|tall|long|fat|thick|high|bulky for|to_fit_in|to_fit_into|\
        to_go_in|to_go_into|to_fit_on|to_fit [{np:place}|there|in|in_there]
    {np} is too big|large|wide|fat|tall
""",
    cost=0.42,
)
g(
    _empty,
    """
    [<think>] [,] there is nothing|no_water|nothing_left|no_liquid|no_coffee [left] in {np} [any_more|anymore]
    [<think>] [,] {np} has nothing|nothing_left in it
""",
    cost=0.4,
)
g(
    _absent,
    """
    [<think>] [,] there is no {np} [here|there|any_more|anymore]
    [<think>] [,] there is not a|any {np} [here|there]
    i|somebody|someone|we [have] [already] took|taken|removed|moved {np} away
""",
)
g(
    lambda m: _reach(m),
    """
    [<think>] [,] you can not|never reach|get_to|get_at {np} [from_there|from_here|like_that]
""",
    cost=0.4,
)


def _is_said(m: Match) -> Part | None:
    """`stuck`, `still full`: of what the robot acts on."""
    predicate, value = m["adj"]
    if (
        m.dialogue.object is None
        or predicate in ("present", "lit", "upright", "open")
        or m.said
        in (
            "over",
            "light",
            "free",
            "fine",
            "out",
            "on",
            "off",
            "there",
            "here",
            "around",
            "solid",
            "loose",
            "dead",
            "away",
            "tough",
            "caught",
            "used",
            "bare",
        )
    ):
        return None
    poured = predicate == "full" and m.dialogue.running_skill == "pour" and m.dialogue.target
    return Part("fact", {"predicate": predicate, "args": [poured or m.dialogue.object], "value": value}, weak=True)


def _reach(m: Match) -> Part | None:
    thing = m.thing
    return fact("reachable", [thing.name], False) if thing is not None and thing.name and thing.how != "special" else None
