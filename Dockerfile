# syntax=docker/dockerfile:1
FROM python:3.13-slim AS build
WORKDIR /src
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
# First what seldom changes, so that it stays cached: the locked dependencies, the build tools and a Node.
COPY requirements.lock requirements-build.lock requirements-node.lock ./
RUN python -m venv /app && /app/bin/pip install --require-hashes -r requirements.lock
RUN pip install --require-hashes -r requirements-build.lock -r requirements-node.lock
COPY pyproject.toml hatch_build.py README.md LICENSE ./
COPY web ./web
COPY scenarios ./scenarios
COPY game_server ./game_server
RUN pip wheel --no-deps --no-build-isolation --wheel-dir /wheels . && /app/bin/pip install --no-deps /wheels/*.whl

FROM python:3.13-slim
RUN useradd --system --uid 10001 --no-create-home crisistafel && install -d -o crisistafel -g crisistafel /data
COPY --from=build /app /app
ENV PATH=/app/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    CRISISTAFEL_HOST=0.0.0.0 CRISISTAFEL_PORT=8000 CRISISTAFEL_DATA=/data
USER crisistafel
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"CRISISTAFEL_PORT\"]}/health/ready', timeout=2)"]
STOPSIGNAL SIGTERM
CMD ["crisistafel", "serve"]
