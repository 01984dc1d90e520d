import Foundation
import GRDB
import Sealing

/// How a column is found: by its name, or by its place in the statement where hundreds of rows are read.
protocol ColumnKey {
    func value(in row: Row) -> DatabaseValue
}

extension String: ColumnKey {
    func value(in row: Row) -> DatabaseValue { row[self] }
}

extension Int: ColumnKey {
    func value(in row: Row) -> DatabaseValue { row[self] }
}

/// Reads columns without trusting the file: a wrong type or length is corruption, not a trap.
extension Row {
    func blob(_ column: some ColumnKey) throws(HostStoreError) -> [UInt8] {
        guard let found = try optionalBlob(column) else { throw .corrupted(.database) }
        return found
    }

    func optionalBlob(_ column: some ColumnKey) throws(HostStoreError) -> [UInt8]? {
        switch column.value(in: self).storage {
        case .null: return nil
        case .blob(let data): return Array(data)
        default: throw .corrupted(.database)
        }
    }

    func number(_ column: some ColumnKey) throws(HostStoreError) -> Int {
        guard case .int64(let number) = column.value(in: self).storage else { throw .corrupted(.database) }
        return Int(number)
    }

    func text(_ column: some ColumnKey) throws(HostStoreError) -> String {
        guard case .string(let text) = column.value(in: self).storage else { throw .corrupted(.database) }
        return text
    }

    func value<T: StoredBytes>(_ column: some ColumnKey, as type: T.Type = T.self) throws(HostStoreError) -> T {
        guard let value = T(bytes: try blob(column)) else { throw .corrupted(.database) }
        return value
    }

    func optionalValue<T: StoredBytes>(
        _ column: some ColumnKey,
        as type: T.Type = T.self
    ) throws(HostStoreError) -> T? {
        guard let bytes = try optionalBlob(column) else { return nil }
        guard let value = T(bytes: bytes) else { throw .corrupted(.database) }
        return value
    }

    func state(_ column: some ColumnKey = "state") throws(HostStoreError) -> RowState {
        guard let state = RowState(rawValue: try number(column)) else { throw .corrupted(.database) }
        return state
    }
}

/// A value for a statement.
enum Argument {
    case blob([UInt8])
    case number(Int)
    case text(String)
    case null

    static func id(_ value: some StoredBytes) -> Argument { .blob(value.bytes) }

    static func id(_ value: (some StoredBytes)?) -> Argument { value.map { .blob($0.bytes) } ?? .null }

    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .blob(let bytes): Data(bytes).databaseValue
        case .number(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .null: .null
        }
    }
}

extension Database {
    func run(_ sql: String, _ arguments: [Argument] = []) throws {
        try cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments.map(\.databaseValue)))
    }

    func rows(_ sql: String, _ arguments: [Argument] = []) throws -> [Row] {
        let values = StatementArguments(arguments.map(\.databaseValue))
        return try Row.fetchAll(try cachedStatement(sql: sql), arguments: values)
    }

    func row(_ sql: String, _ arguments: [Argument] = []) throws -> Row? {
        let values = StatementArguments(arguments.map(\.databaseValue))
        return try Row.fetchOne(try cachedStatement(sql: sql), arguments: values)
    }
}
