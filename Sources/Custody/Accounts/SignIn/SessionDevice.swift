import Foundation
import GRDB
import HealthRecord
import Sealing

/// With what a session was opened, as far as its owner needs it to know it again: a kind of browser on a kind of machine.
///
/// Of the words with which a browser names itself nothing else is kept; where it was is not kept at all.
public struct SessionDevice: Sendable, Hashable, Codable {
    /// A kind of browser.
    public enum Browser: String, Sendable, Hashable, Codable, CaseIterable {
        case chrome, edge, firefox, opera, safari, samsung, other
    }

    /// A kind of machine, by its system.
    public enum System: String, Sendable, Hashable, Codable, CaseIterable {
        case android, chromebook, iPad, iPhone, linux, mac, windows, other
    }

    /// The browser.
    public let browser: Browser
    /// The machine.
    public let system: System

    /// Joins both.
    public init(browser: Browser, system: System) {
        self.browser = browser
        self.system = system
    }

    /// As it is kept: `firefox/windows`.
    public var text: String { browser.rawValue + "/" + system.rawValue }

    /// Reads what was kept.
    public init?(_ text: String) {
        let parts = text.split(separator: "/").map(String.init)
        guard parts.count == 2, let browser = parts.first.flatMap(Browser.init),
            let system = parts.last.flatMap(System.init)
        else { return nil }
        self.init(browser: browser, system: system)
    }
}

extension CustodyTransaction {
    /// Whether somebody who has come with other kinds of devices comes with this kind for the first time.
    func isNew(_ device: SessionDevice?, of record: RecordID, by mandate: UniqueID?) throws -> Bool {
        guard let device else { return false }
        let known = try String.fetchSet(
            database,
            sql: "SELECT DISTINCT device FROM session WHERE record_id = ? AND mandate IS ? AND device IS NOT NULL",
            arguments: [Data(record.bytes), mandate.map { Data($0.bytes) }]
        )
        return !known.isEmpty && !known.contains(device.text)
    }

    /// Tells the person whose secret and code were given, be it the holder or somebody who acts for him.
    mutating func tellOfNewDevice(_ record: RecordID, by mandate: UniqueID?) throws {
        guard let context = try context(of: record) else { return }
        try tell(.newDevice(at: now), on: context, by: mandate)
    }
}
