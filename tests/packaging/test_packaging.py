"""What a user installs: the wheel and the sdist hold every room and its data, and run where there is nothing else."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from heedful.app.doctor import EXTRAS, findings

REPOSITORY = Path(__file__).parents[2]
ROOMS = ("agents", "configs", "envs", "hardware", "policies", "skills")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A folder with the sdist, and the wheel built from it, of a copy of this tree."""
    pytest.importorskip("build")
    copy, out = tmp_path_factory.mktemp("tree"), tmp_path_factory.mktemp("dist")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(REPOSITORY / name, copy)
    for name in ("src", *ROOMS):
        shutil.copytree(REPOSITORY / name, copy / name, symlinks=True, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    done = subprocess.run([sys.executable, "-m", "build", "--no-isolation", "-o", out, copy], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(scope="module")
def wheel(built):
    return next(built.glob("*.whl"))


@pytest.fixture(scope="module")
def metadata(wheel):
    with zipfile.ZipFile(wheel) as z:
        return Parser().parsestr(z.read(next(n for n in z.namelist() if n.endswith("/METADATA"))).decode())


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A fresh environment with the wheel; what it needs comes from the environment that runs the tests, Heedful itself does not."""
    home = tmp_path_factory.mktemp("clean")
    venv.create(home, symlinks=True, with_pip=False)
    python = home / "bin" / "python"
    install = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index", "--no-deps", wheel]
    subprocess.run(install, check=True, capture_output=True, env=bare())
    (site,) = home.glob("lib/python*/site-packages")
    needed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (site / "needed.pth").write_text("".join(f"{path}\n" for path in sorted(needed)))  # .pth files in there are not followed
    return home


def bare():
    """The environment without what would lead Python back to this tree."""
    return {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "HEEDFUL"))}


def run(installed, folder, *command):
    return subprocess.run(
        [installed / "bin" / command[0], *command[1:]], cwd=folder, env=bare(), capture_output=True, text=True, timeout=120
    )


def files_here():
    """Every file of the package, through the links to the rooms, but for the rooms' notes."""
    root = REPOSITORY / "src"
    found = [Path(at) / name for at, _, names in os.walk(root / "heedful", followlinks=True) for name in names if "__pycache__" not in at]
    return {
        str(p.relative_to(root)) for p in found if p.suffix != ".pyc" and (p.suffix != ".md" or p.parent.name == "data")
    }  # data goes with its licences


def test_the_wheel_holds_every_file_of_every_room_and_no_link(wheel):
    with zipfile.ZipFile(wheel) as z:
        packed = {n for n in z.namelist() if ".dist-info/" not in n}
        links = [i.filename for i in z.infolist() if (i.external_attr >> 28) == 0o12]
    here = files_here()
    assert packed == here, f"missing: {sorted(here - packed)}, unexpected: {sorted(packed - here)}"
    assert not links
    assert all(any(n.startswith(f"heedful/{room}/") for n in packed) for room in ROOMS)
    assert {"heedful/py.typed", "heedful/configs/run.yaml", "heedful/hardware/robots/panda.xml"} <= packed


def test_heedful_is_the_only_name_it_puts_on_the_path(wheel):
    with zipfile.ZipFile(wheel) as z:
        assert {n.split("/")[0] for n in z.namelist() if ".dist-info/" not in n} == {"heedful"}


def test_the_sdist_holds_the_same_files_and_no_link(built):
    with tarfile.open(next(built.glob("*.tar.gz"))) as tar:
        members = [m for m in tar.getmembers() if "/src/heedful/" in m.name]
    assert not [m.name for m in members if m.issym() or m.islnk()]
    assert {m.name.split("/src/", 1)[1] for m in members if m.isfile()} == files_here()


def test_the_metadata_names_every_extra_and_the_core_is_light(metadata):
    assert set(metadata.get_all("Provides-Extra")) == {*EXTRAS, "dev", "all"}
    core = {re.split(r"[^\w-]", need)[0].lower() for need in metadata.get_all("Requires-Dist") if "extra ==" not in need}
    assert {"mujoco", "numpy", "mink", "gymnasium"} <= core
    assert not core & {"torch", "torchvision", "transformers", "open-clip-torch", "openai", "viser", "pytest"}
    everything = next(need for need in metadata.get_all("Requires-Dist") if 'extra == "all"' in need)
    assert set(re.findall(r"\[(.*)\]", everything)[0].split(",")) == set(EXTRAS)
    assert metadata["License-Expression"] == "Apache-2.0" and metadata["Requires-Python"] == ">=3.10"


def test_doctor_tells_how_to_install_each_extra_that_is_missing():
    told = findings()
    for extra in EXTRAS:
        assert told[f"[{extra}]"] == "installed" or told[f"[{extra}]"].endswith(f'absent: pip install "heedful[{extra}]"')


def test_every_module_imports_from_the_wheel_alone(installed, tmp_path):
    walk = (
        "import importlib, pkgutil, heedful\n"
        "names = [m.name for m in pkgutil.walk_packages(heedful.__path__, 'heedful.')]\n"
        "for name in names: importlib.import_module(name)\n"
        "print(heedful.__file__, *names, sep='\\n')"
    )
    done = run(installed, tmp_path, "python", "-c", walk)
    assert done.returncode == 0, done.stderr
    where, *names = done.stdout.split()
    assert Path(where).is_relative_to(installed)
    assert {f"heedful.{room}" for room in ROOMS} <= set(names)


def test_the_command_answers_and_moves_the_robot_in_an_empty_folder(installed, tmp_path):
    told = run(installed, tmp_path, "heedful", "--help")
    assert told.returncode == 0 and "run" in told.stdout
    assert not list(tmp_path.iterdir())
    done = run(installed, tmp_path, "heedful", "run", "pick up the purple block", "--seed", "0", "film=none")
    assert done.returncode == 0, done.stdout + done.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["runs"], "a run leaves its folder and nothing else"


@pytest.mark.parametrize("room", ROOMS)
def test_a_bare_import_of_a_room_is_refused_by_the_linter(room):
    pytest.importorskip("ruff")
    options = ["--no-cache", "--quiet", "--select", "TID251", "--stdin-filename", "skills/mine.py", "-"]
    command = [sys.executable, "-m", "ruff", "check", *options]
    for wrong in (f"import {room}\n", f"from {room} import thing\n"):
        done = subprocess.run(command, input=wrong, cwd=REPOSITORY, capture_output=True, text=True)
        assert done.returncode == 1 and f"import heedful.{room}" in done.stdout
    assert subprocess.run(command, input=f"import heedful.{room}\n", cwd=REPOSITORY, text=True).returncode == 0
