"""One block → its paragraphs, with what the reader must be told about it standing beside."""

from __future__ import annotations

from msgspec.structs import replace

from briefer.brief.markup import Run as Marked
from briefer.brief.markup import bare, parse
from briefer.brief.model import Block, Section
from briefer.brief.review import is_reworded, told
from briefer.word.citations import Citations, Form
from briefer.word.language import Language
from briefer.word.shapes import Control, Held, Item, Kind, Paragraph, Run

#: What carries an answer.
MATERIAL = ("fact", "position", "figure", "row", "note")

_SPEAKING_SECTIONS = ("speaking-note", "if-raised")
#: What is told of a block, and the label that says it where it is more than the words themselves.
_TOLD = {
    "Out of date": "out-of-date", "Later": "later", "Disputed": "disputed", "Superseded": "superseded",
    "Reworded": "reworded",
}  # fmt: skip
#: Characters without a width of their own, which come with text pasted from elsewhere.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u00a0"), " ")
_BULLETED: tuple[Kind, ...] = ("point", "fact", "material")


class Scribe:
    """Lays out the blocks of one brief; keeps the footnotes it has placed."""

    def __init__(self, words: Language, as_of: str, lowest: str, *, final: bool, sources: Form = "footnotes") -> None:
        self.words = words
        self.as_of = as_of
        self.final = final
        self.citations = Citations(words, lowest, sources)

    def block(
        self,
        section: Section,
        block: Block,
        *,
        label: str = "",
        supporting: bool = False,
        before: Block | None = None,
    ) -> list[Item]:
        """A block outside tables.

        ``label`` is its name in the control, ``supporting`` tells what carries an answer. ``before`` is the block just
        above: what is said of both, an actor or that they are to be filled in, is said once.
        """
        kind = _kind(section, block, supporting)
        items: list[Item] = []
        if block.role == "prompt" and (before is None or before.role != "prompt"):
            items.append(Paragraph("prompt-label", (Run(self.words.say("to-fill-in"), bold=True),)))
        actor = self._actor(block)
        if actor and (before is None or actor != self._actor(before)):
            items.append(Paragraph("material-actor" if supporting else "actor", actor, level=1))
        paragraphs = self.paragraphs(block, kind, depth=2 if actor else 1)
        notices = self.notices(block)
        if notices:
            # What must be told of a statement stands on its page.
            *before_last, last = notices
            paragraphs = (*paragraphs[:-1], replace(paragraphs[-1], kept=True))
            notices = (*(replace(notice, kept=True) for notice in before_last), last)
        return [*items, Held(paragraphs, self.control(block, label)), *notices]

    def paragraphs(self, block: Block, kind: Kind, *, depth: int = 1) -> tuple[Paragraph, ...]:
        """The block's text with its footnote marks; those of sources it does not refer to stand at its end."""
        tongue = self.words.tongue(block.text)
        # How a date was resolved and the like is for those who work on the note, not for those who get it.
        remark = (block.pulled.note or "") if block.pulled and not self.final else ""
        reworded = block.pulled is not None and is_reworded(block)
        if (line := bare(block.text)) and not block.carries:
            runs = [Run(line)]
            for source in block.sources:
                runs.append(self.citations.cite(source, remark, after=reworded))
                remark = ""
            return (Paragraph(kind, tuple(runs), _level(kind, depth, first=True, bullet=False), tongue),)
        return tuple(
            [
                Paragraph(kind, tuple(runs), _level(kind, depth, first=i == 0, bullet=bullet), tongue)
                for i, (runs, bullet) in enumerate(self._lines(block, [remark] if remark else [], reworded))
            ]
        )

    def _lines(self, block: Block, remark: list[str], reworded: bool) -> list[tuple[list[Run], bool]]:
        """The runs of each line of a block, and whether it has a bullet; the first of its notes gets the remark."""
        # What was woven in answers for its own sources, not the statement around it.
        woven = {n: (c.pulled.note or "") * (not self.final) for c in block.carries for n in c.marks}
        sources = block.sources
        used: set[int] = set()

        def cite(number: int) -> Run:
            source = sources[number - 1]
            if number in woven:
                return self.citations.cite(source, woven[number])
            return self.citations.cite(source, remark.pop() if remark else "", after=reworded)

        def placed(run: Marked) -> Run:
            text, bold, italic, note = run
            used.add(note)
            if note and note <= len(sources):
                return cite(note)
            return Run(f"[^{note}]" if note else text, bold, italic)

        lines = [([placed(r) for r in p.runs], p.bullet) for p in parse(block.text)] or [([], False)]
        lines[-1][0].extend([cite(n) for n in range(1, len(sources) + 1) if n not in used])
        return lines

    def control(self, block: Block, label: str = "") -> Control | None:
        """What makes the block known again; a note for release carries nothing of the kind."""
        return None if self.final or not block.id else Control(block.id, label or self.words.say(f"block-{block.role}"))

    def notices(self, block: Block) -> tuple[Paragraph, ...]:
        """What a reader must be told of the block; that it was reworded, in a note for release, its footnote says."""
        tellings = [t for t in told(block, self.as_of) if t.word != "Reworded" or not self.final]
        return tuple(self._notice(*telling) for telling in tellings)

    def _notice(self, word: str, said: str, meant: str) -> Paragraph:
        label = self.words.say("notice", word=self.words.say(_TOLD[word]))
        quoted = f"“{meant}”: " if meant else ""
        return Paragraph("notice", (Run(label, bold=True), Run(f" {quoted}{self._sentence(word, said)}")))

    def _sentence(self, word: str, said: str) -> str:
        match word:
            case "Out of date" | "Later":
                text = self.words.say(f"{_TOLD[word]}-text", date=self.words.date(said))
            case "Reworded":
                text = self.words.say("reworded-text", text=said)
            case _:
                text = said
        return f"{text.strip().rstrip('.')}."

    def _actor(self, block: Block) -> tuple[Run, ...]:
        """Who holds a position, and which; nothing for other blocks."""
        pulled = block.pulled
        if block.role != "position" or not pulled or not pulled.actor:
            return ()
        stance = (Run(f" ({self.words.stance(pulled.stance)})"),) if pulled.stance else ()
        return (Run(pulled.actor, bold=True), *stance)


def blank(block: Block) -> bool:
    """Whether a block has nothing to read: no text, or only what marks text and what nobody sees."""
    return not block.text.translate(_UNSEEN).strip("*- \t\n")


def stands_in_release(block: Block) -> bool:
    """Whether a block belongs in a note for release: it says something and is no prompt."""
    return block.role != "prompt" and not (blank(block) and not block.sources)


def _kind(section: Section, block: Block, supporting: bool) -> Kind:
    if block.role in ("question", "answer", "prompt", "note"):
        return block.role
    if supporting:
        return "material"
    if block.role == "text":
        return "speaking" if section.role in _SPEAKING_SECTIONS else "text"
    return "point" if block.role == "point" else "fact"


def _level(kind: Kind, depth: int, *, first: bool, bullet: bool) -> int:
    if kind in _BULLETED:
        return depth if first else 2 * bullet
    return int(bullet)
