# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
import sys

from leerlandschap.cli import main

sys.exit(main())
