# Everything a person or CI does with docintake. `make` alone explains the targets.

export DOCINTAKE_HOME ?= .docintake
BIN := $(DOCINTAKE_HOME)/install/venv/bin
ARGS ?=
QUICK ?=

.DEFAULT_GOAL := help
.PHONY: help install demo up down test check format bench eval mutants lock clean distclean

help: ## Explain every target
	@printf 'docintake: make TARGET\n\n'
	@sed -nE 's/^([a-z]+):.*## (.*)/  \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-12s %s\n", $$1, $$2 }'
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
	@$(BIN)/python -m pytest -q -n 2 --dist loadfile tests/unit tests/contracts
	@$(BIN)/python -m pytest tests/integration tests/e2e
else
	@$(BIN)/python -m pytest $(ARGS)
endif

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

mutants: install ## Change the rules in thousands of small ways, and see whether a test notices (hours; ARGS='services.score.stages.*' for some)
	@bash infra/mutants.sh $(ARGS)

lock: install ## Lock requirements.in anew into requirements.txt (versions move only with ARGS=--upgrade)
	@bash infra/install/lock.sh $(ARGS)

clean: down ## Forget all data: databases, uploads, topics, keys, logs (installs stay)
	@bash infra/install/forget.sh

distclean: down ## Forget everything, installs too
	@bash infra/install/forget.sh everything
