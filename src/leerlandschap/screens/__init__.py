# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""View in, HTML out: one function a page or region, Jinja templates, pictures, static files. Knows no state."""
