import ConfinedWorkers
import Foundation
import Testing
import WorkerSupport

/// X18: what a worker may do with files that may read some, with real processes.
@Suite struct FileTests {
    /// A path to try, and the system's code of what came of it.
    private enum Paths: WorkerTrade {
        static func parts(of job: String, number: UInt64) -> [[UInt8]]? {
            UInt8(exactly: job.utf8.count).map { [[$0], Array(job.utf8)] }
        }
        static var openingBytes: Int { 1 }
        static func bytes(after opening: [UInt8], number: UInt64) -> Int? { 0 }
        static func answer(opening: [UInt8], rest: [UInt8], number: UInt64) -> Int32? { opening.first.map(Int32.init) }
    }

    private func pool(
        _ deed: String,
        _ folder: TestFolder,
        _ watch: WorkerWatch = WorkerWatch()
    ) async throws -> WorkerPool<Paths> {
        try await WorkerPool(
            count: 1,
            program: BuiltProgram.named("ConfinedWorkerProbe", deed, folder.readable),
            limits: WorkerLimits(memoryBytes: 64 << 20, processorSeconds: 2, patience: .seconds(30), jobs: 100),
            name: "probe",
            observe: watch.note
        )
    }

    @Test func onlyFilesOfTheFolderAreRead() async throws {
        let folder = try TestFolder()
        let workers = try await pool("read", folder)
        #expect(await workers.ask(folder.readable + "/letter") == .success(0))
        for path in [
            folder.other, "/etc/hostname", "/proc/self/environ", folder.readable + "/../other",
            folder.readable + "/way",
        ] { #expect(await workers.ask(path) == .success(EACCES), "\(path)") }
        #expect(await workers.ask(folder.readable + "/none") == .success(ENOENT))
        await workers.close()
    }

    @Test func aFolderThatIsNoneOfItsIsNotListed() async throws {
        let folder = try TestFolder()
        let workers = try await pool("list", folder)
        #expect(await workers.ask(folder.readable) == .success(0))
        #expect(await workers.ask("/") == .success(EACCES))
        await workers.close()
    }

    @Test(arguments: ["write", "create", "remove", "rename", "listen"])
    func whoDoesMoreThanReadDies(deed: String) async throws {
        let folder = try TestFolder()
        let watch = WorkerWatch()
        let workers = try await pool(deed, folder, watch)
        #expect(await workers.ask(folder.readable + "/letter") == .failure(.ended))
        #expect(watch.ends == [.forbidden])
        #expect(try String(contentsOfFile: folder.readable + "/letter", encoding: .utf8) == "A")
        await workers.close()
    }

    @Test func whatCannotBeSentIsAskedOfNobody() async throws {
        let workers = try await pool("read", TestFolder())
        #expect(await workers.ask(String(repeating: "x", count: 256)) == .failure(.unaskable))
        await workers.close()
    }
}

/// A folder with something to read, and something beside it that is not for reading.
private struct TestFolder {
    let readable: String
    let other: String

    init() throws {
        let files = FileManager.default
        let root = files.temporaryDirectory.appendingPathComponent("confined-" + UUID().uuidString).path
        (readable, other) = (root + "/readable", root + "/other")
        try files.createDirectory(atPath: readable, withIntermediateDirectories: true)
        try Data("A".utf8).write(to: URL(fileURLWithPath: readable + "/letter"))
        try Data("B".utf8).write(to: URL(fileURLWithPath: other))
        try files.createSymbolicLink(atPath: readable + "/way", withDestinationPath: other)
    }
}
