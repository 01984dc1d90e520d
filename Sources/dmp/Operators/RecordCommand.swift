import ArgumentParser

/// `dmp record`: what operators order of a record, through their door and under their name.
struct RecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Order an act on a record, through the operators' door.",
        discussion: """
            Each command sends one order with the operator's certificate. The matricule and whatever else tells a person come \
            by standard input or a file, never by the command line.

            Exit codes: 0 done (or done before under the same order). 10 it waits for a second person. 11 no record stands \
            under the matricule. 12 it does not apply to the record as it is, or the order's name is taken. 64 wrong use. \
            65 a field cannot be read. 66 a file cannot be read. 69 the door does not answer or does not take the \
            certificate. 73 the file cannot be made. 75 not now, send it again under the same order. 76 the answer is not \
            understood. 77 the role may not.
            """,
        subcommands: [
            Invite.self, Announce.self, Suspend.self, Lift.self, ObjectSuspension.self, ObjectOpening.self, Close.self,
            Reopen.self, Erase.self, UndoDeath.self, Merge.self, UndoMerge.self,
            AddIdentifier.self, RemoveIdentifier.self, Identity.self, Representative.self, CourtEnd.self, Treating.self,
            EndTreating.self, Migrate.self, Effect.self, Heirs.self, Requests.self, Settle.self, Reports.self,
            Feed.self,
            HostRequest.self,
            HostApprove.self, HostEnd.self, HostList.self, HostRead.self, Incident.self, IncidentNote.self,
            IncidentTold.self, IncidentPersons.self, Incidents.self, Emergencies.self, Security.self, Proof.self,
            Journal.self,
        ]
    )
}
