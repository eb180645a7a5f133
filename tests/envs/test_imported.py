"""Objects and scenes that people bring along stand on the table, and the same skills handle them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from heedful.app.cli import main

CORNERS = [(x, y, z) for x in (0, 80) for y in (0, 30) for z in (0, 30)]
FACES = ((0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3))
SCENE = """<mujoco><worldbody><geom name="floor" type="plane" size="3 3 .1"/>
  <body name="work_table" pos="1 0 0.4"><geom type="box" size=".4 .5 .4"/></body>
  <body name="red_cup" pos="0.95 0.1 0.84"><freejoint/><geom type="cylinder" size=".03 .04" mass=".1" rgba=".8 .1 .1 1"/></body>
  <body name="box1" pos="1.05 -0.15 0.825"><freejoint/><geom type="box" size=".025 .02 .025" mass=".08" rgba=".1 .3 .8 1"/></body>
  <body name="shelf" pos="1.25 0.1 0.9"><geom type="box" size=".05 .2 .1"/></body>
</worldbody></mujoco>"""


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    found: dict[str, object] = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    return found


def bracket(folder: Path) -> Path:
    """A bar as CAD programs write it: a mesh in millimetres, its origin at a corner."""
    lines = [f"v {x} {y} {z}" for x, y, z in CORNERS]
    lines += [f"f {a + 1} {b + 1} {c + 1}" for q in FACES for a, b, c in ((q[0], q[1], q[2]), (q[0], q[2], q[3]))]
    (folder / "bracket.obj").write_text("\n".join(lines))
    return folder / "bracket.obj"


def test_a_mesh_becomes_a_thing_that_can_be_picked_up(tmp_path, monkeypatch, capsys):  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    assert main(["import", "object", str(bracket(tmp_path)), "--json"]) == 0
    made = told(capsys)
    guesses = {g["what"]: g["value"] for g in made["guesses"]}  # type: ignore[attr-defined]
    assert guesses["unit"] == "millimetres" and guesses["bracket"].startswith("8.0 x 3.0 x 3.0 cm")
    assert main(["run", "pick up the bracket", "world=bracket/bracket.yaml", "film=none", "--seed", "1", "--json"]) == 0
    assert told(capsys)["verdict"] == "succeeded"


def test_a_scene_becomes_a_table_with_its_things_where_they_were(tmp_path, monkeypatch, capsys):  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kitchen.xml").write_text(SCENE)
    assert main(["import", "scene", "kitchen.xml", "--json"]) == 0
    assert told(capsys)["holds"]
    from heedful import Session

    with Session(world="kitchen/kitchen.yaml", mode="fast", out=None) as session:
        things = session.world.scene().objects
        assert things["red_cup_1"].category == "cup" and things["shelf_1"].fixed
        assert things["red_cup_1"].pose.pos == pytest.approx([0.45, 0.1, 0.04], abs=2e-3)
        assert things["box1_1"].pose.pos == pytest.approx([0.55, -0.15, 0.025], abs=2e-3)
    assert main(["run", "put the box next to the red cup", "world=kitchen/kitchen.yaml", "film=none", "--json"]) == 0
    assert told(capsys)["verdict"] == "succeeded"


def test_an_object_of_several_bodies_is_referred_to_scenes(tmp_path, monkeypatch, capsys):  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kitchen.xml").write_text(SCENE)
    assert main(["import", "object", "kitchen.xml"]) == 2
    assert "holds 4 bodies; an object is one, and `import scene` takes several" in capsys.readouterr().err
