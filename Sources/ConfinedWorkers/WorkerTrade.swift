/// What one kind of worker is asked, and what it answers: the wire between a pool and its workers.
///
/// What comes from a worker is judged like a stranger's word: it may have been taken over by what it was given.
public protocol WorkerTrade: Sendable {
    /// What it is asked.
    associatedtype Job: Sendable
    /// What it answers.
    associatedtype Answer: Sendable

    /// A job as the bytes that are sent, in parts so that none has to be copied; nil where it cannot be put in bytes.
    static func parts(of job: Job, number: UInt64) -> [[UInt8]]?

    /// Bytes that every answer begins with.
    static var openingBytes: Int { get }

    /// How many bytes follow the opening of an answer to the job of that number; nil where it opens none.
    static func bytes(after opening: [UInt8], number: UInt64) -> Int?

    /// The answer; nil where the bytes are none.
    static func answer(opening: [UInt8], rest: [UInt8], number: UInt64) -> Answer?
}

/// Why whoever asked got no answer.
public enum WorkerSilence: String, Error, Sendable, CaseIterable {
    /// The job cannot be put in bytes.
    case unaskable
    /// The worker ended over it.
    case ended
    /// It took more than its time of the processor, or nobody waited for it any more.
    case overdue
    /// Nothing came in its time by the wall clock, which a busy machine does as well.
    case silent
    /// The worker ended, and nothing says that the job had to do with it.
    case lost
    /// No worker is there.
    case noWorker
}
