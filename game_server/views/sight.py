"""Who may see which news: the one place that answers it, for roles, teams and the room."""

from __future__ import annotations

from game_server.room.news import sees
from game_server.room.state import News, Room, Team
from game_server.scenario.catalogue import Catalogue


def is_common(news: News) -> bool:
    """Everyone in the team has it: it went to everyone, or it was shared."""
    to_everyone = not news.roles and news.stand_in is None
    return news.state == "released" and (to_everyone or news.shared is not None)


def is_seen_by_role(team: Team, inject: str, role: str, catalogue: Catalogue) -> bool:
    """Common news, news that this role got, and for a late-comer all that the role was sent.

    What a stand-in holds is seen by nobody of the team until it is shared, except when a person takes that chair.
    """
    return sees(team.news.get(inject), role, inject, catalogue)


def common_news(team: Team) -> list[str]:
    """Ids of the news that everyone in the team has, in the order of release."""
    return in_order_of_release(team, [inject for inject, news in team.news.items() if is_common(news)])


def role_news(team: Team, role: str, catalogue: Catalogue) -> list[str]:
    """Ids of the news that this role of the team has, in the order of release."""
    seen = [inject for inject, news in team.news.items() if sees(news, role, inject, catalogue)]
    return in_order_of_release(team, seen)


def room_news(room: Room) -> list[str]:
    """Ids of the news that every team may see, in the order in which it first came."""
    seen = [set(common_news(team)) for team in room.teams.values()]
    if not seen:
        return []
    same = (inject for inject in set.intersection(*seen) if _is_the_same(room, inject))
    return sorted(same, key=lambda inject: first_release(room, inject))


def _is_the_same(room: Room, inject: str) -> bool:
    """Other words for one team are that team's own."""
    return len({team.news[inject].edited for team in room.teams.values()}) == 1


def first_release(room: Room, inject: str) -> int:
    """Version at which the first team got it."""
    return min(team.news[inject].order for team in room.teams.values() if inject in team.news)


def in_order_of_release(team: Team, injects: list[str]) -> list[str]:
    return sorted(injects, key=lambda inject: team.news[inject].order)
