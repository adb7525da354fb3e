"""What a person has said of a paper so far: corrections, topic, what was decided; kept within the workspace's ``.briefer/``."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from briefer import files
from briefer.papers.model import CouncilPaper
from briefer.papers.propose import Proposal
from briefer.text import slug
from briefer.workspace import Workspace

How = Literal["accepted", "merged", "rejected"]


class Worded(Struct, frozen=True, omit_defaults=True):
    """A question as a person corrected or added it."""

    number: str
    text: str
    asked_by: str = ""
    paper: int = 0
    """In which paper it stands: 0 the one that was read, then those enclosed in their order."""


class Decided(Struct, frozen=True, omit_defaults=True):
    """What became of a proposal."""

    how: How
    entry: str = ""
    """topic-id/entry-id of what was written, or of what it was merged with."""


class Kept(Struct, frozen=True, omit_defaults=True):
    """All that is known of a paper's way into the base beside the paper itself; of its text only what a person wrote."""

    header: dict[str, str] = {}
    """Corrected fields by ``place/field``, the place as in ``Worded.paper``; an empty one was taken out."""
    questions: dict[str, Worded | None] = {}
    """Questions of the paper that read otherwise, by ``question_key``; None for one that is left out."""
    added: tuple[Worded, ...] = ()
    topic: str = ""
    """Where its questions go, as a person chose it or as it was taken in."""
    papers: tuple[str, ...] = ()
    """Ids of its records once it was taken in, the paper's own first."""
    decided: dict[str, Decided] = {}
    """Proposals by ``proposal_key``."""
    stays: tuple[str, ...] = ()
    """Questions of the base that the paper does not ask any more, and that a person has let stay."""


def load(paper: CouncilPaper, workspace: Workspace) -> Kept:
    """What was kept of this paper; nothing where nothing was, or where somebody has written into the file."""
    if workspace.root is None:
        return Kept()
    try:
        return msgspec.json.decode(_file(paper, workspace).read_bytes(), type=Kept)
    except (OSError, ValueError, msgspec.ValidationError, RecursionError):
        return Kept()


def save(paper: CouncilPaper, kept: Kept, workspace: Workspace) -> None:
    """Keep it; raises BrieferError where that cannot be written."""
    path = _file(paper, workspace)
    if kept == Kept():
        files.remove(path)
    else:
        files.write(path, msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n")


def question_key(place: int, text: str) -> str:
    """How a question is known again: by its words as they were read."""
    return f"{place}/{_digest(text)}"


def proposal_key(proposal: Proposal) -> str:
    """How a proposal is known again: by its words, whatever its place in a newer reading."""
    return _digest(proposal.text)


def _digest(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()[:16]


def _file(paper: CouncilPaper, workspace: Workspace) -> Path:
    if paper.doc_number:
        name = slug(f"{paper.doc_number} {paper.suffix or ''}")
    else:
        words = " ".join((paper.subject or "", *(p.text for p in paper.paragraphs)))
        name = f"{slug(paper.subject or 'paper', 40)}-{_digest(words)}"
    return workspace.needed() / ".briefer" / "papers" / f"{name}.json"
