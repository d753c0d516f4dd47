"""Raw counts of what people said of themselves: of whom is not told, and of few nothing."""

from __future__ import annotations

from random import Random
from typing import TypeAlias

from hypothesis import given
from hypothesis import strategies as st

from game_server.room.state import Room, Team
from game_server.room.state_lessons import Lesson
from game_server.room.state_measures import Grade, Measured
from game_server.scenario.catalogue import Catalogue
from game_server.story.lessons import lessons
from game_server.story.measures import FEW, Measures, measures
from tests.scenario.packs import tiny_scenario

CATALOGUE = Catalogue(tiny_scenario())
MOMENTS = ("before", "after", "then")
STATEMENTS = CATALOGUE.scenario.pick
VALUE = st.none() | st.integers(1, 5)
ANSWERS = st.fixed_dictionaries({f"{moment}:{one}": VALUE for moment in MOMENTS for one in STATEMENTS})
PLACES = st.fixed_dictionaries({}, optional={"before": st.integers(1, 6), "after": st.integers(1, 6)})
GRADE = st.none() | st.builds(Grade, st.integers(1, 10), st.none() | st.text(min_size=1, max_size=5), st.booleans())
Said: TypeAlias = tuple[dict[str, int | None], dict[str, int], Grade | None]
PEOPLE = st.lists(st.tuples(ANSWERS, PLACES, GRADE), max_size=9)


def room(people: list[Said]) -> Room:
    room = Room(teams={"t1": Team("t1", "Natte Meren", 1)})
    for number, (answers, places, grade) in enumerate(people):
        said = {key: value for key, value in answers.items() if value is not None}
        room.measured[f"s{number}"] = Measured("t1", said, dict(places), grade)
    return room


def counts(told: Measures) -> list[dict[int, int]]:
    rows = [row for one in told.statements for row in (one.before, one.after, one.then)]
    return [*rows, told.place_before, told.place_after, told.grades]


@given(people=PEOPLE, seed=st.integers(0, 99))
def test_who_said_what_makes_no_difference(people: list[Said], seed: int) -> None:
    shuffled = list(people)
    Random(seed).shuffle(shuffled)
    assert measures(room(people), CATALOGUE) == measures(room(shuffled), CATALOGUE)


@given(people=PEOPLE)
def test_of_fewer_than_three_nothing_is_counted_and_else_everyone_once(people: list[Said]) -> None:
    told = measures(room(people), CATALOGUE)
    for row in counts(told):
        assert sum(row.values()) == 0 or sum(row.values()) >= FEW
    for one in told.statements:
        for shift in (one.shift, one.hindsight):
            assert shift.people in (0, shift.higher + shift.same + shift.lower)
            assert shift.people == 0 or FEW <= shift.people <= len(people)
    for id_, asked in zip(STATEMENTS, told.statements, strict=True):
        said = [value for answers, _, _ in people if (value := answers.get(f"after:{id_}")) is not None]
        assert sum(asked.after.values()) == (len(said) if len(said) >= FEW else 0)


@given(people=PEOPLE)
def test_only_what_its_writer_released_is_quoted(people: list[Said]) -> None:
    grades = [grade for _, _, grade in people if grade is not None]
    released = sorted(grade.text for grade in grades if grade.quotable and grade.text is not None)
    assert measures(room(people), CATALOGUE).quotes == released


def test_a_shift_is_from_the_same_persons_first_to_its_second_answer() -> None:
    statement = STATEMENTS[0]
    said = [(2, 4), (2, 4), (3, 3), (4, 2), (5, None)]
    people: list[Said] = [({f"before:{statement}": one, f"after:{statement}": two}, {}, None) for one, two in said]
    shift = measures(room(people), CATALOGUE).statements[0].shift
    assert shift.pairs == {(2, 4): 2, (3, 3): 1, (4, 2): 1}
    assert (shift.higher, shift.same, shift.lower) == (2, 1, 1)


def lesson(name: str, team: str, **more: object) -> Lesson:
    made = Lesson(name, int(name[1:]), team, "keep", f"les {name}", f"s{name}")
    for key, value in more.items():
        setattr(made, key, value)
    return made


def test_the_most_starred_lesson_comes_first_and_a_table_has_its_own_words() -> None:
    room_ = Room()
    for one in (
        lesson("l1", "t1", shown=True, stars={"a"}),
        lesson("l2", "t2", shown=True, stars={"a", "b"}),
        lesson("l3", "t1", into="l2", stars={"b", "c"}),
        lesson("l4", "t1", stars={"a", "b", "c", "d", "e"}),
        lesson("l5", "t2", hidden=True),
    ):
        room_.lessons[one.id] = one
    t1, t2 = Team("t1", "Een", 1), Team("t2", "Twee", 2)
    assert [(one.text, one.stars) for one in lessons(room_)] == [("les l2", 3), ("les l1", 1)]
    assert [(one.text, one.stars) for one in lessons(room_, t1)] == [("les l3", 3), ("les l1", 1)]
    assert [(one.text, one.stars) for one in lessons(room_, t2)] == [("les l2", 3)]
