public import HealthRecord

/// What stands at the head of every message (interop sheet § 2.3).
public struct HL7MessageHeader: Hashable, Sendable {
    /// The message's own identifier.
    public let id: InstanceID
    /// When it was made.
    public let creationTime: HL7Time
    /// Whether it is meant in earnest.
    public let processing: HL7Processing
    /// Who is to receive it.
    public let receiver: HL7Device
    /// Who sent it.
    public let sender: HL7Device

    /// Joins the parts.
    public init(
        id: InstanceID,
        creationTime: HL7Time,
        processing: HL7Processing,
        receiver: HL7Device,
        sender: HL7Device
    ) {
        self.id = id
        self.creationTime = creationTime
        self.processing = processing
        self.receiver = receiver
        self.sender = sender
    }

    /// The head of an answer to a message with this head.
    public func answer(id: InstanceID, creationTime: HL7Time, as device: HL7Device = .dmp) -> HL7MessageHeader {
        HL7MessageHeader(
            id: id,
            creationTime: creationTime,
            processing: processing,
            receiver: sender,
            sender: device
        )
    }
}
