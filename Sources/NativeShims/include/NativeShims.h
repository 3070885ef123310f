#ifndef TEARSHEET_NATIVE_SHIMS_H
#define TEARSHEET_NATIVE_SHIMS_H

#include "TOMLShim.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Reads the longest decimal number at the start of `text` with `std::from_chars`: correctly rounded, no locale.
/// Returns how many bytes were read, 0 where there is no number; writes the number to `value`.
size_t tearsheet_parse_double(const char *text, size_t length, double *value);

/// Writes a finite number with `std::to_chars`: exactly `places` digits behind the point, rounded half to even, in fixed
/// notation or as `d.ddde±XX`; no locale, no zero at the end. Returns how many bytes were written, 0 where they have no
/// room.
size_t tearsheet_write_decimal(double value, int places, bool isScientific, char *text, size_t capacity);

/// Feeds whole 64-byte blocks into a SHA-256 state, with the processor's SHA instructions where it has them.
void tearsheet_sha256_blocks(uint32_t state[8], const uint8_t *bytes, size_t blocks);

/// The same without the processor's SHA instructions; for tests.
void tearsheet_sha256_blocks_portable(uint32_t state[8], const uint8_t *bytes, size_t blocks);

/// The version of simdjson that documents are parsed with.
const char *tearsheet_simdjson_version(void);

/// The version of snappy whose headers the program was built with; its library does not say.
const char *tearsheet_snappy_version(void);

/// What one node of a JSON document is.
typedef enum {
    TEARSHEET_JSON_NULL = 0,
    TEARSHEET_JSON_FALSE,
    TEARSHEET_JSON_TRUE,
    TEARSHEET_JSON_INTEGER,
    TEARSHEET_JSON_NUMBER,
    TEARSHEET_JSON_STRING,
    /// Values follow, each with its own descendants, and then the end.
    TEARSHEET_JSON_ARRAY,
    /// Pairs follow, each a string node (the key) and a value, and then the end.
    TEARSHEET_JSON_OBJECT,
    /// The end of an array or object, or of the document.
    TEARSHEET_JSON_END,
} TearsheetJSONKind;

/// One node.
typedef struct {
    uint32_t kind;
    /// Members of an array or object, or fewer where there are millions; bytes of a string.
    uint32_t count;
    /// The integer, the bits of the number, or the offset of the string in the document's text.
    uint64_t payload;
} TearsheetJSONNode;

/// A parsed document, of which the nodes are taken one by one, and the unescaped text that string nodes point into.
typedef struct TearsheetJSON TearsheetJSON;

/// Parses strict JSON (RFC 8259) with simdjson. NULL for anything else, and for documents of more than 4 GiB.
///
/// Members of the document's own object whose names stand in `omitted`, parted by line feeds, have no nodes.
TearsheetJSON *tearsheet_json_parse(const char *text, size_t length, const char *omitted);
/// The next node in the order of the document.
TearsheetJSONNode tearsheet_json_next(TearsheetJSON *document);
const char *tearsheet_json_text(const TearsheetJSON *document);
void tearsheet_json_free(TearsheetJSON *document);

#ifdef __cplusplus
}
#endif

#endif
