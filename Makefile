# Plain `make` lists what there is.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help system tools audit story repair loop test check lint house build record sample clean \
  benchmark benchmark-short benchmark-lines reader instructions record-instructions campaign \
  forecasts throughput memory simulate mutations fuzz fuzz-corpus asan tsan

APT_PACKAGES := libsqlite3-dev libxml2-dev pkg-config
TEST_PACKAGES := strace openssh-client python3 valgrind
FIXTURE := Fixtures/april-2023
# The tests that run the built program on whole extracts: `make test` has them, `make check` not.
SLOW := '(Mirror(Audit|Engine)|Story|Loop|Campaign)Tests'
RELEASE := swift build -c release
TEST := swift test --disable-xctest
SIMULATION := $(RELEASE) --product Simulation
# A build of its own: instrumented for coverage, with AddressSanitizer in it.
FUZZING := $(RELEASE) --product Fuzzing --scratch-path .build-fuzz --sanitize=fuzzer \
  -Xswiftc -sanitize=fuzzer,address -Xswiftc -DFUZZING
FUZZED := $(or $(TARGET),csv invoices plans bodies)
# What the sanitizers run: not the house, nor what plays with time over the wire. Those tests wait
# for answers as long as a user would, and an instrumented program takes longer.
SANITIZED := swift test --disable-xctest \
  --skip '(MirrorEngine|EconomySandbox|Story|Loop|Campaign|House)Tests'

help: ## What there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-19s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

system: ## The system packages (apt), where they are missing: libsqlite3, libxml2, pkg-config
	@if pkg-config --exists sqlite3 libxml-2.0 2>/dev/null; then exit 0; fi; \
	if ! command -v apt-get >/dev/null; then \
	  echo "There is no apt-get here. Install what these are called on this system:"; \
	  echo "  $(APT_PACKAGES)"; exit 1; fi; \
	as_root=; if [ "$$(id -u)" != 0 ]; then as_root=sudo; fi; \
	echo "Installing $(APT_PACKAGES)"; \
	$$as_root apt-get update -qq; \
	DEBIAN_FRONTEND=noninteractive $$as_root apt-get install -y -qq --no-install-recommends $(APT_PACKAGES)

tools: ## What only the tests use, where it is missing: strace, ssh-keygen, python3, valgrind
	@if command -v strace && command -v ssh-keygen && command -v python3 && command -v valgrind; \
	then exit 0; fi >/dev/null; \
	if ! command -v apt-get >/dev/null; then exit 0; fi; \
	as_root=; if [ "$$(id -u)" != 0 ]; then as_root=sudo; fi; \
	$$as_root apt-get update -qq; \
	DEBIAN_FRONTEND=noninteractive $$as_root apt-get install -y -qq --no-install-recommends $(TEST_PACKAGES)

audit: system ## Build the auditor and audit the story of April 2023 into reports/april-2023
	$(RELEASE) --product mirror-audit
	@code=0; \
	"$$($(RELEASE) --show-bin-path)/mirror-audit" run \
	  --extract $(FIXTURE) --out reports/april-2023 || code=$$?; \
	case $$code in \
	  0) ;; \
	  2) echo; echo "Exit code 2: there are findings, as there should be in this story." ;; \
	  *) echo "mirror-audit failed with exit code $$code"; exit $$code ;; \
	esac

story: system ## Play the story of the lost invoices over HTTP, audit it, forecast a rerun: reports/story
	$(RELEASE) --product economy-sandbox
	$(RELEASE) --product mirror-audit
	@rm -rf reports/story; bin="$$($(RELEASE) --show-bin-path)"; echo; \
	"$$bin/economy-sandbox" story --out reports/story; echo; code=0; \
	"$$bin/mirror-audit" run --extract reports/story/extract --out reports/story/report \
	  --idempotency forever || code=$$?; \
	case $$code in \
	  2) echo; echo "Exit code 2: there are findings, as there should be in this story."; \
	     echo "docs/story.md says what happened, and how to go on from here." ;; \
	  *) echo "mirror-audit ended with exit code $$code"; exit 1 ;; \
	esac

repair: system ## The repair loop on the story's books: audit, plan, approve, sign, execute, audit again
	$(RELEASE)
	@bin="$$($(RELEASE) --show-bin-path)" docs/examples/repair-loop.sh reports/repair

loop: system ## The repair loop's tests, whole: killed at each request and each write of the journal
	swift build --build-tests
	MIRROR_LOOP=whole $(TEST) --skip-build --filter LoopTests

test: system tools ## All tests, the house's among them
	$(TEST)

check: lint ## Before a commit, a minute when warm: lint, strict build, the house, the fast tests
	swift build --build-tests --explicit-target-dependency-import-check error
	$(TEST) --skip-build --skip $(SLOW)

simulate: system ## Worlds of trouble: SEEDS=N FIRST_SEED=K MUTATION=name (docs/simulation.md)
ifdef MUTATION
	Tests/Simulation/Mutations/run $(MUTATION)
else
	$(SIMULATION)
	@"$$($(SIMULATION) --show-bin-path)/Simulation" SEEDS=$(or $(SEEDS),300) FIRST_SEED=$(or $(FIRST_SEED),1) \
	  WITHOUT=$(WITHOUT) TROUBLES=$(TROUBLES) TIMELINE=$(TIMELINE)
endif

mutations: system ## Each known fault put back into a copy must be caught; 15 min of processor time at first
	Tests/Simulation/Mutations/run

fuzz: system ## libFuzzer, SECONDS=1200 on each TARGET=csv|invoices|plans|bodies (docs/fuzzing.md)
	$(FUZZING)
	@Tests/Fuzzing/fuzz "$$($(FUZZING) --show-bin-path)/Fuzzing" $(or $(SECONDS),1200) $(FUZZED)

fuzz-corpus: system ## Make the corpus small again, with what the last runs of make fuzz have found
	$(FUZZING)
	@Tests/Fuzzing/fuzz "$$($(FUZZING) --show-bin-path)/Fuzzing" merge $(FUZZED)

asan: system ## The tests under AddressSanitizer, mirror-audit's own processes too (docs/fuzzing.md)
	ASAN_OPTIONS=detect_leaks=0 $(SANITIZED) --sanitize=address --scratch-path .build-asan

tsan: system ## The same under ThreadSanitizer (optimised: in debug it misreads Mutex)
	TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/thread-sanitizer.supp \
	  $(SANITIZED) --sanitize=thread --scratch-path .build-tsan -c release -Xswiftc -enable-testing

lint: ## Only the formatting and its rules, strictly
	swift format lint --strict --parallel --recursive Package.swift Sources Tests

house: ## Only the house: imports, names, lengths, rules against docs and tests
	$(TEST) --filter HouseTests

build: system ## Every product, optimised, into .build/release
	$(RELEASE)

record: ## Rewrite the golden files of the tests; fails, so that no recording passes for a check
	swift build --build-tests
	@if MIRROR_AUDIT_RECORD=1 $(TEST) --skip-build --skip HouseTests; \
	then echo "Nothing was recorded: no test has a golden file."; \
	else echo; echo "Recorded, if nothing but 'recorded …' failed above: read 'git diff', then 'make test'."; \
	fi; exit 1

sample: system ## Rewrite reports/sample, which a newcomer reads before running anything
	$(RELEASE) --product mirror-audit
	@workspace=$$(mktemp -d); trap 'rm -rf "$$workspace"' EXIT; \
	rm -rf reports/sample; mkdir -p reports/sample; code=0; \
	audit="$$($(RELEASE) --show-bin-path)/mirror-audit"; \
	"$$audit" run --extract $(FIXTURE) --out reports/sample --plan \
	  --workspace "$$workspace" > "$$workspace/summary.txt" || code=$$?; \
	if [ $$code != 2 ]; then echo "mirror-audit ended with exit code $$code"; exit 1; fi; \
	"$$audit" plan --show --out reports/sample --workspace "$$workspace" \
	  > reports/sample/repair-plan.txt; \
	cp "$$workspace/summary.txt" reports/sample/summary.txt; ls reports/sample

benchmark: system ## A million received invoices: us, DuckDB and sqlite3 in turn, held against goals.json
	$(RELEASE) --product mirror-audit
	@Tests/Benchmarks/benchmark.py \
	  "$$($(RELEASE) --show-bin-path)/mirror-audit" 1000000 --linear

benchmark-short: system ## The same of 100,000, in a minute or two
	$(RELEASE) --product mirror-audit
	@Tests/Benchmarks/benchmark.py "$$($(RELEASE) --show-bin-path)/mirror-audit" 100000

benchmark-lines: system ## A million with lines and attachments, beside DuckDB comparing them too
	$(RELEASE) --product mirror-audit
	@Tests/Benchmarks/benchmark.py \
	  "$$($(RELEASE) --show-bin-path)/mirror-audit" 1000000 --lines

reader: system ## The reader alone, beside a checksum loop in C, on one core
	$(RELEASE) --product ReaderBenchmark
	@Tests/Benchmarks/reader.py "$$($(RELEASE) --show-bin-path)/ReaderBenchmark"

instructions: system tools ## Count the instructions of a small audit (valgrind); 2 % more than held fails
	$(RELEASE) --product mirror-audit
	@Tests/Benchmarks/instructions.sh "$$($(RELEASE) --show-bin-path)/mirror-audit"

record-instructions: system tools ## Hold the count of now
	$(RELEASE) --product mirror-audit
	@Tests/Benchmarks/instructions.sh "$$($(RELEASE) --show-bin-path)/mirror-audit" --record

campaign: system ## The daily job under every fault, SEEDS=500 of them from FIRST_SEED=1; kills at every write
	swift build --build-tests
	CAMPAIGN_SEEDS=$(or $(SEEDS),500) CAMPAIGN_FIRST_SEED=$(or $(FIRST_SEED),1) \
	  $(TEST) --skip-build --filter '(FaultCampaign|Killed(Engine|Extract)|ChangingBooks)Tests'

forecasts: system ## 10,000 forecasts of what a key would do, each tried on the sandbox
	swift build --build-tests
	FORECAST_HISTORIES=$(or $(HISTORIES),50) $(TEST) --skip-build --filter ForecastTests

throughput: system ## How fast the daily job is: at the vendor's limit, 32 at once and one at a time
	$(RELEASE) --product mirror-engine
	$(RELEASE) --product economy-sandbox
	python3 Tests/Benchmarks/throughput.py "$$($(RELEASE) --show-bin-path)"

memory: system ## What mirror-engine extract needs for 1,000 invoices and for 50,000
	$(RELEASE) --product mirror-engine
	$(RELEASE) --product economy-sandbox
	python3 Tests/Benchmarks/extract_memory.py "$$($(RELEASE) --show-bin-path)"

clean: ## What builds and audits leave behind
	rm -rf .build .build-* reports/april-2023 reports/story reports/repair reports/.mirror-audit
