"""How long headquarters' two servers are left alone, written down so that it survives a restart: one place for both.

Decides nothing (``plan``): it reads a ``Host`` and writes what became of it. Refuses to know of any other server.
"""

import json
from collections.abc import Callable

from resources.store import Unit
from sync import outbox, plan
from sync.plan import Host

PICTURES = "host"
RECORDS = "host.records"
BOTH = (PICTURES, RECORDS)


def host(unit: Unit, name: str) -> Host:
    """As it was answering; one that was never tried, where nothing is written."""
    return plan.host_of(json.loads(outbox.fact(unit, name, "{}")))


def note(unit: Unit, name: str, found: Host) -> None:
    """From now on it is known so."""
    outbox.remember(unit, name, json.dumps(found.as_facts()))


def change(unit: Unit, name: str, how: Callable[[Host], Host]) -> None:
    """Make of what is known what ``how`` says; what stays the same is not written."""
    before = host(unit, name)
    if (after := how(before)) != before:
        note(unit, name, after)
