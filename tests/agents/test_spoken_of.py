"""What sentences mean that speak of things more than once, or of some in particular: on a crowded table, each in short."""

from __future__ import annotations

import pytest
from crowded import crowded, heard, short

HERE = crowded()

MEANT = {
    "put all the fruit in the bin but not the lemon": "in(apple, bin) & in(banana, bin)",
    "put all the fruit in the bin, not the lemon": "in(apple, bin) & in(banana, bin)",
    "put all the fruit in the bin, but don't put the lemon in": "in(apple, bin) & in(banana, bin)",
    "put all the fruit in the bin, but do not move the lemon": "in(apple, bin) & in(banana, bin)",
    "put all the fruit in the bin and leave the lemon": "in(apple, bin) & in(banana, bin)",
    "put all the fruit in the bin but leave the lemon alone": "in(apple, bin) & in(banana, bin)",
    "leave the lemon alone and put all the fruit in the bin": "in(apple, bin) & in(banana, bin)",
    "leave the lemon where it is and put the fruits in the bin": "in(apple, bin) & in(banana, bin)",
    "don't touch the lemon and put all the fruit in the bin": "in(apple, bin) & in(banana, bin)",
    "put all the fruit in the bin without touching the lemon": "in(apple, bin) & in(banana, bin)",
    "put every mug and every bowl on the tray except the white ones": "on(black_mug, tray) & on(blue_bowl, tray)",
    "put the mugs and the bowls on the tray but not the black one": "on(blue_bowl, tray) & on(white_bowl, tray) & on(white_mug, tray)",
    "put the blocks in the bin, all but the red ones": (
        "in(blue_block, bin) & in(green_block, bin) & in(orange_block, bin) & in(purple_block, bin) & in(yellow_block, bin)"
    ),
    "put the blocks in the bin, the small ones": (
        "in(blue_block, bin) & in(green_block, bin) & in(orange_block, bin) & in(purple_block, bin) & in(red_block, bin) & "
        "in(red_block_2, bin)"
    ),
    "put everything in the bin that is yellow": "in(banana, bin) & in(lemon, bin) & in(yellow_block, bin)",
    "put all the blocks in the bin that are on the table": (
        "in(blue_block, bin) & in(green_block, bin) & in(purple_block, bin) & in(red_block, bin) & in(yellow_block, bin)"
    ),
    "the blocks on the table go in the bin but the yellow one goes on the tray": (
        "in(blue_block, bin) & in(green_block, bin) & in(purple_block, bin) & in(red_block, bin) & on(yellow_block, tray)"
    ),
    "all the blocks go in the bin, the yellow one on the tray": (
        "in(blue_block, bin) & in(green_block, bin) & in(orange_block, bin) & in(purple_block, bin) & in(red_block, bin) & "
        "in(red_block_2, bin) ; on(yellow_block, tray)"
    ),
    "put all the small blocks in the bin and the other one on the tray": (
        "in(blue_block, bin) & in(green_block, bin) & in(orange_block, bin) & in(purple_block, bin) & in(red_block, bin) & "
        "in(red_block_2, bin) ; on(yellow_block, tray)"
    ),
    "keep the lemon, throw away the rest of the fruit": "in(apple, bin) & in(banana, bin)",
    "put the rest of the fruit in the bin, I want to keep the lemon": "in(apple, bin) & in(banana, bin)",
    "I want the lemon on the tray and nothing else": "on(lemon, tray)",
    "only the lemon goes on the tray": "on(lemon, tray)",
    "put only the lemon on the tray": "on(lemon, tray)",
    "pick up the second block from the left": "holding(green_block)",
    "grab whichever mug is closest to you": "holding(white_mug)",
    "give me the mug nearest to me": "at(black_mug, person)",
    "hand me the second fruit from the right": "at(apple, person)",
    "bring me something to drink": "at(red_can, person)",
    "bring me one of the fruits, not the lemon": "at(banana, person)",
    "I'm hungry, give me something sour": "at(lemon, person)",
    "I need something to wipe it up": "at(sponge, person)",
    "could I have the fruit that is on the plate": "at(apple, person)",
    "pass me the thing in the blue bowl": "at(orange_block, person)",
    "put the thing that is in the blue bowl on the tray": "on(orange_block, tray)",
    "move the small block that's on the tray to the white bowl": "in(red_block_2, white_bowl)",
    "put the fruit that isn't on the plate in the drawer": "ask ambiguous",
    "put each of the mugs on the tray": "on(black_mug, tray) & on(white_mug, tray)",
    "put all three fruits on the tray": "on(apple, tray) & on(banana, tray) & on(lemon, tray)",
    "put the three fruits on the tray": "on(apple, tray) & on(banana, tray) & on(lemon, tray)",
    "put the four mugs on the tray": "ask ambiguous",
    "put both the mugs on the tray": "on(black_mug, tray) & on(white_mug, tray)",
    "put the mug and the other mug on the tray": "ask ambiguous",
    "put the left bowl next to the right one": "next_to(blue_bowl, white_bowl)",
    "put the white bowl to the left of the blue one": "left_of(white_bowl, blue_bowl)",
    "put the lemon to the right of the leftmost block": "right_of(lemon, red_block)",
    "stack the green block on the blue one": "on(green_block, blue_block)",
    "stack the small green block on the large block": "on(green_block, yellow_block)",
    "stack the leftmost block on the rightmost one": "on(red_block, red_block_2)",
    "stack all the red blocks": "on(red_block_2, red_block)",
    "stack the three leftmost blocks": "on(green_block, red_block) & on(orange_block, green_block)",
    "put the biggest block on the smallest plate": "on(yellow_block, green_plate)",
    "the purple block goes left of the green one": "left_of(purple_block, green_block)",
    "if the lamp is on put the leftmost block in the bin, otherwise put the rightmost one there": (
        "if lit(lamp): in(red_block, bin) else in(red_block_2, bin)"
    ),
    "if there is an orange put it in the bin, otherwise put the lemon in the bin": ("if : in(orange_block, bin) else in(lemon, bin)"),
    "if the lamp is on put the spoon on the tray": "refuse absent",
    "put the lemon in the bin if there is one on the plate": "if 1-1 of 1: on(?, green_plate): in(lemon, bin) else nothing",
    "open the drawer and put the smallest fruit inside": "open(drawer) ; in(lemon, drawer)",
    "open the drawer, put both mugs in there and close it": "open(drawer) ; in(black_mug, drawer) & in(white_mug, drawer) ; closed(drawer)",
    "empty the bowl with the block in it": "~in(orange_block, blue_bowl)",
    "turn the upside down mug the right way up": "upright(black_mug)",
    "stand the mug that is upside down up": "upright(black_mug)",
    "turn over the black mug": "upright(black_mug)",
    "put the mug that isn't upside down on the tray": "on(white_mug, tray)",
    "put any three red things in the bin": "3-3 of 4: in(?, bin)",
    "put the last block in the bin": "ask ambiguous",
    "put the first block in the bin": "ask ambiguous",
    "put the block in the middle of the row in the bin": "in(blue_block, bin)",
    "put the block to the left of the middle one in the bin": "ask ambiguous",
    "put blocks in the bin": (
        "in(blue_block, bin) & in(green_block, bin) & in(orange_block, bin) & in(purple_block, bin) & in(red_block, bin) & "
        "in(red_block_2, bin) & in(yellow_block, bin)"
    ),
    "put the yellow in the bin": "ask ambiguous",
    "red can to tray": "on(red_can, tray)",
    "get rid of everything on the tray": "in(red_block_2, bin)",
    "get rid of the fruit": "ask ambiguous",
    "put the fruit in the bowl": "ask ambiguous",
    "if there is a block on the tray put it in the bin": "if 1- of 7: on(?, tray): in(red_block_2, bin) else nothing",
    "if the lemon is on the plate put it in the bin otherwise put it on the plate": (
        "if on(lemon, green_plate): in(lemon, bin) else on(lemon, green_plate)"
    ),
    "put the apple in the bin if it is on the plate": "if on(apple, green_plate): in(apple, bin) else nothing",
    "put every block that is on the tray in the bin": "in(red_block_2, bin)",
    "put each fruit in the bowl closest to it": "in(apple, blue_bowl) & in(banana, white_bowl) & in(lemon, blue_bowl)",
    "put the mugs upside down": "upside_down(black_mug) & upside_down(white_mug)",
    "put the white mug next to the black mug, on its left": "left_of(white_mug, black_mug) & next_to(white_mug, black_mug)",
    "move the lemon near the apple": "next_to(lemon, apple)",
    "move the lemon away from the plate": "far_from(lemon, green_plate)",
    "put the second mug from the left on the tray": "on(black_mug, tray)",
    "put the second mug from my left on the tray": "on(white_mug, tray)",
    "put the leftmost mug as I see it on the tray": "on(black_mug, tray)",
    "put my leftmost mug on the tray": "on(black_mug, tray)",
    "put the mug on your left on the tray": "on(white_mug, tray)",
    "put the bowl that is on my right on the tray": "on(blue_bowl, tray)",
    "give me the bowl on my left": "at(white_bowl, person)",
    "give me the block nearest to me": "at(orange_block, person)",
    "give me the block farthest from me": "at(red_block, person)",
    "put the lemon in the bowl nearest to you": "ask ambiguous",
    "put the lemon in the nearest bowl": "ask ambiguous",
    "put the lemon in the closer bowl": "ask ambiguous",
    "hand me the smaller of the red block and the yellow block": "ask ambiguous",
    "put the bigger of the two mugs in the bin": "ask ambiguous",
    "put the one that is upside down on the tray": "on(black_mug, tray)",
    "put the banana and the thing next to the plate in the bin": "ask ambiguous",
    "put the apple, not the lemon, in the bin": "in(apple, bin)",
    "put the apple and not the lemon in the bin": "in(apple, bin)",
    "put a block that is not red in the bin": "in(yellow_block, bin)",
    "put a small block which isn't red in the bin": "in(blue_block, bin)",
    "put any block except the red ones in the bin": "in(yellow_block, bin)",
    "put any block but the yellow one in the bin": "in(blue_block, bin)",
    "put anything but the yellow block in the bin": "in(banana, bin)",
    "put one of the blocks on the table in the bin": "in(yellow_block, bin)",
    "put one of the blocks that are on the table in the bin": "in(yellow_block, bin)",
    "put two of the blocks on the table in the bin": "2-2 of 5: in(?, bin)",
    "put the two blocks left of the blue one in the bin": "ask ambiguous",
    "put all the blocks to the left of the blue one in the bin": "in(green_block, bin) & in(orange_block, bin) & in(red_block, bin)",
    "put the red and yellow things in the bin": (
        "in(apple, bin) & in(banana, bin) & in(lemon, bin) & in(red_block, bin) & in(red_block_2, bin) & in(red_can, bin) & "
        "in(yellow_block, bin)"
    ),
    "put the red things and the yellow things in the bin": (
        "in(apple, bin) & in(banana, bin) & in(lemon, bin) & in(red_block, bin) & in(red_block_2, bin) & in(red_can, bin) & "
        "in(yellow_block, bin)"
    ),
    "put all red and all yellow things in the bin": (
        "in(apple, bin) & in(banana, bin) & in(lemon, bin) & in(red_block, bin) & in(red_block_2, bin) & in(red_can, bin) & "
        "in(yellow_block, bin)"
    ),
    "put the blocks that are red or blue in the bin": "in(blue_block, bin) & in(red_block, bin) & in(red_block_2, bin)",
    "put the blocks which are red in the bin and the rest on the tray": (
        "in(red_block, bin) & in(red_block_2, bin) ; on(blue_block, tray) & on(green_block, tray) & on(orange_block, tray) & "
        "on(purple_block, tray) & on(yellow_block, tray)"
    ),
    "put all small blocks but the green one in the bin": (
        "in(blue_block, bin) & in(orange_block, bin) & in(purple_block, bin) & in(red_block, bin) & in(red_block_2, bin)"
    ),
    "put the pink block or the green block in the bin": "in(green_block, bin)",
    "put the green block in the pink bowl": "refuse absent",
    "put the leftmost pink block in the bin": "refuse absent",
    "put two pink blocks in the bin": "refuse absent",
    "put all the pink blocks in the bin": "refuse absent",
    "put the block on the pink plate in the bin": "refuse absent",
    "put the non-red blocks in the bin": (
        "in(blue_block, bin) & in(green_block, bin) & in(orange_block, bin) & in(purple_block, bin) & in(yellow_block, bin)"
    ),
    "put the wooden red block in the bin": "in(red_block_2, bin)",
    "put the plastic block in the bin": "refuse absent",
    "put the ceramic thing in the bin": "in(white_mug, bin)",
    "put the metal thing in the bin": "in(red_can, bin)",
    "put the round fruit in the bin": "in(apple, bin)",
    "put the yelow fruit in the bin": "ask ambiguous",
    "put the lemmon in the bin": "in(lemon, bin)",
    "put the bananna in the bin": "in(banana, bin)",
    "put the gren blok in the bin": "in(green_block, bin)",
    "put the left most block in the bin": "in(red_block, bin)",
    "put the purpel block in teh bin": "in(purple_block, bin)",
    "put the rigth mug in the bin": "in(black_mug, bin)",
    "put the sponge in the botom drawer": "in(sponge, drawer)",
    "pick up the lemon and put it on the tray": "holding(lemon) ; on(lemon, tray)",
    "take the lemon. put it in the white bowl.": "holding(lemon) ; in(lemon, white_bowl)",
    "put the lemon in the white bowl and the apple in there too": "in(apple, white_bowl) & in(lemon, white_bowl)",
    "put the lemon in the white bowl and the apple in it": "in(apple, white_bowl) & in(lemon, white_bowl)",
    "put the lemon on the tray and the apple next to it": "next_to(apple, tray) & on(lemon, tray)",
    "take the red can and the lemon and put them in the bin": "in(lemon, bin) & in(red_can, bin)",
    "put the white mug on the tray and the other one in the bin": "in(black_mug, bin) & on(white_mug, tray)",
    "put the white mug on the tray and the other mug in the bin": "in(black_mug, bin) & on(white_mug, tray)",
    "put one mug on the tray and the other in the bin": "in(black_mug, bin) & on(white_mug, tray)",
    "put a mug on the tray and the other one in the bin": "in(black_mug, bin) & on(white_mug, tray)",
    "put the lemon on the tray and the other fruit in the bin": "ask ambiguous",
    "put the blue block in the white bowl and the rest of the blocks in the bin": (
        "in(blue_block, white_bowl) ; in(green_block, bin) & in(orange_block, bin) & in(purple_block, bin) & in(red_block, bin) "
        "& in(red_block_2, bin) & in(yellow_block, bin)"
    ),
    "put the yellow block on the tray and the others in the bin": (
        "on(yellow_block, tray) ; in(blue_block, bin) & in(green_block, bin) & in(orange_block, bin) & in(purple_block, bin) & "
        "in(red_block, bin) & in(red_block_2, bin)"
    ),
    "put the yellow block on the tray and all the other blocks in the bin": (
        "on(yellow_block, tray) ; in(blue_block, bin) & in(green_block, bin) & in(orange_block, bin) & in(purple_block, bin) & "
        "in(red_block, bin) & in(red_block_2, bin)"
    ),
    "put the yellow block on the tray and every other block in the bin": (
        "on(yellow_block, tray) ; in(blue_block, bin) & in(green_block, bin) & in(orange_block, bin) & in(purple_block, bin) & "
        "in(red_block, bin) & in(red_block_2, bin)"
    ),
    "put the lemon in the drawer and everything else in the bin": (
        "in(lemon, drawer) ; in(apple, bin) & in(banana, bin) & in(black_mug, bin) & in(blue_block, bin) & in(blue_bowl, bin) & "
        "in(green_block, bin) & in(green_plate, bin) & in(orange_block, bin) & in(purple_block, bin) & in(red_block, bin) & "
        "in(red_block_2, bin) & in(red_can, bin) & in(sponge, bin) & in(white_bowl, bin) & in(white_mug, bin) & in(yellow_block, "
        "bin)"
    ),
    "put two of the red blocks in the bin and the rest of the blocks on the tray": (
        "in(red_block, bin) & in(red_block_2, bin) ; on(blue_block, tray) & on(green_block, tray) & on(orange_block, tray) & "
        "on(purple_block, tray) & on(yellow_block, tray)"
    ),
    "put two blocks in the bin and the others on the tray": "2-2 of 7: in(?, bin) ; 5-5 of 7: on(?, tray)",
    "take the wooden block, then put the block in the white bowl": "holding(red_block_2) ; in(red_block_2, white_bowl)",
    "put the lemon in a bowl and the apple in the same bowl": "in(apple, white_bowl) & in(lemon, white_bowl)",
    "put the lemon in a bowl and the apple in the other bowl": "in(apple, blue_bowl) & in(lemon, white_bowl)",
    "put the lemon in a bowl and the apple in another bowl": "in(apple, blue_bowl) & in(lemon, white_bowl)",
    "take two of the mugs and put them on the tray": "on(black_mug, tray) & on(white_mug, tray)",
    "take three blocks and put them in the bin": "3-3 of 7: in(?, bin)",
    "grab both mugs and place them in the bin": "in(black_mug, bin) & in(white_mug, bin)",
    "put the apple and the lemon in the bin, then put the latter on the tray": "in(apple, bin) & in(lemon, bin) ; on(lemon, tray)",
    "take the lemon and put him in the bin": "holding(lemon) ; in(lemon, bin)",
    "put the mugs on the tray and then put the white one in the bin": "on(black_mug, tray) & on(white_mug, tray) ; in(white_mug, bin)",
    "put the mugs on the tray and then put the black mug in the bin": "on(black_mug, tray) & on(white_mug, tray) ; in(black_mug, bin)",
    "take what is on the plate and throw it away": "in(apple, bin)",
    "take everything on the plate and throw it away": "in(apple, bin)",
    "there is an apple on the plate, put it in the bin": "in(apple, bin)",
    "the lemon, put it on the tray": "on(lemon, tray)",
    "the mug that is upside down, put it in the bin": "in(black_mug, bin)",
    "put the lemon in the white bowl. then put the bowl on the tray": "in(lemon, white_bowl) ; on(white_bowl, tray)",
    "put the small blocks on the tray and the large one in the bin": (
        "on(blue_block, tray) & on(green_block, tray) & on(orange_block, tray) & on(purple_block, tray) & on(red_block, tray) & "
        "on(red_block_2, tray) ; in(yellow_block, bin)"
    ),
    "put the leftmost block in the bin and the rightmost one on the tray": "in(red_block, bin) & on(red_block_2, tray)",
    "put the leftmost block in the bin and the second one from the left on the tray": "in(red_block, bin) & on(green_block, tray)",
    "put the soda on the tray, the red one": "on(red_can, tray)",
    "put the mug in the bin, the white one": "in(white_mug, bin)",
    "put the block in the bin, the purple one I mean": "in(purple_block, bin)",
    "put everything yellow in the bin, except the lemon": "in(banana, bin) & in(yellow_block, bin)",
    "put all the fruit in the bin except the lemon": "in(apple, bin) & in(banana, bin)",
    "put every other small block in the bin, starting from the left": "in(orange_block, bin) & in(purple_block, bin) & in(red_block, bin)",
    "every second small block goes in the bin, beginning with the leftmost one": (
        "in(orange_block, bin) & in(purple_block, bin) & in(red_block, bin)"
    ),
    "put every other block that is on the table in the bin starting with the leftmost": (
        "in(blue_block, bin) & in(purple_block, bin) & in(red_block, bin)"
    ),
    "put the block that is in the bowl on the tray": "on(orange_block, tray)",
    "put the sponge next to the mug with something in it": "next_to(sponge, white_mug)",
    "put the lemon in the bowl that has nothing in it": "in(lemon, white_bowl)",
    "put the lemon in the leftmost bowl": "in(lemon, blue_bowl)",
    "put the lemon in the right bowl": "in(lemon, white_bowl)",
    "put the lemon in the bowl closest to me": "in(lemon, white_bowl)",
    "put the lemon in the bowl on the right": "in(lemon, white_bowl)",
    "put the sponge on the biggest block": "on(sponge, yellow_block)",
    "put the sponge on the block left of the green one": "on(sponge, red_block)",
    "put the lemon in the empty bowl": "in(lemon, white_bowl)",
    "put the lemon in one of the bowls": "in(lemon, white_bowl)",
    "put the lemon in either bowl": "in(lemon, white_bowl)",
    "none of the mugs should be on the tray": "~on(black_mug, tray) & ~on(white_mug, tray)",
    "no mug should be in the bin": "~in(black_mug, bin) & ~in(white_mug, bin)",
    "put red on blue": "ask ambiguous",
    "red can in bin, lemon on tray": "in(red_can, bin) & on(lemon, tray)",
    "put the thing next to the sponge in the bin": "ask ambiguous",
    "put the block on the lemon": "ask ambiguous",
    "put that thing in the bin": "ask ambiguous",
    "put it in the bin": "ask ambiguous",
    "put them in the bin": "ask ambiguous",
    "put the block in the bowl": "ask ambiguous",
    "move the mug that's not upside down to the right of the plate": "right_of(white_mug, green_plate)",
    "everything but the mugs goes on the tray": (
        "on(apple, tray) & on(banana, tray) & on(blue_block, tray) & on(blue_bowl, tray) & on(green_block, tray) & "
        "on(green_plate, tray) & on(lemon, tray) & on(orange_block, tray) & on(purple_block, tray) & on(red_block, tray) & "
        "on(red_block_2, tray) & on(red_can, tray) & on(sponge, tray) & on(white_bowl, tray) & on(yellow_block, tray)"
    ),
    "all except the blocks go in the bin": (
        "in(apple, bin) & in(banana, bin) & in(black_mug, bin) & in(blue_bowl, bin) & in(green_plate, bin) & "
        "in(lemon, bin) & in(red_can, bin) & in(sponge, bin) & in(white_bowl, bin) & in(white_mug, bin)"
    ),
    "put the fruit, except for the lemon, in the bin": "in(apple, bin) & in(banana, bin)",
    "put the yellow fruit that is not the lemon in the bin": "in(banana, bin)",
    "put the yellow fruit other than the lemon in the bin": "in(banana, bin)",
    "put the yellow one that isn't a block or a lemon in the bin": "in(banana, bin)",
    "put the red block on the table in the bin": "in(red_block, bin)",
    "put the mug closest to the red can in the bin": "in(black_mug, bin)",
    "put the fruit farthest to the right in the bin": "in(banana, bin)",
    "put the block just left of the yellow one in the bin": "in(blue_block, bin)",
    "put the block directly behind the banana in the bin": "in(purple_block, bin)",
    "put the 3 leftmost blocks in the bin": "in(green_block, bin) & in(orange_block, bin) & in(red_block, bin)",
    "put the first and the last block from the left in the bin": "in(red_block, bin) & in(red_block_2, bin)",
    "put the second and third blocks from the left in the bin": "in(green_block, bin) & in(orange_block, bin)",
    "put the first three blocks counting from the right in the bin": (
        "in(purple_block, bin) & in(red_block_2, bin) & in(yellow_block, bin)"
    ),
    "put the leftmost red block and the rightmost blue block in the bin": "in(blue_block, bin) & in(red_block, bin)",
    "put the left and the right mug in the bin": "in(black_mug, bin) & in(white_mug, bin)",
    "put the left and right bowls on the tray": "on(blue_bowl, tray) & on(white_bowl, tray)",
    "put just the lemon in the bin": "in(lemon, bin)",
    "put everything edible in the bin": "in(apple, bin) & in(banana, bin) & in(lemon, bin)",
    "put the citrus fruit in the bin": "in(lemon, bin)",
    "put the toys in the bin": (
        "in(blue_block, bin) & in(green_block, bin) & in(orange_block, bin) & in(purple_block, bin) & in(red_block, bin) & "
        "in(red_block_2, bin) & in(yellow_block, bin)"
    ),
    "put that one in the bin": "ask ambiguous",
    "put the other ones in the bin": "ask ambiguous",
    "put the lemon in the blue or the white bowl": "in(lemon, white_bowl)",
    "put the lemon in whichever bowl is empty": "in(lemon, white_bowl)",
    "put the apple and banana on the tray, lemon in bin": "in(lemon, bin) & on(apple, tray) & on(banana, tray)",
    "apple, banana on tray": "on(apple, tray) & on(banana, tray)",
    "blocks not red in bin": (
        "in(blue_block, bin) & in(green_block, bin) & in(orange_block, bin) & in(purple_block, bin) & in(yellow_block, bin)"
    ),
    "red ones in the bin, yellow ones on the tray": (
        "in(apple, bin) & in(red_block, bin) & in(red_block_2, bin) & in(red_can, bin) & on(banana, tray) & "
        "on(lemon, tray) & on(yellow_block, tray)"
    ),
    "red blocks in the bin, yellow blocks on the tray": "in(red_block, bin) & in(red_block_2, bin) & on(yellow_block, tray)",
    "red ones in the bin and yellow ones on the tray": (
        "in(apple, bin) & in(red_block, bin) & in(red_block_2, bin) & in(red_can, bin) & on(banana, tray) & "
        "on(lemon, tray) & on(yellow_block, tray)"
    ),
    "put the lemon on the left and the apple on the right": "at(apple, table_right) & at(lemon, table_left)",
    "put the red block which is the one on the tray in the bin": "in(red_block_2, bin)",
    "put the red ones in the bin and the yellow ones on the tray": (
        "in(apple, bin) & in(red_block, bin) & in(red_block_2, bin) & in(red_can, bin) & on(banana, tray) & "
        "on(lemon, tray) & on(yellow_block, tray)"
    ),
    "put the red blocks in the bin and the yellow ones on the tray": ("in(red_block, bin) & in(red_block_2, bin) & on(yellow_block, tray)"),
    "the green block, the blue one and the purple one go in the bin": (
        "in(blue_block, bin) & in(green_block, bin) & in(purple_block, bin)"
    ),
    "put the lemon in the blue bowl and the apple in the white one": "in(apple, white_bowl) & in(lemon, blue_bowl)",
}


@pytest.mark.parametrize(("words", "meaning"), MEANT.items())
def test_what_is_spoken_of_again_or_in_particular_is_what_was_meant(words: str, meaning: str) -> None:
    assert short(heard(words, HERE)) == meaning
