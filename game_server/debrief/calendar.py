"""What somebody takes home for the own calendar: `resolution.ics`, with the dates that two agreed on."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, Todo

from game_server.debrief.coffee import coffee_lines
from game_server.debrief.days import day_in
from game_server.debrief.names import Names
from game_server.debrief.words import AMSTERDAM, line, say, typed
from game_server.room.marks import ERASED
from game_server.room.state import Room, Seat
from game_server.room.state_take_home import Meeting
from game_server.room.take_home import is_there, meetings_of
from game_server.scenario.catalogue import Catalogue

COFFEE = timedelta(minutes=30)


def resolution_ics(room: Room, catalogue: Catalogue, seat: str, language: str) -> bytes | None:
    """The seat's resolution, and every date that it agreed on with somebody; None when there is neither.

    A date that both agreed on is the same event in both calendars, on the clock of Amsterdam. Without one, a day in
    `by` makes the resolution an event of that whole day, and nothing makes it a task without a date.
    """
    names, own = Names(room, catalogue, language), room.seats[seat]
    agreed = [
        one for one in meetings_of(room, own) if one.state == "accepted" and is_there(room, one.partner(seat), own)
    ]
    items: list[Event | Todo] = [_meeting(names, one, own) for one in agreed]
    if own.id not in {one.writer for one in agreed} and typed(own.resolution.get("text")):
        items.insert(0, _alone(names, own))
    if not items:
        return None
    calendar = Calendar()
    calendar.add("prodid", "-//Crisistafel//resolution//NL")
    calendar.add("version", "2.0")
    for item in items:
        calendar.add_component(item)
    if agreed:
        years = [datetime.fromtimestamp(one.starts / 1000, AMSTERDAM).year for one in agreed]
        calendar.add_missing_timezones(date(min(years) - 1, 1, 1), date(max(years) + 2, 1, 1))
    return bytes(calendar.to_ical())


def _alone(names: Names, seat: Seat) -> Event | Todo:
    room = names.room
    said = {key: typed(value) for key, value in seat.resolution.items()}
    day = day_in(said.get("by", ""), datetime.fromtimestamp(room.at / 1000, AMSTERDAM).date())
    item: Event | Todo = Event() if day is not None else Todo()
    item.add("uid", f"{room.code}-{seat.id}-{room.epoch}@crisistafel.invalid")
    item.add("dtstamp", datetime.fromtimestamp(room.at / 1000, UTC))
    item.add("summary", line(said["text"]))
    told = [f"{say(names.language, key)}: {said[key]}" for key in ("with", "by", "first_step") if said.get(key)]
    item.add("description", "\n".join([*told, *coffee_lines(names, seat), "Crisistafel"]))
    if day is not None:
        item.add("dtstart", day)
        item.add("dtend", day + timedelta(days=1))
        item.add("transp", "TRANSPARENT")
    return item


def _meeting(names: Names, meeting: Meeting, seat: Seat) -> Event:
    """The writer's words and agenda, and for each of the two the name of the other; the first step is the writer's."""
    room, language = names.room, names.language
    writer, other = room.seats[meeting.writer], room.seats[meeting.partner(seat.id)]
    starts = datetime.fromtimestamp(meeting.starts / 1000, AMSTERDAM)
    item = Event()
    item.add("uid", f"{room.code}-{room.opened_at}-{meeting.writer}-{meeting.other}@crisistafel.invalid")
    item.add("sequence", meeting.version)
    item.add("dtstamp", datetime.fromtimestamp(room.at / 1000, UTC))
    item.add("dtstart", starts)
    item.add("dtend", (starts.astimezone(UTC) + COFFEE).astimezone(AMSTERDAM))
    item.add("summary", line(writer.resolution.get("text")))
    told = [f"{say(language, 'with')}: {_called(names, other)}"]
    step = typed(writer.resolution.get("first_step")) if writer is seat else ""
    if step:
        told.append(f"{say(language, 'first_step')}: {step}")
    item.add("description", "\n".join([*told, *coffee_lines(names, writer), "Crisistafel"]))
    return item


def _called(names: Names, seat: Seat) -> str:
    """Two who meet know each other's name, in any room."""
    role = names.role(seat.role)
    return role if seat.name == ERASED else f"{line(seat.name)} ({role})"
