"""Makes the README's picture from a recorded run: `python docs/images/strip.py RUN docs/images/demo.png`."""

import sys

import av
import numpy as np

from heedful.envs.film import write_png

film = f"{sys.argv[1]}/episode.mp4"
with av.open(film) as container:
    frames = [f.to_ndarray(format="rgb24") for f in container.decode(video=0)]
picked = [frames[int(t * (len(frames) - 1))] for t in (0.12, 0.37, 0.70, 1.0)]
write_png(sys.argv[2], np.concatenate([f[::2, ::2] for f in picked], axis=1))
