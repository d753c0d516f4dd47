"""The sections of a running text that tell of single teams: decisions, who knew what, curves, what people wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from game_server.debrief import shape
from game_server.debrief.blocks import Block, Course, Heading, Items, Section, Signed, Table, Words

SYMBOLS: Mapping[shape.Sign, str] = {
    "shared": "▲",
    "opened": "●",
    "sent": "○",
    "heard": "■",
    "none": "–",
    "stand_in": "◇",
}
Say = Mapping[str, str]
Told = Callable[[shape.TeamPart, Say], Iterator[Block]]


def sections(report: shape.Report, say: Say) -> list[Section]:
    """In the order of the PDF."""
    told: list[tuple[str, str, Told]] = [
        ("decisions", "decisions", _decisions),
        ("knowledge", "matrix", _matrix),
        ("curves", "curves", _curves),
        ("bob", "bob", _bob),
        ("practice", "practice", _practice),
        ("reflections", "reflections", _reflections),
        ("resolutions", "resolutions", _resolutions),
        ("lessons", "lessons", _lessons),
    ]
    return [Section(id_, say[title], list(_each(report, say, tell))) for id_, title, tell in told]


def _each(report: shape.Report, say: Say, tell: Told) -> Iterator[Block]:
    for team in report["teams"]:
        blocks = list(tell(team, say))
        if blocks and len(report["teams"]) > 1:
            yield Heading(team["name"])
        yield from blocks


def _decisions(team: shape.TeamPart, say: Say) -> Iterator[Block]:
    for page in team["decisions"]:
        yield Heading(page["title"])
        when = " · ".join(one for one in (page["phase"], page["time"], page["game"], say[page["kind"]]) if one)
        yield Words(when)
        yield Words(page["question"], say["question"])
        yield Words(page["context"])
        yield Words(" · ".join(page["values"]), say["values"])
        yield _options(page, say)
        if page["votes"]:
            yield _votes(page, say)
        yield Words(page["turnout"])
        for one in page["earlier"]:
            counts = ", ".join(f"{option['letter']} {option['count']}" for option in one["options"])
            yield Words(f"{one['reason']} ({counts})".strip(), say["earlier"])
        yield from _settled(page, say)


def _options(page: shape.DecisionPage, say: Say) -> Table:
    rows = [
        (
            f"{one['letter']} {one['label']}",
            one["count"],
            say["chosen"] if one["chosen"] else "",
            ", ".join(one["roles"]),
        )
        for one in page["options"]
    ]
    head = [say["hall_choice"], say["votes"], say["decided"], say["by_whom"]]
    if not any(one["roles"] for one in page["options"]):
        return Table(f"{say['votes']}: {page['title']}", head[:3], [row[:3] for row in rows])
    return Table(f"{say['votes']}: {page['title']}", head, rows)


def _votes(page: shape.DecisionPage, say: Say) -> Table:
    return Table(
        f"{say['why']}: {page['title']}",
        [say["by_whom"], say["vote"], say["confidence"], say["why"]],
        [
            (
                one["who"],
                f"{one['letter']} {one['option']}{' (' + say['paper'] + ')' if one['paper'] else ''}",
                say["of_five"].format(n=one["confidence"]) if one["confidence"] else "–",
                one["reason"] or "–",
            )
            for one in page["votes"]
        ],
    )


def _settled(page: shape.DecisionPage, say: Say) -> Iterator[Block]:
    settled = page["settled"]
    yield Words(f"{settled['choice']}. {settled['by']} {page['used']}".removeprefix(". ").strip(), say["decided"])
    if settled["statement"]:
        yield Words(settled["statement"], say["statement"], quoted=True)
    if settled["reason"]:
        yield Words(settled["reason"], say["reason"])
    if settled["owner"]:
        yield Words(settled["owner"], say["owner"])
    if page["consequence"]:
        yield Words(page["consequence"], say["consequence"])
    if page["moves"]:
        yield Words(" · ".join(f"{one['name']} {one['points']}" for one in page["moves"]), say["effects"])
    if page["references"]:
        yield Items(
            [
                f"{one['kind']}. {one['text']} ({', '.join(part for part in (one['site'], one['checked']) if part)})"
                for one in page["references"]
            ]
        )


def _matrix(team: shape.TeamPart, say: Say) -> Iterator[Block]:
    known = team["matrix"]
    if not known["all"]:
        yield Words(say["no_private"])
        return
    yield Words(known["headline"])
    yield Words(say["matrix_intro"], say["matrix_question"])
    for group in known["groups"]:
        middle = known["roles"] or [say["knew_head"]]
        yield Table(
            f"{group['title']}: {group['count']}",
            [say["news"], say["story_time"], *middle, say["on_table"], say["used_head"]],
            [(row["name"], row["game"], *_cells(row, say), row["shared"], row["used"] or "–") for row in group["rows"]],
        )


def _cells(row: shape.NewsRow, say: Say) -> list[Signed | str]:
    return [Signed(SYMBOLS[sign], say[f"key_{sign}"]) for sign in row["signs"]] or [row["knew"]]


def _curves(team: shape.TeamPart, say: Say) -> Iterator[Block]:
    found = team["curves"]
    yield Words(say["curves_intro_text"].format(low=found["low"], high=found["high"]))
    yield from (Course(curve, found["low"], found["high"]) for curve in found["curves"])
    if found["shifts"]:
        yield Table(
            say["shifts"],
            [say["moment"], say["session_time"], *(curve["name"] for curve in found["curves"])],
            [(one["because"], one["time"], *(point or "–" for point in one["points"])) for one in found["shifts"]],
        )


def _bob(team: shape.TeamPart, say: Say) -> Iterator[Block]:
    if not team["bob"]:
        return
    yield Words(say["bob_intro"])
    parts = ("picture", "judgement", "decision", "explained")
    yield Table(
        say["bob"],
        [say["decision"], *(say[f"bob_head_{part}"] for part in parts)],
        [
            (
                row["title"],
                *(
                    ", ".join(lines) or "–"
                    for lines in (row["picture"], row["judgement"], row["decision"], row["explained"])
                ),
            )
            for row in team["bob"]
        ],
    )
    yield Words(say["bob_question"])


def _lessons(team: shape.TeamPart, say: Say) -> Iterator[Block]:
    for one in team["lessons"]:
        stars = say["lesson_star"] if one["stars"] == 1 else say["lesson_stars"].format(n=one["stars"])
        yield Words(f"{one['text']} ({stars})" if one["stars"] else one["text"], one["word"])


def _practice(team: shape.TeamPart, say: Say) -> Iterator[Block]:
    found = team["practice"]
    if not found["rows"]:
        return
    yield Words(say["practice_intro"])
    yield Table(
        say["practice"],
        [say["statement_practice"], *(found["roles"] or [say["answers"]])],
        [
            (
                row["text"],
                *([", ".join(one["word"] for one in cell) or "–" for cell in row["cells"]] or [row["counts"]]),
            )
            for row in found["rows"]
        ],
    )


def _reflections(team: shape.TeamPart, say: Say) -> Iterator[Block]:
    for one in team["reflections"]:
        yield Words(one["count"] if not one["answers"] else "", one["question"])
        if one["answers"]:
            yield Items([f"{said['text']} ({said['who']})" for said in one["answers"]])


def _resolutions(team: shape.TeamPart, say: Say) -> Iterator[Block]:
    if team["resolution_count"] and not team["resolutions"]:
        yield Words(say["resolutions_count"].format(n=team["resolution_count"]))
    for one in team["resolutions"]:
        more = [(say["with"], one["with_"]), (say["by"], one["by"]), (say["first_step"], one["first_step"])]
        told = " · ".join(f"{label}: {text}" for label, text in more if text)
        yield Words(f"{one['text']} ({told})" if told else one["text"], one["who"])
    if team["agenda"]:
        yield Words("", say["coffee"])
        yield Items(team["agenda"])
