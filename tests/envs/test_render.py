"""Laws of pictures: every back end shows the same world, and one of them works anywhere."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from functools import cache
from pathlib import Path
from typing import Any

import mujoco
import numpy as np
import pytest
from numpy.typing import NDArray

from heedful.envs.film import film_of, write_film, write_png
from heedful.envs.gl import trouble
from heedful.envs.lettering import caption, lettering
from heedful.envs.render import GLUnavailable, Renderer, camera_pose, choose, intrinsics

SCENE = """
<mujoco>
  <statistic extent="1.2" center="0.4 0 0"/>
  <visual><headlight ambient=".3 .3 .3" diffuse=".4 .4 .4"/></visual>
  <asset><material name="wood" rgba=".8 .6 .4 1"/></asset>
  <worldbody>
    <light directional="true" dir=".3 .4 -1" diffuse=".5 .5 .5"/>
    <camera name="front" pos="1.4 0 .8" xyaxes="0 1 0 -.6 0 .8"/>
    <camera name="top" pos=".4 .1 1.5" xyaxes="0 -1 0 1 0 0" fovy="50"/>
    <camera name="lens" pos=".4 0 1.5" resolution="320 240" sensorsize=".032 .024" focal=".03 .04" principal=".003 .002"/>
    <camera name="inside" pos=".45 .12 .03" xyaxes="1 0 0 0 1 0"/>
    <geom name="floor" type="plane" size="0 0 1" pos="0 0 -.5" rgba=".5 .5 .5 1"/>
    <body name="table" pos=".4 0 -.02">
      <geom name="table" type="box" size=".4 .5 .02" material="wood"/>
      <geom name="leg" type="cylinder" size=".03 .23" pos=".36 .4 -.25" rgba=".4 .4 .4 1" contype="0" conaffinity="0"/>
    </body>
    <body pos=".45 .12 .03"><freejoint/><geom name="red" type="box" size=".05 .05 .03" rgba=".9 .1 .1 1"/></body>
    <body pos=".3 -.2 .05" euler="20 40 10"><freejoint/><geom name="green" type="capsule" size=".04 .05" rgba=".1 .7 .2 1"/></body>
    <body pos=".6 -.15 .04"><freejoint/><geom name="blue" type="ellipsoid" size=".06 .05 .04" rgba=".1 .2 .9 1"/></body>
    <body pos=".2 .25 .03"><freejoint/><geom name="glass" type="cylinder" size=".05 .03" rgba=".9 .9 .2 .4"/></body>
    <site name="mark" type="box" size=".1 .1 .01" pos=".4 0 .02" rgba="1 0 1 1"/>
    <geom name="ghost" type="sphere" size=".3" pos=".4 0 .1" group="3"/>
  </worldbody>
</mujoco>
"""
CAMERAS = ["front", "top", "lens", "inside", -1]
DRAW = """
import sys, numpy as np, mujoco
from heedful.envs.render import Renderer
xml, kind, out = sys.argv[1:]
model = mujoco.MjModel.from_xml_path(xml)
data = mujoco.MjData(model)
mujoco.mj_forward(model, data)
with Renderer(model, 160, 120, kind) as r:
    assert r.backend == kind
    cameras = [*range(model.ncam), -1]
    shown = {"rgb": r.rgb, "depth": r.depth, "seg": r.segmentation}
    np.savez(out, **{name: [draw(data, c) for c in cameras] for name, draw in shown.items()})
"""


@cache
def scene() -> tuple[Any, Any]:
    model = mujoco.MjModel.from_xml_string(SCENE)
    data = mujoco.MjData(model)
    mujoco.mj_forward(model, data)
    return model, data


def geom(name: str) -> int:
    return int(scene()[0].geom(name).id)


def python(code: str, *args: str, **env: str) -> str:
    """Run code in a fresh interpreter that sees what this one imports from."""
    paths = os.pathsep.join(p for p in sys.path if p)
    clean = {k: v for k, v in os.environ.items() if k not in ("MUJOCO_GL", "PYOPENGL_PLATFORM", "HEEDFUL_GL")}
    whole = {**clean, "PYTHONPATH": paths, **env}
    done = subprocess.run([sys.executable, "-c", code, *args], env=whole, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module", params=["egl", "osmesa"])
def drawn(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, NDArray[Any]]:
    """Every camera's pictures from one OpenGL library, made in a process of its own: MuJoCo binds one library a process."""
    if why := trouble(request.param):
        pytest.skip(f"{request.param} does not work on this machine: {why}")
    folder = tmp_path_factory.mktemp("drawn")
    (folder / "scene.xml").write_text(SCENE)
    python(DRAW, str(folder / "scene.xml"), request.param, str(folder / "out.npz"))
    return dict(np.load(folder / "out.npz"))


@pytest.fixture(scope="module")
def rays() -> Renderer:
    return Renderer(scene()[0], 160, 120, "raycast")


@pytest.mark.parametrize("index", range(len(CAMERAS)), ids=map(str, CAMERAS))
def test_rays_and_opengl_see_the_same_geom_at_the_same_distance(drawn: dict[str, NDArray[Any]], rays: Renderer, index: int) -> None:
    seg, depth = rays.segmentation(scene()[1], CAMERAS[index]), rays.depth(scene()[1], CAMERAS[index])
    assert np.mean(seg == drawn["seg"][index]) >= 0.98
    both = (seg >= 0) & (drawn["seg"][index] >= 0) & (seg != geom("floor"))
    assert not both.any() or np.median(np.abs(depth - drawn["depth"][index])[both]) < 0.001
    assert np.array_equal(np.isinf(depth), seg < 0)
    assert np.mean(np.isinf(drawn["depth"][index]) == (drawn["seg"][index] < 0)) > 0.99


def test_rays_give_nearly_the_colours_of_opengl(drawn: dict[str, NDArray[Any]], rays: Renderer) -> None:
    index = CAMERAS.index("top")
    mine, theirs = rays.rgb(scene()[1], "top").astype(int), drawn["rgb"][index].astype(int)
    shown = rays.segmentation(scene()[1], "top")
    for name in ("table", "red", "green", "blue", "glass"):
        where = shown == geom(name)
        assert np.abs(mine[where].mean(axis=0) - theirs[where].mean(axis=0)).max() < 25, name


def test_rays_hit_what_single_rays_hit_however_bodies_are_turned(rays: Renderer) -> None:
    model, data = scene()
    K, eye = intrinsics(model, "top", 160, 120), camera_pose(data, "top")
    seg, depth = rays.segmentation(data, "top"), rays.depth(data, "top")
    groups, hit = np.array([1, 1, 1, 0, 0, 0], np.uint8), np.zeros(1, np.int32)
    for v in range(0, 120, 7):
        for u in range(0, 160, 7):
            ray = eye.matrix @ np.linalg.solve(K, [u, v, 1])
            z = mujoco.mj_ray(model, data, eye.pos, ray, groups, True, -1, hit)
            assert seg[v, u] == hit[0]
            assert depth[v, u] == pytest.approx(z, rel=1e-6)


def test_the_depth_of_a_plane_seen_from_above_is_the_height_of_the_camera() -> None:
    model = mujoco.MjModel.from_xml_string(
        "<mujoco><worldbody><geom type='plane' size='9 9 1'/><camera pos='0 0 2.5'/></worldbody></mujoco>"
    )
    data = mujoco.MjData(model)
    mujoco.mj_forward(model, data)
    for backend in ("raycast", choose()):
        with Renderer(model, 64, 48, backend) as renderer:
            assert renderer.depth(data, 0) == pytest.approx(2.5, abs=2e-3), backend


def test_a_pixel_its_depth_and_K_give_back_the_point_in_the_world(rays: Renderer) -> None:
    _, data = scene()
    frame = rays.frame(data, "front")
    assert frame.depth is not None
    top = rays.segmentation(data, "front") == geom("table")
    v, u = np.argwhere(top & (np.abs(frame.depth - np.median(frame.depth[top])) < 0.1))[5]
    point = frame.pose.apply(frame.depth[v, u] * np.linalg.solve(frame.K, [u, v, 1]))
    assert point[2] == pytest.approx(0.0, abs=1e-5) or point[0] == pytest.approx(0.8, abs=1e-5)


def test_the_optical_frame_looks_along_z_with_y_down() -> None:
    pose = camera_pose(scene()[1], "top")
    assert pose.matrix[:, 2] == pytest.approx([0, 0, -1])
    assert pose.matrix[:, 1] == pytest.approx([-1, 0, 0])  # the picture's foot points back to the robot


@pytest.mark.parametrize("quality", ["fast", "nice"])
@pytest.mark.parametrize("backend", ["raycast", None])
def test_a_red_box_is_reddish_and_a_blue_one_bluish(backend: Any, quality: Any) -> None:
    model, data = scene()
    with Renderer(model, 160, 120, backend, quality) as renderer:
        picture, seg = renderer.rgb(data, "top").astype(int), renderer.segmentation(data, "top")
    for name, channel in (("red", 0), ("green", 1), ("blue", 2)):
        mean = picture[seg == geom(name)].mean(axis=0)
        assert mean[channel] > 1.8 * np.delete(mean, channel).max(), name


def test_a_transparent_thing_lets_the_table_through(rays: Renderer) -> None:
    where = rays.segmentation(scene()[1], "top") == geom("glass")
    glass = rays.rgb(scene()[1], "top")[where].mean(axis=0)
    table = rays.rgb(scene()[1], "top")[rays.segmentation(scene()[1], "top") == geom("table")].mean(axis=0)
    assert 0.35 * table[2] < glass[2] < table[2]  # solid yellow would have little blue, and the bare table has more


def test_a_camera_inside_a_geom_looks_out_of_it(rays: Renderer) -> None:
    assert geom("red") not in rays.segmentation(scene()[1], "inside")


def test_nice_rays_throw_a_shadow() -> None:
    model, data = scene()
    with Renderer(model, 160, 120, "raycast") as plain, Renderer(model, 160, 120, "raycast", "nice") as nice:
        table = plain.segmentation(data, "top") == geom("table")
        darker = plain.rgb(data, "top").astype(int).sum(2) - nice.rgb(data, "top").astype(int).sum(2)
    assert 0.005 < np.mean(darker[table] > 60) < 0.5


NO_GL = """
import sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("OpenGL", "glfw"):
            raise ImportError(f"{name}: no graphics library here")
sys.meta_path.insert(0, Refuse())
import mujoco, numpy as np
from heedful.envs.render import Renderer
model = mujoco.MjModel.from_xml_path(sys.argv[1])
data = mujoco.MjData(model)
mujoco.mj_forward(model, data)
with Renderer(model, 64, 48) as r:
    print(r.backend, r.rgb(data, "top").std() > 10, np.unique(r.segmentation(data, "top")).size > 4, "OpenGL" in sys.modules)
"""


def test_a_process_without_any_graphics_library_renders(tmp_path: Path) -> None:
    (tmp_path / "scene.xml").write_text(SCENE)
    for broken in ({"PYOPENGL_PLATFORM": "none"}, {"HEEDFUL_GL": "raycast"}, {"MUJOCO_GL": "off"}):
        probe_too = {} if "HEEDFUL_GL" in broken else _blind(tmp_path)
        assert python(NO_GL, str(tmp_path / "scene.xml"), **{**broken, **probe_too}).split() == ["raycast", "True", "True", "False"]


def _blind(folder: Path) -> dict[str, str]:
    """An environment in which child processes cannot import OpenGL either."""
    for package in ("OpenGL", "glfw"):
        (folder / "blind" / package).mkdir(parents=True, exist_ok=True)
        (folder / "blind" / package / "__init__.py").write_text("raise ImportError('no graphics library here')")
    return {"PYTHONPATH": os.pathsep.join([str(folder / "blind"), *(p for p in sys.path if p)])}


def test_a_driver_that_aborts_takes_only_the_probe_with_it(tmp_path: Path) -> None:
    (tmp_path / "crash" / "OpenGL").mkdir(parents=True)
    (tmp_path / "crash" / "OpenGL" / "__init__.py").write_text("import os; os.abort()")
    paths = os.pathsep.join([str(tmp_path / "crash"), *(p for p in sys.path if p)])
    assert python("from heedful.envs.render import choose; print(choose())", PYTHONPATH=paths).strip() == "raycast"


def test_importing_heedful_or_a_robot_loads_no_graphics_library() -> None:
    code = "import sys, heedful, heedful.hardware; print([m for m in sys.modules if m.split('.')[0] == 'OpenGL'])"
    assert python(code).strip() == "[]"


def test_an_unknown_back_end_camera_or_variable_is_one_sentence_with_the_choices(monkeypatch: pytest.MonkeyPatch, rays: Renderer) -> None:
    with pytest.raises(ValueError, match="egl, osmesa, raycast"):
        Renderer(scene()[0], backend="vulkan")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="Did you mean 'front'"):
        rays.rgb(scene()[1], "frnt")
    with pytest.raises(ValueError, match="out of range"):
        rays.rgb(scene()[1], 9)
    monkeypatch.setenv("HEEDFUL_GL", "glide")
    with pytest.raises(ValueError, match="egl, osmesa, raycast"):
        choose()


def test_a_closed_renderer_says_so() -> None:
    renderer = Renderer(scene()[0], 32, 24)
    renderer.close()
    renderer.close()
    with pytest.raises(RuntimeError, match="closed"):
        renderer.rgb(scene()[1])


def test_renderers_work_from_several_threads_and_agree() -> None:
    model, data = scene()
    shared, pictures = Renderer(model, 64, 48), []

    def draw() -> None:
        with Renderer(model, 64, 48) as own:
            pictures.extend([own.rgb(data, "top"), shared.rgb(data, "top")])

    threads = [threading.Thread(target=draw) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(pictures) == 6
    assert all(np.array_equal(p, pictures[0]) for p in pictures)
    shared.close()


FORK = """
import os, mujoco, warnings
from heedful.envs.render import Renderer
model = mujoco.MjModel.from_xml_string("<mujoco><worldbody><geom size='1'/></worldbody></mujoco>")
data = mujoco.MjData(model)
mujoco.mj_forward(model, data)
old = Renderer(model, 32, 24)
shape = old.rgb(data).shape
if os.fork() == 0:
    print("child", Renderer(model, 32, 24).backend, flush=True)
    raise SystemExit
_, status = os.wait()
print("parent", status, old.rgb(data).shape == shape)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_forked_child_draws_with_rays_and_leaves_its_parent_be() -> None:
    assert python(FORK).splitlines() == ["child raycast", "parent 0 True"]


def test_a_picture_may_be_larger_than_the_models_offscreen_buffer() -> None:
    model, data = scene()
    with Renderer(model, 800, 600) as renderer:
        assert renderer.rgb(data, "top").shape == (600, 800, 3)
        assert renderer.segmentation(data, "top")[300, 400] == geom("table")


def test_a_second_opengl_library_in_one_process_is_refused() -> None:
    if choose() == "raycast":
        pytest.skip("no OpenGL library works on this machine")
    with Renderer(scene()[0], 32, 24) as renderer:
        other: Any = {"egl": "osmesa", "osmesa": "egl"}[renderer.backend]
        with pytest.raises(GLUnavailable, match="only one"):
            Renderer(scene()[0], 32, 24, other)


def test_a_png_decodes_to_the_same_pixels(tmp_path: Path) -> None:
    import av

    picture = np.random.default_rng(0).integers(0, 256, (37, 53, 3), dtype=np.uint8)
    write_png(tmp_path / "a.png", picture)
    with av.open(str(tmp_path / "a.png")) as container:
        assert np.array_equal(next(container.decode(video=0)).to_ndarray(format="rgb24"), picture)


def test_a_film_has_the_frames_that_were_written(tmp_path: Path) -> None:
    import av

    frames = [np.full((61, 81, 3), 20 * k, np.uint8) for k in range(12)]
    assert write_film(tmp_path / "a.mp4", iter(frames), fps=20) == 12
    with av.open(str(tmp_path / "a.mp4")) as container:
        shown = [f.to_ndarray(format="rgb24") for f in container.decode(video=0)]
    assert [f.shape for f in shown] == [(60, 80, 3)] * 12
    assert [round(float(f.mean())) for f in shown] == pytest.approx([20 * k for k in range(12)], abs=4)
    whole = (tmp_path / "a.mp4").read_bytes()
    assert whole.index(b"moov") < whole.index(b"mdat")  # a browser can start before the end has come
    assert os.listdir(tmp_path) == ["a.mp4"]


def test_a_film_without_frames_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least one"):
        write_film(tmp_path / "a.mp4", [])
    assert not os.listdir(tmp_path)


def test_a_film_of_states_shows_each_moment_once_at_the_films_rate() -> None:
    model, data = scene()
    words: list[float] = []

    def say(time: float) -> str:
        words.append(time)
        return "pick the red box"

    states = [(k * 0.02, data.qpos + (0.001 * k)) for k in range(51)]  # one second at 50 Hz
    frames = list(film_of(model, states, "top", captions=say, fps=10, width=64, height=48, backend="raycast"))
    assert len(frames) == 11
    assert words == pytest.approx([0.1 * k for k in range(11)])
    assert not np.array_equal(frames[0], frames[-1])
    assert len(list(film_of(model, states, "top", fps=10, speed=2, width=64, height=48, backend="raycast"))) == 6


def test_a_caption_is_legible_at_the_foot_and_leaves_the_rest_alone() -> None:
    picture = np.full((120, 160, 3), 200, np.uint8)
    out = caption(picture, "put it there")
    assert np.array_equal(out[:100], picture[:100])
    assert (out[106:] == 245).any() and (out[106:] == 50).any()
    assert lettering("Hi").tolist() != lettering("Ho").tolist()
    assert np.array_equal(caption(picture, ""), picture)
    assert (picture == 200).all()


def test_a_measurement_is_set_as_it_is_told() -> None:
    drawn = ["".join(" #"[int(b)] for b in row) for row in lettering("7°")[:4]]
    assert drawn == ["#####   ##  ", "    #  #  # ", "    #  #  # ", "   #    ##  "]
    for c in "°±²·":
        assert not np.array_equal(lettering(c), lettering("?")), c
    assert np.array_equal(lettering("é – ½"), lettering("e - 1/2")) and np.array_equal(lettering("🤖"), lettering("?"))
