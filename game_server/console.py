"""What the person at the terminal reads: where to go, what may go wrong, and what to do about it."""

from __future__ import annotations

from typing import Final, Literal, Protocol

import segno
from rich.console import Console
from rich.text import Text

from game_server.app import Started

Language = Literal["nl", "en"]


class Line(Protocol):
    """Prints one sentence of `WORDS`."""

    def __call__(self, code: str, style: str = "", **filled: str) -> None: ...


WORDS: Final[dict[Language, dict[str, str]]] = {
    "nl": {
        "facilitator": "Gespreksleider",
        "join": "Meedoen",
        "join_how": "Deelnemers scannen de QR-code op het scherm, of gaan naar dit adres en typen de code.",
        "key_how": "Deze link is een sleutel: deel hem met niemand. Bij een herstart blijft hij gelijk ({file}).",
        "key_env": "Deze link is een sleutel: deel hem met niemand. Hij staat in CRISISTAFEL_FACILITATOR_KEY.",
        "key_gone": "De eerste sleutel is ingetrokken. Maak een nieuwe: crisistafel key add NAAM",
        "more_keys": "Nog een gespreksleider? crisistafel key add NAAM",
        "local_only": "Alleen deze computer kan erbij. Andere apparaten ook? Start met --host 0.0.0.0",
        "no_lan": "Deze computer zit in geen netwerk. Verbind hem eerst, en start dan opnieuw.",
        "wifi": "Let op: gastwifi houdt telefoons meestal weg van een laptop, ook als alles verbonden lijkt.",
        "wifi_test": "Probeer het vooraf met één telefoon. Opent de pagina niet? Kies een van deze drie:",
        "wifi_1": "zet de hotspot van uw eigen telefoon aan en verbind laptop en deelnemers daarmee;",
        "wifi_2": "neem een eigen router mee (internet is niet nodig);",
        "wifi_3": "draai het spel op een server op internet, met https (zie README).",
        "tls": "Zonder https blijft een telefoon niet vanzelf aan. Voor een oefening in één zaal is dat genoeg.",
        "scenarios": "Scenario's: {names}",
        "no_scenarios": "Er zijn geen scenario's gevonden, dus er kan geen sessie worden geopend.",
        "broken": "Niet geladen: {path} – {why}. Kijk het na met: crisistafel scenario check {path}",
        "no_web": "De schermen ontbreken: ze zijn niet gebouwd. Doe: make web (of installeer zonder SKIP_WEB=1)",
        "stop": "Stoppen: Ctrl-C. Alles wat is opgeslagen, blijft bewaard in {data}.",
        "stopped": "Gestopt. Alles wat is opgeslagen, staat in {data}.",
        "port_in_use": "Poort {detail} is al in gebruik. Stop het andere programma, of kies een andere: --port 8001",
        "port_not_allowed": "Poort {detail} mag niet zonder beheerdersrechten. Kies een poort boven 1024: --port 8000",
        "bad_host": "Op adres {detail} kan deze computer niet luisteren. Gebruik --host 0.0.0.0 of --host 127.0.0.1",
        "bad_tls": "Het certificaat kan niet worden gelezen: {detail}. Geef --tls-cert en --tls-key samen.",
        "not_writable": "In de datamap {detail} kan niet worden geschreven. Kies een andere met --data MAP.",
        "not_written": "Hier kan niet worden geschreven: {detail}. Kies een andere map met --out MAP.",
        "occupied": "Een andere server gebruikt deze datamap. {detail} Stop die eerst, of kies een andere: --data MAP",
        "not_stored": "Het journaal in de datamap kan niet worden geopend: {detail}",
        "newer_store": "Deze datamap is gemaakt met een nieuwere versie. Werk Crisistafel bij, of kies --data MAP.",
        "bad_setting": "Deze instelling kan niet: {detail}",
        "key_added": "Sleutel voor {name}. Hij wordt alleen nu getoond:",
        "key_taken": "Er is al een sleutel met de naam {name}. Kies een andere naam.",
        "key_unknown": "Er is geen sleutel met de naam {name}. Bekijk ze met: crisistafel key list",
        "key_revoked": "De sleutel van {name} werkt niet meer.",
        "revoked": "ingetrokken",
        "rehearse_unknown": "Scenario {scenario} kennen we niet, en het is ook geen map. Er zijn: {names}.",
        "rehearse_broken": "Scenario {path} is niet te spelen. Kijk het na met: crisistafel scenario check {path}",
        "rehearse_stuck": "Het spel liep vast: niemand kon verder. Kijk het scenario na, of probeer een andere --seed.",
        "rehearse_not_written": "Een bestand kan niet worden geschreven: {detail}",
        "rehearse_headless": "Met --pdf en --journal hoort --headless: zonder schermen, tot het einde.",
        "rehearse_desk": "De regie van deze repetitie. Een bot leidt, tot u het stuur overneemt:",
        "rehearse_gone": "Stoppen: Ctrl-C. Dan is deze repetitie weg.",
        "no_keys": "Er zijn nog geen sleutels. De eerste wordt gemaakt bij: crisistafel serve",
    },
    "en": {
        "facilitator": "Facilitator",
        "join": "Join",
        "join_how": "Participants scan the QR code on the screen, or go to this address and type the code.",
        "key_how": "This link is a key: share it with nobody. It stays the same after a restart ({file}).",
        "key_env": "This link is a key: share it with nobody. It stands in CRISISTAFEL_FACILITATOR_KEY.",
        "key_gone": "The first key was revoked. Make a new one: crisistafel key add NAME",
        "more_keys": "Another facilitator? crisistafel key add NAME",
        "local_only": "Only this computer can reach it. Other devices too? Start with --host 0.0.0.0",
        "no_lan": "This computer is in no network. Connect it first, then start again.",
        "wifi": "Mind: guest wifi mostly keeps phones from a laptop, even when all seem connected.",
        "wifi_test": "Try it beforehand with one phone. Does the page not open? Choose one of these three:",
        "wifi_1": "switch on your own phone's hotspot and connect the laptop and the participants to it;",
        "wifi_2": "bring a router of your own (it needs no internet);",
        "wifi_3": "run the game on a server on the internet, with https (see the README).",
        "tls": "Without https a phone does not stay on by itself. For an exercise in one hall that will do.",
        "scenarios": "Scenarios: {names}",
        "no_scenarios": "No scenarios were found, so no session can be opened.",
        "broken": "Not loaded: {path} – {why}. Look into it with: crisistafel scenario check {path}",
        "no_web": "The screens are missing: the web client is not built. Do: make web (or install without SKIP_WEB=1)",
        "stop": "To stop: Ctrl-C. All that was stored is kept in {data}.",
        "stopped": "Stopped. All that was stored is in {data}.",
        "port_in_use": "Port {detail} is in use. Stop the other program, or choose another port: --port 8001",
        "port_not_allowed": "Port {detail} needs administrator rights. Choose one above 1024: --port 8000",
        "bad_host": "This computer cannot listen at {detail}. Use --host 0.0.0.0 or --host 127.0.0.1",
        "bad_tls": "The certificate cannot be read: {detail}. Give --tls-cert and --tls-key together.",
        "not_writable": "The data folder {detail} cannot be written. Choose another with --data FOLDER.",
        "not_written": "This cannot be written: {detail}. Choose another folder with --out FOLDER.",
        "occupied": "Another server uses this data folder. {detail} Stop it first, or choose another: --data FOLDER",
        "not_stored": "The journal in the data folder cannot be opened: {detail}",
        "newer_store": "A newer version made this data folder. Update Crisistafel, or choose --data FOLDER.",
        "bad_setting": "This setting cannot be: {detail}",
        "key_added": "Key for {name}. It is shown only now:",
        "key_taken": "There is a key called {name} already. Choose another name.",
        "key_unknown": "There is no key called {name}. See them with: crisistafel key list",
        "key_revoked": "The key of {name} does not work any more.",
        "revoked": "revoked",
        "rehearse_unknown": "We do not know scenario {scenario}, and it is no folder either. There are: {names}.",
        "rehearse_broken": "Scenario {path} cannot be played. Look into it with: crisistafel scenario check {path}",
        "rehearse_stuck": "The game got stuck: nobody could go on. Check the scenario, or try another --seed.",
        "rehearse_not_written": "A file cannot be written: {detail}",
        "rehearse_headless": "--pdf and --journal go with --headless: without screens, to the end.",
        "rehearse_desk": "The desk of this rehearsal. A bot leads until you take over:",
        "rehearse_gone": "To stop: Ctrl-C. Then this rehearsal is gone.",
        "no_keys": "There are no keys yet. The first one is made by: crisistafel serve",
    },
}


def say(language: Language, code: str, **filled: str) -> str:
    return WORDS[language][code].format(**filled)


def bases(started: Started) -> tuple[str, str]:
    """Where this computer's owner goes, and where others go."""
    settings = started.settings
    if settings.public_url:
        return settings.public_url, settings.public_url
    scheme = "https" if settings.tls_cert else "http"
    everywhere = settings.host in ("0.0.0.0", "::")  # noqa: S104
    near = f"{scheme}://{'localhost' if everywhere else _host(settings.host)}:{started.port}"
    return near, f"{scheme}://{started.lan}:{started.port}" if started.lan else near


def greet(started: Started, console: Console) -> None:
    """The start-up text. Addresses stand alone on a line, unbroken, so that they can be copied."""
    language = started.settings.language
    near, far = bases(started)

    def line(code: str, style: str = "", **filled: str) -> None:
        console.print(Text(say(language, code, **filled), style=style), soft_wrap=True)

    def address(code: str, url: str) -> None:
        console.print(Text(f"\n{say(language, code)}", style="bold"))
        console.print(Text(f"  {url}", style="bold cyan"), soft_wrap=True)

    if started.key is not None:
        address("facilitator", f"{near}/regie#key={started.key}")
        is_env = started.settings.facilitator_key is not None
        line("key_env" if is_env else "key_how", "dim", file=str(started.settings.data / "facilitator.key"))
        line("more_keys", "dim")
    else:
        line("key_gone", "yellow")
    address("join", f"{far}/")
    line("join_how", "dim")
    console.print(_qr(f"{far}/"), soft_wrap=True, highlight=False, markup=False)
    _network(started, console, line)
    _packs(started, line)
    line("stop", "dim", data=str(started.settings.data))
    console.file.flush()


def _network(started: Started, console: Console, line: Line) -> None:
    settings = started.settings
    if settings.public_url:
        return
    if started.lan is None:
        line("no_lan" if settings.host in ("0.0.0.0", "::") else "local_only", "yellow")  # noqa: S104
        return
    line("wifi", "bold yellow")
    line("wifi_test", "yellow")
    for number in (1, 2, 3):
        console.print(Text(f"  {number}. {say(settings.language, f'wifi_{number}')}", style="yellow"), soft_wrap=True)
    if settings.tls_cert is None:
        line("tls", "dim")


def _packs(started: Started, line: Line) -> None:
    if not started.has_web:
        line("no_web", "bold red")
    for path, why in started.shelf.broken:
        line("broken", "red", path=path, why=why)
    if started.shelf.packs:
        line("scenarios", "dim", names=", ".join(started.shelf.packs))
    else:
        line("no_scenarios", "red")


def _qr(url: str) -> str:
    """Half blocks: dark modules are drawn as ground, so that it scans on a dark and on a light terminal alike."""
    rows = [list(row) for row in segno.make(url, error="m", micro=False).matrix_iter(border=2)]
    if len(rows) % 2:
        rows.append([0] * len(rows[0]))
    blocks = {(0, 0): "█", (0, 1): "▀", (1, 0): "▄", (1, 1): " "}
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return "\n".join("".join(blocks[int(a), int(b)] for a, b in zip(top, low, strict=True)) for top, low in pairs)


def _host(host: str) -> str:
    return f"[{host}]" if ":" in host else host
