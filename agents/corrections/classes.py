"""Classes of words that constructions share, and the one grammar that they are added to."""

from __future__ import annotations

from heedful.agents.corrections.constructions import CLASSES, SLOTS, Grammar, Reader
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.tables import Table

GRAMMAR = Grammar()
"""Every construction of a correction."""

CLASSES |= {
    "move": "wipe|pour|press|move|go|shift|scoot|scooch|slide|nudge|bring|come|get|push|pull|drive|drift|inch|edge|budge|put|position|"
    "place|swing|steer|take|"
    "carry|keep_going|keep_moving|keep|ease|adjust|aim|hover|be|stay|reach|head|moving|going|coming|turn|have|make|correct|needs_to_go|"
    "needs_to_be|needs_to_move|wants_to_be|should_go|should_be|should_move|has_to_go|has_to_be|must_go|must_be|could_be|could_go|can_go|"
    "would_be|want|need|try|give|shove|drag|guide|set|lean|float|fly|travel|back_up|step|roll|creep|needs_to_come|should_come|has_to_come|"
    "to_be|to_go|to_move|to_come|direct|translate|reposition|displace|proceed|tug",
    "it": "it|that|this|them|the_arm|arm|your_arm|the_gripper|gripper|your_gripper|your_hand|the_hand|hand|yourself|everything|the_thing|"
    "the_robot|things|him|her|the_whole_thing|the_tool|the_tip|your_fingers|the_fingers|the_end_effector|you|your_wrist|the_claw|the_base",
    "be": "is|are|was|were|s|looks|seems|be|being|gets|got|getting|stands|sits|feels|has_gone|have_gone|went|remains",
    "you": "you|it|that|this|they|the_arm|your_arm|the_gripper|your_gripper|the_hand|your_hand|the_robot|we|everything|arm|hand|gripper|"
    "robot|"
    "this_one|that_one|he|she|the_speed|your_speed|your_grip|the_grip|things",
    "still": "still|just|a_bit|again|now|yet|already|currently|definitely|really|clearly|always|all|only|so",
    "hand": "hand|hands|gripper|grippers|fingers|finger|claw|claws|jaws|jaw|grip|pincers|fist|grasp|clamp|hold|pincer|tool",
    "the": "the|your|that|its|this|a|an|my|those|these|both|both_your|our",
    "dont": "do_not|never|not|please_do_not|you_should_not|you_must_not|do_not_you|without|should_not|must_not|avoid|no|stop|try_not_to|"
    "you_can_not|be_careful_not_to|careful_not_to|take_care_not_to|no_need_to|you_do_not_need_to|you_do_not_have_to|i_do_not_want_you_to|"
    "quit|make_sure_not_to|make_sure_you_do_not|i_would_rather_you_did_not|you_need_not|need_not|better_not|you_better_not|do_not_ever|"
    "mind_you_do_not|see_that_you_do_not|watch_you_do_not|watch_that_you_do_not",
    "donot": "do_not|never|please_do_not|you_should_not|you_must_not|do_not_you|should_not|must_not|no_need_to|you_do_not_need_to|"
    "you_do_not_have_to|"
    "i_do_not_want_you_to|do_not_ever|do_not_dare|you_need_not|you_better_not|do_not_you_dare|there_is_no_need_to|"
    "i_would_rather_you_did_not",
    "too": "too|ridiculously|awfully|terribly|insanely|overly|excessively|so|far_too|way_too|much_too|a_bit_too|a_little_too|"
    "slightly_too|still_too|really_too|bit_too|that|this",
    "take": "take|grab|get|pick|pick_up|use|choose|go_for|fetch|want|grasp|lift|hold|select|have|take_up|handle|move|bring|reach_for|go_to|"
    "i_want|i_meant|i_mean|i_said|i_need|i_would_like|i_would_rather_have|it_is|it_was|it_should_be|it_should_have_been|make_it|make_that|"
    "i_asked_for|i_was_talking_about|i_am_talking_about|i_wanted|give_me|you_want|you_should_take|you_need|you_were_supposed_to_take|"
    "you_should_be_picking|do|try|i_was_referring_to|i_am_after|we_need|we_want|i_was_thinking_of|i_meant_you_to_take|i_prefer|"
    "i_would_prefer|i_told_you|i_pointed_at|i_am_pointing_at|meant|i_asked_you_for|i_asked_you_to_take|i_said_to_take|switch_to|change_to|"
    "that_should_be|should_be|you_were_meant_to_take|let_us_take|let_us_have|let_us_use|grip|seize|collect|pick_out|rather_take|"
    "that_was_meant_to_be|i_intended|go_with|i_am_thinking_of|i_was_after|swap_to|swap_it_for|change_it_to|replace_it_with|prefer|better",
    "put": "put|place|set|drop|move|bring|take|lay|stick|pop|leave|stand|carry|put_down|set_down|deposit|get|send|deliver|transfer|want|"
    "i_want|i_would_like|i_would_rather_have|i_would_prefer|i_need|have|rest|store|dump|go|should_go|goes|belongs|should_be|needs_to_go|"
    "is_supposed_to_go|is_meant_to_go|has_to_go|must_go|should_end_up|is_to_go|it_goes|it_belongs|it_should_go|it_should_be|"
    "should_have_gone|"
    "that_goes|that_belongs|i_meant|i_said|i_prefer|make_it|let_us_put|let_us_have|position|better|rather|prefer|drive|navigate|head|pour|"
    "stow|shove|tuck|park|it_needs_to_go|it_has_to_go|it_was_supposed_to_go|ends_up|keep|it_is_supposed_to_go|it_must_go|it_needs_to_be|"
    "i_wanted|would_be|is_better|i_would_rather|return|toss|slip|slide|push|roll|hang|place_down|empty|pour_out|make_that|lower|"
    "ought_to_go",
    "grasp": "take|grab|hold|grip|pick|pick_up|lift|get|grasp|catch|carry|seize|hold_on_to|hold_onto|clasp|pinch|grab_hold_of|get_hold_of|"
    "take_hold_of|handle|pick_it_up|taking|grabbing|holding",
    "done": "done|finished|through|ready|complete|completely_done|all_done|over|completed",
    "quick": "fast|quick|quickly|hasty|hastily|rapid|rapidly|speedy|rushed|hurried|wild|rash|swift|swiftly|brisk|briskly|hectic",
    "slow": "slow|slowly|sluggish|sluggishly|lazy|leisurely",
    "keep": "stay|keep|remain|stand|steer|get|be|keep_it|hold_it|keep_yourself|keep_well|stay_well|keep_the_arm|keep_your_arm|"
    "keep_that|"
    "hold|leave|keep_your_hand|keep_your_hands|keep_the_gripper|keeping|staying|stick|keep_everything|keep_things|maintain|keep_them|"
    "leave_it",
}  # fmt: skip

CLASSES["subject"] = (
    "you_are|it_are|that_are|this_are|it_is|that_is|this_is|the_arm_is|the_gripper_is|your_hand_is|"
    "your_arm_is|the_hand_is|your_gripper_is|we_are|you_have_gone|you_went|you_have|it_looks|that_looks|you_look|you|it|that|this|they_are|"
    "you_seem|it_seems|you_are_going|you_got|you_are_holding_it|you_are_moving|the_robot_is|that_was|it_was|you_were|you_seem_to_be|"
    "it_seems_to_be|you_have_moved|you_are_coming|you_came|arm_is|gripper_is|hand_is|robot_is|the_fingers_are|your_fingers_are|you_hang|"
    "you_are_hanging|you_are_hovering|your_height_is|that_feels|you_are_sitting|you_are_reaching|everything_is|you_are_standing|"
    "the_position_is|your_position_is|you_moved|you_drifted|you_have_drifted|you_are_drifting|it_sits|it_hangs|it_sticks_out"
)


def _direction_table() -> Table[tuple[str, str]]:
    """Words for a direction -> the direction and the frame that they name."""
    sides = "[on|to|towards|toward|into|in|over_to] [{whose}] {side} [hand] [side|direction|hand_side|way]"
    found: dict[str, tuple[str, str]] = {}
    for side in ("left", "right"):
        found |= dict.fromkeys(ways(sides.format(whose="the", side=side), f"{side}wards|{side}ward", f"to {side}"), (side, "default"))
        mine = sides.replace("[{whose}]", "my|our").format(side=side)
        yours = sides.replace("[{whose}]", "your|your_own|the_robot_s|robot_s|the_arm_s|its_own|your_robot").format(side=side)
        found |= dict.fromkeys(ways(mine, f"[to] the {side} of me", f"{side} of mine"), (side, "explicit_person"))
        found |= dict.fromkeys(ways(yours, f"{side} of yours", f"the {side} of you"), (side, "explicit_robot"))
    found |= dict.fromkeys(ways(
        "up|upward|upwards|higher|up_higher|higher_up|upper|skyward|up_in_the_air|into_the_air|upwardly|skywards|aloft|off_the_table",
    ), ("up", "default"))  # fmt: skip
    found |= dict.fromkeys(
        ways("down|downward|downwards|lower|lower_down|down_lower|deeper|down_further|closer_to_the_ground"), ("down", "default")
    )
    found |= dict.fromkeys(ways(
        "forward|forwards|ahead|onward|frontward|frontwards|straight_ahead|to_the_front|forth|further_out|out_further|farther_out|onwards",
        "towards|toward the front", "further ahead",
    ), ("forward", "default"))  # fmt: skip
    found |= dict.fromkeys(ways(
        "back|backward|backwards|rearward|rearwards|to_the_back|to_the_rear|further_back|farther_back|backside|in_reverse|back_further",
        "towards|toward the back|rear",
    ), ("backward", "default"))  # fmt: skip
    found |= {f"{s} {side}": (side, "camera") for s in ("screen", "camera", "image", "picture") for side in ("left", "right")}
    found |= {
        f"{side} of where {who}": (side, "default")
        for side in ("left", "right")
        for who in ("you are", "it is", "you are now", "it is now", "that is")
    }
    found.pop("in left", None)
    return Table(found)


DIRECTIONS = _direction_table()
OPPOSITE = {"left": "right", "right": "left", "up": "down", "down": "up", "forward": "backward", "backward": "forward",
    "towards": "away", "away": "towards"}  # fmt: skip


def _dir(reader: Reader, at: int) -> list[tuple[tuple[str, str], int]]:
    """A direction that is none of the idioms beginning with the same word."""
    found = []
    for meaning, end in DIRECTIONS.at(reader.words, at):
        after = reader.words[end : end + 1]
        side = reader.words[end - 1] in ("left", "right", "upper", "lower")
        barred = NO_DIRECTION | (NO_RIGHT if reader.words[at:end] == ["right"] else frozenset())
        if side and after and after[0] in barred and not (after == ["on"] and reader.words[end + 2 : end + 3] in _SCREENS):
            continue
        if reader.words[end - 1] in ("left", "right") and after == ["of"]:
            continue
        found.append((meaning, end))
    return found


_SCREENS = (["screen"], ["camera"], ["picture"], ["image"], ["video"], ["monitor"], ["display"], ["view"], ["tablet"], ["feed"])
NO_DIRECTION = frozenset({"one", "ones", "arm", "hand", "gripper", "thing"})
NO_RIGHT = frozenset({"there", "here", "now", "away", "on"})
"""After `left` and `right`, which then tell a thing or an arm; and after `right` alone, which then tells a place or a time."""
SLOTS["dir"] = _dir
