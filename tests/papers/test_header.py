"""A header is read in every order and layout, in four languages, and with what a scan has lost."""

from __future__ import annotations

import pytest

from tests.papers.reading import head, paper

TOP = (
    "Council of the European Union\nGeneral Secretariat\n\nBrussels, 3 March 2024\n(OR. "
    "en)\n\n7211/24\n\nLIMITE\n\nJAI 345\nFRONT 77\n\nNOTE\n"
)
SUBJECT = "Counting of seals in the harbours of the Union"

LAYOUTS = {
    "in order": TOP + f"\nFrom: Presidency\nTo: Working Party on Frontiers\nSubject: {SUBJECT}\n\nText of the note.\n",
    "tabs": TOP + f"From:\tPresidency\nTo:\tWorking Party on Frontiers\nSubject:\t{SUBJECT}\n\nText of the note.\n",
    "columns": "          Council of the\n          European Union\n"
    + "".join(
        f"{' ' * 60}{row}\n\n"
        for row in ("Brussels, 3 March 2024", "(OR. en)", "7211/24", "LIMITE", "JAI 345", "FRONT 77")
    )
    + "NOTE\nFrom:         Presidency\nTo:           Working Party on Frontiers\nSubject:     "
    " Counting of seals in the harbours\n" + "              of the Union\n\nText of the note.\n",
    "labels on lines, then values": TOP
    + f"From:\nTo:\nSubject:\nPresidency\nWorking Party on Frontiers\n{SUBJECT}\n\nText of the note.\n",
    "labels in one line, then values": TOP
    + f"From: To: Subject:\nPresidency\nWorking Party on Frontiers\n{SUBJECT}\n\nText of the note.\n",
    "labels, then values with room": TOP
    + f"From:\n\nTo:\n\nSubject:\n\nPresidency\n\nWorking Party on Frontiers\n\n{SUBJECT}\n\nText of the note.\n",
    "each label above its value": TOP
    + f"From:\nPresidency\nTo:\nWorking Party on Frontiers\nSubject:\n{SUBJECT}\n\nText of the note.\n",
    "labels and values run together": TOP
    + f"From: To: Subject: Presidency Working Party on Frontiers {SUBJECT}\n\nText of the note.\n",
    "one line": " ".join((TOP + f"From: Presidency To: Working Party on Frontiers Subject: {SUBJECT}").split())
    + "\n\nText of the note.\n",
    "one line with the text": " ".join(
        (TOP + f"From: Presidency To: Working Party on Frontiers Subject: {SUBJECT} Delegations will find").split()
    )
    + "\n",
    "small labels": TOP
    + f"from : Presidency\nto : Working Party on Frontiers\nSubject : {SUBJECT}\n\nText of the note.\n",
    "number after the labels": f"NOTE\nFrom: Presidency\nTo: Working Party on Frontiers\nSubject: {SUBJECT}\n\nBrussels, "
    "3 March 2024\n(OR. en)\n7211/24\nLIMITE\nJAI 345\nFRONT 77\n\nText of the note.\n",
    "subject first": TOP
    + f"Subject: {SUBJECT}\nFrom: Presidency\nTo: Working Party on Frontiers\n\nText of the note.\n",
    "codes in one line": TOP.replace("JAI 345\nFRONT 77", "JAI 345 FRONT 77")
    + f"From: Presidency\nTo: Working Party on Frontiers\nSubject: {SUBJECT}\n\nText of the note.\n",
    "number first": "7211/24\nLIMITE\nJAI 345\nFRONT 77\nBrussels, 3 March 2024 (OR. en)\nNOTE\n"
    + f"From: Presidency\nTo: Working Party on Frontiers\nSubject: {SUBJECT}\n\nText of the note.\n",
    "footer first": "7211/24 AB/cd 1\nJAI.1 LIMITE EN\n"
    + TOP
    + f"From: Presidency\nTo: Working Party on Frontiers\nSubject: {SUBJECT}\n\nText of the note.\n",
    "footer first, in pieces": "7211/24\nAB/cd\n1\nJAI.1\nLIMITE\nEN\n\n"
    + TOP
    + f"From: Presidency\nTo: Working Party on Frontiers\nSubject: {SUBJECT}\n\nText of the note.\n",
    "a table": TOP + "| From: | Presidency |\n|---|---|\n| To: | Working Party on Frontiers |\n| Subject: | "
    f"{SUBJECT} |\n\nText of the note.\n",
    "bold": "**Brussels, 3 March 2024**\n**(OR. en)**\n\n# 7211/24\n\n**LIMITE**\n\n**JAI 345**\n"
    "**FRONT 77**\n\n## NOTE\n\n"
    + f"**From:** Presidency\n**To:** Working Party on Frontiers\n**Subject:** {SUBJECT}\n\nText of the note.\n",
    "a scan": "Council of the\nEuropean Union\nBruss els, 3 Marc h 2O24\n(0R. en)\n72l1/24\nLlMITE\n"
    "JAl 345\nFR0NT 77\nN O T E\n"
    + f"Frorn: Presidency\nT o: Working Party on Frontiers\nSubj ect: {SUBJECT}\n\nText of the note.\n",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_says_the_same(layout: str) -> None:
    said = head(LAYOUTS[layout])
    assert (said.number, said.date, said.original_language, said.marking) == ("7211/24", "2024-03-03", "en", "LIMITE")
    assert said.codes == ("JAI 345", "FRONT 77")
    assert (said.from_, said.to, said.subject) == ("Presidency", "Working Party on Frontiers", SUBJECT)
    assert said.doc_type == ("N O T E" if layout == "a scan" else "NOTE")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_text_begins_behind_the_header(layout: str) -> None:
    paragraphs = paper(LAYOUTS[layout]).paragraphs
    assert [paragraph.text for paragraph in paragraphs] == [
        "Delegations will find" if layout == "one line with the text" else "Text of the note."
    ]


@pytest.mark.parametrize(
    ("printed", "number", "suffix"),
    [
        ("9375/25", "9375/25", None),
        ("15299/1/21 REV 1", "15299/21", "REV 1"),
        ("15299/1/21\nREV 1", "15299/21", "REV 1"),
        ("15299/2/21", "15299/21", "REV 2"),
        ("9375/25 ADD 1", "9375/25", "ADD 1"),
        ("9375/25\n\nADD 1 REV 2", "9375/25", "ADD 1 REV 2"),
        ("9375/25 COR 1 (de)", "9375/25", "COR 1"),
        ("5842/2/08\nREV 2 EXT 1", "5842/08", "REV 2 EXT 1"),
        ("9375/25 DCL 1", "9375/25", "DCL 1"),
        ("9375/25 AMD 1", "9375/25", "AMD 1"),
        ("ST 9375/25", "9375/25", None),
        ("WK 5562/2025 INIT", "WK 5562/2025", None),
        ("CM 2345/25", "CM 2345/25", None),
        ("617/25", "617/25", None),
    ],
)
def test_numbers(printed: str, number: str, suffix: str | None) -> None:
    said = head(
        f"Brussels, 3 March 2024\n(OR. en)\n\n{printed}\n\nLIMITE\n\nNOTE\nFrom: Presidency\nTo: "
        "Delegations\nSubject: Seals\n\nText."
    )
    assert (said.number, said.suffix) == (number, suffix)


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("Brussels, 10 June 2025", "2025-06-10"),
        ("Luxembourg, 1 October 2024", "2024-10-01"),
        ("Brussels, 12 February 2010 (17.02)", "2010-02-12"),
        ("Bruxelles, le 1er juillet 2024", "2024-07-01"),
        ("Brüssel, den 3. März 2024", "2024-03-03"),
        ("Bryssel den 15 augusti 2024", "2024-08-15"),
        ("Bruss els, l0 June 2O25", "2025-06-10"),
        ("Brussels, 10 Iune 2025", "2025-06-10"),
        ("Brussels, 23.9.2020", "2020-09-23"),
    ],
)
def test_dates(printed: str, date: str) -> None:
    assert (
        head(f"{printed}\n(OR. en)\n7211/24\nNOTE\nFrom: Presidency\nTo: Delegations\nSubject: Seals\n\nText.").date
        == date
    )


@pytest.mark.parametrize("printed", ["LIMITE", "LlMITE", "L I M I T E", "LIMlTE", "L1MITE", "**LIMITE**"])
def test_the_marking_as_it_was_printed(printed: str) -> None:
    assert (
        head(
            f"Brussels, 3 March 2024\n7211/24\n{printed}\nNOTE\nFrom: Presidency\nTo: Delegations\n"
            "Subject: Seals\n\nText."
        ).marking
        == "LIMITE"
    )


@pytest.mark.parametrize(
    ("printed", "original"),
    [("(OR. en)", "en"), ("(OR. fr, en)", "fr, en"), ("(Or. fr/de)", "fr, de"), ("(OR.en)", "en"), ("(0R. en)", "en")],
)
def test_original_languages(printed: str, original: str) -> None:
    assert (
        head(
            f"Brussels, 3 March 2024\n{printed}\n7211/24\nNOTE\nFrom: A\nTo: Delegations\nSubject: Seals\n\nText."
        ).original_language
        == original
    )


@pytest.mark.parametrize(
    "kind",
    [
        "NOTE", "COVER NOTE", '"I/A" ITEM NOTE', "“A” ITEM NOTE", "REPORT", "OUTCOME OF PROCEEDINGS", "INFORMATION NOTE",
        "PROVISIONAL AGENDA",
        "LEGISLATIVE ACTS AND OTHER INSTRUMENTS", "OPINION OF THE LEGAL SERVICE", "WORKING DOCUMENT",
        "PRESIDENCY DISCUSSION PAPER",
        "I/A-PUNKT-VERMERK", "NOTE POINT \"I/A\"", "FÖLJENOT", "ÜBERMITTLUNGSVERMERK",
    ],
)  # fmt: skip
def test_types(kind: str) -> None:
    assert (
        head(
            f"Brussels, 3 March 2024\n7211/24\n\nLIMITE\n\n{kind}\n\nFrom: Presidency\nTo: "
            "Delegations\nSubject: Seals\n\nText."
        ).doc_type
        == kind
    )


def test_files_previous_documents_and_the_commissions() -> None:
    said = head(
        "Brussels, 3 March 2024\n(OR. en)\n\nInterinstitutional Files:\n2018/0330 "
        "(COD)\n2018/0331(NLE)\n\n7211/24\n\nFRONT 77 CODEC 12\n\nNOTE\n"
        "From: Presidency\nTo: Permanent Representatives Committee (Part 2)/Council\nNo. prev. "
        "doc.: 7000/1/24 REV 1 FRONT 70 CODEC 9 + ADD 1\n"
        "No. Cion doc.: 12195/18 + COM(2018) 631 final\nSubject: Proposal for a Regulation on "
        "seals\n– General approach\n\nText."
    )
    assert said.files == ("2018/0330(COD)", "2018/0331(NLE)")
    assert said.codes == ("FRONT 77", "CODEC 12")
    assert said.prev_docs == ("7000/24 REV 1", "7000/24 ADD 1")
    assert said.cion_docs == ("12195/18", "COM(2018) 631 final")
    assert said.subject == "Proposal for a Regulation on seals – General approach"


def test_codes_of_a_previous_document_on_their_own_line_are_not_this_ones() -> None:
    said = head(
        "Brussels, 3 March 2024\n7211/24\nJAI 345\nNOTE\nFrom: Presidency\nTo: Delegations\nNo. "
        "prev. doc.: 7000/24\nJAI 300 MIGR 12\nSubject: Seals\n\nText."
    )
    assert said.codes == ("JAI 345",)
    assert said.prev_docs == ("7000/24",)


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        ("CFSP/PESC 1176\nCSDP/PSDC 553\nSCH-EVAL 12", ("CFSP/PESC 1176", "CSDP/PSDC 553", "SCH-EVAL 12")),
        ("OJ CONS 30\nPV CONS 12\nDUAL USE 3", ("OJ CONS 30", "PV CONS 12", "DUAL USE 3")),
        ("JAI 67 6\nMlGR 12\nFR0NT 7", ("JAI 676", "MIGR 12", "FRONT 7")),
        ("JAI 676 MIGR 190 ASIM 44", ("JAI 676", "MIGR 190", "ASIM 44")),
    ],
)
def test_codes_in_every_form(printed: str, codes: tuple[str, ...]) -> None:
    text = (
        f"Brussels, 3 March 2024\n7211/24\nLIMITE\n{printed}\nNOTE\nFrom: Presidency\nTo: "
        "Delegations\nSubject: Seals\n\nText."
    )
    assert head(text).codes == codes


LANGUAGES = {
    "fr": ("Bruxelles, le 3 mars 2024", "NOTE", "De:", "À:", "N° doc. préc.:", "Objet:"),
    "de": ("Brüssel, den 3. März 2024", "VERMERK", "Von:", "An:", "Nr. Vordok.:", "Betr.:"),
    "sv": ("Bryssel den 3 mars 2024", "NOT", "Från:", "Till:", "Föreg. dok. nr:", "Ärende:"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", ["beside", "before"])
def test_labels_in_other_languages(language: str, way: str) -> None:
    date, kind, from_, to, prev, subject = LANGUAGES[language]
    values = ("Vorsitz", "Delegationen", "7000/24", "Robben")
    labels = (from_, to, prev, subject)
    rows = (
        "\n".join(f"{label} {value}" for label, value in zip(labels, values, strict=True))
        if way == "beside"
        else "\n".join((*labels, *values))
    )
    said = head(f"{date}\n(OR. en)\n7211/24\nLIMITE\n{kind}\n{rows}\n\nText.")
    assert (said.date, said.doc_type, said.from_, said.to, said.subject, said.language) == (
        "2024-03-03",
        kind,
        "Vorsitz",
        "Delegationen",
        "Robben",
        language,
    )
    assert said.prev_docs == ("7000/24",)


def test_a_cover_note_of_the_commission() -> None:
    said = head(
        "Brussels, 24 September 2020\n(OR. en)\n\n11202/20\n\nJAI 777\n\nCOVER NOTE\nFrom: "
        "Secretary-General of the European Commission, signed by Ms Ada\n"
        "LOVELACE, Director\ndate of receipt: 23 September 2020\nTo: Mr Max MUSTER, "
        "Secretary-General of the Council of the\nEuropean Union\n"
        "No. Cion doc.: COM(2020) 700 final\nSubject: COMMUNICATION FROM THE COMMISSION on "
        "seals\n\nDelegations will find attached document COM(2020) 700 final.\n"
    )
    assert said.from_ == "Secretary-General of the European Commission, signed by Ms Ada LOVELACE, Director"
    assert said.to == "Mr Max MUSTER, Secretary-General of the Council of the European Union"
    assert said.date == "2020-09-24"


def test_without_a_place_and_date_the_day_it_was_sent() -> None:
    assert (
        head("7211/24\nLIMITE\nNOTE\nFrom: Presidency\nOn: 4 March 2024\nTo: Delegations\nSubject: Seals\n\nText.").date
        == "2024-03-04"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Seals and how to count them\n\nBy our own correspondent, 3 March 2024\n\nThe Council "
        "(doc. 7211/24, LIMITE) has discussed seals. From: here to: there.",
        "The paper says:\n\nNOTE from: Presidency to: Delegations: Seals (7211/24, LIMITE, 3 March 2024)\n\nAnd more.",
        "Dear all,\n\nTo: whom it may concern\n\nText of a letter.",
        "",
        "12\n34\n56",
    ],
)
def test_what_is_no_council_paper_gets_no_header(text: str) -> None:
    read = paper(text)
    assert (read.doc_number, read.date, read.from_, read.to, read.subject, read.marking, read.codes) == (
        None,
        None,
        None,
        None,
        None,
        None,
        (),
    )


def test_a_marking_in_prose_is_none() -> None:
    assert (
        paper(
            "Brussels, 3 March 2024\n7211/24\nNOTE\nFrom: A\nTo: B\nSubject: Seals\n\nThe paper is LIMITE and so on."
        ).marking
        is None
    )


SECRETS = [
    "RESTREINT UE/EU RESTRICTED",
    "CONFIDENTIEL UE/EU CONFIDENTIAL",
    "SECRET UE/EU SECRET",
    "VS-NUR FÜR DEN DIENSTGEBRAUCH",
    "VS-NfD",
    "R-UE/EU-R",
]


@pytest.mark.parametrize("secret", SECRETS)
def test_classified_in_the_header(secret: str) -> None:
    read = paper(f"Brussels, 3 March 2024\n7211/24\n\n{secret}\n\nNOTE\nFrom: A\nTo: B\nSubject: Seals\n\nText.")
    assert (read.classified, read.marking) == (secret, secret)


@pytest.mark.parametrize("secret", SECRETS)
def test_classified_at_the_head_of_its_pages(secret: str) -> None:
    page = "\n\nText of the page, which says this and that.\n\n"
    assert paper("\f".join(f"{secret}{page}{secret}" for _ in range(3))).classified == secret


@pytest.mark.parametrize(
    "text",
    [
        "The document was marked RESTREINT UE/EU RESTRICTED in 2019.",
        "Papers marked RESTREINT UE/EU RESTRICTED\nor SECRET UE/EU SECRET are kept apart.",
        "| RESTREINT UE/EU RESTRICTED | VS-NfD |\n|---|---|\n| SECRET UE/EU SECRET | Geheim |",
        "General Secretariat of the Council\n\nSecretary-General\n\nText.",
    ],
)
def test_a_classification_in_prose_is_none(text: str) -> None:
    assert (
        paper(
            "Brussels, 3 March 2024\n7211/24\nLIMITE\nNOTE\nFrom: A\nTo: B\nSubject: Seals\n\nText "
            f"of it.\n\n{text}\n\nMore of it."
        ).classified
        is None
    )


def test_a_declassified_cover_is_not_classified() -> None:
    read = paper(
        "Brussels, 3 March 2024\n(OR. en)\n\n7211/1/19\nREV 1 DCL 1\n\nCSC "
        "12\n\nDECLASSIFICATION\nof document: 7211/1/19 REV 1 RESTREINT UE/EU RESTRICTED\n"
        "dated: 10 June 2019\nnew status: Public\nSubject: Seals\n\nDelegations will find "
        "attached the declassified version of the above document.\n\f"
        "RESTREINT UE/EU RESTRICTED\n\nCouncil of the European Union\nBrussels, 10 June 2019\n"
        "(OR. en)\n\n7211/1/19\nREV 1\n\nRESTREINT UE/EU RESTRICTED\n\n"
        "CSC 9\n\nNOTE\nFrom: EEAS\nTo: Delegations\nSubject: Seals of the North\n\nText.\n"
    )
    assert read.classified is None
    assert (read.doc_number, read.suffix, read.doc_type) == ("7211/19", "REV 1 DCL 1", "DECLASSIFICATION")
    assert [inner.subject for inner in read.enclosed] == ["Seals of the North"]
    assert read.enclosed[0].classified is None


@pytest.mark.parametrize(
    "labels",
    [
        f"From Presidency\nTo Delegations\nSubject {SUBJECT}",
        f"From Presidency\nTo Working Party on Frontiers\nNo. prev. doc. 7100/24\nSubject: {SUBJECT}",
        f"From: Presidency\nTo Delegations\nSubject {SUBJECT}",
        f"De la Présidence\nÀ Délégations\nObjet {SUBJECT}",
        f"Von Vorsitz\nAn Delegationen\nBetr. {SUBJECT}",
        f"From European Commission\nOn 2 March 2024\nTo Permanent Representatives Committee (Part 2)\nSubject {SUBJECT}",
    ],
)
def test_labels_that_have_lost_their_colon_are_read(labels: str) -> None:
    read = head(f"{TOP}\n{labels}\n\nDelegations will find in annex a note.\n")
    assert read.from_ in ("Presidency", "Présidence", "Vorsitz", "European Commission", "la Présidence")
    assert read.to in (
        "Delegations", "Working Party on Frontiers", "Délégations", "Delegationen", "Permanent Representatives Committee (Part 2)",
    )  # fmt: skip
    assert read.subject == SUBJECT


@pytest.mark.parametrize(
    "body",
    [
        "From Vienna the route leads north.\nTo Member States this is no news.\nSubject to funding, it will go on.",
        "From Presidency to Presidency the work went on.\nTo Delegations it was clear.",
        "To Delegations\nFrom Presidency\nSubject matter of the talks was the harbour.",
        "From Presidency conclusions we quote.\nTo be sure, more is needed.\nSubject to that, we agree.",
    ],
)
def test_prose_that_begins_with_the_words_of_labels_gives_no_field(body: str) -> None:
    read = head(f"{TOP}\nSubject: {SUBJECT}\n\n{body}\n")
    assert (read.from_, read.to, read.subject) == (None, None, SUBJECT)
    alone = head(f"{body}\n")
    assert (alone.from_, alone.to, alone.subject) == (None, None, None)


@pytest.mark.parametrize(
    "body",
    [
        "The Polish Presidency invites delegations to reflect.", "The Council adopted conclusions on seals.",
        "Delegations are invited to comment.", "On 3 March 2024 the harbours counted.", "At its meeting in June, it was agreed.",
        "This note sets out what is known.",
    ],
)  # fmt: skip
@pytest.mark.parametrize("between", [" ", "\n"])
def test_a_subject_ends_where_a_sentence_of_the_body_begins(body: str, between: str) -> None:
    read = paper(f"{TOP}From: Presidency\nTo: Delegations\nSubject: {SUBJECT}{between}{body} More follows.\n")
    assert read.subject == SUBJECT
    assert body in " ".join(p.text for p in read.paragraphs)


@pytest.mark.parametrize(
    "subject",
    [
        "Report on what The Commission presented at sea", "Seals: The Council is invited to adopt its position",
        "How the Presidency has counted seals", "Draft conclusions – The Presidency invites comments on seals",
        "Follow-up of the seals that Delegations are invited to count",
    ],
)  # fmt: skip
def test_a_subject_that_only_looks_like_that_stays_whole(subject: str) -> None:
    read = paper(f"{TOP}From: Presidency\nTo: Delegations\nSubject: {subject}\n\nText of the note.\n")
    assert read.subject == subject


def test_a_rule_typed_behind_a_value_is_none_of_it() -> None:
    read = head(f"{TOP}From: Presidency\nTo: Delegations ---\nSubject: {SUBJECT} – part 2 ----\n\nText of the note.\n")
    assert (read.to, read.subject) == ("Delegations", f"{SUBJECT} – part 2")
