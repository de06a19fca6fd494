# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A PostgreSQL that waits for the disk, from the package that the tests use."""

import contextlib
import os
from collections.abc import Iterator, Mapping

from bench.peers import Missing
from tests.postgres import Postgres, running


@contextlib.contextmanager
def postgres(environment: Mapping[str, str]) -> Iterator[Postgres]:
    """Raises Missing where the package is not installed. The environment goes to its processes, and to no other."""
    before = {name: os.environ.get(name) for name in environment}
    with contextlib.ExitStack() as house:
        os.environ.update(environment)
        try:
            started = house.enter_context(running(durable=True))
        except (RuntimeError, OSError) as trouble:
            raise Missing(f"PostgreSQL ({trouble})") from None
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value
        yield started
