"""What stands in the open editor: a block's words on their way into the brief, and the sources that come in with them."""

from __future__ import annotations

from typing import NamedTuple

from briefer.brief import edit
from briefer.brief.model import BlockRole, Brief, Source
from briefer.knowledge.base import Entry, Knowledge


class Draft(NamedTuple):
    """A block being written; nothing of it is in the brief's history yet."""

    base: Brief
    """The brief without it; a new block is in it already, empty."""
    block: str
    initial: str
    text: str
    done: str
    """What taking it over is called in the history."""
    new: bool
    cited: tuple[Source, ...] = ()
    """The sources that came in while it was open; one whose mark is taken out again goes with it."""

    @property
    def says_something(self) -> bool:
        """Whether it changes the brief: no words are no change to a prompt, nor of a block just begun."""
        if self.text == self.initial:
            return False
        empty_counts = not self.new and edit.find(self.base, self.block)[1].role != "prompt"
        return bool(self.text.strip()) or empty_counts

    @property
    def brief(self) -> Brief:
        """The brief with these words in it."""
        brief = edit.set_text(self.base, self.block, self.text)
        for source in self.cited:
            # What was woven in may have taken its source with it already, and the others have other numbers then.
            one = edit.find(brief, self.block)[1]
            number = one.sources.index(source) + 1 if source in one.sources else 0
            if number and f"[^{number}]" not in one.text:
                brief = edit.uncite(brief, self.block, number)
        return brief

    def weave(self, entry: Entry, base: Knowledge, at: int) -> tuple[Draft, int]:
        """With an entry's words at an offset, and their sources; the cursor after them."""
        brief, text, cursor = edit.weave(self.base, self.block, self.text, at, entry, base)
        return self._with(brief, text), cursor

    def cite(self, source: Source, at: int) -> tuple[Draft, int]:
        """With the mark of a source at an offset; the cursor after it."""
        brief, number = edit.cite(self.base, self.block, source)
        mark = f"[^{number}]"
        return self._with(brief, self.text[:at] + mark + self.text[at:]), at + len(mark)

    def _with(self, brief: Brief, text: str) -> Draft:
        before, after = (edit.find(b, self.block)[1].sources for b in (self.base, brief))
        cited = (*self.cited, *(s for s in after if s not in before))
        return self._replace(base=brief, text=text, cited=cited)


def begun(brief: Brief, block: str) -> Draft:
    """A block's words opened for change; a prompt that only asks begins with none."""
    one = edit.find(brief, block)[1]
    initial = prompt_start(one.text) if one.role == "prompt" else one.text
    done = "filled in a prompt" if one.role == "prompt" else f"changed {article(one.role)}"
    return Draft(brief, block, initial, initial, done, False)


def new(brief: Brief, role: BlockRole, *, section: str, after: str | None, question: str | None) -> Draft:
    """A new block of one's own; it is part of the brief once something is written."""
    base, block = edit.add(brief, role, "", section=section, after=after, question=question)
    return Draft(base, block, "", "", f"added {article(role)}", True)


def prompt_start(text: str) -> str:
    """The words an answer to a prompt begins with: those before its dots, else none."""
    head, dots, tail = text.strip().rpartition("…")
    return f"{head.rstrip()} " if dots and not tail and head else ""


def article(role: str) -> str:
    """A block's role as a thing: ``an answer``, ``a fact``."""
    name = {"text": "text", "row": "a row", "prompt": "a prompt"}.get(role)
    return name or (f"an {role}" if role[0] in "aeiou" else f"a {role}")
