#ifndef CAIRO_CALLS_H
#define CAIRO_CALLS_H

#include <stdbool.h>

/// Loads Cairo into the process, once; false where the library is not installed.
bool cairo_calls_load(void);

#endif
