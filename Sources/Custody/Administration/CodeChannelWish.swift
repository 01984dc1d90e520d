public import HealthRecord

/// What becomes of a way by which codes come, as a professional asks for it (TD1.5b).
public enum CodeChannelWish: Sendable, Hashable, Codable {
    /// A way of a kind of which there is none.
    case add(ContactChannel)
    /// Another address in the place of the one there is.
    case change(ContactChannel)
    /// The end of the way of a kind.
    case remove(ContactKind)

    /// What kind of way it is.
    var kind: ContactKind {
        switch self {
        case .add(let channel), .change(let channel): channel.kind
        case .remove(let kind): kind
        }
    }

    /// The number or address; empty for none.
    var address: String {
        switch self {
        case .add(.sms(let address)), .add(.email(let address)), .change(.sms(let address)),
            .change(.email(let address)):
            address
        case .add(.letter), .change(.letter), .remove: ""
        }
    }

    /// Nothing is overwritten that was to be added, and nothing changed that is not there.
    func fits(_ file: HolderFile) throws(CustodyError) {
        switch (self, file.channel(kind) != nil) {
        case (.add, true): throw .conflict("DMPPatientAccessOTPAlreadyExists")
        case (.change, false), (.remove, false): throw .conflict("noCodeChannel")
        case (.add, false), (.change, true), (.remove, true): return
        }
    }
}
