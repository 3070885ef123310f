// Placeholder until the first file of BatchJobs lands.
