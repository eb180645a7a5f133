"""Candidate continuations as one tree of tokens, so that what they share is computed once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt


@dataclass(slots=True)
class Trie:
    """Token sequences that begin at one point. Nodes are numbered in the order they were met: a parent comes before its children."""

    tokens: list[int] = field(default_factory=list)
    """The token of each node."""
    parents: list[int] = field(default_factory=list)
    """The node before each; -1 is the prompt."""
    paths: list[list[int]] = field(default_factory=list)
    """For each sequence its nodes from the first token to the last."""

    @staticmethod
    def of(sequences: Sequence[Sequence[int]]) -> Trie:
        """The tree of some token sequences."""
        trie, children = Trie(), dict[tuple[int, int], int]()
        for sequence in sequences:
            path, at = list[int](), -1
            for token in sequence:
                node = children.get((at, token))
                if node is None:
                    node = children[at, token] = len(trie.tokens)
                    trie.tokens.append(token)
                    trie.parents.append(at)
                path.append(node)
                at = node
            trie.paths.append(path)
        return trie

    @property
    def inner(self) -> list[int]:
        """Nodes that something follows, in order: only these must go through a model; a leaf's own probability is told by its parent."""
        return sorted({p for p in self.parents if p >= 0})

    def ancestry(self, nodes: Sequence[int]) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.int64]]:
        """Which of some nodes each may look back on (itself included), and how deep each lies, from 0.

        Args:
          nodes: Closed under `parents`, in order. Shape of the first result: (nodes, nodes).
        """
        place = {node: i for i, node in enumerate(nodes)}
        sees = np.zeros((len(nodes), len(nodes)), dtype=bool)
        depth = np.zeros(len(nodes), dtype=np.int64)
        for i, node in enumerate(nodes):
            parent = self.parents[node]
            if parent >= 0:
                sees[i] = sees[place[parent]]
                depth[i] = depth[place[parent]] + 1
            sees[i, i] = True
        return sees, depth


def shared(prompt: Sequence[int], whole: Sequence[Sequence[int]]) -> int:
    """How many tokens the prompt and all of its continuations begin with alike: a tokenizer may merge across the boundary."""
    least = len(prompt)
    for sequence in whole:
        n = min(least, len(sequence))
        least = next((i for i in range(n) if sequence[i] != prompt[i]), n)
    return least


def portions(sequences: Sequence[Sequence[int]], most: int) -> Iterator[list[int]]:
    """Indices of sequences in portions whose trees have at most `most` nodes, neighbours in the tree together."""
    order = sorted(range(len(sequences)), key=lambda i: tuple(sequences[i]))
    portion: list[int] = []
    nodes = 0
    for i in order:
        fresh = len(sequences[i]) - (shared(sequences[portion[-1]], [sequences[i]]) if portion else 0)
        if portion and nodes + fresh > most:
            yield portion
            portion, nodes, fresh = [], 0, len(sequences[i])
        portion.append(i)
        nodes += fresh
    if portion:
        yield portion
