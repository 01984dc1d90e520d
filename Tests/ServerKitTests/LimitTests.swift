import NIOCore
import ServerKit
import Testing

@Suite struct LimitTests {
    @Test func aBucketGivesItsBurstAndThenItsRate() {
        let buckets = TokenBuckets<Int>(burst: 3, perHour: 60)
        for _ in 0..<3 { #expect(buckets.take(1, at: 0) == .allowed) }
        #expect(buckets.take(1, at: 0) == .limited(retryAfterSeconds: 60))
        #expect(buckets.take(2, at: 0) == .allowed)
        #expect(buckets.take(1, at: 59_999) == .limited(retryAfterSeconds: 1))
        #expect(buckets.take(1, at: 60_000) == .allowed)
        #expect(buckets.take(1, at: 60_001) == .limited(retryAfterSeconds: 60))
    }

    @Test func whatIsGivenBackCanBeTakenAgainAndNoMore() {
        let buckets = TokenBuckets<Int>(burst: 2, perHour: 60)
        buckets.giveBack(1)
        for _ in 0..<50 {
            #expect(buckets.take(1, at: 0) == .allowed)
            buckets.giveBack(1)
        }
        buckets.giveBack(1)
        for _ in 0..<2 { #expect(buckets.take(1, at: 0) == .allowed) }
        #expect(buckets.take(1, at: 0) == .limited(retryAfterSeconds: 60))
    }

    @Test func aClockThatJumpsNeitherTrapsNorGives() {
        let buckets = TokenBuckets<Int>(burst: 1, perHour: 1)
        #expect(buckets.take(1, at: 1000) == .allowed)
        #expect(buckets.take(1, at: .min) == .limited(retryAfterSeconds: 3600))
        #expect(buckets.take(1, at: .max) == .allowed)
        #expect(buckets.take(1, at: .max) == .limited(retryAfterSeconds: 3600))
    }

    @Test func memoryIsBounded() {
        let buckets = TokenBuckets<Int>(burst: 1, perHour: 1, maximumKeys: 10)
        for key in 0..<1000 { _ = buckets.take(key, at: 0) }
        #expect(buckets.count <= 20)
        // A key in steady use is not forgotten for the others' sake.
        for key in 1000..<2000 {
            _ = buckets.take(key, at: 0)
            if key > 1000 { #expect(buckets.take(1000, at: 0) != .allowed) }
        }
    }

    @Test func prefixesAreNetworks() throws {
        func prefix(_ text: String) throws -> RemotePrefix { RemotePrefix(try SocketAddress(ipAddress: text, port: 1)) }
        #expect(try prefix("192.0.2.1") == prefix("192.0.2.200"))
        #expect(try prefix("192.0.2.1") != prefix("192.0.3.1"))
        #expect(try prefix("2001:db8::1") == prefix("2001:db8::ffff:0:0:1"))
        #expect(try prefix("2001:db8::1") != prefix("2001:db8:0:1::1"))
        #expect(try prefix("::ffff:192.0.2.9") == prefix("192.0.2.1"))
        #expect(try prefix("192.0.2.1") != RemotePrefix(nil))
    }
}
