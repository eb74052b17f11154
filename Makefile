# Two commands do everything on a fresh machine with Python 3.11+, venv, make and git: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

# Tests start many processes, and the packages are installed uncompiled: what one has compiled, the others load.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint tests fast screenshots lock texts clean

help:  ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(VENV)/.ready  ## create .venv with everything that is locked; then .venv/bin/haku is the program

$(VENV)/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "make: $(PYTHON) is older than Python 3.11; name a newer one: make PYTHON=python3.12 setup" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --no-compile --require-hashes --requirement requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup  ## crawl the bundled sample site, build its archive and serve it at http://127.0.0.1:8000
	$(BIN)/haku demo

# Many tests wait for a crawl or a browser: four at a time and the checks beside them fill two processors.
test: setup  ## run every check and every test, the browser's too
	@$(MAKE) --no-print-directory --jobs=2 lint tests

tests: setup
	$(BIN)/pytest --numprocesses 4 --dist loadfile

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

fast: setup  ## run the tests that need neither browser nor the shared corpus
	$(BIN)/pytest -m "not browser and not shared"

screenshots: setup  ## take the pictures of the README anew
	$(BIN)/python -m tools.screenshots

lock: setup  ## lock the newest versions that pyproject.toml allows
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --extra dev pyproject.toml --output-file requirements.lock

texts: setup  ## bring the translations in line with the code, and compile them
	$(BIN)/python -m tools.catalogues

clean:  ## remove what was made here (never an archive)
	rm -rf $(VENV) dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
