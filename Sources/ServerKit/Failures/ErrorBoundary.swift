public import Hummingbird
import NIOHTTP1

/// The outermost middleware: whatever a route throws, the client reads a code and the log a type name.
public struct ErrorBoundary<Context: DoorContext>: RouterMiddleware {
    private let failures: FailureResponder

    init(failures: FailureResponder) { self.failures = failures }

    /// Answers in place of an error.
    public func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPParserError {
            // The channel answers a request it cannot parse itself, and closes.
            throw error
        } catch let error as CancellationError where Task.isCancelled {
            // The time limit or the shutdown: answered by whoever cancelled.
            throw error
        } catch {
            return failures.response(to: error, of: request, context: context)
        }
    }
}
