"""The made-up papers keep their promises: as many, as varied, with answers that are well formed and that their print holds."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

# Found beside this file, whether or not pytest takes its folder for a package.
sys.path.insert(0, str(Path(__file__).parent))

from corpus import LAYOUT_FAULTS, Made, classified, papers
from lxml import etree, html
from measure import measure

ALL = papers()
KEYS = {
    "doc_number", "suffix", "date", "original_language", "doc_type", "from", "to", "subject", "marking", "codes",
    "interinstitutional_files", "prev_docs",
    "headings", "paragraphs", "questions", "expected_action", "footnotes", "cited", "enclosed",
}  # fmt: skip
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def letters(said: str) -> str:
    """Letters and digits only: how lines break and what stands between them does not matter."""
    return re.sub(r"[\W_]", "", said)


def shown(one: Made) -> str:
    """The words of a paper, by a way of reading that knows nothing of Council papers."""
    if one.suffix == ".pdf":
        document = pypdfium2.PdfDocument(one.data)
        return "\n".join(page.get_textpage().get_text_range() for page in document).replace("\ufffe", "")
    if one.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(one.data)) as made:
            parts = [etree.fromstring(made.read(name)) for name in made.namelist() if re.match(r"word/\w+\.xml", name)]
        return "\n".join("".join(part.itertext(f"{W}t")) for part in parts)
    if one.suffix == ".html":
        return str(html.fromstring(one.data).text_content())
    return one.data.decode()


def answers(one: dict[str, Any]) -> list[dict[str, Any]]:
    return [one, *(inner for each in one.get("enclosed", ()) for inner in answers(each))]


def test_there_are_enough_of_each_kind() -> None:
    suffixes = Counter(one.suffix for one in ALL)
    assert len(ALL) >= 300
    assert min(suffixes[kind] for kind in (".txt", ".pdf", ".docx", ".html")) >= 20
    assert sum(one.clean for one in ALL) >= 90 and sum(not one.clean for one in ALL) >= 200
    assert sum(not any(each["questions"] for each in answers(one.answer)) for one in ALL) >= 80
    assert sum("questions" in one.answer for one in ALL) >= 300


def test_each_fault_is_there_more_than_once() -> None:
    faults = Counter(fault for one in ALL for fault in one.faults)
    assert not {fault: count for fault, count in faults.items() if count < 2}
    assert faults.keys() >= LAYOUT_FAULTS


def test_clean_papers_have_no_fault_in_their_layout() -> None:
    for one in ALL:
        assert one.clean == (not LAYOUT_FAULTS & set(one.faults))


def test_where_furniture_stands_in_a_question_it_does() -> None:
    for one in ALL:
        if "furniture in a question" in one.faults and one.answer["questions"]:
            run = letters(shown(one))
            assert any(letters(question["text"]) not in run for question in one.answer["questions"]), one.name


def test_names_tell_the_papers_apart() -> None:
    assert len({one.name for one in ALL}) == len(ALL)


@pytest.mark.parametrize("made", ALL, ids=lambda one: one.name)
def test_an_answer_is_well_formed(made: Made) -> None:
    for one in answers(made.answer):
        assert one.keys() <= KEYS
        assert one["doc_number"] is None or re.fullmatch(
            r"\d{4,5}/\d\d|(?:COM|EEAS|SWD)\(\d{4}\) \d+(?: final)?", one["doc_number"]
        )
        assert one["suffix"] is None or re.fullmatch(r"(?:(?:REV|ADD|COR|DCL|EXT|AMD) \d ?)+", one["suffix"])
        assert one["date"] is None or date.fromisoformat(one["date"])
        assert all(re.fullmatch(r"[A-Z/-]+ \d+", code) for code in one["codes"])
        texts = [
            each["text"] for key in ("headings", "paragraphs", "questions", "footnotes") for each in one.get(key, ())
        ]
        assert all(text == " ".join(text.split()) and "\ue000" not in text for text in texts)
        for question in one["questions"]:
            assert question.keys() == {"number", "text", "asked_by", "set", "cut_off"}
            assert not re.match(r"(?:[0-9]+[.)]|\([a-z0-9]+\)|[–•-]) ", question["text"])
            assert question["cut_off"] == (not question["text"].endswith(("?", ";", ".", ",", "; and", ")")))


@pytest.mark.parametrize("made", ALL, ids=lambda one: one.name)
def test_a_paper_shows_what_its_answer_says(made: Made) -> None:
    """Every word of a question is there; where nothing stands in between, the questions, notes and subject stand as they are."""
    print_ = shown(made)
    run, words = letters(print_), set(re.findall(r"\w+", print_))
    for one in answers(made.answer):
        for question in one["questions"]:
            if made.clean and made.suffix in (".txt", ".html"):
                # A page may end between a question and its parts.
                assert all(letters(part) in run for part in re.split(r" \(?[a-z0-9]+[.)] ", question["text"]))
            assert all(
                word in words or word in run
                for word in re.findall(r"\w+", question["text"])
                if not re.fullmatch("[a-z0-9]+", word)
            )
            # A hyphen at a line's end leaves both halves of a word.
            assert all(
                word in run or word[: len(word) // 2 - 1] in run for word in re.findall(r"\w{5,}", question["text"])
            )
        if made.clean and made.suffix in (".txt", ".html", ".docx"):
            assert letters(one["subject"] or "") in run
            for key in ("headings", "footnotes"):
                assert all(
                    letters(each["text"]) in run
                    for each in one.get(key, ())
                    if made.suffix != ".txt" or "\f" not in print_
                )


@pytest.mark.parametrize("made", [one for one in ALL if one.suffix == ".docx"], ids=lambda one: one.name)
def test_a_word_file_is_well_formed(made: Made) -> None:
    with zipfile.ZipFile(io.BytesIO(made.data)) as parts:
        notes = etree.fromstring(parts.read("word/footnotes.xml"))
        body = etree.fromstring(parts.read("word/document.xml"))
    ids = {note.get(f"{W}id") for note in notes}
    assert {called.get(f"{W}id") for called in body.iter(f"{W}footnoteReference")} <= ids
    count = sum(len(one.get("footnotes", ())) for one in answers(made.answer))
    assert "footnotes" not in made.answer or len(ids) == count + 2


def test_they_are_the_same_each_time() -> None:
    """In another process, with another hash seed: the same bytes and answers."""
    say = (
        "import hashlib, json; from corpus import papers; "
        "print(hashlib.sha256(b''.join(one.data + json.dumps(one.answer).encode() for one in papers())).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", say],
            cwd=Path(__file__).parent,
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


def test_the_measure_finds_the_right_answers_right() -> None:
    by_data = {one.data: one.answer for one in ALL}
    report = measure(lambda data, suffix: by_data[data])
    assert not report.failures
    assert all(score.exact == score.papers for score in report.scores.values())


def test_the_measure_finds_what_is_wrong() -> None:
    """A question too many, one too few, a word changed, a paper that cannot be read: each is seen and named."""
    chosen = [
        one
        for one in ALL
        if len(one.answer["questions"]) == 3 and not one.faults and "?" in one.answer["questions"][0]["text"]
    ][:4]
    answered = {one.data: dict(one.answer) for one in chosen}
    added, dropped, changed, broken = (answered[one.data] for one in chosen)
    false = {
        "number": None,
        "text": "Who is afraid of the sea at night?",
        "asked_by": None,
        "set": None,
        "cut_off": False,
    }
    added["questions"] = [*added["questions"], false]
    dropped["questions"] = dropped["questions"][1:]
    changed["questions"] = [
        {**one, "text": one["text"].replace("?", " now?")} for one in changed["questions"][:1]
    ] + changed["questions"][1:]

    def read(data: bytes, suffix: str) -> dict[str, Any]:
        if answered[data] is broken:
            raise ValueError("no")
        return answered[data]

    report = measure(read, chosen)
    seen = {(one.paper, one.field) for one in report.failures}
    names = [one.name for one in chosen]
    assert report.false == {names[0]: ["Who is afraid of the sea at night?"]}
    assert {(name, "questions") for name in names} <= seen
    assert (names[3], "error") in seen and (names[3], "doc_number") in seen
    assert (names[2], "false question") not in seen
    assert report.score("clean", "expected_action").exact == 3
    score = report.score("clean", "questions")
    assert (score.papers, score.exact, score.expected, score.got, score.right) == (4, 0, 12, 9, 7)
    assert "false questions: 1 in 1 of 4 papers" in report.table()


def test_classified_papers_show_their_marking_and_are_kept_apart() -> None:
    refused = classified()
    assert len(refused) >= 30 and {one.suffix for one in refused} == {".txt", ".pdf", ".docx", ".html"}
    assert not {one.name for one in refused} & {one.name for one in ALL}
    for one in refused:
        assert letters(one.answer["marking"]) in letters(shown(one))
