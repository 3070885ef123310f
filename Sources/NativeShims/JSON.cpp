#include "NativeShims.h"

#include <memory>
#include <simdjson.h>
#include <utility>

struct TearsheetJSON {
    simdjson::dom::document parsed;
};

namespace {

/// What is nested no deeper than this, because values are made by recursion in Swift.
constexpr size_t maximum_depth = 256;

/// No page of memory is smaller.
constexpr size_t page_size = 4096;

/// simdjson looks at some bytes behind the text, and copies the text where they may not be there. Those of the same page are.
bool needs_copy(const char *text, size_t length) {
    const size_t end = reinterpret_cast<uintptr_t>(text + length) % page_size;
    return end == 0 || end + simdjson::SIMDJSON_PADDING > page_size;
}

} // namespace

extern "C" TearsheetJSON *tearsheet_json_parse(const char *text, size_t length) {
    // simdjson throws nothing here, but memory may: no exception may reach Swift.
    try {
        simdjson::dom::parser parser;
        if (parser.allocate(length, maximum_depth) != simdjson::SUCCESS) return nullptr;
        simdjson::dom::element root;
        if (parser.parse(text, length, needs_copy(text, length)).get(root) != simdjson::SUCCESS) return nullptr;
        auto document = std::make_unique<TearsheetJSON>();
        document->parsed = std::move(parser.doc);
        return document.release();
    } catch (...) {
        return nullptr;
    }
}

extern "C" const uint64_t *tearsheet_json_tape(const TearsheetJSON *document) {
    return document->parsed.tape.get();
}

extern "C" const uint8_t *tearsheet_json_texts(const TearsheetJSON *document) {
    return document->parsed.string_buf.get();
}

extern "C" void tearsheet_json_free(TearsheetJSON *document) { delete document; }

#define TEARSHEET_TEXT(x) #x
#define TEARSHEET_VERSION_TEXT(x) TEARSHEET_TEXT(x)

const char *tearsheet_simdjson_version(void) { return TEARSHEET_VERSION_TEXT(SIMDJSON_VERSION); }
