"""Headings as a tree, paragraphs joined from printed lines, and where each of them stands."""

from __future__ import annotations

import pytest
from lines_of import lines_of, spans

from briefer.papers.lines import Line, Span
from briefer.papers.model import Heading, Paragraph
from briefer.papers.structure import outline

PROSE = "The lamps along the northern road were lit for the first time in spring, and the harbours report fewer collisions since."


def headings(text: str, *, whole: bool = False) -> list[tuple[int, str]]:
    return [(h.level, h.text) for h in outline(lines_of(text), whole)[0]]


def paragraphs(text: str, *, whole: bool = False) -> list[str]:
    return [p.text for p in outline(lines_of(text), whole)[1]]


def test_styles_make_the_tree() -> None:
    text = f"# Lamps\n\n{PROSE}\n\n## Oil\n\n{PROSE}\n\n### Fish oil\n\n{PROSE}\n\n## Wicks\n\n{PROSE}\n\n# Costs\n\n{PROSE}"
    assert headings(text) == [(1, "Lamps"), (2, "Oil"), (3, "Fish oil"), (2, "Wicks"), (1, "Costs")]


@pytest.mark.parametrize(
    "text",
    [
        "**Introduction**",
        "INTRODUCTION",
        "I. INTRODUCTION",
        "1. Introduction",
        "A. Introduction",
        "Lamps along the northern road",
        "**Lamps along the northern road**",
        "**2. Lamps along the northern road**",
        "**(a) Lamps along the northern road**",
        "II. Lamps along the northern road",
        "1.2 Lamps along the northern road",
        "**The Way Forward:**",
        "ANNEX",
        "ANNEX II",
        "**Annex: lamps that burn already**",
        "Hintergrund",
        "**Nächste Schritte**",
        "Contexte",
        "Bakgrund",
    ],
)
def test_what_is_a_heading(text: str) -> None:
    assert [h for _, h in headings(f"{PROSE}\n\n{text}\n\n{PROSE}")] == [text.strip("*")]


@pytest.mark.parametrize(
    "text",
    [
        "**Executive Summary:** this paper shows how lamps could be lit in all harbours of the north by 2031.",
        "**The lamps of the north must be lit before the winter of 2031, whatever their cost may be.**",
        "1. " + PROSE,
        "– lamps along the northern road",
        "• Lamps",
        "Lamps burn.",
        "Brussels, 26 March 2031",
        "**DELETED FROM THIS POINT UNTIL PAGE 14**",
        "From: the Presidency",
        "**Delegations are invited to consider the following questions:**",
        "**How should the lamps be lit?**",
        "lamps along the northern road",
        "https://example.org/lamps",
    ],
)
def test_what_is_no_heading(text: str) -> None:
    assert headings(f"{PROSE}\n\n{text}\n\n{PROSE}") == []


def test_a_list_of_short_items_is_no_row_of_headings() -> None:
    text = f"{PROSE}\n\n1. Lamps for the northern road\n\n2. Oil and wicks\n\n3. Keepers\n\n{PROSE}"
    assert headings(text) == []
    _, found = outline(lines_of(text), False)
    assert [p.number for p in found] == [None, "1", "2", "3", None]


def test_numbers_make_a_tree() -> None:
    text = "".join(
        f"{heading}\n\n{PROSE}\n\n"
        for heading in (
            "I. LAMPS",
            "A. Oil for lamps",
            "1. Fish oil in winter",
            "B. Wicks for lamps",
            "II. COSTS",
            "A. Who pays for them",
        )
    )
    assert [level for level, _ in headings(text)] == [1, 2, 3, 2, 1, 2]
    decimal = "".join(
        f"{h}\n\n{PROSE}\n\n"
        for h in ("1. Lamps", "1.1 Oil", "1.1.1 Fish oil", "1.2 Wicks", "2. Costs", "2.1 Who pays")
    )
    assert [level for level, _ in headings(decimal)] == [1, 2, 3, 2, 1, 2]


def test_size_makes_a_tree() -> None:
    def line(text: str, size: float) -> Line:
        return Line((Span(text, size),), gap=True)

    body = [
        line("Lamps", 16),
        line(PROSE, 11),
        line("Oil", 13),
        line(PROSE, 11),
        line("Wicks", 13),
        line(PROSE, 11),
        line("Costs", 16),
    ]
    found, _ = outline([*body, line(PROSE, 11)], False)
    assert [(h.level, h.text) for h in found] == [(1, "Lamps"), (2, "Oil"), (2, "Wicks"), (1, "Costs")]


def test_what_an_annex_holds_stands_below_it() -> None:
    text = f"**Introduction**\n\n{PROSE}\n\nANNEX\n\n**Lamps of the north**\n\n{PROSE}\n\n**Lamps of the south**\n\n{PROSE}"
    assert headings(text) == [(1, "Introduction"), (1, "ANNEX"), (2, "Lamps of the north"), (2, "Lamps of the south")]


def test_a_heading_broken_over_two_lines_is_one() -> None:
    text = f"{PROSE}\n\n**Lamps along the northern road and what they**\n**cost those who light them**\n\n{PROSE}"
    assert headings(text) == [(1, "Lamps along the northern road and what they cost those who light them")]
    apart = f"{PROSE}\n\n**Lamps along the northern road and**\n\n**what they cost**\n\n{PROSE}"
    assert headings(apart) == [(1, "Lamps along the northern road and what they cost")]


def test_a_heading_right_above_its_text_is_told_apart() -> None:
    text = f"{PROSE}\n\n**Lamps and oil**\n{PROSE}\n{PROSE}"
    found, texts = outline(lines_of(text), False)
    assert [h.text for h in found] == ["Lamps and oil"]
    assert len(texts) == 2


def test_printed_lines_become_paragraphs() -> None:
    text = """The lamps along the northern road were lit for the first time in spring,
and the harbours report fewer collisions since then, as they had hoped for.
The keepers are content.
Oil is bought in the south and burnt in the north, which takes wagons and
time that could be spent on other things."""
    assert paragraphs(text) == [
        "The lamps along the northern road were lit for the first time in spring, and the harbours report fewer collisions since"
        " then, as they had hoped for. The keepers are content.",
        "Oil is bought in the south and burnt in the north, which takes wagons and time that could be spent on other things.",
    ]


def test_a_paragraph_goes_on_over_a_page() -> None:
    text = "The lamps of the Central\n\n\f\n\nand Western harbours were lit in spring.\n\nOil is bought in the south."
    assert paragraphs(text) == [
        "The lamps of the Central and Western harbours were lit in spring.",
        "Oil is bought in the south.",
    ]


def test_items_of_a_list_are_paragraphs_of_their_own() -> None:
    text = """The harbours ask for:
– lamps that burn through the night without
being tended;
– oil;
– wicks."""
    assert paragraphs(text) == [
        "The harbours ask for:",
        "lamps that burn through the night without being tended;",
        "oil;",
        "wicks.",
    ]


def test_a_number_within_a_sentence_begins_no_item() -> None:
    text = """The lamps along the northern road were lit for the first time in spring
2. They had been bought in the south and were carried northwards in a year and
14. Nobody knows why this was so and why it took so long."""
    assert len(paragraphs(text)) == 1


def test_each_line_of_a_file_of_whole_paragraphs_is_one() -> None:
    assert paragraphs("The lamps\nand the oil\nThe wicks", whole=True) == ["The lamps", "and the oil", "The wicks"]


def test_a_plain_text_with_long_lines_has_a_paragraph_a_line() -> None:
    text = f"{PROSE} {PROSE}\n{PROSE} {PROSE}\n{PROSE}"
    assert len(paragraphs(text)) == 3


def test_numbered_paragraphs_keep_their_number() -> None:
    text = f"1. {PROSE}\n\n2. {PROSE}\n\n2.1. {PROSE}\n\n(a) {PROSE}"
    found = outline(lines_of(text), False)[1]
    assert [(p.number, p.text) for p in found] == [("1", PROSE), ("2", PROSE), ("2.1", PROSE), ("(a)", PROSE)]


def test_marks_that_the_format_tells_are_numbers_too() -> None:
    lines = [Line(spans(PROSE), mark="1."), Line(spans(PROSE), mark="•"), Line(spans("Oil"), mark="3", style="list")]
    found = outline(lines, True)[1]
    assert [(p.number, p.mark) for p in found] == [("1", "1."), (None, "•"), ("3", "3")]


def test_marks_of_footnotes_leave_their_places() -> None:
    _, found = outline(lines_of("The lamps^1^ were lit in spring.^2^ On 1^st^ May they burned on 20 km^2^."), False)
    text = "The lamps were lit in spring. On 1st May they burned on 20 km2."
    assert (found[0].text, found[0].notes) == (text, ((text.index(" were"), "1"), (text.index(" On"), "2")))


def test_places_count_paragraphs_under_the_nearest_heading() -> None:
    text = f"{PROSE}\n\n# Lamps:\n\n{PROSE}\n\n– oil\n\n“{PROSE}”\n\n# Oil\n\n{PROSE}"
    found = outline(lines_of(text), False)[1]
    assert [p.at for p in found] == ["para. 1", "Lamps, para. 1", "Lamps, para. 2", "Lamps, para. 3", "Oil, para. 1"]
    assert [p.heading for p in found] == [None, 0, 0, 0, 1]


def test_a_numbered_cell_numbers_the_next_one() -> None:
    cells = [
        Line(spans("1."), style="cell", row=(1, 1)),
        Line(spans("How should the lamps be lit?"), style="cell", row=(1, 1)),
        Line(spans("2."), style="cell", row=(1, 2)),
        Line(spans("Who should pay for them?"), style="cell", row=(1, 2)),
        Line(spans("Lamps"), style="cell", row=(2, 1)),
        Line(spans("12"), style="cell", row=(2, 1)),
    ]
    found = outline(cells, True)
    assert found[0] == ()
    assert [(p.number, p.text) for p in found[1]] == [
        ("1", "How should the lamps be lit?"),
        ("2", "Who should pay for them?"),
        (None, "Lamps"),
        (None, "12"),
    ]


def test_rules_between_parts_are_left_out() -> None:
    assert paragraphs(f"{PROSE}\n\n---\n\n{PROSE}\n\n________\n") == [PROSE, PROSE]


def test_nothing_gives_nothing() -> None:
    assert outline([], False) == ((), ())
    assert outline([Line((Span(" "),))], True) == ((), ())


def test_the_result_is_of_headings_and_paragraphs() -> None:
    found = outline(lines_of(f"# Lamps\n\n{PROSE}"), True)
    assert found == ((Heading(1, "Lamps"),), (Paragraph(PROSE, heading=0, at="Lamps, para. 1"),))
