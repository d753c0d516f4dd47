"""The parts that several views share: the room, its people, a letter, indicators, clocks and the debrief."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NotRequired, TypeAlias, cast

from typing_extensions import TypedDict

from game_server.room.answers import is_debriefing as room_is_debriefing
from game_server.room.answers import often_looked_up
from game_server.room.clocks import planned_game
from game_server.room.mandate import seats_of
from game_server.room.spokesperson import spokesperson
from game_server.room.state import Composed, Move, PictureItem, Room, Seat, Team, Term
from game_server.room.state_pressure import Edited
from game_server.views import shapes, shapes_room
from game_server.views.lens import Book, Lens
from game_server.views.measures import asked_after, lesson_lines
from game_server.views.shapes_measures import AskedText
from game_server.views.sight import is_common
from game_server.views.words import Key, say

DAY_MS = 86_400_000
Because: TypeAlias = Callable[[Move], str]
_NEUTRAL: dict[str, Key] = {
    "decision": "because_some_decision",
    "inject": "because_some_news",
    "clock": "because_some_clock",
    "rung": "because_some_decision",
}


def room_part(lens: Lens) -> shapes_room.Room:
    room = lens.room
    part = shapes_room.Room(
        code=room.code,
        title=room.title,
        municipality=lens.text(lens.catalogue.scenario.municipality),
        scenario=room.scenario,
        language=lens.language,
        status=cast(shapes_room.Status, room.status),
        door=room.door,
        clock=clock_part(lens),
        named=room.named,
        rehearsal=room.rehearsal,
        released=room.report_released,
        retention_days=room.retention_days,
    )
    if room.sharing.series or room.sharing.mirror:
        part["counted"] = True
    if room.phase is not None:
        part["phase"] = phase_part(lens, room.phase.id)
    if room.status == "paused":
        part["pause"] = shapes_room.Pause(incident=room.incident)
        if room.pause_until is not None:
            part["pause"]["until"] = room.pause_until
    if room.closed_at is not None:
        part["erase_at"] = room.closed_at + room.retention_days * DAY_MS
    return part


def clock_part(lens: Lens) -> shapes_room.Clock:
    room = lens.room
    part = shapes_room.Clock(base=room.clock.base, minutes=room.minutes)
    if room.clock.since is not None:
        part["since"] = room.clock.since
    if room.clock.speed != 1:
        part["speed"] = room.clock.speed
    if room.phase is not None:
        part["phase_session"] = room.phase.session
        if room.phase.starts is not None:
            part["game"] = shapes_room.GameClock(
                minute=room.phase.starts,
                session=room.phase.session,
                pace=room.phase.pace,
                first_weekday=lens.catalogue.scenario.first_weekday,
            )
            if room.phase.ends is not None:
                part["game"]["ends"] = room.phase.ends
    return part


def phase_part(lens: Lens, phase: str) -> shapes_room.Phase:
    """`order` counts from 1."""
    found = lens.catalogue.phase(phase)
    order = lens.catalogue.phase_order
    return shapes_room.Phase(
        id=phase, kind=found.kind, title=lens.text(found.title), order=order.index(phase) + 1, of=len(order)
    )


# ---------------------------------------------------------------- people


def seat_lines(room: Room, team: str) -> dict[str, shapes.SeatLine]:
    return {seat.id: seat_line(seat) for seat in seats_of(room, team)}


def seat_line(seat: Seat) -> shapes.SeatLine:
    line = shapes.SeatLine(
        order=seat.order, name=seat.name, role=seat.role, away=seat.away, device=seat.pass_hash is not None
    )
    if seat.away and seat.away_until is not None:
        line["until"] = seat.away_until
    if seat.bot:
        line["bot"] = True
    return line


def speaks_for(room: Room, team: Team) -> Seat | None:
    """The only table of a room has nobody to speak to."""
    return spokesperson(team) if len(room.teams) > 1 else None


@lru_cache(maxsize=64)
def role_names(book: Book) -> dict[str, shapes.RoleName]:
    return {
        key: shapes.RoleName(
            order=order, name=book.text(role.name), short=book.text(role.short), summary=book.text(role.summary)
        )
        for order, (key, role) in enumerate(book.catalogue.scenario.roles.items())
    }


# ---------------------------------------------------------------- news


class LetterWords(TypedDict):
    """The words of an inject, the same for all who may read it."""

    channel: shapes.ChannelName
    sender: str
    subject: NotRequired[str]
    body: str
    game: NotRequired[float]
    counts: NotRequired[str]


def letter_words(lens: Lens, inject: str, edited: Edited | None = None) -> LetterWords:
    """`edited`: what a team gets instead of the scenario's words."""
    composed = lens.room.composed.get(inject)
    if composed is not None:
        return _composed_words(composed)
    words = _planned_words(lens.book, inject)
    return words if edited is None else _edited_words(words, edited)


def _edited_words(planned: LetterWords, edited: Edited) -> LetterWords:
    """Counts went with the scenario's words."""
    words = LetterWords(channel=planned["channel"], sender=edited.sender, body=edited.body)
    if edited.subject is not None:
        words["subject"] = edited.subject
    if "game" in planned:
        words["game"] = planned["game"]
    return words


@lru_cache(maxsize=2048)
def _planned_words(book: Book, inject: str) -> LetterWords:
    phase, found = book.catalogue.inject(inject)
    words = LetterWords(channel=found.channel, sender=book.text(found.sender), body=book.text(found.body))
    if found.subject is not None:
        words["subject"] = book.text(found.subject)
    if phase.starts is not None:
        words["game"] = planned_game(phase, found)
    if found.counts is not None:
        words["counts"] = found.counts
    return words


def _composed_words(composed: Composed) -> LetterWords:
    words = LetterWords(channel=cast(shapes.ChannelName, composed.channel), sender=composed.sender, body=composed.body)
    if composed.subject is not None:
        words["subject"] = composed.subject
    if composed.game is not None:
        words["game"] = composed.game
    return words


def news_item(lens: Lens, team: Team, inject: str) -> shapes.NewsItem:
    """A released inject as a reader in this team sees it; whether this reader may, `sight` has said."""
    news = team.news[inject]
    item = _item(letter_words(lens, inject, news.edited), news.order, news.at, private=not is_common(news))
    if news.shared is not None:
        item["shared"] = shared_by(news.shared)
    if news.stand_in is not None:
        item["stand_in"] = news.stand_in
    return item


def room_news_item(lens: Lens, inject: str) -> shapes.NewsItem:
    """News for the whole room: without how one team came by it."""
    first = min((team.news[inject] for team in lens.room.teams.values()), key=lambda news: news.order)
    return _item(letter_words(lens, inject, first.edited), first.order, first.at, private=False)


def _item(words: LetterWords, order: int, at: int, private: bool) -> shapes.NewsItem:
    item = shapes.NewsItem(
        order=order,
        at=at,
        channel=words["channel"],
        sender=words["sender"],
        body=words["body"],
        private=private,
    )
    if "subject" in words:
        item["subject"] = words["subject"]
    if "game" in words:
        item["game"] = words["game"]
    if "counts" in words:
        item["counts"] = words["counts"]
    return item


def shared_by(shared: tuple[int, str, str | None]) -> shapes.SharedBy:
    at, role, seat = shared
    return shapes.SharedBy(by=role, at=at, stand_in=seat is None)


def picture_lines(room: Room, team: Team) -> dict[str, shapes.PictureLine]:
    return {item.id: _picture_line(room, item) for item in team.picture.values()}


def _picture_line(room: Room, item: PictureItem) -> shapes.PictureLine:
    line = shapes.PictureLine(
        order=item.order,
        kind=cast(shapes.PictureKind, item.kind),
        text=item.text,
        by=_brought_by(room, item),
    )
    if item.source is not None:
        line["source"] = item.source
    if item.struck:
        line["struck"] = True
    if item.inject is not None:
        line["inject"] = item.inject
        if item.seat is None:
            line["stand_in"] = True
    return line


def _brought_by(room: Room, item: PictureItem) -> str:
    return room.seats[item.seat].role if item.seat in room.seats else item.role or ""


# ---------------------------------------------------------------- indicators and statutory clocks


def indicator_parts(lens: Lens, team: Team, because: Because) -> dict[str, shapes.IndicatorPart]:
    """`because` writes the sentence for one move, for this audience."""
    return {
        key: shapes.IndicatorPart(
            order=order,
            name=lens.text(indicator.name),
            icon=indicator.icon,
            meaning=lens.text(indicator.meaning),
            value=team.indicators.get(key, indicator.start),
            start=indicator.start,
            moves={
                str(version): shapes.IndicatorMove(by=move.points, because=because(move), at=move.at)
                for version, move in team.moves.get(key, {}).items()
            },
        )
        for order, (key, indicator) in enumerate(lens.catalogue.scenario.indicators.items())
    }


def told_because(lens: Lens, team: Team, may_tell: Callable[[str, str], bool]) -> Because:
    """Writes why an indicator moved. What the audience may not know, by (kind, id), becomes a neutral sentence."""
    return lambda move: _because(lens, team, move, may_tell)


def _because(lens: Lens, team: Team, move: Move, may_tell: Callable[[str, str], bool]) -> str:
    kind, _, rest = move.because.partition(":")
    thing, _, option = rest.partition(":")
    if not may_tell(kind, thing):
        return say(_NEUTRAL.get(kind, "because_some_news"), lens.language)
    match kind:
        case "decision":
            return _decision_sentence(lens.book, thing, option)
        case "inject":
            return say("because_inject", lens.language, title=lens.inject_title(thing, team))
        case "clock":
            return say("because_clock", lens.language, title=lens.text(lens.catalogue.clock(thing).name))
        case "rung":
            return say("because_rung", lens.language, title=lens.text(lens.catalogue.rung(thing).name))
        case _:
            return say("because_some_news", lens.language)


@lru_cache(maxsize=1024)
def _decision_sentence(book: Book, decision: str, option: str) -> str:
    found = book.decision(decision)
    label = next((book.text(one.label) for one in found.options if one.id == option), option)
    return say("because_decision", book.language, title=book.text(found.title), option=label)


def term_parts(lens: Lens, team: Team, role: str | None) -> dict[str, shapes.TermPart]:
    """The statutory clocks that this role sees run; None: all of them."""
    return {
        key: _term_part(lens, order, key, team.terms[key])
        for order, key in enumerate(lens.catalogue.scenario.clocks)
        if key in team.terms and (role is None or may_see_clock(lens, key, role))
    }


def may_see_clock(lens: Lens, clock: str, role: str) -> bool:
    seen_by = lens.catalogue.clock(clock).seen_by
    return not seen_by or role in seen_by


def _term_part(lens: Lens, order: int, key: str, term: Term) -> shapes.TermPart:
    clock = lens.catalogue.clock(key)
    part = shapes.TermPart(
        order=order,
        name=lens.text(clock.name),
        law=lens.text(clock.law),
        began=term.began,
        due=term.due,
        state=term.state,
    )
    if term.state == "lapsed" and clock.lapse_text is not None:
        part["text"] = lens.text(clock.lapse_text)
    return part


# ---------------------------------------------------------------- taking home


def is_debriefing(lens: Lens) -> bool:
    return room_is_debriefing(lens.room, lens.catalogue)


def debrief_part(lens: Lens, stars: bool = False) -> shapes.DebriefPart:
    """`stars`: with how many people starred each lesson."""
    scenario = lens.catalogue.scenario
    return shapes.DebriefPart(
        questions={
            question.id: AskedText(order=order, text=lens.text(question.text))
            for order, question in enumerate(scenario.debrief)
        },
        resolution=lens.text(scenario.resolution),
        released=lens.room.report_released,
        statements=asked_after(lens),
        terms=_looked_up(lens),
        lessons=lesson_lines(lens.room, stars),
    )


def _looked_up(lens: Lens) -> dict[str, str]:
    opened = often_looked_up(lens.room)
    return {term: meaning for term, meaning in glossary(lens.book).items() if term in opened}


@lru_cache(maxsize=64)
def glossary(book: Book) -> dict[str, str]:
    return {term.term: book.text(term.meaning) for term in book.catalogue.scenario.glossary}
