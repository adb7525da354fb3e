"""Every entry against its paper: the locator leads somewhere, figures and dates stand there."""

from __future__ import annotations

import calendar
import re

import counted
import pytest
from shipped_files import READ, Item, items
from shipped_files import papers as listed_papers

pytestmark = pytest.mark.papers

ENTRIES = list(items())
MONTHS = list(calendar.month_name)[1:]
_DATE = re.compile(rf"(?<!\d)(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
_NUMERIC_DATE = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})")
_SCALE = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
_FIGURE = re.compile(
    r"(?P<euro>€\s?|EUR\s)?(?P<number>\d[\d,]*(?:\.\d+)?)"
    r"(?:\s?(?P<scale>thousand|million|billion|bn|m|k)\b)?(?P<share>\s?%|\s(?:per cent|percent)\b)?"
)


@pytest.fixture(scope="module")
def sections(papers):
    return {name: counted.sections(text) for name, text in papers.items()}


def test_paragraphs_are_counted_in_every_paper(sections):
    numbers = {name: [len(s.paragraphs) for s in found] for name, found in sections.items()}
    assert numbers["002"][1:] == [21, 9, 7, 11, 2]
    assert numbers["003"][:3] == [3, 16, 20]
    assert [sorted(s.footnotes) for s in sections["000"] if s.footnotes] == [[1], [2, 3], [4], [5]]
    assert sorted(n for s in sections["001"] for n in s.footnotes) == list(range(1, 27))
    assert sorted(n for s in sections["004"] for n in s.footnotes) == list(range(1, 7))


def faults_of_locator(sections, cite: dict[str, str]) -> list[str]:
    place = counted.locator(cite["at"])
    if place is None:
        return ["does not have the form of a locator"]
    found = counted.under(sections[READ[cite.get("via", cite["paper"])]], place.heading)
    if len(found) != 1:
        return [f"{place.heading} names {len(found)} headings"]
    paragraphs = found[0].paragraphs
    faults = [f"there is no para. {n}" for n in place.paragraphs if not 1 <= n <= len(paragraphs)]
    faults += [f"there is no fn {n}" for n in place.footnotes if not found[0].marks(n)]
    if place.item is not None and not any(p.startswith(f"{place.item}. ") for p in paragraphs):
        faults.append(f"there is no item {place.item}")
    return faults


def test_every_locator_leads_to_a_heading_and_a_paragraph_that_exist(sections):
    found = [f"{i.id}: {c['at']}: {f}" for i in ENTRIES for c in i.cites for f in faults_of_locator(sections, c)]
    assert found == []


@pytest.mark.parametrize(
    "at",
    ["NOTE", "NOTE, para. 99", "NOTE, para. 0", "NOTE, fn 99", "NOTE, Q9", "No Such Heading, para. 1", "NOT…, paragraph 1",
     "E…, para. 1"],
)  # fmt: skip
def test_a_locator_that_leads_nowhere_is_found(sections, at):
    assert faults_of_locator(sections, {"paper": "st-9375-2025", "at": at})


def test_what_the_presidency_writes_and_what_icmpd_writes_are_kept_apart():
    for item in ENTRIES:
        for cite in item.cites:
            if cite["paper"] in ("st-5996-2025", "icmpd-2025-pact-external-dimension"):
                cover = counted.locator(cite["at"]).heading == "NOTE"
                assert cover == (cite["paper"] == "st-5996-2025"), f"{item.id}: {cite['at']}"


def dates(text: str) -> set[tuple[int, int, int]]:
    """Full dates, as a person writes them or in digits."""
    found = {(int(d), MONTHS.index(m) + 1, int(y)) for d, m, y in _DATE.findall(text)}
    found |= {(int(d), int(m), int(y)) for d, m, y in _NUMERIC_DATE.findall(text)}
    # “22-23 October 2024” and “15 and 16 July 2020” hold two days each.
    for first, month, year in re.findall(
        rf"(\d{{1,2}})(?:\s?[-–]\s?| and | to )\d{{1,2}} ({'|'.join(MONTHS)}) (\d{{4}})", text
    ):
        found.add((int(first), MONTHS.index(month) + 1, int(year)))
    return found


def figures(text: str) -> set[tuple[str, float]]:
    """Sums of money, shares and numbers with a comma, whatever way they are written."""
    found = set()
    for m in _FIGURE.finditer(text):
        amount = float(m["number"].rstrip(",").replace(",", "")) * 10 ** _SCALE.get(m["scale"] or "", 0)
        kind = "€" if m["euro"] else "%" if m["share"] else ""
        if kind or m["scale"] or re.search(r"\d,\d{3}", m["number"]):
            found.add((kind, amount))
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("€100 million", "the €100m RE2CLID"),
        ("EUR 3 million", "€3 million"),
        ("12.5 %", "12.5%"),
        ("10 per cent", "10%"),
        ("1,200 people", "some 1,200"),
    ],
)
def test_figures_are_the_same_in_any_writing(one, other):
    assert figures(one) == figures(other) != set()


def test_different_figures_are_told_apart():
    assert figures("€100 million") != figures("€100 billion") and figures("10 %") != figures("€10")


def strangers(papers, item: Item) -> set[object]:
    """Figures and days of an entry that its papers do not hold.

    A day that a note says how to resolve need not stand there: the paper gives it as “in June this year”.
    """
    read = " ".join(papers[READ[c.get("via", c["paper"])]] for c in item.cites)
    days = set() if item.keys.get("note") else dates(item.text) - dates(read)
    return {*(figures(item.text) - figures(read)), *days}


def test_the_figures_and_days_of_every_entry_stand_in_its_paper_too(papers):
    found = {item.id: wrong for item in ENTRIES if (wrong := strangers(papers, item))}
    assert found == {}


def test_a_wrong_figure_or_day_is_found(papers):
    keys = {"id": "x", "source": {"paper": "st-9375-2025", "at": "NOTE, para. 1"}}
    for text in (
        "Costs were €123 million.",
        "Some 45.6 % agreed.",
        "It has 98,765 members.",
        "It ended on 3 May 1999.",
    ):
        assert strangers(papers, Item("t/x", "fact", {**keys, "text": text}))


def test_most_entries_with_a_day_or_a_figure_are_held_against_the_paper():
    """So that the test above cannot pass by finding nothing."""
    assert sum(bool(figures(i.text)) for i in ENTRIES) >= 10
    assert sum(bool(dates(i.text)) and not i.keys.get("note") for i in ENTRIES) >= 30


def test_the_numbers_and_days_of_the_papers_themselves_are_right(papers):
    listed = {name: paper for name, paper in listed_papers().items() if name in READ and len(paper["date"]) == 10}
    for name, paper in listed.items():
        year, month, day = (int(part) for part in paper["date"].split("-"))
        text = papers[READ[name]]
        assert (day, month, year) in dates(text), name
        if "number" in paper:
            assert paper["number"] in text, name
        for code in paper.get("codes", []):
            assert code in text, f"{name}: {code}"
