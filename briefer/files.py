"""Every write to disk: whole or not at all, and never over somebody else's change.

A write goes to a temporary file in the same folder, is flushed to the disk (fsync), and only then takes the place of
the old one (rename), so that a power cut or a full disk leaves the old file as it was.
"""

from __future__ import annotations

import errno
import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from briefer.errors import BrieferError


class Stamp(NamedTuple):
    """What a file was when it was read, to tell later whether somebody has changed it."""

    size: int
    digest: str

    @classmethod
    def of(cls, path: Path) -> Stamp | None:
        """The stamp of a file as it is now; None where there is none."""
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _refused(path, "read", error) from None
        return cls.of_bytes(data)

    @classmethod
    def of_bytes(cls, data: bytes) -> Stamp:
        """The stamp that a file with this content has."""
        return cls(len(data), hashlib.sha256(data).hexdigest())


#: Stands for "write only if there is no such file yet".
NEW = Stamp(-1, "")


def write(path: Path, data: bytes | str, *, expected: Stamp | None = None) -> Stamp:
    """Write a file whole and return its stamp.

    ``expected`` is the stamp it had when it was read, or ``NEW``: where the file is something else by now, nothing is
    written and BrieferError with code ``changed-on-disk`` (or ``exists``) is raised. Without it the file is replaced.
    """
    payload = data.encode("utf-8") if isinstance(data, str) else data
    path = _target(path)
    with _locked(path):
        if expected is not None:
            _still(path, expected)
        _put(path, payload)
    return Stamp.of_bytes(payload)


def write_made(path: Path, data: bytes) -> None:
    """Write a file whole that is made out of others, as a note is: nobody changes it, and of two at once the later counts."""
    _put(_target(path), data)


def remove(path: Path, *, expected: Stamp | None = None) -> None:
    """Remove a file if it is there; with ``expected`` only where it still is what it was, as ``write``."""
    try:
        if expected is None:
            path.unlink(missing_ok=True)
            return
        with _locked(path):
            _still(path, expected)
            path.unlink(missing_ok=True)
    except OSError as error:
        raise _refused(path, "removed", error) from None


def move(path: Path, target: Path) -> None:
    """Move a file to where there is none yet, in the same workspace; raises BrieferError, code ``exists``, else."""
    with _locked(target):
        _still(target, NEW)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)
        except OSError as error:
            raise _refused(path, "moved", error) from None


def make_folder(path: Path) -> None:
    """Make a folder and those above it."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refused(path, "made", error) from None


def _target(path: Path) -> Path:
    """Where a link leads, so that writing keeps the link."""
    try:
        return path.resolve() if path.is_symlink() else path
    except (OSError, RuntimeError):  # links that lead in a circle
        raise _refused(path, "written", OSError(errno.ELOOP, "its links lead in a circle")) from None


def _still(path: Path, expected: Stamp) -> None:
    now = Stamp.of(path)
    if expected == NEW:
        if now is not None:
            raise BrieferError("This file exists already", where=str(path), todo="Choose another name", code="exists")
    elif now != expected:
        what = "Somebody has changed this file since it was opened" if now else "This file has been removed meanwhile"
        raise BrieferError(
            what, where=str(path), todo="Save under another name, or open it again", code="changed-on-disk"
        )


def _put(path: Path, payload: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, payload)
    except OSError as error:
        raise _refused(path, "written", error) from None


def _replace(path: Path, payload: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "a folder of this name is in the way")
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(payload)
            file.flush()
            os.fsync(file.fileno())
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        temporary.chmod(mode)
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, "it is write-protected")
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":  # a folder cannot be opened there; the rename is durable without it
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """One writer at a time for a file; the lock lives outside the workspace, which may be a synchronised folder."""
    from filelock import FileLock, Timeout

    name = hashlib.sha256(str(path.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:24]
    folder = Path(tempfile.gettempdir()) / f"briefer-locks-{_user()}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise _refused(folder, "made", error) from None
    lock = FileLock(folder / f"{name}.lock")
    try:
        lock.acquire(timeout=10)
    except Timeout:
        raise BrieferError(
            "Another briefer is writing this file", where=str(path), todo="Try again in a moment"
        ) from None
    except OSError as error:
        raise _refused(path, "locked", error) from None
    try:
        yield
    finally:
        lock.release()


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")


def _refused(path: Path, done: str, error: OSError) -> BrieferError:
    what = f"This cannot be {done}"
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return BrieferError(
                f"{what}: the disk is full", where=str(path), todo="Free some space and try again", code="full"
            )
        case errno.EACCES | errno.EPERM | errno.EROFS | errno.EBUSY | errno.ETXTBSY:
            in_word = path.suffix.lower() in (".docx", ".dotx")
            todo = (
                "Close it in Word if it is open there, or write to another folder"
                if in_word
                else "Close it if it is open elsewhere, or ask who may write there"
            )
            return BrieferError(f"{what}: access is refused", where=str(path), todo=todo, code="refused")
        case errno.EISDIR | errno.ENOTDIR:
            todo = "Give a file name in a folder that exists"
            return BrieferError(f"{what}: a file or folder is in the way", where=str(path), todo=todo, code="refused")
        case errno.ENAMETOOLONG:
            return BrieferError(
                f"{what}: its name is too long", where=str(path), todo="Choose a shorter name", code="refused"
            )
        case _:
            said = (error.strerror or str(error)).lower()
            return BrieferError(f"{what} ({said})", where=str(path), todo="Choose another place", code="refused")
