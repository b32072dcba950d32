"""Login, as a client of seed 003 begins: the user is the name of a token, the password is its secret.

Who may log in is decided where tokens are made (``eyecamp token create NAME``), so that there is one kind of key, and it can be
revoked. There are no passwords of people's own choice here.
"""

from starlette.responses import JSONResponse, Response

from resources.problems import Invalid, Refused, Unauthorized
from resources.store import tokens
from resources.tscharts.desk import AtDesk, Said


def login(desk: AtDesk, body: Said) -> JSONResponse:
    """The token to ask with, and a number for the user, as a text. Raises Invalid, or Refused."""
    name, secret = body.get("username"), body.get("password")
    if not isinstance(name, str) or not isinstance(secret, str):
        raise Invalid("A login has a username and a password.")
    try:
        caller = desk.access.caller(f"Token {secret}")
    except Unauthorized as problem:
        raise Refused("This login is not known here.") from problem
    if caller.name != name:
        raise Refused("This login is not known here.")
    with desk.read() as unit:
        return JSONResponse({"token": secret, "id": str(tokens.number(unit, name))})


def logout(desk: AtDesk) -> Response:  # noqa: ARG001  # all handlers have a desk
    """Nothing to forget: no session is kept here."""
    return Response(b"", media_type="text/html")
