// libcurl, loaded when the first message is sent.
//
// It brings some thirty libraries into the process (TLS, Kerberos, LDAP, SSH), which takes longer than a small report, and hardly
// any run sends anything. So the program is not linked to it. What varies in its arguments, as curl_easy_setopt does, stays in C.

#include "CurlCalls.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

typedef struct {
    CURL *(*easy_init)(void);
    CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
    CURLcode (*easy_perform)(CURL *);
    CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
    void (*easy_cleanup)(CURL *);
    void (*easy_reset)(CURL *);
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
    FIND(easy_init) FIND(easy_setopt) FIND(easy_perform) FIND(easy_getinfo) FIND(easy_cleanup) FIND(easy_strerror) FIND(easy_reset)
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

// What is sent, and how much of it is.
typedef struct {
    const unsigned char *bytes;
    size_t length;
    size_t at;
} Content;

static size_t give(char *room, size_t size, size_t count, void *data) {
    Content *content = data;
    size_t left = content->length - content->at;
    size_t length = size * count < left ? size * count : left;
    if (length) memcpy(room, content->bytes + content->at, length);
    content->at += length;
    return length;
}

// A server may close a connection that waited for the next request just when it comes: then libcurl sends it once more, over a
// new one and from the beginning. Without this it gives up.
static int go_to(void *data, curl_off_t offset, int origin) {
    Content *content = data;
    if (origin != SEEK_SET || offset < 0 || (size_t)offset > content->length) return CURL_SEEKFUNC_FAIL;
    content->at = (size_t)offset;
    return CURL_SEEKFUNC_OK;
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
    Content content = {mail->message, mail->length, 0};
    set_common(handle, mail->seconds, mail->authority, "smtp,smtps");
    calls.easy_setopt(handle, CURLOPT_URL, mail->url);
    calls.easy_setopt(handle, CURLOPT_USE_SSL, encryptions[mail->encryption]);
    if (mail->user) calls.easy_setopt(handle, CURLOPT_USERNAME, mail->user);
    if (mail->user) calls.easy_setopt(handle, CURLOPT_PASSWORD, mail->password);
    calls.easy_setopt(handle, CURLOPT_MAIL_FROM, mail->from);
    calls.easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients);
    calls.easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    calls.easy_setopt(handle, CURLOPT_READFUNCTION, give);
    calls.easy_setopt(handle, CURLOPT_READDATA, &content);
    CurlOutcome outcome = perform(handle);
    calls.slist_free_all(recipients);
    calls.easy_cleanup(handle);
    return outcome;
}

typedef struct {
    CurlAnswer *answer;
    size_t limit;
    size_t room;
} Kept;

static size_t keep(char *data, size_t size, size_t count, void *context) {
    Kept *kept = context;
    CurlAnswer *answer = kept->answer;
    size_t length = size * count;
    if (length > kept->limit - answer->length) return 0;
    if (answer->length + length > kept->room) {
        size_t room = (answer->length + length) * 2;
        unsigned char *larger = realloc(answer->body, room);
        if (!larger) return 0;
        answer->body = larger;
        kept->room = room;
    }
    memcpy(answer->body + answer->length, data, length);
    answer->length += length;
    return length;
}

static size_t keep_tag(char *line, size_t size, size_t count, void *context) {
    CurlAnswer *answer = context;
    size_t length = size * count;
    if (length > 5 && strncasecmp(line, "etag:", 5) == 0) {
        size_t start = 5;
        while (start < length && line[start] == ' ') start++;
        while (length > start && (line[length - 1] == '\r' || line[length - 1] == '\n')) length--;
        if (length - start < sizeof answer->tag) {
            memcpy(answer->tag, line + start, length - start);
            answer->tag[length - start] = 0;
        }
    }
    return size * count;
}

static void set_body(CURL *handle, const CurlRequest *request, Content *content) {
    if (strcmp(request->method, "HEAD") == 0) {
        calls.easy_setopt(handle, CURLOPT_NOBODY, 1L);
    } else if (strcmp(request->method, "PUT") == 0) {
        calls.easy_setopt(handle, CURLOPT_UPLOAD, 1L);
        calls.easy_setopt(handle, CURLOPT_INFILESIZE_LARGE, (curl_off_t)request->length);
        calls.easy_setopt(handle, CURLOPT_READFUNCTION, give);
        calls.easy_setopt(handle, CURLOPT_READDATA, content);
        calls.easy_setopt(handle, CURLOPT_SEEKFUNCTION, go_to);
        calls.easy_setopt(handle, CURLOPT_SEEKDATA, content);
    } else if (strcmp(request->method, "POST") == 0) {
        calls.easy_setopt(handle, CURLOPT_POST, 1L);
        calls.easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->length);
        calls.easy_setopt(handle, CURLOPT_POSTFIELDS, request->length ? (const char *)request->body : "");
    } else {
        calls.easy_setopt(handle, CURLOPT_CUSTOMREQUEST, request->method);
    }
}

// One connection serves all requests of a process. A child must not speak through that of its parent: it begins its own, and
// leaves the other as it is.
static CURL *kept_handle(void) {
    static CURL *handle;
    static pid_t owner;
    if (!handle || owner != getpid()) {
        handle = calls.easy_init();
        owner = getpid();
    } else {
        calls.easy_reset(handle);
    }
    return handle;
}

CurlAnswer curl_calls_request(const CurlRequest *request) {
    CurlAnswer answer = {.body = NULL};
    if (!curl_calls_load()) {
        answer.outcome = failed(-1, "libcurl is not installed");
        return answer;
    }
    CURL *handle = kept_handle();
    if (!handle) {
        answer.outcome = failed(CURLE_OUT_OF_MEMORY, "no memory");
        return answer;
    }
    // No waiting for leave to go on, no kind of content that the caller did not sign.
    struct curl_slist *headers = calls.slist_append(NULL, "Expect:");
    headers = calls.slist_append(headers, "Content-Type:");
    for (size_t index = 0; index < request->header_count; index++) {
        headers = calls.slist_append(headers, request->headers[index]);
    }
    Kept kept = {.answer = &answer, .limit = request->limit, .room = 0};
    Content content = {request->body, request->length, 0};
    set_common(handle, request->seconds, request->authority, "http,https");
    calls.easy_setopt(handle, CURLOPT_URL, request->url);
    // The address is signed as it is written.
    calls.easy_setopt(handle, CURLOPT_PATH_AS_IS, 1L);
    calls.easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
    set_body(handle, request, &content);
    calls.easy_setopt(handle, CURLOPT_WRITEFUNCTION, keep);
    calls.easy_setopt(handle, CURLOPT_WRITEDATA, &kept);
    calls.easy_setopt(handle, CURLOPT_HEADERFUNCTION, keep_tag);
    calls.easy_setopt(handle, CURLOPT_HEADERDATA, &answer);
    answer.outcome = perform(handle);
    calls.slist_free_all(headers);
    return answer;
}

void curl_calls_free(CurlAnswer *answer) {
    free(answer->body);
    answer->body = NULL;
    answer->length = 0;
}
