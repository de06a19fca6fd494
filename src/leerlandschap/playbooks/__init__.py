# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Playbooks: everything a workshop says and asks, as files that a facilitator can edit."""

from leerlandschap.playbooks.checking import check, check_file
from leerlandschap.playbooks.complaint import BrokenPlaybookError, Complaint
from leerlandschap.playbooks.reading import known, read, read_text

__all__ = ["BrokenPlaybookError", "Complaint", "check", "check_file", "known", "read", "read_text"]
