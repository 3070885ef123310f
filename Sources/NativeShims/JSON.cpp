#include "NativeShims.h"

#include <cstring>
#include <new>
#include <simdjson.h>
#include <string>
#include <vector>

struct TearsheetJSON {
    std::vector<TearsheetJSONNode> nodes;
    std::string text;
};

namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

void append_string(TearsheetJSON &document, std::string_view string) {
    document.nodes.push_back({TEARSHEET_JSON_STRING, static_cast<uint32_t>(string.size()), document.text.size()});
    document.text.append(string);
}

void append_number(TearsheetJSON &document, double number) {
    uint64_t bits;
    std::memcpy(&bits, &number, sizeof bits);
    document.nodes.push_back({TEARSHEET_JSON_NUMBER, 0, bits});
}

void append(TearsheetJSON &document, element value);

void append_array(TearsheetJSON &document, simdjson::dom::array array) {
    const size_t index = document.nodes.size();
    document.nodes.push_back({TEARSHEET_JSON_ARRAY, 0, 0});
    uint32_t count = 0;
    for (element member : array) {
        append(document, member);
        count++;
    }
    document.nodes[index].count = count;
}

void append_object(TearsheetJSON &document, simdjson::dom::object object) {
    const size_t index = document.nodes.size();
    document.nodes.push_back({TEARSHEET_JSON_OBJECT, 0, 0});
    uint32_t count = 0;
    for (simdjson::dom::key_value_pair pair : object) {
        append_string(document, pair.key);
        append(document, pair.value);
        count++;
    }
    document.nodes[index].count = count;
}

/// Whether a name is one of some that are parted by line feeds.
bool is_among(std::string_view name, std::string_view names) {
    while (!names.empty()) {
        const size_t end = names.find('\n');
        if (names.substr(0, end) == name) return true;
        names = end == std::string_view::npos ? std::string_view() : names.substr(end + 1);
    }
    return false;
}

/// The document's own object without some of its members.
void append_root(TearsheetJSON &document, simdjson::dom::object object, std::string_view omitted) {
    document.nodes.push_back({TEARSHEET_JSON_OBJECT, 0, 0});
    for (simdjson::dom::key_value_pair pair : object) {
        if (is_among(pair.key, omitted)) continue;
        append_string(document, pair.key);
        append(document, pair.value);
        document.nodes[0].count++;
    }
}

void append(TearsheetJSON &document, element value) {
    switch (value.type()) {
    case element_type::ARRAY:
        return append_array(document, value.get_array().value_unsafe());
    case element_type::OBJECT:
        return append_object(document, value.get_object().value_unsafe());
    case element_type::INT64:
        document.nodes.push_back(
            {TEARSHEET_JSON_INTEGER, 0, static_cast<uint64_t>(value.get_int64().value_unsafe())});
        return;
    case element_type::UINT64:
        return append_number(document, static_cast<double>(value.get_uint64().value_unsafe()));
    case element_type::DOUBLE:
        return append_number(document, value.get_double().value_unsafe());
    case element_type::STRING:
        return append_string(document, value.get_string().value_unsafe());
    case element_type::BOOL:
        document.nodes.push_back(
            {value.get_bool().value_unsafe() ? TEARSHEET_JSON_TRUE : TEARSHEET_JSON_FALSE, 0, 0});
        return;
    case element_type::NULL_VALUE:
        document.nodes.push_back({TEARSHEET_JSON_NULL, 0, 0});
        return;
    }
}

} // namespace

extern "C" TearsheetJSON *tearsheet_json_parse(const char *text, size_t length, const char *omitted) {
    // simdjson throws nothing here, but vectors and strings may: no exception may reach Swift.
    try {
        simdjson::dom::parser parser;
        // Depth is bounded because nodes are walked by recursion, here and in Swift.
        if (parser.allocate(length, 256) != simdjson::SUCCESS) return nullptr;
        element root;
        if (parser.parse(text, length).get(root) != simdjson::SUCCESS) return nullptr;
        auto *document = new TearsheetJSON;
        if (*omitted && root.is_object()) {
            append_root(*document, root.get_object().value_unsafe(), omitted);
        } else {
            append(*document, root);
        }
        return document;
    } catch (...) {
        return nullptr;
    }
}

extern "C" const TearsheetJSONNode *tearsheet_json_nodes(const TearsheetJSON *document, size_t *count) {
    *count = document->nodes.size();
    return document->nodes.data();
}

extern "C" const char *tearsheet_json_text(const TearsheetJSON *document, size_t *length) {
    *length = document->text.size();
    return document->text.data();
}

extern "C" void tearsheet_json_free(TearsheetJSON *document) { delete document; }

#define TEARSHEET_TEXT(x) #x
#define TEARSHEET_VERSION_TEXT(x) TEARSHEET_TEXT(x)

const char *tearsheet_simdjson_version(void) { return TEARSHEET_VERSION_TEXT(SIMDJSON_VERSION); }
