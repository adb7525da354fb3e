"""A brief under another template, with all that a person wrote or pulled in.

The new template's draft is the ground. What the brief holds takes its place in it: an answer at the same question, what
was filled in at the same prompt, an entry where the draft has it too. The rest goes to the section of the same role, or
to a last one, "Kept from before". Only what is still to be filled in stays behind: the new template asks for its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from briefer.brief import carrying, edit, glyphs, markup
from briefer.brief.edit.blocks import fresh_id
from briefer.brief.marking import is_closed
from briefer.brief.model import Block, Brief, Section
from briefer.brief.whole.sections import free_id

KEPT = "Kept from before"


def recast(brief: Brief, fresh: Brief, *, before: Brief | None = None) -> Brief:
    """The brief in the shape of ``fresh``, the draft that another template gives for the same order.

    Title, name, state, header, day and a marking that was raised stay; so do titles of sections, where both have just one
    of a role. ``before`` is the draft that the brief's own template gave: what stands in the brief as it stood there is
    the template's, not a person's, and is left out where the new one does not have it. Without it nothing is left out.
    """
    return _Recasting(brief, fresh, before).done()


class _Recasting:
    """One brief on its way into another shape: which of the draft's places are taken, and by what."""

    def __init__(self, brief: Brief, fresh: Brief, before: Brief | None) -> None:
        self.brief, self.before = brief, before
        self.fresh = _with_other_ids(fresh, brief)
        self.taken: dict[str, Block] = {}
        """By the draft's block what stands in its place."""
        self.added: dict[str, list[Block]] = {}
        """By the draft's block what comes behind it and all that belongs to it."""
        self.at_end: dict[str, list[tuple[Section, Block]]] = {}
        """By the draft's section what comes last in it, with where it stood."""
        self.left: list[tuple[Section, Block]] = []
        self.closed: set[str] = set()
        """The draft's sections that take in something never for release."""
        self.ids = {b.id for s in self.fresh.sections for b in s.blocks}
        self.places = [(s, b) for s in self.fresh.sections for b in s.blocks]

    def done(self) -> Brief:
        """The brief in its new shape."""
        blocks = [(s, b) for s in self.brief.sections for b in s.blocks if b.role != "prompt"]
        questions = {b.id: s.id for s, b in blocks if b.role == "question"}
        rest = sorted(blocks, key=lambda one: one[1].role != "question")
        rest = [(s, b) for s, b in rest if not self._in_place(s, b, beyond=False)]
        rest = [(s, b) for s, b in rest if not self._in_place(s, b, beyond=True)]
        with_question = [
            (s, b) for s, b in rest if questions.get(b.question or "") == s.id and self._with_question(s, b)
        ]
        rest = [one for one in rest if one not in with_question]
        held = {b.entry for _, b in self.places} | {b.entry for _, b in with_question}
        rest = [(s, b) for s, b in rest if b.role == "question" or b.marking or not (b.entry in held and _untouched(b))]
        order = {b.id: i for i, (_, b) in enumerate(blocks)}
        for section, block in sorted(self._of_a_person(rest), key=lambda one: order[one[1].id]):
            self._elsewhere(section, block)
        sections = (*map(self._section, self.fresh.sections), *self._kept())
        return edit.settled(
            self.brief,
            replace(
                self.brief, template=self.fresh.template, sections=sections,
                acronyms=self.fresh.acronyms | self.brief.acronyms,
            ),
        )  # fmt: skip

    # --- where a block goes ---------------------------------------------------------------------------------------

    def _in_place(self, section: Section, block: Block, *, beyond: bool) -> bool:
        """Whether the draft has a place for just this block: its entry, its prompt, or the same standing text; with
        ``beyond`` in a section of another role too.
        """
        free = [(s, b) for s, b in self.places if b.id not in self.taken and _alike(block, b)]
        asked = [(s, b) for s, b in free if b.question and self._asked(b) == block.question]
        loose = [(s, b) for s, b in free if not b.question]
        here = [(s, b) for s, b in loose if s.role == section.role]
        if not beyond or (block.entry and section.role in [s.role for s in self.fresh.sections]):
            loose = []  # in a table elsewhere it may stand as well
        if block.question and self._is_asked(block.question):
            here = loose = []
        found = next(iter([*asked, *here, *loose]), None)
        if found is None:
            return False
        target, place = found
        role = block.role
        if block.entry:
            role = place.role
        elif place.role == "prompt":
            role = edit.filled_role(target, place)
        text = place.text if block.entry and _untouched(block) and block.pulled == place.pulled else block.text
        new = replace(block, role=role, text=text, question=self._asked(place), made_from=place.made_from)
        self._put(section, target, place, new)
        return True

    def _with_question(self, section: Section, block: Block) -> bool:
        """Whether the draft has the block's question: it goes where its answer is asked for, or behind what belongs to it."""
        for target, question in self.places:
            if question.id not in self.taken or self.taken[question.id].id != block.question:
                continue
            prompts = [
                b for b in target.blocks if b.question == question.id and b.role == "prompt" and b.id not in self.taken
            ]
            if prompts and block.role == "answer":
                self._put(section, target, prompts[0], replace(block, made_from=None, prompt=prompts[0].text))
            else:
                self.added.setdefault(question.id, []).append(block)
                self._note_closed(section, target)
            return True
        return False

    def _elsewhere(self, section: Section, block: Block) -> None:
        same = [s for s in self.fresh.sections if s.role == section.role]
        if section.role == "free":
            same = [s for s in same if section.id == s.id or section.title == s.title]
        if same:
            self.at_end.setdefault(same[0].id, []).append((section, block))
            self._note_closed(section, same[0])
        else:
            self.left.append((section, block))

    def _put(self, section: Section, target: Section, place: Block, block: Block) -> None:
        self.taken[place.id] = block
        self._note_closed(section, target)

    def _note_closed(self, section: Section, target: Section) -> None:
        if is_closed(section):
            self.closed.add(target.id)

    def _asked(self, place: Block) -> str | None:
        """The question that a place belongs to, by the id that it has in the new shape."""
        one = self.taken.get(place.question or "")
        return one.id if one else place.question

    def _is_asked(self, question: str) -> bool:
        """Whether the new shape has a question in the place that the draft has for it."""
        return question in [b.id for b in self.taken.values()]

    def _of_a_person(self, rest: list[tuple[Section, Block]]) -> list[tuple[Section, Block]]:
        """What is left of these without what its own template had put there, and to which nothing else belongs."""
        if self.before is None:
            return rest
        made = [b for s in self.before.sections for b in s.blocks]
        kept = [(s, b) for s, b in rest if b.role == "question" or b not in made]
        owners = {b.question for _, b in kept}
        return [(s, b) for s, b in kept if b.id in owners or b not in made]

    # --- putting it together --------------------------------------------------------------------------------------

    def _section(self, section: Section) -> Section:
        title = self._title(section)
        ends = {self._end_of(section, question): more for question, more in self.added.items()}
        said = {b.entry for more in ends.values() for b in more} - {None}
        blocks: list[Block] = []
        for block in section.blocks:
            if block.id in self.taken or block.entry not in said:  # running text says a thing once
                blocks.append(self.taken.get(block.id) or replace(block, question=self._asked(block)))
            blocks += ends.get(block.id, [])
        return replace(
            section,
            title=title,
            disclosable=section.disclosable and (section.id not in self.closed or is_closed(section)),
            blocks=(*blocks, *self._under_titles(self.at_end.get(section.id, []), title)),
        )

    @staticmethod
    def _end_of(section: Section, question: str) -> str:
        """The last of the draft's blocks that belong to a question."""
        return next((b.id for b in reversed(section.blocks) if question in (b.id, b.question)), "")

    def _title(self, section: Section) -> str:
        mine = [s for s in self.brief.sections if s.role == section.role != "free"]
        if len(mine) != 1 or sum(s.role == section.role for s in self.fresh.sections) != 1 or not mine[0].title:
            return section.title
        made = [s.title for s in self.before.sections if s.id == mine[0].id] if self.before else []
        return section.title if mine[0].title in made else mine[0].title

    def _kept(self) -> list[Section]:
        """The last section, for what has no place in the new shape."""
        if not self.left:
            return []
        return [
            Section(
                id=free_id(self.fresh, "kept-from-before"), role="free", title=KEPT,
                disclosable=not any(is_closed(section) for section, _ in self.left),
                blocks=tuple(self._under_titles(self.left, KEPT)),
            )
        ]  # fmt: skip

    def _under_titles(self, blocks: list[tuple[Section, Block]], title: str) -> Iterable[Block]:
        """Blocks in a section, each run below the title that it stood under where that is another one."""
        under = None
        for section, block in blocks:
            alone = title != KEPT and sum(s.role == section.role for s in self.brief.sections) == 1
            if section.id != under and section.title not in ("", title) and not alone:
                bold = (glyphs.Glyph("**", pair=1), *glyphs.letters(section.title), glyphs.Glyph("**", pair=1))
                ident = fresh_id(self.brief, self.ids)
                self.ids.add(ident)
                yield Block(id=ident, role="text", text=glyphs.written(bold))
            under = section.id
            yield block


def _with_other_ids(fresh: Brief, brief: Brief) -> Brief:
    """The draft with ids that the brief has not: the same entry has the same id in both."""
    new: dict[str, str] = {}
    for section in fresh.sections:
        for block in section.blocks:
            new[block.id] = fresh_id(brief, new.values())

    def renamed(block: Block) -> Block:
        return replace(block, id=new[block.id], question=new.get(block.question or "", block.question))

    sections = tuple(replace(s, blocks=tuple(map(renamed, s.blocks))) for s in fresh.sections)
    return replace(fresh, sections=sections)


def _alike(block: Block, place: Block) -> bool:
    """Whether a place of the draft is for just this block."""
    if block.entry or place.entry:
        return block.entry == place.entry and (block.role == "question") == (place.role == "question")
    if place.role == "prompt":
        return block.prompt is not None and carrying.one_line(block.prompt) == carrying.one_line(place.text)
    return block.role == place.role and carrying.one_line(block.text) == carrying.one_line(place.text)


def _untouched(block: Block) -> bool:
    """Whether a pulled block stands as it was pulled, but for the day that a timeline sets before it."""
    if block.pulled is None or block.carries:
        return False
    text = re.sub(r"^\*\*[^*]*\b(?:19|20)\d\d\*\* ", "", block.text)
    return text == markup.escape(block.pulled.text)
