"""The tools of the MCP server, as a language model reads and calls them. Imported only where the mcp package is wanted."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Annotated, Any, TypeVar

from heedful.agents.language.quoting import DATA, one_line
from heedful.app.fronts.guest import Guest, Refused
from heedful.app.fronts.past import NoSuchRun, Past
from heedful.recording.format import plain
from heedful.runs import Run
from heedful.types import Correction

T = TypeVar("T")
ABOUT = f"""A robot that carries out instructions in words, and heeds corrections while it moves.
Look with observe, ask for one thing at a time with instruct, correct what is under way with correct, and call stop whenever in doubt.
After a stop only the person who watches the robot can let it go on: no tool does that, and none resets it.
{DATA} Names, relations and reasons below come from the world."""
POLL = 0.05
"""How often it is looked whether an instruction has come to its end [s]."""
SHOWN = 10
"""Candidates of a first step that are told."""
LONGEST = 400
"""Characters of a sentence that goes out."""
with contextlib.suppress(ModuleNotFoundError):  # without the package nothing here is called; the server looks into these names
    import anyio
    import anyio.to_thread
    from mcp.server.mcpserver import Context, Image, MCPServer
    from mcp.server.mcpserver.exceptions import ToolError
    from mcp_types import ToolAnnotations
    from pydantic import Field

    Seconds = Annotated[float, Field(ge=0, le=600)]


def server(guest: Guest, past: Past) -> MCPServer:
    """The server of one guest's robot."""
    tools, made = Tools(guest, past), MCPServer("heedful", instructions=ABOUT, log_level="WARNING")
    looks, moves = ToolAnnotations(read_only_hint=True), ToolAnnotations(read_only_hint=False, destructive_hint=True)
    ways: list[tuple[ToolAnnotations, tuple[Callable[..., Any], ...]]] = [
        (looks, (tools.list_skills, tools.observe, tools.explain, tools.why)),
        (moves, (tools.instruct, tools.correct, tools.undo)),
    ]
    for kind, some in ways:
        for tool in some:
            made.add_tool(tool, annotations=kind, structured_output=False)
    made.add_tool(tools.stop, annotations=ToolAnnotations(destructive_hint=False, idempotent_hint=True), structured_output=False)
    made.resource("heedful://runs", name="runs", description="The recorded runs, the newest first.", mime_type="application/json")(
        tools.runs
    )
    made.resource(
        "heedful://runs/{run}", name="run", description="One run: each call and its outcome, and why.", mime_type="application/json"
    )(tools.run)
    return made


class Tools:
    """One method for each tool; its docstring is what a model reads of it."""

    def __init__(self, guest: Guest, past: Past) -> None:
        self._guest, self._past = guest, past
        self._for_stops = anyio.CapacityLimiter(1000)  # a stop waits for no thread that something slower keeps

    async def list_skills(self) -> str:
        """What the robot can be asked to do: each skill with what it takes, needs and brings about. Instructions are plain words,
        and name no skill: "put the red block in the blue bowl"."""
        return text_of({"skills": self._guest.skills()})

    async def observe(
        self,
        camera: Annotated[str, Field(description="A camera's name, as observe lists them; the front view unless named.")] = "",
        image: Annotated[bool, Field(description="Whether to draw the picture, too.")] = True,
    ) -> list[Any]:
        """See what the robot sees now: a picture, and as JSON the things with names and places in metres (x ahead of the robot, y to its
        left, z up), what holds between them, what it holds, and what it is about. Moves nothing."""
        seen = await in_thread(self._guest.observe, camera, image)
        return [*([Image(data=seen.png, format="png")] if seen.png is not None else []), text_of(seen.data)]

    async def instruct(
        self,
        text: Annotated[str, Field(description="What to do, in plain words: 'put the red block in the blue bowl'.")],
        ctx: Context,
        wait_s: Annotated[Seconds, Field(description="How long to wait for the verdict [s]; the robot goes on after that.")] = 60.0,
    ) -> str:
        """Ask the robot for something. Returns the verdict on the measured scene with its reason, or 'still working' after wait_s, or the
        question that it asks: answer that with correct. One instruction at a time; correct changes it, stop ends all motion."""
        since = self._guest.now
        begun = await in_thread(self._guest.instruct, text)
        return text_of(await self._followed(begun, since, wait_s, ctx) if isinstance(begun, Run) else self._heard(begun))

    async def correct(
        self,
        text: Annotated[str, Field(description="'a bit to the left', 'slower', 'no, the other one', 'undo that', an answer, a question.")],
    ) -> str:
        """Say something to the robot at work: a correction, the answer to its question, or a question of yours ('what are you doing').
        Returns what it was taken to mean, in which frame, what came of it, and how soon the first command heeded it. Words that would
        let a held robot go on are refused: only a person may."""
        return text_of(self._heard(await in_thread(self._guest.correct, text)))

    async def stop(self) -> str:
        """Stop all motion now. Always allowed, and first of all. Only a person can let the robot go on afterwards."""
        return text_of(self._heard(await in_thread(self._guest.stop, limiter=self._for_stops)))

    async def undo(
        self,
        ctx: Context,
        wait_s: Annotated[Seconds, Field(description="At rest, how long to wait for the verdict of putting it back [s].")] = 60.0,
    ) -> str:
        """Take back the last thing that was said, while the robot works; at rest put back what the last instruction changed. Refused where
        that cannot be."""
        since, before = self._guest.now, self._guest.session.under_way
        heard = self._heard(await in_thread(self._guest.undo))
        begun = self._guest.session.under_way
        if begun is None or begun is before:
            return text_of(heard)
        return text_of({**heard, **await self._followed(begun, since, wait_s, ctx)})

    async def explain(
        self, text: Annotated[str, Field(description="Words that might be an instruction; without any: what it is doing.")] = ""
    ) -> str:
        """How words would be understood and planned from what is seen now, and for each first step how well it can be done and why not;
        without words, what is under way and how it was understood. Moves nothing."""
        if not text.strip():
            return text_of(self._guest.doing())
        told = await in_thread(self._guest.explain, text)
        left_out = ("program", "goal", "instruction", "candidates", "notices")
        shown = {k: v for k, v in told.items() if k not in left_out or (k == "candidates" and v)}
        scores = [{k: v for k, v in s.items() if v not in ("", None, False) and k != "lacks"} for s in shown.get("scores", [])[:SHOWN]]
        return text_of({**shown, "scores": scores})

    async def why(self, run: Annotated[str, Field(description="A run's name, as in heedful://runs; the newest unless named.")] = "") -> str:
        """Why a run ended as it did: the first link that broke on the way from the words to the verified goal, with the value against its
        limit, and what was done step by step."""
        return text_of(await in_thread(self._past.run, run))

    async def runs(self) -> str:
        """The recorded runs."""
        return text_of({"runs": await in_thread(self._past.listed)})

    async def run(self, run: str) -> str:
        """One of them."""
        return text_of(await in_thread(self._past.run, run))

    async def _followed(self, run: Run, since: float, wait_s: float, ctx: Context) -> dict[str, Any]:
        """How a run fares once it has ended, waits for somebody, or `wait_s` is over; what is said meanwhile goes out as progress."""
        told, until = 0, time.monotonic() + wait_s
        while run.running and time.monotonic() < until:
            lines = self._guest.since(since)
            for line in lines[told:]:
                told += 1
                await ctx.report_progress(float(told), None, one_line(line.text, LONGEST))
            if self._guest.waits_for_somebody:
                break
            await anyio.sleep(POLL)
        return await in_thread(self._guest.told, run, since)

    def _heard(self, said: Correction) -> dict[str, Any]:
        """What some words were taken for."""
        parts = said.parts or (said,)
        taken = [{"kind": p.kind, **({"effect": dict(p.effect)} if p.effect else {})} for p in parts if p.kind]
        told = {"taken_for": taken, "reply": said.reply, "latency_ms": said.latency_ms, "status": self._guest.status()}
        if said.ask:
            told["question"] = said.reply
            told["choices"] = list(said.candidates)
        return {k: v for k, v in told.items() if v not in (None, "", [])}


async def in_thread(work: Callable[..., T], *args: Any, limiter: Any = None) -> T:
    """Work that may take a while, so that the server goes on hearing; what is refused is a tool's error, in its sentence."""
    try:
        done: T = await anyio.to_thread.run_sync(partial(work, *args), limiter=limiter)
        return done
    except (Refused, NoSuchRun) as why:
        raise ToolError(str(why)) from None


def text_of(data: Any) -> str:
    """Plain data as compact JSON. Every text in it is one line without control characters: it may come from the world."""
    return json.dumps(clean(plain(data)), ensure_ascii=False, allow_nan=False)


def clean(data: Any) -> Any:
    """The same data with every text on one line, and not too long."""
    if isinstance(data, str):
        return one_line(data, LONGEST)
    if isinstance(data, Mapping):
        return {one_line(k): clean(v) for k, v in data.items()}
    return [clean(v) for v in data] if isinstance(data, (list, tuple)) else data
