# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""After the workshop: findings come in, principles are supplemented and adopted, and the policy is put into force.

As in a real organisation this is months of work by a few people; here it takes a second.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

from leerlandschap.demo import pools
from leerlandschap.demo.checking import Difference, Pair, compared
from leerlandschap.demo.stage import Stage
from leerlandschap.text import say

View = dict[str, Any]
REVIEW_AFTER = datetime.timedelta(days=182)
VALID_FOR = datetime.timedelta(days=3 * 365)


@dataclass
class Written:
    """What was sent to the landscape, to hold against what it says afterwards."""

    findings: list[str] = field(default_factory=list)
    owner: str = ""
    adopted: list[str] = field(default_factory=list)
    supplemented: str = ""
    passages: list[str] = field(default_factory=list)
    number: str = ""


async def afterwards(stage: Stage) -> Written:
    """Everything from the closed workshop to the adopted policy. Raises Stuck."""
    written = Written()
    await _find_out(stage, written)
    await _principles(stage, written)
    await _write(stage, written)
    await _decide(stage, written)
    return written


async def seen(stage: Stage) -> View:
    """What the landscape's key holder sees."""
    view: View = msgspec.json.decode(
        await stage.client.get(stage.opened.landscape_path, stage.opened.keys["landscape"])
    )
    return view


async def _find_out(stage: Stage, written: Written) -> None:
    """Two owners found something; the follow-up that nobody had is taken over."""
    view, language = await seen(stage), stage.plan.language
    owned = [each for each in view["follow_ups"] if each["owner"]]
    [orphan] = [each for each in view["follow_ups"] if not each["owner"]]
    first, second = (each["id"] for each in kept(view)[:2])
    found = list(pools.pool("finding", language).values())
    touches: list[dict[str, str]] = [{first: "supplements", second: "confirms"}, {second: "contradicts"}]
    for follow_up, text, touched in zip(owned, found, touches, strict=False):
        await stage.pause(2)
        await stage.writes("RecordFinding", follow_up=follow_up["id"], text=text, touches=touched)
        written.findings.append(text)
    written.owner = next(iter(pools.pool("owner", language).values()))
    await stage.writes("TakeOver", follow_up=orphan["id"], owner=written.owner)
    stage.tell("findings", n=len(written.findings))


def kept(view: View) -> list[View]:
    """The principles that the group kept, in their order."""
    return [each for each in view["principles"] if each["kept"] and each["stands"]]


async def _principles(stage: Stage, written: Written) -> None:
    """The first finding comes back into the first principle; then those that wait for nothing are adopted."""
    view, words = await seen(stage), pools.pool("afterwards", stage.plan.language)
    principle, finding = kept(view)[0], view["findings"][0]
    written.supplemented = words["means"]
    await stage.writes("SupplementPrinciple", principle=principle["id"], finding=finding["id"], means=words["means"])
    for each in kept(await seen(stage)):
        if not each["open_findings"]:
            await stage.writes("AdoptPrinciple", principle=each["id"])
            written.adopted.append(each["words"]["statement"])
    stage.tell("adopted", n=len(written.adopted))


async def _write(stage: Stage, written: Written) -> None:
    """What nobody can say but the organisation itself."""
    words = pools.pool("afterwards", stage.plan.language)
    for section in ("direction", "reason_and_scope", "time_and_money"):
        await stage.pause(2)
        await stage.writes("WritePassage", section=section, text=words[section])
        written.passages.append(words[section])


async def _decide(stage: Stage, written: Written) -> None:
    """To management, to the works council, into force; and the day on which the card is played again."""
    words, today = pools.pool("afterwards", stage.plan.language), _today()
    written.number = words["number"]
    await stage.writes("SendPolicy", on=today.isoformat(), to=words["management"])
    await stage.writes("AskWorksCouncil", on=today.isoformat(), to=words["council"])
    await stage.writes("RecordConsent", on=today.isoformat(), decision="given", number=written.number)
    days = {"valid_until": today + VALID_FOR, "review_on": today + REVIEW_AFTER}
    later = {name: day.isoformat() for name, day in days.items()}
    await stage.writes("AdoptPolicy", on=today.isoformat(), adopted_by=words["management"], **later)
    stage.tell("in_force")


def differences(written: Written, view: View, stage: Stage) -> tuple[int, list[Difference]]:
    """How many parts of the landscape were compared with what was sent, and those that differ."""
    return compared(list(_pairs(written, view, stage)))


def _pairs(written: Written, view: View, stage: Stage) -> Iterator[Pair]:
    def name(key: str) -> str:
        return say(f"demo.name.{key}", stage.plan.language)

    yield name("findings"), written.findings, [each["text"] for each in view["findings"]]
    yield name("owner"), 0, sum(each["owner"] is None for each in view["follow_ups"])
    yield name("supplemented"), written.supplemented, kept(view)[0]["words"]["means"]
    adopted = [each["words"]["statement"] for each in view["principles"] if each["status"] == "adopted"]
    yield name("adopted"), written.adopted, adopted
    by_hand = [p["writings"][-1]["text"] for p in view["passages"] if p["mark"] == "edited"]
    yield name("passages"), written.passages, by_hand
    yield name("edition"), [1], [each["version"] for each in view["editions"]]
    said = [text for each in view["editions"] for section in each["sections"] for text in _texts(section)]
    yield name("edition_words"), [], [text for text in written.passages if text not in said]


def _texts(section: View) -> list[str]:
    return [each.get("text", "") for each in section.get("passages", ())]


def _today() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date()
