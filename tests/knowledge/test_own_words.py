"""Facts are taken over, sentences are not: no nine words in a row of ours stand in a paper too.

Official titles, names, codes, what acronyms stand for, and the set phrases in which every Council paper asks and announces
are copied exactly, and do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from shipped_files import actors, data
from shipped_files import papers as listed_papers

pytestmark = pytest.mark.papers

RUN = 9
#: What is in the repository's folder and not of it, or not text.
NOT_OURS = {".git", ".venv", "node_modules", "__pycache__", "build", "dist", "out", ".briefer"}
TEXT = {".yaml", ".md", ".py", ".toml", ".txt", ".sh", ".cfg", ".tcss", ".svg", ".j2", ".json", ""}
#: What stands in papers of every year, word for word.
SET_PHRASES = (
    "the Presidency invites delegations to", "invites delegations to consider the following questions",
    "the Presidency invites delegations to consider the following questions",
    "working party members to discuss the following questions", "working party members to discuss the following",
    "working party members to discuss", "Delegations will find in annex", "a background note prepared by",
    "deleted from this point", "until the end of the document", "COM(2012) 286 final",
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_MARK = "\0"


def words(text: str) -> list[str]:
    """The words of a text, letter case, marks, footnote signs and addresses aside."""
    return [w.casefold().replace("’", "'") for w in _WORD.findall(re.sub(r"<sup>.*?</sup>|https?://\S+", "", text))]


def values(node: Any) -> Iterator[str]:
    """Every text in a YAML file."""
    if isinstance(node, dict):
        for value in node.values():
            yield from values(value)
    elif isinstance(node, list):
        for value in node:
            yield from values(value)
    elif node is not None:
        yield str(node)


def prose(path: Path) -> Iterator[str]:
    """What a file says, in pieces that are read in a row: a YAML file's values and comments, else the whole text."""
    text = path.read_text("utf-8")
    if path.suffix == ".yaml":
        yield " ".join(re.findall(r"(?m)^\s*#(.*)$", text))
        for document in yaml.load_all(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
            yield from values(document)
    else:
        yield re.sub(r"<[^>]+>", " ", text) if path.suffix == ".svg" else text


def ours(root: Path) -> list[Path]:
    """The text files of the repository."""
    found = []
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        cache = any(p in NOT_OURS or p.endswith(("_cache", ".egg-info")) or p == ".hypothesis" for p in parts)
        if not cache and path.suffix in TEXT and path.is_file() and parts[:2] != (".ci", "tools"):
            found.append(path)
    return found


def names() -> dict[str, list[list[str]]]:
    """Titles, names and expansions in words, by their first word, longest first."""
    listed = [p["title"] for p in listed_papers().values()]
    listed += [code for p in listed_papers().values() for code in p.get("codes", ())]
    listed += SET_PHRASES
    listed += [n for a in actors().values() for n in (a["name"], *a.get("aliases", []))]
    listed += list(data("acronyms.yaml")["acronyms"].values())
    found: dict[str, list[list[str]]] = {}
    for name in sorted({tuple(words(n)) for n in listed}, key=len, reverse=True):
        if len(name) > 1:
            found.setdefault(name[0], []).append(list(name))
    return found


def masked(text: list[str], known: dict[str, list[list[str]]]) -> list[str]:
    """The words with each name in them as one mark, which no paper holds."""
    out, i = [], 0
    while i < len(text):
        name = next((n for n in known.get(text[i], []) if text[i : i + len(n)] == n), None)
        out.append(_MARK if name else text[i])
        i += len(name) if name else 1
    return out


def runs(text: list[str]) -> set[tuple[str, ...]]:
    return {tuple(text[i : i + RUN]) for i in range(len(text) - RUN + 1)}


@pytest.fixture(scope="module")
def theirs(papers):
    """Every nine words in a row of the papers."""
    return set().union(*(runs(words(text)) for text in papers.values()))


def test_no_nine_words_in_a_row_of_any_file_stand_in_a_paper(theirs, repository):
    known = names()
    found = {}
    files = ours(repository)
    for path in files:
        for piece in prose(path):
            if shared := runs(masked(words(piece), known)) & theirs:
                found.setdefault(path.relative_to(repository).as_posix(), set()).update(" ".join(s) for s in shared)
    assert found == {}, found
    read = {path.relative_to(repository).parts[0] for path in files}
    assert {"knowledge", "templates", "briefs", "tests", "briefer", "README.md", "docs"} <= read


def test_a_sentence_of_a_paper_would_be_found(theirs, papers):
    """The check itself: any paper's own words are found, whatever letter case, line ends and signs are put around them."""
    for text in papers.values():
        middle = " ".join(text.split()[300:340])
        changed = f"In our words: {middle.upper()}".replace(" ", "\n", 7).replace(",", " —")
        assert runs(words(changed)) & theirs
