"""Measures a reader of papers against the made-up ones: exact matches, precision and recall, field by field.

``measure(read)`` gives a ``Report``; from a shell ``python tests/papers/measure.py`` calls ``briefer read FILE --json``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

sys.path.insert(0, str(Path(__file__).parent))

from corpus import Made, papers
from corpus.report import MANY, ONE, Failure, Report, short
from corpus.same import FOLDS, flattened, tolerated

Read = Callable[[bytes, str], dict[str, Any]]

LIKE = 60
"""How like an expected question a found one is, in per cent, before it counts as inexact and no longer as false."""


def measure(read: Read, of: Iterable[Made] | None = None, workers: int = 1) -> Report:
    """Reads every paper with ``read`` and compares; a paper that cannot be read is wrong in every field."""
    chosen = list(papers() if of is None else of)

    def got(one: Made) -> dict[str, Any]:
        try:
            return read(one.data, one.suffix)
        except Exception as error:
            return {"error": f"{type(error).__name__}: {error}"}

    report = Report()
    with ThreadPoolExecutor(workers) as pool:
        for one, found in zip(chosen, pool.map(got, chosen), strict=True):
            before = len(report.failures)
            if "error" in found:
                report.failures.append(Failure(one.name, "error", None, found["error"]))
            _compare(report, one.name, "clean" if one.clean else "faulty", one.answer, found)
            _by_fault(report, one, {failure.field for failure in report.failures[before:]})
    return report


def _by_fault(report: Report, one: Made, failed: set[str]) -> None:
    parts = {
        "header": {*ONE, "codes", "interinstitutional_files", "prev_docs"} - {"expected_action"},
        "questions": {"questions", "false question", "question_numbers", "asked_by", "sets", "cut_off"},
        "body": {
            "headings",
            "heading_levels",
            "paragraphs",
            "footnotes",
            "cited",
            "urls",
            "enclosed",
            "expected_action",
        },
    }
    for fault in one.faults or ("none",):
        count = report.faults.setdefault(fault, Counter())
        count.update(["papers", *(["all"] if not failed else [])])
        count.update(part for part, fields in parts.items() if not fields & failed and "error" not in failed)


def _compare(report: Report, name: str, group: str, want: dict[str, Any], found: dict[str, Any]) -> None:
    if "enclosed" not in want:
        found = flattened(found)
    for key in (key for key in ONE if key in want):
        fold = FOLDS.get(key, FOLDS["text"])
        pair = fold(want[key]), fold(found.get(key))
        _one(report, name, group, key, want[key], found.get(key), *pair, there=_there(found))
    for key in (key for key in MANY if key in want):
        _many(report, name, group, key, want, found)
    _aside(report, name, group, want, found)
    if want.get("enclosed") is not None:
        inner = found.get("enclosed") or []
        left, right = len(want["enclosed"]), len(inner)
        _one(report, name, group, "enclosed", left, right, left or None, right or None, there=_there(found))
        for nth, one in enumerate(want["enclosed"]):
            _compare(report, f"{name} » enclosed", group, one, inner[nth] if nth < len(inner) else {})


def _there(found: dict[str, Any]) -> bool:
    """Whether anything was read at all; where nothing was, a null is not right either."""
    return bool(found) and "error" not in found


def _one(
    report: Report, name: str, group: str, key: str, want: Any, found: Any, left: Any, right: Any, *, there: bool
) -> None:
    score = report.score(group, key)
    score.papers += 1
    score.exact += left == right and there
    score.expected += left is not None
    score.got += right is not None
    score.right += left is not None and left == right
    if left != right:
        report.failures.append(Failure(name, key, want, found))


def _many(report: Report, name: str, group: str, key: str, want: dict[str, Any], found: dict[str, Any]) -> None:
    fold = FOLDS[key]
    wanted = [(fold(one), one) for one in want[key]]
    got = [(fold(one), one) for one in found.get(key) or []]
    got = [pair for pair in got if pair[0] is not None]
    if key == "cited":
        allowed = {fold({"ref": ref}) for ref in tolerated(want)} - {left for left, _ in wanted}
        got = list({left: (left, one) for left, one in got if left not in allowed}.values())
    score = report.score(group, key)
    left, right = [pair[0] for pair in wanted], [pair[0] for pair in got]
    same = Counter(left) == Counter(right) if key in ("cited", "prev_docs") else left == right
    score.papers += 1
    score.exact += same and _there(found)
    score.expected += len(left)
    score.got += len(right)
    score.right += (Counter(left) & Counter(right)).total()
    missing, extra = Counter(left) - Counter(right), Counter(right) - Counter(left)
    pairs = list(
        _pairs([one for side, one in wanted if side in missing], [one for side, one in got if side in extra], fold)
    )
    report.failures += [Failure(name, key, one, other) for one, other in pairs]
    if not same and not pairs:
        report.failures.append(Failure(name, key, f"order: {left}", right))
    if key == "questions":
        asked = [pair[0] for pair in wanted]
        false = [text for text in right if not any(_like(text, one) for one in asked)]
        report.failures += [Failure(name, "false question", None, text) for text in false]
        if false:
            report.false[name] = false


def _like(one: str, other: str) -> bool:
    return max(fuzz.ratio(one, other), fuzz.partial_ratio(one, other)) >= LIKE


def _pairs(missing: list[Any], extra: list[Any], fold: Callable[[Any], Any]) -> Iterator[tuple[Any, Any]]:
    """What is missing beside what was got in its place, as far as one can tell."""
    left = list(extra)
    for one in missing:
        best = max(left, key=lambda other: fuzz.ratio(str(fold(one)), str(fold(other))), default=None)
        if best is not None and fuzz.ratio(str(fold(one)), str(fold(best))) >= LIKE:
            left.remove(best)
            yield one, best
        else:
            yield one, None
    yield from ((None, other) for other in left)


def _aside(report: Report, name: str, group: str, want: dict[str, Any], found: dict[str, Any]) -> None:
    """What is said of questions, headings and citations that were found."""

    def check(key: str, pairs: list[tuple[Any, Any, Any]]) -> None:
        if not pairs:
            return
        score = report.score(group, key)
        wrong = [(text, left, right) for text, left, right in pairs if left != right]
        score.papers += 1
        score.exact += not wrong
        score.expected += len(pairs)
        score.got += len(pairs)
        score.right += len(pairs) - len(wrong)
        report.failures += [Failure(name, key, f"{left!r} ({short(text, 40)})", right) for text, left, right in wrong]

    def both(key: str) -> list[tuple[Any, Any]]:
        fold = FOLDS[key]
        got: dict[Any, list[Any]] = {}
        for one in found.get(key) or []:
            got.setdefault(fold(one), []).append(one)
        return [(one, got[fold(one)].pop(0)) for one in want.get(key, ()) if got.get(fold(one))]

    asked = both("questions")
    number, asker = FOLDS["number"], FOLDS["asked_by"]
    check(
        "question_numbers",
        [(w["text"], number(w["number"]), number(g.get("number"))) for w, g in asked if w["number"] is not None],
    )
    check("asked_by", [(w["text"], asker(w["asked_by"]), _asker(w["asked_by"], g.get("asked_by"))) for w, g in asked])
    check("cut_off", [(w["text"], w["cut_off"], bool(g.get("cut_off"))) for w, g in asked])
    if len({w["set"] for w, _ in asked}) > 1:
        left, right = _grouped([w["set"] for w, _ in asked]), _grouped([g.get("set") for _, g in asked])
        check("sets", [(w["text"], one, other) for (w, _), one, other in zip(asked, left, right, strict=True)])
    levels = [(w["text"], w["level"], g.get("level")) for w, g in both("headings") if w["level"] is not None]
    # How deep is relative: a reader may count from any number.
    low, low_got = min((one for _, one, _ in levels), default=0), min((one or 0 for *_, one in levels), default=0)
    check("heading_levels", [(text, one - low, (got or 0) - low_got) for text, one, got in levels])
    check("urls", [(w["ref"], w["url"], g.get("url")) for w, g in both("cited") if w["url"]])


def _asker(want: str | None, got: str | None) -> str | None:
    """The asker as folded; an acronym in brackets, or the name before one, will do."""
    fold = FOLDS["asked_by"]
    left, right = fold(want), fold(got)
    if (
        left
        and right
        and (
            f"({left})" in right
            or f"({right})" in left
            or left.startswith(f"{right} (")
            or right.startswith(f"{left} (")
            or left == _initials(right)
            or right == _initials(left)
        )
    ):
        return str(left)
    return right if right is None else str(right)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word not in ("of", "the", "for", "on", "and"))


def _grouped(sets: list[Any]) -> list[int]:
    order: dict[Any, int] = {}
    return [order.setdefault(one, len(order)) for one in sets]


def by_command(data: bytes, suffix: str) -> dict[str, Any]:
    """What ``briefer read FILE --json`` says of a paper; raises where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / f"paper{suffix}"
        place.write_bytes(data)
        ran = subprocess.run(
            [sys.executable, "-m", "briefer", "read", str(place), "--json"], capture_output=True, timeout=120
        )
    if ran.returncode:
        raise RuntimeError(ran.stderr.decode(errors="replace").strip()[:300])
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def main() -> int:
    """Measures the command and prints what came out."""
    words = argparse.ArgumentParser(description="Measure `briefer read` against the made-up papers.")
    words.add_argument("--only", default="", help="only papers with this in their name")
    words.add_argument("--field", default="", help="only failures of this field")
    words.add_argument("--json", action="store_true", help="the report as data")
    words.add_argument("--keep", type=Path, help="write papers and answers into this folder and stop")
    asked = words.parse_args()
    chosen = [one for one in papers() if asked.only in one.name]
    if asked.keep:
        asked.keep.mkdir(parents=True, exist_ok=True)
        for one in chosen:
            (asked.keep / f"{one.name}{one.suffix}").write_bytes(one.data)
            (asked.keep / f"{one.name}.json").write_text(
                json.dumps(one.answer, indent=1, ensure_ascii=False), encoding="utf-8"
            )
        return 0
    report = measure(by_command, chosen, workers=2)
    if asked.json:
        print(json.dumps(report.data(), indent=1, ensure_ascii=False))
        return 0
    for failure in report.failures:
        if asked.field in failure.field:
            print(failure)
    print(f"\n{report.by_fault()}\n\n{report.table()}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
