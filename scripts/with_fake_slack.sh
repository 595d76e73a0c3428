#!/bin/sh
# Runs a command beside a stand-in for Slack, for trying Signpost without a workspace. Nothing leaves this machine.
set -eu
cd "$(dirname "$0")/.."
PORT="${FAKE_SLACK_PORT:-8765}"
BOT="http://127.0.0.1:${SIGNPOST_PORT:-8080}/slack/events"

mkdir -p .data
.venv/bin/python -m tests.fake_slack --port "$PORT" --bot "$BOT" >.data/stand-in.log 2>&1 &
STAND_IN=$!
trap 'kill "$STAND_IN" 2>/dev/null || true' EXIT
trap 'exit 130' INT TERM

unset HTTPS_PROXY https_proxy HTTP_PROXY http_proxy  # nothing here goes out
export SLACK_MODE=http SLACK_API_URL="http://127.0.0.1:$PORT/api/" SLACK_BUSINESS_CHANNEL=G_BUSINESS
export SLACK_BOT_TOKEN=xoxb-fake SLACK_APP_TOKEN=xapp-fake SLACK_SIGNING_SECRET=fake-signing-secret
export DATABASE_URL="sqlite:///$PWD/.data/stand-in.db"
.venv/bin/signpost people import tests/fake_slack/people.csv >/dev/null
echo "The stand-in for Slack is at http://127.0.0.1:$PORT/ (this is not Slack)."
"$@"
