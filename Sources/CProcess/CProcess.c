#include "CProcess.h"

#include <malloc.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>

static int count;
static char **words;

// glibc hands the arguments of main to constructors. Swift's CommandLine reads /proc/self/cmdline instead, which chroots
// and hardened containers do not have.
__attribute__((constructor)) static void keep(int argc, char **argv) {
    count = argc;
    words = argv;
}

int tearsheet_argument_count(void) { return words == NULL ? 0 : count; }

const char *const *tearsheet_arguments(void) { return (const char *const *)words; }

int tearsheet_end_with_parent(int signal) { return prctl(PR_SET_PDEATHSIG, signal); }

void tearsheet_keep_memory(void) {
    mallopt(M_MMAP_THRESHOLD, 8 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
    mallopt(M_TOP_PAD, 8 << 20);
}

int tearsheet_terminal_columns(int descriptor) {
    struct winsize size = {0};
    return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}
