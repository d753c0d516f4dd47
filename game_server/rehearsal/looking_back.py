"""What a chair says of itself before and after, the grade it gives, and the lessons it writes and stars."""

from __future__ import annotations

from collections.abc import Iterator

from game_server.rehearsal.character import Character
from game_server.rehearsal.ear import View
from game_server.rehearsal.intention import Intention
from game_server.rehearsal.words import Topic, say

KINDS: tuple[Topic, ...] = ("keep", "change", "ask")


def before(view: View, own: View, me: Character) -> Iterator[Intention]:
    """While nothing has begun: a first guess, rather too sure of itself."""
    if own["read"] or own["votes"]:
        return
    for statement, asked in view.get("before", {}).items():
        if f"before:{statement}" not in own["answers"]:
            value = 2 + int(3 * me.draw("measure", "before", statement))
            said = (5 if value > 2 else 1) if asked.get("yes_no") else value
            yield _answer("before", statement, said, me)
    if "before" in view and "before" not in own["priority"]:
        yield _priority("before", 2 + int(5 * me.draw("priority")), me)


def after(view: View, own: View, me: Character) -> Iterator[Intention]:
    """In the debrief, once the resolution is there."""
    debrief = view.get("debrief")
    if debrief is None:
        return
    for statement in debrief["statements"]:
        for moment, low in (("then", 1), ("after", 2)):
            if f"{moment}:{statement}" not in own["answers"]:
                yield _answer(moment, statement, low + int(4 * me.draw("measure", moment, statement)), me)
    if "after" not in own["priority"]:
        yield _priority("after", 1 + int(3 * me.draw("priority")), me)
    yield from _lessons(view, own, me)
    if "grade" not in own and "resolution" in own:
        yield Intention("grade", me.seconds(5, 30, "grade"), _grade(view, me))


def _answer(moment: str, statement: str, value: int, me: Character) -> Intention:
    command = {"type": "measure.answer", "moment": moment, "statement": statement, "value": value}
    return Intention(f"measure/{moment}/{statement}", me.seconds(4, 15, statement), command)


def _priority(moment: str, place: int, me: Character) -> Intention:
    command = {"type": "priority.answer", "moment": moment, "place": place}
    return Intention(f"priority/{moment}", me.seconds(4, 15, "priority", moment), command)


def _grade(view: View, me: Character) -> View:
    command: View = {"type": "grade.give", "value": 6 + int(4 * me.draw("grade"))}
    if me.draw("sentence") < 0.5:
        command["text"] = say(view["room"]["language"], "sentence", me.draw("which sentence"))
        command["quotable"] = me.draw("quotable") < 0.5
    return command


def _lessons(view: View, own: View, me: Character) -> Iterator[Intention]:
    """One or two of its own, and a star for what speaks to it."""
    written = {lesson["kind"] for lesson in own["lessons"].values()}
    wanted = sorted(KINDS, key=lambda kind: me.draw("lesson", kind))[: 1 + (me.draw("lessons") < 0.4)]
    for kind in wanted:
        if kind not in written:
            text = say(view["room"]["language"], kind, me.draw("lesson text", kind))
            command: View = {"type": "lesson.write", "kind": kind, "text": text}
            yield Intention(f"lesson/{kind}", me.seconds(20, 120, "lesson", kind), command)
    for lesson, line in view["debrief"]["lessons"].items():
        if lesson not in own["stars"] and me.draw("star", line["text"]) < 0.4:
            command = {"type": "lesson.star", "lesson": lesson, "on": True}
            yield Intention(f"star/{lesson}", me.seconds(5, 40, "star", lesson), command)
