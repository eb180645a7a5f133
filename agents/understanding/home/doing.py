"""How people speak of household chores, in phrases."""

from __future__ import annotations

from heedful.agents.understanding.frames import Frame, frames, ways, words_in

VERBS = {
    "washed": ("wash", "clean", "rinse", "rinse off", "wash off", "clean off", "wash up", "wet", "scrub"),
    "heated": ("heat", "heat up", "warm", "warm up", "cook", "microwave", "toast", "bake", "reheat", "nuke", "boil"),
    "cooled": ("cool", "chill", "refrigerate", "cool down", "cool off", "freeze", "chill down"),
    "sliced": ("slice", "cut", "cut up", "slice up", "chop", "chop up", "dice"),
}  # fmt: skip
"""A state -> the verbs that bring it about."""
DONE = {
    "washed": ("clean", "cleaned", "washed", "rinsed", "wet", "freshly washed", "wettened", "soapy", "scrubbed"),
    "heated": ("hot", "heated", "warm", "warmed", "cooked", "microwaved", "toasted", "baked", "reheated", "steaming", "boiled"),
    "cooled": ("cold", "cool", "cooled", "chilled", "refrigerated", "frozen", "icy"),
    "sliced": ("sliced", "cut", "chopped", "diced", "sliced up", "cut up", "slice"),
}  # fmt: skip
"""A state -> what a thing in it is called."""
IN_WHICH = {
    "washed": ways("in|under|with|using [the|a|some] sink|water|faucet|tap|running_water|kitchen_sink|bathroom_sink|sink_basin|basin"),
    "closed": (), "soaked": (),
    "heated": ways("in|with|using|inside [of] [the|a] microwave|oven|stove|pan|toaster|microwave_oven", "on the stove"),
    "cooled": ways("in|inside|with|using [of] [the|a] fridge|refrigerator|freezer"),
    "sliced": ways("with|using [the|a] knife|butter_knife|sharp_knife|kitchen_knife", "into|in slices|pieces|chunks|half|thin_slices",
    "into a|two|several slice|slices|pieces"),
}  # fmt: skip
"""Where and with what it is done."""
DO: dict[str, tuple[Frame, ...]] = {
    "soaked": frames("soak|drench|moisten #", "soak # in water"),
    "washed": frames(
        "wash|clean|rinse|scrub|wet [off|up|down|out] #",
        "wash|clean|rinse|scrub|wet # [off|up|clean|down]",
        "give # a wash|rinse",
        "polish|dust|vacuum|sweep|hoover|mop|wipe [off|up|down] #",
        "polish|dust|vacuum|sweep|wipe # [off|up|down|clean]",
        "clean|wipe|remove|get [the|all] dust|stains|dirt|grime|stains_and_dust|dust_and_stains off|off_of|from #",
    ),
    "closed": frames("close|shut and|, [then] lock #", "lock #"),
    "heated": frames("heat|warm|cook|microwave|toast|bake|reheat|nuke|boil [up] #", "heat|warm|cook # up", "make # hot|warm"),
    "cooled": frames("cool|chill|refrigerate|freeze [down|off] #", "cool|chill # [down|off]", "make # cold"),
    "sliced": frames("slice|cut|chop|dice [up] #", "slice|cut|chop # up", "cut|slice a_slice|slices|a_piece|pieces of|off|from #"),
}
PARTS = frozenset(tuple(p.split()) for p in ways("on|to the back of", "in back of", "on|to the back side of"))
"""Words for behind that at home name a part of a thing: `on the back of the toilet`."""
PART = ways("back|top|edge|end|lid|tank|inside|surface|side|seat|front|bottom|middle [end|side|part|shelf|rack] of [the|a|an]")
"""Before the thing that it is a part of."""
WHERE_THEY_ARE = ways(
    "from their|its|the [current|original|present|respective] location|locations|place|places|position|positions|spot|spots"
)
"""After things that are taken from where they are."""
IN_A_ROOM = ways(
    "in the corner [of_the_room]",
    "in the middle|center of the room",
    "in|of the room",
    "against|by|along|on the wall",
    "in corner",
    "in the house|home",
    "near the door|window|wall",
    "in the back|front [of_the_room]",
    "in my room|house",
    "by the bed|door|window",
)
"""Where a piece of furniture stands in a room."""
FROM = ways(
    "from behind|under|underneath|beside|inside|beneath|off|next_to|near|in_front_of|on_top_of|between|above|atop",
    "from the top|back|inside|left|right|side|edge|end of",
    "located|sitting|found on|in|at|under|behind",
    "that is|was on|in|behind",
)
"""Between a thing and what it is taken from."""
PIECES = ways("[end|thin|thick|single|small] slice|slices|piece|pieces|chunk|chunks|wedge|portion|section of [the|a|an]")
"""Before what is sliced: `a slice of bread`."""
PIECE = ("slice", "slices", "piece", "pieces", "chunk", "chunks", "wedge", "wedges")
"""After what is sliced: `a bread slice`."""
LOOK = frames(
    "examine|inspect|view|observe|study|read|check|see [out|closely] #", "look|gaze|glance [closely] at #", "take|have a look at #",
    "take|get|bring|hold|carry|pick_up|grab|use|put|place|move|look # under|by|near|to|beneath|next_to|up_to [the|a] light"
    "|lamp_light and look_at_it",
)  # fmt: skip
_OF = "light|lights|glow|illumination|brightness|lighting"
BY_LIGHT = ways(
    f"by|in|under|with|using|beneath|near|next_to|at|underneath|below [the] [bright] {_OF} of|from",
    "by|in|under|with|using|beneath|near|next_to|at"
    "|underneath|below|beside|on", f"by|in|under|with|using the {_OF} provided|given|emitted by|from",
)  # fmt: skip
LIGHT = ways(
    f"by|in|under|with|using [the|a] [lamp|lamp_s|desk_lamp|floor_lamp] {_OF}", f"by|in|under|with|using the [lit] lamp {_OF}",
    f"under|in|by {_OF}",
)  # fmt: skip
LAMP_ON = frames(
    "turn|switch|flip|power on #", "turn|switch|flip|power # on", "light|illuminate #", "turning|switching|flipping on #",
    "turning|switching # on", "turn|light up #", "turn #",
)  # fmt: skip
BURNING = ways("switched|turned|flipped|powered on", "[being] on|lit|lighted|illuminated|burning|glowing|shining")
TO_LAMP = ways("[over|up|close|next] to", "under|near|by|beside|beneath|underneath")
WHILE = ways("while|when [you_are|still|also] holding|carrying", "and|, hold|holding", "after picking_up|grabbing", "while you hold|carry")
WITH_IN_HAND = ways("in hand|hands|tow", "in your|the|my hand|hands|gripper")
LOOK_AT = ways("to|and look|gaze at", "to|and examine|inspect|view|read|see|check|study")
"""Between what is picked up and the light that it is looked at in."""
GATHER = ways("move|get|transfer|take|gather|collect|retrieve|bring|relocate|find|organize|carry|grab|fetch [up]", "gather up")
"""Before things that are put somewhere in the next breath."""
AGAIN = ways("put|place|set|store|lay|leave|drop|deposit|stick [back|down|away]")
"""Verbs whose object may be left out: `rinse the lettuce and put in the fridge`."""
TAILS = ways(
    "to prepare|make|cook|serve [a|the|some] meal|salad|dinner|lunch|breakfast|sandwich|food",
    "for storage|later|dinner|lunch|breakfast|use|safekeeping|cleaning|safe_keeping",
    "to be cleaned|washed|stored|used|eaten",
    "after cleaning|washing|use|dinner|lunch",
    "for the|my|his|her trip|picnic|shower",
    "to store|keep|clean|wash|cool|chill|warm|dry [it|them]",
)
"""What something is done for, at the end."""
RECIPROCAL = ways(
    "[right|close|closely|all] next_to|beside|near|close_to|by|alongside|close_by|together_with|adjacent_to each_other|one_another",
    "side by side",
    "close together",
    "together",
    "close by",
)
"""That things shall stand beside one another."""
GERUNDS = {
    "cooking": "cook",
    "heating": "heat",
    "warming": "warm",
    "washing": "wash",
    "cleaning": "clean",
    "rinsing": "rinse",
    "slicing": "slice",
    "cutting": "cut",
    "chopping": "chop",
    "cooling": "cool",
    "chilling": "chill",
    "examining": "examine",
    "inspecting": "inspect",
    "looking": "look",
    "microwaving": "microwave",
    "refrigerating": "refrigerate",
    "freezing": "freeze",
    "turning": "turn",
    "putting": "put",
    "placing": "place",
    "moving": "move",
    "holding": "hold",
    "picking": "pick",
    "getting": "get",
    "taking": "take",
    "storing": "store",
}
"""Forms with which a title begins: `heating a potato`."""
IDLE = frozenset({
    "wooden", "silver", "gold", "golden", "dark", "light", "bright", "short", "round", "square", "opposite", "certain", "nearby",
    "corner",
    "decorative", "new", "old", "clear", "glass", "main", "bare", "long", "wide", "double", "single", "kitchen", "bedroom",
    "bathroom", "grey",
    "tan", "beige", "maroon", "side", "ceramic", "stainless", "ripe", "whole", "used", "dirty", "pretty", "blank", "thin", "thick",
    "fancy",
    "modern", "low", "high", "hand", "end", "dusty", "stained", "leftover", "loose", "tall", "upper", "lower", "colored", "coloured",
    "room",
    "wood", "steel", "marble", "granite", "antique", "fresh", "folded", "extra", "plain", "framed", "striped", "spare", "personal",
    "various", "appropriate", "little", "nice",
})  # fmt: skip
"""Adjectives that tell things apart where the scene shows it, and otherwise say nothing."""

WORDS = (
    words_in(p for table in (*DO.values(), LOOK, LAMP_ON) for before, after in table for p in (*before, *after))
    | words_in(p for table in (VERBS, DONE, IN_WHICH) for phrases in table.values() for p in phrases)
    | words_in([*PIECES, *PIECE, *PART, *IN_A_ROOM, *WHERE_THEY_ARE, *FROM, *GATHER, *LOOK_AT, *TAILS, *AGAIN, *GERUNDS, *RECIPROCAL])
    | words_in([*BY_LIGHT, *LIGHT, *BURNING, *WHILE, *WITH_IN_HAND, *IDLE])
)
