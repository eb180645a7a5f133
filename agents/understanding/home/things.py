"""What people have at home: `name: further words | what it is`. Hand-made for this project.

What a thing is are groups (`drink`, `table`) and qualities (`salty`), either of which may be asked for. A name stands for itself as a word.
"""

EATEN = """
coke can: coke, cokes, coca cola, coca cola can, cola, can of coke, coke bottle, bottle of coke | soda, caffeinated, sweet, in a can
diet coke: diet coke can, coke zero | soda, caffeinated, in a can
pepsi can: pepsi, can of pepsi, pepsi bottle | soda, caffeinated, sweet, in a can
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
wine: | drink, alcoholic
kombucha: kombucha bottle | drink, fizzy, healthy
soda: sodas, soft drink, soda pop, pop, can of soda, fizzy drink, carbonated drink, carbonated beverage, soda can, bottle of soda | drink, fizzy
drink: beverage, refreshment, drinks, thirst quencher, cold drink, cool drink | food or drink
jalapeno chips: jalapeno chip bag, bag of jalapeno chips, jalapeno chip, jalapenos chips, jalapeno chips bag | chips, spicy
multigrain chips: multigrain chip bag, bag of multigrain chips, multigrain chip, multi grain chips, multigrain chips bag, sun chips | chips
rice chips: rice chip bag, bag of rice chips, rice chip, rice chips bag | chips
kettle chips: kettle chip bag, bag of kettle chips, kettle chip | chips
potato chips: bag of potato chips | chips
doritos: bag of doritos, tortilla chips | chips
pringles: can of pringles | chips
chips: bag of chips, chip bag, chips bag, chip, crisps, packet of chips, pack of chips, packet of crisps, bag of crisps | snack, salty, crunchy
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
energy bar: protein bar, granola bar, power bar, nutrition bar, cereal bar, muesli bar, snack bar | snack, sweet, energizing, healthy
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

DONE_WITH = """
sponge: dish sponge, kitchen sponge, green sponge, dishsponge, scrub sponge, scouring pad, scrubber | cleaning tool
cloth: rag, wash cloth, washcloth, dishcloth, dish rag, cleaning cloth, wipe cloth | cleaning tool
paper towel: paper towels, paper towel roll, roll of paper towels, kitchen roll | cleaning tool
napkin: napkins | cleaning tool
wipe: wet wipe, wipes, wet wipes | cleaning tool
towel: bath towel, beach towel | cleaning tool
hand towel: | towel
dishtowel: dish towel, tea towel | towel
piece of cloth: | cloth
scrub brush: brush, cleaning brush | cleaning tool
broom: | cleaning tool
mop: | cleaning tool
vacuum: vacuum cleaner | cleaning tool
cleansing agent: cleaner, cleaning agent, detergent, cleaning spray | cleaning tool
cleaning tool: cleaning supplies, cleaning supply
soap bar: bar of soap, soap, soaps, bars of soap, soap bars, pieces of soap, piece of soap, pink bar, bath soap, hand soap
soap bottle: soap dispenser, lotion bottle, bottle of lotion, lotion, pump bottle, soap pump, liquid soap, hand soap bottle, dish soap, bottle of soap, lotion dispenser, shampoo bottle | bottle
spray bottle: spray, bottle of cleaner, squirt bottle, spray cleaner | bottle
shampoo: | bottle
wine bottle: bottle of wine | bottle
glass bottle: | bottle
bottle: bottles
vase: vases, jar, jars, urn | bottle
glass: drinking glass, goblet, wine glass, martini glass, water glass, wine cup, tumbler, glasses cup, chalice, wine goblet | cup
mug: coffee mug, coffee cup, tea cup, teacup, tea mug | cup
cup: cups
bowl: bowls, dish, dishes, container bowl | container
plate: plates, dinner plate, saucer | dish item
pot: cooking pot, stock pot, saucepan, sauce pan, soup pot | pan
frying pan: skillet, fry pan, frying pans | pan
pan: pans
kettle: tea kettle
electric kettle:
teapot: tea pot
ladle: soup ladle
spatula: turner, flipper
squeezer: juicer
ramekin: ramekins
casserole: casserole dish
pitcher: jug
milk frother cup: milk frother
sushi mat:
fork: forks | cutlery
spoon: spoons, tablespoon, teaspoon | cutlery
knife: kitchen knife, chef knife, steak knife, bread knife, sharp knife, large knife | cutlery
butter knife: table knife, dinner knife | knife
carving knife: | knife
cutlery: silverware, utensil, utensils
salt shaker: salt, saltshaker | shaker
pepper shaker: pepper, peppershaker | shaker
shaker:
"""

KEPT = """
book: books, textbook, textbooks, handbook, handbooks, novel, hardback, paperback, hardcover
newspaper: newspapers, newsletter, newsletters, paper, papers, news paper, magazine, magazines
credit card: bank card, card, debit card, charge card
key chain: keys, key, set of keys, keychain, bunch of keys, car keys, key ring, house keys, ring of keys
cell phone: phone, cellphone, mobile phone, smartphone, smart phone, mobile
laptop: laptop computer, computer, notebook computer
remote control: remote, remotes, tv remote, remote controller, television remote, controller, tv remote control
pen: pens, ballpoint
pencil: pencils
pencil case: pencil box
cd: compact disc, disc, dvd, compact disk, disk, cds
watch: wristwatch, wrist watch
alarm clock: | clock
clock:
candle: candles
candle holder:
pillow: pillows, throw pillow
cushion: cushions | pillow
teddy bear: teddy, stuffed bear, bear | stuffed toy
stuffed toy: stuffed animal, plush toy, plushie, stuffed toys
basketball: basket ball | ball
baseball bat: bat, baseballbat
tennis racket: tennis racquet, racket, racquet
statue: statues, sculpture, figurine, statuette
picture frame: photo frame, frame
house plant: plant, plants, houseplant, potted plant, plant container, plant containers, plant pot
plant saucer:
watering can: watering pot
tissue box: box of tissues, tissues, kleenex, box of kleenex, kleenex box, tissue | box
toilet paper: toilet paper roll, roll of toilet paper, toilet roll, toilet tissue, empty toilet paper roll, empty toilet roll, tp, toilet paper tube | roll
roll:
plunger: toilet plunger
dish item:
boots: boot | shoe
shoe: shoes
hat: cap
spectacles: glasses, eyeglasses, pair of glasses, pair of spectacles, eye glasses
lamp: lamps, light, table light, lit lamp, lamp light, light bulb
desk lamp: table lamp, small lamp, reading lamp, bedside lamp | lamp
floor lamp: standing lamp, tall lamp, tall light, living room lamp, standing light, floor light | lamp
electronic cable: cable, cables, electronic cables
phone stand:
laptop stand:
file sorter:
screwdriver:
c clamp: clamp
scissors: pair of scissors
hard drive:
mouse pad: mousepad
board game:
carrying case: case
basket: baskets
box: boxes, cardboard box, black box | container
carton: cartons | container
container: containers, bin container
bucket: buckets, pail
backpack: rucksack, back pack
briefcase: | bag
duffel bag: | bag
bag: bags
headset: headphones
toothbrush: tooth brush
toothpaste: tooth paste
underwear:
toy vehicle: toy vehicles, toy car, toy cars, car toy, toy truck | toy
toy food: toy foods, toy food item, toy food items | toy
toy animal: toy animals | toy
toy airplane: toy plane, toy airplanes | toy
toy pineapple: | toy
toy cactus: | toy
toy bee: | toy
toy fire truck: fire truck, firetruck, toy firetruck | toy
toy construction set: construction set, toy construction sets | toy
toy swing: | toy
android figure: | toy
doll: | toy
toy: toys
ball: balls
wreath: | decoration
bow: bows, ribbon | decoration
wrapping: wrappings, gift wrapping
christmas tree: tree
decoration: decorations
package: packages, parcel
pad: pads
plywood: plywood piece, plywood pieces, piece of plywood
tile: tiles
"""

FURNITURE = """
side table: end table, nightstand, night stand, bedside table, bed side table, bedside stand, bedroom stand, stand, side stand, sofa table | table
coffee table: cocktail table | table
dining table: dining room table, dinner table, kitchen table, kitchen island, island, kitchen island counter, dining desk, breakfast table | table
desk: writing desk, computer desk, office desk, work desk | table
table: tables, small table, white table, black table, round table
counter top: counter, countertop, kitchen counter, counters, kitchen countertop, counter tops, work top, worktop, bathroom counter, vanity counter 
close counter: near counter, closer counter, nearby counter, nearest counter, closest counter | counter top
far counter: further counter, farther counter, distant counter, farthest counter, furthest counter | counter top
stove: stove top, stovetop, burner, stove burner, cooker, oven
cabinet: cabinets, cupboard, kitchen cabinet, kitchen cupboard, vanity, vanity cabinet, bathroom cabinet, cabinet under the sink
drawer: drawers, top drawer, bottom drawer, desk drawer, middle drawer, tv drawer, kitchen drawer, television drawer
dresser: dressers, bureau, chest of drawers, drawer chest, chests of drawers
tv stand: television stand, tv table, entertainment center, media console, television table, tv console
shelf: shelves, bookshelf, book shelf, shelving unit, bookcase, shelving, rack, shelving rack
closet: wardrobe
sofa: couch, couches, settee, love seat, loveseat, sofas
arm chair: armchair, easy chair, recliner | chair
chair: chairs, seat
stool: stools, foot stool, bar stool
ottoman: footstool, foot rest, pouf
bed: beds
toilet: toilet tank, back of the toilet, top of the toilet, toilet tank lid, tank, water tank, toilet lid, back of toilet, flusher, toilet seat, tank lid, back end of the toilet, toilet top, top of toilet, toilet bowl, toilets
sink: sink basin, basin, kitchen sink, bathroom sink, sinks, wash basin, washbasin
bathtub: tub, bath tub, bath, bathtub basin
fridge: refrigerator, electric refrigerator, kitchen fridge, icebox, fridges, refridgerator, frig
freezer:
microwave: microwave oven, micro wave, microwaves
toaster:
coffee machine: coffee maker, coffeemaker
trash: trash can, garbage can, garbage, trashcan, waste basket, wastebasket, dustbin, rubbish bin, garbage bin, trash bin, waste bin, recycling bin, recycle bin, recycling, bin, ashcan, recycling can, compost bin, wastepaper basket
safe: vault
laundry hamper: hamper, laundry basket, clothes hamper
television: tv, tv set
window: windows
mirror:
door:
floor: ground, floors
carpet: rug
grill: barbecue grill, barbecue, bbq
pool: hot tub
car: vehicle
toilet paper hanger: toilet paper holder
towel holder: towel rack
cart: trolley
"""

ROOMS = """
kitchen: | room
bedroom: bedrooms, bed room | room
living room: livingroom, lounge | room
dining room: diningroom | room
bathroom: | room
laundry room: laundary room, mudroom | room
entryway: foyer, lobby, hallway, entry way, entrance | room
garage: | room
office: | room
room: rooms
location: locations, places, station, surfaces
"""

QUALITIES = {
    "caffeinated": ("caffeinated", "with caffeine", "that has caffeine", "containing caffeine", "that contains caffeine", "with some caffeine"),
    "salty": ("salty", "savory", "savoury", "with salt"),
    "sweet": ("sweet", "sugary"),
    "healthy": ("healthy", "nutritious", "healthier", "that is healthy", "that s healthy", "good for me", "good for you"),
    "spicy": ("spicy", "hot and spicy"),
    "crunchy": ("crunchy", "crispy"),
    "fizzy": ("fizzy", "carbonated", "bubbly", "sparkling", "with bubbles"),
    "fruity": ("fruity", "fruit flavored", "fruit flavoured"),
    "sour": ("sour", "tart"),
    "energizing": ("energizing", "energising", "energetic", "that gives me energy", "with energy", "that will give me energy",
                   "to give me energy", "for energy", "to boost my energy", "for an energy boost", "to wake me up", "to keep me awake"),
    "hydrating": ("hydrating",),
    "unsweetened": ("unsweetened", "sugar free", "without sugar", "low calorie", "zero calorie"),
    "alcoholic": ("alcoholic", "with alcohol"),
    "chocolate": ("chocolaty", "chocolatey", "with chocolate"),
    "in a can": ("in a can",),
    "in a bottle": ("in a bottle", "bottled"),
}  # fmt: skip
"""Qualities that things may have by their kind -> words for them, before a noun or after it."""
