"""Who knew what, when, as a talk needs it: a team's matrix, and what one chair itself had."""

from __future__ import annotations

from game_server.room.clocks import session_of
from game_server.room.state import Team
from game_server.story.knowledge import Row, knowledge
from game_server.views.lens import Lens
from game_server.views.past import game_at
from game_server.views.shapes_conversation import Matrix, MatrixRow, OwnRow, SharedNews, Sign

MINE = ("shared", "opened", "sent")
"""The signs of news that was the chair's own, not only heard at the table."""


def matrix(lens: Lens, team: Team) -> Matrix:
    known = knowledge(lens.room, team, lens.catalogue)
    return Matrix(
        roles=list(known.roles),
        rows=[_row(lens, team, row, known.roles) for row in known.rows],
        shared=len(known.rows) - known.never_shared,
    )


def own_rows(whole: Matrix, role: str) -> list[OwnRow]:
    """Of this chair: what it was sent, whether anybody opened it or not."""
    return [_own(row, role) for row in whole["rows"] if row["signs"].get(role) in MINE]


def _row(lens: Lens, team: Team, row: Row, roles: tuple[str, ...]) -> MatrixRow:
    at = session_of(lens.room, row.released)
    part = MatrixRow(
        at=at,
        title=lens.inject_called(row.inject, team),
        signs={role: sign_of(row, role) for role in roles},
        used=[lens.text(lens.decision(decision).title) for decision in row.used],
    )
    game = game_at(lens.room, at)
    if game is not None:
        part["game"] = game
    if row.shared_at is not None and row.shared_by is not None:
        after = max(0, session_of(lens.room, row.shared_at) - at)
        part["shared"] = SharedNews(by=row.shared_by, after=after, stand_in=row.by_stand_in)
    return part


def _own(row: MatrixRow, role: str) -> OwnRow:
    part = OwnRow(at=row["at"], title=row["title"], sign=row["signs"][role], used=row["used"])
    if "game" in row:
        part["game"] = row["game"]
    if "shared" in row:
        part["shared"] = row["shared"]
    return part


def sign_of(row: Row, role: str) -> Sign:
    """The most that happened to one message in one chair."""
    cell = row.cells[role]
    if row.shared_by == role:
        return "shared"
    if cell.mark == "never":
        return "stand_in" if cell.stand_in else "none"
    if not cell.sent:
        return "heard"
    return "opened" if cell.mark == "opened" else "sent"
