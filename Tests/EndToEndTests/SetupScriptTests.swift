import Foundation
import TestSupport
import Testing

/// A machine made of stand-ins: only what a test puts on its PATH exists, and `apt-get` writes down what it is asked.
private struct PretendMachine {
    let folder: URL
    private let tools = ["bash", "dirname", "env", "head", "sed", "sort", "tr"]

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("machine-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for tool in tools {
            let real = ["/usr/bin/", "/bin/"].map { $0 + tool }.first(where: FileManager.default.isExecutableFile)
            let link = folder.appendingPathComponent(tool)
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: URL(fileURLWithPath: real ?? tool))
        }
        try add("id", "echo 0")
        try add("swift", "echo 'Swift version 6.3.1 (swift-6.3.1-RELEASE)'")
        try add("dpkg-query", "echo installed")
        try add("apt-get", "echo \"$@\" >>'\(folder.path)/log'")
    }

    func add(_ tool: String, _ script: String) throws {
        let url = folder.appendingPathComponent(tool)
        try "#!/bin/bash\n\(script)\n".write(to: url, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url.path)
    }

    func remove(_ tool: String) throws { try FileManager.default.removeItem(at: folder.appendingPathComponent(tool)) }

    /// Runs the setup script and removes the machine.
    func setup(_ words: String...) throws -> (status: Int32, messages: String, asked: [String]) {
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = Process()
        let messages = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = [repositoryRoot.appendingPathComponent("Scripts/setup").path] + words
        process.environment = ["PATH": folder.path]
        process.standardInput = FileHandle.nullDevice
        process.standardError = messages
        try process.run()
        let text = try messages.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let log = try? String(contentsOf: folder.appendingPathComponent("log"), encoding: .utf8)
        let asked = log?.split(separator: "\n").map(String.init) ?? []
        return (process.terminationStatus, String(decoding: text, as: UTF8.self), asked)
    }
}

private let advice =
    "install Swift 6.2 or newer from https://www.swift.org/install/linux and put its usr/bin on the PATH\n"

@Test func `setup without a toolchain says in one line what to do and installs nothing`() throws {
    let machine = try PretendMachine()
    try machine.remove("swift")
    try machine.add("dpkg-query", "exit 1")
    let result = try machine.setup()
    #expect(result.status == 1)
    #expect(result.messages == "setup: swift is not on the PATH; " + advice)
    #expect(result.asked.isEmpty)
}

@Test(arguments: [("5.9.2", false), ("6.1.3", false), ("6.2", true), ("6.2.1", true), ("6.10", true), ("10.0", true)])
func `setup refuses a toolchain that is too old`(version: String, isGood: Bool) throws {
    let machine = try PretendMachine()
    try machine.add("swift", "echo 'Swift version \(version) (swift-\(version)-RELEASE)'")
    let result = try machine.setup()
    #expect(result.status == (isGood ? 0 : 1))
    #expect(result.messages == (isGood ? "" : "setup: Swift \(version) is too old; " + advice))
}

@Test func `setup says so when the toolchain does not run`() throws {
    let machine = try PretendMachine()
    try machine.add("swift", "echo 'error while loading shared libraries' >&2; exit 127")
    #expect(try machine.setup().messages == "setup: the swift on the PATH does not run; " + advice)
}

@Test func `setup installs what a toolchain that does not run is linked to`() throws {
    let machine = try PretendMachine()
    let log = machine.folder.path + "/log"
    try machine.add("swift", "[[ -e '\(log)' ]] && echo 'Swift version 6.3.1 (swift-6.3.1-RELEASE)'")
    try machine.add("dpkg-query", "case ${@: -1} in libncurses6 | libcurl4 | libxml2) ;; *) echo installed ;; esac")
    let result = try machine.setup()
    #expect(result.status == 0)
    #expect(result.asked == ["-qq -y --no-install-recommends install libncurses6 libcurl4 libxml2"])
}

@Test func `setup is silent and asks apt-get nothing when nothing is missing`() throws {
    let result = try PretendMachine().setup("tests")
    #expect(result.status == 0 && result.messages.isEmpty && result.asked.isEmpty)
}

@Test func `setup installs what is missing and nothing else`() throws {
    let machine = try PretendMachine()
    try machine.add("dpkg-query", "[[ ${@: -1} == libharfbuzz-dev || ${@: -1} == qpdf ]] || echo installed")
    let result = try machine.setup()
    #expect(result.status == 0)
    #expect(result.messages == "setup: installing libharfbuzz-dev\n")
    #expect(result.asked == ["-qq -y --no-install-recommends install libharfbuzz-dev"])
}

@Test func `setup for the tests installs what the tests need too`() throws {
    let machine = try PretendMachine()
    try machine.add("dpkg-query", "[[ ${@: -1} == libharfbuzz-dev || ${@: -1} == qpdf ]] || echo installed")
    #expect(try machine.setup("tests").asked == ["-qq -y --no-install-recommends install libharfbuzz-dev qpdf"])
}

@Test func `setup updates the lists and tries again when a package is not found`() throws {
    let machine = try PretendMachine()
    try machine.add("dpkg-query", "[[ ${@: -1} == libharfbuzz-dev ]] || echo installed")
    let log = machine.folder.path + "/log"
    try machine.add(
        "apt-get", "[[ $* == *update* || -e '\(log)' ]]; found=$?; echo \"${@: -1}\" >>'\(log)'; exit $found")
    let result = try machine.setup()
    #expect(result.status == 0)
    #expect(result.asked == ["libharfbuzz-dev", "update", "libharfbuzz-dev"])
}

@Test func `setup as a user goes through sudo`() throws {
    let machine = try PretendMachine()
    try machine.add("id", "echo 1000")
    try machine.add("sudo", "echo sudo $1 >>'\(machine.folder.path)/log'; shift; exec \"$@\"")
    try machine.add("dpkg-query", "[[ ${@: -1} == qpdf ]] || echo installed")
    let result = try machine.setup("tests")
    #expect(result.asked == ["sudo -n", "-qq -y --no-install-recommends install qpdf"])
}

@Test func `setup as a user without sudo says what root must run`() throws {
    let machine = try PretendMachine()
    try machine.add("id", "echo 1000")
    try machine.add("dpkg-query", "[[ ${@: -1} == qpdf ]] || echo installed")
    let result = try machine.setup("tests")
    #expect(result.status == 1)
    let words = "setup: packages are missing and there is no sudo; as root, run: apt-get install qpdf\n"
    #expect(result.messages == words)
    #expect(result.asked.isEmpty)
}

@Test func `setup that cannot install says what root must run`() throws {
    let machine = try PretendMachine()
    try machine.add("dpkg-query", "[[ ${@: -1} == qpdf ]] || echo installed")
    try machine.add("apt-get", "exit 100")
    let result = try machine.setup("tests")
    #expect(result.status == 1)
    let words = "setup: apt-get failed; as root, run: apt-get update && apt-get install qpdf\n"
    #expect(result.messages == "setup: installing qpdf\n" + words)
}

@Test func `setup away from Debian names the packages`() throws {
    let machine = try PretendMachine()
    try machine.remove("apt-get")
    let result = try machine.setup()
    #expect(result.status == 1)
    #expect(result.messages.hasPrefix("setup: no apt-get here; install these or their like: g++ make pkg-config"))
    for package in ["libcairo2-dev", "libharfbuzz-dev", "libharfbuzz-dev", "zlib1g-dev"] {
        #expect(result.messages.contains(" " + package + " "))
    }
}

@Test(
    arguments: [
        ("cairo-ft", "1.14.6", "Cairo 1.14.6 is too old, 1.16 is needed"),
        ("harfbuzz-subset", "2.7.4", "HarfBuzz 2.7.4 is too old, 4.0 is needed"),
        ("cairo-ft", "1.16.0", nil), ("cairo-ft", "1.18.4", nil), ("harfbuzz-subset", "10.2.0", nil),
    ] as [(String, String, String?)])
func `setup says which library is too old and which systems have a newer one`(
    library: String, version: String, words: String?
) throws {
    let machine = try PretendMachine()
    try machine.add("pkg-config", "[[ ${@: -1} == \(library) ]] && echo \(version)")
    let result = try machine.setup()
    #expect(result.status == (words == nil ? 0 : 1))
    let advice = ": Debian 12 and 13 and Ubuntu 24.04 have it, Ubuntu 22.04 has not\n"
    #expect(result.messages == (words.map { "setup: \($0)\(advice)" } ?? ""))
}
