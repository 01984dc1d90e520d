import HealthRecord
import Messages
import Synchronization
import Wording

/// Carries messages to the outbox and remembers codes: those of letters, which the manifest tells, and the last to each way.
final class CodeCollector: MessageCarrier {
    private let outbox: OutboxFolder
    private let codes = Mutex<[INS: (opening: String?, activation: String?, mandate: String?)]>([:])

    private let latest = Mutex<[ContactChannel: String]>([:])

    init(outbox: OutboxFolder) { self.outbox = outbox }

    func carry(_ notice: OutgoingNotice, in language: Language) async throws(MessageError) {
        if let ins = notice.ins {
            codes.withLock { codes in
                var known = codes[ins] ?? (nil, nil, nil)
                switch notice.notice {
                case .openingCode(let code): known.opening = code
                case .activationCode(let code): known.activation = code
                case .representationCode(let code, _): known.mandate = code
                default: return
                }
                codes[ins] = known
            }
        }
        if case .oneTimeCode(let code, _) = notice.notice { latest.withLock { $0[notice.channel] = code } }
        try await outbox.carry(notice, in: language)
    }

    func opening(of ins: INS) -> String? { codes.withLock { $0[ins]?.opening } }
    func activation(of ins: INS) -> String? { codes.withLock { $0[ins]?.activation } }
    /// The last one-time code that went somewhere.
    func oneTime(to channel: ContactChannel) -> String? { latest.withLock { $0[channel] } }
    /// The code by which somebody takes up a mandate.
    func mandate(of ins: INS) -> String? { codes.withLock { $0[ins]?.mandate } }
}
