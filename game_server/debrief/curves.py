"""A report's curves: each indicator over the played time, on one scale, and the moments that moved them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from game_server.debrief import shape
from game_server.debrief.names import Names
from game_server.debrief.words import points, session_time
from game_server.room.state import Team
from game_server.story.tell import Point, Story

NARROW = 0.035
"""How far apart (of the played time) two numbers must stand to stand side by side."""

LEVELS = 4
"""How many numbers can stand below each other."""


@dataclass(frozen=True, slots=True)
class Window:
    """The played time that the curves show: session ms, from the first round to the end of the last."""

    begins: int
    ends: int

    def place(self, session: int) -> float:
        """0 to 1."""
        return max(0.0, min(1.0, (session - self.begins) / max(1, self.ends - self.begins)))


def curves(story: Story, team: Team, names: Names) -> shape.Curves:
    """Every indicator of a team."""
    window = _window(story, names)
    found = story.curves[team.id]
    levels = [point.value for line in found.values() for point in line]
    low = max(0, min(levels, default=0) // 10 * 10 - (10 if min(levels, default=0) % 10 < 3 else 0))
    high = min(100, (max(levels, default=100) // 10 + 1) * 10)
    shifts = _shifts(found, window, team, names)
    return {
        "low": low,
        "high": max(high, low + 40) if low <= 60 else 100,
        "bands": _bands(story, window, names),
        "curves": [_curve(key, line, window, team, names) for key, line in found.items()],
        "shifts": shifts,
    }


def _window(story: Story, names: Names) -> Window:
    played = [
        (span.session, after.session if after else story.session)
        for span, after in zip(story.phases, [*story.phases[1:], None], strict=False)
        if names.catalogue.phase(span.phase).decisions
    ]
    moved = [point.session for lines in story.curves.values() for line in lines.values() for point in line[1:]]
    if not played:
        return Window(0, max(1, story.session))
    return Window(played[0][0], max([played[-1][1], *moved]))


def _bands(story: Story, window: Window, names: Names) -> list[shape.Band]:
    spans = story.phases
    ends = [*(span.session for span in spans[1:]), story.session][: len(spans)]
    return [
        {
            "title": names.text(names.catalogue.phase(span.phase).title),
            "begins": window.place(span.session),
            "ends": window.place(end),
        }
        for span, end in zip(spans, ends, strict=True)
        if window.place(end) - window.place(span.session) > 0.01
    ]


def _curve(key: str, line: list[Point], window: Window, team: Team, names: Names) -> shape.Curve:
    indicator = names.catalogue.indicator(key)
    name, start, end = names.text(indicator.name), line[0].value, line[-1].value
    moves = " ".join(
        names.say("curves_alt_move", because=_because(point, team, names), points=points(point.value - before.value))
        for before, point in pairwise(line)
    )
    return {
        "name": name,
        "meaning": names.text(indicator.meaning),
        "start": start,
        "end": end,
        "change": points(end - start),
        "points": [(window.place(point.session), point.value) for point in line],
        "alt": names.say("curves_alt", name=name, start=start, end=end, moves=moves or names.say("curves_still")),
    }


def _because(point: Point, team: Team, names: Names) -> str:
    kind, _, rest = (point.because or "").partition(":")
    thing = rest.partition(":")[0]
    match kind:
        case "decision":
            return names.decision(thing)
        case "clock":
            return names.text(names.catalogue.clock(thing).name)
        case "rung":
            return names.text(names.catalogue.rung(thing).name)
        case "inject":
            return names.news(thing, team, brief=True)
        case _:
            return ""


def _shifts(found: dict[str, list[Point]], window: Window, team: Team, names: Names) -> list[shape.Shift]:
    """One for each moment and cause; numbers that would touch stand on different levels."""
    moved: dict[tuple[int, str], dict[str, int]] = {}
    for key, line in found.items():
        for before, point in pairwise(line):
            at = (point.session, point.because or "")
            change = moved.setdefault(at, {})
            change[key] = change.get(key, 0) + point.value - before.value
    out: list[shape.Shift] = []
    for number, ((session, because), change) in enumerate(sorted(moved.items()), start=1):
        place = window.place(session)
        out.append(
            {
                "number": number,
                "place": place,
                "level": _level(place, out),
                "time": session_time(session),
                "because": _because(Point(session, 0, because), team, names),
                "points": [points(change[key]) if key in change else "" for key in found],
            }
        )
    return out


def _level(place: float, before: list[shape.Shift]) -> int:
    """The highest level on which nothing stands near, else the one that was used longest ago."""
    last = dict.fromkeys(range(LEVELS), -1.0) | {one["level"]: one["place"] for one in before}
    free = [level for level in range(LEVELS) if place - last[level] >= NARROW]
    return free[0] if free else min(last, key=lambda level: last[level])
