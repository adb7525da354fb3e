"""A form for a new entry that is filled in in a person's own editor, and read back."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

from briefer import own_editor, yamlfile
from briefer.errors import BrieferError

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
    "meeting": {"body": "the working party", "date": "2025-06-10, or 2025-06", "end": "or empty", "place": "", "format": ""},
    "item": {"meeting": "the meeting's id", "number": "", "title": "", "action": "discussion, information …",
             "topics": "[a, b]", "papers": "[a, b]"},
}  # fmt: skip


def fill_in(kind: str) -> Path:
    """A form as a person leaves it in ``$VISUAL`` or ``$EDITOR``; raises BrieferError where nothing was filled in."""
    form = f"# A new {kind}. Fill in and save; lines left empty are left out.\n" + "".join(
        f"{key}: " + (f"  # {hint}" if hint else "") + "\n" for key, hint in _FORMS[kind].items()
    )
    handle, name = tempfile.mkstemp(prefix=f"briefer-{kind}-", suffix=".yaml", text=True)
    path = Path(name)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(form)
    try:
        own_editor.run(path)
    except BrieferError:
        path.unlink(missing_ok=True)
        raise
    # Read again when its values are taken: what cannot be read is kept then, and named.
    if path.read_text("utf-8", "replace") == form:
        path.unlink(missing_ok=True)
        raise BrieferError("The form was left empty", todo="Nothing was added")
    return path


def values(form: Path) -> dict[str, Any]:
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
