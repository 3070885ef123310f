// Placeholder until the first file of TemplateEngine lands.
