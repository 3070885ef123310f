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

/// Marks which bytes are one of three: a bit of a word for each of its 64 bytes, the lowest for the first.
void tearsheet_mark_bytes(
    const uint8_t *bytes, size_t blocks, uint8_t first, uint8_t second, uint8_t third, uint64_t *marks);

/// The version of simdjson that documents are parsed with.
const char *tearsheet_simdjson_version(void);

/// The version of snappy whose headers the program was built with; its library does not say.
const char *tearsheet_snappy_version(void);

/// A parsed document.
typedef struct TearsheetJSON TearsheetJSON;

/// Parses strict JSON (RFC 8259) with simdjson. NULL for anything else, for what nests deeper than 256, and for documents of
/// more than 4 GiB.
TearsheetJSON *tearsheet_json_parse(const char *text, size_t length);
/// The words of the document's tape, as simdjson's doc/tape.md describes it: between two words of the root.
const uint64_t *tearsheet_json_tape(const TearsheetJSON *document);
/// The texts that words of the tape point into: each its length in four bytes, and then its bytes.
const uint8_t *tearsheet_json_texts(const TearsheetJSON *document);
void tearsheet_json_free(TearsheetJSON *document);

#ifdef __cplusplus
}
#endif

#endif
