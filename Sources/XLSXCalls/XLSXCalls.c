// libxlsxwriter, loaded when the first workbook is written.
//
// It brings OpenSSL's libcrypto into the process, for a digest of pictures that we do not have; few reports are workbooks. So
// the program is not linked to it: each function that we call stands here under its own name and finds the real one in the
// library, once. The compiler holds each line against the library's own declaration.

#define _GNU_SOURCE
#include "XLSXCalls.h"

#include <dlfcn.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <xlsxwriter.h>

static void *library;

const char *xlsx_calls_library(void) { return "libxlsxwriter.so." LXW_SOVERSION; }

bool xlsx_calls_load(void) {
    if (!library) library = dlopen(xlsx_calls_library(), RTLD_NOW | RTLD_LOCAL);
    return library != NULL;
}

int xlsx_calls_memory_file(void) { return memfd_create("workbook", MFD_CLOEXEC); }

static void *find(const char *name) {
    void *function = xlsx_calls_load() ? dlsym(library, name) : NULL;
    if (function) return function;
    // Whoever writes asks `xlsx_calls_load` first, and every version of the library since 1.0 has these functions.
    fprintf(stderr, "tearsheet: %s is not in %s\n", name, xlsx_calls_library());
    abort();
}

// Several threads may come here first: all of them find the same address.
#define CALL(type, name, parameters, arguments)                                    \
    type name parameters {                                                         \
        static _Atomic(void *) known;                                              \
        void *function = atomic_load_explicit(&known, memory_order_relaxed);       \
        if (!function) {                                                           \
            function = find(#name);                                                \
            atomic_store_explicit(&known, function, memory_order_relaxed);         \
        }                                                                          \
        return ((__typeof__(&name))function)arguments;                             \
    }

CALL(void, format_set_align, (lxw_format *format, uint8_t alignment), (format, alignment))
CALL(void, format_set_bold, (lxw_format *format), (format))
CALL(void, format_set_bottom, (lxw_format *format, uint8_t style), (format, style))
CALL(void, format_set_font_color, (lxw_format *format, lxw_color_t color), (format, color))
CALL(void, format_set_num_format, (lxw_format *format, const char *text), (format, text))
CALL(void, format_set_text_wrap, (lxw_format *format), (format))
CALL(char *, lxw_strerror, (lxw_error number), (number))
CALL(lxw_format *, workbook_add_format, (lxw_workbook *workbook), (workbook))
CALL(lxw_worksheet *, workbook_add_worksheet, (lxw_workbook *workbook, const char *name), (workbook, name))
CALL(lxw_error, workbook_close, (lxw_workbook *workbook), (workbook))
CALL(lxw_workbook *, workbook_new_opt, (const char *path, lxw_workbook_options *options), (path, options))
CALL(lxw_error, workbook_set_properties,
    (lxw_workbook *workbook, lxw_doc_properties *properties),
    (workbook, properties))
CALL(lxw_error, worksheet_autofilter,
    (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, lxw_row_t last_row, lxw_col_t last_column),
    (sheet, row, column, last_row, last_column))
CALL(void, worksheet_freeze_panes, (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column), (sheet, row, column))
CALL(lxw_error, worksheet_set_column,
    (lxw_worksheet *sheet, lxw_col_t first, lxw_col_t last, double width, lxw_format *format),
    (sheet, first, last, width, format))
CALL(lxw_error, worksheet_write_boolean,
    (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, int value, lxw_format *format),
    (sheet, row, column, value, format))
CALL(lxw_error, worksheet_write_comment_opt,
    (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_comment_options *options),
    (sheet, row, column, text, options))
CALL(lxw_error, worksheet_write_number,
    (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, double value, lxw_format *format),
    (sheet, row, column, value, format))
CALL(lxw_error, worksheet_write_string,
    (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format),
    (sheet, row, column, text, format))
CALL(lxw_error, worksheet_write_url,
    (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *url, lxw_format *format),
    (sheet, row, column, url, format))
