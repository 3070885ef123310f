// Fonts and templates are part of the executable, so an installed binary works from anywhere.
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

static const unsigned char template_full[] = {
#embed "../../Templates/full/template.report"
};
static const unsigned char template_summary[] = {
#embed "../../Templates/summary/template.report"
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
    ROW("Templates/full/template.report", template_full),
    ROW("Templates/summary/template.report", template_summary),
    ROW("LICENSE", licence),
    ROW("THIRD-PARTY.md", third_party),
};

size_t tearsheet_shipped_file_count(void) { return sizeof(files) / sizeof(files[0]); }

TearsheetShippedFile tearsheet_shipped_file(size_t index) { return files[index]; }
