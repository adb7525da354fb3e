# make run: the app · make test: the tests · both build .venv once and reuse it.
PYTHON ?= python3
VENV := .venv
# Tests that run at the same time: those at a terminal mostly wait.
WORKERS ?= 4
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt

.PHONY: run test bench clean

run: $(VENV)/.ready-to-run
	@$(BIN)/briefer

test: $(VENV)/.ready-to-test
	@$(BIN)/python -m pytest -n $(WORKERS)

bench: $(VENV)/.ready-to-test
	@$(BIN)/python -m benchmarks

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "briefer needs Python 3.11 or later; name one with: make run PYTHON=python3.12")'
	@echo "making $(VENV) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.ready-to-run: pyproject.toml constraints.txt | $(BIN)/python
	@echo "installing what briefer needs into $(VENV) …"
	@$(PIP) --editable .
	@touch $@

$(VENV)/.ready-to-test: pyproject.toml constraints.txt | $(BIN)/python
	@echo "installing what the tests need into $(VENV) …"
	@$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/.ready-to-run

clean:
	rm -rf $(VENV) dist build
