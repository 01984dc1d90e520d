import HTTPTypes

/// The routes of wishes, of people who act for others, of the account and of the record's end.
extension PortalDoor {
    var lifeTable: [Route] {
        [
            Route(.get, Paths.wishes, .holder(wishes)),
            Route(.get, Paths.wishesChange, .holder(wishesForm)),
            Route(.post, Paths.wishesChange, .holderForm(changeWishes)),
            Route(.get, Paths.directives, .holder(directives)),
            Route(.get, Paths.directivesWrite, .holder(directivesForm)),
            Route(.post, Paths.directivesWrite, .holderForm(checkDirectives)),
            Route(.post, Paths.directivesAgain, .holderForm(directivesAgain)),
            Route(.post, Paths.directivesSummary, .holderForm(keepDirectives)),
            Route(.get, Paths.directivesUpload, .holder(directivesUploadForm)),
            Route(.post, Paths.directivesUpload, .upload(uploadDirectives)),
            Route(.get, Paths.directivesRevoke, .holder(revokeForm)),
            Route(.post, Paths.directivesRevoke, .holderForm(revokeDirectives)),

            Route(.get, Paths.family, .holder(family)),
            Route(.post, Paths.switchProfile, .holderForm(switchProfile)),
            Route(.post, Paths.ownProfile, .holderForm(ownProfile)),
            Route(.get, Paths.inviteCarer, .holder(carerForm)),
            Route(.post, Paths.inviteCarer, .holderForm(checkCarer)),
            Route(.get, Paths.inviteParent, .holder(parentForm)),
            Route(.post, Paths.inviteParent, .holderForm(checkParent)),
            Route(.post, Paths.invitation, .holderForm(invite)),
            Route(.get, Paths.acceptInvitation, .holder(acceptForm)),
            Route(.post, Paths.acceptInvitation, .holderForm(accept)),
            Route(.get, Paths.endMandate, .holder(endMandateForm)),
            Route(.post, Paths.endMandate, .holderForm(endMandate)),
            Route(.get, Paths.newRepresentative, .anyone(newRepresentativeForm)),
            Route(.post, Paths.newRepresentative, .form(acceptAnew)),
            Route(.post, Paths.newRepresentativeRefusal, .form(refuseAnew)),
            Route(.get, Paths.newRepresentativeDone, .anyone(newRepresentativeDone)),

            Route(.get, Paths.notices, .holder(notices)),
            Route(.post, Paths.notices, .holderForm(changeNotices)),
            Route(.get, Paths.devices, .holder(devices)),
            Route(.post, Paths.endSession, .holderForm(endSession)),
            Route(.get, Paths.endOtherSessions, .holder(endOthersForm)),
            Route(.post, Paths.endOtherSessions, .holderForm(endOthers)),
            Route(.get, Paths.account, .holder(account)),
            Route(.get, Paths.secret, .holder(secretForm)),
            Route(.post, Paths.secret, .holderForm(changeSecret)),
            Route(.get, Paths.channels, .holder(channelsForm)),
            Route(.post, Paths.channels, .holderForm(changeChannels)),

            Route(.get, Paths.closing, .holder(closing)),
            Route(.post, Paths.closingSummary, .holderForm(closingSummary)),
            Route(.post, Paths.closing, .holderForm(close)),
            Route(.get, Paths.closed, .anyone(closed)),
            Route(.post, Paths.copyRequest, .holderForm(askCopy)),
            Route(.post, Paths.requestCancel, .holderForm(cancelRequest)),
            Route(.get, Paths.reopening, .anyone(reopeningForm)),
            Route(.post, Paths.reopening, .form(reopen)),
            Route(.get, Paths.reopened, .anyone(reopened)),
            Route(.get, Paths.erasure, .anyone(erasureForm)),
            Route(.post, Paths.erasure, .form(erase)),
            Route(.get, Paths.erasureAsked, .anyone(erasureAsked)),
        ]
    }
}
