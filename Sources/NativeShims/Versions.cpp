#include "NativeShims.h"

#include <snappy-stubs-public.h>

#define TEARSHEET_TEXT(number) #number
#define TEARSHEET_VERSION(major, minor, patch) TEARSHEET_TEXT(major) "." TEARSHEET_TEXT(minor) "." TEARSHEET_TEXT(patch)

extern "C" const char *tearsheet_snappy_version(void) {
    return TEARSHEET_VERSION(SNAPPY_MAJOR, SNAPPY_MINOR, SNAPPY_PATCHLEVEL);
}
