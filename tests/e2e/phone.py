"""A participant's phone, by the names of what she presses."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Position, expect

from tests.e2e.devices import Device
from tests.e2e.words import say

MARK: Position = {"x": 20, "y": 20}
"""In a frame to choose: beside its words, which may hold a word to explain."""


class Phone:
    """One chair, seen and used through its own screen."""

    def __init__(self, device: Device) -> None:
        self.device, self.page = device, device.page
        self.role = ""
        self.seat = ""

    # ---------------------------------------------------------------- coming in

    def join(self, code: str, name: str, role: str, *, team: str | None = None, typed: bool = False) -> None:
        """By the QR code's address, or by typing the code."""
        if typed:
            self.device.goto("/")
            self.page.get_by_role("textbox", name=say("join_code")).fill(code)
            self.page.get_by_role("button", name=say("join_next")).click()
        else:
            self.device.goto(f"/#code={code}")
        self.page.get_by_role("textbox", name=say("join_name")).fill(name)
        if team is not None:
            self.page.get_by_role("group", name=say("join_team")).get_by_role("radio", name=team).check()
        self.page.get_by_role("group", name=say("join_role")).get_by_role("radio", name=role).check()
        self.page.get_by_role("button", name=say("join_take")).click()
        self.arrive()

    def claim(self, code: str, name: str, role: str) -> None:
        """*Ik zat hier al*, up to waiting for the desk."""
        self.device.goto(f"/#code={code}")
        self.page.get_by_role("button", name=say("join_claim")).click()
        self.page.get_by_role("radio", name=role).check()
        self.page.get_by_role("textbox", name=say("join_claim_name")).fill(name)
        self.page.get_by_role("button", name=say("join_claim_send")).click()
        expect(self.page.get_by_role("heading", name=say("join_claim_waiting"))).to_be_visible()

    def arrive(self) -> None:
        self.page.wait_for_url("**/deelnemer#*")
        self.device.until(lambda: bool(self.own) and bool(self.view), "a chair")
        self.role, self.seat = self.view["role"]["id"], self.own["seat"]

    def into_the_game(self) -> None:
        """A late-comer past the questions from before."""
        self.page.get_by_role("button", name=say("participant_before_to_game")).click()

    # ---------------------------------------------------------------- what it knows

    @property
    def view(self) -> dict[str, Any]:
        return self.device.recorder.view.view

    @property
    def own(self) -> dict[str, Any]:
        return self.device.recorder.own.view

    def decision(self, decision: str) -> dict[str, Any]:
        found: dict[str, Any] = self.view["decisions"].get(decision, {})
        return found

    def state(self, decision: str) -> str:
        return str(self.decision(decision).get("state", ""))

    @property
    def team(self) -> str:
        return str(self.view["team"]["id"])

    def reaches(self, decision: str, state: str) -> None:
        self.device.until(lambda: self.state(decision) == state, f"{decision} {state}")

    def gets(self, *injects: str) -> None:
        """Waits until it has all of this news."""
        self.device.until(lambda: set(injects) <= set(self.view["news"]), f"news {injects}")

    # ---------------------------------------------------------------- reading

    def tab(self, which: str) -> None:
        """`news`, `picture` or `role`."""
        nav = self.page.get_by_role("navigation", name=say("participant_nav"))
        nav.get_by_role("button", name=say(f"participant_tab_{which}")).click()

    def article(self, inject: str) -> Locator:
        return self.page.locator(f"#news-{inject}").get_by_role("article")

    def read_all(self) -> None:
        """Looks at every piece of news long enough to have opened it."""
        self.tab("news")
        for inject in list(self.view["news"]):
            self.article(inject).scroll_into_view_if_needed()
            self.device.until(lambda inject=inject: inject in self.own["read"], f"{inject} opened")  # type: ignore[misc]

    def private(self) -> list[str]:
        """What it alone has, the oldest first."""
        items = sorted(self.view["news"].items(), key=lambda item: item[1]["order"])
        return [inject for inject, item in items if item["private"] and "shared" not in item]

    def share_private(self, inject: str) -> None:
        self.tab("news")
        self.article(inject).get_by_role("button", name=say("participant_share")).click()
        dialog = self.page.get_by_role("dialog", name=say("participant_share_title"))
        dialog.get_by_role("button", name=say("participant_share_yes")).click()
        self.device.until(lambda: "shared" in self.view["news"][inject], f"{inject} shared")

    def note(self, text: str, kind: str = "fact") -> None:
        """A line on the team's picture."""
        self.tab("picture")
        title = say(f"participant_{kind}s" if kind != "unknown" else "participant_unknowns")
        self.page.get_by_role("button", name=say("participant_picture_add_to", kind=title)).click()
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_role("textbox", name=say("participant_picture_text")).fill(text)
        dialog.get_by_role("button", name=say("participant_picture_put")).click()
        expect(dialog).to_be_hidden()

    # ---------------------------------------------------------------- deciding

    def open_decision(self, decision: str) -> None:
        """To the decision's own page, as a thumb goes there, once the phone has it."""
        self.device.until(lambda: bool(self.decision(decision)), f"{decision} on this phone")
        title = self.decision(decision)["title"]
        heading = self.page.get_by_role("heading", level=1, name=title, exact=True)
        question = self.page.get_by_role("heading", level=1, name=self.decision(decision)["question"], exact=True)
        if heading.or_(question).count():
            return
        bar = self.page.locator("button.bar").filter(has_text=title)
        if bar.count():
            bar.click()
        else:
            self.tab("picture")
            self.page.get_by_role("region", name=say("participant_decisions")).get_by_role("button", name=title).click()
        expect(heading.or_(question)).to_be_visible()

    def choose(self, decision: str, option: str) -> None:
        """Chooses, and does not send yet."""
        self.open_decision(decision)
        label = self.decision(decision)["options"][option]["label"]
        group = self.page.get_by_role("group", name=say("participant_your_choice"))
        group.get_by_role("radio").and_(self.page.locator(f'[value="{option}"]')).check(position=MARK)
        expect(group.get_by_text(label, exact=True)).to_be_visible()

    def vote(self, decision: str, option: str, *, confidence: int | None = None, reason: str = "") -> None:
        self.choose(decision, option)
        if confidence is not None:
            self.page.get_by_role("radio", name=say("participant_sure_step", step=confidence)).check()
        if reason:
            self.page.get_by_role("textbox", name=say("participant_reason")).fill(reason)
        again = (
            decision in self.own["votes"] and self.own["votes"][decision]["round"] == self.decision(decision)["round"]
        )
        self.page.get_by_role(
            "button", name=say("participant_vote_change" if again else "participant_vote_cast")
        ).click()
        self.saved()
        self.device.until(lambda: self.voted(decision) == option, f"the vote {option}")

    def voted(self, decision: str) -> str:
        """What this chair has chosen in the round that is going on."""
        vote = self.own["votes"].get(decision)
        return vote["option"] if vote and vote["round"] == self.decision(decision)["round"] else ""

    def saved(self) -> None:
        expect(self.page.get_by_text(say("participant_saved")).first).to_be_visible()

    def settle(self, decision: str, option: str, *, statement: str = "", owner: str = "") -> None:
        self.open_decision(decision)
        back = self.page.get_by_role("button", name=say("participant_talk_settle"))
        if back.count():
            back.click()
        group = self.page.get_by_role("group", name=say("participant_settle_option"))
        group.get_by_role("radio").and_(self.page.locator(f'[value="{option}"]')).check(position=MARK)
        if statement:
            self.page.get_by_role("textbox", name=say("participant_settle_statement")).fill(statement)
        if owner:
            self.page.get_by_role("textbox", name=say("participant_settle_owner")).fill(owner)
        self.page.get_by_role("button", name=say("participant_settle_do")).click()
        expect(self.page.get_by_role("button", name=say("participant_settle_change"))).to_be_visible()

    def practice(self, decision: str, value: str) -> None:
        """*Bij ons?*: `yes`, `partly`, `no` or `unknown`."""
        self.open_decision(decision)
        group = self.page.get_by_role("group", name=say("participant_practice_ask"))
        group.get_by_role("radio", name=say(f"participant_practice_{value}"), exact=True).check()
        self.device.until(lambda: self.own["practice"].get(decision) == value, "a practice answer")

    def mark(self, decision: str, *, clear: bool = True, missing: str = "") -> None:
        """What it thinks of its team's explanation."""
        self.open_decision(decision)
        form = self.page.get_by_role("form", name=say("participant_mark_title"))
        if clear:
            form.get_by_role("checkbox", name=say("participant_mark_clear")).check()
        if missing:
            form.get_by_role("textbox", name=say("participant_mark_missing")).fill(missing)
        form.get_by_role("button", name=say("participant_mark_send")).click()
        self.device.until(lambda: decision in self.own["marks"], "a mark")

    def show_marks(self, decision: str) -> None:
        """The speaker lets the team read what it read first."""
        self.open_decision(decision)
        self.page.get_by_role("button", name=say("participant_heard_show")).click()
        self.device.until(lambda: self.decision(decision)["marks"]["released"], "marks that the team sees")

    def show_practice(self, decision: str) -> None:
        """Its mandate shows the spread to the other municipality."""
        self.open_decision(decision)
        self.device.until(lambda: "answers" in self.decision(decision)["spread"], "a spread")
        self.page.get_by_role("button", name=say("participant_practice_show")).click()
        dialog = self.page.get_by_role("dialog", name=say("participant_practice_show_title"))
        dialog.get_by_role("button", name=say("participant_practice_show_yes")).click()
        self.device.until(lambda: self.decision(decision)["spread"]["released"], "a spread that is shown")

    def look_up(self, term: str) -> None:
        """Taps a word of the glossary, reads what it means, and puts it away."""
        self.page.get_by_role("button", name=term, exact=True).first.click()
        dialog = self.page.get_by_role("dialog", name=term)
        expect(dialog.get_by_text(self.view["glossary"][term])).to_be_visible()
        self.page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()

    # ---------------------------------------------------------------- afterwards

    def reflection(self, question: str, text: str) -> None:
        label = self.view["debrief"]["questions"][question]["text"]
        self.page.get_by_role("textbox", name=label).fill(text)
        self.page.get_by_role("textbox", name=label).blur()
        self.device.until(lambda: self.own["reflections"].get(question) == text, "a reflection")

    def resolution(self, text: str) -> None:
        self.page.get_by_role("textbox", name=say("participant_resolution_text")).fill(text)
        self.page.get_by_role("button", name=say("participant_resolution_save")).click()
        self.device.until(lambda: self.own.get("resolution", {}).get("text") == text, "a resolution")

    def report(self) -> bytes:
        return self.device.downloaded(
            lambda: self.page.get_by_role("button", name=say("participant_report_open"), exact=True).click()
        )

    def keep_link(self) -> str:
        self.page.get_by_role("button", name=say("participant_report_keep")).click()
        dialog = self.page.get_by_role("dialog", name=say("participant_keep_title"))
        link = dialog.get_by_role("textbox", name=say("participant_keep_link")).input_value()
        self.page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        return link

    def connection(self) -> Locator:
        return self.page.get_by_text(say("shared_status_live"), exact=True)
