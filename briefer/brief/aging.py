"""How old a statement may grow before somebody looks at it again: ``review_after`` of the workspace."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from briefer.dates import first_day, last_day

_SPAN = re.compile(r"\s*(\d{1,4})\s*(day|week|month|year)s?\s*", re.IGNORECASE)


def too_old(as_of: str | None, on: str, review_after: str | None) -> bool:
    """Whether a statement as of one day is older than the span on another; no span, or none that can be read, is no limit.

    A partial date counts from its last day, so that nothing is called older than it surely is.
    """
    due = looked_at_again(as_of, review_after)
    return due is not None and first_day(on) > due


def looked_at_again(as_of: str | None, review_after: str | None) -> date | None:
    """The last day on which a statement is not yet older than the span (``12 months``, ``90 days``)."""
    found = _SPAN.fullmatch(review_after or "")
    if found is None or not as_of:
        return None
    number, unit, day = int(found[1]), found[2].lower(), last_day(as_of)
    try:
        if unit in ("day", "week"):
            return day + timedelta(days=number * (7 if unit == "week" else 1))
        months = day.year * 12 + day.month - 1 + number * (12 if unit == "year" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None
