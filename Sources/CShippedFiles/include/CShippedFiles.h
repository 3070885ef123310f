#ifndef TEARSHEET_SHIPPED_FILES_H
#define TEARSHEET_SHIPPED_FILES_H

#include <stddef.h>

/// One file that ships inside the executable: its path below the repository's root and its bytes.
typedef struct {
    const char *path;
    const unsigned char *bytes;
    size_t count;
} TearsheetShippedFile;

/// How many files ship.
size_t tearsheet_shipped_file_count(void);

/// The file at `index`, 0 ..< count.
TearsheetShippedFile tearsheet_shipped_file(size_t index);

#endif
