"""A cover note and the paper behind it are two papers; an annex is no paper of its own."""

from __future__ import annotations

import pytest

from tests.papers.reading import paper

COVER = (
    "Council of the European Union\n\nBrussels, 15 September 2024\n(OR. "
    "en)\n\n12493/24\n\nLIMITE\n\nCIVCOM 171\nJAI 1182\n\n"
    "COVER NOTE\n\nFrom: European External Action Service (EEAS)\nTo: Delegations\nSubject: Mini-concept on seals\n\n"
)
EEAS = (
    "EEAS(2024) 1466\n\nLimited\n\nEUROPEAN EXTERNAL ACTION SERVICE\n\nSeals Division\n\n"
    "Working document of the European External Action Service\n\n"
    "of 08/08/2024\n\nEEAS Reference\tEEAS(2024) 1466\nDistribution marking\tLimited\n"
    "To\tCIVCOM, Delegations\nTitle / Subject\tMini-concept on seals\n"
    "Ref. prev. doc.\tEEAS(2023) 1268, EEAS(2023) 1268 REV1\n\nThe seals<sup>1</sup> "
    "sleep.\n\n---\n<sup>1</sup> Of every kind.\n"
)
COM = (
    "EUROPEAN COMMISSION\n\nBrussels, 23.9.2024\nCOM(2024) 700 final\n\nCOMMUNICATION FROM "
    "THE COMMISSION TO THE EUROPEAN PARLIAMENT AND THE COUNCIL\n\n"
    "on a new approach to seals\n\nThe seals sleep, and nobody wakes them.\n"
)
COUNCIL = (
    "Council of the European Union\n\nBrussels, 1 July 2024\n(OR. "
    "fr)\n\n11000/24\n\nPUBLIC\n\nFRONT 3\n\nREPORT\n\nFrom: Presidency\nTo: Working Party "
    "on Frontiers\n"
    "Subject: Seals of the North\n\nThe seals sleep.\n"
)


def test_a_working_document_of_the_eeas() -> None:
    read = paper(
        f"{COVER}Delegations will find attached document EEAS(2024) 1466.\n\n---\n\nEncl.: EEAS(2024) 1466\n\n{EEAS}"
    )
    assert (read.doc_number, read.date, read.marking, read.doc_type) == (
        "12493/24",
        "2024-09-15",
        "LIMITE",
        "COVER NOTE",
    )
    (inner,) = read.enclosed
    assert (inner.doc_number, inner.date, inner.marking, inner.doc_type) == (
        "EEAS(2024) 1466",
        "2024-08-08",
        "LIMITE",
        "Working document",
    )
    assert (inner.from_, inner.to, inner.subject) == (
        "European External Action Service",
        "CIVCOM, Delegations",
        "Mini-concept on seals",
    )
    assert inner.prev_docs == ("EEAS(2023) 1268", "EEAS(2023) 1268 REV 1")
    assert [note.text for note in inner.footnotes] == ["Of every kind."]
    assert read.footnotes == ()
    assert [paragraph.text for paragraph in read.paragraphs] == [
        "Delegations will find attached document EEAS(2024) 1466."
    ]


def test_a_communication_of_the_commission() -> None:
    (inner,) = paper(
        f"{COVER}Delegations will find attached document COM(2024) 700 final.\n\nEncl.: COM(2024) 700 final\n\f{COM}"
    ).enclosed
    assert (inner.doc_number, inner.date, inner.doc_type) == (
        "COM(2024) 700 final",
        "2024-09-23",
        "COMMUNICATION FROM THE COMMISSION",
    )
    assert (inner.from_, inner.to, inner.subject) == (
        "European Commission",
        "THE EUROPEAN PARLIAMENT AND THE COUNCIL",
        "on a new approach to seals",
    )


@pytest.mark.parametrize("between", ["\n\n", "\n\n12493/24 AB/cd 1\nRELEX.5 LIMITE EN\n\f", "\n\n---\n\n"])
def test_another_council_paper(between: str) -> None:
    read = paper(f"{COVER}Delegations will find attached document 11000/24.{between}{COUNCIL}")
    (inner,) = read.enclosed
    assert (inner.doc_number, inner.date, inner.marking, inner.doc_type) == (
        "11000/24",
        "2024-07-01",
        "PUBLIC",
        "REPORT",
    )
    assert (inner.from_, inner.to, inner.subject, inner.codes) == (
        "Presidency",
        "Working Party on Frontiers",
        "Seals of the North",
        ("FRONT 3",),
    )
    assert read.codes == ("CIVCOM 171", "JAI 1182")


def test_two_papers_behind_one_cover() -> None:
    read = paper(f"{COVER}Delegations will find attached two documents.\n\n{COUNCIL}\n{COM}")
    assert [inner.doc_number for inner in read.enclosed] == ["11000/24", "COM(2024) 700 final"]


@pytest.mark.parametrize(
    "text",
    [
        "ANNEX\n\nBackground note on seals\n\nBrussels, 26 March 2024\n\nThe seals sleep.",
        "ANNEX I\n\nDRAFT COUNCIL CONCLUSIONS\n\non seals\n\nTHE COUNCIL OF THE EUROPEAN UNION,\n\nRECALLING 11000/24,",
        "References\n\nCOM(2024) 700 final\n\n11000/24\n\nJOIN(2021) 32 final",
        "12493/24\n\nANNEX\n\nThe seals sleep.",
    ],
)
def test_an_annex_is_no_paper_of_its_own(text: str) -> None:
    assert paper(f"{COVER}Delegations will find in the annex a note.\n\n{text}\n").enclosed == ()


def test_a_cover_of_a_classified_paper_is_classified() -> None:
    inner = COUNCIL.replace("PUBLIC", "RESTREINT UE/EU RESTRICTED")
    read = paper(f"{COVER}Delegations will find attached document 11000/24.\n\n{inner}")
    assert read.classified == "RESTREINT UE/EU RESTRICTED"
    assert read.marking == "LIMITE"
