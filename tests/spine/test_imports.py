"""Imports flow one way, and nothing heavy is imported before it is needed."""

import ast
import subprocess
import sys
import time
from pathlib import Path

import heedful

ROOT = Path(heedful.__file__).parent

MAY_IMPORT = {
    "geometry": set(),
    "types": {"geometry"},
    "program": {"geometry", "types"},
    "episode": {"geometry", "types", "program", "latency"},
    "predicates": {"geometry", "types", "program"},
    "recording": {"geometry", "types", "program", "episode", "latency"},
    "clock": {"types"},
    "config": {"geometry", "types", "hardware"},
    "linking": {"config", "geometry", "hardware"},
    "hardware": {"geometry", "types", "predicates", "recording", "program"},
    "envs": {"geometry", "types", "program", "predicates", "recording", "hardware"},
    "policies": {"geometry", "types", "predicates", "recording"},
    "skills": {"geometry", "types", "program", "predicates", "recording", "hardware", "envs", "policies"},
    "agents": {"geometry", "types", "program", "episode", "predicates", "recording", "hardware", "envs", "skills"},
    "events": set(),
    "latency": {"types"},
    "quick": {"types", "agents"},
    "reading": {"types", "agents", "quick"},
    "questions": {"types", "agents"},
    "directions": {"geometry", "types", "agents"},
    "adjusting": {"geometry", "types", "directions"},
    "repeating": {"types", "adjusting"},
    "latch": set(),
    "prompt": set(),
    "stopping": {"geometry", "types"},
    "bus": {"types", "agents", "latch", "questions", "quick", "reading"},
    "holding": {"types", "bus", "hardware", "questions"},
    "fingers": {"types"},
    "minutes": {"types", "bus"},
    "second_reader": {"types", "agents", "bus", "reading"},
    "heeding": {
        "geometry", "types", "bus", "hardware", "adjusting", "directions", "fingers", "holding", "latch", "minutes", "questions", "reading",
        "repeating", "second_reader",
    },
    "edits": {"geometry", "types", "program", "episode", "predicates", "skills", "agents"},
    "explaining": {"types", "program", "episode", "skills"},
    "perceiving": {"types"},
    "ticking": {"types", "hardware"},
    "control": {
        "geometry", "types", "episode", "hardware", "bus", "events", "clock", "heeding", "latch", "perceiving", "prompt", "stopping",
        "ticking",
    },
    "thinking": {"types", "control", "ticking"},
    "keeping": {"geometry", "types", "program", "predicates"},
    "recalling": {"types", "program", "episode", "adjusting", "control", "directions", "keeping"},
    "executing": {"types", "program", "episode", "predicates", "skills", "control", "edits", "keeping", "recalling", "ticking"},
    "amending": {
        "types", "program", "episode", "agents", "bus", "control", "edits", "executing", "questions", "thinking", "ticking",
    },
    "permitting": {"hardware", "types"},
    "outfitting": {"types", "clock", "config", "hardware", "envs", "skills"},
    "loop": {
        "permitting", "types", "episode", "predicates", "skills", "control", "edits", "keeping", "amending", "executing", "recalling",
        "thinking", "ticking",
    },
    "idling": {"types", "program", "episode", "skills", "agents", "bus", "edits"},
    "runs": {"episode", "recording"},
    "tracing": {"episode", "recording", "ticking"},
    "fitted": {
        "types", "agents", "clock", "config", "episode", "hardware", "outfitting", "permitting", "skills",
    },
    "undertaking": {
        "geometry", "types", "bus", "control", "directions", "episode", "events", "fitted", "loop", "predicates", "recalling", "recording",
        "runs", "skills", "ticking", "tracing",
    },
    "launching": set(),
}  # fmt: skip
"""Room -> rooms it may import. Session and evaluation may import all of these; app may import everything."""
BELOW_APP = {*MAY_IMPORT, "session"}
ALLOWED = {
    **{k: v | {k} for k, v in MAY_IMPORT.items()},
    "session": BELOW_APP, "evaluation": BELOW_APP | {"evaluation"}, "fleet": {"fleet", "types"},
}  # fmt: skip


def imported_rooms(path: Path):
    """Rooms of heedful that a file imports, relative imports and imports inside functions included; not those for types only."""
    tree = ast.parse(path.read_text())
    for_types = {
        id(n) for node in ast.walk(tree) if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test) for n in ast.walk(node)
    }
    package = ["heedful", *path.relative_to(ROOT).parts[:-1]]
    for node in ast.walk(tree):
        if id(node) in for_types:
            continue
        if isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            names = [f"{module}.{a.name}" for a in node.names]
        else:
            continue
        for name in names:
            if name.startswith("heedful."):
                yield name.split(".")[1], name, node.lineno


def files():
    return [p for p in ROOT.rglob("*.py") if "__pycache__" not in p.parts]


def test_imports_flow_one_way():
    wrong = []
    for path in files():
        room = path.relative_to(ROOT).parts[0].removesuffix(".py")
        if room not in ALLOWED:
            assert room in ("app", "__init__", "__main__", "configs"), f"{room} has no place in the order of rooms"
            continue
        wrong += [
            f"{path.relative_to(ROOT)}:{line} imports {name}" for other, name, line in imported_rooms(path) if other not in ALLOWED[room]
        ]
    assert not wrong, "\n".join(wrong)


def test_only_the_app_imports_hydra_and_only_functions_import_rclpy():
    for path in files():
        text = path.read_text()
        if path.relative_to(ROOT).parts[0] != "app":
            assert "import hydra" not in text and "from hydra" not in text, path
        top = [ast.unparse(n) for n in ast.parse(text).body if isinstance(n, ast.Import | ast.ImportFrom)]
        assert not any("rclpy" in t for t in top), path


def test_importing_heedful_pulls_in_nothing_heavy():
    heavy = ["torch", "transformers", "mujoco", "hydra", "rclpy", "gymnasium", "mink", "pyarrow", "av", "scipy", "rich"]
    code = f"import sys, heedful; print([m for m in {heavy} if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_every_public_name_can_be_imported():
    for name in heedful.__all__:
        assert getattr(heedful, name) is not None


def test_help_answers_within_half_a_second_of_python_starting():
    best = min(_seconds([sys.executable, "-m", "heedful", "--help"]) - _seconds([sys.executable, "-c", "pass"]) for _ in range(5))
    assert best < 0.5


def _seconds(command):
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - start
