public import HealthRecord

/// PRPA_IN201312/313UV02 and PRPA_IN201315/316UV02: a change of a record was made, or was not.
public struct RecordChangeAnswer: Hashable, Sendable {
    /// Which message is answered.
    public let message: RecordMessage
    /// The head.
    public let header: HL7MessageHeader
    /// What became of the message; it tells acceptance from refusal.
    public let acknowledgement: HL7Acknowledgement
    /// The reason of the request, repeated; missing in some refusals.
    public let reason: RecordReason?
    /// Whose record it is, where it was changed.
    public let patient: INS?

    /// Whether the change was made.
    public var isAccepted: Bool { acknowledgement.verdict == .accepted }

    /// The change was made, but for what the remarks name.
    public init(
        accepting change: RecordChange,
        _ remarks: [HL7Acknowledgement.Detail] = [],
        id: InstanceID,
        creationTime: HL7Time,
        sender: HL7Device = .dmp
    ) {
        self.init(
            message: change.request.reason.message,
            header: change.header.answer(id: id, creationTime: creationTime, as: sender),
            acknowledgement: HL7Acknowledgement(accepting: change.header.id, remarks),
            reason: change.request.reason,
            patient: change.patient
        )
    }

    /// The change was not made.
    public init(
        refusing change: RecordChange,
        _ details: [HL7Acknowledgement.Detail],
        id: InstanceID,
        creationTime: HL7Time,
        sender: HL7Device = .dmp
    ) {
        self.init(
            message: change.request.reason.message,
            header: change.header.answer(id: id, creationTime: creationTime, as: sender),
            acknowledgement: HL7Acknowledgement(refusing: change.header.id, details),
            reason: change.request.reason,
            patient: nil
        )
    }

    init(
        message: RecordMessage,
        header: HL7MessageHeader,
        acknowledgement: HL7Acknowledgement,
        reason: RecordReason?,
        patient: INS?
    ) {
        self.message = message
        self.header = header
        self.acknowledgement = acknowledgement
        self.reason = reason
        self.patient = patient
    }
}
