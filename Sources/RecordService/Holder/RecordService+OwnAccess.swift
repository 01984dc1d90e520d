public import Custody
public import HealthRecord

/// The means by which a person comes to a record: sessions, secret, ways to be reached.
extension RecordService {
    /// The sessions open on the record, the newest first.
    public func sessions(_ visit: Visit, token: String) async throws(ServiceError) -> [OpenSession] {
        try await custody { () async throws(CustodyError) in
            try await custodian.sessions(visit.admission, token: token)
        }
    }

    /// Ends one session; answers whether there was one to end.
    @discardableResult
    public func endSession(_ id: UniqueID, _ visit: Visit, token: String) async throws(ServiceError) -> Bool {
        try await custody { () async throws(CustodyError) in
            try await custodian.endSessions(id, keeping: token, visit.admission) > 0
        }
    }

    /// Ends all sessions but the one that asks; answers how many.
    @discardableResult
    public func endOtherSessions(_ visit: Visit, token: String) async throws(ServiceError) -> Int {
        try await custody { () async throws(CustodyError) in
            try await custodian.endSessions(nil, keeping: token, visit.admission)
        }
    }

    /// The kinds of devices that the person of a session has signed in with.
    public func devices(_ visit: Visit, token: String) async throws(ServiceError) -> [UsedDevice] {
        try await custody { () async throws(CustodyError) in
            try await custodian.devices(visit.admission, token: token)
        }
    }

    /// Says of a kind of device whose it is; what is disowned ends.
    public func judge(
        _ device: SessionDevice,
        _ verdict: DeviceVerdict,
        _ visit: Visit,
        token: String
    ) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.judge(device, verdict, token: token, visit.admission)
        }
    }

    /// Forgets a kind of device; all of them where none is named.
    public func forget(_ device: SessionDevice?, _ visit: Visit, token: String) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.forget(device, token: token, visit.admission)
        }
    }

    /// The documents that the person of a session keeps at hand.
    public func pins(_ visit: Visit) async throws(ServiceError) -> Set<UniqueID> {
        try await custody { () async throws(CustodyError) in try await custodian.pins(visit.admission) }
    }

    /// Pins a document that is in sight, or takes the pin away.
    public func pin(_ document: UniqueID, _ isPinned: Bool, _ visit: Visit) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.pin(document, isPinned, visit.admission)
        }
    }

    /// Changes the chosen secret of the person of a session.
    public func changeSecret(
        old: String,
        new: String,
        _ visit: Visit,
        token: String
    ) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.changeSecret(old: old, new: new, token: token, visit.admission)
        }
    }

    /// Where the person of a session is reached who acts for others and has no record of his own; nil for everybody else.
    public func actingWays(_ visit: Visit) async throws(ServiceError) -> ContactWays? {
        try await custody { () async throws(CustodyError) in try await custodian.actingWays(visit.admission) }
    }

    /// First step of a change of ways: a code goes to each way that is new.
    public func beginChannelChange(
        _ change: ChannelChange,
        from known: ContactWays,
        secret: String,
        _ visit: Visit
    ) async throws(ServiceError) -> [ChannelProof] {
        try await custody { () async throws(CustodyError) in
            try await custodian.beginChannelChange(change, from: known, secret: secret, visit.admission)
        }
    }

    /// Second step: the codes that came by the new ways.
    public func completeChannelChange(
        _ change: ChannelChange,
        from known: ContactWays,
        _ typed: [TypedProof],
        _ visit: Visit
    ) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.completeChannelChange(change, from: known, typed, visit.admission)
        }
    }

    /// Takes ways to reach the holder away.
    public func changeChannels(
        _ change: ChannelChange,
        from known: ContactWays,
        secret: String,
        _ visit: Visit
    ) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.changeChannels(change, from: known, secret: secret, visit.admission)
        }
    }
}
