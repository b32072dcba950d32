"""A station's web side on a free port, and a client that holds its token."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from support.serving import serving
from support.stations import Clock, a_store

from resources.application import application, station_access
from resources.store import Store
from sync.hub import Hub

SECRET = "the-token-of-this-run"
STATUS = {"patients": 0, "instances": 0, "hq": {"state": "none", "sentence": "No headquarters is set."}}


@contextmanager
def web(folder: Path, **options) -> Iterator[tuple[httpx.Client, Store]]:
    """A client with all scopes and the store behind it; with ``hub`` it takes the records of other stations."""
    store = a_store(folder, clock=options.pop("clock", Clock()))
    try:
        keeper = Hub(store) if options.pop("hub", False) else None
        app = application(store, station_access(store, SECRET), status=lambda: STATUS, keeper=keeper, **options)
        with serving(app) as (host, port), client(f"http://{host}:{port}") as known:
            yield known, store
    finally:
        store.close()


def client(base: str, secret: str | None = SECRET) -> httpx.Client:
    """Talks to that address only, whatever the environment says of proxies."""
    headers = {"Authorization": f"Bearer {secret}"} if secret else {}
    return httpx.Client(base_url=base, headers=headers, trust_env=False, timeout=20.0, verify=False)
