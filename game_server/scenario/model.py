"""What can happen: the shapes of a scenario pack, strict and frozen.

A pack is a folder with `scenario.yaml` and the part files that it names under `parts`; the loader joins them into one
`Scenario`. Everything that a person reads is a `Text`: a mapping from language to words. Nothing in a pack is executed.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Id: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,47}$")]
Language: TypeAlias = Literal["nl", "en"]
Words: TypeAlias = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Text: TypeAlias = Annotated[dict[Language, Words], Field(min_length=1)]
Clock: TypeAlias = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Day: TypeAlias = Annotated[int, Field(ge=0, le=365)]
Points: TypeAlias = Annotated[int, Field(ge=-30, le=30)]
Minutes: TypeAlias = Annotated[float, Field(ge=0, le=240)]
Channel: TypeAlias = Literal["mail", "phone", "chat", "news", "social", "letter", "broadcast", "note"]
Facts: TypeAlias = Literal["timeline", "curves", "matrix", "roads", "decisions", "lessons"]
PhaseKind: TypeAlias = Literal["welcome", "roles", "round", "breath", "debrief", "close"]
DecisionKind: TypeAlias = Literal["main", "quick"]
CHANNELS: tuple[Channel, ...] = ("mail", "phone", "chat", "news", "social", "letter", "broadcast", "note")


class Part(BaseModel):
    """Base of every part of a pack: unknown fields are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


# ---------------------------------------------------------------- conditions


class Chosen(Part):
    """Holds when the team's decision became effective with this option (or one of these options)."""

    decision: Id = Field(description="the decision that it is about")
    option: Id | None = Field(default=None, description="one option; give this or `options`")
    options: tuple[Id, ...] = Field(default=(), description="any of these options")

    @model_validator(mode="after")
    def _one_way_to_name_it(self) -> Self:
        if (self.option is None) == (not self.options):
            raise ValueError("give either `option` or `options`")
        return self


class Level(Part):
    """Holds when an indicator is at or above `at_least`, or at or below `at_most` (0 to 100)."""

    indicator: Id = Field(description="the indicator that is looked at")
    at_least: int | None = Field(default=None, ge=0, le=100, description="holds at this value or above")
    at_most: int | None = Field(default=None, ge=0, le=100, description="holds at this value or below")

    @model_validator(mode="after")
    def _a_bound(self) -> Self:
        if self.at_least is None and self.at_most is None:
            raise ValueError("give `at_least`, `at_most` or both")
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            raise ValueError("`at_least` is above `at_most`, so this never holds")
        return self


class Condition(Part):
    """Declarative data that a checker can reason about. Exactly one field is given."""

    chosen: Chosen | None = Field(default=None, description="a decision became effective with an option")
    level: Level | None = Field(default=None, description="an indicator is above or below a value")
    shared: Id | None = Field(default=None, description="this private inject was shared with the team")
    elapsed: Minutes | None = Field(default=None, description="session minutes since the start (pauses taken out)")
    lapsed: Id | None = Field(default=None, description="this statutory clock ran out")
    all: tuple[Condition, ...] | None = Field(default=None, min_length=1, description="every one of these holds")
    any: tuple[Condition, ...] | None = Field(default=None, min_length=1, description="at least one of these holds")
    not_: Condition | None = Field(default=None, alias="not", description="this does not hold")

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        given = [name for name in type(self).model_fields if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(
                f"a condition has exactly one field, this one has {len(given)}; join several with all or any"
            )
        return self


# ---------------------------------------------------------------- who and what is measured


class Seats(Part):
    """How many chairs a role has."""

    min: int = Field(default=0, ge=0, le=10, description="chairs without which the session should not begin")
    max: int = Field(default=1, ge=1, le=100, description="chairs at most; the facilitator may raise it")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.min > self.max:
            raise ValueError("`min` is above `max`")
        return self


class RoleCard(Part):
    """What a player reads about the role: what you decide, what you may not, what you always ask."""

    decides: tuple[Text, ...] = Field(min_length=1, description="what this role decides")
    may_not: tuple[Text, ...] = Field(min_length=1, description="what this role may not do")
    asks: tuple[Text, ...] = Field(min_length=1, description="what this role always asks")


class Role(Part):
    """A chair at the table. Roles are pack data; no role is named in code."""

    name: Text = Field(description="the name of the office, e.g. Functionaris gegevensbescherming")
    short: Text = Field(description="at most 14 characters, for badges and matrices, e.g. FG")
    summary: Text = Field(description="one sentence for the role picker")
    seats: Seats = Field(default=Seats(), description="how many chairs the role has; by default none to one")
    card: RoleCard = Field(description="the role card: decides, may not, always asks")


class Indicator(Part):
    """A public value that decisions move: 0 to 100, up is always better."""

    name: Text = Field(description="e.g. Vertrouwen")
    start: int = Field(default=60, ge=0, le=100, description="the value at the start")
    icon: Literal["handshake", "building", "database", "shield", "coins", "wrench"] = Field(description="lucide icon")
    meaning: Text = Field(description="one sentence: what a low value means for residents")


class StatutoryClock(Part):
    """A legal term in game time, e.g. the 72 hours of AVG article 33. Starts and stops by injects and options."""

    name: Text = Field(description="e.g. Melding aan de AP")
    law: Text = Field(description="article and what it asks, in one sentence")
    hours: float = Field(gt=0, le=24 * 60, description="length of the term, in hours of game time")
    seen_by: tuple[Id, ...] = Field(default=(), description="roles that see it run; empty means everyone")
    lapse_effects: dict[Id, Points] = Field(default_factory=dict, description="indicator → points when the term passes")
    lapse_text: Text | None = Field(default=None, description="what happened because the term passed")


# ---------------------------------------------------------------- news


class GameTime(Part):
    """A moment in the story: day 0 is the first day."""

    day: Day = Field(description="day of the story, counted from 0")
    time: Clock = Field(description="hh:mm, 24 hours")


class Inject(Part):
    """One delivered piece of news."""

    id: Id = Field(description="unique among all injects")
    at: Minutes = Field(description="planned minute within the phase")
    game: Clock = Field(description="time in the story, on the phase's day unless `day` is given")
    day: Day | None = Field(default=None, description="day of the story, when it is not the phase's own")
    channel: Channel = Field(description="the form in which it arrives")
    sender: Text = Field(alias="from", description="who sends it, as the reader sees it")
    to: tuple[Id, ...] = Field(default=(), description="roles that get it; empty means everyone in the team")
    else_: tuple[Id, ...] = Field(
        default=(), alias="else", description="who gets it, first taken chair wins, when no chair of `to` is taken"
    )
    subject: Text | None = Field(default=None, description="subject of a mail or letter, headline of an article")
    body: Text = Field(description="phone and chat: one line a turn, `Speaker: words`; the reader's own line is `U:`")
    when: Condition | None = Field(default=None, description="only when this holds for the team")
    locked: bool = Field(default=False, description="waits until an option or a rung unlocks it")
    optional: bool = Field(default=False, description="may be cut when the session runs late")
    starts: tuple[Id, ...] = Field(default=(), description="statutory clocks that this news starts")
    effects: dict[Id, Points] = Field(default_factory=dict, description="indicators that this news moves by itself")
    counts: str | None = Field(default=None, max_length=60, description="social: e.g. `214 reacties · 88 gedeeld`")
    lights_out: float | None = Field(
        default=None, ge=0.5, le=15, description="minutes for which the team's phones go dark, in a room that chose it"
    )
    facilitator: Text | None = Field(default=None, description="what the facilitator should know about it")


# ---------------------------------------------------------------- decisions


class Settles(Part):
    """Who holds the mandate: a role with deputies in order, a majority with a tie-breaking role, or consensus."""

    by: Literal["role", "majority", "consensus"] = Field(default="role", description="the way in which it is settled")
    role: Id | None = Field(default=None, description="by role: who settles")
    deputies: tuple[Id, ...] = Field(default=(), description="by role: who settles when that chair is empty or away")
    tie: Id | None = Field(default=None, description="by majority: who breaks a tie")

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.by == "role" and self.role is None:
            raise ValueError("settling by role needs `role`")
        if self.by != "role" and (self.role is not None or self.deputies):
            raise ValueError(f"`role` and `deputies` go with `by: role`, not with `by: {self.by}`")
        if self.by == "majority" and self.tie is None:
            raise ValueError("settling by majority needs `tie`, the role that breaks a tie")
        if self.by != "majority" and self.tie is not None:
            raise ValueError(f"`tie` goes with `by: majority`, not with `by: {self.by}`")
        return self


class Option(Part):
    """One answer. No option is free: at least one effect is negative."""

    id: Id = Field(description="unique within the decision")
    label: Text = Field(description="at most about 60 characters; the decision itself, in the imperative or infinitive")
    detail: Text | None = Field(default=None, description="one sentence on what it means in practice")
    effects: dict[Id, Points] = Field(default_factory=dict, description="indicator → points")
    consequence: Text = Field(description="what happens because of it; two or three sentences")
    unlock: tuple[Id, ...] = Field(default=(), description="locked injects that may now be released")
    cancel: tuple[Id, ...] = Field(default=(), description="injects that will not come any more")
    start_clocks: tuple[Id, ...] = Field(default=(), description="statutory clocks that start now")
    stop_clocks: tuple[Id, ...] = Field(default=(), description="statutory clocks that are met and stop")
    acts_on: tuple[Id, ...] = Field(default=(), description="private injects whose news this option uses")


class Reference(Part):
    """Something real to go home with: a law (with the date checked), guidance, or a case told without blame."""

    kind: Literal["law", "guidance", "case"] = Field(description="what it is")
    text: Text = Field(description="what it says, in one or two sentences")
    source: str = Field(min_length=3, max_length=300, description="article, title or address of the public source")
    checked: str | None = Field(default=None, pattern=r"^\d{4}-\d{2}-\d{2}$", description="law: when it was checked")
    municipality: str | None = Field(default=None, description="the municipality of a case, so it can be left out")


class Decision(Part):
    """A dilemma in which real public values are at odds."""

    id: Id = Field(description="unique among all decisions")
    kind: DecisionKind = Field(
        description="main: about 17 minutes with picture, vote and talk; quick: two to four minutes"
    )
    anchor: bool = Field(default=False, description="every path reaches it; only anchors are revealed across teams")
    at: Minutes = Field(description="planned minute within the phase")
    minutes: Minutes = Field(description="planned length in all")
    talk: Minutes = Field(default=0, description="of which talk, with the phones silent")
    title: Text = Field(description="at most about 40 characters, e.g. Stekker eruit?")
    question: Text = Field(description="the question as it is put to the vote")
    context: Text = Field(description="one or two sentences that the whole room may see on the screen")
    values: tuple[Text, ...] = Field(min_length=2, description="the public values at odds")
    votes: tuple[Id, ...] = Field(default=(), description="roles that vote; empty means everyone seated")
    settles: Settles = Field(description="who holds the mandate")
    seconds: int | None = Field(default=None, ge=20, le=1800, description="deadline of the vote; absent: none")
    hard: bool = Field(default=False, description="the deadline closes the vote (WCAG 2.2.1: say so beforehand)")
    options: tuple[Option, ...] = Field(
        min_length=2, max_length=5, description="the answers; a main decision has three"
    )
    references: tuple[Reference, ...] = Field(
        default=(), description="shown after it is settled, printed in the report"
    )
    practice: Text | None = Field(default=None, description="`bij ons?`: one sentence that can be true or not at home")
    advice: dict[Id, Text] = Field(default_factory=dict, description="role → stand-in's advice when the chair is empty")
    talking_points: tuple[Text, ...] = Field(default=(), description="questions for the facilitator to ask aloud")
    when: Condition | None = Field(default=None, description="only when this holds for the team")
    optional: bool = Field(default=False, description="may be cut when the session runs late")


class Rung(Part):
    """A step up in who leads the crisis. It is never free, and may need a cause."""

    id: Id = Field(description="unique among the rungs")
    name: Text = Field(description="at most about 40 characters, e.g. Driehoek bijeen")
    meaning: Text = Field(description="who comes to the table, and what it can do; one or two sentences")
    cost: Text = Field(description="what it asks of the town, in one sentence")
    decides: tuple[Id, ...] = Field(min_length=1, description="who may take it: the first of these at the table")
    effects: dict[Id, Points] = Field(default_factory=dict, description="indicator → points")
    unlock: tuple[Id, ...] = Field(default=(), description="locked injects that may now be released")
    when: Condition | None = Field(default=None, description="only when this holds for the team")
    needs: Text | None = Field(default=None, description="the same in plain words, for the one who decides")

    @model_validator(mode="after")
    def _says_what_it_needs(self) -> Self:
        if (self.when is None) != (self.needs is None):
            raise ValueError("`when` and `needs` go together")
        return self


# ---------------------------------------------------------------- the session


class Phase(Part):
    """A chapter of the session, with its plan."""

    id: Id = Field(description="unique among all phases")
    kind: PhaseKind = Field(description="what the chapter is in the session")
    title: Text = Field(description="as the room sees it")
    minutes: Minutes = Field(description="planned length, news, decisions and talk included")
    talk: Minutes = Field(default=0, description="minutes of talk besides those inside decisions")
    starts: GameTime | None = Field(
        default=None, description="story time at which the phase opens; absent: no game clock"
    )
    pace: float = Field(default=1, gt=0, le=600, description="game minutes per session minute")
    goal: Text = Field(description="one sentence: what this chapter is for")
    say: tuple[Text, ...] = Field(min_length=1, description="sentences that a first-time facilitator can say aloud")
    injects: tuple[Inject, ...] = Field(default=(), description="the news of this chapter")
    decisions: tuple[Decision, ...] = Field(default=(), description="the dilemmas of this chapter")


class Question(Part):
    """A question of the hot debrief, in order."""

    id: Id = Field(description="unique among the questions")
    text: Text = Field(description="the question")
    shows: Facts | None = Field(default=None, description="what of this room stands beside the question")


class Statement(Part):
    """A statement that people answer from 1 to 5 before and after."""

    id: Id = Field(description="unique among the statements")
    text: Text = Field(description="the statement, in the first person")
    yes_no: bool = Field(default=False, description="a fact of the past: answered with yes or no, before only")


class Term(Part):
    """A word of the field and what it means in plain language."""

    term: str = Field(min_length=2, max_length=60, description="the word or abbreviation as it is used in the texts")
    meaning: Text = Field(description="what it means, in plain language")


class Card(Part):
    """Who made the pack and when its legal frame was checked."""

    author: str = Field(description="who made the pack")
    licence: str = Field(description="under what licence it may be used, e.g. CC BY 4.0")
    reviewed_by: tuple[str, ...] = Field(default=(), description="who read it with an expert's eye")
    legal_checked: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="when its legal frame was checked")
    changes: Text | None = Field(default=None, description="what changed in this version")


class Scenario(Part):
    """A whole pack, parts joined. Read-only; a room keeps the digest of the one it was opened with."""

    id: Id = Field(description="the name of the pack, as its folder is called")
    version: str = Field(pattern=r"^\d+\.\d+\.\d+$", description="e.g. 1.0.0")
    languages: tuple[Language, ...] = Field(min_length=1, description="every Text has every one of these")
    title: Text = Field(description="as the facilitator picks it")
    theme: Literal["crime", "own_house", "society", "leadership"] = Field(
        description="one of the four themes of the talks"
    )
    summary: Text = Field(description="two sentences: what happens, without giving it away")
    minutes: int = Field(ge=5, le=480, description="length of the whole session, welcome and close included")
    municipality: Text = Field(description="default name of the place; fictional")
    weekdays: bool = Field(default=True, description="day 0 has a weekday: show game days as weekdays")
    first_weekday: Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"] = Field(
        default="fri", description="the weekday of day 0"
    )
    card: Card = Field(description="who made it, and when its legal frame was checked")
    roles: dict[Id, Role] = Field(min_length=1, description="role id → role, in the order of the role picker")
    indicators: dict[Id, Indicator] = Field(
        description="indicator id → indicator, in the order in which they are shown"
    )
    clocks: dict[Id, StatutoryClock] = Field(default_factory=dict, description="clock id → statutory clock")
    ladder: tuple[Rung, ...] = Field(
        default=(), max_length=6, description="steps up in who leads, lowest first; only in a room that chose it"
    )
    phases: tuple[Phase, ...] = Field(min_length=1, description="the chapters, in order")
    debrief: tuple[Question, ...] = Field(default=(), description="the questions of the hot debrief, in order")
    resolution: Text = Field(description="the default resolution, e.g. a cup of coffee with the CISO")
    coffee: tuple[Question, ...] = Field(
        default=(), max_length=20, description="good questions for the coffee afterwards, in place of the usual ten"
    )
    first_hour: tuple[Text, ...] = Field(
        default=(), max_length=12, description="whom to call first, in place of the usual list; never with a number"
    )
    statements: tuple[Statement, ...] = Field(default=(), description="answered from 1 to 5 before and after")
    pick: tuple[Id, ...] = Field(default=(), description="the three statements asked by default")
    glossary: tuple[Term, ...] = Field(default=(), description="words of the field in plain language")
    sources: tuple[str, ...] = Field(default=(), description="public sources of the facts; addresses may stand here")
