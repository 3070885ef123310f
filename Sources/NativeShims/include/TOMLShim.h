#ifndef TEARSHEET_TOML_SHIM_H
#define TEARSHEET_TOML_SHIM_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A TOML document turned into JSON, or the first mistake in it.
typedef struct {
    /// JSON text of `length` bytes, or the mistake in words where `line` is not 0. Freed with `tearsheet_toml_free`.
    char *text;
    size_t length;
    /// 1-based place of the mistake; 0 where there is none.
    unsigned line;
    unsigned column;
} TearsheetTOML;

/// Parses TOML 1.0 with toml++. `text` is NULL only where memory ran out.
TearsheetTOML tearsheet_toml_to_json(const char *text, size_t length);
/// Where every key and list element of a document stands: `line column way` a line, the parts of the way each with a
/// control character 31 behind. Empty for what is not TOML.
TearsheetTOML tearsheet_toml_places(const char *text, size_t length);
void tearsheet_toml_free(TearsheetTOML document);

/// The version of toml++ that documents are parsed with.
const char *tearsheet_toml_version(void);

#ifdef __cplusplus
}
#endif

#endif
