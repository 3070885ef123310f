// Placeholder until the first test of CommandLineArguments lands.
