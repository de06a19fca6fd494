# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Paper: the view of a workshop in, a document out. All kinds say the same."""

from leerlandschap.documents.as_html import report_html
from leerlandschap.documents.as_json import report_json
from leerlandschap.documents.as_markdown import report_markdown
from leerlandschap.documents.kinds import KINDS, Renderer

__all__ = ["KINDS", "Renderer", "report_html", "report_json", "report_markdown"]
