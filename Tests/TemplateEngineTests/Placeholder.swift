// Placeholder until the first test of TemplateEngine lands.
