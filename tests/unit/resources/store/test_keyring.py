"""The computer's keyring opens a station where there is one, and says so where there is none."""

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring

from resources.problems import Locked
from resources.store.keys import SystemKeyring, unlock, ways_in


class InMemory(KeyringBackend):
    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def delete_password(self, service, username):
        del self.kept[service, username]


@pytest.fixture
def use():
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


def test_the_keyring_opens_what_it_closed_and_never_holds_the_data_key(tmp_path, use):
    ring = InMemory()
    use(ring)
    key = unlock(tmp_path / "s", SystemKeyring())
    assert unlock(tmp_path / "s", SystemKeyring()) == key
    assert ways_in(tmp_path / "s") == {"keyring"}
    assert key.secret.hex() not in ring.kept.values()
    ring.kept.clear()
    with pytest.raises(Locked, match="not in this computer's keyring"):
        unlock(tmp_path / "s", SystemKeyring())


def test_a_computer_without_a_keyring_asks_for_a_passphrase(tmp_path, use):
    use(NoKeyring())
    with pytest.raises(Locked, match="Use a passphrase"):
        unlock(tmp_path / "s", SystemKeyring())
    assert not (tmp_path / "s" / "keys.json").exists()
