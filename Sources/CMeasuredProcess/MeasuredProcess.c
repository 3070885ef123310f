#define _GNU_SOURCE
#include "CMeasuredProcess.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

double measured_process_now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

double measured_process_cpu_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void become(const char *const *argv, int one_core) {
    if (one_core) {
        cpu_set_t cores;
        CPU_ZERO(&cores);
        CPU_SET(0, &cores);
        sched_setaffinity(0, sizeof(cores), &cores);
    }
    int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere >= 0) dup2(nowhere, STDOUT_FILENO);
    execvp(argv[0], (char *const *)argv);
    _exit(127);
}

static double milliseconds(struct timeval time) { return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3; }

MeasuredProcess measured_process_run(const char *const *argv, int one_core) {
    MeasuredProcess result = {-1, 0, 0, 0};
    const double start = measured_process_now_ms();
    const pid_t child = fork();
    if (child < 0) return result;
    if (child == 0) become(argv, one_core);
    int status = 0;
    struct rusage usage;
    if (wait4(child, &status, 0, &usage) < 0) return result;
    result.wall_ms = measured_process_now_ms() - start;
    result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    result.cpu_ms = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
    result.peak_kb = usage.ru_maxrss;
    return result;
}
