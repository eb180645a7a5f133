"""Verbs of what bodies are told to do, with their participles: what was done, or is being done, is what to do."""

from __future__ import annotations

VERBS = {
    **{v: (f"{v}ed", f"{v}ing") for v in ("lift", "turn", "open", "push", "pull", "pick", "stack", "tilt", "twist", "knock", "touch",
        "walk", "trot", "jump", "hop", "step", "bow", "crouch", "roll", "lean", "shift", "tap", "stretch", "reach", "point", "spin", "tip",
        "flip", "grab", "drop", "jog", "gallop", "stand", "bend", "duck", "crawl", "march", "stay", "look", "return", "approach",
        "back", "head", "hoist", "press", "position", "straighten", "slow", "squat", "strafe", "wait", "sprint", "stroll", "wander")},
    **{v: (f"{v}d", f"{v[:-1]}ing") for v in ("raise", "rotate", "close", "move", "place", "release", "slide", "balance", "face", "bounce",
        "pace", "wave", "pause", "stride", "elevate", "squeeze", "nudge", "circle", "dance", "prance", "approach", "reverse", "rise",
        "invert", "take", "come", "make", "give", "have", "leave")},
    **{v: (f"{v}{v[-1]}ed", f"{v}{v[-1]}ing") for v in ("trot", "hop", "spin", "tip", "flip", "grab", "drop", "step", "tap", "jog", "stop",
        "run", "sit", "set", "put", "shut", "get", "let", "swap", "tug")},
    "lower": ("lowered", "lowering"), "carry": ("carried", "carrying"), "lay": ("laid", "laying"), "lie": ("lay", "lying"),
    "stand": ("stood", "standing"), "sit": ("sat", "sitting"), "go": ("went", "going"), "come": ("came", "coming"), "run": ("ran",
    "running"),
    "take": ("took", "taking"), "bring": ("brought", "bringing"), "get": ("got", "getting"), "keep": ("kept", "keeping"),
    "hold": ("held", "holding"), "put": ("put", "putting"), "set": ("set", "setting"), "shut": ("shut", "shutting"), "make": ("made",
    "making"),
    "slide": ("slid", "sliding"), "spin": ("spun", "spinning"), "bend": ("bent", "bending"), "leave": ("left", "leaving"),
    "rise": ("rose", "rising"), "creep": ("crept", "creeping"), "swing": ("swung", "swinging"), "give": ("gave", "giving"),
    "let": ("let", "letting"), "stop": ("stopped", "stopping"),
}  # fmt: skip
"""What bodies are told to do -> its past and its present participle."""
DONE = {past: verb for verb, (past, _) in VERBS.items()} | {"taken": "take", "gone": "go", "lain": "lie", "given": "give", "done": "do"}
DOING = {ing: verb for verb, (_, ing) in VERBS.items()} | {"doing": "do"}
