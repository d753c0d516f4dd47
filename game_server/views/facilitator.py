"""The desk: all of the room for the one who leads it, single votes in `ballots` alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from game_server.room.mandate import seats_of, voters
from game_server.room.news import possible
from game_server.room.pacing import UNDO_MS, can_undo
from game_server.room.seating import free
from game_server.room.state import Knock, News, Room, Seat, Team, Vote
from game_server.scenario.model import Decision
from game_server.views import shapes_desk
from game_server.views.conditions import condition_words, inject_condition
from game_server.views.conversation import Sight, conversation
from game_server.views.decisions import REVEALED, decision_part, reference_line, run_of
from game_server.views.hall import hall_part, is_hall
from game_server.views.lens import Book, Lens
from game_server.views.measures import desk_lessons, desk_measures
from game_server.views.observer import note_lines
from game_server.views.parts import (
    debrief_part,
    glossary,
    indicator_parts,
    letter_words,
    picture_lines,
    role_names,
    room_part,
    seat_lines,
    shared_by,
    speaks_for,
    term_parts,
    told_because,
)
from game_server.views.pressure import chosen, desk_ladder, edited_words, lights_part
from game_server.views.prompts import prompts
from game_server.views.run_sheet import auto_release, next_step, run_sheet
from game_server.views.sittings import forked, sharing

LEAST_SURE_FIRST = ("unknown", "no", "partly", "yes")


def desk_view(lens: Lens) -> shapes_desk.DeskView:
    room = lens.room
    hall = is_hall(room)
    view = shapes_desk.DeskView(
        room=room_part(lens),
        roles=role_names(lens.book),
        teams={} if hall else {team.id: _team(lens, team) for team in room.teams.values()},
        letters={inject: _letter(lens, inject) for inject in (*lens.catalogue.injects, *room.composed)},
        scripts={decision: _script(lens.book, decision) for decision in lens.catalogue.decisions},
        run_sheet=run_sheet(lens),
        next=next_step(lens),
        auto=auto_release(lens),
        ballots={} if hall else _ballots(lens, room.teams.values()),
        practice={} if hall else _practice(room, room.teams.values()),
        prompts=prompts(lens),
        glossary=glossary(lens.book),
        notes=note_lines(room, list(room.notes.values())),
        devices=_devices(room),
        claims=_claims(room),
        admission=room.admission,
        knocks=_knocks(room),
        showing=room.showing,
        chosen=chosen(room),
        sharing=sharing(room),
        resolutions=sum(bool(seat.resolution) for seat in room.seats.values()),
        measures=desk_measures(room),
        lessons=desk_lessons(room),
        debrief=debrief_part(lens),
    )
    _add_what_there_is(view, lens)
    return view


def _add_what_there_is(view: shapes_desk.DeskView, lens: Lens) -> None:
    room = lens.room
    if is_hall(room):
        view["hall"] = hall_part(lens)
    source = forked(room)
    if source is not None:
        view["forked"] = source
    if room.status == "debrief":
        view["conversation"] = conversation(_sight(lens))
    if room.foreword:
        view["foreword"] = room.foreword
    if room.when is not None:
        view["when"] = room.when
    if room.rehearsal:
        view["pace"] = shapes_desk.Pace(speed=room.clock.speed, led=room.led)
    if room.step is not None and can_undo(room, lens.catalogue):
        view["undo"] = shapes_desk.Undo(
            of=room.step.cmd, by=room.step.by.partition(":")[2], until=room.step.at + UNDO_MS
        )
    if room.deed is not None:
        view["deed"] = shapes_desk.Deed(
            by=room.deed.by.partition(":")[2], what=room.deed.what, version=room.deed.version
        )


def _sight(lens: Lens) -> Sight:
    """In a hall no team by itself."""
    teams = [] if is_hall(lens.room) else list(lens.room.teams.values())
    return Sight(
        lens,
        {team.id: told_because(lens, team, lambda _kind, _thing: True) for team in teams},
        lambda decision: any(run_of(team, decision.id).state in REVEALED for team in lens.room.teams.values()),
        lambda decision: any(run_of(team, decision.id).state == "effective" for team in lens.room.teams.values()),
        everything=True,
    )


# ---------------------------------------------------------------- a team


def rows_view(lens: Lens, team: Team) -> shapes_desk.DeskRows:
    """One team in full, for a desk that opened it."""
    return shapes_desk.DeskRows(
        team=team.id, rows=_team(lens, team), ballots=_ballots(lens, [team]), practice=_practice(lens.room, [team])
    )


def _team(lens: Lens, team: Team) -> shapes_desk.DeskTeam:
    room, catalogue = lens.room, lens.catalogue
    part = shapes_desk.DeskTeam(
        order=team.order,
        name=team.name,
        seats=seat_lines(room, team.id),
        free={role: free(room, team.id, role, catalogue) for role in catalogue.scenario.roles},
        news=_news(lens, team),
        picture=picture_lines(room, team),
        decisions={decision: decision_part(lens, team, decision, None) for decision in catalogue.decisions},
        indicators=indicator_parts(lens, team, told_because(lens, team, lambda _kind, _thing: True)),
        clocks=term_parts(lens, team, None),
        joint=team.joint,
        handed={seat.id: seat.handed for seat in seats_of(room, team.id) if seat.handed is not None},
        spared={seat.id: True for seat in seats_of(room, team.id) if seat.spared},
    )
    if room.ladder:
        part["ladder"] = desk_ladder(lens, team)
    lights = lights_part(room, team)
    if lights is not None:
        part["lights"] = lights
    speaks = speaks_for(room, team)
    if speaks is not None:
        part["spokesperson"] = speaks.id
    return part


def _news(lens: Lens, team: Team) -> dict[str, shapes_desk.DeskNews]:
    seats = seats_of(lens.room, team.id)
    composed = [inject for inject in lens.room.composed if inject in team.news]
    return {
        inject: _desk_news(lens, team, inject, order, seats)
        for order, inject in enumerate((*lens.catalogue.injects, *composed))
    }


def _desk_news(lens: Lens, team: Team, inject: str, order: int, seats: list[Seat]) -> shapes_desk.DeskNews:
    news = team.news.get(inject, News())
    opened = {seat.id: seat.read[inject] for seat in seats if inject in seat.read}
    may_come = inject in lens.room.composed or possible(lens.room, team, lens.catalogue.inject(inject)[1], lens.room.at)
    line = shapes_desk.DeskNews(order=order, state=news.state, possible=may_come, opened=opened)
    if news.state == "released":
        line["at"], line["got"] = news.at, list(news.roles)
    if news.edited is not None:
        line["edited"] = edited_words(news.edited)
    if news.stand_in is not None:
        line["stand_in"] = news.stand_in
    if news.shared is not None:
        line["shared"] = shared_by(news.shared)
    return line


# ---------------------------------------------------------------- once for all teams


def _letter(lens: Lens, inject: str) -> shapes_desk.Letter:
    words = letter_words(lens, inject)
    letter = shapes_desk.Letter(
        channel=words["channel"], sender=words["sender"], body=words["body"], to=[], optional=False
    )
    if "subject" in words:
        letter["subject"] = words["subject"]
    if "game" in words:
        letter["game"] = words["game"]
    if "counts" in words:
        letter["counts"] = words["counts"]
    if inject in lens.room.composed:
        letter["composed"] = True
        got = [team.news[inject].roles for team in lens.room.teams.values() if inject in team.news]
        letter["to"] = list(got[0]) if got else []
    else:
        _add_plan(letter, lens, inject)
    return letter


def _add_plan(letter: shapes_desk.Letter, lens: Lens, inject: str) -> None:
    found = lens.catalogue.inject(inject)[1]
    letter["to"], letter["optional"] = list(found.to), found.optional
    if found.facilitator is not None:
        letter["facilitator"] = lens.text(found.facilitator)
    if found.lights_out is not None and lens.room.lights_out:
        letter["lights_out"] = found.lights_out
    condition = inject_condition(lens.book, found)
    if condition is not None:
        letter["condition"] = condition


@lru_cache(maxsize=1024)
def _script(book: Book, decision: str) -> shapes_desk.DecisionScript:
    found = book.decision(decision)
    script = shapes_desk.DecisionScript(
        minutes=found.minutes,
        talk=found.talk,
        talking_points=book.texts(found.talking_points),
        consequences={option.id: book.text(option.consequence) for option in found.options},
        references=[reference_line(book, reference) for reference in found.references],
    )
    if found.when is not None:
        script["condition"] = condition_words(book, found.when)
    return script


# ---------------------------------------------------------------- votes and answers


def _ballots(lens: Lens, teams: Iterable[Team]) -> dict[str, shapes_desk.Ballot]:
    return {
        f"{team.id}/{decision}": _ballot(lens, team, lens.decision(decision))
        for team in teams
        for decision in lens.catalogue.decisions
        if run_of(team, decision).rounds
    }


def _ballot(lens: Lens, team: Team, decision: Decision) -> shapes_desk.Ballot:
    run = run_of(team, decision.id)
    newest = run.rounds[-1]
    line = shapes_desk.Ballot(team=team.id, decision=decision.id, round=len(run.rounds), votes={}, missing=[])
    line["votes"] = {seat: _desk_vote(vote) for seat, vote in newest.votes.items()}
    if run.state == "open":
        line["missing"] = [s.id for s in voters(lens.room, team.id, decision) if s.id not in newest.votes]
    return line


def _desk_vote(vote: Vote) -> shapes_desk.DeskVote:
    line = shapes_desk.DeskVote(role=vote.role, option=vote.option, at=vote.at)
    if vote.confidence is not None:
        line["confidence"] = vote.confidence
    if vote.reason is not None:
        line["reason"] = vote.reason
    if vote.paper:
        line["paper"] = True
    return line


def _practice(room: Room, teams: Iterable[Team]) -> dict[str, shapes_desk.PracticeSpread]:
    spreads: dict[str, shapes_desk.PracticeSpread] = {}
    for team in teams:
        seats = seats_of(room, team.id)
        for decision in sorted({decision for seat in seats for decision in seat.practice}):
            spreads[f"{team.id}/{decision}"] = _spread(team.id, decision, seats)
    return spreads


def _spread(team: str, decision: str, seats: list[Seat]) -> shapes_desk.PracticeSpread:
    answers: dict[str, str] = {}
    given = [(seat.role, seat.practice[decision]) for seat in seats if decision in seat.practice]
    for role, answer in given:
        if role not in answers or LEAST_SURE_FIRST.index(answer) < LEAST_SURE_FIRST.index(answers[role]):
            answers[role] = answer
    counts = dict(Counter(answer for _, answer in given))
    return shapes_desk.PracticeSpread(team=team, decision=decision, answers=answers, of=len(seats), counts=counts)


# ---------------------------------------------------------------- devices and claims


def _devices(room: Room) -> dict[str, shapes_desk.DeviceLine]:
    lines: dict[str, shapes_desk.DeviceLine] = {}
    for device in room.devices.values():
        if device.ended or device.bot:
            continue
        lines[device.id] = shapes_desk.DeviceLine(order=device.order, kind=device.kind, number=device.number)
        if device.name is not None:
            lines[device.id]["name"] = device.name
        if device.team is not None:
            lines[device.id]["team"] = device.team
    return lines


def _claims(room: Room) -> dict[str, shapes_desk.ClaimLine]:
    return {
        claim.id: shapes_desk.ClaimLine(
            team=claim.team,
            role=claim.role,
            name=claim.name,
            seats=[seat.id for seat in seats_of(room, claim.team, claim.role)],
        )
        for claim in room.claims.values()
        if claim.open
    }


def _knocks(room: Room) -> dict[str, shapes_desk.KnockLine]:
    return {knock.id: _knock(knock) for knock in room.knocks.values() if knock.open}


def _knock(knock: Knock) -> shapes_desk.KnockLine:
    line = shapes_desk.KnockLine(order=knock.order, name=knock.name)
    if knock.team is not None:
        line["team"] = knock.team
    if knock.role is not None:
        line["role"] = knock.role
    return line
