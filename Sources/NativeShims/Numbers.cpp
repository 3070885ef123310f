#include "NativeShims.h"

#include <charconv>

extern "C" size_t tearsheet_parse_double(const char *text, size_t length, double *value) {
    const auto result = std::from_chars(text, text + length, *value);
    return result.ec == std::errc() ? static_cast<size_t>(result.ptr - text) : 0;
}

extern "C" size_t tearsheet_write_decimal(double value, int places, bool isScientific, char *text, size_t capacity) {
    const auto format = isScientific ? std::chars_format::scientific : std::chars_format::fixed;
    const auto result = std::to_chars(text, text + capacity, value, format, places);
    return result.ec == std::errc() ? static_cast<size_t>(result.ptr - text) : 0;
}
