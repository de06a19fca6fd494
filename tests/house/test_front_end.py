# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The front-end packages are fetched when we are built, at the locked versions, and only when they are missing."""

from pathlib import Path

import pytest

import hatch_build


@pytest.fixture
def without_npm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nobody answers where the npm registry should be."""
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "npm"))


@pytest.mark.parametrize(
    ("folder", "kept"),
    [(hatch_build.VENDOR, hatch_build.KEPT), (hatch_build.LETTERS, hatch_build.KEPT_LETTERS)],
    ids=["pages", "documents"],
)
def test_pages_and_documents_have_what_is_locked(folder: Path, kept: dict[str, str]) -> None:
    assert hatch_build.is_current(folder, kept, hatch_build.stamp_of(kept, dev=False))


def test_letters_come_with_their_licence() -> None:
    names = set(hatch_build.KEPT_LETTERS)
    assert {
        name for name in names if name.endswith(".ttf") and f"{name.split('_')[0]}-LICENSE.txt" not in names
    } == set()


@pytest.mark.usefixtures("without_npm")
def test_nothing_is_fetched_when_it_is_there_already() -> None:
    stamp = hatch_build.VENDOR / "VERSION"
    before = stamp.stat().st_mtime_ns
    hatch_build.fetch(hatch_build.VENDOR, hatch_build.KEPT, dev=False)
    assert stamp.stat().st_mtime_ns == before


@pytest.mark.usefixtures("without_npm")
def test_without_npm_one_sentence_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        hatch_build.fetch(tmp_path / "vendor", hatch_build.KEPT, dev=False)
    assert str(stopped.value).startswith("The front-end packages could not be fetched from the npm registry; npm says:")
    assert not (tmp_path / "vendor").exists()


def test_a_missing_file_is_noticed(tmp_path: Path) -> None:
    kept = {"here.js": "somewhere/here.js", "gone.js": "somewhere/gone.js"}
    stamp = hatch_build.stamp_of(kept, dev=False)
    (tmp_path / "VERSION").write_text(stamp, "utf-8")
    (tmp_path / "here.js").touch()
    assert not hatch_build.is_current(tmp_path, kept, stamp)
    (tmp_path / "gone.js").touch()
    assert hatch_build.is_current(tmp_path, kept, stamp)


def test_an_older_version_is_noticed(tmp_path: Path) -> None:
    kept = {"here.js": "somewhere/here.js"}
    (tmp_path / "here.js").touch()
    (tmp_path / "VERSION").write_text("htmx.org 4.0.0 sha512-older\nhere.js\n", "utf-8")
    assert not hatch_build.is_current(tmp_path, kept, hatch_build.stamp_of(kept, dev=False))
