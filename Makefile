# make run   sets everything up and serves the game, its journal in ./data
# make test  sets everything up and runs every check; the others are listed by `make help`
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
SHELL := /bin/sh
PYTHON ?= python3
PY := .venv/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet install
NPM := $(PY) hatch_build.py npm
WORKERS ?= 3
ARGS ?=

# A stamp bears the checksum of what it was made from: another lock, another stamp.
sum = $(shell cat $(1) | cksum | tr ' ' '-')
RUNTIME := .venv/.runtime-$(call sum,requirements.lock requirements-build.lock)
TESTING := .venv/.testing-$(call sum,requirements-test.lock requirements-build.lock)
PROJECT := .venv/.project-$(call sum,pyproject.toml)
NODE := .venv/.node-$(call sum,requirements-node.lock)

.PHONY: help run test proof bench screenshots lint fix web setup setup-test lock clean

help:
	@echo 'make run          serve the game (ARGS="--port 9000" goes to crisistafel serve)'
	@echo 'make test         every check and test, under ten minutes'
	@echo 'make proof        the long versions of the proofs, under 45 minutes'
	@echo 'make bench        load against this server and a bare one, as ratios'
	@echo 'make screenshots  every screen as a picture'
	@echo 'make lint | fix   the checks without the tests | what can be mended mechanically'
	@echo 'make web          build the web client'
	@echo 'make lock         lock the dependencies anew (needs uv)'
	@echo 'make clean        remove what make made, the data excepted'

run: setup
	@exec .venv/bin/crisistafel serve --data ./data $(ARGS)

test: lint floor
	@echo '== pytest'
	@CHROMIUM="$$(.ci/chromium)" && export CHROMIUM && HYPOTHESIS_PROFILE=ci $(PY) -m pytest -n $(WORKERS) --dist worksteal $(ARGS)
	@echo '== vitest'
	@$(NPM) run --silent test
	@echo '== all passed'

proof: setup-test
	@CHROMIUM="$$(.ci/chromium)" && export CHROMIUM && \
	  CRISISTAFEL_PROOF=1 $(PY) -m pytest -n $(WORKERS) --dist worksteal --timeout 2400 --durations 20 $(ARGS)

bench: setup-test
	@$(PY) -m tests.load $(ARGS)

screenshots: setup-test
	@CHROMIUM="$$(.ci/chromium)" && export CHROMIUM && $(PY) -m tests.e2e.screenshots $(ARGS)

lint: setup-test
	@echo '== ruff'
	@$(PY) -m ruff format --check --quiet . || { $(PY) -m ruff format --check .; exit 1; }
	@$(PY) -m ruff check --quiet .
	@echo '== import-linter'
	@.venv/bin/lint-imports
	@echo '== biome'
	@$(NPM) run --silent lint
	@echo '== mypy, svelte-check'
	@{ $(NPM) run --silent check > .venv/svelte-check.log 2>&1 & web=$$!; $(PY) -m mypy; python=$$?; \
	  wait $$web; web=$$?; cat .venv/svelte-check.log; [ $$python = 0 ] && [ $$web = 0 ]; }

.PHONY: floor
floor: web
	@echo '== browser floor'
	@$(NPM) run --silent floor

fix: setup-test
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .
	@$(NPM) run --silent fix

web: $(NODE)
	@$(PY) hatch_build.py

setup: $(RUNTIME) $(PROJECT) web

setup-test: $(TESTING) $(PROJECT) web

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'Crisistafel needs Python 3.11 or newer; PYTHON=/path/to/python3.x make ... names another one.'; exit 1; }
	@echo '== .venv'
	@$(PYTHON) -m venv .venv || { echo 'On Debian: apt install python3-venv'; rm -rf .venv; exit 1; }

$(RUNTIME): | .venv/bin/python
	@echo '== the locked dependencies'
	@$(PIP) --require-hashes -r requirements-build.lock -r requirements.lock
	@rm -f .venv/.runtime-* && touch $@

$(TESTING): | .venv/bin/python
	@echo '== the locked dependencies, with those of the tests'
	@$(PIP) --require-hashes -r requirements-build.lock -r requirements-test.lock
	@rm -f .venv/.runtime-* .venv/.testing-* && touch $@ $(RUNTIME)

$(PROJECT): | .venv/bin/python
	@SKIP_WEB=1 $(PIP) --no-deps --no-build-isolation --editable .
	@rm -f .venv/.project-* && touch $@

$(NODE): | .venv/bin/python
	@$(PY) hatch_build.py has-node || { echo '== Node, from PyPI'; $(PIP) --require-hashes -r requirements-node.lock; }
	@rm -f .venv/.node-* && touch $@

# The environment before what is installed into it.
$(PROJECT) $(NODE): | $(if $(filter run setup web,$(MAKECMDGOALS)),$(RUNTIME),$(TESTING))

LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-header --no-annotate --no-emit-index-url --no-emit-find-links $(ARGS)
lock:
	$(LOCK) pyproject.toml -o requirements.lock
	$(LOCK) pyproject.toml --extra test -c requirements.lock -o requirements-test.lock
	$(LOCK) --group build -o requirements-build.lock
	$(LOCK) --group node -o requirements-node.lock

clean:
	rm -rf .venv web/node_modules web/src/lib/paraglide game_server/static dist \
	  .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
