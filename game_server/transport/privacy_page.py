"""`/privacy`: the documents on privacy, filled in by the server, so that the page needs no script."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from html import escape

from fastapi import Request, Response
from fastapi.responses import HTMLResponse

from game_server.privacy.documents import NAMES, SHORT, about, document
from game_server.privacy.facts import Facts
from game_server.privacy.paper import html, standalone
from game_server.privacy.words import Language, Pair, told
from game_server.transport.messages import asked_language
from game_server.transport.parts import Parts

_PLACE = '<div id="app"></div>'
_OTHER: Pair = ("English", "Nederlands")
_ALL: Pair = ("Documenten", "Documents")
_TITLE = "<title>Privacy · Crisistafel</title>"
_FILE: Pair = ("Bewaar dit document", "Keep this document")


def privacy_page(request: Request, parts: Parts, template: str | None, version: str, doc: str, lang: str) -> Response:
    """The document `doc` (a name of either language; an unknown one is the first) in `lang`, or as the browser asks.

    With `file` in the query it is Markdown to keep.
    """
    language = asked_language(lang or request.headers.get("accept-language"))
    id_ = next((one for one, names in NAMES.items() if doc in names), next(iter(NAMES)))
    today = datetime.fromtimestamp(parts.hub.now() / 1000, UTC).date()
    facts = Facts(parts.settings, version, today, language, _link(language))
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Language"}
    if "file" in request.query_params:
        name = f'attachment; filename="{told(NAMES[id_], language)}.md"'
        text = f"{document(id_, facts)}\n{about(facts).replace('# ', '## ', 1)}"
        return Response(text, media_type="text/markdown", headers=headers | {"Content-Disposition": name})
    return HTMLResponse(_filled(template, id_, facts), headers=headers)


def _link(language: Language) -> Callable[[str], str]:
    return lambda id_: f"privacy?doc={told(NAMES[id_], language)}&lang={language}"


def _filled(template: str | None, id_: str, facts: Facts) -> str:
    title = f"{facts.say(SHORT[id_])} · Crisistafel"
    text, foot = html(document(id_, facts)), html(_foot(facts))
    if template is None:
        return standalone(title, facts.language, text + foot)
    body = f"{_head(id_, facts)}<main>{text}{_keep(id_, facts)}</main><footer>{foot}</footer>"
    return (
        template.replace('<html lang="nl">', f'<html lang="{facts.language}">')
        .replace(_TITLE, f"<title>{escape(title)}</title>")
        .replace(_PLACE, f'<div class="{"page wide" if id_ == "inventory" else "page"}">{body}</div>')
    )


def _head(id_: str, facts: Facts) -> str:
    other: Language = "nl" if facts.language == "en" else "en"
    links = "".join(
        f'<li><a href="{escape(facts.link(one))}"{_current(one == id_)}>{escape(facts.say(SHORT[one]))}</a></li>'
        for one in NAMES
    )
    return (
        f'<header><p class="mark"><a href="./"><b>Crisistafel</b></a></p>'
        f'<p><a href="{escape(_link(other)(id_))}" lang="{other}" hreflang="{other}">{facts.say(_OTHER)}</a></p>'
        f'<nav aria-label="{facts.say(_ALL)}"><ul>{links}</ul></nav></header>'
    )


def _keep(id_: str, facts: Facts) -> str:
    return (
        f'<p class="keep"><a href="{escape(facts.link(id_))}&amp;file" download>{facts.say(_FILE)} (Markdown)</a></p>'
    )


def _current(is_here: bool) -> str:
    return ' aria-current="page"' if is_here else ""


def _foot(facts: Facts) -> str:
    """What `about` says, a heading lower, so that the document's own title is the page's."""
    return about(facts).replace("# ", "## ", 1)
