"""The page for who reads one page, and the improvement plan that follows from it."""

from __future__ import annotations

from collections.abc import Iterable

from game_server.debrief import shape
from game_server.debrief.names import Names
from game_server.debrief.shape_hall import Hall, HallPractice
from game_server.debrief.shape_summary import Choice, Chosen, Gap, HomeLine, PlanFrom, PlanRow, Summary

HOME = 5
"""So many resolutions at most stand on the one page."""
GAPS = 4
"""So many gaps at most stand in the plan of one team."""


def summary(teams: list[shape.TeamPart], hall: list[Hall], lessons: list[str], names: Names) -> Summary:
    """What was chosen and what it cost, three lessons, the resolutions and the widest gap."""
    several = len(teams) > 1
    home = [one for team in teams for one in team["resolutions"]]
    resolved = sum(team["resolution_count"] for team in teams) if teams else _resolved(names)
    lines: list[HomeLine] = [{"who": one["who"], "text": one["text"]} for one in home[:HOME]]
    return {
        "chosen": _hall_chosen(hall[0], names) if hall else _chosen(teams, several, names),
        "lessons": lessons[:3],
        "on_the_table": [
            f"{team['name']}: {team['matrix']['line']}" if several else team["matrix"]["line"]
            for team in teams
            if team["matrix"]["line"]
        ],
        "home": lines,
        "home_count": names.say("home_count", n=resolved) if resolved != 1 else names.say("home_one"),
        "gaps": _hall_gaps(hall[0], names) if hall else _gaps(teams, several),
    }


def _resolved(names: Names) -> int:
    return sum(1 for seat in names.room.seats.values() if seat.resolution and not seat.erased)


def _chosen(teams: list[shape.TeamPart], several: bool, names: Names) -> list[Chosen]:
    """Every decision that a team was asked, in the order of the scenario."""
    found: list[Chosen] = []
    for decision in names.catalogue.decisions:
        title = names.decision(decision)
        pages = [(team, page) for team in teams for page in team["decisions"] if page["title"] == title]
        choices: list[Choice] = [
            {"team": team["name"] if several else "", "choice": page["choice"], "moves": page["moves"]}
            for team, page in pages
        ]
        if choices:
            found.append({"title": title, "main": pages[0][1]["kind"] == "main", "choices": choices, "spread": ""})
    return found


def _hall_chosen(hall: Hall, names: Names) -> list[Chosen]:
    found: list[Chosen] = []
    for decision in hall["decisions"]:
        spread = " · ".join(
            names.say("tables_chose", n=one["tables"], option=one["label"])
            for one in sorted(decision["options"], key=lambda one: -one["tables"])
            if one["tables"]
        )
        if spread:
            found.append({"title": decision["title"], "main": decision["main"], "choices": [], "spread": spread})
    return found


def _gaps(teams: list[shape.TeamPart], several: bool) -> list[Gap]:
    return [
        {
            "team": team["name"] if several else "",
            "text": team["practice"]["widest"],
            "who": team["practice"]["widest_who"],
        }
        for team in teams
        if team["practice"]["widest"]
    ]


def _hall_gaps(hall: Hall, names: Names) -> list[Gap]:
    widest = max(hall["practice"], key=_apart, default=None)
    if widest is None or not _apart(widest):
        return []
    return [{"team": "", "text": widest["text"], "who": names.say("gap_count", yes=widest["yes"], no=widest["no"])}]


def _apart(row: HallPractice) -> int:
    return min(row["yes"], row["no"])


# ---------------------------------------------------------------- the improvement plan


def plan(teams: list[shape.TeamPart], hall: list[Hall], changes: list[str], names: Names) -> list[PlanRow]:
    """What to do about it, as issue, action, owner and date; what nobody said is left open for the organisation."""
    rows = [*_from_lessons(changes, names)]
    for team in teams:
        rows += [*_from_practice(team, names), *_from_news(team, names), *_from_resolutions(team, names)]
    for one in hall:
        rows += _from_hall(one, names)
    return rows


def _row(from_: PlanFrom, basis: str, issue: str, action: str = "", owner: str = "", by: str = "") -> PlanRow:
    return {"from_": from_, "basis": basis, "issue": issue, "action": action, "owner": owner, "by": by}


def _from_lessons(changes: list[str], names: Names) -> Iterable[PlanRow]:
    return (_row("lesson", names.say("plan_lesson"), change) for change in changes)


def _from_practice(team: shape.TeamPart, names: Names) -> Iterable[PlanRow]:
    wide = sorted((row for row in team["practice"]["rows"] if row["wide"]), key=lambda row: -row["gap"])
    return (_row("practice", names.say("plan_practice"), row["text"]) for row in wide[:GAPS])


def _from_news(team: shape.TeamPart, names: Names) -> Iterable[PlanRow]:
    known = team["matrix"]
    if known["all"] > known["shared"]:
        yield _row("news", names.say("plan_news"), known["headline"])


def _from_resolutions(team: shape.TeamPart, names: Names) -> Iterable[PlanRow]:
    for one in team["resolutions"]:
        action = one["first_step"] or one["text"]
        yield _row("resolution", names.say("plan_resolution"), one["text"], action, one["who"], one["by"])


def _from_hall(hall: Hall, names: Names) -> Iterable[PlanRow]:
    apart = sorted((row for row in hall["practice"] if _apart(row)), key=lambda row: -_apart(row))
    return (_row("practice", names.say("plan_practice"), row["text"]) for row in apart[:GAPS])
