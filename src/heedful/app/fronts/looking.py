"""What a robot's camera and perception show just now, for whoever looks from outside: a picture off the control loop, a scene as data."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import permutations
from typing import TYPE_CHECKING, Any

from heedful.agents.language.quoting import one_line
from heedful.predicates import evaluate, name_of, relations, say
from heedful.program import Atom
from heedful.types import Scene

if TYPE_CHECKING:
    from heedful.session import Session

TOLD = ("on", "in", "around", "open", "closed", "lit", "pressed", "running", "full")
"""Relations that a scene is told in."""
VIEW = "front"
SIZES: Mapping[str, tuple[int, int]] = {"gl": (640, 480), "raycast": (320, 240)}
"""Pictures [px]; rays take a third of a second for a large one."""
MOST = 60
"""Things, and sentences about them, that are told at most."""


class CannotLook(RuntimeError):
    """There is no picture here; the message says why, in a sentence."""


class Looking:
    """Draws what a simulated world looks like, in a thread of its own, from a copy of its state: the control loop waits for nothing.

    Args:
      session: Whose world it is.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._painter = ThreadPoolExecutor(1, thread_name_prefix="heedful-looking")  # a graphics context belongs to one thread
        self._renderer: Any = None
        self._data: Any = None
        self._closing = threading.Lock()

    @property
    def cameras(self) -> list[str]:
        """Names of the cameras of the world."""
        model = getattr(self._session.world, "model", None)
        return [] if model is None else [model.camera(i).name for i in range(model.ncam)]

    def picture(self, camera: str = "") -> bytes:
        """What a camera sees, as the bytes of a PNG file; the front view unless named. Raises CannotLook."""
        if getattr(self._session.world, "model", None) is None:
            raise CannotLook("there is no camera here to look through: pictures are of simulated worlds; the scene is told in words")
        known = self.cameras
        if camera and camera not in known:
            raise CannotLook(f"no camera named {one_line(camera)!r}; known: {', '.join(known) or 'none'}")
        view: int | str = camera or (VIEW if VIEW in known else 0 if known else -1)
        return self._painter.submit(self._drawn, view).result()

    def _drawn(self, camera: int | str) -> bytes:
        """In the painter's thread."""
        import mujoco

        from heedful.envs.render import Renderer, choose
        from heedful.recording.png import png

        world = self._session.world
        model, live = world.model, world.data
        try:
            if self._renderer is None or self._renderer.model is not model:
                self._let_go()
                self._renderer = Renderer(model, *SIZES["raycast" if choose() == "raycast" else "gl"])
                self._data = mujoco.MjData(model)
            data = self._data
            data.time, data.qpos[:], data.userdata[:] = live.time, live.qpos, live.userdata
            if (paint := getattr(getattr(world, "history", None), "paint", None)) is not None:
                paint(data)
            mujoco.mj_kinematics(model, data)
            mujoco.mj_comPos(model, data)
            mujoco.mj_camlight(model, data)
            return png(self._renderer.rgb(data, camera))
        except (RuntimeError, ValueError, OSError) as error:
            raise CannotLook(f"no picture can be drawn here: {one_line(error, 200)}") from error

    def _let_go(self) -> None:
        if self._renderer is not None:
            self._renderer.close()
        self._renderer = None

    def close(self) -> None:
        """Free the graphics context."""
        self._painter.submit(self._let_go)
        self._painter.shutdown(wait=True)


def scene_data(scene: Scene) -> dict[str, Any]:
    """A scene as plain data: things with names, places and confidence, what holds between them in words, what is held.

    Every name is one line without control characters: it comes from the world, and is data whatever it says.
    """
    things = [
        {
            "id": one_line(i),
            "name": one_line(name_of(i, scene).removeprefix("the ")),
            "at_m": [round(float(x), 3) for x in t.pose.pos],
            **({"fixed": True} if t.fixed else {}),
            **({"confidence": round(t.confidence, 2)} if t.confidence < 1 else {}),
        }
        for i, t in list(scene.objects.items())[:MOST]
    ]
    held = {one_line(part): one_line(name_of(i, scene)) if i is not None else None for part, i in scene.held.items()}
    return {"time_s": round(scene.time, 2), "things": things, "relations": holding_true(scene)[:MOST], "held": held}


def holding_true(scene: Scene) -> list[str]:
    """What is so, in words: `the red block is on the table`. What is unknown is left out."""
    known, said = relations(), []
    for name in TOLD:
        for ids in permutations(scene.objects, len(known[name].params)):
            atom = Atom(name, ids)
            if evaluate(atom, scene) is True:
                said.append(one_line(say(atom, scene), 160))
    return said
