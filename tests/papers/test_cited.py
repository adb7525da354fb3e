"""Cited documents come in order, each once, with the address that follows from their number."""

from __future__ import annotations

import pytest

from briefer.papers.cited import find
from tests.papers.reading import paper

ST = "https://data.consilium.europa.eu/doc/document/ST-{}/en/pdf"
CELEX = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:{}"
COM = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri={}:FIN"


@pytest.mark.parametrize(
    ("text", "ref", "url"),
    [
        ("See document 9375/25.", "9375/25", ST.format("9375-2025-INIT")),
        ("as set out in 12345/24", "12345/24", ST.format("12345-2024-INIT")),
        ("(10742/20, LIMITE)", "10742/20", ST.format("10742-2020-INIT")),
        ("Discussion paper 14103/24", "14103/24", ST.format("14103-2024-INIT")),
        ("Doc. Ref. 7371/22, 21 March", "7371/22", ST.format("7371-2022-INIT")),
        ("doc. 15299/1/21 REV 1", "15299/21 REV 1", ST.format("15299-2021-REV-1")),
        ("ST 7000/24 ADD 1 REV 2", "7000/24 ADD 1 REV 2", ST.format("7000-2024-ADD-1-REV-2")),
        ("ST-9375-2025-REV-1", "9375/25 REV 1", ST.format("9375-2025-REV-1")),
        ("ST 9375 2025 INIT", "9375/25", ST.format("9375-2025-INIT")),
        ("st12400.en22.pdf, 2022", "12400/22", ST.format("12400-2022-INIT")),
        ("st05769.en23", "5769/23", ST.format("5769-2023-INIT")),
        ("st15299-re01.en21.pdf", "15299/21 REV 1", ST.format("15299-2021-REV-1")),
        ("CM 2345/25", "CM 2345/25", "https://data.consilium.europa.eu/doc/document/CM-2345-2025-INIT/en/pdf"),
        ("WK 5562/2025", "WK 5562/2025", None),
        ("COM(2020) 605 final", "COM(2020) 605 final", COM.format("COM:2020:605")),
        ("COM (2020)609 final", "COM(2020) 609 final", COM.format("COM:2020:609")),
        ("JOIN(2021) 32 final.", "JOIN(2021) 32 final", COM.format("JOIN:2021:32")),
        ("SWD(2019) 173, 30 April", "SWD(2019) 173", COM.format("SWD:2019:173")),
        ("EEAS (2020) 1268 REV1", "EEAS(2020) 1268 REV 1", None),
        ("Regulation (EU) 2019/1896 of", "Regulation (EU) 2019/1896", CELEX.format("32019R1896")),
        ("Council Regulation (EC) No 810/2009", "Regulation (EC) No 810/2009", CELEX.format("32009R0810")),
        ("Regulation (EEC) No 1612/68", "Regulation (EEC) No 1612/68", CELEX.format("31968R1612")),
        ("Directive 2011/36/EU", "Directive 2011/36/EU", CELEX.format("32011L0036")),
        ("Directive 95/46/EC", "Directive 95/46/EC", CELEX.format("31995L0046")),
        ("Directive (EU) 2016/680", "Directive (EU) 2016/680", CELEX.format("32016L0680")),
        ("Council Decision 2013/488/EU", "Decision 2013/488/EU", CELEX.format("32013D0488")),
        ("Council Decision (CFSP) 2021/509", "Decision (CFSP) 2021/509", CELEX.format("32021D0509")),
        ("Framework Decision 2002/584/JHA", "Framework Decision 2002/584/JHA", CELEX.format("32002F0584")),
        ("Joint Action 2008/851/CFSP", "Joint Action 2008/851/CFSP", CELEX.format("32008E0851")),
        ("Commission Implementing Decision (EU) 2018/1993", "Implementing Decision (EU) 2018/1993", CELEX.format("32018D1993")),
        ("Règlement (UE) 2019/1896", "Règlement (UE) 2019/1896", CELEX.format("32019R1896")),
        ("der Verordnung (EU) 2019/1896", "Verordnung (EU) 2019/1896", CELEX.format("32019R1896")),
        ("förordning (EU) 2019/1896", "Förordning (EU) 2019/1896", CELEX.format("32019R1896")),
    ],
)  # fmt: skip
def test_forms_and_addresses(text: str, ref: str, url: str | None) -> None:
    assert [(one.ref, one.url) for one in find([text])] == [(ref, url)]


@pytest.mark.parametrize(
    "text",
    [
        "in the school year 2024/25", "of 2023/24 and 2024/25", "Case C-411/10", "Cases 1234/56", "flight 1234/25",
        "Directive 2013/33", "UN Security Council Resolution 2240/15", "12/06/2025", "a ratio of 1200/30 %", "licence No 4512/24",
        "https://example.eu/1234/25/index.html", "Article 5/3", "24/7", "EUR 1200/25 kg", "form 4711/08",
    ],
)  # fmt: skip
def test_figures_that_are_no_documents(text: str) -> None:
    assert find([text]) == ()


def test_several_acts_after_one_word() -> None:
    refs = [
        one.ref
        for one in find(
            ["Regulations (EU) 2018/1860, (EU) 2018/1861 and (EU) 2018/1862, Directives 2013/32/EU and 2013/33/EU"]
        )
    ]
    assert refs == [
        "Regulation (EU) 2018/1860", "Regulation (EU) 2018/1861", "Regulation (EU) 2018/1862",
        "Directive 2013/32/EU", "Directive 2013/33/EU",
    ]  # fmt: skip


def test_each_once_in_order() -> None:
    refs = [
        one.ref
        for one in find(["See 14103/24 and COM(2020) 605 final.", "COM(2020) 605, doc. 14103/24, and (9999/24)."])
    ]
    assert refs == ["14103/24", "COM(2020) 605 final", "9999/24"]


def test_a_papers_own_numbers_are_not_cited() -> None:
    read = paper(
        "Brussels, 3 March 2024\n(OR. en)\n7211/24\nNOTE\nFrom: Presidency\nTo: Delegations\nNo. "
        "prev. doc.: 7000/24\nSubject: Seals\n\n"
        "This paper (7211/24) follows document 7000/24 and document 6000/24<sup>1</sup>.\n\n---\n"
        "<sup>1</sup> Directive\n2011/36/EU.\n"
    )
    assert [one.ref for one in read.cited] == ["6000/24", "Directive 2011/36/EU"]


def test_a_number_that_a_line_end_divides() -> None:
    read = paper("The seals of Regulation (EU)\n2019/1896 and those of document\n7211/24 sleep.\n")
    assert [one.ref for one in read.cited] == ["Regulation (EU) 2019/1896", "7211/24"]
