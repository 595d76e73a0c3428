# The bot and the action server: one image, two commands (docker-compose.yml).
FROM python:3.12-slim AS bot
RUN pip install --no-cache-dir uv && useradd --create-home signpost
WORKDIR /app
COPY pyproject.toml uv.lock README.md ./
RUN uv sync --frozen --no-dev --no-install-project
COPY knowledge knowledge
COPY actions actions
COPY bot bot
RUN uv sync --frozen --no-dev && mkdir /data /documents && chown signpost /data /documents
USER signpost
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1
EXPOSE 8080
CMD ["signpost", "run"]
