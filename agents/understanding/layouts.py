"""How people speak of rows, towers, sorting, clearing and setting a table."""

from __future__ import annotations

from heedful.agents.understanding.frames import ways, words_in

BUILD = {
    "row": ways(
        "make|build|form|create|lay a|one [straight|neat] row|line [of_blocks|of_the_blocks]"
        " [from_left_to_right] [out_of|of|with|from|using|,]",
        "make|build|form|create row of|with",
    ),
    "tower": ways(
        "make|build|form|create|erect|i_want|i_need a|one|the [high|tall|little|small] tower|stack|pile"
        " [from_bottom_to_top] [out_of|of_three_,|of_two_,|of_blocks|of|with|from|using|,]",
        "make|build a three|two|four block|blocks tower|stack|pile [,|of|with|from]", "stack|pile them [up] with|,",
    ),
}  # fmt: skip
ARRANGE = ways("line|set|put|place|lay [up]", "arrange|order|position|align|lay|gather|bring|stand|move|line_up", "put together")
ORDERS = {
    "row": {
        "first": ways("on|at|to the [far] left [end|side]", "leftmost", "left", "on left"),
        "middle": ways("in the middle|center|centre", "between them", "in between", "in middle"),
        "last": ways("on|at|to the [far] right [end|side]", "rightmost", "right", "on right"),
    },
    "tower": {
        "first": ways("at|on|to|as|is|forming the bottom|base|foundation [of_it|of_the_tower]", "as|is lowest", "below", "at bottom",
        "down below"),
        "middle": ways("in|on the middle|center|centre", "in between", "in middle", "between them"),
        "last": ways("on|at|as|is|to the top [of_it|of_the_tower]", "on|at top [of_it|of_that|of_them]", "as|is highest", "uppermost"),
    },
}  # fmt: skip
IN_ORDER = ways("[,] from left to right", "[,] in this|that|the_given order")
TOGETHER = (
    *IN_ORDER, *ways("[,] from bottom to top", "[,] from the bottom up|upwards", "together",
    "[,] [one] on top of each|one|the other|another", "on top of each_other|one_another", "on each other",
    "into|in|to a|one tower|stack|pile"),
)  # fmt: skip
"""After things that are to stand in a row, or in a row or tower."""
ON_EACH_OTHER = ways("on|on_top_of each_other|one_another", "one on top of the other|another")
SWAP = ways("swap|exchange|switch|reverse|trade [around|places_of|the_places_of|the_positions_of]")
NEXT_ON = ("on it", "on that", "on top of it", "on top of that", "above it", "above that", "next to it", "beside it", "right of it")
"""After each further thing of a tower or a row."""
PILE = ways("stack|pile [up]")
ORDER = ways("stack|pile|arrange|position|rearrange|sort|organise|organize|order")
BY_COLOR = ways("by|according_to|per [their|its] colour|color|colours|colors")
CLEAR_TABLE = ways("clear|clean|tidy [up|off|away] the table", "clear|tidy table", "clear|tidy up", "empty the table",
    "tidy [up|away] the whole table", "clear everything off|from the table", "make|leave the table clear",
    "take|remove|clear|put|get everything off|from the table", "clear the table [off|up]", "i want the table clear|cleared|empty",
    "the table should be clear|cleared|empty")  # fmt: skip
CLEAR = ways("clear [off|out|up]", "empty [out]", "clean out", "unload")
SORT = ways("sort [out|up]", "distribute", "separate", "organise|organize", "divide", "match [up]", "put|place")
LOAD = ways("load [up]", "top", "stack|pile [up]", "furnish", "cover")

WORDS = words_in(
    p
    for table in (*BUILD.values(), ARRANGE, TOGETHER, ON_EACH_OTHER, ORDER, BY_COLOR, CLEAR_TABLE, CLEAR, SORT, LOAD, SWAP, NEXT_ON, PILE)
    for p in table
) | words_in(p for order in ORDERS.values() for phrases in order.values() for p in phrases)
