# GNU make. `make` alone lists what there is.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=

# One program without a Swift runtime beside it: it starts faster and works from any folder.
RELEASE = --configuration release --static-swift-stdlib
PROGRAM = .build/release/dossier
FORMATTED = Sources Tests Package.swift
COMPLETIONS = \
	bash:share/bash-completion/completions/dossier \
	zsh:share/zsh/site-functions/_dossier \
	fish:share/fish/vendor_completions.d/dossier.fish

.PHONY: help demo test counterparts build check format conformance peers bench install uninstall clean dependencies lint imports declared

help: ## list these targets
	@awk -F ':[^#]*## ' '/^[a-z]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: build ## the main job on samples/, in the folder demo/
	@scripts/demo $(PROGRAM)

# Without XCTest, which would begin by telling that it found none of its own tests.
test: dependencies ## all tests
	$(SWIFT) test --disable-xctest

counterparts: ## install other people's programs that the tests let judge what we write
	@scripts/install-dependencies counterparts

build: dependencies ## the program, optimized: .build/release/dossier
	$(SWIFT) build $(RELEASE) --product dossier

check: lint imports declared ## format, direction of imports, undeclared dependencies

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(FORMATTED)

imports:
	scripts/check-imports
	scripts/check-crashes

# Builds the tests too, so that `swift test` afterwards has nothing left to build.
declared: dependencies
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error

format: ## rewrite the sources in the project's format
	$(SWIFT) format --in-place --recursive --parallel $(FORMATTED)

conformance: build ## judge `verify` by a clone of the BagIt conformance suite: SUITE=folder
	scripts/check-conformance "$(SUITE)" $(PROGRAM)

peers: ## install the programs beside which `make bench` measures
	@scripts/install-dependencies peers

bench: dependencies ## measure against other programs; BENCH=--quick for a smaller run
	$(SWIFT) build $(RELEASE) --product dossier
	$(SWIFT) build $(RELEASE) --product bench
	.build/release/bench $(BENCH) $(PROGRAM)

install: ## the program and shell completions, below PREFIX
	@test -x $(PROGRAM) || $(MAKE) build
	install -D -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/dossier
	@if command -v strip > /dev/null; then strip $(DESTDIR)$(PREFIX)/bin/dossier; fi
	@for each in $(COMPLETIONS); do \
		file=$(DESTDIR)$(PREFIX)/$${each#*:}; \
		echo "install -D -m 644 completions for $${each%%:*} $$file"; \
		$(PROGRAM) --generate-completion-script $${each%%:*} | install -D -m 644 /dev/stdin $$file || exit 1; \
	done

uninstall: ## what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/dossier
	rm -f $(foreach each,$(COMPLETIONS),$(DESTDIR)$(PREFIX)/$(lastword $(subst :, ,$(each))))

clean: ## everything that was built
	rm -rf .build .build-ci demo

dependencies:
	@scripts/install-dependencies build
