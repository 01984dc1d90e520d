public import HealthRecord

/// An operator as his certificate names him.
public struct OperatorName: Sendable, Hashable {
    /// Whose certificate it is.
    public let name: String
    /// What he is there for.
    public let role: OperatorRole
    /// SHA-256 of the certificate.
    public let certificate: [UInt8]

    /// Joins what the door has verified.
    public init(name: String, role: OperatorRole, certificate: [UInt8]) {
        self.name = name
        self.role = role
        self.certificate = certificate
    }

    /// Whether somebody else is meant: another certificate is not enough, it must be another person's.
    func isSomebodyElse(than other: OperatorName) -> Bool {
        certificate != other.certificate && name.lowercased() != other.name.lowercased()
    }
}

/// One act that an operator orders; there is none for a role that may not.
///
/// Whatever is done under it is traced with the operator's name, his role and the paper, and the holder reads them.
public struct OperatorOrder: Sendable, Hashable {
    /// The longest reference of a paper.
    public static let paperLimit = 200

    /// The order's own name: repeated under it, nothing is done twice.
    public let id: UniqueID
    /// What is ordered.
    public let verb: OperatorVerb
    /// Who orders it.
    public let by: OperatorName
    /// Who ordered it first, where it takes two.
    public private(set) var first: OperatorName?
    /// The paper that allows it: a judgement, a certificate, a letter, by its reference.
    public let paper: String
    /// Whether it takes a second person.
    public let takesTwo: Bool

    /// Joins the parts.
    ///
    /// - Parameter needsSecond: whether this order of a verb that may take two does; the verbs that always do need not say.
    /// - Throws: `role` for a role outside the verb's own; `paper` for a reference that is empty, long or of several lines.
    public init(
        id: UniqueID,
        verb: OperatorVerb,
        by: OperatorName,
        paper: String,
        needsSecond: Bool = true
    ) throws(OrderRefusal) {
        let takesTwo = needsSecond && !verb.secondRoles.isEmpty
        guard verb.roles.contains(by.role) || takesTwo && verb.secondRoles.contains(by.role) else { throw .role }
        guard Self.isReference(paper) || !verb.namesAPaper else { throw .paper }
        self.id = id
        self.verb = verb
        self.by = by
        self.paper = paper
        self.takesTwo = takesTwo
    }

    /// The same order with the one who gave it first.
    ///
    /// - Throws: `second` where it is the same person, or a role that may not be second.
    func confirming(_ first: OperatorName) throws(OrderRefusal) -> OperatorOrder {
        guard verb.secondRoles.contains(by.role), by.isSomebodyElse(than: first) else { throw .second }
        var both = self
        both.first = first
        return both
    }

    private static func isReference(_ text: String) -> Bool {
        let isLine = text.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && $0.value != 0x7F && !(0x80...0x9F ~= $0.value)
        }
        return isLine && text.contains { !$0.isWhitespace } && text.utf8.count <= Self.paperLimit
    }
}

/// Why there is no such order.
public enum OrderRefusal: String, Error, Sendable, Hashable, CaseIterable {
    /// The role is not one of the verb's.
    case role
    /// No paper is named, or not in one line.
    case paper
    /// It takes another person with another certificate, in a role that may be second.
    case second
    /// Under this name something else was ordered.
    case other
}

extension TraceEvent {
    /// The key of `details` under which stands the operator's name.
    public static let operatorKey = "operator"
    /// The key of `details` under which stands the operator's role.
    public static let operatorRoleKey = "operatorRole"
    /// The key of `details` under which stands the paper that allows the act.
    public static let paperKey = "paper"
    /// The key of `details` under which stands what people are told in words.
    public static let wordsKey = "words"
    /// The key of `details` under which stands the order.
    public static let orderKey = "order"
    /// The key of `details` under which stands the one who ordered it first, where it took two.
    public static let firstOperatorKey = "firstOperator"
    /// The key of `details` under which stands that one's role.
    public static let firstOperatorRoleKey = "firstOperatorRole"
}

extension OperatorOrder {
    /// What stands in the trace of everything done under it.
    var details: [String: String] {
        var details = [
            TraceEvent.operatorKey: by.name, TraceEvent.operatorRoleKey: by.role.rawValue,
            TraceEvent.paperKey: paper, TraceEvent.orderKey: id.text,
        ]
        details[TraceEvent.firstOperatorKey] = first?.name
        details[TraceEvent.firstOperatorRoleKey] = first?.role.rawValue
        return details
    }
}

extension CustodyError {
    /// An order that is not taken, as doors read it: `order.second`.
    static func order(_ refusal: OrderRefusal) -> CustodyError { .conflict(refusal.conflict) }
}

extension OrderRefusal {
    /// The refusal as a conflict's word.
    public var conflict: String { "order." + rawValue }
}
