public import Custody

/// The operators of a deployment, by the fingerprint of their certificates.
public struct OperatorTable: Sendable {
    /// Why a table is none.
    public enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        /// One certificate is listed twice.
        case certificateTwice
        /// One person is listed in two roles: roles are separated.
        case twoRoles

        /// What is wrong, and what to do.
        public var description: String {
            switch self {
            case .certificateTwice: "one certificate is listed twice: list each once"
            case .twoRoles: "one person is listed in two roles: give each role to another person"
            }
        }
    }

    private let operators: [[UInt8]: OperatorName]

    /// The operators named; each certificate once, each person in one role.
    public init(_ names: [OperatorName]) throws(Fault) {
        var operators: [[UInt8]: OperatorName] = [:]
        var roles: [String: OperatorRole] = [:]
        for one in names {
            guard operators.updateValue(one, forKey: one.certificate) == nil else { throw .certificateTwice }
            if let role = roles.updateValue(one.role, forKey: one.name.lowercased()), role != one.role {
                throw .twoRoles
            }
        }
        self.operators = operators
    }

    /// Whose certificate it is; nil for anybody else's.
    public func named(by fingerprint: [UInt8]) -> OperatorName? { operators[fingerprint] }

    /// How many there are.
    public var count: Int { operators.count }
}
