"""What each instance says of itself as DICOM JSON, kept beside its row so that no query opens a file.

Made after an instance was filed, never while its sender waits; whoever needs one before that makes it (``dicomweb.attributes``).
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from resources.model import AttributeSet, Instance
from resources.store.prepared import by_keys, keys
from resources.store.store import Unit

table = AttributeSet.__table__
instances = Instance.__table__


class Unread(NamedTuple):
    """An instance whose attributes are not kept yet."""

    instance_pk: int
    digest: str


def unread(unit: Unit, limit: int) -> list[Unread]:
    """Instances that have their picture and no attributes yet, oldest first."""
    query = (
        select(instances.c.pk, instances.c.digest)
        .outerjoin(table, table.c.instance_pk == instances.c.pk)
        .where(table.c.instance_pk.is_(None), instances.c.digest.is_not(None))
        .order_by(instances.c.pk)
        .limit(limit)
    )
    return [Unread(row.pk, row.digest) for row in unit.execute(query)]


def keep(unit: Unit, made: Mapping[int, str]) -> None:
    """Keep attributes by instance. Not a Change: nothing is known that was not there before."""
    for pk, attributes in made.items():
        row = insert(AttributeSet).values(instance_pk=pk, attributes=attributes)
        unit.execute(row.on_conflict_do_nothing())


_OF = by_keys(select(table.c.instance_pk, table.c.attributes), table.c.instance_pk)


def of(unit: Unit, pks: Collection[int]) -> dict[int, str]:
    """The kept attributes of these instances, as JSON text."""
    return {row.instance_pk: row.attributes for row in unit.run(_OF, keys(pks))}
