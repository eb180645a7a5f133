"""What people have at home: `name: further words | what it is`; an indented line goes on with the one before. Hand-made for this project.

What a thing is are groups (`drink`, `table`) and qualities (`salty`), either of which may be asked for. A name stands for itself as a word.
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
soap bottle: soap dispenser, lotion bottle, bottle of lotion, lotion, pump bottle, soap pump, liquid soap, hand soap bottle, dish soap,
  bottle of soap, lotion dispenser, shampoo bottle | bottle
spray bottle: spray, bottle of cleaner, squirt bottle, spray cleaner | bottle
shampoo: | bottle
wine bottle: wine, bottle of wine | bottle
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
picture frame: photo frame, frame, picture
house plant: plant, plants, houseplant, potted plant, plant container, plant containers, plant pot
plant saucer:
watering can: watering pot
tissue box: box of tissues, tissues, kleenex, box of kleenex, kleenex box, tissue | box
toilet paper: toilet paper roll, roll of toilet paper, toilet roll, toilet tissue, empty toilet paper roll, empty toilet roll, tp,
  toilet paper tube | roll
roll:
plunger: toilet plunger
dish item:
boots: boot | shoe
shoe: shoes
hat: cap
spectacles: glasses, eyeglasses, pair of glasses, pair of spectacles, eye glasses
lamp: lamps, light, table light, lit lamp, lamp light, lamplight, light bulb
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
side table: end table, nightstand, night stand, bedside table, bed side table, bedside stand, bedroom stand, stand, side stand, sofa
  table | table
coffee table: cocktail table | table
dining table: dining room table, dinner table, kitchen table, kitchen island, island, kitchen island counter, dining desk, breakfast
  table | table
desk: writing desk, computer desk, office desk, work desk | table
table: tables, small table, white table, black table, round table
counter top: counter, countertop, kitchen counter, counters, kitchen countertop, counter tops, work top, worktop, bathroom counter,
  vanity counter
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
toilet: toilet tank, back of the toilet, top of the toilet, toilet tank lid, tank, water tank, toilet lid, back of toilet, flusher,
  toilet seat, tank lid, back end of the toilet, toilet top, top of toilet, toilet bowl, toilets
sink: sink basin, basin, kitchen sink, bathroom sink, sinks, wash basin, washbasin
bathtub: tub, bath tub, bath, bathtub basin
fridge: refrigerator, electric refrigerator, kitchen fridge, icebox, fridges, refridgerator, frig
freezer:
microwave: microwave oven, micro wave, microwaves
toaster:
coffee machine: coffee maker, coffeemaker
trash: trash can, garbage can, garbage, trashcan, waste basket, wastebasket, dustbin, rubbish bin, garbage bin, trash bin, waste bin,
  recycling bin, recycle bin, recycling, bin, ashcan, recycling can, compost bin, wastepaper basket
safe: vault, strongbox, lockbox, wall safe, strong box, lock box
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
holder: paper roll holder, roll holder
toilet paper hanger: toilet paper holder, toilet roll holder, paper holder, tp holder, toilet paper stand, toilet paper rack | holder
towel holder: towel rack, towel rail, towel bar, towel hook, towel ring, towel hanger | holder
cart: trolley, rolling cart, serving cart, utility cart, wheeled cart, wheeled trolley, rolling trolley, bathroom cart, push cart
"""

ROOMS = """
kitchen: | room
bedroom: bedrooms, bed room | room
living room: livingroom, lounge | room
dining room: diningroom | room
bathroom: | room
laundry room: laundary room, mudroom | room
entryway: entryway / foyer / lobby, foyer, lobby, hallway, entry way, entrance | room
garage: | room
office: | room
room: rooms
location: locations, places, station, surfaces
"""
