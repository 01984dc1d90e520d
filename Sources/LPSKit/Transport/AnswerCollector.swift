internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import Synchronization

/// Takes one answer in on the thread of its connection.
///
/// A list of hundreds is more than a megabyte in some twenty pieces: handed over one by one, each would wake another thread.
final class AnswerCollector: HTTPClientResponseDelegate {
    private let gathered: Mutex<GatheredAnswer>

    /// A collector of one answer of at most `limit` bytes.
    init(limit: Int) { gathered = Mutex(GatheredAnswer(limit: limit)) }

    func didReceiveHead(task: HTTPClient.Task<RawAnswer>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
        task.eventLoop.makeCompletedFuture { try gathered.withLock { try $0.begin(head) } }
    }

    func didReceiveBodyPart(task: HTTPClient.Task<RawAnswer>, _ buffer: ByteBuffer) -> EventLoopFuture<Void> {
        task.eventLoop.makeCompletedFuture { try gathered.withLock { try $0.take(buffer) } }
    }

    func didFinishRequest(task: HTTPClient.Task<RawAnswer>) throws -> RawAnswer { gathered.withLock { $0.finish() } }
}
