# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keys open one workshop in one role, and are kept nowhere; codes are easy to type."""

import random
from pathlib import Path

import pytest
from sqlalchemy import Engine

from leerlandschap.core.vocabulary import Role
from leerlandschap.database import bring_up_to_date, engine_for
from leerlandschap.people import Doors, Grant, Tokens
from tests.cast import AISHA, BRAM, NINE
from tests.people.conftest import LETTERS, counting, in_a_file, on_disk

SECRET = "5e" * 32


@pytest.fixture
def doors(engine: Engine) -> Doors:
    return Doors(engine, counting("a-long-and-secret-key-{}"), counting("ABC{:03}"))


@pytest.fixture
def tokens(engine: Engine) -> Tokens:
    return Tokens(engine, lambda: SECRET)


# ---- keys


def test_a_key_opens_one_workshop_in_one_role(doors: Doors) -> None:
    femkes = doors.key_for("w1", Role.FACILITATOR, NINE)
    screens = doors.key_for("w1", Role.PROJECTOR, NINE)
    assert doors.grant(femkes) == Grant("w1", Role.FACILITATOR)
    assert doors.grant(screens) == Grant("w1", Role.PROJECTOR)


@pytest.mark.parametrize("key", ["", "a-long-and-secret-key-2", "A-LONG-AND-SECRET-KEY-1", "é", "\udce9", "x" * 10_000])
def test_a_key_of_nobody_opens_nothing(doors: Doors, key: str) -> None:
    doors.key_for("w1", Role.FACILITATOR, NINE)
    assert doors.grant(key) is None


def test_a_key_that_was_tried_before_it_was_made_opens_its_door(doors: Doors) -> None:
    assert doors.grant("a-long-and-secret-key-1") is None
    assert doors.grant(doors.key_for("w1", Role.FACILITATOR, NINE)) == Grant("w1", Role.FACILITATOR)


@in_a_file
def test_the_key_itself_is_nowhere_on_disk(doors: Doors, engine: Engine, file: Path) -> None:
    key = doors.key_for("w-westerveen", Role.FACILITATOR, NINE)
    written = on_disk(engine, file)
    assert b"w-westerveen" in written
    assert key.encode() not in written


def test_a_key_is_known_again_by_another_process(doors: Doors, engine: Engine) -> None:
    key = doors.key_for("w1", Role.LANDSCAPE, NINE)
    assert Doors(engine, str, str).grant(key) == Grant("w1", Role.LANDSCAPE)


def test_a_key_that_is_to_be_alone_ends_every_earlier_one_to_the_same(doors: Doors, engine: Engine) -> None:
    walls = [doors.key_for("w1", Role.PROJECTOR, NINE) for _ in range(2)]
    others = [doors.key_for("w1", Role.FACILITATOR, NINE), doors.key_for("w2", Role.PROJECTOR, NINE)]
    known = [doors.grant(key) for key in (*walls, *others)]
    assert None not in known
    new = doors.key_for("w1", Role.PROJECTOR, NINE, alone=True)
    for asked in (doors, Doors(engine, str, str)):
        assert [asked.grant(key) for key in (*walls, *others, new)] == [None, None, *known[2:], known[0]]


@pytest.mark.parametrize("ends", ["here", "in another process"])
def test_a_key_that_ends_while_it_is_looked_up_is_not_remembered(
    doors: Doors, engine: Engine, monkeypatch: pytest.MonkeyPatch, ends: str
) -> None:
    key = doors.key_for("w1", Role.FACILITATOR, NINE)

    looks_up = doors._looked_up

    def and_then_it_ends(hashed: str) -> Grant | None:
        found = looks_up(hashed)
        if ends == "here":
            doors.end(key, NINE)
        else:
            Doors(engine, counting("{}"), counting("{}")).end(key, NINE)
            doors.ended(None)  # as it is heard from there
        return found

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(doors, "_looked_up", and_then_it_ends)
        doors.grant(key)
    assert doors.grant(key) is None


def test_the_keys_to_one_follow_up_end_without_those_to_another(doors: Doors) -> None:
    bram, sanne = (doors.key_for("l1", Role.OWNER, NINE, about) for about in ("p1", "p2"))
    landscape = doors.key_for("l1", Role.LANDSCAPE, NINE)
    assert doors.end_all("l1", Role.OWNER, NINE, "p1") == 1
    assert [doors.grant(key) is None for key in (bram, sanne, landscape)] == [True, False, False]
    assert doors.end_all("l1", Role.OWNER, NINE, "p1") == 0


# ---- participants' keys


def test_aishas_key_is_hers_in_this_workshop_only(tokens: Tokens) -> None:
    key = tokens.for_participant("w1", AISHA.id)
    assert tokens.participant("w1", key) == AISHA.id
    assert tokens.participant("w2", key) is None


def test_nobody_makes_bram_of_aishas_key(tokens: Tokens) -> None:
    _, _, signature = tokens.for_participant("w1", AISHA.id).partition(".")
    assert tokens.participant("w1", f"{BRAM.id}.{signature}") is None


@pytest.mark.parametrize("key", ["", ".", "aisha", "aisha.", "aisha.é", "é.é", ".." * 500, "aisha.\udce9"])
def test_what_is_no_key_is_nobodys(tokens: Tokens, key: str) -> None:
    assert tokens.participant("w1", key) is None


def test_participants_keys_outlive_a_restart(tokens: Tokens, engine: Engine) -> None:
    key = tokens.for_participant("w1", AISHA.id)
    assert Tokens(engine, lambda: "00" * 32).participant("w1", key) == AISHA.id


def test_another_installation_knows_none_of_our_keys(tokens: Tokens, one_more: str) -> None:
    elsewhere = engine_for(one_more)
    bring_up_to_date(elsewhere)
    key = tokens.for_participant("w1", AISHA.id)
    assert Tokens(elsewhere, lambda: "00" * 32).participant("w1", key) is None
    elsewhere.dispose()


# ---- codes


def test_a_workshop_keeps_its_code(doors: Doors) -> None:
    code = doors.code_for("w1")
    assert (doors.code_for("w1"), doors.code_of("w1"), doors.stream_of(code)) == (code, code, "w1")
    assert doors.code_for("w2") != code


def test_a_code_that_is_taken_is_not_given_out_twice(engine: Engine) -> None:
    made = iter(["AAAAAA", "AAAAAA", "AAAAAA", "BBBBBB"])
    doors = Doors(engine, str, lambda: next(made))
    assert (doors.code_for("w1"), doors.code_for("w2")) == ("AAAAAA", "BBBBBB")


def test_when_no_code_is_free_we_do_not_try_for_ever(engine: Engine) -> None:
    doors = Doors(engine, str, lambda: "AAAAAA")
    doors.code_for("w1")
    with pytest.raises(RuntimeError, match="no free join code"):
        doors.code_for("w2")


@pytest.mark.parametrize("typed", ["ABC001", "abc001", " abc 001 ", "abc-001", "a.b.c/001\n"])
def test_a_code_is_known_however_it_is_typed(doors: Doors, typed: str) -> None:
    doors.code_for("w1")
    assert doors.stream_of(typed) == "w1"


@pytest.mark.parametrize("typed", ["", "   ", "ABC00", "ABC002", "ABC0011", "'; DROP TABLE codes; --"])
def test_a_code_that_is_not_there_leads_nowhere(doors: Doors, typed: str) -> None:
    doors.code_for("w1")
    assert doors.stream_of(typed) is None


def test_codes_have_no_letters_that_look_alike(engine: Engine) -> None:
    dice = random.Random(1)
    doors = Doors(engine, str, lambda: "".join(dice.choices(LETTERS, k=6)))
    codes = [doors.code_for(f"w{n}") for n in range(30)]
    assert set("".join(codes)) & set("01ILOU") == set()
    assert [doors.stream_of(code.lower()) for code in codes] == [f"w{n}" for n in range(30)]


def test_a_code_is_remembered_once_it_was_asked_for(doors: Doors) -> None:
    code = doors.code_for("w1")
    assert doors.remembered(code) is None
    assert doors.stream_of(code) == "w1"
    assert (doors.remembered(f"{code[:3]} {code[3:].lower()}"), doors.remembered("ABC999")) == ("w1", None)


# ---- invitations


def test_an_invitation_holds_its_code_and_nobody_else_makes_one(tokens: Tokens) -> None:
    invitation = tokens.invitation("K7M3QP")
    code, _, signature = invitation.partition(".")
    assert (code, len(signature), tokens.invited(invitation)) == ("K7M3QP", 12, "K7M3QP")
    forged = [f"K7M3QR.{signature}", f"K7M3QP.{signature[:-1]}", f"K7M3QP.{signature}0"]
    forged += ["K7M3QP", "K7M3QP.", ".", "é.é", ""]
    assert [tokens.invited(each) for each in forged] == [None] * len(forged)


def test_an_invitation_is_no_key_and_a_key_no_invitation(tokens: Tokens) -> None:
    invitation, key = tokens.invitation("K7M3QP"), tokens.for_participant("door", AISHA.id)
    assert (tokens.participant("door", invitation), tokens.invited(key)) == (None, None)
