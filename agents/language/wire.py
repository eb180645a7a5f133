"""One OpenAI-compatible endpoint: requests with a deadline that nothing outlasts, and what goes wrong in a sentence without secrets."""

from __future__ import annotations

import asyncio
import concurrent.futures
import json
import math
import threading
from collections.abc import Callable, Coroutine, Mapping
from typing import Any, Literal, TypeVar

from heedful.agents.language.model import LanguageModelError

T = TypeVar("T")
INSTALL = 'a language model on a server needs the openai client: pip install "heedful[llm]"'
QUOTED = 140
"""Characters of a server's own words that an error repeats at most."""
LONGEST = 200_000
"""Characters of an answer that are read at most."""


class Declined(LanguageModelError):
    """The endpoint does not take the request as it is; `about` holds its words, to tell what it minds."""

    def __init__(self, sentence: str, about: str) -> None:
        super().__init__("unsupported", sentence)
        self.about = about.lower()


class Limited(LanguageModelError):
    """The endpoint has had enough for now."""

    def __init__(self, sentence: str, after: float) -> None:
        super().__init__("limited", sentence)
        self.after = after
        """When to come back [s]; 0 if it did not say."""


class Wire:
    """An endpoint, spoken to from a thread of its own; a caller waits for at most the time it gives.

    Args:
      base_url: `http://localhost:11434/v1`.
      name: What to call it in sentences.
      key: Sent as a bearer token to this endpoint and nowhere else; never part of any sentence.
      connect_s: Longest wait for a connection [s].
    """

    def __init__(self, base_url: str, name: str, key: str = "", connect_s: float = 2.0) -> None:
        try:
            import openai
        except ImportError as error:
            raise ImportError(f"{INSTALL} ({error})") from None
        self.name, self._key, self._connect = name, key, connect_s
        # Everything is given, for what is left out the client takes from variables of the environment that are meant for another endpoint.
        self._client = openai.AsyncOpenAI(base_url=base_url, api_key=key or "none", organization="", project="", max_retries=0)
        _ = self._client.chat.completions, self._client.completions, self._client.models  # imported now rather than while a robot moves
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="heedful-wire", daemon=True)
        self._thread.start()
        self._under_way: concurrent.futures.Future[Any] | None = None
        self._closed = False

    def post(self, path: Literal["chat", "text"], body: Mapping[str, Any], within: float) -> dict[str, Any]:
        """The endpoint's answer as plain data.

        Args:
          path: `/chat/completions` or `/completions`.
          within: Deadline for all of it [s].
        """
        return self._run(self._post(path, dict(body), within), within)

    def stream(self, body: Mapping[str, Any], within: float, on_text: Callable[[str], None] | None = None) -> str:
        """The text of a chat's next turn, read while it is made; `on_text` is told what was said so far."""
        return self._run(self._stream(dict(body), within, on_text), within)

    def models(self, within: float) -> list[str]:
        """What the endpoint says it serves."""
        told = self._run(self._models(within), within)
        return [str(m["id"]) for m in told.get("data") or () if isinstance(m, dict) and "id" in m]

    def wait(self, seconds: float) -> None:
        """Let time pass, unless somebody cancels."""
        self._run(asyncio.sleep(seconds), seconds + 1.0)

    def cancel(self) -> None:
        """End what is under way; its caller gets a LanguageModelError."""
        if (future := self._under_way) is not None:
            future.cancel()

    def close(self) -> None:
        """Hang up for good."""
        if not self._closed:
            self._closed = True
            self.cancel()
            self._loop.call_soon_threadsafe(self._loop.stop)

    def _run(self, work: Coroutine[Any, Any, T], within: float) -> T:
        if self._closed:
            work.close()
            raise LanguageModelError("cancelled", f"{self.name} is closed")
        if within <= 0:
            work.close()
            raise self._late(0.0)
        future = self._under_way = asyncio.run_coroutine_threadsafe(asyncio.wait_for(work, within), self._loop)
        try:
            found: T = future.result(within + 1.0)
            return found
        except LanguageModelError as error:
            failure = error
        except concurrent.futures.CancelledError:
            failure = LanguageModelError("cancelled", f"{self.name} was stopped before it had answered")
        except (TimeoutError, asyncio.TimeoutError, concurrent.futures.TimeoutError):
            future.cancel()
            failure = self._late(within)
        except Exception as error:
            failure = self._said(error, within)
        finally:
            self._under_way = None
        raise failure  # out here, so that it carries nothing of the client's exception, which may repeat the key

    def _resource(self, path: str) -> Any:
        return self._client.chat.completions if path == "chat" else self._client.completions

    def _timeout(self, within: float) -> Any:
        import openai

        return openai.Timeout(within, connect=min(within, self._connect))

    async def _post(self, path: str, body: dict[str, Any], within: float) -> dict[str, Any]:
        needed = {k: body.pop(k) for k in ("model", "messages", "prompt") if k in body}
        raw = await self._resource(path).with_raw_response.create(**needed, extra_body=body, timeout=self._timeout(within))
        return self._object(raw.http_response.text)

    async def _models(self, within: float) -> dict[str, Any]:
        raw = await self._client.models.with_raw_response.list(timeout=self._timeout(within))
        return self._object(raw.http_response.text)

    async def _stream(self, body: dict[str, Any], within: float, on_text: Callable[[str], None] | None) -> str:
        needed = {k: body.pop(k) for k in ("model", "messages") if k in body}
        stream = await self._client.chat.completions.create(**needed, stream=True, extra_body=body, timeout=self._timeout(within))
        import openai

        try:
            if "event-stream" not in str(stream.response.headers.get("content-type", "")):
                return text_of(self._object((await stream.response.aread()).decode(errors="replace")), self.name)
            said, ended = "", ""
            async for chunk in stream:
                choice = chunk.choices[0] if chunk.choices else None
                if choice is None:
                    continue
                said += (choice.delta and choice.delta.content) or ""
                ended = choice.finish_reason or ended
                if on_text:
                    on_text(said)
                if len(said) > LONGEST:
                    raise LanguageModelError("broken", f"{self.name} does not come to an end")
            if not ended:
                raise self._broken()
            return said
        except openai.APITimeoutError:
            raise
        except openai.APIConnectionError:
            raise self._broken() from None
        finally:
            await stream.close()

    def _object(self, text: str) -> dict[str, Any]:
        """A body as plain data. An endpoint may answer 200 with a page of a proxy, or with half an object."""
        try:
            found = json.loads(text)
        except ValueError:
            page = text.lstrip()[:15].lower().startswith(("<!doctype", "<html"))
            raise LanguageModelError(
                "broken", f"{self.name} answered with {'a web page' if page else 'what is no JSON'}; is language.base_url right?"
            ) from None
        if not isinstance(found, dict) or ("error" in found and "choices" not in found):
            raise LanguageModelError("broken", f"{self.name} answered with an error: {self._quoted(found)}")
        return found

    def _late(self, within: float) -> LanguageModelError:
        return LanguageModelError("timeout", f"{self.name} had not answered after {within:.3g} s")

    def _broken(self) -> LanguageModelError:
        return LanguageModelError("broken", f"{self.name} broke off in the middle of its answer")

    def _said(self, error: Exception, within: float) -> LanguageModelError:
        """What an exception of the client means. Only the server's own words are repeated, and not when they are about the key."""
        import openai

        match error:
            case openai.APITimeoutError() if type(error.__cause__).__name__ != "ConnectTimeout":
                return self._late(within)
            case openai.AuthenticationError() | openai.PermissionDeniedError():
                named = "does not accept the key" if self._key else "wants a key: name an environment variable with language.api_key_env"
                return LanguageModelError("refused", f"{self.name} {named} ({error.status_code})")
            case openai.RateLimitError():
                after = _seconds(error.response.headers.get("retry-after", ""))
                told = f", come back in {after:g} s" if after else ""
                return Limited(f"{self.name} takes no more requests for now (429{told})", after)
            case openai.NotFoundError():
                return Declined(f"{self.name} knows no such model or address (404): {self._quoted(error.body)}", "404")
            case openai.BadRequestError() | openai.UnprocessableEntityError():
                told = self._quoted(error.body or error.response.text)
                return Declined(
                    f"{self.name} does not take the request ({error.status_code}): {told}", str(error.body or error.response.text)
                )
            case openai.APIStatusError():
                return LanguageModelError("broken", f"{self.name} failed ({error.status_code})")
            case openai.APIConnectionError() if type(error.__cause__).__name__ in ("RemoteProtocolError", "ReadError", "DecodingError"):
                return self._broken()
            case openai.APIConnectionError():
                return LanguageModelError("unreachable", f"{self.name} cannot be reached")
            case openai.APIError():
                return LanguageModelError("broken", f"{self.name} reported an error: {self._quoted(error.body or error.message)}")
        if "httpx" in type(error).__module__:  # a connection that is lost while a stream is read comes as it is
            return self._broken()
        return LanguageModelError("broken", f"{self.name} answered with what cannot be read ({type(error).__name__})")

    def _quoted(self, body: Any) -> str:
        """A server's complaint in part of a line, without the key."""
        told = body.get("error", body) if isinstance(body, dict) else body
        told = told.get("message", told) if isinstance(told, dict) else told
        line = " ".join(str(told).split())
        line = line.replace(self._key, "…") if self._key else line
        return line[:QUOTED] + ("…" if len(line) > QUOTED else "")


def text_of(answer: Mapping[str, Any], name: str) -> str:
    """What was said in a chat's answer."""
    try:
        said = answer["choices"][0]["message"]["content"]
    except (KeyError, IndexError, TypeError):
        raise LanguageModelError("broken", f"{name} answered without a message") from None
    return str(said or "")


def _seconds(text: str) -> float:
    """`Retry-After` as seconds; 0 for what is no number."""
    try:
        found = float(text)
    except ValueError:
        return 0.0
    return max(0.0, found) if math.isfinite(found) else 0.0
