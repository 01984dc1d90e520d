import Sealing

/// What is one blob column and has a length law of its own.
protocol StoredBytes {
    init?(bytes: [UInt8])
    var bytes: [UInt8] { get }
}

extension RandomID: StoredBytes {}
extension Bytes32: StoredBytes {}
