public import HealthRecord
import Sealing

/// One document on its way out of a record, to a mailbox of secured messaging.
public struct Sending: Sendable, Hashable, Codable {
    /// Its own number, drawn with the page that asks for confirmation: by it nothing goes twice.
    public let id: UniqueID
    /// To whom.
    public let recipient: SecureMailbox

    /// Joins both.
    public init(id: UniqueID, recipient: SecureMailbox) {
        self.id = id
        self.recipient = recipient
    }

    /// What its traces say of it.
    var details: [String: String] {
        [TraceEvent.recipientKey: recipient.address, TraceEvent.sendingKey: id.text]
    }
}

/// For what a document is released.
public enum ReleasePurpose: Sendable, Hashable, Codable {
    /// To be read.
    case reading
    /// As a part of a copy of the record.
    case copying
    /// To be sent out of the record.
    case sending(Sending)

    /// How it is traced.
    var act: TracedAct {
        switch self {
        case .reading: .read
        case .copying: .export
        case .sending: .send
        }
    }

    /// Whether the right to a copy is asked for beside that to read.
    var takesCopy: Bool {
        switch self {
        case .reading: false
        case .copying, .sending: true
        }
    }

    /// The sending, where it is one.
    var sending: Sending? {
        if case .sending(let sending) = self { sending } else { nil }
    }
}

/// What is remembered of a sending for a day: that it was begun, by whom, and from which part of the record.
struct KeptSending: Sendable, Hashable, Codable {
    /// The sending; nil once it did not leave: it counts for its day, and may be begun anew.
    let id: UniqueID?
    let at: Instant
    /// The mandate of whoever acted for the holder; nil for the holder.
    let mandate: UniqueID?
    /// The record that holds the document: the holder's own, or one that was joined to it.
    let part: RecordID
    /// What was told of it; nil where nothing was.
    var failure: SendingFailure?

    /// The same once something was told of it.
    func told(_ failure: SendingFailure) -> KeptSending {
        KeptSending(id: failure == .unsent ? nil : id, at: at, mandate: mandate, part: part, failure: failure)
    }
}
