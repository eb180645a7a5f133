"""ALFRED's object classes, each as the kind that people have at home, and which classes a word may stand for."""

from __future__ import annotations

import re
from functools import cache

from heedful.agents.understanding.home.kinds import kinds_of, named, table

KINDS = {
    "AlarmClock": "alarm clock", "Apple": "apple", "ArmChair": "arm chair", "BaseballBat": "baseball bat", "BasketBall": "basketball",
    "BathtubBasin": "bathtub", "Bed": "bed", "Book": "book", "Boots": "boots", "Bowl": "bowl", "Box": "box", "Bread": "bread",
    "ButterKnife": "butter knife", "CD": "cd", "Cabinet": "cabinet", "Candle": "candle", "Cart": "cart", "CellPhone": "cell phone",
    "Cloth": "cloth", "CoffeeMachine": "coffee machine", "CoffeeTable": "coffee table", "CounterTop": "counter top",
    "CreditCard": "credit card", "Cup": "glass", "Desk": "desk", "DeskLamp": "desk lamp", "DiningTable": "dining table",
    "DishSponge": "sponge", "Drawer": "drawer", "Dresser": "dresser", "Egg": "egg", "FloorLamp": "floor lamp", "Fork": "fork",
    "Fridge": "fridge", "GarbageCan": "trash", "Glassbottle": "glass bottle", "HandTowel": "hand towel",
    "HandTowelHolder": "towel holder",
    "Kettle": "kettle", "KeyChain": "key chain", "Knife": "knife", "Ladle": "ladle", "Laptop": "laptop",
    "LaundryHamper": "laundry hamper",
    "Lettuce": "lettuce", "Microwave": "microwave", "Mug": "mug", "Newspaper": "newspaper", "Ottoman": "ottoman",
    "PaperTowel": "paper towel",
    "PaperTowelRoll": "paper towel", "Pan": "frying pan", "Pen": "pen", "Pencil": "pencil", "PepperShaker": "pepper shaker",
    "Pillow": "pillow", "Plate": "plate", "Plunger": "plunger", "Pot": "pot", "Potato": "potato", "RemoteControl": "remote control",
    "Safe": "safe", "SaltShaker": "salt shaker", "Shelf": "shelf", "SideTable": "side table", "SinkBasin": "sink", "SoapBar": "soap bar",
    "SoapBottle": "soap bottle", "Sofa": "sofa", "Spatula": "spatula", "Spoon": "spoon", "SprayBottle": "spray bottle",
    "Statue": "statue",
    "StoveBurner": "stove", "TVStand": "tv stand", "TeddyBear": "teddy bear", "TennisRacket": "tennis racket", "TissueBox": "tissue box",
    "Toaster": "toaster", "Toilet": "toilet", "ToiletPaper": "toilet paper", "ToiletPaperHanger": "toilet paper hanger",
    "Tomato": "tomato",
    "Towel": "towel", "Vase": "vase", "Watch": "watch", "WateringCan": "watering can", "WineBottle": "wine bottle",
}  # fmt: skip
"""Class -> kind."""
CARRIERS = frozenset({"Bowl", "Box", "Cup", "Mug", "Pan", "Plate", "Pot"})
"""Classes in which other things are carried."""
ROOMS = {
    "kitchen": ("dining table", "counter top", "cabinet", "drawer", "shelf", "stove", "sink", "fridge", "microwave", "trash", "toaster",
                "coffee machine", "chair", "television"),
    "bedroom": ("desk", "side table", "bed", "shelf", "dresser", "drawer", "chair", "trash", "safe", "laundry hamper", "television"),
    "living room": ("coffee table", "sofa", "arm chair", "tv stand", "shelf", "drawer", "cabinet", "ottoman", "television", "trash"),
    "bathroom": ("toilet", "sink", "counter top", "cabinet", "drawer", "bathtub", "trash", "toilet paper hanger", "towel holder",
    "shelf"),
}  # fmt: skip
"""Room -> the furniture of such a room; the likeliest first."""
MOVABLE = tuple(dict.fromkeys(k for c, k in KINDS.items() if not any(k in f for f in ROOMS.values()) and k != "cart"))
"""Small things, which may be in any room."""


@cache
def classes_of(kind: str) -> frozenset[str]:
    """The classes that are of a kind."""
    return frozenset(c for c, k in KINDS.items() if kind in kinds_of(k))


@cache
def words_for(label: str) -> re.Pattern[str]:
    """Any word that may stand for a class: its own words and those of the kinds that it is of."""
    mine = [w for k in kinds_of(KINDS[label]) if k in table() and k not in ("food", "food or drink", "location") for w in table()[k][0]]
    return re.compile(r"\b(?:" + "|".join(sorted({re.escape(w) for w in mine}, key=lambda w: -len(w))) + r")(?:s|es)?\b")


def meant(words: str, category: str) -> frozenset[str]:
    """The classes that a reference may mean: by its kind, or by the last words of it that are known."""
    found = classes_of(named().get(category, category))
    if found:
        return found
    parts = words.lower().split()
    for start in range(len(parts)):
        if kind := named().get(" ".join(parts[start:])):
            return classes_of(kind)
    return frozenset()
