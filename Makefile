# Every command of the project. Only Python 3.11+, make and git are assumed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
.DEFAULT_GOAL := help
.PHONY: help setup practice test soak run check bench understanding lock format

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

$(STAMP): requirements.lock requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed (set PYTHON=…)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

setup: $(STAMP) ## the set-up alone: .venv with the pinned packages and dsn-bot

practice: setup ## the whole product without Telegram, at http://127.0.0.1:8080
	@$(BIN)/dsn-bot practice

run: setup ## the bot against Telegram
	@$(BIN)/dsn-bot run

test: setup ## every test: real HTTP, SQLite and a real PostgreSQL
	$(BIN)/python -m pytest -n 2 --dist loadfile

soak: setup ## the long fault suite: SIGKILLs, storms, full disk, months of jumps (SOAK_MINUTES, SEED, ORDEAL)
	@PYTHONPATH=. $(BIN)/python -m tests.faults.soak

bench: setup $(VENV)/bench/.installed ## every benchmark, beside its target (LONG=1: the broadcast of 5,000; ONLY=steps,…)
	@PYTHONPATH=. $(BIN)/python -W ignore -m tests.bench.run

$(VENV)/bench/.installed: tests/bench/requirements.lock
	@$(PYTHON) -m venv $(VENV)/bench
	$(VENV)/bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/bench/requirements.lock
	@touch $@

understanding: setup ## how well what people type is understood, by language and kind
	@PYTHONPATH=. $(BIN)/python -m tests.understanding.report

check: setup ## format, lint, types, catalogues, migrations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_locales.py tests/test_wording.py tests/test_migrations.py

format: setup ## rewrite the code in the project's format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: ## compile the lock files again (needs uv from pip)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements.in -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements-dev.in -o requirements-dev.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header tests/bench/requirements.in -o tests/bench/requirements.lock
