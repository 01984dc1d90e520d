import HealthRecord
import Synchronization

/// Bytes written by somebody else.
final class Gathered: Sendable {
    private let kept = Mutex<[UInt8]>([])
    var bytes: [UInt8] { kept.withLock { $0 } }
    func append(_ bytes: [UInt8]) { kept.withLock { $0 += bytes } }
}

/// Messages on their way to people.
final class Mailbox: Sendable {
    private let kept = Mutex<[OutgoingNotice]>([])
    func post(_ notice: OutgoingNotice) { kept.withLock { $0.append(notice) } }

    var lastPresenceCode: String? {
        kept.withLock { notices in
            for notice in notices.reversed() {
                if case .presenceCode(let code, _) = notice.notice { return code }
            }
            return nil
        }
    }

    var lastActivationCode: String? {
        kept.withLock { notices in
            for notice in notices.reversed() {
                if case .activationCode(let code) = notice.notice { return code }
            }
            return nil
        }
    }

    var lastOneTimeCode: String? {
        kept.withLock { notices in
            for notice in notices.reversed() {
                if case .oneTimeCode(let code, _) = notice.notice { return code }
            }
            return nil
        }
    }

    var lastOpeningCode: String? {
        kept.withLock { notices in
            for notice in notices.reversed() {
                if case .openingCode(let code) = notice.notice { return code }
            }
            return nil
        }
    }
}

/// The hands of a clock that stands until somebody turns them.
final class Hands: Sendable {
    private let kept = Mutex(World.now)
    var time: Instant { kept.withLock { $0 } }
    func turn(_ seconds: Int64) { kept.withLock { $0 = $0.advanced(bySeconds: seconds) } }
}

/// Numbers that go up, and bytes that can be repeated.
final class Source: Sendable {
    private let state = Mutex((count: 0, random: SplitMix64(seed: 42)))
    func next() -> Int {
        state.withLock {
            $0.count += 1
            return $0.count
        }
    }
    func bytes(_ count: Int) -> [UInt8] {
        state.withLock { state in (0..<count).map { _ in UInt8(truncatingIfNeeded: state.random.next()) } }
    }
    func id() -> UniqueID {
        state.withLock { UniqueID(random: ($0.random.next(), $0.random.next())) }
    }
}
