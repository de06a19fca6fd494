# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every fault as long as was promised, with what was counted: ``.ci/uv run python -m tests.faults.long``. Takes half an
hour. What is given goes to pytest."""

import os
import sys

import pytest

if __name__ == "__main__":
    os.environ["LEERLANDSCHAP_TEST_FAULTS"] = "long"
    shown = ["--log-cli-level=INFO", "--log-disable=httpx", "--log-cli-format=%(message)s"]
    sys.exit(pytest.main([*shown, *(sys.argv[1:] or ["tests/faults"])]))
