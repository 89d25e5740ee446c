PYTHON ?= python3
# many machines have LANGUAGE=en_US:en in their environment: only our own two count
LANGUAGE := $(if $(filter nl en,$(LANGUAGE)),$(LANGUAGE),nl)
BIN := .venv/bin
CHROMIUM ?= chromium

# what is compiled of each module is kept: every server and command that a test starts reads it
unexport PYTHONDONTWRITEBYTECODE

.PHONY: app demo test test-long screens mutants lint docs pictures lock warm clean

# One environment, in .venv, which grows: what composes, then the screen, then what we check with.
# Nothing else is touched.
define first
	@if [ "$(LANGUAGE)" = en ]; then \
	  echo "First time: downloading about $(1) MB and setting up, $(3)."; \
	else \
	  echo "Eerste keer: er wordt ongeveer $(1) MB gedownload en klaargezet, $(2)."; \
	fi
endef

.venv/core: requirements.lock pyproject.toml
	$(call first,150,ongeveer twee minuten,about two minutes)
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch .venv/core

.venv/screen: .venv/core requirements-screen.lock
	$(call first,90,ongeveer een minuut,about a minute)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-screen.lock
	@touch .venv/screen

.venv/dev: .venv/screen requirements-dev.lock
	$(call first,130,ongeveer twee minuten,about two minutes)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.lock
	@touch .venv/dev

# the sample of Overijssel, or another: make demo ROUND=move2social
demo: .venv/core
ifdef ROUND
	@$(BIN)/python -m sample_data.demo $(ROUND) $(LANGUAGE)
else
	@$(BIN)/cohorts compose sample_data/overijssel/aanmeldingen.xlsx \
	  --programme businessversneller --relations sample_data/overijssel/relations.csv \
	  --seed 1 --language $(LANGUAGE) --out out/demo
	@$(BIN)/cohorts check out/demo/proposal.json sample_data/overijssel/aanmeldingen.xlsx \
	  --programme businessversneller --relations sample_data/overijssel/relations.csv \
	  --language $(LANGUAGE)
endif

# keeps its rounds in out/app, apart from those of cohorts screen; the sample is made the first time
app: .venv/screen warm
	@COHORTS_DATABASE_URL=sqlite:///$(CURDIR)/out/app/rounds.sqlite \
	  $(BIN)/cohorts screen --sample --language $(LANGUAGE)

warm: .venv/core
	@$(BIN)/python -m solver.search.warm
	@$(BIN)/python -m solver.pairing.rotation.beforehand
	@$(BIN)/python -m solver.pairing.reading.read_beforehand

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# each takes one core: what is compiled and what is read need not wait for each other
test: .venv/dev
	$(MAKE) --no-print-directory --jobs 2 lint warm
	$(BIN)/python -m tests.alone -m "not long and not again"

# what stands outside make test: whole ways, the other language and database, and what takes minutes
test-long: .venv/dev warm
	$(BIN)/python -m tests.alone -m "long or again"

# every page in every language, width and theme, into out/screens, and one picture a page for the docs
SCREENS := now applicants-list composing proposals board decision
screens: .venv/dev warm
	@COHORTS_SCREENS=1 $(BIN)/python -m pytest -q -n 2 tests/cohorts/pages
	@for page in $(SCREENS); do cp out/screens/$$page-en-1280-light.png docs/pictures/page-$$page.png; done

# wrong edits, each with the test that must notice it; about twenty minutes
mutants: .venv/dev
	$(BIN)/python -m tests.mutants.run

# the generated pages, and every output that the pages show
docs: .venv/dev
	$(BIN)/python -m tests.docs.refresh

# name, from where on the page, height; a frame, because a screenshot does not scroll
define picture
	@echo '<body style="margin:0"><iframe src="$(1)/report.html$(2)" style="border:0;width:1280px;height:$(3)px">' > out/frame.html
	$(CHROMIUM) --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1280,$(3) \
	  --screenshot=docs/pictures/$(1).png "file://$(CURDIR)/out/frame.html"
endef

# the pictures in the docs, of the commands in docs/how-to/compose-real-companies.md
pictures: demo
	$(BIN)/cohorts compose sample_data/real/companies.csv \
	  --programme sample_data/real/programme.toml --map sample_data/real/map.toml \
	  --relations sample_data/real/relations.csv --language en --out out/yc
	$(BIN)/cohorts compose sample_data/techstars/companies.csv \
	  --programme sample_data/techstars/programme.toml --map sample_data/techstars/map.toml \
	  --effort quick --language en --out out/techstars
	$(call picture,demo,#groups,1800)
	$(call picture,yc,,1150)
	$(call picture,techstars,,1150)

# the newest that goes together, once for all three
LOCK = uv pip compile --universal --python-version 3.11 --no-emit-index-url --no-header \
  --no-emit-find-links --no-annotate --quiet --group build pyproject.toml
lock:
	$(LOCK) --extra screen --group dev -o requirements-dev.lock
	$(LOCK) --extra screen -c requirements-dev.lock -o requirements-screen.lock
	$(LOCK) -c requirements-dev.lock -o requirements.lock

clean:
	rm -rf .venv out build dist
