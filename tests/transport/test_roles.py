"""Who may say what: every kind of pass against every command of the wire."""

from __future__ import annotations

from typing import Any

import pytest

from game_server.transport.said import Misread, parse
from game_server.transport.schema import schemas
from tests.transport.live import Live

DEFINITIONS = schemas()["$defs"]


def example(schema: dict[str, Any]) -> Any:
    """A value that this field accepts."""
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    if schema.get("type") in ("integer", "number"):
        return max(schema.get("minimum", 1), 1)
    if schema.get("type") == "array":
        return []
    return {"boolean": True}.get(schema.get("type", ""), "auto" if "blank" in schema.get("pattern", "") else "abcd")


def commands(union: str) -> list[dict[str, Any]]:
    """One well-formed command of each type that this union has."""
    top = DEFINITIONS[union]
    shapes = [part["$ref"].rsplit("/", 1)[-1] for part in top.get("oneOf", [{"$ref": "#/$defs/AddNote"}])]
    found = []
    for shape in shapes:
        fields = DEFINITIONS[shape]["properties"]
        plain = {name: example(fields[name]) for name in DEFINITIONS[shape]["required"]}
        found += [plain | {"type": type_} for type_ in fields["type"].get("enum", [plain["type"]])]
    return found


UNIONS = {"seat": "SeatCommand", "desk": "DeskCommand", "observer": "ObserverCommand"}
ALL = {command["type"] for union in UNIONS.values() for command in commands(union)}


@pytest.mark.parametrize("kind", ["seat", "desk", "observer", "screen", "keep", "claim", "silent", ""])
def test_a_pass_can_say_what_is_its_own_and_nothing_else(kind: str) -> None:
    own = {command["type"]: command for command in commands(UNIONS[kind])} if kind in UNIONS else {}
    for type_ in ALL:
        foreign = next(c for union in UNIONS.values() for c in commands(union) if c["type"] == type_)
        said = own.get(type_, foreign)
        if type_ in own:
            assert parse(kind, said, "nl").type == type_
        else:
            with pytest.raises(Misread) as misread:
                parse(kind, said, "nl")
            assert misread.value.answer.code == ("bad_request" if kind in UNIONS else "not_allowed")


@pytest.mark.parametrize("kind", list(UNIONS))
def test_a_field_that_does_not_belong_is_refused_in_every_command(kind: str) -> None:
    for command in commands(UNIONS[kind]):
        for extra in ("at", "by", "version", "seat_id", "now"):
            with pytest.raises(Misread) as misread:
                parse(kind, command | {extra: 1}, "nl")
            assert misread.value.answer.field == extra


@pytest.mark.parametrize("said", [None, 1, "x", [], True])
def test_what_is_no_command_at_all_is_nonsense(said: Any) -> None:
    with pytest.raises(Misread) as misread:
        parse("seat", said, "nl")
    assert misread.value.nonsense


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"text": ""}, "text", "leeg"),
        ({"text": "x" * 281}, "text", "280"),
        ({"text": "a\u202eb"}, "text", "tekens"),
        ({"text": "a\x00b"}, "text", "tekens"),
        ({"kind": "rumour"}, "kind", "gekozen"),
        ({"id": "a b"}, "id", "vorm"),
        ({"id": "x" * 65}, "id", "vorm"),
        ({"text": None}, "text", "vorm"),
        ({"type": "picture.burn"}, "type", "gekozen"),
    ],
)
def test_an_ill_formed_command_names_its_field_and_says_what_to_do(
    change: dict[str, Any], field: str, words: str
) -> None:
    said = {"id": "c1", "type": "picture.add", "kind": "fact", "text": "Er is een inlog."} | change
    with pytest.raises(Misread) as misread:
        parse("seat", said, "nl")
    answer = misread.value.answer
    assert (answer.code, answer.field) == ("bad_request", field)
    assert words in answer.message


async def test_every_kind_of_socket_is_answered_whatever_it_says(live: Live) -> None:
    opened = await live.open_room()
    seat, _ = await live.take(opened["code"], "mayor")
    passes = {"seat": seat} | {kind: await live.device(opened, kind) for kind in ("desk", "observer", "screen")}
    expected = {
        "seat": {"not_running"},
        "desk": {"bad_request"},
        "observer": {"bad_request"},
        "screen": {"not_allowed"},
    }
    for kind, secret in passes.items():
        socket = await live.connect(secret)
        await socket.until("view")
        answer = await socket.say("inject.read", inject="slow-desk")
        assert not answer["ok"]
        assert answer["code"] in expected[kind] | {"unknown_inject"}, kind
        assert answer["message"]


async def test_a_desk_that_listens_as_somebody_else_says_nothing(live: Live) -> None:
    opened = await live.open_room()
    _, seat = await live.take(opened["code"], "mayor")
    desk = await live.device(opened)
    for as_ in (seat["seat"], "screen", "screen:t1"):
        shadow = await live.connect(desk, as_=as_)
        await shadow.until("view")
        assert (await shadow.say("room.start"))["code"] == "not_allowed"
    assert (await live.connect(desk, as_="s99")).refused["code"] == "bad_request"  # type: ignore[index]
    secret, _ = await live.take(opened["code"], "ciso")
    assert (await live.connect(secret, as_=seat["seat"])).refused["code"] == "bad_request"  # type: ignore[index]


async def test_a_seat_cannot_reach_another_room(live: Live) -> None:
    one, two = await live.open_room(), await live.open_room()
    desk = await live.connect(await live.device(one))
    _, seat = await live.take(two["code"], "mayor")
    assert (await desk.say("seat.remove", seat=seat["seat"]))["code"] == "unknown_seat"
    mine, _ = await live.take(one["code"], "mayor")
    for what in ("tickets", "keeps"):
        body = {"what": "debrief.json"} if what == "tickets" else {"pass": "n" * 22}
        answer = await live.http.post(
            f"/api/rooms/{two['code']}/{what}", json=body, headers={"Authorization": f"Bearer {mine}"}
        )
        assert answer.status_code == 401
