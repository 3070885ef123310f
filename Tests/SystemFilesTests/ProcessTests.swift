import Foundation
import Testing

@testable import SystemFiles

@Test func `an environment variable is its value or nothing`() {
    #expect(ProcessEnvironment.variable("PATH") == ProcessInfo.processInfo.environment["PATH"])
    #expect(ProcessEnvironment.variable("TEARSHEET_NO_SUCH_VARIABLE") == nil)
}

@Test func `the words of the process come without its name`() {
    #expect(ProcessEnvironment.arguments == Array(CommandLine.arguments.dropFirst()))
}

@Test func `the processors allowed are counted from the mask`() {
    #expect(ProcessEnvironment.allowedProcessors("Name:\tx\nCpus_allowed:\t0003,ffffffff\n") == 34)
    #expect(ProcessEnvironment.allowedProcessors("Cpus_allowed_list:\t0-3\n") == nil)
    #expect(ProcessEnvironment.processorCount == ProcessInfo.processInfo.activeProcessorCount)
}
