import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 6, after a call to 15: finding a patient whose matricule nobody has (TD0.5); in the mode of regulation only.
extension CareDoor {
    func regulationForm(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard try await findsByTraits(stay) else { return .trouble(.refused(.role)) }
        return .page(RegulationPage(form: RegulationForm()))
    }

    /// Whether the search would be let through, by the judgement that it will meet.
    func findsByTraits(_ stay: Stay) async throws(ServiceError) -> Bool {
        let visit = try await visit(stay, nil)
        defer { service.leave(visit) }
        return service.findsByTraits(visit)
    }

    /// What is typed comes in the body of the request; each person found has the search in the record's traces.
    func regulation(_ turn: Turn, _ stay: Stay, _ fields: FormFields) async throws -> Answer {
        func typed(_ name: String) -> String { String(fields.text(name).prefix(80)) }
        let form = RegulationForm(
            family: typed(Names.family),
            given: typed(Names.given),
            birth: typed(Names.birth),
            city: typed(Names.city)
        )
        let birth = DayEntry.read(form.birth)
        var faults: [FieldFault] = []
        if form.family.isEmpty { faults.append(FieldFault(Names.family, CareRegulationText.familyFault.phrase)) }
        if !form.birth.isEmpty, birth == nil { faults.append(FieldFault(Names.birth, FieldText.dateFault.phrase)) }
        if form.given.isEmpty, form.birth.isEmpty {
            faults.append(FieldFault(Names.given, CareRegulationText.moreFault.phrase))
        }
        guard faults.isEmpty else {
            return .page(RegulationPage(form: form, faults: faults), status: .unprocessableContent)
        }
        if let wait = tooMany(stay) { return wait }
        let query = PersonQuery(
            family: form.family,
            given: form.given.isEmpty ? nil : form.given,
            birthDate: birth,
            city: form.city.isEmpty ? nil : form.city
        )
        do {
            // That nobody was found is said no sooner than that somebody may not be told of.
            let found = try await settings.searchFloor.hold(when: { $0.isEmpty }) {
                try await find(query, stay)
            }
            return .page(RegulationPage(form: form, found: found.map { line($0, stay) }))
        } catch ServiceError.conflict("refine") {
            let fault = FieldFault(Names.given, CareRegulationText.refine.phrase)
            return .page(RegulationPage(form: form, faults: [fault]), status: .unprocessableContent)
        } catch {
            throw error
        }
    }

    private func find(_ query: PersonQuery, _ stay: Stay) async throws -> [FoundPerson] {
        let visit = try await visit(stay, nil, mode: .regulation)
        defer { service.leave(visit) }
        return try await service.search(query, visit)
    }

    private func line(_ person: FoundPerson, _ stay: Stay) -> RegulationPage.Line {
        var path: String?
        if !person.refusesRegulation, let ins = person.identifiers.first {
            var chart = chart(of: ins, in: person.record, person.traits, standing: .none, isTreating: false, stay)
            chart.policySet = person.policySet
            // What an earlier search of this session found of his own standing stays.
            if charts.chart(chart.handle, in: stay.cookie, now: stay.now) == nil {
                charts.open(chart, in: stay.cookie)
            }
            path = Paths.chart(chart.handle, .emergency) + "?\(Names.kind)=\(EmergencyKind.regulation.rawValue)"
        }
        return RegulationPage.Line(
            name: person.traits.name.spoken,
            born: person.traits.birthDate,
            sex: person.traits.sex.label,
            percentage: person.percentage,
            path: path
        )
    }
}

/// What somebody filled in to find a person.
struct RegulationForm: Sendable {
    var family = ""
    var given = ""
    var birth = ""
    var city = ""
}
