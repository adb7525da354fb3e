"""A note goes out as a file: whole or not at all, in the format that its name says."""

from __future__ import annotations

import pytest
from word_briefs import rich

from briefer.errors import UsageError
from briefer.word.export import FORMATS, export, file_name


class Stopped(Exception):
    """What a screen raises when the person does not want to wait."""


@pytest.mark.parametrize("to", FORMATS)
def test_the_name_says_brief_marking_and_format(to, tmp_path):
    assert file_name(rich(), final=True, to=to) == f"emwp-2026-03-02-csdp-jha_LIMITE_final.{to}"


def test_the_stages_are_told_and_any_of_them_may_stop_it(tmp_path):
    told: list[str] = []
    target = export(rich(), tmp_path, step=told.append)
    before = target.read_bytes()
    assert len(told) >= 3
    for stage in told:

        def stop(what: str, stage: str = stage) -> None:
            if what == stage:
                raise Stopped

        with pytest.raises(Stopped):
            export(rich(), target, final=True, force=True, step=stop)
        assert target.read_bytes() == before
        assert list(tmp_path.iterdir()) == [target]


def test_a_format_that_is_not_there_is_named_with_those_that_are(tmp_path):
    with pytest.raises(UsageError, match="docx"):
        export(rich(), tmp_path, to="wpd")
    assert list(tmp_path.iterdir()) == []


def test_the_command_takes_the_format_from_the_switch_or_from_the_files_ending(run, repository, tmp_path):
    example = repository / "briefs" / "examplia-emwp-2025-06-10.yaml"
    for arguments, name in (
        (("--to", "md", "-o", tmp_path), "examplia-emwp-2025-06-10_LIMITE.md"),
        (("-o", tmp_path / "page.html"), "page.html"),
        (("--house", "compact", "-o", tmp_path / "note.docx"), "note.docx"),
    ):
        ran = run("export", example, *arguments)
        assert (ran.code, ran.out.strip()) == (0, str(tmp_path / name)), ran.err
        assert (tmp_path / name).is_file()
    refused = run("export", example, "--to", "md", "-o", tmp_path / "other.docx")
    assert refused.code == 2 and "does not end in .md" in refused.err
    assert not (tmp_path / "other.docx").exists()
