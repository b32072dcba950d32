"""The only way to the database and the files: ``open_store`` gives a Store, and a Store gives units."""

from resources.store.store import Store, Unit, open_store

__all__ = ["Store", "Unit", "open_store"]
