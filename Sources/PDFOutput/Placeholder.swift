// Placeholder until the first file of PDFOutput lands.
