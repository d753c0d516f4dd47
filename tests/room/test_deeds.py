"""What the other desks are told: the last thing that one did, not what followed from it."""

from __future__ import annotations

from tests.room.table import Table


def deed(table: Table) -> str:
    return table.room.deed.what if table.room.deed is not None else ""


def test_notes_seats_and_the_clock_are_nobodys_deed() -> None:
    table = Table()
    seat = table.sit("mayor")
    table.at_seat(seat, "seat.away")
    table.at_desk("note.add", text="Opgemerkt")
    assert table.room.deed is None


def test_of_a_command_the_move_counts() -> None:
    table = Table(teams=("Natte Meren", "Drogenbroek"))
    seat = table.sit("mayor")
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    assert deed(table) == "phase_began"
    table.at_desk("decision.open", decision="unplug", from_="planned")
    assert deed(table) == "decision_opened"
    table.at_seat(seat, "vote.cast", decision="unplug", option="all-off")
    table.at_desk("decision.reveal", decision="unplug", from_="open")
    assert deed(table) == "decision_revealed"
    table.at_seat(seat, "decision.settle", decision="unplug", option="all-off")
    table.at_desk("decision.apply", decision="unplug", from_="settled", team="t1")
    assert deed(table) == "decision_effective"
    assert table.room.deed is not None
    assert (table.room.deed.by, table.room.deed.version) == (table.desk, table.room.version)


def test_what_is_taken_back_is_told_as_such() -> None:
    table = Table()
    table.at_desk("room.start")
    table.at_desk("phase.next", from_="welcome")
    table.at_desk("inject.skip", inject="slow-desk", from_="planned")
    assert table.room.step is not None
    table.at_desk("step.undo", of=table.room.step.cmd)
    assert deed(table) == "step_undone"
