# Two commands on a fresh machine: `make demo` and `make test`. Both set up what they need first.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test test-compiled lint bench clean

demo: .venv/ready
	$(BIN)/dealwire extract corpus/articles -o outputs/latest
	$(BIN)/dealwire evaluate outputs/latest corpus/gold --floors corpus/floors.json

test: .venv/ready
	$(BIN)/pytest

# The same tests of the compiled package; needs a C compiler.
test-compiled: .venv/compiled
	PYTHONPATH="$(CURDIR)/.venv/compiled" $(BIN)/pytest tests

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# make bench, make bench MB=50, make bench ARTICLES=path.jsonl; of the compiled package where there is a C compiler
COMPILED := $(if $(shell command -v cc),.venv/compiled)
bench: .venv/ready $(COMPILED)
	PYTHONPATH="$(COMPILED:%=$(CURDIR)/%)" $(BIN)/python benchmarks/bench.py $(if $(MB),--mb $(MB)) $(if $(ARTICLES),--articles $(ARTICLES))

.venv/compiled: .venv/ready hatch_build.py $(shell find pipeline patterns -name '*.py' -o -path 'patterns/*' -type f)
	rm -rf $@
	DEALWIRE_COMPILE=1 $(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --target $@ .
	touch $@

clean:
	rm -rf .venv dist

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	touch $@
