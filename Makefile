# Two commands on a fresh machine: `make demo` and `make test`. Both set up what they need first.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint bench clean

demo: .venv/ready
	$(BIN)/dealwire extract corpus/articles -o outputs/latest
	$(BIN)/dealwire evaluate outputs/latest corpus/gold --floors corpus/floors.json

test: .venv/ready
	$(BIN)/pytest

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# make bench, make bench MB=50, make bench ARTICLES=path.jsonl
bench: .venv/ready
	$(BIN)/python benchmarks/bench.py $(if $(MB),--mb $(MB)) $(if $(ARTICLES),--articles $(ARTICLES))

clean:
	rm -rf .venv dist

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	touch $@
