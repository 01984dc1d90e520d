// The library sets and reads its options through variadic functions, which Swift cannot call: one plain function for
// each type of argument.
#ifndef DMP_CCURL_SHIM_H
#define DMP_CCURL_SHIM_H

#define CURL_DISABLE_TYPECHECK 1
#include <curl/curl.h>
#include <sys/socket.h>

static inline CURLcode dmp_curl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode dmp_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode dmp_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode dmp_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

typedef size_t (*dmp_curl_transfer)(char *, size_t, size_t, void *);

static inline CURLcode dmp_curl_set_transfer(CURL *handle, CURLoption option, dmp_curl_transfer value) {
    return curl_easy_setopt(handle, option, value);
}

static inline long dmp_curl_response_code(CURL *handle) {
    long code = 0;
    return curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &code) == CURLE_OK ? code : 0;
}

// Lets nothing more be read from the handle's connection, where it has one.
static inline void dmp_curl_hear_no_more(CURL *handle) {
    curl_socket_t line = CURL_SOCKET_BAD;
    if (curl_easy_getinfo(handle, CURLINFO_ACTIVESOCKET, &line) == CURLE_OK && line != CURL_SOCKET_BAD)
        shutdown(line, SHUT_RD);
}

static inline CURLcode dmp_curl_start(void) {
    return curl_global_init(CURL_GLOBAL_DEFAULT);
}

#endif
