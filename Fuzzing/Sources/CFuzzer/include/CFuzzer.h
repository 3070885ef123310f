#ifndef TEARSHEET_FUZZER_H
#define TEARSHEET_FUZZER_H

#include <stddef.h>
#include <stdint.h>

typedef int (*tearsheet_fuzz_callback)(const uint8_t *bytes, size_t count);

/// libFuzzer's own main, without being `main`: SwiftPM wants to name that itself.
int LLVMFuzzerRunDriver(int *argument_count, char ***arguments, tearsheet_fuzz_callback callback);

#endif
