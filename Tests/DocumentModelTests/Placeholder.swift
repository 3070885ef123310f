// Placeholder until the first test of DocumentModel lands.
