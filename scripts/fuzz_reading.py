"""Spoils papers of every kind and reads them: whatever is neither a result nor one plain sentence is a finding.

    python scripts/fuzz_reading.py [FOLDER…] [--minutes N] [--seed N] [--out DIR]

Papers are made by code; those in the folders given are spoilt too. Each is read in a child process with a limit on memory
and seconds, so that a crash in a library counts as a finding and does not end the run. A finding is written out with the
seed that made it; ``--seed`` with that number and ``--minutes 0`` makes and reads it again.
"""

from __future__ import annotations

import argparse
import json
import select
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.spoilt_papers import made, spoilt

#: A PDF that is read apart is given up after ten.
SECONDS = 15.0
MEGABYTES = 1500
#: After so many papers the child starts anew, so that what one leaves behind does not end another.
_PAPERS_A_CHILD = 150


class Child:
    """The process that reads."""

    def __init__(self) -> None:
        self.read = 0
        command = [sys.executable, __file__, "--read"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def tell(self, path: Path) -> dict[str, str]:
        """What became of a paper: ``{"kind": "read" | "refused" | …, "what": …}``."""
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
            return {
                "kind": "crash",
                "what": f"exit {code}: {self._process.stderr.read()[-600:].decode(errors='replace')}",
            }
        return dict(json.loads(line))

    @property
    def dead(self) -> bool:
        return self._process.poll() is not None

    def end(self) -> None:
        self._process.kill()
        self._process.wait()


def _reads() -> None:
    """The child: a path a line in, what became of it a line out."""
    import resource
    import traceback

    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 1_000_000, MEGABYTES * 1_000_000))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    from briefer.errors import BrieferError
    from briefer.papers import pages

    try:
        from briefer.papers import council
    except ImportError:
        council = None  # type: ignore[assignment]
    for line in sys.stdin:
        start = time.perf_counter()
        try:
            found = pages.read(Path(line.rstrip("\n")))
            said = {"kind": _faults(found), "what": found.format}
            if council is not None:
                council.read(found)
        except BrieferError as error:
            text = str(error)
            plain = error.where and error.todo and len(text) < 500 and "\n" not in text
            said = {"kind": "refused" if plain else "no plain sentence", "what": text}
        except BaseException:
            said = {"kind": "traceback", "what": traceback.format_exc()[-3000:]}
        said["seconds"] = f"{time.perf_counter() - start:.2f}"
        print(json.dumps(said), flush=True)


def _faults(found: object) -> str:
    """``read`` where every line is as ``Line`` promises."""
    from briefer.papers.lines import Pages

    assert isinstance(found, Pages)
    if not found.lines:
        return "no lines and no sentence"
    for line in found.lines:
        if not 1 <= line.page <= max(found.count, 1):
            return "a line on no page"
        if not line.text.strip() and line.style != "rule":
            return "an empty line"
        if any(ord(letter) < 32 and letter != "\t" for letter in line.text):
            return "a control character in a line"
        if any("\ud800" <= letter <= "\udfff" for letter in line.text):
            return "half a letter in a line"
    return "read"


def main() -> int:
    """Spoils and reads until the time is over; 1 where anything was found."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", nargs="*", type=Path)
    options.add_argument("--minutes", type=float, default=1.0)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--out", type=Path, default=Path("out/fuzz"))
    options.add_argument("--read", action="store_true", help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.read:
        _reads()
        return 0
    papers = made()
    for folder in given.folders:
        papers += [(path.name, path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()]
    counted: dict[str, int] = {}
    until = time.monotonic() + 60 * given.minutes
    seed, child, slowest = given.seed, Child(), 0.0
    with tempfile.TemporaryDirectory() as name:
        while True:
            paper = spoilt(papers, seed)
            path = Path(name) / f"paper{paper.suffix}"
            path.write_bytes(paper.data)
            said = child.tell(path)
            counted[said["kind"]] = counted.get(said["kind"], 0) + 1
            slowest = max(slowest, float(said.get("seconds", SECONDS)))
            if said["kind"] not in ("read", "refused"):
                given.out.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, given.out / f"{seed}{paper.suffix}")
                (given.out / f"{seed}.why").write_text(f"{paper.how}\n{said['kind']}: {said['what']}\n", "utf-8")
                print(f"seed {seed}: {paper.how}: {said['kind']}: {said['what'].strip().splitlines()[-1]}", flush=True)
            if child.dead or child.read >= _PAPERS_A_CHILD:
                child.end()
                child = Child()
            seed += 1
            if time.monotonic() >= until:
                break
    child.end()
    print(
        f"{seed - given.seed} papers: {', '.join(f'{n} {kind}' for kind, n in counted.items())}; slowest {slowest:.1f} s"
    )
    return int(bool(set(counted) - {"read", "refused"}))


if __name__ == "__main__":
    sys.exit(main())
