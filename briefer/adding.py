"""``briefer add``: values from options, or from a form in the editor, into one entry of one's own layer."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from briefer import yamlfile
from briefer.errors import BrieferError, UsageError, did_you_mean
from briefer.knowledge import write
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import Fact, Paper, Position, Question, Topic
from briefer.markings import is_classified
from briefer.text import slug
from briefer.workspace import Workspace

_STATEMENTS: dict[str, type[Fact | Position | Question]] = {"fact": Fact, "position": Position, "question": Question}
#: What a form asks for, with a word on each.
_FORMS: dict[str, dict[str, str]] = {
    "fact": {"topic": "", "text": "one checkable statement, in your words", "paper": "the paper's id", "at": "heading, para. N",
             "as_of": "2025-06-10; left empty: the paper's date", "valid_until": "or empty", "tags": "[a, b]"},
    "position": {"topic": "", "actor": "id of the actor", "stance": "supports open asks reserves opposes critical neutral",
                 "text": "what they want or think", "paper": "the paper's id", "at": "heading, para. N", "as_of": ""},
    "question": {"topic": "", "paper": "the paper's id", "number": "", "asked_by": "id of the actor",
                 "wording": "gist (your words) or verbatim", "text": ""},
    "paper": {"number": "such as 9375/25", "title": "", "from": "", "to": "", "date": "", "marking": "", "kind": ""},
    "topic": {"topic": "an id: lower case, digits, hyphens", "title": "", "summary": "", "bodies": "[EMWP]",
              "keywords": "[a, b]"},
}  # fmt: skip


class Added(NamedTuple):
    """What was written."""

    id: str
    path: Path
    shown: str
    """The file relative to the workspace."""


def add(kind: str, given: dict[str, Any], workspace: Workspace, *, ask: bool) -> Added:
    """Write one entry; ``given`` holds the keys as the files have them, with ``topic`` and the parts of ``source``.

    With nothing given and ``ask`` set, the form opens in the editor. Raises UsageError for what is missing or unknown.
    """
    folder = workspace.needed() / "knowledge"
    base = workspace.knowledge()
    markings = workspace.settings.markings
    if given:
        path, ident = _write(kind, dict(given), folder, base, markings)
        return Added(ident, path, workspace.shown(path))
    if not ask:
        raise UsageError(f"A {kind} needs its keys as options", todo=f"See briefer add {kind} --help")
    form = _fill_in(kind)
    try:
        path, ident = _write(kind, _values(form), folder, base, markings)
    except BrieferError as error:
        # What somebody has typed is not thrown away because a name in it is wrong.
        todo = f"{error.todo}. What you wrote is kept in {form}".removeprefix(". ")
        raise BrieferError(error.what, where=error.where, todo=todo, code=error.code) from None
    form.unlink(missing_ok=True)
    return Added(ident, path, workspace.shown(path))


def _write(
    kind: str, given: dict[str, Any], folder: Path, base: Knowledge, markings: Sequence[str]
) -> tuple[Path, str]:
    for key in ("id", "topic", "title", "number", "text"):
        if not isinstance(given.get(key, ""), str):
            raise UsageError(f"“{key}” is not one text", todo=f"Write {key}: a text")
    if kind == "paper":
        return _paper(given, folder, base, markings)
    topic = given.get("topic") or (slug(given["title"]) if kind == "topic" and given.get("title") else None)
    if not topic:
        raise UsageError("“topic” is missing", todo="Name it with --topic; briefer topics lists them")
    if kind == "topic":
        if not given.get("title"):
            raise UsageError("“title” is missing", todo="Add --title")
        if topic in base.topics:
            raise UsageError(f"There is a topic “{topic}” already", todo="Add facts to it, or choose another --topic")
        new = write.validated(Topic, {**given, "topic": topic})
        return write.add_topic(folder, new), new.topic
    base.topic(topic)
    del given["topic"]
    if kind != "question":
        _source(given, base)
    taken = {e.value.id for e in base.under(topic, also=False)}
    if not given.get("id") and given.get("text"):
        given["id"] = write.entry_id(str(given["text"]), taken)
    if given.get("id") in taken:
        raise UsageError(f"The id “{given['id']}” is taken in {topic}", todo="Choose another with --id")
    value = write.validated(_STATEMENTS[kind], given)
    _known(value, base, topic)
    return write.add_entry(folder, topic, value, base), f"{topic}/{value.id}"


def _paper(given: dict[str, Any], folder: Path, base: Knowledge, markings: Sequence[str]) -> tuple[Path, str]:
    if not given.get("id") and (name := given.get("number") or given.get("title")):
        given["id"] = write.paper_id(name) or slug(given.get("title") or name)
    paper = write.validated(Paper, given)
    if paper.marking and is_classified(paper.marking):
        what = f"“{paper.marking}” is a classification; only accredited systems may process such a paper"
        raise UsageError(what, todo="Nothing was stored")
    if paper.marking and paper.marking.upper() not in [m.upper() for m in markings]:
        what = f"“{paper.marking}” is not a marking in use here"
        raise UsageError(what, todo=_nearest(paper.marking, list(markings)))
    if paper.id in base.papers:
        raise UsageError(f"There is a paper “{paper.id}” already", todo="Cite that one, or choose another --id")
    _exist([("paper", p, base.papers) for p in (*paper.encloses, *paper.cites)])
    return write.add_paper(folder, paper), paper.id


def _source(given: dict[str, Any], base: Knowledge) -> None:
    """``--source`` (a paper, or ``{paper: …, at: …}``) or ``--paper``, ``--at``, ``--via`` as the one key ``source``."""
    parts = {k: given.pop(k) for k in ("paper", "at", "via") if given.get(k)}
    written = given.pop("source", None)
    if isinstance(written, str):
        try:
            node = yamlfile.compose(written, "--source")
            written = yamlfile.plain(node) if node is not None else None
        except (yamlfile.Refused, yamlfile.Duplicate):
            todo = 'Write a paper\'s id, or "{paper: …, at: …}"'
            raise UsageError(f"--source “{written}” cannot be read", todo=todo) from None
        written = {"paper": written} if isinstance(written, str) else written
    source = {**written, **parts} if isinstance(written, dict) else written or parts
    if not source:
        raise UsageError("“source” is missing: every statement keeps its source", todo="Add --paper and --at")
    given["source"] = source
    named = source.get("paper") if isinstance(source, dict) else None
    if isinstance(named, str):
        _exist([("paper", named, base.papers)])
    paper = base.papers.get(str(named))
    if not given.get("as_of") and paper and paper.date:
        given["as_of"] = paper.date


def _known(value: Fact | Position | Question, base: Knowledge, topic: str) -> None:
    """Raise UsageError for a paper, actor, topic or entry that the base does not know."""
    wanted: list[tuple[str, str, Any]] = []
    if isinstance(value, Question):
        wanted += [("paper", value.paper, base.papers), ("actor", value.asked_by, base.actors)]
        wanted += [("paper", value.via, base.papers)] if value.via else []
    else:
        wanted += [("paper", c.paper, base.papers) for c in value.cites]
        wanted += [("paper", c.via, base.papers) for c in value.cites if c.via]
        refs = [*value.disputed_by, *([value.superseded_by] if value.superseded_by else [])]
        wanted += [("entry", base.resolve(r, topic), base.entries) for r in refs]
    if isinstance(value, Position):
        wanted.append(("actor", value.actor, base.actors))
    wanted += [("topic", t, base.topics) for t in value.topics]
    _exist(wanted)


def _exist(wanted: list[tuple[str, str, Any]]) -> None:
    for kind, name, known in wanted:
        if name not in known:
            more = "; add it first with briefer add paper" if kind == "paper" else ""
            raise UsageError(f"There is no {kind} “{name}”{more}", todo=_nearest(name, list(known)))


def _nearest(name: str, known: list[str]) -> str:
    text = did_you_mean(name, known)
    return text[0].upper() + text[1:]


def _fill_in(kind: str) -> Path:
    """A form as a person leaves it in ``$VISUAL`` or ``$EDITOR``; raises BrieferError where nothing was filled in."""
    form = f"# A new {kind}. Fill in and save; lines left empty are left out.\n" + "".join(
        f"{key}: " + (f"  # {hint}" if hint else "") + "\n" for key, hint in _FORMS[kind].items()
    )
    handle, name = tempfile.mkstemp(prefix=f"briefer-{kind}-", suffix=".yaml", text=True)
    path = Path(name)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(form)
    command = shlex.split(
        os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "vi")
    )
    try:
        done = subprocess.run([*command, name], check=False)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise BrieferError(
            f"The editor {command[0]} does not start ({yamlfile.reason(error)})", todo="Set EDITOR"
        ) from None
    if done.returncode or path.read_text("utf-8", "replace") == form:
        path.unlink(missing_ok=True)
        raise BrieferError("The form was left empty", todo="Nothing was added")
    return path


def _values(form: Path) -> dict[str, Any]:
    """What stands in a form, empty lines left out; raises BrieferError for one that is not readable."""
    name = form.name
    try:
        node = yamlfile.compose(yamlfile.read_text(form, name), name)
        data = yamlfile.plain(node) if node is not None else {}
    except yamlfile.Refused as refused:
        raise yamlfile.first_fault(refused.faults) from None
    except yamlfile.Duplicate:
        raise BrieferError("A key stands twice in the form", todo="Keep one of them") from None
    values = {k: v for k, v in data.items() if v not in ("", [], {})} if isinstance(data, dict) else {}
    if not values:
        raise BrieferError("The form was left empty", todo="Nothing was added")
    return values
