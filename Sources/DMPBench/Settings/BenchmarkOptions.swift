public import LPSKit

/// What is measured, and how much of it.
public struct BenchmarkOptions: Sendable {
    /// `demo.json` of the running demonstration.
    public var manifest: String
    /// The server's process, for its processor time and memory; nil leaves both out.
    public var serverPID: Int32?
    /// The bare server to compare with; nil leaves the comparison out.
    public var barePipe: BarePipeLaunch?
    /// The phases to run, in the order of their names here; retrievals need deposits before them.
    public var phases: [BenchmarkPhase] = BenchmarkPhase.allCases
    /// Clients at once.
    public var clients = 8
    /// Deposits of one document.
    public var deposits = 480
    /// Lists of each kind.
    public var lists = 240
    /// Retrievals of one document.
    public var retrievals = 960
    /// Retrievals by one client alone.
    public var unloaded = 300
    /// Documents in the record that is listed.
    public var recordDocuments = 200
    /// Bytes of each document, at least.
    public var documentBytes = 100_000
    /// Documents that the reader sees of each twin record, where silence is measured.
    public var twinDocuments = 60
    /// Pairs of twin lists of each kind, and of refused pages: enough to rule a difference of a twentieth out where an answer's
    /// time varies by a third.
    public var pairs = 1000
    /// Pairs of twin pages that open documents or walk through events: they take several times as long and vary less.
    public var heavyPairs = 500
    /// Pairs of twin refusals on the software's wire, which all wait for the floor and vary little.
    public var refusalPairs = 300
    /// Turns of real and bare phases.
    public var rounds = 3
    /// The most seconds that one phase may take; what is left of it then is not sent.
    public var secondsPerPhase: UInt64 = 60

    /// The measures of the house for a demonstration.
    public init(manifest: String) { self.manifest = manifest }
}

/// How a bare server is started: a program that ends up in `BarePipe.serve`.
public struct BarePipeLaunch: Sendable {
    /// The program.
    public var executable: String
    /// Its arguments.
    public var arguments: [String]

    /// Joins both.
    public init(executable: String, arguments: [String]) {
        self.executable = executable
        self.arguments = arguments
    }
}

/// Time and identifiers, from the executable.
public struct BenchmarkTools: Sendable {
    /// Sources of the software that sends.
    public var sources: LPSSources
    /// Nanoseconds from any fixed point, never going back.
    public var monotonicNanoseconds: @Sendable () -> UInt64
    /// Says what is going on, line by line.
    public var progress: @Sendable (String) -> Void

    /// Joins the parts.
    public init(
        sources: LPSSources,
        monotonicNanoseconds: @escaping @Sendable () -> UInt64,
        progress: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.sources = sources
        self.monotonicNanoseconds = monotonicNanoseconds
        self.progress = progress
    }
}

/// Why nothing could be measured.
public enum BenchmarkError: Error, Hashable, Sendable {
    /// A file of the demonstration cannot be read.
    case unreadable(file: String)
    /// Nobody in the demonstration can send, or no record can be filled.
    case nobody
    /// A document could not be made.
    case document
    /// The real server refused what the benchmark prepared; the code is the service's.
    case refused(step: String, code: String)
    /// The bare server did not start.
    case barePipe
}
