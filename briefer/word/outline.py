"""A brief → the outline from which every format is made: what is said, in which order, and under which name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from briefer.brief.inward import released
from briefer.brief.marking import high_water
from briefer.brief.model import MADE_AT_EXPORT, Block, Brief, Section
from briefer.brief.review import section_words, speaking_seconds
from briefer.errors import BrieferError
from briefer.text import clock, seconds
from briefer.text import words as count_words
from briefer.word import made, tables
from briefer.word.blocks import MATERIAL, Scribe, blank, stands_in_release
from briefer.word.citations import Form, anchor
from briefer.word.language import Language
from briefer.word.shapes import BlockText, Group, Heading, Item, Outline, Paragraph, Run, Standing

_SPOKEN_SECTIONS = ("speaking-note",)


def outline(
    brief: Brief,
    *,
    final: bool,
    languages: Sequence[Path] = (),
    sources: Form = "footnotes",
    standing: Standing | None = None,
) -> Outline:
    """The note as it is read; ``final`` leaves out prompts, controls, empty sections and what stays in the house.

    ``standing`` is said of a revised note and of an addendum. ``languages`` are folders with further language files.
    Raises BrieferError where two blocks carry the same id, and with the first fault of a language file.
    """
    _refuse_twins(brief)
    if final:
        brief = released(brief)
    # YAML is slow to import; whoever has read a brief has it already.
    from briefer.word.languages import load

    words = load(brief.language, languages)
    layout = _Layout(brief, words, final, sources, standing)
    for section in brief.sections:
        layout.section(section)
    layout.place_references()
    layout.place_abbreviations()
    items, groups = layout.flat()
    meeting = brief.meeting
    body = (meeting.body or "") if meeting else ""
    date = made.meeting_date(brief, words)
    kicker = " · ".join(p for p in (*_type(words, standing), brief.delegation) if p)
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
        words=words,
        delegation=brief.delegation or "",
        drafter=brief.drafter or "",
        date=date or words.date(brief.as_of),
        as_of=brief.as_of,
        keywords=tuple(k for k in (layout.marking, body, *brief.topics) if k),
        final=final,
        items=(*top, *items),
        groups=tuple(replace(g, start=g.start + len(top), stop=g.stop + len(top)) for g in groups),
        notes=() if sources == "numbers" else tuple(layout.scribe.citations.notes),
        references={f"#{anchor(n.number)}": n.cites for n in layout.scribe.citations.notes if sources == "numbers"},
        lines={
            **layout.lines,
            "title": brief.title,
            "subject": subject,
            "kicker": kicker,
            "body": body,
            "date": date,
            "place": (meeting.place or "") if meeting else "",
            "delegation": brief.delegation or "",
        },
        texts=() if final else tuple(BlockText(b.id, s.id, b.role, b.text) for s, b in _blocks(brief) if b.id),
    )


def _type(words: Language, standing: Standing | None) -> tuple[str, ...]:
    """What kind of paper this is; a revised note and an addendum say so."""
    if standing is None:
        return (words.say("briefing-note"),)
    if standing.form == "addendum":
        return (words.say("addendum-to", version=_of_version(words, standing)),)
    return words.say("briefing-note"), words.say("revised")


def _of_version(words: Language, standing: Standing) -> str:
    if not standing.on:
        return words.say("version-numbered", version=standing.version)
    return words.say("version-dated", version=standing.version, date=words.date(standing.on))


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

    def __init__(self, brief: Brief, words: Language, final: bool, sources: Form, standing: Standing | None) -> None:
        self.brief = brief
        self.words = words
        self.final = final
        self.marking = high_water(brief)
        self.items: list[Item] = []
        """Of the section that is being laid out."""
        self._laid: list[tuple[Section, list[Item]]] = []
        lowest = brief.markings[0] if brief.markings else ""
        self.scribe = Scribe(words, brief.as_of, lowest, final=final, sources=sources)
        self.lines = made.header_lines(brief, self.marking, self.scribe.citations, final=final)
        if standing is not None:
            self.lines["version"] += f" – {self._standing(standing)}"
        self._numbers = standing.numbers if standing else {}
        self._counts: dict[str, int] = {}
        self._headings = 0
        self._asked = _asked(brief)
        closed = {not s.disclosable for s in brief.sections if s.role == "background"}
        self._apart = len(closed) == 2
        """Whether some of the background may be used freely and some may not."""

    def _standing(self, standing: Standing) -> str:
        version = _of_version(self.words, standing)
        if standing.form == "addendum":
            return self.words.say("adds-to", version=version)
        return self.words.say("replaces", revised=self.words.say("revised"), version=version)

    def section(self, section: Section) -> None:
        """One section with its heading; in a note for release only where it has something to say."""
        self.items = []
        self._laid.append((section, self.items))
        if section.role == "abbreviations":
            return
        title = self.words.title(section.role, section.title)
        blocks = [b for b in section.blocks if not self.final or self._goes_out(b)]
        content = self._made(section, title)
        if section.role != "header" and (content or blocks or not (self.final or section.role in MADE_AT_EXPORT)):
            self.items.append(self._heading(1, title))
            self.items += self._asides(section)
            if not content and section.role not in MADE_AT_EXPORT and all(blank(b) and not b.sources for b in blocks):
                self.items.append(Paragraph("note", (Run(self.words.say("not-written")),)))
        self.items += content
        self._grouped(section, blocks, title)

    def _goes_out(self, block: Block) -> bool:
        """Whether a block stands in a note for release: what our templates remark is for those who work on it."""
        return stands_in_release(block) and not (block.role == "note" and block.text.strip() in self.words.remarks)

    def flat(self) -> tuple[list[Item], list[Group]]:
        """All items in a row, and which belong to which section."""
        items: list[Item] = []
        groups: list[Group] = []
        for section, own in self._laid:
            groups.append(Group(section.id, section.role, len(items), len(items) + len(own)))
            items += own
        return items, groups

    def _heading(self, level: int, text: str) -> Heading:
        self._headings += 1
        return Heading(level, text, f"_Toc{self._headings:09d}")

    def place_references(self) -> None:
        """Where the house wants numbers in brackets: what they stand for, after the sources."""
        citations = self.scribe.citations
        if citations.form != "numbers" or not citations.notes:
            return
        listed: list[Item] = [self._heading(1, self.words.say("references"))]
        listed += (
            Paragraph("reference", (Run(f"[{n.number}]\t"), *n.runs), anchor=anchor(n.number)) for n in citations.notes
        )
        at = next((own for section, own in self._laid if section.role == "sources"), None)
        if at is None:
            self._laid.append((Section(id="references", role="sources"), listed))
        else:
            at += listed

    def place_abbreviations(self) -> None:
        """The abbreviations come last in the making, when all other words are known."""
        everything = [item for _section, own in self._laid for item in own]
        for section, own in self._laid:
            if section.role != "abbreviations":
                continue
            listed = made.abbreviations(self.brief.acronyms, everything, self.scribe.citations.notes)
            if listed:
                own += [self._heading(1, self.words.title(section.role, section.title)), *listed]
            self.items = own
            self._grouped(section, [b for b in section.blocks if not self.final or self._goes_out(b)], "")

    def _made(self, section: Section, title: str) -> list[Item]:
        if section.role == "header":
            return [made.header_box(self.lines, self.words)]
        if section.role == "sources":
            table = made.sources_table(self.brief, title, self.words)
            return [table] if table else []
        if section.role == "report-back" and not self.final and not any(b.role == "row" for b in section.blocks):
            rows = [
                Paragraph("cell-label", (Run(self.words.say("question", number=n), link=f"#{_question_anchor(n)}"),))
                for n in range(1, self._asked + 1)
            ]
            return [tables.blank_report(rows, title, self.words)] if rows else []
        return []

    def _asides(self, section: Section) -> list[Item]:
        """One line under the heading: whether it may be disclosed, how long it is."""
        spoken = "" if self.final else self._length(section)
        if not section.disclosable:
            more = (Run(f" · {spoken[0].lower()}{spoken[1:]}"),) if spoken else ()
            return [Paragraph("not-disclosed", (Run(self.words.say("not-for-disclosure"), bold=True), *more))]
        free = self.words.say("free-to-use") if section.role == "background" and self._apart else ""
        line = " · ".join(p for p in (free, spoken) if p)
        return [Paragraph("section-note", (Run(line),))] if line else []

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
        word = "hard-question" if hard(section) else "question"
        number = self._counts[word] = self._numbers.get(question.id) or self._counts.get(word, 0) + 1
        label = self.words.say(word, number=number)
        spoken = [b for b in below if b.role not in MATERIAL]
        pulled = question.pulled
        asker = pulled.asked_by if pulled else None
        asked = self.words.say("asked-by", question=label, asker=asker) if asker else label
        heading = self._heading(2, " · ".join(p for p in (asked, self._answer_time(section, spoken)) if p))
        self.items.append(replace(heading, anchor=_question_anchor(number)) if word == "question" else heading)
        self.items += self.scribe.block(section, question, label=label)
        if pulled and pulled.wording == "gist":
            self.items.append(Paragraph("wording", (Run(self.words.say("gist")),)))
        for before, block in zip([None, *spoken], spoken, strict=False):
            name = self.words.say(f"answer-to-{word}", number=number) if block.role == "answer" else ""
            self.items += self.scribe.block(section, block, label=name, before=before)
        material = [b for b in below if b.role in MATERIAL]
        if material:
            answered = any(b.role == "answer" and not blank(b) for b in spoken)
            self.items.append(
                Paragraph("material-label", (Run(self.words.say("carries" if answered else "material")),))
            )
        for before, block in zip([None, *material], material, strict=False):
            self.items += self.scribe.block(section, block, supporting=True, before=before)

    def _answer_time(self, section: Section, spoken: list[Block]) -> str:
        """How long the answer to a question takes to say."""
        count = sum(count_words(b.text) for b in spoken if b.role == "answer")
        if section.role not in _SPOKEN_SECTIONS or not count:
            return ""
        return self.words.say("answer-time", time=self._minutes(seconds(count, self.brief.words_per_minute)))

    def _length(self, section: Section) -> str:
        """``Speaking time: about 2 min 40 of 3 min``; nothing for a section that is neither spoken nor limited."""
        if section.role not in _SPOKEN_SECTIONS and not section.minutes and not section.words:
            return ""
        say = self.words.say
        parts: list[str] = []
        if section.minutes or not section.words:
            spoken = speaking_seconds(self.brief, section)
            time = say("about", time=self._minutes(spoken)) if spoken else say("nothing-yet")
            time = say("of-minutes", time=time, minutes=f"{section.minutes:g}") if section.minutes else time
            parts.append(say("speaking-time", time=time))
        if section.words and (count := section_words(section)):
            length = say("length", words=count, limit=section.words)
            parts.append(f"{length[0].lower()}{length[1:]}" if parts else length)
        return "; ".join(parts)

    def _minutes(self, secs: int) -> str:
        """Seconds as they are said, rounded to ten: ``2 min 40``."""
        minutes, rest = clock(max(round(secs / 10) * 10, 10)).split(":")
        if minutes == "0":
            return self.words.say("seconds", seconds=rest)
        if rest == "00":
            return self.words.say("minutes", minutes=minutes)
        return self.words.say("minutes-seconds", minutes=minutes, seconds=rest)


def _asked(brief: Brief) -> int:
    """How many questions are numbered as such: those of the other side are not."""
    return sum(b.role == "question" for s, b in _blocks(brief) if s.role != "defensives")


def hard(section: Section) -> bool:
    """Whether the questions of a section are the other side's, which are counted apart."""
    return section.role == "defensives"


def _question_anchor(number: int) -> str:
    return f"_Ref1{number:08d}"
