"""``briefer read``: what a paper says of itself, and with ``--into-knowledge`` into one's own files; whole or not at all."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

NOTE = """\
Council of the
European Union

Brussels, 10 June 2025
(OR. en)

1500/25

LIMITE

LAMP 9
JAI 12

NOTE

From:    Presidency
To:      Lamps Working Party (LWP)
No. prev. doc.:    1234/25
Subject: Lighting the northern coast

1. State of play

In October 2024 the Examplian coast had 12 lit lamps. The oil contract was extended until 31 January 2026.

2. Questions for discussion

In the light of the above, the Presidency invites delegations to reflect on the following questions:

1. Which lamps of the northern coast should be lit first, and who should pay for their oil?

2. Do delegations see a need for further horns?
"""
ASKED = [
    "Which lamps of the northern coast should be lit first, and who should pay for their oil?",
    "Do delegations see a need for further horns?",
]
LAMPS = "knowledge/topics/lamps.yaml"


@pytest.fixture
def note(tmp_path: Path) -> Callable[..., Path]:
    """Writes a paper as a text file; ``note(old="new")`` with words of it replaced."""

    def make(name: str = "note.txt", swap: dict[str, str] | None = None) -> Path:
        text = NOTE
        for old, new in (swap or {}).items():
            assert old in text
            text = text.replace(old, new)
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return make


def bytes_of(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def test_people_read_the_header_and_the_questions(
    run: Callable[..., Any], note: Callable[..., Path], workspace: Any
) -> None:
    root = workspace()
    before = bytes_of(root)
    ran = run("read", note(), at=root)
    assert ran.code == 0, ran.err
    assert ran.out.startswith("1500/25 · NOTE · LIMITE\n")
    assert "10 June 2025" in ran.out and "LAMP 9, JAI 12" in ran.out and "Lighting the northern coast" in ran.out
    assert all(text in ran.out for text in ASKED)
    assert "1 fact" in ran.out or "2 facts" in ran.out
    assert bytes_of(root) == before


def test_scripts_get_what_is_promised(process: Callable[..., Any], note: Callable[..., Path]) -> None:
    data = process("read", note(), "--json").json
    assert (data["doc_number"], data["suffix"], data["date"], data["marking"]) == (
        "1500/25",
        None,
        "2025-06-10",
        "LIMITE",
    )
    assert [(q["number"], q["text"]) for q in data["questions"]] == [("1", ASKED[0]), ("2", ASKED[1])]
    assert data["codes"] == ["LAMP 9", "JAI 12"] and data["prev_docs"] == ["1234/25"]
    assert "taken" not in data


def test_a_paper_goes_into_ones_own_files_and_again_changes_nothing(
    run: Callable[..., Any], note: Callable[..., Path], workspace: Any
) -> None:
    root = workspace()
    ran = run("read", note(), "--into-knowledge", "--topic", "lamps", "--json", at=root)
    assert ran.code == 0, ran.err
    assert ran.json["taken"]["questions"] == ["lamps/st-1500-2025-q1", "lamps/st-1500-2025-q2"]
    found = yaml.safe_load((root / LAMPS).read_text("utf-8"))["questions"][-2:]
    assert [(q["text"], q["wording"], q["asked_by"]) for q in found] == [
        (t, "verbatim", "presidency-pl") for t in ASKED
    ]
    assert not [f for f in run("check", "--json", at=root).json if f["severity"] == "error"]
    before = bytes_of(root)
    again = run("read", note(), "--into-knowledge", "--topic", "lamps", at=root)
    assert again.code == 0 and "Nothing new" in again.out
    assert bytes_of(root) == before


def test_its_revision_shows_what_changed(run: Callable[..., Any], note: Callable[..., Path], workspace: Any) -> None:
    root = workspace()
    run("read", note(), "--into-knowledge", "--topic", "lamps", at=root)
    revised = note("rev.txt", {"1500/25": "1500/1/25\nREV 1", "for their oil": "for their power"})
    ran = run("read", revised, "--into-knowledge", "--topic", "lamps", at=root)
    assert ran.code == 0, ran.err
    assert "st-1500-2025-rev-1" in ran.out and "[oil? → power?]" in ran.out
    assert (root / LAMPS).read_text("utf-8").count(
        "northern coast should be lit first, and who should pay for their power"
    ) == 1


def test_without_a_topic_the_likeliest_are_named(
    run: Callable[..., Any], note: Callable[..., Path], workspace: Any
) -> None:
    root = workspace()
    before = bytes_of(root)
    ran = run("read", note(), "--into-knowledge", "--json", at=root)
    assert (ran.code, ran.out) == (2, "") and "--topic, perhaps lamps" in ran.err
    assert bytes_of(root) == before


def test_a_topic_without_the_switch_is_used_wrongly(
    run: Callable[..., Any], note: Callable[..., Path], workspace: Any
) -> None:
    ran = run("read", note(), "--topic", "lamps", at=workspace())
    assert (ran.code, ran.out) == (2, "") and "--into-knowledge" in ran.err


def test_without_a_workspace_reading_works_and_storing_says_what_is_missing(
    process: Callable[..., Any], note: Callable[..., Path]
) -> None:
    assert process("read", note()).code == 0
    ran = process("read", note(), "--into-knowledge", "--topic", "lamps", "--json")
    assert (ran.code, ran.out) == (1, "") and "briefer init" in ran.err


def test_a_paper_without_questions_says_so(run: Callable[..., Any], note: Callable[..., Path], workspace: Any) -> None:
    text = NOTE.partition("2. Questions")[0]
    path = note()
    path.write_text(text, "utf-8")
    ran = run("read", path, at=workspace())
    assert ran.code == 0 and "No questions to delegations in it." in ran.out


@pytest.mark.parametrize("marking", ["RESTREINT UE/EU RESTRICTED", "CONFIDENTIEL UE/EU CONFIDENTIAL", "VS-NfD"])
def test_a_classified_paper_is_refused_and_leaves_no_trace(
    process: Callable[..., Any], note: Callable[..., Path], workspace: Any, tmp_path: Path, marking: str
) -> None:
    root = workspace()
    path = note("secret.txt", {"LIMITE": marking, "Lighting the northern coast": "A very secret subject"})
    config, scratch = tmp_path / "config", tmp_path / "scratch"
    config.mkdir()
    scratch.mkdir()
    env = {
        "BRIEFER_CONFIG_DIR": str(config),
        "TMPDIR": str(scratch),
        "TEMP": str(scratch),
        "XDG_CACHE_HOME": str(scratch),
    }
    before = bytes_of(tmp_path)
    for more in ((), ("--json",), ("--into-knowledge", "--topic", "lamps")):
        ran = process("--workspace", root, "read", path, *more, env=env)
        assert (ran.code, ran.out) == (1, "")
        assert "accredited" in ran.err and "secret subject" not in ran.err
        assert len(ran.err.strip().splitlines()) == 1
    assert bytes_of(tmp_path) == before


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 400, b"PK\x03\x04 no zip at all", b"%PDF-1.7 nothing"])
def test_what_is_no_paper_is_refused_in_one_line(
    process: Callable[..., Any], workspace: Any, tmp_path: Path, content: bytes
) -> None:
    root = workspace()
    path = tmp_path / "odd.pdf"
    path.write_bytes(content)
    before = bytes_of(tmp_path)
    ran = process("--workspace", root, "read", path, "--into-knowledge", "--topic", "lamps", "--json")
    assert (ran.code, ran.out) == (1, "") and len(ran.err.strip().splitlines()) == 1
    assert bytes_of(tmp_path) == before


def test_a_file_that_is_not_there_is_named(run: Callable[..., Any], workspace: Any) -> None:
    ran = run("read", "nowhere.pdf", at=workspace())
    assert ran.code in (1, 2) and "nowhere.pdf" in ran.err and ran.out == ""


def test_a_word_file_is_read_too(process: Callable[..., Any], tmp_path: Path) -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in NOTE.splitlines() if line)
    path = tmp_path / "note.docx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("[Content_Types].xml", (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
        ))  # fmt: skip
        file.writestr("_rels/.rels", (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
            'Target="word/document.xml"/></Relationships>'
        ))  # fmt: skip
        file.writestr("word/document.xml", f'<w:document xmlns:w="{word}"><w:body>{lines}</w:body></w:document>')
    data = process("read", path, "--json").json
    assert data["doc_number"] == "1500/25" and [q["text"] for q in data["questions"]] == ASKED


@pytest.mark.papers
def test_the_exact_papers_replace_the_shipped_gists(
    process: Callable[..., Any], papers: dict[str, str], tmp_path: Path
) -> None:
    root = tmp_path / "briefs"
    assert process("init", root).code == 0
    counts = {"000": 3, "001": 0, "002": 7, "003": 0, "004": 4}
    for name, count in counts.items():
        path = tmp_path / f"{name}.txt"
        path.write_text(papers[name], "utf-8")
        told = ("--workspace", root, "read", path, "--into-knowledge", "--topic", "euam-ukraine", "--json")
        taken = process(*told).json["taken"]
        assert len(taken["questions"]) == count
        assert all(c["how"] == "changed" for c in taken["changes"] if c["kind"] in ("question", "paper")), taken[
            "changes"
        ]
        assert process(*told).json["taken"]["changes"] == []
    base = process("--workspace", root, "topics", "--json").json
    assert sum(topic["questions"] for topic in base) == 14
    assert process("--workspace", root, "check").code == 0
