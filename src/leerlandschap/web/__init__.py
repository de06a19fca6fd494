# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""HTTP in and out: pages, forms, the JSON API, the stream."""
