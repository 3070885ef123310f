// libcurl, loaded when the first message is sent.
//
// It brings some thirty libraries into the process (TLS, Kerberos, LDAP, SSH), which takes longer than a small report, and hardly
// any run sends anything. So the program is not linked to it. What varies in its arguments, as curl_easy_setopt does, stays in C.

#include "CurlCalls.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <string.h>

typedef struct {
    CURL *(*easy_init)(void);
    CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
    CURLcode (*easy_perform)(CURL *);
    CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
    void (*easy_cleanup)(CURL *);
    const char *(*easy_strerror)(CURLcode);
    struct curl_slist *(*slist_append)(struct curl_slist *, const char *);
    void (*slist_free_all)(struct curl_slist *);
    CURLcode (*global_init)(long);
    curl_version_info_data *(*version_info)(CURLversion);
} Calls;

static Calls calls;
static bool is_loaded;

bool curl_calls_load(void) {
    if (is_loaded) return true;
    // The builds of the distributions: with OpenSSL, or with GnuTLS under a name of its own.
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) library = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) return false;
#define FIND(name)                                                      \
    *(void **)&calls.name = dlsym(library, "curl_" #name);              \
    if (!calls.name) return false;
    FIND(easy_init) FIND(easy_setopt) FIND(easy_perform) FIND(easy_getinfo) FIND(easy_cleanup) FIND(easy_strerror)
    FIND(slist_append) FIND(slist_free_all) FIND(global_init) FIND(version_info)
#undef FIND
    is_loaded = calls.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return is_loaded;
}

const char *curl_calls_version(void) {
    return curl_calls_load() ? calls.version_info(CURLVERSION_NOW)->version : NULL;
}

// What another attempt may not meet again: the other side or the way to it fails.
static bool is_passing(CURLcode code) {
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
        return true;
    default:
        return false;
    }
}

// The answer is of no interest; enough is taken for the connection to end in order.
static size_t drop(char *data, size_t size, size_t count, void *total) {
    (void)data;
    *(size_t *)total += size * count;
    return *(size_t *)total > (1 << 20) ? 0 : size * count;
}

typedef struct {
    const unsigned char *bytes;
    size_t left;
} Rest;

static size_t give(char *room, size_t size, size_t count, void *data) {
    Rest *rest = data;
    size_t length = size * count < rest->left ? size * count : rest->left;
    memcpy(room, rest->bytes, length);
    rest->bytes += length;
    rest->left -= length;
    return length;
}

static CurlOutcome failed(int code, const char *words) {
    CurlOutcome outcome = {.code = code, .wait = -1};
    strncpy(outcome.words, words, sizeof outcome.words - 1);
    return outcome;
}

static void set_common(CURL *handle, double seconds, const char *authority, const char *protocols) {
    calls.easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    calls.easy_setopt(handle, CURLOPT_TIMEOUT_MS, (long)(seconds * 1000));
    calls.easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, (long)(seconds * 1000));
    calls.easy_setopt(handle, CURLOPT_PROTOCOLS_STR, protocols);
    calls.easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    if (authority) calls.easy_setopt(handle, CURLOPT_CAINFO, authority);
}

static CurlOutcome perform(CURL *handle) {
    CURLcode code = calls.easy_perform(handle);
    CurlOutcome outcome = {.code = (int)code, .is_passing = is_passing(code), .wait = -1};
    calls.easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &outcome.status);
    curl_off_t wait = 0;
    if (calls.easy_getinfo(handle, CURLINFO_RETRY_AFTER, &wait) == CURLE_OK && wait > 0) outcome.wait = (double)wait;
    if (code != CURLE_OK) strncpy(outcome.words, calls.easy_strerror(code), sizeof outcome.words - 1);
    return outcome;
}

CurlOutcome curl_calls_post(const CurlPost *post) {
    if (!curl_calls_load()) return failed(-1, "libcurl is not installed");
    CURL *handle = calls.easy_init();
    if (!handle) return failed(CURLE_OUT_OF_MEMORY, "no memory");
    struct curl_slist *headers = NULL;
    // Without it a larger body waits a second for an answer that many servers never give.
    headers = calls.slist_append(headers, "Expect:");
    for (size_t index = 0; index < post->header_count; index++) {
        headers = calls.slist_append(headers, post->headers[index]);
    }
    size_t answered = 0;
    set_common(handle, post->seconds, post->authority, "http,https");
    calls.easy_setopt(handle, CURLOPT_URL, post->url);
    calls.easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
    calls.easy_setopt(handle, CURLOPT_POST, 1L);
    calls.easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)post->length);
    calls.easy_setopt(handle, CURLOPT_POSTFIELDS, post->body);
    calls.easy_setopt(handle, CURLOPT_WRITEFUNCTION, drop);
    calls.easy_setopt(handle, CURLOPT_WRITEDATA, &answered);
    CurlOutcome outcome = perform(handle);
    calls.slist_free_all(headers);
    calls.easy_cleanup(handle);
    return outcome;
}

CurlOutcome curl_calls_mail(const CurlMail *mail) {
    if (!curl_calls_load()) return failed(-1, "libcurl is not installed");
    CURL *handle = calls.easy_init();
    if (!handle) return failed(CURLE_OUT_OF_MEMORY, "no memory");
    struct curl_slist *recipients = NULL;
    for (size_t index = 0; index < mail->recipient_count; index++) {
        recipients = calls.slist_append(recipients, mail->recipients[index]);
    }
    static const long encryptions[] = {CURLUSESSL_NONE, CURLUSESSL_TRY, CURLUSESSL_ALL};
    Rest rest = {mail->message, mail->length};
    set_common(handle, mail->seconds, mail->authority, "smtp,smtps");
    calls.easy_setopt(handle, CURLOPT_URL, mail->url);
    calls.easy_setopt(handle, CURLOPT_USE_SSL, encryptions[mail->encryption]);
    if (mail->user) calls.easy_setopt(handle, CURLOPT_USERNAME, mail->user);
    if (mail->user) calls.easy_setopt(handle, CURLOPT_PASSWORD, mail->password);
    calls.easy_setopt(handle, CURLOPT_MAIL_FROM, mail->from);
    calls.easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients);
    calls.easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    calls.easy_setopt(handle, CURLOPT_READFUNCTION, give);
    calls.easy_setopt(handle, CURLOPT_READDATA, &rest);
    CurlOutcome outcome = perform(handle);
    calls.slist_free_all(recipients);
    calls.easy_cleanup(handle);
    return outcome;
}
