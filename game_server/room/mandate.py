"""Who may vote, and whose word counts: `design.md` §5.4 as functions of the room."""

from __future__ import annotations

from collections import Counter

from game_server.room.state import Room, Round, Seat, Team
from game_server.scenario.model import Decision


def seats_of(room: Room, team: str, role: str | None = None) -> list[Seat]:
    """The chairs taken now in a team (of one role), in the order in which they were taken."""
    found = room.teams.get(team)
    return [s for s in found.seats.values() if role is None or s.role == role] if found is not None else []


def taken_roles(room: Room, team: str) -> set[str]:
    """The roles of a team with at least one chair taken."""
    return {seat.role for seat in seats_of(room, team)}


def votes(decision: Decision, role: str) -> bool:
    """Whether this role votes in this decision."""
    return not decision.votes or role in decision.votes


def voters(room: Room, team: str, decision: Decision) -> list[Seat]:
    """Everyone seated who may vote, connected or not, with a device or not. A stand-in never votes."""
    return [seat for seat in seats_of(room, team) if votes(decision, seat.role)]


def first_present(room: Room, team: str, row: tuple[str, ...]) -> str | None:
    """The first role of `row` that has a chair taken by someone who is not away."""
    for role in row:
        if any(not seat.away for seat in seats_of(room, team, role)):
            return role
    return None


def tally(ballot: Round | None) -> Counter[str]:
    """Votes by option."""
    return Counter(vote.option for vote in ballot.votes.values()) if ballot else Counter()


def winner(ballot: Round | None) -> str | None:
    """The option with strictly the most votes; None for a tie or an empty ballot."""
    top = tally(ballot).most_common(2)
    return top[0][0] if top and (len(top) == 1 or top[0][1] > top[1][1]) else None


def unanimous(ballot: Round | None) -> str | None:
    """The one option that every vote went to; None otherwise."""
    counts = tally(ballot)
    return next(iter(counts)) if len(counts) == 1 else None


def mandated(room: Room, team: str, decision: Decision) -> str | None:
    """The role whose word settles this decision now.

    None: nobody of the row is at the table, so the facilitator; or the votes themselves settle it.
    """
    settles = decision.settles
    if settles.by == "role":
        return first_present(room, team, (settles.role or "", *settles.deputies))
    if settles.by == "majority" and settles.tie:
        run = room.teams[team].decisions.get(decision.id)
        tied = run is None or winner(run.ballot) is None
        return first_present(room, team, (settles.tie,)) if tied else None
    return None


def report_role(room: Room, team: Team, decisions: tuple[Decision, ...]) -> str | None:
    """The role that may agree to a joint report, whatever the votes were.

    That is the mandate of the first main decision that a role settles; without one the first role that settles a tie.
    None when there is neither, or nobody of the row is at the table.
    """
    main = [decision.settles for decision in decisions if decision.kind == "main"]
    rows = [(settles.role, *settles.deputies) for settles in main if settles.by == "role" and settles.role]
    rows += [(settles.tie,) for settles in main if settles.by == "majority" and settles.tie]
    return first_present(room, team.id, rows[0]) if rows else None
