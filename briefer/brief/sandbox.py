"""Jinja2 as templates may use it: sandboxed, and without the means to run on without end or to fill the memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from jinja2 import StrictUndefined, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

#: How many rounds all loops of one text may make together; those of a long brief make some dozens.
MOST_ROUNDS = 10_000
#: Where a rendering counts its rounds.
ROUNDS = "briefer_rounds"


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox; its loops are counted, and nothing can be multiplied out of bounds."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic with small numbers only: ``"x" * 10**10`` and its like would fill the memory."""
        if operator == "**" or not all(isinstance(n, int | float) and abs(n) < 1e9 for n in (left, right)):
            raise SecurityError(f"{operator} is for small numbers")
        return super().call_binop(context, operator, left, right)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "counted", [], [], None, None, lineno=loop.lineno)
        return tree


def environment() -> ImmutableSandboxedEnvironment:
    """The environment in which a template's texts are rendered; what has no value is written as nothing."""
    made = _Environment(undefined=StrictUndefined, autoescape=False, finalize=lambda v: "" if v is None else v)
    made.filters["counted"] = _counted
    return made


@pass_context
def _counted(context: Context, members: Iterable[Any]) -> Iterator[Any]:
    rounds: Callable[[], int] = context[ROUNDS]
    for member in members:
        if rounds() > MOST_ROUNDS:
            raise SecurityError(f"its loops make more than {MOST_ROUNDS} rounds")
        yield member
