# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the people of this group type and choose."""

from msgspec import Struct


class Script(Struct, frozen=True):
    title: str
    statement: str  # statement 1 in the facilitator's own words
    why: str
    note: str
    insight: str
    told: str  # an insight from the phone
    points: tuple[str, str, str]  # the first two come down to the same
    merged: str
    mine: str  # a point from the phone
    owner: str
    first_step: str
    fill: str
    principle: str
    because: str
    other_principle: str
    reservation: str
    scope: str
    boundary: str


SCRIPTS = {
    "nl": Script(
        title="Leren bij Vergunningen",
        statement="Bij ons leer je alleen wat je voor je functie nodig hebt.",
        why="Mijn vorige leidinggevende zei nee tegen alles.",
        note="Talent telt, maar het rooster beslist.",
        insight="Wij zeggen talent en bedoelen de functie.",
        told="Wij vragen nooit wat iemand kan.",
        points=(
            "Wie betaalt een opleiding?",
            "Uit welk potje komt een opleiding?",
            "Moet ik het met mijn team regelen?",
        ),
        merged="Wie betaalt een opleiding, en uit welk potje?",
        mine="Telt leren in werktijd mee als werk?",
        owner="Fatma",
        first_step="Als het maandag 9 uur is, dan bel ik de afdeling Financiën.",
        fill="40 uur",
        principle="Wij geven iedereen twee dagen per jaar om te leren, behalve in de piek.",
        because="Zonder tijd komt er niets van.",
        other_principle="Wie iets leert, vertelt het binnen een maand aan het team.",
        reservation="Als de balie leeg is, lukt het niet. Een vaste vervanger zou helpen.",
        scope="Voor iedereen met een contract bij Vergunningen, ook tijdelijk.",
        boundary="Niet in de piekweken van de balie",
    ),
    "en": Script(
        title="Learning at Permits",
        statement="Here you learn only what your job needs.",
        why="My last manager said no to everything.",
        note="Talent counts, but the roster decides.",
        insight="We say talent and mean the job.",
        told="We never ask what people can do.",
        points=("Who pays for a course?", "Which budget pays for a course?", "Do I settle it with my team?"),
        merged="Who pays for a course, and from which budget?",
        mine="Does learning during working hours count as work?",
        owner="Fatma",
        first_step="If it is Monday 9 o'clock, then I call Finance.",
        fill="40 hours",
        principle="We give everyone two days a year to learn, except in the busy season.",
        because="Without time nothing comes of it.",
        other_principle="Who learns something tells the team within a month.",
        reservation="It will not work when the desk is empty. A fixed stand-in would help.",
        scope="For everyone with a contract at Permits, temporary or not.",
        boundary="Not in the busy weeks of the desk",
    ),
}

# Of nine people: two statements of one mind, one of two camps (the most divided), one scattered, one of one mind.
FIRST = {
    "s1": (1, 1, 2, 2, 1, 2, 2, 1, 2),
    "s2": (4, 4, 5, 4, 5, 4, 5, 3, 4),
    "s3": (1, 1, 1, 1, 2, 5, 5, 5, 5),
    "s4": (2, 3, 4, 3, 2, 4, 3, 3, 5),
    "s5": (4, 5, 4, 4, 4, 5, 4, 4, 3),
}
MIRRORED = {statement: tuple(6 - position for position in row) for statement, row in FIRST.items()}
MINE = {"s1": "disagree", "s2": "agree", "s3": "agree", "s4": "between", "s5": "strongly_agree"}
AGAIN = {"s3": (4, 2, 4, 4, 4, 5, 5, 5, 4)}
