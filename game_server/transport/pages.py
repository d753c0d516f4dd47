"""The built web client, held in memory: its pages and their hashed assets, compressed once."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from game_server.transport.messages import asked_language, sentence

ROUTES: Final = {
    "/": "join.html",
    "/j": "join.html",
    "/deelnemer": "participant.html",
    "/regie": "facilitator.html",
    "/scherm": "screen.html",
    "/waarnemer": "observer.html",
    "/test": "test.html",
    "/privacy": "privacy.html",
    "/vervolg": "follow.html",
}
_TEXT: Final = (".html", ".js", ".css", ".svg", ".json", ".txt", ".webmanifest")
_TYPES: Final = {".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml"}
_YEAR: Final = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class _File:
    body: bytes
    is_text: bool
    media_type: str
    cache: str
    etag: str

    @cached_property
    def packed(self) -> bytes | None:
        """Compressed, once, where that helps."""
        return gzip.compress(self.body, 9, mtime=0) if self.is_text and len(self.body) > 500 else None


class Pages:
    """Answers GET and HEAD for the web client's files."""

    def __init__(self, folder: Path) -> None:
        self._files = {
            "/" + path.relative_to(folder).as_posix(): _read(path, hashed="assets" in path.parts)
            for path in (sorted(folder.rglob("*")) if folder.is_dir() else ())
            if path.is_file() and not path.is_symlink() and path.suffix != ".map"
        }

    @property
    def is_built(self) -> bool:
        return all(f"/{page}" in self._files for page in ROUTES.values())

    def template(self, name: str) -> str | None:
        """A page that the server fills in before it is sent; None when the web client is not built."""
        file = self._files.get(f"/{name}")
        return None if file is None else file.body.decode()

    def find(self, request: Request) -> Response | None:
        """None when there is no such file."""
        path = request.url.path
        page = ROUTES.get(path if path == "/" else path.rstrip("/"))
        if page is not None and path not in ("/", "/" + page) and path.endswith("/"):
            return Response(status_code=308, headers={"Location": path.rstrip("/")})
        if page is not None and not self.is_built:
            words = sentence("no_web", asked_language(request.headers.get("accept-language")))
            return PlainTextResponse(words, status_code=503)
        file = self._files.get(f"/{page}" if page else path)
        return None if file is None else _answer(file, request)


def _answer(file: _File, request: Request) -> Response:
    headers = {"Cache-Control": file.cache, "ETag": file.etag, "Vary": "Accept-Encoding"}
    if file.etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    body: Any = file.body
    if "gzip" in request.headers.get("accept-encoding", "") and file.packed is not None:
        body, headers["Content-Encoding"] = file.packed, "gzip"
    return Response(body, headers=headers, media_type=file.media_type)


def _read(path: Path, *, hashed: bool) -> _File:
    body = path.read_bytes()
    media_type = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    etag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
    return _File(body, path.suffix in _TEXT, media_type, _YEAR if hashed else "no-cache", etag)
