"""The 3-D view: the world as the simulator has it, things with their names, and an arrow to where an adjustment goes."""

from __future__ import annotations

import contextlib
import copy
import io
import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import mujoco
import numpy as np

from heedful.app.fronts.page.watching import Glance, Watch, about
from heedful.geometry import Array
from heedful.predicates import name_of
from heedful.types import Scene, Thing

if TYPE_CHECKING:
    from heedful.session import Session

MISSING = 'the page needs viser and mjviser, which are not installed: pip install "heedful[web]"'
KEY = "X-Heedful-View"
"""What our own door shows to the view's inner port; nobody else gets in there."""
LABELLED = 0.15
"""Period of the names' places [s]: every second or third frame."""
PLAIN = frozenset({"table", "floor", "dog"})
"""Kinds of things whose name nobody needs to read: what all stands on, and the robot itself."""
MOVED = 0.002
"""A name follows its thing once that has moved as far [m]."""
ARROW, GHOST = (255, 138, 0), (255, 176, 66)
WAYED = 0.25
"""Period of the planned ways [s]."""
OVER = 0.14
"""The torso's way is drawn above its back, where it is seen [m]."""
WAY, WAY_OF_A_FOOT = (0, 150, 190), (120, 190, 205)
LONG, ABOVE, WORDS = 0.16, 0.04, 0.07
"""Length of the arrow, whose head is exactly where the target goes, how far above a thing it is, and its words above it [m]."""
AMBIENT = 0.6
"""Light from everywhere: the surroundings that viser lights with are decoded late, and till then what is in the shade is black."""
SEEN = 4.0
"""Shortest time that an arrow is to be seen [s]."""
EYE = np.array([0.74, -0.66, 0.42])
"""Where the camera is at first, from the middle of the world, in units of its extent times AWAY."""
LOOK = np.array([-0.12, 0.0, 0.16])
"""What it looks at, from there, in units of the extent."""
AWAY = 1.7


class View:
    """viser's scene of one session, in a thread of whoever calls `update`. Its port is on this machine and opens to our own door only."""

    def __init__(self, session: Session, watch: Watch, paths: Callable[[], dict[str, Array]] = dict) -> None:
        try:
            import mjviser  # noqa: F401
            import viser
        except ImportError as error:
            raise ImportError(MISSING) from error
        self._session, self._watch, self._paths = session, watch, paths
        self._ways: dict[str, Any] = {}
        self._wayed = 0.0
        self.secret = secrets.token_urlsafe(24)
        with contextlib.redirect_stdout(io.StringIO()):  # it tells of its own port, which is nobody's business
            self.server: Any = viser.ViserServer(host="127.0.0.1", port=0, verbose=False)
        self.port = int(self.server.get_port())
        self._close_the_door()
        self._drawn: Any = None
        self._model: Any = None
        self._data: Any = None
        self._rgba: Array = np.zeros(0)
        self._labels: dict[str, tuple[Any, Array]] = {}
        self._labelled = 0.0
        self._shown: Array = np.zeros(0)
        self._arrow: list[Any] = []
        self._shift, self._said, self._until = np.zeros(3), "", 0.0

    def _close_the_door(self) -> None:
        """Who does not show our key is turned away before anything is sent; nobody may ask viser to share the scene with the world."""
        self.server.request_share_url = lambda *_, **__: None
        inner = self.server._websock_server

        def known(client: Any) -> None:
            request = inner._live_connections[client.client_id].request
            if not secrets.compare_digest(request.headers.get(KEY, "").encode(), self.secret.encode()):
                raise PermissionError("the view is opened through the page")

        inner.on_client_connect(known)

    @property
    def why_not(self) -> str:
        """Why there is nothing to be seen; empty if there is."""
        return "" if self._source() is not None else f"{self._session.robot.name} has no model that could be drawn here"

    def _source(self) -> Any:
        """The model to draw: the simulated world's, else the robot alone."""
        world, body = self._session.world, self._session.body
        model = getattr(world, "model", None)
        return model if model is not None else getattr(body, "model", None)

    def update(self, now: float) -> None:
        """Show the newest state.

        Args:
          now: On the monotonic clock [s].
        """
        source, glance = self._source(), self._watch.glance()
        if source is None or glance is None:
            return
        if source is not self._drawn:
            self._draw(source)
        self._recolour(source)
        if glance.qpos is not None and glance.qpos.size == self._model.nq:
            self._data.qpos[:] = glance.qpos
        elif glance.qpos is None:
            self._pose(glance)
        mujoco.mj_kinematics(self._model, self._data)
        with self.server.atomic():
            if not np.array_equal(self._data.qpos, self._shown):  # a picture drawn in software is not drawn again for nothing
                self._shown = self._data.qpos.copy()
                self._scene.update_from_mjdata(self._data)
            if now - self._labelled >= LABELLED:
                self._labelled = now
                self._name(glance)
            self._point(glance, now)
            if now - self._wayed >= WAYED:
                self._wayed = now
                self._trace()

    def _trace(self) -> None:
        """The ways that are planned for the reward that is followed, as lines."""
        ways = {n: w for n, w in self._paths().items() if len(w) > 1}
        for gone in self._ways.keys() - ways.keys():
            self._ways.pop(gone).remove()
        for name, way in ways.items():
            way = way + np.array([0.0, 0.0, OVER]) if name == "torso" else way
            segments = np.stack([way[:-1], way[1:]], axis=1).astype(np.float32)
            kept, main = self._ways.get(name), name in ("torso", "hand")
            if kept is not None and kept.points.shape == segments.shape:
                kept.points = segments
                continue
            self._ways[name] = self.server.scene.add_line_segments(
                f"/ways/{name}", segments, colors=WAY if main else WAY_OF_A_FOOT, thickness=6.0 if main else 2.5, thickness_units="screen"
            )

    def _pose(self, glance: Glance) -> None:
        """Of a robot that is not simulated: its joints as they are measured."""
        for name, q in glance.joints.items():
            spec = self._session.robot.parts.get(name)
            if spec is None or spec.kind == "gripper" or len(spec.joints) != q.size:
                continue
            for joint, value in zip(spec.joints, q.tolist(), strict=True):
                number = mujoco.mj_name2id(self._model, int(mujoco.mjtObj.mjOBJ_JOINT), joint)
                if number >= 0:
                    self._data.qpos[self._model.jnt_qposadr[number]] = value

    def _draw(self, source: Any) -> None:
        """The world anew, on a copy of its model: mjviser sets colours in the one it is given, and a run is known by its model."""
        from mjviser import ViserMujocoScene

        self._drawn, self._model = source, copy.deepcopy(source)
        self._data = mujoco.MjData(self._model)
        self.server.scene.reset()
        self._labels.clear()
        self._ways.clear()
        self._shown, self._shift = np.zeros(0), np.zeros(3)
        self._scene = ViserMujocoScene(self.server, self._model, 1)
        self._scene.camera_tracking_enabled = False
        self._scene.site_groups_visible = [False] * 6
        self._scene._sync_visibilities()
        self._rgba = self._model.geom_rgba.copy()
        self._arrow = self._pointing()
        self.server.scene.configure_default_lights(cast_shadow=True)
        self.server.scene.configure_environment_map(environment_intensity=0.5)
        self.server.scene.add_light_ambient("/ambient", intensity=AMBIENT)
        centre, extent = np.array(source.stat.center), float(source.stat.extent)
        self.server.initial_camera.position = tuple(centre + AWAY * extent * EYE)
        self.server.initial_camera.look_at = tuple(centre + extent * LOOK)
        self.server.initial_camera.fov = 0.75

    def _recolour(self, source: Any) -> None:
        """Lamps that shine, water that runs and coffee that was wiped away are told by colour."""
        if not np.array_equal(source.geom_rgba, self._rgba):
            self._rgba = source.geom_rgba.copy()
            self._model.geom_rgba[:] = self._rgba
            self._scene.rebuild_visual_handles()

    def _name(self, glance: Glance) -> None:
        """Each thing's name above it, the one that the robot would use."""
        scene = glance.scene
        things = {} if scene is None else {i: t for i, t in scene.objects.items() if t.category not in PLAIN and not _within(t, scene)}
        if self._shift.any():
            things.pop(about(glance) or "", None)  # the arrow stands there
        for gone in self._labels.keys() - things.keys():
            self._labels.pop(gone)[0].remove()
        for i, thing in things.items():
            at = np.array([*thing.pose.pos[:2], thing.top + 0.02])
            kept = self._labels.get(i)
            if kept is None:
                said = name_of(i, scene).removeprefix("the ")
                made = self.server.scene.add_label(f"/names/{i}", said, position=at, anchor="bottom-center", font_screen_scale=0.85)
                self._labels[i] = (made, at)
            elif float(np.linalg.norm(kept[1] - at)) > MOVED:
                kept[0].position = at
                self._labels[i] = (kept[0], at)

    def say(self, text: str) -> None:
        """How the adjustment that was said last was taken, to be written at the arrow."""
        self._said = text

    def _point(self, glance: Glance, now: float) -> None:
        """An arrow whose head is where the target of the running call goes."""
        shift = self._session.shift
        if float(np.linalg.norm(shift)) < 1e-4:
            if self._shift.any() and now > self._until:
                self._turn(np.zeros(3), False)
            return
        thing = glance.scene.objects.get(about(glance) or "") if glance.scene is not None else None
        start = np.array([*thing.pose.pos[:2], thing.top + ABOVE]) if thing is not None else glance.tool
        if start is None:
            return
        if not np.allclose(shift, self._shift, atol=1e-3):
            self._until = now + SEEN
            self._turn(shift, True)
        arrow, ghost, words = self._arrow
        arrow.position = ghost.position = start + shift
        words.position = start + shift + [0.0, 0.0, WORDS]

    def _pointing(self) -> list[Any]:
        """The arrow, its ghost and its words, out of sight until there is something to point at."""
        scene = self.server.scene
        points = np.array([[[0.0, 0.0, -LONG], [0.0, 0.0, 0.0]]], dtype=np.float32)
        sizes = {"shaft_radius": 0.009, "head_radius": 0.024, "head_length": 0.055}
        return [
            scene.add_arrows("/arrow/way", points, np.array(ARROW, dtype=np.uint8), visible=False, **sizes),
            scene.add_icosphere("/arrow/ghost", radius=0.024, color=GHOST, opacity=0.5, visible=False),
            scene.add_label("/arrow/said", " ", anchor="bottom-center", font_screen_scale=1.1, visible=False),
        ]

    def _turn(self, shift: Array, visible: bool) -> None:
        """Point along a shift, or at nothing."""
        self._shift = shift
        if visible:
            way = shift / np.linalg.norm(shift)
            self._arrow[0].wxyz = quat_between(np.array([0.0, 0.0, 1.0]), way)
            self._arrow[2].text = self._said or _measured(shift)
        for part in self._arrow:
            part.visible = visible

    @property
    def ways(self) -> tuple[str, ...]:
        """Whose planned ways are drawn."""
        return tuple(self._ways)

    @property
    def pointing(self) -> Array:
        """What the arrow shows [m, world]; zero where there is none."""
        shown: Array = self._shift.copy()
        return shown

    def close(self) -> None:
        with contextlib.redirect_stdout(io.StringIO()):
            self.server.stop()


def _within(thing: Thing, scene: Scene) -> bool:
    """Whether it lies in something else, whose name would be written over its own."""
    for other in scene.objects.values():
        if other.cavity is not None and other.id != thing.id and thing.id not in scene.held.values():
            away = thing.pose.pos - other.pose.pos
            if float(np.linalg.norm(away[:2])) < float(min(other.size[:2])) / 2 and abs(float(away[2])) < float(other.size[2]):
                return True
    return False


def quat_between(a: Array, b: Array) -> Array:
    """The shortest turn from one unit vector to another, w x y z."""
    w, axis = 1.0 + float(a @ b), np.cross(a, b)
    if w < 1e-9:
        return np.array([0.0, 1.0, 0.0, 0.0])  # the other way around, about any axis across: a is z here
    found = np.array([w, *axis])
    return np.asarray(found / np.linalg.norm(found))


def _measured(shift: Array) -> str:
    return f"{100 * float(np.linalg.norm(shift)):.1f} cm"
