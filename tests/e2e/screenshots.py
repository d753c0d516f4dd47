"""`python -m tests.e2e.screenshots [--out DIR]`: plays a short evening and keeps a picture of every screen state."""

from __future__ import annotations

import argparse
import re
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, expect, sync_playwright

from tests.e2e.harness import Desk, Devices, Phone, Plan, Server, Step, Table, launch, say
from tests.e2e.looks import dress, settle

OUT = Path(__file__).resolve().parents[1] / "results" / "screens"
SCENARIO = "Natte Meren: de lange vrijdag"
NAMES = {
    "mayor": ("Anna", "Burgemeester"),
    "secretary": ("Bram", "Gemeentesecretaris"),
    "ciso": ("Cem", "CISO"),
    "dpo": ("Dilara", "Functionaris gegevensbescherming"),
    "public-safety": ("Evert", "Adviseur openbare orde en veiligheid"),
}
SIZES = {
    "phone": ((390, 844), (320, 640), (768, 1024)),
    "desk": ((1280, 720), (1920, 1080), (768, 1024)),
    "screen": ((1280, 720), (1920, 1080), (3840, 2160)),
}

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


class Camera:
    """Takes each state at each size, light and dark, and puts the window back as it was."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.number = 0
        out.mkdir(parents=True, exist_ok=True)

    def take(self, state: str, **pages: Page) -> None:
        self.number += 1
        name = re.sub(r"[^a-z0-9]+", "-", state.lower())
        for who, page in pages.items():
            before = page.viewport_size
            assert before is not None
            for width, height in SIZES[who]:
                page.set_viewport_size({"width": width, "height": height})
                for scheme in SCHEMES:
                    dress(page, scheme)
                    settle(page)
                    place = self.out / who / f"{self.number:02d}-{name}-{width}x{height}-{scheme}.png"
                    page.screenshot(path=place, full_page=who == "phone")
            dress(page, "light")
            page.set_viewport_size(before)
        print(f"{self.number:2d} {state}: {', '.join(pages)}", flush=True)


class Posing(Plan):
    """Plays on, and stands still for a picture at each kind of state."""

    def __init__(self, camera: Camera) -> None:
        self.camera = camera
        self.taken: set[str] = set()

    def all(self, table: Table, state: str) -> None:
        if state in self.taken:
            return
        self.taken.add(state)
        self.camera.take(state, desk=table.desk.page, screen=table.screen.page, phone=table.phones[0].page)

    def reason(self, decision: str, phone: Phone) -> str:
        return "Liever te vroeg dan te laat." if phone.role in ("mayor", "ciso") else ""

    def statement(self, decision: str, team: str) -> str:
        return "Wij zetten uit voorzorg een deel uit, en betalen vanavond gewoon uit."

    def settle(self, decision: str, options: list[str], team: str) -> str:
        return options[1] if decision == "stekker" else options[0]

    def before(self, table: Table, step: Step) -> None:
        action, thing, mayor = step["action"], step.get("thing", ""), table.phones[0]
        if action == "phase.next":
            self.all(table, f"phase {table.desk.view['room']['phase']['id']}")
        elif action == "inject.release" and mayor.private():
            self.all(table, "private news")
        elif thing == "stekker" and action in ("decision.open", "decision.close", "decision.settle", "decision.apply"):
            if action == "decision.open":
                for text, kind in (("Vier keer een vreemde inlog", "fact"), ("Het komt door de update", "assumption")):
                    mayor.note(text, kind)
                self.all(table, "picture")
            mayor.open_decision(thing)
            self.all(table, f"before {action}")

    def voted(self, table: Table, decision: str) -> None:
        self.all(table, "voted quick" if decision != "stekker" else "voted")


def _entrances(camera: Camera, table: Table) -> None:
    desk, screen = table.desk, table.screen
    desk.device.goto("/regie")
    expect(desk.page.get_by_role("heading", level=1)).to_be_visible()
    screen.wait_to_be_paired()
    camera.take("before", desk=desk.page, screen=screen.page)
    desk.take_key()
    camera.take("sessions", desk=desk.page)
    desk.button("facilitator_sessions_new").click()
    desk.page.get_by_text(say("facilitator_open_more")).click()
    camera.take("new session", desk=desk.page)


def _join(camera: Camera, table: Table, code: str) -> None:
    mayor = table.phone("mayor")
    mayor.device.goto("/")
    camera.take("code", phone=mayor.page)
    mayor.device.goto(f"/#code={code}")
    mayor.page.get_by_role("button", name=say("join_take")).click()
    camera.take("chair with errors", phone=mayor.page)
    mayor.join(code, *NAMES["mayor"])
    for role, (name, title) in NAMES.items():
        if role != "mayor":
            table.phone(name).join(code, name, title)


def _afterwards(camera: Camera, plan: Posing, table: Table) -> None:
    desk, mayor = table.desk, table.phones[0]
    table.play(plan, stop=lambda step: step["action"] == "report.release")
    plan.all(table, "debrief")
    mayor.resolution("Dinsdag drink ik koffie met de CISO.")
    desk.step()
    mayor.page.get_by_role("button", name=say("participant_report_keep")).click()
    camera.take("keep the report", phone=mayor.page)
    mayor.page.keyboard.press("Escape")
    desk.close_room()
    expect(mayor.page.get_by_role("heading", name=say("participant_over_title"))).to_be_visible()
    plan.all(table, "ended")


def _evening(camera: Camera, table: Table) -> None:
    desk, plan = table.desk, Posing(camera)
    _entrances(camera, table)
    code = desk.open_room(SCENARIO)
    table.screen.open(desk.link("screen"))
    _join(camera, table, code)
    plan.all(table, "lobby")
    table.play(plan, stop=lambda step: step["action"] == "decision.apply" and step["thing"] == "stekker")
    plan.all(table, "settled")
    desk.step()
    mayor = table.phones[0]
    mayor.reaches("stekker", "effective")
    mayor.open_decision("stekker")
    plan.all(table, "effect")
    mayor.tab("role")
    camera.take("role card", phone=mayor.page)
    desk.pause()
    plan.all(table, "paused")
    desk.resume()
    desk.incident()
    plan.all(table, "incident")
    desk.resume()
    _to_the_debrief(desk)
    _afterwards(camera, plan, table)


def _to_the_debrief(desk: Desk) -> None:
    """What was not played does not come any more."""
    desk.button("facilitator_to_debrief_short").click()
    desk.page.get_by_role("dialog").get_by_role("button", name=say("facilitator_to_debrief")).click()
    desk.device.until(lambda: desk.status == "debrief", "the debrief")


def main() -> None:
    """The command."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--out", type=Path, default=OUT)
    camera = Camera(given.parse_args().out)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder) / "data")
        server.start()
        browser = launch(playwright)
        devices = Devices(browser, server)
        try:
            _evening(camera, Table(devices))
        finally:
            for line in devices.problems():
                print(line)
            devices.close()
            browser.close()
            server.stop()
    print(f"the pictures are in {camera.out}")


if __name__ == "__main__":
    main()
