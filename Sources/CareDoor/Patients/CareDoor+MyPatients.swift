import Custody
import HealthRecord
import RecordService

/// The patients who authorised the professional (TD0.4), and what waits for him.
extension CareDoor {
    /// The first of those who fit, each with the record that its line opens, and how many fit; nil where the list cannot be given.
    func patientLines(
        _ choice: PatientChoice,
        _ stay: Stay
    ) async throws -> (lines: [PatientLine], count: Int)? {
        let visit = try await visit(stay, nil)
        defer { service.leave(visit) }
        let standing: [StandingLine]
        do {
            standing = try await service.myPatients(StandingQuery(), visit)
        } catch .refused {
            return nil
        } catch {
            throw error
        }
        let fitting = choice.fitting(standing)
        let lines: [PatientLine] = fitting.prefix(PatientsPage.limit).compactMap { line in
            guard let ins = line.identifiers.first else { return nil }
            var chart = chart(
                of: ins,
                in: line.record,
                line.traits ?? Self.traits(line),
                standing: .valid,
                isTreating: line.isTreatingPhysician,
                isSecret: charts.secret(of: line.record, in: stay.cookie) != nil,
                previousAccess: line.lastAccess,
                stay
            )
            chart.policySet = line.policySet
            charts.open(chart, in: stay.cookie)
            return PatientLine(
                handle: chart.handle,
                name: line.name,
                born: line.birthDate,
                isTreating: line.isTreatingPhysician,
                isSecret: chart.isSecret,
                lastAccess: line.lastAccess,
                lastUpdate: line.lastUpdate,
                lastAddition: line.lastAdd,
                hasTask: line.hasMessage
            )
        }
        return (lines, fitting.count)
    }

    /// What is known of somebody whose traits stand with the host alone.
    private static func traits(_ line: StandingLine) -> PatientTraits {
        PatientTraits(
            birthFamilyName: line.name.family,
            birthGivenNames: [line.name.given],
            birthDate: line.birthDate,
            sex: .unknown
        )
    }
}
