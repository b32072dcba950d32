"""One answer to "what rules hold for this camera": the configuration over what a person wrote down on the Camp page.

Every thread may ask; an answer is a look into memory, because a camera waits for it. Only through ``save`` and ``forget`` are
rules changed while the station runs.
"""

import threading
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from resources.store import Store, cameras
from resources.terms import Origin
from resources.wire.camerarules import CameraRules, with_configured

ACTOR = "camp page"


class CameraBook:
    """The rules of all cameras. ``peers`` is the setting ``dicom.peers``; raises Invalid where that cannot be read."""

    def __init__(self, store: Store, peers: Iterable[Mapping[str, Any]] = ()) -> None:
        self._store = store
        self._configured = {str(peer["ae_title"]).strip(): dict(peer) for peer in peers}
        self._writing = threading.Lock()
        self._known: Mapping[str, CameraRules] = {}
        self._written: Mapping[str, CameraRules] = {}
        self._read()

    def rules(self, ae_title: str) -> CameraRules:
        """What holds for this camera now; the defaults for one that nobody has spoken of."""
        title = ae_title.strip()
        return self._known.get(title) or CameraRules(title)

    def everyone(self) -> tuple[CameraRules, ...]:
        """Every camera that somebody has spoken of, those of the configuration first."""
        return tuple(self._known.values())

    def fixed(self, ae_title: str) -> frozenset[str]:
        """The fields that the configuration decides for this camera, and the page only shows."""
        return frozenset(self._configured.get(ae_title.strip(), {}))

    def written(self, ae_title: str) -> CameraRules | None:
        """What a person has said, without the configuration; ``None``: nothing."""
        return self._written.get(ae_title.strip())

    def save(self, said: CameraRules, actor: str = ACTOR) -> CameraRules:
        """Write down what a person said, but for what the configuration decides; what holds then. Raises Invalid."""
        title = said.ae_title.strip()
        with self._writing:
            before = self._written.get(title) or CameraRules(title)
            decided = {name: getattr(before, name) for name in self.fixed(title)}
            with self._store.write(Origin.PERSON, actor) as unit:
                cameras.save(unit, replace(said, **decided))
            self._read()
        return self.rules(said.ae_title)

    def forget(self, ae_title: str, actor: str = ACTOR) -> None:
        """Nobody has said anything of this camera, but for the configuration. Raises NotFound."""
        with self._writing:
            with self._store.write(Origin.PERSON, actor) as unit:
                cameras.forget(unit, ae_title)
            self._read()

    def _read(self) -> None:
        with self._store.read() as unit:
            written = self._written = {one.ae_title: one for one in cameras.everyone(unit)}
        configured = {
            title: with_configured(written.get(title) or CameraRules(title), peer)
            for title, peer in self._configured.items()
        }
        self._known = {**configured, **{title: one for title, one in written.items() if title not in configured}}
