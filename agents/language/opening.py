"""Language models by configuration: `language=embedded | local | server | recorded`, each with its settings."""

from __future__ import annotations

from typing import Any

from heedful.agents.language.model import LanguageModel
from heedful.agents.language.turns import InTurn


def open_language(what: Any) -> InTurn | None:
    """A language model asked in turn; None where words are read by what ships with Heedful alone.

    Args:
      what: A LanguageModel, what builds one, or None. Names and settings are looked up by `heedful.config.load("language", …)` before.

    Raises ValueError or ImportError, in a sentence that says what to do.
    """
    found = what() if callable(what) and not hasattr(what, "generate") else what
    if found is None or isinstance(found, InTurn):
        return found
    if not all(callable(getattr(found, name, None)) for name in ("score", "generate", "ask")):
        raise ValueError(f"{type(found).__name__} is no language model: expected score, generate and ask")
    return InTurn(found)


def embedded() -> None:
    """Words are read by the grammar and the small models that ship with Heedful: no download, no network."""
    return None


def local(
    model: str = "", device: str = "", dtype: str = "", timeout_s: float = 20.0, max_tokens: int = 512, threads: int = 0,
    first: str = "embedded", record: str = "",
) -> InTurn:  # fmt: skip
    """A language model on this machine, by path or hub name; see `local.Local`.

    Args:
      first: Who reads a sentence first, `embedded` or `model`.
      record: A file of JSON lines to which every answer is added.
    """
    from heedful.agents.language.local import Local

    return _opened(Local(model or "", device or "", dtype or "", timeout_s, max_tokens, threads), first, record)


def server(
    model: str = "", base_url: str = "", api_key_env: str = "", timeout_s: float = 20.0, connect_s: float = 2.0, retries: int = 1,
    max_tokens: int = 1024, first: str = "embedded", record: str = "",
) -> InTurn:  # fmt: skip
    """A language model on a server that speaks as OpenAI's does; see `server.Server`.

    Args:
      first: Who reads a sentence first, `embedded` or `model`.
      record: A file of JSON lines to which every answer is added.
    """
    from heedful.agents.language.server import Server

    return _opened(Server(model or "", base_url or "", api_key_env or "", timeout_s, connect_s, retries, max_tokens), first, record)


def recorded(record: str = "", first: str = "embedded") -> InTurn:
    """Answers that a model gave before, from a file; see `recorded.Recorded`.

    Args:
      first: Who reads a sentence first, `embedded` or `model`.
    """
    from heedful.agents.language.recorded import Recorded

    return _opened(Recorded(record or ""), first, "")


def _opened(model: LanguageModel, first: str, record: str) -> InTurn:
    if first not in ("embedded", "model"):
        raise ValueError(f"language.first is embedded or model, got {first!r}")
    if record:
        from heedful.agents.language.recorded import Recording

        model = Recording(model, record)
    return InTurn(model, "model" if first == "model" else "embedded")
