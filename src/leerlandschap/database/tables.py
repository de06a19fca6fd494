# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tables. The journal is append-only and holds no name; everything about a person stands apart, erasable."""

from sqlalchemy import Column, DateTime, Integer, MetaData, String, Table, Text, UniqueConstraint

metadata = MetaData()

# The key is the lock: two writers of one stream cannot both write the same number.
entries = Table(
    "entries",
    metadata,
    Column("stream", String(40), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),  # ISO 8601, UTC, microseconds: text sorts and survives any database
    Column("by", String(40), nullable=False),
    Column("kind", String(60), nullable=False),
    Column("data", Text, nullable=False),
    Column("asked", String(120)),  # the idempotency key it was asked with, and a digest of what was asked
    sqlite_with_rowid=False,
)

names = Table(
    "names",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("stream", String(40), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("address", Text),  # for e-mail, when it was given
)

keys = Table(
    "keys",
    metadata,
    Column("hash", String(64), primary_key=True),  # SHA-256 of the key, hexadecimal; the key itself is kept nowhere
    Column("stream", String(40), nullable=False, index=True),
    Column("role", String(20), nullable=False),
    Column("made_at", DateTime(timezone=True), nullable=False),
    Column("ended_at", DateTime(timezone=True)),
    Column("about", String(40)),  # of an owner: the follow-up that the key opens
)

codes = Table(
    "codes",
    metadata,
    Column("code", String(12), primary_key=True),
    Column("stream", String(40), nullable=False, unique=True),
)

seals = Table(
    "seals",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("secret", String(64), nullable=False),  # hexadecimal; what participants' keys are signed with
)

# Letters that wait to be sent, and what became of those that were tried. The words are made when a letter is sent.
letters = Table(
    "letters",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("stream", String(40), nullable=False, index=True),
    Column("about", String(40), nullable=False),  # the follow-up
    Column("person", String(40), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("occasion", String(40), nullable=False),  # a letter is sent once an occasion, such as a due date
    Column("made_at", DateTime(timezone=True), nullable=False),
    Column("next_at", DateTime(timezone=True), nullable=False, index=True),
    Column("tries", Integer, nullable=False),
    Column("sent_at", DateTime(timezone=True)),
    Column("trouble", Text),  # what the mail server said last
    UniqueConstraint("stream", "about", "person", "kind", "occasion"),
)

# That something was taken out of the tables above, never what it was. It tells other processes to look again, and
# whoever restores an older backup what to take out once more. Without wiped_at its bytes may still be in freed space.
erasures = Table(
    "erasures",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("stream", String(40), nullable=False),
    Column("at", String(32), nullable=False, index=True),  # as in the journal
    Column("wiped_at", String(32)),
)

logins = Table(
    "logins",
    metadata,
    Column("hash", String(64), primary_key=True),  # SHA-256 of the key in the cookie; of who it is nothing is kept
    Column("standings", String(60), nullable=False),
    Column("ends_at", DateTime(timezone=True), nullable=False, index=True),
)
