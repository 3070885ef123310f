#include "TOMLShim.h"

#include <cstdlib>
#include <cstring>
#include <sstream>
#include <string>
#include <string_view>

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

static TearsheetTOML copied(const std::string &text, unsigned line, unsigned column) {
    char *copy = static_cast<char *>(std::malloc(text.size() + 1));
    if (copy == nullptr) return {nullptr, 0, line, column};
    std::memcpy(copy, text.c_str(), text.size() + 1);
    return {copy, text.size(), line, column};
}

extern "C" TearsheetTOML tearsheet_toml_to_json(const char *text, size_t length) {
    const auto result = toml::parse(std::string_view(text, length));
    if (!result) {
        const auto &error = result.error();
        const auto place = error.source().begin;
        return copied(std::string(error.description()), place.line == 0 ? 1 : place.line, place.column);
    }
    std::ostringstream json;
    json << toml::json_formatter(result.table());
    return copied(json.str(), 0, 0);
}

extern "C" void tearsheet_toml_free(TearsheetTOML document) { std::free(document.text); }

#define TEARSHEET_TEXT(x) #x
#define TEARSHEET_VERSION(major, minor, patch) TEARSHEET_TEXT(major) "." TEARSHEET_TEXT(minor) "." TEARSHEET_TEXT(patch)

const char *tearsheet_toml_version(void) {
    return TEARSHEET_VERSION(TOML_LIB_MAJOR, TOML_LIB_MINOR, TOML_LIB_PATCH);
}
