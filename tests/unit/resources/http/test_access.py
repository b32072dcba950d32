"""Tokens: who is known, what they may do, and that nothing is given away."""

import pytest

from resources.http.access import EVERY_SCOPE, Access, Caller, Scopes, scope_for
from resources.problems import Refused, Unauthorized
from resources.wire.secrets import digest

READER = Caller("lab", frozenset({Scopes.READ}))


def access() -> Access:
    return Access({"secret-of-lab": READER}.get, own_secret="own")


@pytest.mark.parametrize("header", ["Bearer secret-of-lab", "Token secret-of-lab", "bearer  secret-of-lab "])
def test_a_token_is_good_as_bearer_and_as_token(header):
    assert access().caller(header) == READER


def test_the_token_of_this_run_has_every_scope():
    assert access().caller("Bearer own").scopes == EVERY_SCOPE


@pytest.mark.parametrize(
    "header",
    [None, "", "Bearer", "Bearer ", "Basic secret-of-lab", "secret-of-lab", "Bearer unknown", "Bearer ö"],
)
def test_anything_else_is_unauthorized(header):
    with pytest.raises(Unauthorized):
        access().caller(header)


def test_without_an_own_token_none_is_good():
    with pytest.raises(Unauthorized):
        Access({}.get).caller("Bearer " + digest(""))


def test_a_reader_may_read_and_not_write():
    READER.needs(scope_for("GET"))
    with pytest.raises(Refused):
        READER.needs(scope_for("DELETE"))


def test_admin_may_everything():
    Caller("chief", frozenset({Scopes.ADMIN})).needs(Scopes.WRITE)


def test_an_access_object_holds_no_secret():
    assert "own" not in vars(access()).values()
