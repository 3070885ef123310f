#include "TOMLShim.h"

#include <cstdlib>
#include <cstring>
#include <sstream>
#include <string>
#include <string_view>

// toml++ asserts what a document can break: a stray dot in a table's head would end the process. Without the
// assertions the same documents are refused with their place.
#define TOML_ASSERT(expression) static_cast<void>(0)
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

static TearsheetTOML copied(const std::string &text, unsigned line, unsigned column) {
    char *copy = static_cast<char *>(std::malloc(text.size() + 1));
    if (copy == nullptr) return {nullptr, 0, line, column};
    std::memcpy(copy, text.c_str(), text.size() + 1);
    return {copy, text.size(), line, column};
}

namespace {

/// Looks for a key of more parts than any configuration has: `a.a.a.…` becomes tables within tables, which toml++
/// writes and frees by recursion.
class KeyScan {
public:
    /// The 1-based line of the first key of more than `most` dots; 0 where there is none.
    static unsigned line_of_deep_key(std::string_view text, unsigned most) {
        KeyScan scan;
        for (const char character : text) {
            scan.take(character);
            if (scan.dots > most) return scan.line;
        }
        return 0;
    }

private:
    unsigned line = 1;
    unsigned dots = 0;
    char quote = 0;
    bool is_escaped = false;
    bool is_comment = false;

    void take(char character) {
        if (character == '\n') {
            line++;
            is_comment = false;
            if (quote == 0) dots = 0;
        }
        if (is_comment) return;
        if (quote != 0) return take_quoted(character);
        switch (character) {
        case '"':
        case '\'': quote = character; break;
        case '#': is_comment = true; break;
        case '.': dots++; break;
        case '=':
        case ',':
        case '{':
        case '[': dots = 0; break;
        default: break;
        }
    }

    void take_quoted(char character) {
        if (is_escaped) {
            is_escaped = false;
        } else if (character == '\\' && quote == '"') {
            is_escaped = true;
        } else if (character == quote) {
            quote = 0;
        }
    }
};

} // namespace

static TearsheetTOML json_of(const char *text, size_t length) {
    if (const unsigned line = KeyScan::line_of_deep_key(std::string_view(text, length), 32)) {
        return copied("a key has more than 32 parts", line, 1);
    }
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

namespace {

/// Writes a line for every key and every element of a list: its line and column, and the way to it from the top, whose
/// parts end with the control character 31. Keys that hold control characters are left out.
class PlaceList {
public:
    std::ostringstream text;

    void add(const toml::table &table, const std::string &above) {
        for (const auto &[key, value] : table) {
            const std::string_view name = key.str();
            if (has_control(name)) continue;
            add(value, above + std::string(name) + separator, key.source().begin);
        }
    }

private:
    static constexpr char separator = 31;

    static bool has_control(std::string_view name) {
        for (const char character : name) {
            if (static_cast<unsigned char>(character) < 32) return true;
        }
        return false;
    }

    void add(const toml::node &value, const std::string &way, const toml::source_position &place) {
        text << place.line << ' ' << place.column << ' ' << way << '\n';
        if (const auto *table = value.as_table()) add(*table, way);
        if (const auto *list = value.as_array()) {
            size_t index = 0;
            for (const auto &element : *list) {
                add(element, way + std::to_string(index++) + separator, element.source().begin);
            }
        }
    }
};

TearsheetTOML places_of(const char *text, size_t length) {
    if (KeyScan::line_of_deep_key(std::string_view(text, length), 32)) return copied("", 0, 0);
    const auto result = toml::parse(std::string_view(text, length));
    PlaceList places;
    if (result) places.add(result.table(), "");
    return copied(places.text.str(), 0, 0);
}

} // namespace

extern "C" TearsheetTOML tearsheet_toml_places(const char *text, size_t length) {
    try {
        return places_of(text, length);
    } catch (...) {
        return copied("", 0, 0);
    }
}

extern "C" TearsheetTOML tearsheet_toml_to_json(const char *text, size_t length) {
    // Nothing is thrown by toml++ as configured, but strings and streams may throw: no exception may reach Swift.
    try {
        return json_of(text, length);
    } catch (...) {
        return copied("the document cannot be read", 1, 1);
    }
}

extern "C" void tearsheet_toml_free(TearsheetTOML document) { std::free(document.text); }

#define TEARSHEET_TEXT(x) #x
#define TEARSHEET_VERSION(major, minor, patch) TEARSHEET_TEXT(major) "." TEARSHEET_TEXT(minor) "." TEARSHEET_TEXT(patch)

const char *tearsheet_toml_version(void) {
    return TEARSHEET_VERSION(TOML_LIB_MAJOR, TOML_LIB_MINOR, TOML_LIB_PATCH);
}
