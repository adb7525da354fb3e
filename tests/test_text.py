"""Plain text, dates and messages."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer import dates, text
from briefer.errors import BrieferError, Place, did_you_mean, nearest
from briefer.markings import is_classified


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Türkiye", "turkiye"),
        ("TÜRKİYE", "turkiye"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("Þórshöfn", "thorshofn"),
        ("Đakovo", "dakovo"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("CSDP–JHA", "csdp-jha"),
        ("Αθήνα", "αθηνα"),
        ("София", "софия"),
        ("e\u0301 ﬁn", "e fin"),
    ],
)
def test_folding_takes_case_and_accents_away_and_keeps_other_alphabets(written: str, folded: str) -> None:
    assert text.fold(written) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(written: str) -> None:
    assert text.fold(text.fold(written)) == text.fold(written)


def test_a_compound_is_found_by_its_parts() -> None:
    assert text.folded_words("CSDP–JHA synergies, e.g. st_9375") == ["csdp", "jha", "synergies", "e", "g", "st", "9375"]


@pytest.mark.parametrize(
    ("spoken", "count"),
    [
        ("", 0),
        ("We want light.", 3),
        ("We **want** *light*[^1].", 3),
        ("the Presidency's well-known note", 4),
        ("l’Europe, d'accord", 2),
        ("- one\n- two", 2),
        ("– — … !", 0),
        ("9375/25", 2),
        ("In 2024, 12 lamps", 4),
        ("Ελλάδα и София", 3),
    ],
)
def test_words_are_those_that_are_spoken(spoken: str, count: int) -> None:
    assert text.words(spoken) == count


def test_speaking_time_follows_the_pace() -> None:
    assert text.seconds(220) == 120  # 110 words a minute, as interpreted speech runs
    assert text.seconds(100, 100) == 60
    assert text.seconds(10, 0) == 600  # a pace of nothing does not divide by nothing
    assert text.clock(text.seconds(330)) == "3:00"
    assert text.clock(65) == "1:05"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("CSDP–JHA synergies", "csdp-jha-synergies"),
        ("Türkiye, Syria & Łódź", "turkiye-syria-lodz"),
        ("  --a--  ", "a"),
        ("", "untitled"),
        ("Ελλάδα", "untitled"),
    ],
)
def test_a_slug_is_an_id(title: str, name: str) -> None:
    assert text.slug(title) == name


@given(st.text(max_size=200), st.integers(1, 80))
def test_a_slug_is_always_an_id_and_never_too_long(title: str, limit: int) -> None:
    name = text.slug(title, limit)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert len(name) <= max(limit, len("untitled"))


def test_a_long_slug_is_cut_between_words() -> None:
    assert text.slug("alpha beta gamma", 12) == "alpha-beta"
    assert text.slug("alphabetagamma", 5) == "alpha"


def test_printable_drops_what_neither_yaml_nor_word_can_hold() -> None:
    assert text.printable("a\x00b\x1bc\ud800d\ufffee\tf\r\ng\rh\x85i") == "abcde\tf\ng\nhi"
    assert text.printable("Ł 🕯 ﷺ \u202f–") == "Ł 🕯 ﷺ \u202f–"


# --- dates -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("good", ["2024", "2024-02", "2024-02-29"])
def test_a_year_a_month_or_a_day_is_a_date(good: str) -> None:
    assert dates.is_partial(good)


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "24",
        "2024-2",
        "2024-13",
        "2025-02-29",
        "2024-02-30",
        "0000",
        "2024-01-01\n",
        "2024-01-01T00:00",
        "２０２４",
        "June",
    ],
)
def test_what_is_no_day_of_the_calendar_is_no_date(bad: str) -> None:
    assert not dates.is_partial(bad)


def test_a_date_covers_all_its_days() -> None:
    assert (dates.first_day("2024"), dates.last_day("2024")) == (date(2024, 1, 1), date(2024, 12, 31))
    assert (dates.first_day("2024-02"), dates.last_day("2024-02")) == (date(2024, 2, 1), date(2024, 2, 29))
    assert dates.first_day("2024-10-16") == dates.last_day("2024-10-16") == date(2024, 10, 16)


@pytest.mark.parametrize(
    ("until", "on", "past"),
    [
        ("2026-01-31", "2026-01-31", False),
        ("2026-01-31", "2026-02-01", True),
        ("2025", "2025-12-31", False),
        ("2025", "2026-01-01", True),
        ("2025-06", "2025-06-30", False),
        ("2025-06", "2025-07-01", True),
        ("2025-06-10", "2025-06", False),
    ],
)
def test_valid_until_means_its_last_day(until: str, on: str, past: bool) -> None:
    assert dates.is_past(until, on) is past


def test_dates_are_written_as_in_a_note() -> None:
    assert [dates.long_form(d) for d in ("2025-06-01", "2025-06", "2025", "soon")] == [
        "1 June 2025",
        "June 2025",
        "2025",
        "soon",
    ]


# --- messages --------------------------------------------------------------------------------------------------------


def test_an_error_is_one_plain_line_that_says_what_where_and_what_to_do() -> None:
    error = BrieferError("This is\nbroken.", where=Place("a.yaml", 3, 4), todo="Mend it.")
    assert str(error) == "a.yaml, line 3, column 4: This is broken. Mend it."
    assert str(BrieferError("No", todo="Did you mean yes?")) == "No. Did you mean yes?"
    assert str(BrieferError("No")) == "No."


def test_the_nearest_names_come_best_first() -> None:
    known = ["csdp-jha-synergies", "central-asia", "Coastal-Lamps"]
    assert nearest("csdp-jha-synergie", known)[0] == "csdp-jha-synergies"
    assert nearest("COASTAL-LAMP", known)[0] == "Coastal-Lamps"
    assert did_you_mean("zzzz", known) == "known are Coastal-Lamps, central-asia, csdp-jha-synergies"
    assert did_you_mean("zzzz", []) == "there is none yet"


@pytest.mark.parametrize(
    "marking",
    [
        "RESTREINT UE/EU RESTRICTED",
        "Confidentiel UE",
        "SECRET UE/EU SECRET",
        "VS-NfD",
        "VS-NUR FÜR DEN DIENSTGEBRAUCH",
        "Top Secret",
        "TRÈS SECRET",
        "Diffusion restreinte",
        "VYHRAZENÉ",
        "Περιορισμένης Χρήσης",
        "ZASTRZEZONE",
        "Käyttö rajoitettu",
        "За служебно ползване",
    ],
)
def test_classified_markings_are_known_in_every_form(marking: str) -> None:
    assert is_classified(marking)


@pytest.mark.parametrize("marking", ["PUBLIC", "LIMITE", "Limited", "INTERNAL", "SENSITIVE", "EU only", ""])
def test_a_distribution_marking_is_no_classification(marking: str) -> None:
    assert not is_classified(marking)
