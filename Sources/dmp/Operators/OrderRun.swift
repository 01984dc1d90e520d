import ArgumentParser
import Custody
import Foundation
import HealthRecord
import OperatorDoor

/// What every `dmp record` command takes.
struct OrderOptions: ParsableArguments {
    @Option(name: .long, help: "The desk: JSON with door, certificate, key and ca.")
    var desk: String

    @Option(
        name: .long,
        help: "A file with the matricule and the other fields, `field: text` a line; without it, or -, standard input."
    )
    var input: String?

    @Flag(name: .long, help: "Print the door's answer as it came, JSON.")
    var json = false
}

/// What the commands take that order something.
struct PaperOptions: ParsableArguments {
    @Option(name: .long, help: "Reference of the paper that allows it; nothing here that tells a person.")
    var paper: String

    @Option(name: .long, help: "Name of the order, a UUID: to repeat one, or to confirm one as the second person.")
    var order: String?

    var given: [VerbField: String] { [.paper: paper, .order: order ?? SystemClock.newID().text] }
}

/// One verb of the operators' door as a command.
protocol OrderCommand: AsyncParsableCommand {
    /// The verb.
    static var verb: OperatorVerb { get }
    /// Where to, and from where the fields come.
    var options: OrderOptions { get }
    /// The fields that options of the command line give.
    var given: [VerbField: String] { get }
    /// The file that takes what is handed out.
    var output: String? { get }
}

extension OrderCommand {
    /// Nothing is handed out by most verbs.
    var output: String? { nil }

    /// Reads the fields, asks the door, prints what was done; the exit code tells how it went.
    func run() async throws {
        do throws(DeskFailure) {
            let desk = try OperatorDesk.read(options.desk)
            var input = OrderInput(given)
            try input.read(Self.verb, from: options.input)
            let file = try makeOutput()
            var isKept = false
            defer { if let output, file != nil, !isKept { unlink(output) } }
            let (_, answer, raw) = try await DeskClient(desk: desk).send(input.json, verb: Self.verb.rawValue)
            isKept = try keep(answer, in: file)
            if options.json {
                FileHandle.standardOutput.write((isKept ? answer.withoutContent.json : raw) + Data("\n".utf8))
            } else {
                OrderReport(verb: Self.verb, answer: answer).write()
            }
            guard answer.exitCode == 0 else { throw DeskFailure.answered(answer.exitCode) }
        } catch {
            if let text = error.spoken { FileHandle.standardError.write(Data((text + "\n").utf8)) }
            throw ExitCode(error.exitCode)
        }
    }

    /// Writes what was handed out into the file that was made for it.
    private func keep(_ answer: OperatorAnswer, in file: FileHandle?) throws(DeskFailure) -> Bool {
        guard let output, let file, let content = answer.content else { return false }
        guard let bytes = Data(base64Encoded: content) else { throw .unintelligible }
        do {
            try file.write(contentsOf: bytes)
            try file.close()
            return true
        } catch {
            throw .unwritable(output)
        }
    }

    /// The file for what will be handed out: a new one, its owner's alone, before anything is asked and traced.
    private func makeOutput() throws(DeskFailure) -> FileHandle? {
        guard let output else { return nil }
        let file = open(output, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw errno == EEXIST
                ? .exists(output) : .unwritable(output)
        }
        return FileHandle(fileDescriptor: file, closeOnDealloc: true)
    }
}

extension OperatorAnswer {
    /// The answer without the bytes that went into a file: a terminal is no place for them.
    fileprivate var withoutContent: OperatorAnswer {
        var answer = self
        answer.content = nil
        return answer
    }

    /// 0 done; 10 waits for a second person; 11 no such record; 12 does not apply; 65 not understood; 75 later; 77 not allowed.
    var exitCode: Int32 {
        switch fault?.code {
        case nil: standing == .awaitsSecond ? 10 : 0
        case .unknownRecord: 11
        case .conflict, .orderTaken: 12
        case .badJSON, .unknownField, .missingField, .badField: 65
        case .unavailable, .tooManyMisses: 75
        case .roleRefused, .secondRefused: 77
        }
    }
}

/// What was done, in lines for a person.
struct OrderReport {
    let verb: OperatorVerb
    let answer: OperatorAnswer

    func write() {
        if let fault = answer.fault {
            let element = fault.element.isEmpty ? "" : " (\(fault.element))"
            FileHandle.standardError.write(Data("refused: \(fault.code.rawValue)\(element): \(fault.remedy)\n".utf8))
            return
        }
        for line in lines { print(line) }
    }

    /// Somebody's words on one line: what steers a terminal is taken out.
    private static func plain(_ words: String) -> String {
        String(
            String.UnicodeScalarView(
                words.unicodeScalars.map { $0.value < 0x20 || 0x7F...0x9F ~= $0.value ? " " : $0 }
            )
        )
    }

    private static func register(_ line: IncidentLine) -> [String] {
        let (incident, facts) = (line.incident, line.incident.facts)
        var parts = [
            "incident \(incident.id.text) known \(facts.known.iso8601), risk \(facts.risk.rawValue), "
                + "\(facts.gravity.rawValue), \(facts.natures.map(\.rawValue).joined(separator: " ")): "
                + plain(facts.touched)
        ]
        for note in incident.notes {
            let (aspect, role) = (note.statement.aspect.rawValue, note.statement.by.rawValue)
            parts.append("        \(note.at.iso8601) \(aspect) (\(role)): \(plain(note.statement.words))")
        }
        for duty in IncidentDuty.allCases {
            if let told = incident.told(duty) { parts.append("        \(duty.rawValue) told \(told.iso8601)") }
            guard line.open.contains(duty) else { continue }
            let until = duty == .authority ? line.authorityDue.map { " until \($0.iso8601)" } ?? "" : " without delay"
            let late = line.overdue.contains(duty) ? ", OVERDUE" : ""
            parts.append("        \(duty.rawValue) to be told\(until)\(late)")
        }
        if incident.records > 0 { parts.append("        on \(incident.records) records") }
        return parts
    }

    private static func keys(_ keys: KeyLine) -> [String] {
        let next = keys.next.map { "the next begins \($0)" } ?? "the next takes an order"
        var lines = [
            "epoch   \(keys.epoch) since \(keys.since), \(next)",
            "held    the root keys of \(keys.held.map(String.init).joined(separator: ", "))",
        ]
        for left in keys.left {
            lines.append("left    \(left.records) of \(keys.records) records still under \(left.epoch)")
        }
        if keys.unreadable > 0 { lines.append("left    \(keys.unreadable) of them do not open") }
        if let late = keys.late { lines.append("OVERDUE \(late)") }
        if !keys.hasWholeCopies { lines.append("a copy of the key store is missing, newer or cannot be written") }
        return lines
    }

    private var lines: [String] {
        var lines: [String] = []
        switch answer.standing {
        case .done:
            lines.append("\(verb.rawValue): done")
            if verb == .hostApprove { lines.append("two approvals, by two people, let the physician in for a day") }
        case .doneBefore: lines.append("\(verb.rawValue): done before, under the same order")
        case .taken: lines.append("\(verb.rawValue): taken")
        case .awaitsSecond:
            lines.append("\(verb.rawValue): waits for a second person until \(answer.until ?? "")")
            lines.append("the second sends the same with --order \(answer.order ?? "")")
        case nil: break
        }
        if let order = answer.order { lines.append("order   \(order)") }
        for trace in answer.traces ?? [] { lines.append("trace   \(trace)") }
        if let result = answer.result { lines.append("result  \(result)") }
        for request in answer.requests ?? [] {
            lines.append("request \(request.id.text) \(request.kind) since \(request.at.iso8601)")
        }
        for report in answer.reports ?? [] {
            let by = report.byRepresentative ? ", by a representative" : ""
            lines.append(
                "report  \(report.request.text) \(report.matricule) since \(report.at.iso8601)\(by): "
                    + ([report.about, report.subject] + [report.reason?.rawValue].compactMap(\.self))
                    .filter { !$0.isEmpty }.joined(separator: " ")
            )
            if !report.words.isEmpty { lines.append("        « \(Self.plain(report.words)) »") }
        }
        if answer.reports?.isEmpty == true { lines.append("nobody's report waits for an answer") }
        for document in answer.documents ?? [] {
            lines.append("\(document.document) \(document.made) \(document.type) \(Self.plain(document.title))")
        }
        if answer.documents?.isEmpty == true { lines.append("the record holds no document") }
        if answer.requests?.isEmpty == true { lines.append("nothing waits for an answer") }
        for each in answer.effects ?? [] {
            var line = "\(each.reader) (\(each.readers)):"
            if each.gains > 0 { line += " would read \(each.gains) more" }
            if each.loses > 0 { line += (each.gains > 0 ? "," : " would read") + " \(each.loses) less" }
            lines.append(line)
        }
        if answer.effects?.isEmpty == true { lines.append("nobody would read more or less") }
        for line in answer.incidents ?? [] { lines += Self.register(line) }
        if answer.incidents?.isEmpty == true { lines.append("no incident was declared") }
        for each in answer.emergencies ?? [] {
            let who =
                each.name.map { "\(Self.plain($0)) \(each.subject ?? "") \(each.profession ?? "")" }
                ?? "no name was kept"
            lines.append("\(each.count) openings, the last on \(each.last): \(who)")
        }
        if answer.emergencies?.isEmpty == true { lines.append("nobody opened so often in an emergency") }
        for each in answer.security ?? [] { lines.append("\(each.day) \(each.kind) \(each.count)") }
        if answer.security?.isEmpty == true { lines.append("nothing was noted") }
        for line in answer.lines ?? [] {
            let second = line.second.map { ", \($0) (\(line.secondRole ?? ""))" } ?? ""
            let place =
                line.index.map { "trace \($0)" } ?? line.refused.map { "refused \($0)" }
                ?? (line.isDone ? "no record" : "waits")
            lines.append("\(line.at.iso8601) \(line.verb) \(line.name) (\(line.role))\(second) \(place)")
        }
        if let keys = answer.keys { lines += Self.keys(keys) }
        if let proof = answer.proof { lines.append(proof) }
        return lines
    }
}
