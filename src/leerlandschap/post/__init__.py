# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Letters by e-mail to the owners of follow-ups: who is told what and when, and a sender that does not give up soon."""
