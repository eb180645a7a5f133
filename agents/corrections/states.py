"""How a thing can be, as people say it: `wide open`, `switched off`, `piping hot`, and the words that lead up to it."""

from __future__ import annotations

from heedful.agents.corrections.constructions import CLASSES, SLOTS
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
