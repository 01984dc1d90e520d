import Foundation
import SafeXML
import Testing

@testable import SignatureWorkers

/// Who takes which job, without processes.
@Suite struct QueueTests {
    /// Asks a queue that somebody serves by hand.
    private struct Asking: SignatureVerifying {
        let queue: JobQueue

        func verdict(on job: SignatureJob) async -> SignatureVerdict {
            await withCheckedContinuation { continuation in
                queue.add(
                    JobQueue.Pending(
                        id: 1,
                        job: job,
                        deadline: .now.advanced(by: .seconds(60)),
                        answer: { continuation.resume(returning: $0) }
                    )
                )
            }
        }
    }

    /// The next job that this place is given; nil where it is given none.
    ///
    /// On a thread of its own, as places wait.
    private func job(_ queue: JobQueue, _ staff: JobQueue.Staff, tries: Int) async -> JobQueue.Pending? {
        await withCheckedContinuation { continuation in
            let thread = Thread {
                for _ in 0..<tries {
                    guard case .job(let pending) = queue.next(staff) else { continue }
                    return continuation.resume(returning: pending)
                }
                continuation.resume(returning: nil)
            }
            thread.start()
        }
    }

    /// A place without a worker would answer faster than the others compute, and take their jobs from them.
    @Test func aPlaceWithoutAWorkerLeavesTheJobsToTheOthers() async throws {
        let queue = JobQueue()
        queue.note(workers: 1)
        let asked = Task { try await Message("bonjour").refusal(by: Asking(queue: queue)) }
        #expect(await job(queue, .unstaffed, tries: 2) == nil)
        let taken = try #require(await job(queue, .staffed, tries: 30))
        taken.answer(.valid)
        #expect(try await asked.value == nil)
    }

    /// Where nobody has one, somebody says so.
    @Test func withoutAnyWorkerAJobIsTakenAllTheSame() async throws {
        let queue = JobQueue()
        queue.note(workers: 1)
        queue.note(workers: -1)
        let asked = Task { try await Message("bonjour").refusal(by: Asking(queue: queue)) }
        let taken = try #require(await job(queue, .unstaffed, tries: 30))
        taken.answer(.unanswered(.noWorker))
        #expect(try await asked.value == .unanswered(.noWorker))
    }

    /// What was taken out is nobody's job any more.
    @Test func aJobIsWithdrawnOnce() async throws {
        let queue = JobQueue()
        let asked = Task { try await Message("bonjour").refusal(by: Asking(queue: queue)) }
        let first = try #require(await job(queue, .staffed, tries: 30))
        #expect(!queue.withdraw(1), "it is served already")
        queue.add(first)
        #expect(queue.withdraw(1) && !queue.withdraw(1))
        #expect(await job(queue, .staffed, tries: 1) == nil)
        first.answer(.unanswered(.overdue))
        #expect(try await asked.value == .unanswered(.overdue))
    }
}
