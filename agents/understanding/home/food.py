"""What people eat and drink, in the form of `things`, and the qualities that things have by their kind. Hand-made for this project."""

from __future__ import annotations

from heedful.agents.understanding.frames import ways

EATEN = """
coke can: coke, cokes, coca cola, coca cola can, can of coke, coke bottle, bottle of coke | cola, soda, caffeinated, sweet, in a can
diet coke: diet coke can, coke zero, diet coca cola | cola, soda, caffeinated, in a can
pepsi can: pepsi, can of pepsi, pepsi bottle | cola, soda, caffeinated, sweet, in a can
cola: colas, cola drink, cola can, can of cola | soda
7up can: 7up, 7 up, seven up, can of 7up, 7 up can | soda, sweet, in a can
sprite can: sprite, can of sprite | soda, sweet, in a can
dr pepper can: dr pepper, doctor pepper | soda, caffeinated, sweet, in a can
fanta can: fanta | soda, sweet, fruity, in a can
lime soda: lime soda can, can of lime soda | soda, sweet, fruity, in a can
orange soda: orange soda can, can of orange soda | soda, sweet, fruity, in a can
grapefruit soda: grapefruit soda can | soda, sweet, fruity, in a can
ginger ale: | soda, sweet, in a can
root beer: | soda, sweet, in a can
lemonade: | drink, sweet, fruity
redbull: red bull, redbull can, red bull can, can of redbull, can of red bull | energy drink, caffeinated, sweet, energizing, in a can
monster can: monster energy, monster | energy drink, caffeinated, sweet, energizing, in a can
energy drink: | drink
energizing: energy boost, pick me up, boost of energy, boost, caffeine fix, energizer
grapefruit lacroix: lacroix, la croix, grapefruit la croix, lacroix can | sparkling water, fruity, unsweetened, in a can
lime lacroix: lime la croix | sparkling water, fruity, unsweetened, in a can
sparkling water: seltzer, soda water, fizzy water, mineral water | drink, fizzy, healthy
water bottle: water, bottle of water, bottled water, bottle water, plain water | drink, healthy, unsweetened, hydrating, in a bottle
tea: iced tea, ice tea, tea bottle, bottle of tea, green tea, cup of tea, tea can | drink, caffeinated
coffee: coffee can, iced coffee, cup of coffee, espresso, latte | drink, caffeinated, energizing
milk: milk carton, carton of milk | drink, healthy
juice: fruit juice, juice box | drink, sweet, fruity
apple juice: | juice
orange juice: | juice
beer: beer bottle, beer can | drink, alcoholic
kombucha: kombucha bottle | drink, fizzy, healthy
soda: sodas, soft drink, soda pop, pop, can of soda, fizzy drink, carbonated drink, carbonated beverage, soda can, bottle of soda |
  drink, fizzy
drink: beverage, refreshment, drinks, thirst quencher, cold drink, cool drink | food or drink
jalapeno chips: jalapeno chip bag, bag of jalapeno chips, jalapeno chip, jalapenos chips, jalapeno chips bag | chips, spicy
multigrain chips: multigrain chip bag, bag of multigrain chips, multigrain chip, multi grain chips, multigrain chips bag, sun chips | chips
rice chips: rice chip bag, bag of rice chips, rice chip, rice chips bag | chips
kettle chips: kettle chip bag, bag of kettle chips, kettle chip | chips
potato chips: bag of potato chips | chips
doritos: bag of doritos, tortilla chips | chips
pringles: can of pringles | chips
chips: bag of chips, chip bag, chips bag, chip, crisps, packet of chips, pack of chips, packet of crisps, bag of crisps | snack, salty,
  crunchy
pretzels: bag of pretzels, pretzel | snack, salty, crunchy
popcorn: bag of popcorn | snack, salty
peanuts: peanut, bag of peanuts | nuts
almonds: almond, bag of almonds | nuts
nuts: bag of nuts, mixed nuts, trail mix | snack, salty, healthy, crunchy
crackers: cracker, box of crackers, cracker box | snack, salty, crunchy
rxbar: rx bar, rxbar bar, rx bars | energy bar
rxbar chocolate: chocolate rxbar, chocolate rx bar, rx bar chocolate | energy bar, chocolate
rxbar blueberry: blueberry rxbar, blueberry rx bar, rx bar blueberry | energy bar, fruity
clif bar: cliff bar | energy bar
energy bar: bar, protein bar, granola bar, power bar, nutrition bar, cereal bar, muesli bar, snack bar | snack, sweet, energizing, healthy
candy bar: snickers, mars bar, candy, sweets, kitkat, kit kat, m and ms | snack, sweet
chocolate bar: | chocolate
chocolate: | snack, sweet
cookie: cookies, biscuit, oreos, oreo | snack, sweet
apple: red apple, green apple | fruit, crunchy
banana: | fruit
orange: | fruit, citrus
lemon: | citrus, sour
lime: | citrus, sour
grapefruit: | fruit, citrus
pear: | fruit
peach: | fruit
grapes: grape | fruit
strawberry: | fruit
raspberry: | fruit
citrus: citrus fruit | fruit
fruit: fruits, piece of fruit, fruity snack | snack, healthy, sweet, energizing
snack: snacks, munchies, bite to eat, treat | food
food: meal, food item, groceries | food or drink
food or drink: food and drink
egg: | food
bread: loaf of bread, bread loaf, sliced bread loaf, loaf | food
tomato: | vegetable
potato: | vegetable
lettuce: head of lettuce, lettuce head, cabbage, green vegetable | vegetable
carrot: | vegetable
cucumber: | vegetable
broccoli: | vegetable
radish: | vegetable
onion: | vegetable
vegetable: veggie | food, healthy
cheese: | food
sandwich: | food
hamburger: burger, leftover hamburger | food
salad: | food, healthy
cereal: box of cereal, cereal box | food
oatmeal: | food
pork: | food
meat: | food
snack food: | snack
sugar: | food
vegetable oil: oil | food
catsup: ketchup, ketchup bottle | food
"""

_AWAKE = (
    "keep me awake|up|alert|on_my_feet", "wake me up", "perk me up",
)  # fmt: skip
_BOOST = (
    "give me energy|a_boost|some_energy|an_energy_boost", "boost my energy", "pick me up", "get me going", "pep me up", "keep me going",
)  # fmt: skip
_WILL = "to|that_will|that_would|that_can|that_could|that_might|that_may|which_will|which_would|to_help|that_helps|that_will_help"
_SUGAR = "no|zero|without|without_any|with_no|with_zero|with_less|low_in"

QUALITIES = {
    "caffeinated": ("caffeinated", "with caffeine", "that has caffeine", "containing caffeine", "that contains caffeine",
    "with some caffeine", *ways(*(f"{_WILL} {a}" for a in _AWAKE), "that|which keeps|wakes|perks me awake|up|alert")),
    "salty": ("salty", "savory", "savoury", "with salt"),
    "sweet": ("sweet", "sugary"),
    "healthy": ("healthy", "nutritious", "healthier", "that is healthy", "that s healthy", "good for me", "good for you"),
    "spicy": ("spicy", "hot and spicy"),
    "crunchy": ("crunchy", "crispy"),
    "fizzy": ("fizzy", "carbonated", "bubbly", "sparkling", "with bubbles"),
    "fruity": ("fruity", "fruit flavored", "fruit flavoured"),
    "sour": ("sour", "tart"),
    "energizing": ("energizing", "energising", "energetic", "that gives me energy", "with energy", "that will give me energy",
                   "for energy", "for an energy boost", "for a boost", *ways(*(f"{_WILL} {a}" for a in _BOOST)),
                   *ways("that|which gives me energy|a_boost|some_energy")),
    "hydrating": ("hydrating",),
    "unsweetened": ("unsweetened", "sugar free", "sugarfree", "low calorie", "zero calorie",
                    *ways(f"{_SUGAR} sugar|calories")),
    "alcoholic": ("alcoholic", "with alcohol"),
    "chocolate": ("chocolaty", "chocolatey", "with chocolate"),
    "in a can": ("in a can", "that comes in a can", "from a can", "canned"),
    "in a bottle": ("in a bottle", "bottled", "that comes in a bottle"),
}  # fmt: skip
"""Qualities that things may have by their kind -> words for them, before a noun or after it."""

LACKING = {
    "caffeine": "caffeinated", "sugar": "sweet", "sweetener": "sweet", "alcohol": "alcoholic", "salt": "salty", "bubbles": "fizzy",
    "fizz": "fizzy", "carbonation": "fizzy", "gas": "fizzy", "spice": "spicy", "fruit in it": "fruity", "chocolate": "chocolate",
}  # fmt: skip
"""What a thing may be without -> the quality that it then has not."""
