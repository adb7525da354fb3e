"""Which keys hold: those of the list of commands, vi-like movement, and what ``keys:`` in ``briefer.yaml`` says.

Whoever is more exact about a key has it: a command that was given it in one place, then one that was given it in all
places, then movement, then what is so from the beginning. What somebody loses that way is reported.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefer.errors import did_you_mean
from briefer.tui.commands import key_names
from briefer.tui.commands.command import Command, Where

MOVEMENT = "movement"
_MOVEMENTS = ("arrows", "vi")
#: In vi's way of moving it leads to whatever the place itself searches by, so it takes no key from anybody.
_YIELDS = "search"
_IN_ONE_PLACE, _IN_ALL, _VI, _DEFAULT, _DEFAULT_EVERYWHERE = range(5)


class KeyFault(NamedTuple):
    """Something wrong with a line under ``keys:``."""

    name: str
    """The line it is about, as it stands in ``briefer.yaml``."""
    severity: str
    message: str


class Keymap(NamedTuple):
    """The keys that hold."""

    keys: Mapping[str, str] = {}
    """Of commands whose keys differ from the list's: their ids, with keys separated by commas, or none left."""
    faults: tuple[KeyFault, ...] = ()
    vi: bool = False


class _Claim(NamedTuple):
    """A command that wants a key."""

    rank: int
    order: int
    command: Command
    said: str
    """The line of ``briefer.yaml`` that gave it the key, if one did."""


def resolve(wanted: Mapping[str, str], places: Sequence[Where]) -> Keymap:
    """What ``keys:`` comes to."""
    faults: list[KeyFault] = []
    vi = _movement(wanted.get(MOVEMENT, ""), faults)
    given = _given({k: v for k, v in wanted.items() if k != MOVEMENT}, places, faults)
    claims: dict[str, dict[str, _Claim]] = {}
    order = 0
    for place in places:
        for command in place.commands:
            order += 1
            if command.id in given:
                rank, said, keys = given[command.id]
                place_in_file = list(wanted).index(said)
                claims[command.id] = {k: _Claim(rank, place_in_file, command, said) for k in keys}
                continue
            rank = _DEFAULT if command.where else _DEFAULT_EVERYWHERE
            own = {k: _Claim(rank, order, command, "") for k in command.default}
            if vi:
                own |= {k: _Claim(_VI, order, command, "") for k in command.vi.split(",") if k}
            claims[command.id] = own
    if vi:
        _give_way(claims, places)
    _settle(claims, places, faults)
    changed = {
        command.id: ",".join(claims[command.id])
        for place in places
        for command in place.commands
        if tuple(claims[command.id]) != command.default
    }
    return Keymap(changed, tuple(faults), vi)


def _movement(written: str, faults: list[KeyFault]) -> bool:
    if written and written.casefold() not in _MOVEMENTS:
        faults.append(KeyFault(MOVEMENT, "error", f"keys: movement “{written}” is not known; write vi or arrows"))
    return written.casefold() == "vi"


def _given(
    wanted: Mapping[str, str], places: Sequence[Where], faults: list[KeyFault]
) -> dict[str, tuple[int, str, list[str]]]:
    """By the id of the command: how exactly it was named, the line that names it, and its keys."""
    given: dict[str, tuple[int, str, list[str]]] = {}
    everything = [(place, command) for place in places for command in place.commands]
    for name, written in wanted.items():
        meant = [(p, c) for p, c in everything if name in (c.name, c.id)]
        if not meant:
            known = sorted({c.id if "." in name else c.name for _p, c in everything})
            faults.append(KeyFault(name, "error", f"keys: no command is called {name}; {did_you_mean(name, known)}"))
            continue
        keys, unknown = key_names.parsed(written)
        if unknown or not keys:
            what = f"“{unknown[0]}” is not a key" if unknown else "no key is given"
            faults.append(KeyFault(name, "error", f"keys: {name}: {what}; write it like ctrl+s, F11, shift+up or ?"))
        for key in keys:
            if says := key_names.swallowed(key):
                many = f"many terminals {says}; choose another key"
                faults.append(KeyFault(name, "warning", f"keys: {name}: {key_names.shown(key)}: {many}"))
        rank = _IN_ALL if name == meant[0][1].name else _IN_ONE_PLACE
        eaten: list[str] = []
        everywhere = any(not place.name for place, _command in meant)
        for place, command in meant:
            usable = [k for k in keys if not (place.types and key_names.character(k))]
            if (keys and not everywhere and not usable) or (len(usable) < len(keys) and rank == _IN_ONE_PLACE):
                eaten.append(place.title)
            if usable and (rank == _IN_ONE_PLACE or given.get(command.id, (_IN_ALL,))[0] != _IN_ONE_PLACE):
                given[command.id] = (rank, name, usable)
        if everywhere and keys and all(key_names.character(k) for k in keys):
            eaten.append("wherever one types")
        if eaten:
            letter = next(key_names.shown(k) for k in keys if key_names.character(k))
            where = " and ".join(f"{t[:1].lower()}{t[1:]}" for t in dict.fromkeys(eaten))
            faults.append(KeyFault(name, "warning", f"keys: {name}: {letter} is typed as a letter {where}; give it a "
                                   "key such as F11 too"))  # fmt: skip
    return given


def _give_way(claims: dict[str, dict[str, _Claim]], places: Sequence[Where]) -> None:
    """Commands whose letters mean movement to a vi user take the capital letter, or go without."""
    movement = {
        k: c.command for of in claims.values() for k, c in of.items() if c.rank == _VI or c.command.where == "list"
    }
    movement = {k: c for k, c in movement.items() if c.name != _YIELDS}
    for place in places:
        if place.name == "list" or not place.lists:
            continue
        here = {k for p in places if p.name in place.along for c in p.commands for k in claims[c.id]}
        for command in place.commands:
            own = claims[command.id]
            for key in [k for k, claim in own.items() if k in movement and claim.rank >= _DEFAULT]:
                capital = key.upper() if len(key) == 1 and key.islower() else ""
                if capital and capital not in here:
                    claims[command.id] = own = {capital if k == key else k: c for k, c in own.items()}
                    here.add(capital)
                elif len(own) > 1 or capital:
                    del own[key]
                else:  # what has but this one key keeps it; lists have their arrows
                    claims[movement[key].id].pop(key, None)


def _settle(claims: dict[str, dict[str, _Claim]], places: Sequence[Where], faults: list[KeyFault]) -> None:
    """Give every key to one command in each place, and report what that takes from others."""
    told: set[tuple[str, str, str]] = set()
    for place in places:
        if place.name in ("", "list"):
            continue
        here = [c for p in places if p.name in place.along for c in p.commands if c.name != _YIELDS]
        by_key: dict[str, list[_Claim]] = {}
        for command in here:
            for key, claim in claims[command.id].items():
                by_key.setdefault(key, []).append(claim)
        for key, wanting in by_key.items():
            if len(wanting) < 2 or (place.types and key_names.character(key)):
                continue
            winner, *losers = sorted(wanting, key=lambda c: (c.rank, c.order))
            for loser in losers:
                if not (winner.said or loser.said):
                    continue  # a place's own meaning of a key comes before that everywhere; a test holds all others apart
                del claims[loser.command.id][key]
                one = (key, winner.command.id, loser.command.id)
                if one not in told:
                    told.add(one)
                    faults.append(_clash(key, place, winner, loser, bool(claims[loser.command.id])))


def _clash(key: str, place: Where, winner: _Claim, loser: _Claim, left: bool) -> KeyFault:
    names = f"{winner.command.id} and {loser.command.id}"
    still = "" if left else f"; {loser.command.id} has no key then, and is in the list of all commands (^p)"
    said = f"keys: {key_names.shown(key)} is wanted by {names} {place.title[:1].lower()}{place.title[1:]}"
    return KeyFault(winner.said or loser.said, "warning", f"{said}; {winner.command.id} has it{still}")
