# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The training policy in words: what is generated from evidence, with what hands made of it."""

from leerlandschap.screens.policy.assembling import policy_of
from leerlandschap.screens.policy.edition import words_of_the_policy
from leerlandschap.screens.policy.shapes import Policy, PolicyNote, PolicyPassage, PolicySection

__all__ = ["Policy", "PolicyNote", "PolicyPassage", "PolicySection", "policy_of", "words_of_the_policy"]
