// Placeholder until the first file of DocumentModel lands.
