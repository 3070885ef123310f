// Cairo, loaded when the first picture is drawn.
//
// Cairo brings some fifteen libraries of the X Window System into the process; to load them takes as long as a small report.
// Most runs draw none. So the program is not linked to Cairo: each function that we call stands here under its own name and
// finds the real one in the library, once. The compiler holds each line against Cairo's own declaration.

#include "CairoCalls.h"

#include <dlfcn.h>
#include <cairo/cairo.h>
#include <cairo/cairo-pdf.h>
#include <cairo/cairo-ft.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

static void *library;

bool cairo_calls_load(void) {
    if (!library) library = dlopen("libcairo.so.2", RTLD_NOW | RTLD_LOCAL);
    return library != NULL;
}

static void *find(const char *name) {
    void *function = cairo_calls_load() ? dlsym(library, name) : NULL;
    if (function) return function;
    // Whoever draws asks `cairo_calls_load` first, and every version of Cairo 1 has these functions.
    fprintf(stderr, "tearsheet: %s is not in libcairo.so.2\n", name);
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

CALL(void, cairo_clip, (cairo_t *cr), (cr))
CALL(void, cairo_close_path, (cairo_t *cr), (cr))
CALL(cairo_t *, cairo_create, (cairo_surface_t *target), (target))
CALL(void, cairo_curve_to, 
    (cairo_t *cr, double x1, double y1, double x2, double y2, double x3, double y3),
    (cr, x1, y1, x2, y2, x3, y3))
CALL(void, cairo_destroy, (cairo_t *cr), (cr))
CALL(void, cairo_fill, (cairo_t *cr), (cr))
CALL(void, cairo_fill_preserve, (cairo_t *cr), (cr))
CALL(void, cairo_font_face_destroy, (cairo_font_face_t *font_face), (font_face))
CALL(cairo_status_t, cairo_font_face_set_user_data, 
    (cairo_font_face_t *font_face, const cairo_user_data_key_t *key, void *user_data, cairo_destroy_func_t destroy),
    (font_face, key, user_data, destroy))
CALL(cairo_font_options_t *, cairo_font_options_create, (void), ())
CALL(void, cairo_font_options_destroy, (cairo_font_options_t *options), (options))
CALL(void, cairo_font_options_set_antialias, 
    (cairo_font_options_t *options, cairo_antialias_t antialias),
    (options, antialias))
CALL(void, cairo_font_options_set_hint_metrics, 
    (cairo_font_options_t *options, cairo_hint_metrics_t hint_metrics),
    (options, hint_metrics))
CALL(void, cairo_font_options_set_hint_style, 
    (cairo_font_options_t *options, cairo_hint_style_t hint_style),
    (options, hint_style))
CALL(cairo_font_face_t *, cairo_ft_font_face_create_for_ft_face, (FT_Face face, int load_flags), (face, load_flags))
CALL(cairo_pattern_t *, cairo_get_source, (cairo_t *cr), (cr))
CALL(cairo_surface_t *, cairo_image_surface_create, 
    (cairo_format_t format, int width, int height),
    (format, width, height))
CALL(cairo_surface_t *, cairo_image_surface_create_from_png_stream, 
    (cairo_read_func_t read_func, void *closure),
    (read_func, closure))
CALL(unsigned char *, cairo_image_surface_get_data, (cairo_surface_t *surface), (surface))
CALL(int, cairo_image_surface_get_height, (cairo_surface_t *surface), (surface))
CALL(int, cairo_image_surface_get_stride, (cairo_surface_t *surface), (surface))
CALL(int, cairo_image_surface_get_width, (cairo_surface_t *surface), (surface))
CALL(void, cairo_line_to, (cairo_t *cr, double x, double y), (cr, x, y))
CALL(void, cairo_move_to, (cairo_t *cr, double x, double y), (cr, x, y))
CALL(void, cairo_new_path, (cairo_t *cr), (cr))
CALL(void, cairo_paint, (cairo_t *cr), (cr))
CALL(void, cairo_pattern_set_filter, (cairo_pattern_t *pattern, cairo_filter_t filter), (pattern, filter))
CALL(void, cairo_rectangle, (cairo_t *cr, double x, double y, double width, double height), (cr, x, y, width, height))
CALL(void, cairo_restore, (cairo_t *cr), (cr))
CALL(void, cairo_rotate, (cairo_t *cr, double angle), (cr, angle))
CALL(void, cairo_save, (cairo_t *cr), (cr))
CALL(void, cairo_scale, (cairo_t *cr, double sx, double sy), (cr, sx, sy))
CALL(void, cairo_set_dash, 
    (cairo_t *cr, const double *dashes, int num_dashes, double offset),
    (cr, dashes, num_dashes, offset))
CALL(void, cairo_set_fill_rule, (cairo_t *cr, cairo_fill_rule_t fill_rule), (cr, fill_rule))
CALL(void, cairo_set_font_face, (cairo_t *cr, cairo_font_face_t *font_face), (cr, font_face))
CALL(void, cairo_set_font_options, (cairo_t *cr, const cairo_font_options_t *options), (cr, options))
CALL(void, cairo_set_font_size, (cairo_t *cr, double size), (cr, size))
CALL(void, cairo_set_line_cap, (cairo_t *cr, cairo_line_cap_t line_cap), (cr, line_cap))
CALL(void, cairo_set_line_join, (cairo_t *cr, cairo_line_join_t line_join), (cr, line_join))
CALL(void, cairo_set_line_width, (cairo_t *cr, double width), (cr, width))
CALL(void, cairo_set_source_rgb, (cairo_t *cr, double red, double green, double blue), (cr, red, green, blue))
CALL(void, cairo_set_source_rgba, 
    (cairo_t *cr, double red, double green, double blue, double alpha),
    (cr, red, green, blue, alpha))
CALL(void, cairo_set_source_surface, (cairo_t *cr, cairo_surface_t *surface, double x, double y), (cr, surface, x, y))
CALL(cairo_status_t, cairo_status, (cairo_t *cr), (cr))
CALL(const char *, cairo_status_to_string, (cairo_status_t status), (status))
CALL(void, cairo_stroke, (cairo_t *cr), (cr))
CALL(void, cairo_surface_destroy, (cairo_surface_t *surface), (surface))
CALL(void, cairo_surface_flush, (cairo_surface_t *surface), (surface))
CALL(cairo_status_t, cairo_surface_status, (cairo_surface_t *surface), (surface))
CALL(void, cairo_translate, (cairo_t *cr, double tx, double ty), (cr, tx, ty))
CALL(const char *, cairo_version_string, (void), ())
CALL(cairo_format_t, cairo_image_surface_get_format, (cairo_surface_t *surface), (surface))
CALL(void, cairo_show_glyphs,
    (cairo_t *cr, const cairo_glyph_t *glyphs, int num_glyphs),
    (cr, glyphs, num_glyphs))
