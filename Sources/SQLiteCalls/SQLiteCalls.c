// SQLite, loaded when the first database is written: the catalogue of an archive is all that needs it, so the program is not
// linked to it. The compiler holds each function against SQLite's own declaration.

#include "SQLiteCalls.h"

#include <dlfcn.h>
#include <sqlite3.h>
#include <stdlib.h>

static struct {
    __typeof__(&sqlite3_open) open;
    __typeof__(&sqlite3_exec) exec;
    __typeof__(&sqlite3_prepare_v2) prepare;
    __typeof__(&sqlite3_bind_text) bind_text;
    __typeof__(&sqlite3_bind_double) bind_double;
    __typeof__(&sqlite3_bind_int64) bind_integer;
    __typeof__(&sqlite3_step) step;
    __typeof__(&sqlite3_reset) reset;
    __typeof__(&sqlite3_clear_bindings) clear;
    __typeof__(&sqlite3_finalize) finalize;
    __typeof__(&sqlite3_errmsg) message;
    __typeof__(&sqlite3_serialize) serialize;
    __typeof__(&sqlite3_free) free;
    __typeof__(&sqlite3_close) close;
} calls;

struct tearsheet_database {
    sqlite3 *connection;
    sqlite3_stmt *statement;
};

static bool find(void) {
    void *library = dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_LOCAL);
    if (!library) return false;
#define FIND(name, function)                                          \
    calls.name = (__typeof__(&function))dlsym(library, #function);    \
    if (!calls.name) return false;
    FIND(open, sqlite3_open)
    FIND(exec, sqlite3_exec)
    FIND(prepare, sqlite3_prepare_v2)
    FIND(bind_text, sqlite3_bind_text)
    FIND(bind_double, sqlite3_bind_double)
    FIND(bind_integer, sqlite3_bind_int64)
    FIND(step, sqlite3_step)
    FIND(reset, sqlite3_reset)
    FIND(clear, sqlite3_clear_bindings)
    FIND(finalize, sqlite3_finalize)
    FIND(message, sqlite3_errmsg)
    FIND(serialize, sqlite3_serialize)
    FIND(free, sqlite3_free)
    FIND(close, sqlite3_close)
    return true;
}

bool tearsheet_sqlite_load(void) {
    static int state;
    if (!state) state = find() ? 1 : -1;
    return state > 0;
}

tearsheet_database *tearsheet_sqlite_open(void) {
    tearsheet_database *database = calloc(1, sizeof *database);
    if (!database) return NULL;
    if (calls.open(":memory:", &database->connection) == SQLITE_OK) return database;
    tearsheet_sqlite_close(database);
    return NULL;
}

bool tearsheet_sqlite_run(tearsheet_database *database, const char *sql) {
    return calls.exec(database->connection, sql, NULL, NULL, NULL) == SQLITE_OK;
}

bool tearsheet_sqlite_prepare(tearsheet_database *database, const char *sql) {
    calls.finalize(database->statement);
    database->statement = NULL;
    return calls.prepare(database->connection, sql, -1, &database->statement, NULL) == SQLITE_OK;
}

bool tearsheet_sqlite_bind_text(tearsheet_database *database, int place, const char *text, int count) {
    return calls.bind_text(database->statement, place, text, count, SQLITE_TRANSIENT) == SQLITE_OK;
}

bool tearsheet_sqlite_bind_number(tearsheet_database *database, int place, double number) {
    return calls.bind_double(database->statement, place, number) == SQLITE_OK;
}

bool tearsheet_sqlite_bind_integer(tearsheet_database *database, int place, int64_t number) {
    return calls.bind_integer(database->statement, place, number) == SQLITE_OK;
}

bool tearsheet_sqlite_step(tearsheet_database *database) {
    bool done = calls.step(database->statement) == SQLITE_DONE;
    calls.reset(database->statement);
    calls.clear(database->statement);
    return done;
}

const char *tearsheet_sqlite_message(tearsheet_database *database) { return calls.message(database->connection); }

unsigned char *tearsheet_sqlite_bytes(tearsheet_database *database, size_t *count) {
    sqlite3_int64 size = 0;
    unsigned char *bytes = calls.serialize(database->connection, "main", &size, 0);
    *count = bytes ? (size_t)size : 0;
    return bytes;
}

void tearsheet_sqlite_free(unsigned char *bytes) { calls.free(bytes); }

void tearsheet_sqlite_close(tearsheet_database *database) {
    calls.finalize(database->statement);
    calls.close(database->connection);
    free(database);
}
