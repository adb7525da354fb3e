"""What is spoken, in which order, and what a rehearsal says of the pace."""

from __future__ import annotations

from briefer.brief import speech
from briefer.brief.model import Block, Brief, Section


def brief(*sections: Section, **more: object) -> Brief:
    return Brief(brief="b", format=1, title="B", as_of="2025-06-10", sections=sections, **more)  # type: ignore[arg-type]


def block(ident: str, role: str, text: str, question: str | None = None) -> Block:
    return Block(id=ident, role=role, text=text, question=question)  # type: ignore[arg-type]


NOTE = Section(
    id="speaking",
    role="speaking-note",
    title="Speaking note",
    minutes=2,
    blocks=(
        block("q11111", "question", "How **many** lamps?"),
        block("a11111", "answer", "Thank you, **Chair** [^1]. Twelve lamps.", "q11111"),
        block("f11111", "fact", "Twelve lamps are lit.", "q11111"),
        block("p11111", "prompt", "What do we want?"),
        block("t11111", "text", "   "),
        block("n11111", "note", "Not for the speaker."),
    ),
)


def test_what_is_spoken_in_its_order_with_the_question_it_answers() -> None:
    said = speech.speech(brief(NOTE))
    assert [p.block for p in said.parts] == ["a11111", "p11111"]
    answer, prompt = said.parts
    assert (answer.number, answer.question, answer.section) == (1, "How many lamps?", "Speaking note")
    assert "".join(r.text for r in answer.paragraphs[0].runs) == "Thank you, Chair. Twelve lamps."
    assert [r.text for r in answer.paragraphs[0].runs if r.bold] == ["Chair"]
    assert (answer.words, answer.seconds) == (5, 3) and said.limit == 120 and said.seconds == 3
    assert not prompt.written and (prompt.words, prompt.seconds) == (0, 0)


def test_top_lines_where_the_speaking_note_says_nothing() -> None:
    asks = Section(id="s", role="speaking-note", minutes=2, blocks=(block("p22222", "prompt", "What do we say?"),))
    lines = Section(id="t", role="top-lines", blocks=(block("l11111", "point", "Lamps first."),))
    timed = Section(id="f", role="free", minutes=1, blocks=(block("x11111", "text", "With a limit of its own."),))
    assert [p.block for p in speech.speech(brief(asks, lines)).parts] == ["l11111"]
    assert [p.block for p in speech.speech(brief(asks, lines, timed)).parts] == ["p22222", "x11111"]
    assert speech.speech(brief(asks)).parts == ()
    assert speech.speech(brief()).parts == ()


def test_pace_counts_what_was_read_and_nothing_that_was_passed_over() -> None:
    parts = speech.speech(
        brief(
            Section(
                id="s", role="speaking-note", blocks=tuple(block(f"t{i}1111", "text", "word " * 100) for i in range(3))
            )
        )
    ).parts
    assert speech.pace(parts, [60.0, 40.0, 50.0]) == 120
    assert speech.pace(parts, [60.0, 0.5, 0.0]) == 100
    assert speech.pace(parts, [0.2, 0.5, 0.0]) == 0
    assert speech.pace(parts, [600.0, 600.0, 600.0]) == 0
    assert speech.differs(122, 110) and speech.differs(98, 110)
    assert not speech.differs(121, 110) and not speech.differs(99, 110) and not speech.differs(0, 110)
