internal import HealthRecord
internal import LPSKit
internal import SampleRecords
internal import XDSWire

/// Runs the phases, the service and the bare server by turns.
struct BenchmarkStage {
    let options: BenchmarkOptions
    let tools: BenchmarkTools
    let world: BenchmarkWorld
    let pipe: BarePipeProcess?
    /// The rank of the next document.
    private var rank = 1
    /// What has been filed, to be read later.
    private var filed: [(id: OID, patient: INS)] = []

    init(options: BenchmarkOptions, tools: BenchmarkTools, world: BenchmarkWorld, pipe: BarePipeProcess?) {
        self.options = options
        self.tools = tools
        self.world = world
        self.pipe = pipe
    }

    mutating func run(_ kind: BenchmarkPhase) async throws -> PhaseReport {
        let clients = kind == .retrieveUnloaded ? 1 : world.clients.count
        let rounds = max(1, options.rounds)
        let load = Load(tools: tools, limit: options.secondsPerPhase * 1_000_000_000 / UInt64(rounds))
        let server = options.serverPID.map { ProcessMeter(pid: $0) }
        var (real, bare) = (SideTally(), SideTally())
        for round in 1...rounds {
            tools.progress("\(kind.rawValue), turn \(round) of \(rounds)")
            let each = max(1, kind.count(options) / rounds / clients)
            // The first call of each lane opens its connection again where it was closed, and is not measured.
            let lanes = try (0..<clients).map { try lane(kind, client: $0, calls: each + 1) }
            let answer = await measure(lanes, load, .registrySuccess, server, into: &real)
            guard let pipe else { continue }
            let base = pipe.base(keeping: kind.kept, answering: answer)
            let redirected = lanes.map { lane in
                Lane(client: lane.client, calls: lane.calls.compactMap { $0.redirected(to: base) })
            }
            _ = await measure(redirected, load, .status, ProcessMeter(pid: pipe.pid), into: &bare)
        }
        return PhaseReport(
            name: kind.rawValue,
            clients: clients,
            real: real.report,
            bare: pipe == nil ? nil : bare.report
        )
    }

    /// Answers the size of the largest answer.
    private func measure(
        _ lanes: [Lane],
        _ load: Load,
        _ expectation: Expectation,
        _ server: ProcessMeter?,
        into side: inout SideTally
    ) async -> Int {
        let first = lanes.map { Lane(client: $0.client, calls: Array($0.calls.prefix(1))) }
        let rest = lanes.map { Lane(client: $0.client, calls: Array($0.calls.dropFirst())) }
        _ = await load.run(first, expecting: expectation)
        // A server's workers are the server's.
        let (clientBefore, serverBefore) = (ProcessMeter.own.processorSeconds, server?.familySeconds)
        let outcome = await load.run(rest, expecting: expectation)
        let (clientAfter, serverAfter) = (ProcessMeter.own.processorSeconds, server?.familySeconds)
        func spent(_ before: Double?, _ after: Double?) -> Double? {
            before.flatMap { before in after.map { $0 - before } }
        }
        side.add(
            outcome,
            clientSeconds: spent(clientBefore, clientAfter),
            serverSeconds: spent(serverBefore, serverAfter),
            requestBytes: rest.reduce(0) { $0 + $1.calls.reduce(0) { $0 + $1.byteCount } },
            requests: rest.reduce(0) { $0 + $1.calls.count },
            memory: server?.memory
        )
        return outcome.answerBytes
    }

    private mutating func lane(_ kind: BenchmarkPhase, client: Int, calls: Int) throws -> Lane {
        let software = world.clients[client]
        var lane = Lane(client: software, calls: [])
        for at in 0..<calls {
            switch kind {
            case .deposit:
                let patient = world.others[rank % world.others.count]
                let document = try world.document(rank, of: patient, by: client, bytes: options.documentBytes)
                rank += 1
                lane.calls.append(try software.prepareDeposit([document], for: patient.ins))
                if let id = document.entry.uniqueID { filed.append((id, patient.ins)) }
            case .list, .listReferences:
                let query = world.list(world.listed)
                lane.calls.append(
                    try software.prepareFind(
                        query,
                        in: world.listed.ins,
                        returning: kind == .list ? .leafClass : .objectRef
                    )
                )
            case .retrieve, .retrieveUnloaded:
                guard !filed.isEmpty else { throw BenchmarkError.document }
                let document = filed[(client * calls + at) % filed.count]
                lane.calls.append(try software.prepareRetrieve([document.id], from: document.patient))
            }
        }
        return lane
    }
}
