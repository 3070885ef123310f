// Placeholder until the first test of PDFOutput lands.
