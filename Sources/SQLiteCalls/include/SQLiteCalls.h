#ifndef SQLITE_CALLS_H
#define SQLITE_CALLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A database in memory and the statement that rows are added by.
typedef struct tearsheet_database tearsheet_database;

/// Loads SQLite into the process, once; false where the library is not installed or older than 3.36.
bool tearsheet_sqlite_load(void);

/// A new database; NULL where there is no memory. Ask `tearsheet_sqlite_load` first.
tearsheet_database *tearsheet_sqlite_open(void);
/// Runs statements that give nothing.
bool tearsheet_sqlite_run(tearsheet_database *database, const char *sql);
/// Makes this the statement whose values are bound and that is done for every row.
bool tearsheet_sqlite_prepare(tearsheet_database *database, const char *sql);
bool tearsheet_sqlite_bind_text(tearsheet_database *database, int place, const char *text, int count);
bool tearsheet_sqlite_bind_number(tearsheet_database *database, int place, double number);
bool tearsheet_sqlite_bind_integer(tearsheet_database *database, int place, int64_t number);
/// Does the statement and forgets the values: what is not bound is NULL.
bool tearsheet_sqlite_step(tearsheet_database *database);
/// What went wrong last; belongs to the database.
const char *tearsheet_sqlite_message(tearsheet_database *database);
/// The bytes of the database as a file; for `tearsheet_sqlite_free`.
unsigned char *tearsheet_sqlite_bytes(tearsheet_database *database, size_t *count);
void tearsheet_sqlite_free(unsigned char *bytes);
void tearsheet_sqlite_close(tearsheet_database *database);

#endif
