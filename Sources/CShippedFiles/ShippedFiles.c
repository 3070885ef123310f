// Fonts, templates, and the script and style of pages are part of the executable, so an installed binary works from anywhere.
// To ship another file: one `FILE` block and one row of the table.
#include "CShippedFiles.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char inter_regular[] = {
#embed "../../Fonts/Inter-Regular.otf"
};
static const unsigned char inter_semibold[] = {
#embed "../../Fonts/Inter-SemiBold.otf"
};
static const unsigned char inter_bold[] = {
#embed "../../Fonts/Inter-Bold.otf"
};

static const unsigned char data_stress_periods[] = {
#embed "../../Data/stress-periods.csv"
};

static const unsigned char template_comparison[] = {
#embed "../../Templates/comparison/template.report"
};
static const unsigned char template_full[] = {
#embed "../../Templates/full/template.report"
};
static const unsigned char template_factsheet[] = {
#embed "../../Templates/factsheet/template.report"
};
static const unsigned char template_risk[] = {
#embed "../../Templates/risk/template.report"
};
static const unsigned char template_trades[] = {
#embed "../../Templates/trades/template.report"
};
static const unsigned char template_summary[] = {
#embed "../../Templates/summary/template.report"
};
static const unsigned char template_validity[] = {
#embed "../../Templates/validity/template.report"
};

static const unsigned char page_page_js[] = {
#embed "../../Page/page.js"
};
static const unsigned char page_data_js[] = {
#embed "../../Page/data.js"
};
static const unsigned char page_words_js[] = {
#embed "../../Page/words.js"
};
static const unsigned char page_selection_js[] = {
#embed "../../Page/selection.js"
};
static const unsigned char page_scales_js[] = {
#embed "../../Page/scales.js"
};
static const unsigned char page_figures_js[] = {
#embed "../../Page/figures.js"
};
static const unsigned char page_redraw_js[] = {
#embed "../../Page/redraw.js"
};
static const unsigned char page_zoom_js[] = {
#embed "../../Page/zoom.js"
};
static const unsigned char page_pointer_js[] = {
#embed "../../Page/pointer.js"
};
static const unsigned char page_touch_js[] = {
#embed "../../Page/touch.js"
};
static const unsigned char page_keyboard_js[] = {
#embed "../../Page/keyboard.js"
};
static const unsigned char page_filter_js[] = {
#embed "../../Page/filter.js"
};
static const unsigned char page_menu_js[] = {
#embed "../../Page/menu.js"
};
static const unsigned char page_start_js[] = {
#embed "../../Page/start.js"
};
static const unsigned char page_screen_css[] = {
#embed "../../Page/screen.css"
};
static const unsigned char page_narrow_css[] = {
#embed "../../Page/narrow.css"
};
static const unsigned char page_print_css[] = {
#embed "../../Page/print.css"
};

static const unsigned char licence[] = {
#embed "../../LICENSE"
};
static const unsigned char third_party[] = {
#embed "../../THIRD-PARTY.md"
};

#define ROW(path, bytes) {path, bytes, sizeof(bytes)}

static const TearsheetShippedFile files[] = {
    ROW("Fonts/Inter-Regular.otf", inter_regular),
    ROW("Fonts/Inter-SemiBold.otf", inter_semibold),
    ROW("Fonts/Inter-Bold.otf", inter_bold),
    ROW("Data/stress-periods.csv", data_stress_periods),
    ROW("Templates/comparison/template.report", template_comparison),
    ROW("Templates/full/template.report", template_full),
    ROW("Templates/factsheet/template.report", template_factsheet),
    ROW("Templates/risk/template.report", template_risk),
    ROW("Templates/trades/template.report", template_trades),
    ROW("Templates/summary/template.report", template_summary),
    ROW("Templates/validity/template.report", template_validity),
    ROW("Page/page.js", page_page_js),
    ROW("Page/data.js", page_data_js),
    ROW("Page/words.js", page_words_js),
    ROW("Page/selection.js", page_selection_js),
    ROW("Page/scales.js", page_scales_js),
    ROW("Page/figures.js", page_figures_js),
    ROW("Page/redraw.js", page_redraw_js),
    ROW("Page/zoom.js", page_zoom_js),
    ROW("Page/pointer.js", page_pointer_js),
    ROW("Page/touch.js", page_touch_js),
    ROW("Page/keyboard.js", page_keyboard_js),
    ROW("Page/filter.js", page_filter_js),
    ROW("Page/menu.js", page_menu_js),
    ROW("Page/start.js", page_start_js),
    ROW("Page/screen.css", page_screen_css),
    ROW("Page/narrow.css", page_narrow_css),
    ROW("Page/print.css", page_print_css),
    ROW("LICENSE", licence),
    ROW("THIRD-PARTY.md", third_party),
};

size_t tearsheet_shipped_file_count(void) { return sizeof(files) / sizeof(files[0]); }

TearsheetShippedFile tearsheet_shipped_file(size_t index) { return files[index]; }
