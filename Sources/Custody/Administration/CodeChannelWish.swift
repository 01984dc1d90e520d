/// What becomes of a way by which codes come, as a professional asks for it (TD1.5b).
public enum CodeChannelWish: Sendable, Hashable, Codable {
    /// A way of a kind of which there is none.
    case add(CodeAddress)
    /// Another address in the place of the one there is.
    case change(CodeAddress)
    /// The end of the way of a kind.
    case remove(CodeAddress.Kind)

    /// The change of the holder's data that the wish comes to.
    var change: ChannelChange {
        switch self {
        case .add(let address), .change(let address): address.change
        case .remove(let kind): kind.removal
        }
    }

    /// Nothing is overwritten that was to be added, and nothing changed that is not there.
    func fits(_ file: HolderFile) throws(CustodyError) {
        switch self {
        case .add(let address):
            guard !address.kind.stands(in: file) else { throw .conflict("DMPPatientAccessOTPAlreadyExists") }
        case .change(let address):
            guard address.kind.stands(in: file) else { throw .conflict("noCodeChannel") }
        case .remove(let kind):
            guard kind.stands(in: file) else { throw .conflict("noCodeChannel") }
        }
    }
}
