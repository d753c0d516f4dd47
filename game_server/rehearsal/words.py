"""What bots say, in plain Dutch and English: short lines that fit any scenario, filled with what they may see."""

from __future__ import annotations

from typing import Final, Literal

Topic = Literal[
    "reason",
    "statement",
    "reflection",
    "resolution",
    "first_step",
    "unknown",
    "action",
    "missing",
    "reopen",
    "keep",
    "change",
    "ask",
    "sentence",
]

WORDS: Final[dict[str, dict[Topic, tuple[str, ...]]]] = {
    "nl": {
        "reason": (
            "Voor mij weegt dit het zwaarst: {value}.",
            "Dit kan ik uitleggen. Ik denk aan: {value}.",
            "Ik ben niet zeker, maar wachten kost meer. Het gaat mij om: {value}.",
            "Dit is het minst slechte. Ik let op: {value}.",
            "Wat wij weten, wijst deze kant op. Mij gaat het om: {value}.",
        ),
        "statement": (
            "Wij kiezen voor “{option}”. Het belangrijkste is nu: {value}. U hoort morgen hoe het verder gaat.",
            "Wij hebben besloten: “{option}”. Niet alles is zeker, en daarom zeggen wij ook wat wij nog niet weten.",
            "“{option}”: dat doen wij vanaf nu. Dat heeft gevolgen, en wij helpen wie daar last van heeft.",
        ),
        "reflection": (
            "Het was het spannendst toen wij moesten kiezen zonder dat wij alles wisten.",
            "Ik had een bericht dat anderen niet hadden. Ik had het eerder kunnen delen.",
            "Wij praatten snel over de oplossing. Het beeld had langer mogen duren.",
            "Het hielp dat iemand zei wat hij niet zeker wist.",
            "Ik wil thuis navragen wie dit bij ons in het eerste uur doet.",
        ),
        "resolution": (
            "{default}",
            "Ik vraag deze week wie wij bij een incident als eerste bellen, en of dat op papier staat.",
            "Ik plan met mijn team een kort overleg over wie er wat beslist.",
        ),
        "first_step": ("Morgen een afspraak maken.", "Het nummer opzoeken en opschrijven."),
        "unknown": ("Wat is de oorzaak?", "Wie heeft hier last van, en sinds wanneer?", "Hoe lang houden wij dit vol?"),
        "action": (
            "Wij schrijven vanaf nu alles op, met de tijd erbij.",
            "Iemand belt de buren voordat wij besluiten.",
        ),
        "missing": ("Wat betekent dit voor mij?", "Wanneer hoor ik meer?", "Waar kan ik terecht met vragen?"),
        "reopen": ("Wij zijn het nog niet eens. Praat verder en stem opnieuw.",),
        "keep": (
            "Eerst iedereen laten zeggen wat hij weet, dan pas kiezen.",
            "Hardop zeggen wat wij niet zeker weten.",
            "Iemand schrijft mee, met de tijd erbij.",
        ),
        "change": (
            "Nieuws dat alleen ik heb, meteen op tafel leggen.",
            "Bij elk besluit zeggen wie het doet en wanneer wij kijken of het werkt.",
            "Minder afkortingen, en er gelijk naar vragen.",
        ),
        "ask": (
            "Wie bellen wij ’s nachts als eerste, en staat dat nummer op papier?",
            "Hoelang kan de balie zonder systemen?",
            "Wie mag bij ons de stekker eruit trekken?",
        ),
        "sentence": (
            "Ik dacht dat wij dit op orde hadden. Nu weet ik wat ik moet vragen.",
            "Twee uur met elkaar om tafel: dat deden wij nog nooit hierover.",
        ),
    },
    "en": {
        "reason": (
            "This weighs most for me: {value}.",
            "I can explain this. I think of: {value}.",
            "I am not sure, but waiting costs more. For me it is about: {value}.",
            "This is the least bad one. I mind: {value}.",
            "What we know points this way. For me it is about: {value}.",
        ),
        "statement": (
            "We choose “{option}”. What matters most now: {value}. You will hear tomorrow how it goes on.",
            "We have decided: “{option}”. Not everything is certain, so we also say what we do not know yet.",
            "“{option}”: that is what we do from now on. It has consequences, and we help those who suffer them.",
        ),
        "reflection": (
            "The tensest moment was having to choose without knowing everything.",
            "I had a message that others did not have. I could have shared it sooner.",
            "We soon talked about the solution. The picture could have taken longer.",
            "It helped that somebody said what they were not sure of.",
            "I want to ask at home who does this in the first hour.",
        ),
        "resolution": (
            "{default}",
            "This week I ask whom we call first in an incident, and whether that stands on paper.",
            "I plan a short meeting with my team about who decides what.",
        ),
        "first_step": ("Make an appointment tomorrow.", "Find the number and write it down."),
        "unknown": ("What is the cause?", "Who suffers from this, and since when?", "How long can we keep this up?"),
        "action": ("From now on we write everything down, with the time.", "Somebody calls the neighbours first."),
        "missing": ("What does this mean for me?", "When will I hear more?", "Where can I go with questions?"),
        "reopen": ("We do not agree yet. Talk on and vote again.",),
        "keep": (
            "First let everybody say what they know, and only then choose.",
            "Say aloud what we are not sure of.",
            "Somebody writes along, with the time.",
        ),
        "change": (
            "Put news that only I have on the table at once.",
            "With every decision say who does it and when we check that it works.",
            "Fewer abbreviations, and ask about them at once.",
        ),
        "ask": (
            "Whom do we call first at night, and is that number on paper?",
            "How long can the desk do without systems?",
            "Who may pull the plug here?",
        ),
        "sentence": (
            "I thought we had this in order. Now I know what to ask.",
            "Two hours around one table about this: we had never done that.",
        ),
    },
}

NAMES: Final = (
    *("Anouk", "Bram", "Carla", "Daan", "Esra", "Frank", "Greet", "Hamid", "Ilse", "Joost", "Karin", "Luuk", "Marit"),
    *("Niels", "Olga", "Pieter", "Quinty", "Rachid", "Sanne", "Teun", "Umit", "Vera", "Wim", "Xandra", "Yara", "Zeki"),
)
"""Given names; a bot's name says that it is one."""


def say(language: str, topic: Topic, chance: float, **filled: str) -> str:
    """One of the lines of this topic; `chance` (0 to 1) picks it."""
    lines = WORDS.get(language, WORDS["nl"])[topic]
    return lines[int(chance * len(lines))].format(**filled)


def bot_name(number: int) -> str:
    """`number` counts from 0; every bot of a team has another one."""
    again = number // len(NAMES)
    return f"{NAMES[number % len(NAMES)]}{f' {again + 1}' if again else ''} (bot)"
