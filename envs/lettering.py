"""Captions: a 5 x 7 pixel font held in this file, and a bar at the foot of a picture to set it in."""

from __future__ import annotations

import textwrap
import unicodedata

import numpy as np
from numpy.typing import NDArray

# The common 5 x 7 display font, ASCII 32 to 126: five columns a glyph, the lowest bit on top.
FONT = bytes.fromhex(
    "0000000000 00005f0000 0007000700 147f147f14 242a7f2a12 2313086462 3649562050 0008070300 001c224100 0041221c00"
    "2a1c7f1c2a 08083e0808 0080703000 0808080808 0000606000 2010080402 3e5149453e 00427f4000 7249494946 2141494d33"
    "1814127f10 2745454539 3c4a494931 4121110907 3649494936 464949291e 0000140000 0040340000 0008142241 1414141414"
    "0041221408 0201590906 3e415d594e 7c1211127c 7f49494936 3e41414122 7f4141413e 7f49494941 7f09090901 3e41415173"
    "7f0808087f 00417f4100 2040413f01 7f08142241 7f40404040 7f021c027f 7f0408107f 3e4141413e 7f09090906 3e4151215e"
    "7f09192946 2649494932 03017f0103 3f4040403f 1f2040201f 3f4038403f 6314081463 0304780403 6159494d43 007f414141"
    "0204081020 004141417f 0402010204 4040404040 0003070800 2054547840 7f28444438 3844444428 384444287f 3854545418"
    "00087e0902 18a4a49c78 7f08040478 00447d4000 4080847d00 7f10284400 00417f4000 7c04780478 7c08040478 3844444438"
    "fc18242418 18242418fc 7c08040408 4854545424 04043f4424 3c4040207c 1c2040201c 3c4030403c 4428102844 4c9090907c"
    "4464544c44 0008364100 0000770000 0041360800 0201020402"
)
FURTHER = {"°": "0006090906", "±": "44445f4444", "²": "00090d0a00", "·": "0000080000"}
"""Glyphs beyond ASCII that measurements are told with, drawn alike."""
GLYPHS = np.frombuffer(FONT + bytes.fromhex("".join(FURTHER.values())), np.uint8).reshape(-1, 5)
AT = {c: i for i, c in enumerate([*map(chr, range(32, 127)), *FURTHER])}
PLAIN = str.maketrans({
    "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "→": ">", "×": "x", "½": "1/2", "…": "...", "\n": " ",
})  # fmt: skip


def plain(text: str) -> str:
    """Text in characters that are drawn: a letter without its accents, and '?' for what has no likeness."""
    spelled = ((c if c in AT else unicodedata.normalize("NFKD", c)) for c in text.translate(PLAIN))
    return "".join(c if c in AT else "?" for part in spelled for c in part if not unicodedata.combining(c))


def lettering(text: str) -> NDArray[np.bool_]:
    """One line of text as a mask, bool (8, 6 n) for n characters once it is plain."""
    columns = np.pad(GLYPHS[[AT[c] for c in plain(text)]], ((0, 0), (0, 1))).reshape(-1)  # one empty column after each glyph
    mask: NDArray[np.bool_] = np.unpackbits(columns[:, None], axis=1, bitorder="little").T.astype(bool)
    return mask


def caption(rgb: NDArray[np.uint8], text: str, lines: int = 3) -> NDArray[np.uint8]:
    """The picture (h, w, 3) with text in a dark bar at its foot, wrapped to its width; what does not fit in `lines` ends in dots."""
    height, width = rgb.shape[:2]
    scale = max(1, round(height / 300))
    wrapped = textwrap.wrap(plain(text), max(4, (width - 8 * scale) // (6 * scale)), max_lines=lines, placeholder=" ...")
    out: NDArray[np.uint8] = rgb.copy()
    if not wrapped:
        return out
    bar = min(height, scale * (10 * len(wrapped) + 4))
    out[-bar:] = out[-bar:] // 4
    for row, line in enumerate(wrapped):
        mask = lettering(line).repeat(scale, axis=0).repeat(scale, axis=1)
        top, left = height - bar + scale * (3 + 10 * row), 4 * scale
        area = out[max(top, 0) : top + mask.shape[0], left : left + mask.shape[1]]
        area[mask[: area.shape[0], : area.shape[1]]] = 245
    return out
