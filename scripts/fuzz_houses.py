"""Writes a note in ministries' files of every kind: what is neither a sound Word file nor a plain sentence is a finding.

    python scripts/fuzz_houses.py [FOLDER…] [--minutes N] [--seed N] [--out DIR] [--judge N]

The files are made by code; those in the folders given are taken too, each once. Each is checked and filled in a child
process with a limit on memory and seconds, so that a crash in a library counts as a finding and does not end the run. A
finding is written out with the seed that made it; ``--seed`` with that number and ``--minutes 0`` makes it again. With
``--judge N`` every Nth note goes before the Open XML SDK validator, where $BRIEFER_OOXML_VALIDATOR names it: what it says
of the note and not of the file itself is a finding too.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests/word")]

from scripts.odd_houses import Odd, odd  # noqa: E402

SECONDS = 60.0
#: What a check and two notes may take of a processor; the clock on the wall also counts what else a machine does.
SLOW = 12.0
MEGABYTES = 1500
#: After so many files the child starts anew, so that what one leaves behind does not end another.
_FILES_A_CHILD = 200
_GOOD = ("written", "refused")
#: In a file spoilt like this the validator stops at the first fault, and so says nothing of the next.
_SPOILT = re.compile("elements|attributes|spelt|exchanged|emptied|bits|noise|defaults")


class Child:
    """The process that fills the files."""

    def __init__(self) -> None:
        self.read = 0
        command = [sys.executable, __file__, "--fill"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def tell(self, path: Path) -> dict[str, str]:
        """What became of a file: ``{"kind": "written" | "refused" | …, "what": …, "seconds": …}``."""
        assert self._process.stdin and self._process.stdout and self._process.stderr
        self.read += 1
        try:
            self._process.stdin.write(f"{path}\n".encode())
            self._process.stdin.flush()
        except BrokenPipeError:
            pass
        ready, _, _ = select.select([self._process.stdout], [], [], SECONDS)
        if not ready:
            self.end()
            return {"kind": "too slow", "what": f"more than {SECONDS:.0f} s"}
        line = self._process.stdout.readline()
        if not line:
            code = self._process.wait()
            why = self._process.stderr.read()[-600:].decode(errors="replace")
            return {"kind": "crash", "what": f"exit {code}: {why}"}
        return dict(json.loads(line))

    @property
    def dead(self) -> bool:
        return self._process.poll() is not None

    def end(self) -> None:
        self._process.kill()
        self._process.wait()


def _fills() -> None:
    """The child: a path a line in, what became of it a line out."""
    import resource
    import traceback

    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 1_000_000, MEGABYTES * 1_000_000))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for line in sys.stdin:
        path = Path(line.rstrip("\n"))
        start = time.process_time()
        try:
            said = _became(path)
        except BaseException:
            said = {"kind": "traceback", "what": traceback.format_exc()[-3000:]}
        took = time.process_time() - start
        if took > SLOW and said["kind"] in _GOOD:
            said = {"kind": "slow", "what": f"{took:.1f} s ({said['kind']})"}
        print(json.dumps(said | {"seconds": f"{took:.2f}"}), flush=True)


def _became(path: Path) -> dict[str, str]:
    """The check, a note for colleagues and one for release, each over an older one that must stay where it is refused."""
    from word_briefs import rich

    from briefer.errors import BrieferError
    from briefer.word import house_check
    from briefer.word.export import export
    from briefer.word.selfcheck import check

    brief = rich()
    report = house_check.report(path)
    "\n".join(house_check.lines(report))
    errors = [fault["message"] for fault in report["faults"] if fault["severity"] == "error"]
    for message in errors:
        if not _plain(message):
            return {"kind": "no plain sentence", "what": message}
    refused: list[str] = []
    for final in (False, True):
        target = path.parent / f"note-{final}.docx"
        old = b"what was there before"
        target.write_bytes(old)
        try:
            export(brief, target, house=str(path), final=final, force=True, spared=lambda copy: copy.unlink())
        except BrieferError as error:
            if not error.where and "would not be sound" not in error.what:
                return {"kind": "no place named", "what": str(error)}
            if not _plain(str(error).replace(str(path), "FILE")):
                return {"kind": "no plain sentence", "what": str(error)}
            if target.read_bytes() != old:
                return {"kind": "the old note is lost", "what": str(error)}
            refused.append(str(error))
            continue
        if found := check(target.read_bytes()):
            return {"kind": "not sound", "what": found[0]}
        if fault := _torn(target):
            return {"kind": "not sound", "what": fault}
    if len(refused) == 1:
        return {"kind": "refused once of twice", "what": refused[0]}
    if refused and not errors and "has no place for" not in refused[0]:
        return {"kind": "check says nothing", "what": refused[0]}
    if refused:
        return {"kind": "refused", "what": refused[0]}
    if errors and not any("no section has a place" in e or "There is no slot" in e for e in errors):
        return {"kind": "check says too much", "what": errors[0]}
    return {"kind": "written", "what": ""}


def _plain(text: str) -> bool:
    strange = re.search(r"Traceback|Error\b|0x[0-9a-f]{6}|<class|object at|[\x00-\x1f]", text)
    return len(text) < 500 and not strange


def _torn(path: Path) -> str:
    """What lxml and python-docx find in a note."""
    import zipfile

    from docx import Document
    from lxml import etree

    with zipfile.ZipFile(path) as package:
        if twice := [name for name, n in Counter(i.lower() for i in package.namelist()).items() if n > 1]:
            return f"{twice[0]} is there twice"
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                try:
                    root = etree.fromstring(package.read(name), etree.XMLParser(huge_tree=True))
                except etree.XMLSyntaxError as error:
                    return f"{name}: {error}"
                if name == "word/document.xml":
                    text = "".join(root.itertext())
                    if "\ue000" in text or "\ue001" in text:
                        return "a mark is left in the document"
                    if "LIMITE" not in text and "one picture" not in text:
                        return "the note is not in the document"
    try:
        Document(str(path))
    except Exception as error:
        return f"python-docx: {type(error).__name__}: {error}"
    return ""


def _judged(program: str, path: Path) -> list[str] | None:
    """The kinds of faults that the validator finds; None where it cannot read a file at all."""
    done = subprocess.run([program, str(path)], capture_output=True, encoding="utf-8", check=False, timeout=120)
    try:
        report = json.loads(done.stdout)
    except ValueError:
        return None
    if any(not e["xPath"] for e in report["errors"]):
        return None
    kinds = [re.sub(r"'[^']*'|\d+", "…", e["description"]) for e in report["errors"]]
    return kinds or ([] if report["ok"] else ["refused without a reason"])


def _new(found: list[str] | None, own: list[str]) -> list[str]:
    return ["the validator cannot read it"] if found is None else [fault for fault in found if fault not in own]


def _files(folders: list[Path], seed: int) -> Iterator[tuple[str, Odd]]:
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            yield path.name, Odd(path.suffix, path.read_bytes(), path.name)
    while True:
        yield str(seed), odd(seed)
        seed += 1


def main() -> int:
    """Makes and fills files until the time is over; 1 where anything was found."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", nargs="*", type=Path)
    options.add_argument("--minutes", type=float, default=1.0)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--out", type=Path, default=Path("out/fuzz-houses"))
    options.add_argument("--judge", type=int, default=0, metavar="N")
    options.add_argument("--fill", action="store_true", help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.fill:
        _fills()
        return 0
    program = os.environ.get("BRIEFER_OOXML_VALIDATOR", "") if given.judge else ""
    counted: Counter[str] = Counter()
    judged = 0
    until = time.monotonic() + 60 * given.minutes
    child, slowest = Child(), 0.0
    with tempfile.TemporaryDirectory() as name:
        for called, one in _files(given.folders, given.seed):
            path = Path(name) / f"house{one.suffix}"
            path.write_bytes(one.data)
            said = child.tell(path)
            slowest = max(slowest, float(said.get("seconds", SECONDS)))
            judge = program and said["kind"] == "written" and not _SPOILT.search(one.how)
            if judge and counted["written"] % given.judge == 0:
                own = _judged(program, path)
                judged += own is not None
                # Where it cannot read the file itself there is nothing to compare with.
                for final in (False, True) if own is not None else ():
                    assert own is not None
                    ours = _new(_judged(program, Path(name) / f"note-{final}.docx"), own)
                    if ours:
                        said = {"kind": "judged unsound", "what": ours[0]}
            counted[said["kind"]] += 1
            if said["kind"] not in _GOOD:
                given.out.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, given.out / f"{called}{one.suffix}")
                (given.out / f"{called}.why").write_text(f"{one.how}\n{said['kind']}: {said['what']}\n", "utf-8")
                print(f"{called}: {one.how}: {said['kind']}: {said['what'].strip().splitlines()[-1]}", flush=True)
            path.unlink()
            if child.dead or child.read >= _FILES_A_CHILD:
                child.end()
                child = Child()
            if time.monotonic() >= until:
                break
    child.end()
    told = ", ".join(f"{n} {kind}" for kind, n in counted.items())
    print(f"{counted.total()} files: {told}; {judged} before the validator; slowest {slowest:.1f} s")
    return int(bool(set(counted) - set(_GOOD)))


if __name__ == "__main__":
    sys.exit(main())
