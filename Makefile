# make demo   installs what is missing, builds, and renders every run in SampleRuns/ to out/
# make gallery  draws the pictures of Documentation/Gallery.md and README.md
# make fuzz   runs random inputs against every reader, a minute each (Documentation/Fuzzing.md)
# make test   installs what is missing, checks the format, builds without warnings, and runs the tests

PREFIX ?= /usr/local
# Libraries are looked for where the system has them, never beside the executable, and all bound before it starts.
HARDENED := --disable-local-rpath -Xlinker -z -Xlinker relro -Xlinker -z -Xlinker now
# The Swift library goes into the executable, so that it runs where there is no toolchain.
RELEASE := -c release --static-swift-stdlib $(HARDENED)
EXECUTABLE = $$(swift build $(RELEASE) --show-bin-path)/tearsheet

.PHONY: build setup demo gallery test bench fuzz lint format install clean

build: setup
	swift build $(RELEASE) --product tearsheet

setup:
	@Scripts/setup

demo: build
	@Scripts/demo "$(EXECUTABLE)"

gallery: build
	@Scripts/gallery "$(EXECUTABLE)"

# Tests of the executable come last and alone: while they occupy the threads that tests share, a test that expects an end
# of its process would be waited for in a loop that takes half a core.
test:
	@Scripts/setup tests
	$(MAKE) lint
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build --skip EndToEndTests
	swift test --skip-build --filter EndToEndTests

bench: build
	swift build $(RELEASE) --product benchmark
	"$$(swift build $(RELEASE) --show-bin-path)/benchmark" $(BENCH)

# A minute for each target; SECONDS=600 for ten.
fuzz: setup
	@Scripts/fuzz $(or $(SECONDS),60)

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

format:
	swift format --in-place --recursive Sources Tests Package.swift

install: build
	@Scripts/install "$(EXECUTABLE)" "$(DESTDIR)$(PREFIX)"

clean:
	rm -rf .build out
