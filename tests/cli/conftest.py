# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What tests of the command line share."""

import os
from pathlib import Path

import pytest

from tests.cli.sheets import Measuring

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command itself sets it


@pytest.fixture
def measuring(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Measuring:
    return Measuring(tmp_path, capsys)
