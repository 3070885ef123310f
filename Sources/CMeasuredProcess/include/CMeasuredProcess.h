#ifndef TEARSHEET_MEASURED_PROCESS_H
#define TEARSHEET_MEASURED_PROCESS_H

/// What one run of a program cost.
typedef struct {
    /// Exit code; −1 where the program could not be started or was killed.
    int exit_code;
    /// Wall time in milliseconds, from before the start until after the end.
    double wall_ms;
    /// Processor time of the program in milliseconds, user and system.
    double cpu_ms;
    /// Largest resident memory in kilobytes.
    long peak_kb;
} MeasuredProcess;

/// Runs a program with standard output thrown away, on one core where `one_core` is not 0; `argv` ends with NULL.
MeasuredProcess measured_process_run(const char *const *argv, int one_core);

/// A clock for intervals, in milliseconds.
double measured_process_now_ms(void);

/// The time that all processors have worked for this process, in milliseconds.
double measured_process_cpu_ms(void);

#endif
