"""A brief → the outline from which every format is made: what is said, in which order, and under which name."""

from __future__ import annotations

from briefer.brief.marking import high_water
from briefer.brief.model import MADE_AT_EXPORT, Block, Brief, Section
from briefer.brief.review import section_words, speaking_seconds
from briefer.dates import long_form
from briefer.errors import BrieferError
from briefer.text import clock
from briefer.word import made, tables
from briefer.word.blocks import MATERIAL, Scribe, blank, stands_in_release
from briefer.word.shapes import BlockText, Heading, Item, Outline, Paragraph, Run

#: What a section is called where the brief does not say.
TITLES = {
    "header": "Header", "objective": "Objective", "handling": "Recommendation and handling", "top-lines": "Top lines",
    "speaking-note": "Speaking note", "if-raised": "If raised", "defensives": "Defensive Q&A",
    "do-not-raise": "Do not raise", "red-lines": "Red lines and fallbacks", "positions": "Who says what",
    "state-of-play": "State of play and next steps", "background": "Background", "figures": "Key figures",
    "sources": "Sources", "abbreviations": "Abbreviations", "report-back": "Report back", "free": "Further points",
}  # fmt: skip

_SPOKEN_SECTIONS = ("speaking-note",)


def outline(brief: Brief, *, final: bool) -> Outline:
    """The note as it is read; ``final`` leaves out prompts, controls and empty sections.

    Raises BrieferError where two blocks carry the same id.
    """
    _refuse_twins(brief)
    layout = _Layout(brief, final)
    for section in brief.sections:
        layout.section(section)
    layout.place_abbreviations()
    meeting = brief.meeting
    body = (meeting.body or "") if meeting else ""
    date = made.meeting_date(brief)
    kicker = " · ".join(p for p in ("Briefing note", brief.delegation) if p)
    top: list[Item] = [Paragraph("kicker", (Run(kicker),)), Paragraph("title", (Run(brief.title),))]
    subject = ", ".join(p for p in (body, date) if p)
    if subject and not any(s.role == "header" for s in brief.sections):
        top.append(Paragraph("subtitle", (Run(subject),)))
    return Outline(
        brief=brief.brief,
        version=brief.version,
        title=brief.title,
        subject=subject,
        marking=layout.marking,
        language=brief.language,
        delegation=brief.delegation or "",
        drafter=brief.drafter or "",
        date=date or long_form(brief.as_of),
        as_of=brief.as_of,
        keywords=tuple(k for k in (layout.marking, body, *brief.topics) if k),
        final=final,
        items=(*top, *layout.items),
        notes=tuple(layout.scribe.citations.notes),
        texts=() if final else tuple(BlockText(b.id, s.id, b.role, b.text) for s, b in _blocks(brief) if b.id),
    )


def _blocks(brief: Brief) -> list[tuple[Section, Block]]:
    return [(s, b) for s in brief.sections for b in s.blocks]


def _refuse_twins(brief: Brief) -> None:
    seen: set[str] = set()
    for _section, block in _blocks(brief):
        if block.id and block.id in seen:
            raise BrieferError(f"Two blocks carry the id “{block.id}”", todo="Give one of them another id")
        seen.add(block.id)


class _Layout:
    """Puts the sections of one brief in order; questions and hard questions are counted through."""

    def __init__(self, brief: Brief, final: bool) -> None:
        self.brief = brief
        self.final = final
        self.marking = high_water(brief)
        self.items: list[Item] = []
        self.scribe = Scribe(brief.as_of, brief.markings[0] if brief.markings else "", final=final)
        self._counts: dict[str, int] = {}
        self._abbreviations_at: tuple[int, Heading] | None = None

    def section(self, section: Section) -> None:
        """One section with its heading; in a note for release only where it has something to say."""
        title = section.title or TITLES[section.role]
        blocks = [b for b in section.blocks if not self.final or stands_in_release(b)]
        content = self._made(section, title)
        if section.role == "abbreviations":
            self._abbreviations_at = len(self.items), Heading(1, title)
        elif section.role != "header" and (content or blocks or not (self.final or section.role in MADE_AT_EXPORT)):
            self.items.append(Heading(1, title))
            self.items += self._asides(section)
        self.items += content
        self._grouped(section, blocks, title)

    def place_abbreviations(self) -> None:
        """The abbreviations come last in the making, when all other words are known."""
        if self._abbreviations_at:
            at, heading = self._abbreviations_at
            listed = made.abbreviations(self.brief.acronyms, self.items, self.scribe.citations.notes)
            self.items[at:at] = [heading, *listed] if listed else []

    def _made(self, section: Section, title: str) -> list[Item]:
        if section.role == "header":
            return [made.header_box(self.brief, self.marking, final=self.final)]
        if section.role == "sources":
            table = made.sources_table(self.brief, title)
            return [table] if table else []
        if section.role == "report-back" and not self.final and not any(b.role == "row" for b in section.blocks):
            asked = [b for s, b in _blocks(self.brief) if b.role == "question" and s.role != "defensives"]
            names = [f"Question {n}" for n in range(1, len(asked) + 1)]
            return [tables.blank_report(names, title)] if names else []
        return []

    def _asides(self, section: Section) -> list[Item]:
        """One line under the heading: whether it may be disclosed, how long it is."""
        spoken = "" if self.final else _speaking_time(self.brief, section)
        if section.disclosable:
            return [Paragraph("section-note", (Run(spoken),))] if spoken else []
        more = (Run(f" · {spoken[0].lower()}{spoken[1:]}"),) if spoken else ()
        return [Paragraph("not-disclosed", (Run("Not for disclosure", bold=True), *more))]

    def _grouped(self, section: Section, blocks: list[Block], title: str) -> None:
        """The blocks in their order, but what belongs to a question under it, and rows together in a table."""
        asked = {b.id for b in blocks if b.role == "question" and b.id}
        loose = [b for b in blocks if b.role == "question" or b.question not in asked]
        at = 0
        before: Block | None = None
        while at < len(loose):
            block = loose[at]
            at += 1
            if block.role == "question":
                self._question(section, block, [b for b in blocks if b.role != "question" and b.question == block.id])
            elif tables.is_row(section, block):
                rows = [block]
                while at < len(loose) and tables.is_row(section, loose[at]):
                    rows.append(loose[at])
                    at += 1
                self.items.append(tables.table(self.scribe, section, rows, title))
            else:
                self.items += self.scribe.block(section, block, before=before)
            before = block

    def _question(self, section: Section, question: Block, below: list[Block]) -> None:
        word = "Hard question" if section.role == "defensives" else "Question"
        number = self._counts[word] = self._counts.get(word, 0) + 1
        label = f"{word} {number}"
        pulled = question.pulled
        asker = pulled.asked_by if pulled else None
        self.items.append(Heading(2, f"{label} – {asker}" if asker else label))
        self.items += self.scribe.block(section, question, label=label)
        if pulled and pulled.wording == "gist":
            self.items.append(Paragraph("wording", (Run("In our words; see the paper for its own."),)))
        spoken = [b for b in below if b.role not in MATERIAL]
        for before, block in zip([None, *spoken], spoken, strict=False):
            name = f"Answer to {label[0].lower()}{label[1:]}" if block.role == "answer" else ""
            self.items += self.scribe.block(section, block, label=name, before=before)
        material = [b for b in below if b.role in MATERIAL]
        if material:
            answered = any(b.role == "answer" and not blank(b) for b in spoken)
            label = "What carries the answer" if answered else "Material for the answer"
            self.items.append(Paragraph("material-label", (Run(label),)))
        for before, block in zip([None, *material], material, strict=False):
            self.items += self.scribe.block(section, block, supporting=True, before=before)


def _speaking_time(brief: Brief, section: Section) -> str:
    """``Speaking time: about 2 min 40 of 3 min``; nothing for a section that is neither spoken nor limited."""
    if section.role not in _SPOKEN_SECTIONS and not section.minutes and not section.words:
        return ""
    parts: list[str] = []
    if section.minutes or not section.words:
        limit = f" of {section.minutes:g} min" if section.minutes else ""
        spoken = speaking_seconds(brief, section)
        about = f"about {_minutes(spoken)}" if spoken else "nothing yet"
        parts.append(f"Speaking time: {about}{limit}")
    if section.words and (count := section_words(section)):
        parts.append(f"{'Length' if not parts else 'length'}: {count} of {section.words} words")
    return "; ".join(parts)


def _minutes(secs: int) -> str:
    """Seconds as they are said, rounded to ten: ``2 min 40``."""
    minutes, rest = clock(max(round(secs / 10) * 10, 10)).split(":")
    if minutes == "0":
        return f"{rest} seconds"
    return f"{minutes} min" if rest == "00" else f"{minutes} min {rest}"
