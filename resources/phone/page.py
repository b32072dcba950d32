"""The phone's page: one form, no script, nothing loaded from anywhere. Its policy says so to the browser."""

import hashlib
from base64 import b64encode
from html import escape

from starlette.responses import HTMLResponse

from resources.phone.words import Words

STYLE = (
    ":root{color-scheme:light dark;font:18px/1.5 system-ui,sans-serif}"
    "body{margin:0 auto;max-width:30rem;padding:24px}"
    "h1{font-size:1.3rem}"
    "label{display:block;margin:24px 0 8px;font-weight:600}"
    "input,button{box-sizing:border-box;width:100%;min-height:56px;font:inherit}"
    "input{padding:12px;border:2px dashed;border-radius:12px}"
    "button{margin-top:24px;border:0;border-radius:12px;background:#0b5cad;color:#fff;font-weight:600}"
    ".said{padding:16px;border:2px solid;border-radius:12px;font-weight:600}"
)
_HASH = b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
HEADERS = {
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_HASH}'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",  # with no-referrer a browser's form says Origin: null (Fetch, 3.2)
    "X-Content-Type-Options": "nosniff",
}


def form(words: Words, said: str = "", status: int = 200) -> HTMLResponse:
    """Ask for a photo, after what became of the one before."""
    inside = f"""<p>{escape(words.ask)}</p>
<form method="post" enctype="multipart/form-data">
<label for="photo">{escape(words.choose)}</label>
<input id="photo" name="photo" type="file" accept="image/*" capture="environment" required>
<button>{escape(words.send)}</button>
</form>"""
    return _page(words, _said(said) + inside, status)


def only(words: Words, said: str, status: int) -> HTMLResponse:
    """A sentence, and nothing to send."""
    return _page(words, _said(said), status)


def _said(sentence: str) -> str:
    return f'<p class="said" role="status">{escape(sentence)}</p>\n' if sentence else ""


def _page(words: Words, inside: str, status: int) -> HTMLResponse:
    direction = "rtl" if words.is_right_to_left else "ltr"
    text = f"""<!DOCTYPE html>
<html lang="{escape(words.language)}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(words.title)}</title>
<style>{STYLE}</style>
</head>
<body>
<h1>{escape(words.title)}</h1>
{inside}
</body>
</html>
"""
    return HTMLResponse(text, status, headers=HEADERS)
