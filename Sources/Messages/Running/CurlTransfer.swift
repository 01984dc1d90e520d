internal import CCurl
internal import HealthRecord

/// One use of libcurl, from its options to its end; lives on one thread.
final class CurlTransfer {
    // The library wants to be started once, before any thread uses it.
    private static let started = dmp_curl_start()

    private let kind: ContactKind
    private let handle: UnsafeMutableRawPointer
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    private var failure: CURLcode = CURLE_OK
    private let upload: UploadSource

    /// Begins a transfer that may only use the given schemes, such as `https`.
    init(_ kind: ContactKind, schemes: String, timeoutSeconds: Int, upload: [UInt8] = []) throws(MessageError) {
        guard Self.started == CURLE_OK, let handle = curl_easy_init() else {
            throw .unreachable(kind, code: CURLE_FAILED_INIT.rawValue)
        }
        self.kind = kind
        self.handle = handle
        self.upload = UploadSource(upload)
        set(CURLOPT_PROTOCOLS_STR, schemes)
        // No signals: they belong to the whole process and this is one thread of it.
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_TIMEOUT, timeoutSeconds)
        set(CURLOPT_CONNECTTIMEOUT, min(timeoutSeconds, 15))
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        // CURL_SSLVERSION_TLSv1_2, an enumerator that the importer leaves without a type.
        set(CURLOPT_SSLVERSION, 6)
        // No proxy of the environment comes between.
        set(CURLOPT_PROXY, "")
        note(dmp_curl_set_transfer(handle, CURLOPT_WRITEFUNCTION, CurlTransfer.discard))
    }

    deinit {
        // Taking its leave of a mail server, the library waits two minutes for the answer, whatever time was set.
        dmp_curl_hear_no_more(handle)
        curl_easy_cleanup(handle)
        for list in lists { curl_slist_free_all(list) }
    }

    func set(_ option: CURLoption, _ value: Int) { note(dmp_curl_set_long(handle, option, value)) }

    func set(_ option: CURLoption, _ value: String) { note(dmp_curl_set_text(handle, option, value)) }

    func set(_ option: CURLoption, lines: [String]) {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines {
            guard let longer = curl_slist_append(list, line) else {
                curl_slist_free_all(list)
                return note(CURLE_OUT_OF_MEMORY)
            }
            list = longer
        }
        guard let list else { return }
        lists.append(list)
        note(dmp_curl_set_list(handle, option, list))
    }

    /// Lets the library read the upload.
    func sendUpload() {
        set(CURLOPT_UPLOAD, 1)
        note(dmp_curl_set_transfer(handle, CURLOPT_READFUNCTION, UploadSource.read))
        note(dmp_curl_set_pointer(handle, CURLOPT_READDATA, Unmanaged.passUnretained(upload).toOpaque()))
    }

    /// Posts the upload as the body of a request.
    func postUpload() {
        set(CURLOPT_POSTFIELDSIZE, upload.bytes.count)
        upload.bytes.withUnsafeBytes { body in
            // The library copies what it is given.
            let start = UnsafeMutableRawPointer(mutating: body.baseAddress)
            note(dmp_curl_set_pointer(handle, CURLOPT_COPYPOSTFIELDS, start))
        }
    }

    /// Whether the library has asked for the upload: from then on some of it may have left.
    var hasBegunUpload: Bool { upload.isAsked }

    /// Does it; the status of the last answer, 0 where there was none.
    func perform() -> (failure: MessageError?, status: Int) {
        if failure == CURLE_OK { failure = curl_easy_perform(handle) }
        let status = dmp_curl_response_code(handle)
        return (error(failure, status: status), status)
    }

    private func note(_ code: CURLcode) {
        if failure == CURLE_OK { failure = code }
    }

    private func error(_ code: CURLcode, status: Int) -> MessageError? {
        switch code {
        case CURLE_OK: nil
        case CURLE_OPERATION_TIMEDOUT: .timedOut(kind)
        case CURLE_USE_SSL_FAILED, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER:
            .untrusted(kind, code: code.rawValue)
        default: status >= 400 ? .refused(kind, status: status) : .unreachable(kind, code: code.rawValue)
        }
    }

    // Answers are read to their end and dropped; the status says what counts.
    private static let discard: dmp_curl_transfer = { _, size, count, _ in
        let (bytes, overflow) = size.multipliedReportingOverflow(by: count)
        return overflow ? 0 : bytes
    }
}

/// Gives the library the upload piece by piece.
private final class UploadSource {
    let bytes: [UInt8]
    private(set) var isAsked = false
    private var sent = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    static let read: dmp_curl_transfer = { target, size, count, source in
        guard let target, let source else { return 0 }
        let upload = Unmanaged<UploadSource>.fromOpaque(source).takeUnretainedValue()
        upload.isAsked = true
        let (room, overflow) = size.multipliedReportingOverflow(by: count)
        guard !overflow else { return 0 }
        let piece = upload.bytes[upload.sent...].prefix(room)
        UnsafeMutableRawPointer(target).copyMemory(from: Array(piece), byteCount: piece.count)
        upload.sent += piece.count
        return piece.count
    }
}
