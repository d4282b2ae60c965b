# Everything that can be made here. Both `make demo` and `make test` set themselves up first.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup demo test lint types unit check evaluate quality benchmark notebooks format lock wheel browser clean

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/made-from-lock

help:  ## show this
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

setup: $(STAMP)  ## make .venv with the locked dependencies and this project in it

$(STAMP): requirements.lock pyproject.toml Makefile
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
	  || { echo 'standpunt needs Python 3.11, 3.12 or 3.13; name one with: make setup PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
	  package=$$($(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
	  then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$$package"; \
	  else echo "This Python can't make virtual environments. Install what is missing: sudo apt-get install $$package" >&2; exit 1; fi; }
	@echo 'Setting up .venv (once; a minute or two) …'
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup  ## build the graph of the sample corpus and show what was found
	@$(BIN)/standpunt demo

test: lint types unit check evaluate  ## all of the following

lint: setup  ## ruff: faults and format
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: setup  ## mypy, strict
	$(BIN)/mypy

unit: setup browser  ## pytest
	$(BIN)/pytest

check: setup  ## validate the knowledge files and the ontology
	$(BIN)/standpunt check

evaluate: setup  ## measure how right the extraction is
	$(BIN)/standpunt evaluate

quality: setup  ## measure, keep the figures, and write them into README.md and docs/quality.md
	@$(BIN)/python tools/quality.py

benchmark: setup  ## time the saved questions on a million quads, beside rdflib; keeps the table
	$(BIN)/python benchmarks/queries.py --save

notebooks: setup  ## run the notebooks and keep what they show
	@$(BIN)/python tools/notebooks.py

format: setup  ## let ruff put the code in order
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock: setup  ## choose the dependencies' versions anew, after a change in pyproject.toml
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --extra dev pyproject.toml -o requirements.lock

wheel: setup  ## build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation

browser:  ## the browser that the tests of the pages use; installs it where it is missing (as root)
	@command -v chromium >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
	  then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; \
	  else echo 'The tests of the pages need Chromium. Install it: sudo apt-get install chromium' >&2; exit 1; fi; }

clean:  ## remove what was made
	rm -rf .venv standpunt.graph standpunt.html build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
