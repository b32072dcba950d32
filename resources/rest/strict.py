"""How ``/api`` reads a JSON body: only as application/json, only strictly, and checked before a handler sees it."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

from resources.http import jsonbody
from resources.problems import Invalid, Unsupported


class JsonRequest(Request):
    """A request whose JSON was read by our own reader."""

    async def json(self) -> object:
        """The body as a value. Raises Invalid."""
        return jsonbody.read(await self.body())


class JsonRoute(APIRoute):
    """A route that takes JSON, if it takes a body at all."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """FastAPI's handler behind our reader, which speaks up first: FastAPI would call every failure 400."""
        handle = super().get_route_handler()

        async def read_strictly(request: Request) -> Response:
            strict = JsonRequest(request.scope, request.receive)
            if self.body_field is not None:
                require_json(request.headers.get("content-type", ""))
                await strict.json()
            return await handle(strict)

        return read_strictly


def require_json(content_type: str) -> None:
    """Raise Unsupported for anything but application/json. A web page cannot send that without asking first."""
    if content_type.partition(";")[0].strip().lower() != "application/json":
        raise Unsupported("Send this as application/json.")


def invalid(error: RequestValidationError) -> Invalid:
    """What a model found wrong, as the sentence and the fields of a Problem."""
    faults = error.errors()
    alone = [fault for fault in faults if not _in_list(fault["loc"])] or faults
    fields = {".".join(_place(fault["loc"])) or "body": fault["msg"] for fault in alone}
    named = "; ".join(f"{place}: {fault}" for place, fault in fields.items())
    return Invalid(f"This cannot be used. {named}.", fields=fields)


def _in_list(location: tuple[int | str, ...]) -> bool:
    """Whether it is wrong only as the list that could have stood there too."""
    return any("[" in str(step) for step in location)


def _place(location: tuple[int | str, ...]) -> list[str]:
    """Where it is wrong: without ``body`` or ``query``, and without the names of alternatives of a union."""
    steps = [str(step) for step in location[1:]]
    return [step for step in steps if step[:1] in "_0123456789" or (step[:1].islower() and "[" not in step)]
