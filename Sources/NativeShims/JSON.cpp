#include "NativeShims.h"

#include <cstring>
#include <memory>
#include <simdjson.h>
#include <string>
#include <string_view>
#include <utility>

struct TearsheetJSON {
    /// Its buffer of strings is the document's text.
    simdjson::dom::document parsed;
    std::string omitted;
    /// The word of the tape that comes next: the first is the root's, and what stands behind the last is a root's too.
    size_t index = 1;
    size_t depth = 0;
    /// Whether a string in the document's own object is a name.
    bool expects_name = false;
};

namespace {

/// A word of simdjson's tape (its doc/tape.md): a letter in the upper byte says what the rest is.
constexpr uint64_t payload_mask = 0x00FF'FFFF'FFFF'FFFF;

/// What is nested no deeper than this, because values are made by recursion in Swift.
constexpr size_t maximum_depth = 256;

/// Whether a name is one of some that are parted by line feeds.
bool is_among(std::string_view name, std::string_view names) {
    while (!names.empty()) {
        const size_t end = names.find('\n');
        if (names.substr(0, end) == name) return true;
        names = end == std::string_view::npos ? std::string_view() : names.substr(end + 1);
    }
    return false;
}

char kind_of(uint64_t word) { return static_cast<char>(word >> 56); }

/// The text at an offset: its length in four bytes, and then its bytes.
std::string_view text_at(const TearsheetJSON &document, uint64_t offset) {
    const auto *start = reinterpret_cast<const char *>(document.parsed.string_buf.get()) + offset;
    uint32_t length;
    std::memcpy(&length, start, sizeof length);
    return {start + sizeof length, length};
}

/// The word behind a value: containers know it.
size_t behind(const uint64_t *tape, size_t value) {
    switch (kind_of(tape[value])) {
    case '{':
    case '[': return tape[value] & 0xFFFF'FFFF;
    case 'l':
    case 'd':
    case 'u': return value + 2;
    default: return value + 1;
    }
}

/// Steps over the members of the document's own object that nobody looks at.
void skip_omitted(TearsheetJSON &document) {
    const uint64_t *tape = document.parsed.tape.get();
    while (kind_of(tape[document.index]) == '"'
           && is_among(text_at(document, tape[document.index] & payload_mask), document.omitted)) {
        document.index = behind(tape, document.index + 1);
    }
}

TearsheetJSONNode node(TearsheetJSONKind kind, uint32_t count = 0, uint64_t payload = 0) {
    return {static_cast<uint32_t>(kind), count, payload};
}

/// Whole numbers beyond 63 bits are numbers.
TearsheetJSONNode large(uint64_t number) {
    const auto value = static_cast<double>(number);
    uint64_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    return node(TEARSHEET_JSON_NUMBER, 0, bits);
}

/// The node of a word that is read already; numbers stand in the next one.
TearsheetJSONNode take(TearsheetJSON &document, uint64_t word) {
    const uint64_t *tape = document.parsed.tape.get();
    const auto count = static_cast<uint32_t>((word & payload_mask) >> 32);
    switch (kind_of(word)) {
    case 'l': return node(TEARSHEET_JSON_INTEGER, 0, tape[document.index++]);
    case 'd': return node(TEARSHEET_JSON_NUMBER, 0, tape[document.index++]);
    case 'u': return large(tape[document.index++]);
    case '"': {
        const auto length = static_cast<uint32_t>(text_at(document, word & payload_mask).size());
        return node(TEARSHEET_JSON_STRING, length, (word & payload_mask) + sizeof length);
    }
    case '[': document.depth++; return node(TEARSHEET_JSON_ARRAY, count);
    case '{': document.depth++; return node(TEARSHEET_JSON_OBJECT, count);
    case ']':
    case '}': document.depth--; return node(TEARSHEET_JSON_END);
    case 't': return node(TEARSHEET_JSON_TRUE);
    case 'f': return node(TEARSHEET_JSON_FALSE);
    case 'n': return node(TEARSHEET_JSON_NULL);
    default: document.index--; return node(TEARSHEET_JSON_END);
    }
}

} // namespace

extern "C" TearsheetJSON *tearsheet_json_parse(const char *text, size_t length, const char *omitted) {
    // simdjson throws nothing here, but strings may: no exception may reach Swift.
    try {
        simdjson::dom::parser parser;
        if (parser.allocate(length, maximum_depth) != simdjson::SUCCESS) return nullptr;
        simdjson::dom::element root;
        if (parser.parse(text, length).get(root) != simdjson::SUCCESS) return nullptr;
        auto document = std::make_unique<TearsheetJSON>();
        document->omitted = root.is_object() ? omitted : "";
        document->parsed = std::move(parser.doc);
        return document.release();
    } catch (...) {
        return nullptr;
    }
}

extern "C" TearsheetJSONNode tearsheet_json_next(TearsheetJSON *document) {
    if (document->depth == 1 && !document->omitted.empty()) {
        document->expects_name = !document->expects_name;
        if (document->expects_name) skip_omitted(*document);
    }
    return take(*document, document->parsed.tape[document->index++]);
}

extern "C" const char *tearsheet_json_text(const TearsheetJSON *document) {
    return reinterpret_cast<const char *>(document->parsed.string_buf.get());
}

extern "C" void tearsheet_json_free(TearsheetJSON *document) { delete document; }

#define TEARSHEET_TEXT(x) #x
#define TEARSHEET_VERSION_TEXT(x) TEARSHEET_TEXT(x)

const char *tearsheet_simdjson_version(void) { return TEARSHEET_VERSION_TEXT(SIMDJSON_VERSION); }
