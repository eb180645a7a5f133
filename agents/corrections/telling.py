"""What is told and asked rather than ordered: facts, praise, yes and no with more to them, questions, and talk to somebody else."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, SLOTS, Match, Part, Reader
from heedful.agents.corrections.dialogue import PERSON, ROBOT, Dialogue
from heedful.agents.corrections.things import Meant, noun_of, the_one
from heedful.agents.understanding import lexicon
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.lexicon import singular
from heedful.agents.understanding.tables import Table

_TRUE = {
    "open": "open|wide_open|ajar|open_already|half_open|unlocked_and_open|opened", "locked": "locked|bolted|locked_up|under_lock_and_key|locked_shut", "lit": "lit|on|switched_on|turned_on|burning|shining|glowing|alight",
    "empty": "empty|emptied|vacant|bare|drained|used_up|all_gone|empty_now", "full": "full|filled|filled_up|full_up|brimming|full_to_the_brim|overflowing|full_of_water|full_of_coffee|packed|to_the_brim|loaded|stuffed|filled_to_the_brim|completely_full",
    "hot": "hot|boiling|scalding|burning_hot|piping_hot|very_hot|boiling_hot|steaming|warm|red_hot|scorching|hot_to_the_touch|scalding_hot", "fragile": "fragile|breakable|delicate|brittle|easily_broken|made_of_glass|glass|made_of_china|made_of_porcelain|precious|made_of_paper|easy_to_break",
    "wet": "wet|damp|moist|soaked|soaking|soaking_wet|dripping|dripping_wet|drenched|soggy", "clean": "clean|washed|spotless|cleaned|tidy|wiped|clean_already", "sharp": "sharp|pointed|pointy|razor_sharp|spiky", "heavy": "heavy|too_heavy|very_heavy|really_heavy|weighty|quite_heavy|heavier_than_it_looks|a_ton|full_of_stones",
    "broken": "broken|cracked|damaged|defective|chipped|in_pieces|smashed|out_of_order|shattered|faulty|bust|kaput|torn|ripped|dead|not_working", "slippery": "slippery|slick|greasy|oily|slimy|smooth_as_ice|soapy", "stuck": "stuck|jammed|blocked|wedged|caught|trapped|stuck_fast|wedged_in|glued|frozen_in|stiff|snagged|jammed_shut|stuck_shut",
    "upright": "upright|standing|standing_up|vertical|the_right_way_up", "present": "present|there|here|around|still_there|on_the_scene|still_here", "reachable": "reachable|within_reach|in_reach|within_your_reach|near_enough|accessible",
}  # fmt: skip
_FALSE = {
    "open": "closed|shut|closed_already|shut_already|not_open|still_closed|still_shut", "lit": "off|unlit|dark|switched_off|turned_off|out", "hot": "cold|cool|cooled_down|lukewarm|cold_already|stone_cold", "wet": "dry|bone_dry", "clean": "dirty|filthy|stained|unwashed|sticky_and_dirty|grubby|mucky|used", "heavy": "light|weightless|not_heavy",
    "locked": "unlocked|unbolted", "upright": "lying_down|lying|fallen_over|on_its_side|knocked_over|tipped_over|toppled_over|lying_on_its_side|over|toppled|fallen", "present": "gone|missing|absent|not_there|away|nowhere_to_be_seen|vanished|not_here|no_longer_there|not_there_any_more|not_there_anymore", "broken": "intact|fine|in_one_piece|undamaged|unbroken|repaired",
    "reachable": "out_of_reach|unreachable|too_far_away|out_of_your_reach|too_far_off|beyond_your_reach|inaccessible", "sharp": "blunt|dull", "slippery": "rough|dry_enough", "fragile": "unbreakable|robust|sturdy|made_of_plastic|tough|solid|plastic|indestructible|shatterproof", "stuck": "loose|free|unstuck",
}  # fmt: skip
ADJECTIVES: Table[tuple[str, bool]] = Table({
    p.replace("_", " "): (name, value) for table, value in ((_TRUE, True), (_FALSE, False)) for name, words in table.items() for p in words.split("|")
})  # fmt: skip
"""Words for how a thing is -> the predicate, and whether it holds."""
SLOTS["adj"] = lambda reader, at: list(ADJECTIVES.at(reader.words, at))
_DENIED = frozenset({"not", "never", "hardly", "no", "nowhere", "longer"})
CLASSES |= {
    "is": "is|are|s|was|seems|looks|feels|seems_to_be|looks_like_it_is|appears_to_be|has_been|must_be|should_be|might_be|may_be|could_be|is_probably|got|has_got|became|will_be|have_been|were|appears|has_become|gets|is_going_to_be|sounds|turned_out_to_be|remains|are_getting",
    "already": "already|still|now|really|actually|completely|quite|very|all|pretty|rather|a_bit|totally|fully|probably|still_very|super|a_little|always|extremely|just|absolutely|only|clearly|obviously|definitely|in_fact|really_very|currently|again|almost|nearly|certainly|kind_of|sort_of|half|also|somewhat|slightly|right",
    "think": "i_think|i_believe|i_guess|i_suppose|i_am_sure|i_am_afraid|i_am_pretty_sure|look|note|note_that|remember|by_the_way|fyi|you_know|i_know|careful|mind_you|watch_it|watch_out|attention|you_should_know|just_so_you_know|be_aware|be_careful|because|but|beware|for_your_information|actually|i_told_you|as_far_as_i_know|it_seems|apparently|heads_up|"
    "you_know_that|i_just_saw_that|i_see_that|i_can_see|in_case_you_did_not_notice|caution|note_well|warning|do_not_forget|please_note|please_note_that|keep_in_mind_that|bear_in_mind_that|be_aware_that|careful_that|the_thing_is|it_looks_like|looks_like|seems_like|it_seems_that|i_think_that|be_warned|sorry|you_see|i_would_say|i_noticed|please_be_aware_that|as_you_can_see",
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
            can = [n for n in bound if noun_of(n) in ("drawer", "door", "box", "lid", "cabinet", "window", "fridge", "jar", "toolbox", "oven", "cupboard", "microwave", "case", "bottle")]
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
        return Part("fact", {"predicate": predicate, "args": [None], "value": value}, ask=True, candidates=thing.names) if thing is not None and len(thing.names) > 1 and not thing.plural else None
    if m.words[m.end - 1] in ("on", "there", "here", "over", "out", "off") and predicate in ("present", "upright") and value and name == m.dialogue.object:
        return None
    if predicate == "lit" and noun_of(name) not in ("lamp", "light", "led", "candle", "stove", "oven", "button", "switch", "heater", "fan", "screen", "radio", "kettle", "tv", "torch", "lights", "burner", "machine", "microwave", "laptop", "bulb"):
        return None
    return fact(predicate, [name], value != bool(_DENIED & set(m.said.split())))


def _kind(m: Match) -> Part | None:
    """`that is not rubbish`, `it is a toy`, `the can is blue`."""
    name = _about(m, "is_a")
    word = singular(m["word"])
    value = not _DENIED & set(m.said.split())
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
    plain = word.isalpha() and len(word) > 2 and word not in _NO_KIND and not ADJECTIVES.at(words, start) and not word.endswith(("ing", "ly"))
    return [(word, start + 1)] if plain and (start > at or word in lexicon.COLOR or singular(word) in lexicon.NOUN or word in _MASSES) else []


_MASSES = frozenset({"rubbish", "trash", "garbage", "waste", "food", "fruit", "recycling", "junk", "litter", "laundry", "plastic", "glass", "paper", "metal", "wood", "poison", "medicine", "soap", "vinegar", "water", "compost", "furniture"})
_NO_KIND = frozenset({"one", "that", "this", "enough", "right", "wrong", "left", "good", "bad", "fine", "ok", "it", "all", "high", "low", "fast", "slow", "far", "near", "close", "there", "here", "thing", "mine", "yours", "better", "best", "problem", "mistake", "idea", "shame", "joke", "bit", "lot", "way", "middle", "time", "day", "other", "side", "edge", "place", "much", "long", "nice", "great", "perfect", "lovely", "not", "what", "where", "you", "too", "done", "mess"})
SLOTS["word"] = _word
_RELATED: Table[str] = Table({
    **dict.fromkeys(ways("[already|still] in|inside|inside_of"), "in"), **dict.fromkeys(ways("[already|still] on|on_top_of|sitting_on|standing_on|lying_on|resting_on"), "on"), **dict.fromkeys(ways("[already|still] under|underneath|beneath|below"), "under"),
    **dict.fromkeys(ways("[already|still] next_to|beside|by|near"), "next_to"),
})  # fmt: skip
SLOTS["related"] = lambda reader, at: list(_RELATED.at(reader.words, at))


def _where(m: Match) -> Part | None:
    name, place = _about(m, "in"), m["place"]
    other = place.name or next((n for n in place.names if n == m.dialogue.target), None)
    if place.how == "it" or name is None or other is None or other == name or other in (PERSON, ROBOT):
        return None
    return fact(m["related"], [name, other], not _DENIED & set(m.said.split()))


def _holding(value: bool):  # type: ignore[no-untyped-def]
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
    return [(words[start], start + 1)] if start < len(words) and words[start].isalpha() and words[start] not in ("in", "on", "the", "there", "here", "to", "it") else []


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


BEGINNING = frozenset({",", "and", "ok", "so", "hey", "robot", "um", "uh", "but", "well", "please", "now", "then", "no", "yes", "right", "sorry", "er", "hm", "oh", "hi", "wait"})
"""What may stand before a question."""


def _query(about: str):  # type: ignore[no-untyped-def]
    def made(m: Match) -> Part | None:
        thing = m.get("np")
        if about == "reason" and str(m.get("any") or "").startswith(("not ", "do not you", "can not you")):
            return None  # `why not slide it` asks for it
        if m.start and m.words[m.start - 1] not in BEGINNING:
            return None
        names: Meant | None = the_one(m.dialogue, thing) if isinstance(thing, Meant) else None
        effect: dict[str, object] = {"about": about}
        if names is not None and about in ("location", "state", "count"):
            what = names.name if about != "count" else names.head or names.name
            if names.how == "special":
                what = names.name
            if what:
                effect["object"] = what
        return Part("query", effect)

    return made


def praise(value: str):  # type: ignore[no-untyped-def]
    return lambda m: Part("praise", {"value": value})


def _confirm(value: bool):  # type: ignore[no-untyped-def]
    return lambda m: Part("confirm", {"value": value})


def _aside(m: Match) -> Part:
    return Part("aside")


def _people(dialogue: Dialogue) -> str:
    return PERSON


g = GRAMMAR.add
g(_is, """
    [<think>] [,] {np} <is> [not|no_longer|never|hardly] [<already>] {adj} [already|now|still|again|you_know|inside|there|any_more|\
        anymore|at_all|to_the_brim|after_all|at_the_moment|right_now|by_the_way]
    [<think>] [,] {np} [<already>] <is> [not|no_longer] [<already>] {adj} [already|now|still|again|inside|anymore|any_more]
    [<think>] [,] {np} does_not|is_not <is>|look|seem|feel [<already>] {adj}
    [<think>] [,] {np} has [been] [<already>] {adj}
    [<think>] [,] {np} <is> [still|already] too {adj}
    [<think>] [,] {np} <is> [a_bit|very|quite|<already>] {adj}
    [you|somebody|someone|i|we] [have] left|have {np} {adj}
""", cost=0.38)
g(lambda m: _is_said(m), """
    {adj} [already|still]
""", cost=0.9)
g(_kind, """
    [<think>] [,] {np} is|are|was|s [not|no|not_really|no_longer|actually|really] {word}
    [<think>] [,] {np} is|are [not|no|actually|really] {word} at_all|you_know
""", cost=0.62)
g(_where, """
    [<think>] [,] {np} <is> [not|no_longer] [<already>] {related} {np:place} [already|now|still|any_more|anymore]
    [<think>] [,] there is already|still|still_a|already_a {np} {related} {np:place}
    {np} [<is>] [already] lies|stands|sits|lying|standing|sitting [already|still] {related} {np:place}
""", cost=0.45)
g(_holding(False), """
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
""", cost=0.4)
g(_holding(True), """
    you [already|still|do] [already|still|do] have|hold|got|are_holding|have_got|are_carrying|are_still_holding it|that|{np} \
        [already|in_your_hand|now|in_your_gripper]
    [it|that|{np}] is [already|still] in your hand|gripper
    you are [already|still] holding it|that|{np}
""", cost=0.45)
g(_owned, """
    [<think>] [,] {np} is [not] mine|ours
    [<think>] [,] {np} [does_not] belongs|belong to {owner} [s]
    [<think>] [,] {np} is|s [not] {owner} s
    [<think>] [,] {np} is|s [not] my|our {owner} s
    that is my|our {np}
    {np} is [my] {owner} s property
""", cost=0.4)
g(_owned, """
    that|this|it is|s [not] mine|yours|ours
""", cost=0.4)
g(_fits, """
    [<think>] [,] {np} does|will|is|can|would|could [not|never] [going_to] fit|go|goes|fits [in|into|on|there|inside|onto|under|\
        through] [there|it|{np:place}]
    [<think>] [,] {np} fits [in|into|on|inside|under] [{np:place}]
    [<think>] [,] there is no|not room|space|enough_room|enough_space [left] [for] {np} [in|on] [there|{np:place}]
    {np} [will|does] not fit
""", cost=0.4)
g(_size_fact, """
    [<think>] [,] {np} is|s [far|way|much|a_bit] too big|large|wide|tall|long|fat|thick|high|bulky for|to_fit_in|to_fit_into|\
        to_go_in|to_go_into|to_fit_on|to_fit [{np:place}|there|in|in_there]
    {np} is too big|large|wide|fat|tall
""", cost=0.42)
g(_empty, """
    [<think>] [,] there is nothing|no_water|nothing_left|no_liquid|no_coffee [left] in {np} [any_more|anymore]
    [<think>] [,] {np} has nothing|nothing_left in it
""", cost=0.4)
g(_absent, """
    [<think>] [,] there is no {np} [here|there|any_more|anymore]
    [<think>] [,] there is not a|any {np} [here|there]
    i|somebody|someone|we [have] [already] took|taken|removed|moved {np} away
""")
g(lambda m: _reach(m), """
    [<think>] [,] you can not|never reach|get_to|get_at {np} [from_there|from_here|like_that]
""", cost=0.4)

g(praise("good"), """
    [that_was|that_is|that|this_is|you_did|it_was|it_is|you_are|what_a|such_a|doing|you_have_done|looks|that_looks|you_are_doing|\
        that_went|what|really|very|a|so|how] [very|really|so|absolutely|just|such|a|quite|pretty] good_job|well_done|nice_work|\
        great_job|good_work|great_work|nice_one|good_one|bravo|excellent|perfectly_done|perfect|brilliant|wonderful|fantastic|\
        amazing|awesome|beautiful|great|lovely|superb|impressive|splendid|marvellous|marvelous|neat|nicely_done|beautifully_done|\
        good_robot|clever|top|first_class|spot_on|terrific|outstanding|way_to_go|good_going|great_going|good_boy|good_girl|i_like_it|\
        i_love_it|like_it|love_it|fabulous|nice_job|excellent_work|excellent_job|super|tidy_work|very_nice|very_good|great_stuff|\
        good_stuff|magnificent|grand|nice_and_smooth|smooth|clever_robot|a_fine_job|a_good_job|a_great_job|well_handled|\
        expertly_done|good_thinking|nicely|nice|good|cool|really_good|really_nice|fine|much_better|better|beautifully|great_effort|\
        top_notch|good_catch|nice_catch|solid_work|a_star|you_are_a_star|hooray|hurray|yay|wow|keep_up_the_good_work|\
        keep_it_up_like_that|exactly_what_i_wanted|just_what_i_wanted|what_i_wanted|how_i_like_it|well|perfectly|masterful|so_good|\
        professional|a_pleasure|great_move|great_catch|lovely_job|lovely_work|brilliant_job|brilliant_work|good_show|thumbs_up|\
        ten_out_of_ten|smashing [job|work|thank_you|thanks|indeed|robot|so_far|done|there|now|stuff|this_time|mate|move|again|\
        already|today]
    you did well|great|good|it|that_well|that_nicely|a_great_job|a_good_job|very_well|fine|that_perfectly|that_beautifully|\
        brilliantly [there|robot|this_time]
    thank you|thanks [so_much|very_much|a_lot] [that_was|that_is] great|perfect|lovely|good|nice|well_done
    i am [very|really|so] impressed|pleased|happy|proud [with] [you|that|it]
    i [really] like|love [it|that|this|how_you_did_that|how_you_do_that|the_way_you_do_that|what_you_did]
    that worked [well|perfectly|great|nicely|out] [great|well|nicely]
    you are good|great|brilliant|amazing|the_best|getting_better|doing_great|doing_well|a_genius|so_clever|doing_a_great_job|\
        doing_fine|awesome|doing_good [at_this|at_that|at_it|robot|so_far|today]
    couldn t|could not be|have|ask [been] better|done_it_better_myself|for_more
    good|great|nice|lovely|excellent|brilliant|fine|perfect|clean|clever|smooth pour|grip|place|pick|catch|move|push|placement|grasp|\
        moves|aim|stack|wipe|drop|landing|execution|try
    that|it went well|great|smoothly|perfectly|nicely [this_time]
""", cost=0.36)
g(praise("bad"), """
    [that_was|that_is|that|this_is|you_did|it_was|it_is|you_are|what_a|what|doing|you_have_done|that_went|it_went|really|very|a|how|\
        such|so|this_was] [very|really|so|absolutely|just|such|a|pretty|quite] rubbish|terrible|awful|bad|bad_job|poor|poor_work|\
        useless|horrible|lousy|poorly_done|badly|badly_done|disappointing|clumsy|sloppy|dreadful|rubbish_work|hopeless|pathetic|\
        not_good|not_good_enough|no_good|crap|appalling|a_disaster|a_mess|mess|poorly|terribly|awfully|not_nice|shit|not_well_done|\
        unacceptable|ridiculous|stupid|a_bad_job|a_poor_job|a_terrible_job|terrible_job|bad_robot|not_great|shoddy|careless|bad_work|\
        worse|the_worst|embarrassing|not_very_good|not_well|nonsense|garbage|a_failure|atrocious|silly|abysmal|dumb|not_right|\
        all_wrong|completely_wrong|totally_wrong|a_shambles|botched|a_bad_idea|weak|disaster|poor_show|not_so_good|disgraceful|\
        miserable|horribly|a_joke [job|work|robot|this_time|at_this|indeed|there|again|effort|attempt|performance|today]
    you did [it|that] badly|poorly|terribly|wrong|a_bad_job|a_terrible_job|that_badly|not_do_well|that_poorly|awfully [there|\
        this_time]
    i do not|did_not like|hate it|that|this [at_all|one_bit]
    i [really] hated|dislike|disliked|hate it|that|this|how_you_did_that
    bad|poor|terrible|awful|lousy pour|grip|place|pick|catch|move|placement|grasp|aim|stack|wipe|drop|landing|execution|try
    you messed|screwed|botched|mucked|cocked [it|that|this] [up]
    that is [just|all|completely] wrong [robot]
    not like that|this
    you can do better [than_that]
    do better
    you are bad|terrible|useless|hopeless|awful|clumsy [at_this|at_that|robot]
    i am not happy|pleased|impressed [with_that|with_you|at_all]
    boo
    thumbs down
    what was that [supposed_to_be]
    it|that was not|no good|great|what_i_wanted
    that|it went badly|wrong|terribly|poorly
    that did not go well
""", cost=0.37)
g(_confirm(True), """
    yes|yeah|yep|ok|sure|right|correct|indeed|oh_yes|aye [,] exactly|please|correct|right|sure|that_one|this_one|that_is_it|the_one|\
        like_that|there|do|do_it|do_that|go_for_it|of_course|indeed|absolutely|definitely|thats_right|sir|that_is_correct|robot|\
        please_do|that_is_fine|all_right|that_is_what_i_meant
    [yes|yeah|ok] [,] that|it|this|you|thats|these|they [is|are|was|s|looks|seems|have|has] [indeed|absolutely|quite|exactly|just|\
        the|got] [the|just] right|correct|it|the_one|fine|exactly_right|that_one|what_i_meant|exactly_it|the_right_one|right_place|\
        right_spot|good_there|the_right_place|what_i_want|ok|true|the_place|the_spot|exactly_what_i_meant|fine_like_that|fine_there|\
        the_one_i_meant|the_one_i_want|what_i_mean|spot|place|it_exactly [there|now|yes|like_that|thanks|thank_you|one]
    exactly|precisely|right|just|correct there|here|like_that|so|that|this|that_one|right|the_one|this_one|what_i_meant|as_i_wanted|\
        where_i_want_it
    exactly|absolutely|definitely|certainly|affirmative|precisely|indeed|of_course|sure_thing|you_bet|agreed|confirmed|roger|correct|\
        by_all_means|sounds_good|that_works|i_agree|that_will_do|thats_it|totally|i_confirm|affirm|yessir|granted|uh_huh|mhm|just_so|\
        quite_right|quite_so|yes_indeed|works_for_me|why_not|do_it|do_that|please_do|yes_do|go_for_it|fine_by_me|fine_with_me|\
        that_one_yes|this_one_yes|thats_the_one|sure|deal|i_think_so|that_one_exactly|bingo|positive
    you got|have|understood it|that|me [right|correctly]
    {np} yes|exactly|correct|is_right|is_correct
    yes {np}
    there exactly|yes|that_is_it|perfect
    right [,] like_that|that_one|there|this_one|exactly
    yes [it_is|i_do|you_may|you_can|you_should|i_did|it_does|i_am|you_are]
    that is it [yes|exactly]
""", cost=0.35)
g(_confirm(False), """
    no [that|it|this|you] [is|are|was|s] [not] wrong|incorrect|right|correct|true|the_one|it|mistaken|not_it
    [that|it|this|you|no] [is|are|was|s] not right|correct|incorrect|true|mistaken|false [one|there|at_all]
    [that|it|this] is incorrect|false
    incorrect|false|negative|certainly_not|absolutely_not|definitely_not|not_at_all|of_course_not|no_way|i_do_not_think_so|not_right|\
        not_correct|no_thanks|no_thank_you|no_it_is_not|no_you_may_not|disagree|not_really|not_exactly|no_it_does_not|no_not_that|\
        i_disagree|no_i_do_not|no_i_did_not|no_you_are_not|no_please_do_not
    you got|have|understood it|that|me wrong
    you misunderstood [me|that]
    that is not what i meant|said|asked_for|wanted|asked
""", cost=0.4)
g(_query("activity"), """
    what|whatever are|is|were you|it|the_robot|the_arm|that|going_on|happening|up up_to|doing|trying_to|busy_with|working_on|\
        supposed_to|about_to|playing_at|attempting|actually_doing|even_doing|in_the_middle_of|after|performing|executing [to|with|on|\
        at|there|now|doing|here|right_now|do] [do|be_doing|doing] [there|now|here|right_now|exactly|at_the_moment]
    [can_you|could_you|please] tell|show|explain me|us what you are|is [up_to|doing|trying_to_do|working_on|going_on|happening|\
        planning_now|busy_with] [there|now|right_now]
    what is|s going_on|happening|this|all_this_about|it_doing|this_about [here|there|now]
    which step|task|part [are|is] [you|this|it] [on|at|doing|in] [now]
    where are you up to
    what are you at|on
    what is [it|the_robot|the_arm] doing [now|there]
    what are you pouring|moving|wiping|pushing|picking|carrying|opening|turning|picking_up|grabbing|reaching_for|going_for|taking|\
        after|looking_for|looking_at [there|now]
    what is your [current] task|status|state|step|goal|job
    status [report|update|please]
    report [status]
    are you [still] busy|working|moving|doing_anything|on_it|there
    describe|explain what you are doing
    what do you think you are doing
    how is it going|coming_along
    how are you getting on|doing|coming_along
    what was that
    are you pouring|moving|wiping|pushing|picking_it_up|taking_{np}
""", cost=0.34)
g(_query("reason"), """
    why|how_come|what_for
    why|how_come|for_what_reason|what_made_you|what_is_the_reason|what_makes_you|on_what_grounds|why_on_earth|why_the_hell {any}
    what {any} for
    what is the reason|point|purpose|matter|problem|issue|idea [of|for|with|behind] [{any}]
    [can|could|would] [you] explain why|yourself|that {any}
    [can|could] [you] explain why|yourself|that
    tell me why [{any}]
    what is wrong [now|with_you|there]
    what is up with_you|with_that|there
    what went wrong|happened [there|just_now]
    what is the hold up|holdup|delay
    what are you waiting for
    are you stuck
    what stopped|stops you
    is something|anything wrong
    is there a|any problem
    what brings you to do that
""", cost=0.33)
g(_query("plan"), """
    what|whats [is|s|comes|happens|are|do|will|would|have] [you|the|your] next|then|later|going|plan|planning|after|intending|\
        intend_to|gonna|plan_to|want_to|next_step|steps [next|then|do|to_do|to|doing|steps|after_this|step|after_that|afterwards|be|\
        up|intend_to_do|plan_to_do|be_doing|planning_to_do] [next|after_this|then|after_that|afterwards|with_it|with_that|with_{np}|\
        later|now|first]
    what now|then
    what comes|happens|is|follows|s|will_happen|will_come next|after|after_this|after_that|then|afterwards|later [this|that|it|then|\
        after_this]
    what will you do [next|then|after|after_this|after_that|with_it|with_that|now|afterwards|with_{np}|later]
    what do you do|plan|intend|want|have next|to|then [do] [next|then|after_this|after_that|with_it|with_that|afterwards|to_do_next|\
        to_do|with_{np}]
    what is your|the [next|overall] plan|step|intention|move|action|aim|steps|goal|target|agenda|thing_on_your_list|next_step|\
        next_move|next_thing
    where are|will you taking|going|moving|put|putting|bringing|place|placing|carrying|heading|headed|off_to [it|that|{np}|to] [to|\
        next|now|with_it|with_that]
    where [do|are|will] [you] [want|plan|planning|going|intend] [to] put|place|go|take|bring|be_putting [it|that|{np}] [next|down]
    where does|will {np} go
    where is {np} going
    how many steps|things|more are|do|have [left|you|there] [left|have|still] [left|to_go|to_do]
    how many [more] steps [left|to_go|remain|remaining|are_left]
    are you going to [{any}]
    will you [{any}]
    and [what] then|after_that
    what are the [next|remaining|following] steps|step|ones
    tell|show me your|the [next] plan|step|intention
    are you done|finished|nearly_done|almost_done|almost_finished|nearly_finished|ready [yet|now|soon|with_it|with_that]
    which one|thing|{np} is|comes next
    what else is|do [there|you|left] [to_do|have_to_do] [to_do]
    what is left [to_do]
    and after this|that
    when [do|will|are] you [going_to] [{any}]
""", cost=0.345)
g(_query("holding"), """
    what|which|whats [{np:kind}|one|thing|object|is|are|do|have|of_them] [is|are|do|have|has|did] [you|in|it|that|the_robot] \
        have_got|got|holding|your|hold|carrying|carry|in_your_hand|picked_up|gripping|grabbed|have_in|have|the [got|there|hand|\
        gripper|in_your_hand|in_your_gripper|in_your_fingers|up|now|in_the_hand|fingers|claw|grip|right_now|at_the_moment|in_hand|\
        hold_of] [there|now|in_your_hand|right_now|of]
    are|do you [still|already] holding|have|hold|got|carrying|gripping [it|that|anything|something|{np}] [already|still|there|\
        in_your_hand|now]
    have you got|picked|grabbed|caught|lost|dropped [up] [it|that|anything|something|{np}] [up] [already|still|there|in_your_hand|\
        now|yet|in_your_gripper]
    is there anything|something in your hand|gripper|fingers
    is {np} [still|already] in your hand|gripper|grip
    what is|s [that] in your|the hand|gripper|claw|fingers|grip
    is your|the hand|gripper empty|full|free
    did you pick up|get|grab|catch|drop|take {np} [up|already]
    what have you [there|got|picked|picked_up|grabbed]
    do you have {np}
    which one did|have you [pick|take|picked|taken|grab|got|grabbed] [up]
    what did you pick|grab|take [up]
""", cost=0.335)
g(_query("location"), """
    where|wheres [is|are|s|did|has|was|do|does|have] [you|on_earth] {np} [gone|now|go|put|left|at|stand|located|standing|hiding|\
        end_up|ended_up|been]
    where [is|s|are] {np}
    where did|have you put|left|leave|place|placed|drop {np}
    where|wherever did {np} go
    do you know|see [where] {np} [is]
    can|do|could you see|find|spot|locate {np}
    [can_you|could_you] tell|show me where {np} is|are|went
    in which {np:place} is {np}
    where are you [now|going_to_be]
    where have you got {np}
    what {np:place} is {np} in|on
    on|in which {np:place} is {np}
    have you seen {np}
    i can not find {np} [where_is_it]
""", cost=0.34)
g(_query("ability"), """
    are_you_able_to|do_you_know_how_to|is_it_possible_for_you_to|would_you_be_able_to|are_you_capable_of|will_you_be_able_to|\
        do_you_manage_to|can_the_robot|can_your_arm|would_you_manage_to {any}
    can|could you [even|actually|really|also] reach|lift|see|do|hold|carry|manage|open|fit|cope|handle|get_to|stretch|hear|\
        understand|feel|pour|turn|push {any}
    can|could you reach|lift|see|do|manage|hear|carry|handle it|that|this|{np} [from_there|on_your_own|at_all|with_one_hand|alone|\
        yourself|well|ok]
    can you manage|hear_me|see_me
    what [things|else] can|could you [do|lift|carry|understand|pick_up|reach|handle]
    is {np} too_far|too_heavy|too_big|too_high|too_hot|within_reach|in_reach|reachable|out_of_reach [for_you|away]
    is that|it possible [for_you|like_that]
    how much|heavy can|could you carry|lift|hold
    how far|high can|could you reach|go|stretch
    do you know how [to] [{any}]
    are you strong enough {any}
    are you able [to] [{any}]
    will it|that|{np} fit [in|there|into|on] [{np:place}]
    does {np} fit [in|there|into|on] [{np:place}]
    is there [enough] room|space for {np} [in|on] [{np:place}]
""", cost=0.35)
g(_query("speed"), """
    how fast|quick|quickly|slow|slowly are|can|do|is|were|will you|it|that|this [go|going|move|moving|travelling|driving|moving_now|\
        drive|be|run|running|the_arm] [now|there|right_now|at_the_moment]
    how fast|slow is|are that|this|it|you
    what speed|pace [are|is|do] [you|it|this] [going|at|moving|go|set_to|doing|running_at] [at|now]
    what is your|the [current|top|maximum|max] speed|pace|velocity
    at what|which speed|pace are|do you [moving|going|go|move|working|running|drive]
    is that|this your|the top|full|maximum|normal|fastest|highest|usual [speed|pace]
    are you going|moving|running|at [at] full|normal|half|top|slow|maximum speed
    is_that_as_fast_as_you_can go [any] faster|slower|quicker
    is that as fast|slow as you can [go]
    how many centimetres|metres|meters|centimeters|cm|percent [a|per] [second] [is_that|are_you_going|are_you_doing]
""", cost=0.33)
g(_query("time"), """
    how long|much_longer|much_time|many_minutes|many_seconds|much_more_time [more] [will|is|does|do|are|would|is_left|have|until|\
        till|to_go|does_it|left|has] [you|it|this|that|left|the_whole_thing|for|there|be] [take|need|be|going_to|taking|last|left|\
        taken|gonna|been|have] [you|to|left|take|until|for_that|to_finish|to_be_done|be|longer|still|doing|to_go|running|at_it] \
        [{any}]
    how long|much_longer [{any}]
    how many more|minutes|seconds minutes|seconds|until|to_go|left|more|will|do|does [{any}]
    when are|will|do|is|does you|it|this|that|be [be|going_to_be|finished|done|finish|have|ready|expect|over|going_to] [done|\
        finished|ready|finish|finish_it|it_done|complete|over|be_done|be_finished|be_ready|with_it|with_that] [{any}]
    how much time|longer is|do left|you|is_left [need|left|have] [{any}]
    what [is_the|time] [time] will|is it|left|remaining|you [take|be_finished|be_done]
    will it|this|that take [much] long|longer
    how soon will|can|are [{any}]
    is this|it|that going to take [much] long|longer|forever|all_day
    what is the eta
    eta
    are you [nearly|almost] there yet
    will you be long|much_longer
    what time is it|will
    by when [{any}]
    when will that|this|it|you be [{any}]
""", cost=0.33)
g(_query("state"), """
    is|are|was {np} [still|already|really|now|yet|completely|all] {adj} [yet|already|now|again|properly]
    is|are {np} [still|already|really|now|yet] {related} {np:place} [yet|already|now]
    has|have|did {np} [been|already|gone|get] {adj} [yet]
    did|have|has you|{np} [already] [close|open|closed|opened|lock|locked|empty|emptied|filled|fill|spilled|fallen|fall|break|\
        broken] {np} [yet|already]
    how is|are {np} [doing]
    how full|hot|heavy|empty|wet|clean is|are {np}
    what [is|s] [the] state|condition|colour|color [of] [{np}]
    what colour|color|size|shape is {np}
    is {np} ok|safe|alright|fine|stable|clear [now|there]
    is everything ok|alright|fine|in_order
    is that|it|this|{np} upright|stable|level|secure|{adj}
    check [if|whether|that] {np} is {adj}
    does {np} [still] {any}
    are you ok|alright|fine
    is it|that safe
""", cost=0.345)
g(_query("identity"), """
    who|what [are|is|made|built] you [exactly|called]
    what is your|the_robot_s name|model|type|serial_number|version|name_again
    what|who are you [called]
    what kind|sort|type of robot|arm|machine|thing are you|is_this
    do you have a name
    are you a|an robot|human|machine|ai|person|computer|panda|robot_arm
    what do [i|we|they|people] call you
    which robot|model|arm [are|is] [you|this]
    introduce yourself
    tell me about yourself
    who made|built|programmed|designed|owns|trained you
    how old are you
    where do you come|are from
    what should i call you
    whats your name
    is that you
""", cost=0.33)
g(_query("memory"), """
    do|can|will|did you [still|even] remember|recall|know|forget|memorise|memorize [{any}]
    have you forgotten|remembered|memorised|learned|learnt|noted|stored [{any}]
    what do|did|have you remember|know|remembered|learned|learnt|know_about|recall|stored|saved|noted|memorised [{any}]
    what did|have i|we|you say|tell|told|said|ask|asked|taught|teach|just_say|just_tell [{any}]
    what was [it|the|my|that] last|i|previous [thing|correction|instruction|said|i|told|command|say|order|rule|preference|one] [{any}]
    which rules|preferences|corrections|instructions [{any}]
    what are my|your rules|preferences|standing_orders [{any}]
    did i [not|ever] tell|say|ask|mention [{any}]
    what preferences|rules [{any}]
    how did i|we like|want|do [{any}]
    what have i taught|told you [{any}]
    you remember [{any}]
    where did we leave|stop off
    list|show [me] your|my|the memories|memory|preferences|rules
""", cost=0.34)
g(_query("count"), """
    how many {np} [are|do|have|did|is|can|were|will] [you|there|left|still|we|i|in] [have|see|got|left|there|done|moved|on|in|put|\
        placed|count|packed|stacked|sorted|still|{np:place}] [done|left|there|already|so_far|on|in|still|to_go|now|here|away|moved|\
        remaining|{np:place}] [{np:place}|the]
    how many {np} {any}
    how many|much [of_them|of_those|more|objects|things|items|pieces] [{any}]
    what number of {np} [{any}]
    count {np}
    how many {np}
    how much {any}
    what is the number of {np}
""", cost=0.345)
g(_query("state"), """
    how|what about {np:np2} then
""", cost=0.9)
g(_aside, """
    you are scaring|frightening|worrying|driving|making|stressing|startling me|us|the_cat|the_kids [nervous|crazy|mad|anxious]
    that|this|it scares|frightens|worries me
    i am scared|nervous|afraid
    at all costs
    no matter what
    thank you|thanks [so_much|very_much|a_lot|robot|a_bunch]
    thanks|cheers
    i think|guess|suppose|believe|reckon|mean|feel|hope [that]
    you know
    you see
    look
    listen
    robot
    hey [there|robot|you]
    hi|hello [there|robot]
    please
    if you can|could|would|please|like|do_not_mind|want|may [please]
    if [it_is|that_is] possible|ok|necessary
    would|could|can|will|may|might you [please|kindly|just|maybe|possibly|perhaps] [be_so_kind_as_to|mind|try_to|be_able_to|\
        go_ahead_and]
    do|would you mind
    i [would] [really] want|need|like|wish|would_like|ask|prefer|expect|advise|beg [you|for_you] [to|that]
    you should|must|have_to|need_to|ought_to|better|had_better|might_want_to|can|could|may|are_supposed_to|are_to|want_to|should_to|\
        shall|would_better|will_have_to|must_to|got_to|will|gotta|would_have_to|would_do_well_to|might [to|now|just]
    it|that|this should|must|has_to|needs_to|ought_to|had_better|would [be]
    try [to]
    make sure [to|that|you|that_you]
    be sure to
    let us
    let me see
    for god s sake
    for heaven s sake
    for pity s sake
    i say|said|repeat|told_you|am_telling_you|asked
    as i|we said|told_you|say
    like i said
    come on
    right then
    ok then
    now then
    well then
    there you go
    the thing is
    what i want|mean|meant is
    all i want is
    do me a favour|favor [and]
    be so kind [and|as_to]
    be a dear [and]
    go ahead and
    would it be possible to|for_you_to
    is it possible to|for_you_to
    is there any chance you could
    any chance you could
    i was wondering if you could
    i wonder if you could
    could i ask|get you to
    may|can i ask you to
    it would be good|better|nice|great|best|lovely|helpful if you|it|to [could|went|moved|would]
    i would be happier|happy|grateful if you [could|went|would]
    why|can|could|will|would not you|do_you [just|please]
    why do not you [just]
    how about [you]
    what about
    there
    now
    my friend|dear|love|good_robot
    for me|us
    ok ok
    my god
    oh dear|god|my_god|lord|man|boy|no
    jesus|christ|damn|hell|shit|crap|bloody|goddamn|fuck|fucking|blimey|gosh|gee|sheesh
    seriously
    honestly
    at once
    right now|away
    straight away
    immediately
    as soon as possible|you_can
    this time
    for now
    at the moment
    from now
    after all
    of course
    this way|direction
    so that
    your attention please
    sir
    in fact
    over|up|down|back there|here
    by the way
    on the way [there]
    while you are at it|moving|doing_it|going
    on your way [there]
    before it is too late
    i am afraid
    let me tell_you
    if i were you
    in my opinion
    to be honest|clear
    ma friend
    your majesty
    it is just that
    he he
    ha ha
    lol
    dear robot
    little robot|friend|one
    you silly|stupid|dumb|bloody|old|clever|lovely machine|robot|thing
    you idiot|fool|twit|moron|muppet|donkey|dummy|beauty|legend
""", cost=0.28)


def _any(reader: Reader, at: int) -> list[tuple[str, int]]:
    """Whatever follows, to the next mark; a question is told by how it begins."""
    end = next((i for i in range(at, len(reader.words)) if reader.words[i] == ","), len(reader.words))
    return [(" ".join(reader.words[at:end]), end)] if end > at else []


SLOTS["any"] = _any


def _is_said(m: Match) -> Part | None:
    """`stuck`, `still full`: of what the robot acts on."""
    predicate, value = m["adj"]
    if m.dialogue.object is None or predicate in ("present", "lit", "upright", "open") or m.said in ("over", "light", "free", "fine", "out", "on", "off", "there", "here", "around", "solid", "loose", "dead", "away", "tough", "caught", "used", "bare"):
        return None
    poured = predicate == "full" and m.dialogue.running_skill == "pour" and m.dialogue.target
    return Part("fact", {"predicate": predicate, "args": [poured or m.dialogue.object], "value": value}, weak=True)


def _reach(m: Match) -> Part | None:
    thing = m.thing
    return fact("reachable", [thing.name], False) if thing is not None and thing.name and thing.how != "special" else None
