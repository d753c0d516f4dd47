"""The least that has to run: a room, two phones, one message, a vote, its reveal on the screen."""

from __future__ import annotations

from tests.e2e.harness import SHORT, Table


def test_a_vote_travels_from_two_phones_to_the_screen(table: Table) -> None:
    desk, screen = table.desk, table.screen
    code = desk.open_room(SHORT)
    screen.open(desk.link("screen"))
    for name, role in (("Anna", "Burgemeester"), ("Bram", "CISO")):
        table.phone(name).join(code, name, role)
    mayor, ciso = table.phones
    desk.device.until(lambda: len(desk.seats()) == 2, "two chairs")
    screen.shows("2 deelnemers")
    desk.step()
    desk.step()
    assert desk.step()["thing"] == "slow-desk"
    mayor.gets("slow-desk")
    mayor.article("slow-desk").wait_for()
    screen.shows("Het systeem is traag vanmiddag.")
    desk.step()
    desk.step()
    mayor.gets("minister-visit")
    ciso.gets("strange-login")
    assert set(mayor.view["news"]) & set(ciso.view["news"]) == {"slow-desk"}
    desk.step()
    mayor.vote("tell-council", "call-now", confidence=4, reason="Zij horen het liever van ons.")
    screen.shows("1 van 2 gestemd")
    ciso.vote("tell-council", "wait")
    desk.step()
    desk.settle_on_word("Bel vanavond")
    desk.step()
    screen.shows("De raad is op de hoogte.")
