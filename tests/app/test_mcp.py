"""`heedful serve mcp`, as a real client of another process finds it over stdin and stdout."""

from __future__ import annotations

import asyncio
import base64
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from heedful.app.cli import main

TASK = "put the red block in the blue bowl"


def words(folder: Path, *more: str) -> list[str]:
    return ["-m", "heedful", "serve", "mcp", "--seed", "5001", "--out", str(folder), "memory=off", *more]


def environment() -> dict[str, str]:
    import os

    return {k: os.environ[k] for k in ("PYTHONPATH", "HEEDFUL_GL", "MUJOCO_GL") if k in os.environ}


def test_without_the_package_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delitem(sys.modules, "heedful.app.fronts.mcp_tools", raising=False)
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    assert main(["serve", "mcp"]) == 2
    assert 'pip install "heedful[mcp]"' in capsys.readouterr().err


def test_what_can_be_served_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "mpc"]) == 2
    assert "Did you mean 'mcp'?" in capsys.readouterr().err


def test_a_model_looks_instructs_corrects_stops_and_cannot_let_it_go_on(tmp_path: Path) -> None:
    mcp = pytest.importorskip("mcp", reason="the mcp package is not installed")

    async def held() -> None:
        server = mcp.StdioServerParameters(command=sys.executable, args=words(tmp_path), env=environment())
        async with mcp.Client(server) as client:
            tools = {t.name: t for t in (await client.list_tools()).tools}
            assert set(tools) == {"list_skills", "observe", "instruct", "correct", "stop", "undo", "explain", "why"}
            assert all(t.description for t in tools.values())
            told = [p for t in tools.values() for p in t.input_schema["properties"].values()]
            assert all(p["description"] and p["type"] for p in told)

            async def call(name: str, **arguments: Any) -> tuple[Any, Any]:
                result = await client.call_tool(name, arguments, progress_callback=progress)
                text = result.content[-1].text
                return result, text if result.is_error else json.loads(text)

            said: list[str] = []

            async def progress(done: float, total: float | None, message: str | None) -> None:
                said.append(message or "")

            _, skills = await call("list_skills")
            assert "pick" in {s["name"] for s in skills["skills"]}
            seen, scene = await call("observe")
            assert base64.b64decode(seen.content[0].data).startswith(b"\x89PNG")
            assert "the red block is on the table" in scene["relations"]
            _, plan = await call("explain", text=TASK)
            assert plan["plan"] and plan["scores"][0]["chosen"]

            _, begun = await call("instruct", text=TASK, wait_s=0.2)
            assert begun["verdict"] == "still working"
            _, heard = await call("correct", text="a bit slower")
            assert heard["taken_for"][0]["kind"] == "rate" and heard["latency_ms"] < 2000
            _, busy = await call("instruct", text="put the green block on the plate")
            assert "correct changes that" in busy
            _, asked = await call("correct", text="what are you doing")
            assert asked["taken_for"][0]["kind"] == "query" and asked["reply"]

            _, stopped = await call("stop")
            assert stopped["status"]["doing"] == "held" and stopped["latency_ms"] < 2000
            for text in ("go on", "a bit to the left and go on"):
                refused, why = await call("correct", text=text)
                assert refused.is_error and "only a person" in why
            await call("correct", text="cancel")
            for _ in range(100):
                if (await call("observe", image=False))[1]["status"]["doing"] == "at rest":
                    break
                await asyncio.sleep(0.1)
            for name, arguments in (("instruct", {"text": TASK}), ("instruct", {"text": "go on"}), ("correct", {"text": "go on"})):
                refused, why = await call(name, **arguments)
                assert refused.is_error and "only a person" in why

            _, broke = await call("why")
            assert broke["instruction"] == TASK and broke["verdict"] == "interrupted"
            listed = json.loads((await client.read_resource("heedful://runs")).contents[0].text)
            one = json.loads((await client.read_resource(f"heedful://runs/{listed['runs'][0]['run']}")).contents[0].text)
            assert one["instruction"] == TASK
            with pytest.raises(Exception, match=r"no run named|[Uu]nknown resource"):
                await client.read_resource("heedful://runs/..")

    asyncio.run(held())


def test_standard_output_carries_the_protocol_alone_whatever_prints(tmp_path: Path) -> None:
    pytest.importorskip("mcp", reason="the mcp package is not installed")
    noisy = tmp_path / "noisy.py"
    noisy.write_text("import os\nprint('hello from python')\nos.write(1, b'hello from below\\n')\n")
    hello = {
        "jsonrpc": "2.0", "id": 1, "method": "initialize",
        "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}},
    }  # fmt: skip
    command = [sys.executable, *words(tmp_path, f"skills={noisy}")]
    done = subprocess.run(command, input=f"no json\n{json.dumps(hello)}\n", capture_output=True, text=True, timeout=300, env=_all())
    lines = done.stdout.splitlines()
    assert done.returncode == 0 and any(json.loads(line).get("id") == 1 for line in lines)
    assert all(json.loads(line)["jsonrpc"] == "2.0" for line in lines)
    assert "hello from python" in done.stderr and "hello from below" in done.stderr


def _all() -> dict[str, str]:
    import os

    return dict(os.environ)
