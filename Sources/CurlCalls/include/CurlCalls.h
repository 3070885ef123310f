#ifndef CURL_CALLS_H
#define CURL_CALLS_H

#include <stdbool.h>
#include <stddef.h>

/// How a transfer ended.
typedef struct {
    /// 0 where the other side answered; else a code of libcurl, or -1 where libcurl is not installed.
    int code;
    /// Whether `code` is one of those that another attempt may not meet again.
    bool is_passing;
    /// The status that the other side answered, of HTTP or SMTP; 0 for none.
    long status;
    /// Seconds that it asks to wait before another attempt; -1 where it does not say.
    double wait;
    /// What went wrong, in words without addresses and names.
    char words[128];
} CurlOutcome;

/// What is posted where. Seconds are of the whole attempt; `authority` is a file of certificates, or NULL for the system's.
typedef struct {
    const char *url;
    const char *const *headers;
    size_t header_count;
    const unsigned char *body;
    size_t length;
    double seconds;
    const char *authority;
} CurlPost;

/// A message with its envelope. `encryption`: 0 never, 1 where the server offers it, 2 always. `user` is NULL for none.
typedef struct {
    const char *url;
    const char *from;
    const char *const *recipients;
    size_t recipient_count;
    const char *user;
    const char *password;
    int encryption;
    const unsigned char *message;
    size_t length;
    double seconds;
    const char *authority;
} CurlMail;

/// Loads libcurl into the process, once; false where it is not installed.
bool curl_calls_load(void);

/// The version of libcurl, such as 7.88.1; NULL where it is not installed.
const char *curl_calls_version(void);

/// Posts over HTTP or HTTPS. Follows no redirection, and reads no more of the answer than its status.
CurlOutcome curl_calls_post(const CurlPost *post);

/// Hands a message to a server of SMTP.
CurlOutcome curl_calls_mail(const CurlMail *mail);

/// Any request of HTTP. Seconds are of the whole attempt; `limit` is of the answer's bytes.
typedef struct {
    const char *method;
    const char *url;
    const char *const *headers;
    size_t header_count;
    const unsigned char *body;
    size_t length;
    double seconds;
    const char *authority;
    size_t limit;
} CurlRequest;

/// What was answered: `body` is freed by ``curl_calls_free``; `tag` is the header ETag, empty for none.
typedef struct {
    CurlOutcome outcome;
    unsigned char *body;
    size_t length;
    char tag[128];
} CurlAnswer;

/// Sends a request and keeps its answer. Follows no redirection.
CurlAnswer curl_calls_request(const CurlRequest *request);

/// Frees what an answer holds.
void curl_calls_free(CurlAnswer *answer);

#endif
