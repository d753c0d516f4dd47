"""The plan of the session, and the one next step that the desk's primary button takes."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from game_server.room.auto import planned
from game_server.room.conditions import holds
from game_server.room.mandate import mandated
from game_server.room.news import possible
from game_server.room.state import News, Team
from game_server.scenario.catalogue import Step
from game_server.scenario.model import Decision, Phase
from game_server.views import shapes_desk
from game_server.views.conditions import condition_words, inject_condition
from game_server.views.decisions import cast_of, electorate, run_of
from game_server.views.lens import Book, Lens, title_of
from game_server.views.words import Key, say

NextStep = shapes_desk.NextStep


# ---------------------------------------------------------------- the plan


def run_sheet(lens: Lens) -> dict[str, shapes_desk.SheetPhase]:
    order = lens.catalogue.phase_order
    here = order.index(lens.room.phase.id) if lens.room.phase is not None else -1
    teams = lens.room.teams.values()
    edited = {inject for team in teams for inject, news in team.news.items() if news.edited is not None}
    titles = {inject: lens.title_in(inject, teams) for inject in edited}
    return {phase: _phase(lens, place, phase, here, titles) for place, phase in enumerate(order)}


def _phase(lens: Lens, place: int, phase: str, here: int, titles: dict[str, str]) -> shapes_desk.SheetPhase:
    found = lens.catalogue.phase(phase)
    over = place < here or lens.room.status == "closed"
    sheet = shapes_desk.SheetPhase(
        order=place,
        kind=found.kind,
        title=lens.text(found.title),
        goal=lens.text(found.goal),
        say=lens.book.texts(found.say),
        minutes=found.minutes,
        state="done" if over else "now" if place == here else "later",
        took=_took(lens, phase),
        talk=0,
        steps={key: _titled(step, titles) for key, step in _steps(lens.book, phase).items()},
    )
    _add_talk(sheet, lens, found)
    began = [run.session for run in lens.room.phases if run.id == phase]
    if began:
        sheet["began"] = began[-1]
    return sheet


def _took(lens: Lens, phase: str) -> int:
    """Session ms of the stretches of this phase that are over."""
    runs = lens.room.phases
    return sum(after.session - run.session for run, after in pairwise(runs) if run.id == phase)


def _add_talk(sheet: shapes_desk.SheetPhase, lens: Lens, phase: Phase) -> None:
    """Teams talk at the same time: of each decision the longest talk counts."""
    for decision in phase.decisions:
        if decision.kind == "main":
            runs = [run_of(team, decision.id) for team in lens.room.teams.values()]
            sheet["talk"] += max(run.talk for run in runs)
            since = [run.talks_since for run in runs if run.talks_since is not None]
            if since:
                sheet["talks_since"] = min(since)


def auto_release(lens: Lens) -> shapes_desk.AutoRelease:
    auto = lens.room.auto
    part = shapes_desk.AutoRelease(on=auto.on, missed=auto.missed)
    soonest = min(((due, inject) for due, _, inject in planned(lens.room, lens.catalogue)), default=None)
    if soonest is not None:
        part["due"], part["next"] = soonest
    return part


def _titled(step: shapes_desk.SheetStep, titles: dict[str, str]) -> shapes_desk.SheetStep:
    title = titles.get(step["thing"]) if step["kind"] == "inject" else None
    return step if title is None else {**step, "title": title}


@lru_cache(maxsize=512)
def _steps(book: Book, phase: str) -> dict[str, shapes_desk.SheetStep]:
    steps = book.catalogue.run_sheet(phase)
    return {f"{step.kind}:{step.id}": _sheet_step(book, order, step) for order, step in enumerate(steps)}


def _sheet_step(book: Book, order: int, step: Step) -> shapes_desk.SheetStep:
    if step.kind == "inject":
        inject = book.catalogue.inject(step.id)[1]
        optional, minutes, condition = inject.optional, 0.0, inject_condition(book, inject)
    else:
        decision = book.decision(step.id)
        optional, minutes = decision.optional, decision.minutes
        condition = condition_words(book, decision.when) if decision.when is not None else None
    line = shapes_desk.SheetStep(
        order=order,
        kind=step.kind,
        thing=step.id,
        at=step.at,
        minutes=minutes,
        title=_title(book, step),
        optional=optional,
    )
    if condition is not None:
        line["condition"] = condition
    return line


def _title(book: Book, step: Step) -> str:
    return title_of(book, step.id) if step.kind == "inject" else book.text(book.decision(step.id).title)


# ---------------------------------------------------------------- the next step


def next_step(lens: Lens) -> NextStep:
    """What comes next by the plan; nobody has to take it. A held inject waits for its own button."""
    room, language = lens.room, lens.language
    match room.status:
        case "prepared":
            return NextStep(action="door.open", title=say("next_door", language), command={"type": "door.open"})
        case "lobby":
            return NextStep(action="room.start", title=say("next_start", language), command={"type": "room.start"})
        case "paused":
            return NextStep(action="none", title=say("next_paused", language), command={})
        case "running" if room.phase is not None:
            return _in_phase(lens, lens.catalogue.phase(room.phase.id))
        case "debrief":
            return _in_debrief(lens)
        case _:
            return NextStep(action="none", title=say("next_done", language), command={})


def _in_phase(lens: Lens, phase: Phase) -> NextStep:
    for step in lens.catalogue.run_sheet(phase.id):
        found = _inject_step(lens, step) if step.kind == "inject" else _decision_step(lens, step.id)
        if found is not None:
            return found
    if phase.kind in ("debrief", "close") or lens.catalogue.next_phase(phase.id) is None:
        return NextStep(
            action="room.debrief", title=say("next_debrief", lens.language), command={"type": "room.debrief"}
        )
    return _to_next_phase(lens, phase.id)


def _to_next_phase(lens: Lens, phase: str) -> NextStep:
    after = lens.catalogue.next_phase(phase)
    title = lens.text(lens.catalogue.phase(after).title) if after is not None else ""
    return NextStep(
        action="phase.next",
        title=say("next_phase", lens.language, title=title),
        command={"type": "phase.next", "from": phase},
    )


def _in_debrief(lens: Lens) -> NextStep:
    phase = lens.room.phase
    if phase is not None and lens.catalogue.next_phase(phase.id) is not None:
        return _to_next_phase(lens, phase.id)
    if not lens.room.report_released:
        return NextStep(
            action="report.release", title=say("next_report", lens.language), command={"type": "report.release"}
        )
    return NextStep(action="room.close", title=say("next_close_room", lens.language), command={"type": "room.close"})


# ---------------------------------------------------------------- in the teams


def _inject_step(lens: Lens, step: Step) -> NextStep | None:
    """The step that at least one team still needs; without `team` it is done wherever it can be."""
    inject = lens.catalogue.inject(step.id)[1]
    wanted = [
        team
        for team in lens.room.teams.values()
        if team.news.get(inject.id, News()).state == "planned" and possible(lens.room, team, inject, lens.room.at)
    ]
    if not wanted:
        return None
    return NextStep(
        action="inject.release",
        title=say("next_inject", lens.language, title=lens.title_in(inject.id, wanted)),
        command={"type": "inject.release", "inject": inject.id, "from": "planned"},
        thing=inject.id,
    )


def _decision_step(lens: Lens, decision: str) -> NextStep | None:
    """The step of the team that is least far."""
    found = lens.decision(decision)
    lives = {team.id: run_of(team, decision).state for team in lens.room.teams.values()}
    for state in ("planned", "picture", "open", "closed", "revealed", "settled"):
        teams = [team for team in lens.room.teams.values() if lives[team.id] == state]
        if state in ("planned", "picture"):
            teams = [team for team in teams if holds(found.when, lens.room, team, lens.room.at)]
        if teams:
            step = _from(lens, found, state, teams[0])
            waits = _waits(lens, found, state, teams)
            return NextStep(**step, waits=waits) if waits else step
    return None


def _waits(lens: Lens, decision: Decision, state: str, teams: list[Team]) -> dict[str, str]:
    """Of several teams those that are not ready for the next step: still voting, or with a word to speak."""
    if len(lens.room.teams) < 2 or state not in ("open", "revealed"):
        return {}
    return {team.id: words for team in teams if (words := _waits_for(lens, decision, state, team)) is not None}


def _waits_for(lens: Lens, decision: Decision, state: str, team: Team) -> str | None:
    run = run_of(team, decision.id)
    if state == "open":
        cast, of = cast_of(run), electorate(lens.room, team, decision, run)
        return say("waits_votes", lens.language, cast=cast, of=of) if cast < of else None
    role = mandated(lens.room, team.id, decision)
    return say("waits_word", lens.language, role=lens.text(lens.catalogue.role(role).short)) if role else None


def _from(lens: Lens, decision: Decision, state: str, team: Team) -> NextStep:
    match state:
        case "planned" if decision.kind == "main":
            return _move(lens, decision, state, "decision.picture", "next_picture")
        case "planned":
            return _move(lens, decision, state, "decision.open", "next_open_quick")
        case "picture":
            return _move(lens, decision, state, "decision.open", "next_open_main")
        case "open" if decision.kind == "main":
            return _move(lens, decision, state, "decision.close", "next_close")
        case "open" | "closed":
            return _move(lens, decision, state, "decision.reveal", "next_reveal")
        case "settled":
            return _move(lens, decision, state, "decision.apply", "next_apply")
        case _:
            return _mandate_speaks(lens, decision, team)


def _move(lens: Lens, decision: Decision, state: str, action: shapes_desk.Action, key: Key) -> NextStep:
    return NextStep(
        action=action,
        title=say(key, lens.language, title=lens.text(decision.title)),
        command={"type": action, "decision": decision.id, "from": state},
        thing=decision.id,
    )


def _mandate_speaks(lens: Lens, decision: Decision, team: Team) -> NextStep:
    """After the reveal: the mandated role's word, or once a new round for a table that needs consensus."""
    title = lens.text(decision.title)
    if decision.settles.by == "consensus" and len(run_of(team, decision.id).rounds) < 2:
        words = say("next_reopen", lens.language, title=title)
        return NextStep(action="decision.reopen", title=words, command={}, thing=decision.id, team=team.id)
    role = mandated(lens.room, team.id, decision)
    if role is None:
        words = say("next_settle", lens.language, title=title)
    else:
        short = lens.text(lens.catalogue.role(role).short)
        words = say("next_settle_by", lens.language, title=title, role=short)
    return NextStep(action="decision.settle", title=words, command={}, thing=decision.id, team=team.id)
