"""The shipped knowledge base as plain data, read without briefer: what the tests of its content start from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"

#: The papers that were read, by the digits of the file that holds each.
READ = {
    "st-9375-2025": "000",
    "st-12493-2022": "001",
    "eeas-2022-1466": "001",
    "statewatch-2025-migration-partnerships": "002",
    "statewatch-2020-tracking-the-pact": "003",
    "st-5996-2025": "004",
    "icmpd-2025-pact-external-dimension": "004",
}


class Item(NamedTuple):
    """A fact, position or question with its keys as the file has them."""

    id: str
    kind: str
    keys: dict[str, Any]

    @property
    def topic(self) -> str:
        return self.id.partition("/")[0]

    @property
    def text(self) -> str:
        return self.keys["text"]

    @property
    def cites(self) -> list[dict[str, str]]:
        """Its sources; of a question the paper that asks."""
        if self.kind == "question":
            return [{k: self.keys[k] for k in ("paper", "at", "via") if k in self.keys}]
        source = self.keys["source"]
        return source if isinstance(source, list) else [source]

    def full(self, ref: str) -> str:
        """A reference to an entry as topic-id/entry-id."""
        return ref if "/" in ref else f"{self.topic}/{ref}"


@cache
def data(name: str) -> Any:
    """A file of the base; every scalar is text."""
    return yaml.load((KNOWLEDGE / name).read_text("utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def topics() -> dict[str, Any]:
    """The topics by id."""
    return {path.stem: data(f"topics/{path.name}") for path in sorted((KNOWLEDGE / "topics").glob("*.yaml"))}


def items() -> Iterator[Item]:
    """All entries of all topics."""
    for name, topic in topics().items():
        for kind in ("fact", "position", "question"):
            for keys in topic.get(f"{kind}s", []):
                yield Item(f"{name}/{keys['id']}", kind, keys)


def papers() -> dict[str, Any]:
    """The papers by id."""
    return {paper["id"]: paper for paper in data("papers.yaml")["papers"]}


def actors() -> dict[str, Any]:
    """The actors by id."""
    return {actor["id"]: actor for actor in data("actors.yaml")["actors"]}


def meetings() -> dict[str, Any]:
    """The meetings by id."""
    return {path.stem: data(f"meetings/{path.name}") for path in sorted((KNOWLEDGE / "meetings").glob("*.yaml"))}
