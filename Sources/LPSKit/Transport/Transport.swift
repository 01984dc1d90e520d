/// How calls reach the service: over the network, or straight to a reader in tests.
struct Transport: Sendable {
    /// Sends a call and waits for its answer.
    var send: @Sendable (Call) async throws(LPSError) -> RawAnswer
    /// Closes what is open.
    var shutdown: @Sendable () async -> Void
}
