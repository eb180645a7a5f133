"""What common things are: a thing or a kind -> the kinds it belongs to and the properties it has. Both pass on to what is of a kind.

To add a thing is to add a line: `"pear": "fruit green"`. Names are singular, in words as people say them.
"""

from __future__ import annotations

THINGS: dict[str, str] = {
    # kinds
    "fruit": "food snack healthy",
    "vegetable": "food healthy",
    "snack": "food",
    "food": "edible",
    "meat": "food",
    "sweets": "snack sweet",
    "drink": "drinkable",
    "soft drink": "drink sweet fizzy",
    "hot drink": "drink hot",
    "vessel": "container",
    "dish": "tableware",
    "glassware": "vessel breakable",
    "cutlery": "tableware utensil",
    "kitchenware": "household",
    "tool": "",
    "cleaner": "tool",
    "toy": "",
    "furniture": "",
    "appliance": "",
    "clothing": "",
    "stationery": "",
    # fruit and vegetables
    "apple": "fruit sweet round crunchy", "banana": "fruit sweet long curved", "orange": "fruit sweet juicy round citrus",
    "lemon": "fruit sour citrus", "lime": "fruit sour citrus", "grapefruit": "fruit sour citrus round", "pear": "fruit sweet",
    "peach": "fruit sweet round", "plum": "fruit sweet", "strawberry": "fruit sweet berry", "grape": "fruit sweet", "cherry": "fruit sweet",
    "kiwi": "fruit sour", "mango": "fruit sweet", "melon": "fruit sweet round", "watermelon": "fruit sweet round",
    "pineapple": "fruit sweet",
    "tomato": "vegetable round", "carrot": "vegetable crunchy long", "potato": "vegetable", "onion": "vegetable round",
    "lettuce": "vegetable",
    "cucumber": "vegetable long", "pepper": "vegetable", "broccoli": "vegetable", "corn": "vegetable",
    # other food
    "bread": "food", "egg": "food", "cheese": "food salty", "sandwich": "food", "soup": "food", "rice": "food", "cereal": "food",
    "yogurt": "food", "butter": "food", "chip": "snack salty crunchy", "chip bag": "snack salty crunchy",
    "rice chip": "snack salty crunchy",
    "jalapeno chip": "snack salty spicy crunchy", "kettle chip": "snack salty crunchy", "multigrain chip": "snack salty crunchy healthy",
    "pretzel": "snack salty crunchy", "nut": "snack salty", "popcorn": "snack salty", "cracker": "snack salty crunchy",
    "cookie": "snack sweet", "chocolate": "sweets", "chocolate bar": "sweets", "candy": "sweets", "energy bar": "snack sweet energising",
    "granola bar": "snack sweet healthy", "cake": "sweets", "donut": "sweets", "muffin": "sweets", "salt": "salty seasoning",
    "sugar": "sweet",
    # drinks
    "can": "drink cold vessel", "water": "drink healthy plain", "juice": "drink sweet", "milk": "drink healthy",
    "tea": "hot_drink caffeinated",
    "coffee": "hot_drink caffeinated", "coke": "soft_drink caffeinated", "cola": "soft_drink caffeinated",
    "pepsi": "soft_drink caffeinated",
    "redbull": "soft_drink caffeinated energising", "energy drink": "soft_drink caffeinated energising", "sprite": "soft_drink",
    "7up": "soft_drink", "lemonade": "soft_drink sour", "lime soda": "soft_drink sour", "orange soda": "soft_drink",
    "grapefruit soda": "soft_drink", "beer": "drink alcoholic", "wine": "drink alcoholic", "water bottle": "water vessel",
    # vessels and tableware
    "mug": "vessel tableware cup_like breakable", "glass": "glassware cup_like", "bottle": "vessel", "bowl": "vessel dish breakable",
    "plate": "dish breakable flat", "jug": "vessel", "pitcher": "vessel", "teapot": "vessel breakable", "vase": "glassware decoration",
    "fork": "cutlery", "knife": "cutlery sharp", "spoon": "cutlery", "tray": "flat", "pot": "container cookware", "pan": "cookware",
    "kettle": "appliance vessel",
    # cleaning
    "sponge": "cleaner soft absorbent", "cloth": "cleaner soft absorbent", "paper towel": "cleaner absorbent",
    "napkin": "cleaner absorbent",
    "brush": "cleaner", "broom": "cleaner", "mop": "cleaner absorbent", "soap": "cleaner", "detergent": "cleaner",
    "tissue": "cleaner absorbent",
    # the rest of a table
    "block": "toy", "ball": "toy round", "doll": "toy", "book": "reading", "pen": "stationery", "pencil": "stationery",
    "bin": "container", "basket": "container", "box": "container", "drawer": "container", "cabinet": "container furniture",
    "lamp": "appliance", "table": "furniture", "shelf": "furniture",
}  # fmt: skip
"""A kind's name of two words is joined by `_` where it stands among others."""

CALLED: dict[str, tuple[str, ...]] = {
    "fruit": ("piece of fruit", "bit of fruit"),
    "vegetable": ("veggie", "veg"),
    "snack": ("nibble", "something to snack on", "something to nibble on", "bite to eat", "quick bite"),
    "food": ("edible thing", "foodstuff", "grub", "something to eat", "something edible", "bite"),
    "drink": ("beverage", "something to drink", "refreshment", "thing to drink", "something drinkable"),
    "soft drink": ("fizzy drink", "pop", "soda pop", "something fizzy"),
    "cup like": ("drinking vessel", "something to drink from", "something to drink out of", "thing to drink from"),
    "cleaner": (
        "cleaning supply", "cleaning tool", "cleaning thing", "cleaning product", "cleaning item", "thing you clean with",
        "thing to clean with", "thing for cleaning", "something to clean with", "something to wipe with", "thing that you clean with",
        "thing i clean with", "something to wipe it up with", "something to clean it up with", "something to wipe it up",
        "something to clean it up", "something to wipe it", "something to clean it", "something to wipe this up", "something to mop it up",
        "something to mop it up with", "something to clean this up", "something to clean up with", "something to wipe up with",
        "something for cleaning", "something to dry it", "something to dry it up", "thing used for cleaning", "thing for wiping",
        "thing that cleans", "thing one cleans with", "thing to wipe with", "thing you wipe with", "cleaning utensil", "wiping thing",
        "something to clean the spill", "something to wipe the spill", "something to clean up the spill", "something to wipe up the spill",
        "something to wipe the table", "something to clean the table", "something to wipe the table with", "something to wipe that up",
        "something to clean that up", "something to soak it up", "something to wash up with", "something to do the dishes with",
        "thing for washing up", "thing you do the dishes with", "something to wipe the table down", "something to clean the table with",
        "something i can clean with", "something i can wipe it up with", "something that cleans",
    ),
    "toy": ("plaything", "thing to play with", "something to play with"),
    "cutlery": ("silverware",),
    "tableware": ("crockery", "dinnerware"),
    "dish": ("piece of crockery",),
    "caffeinated": ("something with caffeine", "thing with caffeine", "something with caffeine in it"),
    "container": ("receptacle",),
}  # fmt: skip
"""What else a kind is called; what begins with `something` leaves the choice."""

PROPERTIES = frozenset({
    "edible", "drinkable", "salty", "sweet", "sour", "spicy", "juicy", "crunchy", "healthy", "caffeinated", "energising", "alcoholic",
    "fizzy", "breakable", "sharp", "soft", "round", "flat", "absorbent", "citrus",
})  # fmt: skip
"""Adjectives among the kinds."""
