# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What tests over HTTP share with those of documents: a real word processor."""

from tests.documents.conftest import converted as converted
