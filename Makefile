PYTHON ?= python3
# many machines have LANGUAGE=en_US:en in their environment: only our own two count
LANGUAGE := $(if $(filter nl en,$(LANGUAGE)),$(LANGUAGE),nl)
BIN := .venv/bin

.PHONY: demo test lint check-types docs lock warm clean

# What a user needs: about 300 MB of wheels. Everything lands in .venv; nothing else is touched.
.venv/ready: requirements.lock pyproject.toml
	@if [ "$(LANGUAGE)" = en ]; then \
	  echo "First time: downloading about 300 MB and setting up, about two minutes."; \
	else \
	  echo "Eerste keer: er wordt ongeveer 300 MB gedownload en klaargezet, ongeveer twee minuten."; \
	fi
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch .venv/ready

demo: .venv/ready
	@$(BIN)/cohorts compose sample_data/overijssel/aanmeldingen.xlsx \
	  --programme businessversneller --relations sample_data/overijssel/relations.csv \
	  --seed 1 --language $(LANGUAGE) --out out/demo
	@$(BIN)/cohorts check out/demo/proposal.json sample_data/overijssel/aanmeldingen.xlsx \
	  --programme businessversneller --relations sample_data/overijssel/relations.csv \
	  --language $(LANGUAGE)

warm: .venv/ready
	@$(BIN)/python -m solver.search.warm

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint warm
	$(BIN)/python -m pytest -n auto

docs: .venv/ready
	$(BIN)/cohorts rules --markdown --language en > docs/reference/rules.md

lock:
	uv pip compile --universal --python-version 3.11 --no-emit-index-url --no-header \
	  --no-emit-find-links --no-annotate --group dev pyproject.toml -o requirements.lock

clean:
	rm -rf .venv out build dist
