import ClinicalDocuments
import HTTPTypes
import HealthRecord
import Hummingbird
import PageKit
import RecordService
import SafeXML
import ServerKit
import Wording

/// Page 12: the vaccination record; what is added and what is confirmed.
extension CareDoor {
    /// LOINC 11369-6, history of vaccinations; 87273-9, note of one.
    private static let vaccinationTypes: Set<String> = ["11369-6", "87273-9"]
    static let noteType = "87273-9"
    /// Documents that one page opens at most, the latest ones.
    static let vaccinationLimit = 24

    func vaccinations(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        let (injections, documents, isPartial) = try await injections(now)
        return .page(
            VaccinationsPage(
                handle: now.handle,
                injections: injections,
                documents: documents.map { line($0, now) },
                byDisease: turn.asked(Names.sort) == "maladie",
                isPartial: isPartial,
                mayConfirm: mayConfirm(now),
                offersFiling: now.offersFiling,
                notice: Self.notice(turn.asked(Names.done))
            )
        )
    }

    /// In an emergency one reads; what is in the record is vouched for in ordinary care.
    private func mayConfirm(_ now: Consultation) -> Bool { now.chart.mode == .normal && now.offersFiling }

    private static func notice(_ text: String) -> Phrase? {
        switch text {
        case "ajout": CareInjectionText.saved.phrase
        case "confirme": CareInjectionText.confirmed.phrase
        default: nil
        }
    }

    /// Injections that the reader's documents tell of; each document opened is a reading.
    private func injections(
        _ now: Consultation
    ) async throws -> (injections: [Injection], documents: [DocumentEntry], isPartial: Bool) {
        let documents = try await service.list(now.visit).clinical
            .filter { Self.vaccinationTypes.contains($0.typeCode.value) && $0.status == .approved }
            .sorted { $0.creationTime.start > $1.creationTime.start }
        let opened = Array(documents.prefix(Self.vaccinationLimit))
        var told: [Injection] = []
        if !opened.isEmpty {
            for outcome in try await service.read(opened.map(\.uniqueID), now.visit) {
                guard case .document(let read) = outcome else { continue }
                told += Self.vaccinations(in: read.bytes).map { injection($0, read.entry, now) }
            }
        }
        return (Injection.joined(told), documents, documents.count > opened.count)
    }

    private func injection(_ shot: Vaccination, _ entry: DocumentEntry, _ now: Consultation) -> Injection {
        let name = author(entry)
        // A note is somebody's own word; a history repeats others'.
        let vouches = entry.typeCode.value == Self.noteType && entry.authors.contains { $0.professional != nil }
        let key = [folded(shot.name), shot.time.map { day($0).iso8601 } ?? "", shot.lot ?? ""]
            .joined(separator: "|")
        return Injection(
            key: mark(key, in: now.chart),
            name: shot.name,
            code: shot.code,
            day: shot.time.map { day($0) },
            date: shot.time.map { date($0) },
            order: shot.time?.start,
            lot: shot.lot,
            document: entry.id,
            author: name,
            confirmedBy: vouches ? name : nil
        )
    }

    private static func vaccinations(in bytes: [UInt8]) -> [Vaccination] {
        guard let document = try? XMLDocument(parsing: bytes, limits: .clinicalDocument),
            let header = try? CDAHeader(document)
        else { return [] }
        return StructuredResults(document, header: header).vaccinations
    }

    func injectionForm(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        .page(InjectionPage(handle: now.handle, form: InjectionForm()))
    }

    func confirmationForm(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        guard mayConfirm(now) else { return .see(Paths.chart(now.handle, .vaccinations)) }
        let found = try await injections(now).injections.first { $0.key == turn.parameters.get("who") }
        guard let found, found.confirmedBy == nil else { return .see(Paths.chart(now.handle, .vaccinations)) }
        return .page(
            InjectionPage(
                handle: now.handle,
                form: InjectionForm(
                    name: found.name,
                    disease: found.code?.value ?? "",
                    day: found.day.map { DateText.short($0) } ?? "",
                    lot: found.lot ?? "",
                    confirms: true
                )
            )
        )
    }

    func addInjection(_ turn: Turn, _ now: Consultation, _ form: FormFields) async throws -> Answer {
        let typed = InjectionForm(
            name: form.text(Names.vaccine),
            disease: form.text(Names.disease),
            day: form.text(Names.day),
            lot: form.text(Names.lot),
            confirms: form.isTicked(Names.confirms)
        )
        guard !typed.confirms || mayConfirm(now) else { return .see(Paths.chart(now.handle, .vaccinations)) }
        var faults: [FieldFault] = []
        if typed.name.isEmpty { faults.append(FieldFault(Names.vaccine, CareInjectionText.nameFault.phrase)) }
        for (name, text, most) in [(Names.vaccine, typed.name, 120), (Names.lot, typed.lot, 40)]
        where text.count > most { faults.append(FieldFault(name, CareInjectionText.tooLong.phrase)) }
        let day = DayEntry.read(typed.day)
        if let fault = dayFault(day, now) { faults.append(FieldFault(Names.day, fault.phrase)) }
        if !form.isTicked(Names.proof) { faults.append(FieldFault(Names.proof, CareInjectionText.proofFault.phrase)) }
        let type = valueSets[.type]?.codes.first { $0.value == Self.noteType }
        guard faults.isEmpty, let day, let type else {
            return .page(
                InjectionPage(handle: now.handle, form: typed, faults: faults),
                status: .unprocessableContent
            )
        }
        var draft = WebDraft(
            type: type,
            title: CareInjectionText.noteTitle.phrase.french,
            actDate: day,
            visibility: now.chart.isSecret ? [.hiddenFromRepresentatives] : [],
            file: WebDraft.File(mediaType: "text/plain", bytes: []),
            zoneMinutes: ParisTime.offsetMinutes(at: now.now)
        )
        draft.vaccination = VaccinationNote(
            name: typed.name,
            code: VaccineText.code(typed.disease),
            day: day,
            lot: typed.lot.isEmpty ? nil : typed.lot,
            confirms: typed.confirms
        )
        let entry = try await service.file(draft, traits: now.chart.traits, now.visit)
        guard lists(now) else { return .see(Paths.receipt(now.handle, entry.id)) }
        return .see(
            Paths.chart(now.handle, .vaccinations) + "?\(Names.done)=" + (typed.confirms ? "confirme" : "ajout")
        )
    }
}

/// One injection, told by one document or several.
struct Injection: Sendable {
    /// Its name in addresses.
    let key: String
    let name: String
    let code: Code?
    let day: CalendarDate?
    let date: Phrase?
    let order: Instant?
    let lot: String?
    let document: UniqueID
    let author: String
    /// Who vouches for it; nil for what is only reported.
    let confirmedBy: String?

    var disease: Phrase? { VaccineText.disease(code) }

    /// One injection told by several documents is one line; somebody's own word goes before what is reported.
    static func joined(_ all: [Injection]) -> [Injection] {
        var lines: [Injection] = []
        for one in all {
            guard let place = lines.firstIndex(where: { $0.key == one.key }) else {
                lines.append(one)
                continue
            }
            if lines[place].confirmedBy == nil, one.confirmedBy != nil { lines[place] = one }
        }
        return lines
    }
}

/// What somebody filled in to note an injection.
struct InjectionForm: Sendable {
    var name = ""
    var disease = ""
    var day = ""
    var lot = ""
    /// Whether a document reports it already.
    var confirms = false
}
