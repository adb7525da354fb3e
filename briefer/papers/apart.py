"""Reading a PDF in a process of its own, which can be ended when it takes too long, too much memory, or crashes.

The parent writes the file into the child's standard input; the child answers with a line for each page and at last the
pages themselves or why there are none. It starts in about a tenth of a second.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO

import msgspec

from briefer.errors import BrieferError
from briefer.papers.lines import Pages

Progress = Callable[[int, int], None]

#: A page of a real paper takes milliseconds, the start of the process a second on a slow machine.
SECONDS_A_PAGE = 10.0
SECONDS_IN_ALL = 30.0
#: Two hundred megabytes are what the largest real papers need.
MEGABYTES = 1_500
_TOO_MUCH = "This PDF takes more time or memory than any paper does"
_TODO = "Print it into a new PDF, and read that"


class _Said(msgspec.Struct, tag_field="kind"):
    """A line of the child's."""


class _Turned(_Said, tag="page"):
    page: int
    of: int


class _Refused(_Said, tag="refused"):
    what: str
    todo: str
    code: str


class _Done(_Said, tag="done"):
    pages: Pages


_decoder = msgspec.json.Decoder(_Turned | _Refused | _Done)


def read(data: bytes, progress: Progress | None = None) -> Pages:
    """The pages of a PDF; raises BrieferError as ``pdf_pages.read`` does, and when reading was ended."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-P", "-m", "briefer.papers.apart"]
    no_window = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    child = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment,
        creationflags=no_window,
    )  # fmt: skip
    assert child.stdin and child.stdout
    lines: SimpleQueue[bytes] = SimpleQueue()
    for work in (lambda: _give(child.stdin, data), lambda: _take(child.stdout, lines)):
        Thread(target=work, daemon=True).start()
    try:
        return _heard(lines, progress)
    finally:
        child.kill()
        child.wait()


def _give(into: IO[bytes] | None, data: bytes) -> None:
    assert into
    try:
        with into:
            into.write(data)
    except OSError:
        pass  # it has ended; what it said, or did not say, tells why


def _take(out: IO[bytes] | None, lines: SimpleQueue[bytes]) -> None:
    assert out
    with out:
        for line in out:
            lines.put(line)
    lines.put(b"")


def _heard(lines: SimpleQueue[bytes], progress: Progress | None) -> Pages:
    until = time.monotonic() + SECONDS_IN_ALL
    while (left := until - time.monotonic()) > 0:
        try:
            line = lines.get(timeout=min(left, SECONDS_A_PAGE))
        except Empty:
            break
        try:
            said = _decoder.decode(line)
        except msgspec.DecodeError:
            break
        match said:
            case _Turned(page=page, of=of):
                if progress:
                    progress(page, of)
            case _Refused(what=what, todo=todo, code=code):
                raise BrieferError(what, todo=todo, code=code)
            case _Done(pages=pages):
                return pages
    raise BrieferError(_TOO_MUCH, todo=_TODO, code="too-much")


def main() -> None:
    """The child: a PDF on standard input, lines of JSON on standard output."""
    _bound_memory()
    from briefer.papers import pdf_pages

    def say(said: _Said) -> None:
        sys.stdout.buffer.write(msgspec.json.encode(said) + b"\n")
        sys.stdout.buffer.flush()

    try:
        say(_Done(pdf_pages.read(sys.stdin.buffer.read(), lambda page, of: say(_Turned(page, of)))))
    except BrieferError as error:
        say(_Refused(error.what, error.todo, error.code))
    except (MemoryError, RecursionError):
        say(_Refused(_TOO_MUCH, _TODO, "too-much"))


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:
        return  # on Windows there is no such bound; the time bounds it
    most = MEGABYTES * 1_000_000
    try:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        pass  # a system that sets a lower bound itself


if __name__ == "__main__":
    main()
