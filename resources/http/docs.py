"""``/docs``: the interface, described on a page that works with no internet. All files come from the package swagger-ui-bundle.

The page may load nothing from anywhere else, and its Content-Security-Policy says so to the browser. It holds no token: whoever
wants to try a call types one in. It tells about no patient.
"""

from collections.abc import Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

WHERE = "/docs"
FILES = {
    "swagger-ui.css": "text/css; charset=utf-8",
    "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
    "favicon-32x32.png": "image/png",
}
PAGE = f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Eyecamp: the interface</title>
<link rel="icon" type="image/png" href="{WHERE}/favicon-32x32.png">
<link rel="stylesheet" href="{WHERE}/swagger-ui.css">
</head>
<body>
<div id="interface"></div>
<script src="{WHERE}/swagger-ui-bundle.js"></script>
<script src="{WHERE}/start.js"></script>
</body>
</html>
"""
START = f"""SwaggerUIBundle({{
  url: "{WHERE}/openapi.json", dom_id: "#interface", deepLinking: true, validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis]
}});
"""
POLICY = {
    "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "frame-ancestors 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def routes(document: Callable[[], Mapping[str, Any]]) -> list[BaseRoute]:
    """The page, what it loads, and the OpenAPI ``document`` in the version that it can read."""
    texts = {"": (PAGE, "text/html"), "/start.js": (START, "text/javascript")}

    def described(_: Request) -> Response:
        return JSONResponse(in_version_3_0(document()))

    return [
        *(Route(f"{WHERE}{path}", _text(*text)) for path, text in texts.items()),
        *(Route(f"{WHERE}/{name}", _file(name, kind)) for name, kind in FILES.items()),
        Route(f"{WHERE}/openapi.json", described),
    ]


def _text(text: str, kind: str) -> Any:
    def answer(_: Request) -> Response:
        return Response(text, media_type=kind, headers=POLICY)

    return answer


def _file(name: str, kind: str) -> Any:
    def answer(_: Request) -> Response:
        from swagger_ui_bundle import swagger_ui_path

        return FileResponse(str(swagger_ui_path / name), media_type=kind, headers=POLICY)

    return answer


def in_version_3_0(document: Mapping[str, Any]) -> dict[str, Any]:
    """An OpenAPI 3.1 document of ours as one of 3.0.3: ``null`` becomes nullable, and of several examples the first is shown."""
    plain: dict[str, Any] = _plain({**document, "components": _with_keys(document.get("components", {}))})
    return {**plain, "openapi": "3.0.3", "security": [{"token": []}]}


def _with_keys(components: Mapping[str, Any]) -> dict[str, Any]:
    """So that the page has somewhere to type a token. Seed 003 writes another word before it."""
    token = {
        "type": "apiKey",
        "in": "header",
        "name": "Authorization",
        "description": "`Bearer …`; for seed 003 `Token …`.",
    }
    return {**components, "securitySchemes": {"token": token}}


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if not isinstance(value, dict):
        return value
    inner = {name: _plain(one) for name, one in value.items()}
    if isinstance(inner.get("examples"), list):
        inner["example"] = inner.pop("examples")[0]
    choices = inner.get("anyOf")
    if isinstance(choices, list) and {"type": "null"} in choices:
        inner["anyOf"] = [one for one in choices if one != {"type": "null"}]
        inner["nullable"] = True
    return inner
