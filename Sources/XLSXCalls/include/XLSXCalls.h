#ifndef XLSX_CALLS_H
#define XLSX_CALLS_H

#include <stdbool.h>

/// Loads libxlsxwriter into the process, once; false where the library is not installed.
bool xlsx_calls_load(void);

/// The name of the library's file, of the version whose header the program was built with.
const char *xlsx_calls_library(void);

/// A file in memory that has a path, for the library writes to paths alone; -1 where the system cannot.
int xlsx_calls_memory_file(void);

#endif
