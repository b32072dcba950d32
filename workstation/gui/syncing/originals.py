"""What sync knows of originals that left this laptop, for the page that shows what stayed of them.

It writes down what somebody wants and wakes sync; what comes, sync fetches and compares. ``sync.evicting`` is imported when it is
needed: the network's library stays off the start-up path.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from resources.store.store import Unit
from workstation.gui.viewer.originals import Wish

if TYPE_CHECKING:
    from sync.engine import SyncService


class SyncedOriginals:
    """``want`` one, ``wake`` sync, and see how far each is."""

    def __init__(self, sync: "SyncService") -> None:
        """By that service."""
        self._sync = sync

    def want(self, unit: Unit, instance_uid: str) -> None:
        """Somebody wants it here again. Raises NotFound for one that has not left."""
        from sync.evicting import want

        want(unit, instance_uid)

    def wishes(self, unit: Unit) -> Mapping[str, Wish]:
        """All that is wanted, by UID, and how far it is."""
        from sync.evicting import FULL_UP, MISSED, wishes

        ended = {MISSED: Wish.MISSED, FULL_UP: Wish.FULL}
        found = {uid: ended.get(how, Wish.ASKED) for uid, how in wishes(unit).items()}
        return found | {uid: Wish.COMING for uid in found if uid == self._sync.fetching}

    def wake(self) -> None:
        """Try now."""
        self._sync.wake()
