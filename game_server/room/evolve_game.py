"""What facts about the game make of a room."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from game_server.room.clocks import game_minute
from game_server.room.envelope import Event
from game_server.room.events import (
    ClockLapsed,
    ClockStarted,
    ClockStopped,
    DeadlineReached,
    DecisionExtended,
    DecisionMoved,
    DecisionOpened,
    DecisionSettled,
    IndicatorMoved,
    InjectCancelled,
    InjectComposed,
    InjectHeld,
    InjectRead,
    InjectRecalled,
    InjectReleased,
    InjectShared,
    InjectSkipped,
    InjectUnlocked,
    MarksReleased,
    MeasureAnswered,
    PictureAdded,
    PictureChanged,
    PictureStruck,
    PracticeAnswered,
    PracticeReleased,
    ReflectionWritten,
    ReportShared,
    StatementMarked,
    TermOpened,
    VoteCast,
)
from game_server.room.evolve_lessons import measured
from game_server.room.state import (
    Composed,
    DecisionRun,
    Mark,
    Move,
    News,
    PictureItem,
    Room,
    Round,
    Settled,
    Step,
    Team,
    Term,
    Vote,
)

NewsFact: TypeAlias = (
    InjectReleased | InjectHeld | InjectSkipped | InjectRecalled | InjectShared | InjectUnlocked | InjectCancelled
)
PictureFact: TypeAlias = PictureAdded | PictureChanged | PictureStruck
BallotFact: TypeAlias = DecisionMoved | DecisionOpened | DecisionExtended | DeadlineReached | VoteCast | DecisionSettled
StatementFact: TypeAlias = StatementMarked | MarksReleased
EffectFact: TypeAlias = IndicatorMoved | ClockStarted | ClockStopped | ClockLapsed
AnswerFact: TypeAlias = (
    MeasureAnswered
    | ReflectionWritten
    | PracticeAnswered
    | PracticeReleased
    | TermOpened
    | ReportShared
    | InjectRead
    | InjectComposed
)
GameFact: TypeAlias = NewsFact | PictureFact | BallotFact | StatementFact | EffectFact | AnswerFact
_NEWS = (
    InjectReleased,
    InjectHeld,
    InjectSkipped,
    InjectRecalled,
    InjectShared,
    InjectUnlocked,
    InjectCancelled,
)
_PICTURE = (PictureAdded, PictureChanged, PictureStruck)
_BALLOT = (DecisionMoved, DecisionOpened, DecisionExtended, DeadlineReached, VoteCast, DecisionSettled)
_STATEMENT = (StatementMarked, MarksReleased)
_EFFECT = (IndicatorMoved, ClockStarted, ClockStopped, ClockLapsed)
_ANSWER = (
    MeasureAnswered,
    ReflectionWritten,
    PracticeAnswered,
    PracticeReleased,
    TermOpened,
    ReportShared,
    InjectRead,
    InjectComposed,
)
FACTS = (*_NEWS, *_PICTURE, *_BALLOT, *_STATEMENT, *_EFFECT, *_ANSWER)


def evolve(room: Room, fact: GameFact, event: Event) -> None:
    """Applies one fact of the game."""
    if isinstance(fact, _NEWS):
        _news(room, room.teams[fact.team], fact, event)
    elif isinstance(fact, _PICTURE):
        _picture(room.teams[fact.team], fact, event)
    elif isinstance(fact, _BALLOT):
        _ballot(room, room.teams[fact.team], fact, event)
    elif isinstance(fact, _STATEMENT):
        _statement(room.teams[fact.team], fact)
    elif isinstance(fact, _EFFECT):
        _effect(room, room.teams[fact.team], fact, event)
    else:
        _answer(room, fact, event)


def remember(room: Room, event: Event, done: tuple[str, str, str, str]) -> None:
    """Keeps a desk's last step, so that it can be taken back."""
    if not event.by.startswith("desk:") or event.cmd is None:
        return
    if room.step is None or (room.step.by, room.step.cmd) != (event.by, event.cmd):
        room.step = Step(event.by, event.cmd, event.at)
    room.step.done.append(done)


def _news(room: Room, team: Team, fact: NewsFact, event: Event) -> None:
    news = team.news.setdefault(fact.inject, News())
    before = news.state
    match fact:
        case InjectReleased():
            news.state, news.order, news.at = "released", event.version, event.at
            news.roles, news.stand_in = fact.roles, fact.stand_in
        case InjectHeld():
            news.state = "held"
        case InjectSkipped():
            news.state = "skipped"
        case InjectRecalled():
            team.news[fact.inject] = News(unlocked=news.unlocked, cancelled=news.cancelled, edited=news.edited)
            news = team.news[fact.inject]
            room.step = None
        case InjectShared():
            news.shared = (event.at, fact.role, fact.seat)
        case InjectUnlocked():
            news.unlocked = True
        case InjectCancelled():
            news.cancelled = True
        case _:
            assert_never(fact)
    if news.state != before or isinstance(fact, InjectRecalled):
        news.moved_by = (event.by, fact.type)
    if isinstance(fact, (InjectReleased, InjectHeld, InjectSkipped)):
        remember(room, event, ("inject", team.id, fact.inject, before))


def _picture(team: Team, fact: PictureFact, event: Event) -> None:
    match fact:
        case PictureAdded():
            team.picture[fact.item] = PictureItem(
                fact.item,
                event.version,
                fact.kind,
                fact.text,
                fact.seat,
                fact.source,
                inject=fact.inject,
                role=fact.role,
            )
        case PictureChanged():
            item = team.picture[fact.item]
            item.kind, item.text, item.source = fact.kind, fact.text, fact.source
        case PictureStruck():
            team.picture[fact.item].struck = True
        case _:
            assert_never(fact)


def _ballot(room: Room, team: Team, fact: BallotFact, event: Event) -> None:
    run = team.decisions.setdefault(fact.decision, DecisionRun(order=event.version))
    before = run.state
    match fact:
        case DecisionMoved():
            _moved(run, fact, event)
        case DecisionOpened():
            run.state, run.settled = "open", None
            opened = Round(opened_at=event.at, reason=fact.reason, due=fact.due, hard=fact.hard)
            run.rounds.append(opened)
        case DecisionExtended():
            run.rounds[-1].due, run.rounds[-1].deadline_reached = fact.due, False
        case DeadlineReached():
            run.rounds[-1].deadline_reached = True
        case VoteCast():
            role = room.seats[fact.seat].role
            run.rounds[-1].votes[fact.seat] = Vote(
                fact.seat, role, fact.option, event.at, fact.confidence, fact.reason, fact.paper
            )
        case DecisionSettled():
            run.state, run.settled = "settled", _settled(run.settled, fact, event)
        case _:
            assert_never(fact)
    if run.state != before:
        _talk(room, run, event)
        step = isinstance(fact, DecisionMoved) and not fact.back
        run.moved_by = (event.by, f"decision_{run.state}" if step else fact.type)
    _remember_step(room, team, fact, event, before)


def _talk(room: Room, run: DecisionRun, event: Event) -> None:
    """The talk goes from the reveal until the decision is in any other state."""
    now = room.clock.at(event.at)
    if run.talks_since is not None:
        run.talk, run.talks_since = run.talk + now - run.talks_since, None
    if run.state == "revealed":
        run.talks_since = now


def _settled(before: Settled | None, fact: DecisionSettled, event: Event) -> Settled:
    """What was thought of a statement stays with it when only something else of the choice is replaced."""
    f = fact
    settled = Settled(f.way, event.at, f.option, f.role, f.seat, f.reason, f.owner, f.statement, f.to)
    if before is not None and (before.statement, before.role) == (f.statement, f.role):
        settled.marks, settled.marks_released = before.marks, before.marks_released
    return settled


def _statement(team: Team, fact: StatementFact) -> None:
    settled = team.decisions[fact.decision].settled
    if settled is None:
        return
    match fact:
        case StatementMarked():
            settled.marks[fact.seat] = Mark(fact.clear, fact.credible, fact.missing)
            if not (fact.clear or fact.credible or fact.missing):
                del settled.marks[fact.seat]
        case MarksReleased():
            settled.marks_released = True
        case _:
            assert_never(fact)


def _remember_step(room: Room, team: Team, fact: BallotFact, event: Event, before: str) -> None:
    if isinstance(fact, DecisionMoved) and fact.back:
        room.step = None
    elif (isinstance(fact, DecisionOpened) and fact.round == 1) or (
        isinstance(fact, DecisionMoved) and fact.state in ("picture", "closed", "skipped")
    ):
        remember(room, event, ("decision", team.id, fact.decision, before))
    elif isinstance(fact, DecisionMoved | DecisionOpened | DecisionSettled) and event.by.startswith("desk:"):
        room.step = None


def _moved(run: DecisionRun, fact: DecisionMoved, event: Event) -> None:
    if fact.back and run.state == "open":
        run.rounds.pop()
    if fact.back and fact.state == "open":
        run.rounds[-1].closed_at = run.rounds[-1].of = None
    run.state = fact.state
    if fact.state == "closed" and not fact.back:
        run.rounds[-1].closed_at, run.rounds[-1].of = event.at, fact.of
    if fact.state == "revealed":
        run.rounds[-1].revealed = True
    if fact.state == "effective":
        run.effective_at = event.at


def _effect(room: Room, team: Team, fact: EffectFact, event: Event) -> None:
    match fact:
        case IndicatorMoved():
            team.indicators[fact.indicator] = fact.value
            moves = team.moves.setdefault(fact.indicator, {})
            moves[event.version] = Move(fact.points, fact.because, event.at)
        case ClockStarted():
            team.terms[fact.clock] = Term(fact.began, fact.due)
        case ClockStopped():
            team.terms[fact.clock].state = "stopped"
        case ClockLapsed():
            team.terms[fact.clock].state = "lapsed"
            team.lapsed.add(fact.clock)
            remember(room, event, ("term", team.id, fact.clock, "running"))
        case _:
            assert_never(fact)


def _answer(room: Room, fact: AnswerFact, event: Event) -> None:
    match fact:
        case MeasureAnswered():
            measured(room, fact.seat, fact.team).answers[f"{fact.moment}:{fact.statement}"] = fact.value
        case ReflectionWritten():
            room.seats[fact.seat].reflections[fact.question] = fact.text
        case PracticeAnswered():
            room.seats[fact.seat].practice[fact.decision] = fact.value
        case PracticeReleased():
            room.teams[fact.team].practice_released[fact.decision] = fact.answers
        case TermOpened():
            room.seats[fact.seat].terms.add(fact.term)
        case ReportShared():
            room.teams[fact.team].joint = True
        case InjectRead():
            seat = room.seats[fact.seat]
            seat.read[fact.inject] = event.at
            if room.status != "debrief":
                room.chairs.open(seat.team, seat.role, fact.inject, event.at)
        case InjectComposed():
            room.composed[fact.inject] = Composed(
                fact.inject, fact.channel, fact.sender, fact.body, fact.subject, game_minute(room, event.at)
            )
        case _:
            assert_never(fact)
