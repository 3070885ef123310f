#ifndef TEARSHEET_NATIVE_SHIMS_H
#define TEARSHEET_NATIVE_SHIMS_H

#include "TOMLShim.h"

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Reads the longest decimal number at the start of `text` with `std::from_chars`: correctly rounded, no locale.
/// Returns how many bytes were read, 0 where there is no number; writes the number to `value`.
size_t tearsheet_parse_double(const char *text, size_t length, double *value);

#ifdef __cplusplus
}
#endif

#endif
