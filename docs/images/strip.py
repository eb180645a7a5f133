"""Makes the README's picture from a recorded run: `python docs/images/strip.py RUN docs/images/kitchen.png 0.02 0.43 0.58 0.78`."""

import sys

import av
import numpy as np

from heedful.envs.film import write_png

run, out, *moments = sys.argv[1:]
with av.open(f"{run}/episode.mp4") as container:
    frames = [f.to_ndarray(format="rgb24") for f in container.decode(video=0)]
picked = [frames[int(float(t) * (len(frames) - 1))] for t in moments]
write_png(out, np.concatenate([f[50:450, 90:570] for f in picked], axis=1))
