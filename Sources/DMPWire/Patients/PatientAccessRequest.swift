public import SafeXML

/// `createPatientAccess`, `patientOTPUpdate`, `updatePatientAccess` (TD1.5a, b, d): the patient's Internet access, asked for by
/// a professional.
public enum PatientAccessRequest: Hashable, Sendable {
    /// TD1.5a: let the patient reach the record, codes by that channel.
    case create(Channel)
    /// TD1.5b: the channel of the patient's one-time codes.
    case changeChannel(ChannelAction, Channel)
    /// TD1.5d: new secrets.
    case renewSecrets

    /// A way to send codes.
    public struct Channel: Hashable, Sendable {
        /// By what.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// A telephone.
            case text = "SMS"
            /// An e-mail address.
            case email = "EMAIL"
        }

        /// By what.
        public let kind: Kind
        /// The number or address.
        public let address: String

        /// Longest address, in bytes (RFC 5321 § 4.5.3.1.3, without its brackets).
        public static let maximumLength = 254

        /// Joins both; nil for an address that neither can have.
        public init?(_ kind: Kind, _ address: String) {
            let isPlain =
                address.utf8.count <= Self.maximumLength && address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
            guard isPlain, !address.isEmpty, kind == .text || address.contains("@") else { return nil }
            self.kind = kind
            self.address = address
        }
    }

    /// What becomes of a channel.
    public enum ChannelAction: String, Hashable, Sendable, CaseIterable {
        /// It is added.
        case add = "AJOUT"
        /// It takes the place of the one there is.
        case change = "MODIFICATION"
        /// It goes.
        case remove = "SUPPRESSION"
    }

    /// The message's name; its answer's has `Response` after it.
    var message: String {
        switch self {
        case .create: "createPatientAccess"
        case .changeChannel: "patientOTPUpdate"
        case .renewSecrets: "updatePatientAccess"
        }
    }

    /// Reads the request from a body's payload.
    public init(_ payload: XMLElement) throws(HabilitationsError) {
        let fields = try HabilitationsFields(payload, message: payload.name, in: PatientsService.namespace)
        switch payload.name {
        case "createPatientAccess":
            try fields.only(["type", "canal"])
            self = .create(try Self.channel(fields))
        case "patientOTPUpdate":
            try fields.only(["type", "canal", "action"])
            self = .changeChannel(try fields.code("action"), try Self.channel(fields))
        case "updatePatientAccess":
            try fields.only([])
            self = .renewSecrets
        default: throw .unexpectedMessage(payload.path)
        }
    }

    private static func channel(_ fields: HabilitationsFields) throws(HabilitationsError) -> Channel {
        let kind: Channel.Kind = try fields.code("type")
        let element = try fields.element("canal")
        guard let channel = Channel(kind, try fields.text("canal") ?? "") else { throw .malformed(element.path) }
        return channel
    }

    /// Writes the request as a body's payload.
    public func write(_ writer: inout XMLWriter) {
        writer.startHabilitations(message, in: PatientsService.namespace)
        switch self {
        case .create(let channel), .changeChannel(_, let channel):
            writer.element("type", text: channel.kind.rawValue)
            writer.element("canal", text: channel.address)
        case .renewSecrets: break
        }
        if case .changeChannel(let action, _) = self { writer.element("action", text: action.rawValue) }
        writer.end()
    }
}
