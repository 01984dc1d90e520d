import Foundation
import Synchronization
import Testing

@testable import ConfinedWorkers

/// Who takes which job, without processes.
@Suite struct QueueTests {
    /// Numbers that are asked, and answered by hand.
    private enum Numbers: WorkerTrade {
        static func parts(of job: Int, number: UInt64) -> [[UInt8]]? { [[UInt8(job)]] }
        static var openingBytes: Int { 1 }
        static func bytes(after opening: [UInt8], number: UInt64) -> Int? { 0 }
        static func answer(opening: [UInt8], rest: [UInt8], number: UInt64) -> UInt8? { opening.first }
    }

    private typealias Queue = JobQueue<Numbers>

    /// Which jobs got an answer, below nothing where it was another than that there is no worker.
    private final class Told: Sendable {
        let jobs = Mutex<[Int]>([])
    }

    /// Asks a queue that somebody serves by hand.
    private func ask(_ queue: Queue) -> Task<Result<UInt8, WorkerSilence>, Never> {
        Task {
            await withCheckedContinuation { continuation in
                queue.add(
                    Queue.Pending(
                        id: 1,
                        job: 7,
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
    private func job(_ queue: Queue, _ staff: Queue.Staff, tries: Int) async -> Queue.Pending? {
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
        let queue = Queue(limit: 2)
        queue.note(workers: 1)
        let asked = ask(queue)
        #expect(await job(queue, .unstaffed, tries: 2) == nil)
        let taken = try #require(await job(queue, .staffed, tries: 30))
        taken.answer(.success(9))
        #expect(await asked.value == .success(9))
    }

    /// Where nobody has one, somebody says so.
    @Test func withoutAnyWorkerAJobIsTakenAllTheSame() async throws {
        let queue = Queue(limit: 2)
        queue.note(workers: 1)
        queue.note(workers: -1)
        let asked = ask(queue)
        let taken = try #require(await job(queue, .unstaffed, tries: 30))
        taken.answer(.failure(.noWorker))
        #expect(await asked.value == .failure(.noWorker))
    }

    /// Whoever finds too many before him is told at once.
    @Test func asManyWaitAsMay() {
        let (queue, told) = (Queue(limit: 2), Told())
        for job in 1...4 {
            queue.add(
                Queue.Pending(
                    id: UInt64(job),
                    job: job,
                    deadline: .now.advanced(by: .seconds(60)),
                    answer: { answer in told.jobs.withLock { $0.append(answer == .failure(.noWorker) ? job : -job) } }
                )
            )
            if job == 3 { #expect(queue.withdraw(1)) }
        }
        #expect(told.jobs.withLock { $0 } == [3])
    }

    /// What was taken out is nobody's job any more.
    @Test func aJobIsWithdrawnOnce() async throws {
        let queue = Queue(limit: 2)
        let asked = ask(queue)
        let first = try #require(await job(queue, .staffed, tries: 30))
        #expect(!queue.withdraw(1), "it is served already")
        queue.add(first)
        #expect(queue.withdraw(1) && !queue.withdraw(1))
        #expect(await job(queue, .staffed, tries: 1) == nil)
        first.answer(.failure(.overdue))
        #expect(await asked.value == .failure(.overdue))
    }
}
