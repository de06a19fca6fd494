# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
#
# One image for one machine (with its database in /data) and for many (with PostgreSQL). docs/deploy/README.md

FROM python:3.13-slim AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /build

# Everything of others, at the versions and with the hashes that are locked.
COPY requirements.lock ./
RUN python -m venv /opt/leerlandschap \
    && /opt/leerlandschap/bin/pip install --require-hashes --requirement requirements.lock

# What builds us, at the versions that are locked; it fetches the front-end packages with their integrity hashes.
COPY pyproject.toml ./
RUN python -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['tool']['uv']['build-constraint-dependencies'], sep='\n')" > build.txt \
    && python -m venv /opt/build \
    && /opt/build/bin/pip install --requirement build.txt
COPY hatch_build.py package.json package-lock.json .npmrc README.md CHANGELOG.md LICENSE ./
COPY LICENSES LICENSES
COPY src src
RUN /opt/build/bin/pip wheel --no-build-isolation --no-deps --wheel-dir wheels . \
    && /opt/leerlandschap/bin/pip install --no-deps wheels/leerlandschap-*.whl


FROM python:3.13-slim
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin leerlandschap \
    && install --directory --owner=leerlandschap --mode=0700 /data
COPY --from=build /opt/leerlandschap /opt/leerlandschap
ENV PATH=/opt/leerlandschap/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    LEERLANDSCHAP_HOST=0.0.0.0 \
    LEERLANDSCHAP_PORT=8000 \
    LEERLANDSCHAP_DATA=/data
USER leerlandschap
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health', timeout=4)"]
ENTRYPOINT ["leerlandschap"]
CMD ["serve", "--no-open"]
