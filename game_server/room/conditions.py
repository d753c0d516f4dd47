"""When a conditional thing happens: declarative conditions, read against one team."""

from __future__ import annotations

from game_server.room.state import Room, Team
from game_server.scenario.model import Condition


def holds(condition: Condition | None, room: Room, team: Team, now: int) -> bool:
    """Whether `condition` holds for `team` at wall time `now` (ms); no condition always holds."""
    if condition is None:
        return True
    c = condition
    return (
        _chosen(c, team)
        and _level(c, team)
        and (c.shared is None or ((news := team.news.get(c.shared)) is not None and news.shared is not None))
        and (c.elapsed is None or room.clock.at(now) >= c.elapsed * 60_000)
        and (c.lapsed is None or c.lapsed in team.lapsed)
        and (c.all is None or all(holds(part, room, team, now) for part in c.all))
        and (c.any is None or any(holds(part, room, team, now) for part in c.any))
        and (c.not_ is None or not holds(c.not_, room, team, now))
    )


def _chosen(condition: Condition, team: Team) -> bool:
    if condition.chosen is None:
        return True
    run = team.decisions.get(condition.chosen.decision)
    if run is None or run.state != "effective" or run.settled is None or run.settled.option is None:
        return False
    wanted = condition.chosen.options or (condition.chosen.option,)
    return run.settled.option in wanted


def _level(condition: Condition, team: Team) -> bool:
    level = condition.level
    if level is None:
        return True
    value = team.indicators.get(level.indicator, 0)
    return (level.at_least is None or value >= level.at_least) and (level.at_most is None or value <= level.at_most)
