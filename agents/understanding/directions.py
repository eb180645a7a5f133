"""How people speak of directions: left and right, up and down, by degrees; of handles and switches; of going somewhere first."""

from __future__ import annotations

from heedful.agents.understanding.frames import ways, words_in

BY_DIRECTION = "direction"
"""Stands for the property of skills that act on an object in a direction: such a skill is asked for by its verbs."""
_SIDE = "[over|across|further|along] [towards|toward|to|in] [the|its|your|their|one_s] {0} [side|hand_side|direction|hand_direction]"
DIRECTIONS: dict[str, tuple[str, ...]] = {
    "left": (*ways(_SIDE.format("left"), "leftwards|leftward"),),
    "right": (*ways(_SIDE.format("right"), "rightwards|rightward"),),
    "up": ways("up|upwards|upward", "to the top|up_position"),
    "down": ways("down|downwards|downward", "to the bottom|down_position"),
}  # fmt: skip
TURNS = {
    "left": ways("[in_the|in_a] counterclockwise|anticlockwise [direction]", "counter|anti clockwise"),
    "right": ways("[in_the|in_a] clockwise [direction]"),
}  # fmt: skip
"""What turning about the vertical, seen from above, is to turn left and right."""
VERBS = {
    "turn": ways("turn|rotate|twist|spin|pivot|revolve [around]"),
    "shift": ways("push|slide|shove|sweep|move|nudge|shift|drag|pull|swipe|scoot|flip|flick|press|toggle|drive|open|close"),
}  # fmt: skip
"""Skills in a direction -> the verbs that ask for them."""
SIDEWAYS = ("left", "right")
LEVERS = frozenset({"switch", "lever", "faucet"})
"""Kinds that go up and down where they are."""
ANGLE = ways("by [about]", "[about]", "a")
DEGREES = ("degrees", "degree", "deg", "°")

HANDLED = ways("use|push|pull|grasp|grab|take|hold|grip|move|slide|turn|reach|press|toggle|operate|flip|switch [hold_of|on|for|down|up]")
HANDLES = ways("[the|its] handle|knob|bar", "the handle|knob of|on the cabinet|slider")
"""Of a drawer or door that is not named with them."""
KNOBS = ways("[the] [light|lamp|led|door] button|switch|lever|knob [down|up|upwards|downwards|on]")
TO = ways("to", "in order to", "so as to")
AND = ways("[,] and|and_then|then", ",")
GRASPED = ("grasp", "grab", "take", "hold", "grip", "reach")
FRONTED = {
    **dict.fromkeys(ways("on|on_top_of|off"), "on"), **dict.fromkeys(ways("in|inside|within|from|out_of|from_inside|from_within"), "in"),
}  # fmt: skip
GOING = ways(
    "go|move|drive|navigate|head|walk|travel|come [over] to|towards|toward", "reach|approach", "reach to|towards",
)  # fmt: skip
RELEASE = ways("place|put|drop|release|leave|set|lay|store|deposit [down]")
TAKEN_OFF = ways("from|off|off_of [the_top_of] the|a stack|tower|pile [of_blocks]")
THERE = ways("in|inside|into it|there", "there", "inside", "on it|top")
FALLS = ways(
    "[so|such] that it falls|drops|lands|slides|goes|ends_up|is", "until it falls|drops|lands|slides|is", "so it falls|drops|lands"
)  # fmt: skip
UNSTACKING = ways("unstack|destack|dismantle|collapse|topple|disassemble", "take apart", "knock over|down", "break up|down")
TOWER = ways("the tower|stack|pile of|made_of")
TAKING = ways("grasp|grab|grip|take|hold|seize|lift|get|remove", "pick up", "take hold of|off|away|down", "lift up|off", "remove")
UNSTACKED = ways("off|from|from_on top_of|off each other|the_other|one_another", "apart", "down")
STACKING = ways("stack|pile [up]")
_TABLES = (
    *DIRECTIONS.values(), *TURNS.values(), *VERBS.values(), ANGLE, HANDLED, HANDLES, KNOBS, TO, AND, FRONTED, GOING, RELEASE, THERE, FALLS,
    STACKING, UNSTACKING, UNSTACKED, TAKEN_OFF, TOWER, TAKING, DEGREES, ("go",),
)  # fmt: skip
WORDS = words_in(p for table in _TABLES for p in table)
