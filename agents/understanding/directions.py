"""How people speak of directions: left and right, up and down, by degrees; of handles and switches; of going somewhere first."""

from __future__ import annotations

from heedful.agents.understanding.frames import ways, words_in

BY_DIRECTION = "direction"
"""Stands for the property of skills that act on an object in a direction: such a skill is asked for by its verbs."""
_SIDE = "[over|across|further|along] [towards|toward|to|in] [the|its|your|their|one_s|a] {0} [side|hand_side|direction|hand_direction|edge|end|hand_edge|hand]"
_WARDS = "[further|over|along] {0}wards|{0}ward"
DIRECTIONS: dict[str, tuple[str, ...]] = {
    "left": (*ways(_SIDE.format("left"), _WARDS.format("left")),),
    "right": (*ways(_SIDE.format("right"), _WARDS.format("right")),),
    "up": ways("up|upwards|upward", "to the top|up_position"),
    "down": ways("down|downwards|downward", "to the bottom|down_position"),
}  # fmt: skip
TURNS = {
    "left": ways("[in] [the|a|an] counterclockwise|anticlockwise|counter_clockwise|anti_clockwise [direction|manner|fashion|sense|way]"),
    "right": ways("[in] [the|a] clockwise [direction|manner|fashion|sense|way]"),
}  # fmt: skip
"""What turning about the vertical, seen from above, is to turn left and right."""
VERBS = {
    "turn": ways("turn|rotate|twist|spin|pivot|revolve|swivel|swirl|reorient|whirl|swing|roll [around]"),
    "shift": ways("push|slide|shove|sweep|move|nudge|shift|drag|pull|swipe|scoot|flip|flick|press|toggle|drive|open|close|"
                  "displace|scooch|budge|shunt|propel|thrust|glide|haul|tow|knock|ease|transport"),
}  # fmt: skip
"""Skills in a direction -> the verbs that ask for them."""
SIDEWAYS = ("left", "right")
LEVERS = frozenset({"switch", "lever", "faucet"})
"""Kinds that go up and down where they are."""
ANGLE = ways("by [about]", "[about]", "a")
DEGREES = ("degrees", "degree", "deg", "°")
BIT = ways("[by] a quarter|half|full|bit|little|few_degrees|quarter_turn|half_turn|full_turn|right_angle|quarter_of_a_turn", "[by] some degrees",
           "around", "round", "over")  # fmt: skip
"""How far something is turned, where no number says it."""
GIVING = ways("give", "make|do|perform|execute|apply")
NOMINAL = {
    "turn": ("turn", "twist", "rotation", "spin", "swivel", "pivot", "rotate"), "shift": ("push", "shove", "nudge", "slide", "shift"),
}  # fmt: skip
"""What is given to a thing that is turned or pushed."""
ADJECTIVE = {
    **{w: "left" for w in ("left", "leftward", "leftwards", "left hand", "counterclockwise", "anticlockwise", "counter clockwise", "anti clockwise")},
    **{w: "right" for w in ("right", "rightward", "rightwards", "right hand", "clockwise")},
}  # fmt: skip
SMALL = ("", "small", "little", "quick", "slight", "gentle", "good", "short", "hard", "big")
MODALS = ways("should|must|shall|ought_to|has_to|have_to|needs_to|need_to|is_to|wants_to|can|could [now]")
GOES = ("go", "move", "slide", "shift", "travel", "glide", "end up", "turn", "rotate", "spin")
ALONG = ways("[along|across|over|on] [the|your] table|surface|desk|tabletop|table_top|work_surface|counter", "sideways", "over")
"""Where something is slid, which tells no direction."""
BY_ITS = ways("by|using|with|at its|the handle|knob|grip")

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
    "reach|go|look [down] in|into|inside",
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
APART = ways(
    "take|pull|break|knock|bring|tear|split|pick|push|get the|this|that tower|stack|pile [of_blocks|of_cubes] apart|down|over|up",
    "take|pull|break|knock|tear|split apart|down|over|up the|this|that tower|stack|pile [of_blocks|of_cubes]",
    "separate|destroy|undo|dismantle|demolish|unstack|disassemble|topple|collapse|deconstruct the|this tower|stack|pile [of_blocks|of_cubes]",
    "separate|split|part|unstack|take_apart|pull_apart the stacked blocks|cubes|bricks [from_each_other|from_one_another]",
    "separate the blocks|cubes [from_each_other|from_one_another]",
)  # fmt: skip
"""That what is stacked shall no longer be."""
UNSTACKED = ways("off|from|from_on top_of|off each other|the_other|one_another", "apart", "down")
STACKING = ways("stack|pile [up]", "build|make|create|form|start a stack|tower|pile with|of|from|using|out_of")
_TABLES = (
    *DIRECTIONS.values(), *TURNS.values(), *VERBS.values(), ANGLE, HANDLED, HANDLES, KNOBS, TO, AND, FRONTED, GOING, RELEASE, THERE, FALLS,
    STACKING, UNSTACKING, UNSTACKED, APART, BIT, GIVING, MODALS, GOES, ALONG, BY_ITS, tuple(ADJECTIVE), SMALL, *NOMINAL.values(), TAKEN_OFF, TOWER, TAKING, DEGREES, ("go",),
)  # fmt: skip
WORDS = words_in(p for table in _TABLES for p in table)
