"""``make bench``: briefer beside its peers in one run, medians and ratios. Goals are those we set ourselves."""

from __future__ import annotations

import gc
import io
import os
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import yaml

from benchmarks import bare, made_up, reading
from benchmarks.timing import Row, alone, pairs, process

PYTHON = sys.executable
_QUERIES = ("frontx", "working arr", "migration ro", "mandat", "2031")


def main() -> None:
    """Measure everything and print one line each."""
    print(f"{'':<58} {'ours ms':>9} {'peer ms':>9} {'ratio':>6}")
    with tempfile.TemporaryDirectory() as name:
        os.environ["BRIEFER_CONFIG_DIR"] = f"{name}/config"
        room = Path(name)
        for row in measured(room):
            print(row, flush=True)


def measured(room: Path) -> Iterator[Row]:
    """Every measurement, one after the other."""
    yield from _processes(room)
    yield from _base(room)
    yield from _word(room)
    yield from _save(room)
    yield from reading.measured(room)
    yield from _screen(room)


def _processes(room: Path) -> Iterator[Row]:
    ours, peer = pairs(process([PYTHON, "-m", "briefer", "--help"]), process([PYTHON, "-c", "pass"]), 25)
    yield Row("briefer --help, whole process", ours, peer, "<= 3x", "python -c pass")
    work = room / "work"
    process([PYTHON, "-m", "briefer", "init", str(work)])()
    new = [PYTHON, "-m", "briefer", "new", "--workspace", str(work), "--topic", "csdp-jha-synergies"]
    export = [
        PYTHON,
        "-m",
        "briefer",
        "export",
        "--workspace",
        str(work),
        "bench",
        "-o",
        str(room / "bench.docx"),
        "--force",
    ]
    drafting = alone(process([*new, "--name", "bench", "--force"]), 7)
    yield Row("briefer new, CSDP-JHA speaking note, whole process", drafting, None, "< 1000")
    yield Row("briefer export, the same note, whole process", alone(process(export), 7), None, "< 1000")


def _base(room: Path) -> Iterator[Row]:
    from briefer.knowledge.load import Layer, load
    from briefer.knowledge.search import Index

    for count in (2_000, 20_000):
        folder = made_up.base(room / f"base-{count}", count)
        texts = [p.read_text("utf-8") for p in sorted((folder / "topics").glob("*.yaml"))]

        def plain(texts: list[str] = texts) -> None:
            gc.disable()
            for text in texts:
                yaml.load(text, yaml.CSafeLoader)
            gc.enable()

        def ours(folder: Path = folder) -> object:
            return load([Layer("knowledge", folder, "knowledge")])

        mine, theirs = pairs(ours, plain, 5 if count < 10_000 else 3)
        yield Row(f"load and validate {count:,} entries", mine, theirs, "<= 1.3x", "CSafeLoader, collector off")
        index = Index(ours())  # type: ignore[arg-type]
        searching = alone(lambda index=index: [index.search(q) for q in _QUERIES], 5) / len(_QUERIES)
        yield Row(f"search {count:,} entries, one query", searching, None, "")


def _word(room: Path) -> Iterator[Row]:
    from briefer.word.docx import render

    sizes = ((30, made_up.SHORT, "two-sided note", "<= 2x", 40), (1200, made_up.LONG, "200 pages", "<= 6x", 7))
    for footnotes, words, what, goal, runs in sizes:
        brief = made_up.note(footnotes, words)
        data = render(brief)
        assert zipfile.is_zipfile(io.BytesIO(data))
        texts = bare.parts(data)
        ours, peer = pairs(lambda brief=brief: render(brief), lambda texts=texts: bare.zipped(texts), runs)  # type: ignore[misc]
        yield Row(f"{what}, {footnotes} footnotes, self-check included", ours, peer, goal, "its raw strings into a zip")
    yield from _beside_pandoc(room)


def _beside_pandoc(room: Path) -> Iterator[Row]:
    """A whole export as a process; where pandoc is installed, beside it with the same note as Markdown."""
    from briefer.brief import store
    from briefer.word.export import export as write

    brief = made_up.note(1200, made_up.LONG)
    store.write(brief, room / "bench.yaml")
    ours = process(
        [PYTHON, "-m", "briefer", "export", str(room / "bench.yaml"), "-o", str(room / "bench.docx"), "--force"]
    )
    what, goal = "briefer export of 200 pages, whole process", "<= 0.25x"
    if (pandoc := shutil.which("pandoc")) is None:
        yield Row(what, alone(ours, 5), None, goal, "pandoc is not installed")
        return
    source = write(brief, room / "bench.md", to="md")
    mine, theirs = pairs(ours, process([pandoc, str(source), "-o", str(room / "pandoc.docx")]), 5)
    yield Row(what, mine, theirs, goal, "pandoc")


def _save(room: Path) -> Iterator[Row]:
    import msgspec

    from briefer.brief import store

    brief = made_up.note(60)
    target = room / "save.yaml"
    data = msgspec.to_builtins(brief)
    ours, peer = pairs(lambda: store.write(brief, target), lambda: bare.saved(data, room / "peer.yaml"), 15)
    size = target.stat().st_size // 1000
    yield Row(f"durable save of a {size} kB brief", ours, peer, "<= 1.3x", "C dump + temp + fsync + rename")


def _screen(room: Path) -> Iterator[Row]:
    env = {**os.environ, "BRIEFER_WORKSPACE": str(room / "work")}
    ours = process([PYTHON, "-m", "benchmarks.first_paint", "briefer"], env=env)
    peer = process([PYTHON, "-m", "benchmarks.first_paint", "bare"], env=env)
    mine, theirs = pairs(ours, peer, 7)
    yield Row("first paint, whole process", mine, theirs, "<= 1.5x", "a bare Textual app")
    yield from _keys(room)


def _keys(room: Path) -> Iterator[Row]:
    from benchmarks import at_the_screen

    for name, folder in (("the shipped base", None), ("10,000 entries", made_up.base(room / "base-10000", 10_000))):
        library = at_the_screen.library(folder)
        ours, peer = at_the_screen.filtered_list(library)
        yield Row(f"desk, a key in the filter to the last repaint, {name}", ours, peer, "<= 2x", "OptionList, 200 rows")
        large, small, slow = at_the_screen.key_to_repaint(library)
        yield Row(f"desk, a key in a note of 100,000 characters, {name}", large, small, "<= 2.5x", "1,000 characters")
        yield Row("  the same, 95th percentile", slow, None, "< 50")


if __name__ == "__main__":
    main()
