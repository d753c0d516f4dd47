"""Every state of a desk, phone or screen that has a page in `web/dev`: axe, narrow, enlarged, and by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.looks import Looks
from tests.e2e.states import STATES, Stage, State, build, opener

pytestmark = pytest.mark.proof


@pytest.fixture(scope="module")
def stage(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    folder = tmp_path_factory.mktemp("states")
    build(folder)
    return Stage(browser, folder)


@pytest.fixture
def page(stage: Stage, state: State) -> Iterator[Page]:
    opened = stage.open(state)
    yield opened
    opened.context.close()


@pytest.mark.parametrize("state", STATES, ids=str)
def test_a_state_is_for_everyone(state: State, page: Page) -> None:
    looks = Looks(walks=True)
    looks.at(str(state), **{state.page: page})
    looks.narrow(str(state), page)
    assert not looks.wrong, "\n".join(sorted(set(looks.wrong)))


@pytest.mark.parametrize("state", [state for state in STATES if state.presses and not state.firm], ids=str)
def test_escape_gives_the_focus_back(state: State, page: Page) -> None:
    dialog = page.get_by_role("dialog")
    if not dialog.count():
        pytest.skip("this opens no dialog")
    expect(dialog.locator(":focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener(page, state.presses[-1])).to_be_focused()
