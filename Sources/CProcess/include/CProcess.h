#ifndef TEARSHEET_CPROCESS_H
#define TEARSHEET_CPROCESS_H

/// The words that the process was started with, kept by the C library's start: also where there is no /proc.
int tearsheet_argument_count(void);
const char *const *tearsheet_arguments(void);

/// Asks the kernel to send `signal` to this process when its parent ends; 0, or -1 where the system cannot.
int tearsheet_end_with_parent(int signal);

/// Lets the C library keep memory that was freed instead of giving it back to the system and asking for it again.
void tearsheet_keep_memory(void);

/// The columns of the terminal behind a descriptor; 0 where it is none, or does not say.
int tearsheet_terminal_columns(int descriptor);

#endif
