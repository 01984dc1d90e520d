import Foundation
import HealthRecord
import ServerKit

extension DeploymentSettings {
    /// Looks at all that a configuration says, each value by itself: whatever is wrong is told at once.
    static func check(_ configuration: Configuration) throws {
        var faults = try productionFaults(in: configuration)
        func look(_ make: () throws -> Void) { _ = faults.attempt(make) }
        let domain = try configuration.value(Keys.domain)
        let (portal, care) = (try configuration.value(Keys.portalOrigin), try configuration.value(Keys.careOrigin))
        let logName = try configuration.value(Keys.logOrigin)
        if try configuration.value(Keys.passphrase).reveal().isEmpty { faults.append(StartFailure.missingPassphrase) }
        if !isLogName(logName) { faults.append(StartFailure.badLogName) }
        look { _ = try host(configuration.value(Keys.host)) }
        if WebOrigin(portal) == nil { faults.append(StartFailure.badOrigin(portal, key: Keys.portalOrigin.name)) }
        if !care.isEmpty, WebOrigin(care) == nil {
            faults.append(StartFailure.badOrigin(care, key: Keys.careOrigin.name))
        }
        if try configuration.value(Keys.audiences).contains("") { faults.append(StartFailure.blankAudience) }
        look { try checkKeyCopies(configuration.value(Keys.keyCopies)) }
        look { _ = try legacy(configuration.value(Keys.legacyUntil)) }
        look { _ = try structures(configuration.value(Keys.regulationCentres)) }
        look { _ = try directory(configuration.value(Keys.directory), domain) }
        look { _ = try identity(configuration) }
        look { _ = try anchors(configuration) }
        look { _ = try operators(configuration) }
        look { try checkSets(configuration) }
        try faults.end()
    }

    /// What rehearsals may and production may not; the directory that it needs is looked for with the file.
    private static func productionFaults(in configuration: Configuration) throws -> [any SpokenFailure] {
        guard try configuration.value(Keys.domain) == .production else { return [] }
        var faults: [any SpokenFailure] = []
        if try configuration.value(Keys.unsignedLots) == .accepted { faults.append(StartFailure.unsignedInProduction) }
        if try configuration.value(Keys.contentCheck) != .strict { faults.append(StartFailure.lenientInProduction) }
        if try configuration.value(Keys.revocation).isEmpty { faults.append(StartFailure.noRevocationLists) }
        return faults
    }

    /// What may stand on a line of a signed note (C2SP signed-note), and of it visible ASCII alone.
    private static func isLogName(_ name: String) -> Bool {
        (1...255).contains(name.utf8.count)
            && name.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "+") }
    }

    /// A folder that is not there is a wrong name, or a disk that is missing: either is better known before keys turn.
    static func checkKeyCopies(_ folders: [String]) throws {
        for folder in folders {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
                throw StartFailure.unwritable(folder, key: Keys.keyCopies.name)
            }
        }
    }

    private static func checkSets(_ configuration: Configuration) throws {
        let opening = try configuration.value(Keys.policyDefault)
        do { _ = try AddedSets(at: configuration.value(Keys.policySets)).book(opening: opening) } catch {
            throw error as? any SpokenFailure ?? CommandFailure("\(error)", .configuration)
        }
    }
}
