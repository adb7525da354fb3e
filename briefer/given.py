"""What a person gives for an entry, made into one: every fault is named by the key it belongs to.

``briefer add`` and the forms on the screen ask here, so that both say the same.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from briefer import yamlfile, yamltext
from briefer.dates import as_iso
from briefer.errors import BrieferError, Fault, UsageError, did_you_mean, nearest, sentence
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import AgendaItem, Fact, Meeting, Paper, Position, Question, Topic
from briefer.knowledge.write import entry_id, paper_id
from briefer.markings import is_classified
from briefer.text import slug

#: As many names as can be told in full, and as many as can be looked through with every key.
_FEW, _MANY = 8, 2000
Value = Fact | Position | Question | Paper | Topic | Meeting
KINDS: dict[str, type[Value] | type[AgendaItem]] = {
    "fact": Fact, "position": Position, "question": Question, "paper": Paper, "topic": Topic, "meeting": Meeting,
    "item": AgendaItem,
}  # fmt: skip
#: The parts of a source, given one by one.
_PARTS = ("paper", "at", "via")
#: Where a name stands, and in what it is looked up.
_NAMES = {
    "paper": "paper", "via": "paper", "actor": "actor", "asked_by": "actor", "topics": "topic",
    "encloses": "paper", "cites": "paper", "papers": "paper", "disputed_by": "entry", "superseded_by": "entry",
}  # fmt: skip


class Wrong(NamedTuple):
    """One fault of what was given."""

    key: str
    what: str
    advice: str = ""
    known: Collection[str] = ()
    """Among which the nearest may be meant."""
    name: str = ""

    @property
    def todo(self) -> str:
        """What to do about it."""
        return sentence(did_you_mean(self.name, list(self.known))) if self.name else self.advice

    @property
    def hint(self) -> str:
        """The same for somebody who is still typing: only what is near, and only where looking takes no time."""
        if not self.name or len(self.known) <= _FEW:
            return self.todo
        return self.todo if len(self.known) <= _MANY and nearest(self.name, list(self.known)) else ""


class Made(NamedTuple):
    """What came of it."""

    value: Value | None
    """None where anything is wrong."""
    topic: str
    """Where a fact, position or question goes, or the topic itself; empty for a paper."""
    wrong: list[Wrong]


def make(
    kind: str, given: Mapping[str, Any], base: Knowledge, markings: Sequence[str], *, instead: str | None = None
) -> Made:
    """An entry out of its keys as the files have them, ``source`` whole or in its parts.

    ``instead`` is the entry, paper or topic that it is to take the place of: keys not given are taken from there, keys
    given empty are taken away. Raises BrieferError where there is none.
    """
    if instead is not None:
        was = existing(kind, instead, base)
        if was.get("wording") == "verbatim" and kind != "question" and given.get("text", was["text"]) != was["text"]:
            # Words that somebody has changed are not the paper's any more.
            given = {"wording": "", **given}
        given = {**was, **given}
    data = {k: v for k, v in given.items() if v not in (None, "", [], {}, ())}
    data |= {k: as_iso(data[k]) for k in ("date", "end", "as_of", "valid_until") if isinstance(data.get(k), str)}
    wrong = [
        Wrong(key, f"“{key}” is not one text", f"Write {key}: a text")
        for key in ("id", "topic", "title", "number", "text")
        if not isinstance(data.get(key, ""), str)
    ]
    if wrong:
        return Made(None, "", wrong)
    if kind == "paper":
        return _paper(data, base, markings, instead)
    if kind == "topic":
        return _topic(data, base, instead)
    if kind in ("meeting", "item"):
        from briefer import given_meetings

        return given_meetings.make(kind, data, base, instead)
    topic = instead.partition("/")[0] if instead else data.get("topic", "")
    data.pop("topic", None)
    if not topic:
        wrong.append(Wrong("topic", "“topic” is missing"))
    elif topic not in base.topics:
        wrong.append(unknown("topic", "topic", topic, base.topics))
    further = list(data.pop("further_sources", ()))
    if kind == "question":
        wrong += named(data, base, topic)
    else:
        wrong += _source(data, base, topic)
        if further:
            data["source"] = [data.get("source", {}), *further]
    taken = {e.value.id for e in base.under(topic, also=False)}
    if not data.get("id") and data.get("text"):
        data["id"] = entry_id(data["text"], taken)
    if instead is None and data.get("id") in taken:
        wrong.append(Wrong("id", f"The id “{data['id']}” is taken in {topic}", "Choose another with --id"))
    return validated(kind, data, topic, wrong)


def existing(kind: str, ident: str, base: Knowledge) -> dict[str, Any]:
    """The keys of an entry, paper or topic of the base as they can be given again, its first source in its parts.

    Raises BrieferError where the base does not know it.
    """
    if kind == "item":
        from briefer import given_meetings

        return given_meetings.existing(ident, base)
    value = there(kind, ident, base)
    data: dict[str, Any] = msgspec.to_builtins(value)
    if "source" in data:
        cites = [msgspec.to_builtins(c) for c in getattr(value, "cites", ())]
        del data["source"]
        data |= cites[0]
        if len(cites) > 1:
            data["further_sources"] = cites[1:]
    return {k: list(v) if isinstance(v, tuple) else v for k, v in data.items()}


def there(kind: str, ident: str, base: Knowledge) -> Value:
    """The entry, paper or topic of the base; raises BrieferError where it does not know it (any more)."""
    value: Value | None
    if kind == "paper":
        value = base.papers.get(ident)
    elif kind == "topic":
        value = base.topics.get(ident)
    elif kind in ("meeting", "item"):
        value = base.meetings.get(ident.partition("/")[0])
    else:
        value = base.entries[ident].value if ident in base.entries else None
    if value is None:
        raise BrieferError(f"There is no {kind} “{ident}” any more", todo="It may have been removed from its file")
    return value


def _paper(data: dict[str, Any], base: Knowledge, markings: Sequence[str], instead: str | None) -> Made:
    wrong = []
    if not data.get("id") and (name := data.get("number") or data.get("title")):
        data["id"] = paper_id(name) or slug(data.get("title") or name)
    marking = str(data.get("marking", ""))
    if marking and is_classified(marking):
        what = f"“{marking}” is a classification; only accredited systems may process such a paper"
        wrong.append(Wrong("marking", what, "Nothing was stored"))
    elif marking and marking.upper() not in [m.upper() for m in markings]:
        wrong.append(Wrong("marking", f"“{marking}” is not a marking in use here", "", list(markings), marking))
    if instead is None and data.get("id") in base.papers:
        what = f"There is a paper “{data['id']}” already"
        wrong.append(Wrong("number" if data.get("number") else "title", what, "Cite that one, or choose another --id"))
    wrong += named(data, base, "")
    return validated("paper", data, "", wrong)


def _topic(data: dict[str, Any], base: Knowledge, instead: str | None) -> Made:
    topic = instead or data.get("topic") or (slug(data["title"]) if data.get("title") else "")
    if not topic:
        return Made(None, "", [Wrong("title", "“topic” is missing, and “title” too", "Give it a title")])
    wrong = []
    if not data.get("title"):
        wrong.append(Wrong("title", "“title” is missing", "Give it a title"))
    if instead is None and topic in base.topics:
        key = "topic" if data.get("topic") else "title"
        wrong.append(
            Wrong(key, f"There is a topic “{topic}” already", "Add facts to it, or choose another name for yours")
        )
    return validated("topic", {**data, "topic": topic}, topic, wrong)


def _source(data: dict[str, Any], base: Knowledge, topic: str) -> list[Wrong]:
    """``source`` (a paper, or ``{paper: …, at: …}``) or ``paper``, ``at``, ``via`` as the one key ``source``."""
    parts = {k: data.pop(k) for k in _PARTS if data.get(k)}
    written = data.pop("source", None)
    if isinstance(written, str):
        try:
            node = yamlfile.compose(written, "--source")
            read = yamlfile.plain(node) if node is not None else None
        except (yamlfile.Refused, yamlfile.Duplicate):
            todo = 'Write a paper\'s id, or "{paper: …, at: …}"'
            return [Wrong("source", f"--source “{written}” cannot be read", todo)]
        written = {"paper": read} if isinstance(read, str) else read
    source = {**written, **parts} if isinstance(written, dict) else written or parts
    if not source:
        return [Wrong("paper", "“source” is missing: every statement keeps its source")]
    data["source"] = source
    first = source if isinstance(source, dict) else {}
    paper = base.papers.get(str(first.get("paper")))
    if not data.get("as_of") and paper and paper.date:
        data["as_of"] = paper.date
    wrong = named(data, base, topic)
    for one in [first] if first else source if isinstance(source, list) else []:
        wrong += named({k: one[k] for k in ("paper", "via") if k in one}, base, topic) if isinstance(one, dict) else []
    return wrong


def named(data: Mapping[str, Any], base: Knowledge, topic: str = "") -> list[Wrong]:
    """The papers, actors, topics and entries named that the base does not know."""
    known: dict[str, Collection[str]] = {
        "paper": base.papers, "actor": base.actors, "topic": base.topics, "entry": base.entries,
    }  # fmt: skip
    wrong = []
    for key, kind in _NAMES.items():
        given = data.get(key, ())
        for one in [given] if isinstance(given, str) else given if isinstance(given, list | tuple) else ():
            if isinstance(one, str):
                name = base.resolve(one, topic) if kind == "entry" else one
                if name not in known[kind]:
                    wrong.append(unknown(key, kind, name, known[kind]))
    return wrong


def unknown(key: str, kind: str, name: str, known: Collection[str]) -> Wrong:
    """The fault of naming something that is not there."""
    return Wrong(key, f"There is no {kind} “{name}”", "", known, name)


def validated(kind: str, data: dict[str, Any], topic: str, wrong: list[Wrong]) -> Made:
    """The entry, held against the schema of the files."""
    lines, starts = "", list[tuple[int, str]]()
    for key, value in data.items():
        starts.append((lines.count("\n") + 1, key))
        lines += yamltext.block({key: value}, inline=frozenset({"source"}))
    loaded = yamlfile.load(lines or "{}", "", KINDS[kind])
    told = {w.key for w in wrong}
    # What is missing is said once: an id is made from the text, a day is taken from the paper.
    made = {"id", "meeting"} | ({"as_of"} if "paper" in told else set())
    for fault in loaded.faults:
        key = _key_of(fault, starts)
        if key not in told and not (key in made and key not in data):
            wrong.append(Wrong(key, fault.message.replace(" in this file", "").replace(" of this file", "")))
    return Made(None if wrong else loaded.value, topic, wrong)


def _key_of(fault: Fault, starts: Sequence[tuple[int, str]]) -> str:
    if fault.code == "missing-key":
        key = fault.message.partition("“")[2].partition("”")[0]
    else:
        key = next((key for line, key in reversed(starts) if line <= fault.line), "")
    return "paper" if key == "source" else key


def refusal(wrong: Sequence[Wrong], missing: Mapping[str, str]) -> UsageError:
    """All that is wrong as one error; ``missing`` says what to do about keys that are not there."""
    one = wrong[0]
    if len(wrong) == 1:
        return UsageError(one.what, todo=one.todo or missing.get(one.key, ""))
    told = [f"{w.what}. {w.todo}".removesuffix(" ").rstrip(".") for w in wrong]
    return UsageError(". ".join(dict.fromkeys(told)))
