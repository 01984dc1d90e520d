import ClinicalDocuments
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 10, and a new version of a document.
extension CareDoor {
    /// The largest file, in bytes.
    static let fileLimit = 5_000_000
    /// Types that professionals file most, first in the list.
    private static let frequent = [
        "11488-4", "57833-6", "96349-6", "60591-5", "11502-2", "18748-4", "87273-9", "89601-9", "PRESC-BIO",
        "PRESC-KINE",
    ]
    /// What the patient, the insurer or a machine files, and the signature of a lot.
    private static let others = ["DOCPAT", "EXPPAT", "REMB", "IMG-KOS", "E1762", "74465-6", "ATTEST-"]

    func addForm(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        let form = AddForm(type: turn.asked(Names.type), isMinor: isMinor(now), isSecret: now.chart.isSecret)
        return .page(addPage(form, now, turn.language))
    }

    private func isMinor(_ now: Consultation) -> Bool { isMinor(now.chart, on: now.today) }

    private func addPage(
        _ form: AddForm,
        replacing: UniqueID? = nil,
        _ now: Consultation,
        _ language: Language,
        _ faults: [FieldFault] = []
    )
        -> AddPage
    {
        AddPage(
            handle: now.handle,
            replacing: replacing,
            types: typeOptions(language),
            form: form,
            announcing: announcing(from: now.today, now.chart),
            faults: faults
        )
    }

    private var types: [Code] {
        (valueSets[.type]?.codes ?? []).filter { code in !Self.others.contains { code.value.hasPrefix($0) } }
    }

    private func typeOptions(_ language: Language) -> [(value: String, label: String)] {
        let options = types.map { (value: $0.value, label: valueSets.officialType($0)[language]) }
        let first = Self.frequent.compactMap { value in options.first { $0.value == value } }
        return first
            + options.filter { !Self.frequent.contains($0.value) }.sorted { folded($0.label) < folded($1.label) }
    }

    func add(_ turn: Turn, _ now: Consultation, _ upload: UploadForm) async throws -> Answer {
        try await file(upload, replacing: nil, now, turn.language)
    }

    func replaceForm(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        let entries = try await service.list(now.visit).clinical
        guard let id = turn.document, let entry = entries.first(where: { $0.id == id }), isMine(entry, now.stay) else {
            return .trouble(.notFound, handle: now.handle)
        }
        var form = AddForm(type: entry.typeCode.value, isMinor: isMinor(now), isSecret: now.chart.isSecret)
        form.title = entry.title
        form.acts = ActCodes.text(entry.eventCodes)
        form.seenBy =
            entry.visibility.contains(.hiddenFromPatient)
            ? .notYet : entry.visibility.contains(.maskedToProfessionals) ? .masked : .everybody
        form.hidesFromRepresentatives = form.isSecret || entry.visibility.contains(.hiddenFromRepresentatives)
        return .page(addPage(form, replacing: id, now, turn.language))
    }

    func replace(_ turn: Turn, _ now: Consultation, _ upload: UploadForm) async throws -> Answer {
        guard let id = turn.document else { return .trouble(.notFound, handle: now.handle) }
        return try await file(upload, replacing: id, now, turn.language)
    }

    private func file(
        _ upload: UploadForm,
        replacing: UniqueID?,
        _ now: Consultation,
        _ language: Language
    ) async throws -> Answer {
        var form = AddForm(type: upload.text(Names.type), isMinor: isMinor(now), isSecret: now.chart.isSecret)
        form.title = upload.text(Names.title)
        form.day = upload.text(Names.day)
        form.text = upload.text(Names.text)
        form.acts = upload.text(Names.acts)
        form.seenBy = upload.only(Names.visible).flatMap(AddForm.SeenBy.init) ?? .everybody
        form.hidesFromRepresentatives = now.chart.isSecret || (isMinor(now) && upload.isTicked(Names.secret))
        let (content, contentFault) = Self.content(upload.file, form.text)
        var faults = [contentFault].compactMap(\.self)
        let type = types.first { $0.value == form.type }
        if type == nil { faults.append(FieldFault(Names.type, CareAddText.typeFault.phrase)) }
        if !(1...CDAHeader.titleLimit).contains(form.title.count) {
            faults.append(FieldFault(Names.title, CareAddText.titleFault.phrase))
        }
        let day = DayEntry.read(form.day)
        if !form.day.isEmpty {
            if let fault = dayFault(day, now) { faults.append(FieldFault(Names.day, fault.phrase)) }
        }
        let acts = ActCodes.read(form.acts)
        if acts == nil { faults.append(FieldFault(Names.acts, CareAddText.actsFault.phrase)) }
        guard faults.isEmpty, let type, let content, let acts else {
            return .page(addPage(form, replacing: replacing, now, language, faults), status: .unprocessableContent)
        }
        let entry: DocumentEntry
        do {
            var draft = WebDraft(
                type: type,
                title: form.title,
                actDate: day,
                visibility: form.visibility,
                file: content,
                replaces: replacing,
                zoneMinutes: ParisTime.offsetMinutes(at: now.now)
            )
            draft.acts = acts
            entry = try await service.file(draft, traits: now.chart.traits, now.visit)
        } catch let refused where refused.isHiddenOverSeen {
            let faults = [FieldFault(Names.visible, CareAddText.notYetFault.phrase)]
            return .page(addPage(form, replacing: replacing, now, language, faults), status: .unprocessableContent)
        } catch .rejected {
            let faults = [FieldFault(Names.type, CareAddText.rejected.phrase)]
            return .page(addPage(form, replacing: replacing, now, language, faults), status: .unprocessableContent)
        } catch {
            throw error
        }
        // Whoever files without leave to read goes to no page that would tell him that he may not.
        let page = lists(now) ? Paths.document(now.handle, entry.id) : Paths.receipt(now.handle, entry.id)
        return .see(page + "?\(Names.done)=" + (replacing == nil ? "ajout" : "version"))
    }

    private static func content(_ file: UploadForm.File?, _ text: String) -> (WebDraft.File?, FieldFault?) {
        func fault(_ text: CareAddText, _ field: String = Names.file) -> (WebDraft.File?, FieldFault?) {
            (nil, FieldFault(field, text.phrase))
        }
        switch (file, text.isEmpty) {
        case (nil, true): return fault(.fileFault)
        case (.some, false): return fault(.bothFault)
        case (nil, false): return (WebDraft.File(mediaType: "text/plain", bytes: Array(text.utf8)), nil)
        case (let file?, true):
            guard file.bytes.count <= fileLimit else { return fault(.sizeFault) }
            guard DocumentKind(of: file.bytes) == .pdf else { return fault(.kindFaultText) }
            // What could act where its readers open the file itself is not taken in (security design § 5.6).
            guard !PDFActivity.isActive(file.bytes) else { return fault(.activeFault) }
            return (WebDraft.File(mediaType: "application/pdf", bytes: file.bytes), nil)
        }
    }
}

/// What somebody filled in to add a document.
struct AddForm: Sendable {
    /// Who sees the document at first; the raw value stands in the form.
    enum SeenBy: String, CaseIterable, Sendable {
        case everybody = "tous"
        case notYet = "pas-encore"
        case masked = "masque"
    }

    var type: String
    var title = ""
    var day = ""
    var text = ""
    var acts = ""
    var seenBy = SeenBy.everybody
    var hidesFromRepresentatives = false
    let isMinor: Bool
    let isSecret: Bool

    init(type: String, isMinor: Bool, isSecret: Bool) {
        self.type = type
        self.isMinor = isMinor
        self.isSecret = isSecret
        hidesFromRepresentatives = isSecret
    }

    var visibility: Visibility {
        var visibility: Visibility = hidesFromRepresentatives ? [.hiddenFromRepresentatives] : []
        switch seenBy {
        case .everybody: break
        case .notYet: visibility.insert(.hiddenFromPatient)
        case .masked: visibility.insert(.maskedToProfessionals)
        }
        return visibility
    }
}

extension CareDoor {
    /// What is wrong with the day of an act: none that can be read, still to come, or before the patient was born.
    func dayFault(_ day: CalendarDate?, _ now: Consultation) -> CareDayText? {
        guard let day else { return .unread }
        if day > now.today { return .future }
        return day < now.chart.traits.birthDate ? .beforeBirth : nil
    }
}
