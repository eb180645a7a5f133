"""What the cameras see, drawn off the control loop on a copy of the state, as JPEG."""

from __future__ import annotations

import copy
import io
from typing import TYPE_CHECKING, Any

import mujoco
import numpy as np

from heedful.app.fronts.page.watching import Watch

if TYPE_CHECKING:
    from heedful.session import Session

WIDTH, HEIGHT, QUALITY = 400, 300, 82
SLOW = "the cameras' pictures are left out: no OpenGL works here off screen (apt-get install libegl1 libgl1), and rays are too slow"
NONE = "no cameras are simulated here"


class Pictures:
    """Draws the cameras of a simulated world, one after the other; why it does not is in `why_not`."""

    def __init__(self, session: Session, watch: Watch) -> None:
        self._session, self._watch = session, watch
        self._model: Any = None
        self._source: Any = None
        self._renderer: Any = None
        self.names: list[str] = []
        self.why_not = ""
        self._begin()

    def _begin(self) -> None:
        """Get ready for the world as it is now."""
        source = getattr(self._session.world, "model", None)
        self._source = source
        self.close()
        if source is None or not source.ncam:
            self.names, self.why_not = [], NONE
            return
        from heedful.envs.render import Renderer, choose

        if choose() == "raycast":
            self.names, self.why_not = [], SLOW
            return
        self._model = copy.deepcopy(source)
        self._data = mujoco.MjData(self._model)
        self.names = [self._model.camera(i).name or f"camera {i}" for i in range(self._model.ncam)]
        self._renderer = Renderer(self._model, WIDTH, HEIGHT)

    def draw(self, index: int) -> bytes | None:
        """One camera's picture as it would see the newest state; None where there is nothing to see."""
        if getattr(self._session.world, "model", None) is not self._source:
            self._begin()
        glance = self._watch.glance()
        if self._renderer is None or glance is None or glance.qpos is None or index >= len(self.names):
            return None
        from PIL import Image

        self._data.qpos[:] = glance.qpos
        self._model.geom_rgba[:] = self._source.geom_rgba
        mujoco.mj_forward(self._model, self._data)
        kept = io.BytesIO()
        Image.fromarray(np.ascontiguousarray(self._renderer.rgb(self._data, index))).save(kept, "JPEG", quality=QUALITY)
        return kept.getvalue()

    def close(self) -> None:
        if self._renderer is not None:
            self._renderer.close()
        self._renderer = None
