"""Who hears of workitems (PS3.18 11.7 to 11.9 and 8.10): subscriptions, and the event channel over a WebSocket.

Reports wait in the store until the subscriber's end has answered that they arrived, so whoever loses the line and comes back has
missed nothing. What was on its way when the line broke comes again under the same Message ID.
"""

import asyncio
import json
import logging
import re
from typing import Any
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.websockets import WebSocket, WebSocketDisconnect

from resources.dicomweb.desk import Desk
from resources.http.sockets import heard
from resources.problems import Invalid
from resources.store import Store, subscriptions
from resources.store.subscriptions import EVERYTHING, FILTERED, Filter
from resources.terms import Origin
from resources.wire.matching import condition

log = logging.getLogger(__name__)
_AE_TITLE = re.compile(r"[\x21-\x5b\x5d-\x7e]([\x20-\x5b\x5d-\x7e]{0,14}[\x21-\x5b\x5d-\x7e])?")
_NOT_FILTERS = frozenset({"deletionlock", "filter"})


def subscribe(desk: Desk) -> Response:
    """201, and where the channel is."""
    target, ae_title = _target(desk), _ae_title(desk.request.path_params["ae_title"])
    lock = desk.request.query_params.get("deletionlock", "false").lower()
    if lock not in ("true", "false"):
        raise Invalid("deletionlock is true or false.")
    wanted = _filter(desk) if target == FILTERED else ()
    with desk.write() as unit:
        subscriptions.subscribe(unit, ae_title, target, wanted=wanted, deletion_lock=lock == "true")
    scheme, _, rest = desk.root.partition("://")
    channel = f"{'wss' if scheme == 'https' else 'ws'}://{rest}/subscribers/{ae_title}"
    return Response(status_code=201, headers={"Content-Location": channel})


def suspend(desk: Desk) -> Response:
    """No new workitems for this subscriber. Only what is global can be suspended."""
    target = _target(desk)
    if target not in (EVERYTHING, FILTERED):
        raise Invalid("Only a subscription to everything can be suspended.")
    with desk.write() as unit:
        subscriptions.suspend(unit, _ae_title(desk.request.path_params["ae_title"]), target)
    return Response(status_code=200)


def unsubscribe(desk: Desk) -> Response:
    """No more of it."""
    with desk.write() as unit:
        subscriptions.unsubscribe(unit, _ae_title(desk.request.path_params["ae_title"]), _target(desk))
    return Response(status_code=200)


def refuse_bare(desk: Desk) -> Response:
    """The seed's cut-off ``POST /workitems/1.2.840.10008.5.1.4.34.5/`` names nobody."""
    raise Invalid(f"{desk.request.url.path} does not say who subscribes.")


def _target(desk: Desk) -> str:
    return str(desk.request.path_params["workitem"])


def _ae_title(text: str) -> str:
    """PS3.5 6.2, AE. Raises Invalid."""
    if not _AE_TITLE.fullmatch(text):
        raise Invalid("That is not an AE title.")
    return text


def _filter(desk: Desk) -> Filter:
    """``filter=attribute=value,…``, or, as it was before 2019, plain keys. Raises Invalid for what is not an attribute."""
    items = desk.request.query_params.multi_items()
    texts = [value for key, value in items if key.lower() == "filter"]
    pairs = [pair for text in texts for part in text.split(",") for pair in parse_qsl(part, keep_blank_values=True)]
    pairs += [(key, value) for key, value in items if key.lower() not in _NOT_FILTERS]
    for key, value in pairs:
        condition(key, value)
    return pairs


# --- the channel ------------------------------------------------------------------------------------------------------


async def listen(socket: WebSocket, store: Store) -> None:
    """Send what waits, and what comes, until the subscriber goes. One data set in a text frame, heard before it is forgotten."""
    try:
        ae_title = _ae_title(socket.path_params["ae_title"])
        known = await run_in_threadpool(_knows, store, ae_title)
    except Invalid:
        known = False
    if not known:
        await socket.send_denial_response(Response(status_code=404))
        return
    await socket.accept()
    news, loop = asyncio.Event(), asyncio.get_running_loop()
    unsubscribe = store.feed.subscribe(lambda: _ring(loop, news))
    gone: asyncio.Future[Any] = asyncio.ensure_future(_until_gone(socket))
    try:
        await _deliver(socket, store, ae_title, news, gone)
    except (WebSocketDisconnect, RuntimeError):
        log.info("subscribers: %s left while a report was on its way", ae_title)
    finally:
        unsubscribe()
        gone.cancel()


def _ring(loop: asyncio.AbstractEventLoop, news: asyncio.Event) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(news.set)


async def _until_gone(socket: WebSocket) -> None:
    """A subscriber has nothing to say but good-bye."""
    while (await socket.receive())["type"] != "websocket.disconnect":
        pass


async def _deliver(
    socket: WebSocket, store: Store, ae_title: str, news: asyncio.Event, gone: "asyncio.Future[Any]"
) -> None:
    while not gone.done():
        news.clear()
        waiting = await run_in_threadpool(_waiting, store, ae_title)
        for pk, report in waiting:
            await socket.send_text(json.dumps({"00000110": {"vr": "US", "Value": [pk % 65536]}, **report}))
        if waiting:
            if not await heard(socket):
                return
            await run_in_threadpool(_forget, store, [pk for pk, _ in waiting])
            continue
        ringing: asyncio.Future[Any] = asyncio.ensure_future(news.wait())
        await asyncio.wait([ringing, gone], return_when=asyncio.FIRST_COMPLETED)
        ringing.cancel()


def _knows(store: Store, ae_title: str) -> bool:
    with store.read() as unit:
        return subscriptions.knows(unit, ae_title)


def _waiting(store: Store, ae_title: str) -> list[subscriptions.Undelivered]:
    with store.read() as unit:
        return subscriptions.undelivered(unit, ae_title)


def _forget(store: Store, pks: list[int]) -> None:
    with store.write(Origin.STATION, actor="subscribers") as unit:
        subscriptions.delivered(unit, pks)


def upgrade_needed(request: Request) -> Response:  # noqa: ARG001
    """The channel asked for without a WebSocket: 426, RFC 9110 15.5.22."""
    return Response(status_code=426, headers={"Upgrade": "websocket", "Connection": "Upgrade"})
