# Everything a person or CI does with docintake. `make` alone explains the targets.

export DOCINTAKE_HOME ?= .docintake
BIN := $(DOCINTAKE_HOME)/install/venv/bin
ARGS ?=
# What asks databases most: run once more, on PostgreSQL.
ON_POSTGRES := $(addprefix tests/unit/,common/test_database.py common/test_outbox.py common/test_consume.py \
	common/test_sealing.py common/test_key_grants.py common/test_migrations.py \
	$(addprefix intake/test_,ask.py declare.py upload.py withdraw_and_erase.py) \
	verify/judging/test_join.py verify/review/test_console.py \
	$(addprefix score/test_,score_follows_events.py round_in_the_service.py web.py wiring.py))
QUICK ?=

.DEFAULT_GOAL := help
.PHONY: help install demo up down test check format bench eval chaos fuzz mutants mistakes test-infra lock clean distclean

help: ## Explain every target
	@printf 'docintake: make TARGET\n\n'
	@sed -nE 's/^([a-z-]+):.*## (.*)/  \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-12s %s\n", $$1, $$2 }'
	@printf '\nState and installs: $(DOCINTAKE_HOME) (DOCINTAKE_HOME). Settings: DOCINTAKE_..., see README.md.\n'

install: ## Install what is missing: Debian packages, Java, Kafka, Python packages
	@bash infra/install/install.sh

demo: install ## Show the whole path with invented applicants, on fresh data (DEMO_EXIT=1: then stop)
	@$(BIN)/docintake demo

up: install ## Start broker and services, and serve until Ctrl-C
	@$(BIN)/docintake up

down: ## Stop what `make up` or `make demo` started
	@if [ -x $(BIN)/docintake ]; then $(BIN)/docintake down; else echo 'nothing is installed, so nothing runs'; fi

test: install ## Run all tests: unit, contracts, integration, end to end (ARGS='-k word' for some)
ifeq ($(ARGS),)
	@$(BIN)/python -m pytest -q -n 2 --dist loadfile tests/unit tests/contracts tests/hostile tests/fuzz
	@$(BIN)/python -m pytest tests/integration tests/mistakes tests/e2e
else
	@$(BIN)/python -m pytest $(ARGS)
endif

test-infra: install ## Run the tests on PostgreSQL, S3, three brokers, TLS and SASL (installs those servers first)
	@bash infra/install/servers.sh
	@$(BIN)/python -m pytest -q -p tests.infra.on_postgres $(ON_POSTGRES)
	@$(BIN)/python -m pytest -q tests/infra $(ARGS)

check: install ## Check format, lint, types and imports
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: install ## Format the code and mend what ruff can mend
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: install ## Measure: upload to verdict, pages a second, events a second
	@$(BIN)/python -m bench $(ARGS)

eval: install ## Measure reading and judging on papers drawn anew (QUICK=1: a small sample against fixed floors)
	@OMP_THREAD_LIMIT=1 $(BIN)/python -m eval $(if $(QUICK),--quick) $(ARGS)

chaos: install ## Kill, stop, cut and fill at random under load, then check every promise (ARGS='--minutes N --seed S')
	@$(BIN)/python -m chaos $(ARGS)

fuzz: install ## Every hostile file, then 100,000 cases or 15 minutes (ARGS='--cases 1000000 --minutes 120 --seed 7')
	@$(BIN)/python -m tests.fuzz $(ARGS)

mutants: install ## Change the rules in thousands of small ways, and see whether a test notices (hours; ARGS='services.score.stages.*' for some)
	@bash infra/mutants.sh $(ARGS)

mistakes: install ## Put the ten known mistakes of Kafka consumers in, one by one, and see that a test notices
	@$(BIN)/python -m tests.mistakes

lock: install ## Lock requirements.in anew into requirements.txt (versions move only with ARGS=--upgrade)
	@bash infra/install/lock.sh $(ARGS)

clean: down ## Forget all data: databases, uploads, topics, keys, logs (installs stay)
	@bash infra/install/forget.sh

distclean: down ## Forget everything, installs too
	@bash infra/install/forget.sh everything
