# Two commands: `make run` to try Signpost, `make test` to check it. The rest are their parts.
.DEFAULT_GOAL := help
SIGNPOST := .venv/bin/signpost
PYTHON := .venv/bin/python
RASA := cd nlu && PYTHONPATH=. RASA_TELEMETRY_ENABLED=false ACTION_SERVER_URL=http://127.0.0.1:5055/webhook \
	SQLALCHEMY_SILENCE_UBER_WARNING=1 PYTHONWARNINGS=ignore TF_CPP_MIN_LOG_LEVEL=3 .venv/bin/rasa

.PHONY: help setup run train test lint types knowledge nlu-check compose-check pytest bench evaluate crash simulate-year capabilities teams-package clean

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort

setup: ## install both environments (uv and the Pythons too where they are missing)
	@sh scripts/setup.sh

run: setup ## start everything and print the address; Ctrl-C stops it. SLACK=fake brings a stand-in for Slack
	@$(if $(filter fake,$(SLACK)),sh scripts/with_fake_slack.sh) $(SIGNPOST) run

train: setup ## train the language model if its inputs have changed
	@$(SIGNPOST) train

test: setup lint types compose-check knowledge nlu-check pytest ## everything that must hold

lint:
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .

types:
	.venv/bin/mypy

compose-check:
	.venv/bin/check-jsonschema --builtin-schema vendor.compose-spec docker-compose.yml

knowledge:
	$(SIGNPOST) knowledge check

nlu-check: train
	$(RASA) data validate --quiet --max-history 5 --fail-on-warnings
	$(RASA) test core --quiet --stories tests --model "$$(../$(SIGNPOST) train)" --out ../.cache/rasa-test --fail-on-prediction-errors

pytest: train
	$(PYTHON) -m pytest -n auto --dist loadgroup

bench: train ## measure latency, throughput, memory, start and training time
	$(PYTHON) -m bench

evaluate: train ## measure the answers on labelled messages beside simple baselines; write the system card (FILES="..." adds sets)
	@$(PYTHON) -m bench.evaluate --baselines --card $${DIET_EPOCHS:+--diet-epochs $$DIET_EPOCHS} $(FILES)

crash: setup ## kill the bot again and again under load: nothing may be lost (ROUNDS=20 for a short run)
	@$(PYTHON) -m bench.crash --rounds $${ROUNDS:-200} --channel $${CHANNEL:-slack}

simulate-year: setup ## live through a year of the delivery plan: nobody told twice a day, nothing left unsent (SEED=1 repeats one)
	@$(PYTHON) -m bench.simulate_year $${SEED:+--seed $$SEED}

capabilities: setup ## what each channel can do, as the tests show it; not 0 with an empty cell
	@$(PYTHON) -m tests.channels.capabilities

teams-package: setup ## the app package for Microsoft Teams (needs TEAMS_APP_ID, ORGANISATION, WEBSITE)
	@$(PYTHON) -m scripts.teams_package

clean: ## remove environments, models and caches
	rm -rf .venv nlu/.venv nlu/models .cache
