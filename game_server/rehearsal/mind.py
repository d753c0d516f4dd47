"""What a chair would do next, seeing what it sees: a pure function of its own view, its own part and its character.

Nothing else is remembered. What was done is in the view, so a player that comes back after a restart simply goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from game_server.rehearsal import looking_back
from game_server.rehearsal.character import Character, draw
from game_server.rehearsal.ear import Ear, View
from game_server.rehearsal.habits import comes_back, leaves, looks_up, scales_up
from game_server.rehearsal.intention import Intention, in_order
from game_server.rehearsal.meetings import meets
from game_server.rehearsal.quoting import quoted
from game_server.rehearsal.words import say

WORDS_A_SECOND = 4.0
UNREAD_WHILE_VOTING = 2
"""With more unread than this a player votes first."""


def thinks(me: Character) -> Callable[[Ear], list[Intention]]:
    """This chair's mind, for a player."""
    return lambda ear: intentions(ear.view, ear.own, me)


def intentions(view: View, own: View, me: Character) -> list[Intention]:
    """All that this chair would do now, the most pressing first."""
    status = view["room"]["status"]
    if status in ("prepared", "paused", "closed") or not own:
        return []
    if own["away"]:
        return list(comes_back(view, me))
    if status == "running" and "lights" in view and not own.get("spared"):
        return []
    found: list[Intention] = [*looking_back.before(view, own, me)]
    if status == "running":
        found += [*_settles(view, me), *_reads(view, own, me), *_votes(view, own, me)]
        found += [*_shares(view, own, me), *_pictures(view, me), *_mends(view, me)]
    else:
        found += _reads(view, own, me)
    if status == "running" and len([one for one in found if one.key.startswith("read/")]) > UNREAD_WHILE_VOTING:
        found.sort(key=lambda one: not one.key.startswith(("settle/", "vote/")))
    found += [*_marks(view, own, me), *_practices(view, own, me), *_answers(view, own, me)]
    return [*found, *leaves(view, me), *scales_up(view, me)] if status == "running" else found


# ---------------------------------------------------------------- news and picture


def _reads(view: View, own: View, me: Character) -> Iterator[Intention]:
    for inject, item in in_order(view["news"]):
        if inject not in own["read"]:
            if view["room"]["status"] == "running":
                yield from looks_up(view, inject, me)
            words = len(f"{item.get('subject', '')} {item['body']}".split())
            seconds = me.seconds(2, 6, "read", inject) + words / WORDS_A_SECOND
            yield Intention(f"read/{inject}", seconds, {"type": "inject.read", "inject": inject})


def _shares(view: View, own: View, me: Character) -> Iterator[Intention]:
    """Some news at once, some when the team asks for its picture, some never."""
    asked = any(part["state"] in ("picture", "open") for part in view["decisions"].values() if part["kind"] == "main")
    for inject, item in in_order(view["news"]):
        if not item["private"] or "shared" in item or inject not in own["read"]:
            continue
        reserve = me.draw("share", inject)
        if reserve < me.openness * (1.0 if asked else 0.55):
            seconds = me.seconds(5, 40, "share", inject)
            yield Intention(f"share/{inject}", seconds, {"type": "inject.share", "inject": inject})


def _pictures(view: View, me: Character) -> Iterator[Intention]:
    """What the whole team may know already goes on its picture, in the words in which it came."""
    now = next((d for d, part in in_order(view["decisions"]) if part["state"] == "picture"), None)
    if now is None:
        return
    known = {line["text"] for line in view["picture"].values()}
    for inject, item in in_order(view["news"]):
        if item["private"] and "shared" not in item:
            continue
        text = quoted(item["body"], me.draw("quote", inject))
        if text and text not in known and me.draw("picture", inject) < 0.3:
            kind = "fact" if me.draw("fact", inject) < 0.55 else "assumption"
            seconds = me.seconds(15, 90, "picture", inject)
            command = {"type": "picture.add", "kind": kind, "text": text, "source": item["sender"][:200]}
            yield Intention(f"picture/{inject}", seconds, command)
    yield from _asks(view, now, known, me)


def _asks(view: View, decision: str, known: set[str], me: Character) -> Iterator[Intention]:
    for kind, likely in (("unknown", 0.5), ("action", 0.25)):
        text = say(view["room"]["language"], kind, me.draw(kind, decision))  # type: ignore[arg-type]
        if text not in known and me.draw("asks", kind, decision) < likely:
            seconds = me.seconds(20, 120, kind, decision)
            yield Intention(f"{kind}/{decision}", seconds, {"type": "picture.add", "kind": kind, "text": text})


def _mends(view: View, me: Character) -> Iterator[Intention]:
    """An assumption becomes a fact for whoever holds the message that says so."""
    for item, line in in_order(view["picture"]):
        if line["kind"] != "assumption" or line.get("struck") or me.draw("mend", line["text"]) > 0.15:
            continue
        for inject, news in in_order(view["news"]):
            if line["text"] in news["body"] and line["by"] != view["role"]["id"]:
                command = {"type": "picture.change", "item": item, "kind": "fact", "source": news["sender"][:200]}
                yield Intention(f"mend/{item}/{inject}", me.seconds(30, 90, "mend", item), command)


# ---------------------------------------------------------------- decisions


def _votes(view: View, own: View, me: Character) -> Iterator[Intention]:
    for decision, part in in_order(view["decisions"]):
        if part["state"] != "open" or not part["may_vote"]:
            continue
        if own["votes"].get(decision, {}).get("round") == part["round"]:
            continue
        liked = sorted(part["options"], key=lambda option: -liking(view, decision, option, part["round"], me))
        command: View = {"type": "vote.cast", "decision": decision, "option": liked[0]}
        if me.draw("sure", decision) < 0.85:
            command["confidence"] = 1 + int(5 * me.draw("confidence", decision, part["round"]))
        if me.draw("says why", decision) < 0.7:
            chance = _apart(view, own, decision, me)
            command["reason"] = say(view["room"]["language"], "reason", chance, value=_value(part, me))
        yield Intention(f"vote/{decision}/{part['round']}", me.seconds(8, 45, "vote", decision), command)


def _apart(view: View, own: View, decision: str, me: Character) -> float:
    """A chance that lies far from that of the others at the table, so that not everyone says the same."""
    seats = list(view["team"]["seats"])
    place = seats.index(own["seat"]) if own["seat"] in seats else int(5 * me.draw("place"))
    return (draw(decision, view["team"]["id"]) + 0.21 * place) % 1.0


def liking(view: View, decision: str, option: str, again: int, me: Character) -> float:
    """The role's leaning, what its news says for this option, and its own mind; a later round pulls together."""
    leaning = me.leanings.get(decision, {}).get(option, 0.0)
    news = me.acts_on.get(decision, {}).get(option, frozenset())
    told = 0.35 if any(inject in view["news"] for inject in news) else 0.0
    before = int(view["decisions"][decision].get("result", {}).get("counts", {}).get(option, 0))
    return leaning + told + 0.8 * me.draw("option", decision, option, again) + 0.2 * before


def _settles(view: View, me: Character) -> Iterator[Intention]:
    """The mandate's word: mostly what the table thinks, sometimes against it."""
    for decision, part in in_order(view["decisions"]):
        if not part["may_settle"] or part["state"] != "revealed":
            continue
        counts = part.get("result", {}).get("counts", {})
        listens = me.draw("listens", decision) >= me.stubbornness
        best = max(
            part["options"],
            key=lambda option: (
                counts.get(option, 0) if listens else 0,
                liking(view, decision, option, part["round"], me),
            ),
        )
        command: View = {
            "type": "decision.settle",
            "decision": decision,
            "option": best,
            **_words(view, part, best, me),
        }
        yield Intention(f"settle/{decision}/{part['round']}", me.seconds(20, 60, "settle", decision), command)


def _words(view: View, part: View, option: str, me: Character) -> View:
    label = part["options"][option]["label"]
    names = [seat["name"] for _, seat in in_order(view["team"]["seats"])]
    statement = say(
        view["room"]["language"], "statement", me.draw("statement", label), option=label, value=_value(part, me)
    )
    to = ("residents", "council", "press")[int(3 * me.draw("to", label))]
    whom = {"to": to} if part["kind"] == "main" else {}
    owner = {"owner": names[int(me.draw("owner", label) * len(names))]} if names else {}
    return {**whom, **owner, "statement": statement}


def _value(part: View, me: Character) -> str:
    values: list[str] = part["values"]
    return values[int(me.draw("value", part["title"]) * len(values))].rstrip(".").lower()


# ---------------------------------------------------------------- answers


def _marks(view: View, own: View, me: Character) -> Iterator[Intention]:
    """What this chair thinks of its speaker's statement; the speaker shows the marks once they are all there."""
    for decision, part in in_order(view["decisions"]):
        if part["may_mark"] and decision not in own["marks"]:
            clear, credible = me.draw("clear", decision) < 0.7, me.draw("credible", decision) < 0.6
            command: View = {"type": "statement.mark", "decision": decision, "clear": clear, "credible": credible}
            if not (clear and credible):
                command["missing"] = say(view["room"]["language"], "missing", me.draw("missing", decision))
            yield Intention(f"mark/{decision}", me.seconds(8, 40, "mark", decision), command)
        marks = part.get("marks")
        if marks is not None and not marks["released"] and 0 < marks["of"] <= marks["given"]:
            command = {"type": "marks.release", "decision": decision}
            yield Intention(f"marks/{decision}", me.seconds(10, 40, "marks", decision), command)


def _practices(view: View, own: View, me: Character) -> Iterator[Intention]:
    for decision, part in in_order(view["decisions"]):
        if part["state"] == "effective" and "practice" in part and decision not in own["practice"]:
            value = ("yes", "partly", "partly", "no", "unknown")[int(5 * me.draw("practice", decision))]
            command = {"type": "practice.answer", "decision": decision, "value": value}
            yield Intention(f"practice/{decision}", me.seconds(6, 30, "practice", decision), command)
        spread = part.get("spread")
        if spread is None or not spread["may_release"] or spread["released"]:
            continue
        if 0 < spread["of"] <= spread["given"] and me.draw("open", decision) < 0.7:
            command = {"type": "practice.release", "decision": decision}
            yield Intention(f"spread/{decision}", me.seconds(10, 60, "spread", decision), command)


def _answers(view: View, own: View, me: Character) -> Iterator[Intention]:
    debrief = view.get("debrief")
    if debrief is None:
        return
    language = view["room"]["language"]
    for question, _ in in_order(debrief["questions"]):
        if question not in own["reflections"] and me.draw("reflects", question) < 0.6:
            text = say(language, "reflection", me.draw("reflection", question))
            command: View = {"type": "reflection.write", "question": question, "text": text}
            yield Intention(f"reflection/{question}", me.seconds(30, 120, "reflection", question), command)
    yield from looking_back.after(view, own, me)
    if "resolution" not in own:
        yield Intention("resolution", me.seconds(30, 120, "resolution"), _resolution(view, debrief, me))
    yield from meets(own, me)
    if debrief.get("joint", {}).get("may") and not debrief["joint"]["agreed"]:
        yield Intention("joint", me.seconds(10, 60, "joint"), {"type": "report.share", "joint": True})


def _resolution(view: View, debrief: View, me: Character) -> dict[str, Any]:
    language, default = view["room"]["language"], debrief["resolution"]
    roles = [role["name"] for _, role in in_order(view["roles"])]
    return {
        "type": "resolution.write",
        "text": say(language, "resolution", me.draw("resolution"), default=default),
        "with": roles[int(me.draw("with") * len(roles))][:40],
        "first_step": say(language, "first_step", me.draw("first step")),
    }
