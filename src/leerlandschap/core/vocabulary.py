# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Closed words that both streams share: ids, roles, positions, languages and the reasons for a refusal."""

from enum import IntEnum, StrEnum
from typing import NewType

from msgspec import Struct

WorkshopId = NewType("WorkshopId", str)
LandscapeId = NewType("LandscapeId", str)
ParticipantId = NewType("ParticipantId", str)
StatementId = NewType("StatementId", str)
QuestionId = NewType("QuestionId", str)
OptionId = NewType("OptionId", str)
PointId = NewType("PointId", str)
FollowUpId = NewType("FollowUpId", str)
PrincipleId = NewType("PrincipleId", str)
InsightId = NewType("InsightId", str)
BoundaryId = NewType("BoundaryId", str)
PersonId = NewType("PersonId", str)  # somebody in the erasable table of names
FindingId = NewType("FindingId", str)
PassageId = NewType("PassageId", str)


class Language(StrEnum):
    """The languages the product speaks; Dutch first."""

    NL = "nl"
    EN = "en"


class Role(StrEnum):
    """Who may see and ask what."""

    PARTICIPANT = "participant"
    PROJECTOR = "projector"
    FACILITATOR = "facilitator"
    LANDSCAPE = "landscape"
    OWNER = "owner"  # of one follow-up, by a link of their own
    VISITOR = "visitor"  # holds no key yet: may only join


class Position(IntEnum):
    """A place on the five-point scale, from strongly disagree to strongly agree."""

    STRONGLY_DISAGREE = 1
    DISAGREE = 2
    BETWEEN = 3
    AGREE = 4
    STRONGLY_AGREE = 5


class Zone(StrEnum):
    """Where a statement lies on the map: what the group shares, or what it does not."""

    CORE = "core"
    GREY = "grey"


class PointKind(StrEnum):
    """Why a point needs work."""

    UNCLEAR = "unclear"
    CONTRADICTORY = "contradictory"


class Touch(StrEnum):
    """What a finding does to a principle."""

    CONFIRMS = "confirms"
    SUPPLEMENTS = "supplements"
    CONTRADICTS = "contradicts"


class Consent(StrEnum):
    """What somebody says when asked: can you live with this principle?"""

    AGREE = "agree"
    CAN_LIVE_WITH = "can_live_with"
    OBJECT = "object"


class Country(StrEnum):
    """The countries whose law we keep a text about."""

    NL = "nl"
    BE = "be"


class SectionId(StrEnum):
    """The sections of a training policy and its annexes, in the order of the document."""

    ADOPTION = "adoption"
    ON_ONE_PAGE = "on_one_page"
    REASON_AND_SCOPE = "reason_and_scope"
    WHERE_WE_STAND = "where_we_stand"
    DIRECTION = "direction"
    VIEW_OF_LEARNING = "view_of_learning"
    PRINCIPLES = "principles"
    BOUNDARIES = "boundaries"
    TARGET_GROUPS = "target_groups"
    FORMS_OF_LEARNING = "forms_of_learning"
    ROLES = "roles"
    TIME_AND_MONEY = "time_and_money"
    LEGAL_FRAME = "legal_frame"
    FROM_NEED_TO_DECISION = "from_need_to_decision"
    MONITORING = "monitoring"
    ACTION_AGENDA = "action_agenda"
    ANNEX_METHOD = "annex_method"
    ANNEX_FINDINGS = "annex_findings"
    ANNEX_PARKED = "annex_parked"
    ANNEX_TERMS = "annex_terms"


class Refusal(StrEnum):
    """Why something asked for does not happen. A refusal is a normal day, not a failure."""

    WORKSHOP_CLOSED = "workshop_closed"
    WORKSHOP_SEALED = "workshop_sealed"
    WRONG_ROLE = "wrong_role"
    WRONG_MOMENT = "wrong_moment"
    TOO_LATE = "too_late"
    NOT_OPEN = "not_open"
    NOTHING_TO_REVEAL = "nothing_to_reveal"
    ALREADY_STARTED = "already_started"
    NOT_ENOUGH_STATEMENTS = "not_enough_statements"
    UNKNOWN_STATEMENT = "unknown_statement"
    UNKNOWN_POINT = "unknown_point"
    UNKNOWN_PRINCIPLE = "unknown_principle"
    UNKNOWN_QUESTION = "unknown_question"
    UNKNOWN_OPTION = "unknown_option"
    UNKNOWN_BOUNDARY = "unknown_boundary"
    UNKNOWN_TEXT = "unknown_text"
    UNKNOWN_PARTICIPANT = "unknown_participant"
    UNKNOWN_PARKED = "unknown_parked"
    UNKNOWN_FOLLOW_UP = "unknown_follow_up"
    UNKNOWN_FINDING = "unknown_finding"
    UNKNOWN_PASSAGE = "unknown_passage"
    PASSAGE_CHANGED = "passage_changed"
    FOLLOW_UP_DROPPED = "follow_up_dropped"
    NOT_YOURS = "not_yours"
    PRINCIPLE_WITHDRAWN = "principle_withdrawn"
    NOTHING_TO_MERGE = "nothing_to_merge"
    CONSENT_MISSING = "consent_missing"
    DATES_CROSSED = "dates_crossed"
    POSITION_OUT_OF_RANGE = "position_out_of_range"
    COUNTS_NOT_VALID = "counts_not_valid"
    CHOICE_NOT_VALID = "choice_not_valid"
    POINTS_NOT_DIVIDED = "points_not_divided"
    DOTS_SPENT = "dots_spent"
    RATING_OUT_OF_RANGE = "rating_out_of_range"
    WORDING_CHANGED = "wording_changed"
    TEXT_MISSING = "text_missing"
    TEXT_TOO_LONG = "text_too_long"
    TOO_MANY = "too_many"
    MINUTES_NOT_VALID = "minutes_not_valid"
    DATE_IN_THE_PAST = "date_in_the_past"
    ROOM_FULL = "room_full"
    # what the road around the rules may have to say
    MALFORMED = "malformed"
    UNKNOWN_COMMAND = "unknown_command"
    KEY_REUSED = "key_reused"
    KEY_MISSING = "key_missing"
    KEY_EXPIRED = "key_expired"
    WRONG_CODE = "wrong_code"
    CODE_INCOMPLETE = "code_incomplete"
    TOO_MANY_CODES = "too_many_codes"
    CROSS_SITE = "cross_site"
    NOT_FOUND = "not_found"
    LOGIN_NEEDED = "login_needed"
    LOGIN_FAILED = "login_failed"
    LOGIN_WITHOUT_ROLE = "login_without_role"
    PROVIDER_AWAY = "provider_away"
    NOT_SAVED = "not_saved"
    NOT_READ = "not_read"
    TOO_LARGE = "too_large"
    TOO_BUSY = "too_busy"
    LEAVING = "leaving"
    METRICS_KEY = "metrics_key"
    DATE_NOT_VALID = "date_not_valid"
    ADDRESS_NOT_VALID = "address_not_valid"
    ADDRESS_NOT_YOURS = "address_not_yours"
    UNKNOWN_LANGUAGE = "unknown_language"
    UNKNOWN_PLAYBOOK = "unknown_playbook"
    NO_SUCH_DOCUMENT = "no_such_document"


class Refused(Struct, frozen=True):
    """A refusal as a value: the reason, the field it is about, and figures for its sentence."""

    code: Refusal
    field: str | None = None
    facts: dict[str, str | int] = {}
