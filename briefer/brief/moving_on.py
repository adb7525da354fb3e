"""One brief on its way to the next meeting: block by block what stays, what is asked again, what is kept apart, what is new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from briefer.brief import carry, edit, glyphs, shape, tabled
from briefer.brief.draft import Order, default_name, draft, meeting_ref
from briefer.brief.ids import block_id
from briefer.brief.last_words import LAST, TITLE
from briefer.brief.model import MADE_AT_EXPORT, Block, Brief, Section
from briefer.brief.newly import known_now, since_last
from briefer.brief.pull import acronyms_used
from briefer.brief.templates import TemplateFile
from briefer.dates import long_form
from briefer.errors import BrieferError
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import Meeting


class MovingOn:
    """One brief on its way to the next meeting: what of it stays in place, what goes to the last section."""

    def __init__(
        self,
        last: Brief,
        meeting: Meeting,
        as_of: str,
        topics: tuple[str, ...],
        name: str | None,
        base: Knowledge,
        file: TemplateFile | None,
        today: str,
        words: Mapping[str, str] = {},
    ) -> None:
        self.last, self.meeting, self.as_of, self.base, self.today = last, meeting, as_of, base, today
        self.words = words
        self.file = file or TemplateFile(
            shape.of(last, "as-it-was"), Path("as-it-was.yaml"), "the brief's own shape", ""
        )
        self.topics = topics or tabled.topics(last, meeting, base)
        named = None if base.is_inward_meeting(meeting) else meeting
        self.name = name or default_name(named, list(self.topics), last.template or "")
        self.sections = [s for s in last.sections if s.id != LAST]
        self.taken = {b.id for s in last.sections for b in s.blocks}
        self.asked = tabled.questions(meeting, self.topics, last, as_of, base)
        held = {b.entry for s in self.sections for b in s.blocks if b.role == "question"}
        self.new_questions = tuple(q for q in self.asked if q not in held)
        self.fresh = self._draft(self.topics, self.asked)
        self.before = self._draft_before()
        self.moved = {b.id for s in self.sections for b in s.blocks if tabled.is_asked(b) and b.entry not in self.asked}
        """The old questions that are on the table no longer."""
        said = {b.question for s in self.sections for b in s.blocks if not b.entry and b.role != "prompt"}
        self.answered = self.moved & said
        self.apart: list[tuple[Section, Block]] = []
        """What goes to the last section, in the order of the last brief."""
        self.other_words: list[str] = []
        """The sections with a text in which the template says something else by now."""

    # --- what the template gives ---------------------------------------------------------------------------------

    def _draft(self, topics: Sequence[str], questions: tuple[str, ...] | None) -> Brief:
        """What the template gives for the next meeting."""
        last = self.last
        order = Order(
            topics=tuple(topics), meeting=self.meeting.meeting, as_of=self.as_of, delegation=last.delegation,
            drafter=last.drafter, name=self.name, language=last.language, own_marking=last.own_marking,
            markings=last.markings, words_per_minute=last.words_per_minute, house_style=last.house_style,
            questions=questions, words=self.words,
        )  # fmt: skip
        return draft(order, self.file, self.base, self.today)

    def _draft_before(self) -> Brief | None:
        """What the template gave last time, as far as it can be told; to see which of its texts were left as they were."""
        last = self.last
        held = last.meeting.id if last.meeting and last.meeting.id in self.base.meetings else None
        topics = tuple(t for t in last.topics if t in self.base.topics)
        if not topics or not any(b.made_from for s in self.sections for b in s.blocks):
            return None
        order = Order(
            topics=topics, meeting=held, as_of=last.as_of, delegation=last.delegation, language=last.language,
            words=self.words,
        )  # fmt: skip
        try:
            return draft(order, self.file, self.base, self.today)
        except BrieferError:
            return None

    # --- what stays -----------------------------------------------------------------------------------------------

    def done(self) -> Brief:
        """The brief for the next meeting."""
        sections = [replace(s, blocks=tuple(b for one in s.blocks for b in self._stays(s, one))) for s in self.sections]
        for section in self.fresh.sections:
            sections = self._with_questions(sections, section)
        sections = self._with_material(sections)
        sections = self._with_topics(sections)
        sections = self._with_apart(sections)
        sections = [
            replace(s, blocks=tuple(carry.flagged(b, self.base, self.as_of) for b in s.blocks)) for s in sections
        ]
        meeting = meeting_ref(self.meeting, self.topics, self.base)
        last = self.last
        brief = replace(
            last, brief=self.name, title=self._title(), state="draft", version=1, as_of=self.as_of, cleared_by=None,
            meeting=meeting, topics=self.topics, carried_from=last.brief, kept=None, accepted=(), sections=tuple(sections),
            known=known_now(self.topics, self.as_of, self.base, last),
            fresh=since_last(self.topics, self.as_of, self.base, last),
        )  # fmt: skip
        brief = replace(brief, acronyms=acronyms_used(brief, self.base) | last.acronyms)
        return edit.settled(last, brief)

    def _stays(self, section: Section, block: Block) -> Sequence[Block]:
        """What stands in the place of a block of the last brief."""
        if block.id in self.moved or block.question in self.moved:
            self.apart.append((section, block))
            return ()
        if block.question or block.role == "question":
            return (block,)
        if block.role == "prompt":
            if tabled.is_unasked(block, self.words) and block.text not in self._unasked_texts():
                return ()
            return (replace(block, text=self._text_now(section, block)),)
        if block.prompt:
            asked = replace(block, role="prompt", text=block.prompt, prompt=None, sources=(), carries=(), marking=None)
            asked = replace(asked, text=self._text_now(section, asked))
            again = not tabled.is_unasked(asked, self.words) or asked.text in self._unasked_texts()
            words = replace(block, id=block_id(self.taken, LAST, block.id), prompt=asked.text if again else None)
            self.apart.append((section, words))
            return (asked,) if again else ()
        if block.made_from:
            now = self._text_now(section, block)
            if block.text == _made_text(self.before, section, block.made_from):
                return (replace(block, text=now),)
            if block.text != now:
                self.other_words.append(section.title or section.id)
        return (block,)

    def _text_now(self, section: Section, block: Block) -> str:
        """What the template's text says at the next meeting; the block's own where the template does not have it."""
        now = _made_text(self.fresh, section, block.made_from) if block.made_from else None
        return now if now is not None else block.text

    def _unasked_texts(self) -> set[str]:
        return {b.text for s in self.fresh.sections for b in s.blocks if self._is_unasked_now(b)}

    def _is_unasked_now(self, block: Block) -> bool:
        """Whether a block of the draft asks about a topic of the meeting on which its papers ask nothing."""
        theirs = {t for i in self.meeting.items for t in i.topics}
        topics = [t for t in self.topics if t in theirs] or self.topics
        return block.role == "prompt" and block.id in {tabled.unasked_id(t) for t in topics}

    # --- what is new ----------------------------------------------------------------------------------------------

    def _with_questions(self, sections: list[Section], section: Section) -> list[Section]:
        """The sections with the new questions of a section of the draft, each with its prompt and what helps to answer."""
        held = {b.id for s in sections for b in s.blocks}
        asked_before = {b.text for s in sections for b in s.blocks if b.role == "prompt"}
        groups: list[Block] = []
        again: set[str] = set()
        for block in section.blocks:
            owner = next((b for b in section.blocks if b.id == block.question), block)
            new = owner.entry in self.new_questions and owner.role == "question"
            unasked = self._is_unasked_now(block) and block.text not in asked_before
            if not (new or unasked):
                continue
            if block.entry and block.role != "question" and (mine := self._material(sections, block)):
                if mine.id in held:
                    continue
                block = mine
                again.add(mine.id)
            groups.append(block)
        if not groups:
            return sections
        ids = {b.id: b.id if b.id in again else block_id(self.taken, self.name, b.id) for b in groups}
        groups = [replace(b, id=ids[b.id], question=ids.get(b.question or "", b.question)) for b in groups]
        stood = [s.id for s in self.sections if any(b.id in self.moved or b.entry in self.asked for b in s.blocks)]
        same = [s.id for s in sections if s.id == section.id]
        alike = [s.id for s in sections if s.role == section.role]
        target = next(iter([*stood, *same, *alike]), None)
        if target is None:
            return _before_made([*sections], replace(section, blocks=tuple(groups)))
        return [self._inserted(s, groups) if s.id == target else s for s in sections]

    def _with_material(self, sections: list[Section]) -> list[Section]:
        """The sections with what stood under old questions that had no answer, and serves none of the new ones."""
        left = [(s, b) for s, b in self.apart if b.question in self.moved - self.answered]
        self.apart = [one for one in self.apart if one not in left and one[1].id not in self.moved - self.answered]
        for section, block in left:
            if block.entry:
                loose = replace(block, question=None)
                sections = [replace(s, blocks=(*s.blocks, loose)) if s.id == section.id else s for s in sections]
        return sections

    def _material(self, sections: Sequence[Section], block: Block) -> Block | None:
        """The block that the brief has for an entry already: in running text, or among what was kept apart."""
        for section in sections:
            for one in section.blocks:
                if one.entry == block.entry and one.role != "row" and section.role != "state-of-play":
                    return one
        for at, (_section, one) in enumerate(self.apart):
            if one.entry == block.entry and one.role == block.role and not carry.is_own_wording(one):
                del self.apart[at]
                return replace(one, question=block.question)
        return None

    def _inserted(self, section: Section, groups: Sequence[Block]) -> Section:
        """A section with new questions: behind those that are still on the table, else where the old ones stood."""
        still = [i for i, b in enumerate(section.blocks) if tabled.is_asked(b) or b.question]
        old = next(s for s in self.sections if s.id == section.id)
        first = next((i for i, b in enumerate(old.blocks) if b.id in self.moved), None)
        if still:
            at = still[-1] + 1
        elif first is not None:
            above = {b.id for b in old.blocks[:first]}
            at = sum(b.id in above for b in section.blocks)
        else:
            at = len(section.blocks)
        return replace(section, blocks=(*section.blocks[:at], *groups, *section.blocks[at:]))

    def _with_topics(self, sections: list[Section]) -> list[Section]:
        """The sections with what the template pulls in on topics that the last brief was not about."""
        added = [t for t in self.topics if t not in self.last.topics]
        if not added:
            return sections
        held = {b.entry for s in sections for b in s.blocks}
        for section in self._draft(added, ()).sections:
            blocks = []
            asks = any(b.id in {tabled.unasked_id(t) for t in added} for b in section.blocks)
            for block in () if asks else section.blocks:
                if block.entry and block.entry not in held:
                    blocks.append(replace(block, id=block_id(self.taken, self.name, block.id), question=None))
            target = next((s.id for s in sections if s.id == section.id), None)
            target = target or next((s.id for s in sections if s.role == section.role), None)
            sections = [replace(s, blocks=(*s.blocks, *blocks)) if s.id == target else s for s in sections]
        return sections

    # --- what is kept apart ---------------------------------------------------------------------------------------

    def _with_apart(self, sections: list[Section]) -> list[Section]:
        """The sections with a last one of the words of the last brief, each run under the title that it stood under."""
        blocks: list[Block] = []
        under = None
        for section, block in self._worth_keeping():
            if section.id != under and section.title:
                bold = (glyphs.Glyph("**", pair=1), *glyphs.letters(section.title), glyphs.Glyph("**", pair=1))
                blocks.append(Block(id=block_id(self.taken, LAST, section.id), role="text", text=glyphs.written(bold)))
            under = section.id
            blocks.append(block)
        if not blocks:
            return sections
        when = self.last.meeting.date if self.last.meeting and self.last.meeting.date else self.last.as_of
        text = f"From the brief for {long_form(when)}: take up what still holds, then take this section out."
        first = Block(id=block_id(self.taken, LAST, "head"), role="prompt", text=text)
        title = f"{TITLE}, {long_form(when)}"
        made = Section(id=LAST, role="free", title=title, disclosable=False, blocks=(first, *blocks))
        return _before_made(sections, made)

    def _worth_keeping(self) -> list[tuple[Section, Block]]:
        """What was kept apart, without what was still to be filled in; a question is no question there any more."""
        kept = [(s, b) for s, b in self.apart if b.role != "prompt"]
        return [(s, replace(b, role="note" if b.role == "question" else b.role, question=None)) for s, b in kept]

    def _title(self) -> str:
        last = self.last
        before = last.meeting.date if last.meeting and last.meeting.date else None
        if before and long_form(before) in last.title:
            if self.base.is_inward_meeting(self.meeting):
                return self.fresh.title
            return last.title.replace(long_form(before), long_form(self.meeting.date))
        known = [self.base.topics[t].title or t for t in last.topics if t in self.base.topics]
        return self.fresh.title if known and all(t in last.title for t in known) else last.title


def _made_text(made: Brief | None, section: Section, made_from: str) -> str | None:
    """What a draft says where a text of the template stands."""
    sections = made.sections if made else ()
    near = sorted(sections, key=lambda s: s.id != section.id)
    return next((b.text for s in near for b in s.blocks if b.made_from == made_from), None)


def _before_made(sections: list[Section], new: Section) -> list[Section]:
    """The sections with one more, above those made at export that close the brief."""
    kept = [i for i, s in enumerate(sections) if s.role not in MADE_AT_EXPORT]
    at = kept[-1] + 1 if kept else len(sections)
    return [*sections[:at], new, *sections[at:]]
