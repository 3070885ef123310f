// Placeholder until the first file of CommandLineArguments lands.
