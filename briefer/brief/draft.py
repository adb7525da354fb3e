"""Meeting or topics + template + knowledge → a drafted Brief."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from briefer.brief import templates
from briefer.brief.ids import block_id
from briefer.brief.marking import high_water
from briefer.brief.material import share_out, usable
from briefer.brief.model import Block, Brief, MeetingRef, Section
from briefer.brief.newly import known_now
from briefer.brief.prompt_words import worded
from briefer.brief.pull import acronyms_used, block_of
from briefer.brief.templates import Recipe, SectionRecipe, TemplateFile
from briefer.dates import first_day, last_day, long_form
from briefer.errors import UsageError
from briefer.knowledge.base import Entry, Knowledge
from briefer.knowledge.confided import item_part
from briefer.knowledge.entries import Fact, Meeting, Position, Question
from briefer.knowledge.figures import figures, has_number, moment


class Order(NamedTuple):
    """What a brief is to be about."""

    topics: tuple[str, ...]
    meeting: str | None = None
    as_of: str | None = None
    """The day; else the meeting's, else ``today``."""
    delegation: str | None = None
    drafter: str | None = None
    name: str | None = None
    title: str | None = None
    language: str = "en"
    own_marking: str = "LIMITE"
    markings: tuple[str, ...] = ("PUBLIC", "LIMITE")
    words_per_minute: int = 110
    house_style: str | None = None
    papers: tuple[str, ...] = ()
    """Whose questions are to be answered, where they ask any; else those of the meeting's papers or the topics."""
    questions: tuple[str, ...] | None = None
    """The entries that are asked; None: those of the meeting's papers, else those of the topics."""
    words: Mapping[str, str] = {}
    """What the texts of shipped templates are in its language (see ``prompt_words``)."""


def draft(order: Order, template: TemplateFile, base: Knowledge, today: str) -> Brief:
    """A brief drafted by a template out of the base.

    Raises UsageError for an unknown topic or meeting, or where neither is given; BrieferError for a template whose
    texts do not render.
    """
    meeting = base.meeting(order.meeting) if order.meeting else None
    names = order.topics or tuple(dict.fromkeys(t for i in (meeting.items if meeting else ()) for t in i.topics))
    if not names:
        if meeting:
            raise UsageError(
                f"The meeting {order.meeting} has no topics yet",
                todo="Put an item with a topic on its agenda, or name topics",
            )
        raise UsageError("A brief needs a topic or a meeting", todo="Name it with --topic or --meeting")
    topics = [base.topic(name) for name in dict.fromkeys(names)]
    as_of = order.as_of or (last_day(meeting.date).isoformat() if meeting else today)
    work = _Drafting(order, template, base, [t.topic for t in topics], meeting, as_of)
    # Title and file name go out with the note: they do not name a meeting that only instructions know.
    open_about = meeting is None or not base.is_inward_meeting(meeting)
    title = order.title or _title(meeting if open_about else None, order.topics, [t.title or t.topic for t in topics])
    brief = Brief(
        brief=order.name
        or default_name(meeting if open_about else None, [t.topic for t in topics], template.template.template),
        format=1,
        title=title,
        as_of=as_of,
        language=order.language,
        delegation=order.delegation,
        drafter=order.drafter,
        meeting=meeting_ref(meeting, [t.topic for t in topics], base) if meeting else None,
        topics=tuple(t.topic for t in topics),
        template=template.template.template,
        own_marking=order.own_marking,
        markings=order.markings,
        words_per_minute=order.words_per_minute,
        house_style=order.house_style,
        known=known_now((t.topic for t in topics), as_of, base),
        sections=tuple(work.section(i, s) for i, s in enumerate(template.template.sections)),
    )
    brief = msgspec.structs.replace(brief, acronyms=acronyms_used(brief, base))
    return msgspec.structs.replace(brief, marking=high_water(brief))


def default_name(meeting: Meeting | None, topics: list[str], template: str) -> str:
    """The name of a new brief: meeting and topic, or topic and template."""
    first = topics[0] if len(topics) == 1 else f"{topics[0]}-and-more" if not meeting else ""
    parts = [meeting.meeting, first] if meeting else [first, template]
    return "-".join(p for p in parts if p)


def _title(meeting: Meeting | None, asked: Sequence[str], titles: list[str]) -> str:
    if meeting and not asked and len(meeting.items) > 1:
        return f"{meeting.body}, {long_form(meeting.date)}"
    head, last = titles[:-1], titles[-1]
    return f"{', '.join(head)} and {last}" if head else last


def meeting_ref(meeting: Meeting, topics: Sequence[str], base: Knowledge) -> MeetingRef:
    """A meeting as the header box has it; its item where just one deals with the topics."""
    items = [i for i in meeting.items if set(i.topics) & set(topics)]
    one = items[0] if len(items) == 1 else None
    item = " ".join(p for p in (one.number, one.title) if p) if one else None
    confided = base.inward_parts(meeting)
    inward: list[str] = [n for n in ("body", "date", "end", "place", "format") if n in confided]
    if one and item_part(one) in confided:
        inward += ["item", "action"] if one.action else ["item"]
    return MeetingRef(
        id=meeting.meeting, body=meeting.body, date=meeting.date, end=meeting.end, place=meeting.place,
        format=meeting.format, item=item, action=one.action if one else None, inward=tuple(inward),
    )  # fmt: skip


class _Drafting:
    """One draft in the making: which entries are used, which ids are taken."""

    def __init__(
        self, order: Order, file: TemplateFile, base: Knowledge, topics: list[str], meeting: Meeting | None, as_of: str
    ) -> None:
        self.base, self.file, self.topics, self.as_of = base, file, topics, as_of
        self.words = order.words
        self.taken: set[str] = set()
        self.used: set[str] = set()
        self.own_actor = base.actor_called(order.delegation) if order.delegation else None
        asked = order.questions
        found = _questions(base, topics, meeting, order.papers)
        self.questions = found if asked is None else [base.entry(q) for q in asked]
        self.statements = self._usable(topics)
        topic_values = [_topic_values(base, t) for t in topics]
        self.values: dict[str, Any] = {
            "topic": topic_values[0],
            "topics": topic_values,
            "meeting": _meeting_values(meeting, base),
            "delegation": order.delegation or "our delegation",
            "questions": [_question_values(e, base) for e in self.questions],
            "as_of": long_form(as_of),
        }

    def _usable(self, topics: Sequence[str]) -> list[Entry]:
        """The statements of topics that a brief for this day can use: not replaced, and not from later than it."""
        return list(dict.fromkeys(e for t in topics for e in usable(self.base, t, self.as_of)))

    def _pool(self, question: Entry) -> list[Entry]:
        """What may answer a question: the brief's material and that of the other topics the question serves."""
        return list(dict.fromkeys((*self.statements, *self._usable(question.value.topics))))

    def section(self, index: int, recipe: SectionRecipe) -> Section:
        blocks = [b for i, r in enumerate(recipe.blocks) for b in self._blocks(r, ("sections", index, "blocks", i))]
        return Section(
            id=recipe.id, role=recipe.role, title=recipe.title, disclosable=recipe.disclosable,
            minutes=recipe.minutes, words=recipe.words, blocks=tuple(blocks),
        )  # fmt: skip

    def _blocks(self, recipe: Recipe, at: tuple[str | int, ...]) -> Iterator[Block]:
        if recipe.pull is None:
            written = worded(recipe.text or "", self.words)
            text = templates.render(written, self.file, (*at, "text"), self.values).strip()
            if text and recipe.role:
                made_from = written if templates.has_placeholders(written) else None
                ident = block_id(self.taken, "standing", *at)
                yield Block(id=ident, role=recipe.role, text=text, made_from=made_from)
        elif recipe.pull == "questions":
            yield from self._question_blocks(recipe, at)
        else:
            chosen = self._chosen(recipe)
            if recipe.as_ is None and recipe.pull != "timeline":
                # Running text says a thing once; tables and timelines are looked up and stay whole.
                chosen = [e for e in chosen if e.id not in self.used]
            for entry in chosen[: recipe.limit]:
                self.used.add(entry.id)
                block = block_of(entry, self.base, self.as_of, self.taken, role=recipe.as_)
                day = self._event(entry) if recipe.pull == "timeline" else None
                yield msgspec.structs.replace(block, text=f"**{long_form(day)}** {block.text}") if day else block

    def _question_blocks(self, recipe: Recipe, at: tuple[str | int, ...]) -> Iterator[Block]:
        pools = [self._pool(q) for q in self.questions]
        shares = share_out(self.questions, pools, recipe.material or 0, self.base, self.as_of)
        for place, entry in enumerate(self.questions):
            block = block_of(entry, self.base, self.as_of, self.taken)
            yield block
            if recipe.answer is not None:
                values = {**self.values, "question": {**self.values["questions"][place], "place": place + 1}}
                text = templates.render(worded(recipe.answer, self.words), self.file, (*at, "answer"), values).strip()
                yield Block(id=block_id(self.taken, "answer", entry.id), role="prompt", text=text, question=block.id)
            self.used.update(chosen.id for chosen in shares[place])
            for chosen in shares[place]:
                yield block_of(chosen, self.base, self.as_of, self.taken, question=block.id)
        for place, topic in enumerate(self.topics):
            if not any(topic in (q.topic, *q.value.topics) for q in self.questions):
                yield from self._unasked(recipe, at, place)

    def _unasked(self, recipe: Recipe, at: tuple[str | int, ...], place: int) -> Iterator[Block]:
        """The prompt for a topic on which nothing is asked, with what its base has to say beneath."""
        text = templates.UNASKED if recipe.unasked is None else recipe.unasked
        values = {**self.values, "topic": self.values["topics"][place]}
        prompt = templates.render(worded(text, self.words), self.file, (*at, "unasked"), values).strip()
        if not prompt:
            return
        topic = self.topics[place]
        yield Block(id=block_id(self.taken, "unasked", topic), role="prompt", text=prompt)
        facts = [e for e in self.statements if e.topic == topic and isinstance(e.value, Fact) and e.id not in self.used]
        for entry in self._sound_first(facts)[: recipe.material]:
            self.used.add(entry.id)
            yield block_of(entry, self.base, self.as_of, self.taken)

    def _chosen(self, recipe: Recipe) -> list[Entry]:
        entries = self.statements
        if recipe.stances:
            entries = [e for e in entries if isinstance(e.value, Position) and e.value.stance in recipe.stances]
        if recipe.tags:
            wanted = {t.casefold() for t in recipe.tags}
            entries = [e for e in entries if wanted & {t.casefold() for t in e.value.tags}]
        facts = [e for e in entries if isinstance(e.value, Fact)]
        positions = [e for e in entries if isinstance(e.value, Position)]
        own = self.own_actor.id if self.own_actor else None
        match recipe.pull:
            case "own-positions":
                return [e for e in positions if isinstance(e.value, Position) and e.value.actor == own]
            case "positions":
                return [e for e in positions if isinstance(e.value, Position) and e.value.actor != own]
            case "figures":
                real = [e for e in facts if figures(e.value.text)]
                numbered = sorted((e for e in facts if has_number(e.value.text)), key=lambda e: len(e.value.text))
                return sorted(real, key=lambda e: -figures(e.value.text)) or numbered[:5]
            case "timeline":
                return self._latest(facts, recipe.limit)
            case "contested":
                return [
                    e
                    for e in entries
                    if self.base.standing(e, self.as_of).disputed
                    or (isinstance(e.value, Position) and e.value.stance in ("critical", "opposes", "reserves"))
                ]
            case _:
                return self._sound_first(facts)

    def _latest(self, facts: list[Entry], limit: int | None) -> list[Entry]:
        """The facts that speak of a day, in the order of these days; where there are too many, the last ones."""
        days = {e.id: self._event(e) for e in facts}
        dated = sorted((e for e in facts if days[e.id]), key=lambda e: first_day(days[e.id] or ""))
        return dated[-limit:] if limit else dated

    def _event(self, entry: Entry) -> str | None:
        """The day of the event that a fact tells of; none where its text only says as of when its paper speaks."""
        value = entry.value
        day = moment(value.text)
        if day is None or isinstance(value, Question) or (len(day) < 10 and value.as_of.startswith(day)):
            return None
        own_dates = {paper.date for cite in value.cites if (paper := self.base.papers.get(cite.paper))}
        return None if day in own_dates else day

    def _sound_first(self, entries: list[Entry]) -> list[Entry]:
        return sorted(entries, key=lambda e: not self.base.standing(e, self.as_of).sound)


def _questions(base: Knowledge, topics: list[str], meeting: Meeting | None, papers: Sequence[str] = ()) -> list[Entry]:
    """The questions on the table: those of the papers named, of the meeting's papers where any has some, else the topics'."""
    own = [e for t in topics for e in base.under(t, also=False) if isinstance(e.value, Question)]
    also = [e for t in topics for e in base.questions(t)]
    tabled = {p for i in (meeting.items if meeting else ()) if set(i.topics) & set(topics) for p in i.papers}
    for those in (set(papers), tabled):
        if asked := _of_papers((*own, *also), those):
            return asked
    return list(dict.fromkeys(own or also))


def asked_at(meeting: Meeting, topics: Sequence[str], base: Knowledge) -> list[Entry]:
    """The questions that the papers of a meeting put on some topics."""
    papers = {p for i in meeting.items if set(i.topics) & set(topics) for p in i.papers}
    return _of_papers([e for t in topics for e in base.questions(t)], papers)


def _of_papers(entries: Iterable[Entry], papers: set[str]) -> list[Entry]:
    known = dict.fromkeys(entries)
    return [e for e in known if isinstance(e.value, Question) and {e.value.paper, e.value.via} & papers]


def _topic_values(base: Knowledge, name: str) -> dict[str, Any]:
    topic = base.topics[name]
    # What only instructions say of a topic is not written into the delegation's own text.
    summary = (topic.summary or "") if f"topic:{name}" not in base.kept_in else ""
    return {"id": topic.topic, "title": topic.title, "summary": summary, "bodies": list(topic.bodies)}


def _meeting_values(meeting: Meeting | None, base: Knowledge) -> dict[str, Any] | None:
    if meeting is None or base.is_inward_meeting(meeting):
        return None
    place = None if "place" in base.inward_parts(meeting) else meeting.place
    return {"id": meeting.meeting, "body": meeting.body, "date": long_form(meeting.date), "place": place}


def _question_values(entry: Entry, base: Knowledge) -> dict[str, Any]:
    value = entry.value
    assert isinstance(value, Question)
    asker = base.actors.get(value.asked_by)
    return {"number": value.number, "text": value.text, "asked_by": asker.name if asker else value.asked_by}
