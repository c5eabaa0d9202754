# Every command of the project. Only Python 3.11+, make and git are assumed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEV_STAMP := $(VENV)/.installed-dev
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev practice test test-all coverage mutants soak run check static page bench understanding docs lock format audit

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

# A line for each package that comes, instead of minutes without a word. A pipe hides how pip ended: the mark tells.
install = rm -f $(VENV)/.come; { $(BIN)/python -m pip install --disable-pip-version-check --progress-bar off --require-hashes $(1) \
	&& touch $(VENV)/.come; } | sed -n -e 's/^Collecting \([^ ;]*\).*/  \1/p' -e 's/^Installing collected.*/  installing them/p'; rm $(VENV)/.come

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed (set PYTHON=…)"; exit 1; }
	@echo "Set-up, once: 1 of 3: a Python environment in $(VENV), with $$($(PYTHON) --version)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "2 of 3: what the bot needs, as requirements.lock pins it (about a minute)"
	@$(call install,-r requirements.lock)
	@echo "3 of 3: dsn-bot itself"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@echo "Set-up is done: $$($(BIN)/dsn-bot --version) in $(BIN)"
	@touch $@

$(DEV_STAMP): requirements-dev.lock $(STAMP)
	@echo "What the tests and checks need, once, as requirements-dev.lock pins it (about a minute)"
	@$(call install,-r requirements-dev.lock)
	@touch $@

setup: $(STAMP) ## what the bot needs, and no more: .venv with the pinned packages and dsn-bot

setup-dev: $(DEV_STAMP) ## what its tests and checks need besides

practice: setup ## the whole product without Telegram, at http://127.0.0.1:8080 or the next free port (PORT=9000)
	@$(BIN)/dsn-bot practice $(if $(PORT),--port $(PORT))

run: setup ## the bot against Telegram
	@$(BIN)/dsn-bot run

# More at once than cores: a test waits for others half of its time. The long files, which come first, stay first.
AT_ONCE := -n 3 --dist loadfile --no-loadscope-reorder

test: setup-dev ## every test: real HTTP, SQLite and a real PostgreSQL
	$(BIN)/python -m pytest $(AT_ONCE)

test-all: ## every test on each Python from 3.11 to 3.14 that is here, in environments of their own
	@PYTHON="$(PYTHON)" sh tests/every_python.sh

coverage: setup-dev ## every test, and how much of the code it reaches (at least the floor in pyproject.toml)
	$(BIN)/python -m pytest $(AT_ONCE) --cov --cov-report=term

mutants: setup-dev ## small changes to the code, one at a time: does a test notice? (SEED, COUNT, ONLY=paths, JOBS)
	@PYTHONPATH=. $(BIN)/python -m tests.mutants.run

soak: setup-dev ## the long fault suite: SIGKILLs, storms, full disk, months of jumps (SOAK_MINUTES, SEED, SCENARIO)
	@PYTHONPATH=. $(BIN)/python -m tests.resilience.soak

bench: setup-dev $(VENV)/bench/.installed ## every benchmark, beside its target (LONG=1: the broadcast of 5,000; ONLY=steps,…)
	@PYTHONPATH=. $(BIN)/python -W ignore -m tests.bench.run

$(VENV)/bench/.installed: tests/bench/requirements.lock
	@$(PYTHON) -m venv $(VENV)/bench
	$(VENV)/bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/bench/requirements.lock
	@touch $@

understanding: setup-dev ## how well what people type is understood, by language and kind
	@PYTHONPATH=. $(BIN)/python -m tests.understanding.report

docs: setup-dev ## write what is generated in docs: commands.md, the tables of privacy.md
	@$(BIN)/python -m bot.process.commands_page docs/commands.md
	@$(BIN)/python -m bot.process.privacy_page docs/privacy.md

check: static ## format, lint, types (Python and the practice page), catalogues, migrations, generated documents
	$(BIN)/python -m pytest -q tests/core/test_locales.py tests/core/test_wording.py tests/storage/test_migrations.py tests/process/test_commands_page.py tests/process/test_privacy_page.py tests/storage/test_register.py tests/core/test_documents.py

static: setup-dev page ## of check what runs no test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --no-cache

PAGE := tests/page/node_modules

page: ## lint and types of the practice page's JavaScript; needs node
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory $(PAGE)/.checked; \
	elif [ "$$DSN_PAGE_CHECKS" = required ]; then echo "npm is missing: the practice page's JavaScript cannot be checked" >&2; exit 1; \
	else printf '%s\n' "" "  !!  NOT CHECKED: the practice page's JavaScript, because npm is missing here." "  !!  Install nodejs and npm to have it linted and its types checked." "" >&2; fi

$(PAGE)/.installed: tests/page/package.json tests/page/package-lock.json
	npm --prefix tests/page ci --silent --ignore-scripts
	@touch $@

.PHONY: $(PAGE)/.checked
$(PAGE)/.checked: $(PAGE)/.installed
	$(PAGE)/.bin/eslint --max-warnings 0 --config tests/page/eslint.config.js bot/practice/page tests/page/eslint.config.js
	$(PAGE)/.bin/tsc --project tests/page

format: setup-dev ## rewrite the code in the project's format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

audit: setup-dev ## known weaknesses in the pinned packages, where a source of advisories answers (DSN_ADVISORIES)
	@PYTHONPATH=. $(BIN)/python -m tests.audit.run

lock: ## compile the lock files again (needs uv from pip)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements.in -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements-dev.in -o requirements-dev.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header tests/bench/requirements.in -o tests/bench/requirements.lock
