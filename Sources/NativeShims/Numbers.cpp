#include "NativeShims.h"

#include <charconv>

extern "C" size_t tearsheet_parse_double(const char *text, size_t length, double *value) {
    const auto result = std::from_chars(text, text + length, *value);
    return result.ec == std::errc() ? static_cast<size_t>(result.ptr - text) : 0;
}
