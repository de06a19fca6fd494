// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What the two load clients share: the clock, requests from a file, and connections that do not block.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

typedef struct { char *bytes; size_t length; } text;
typedef struct { text *each; int count; } texts;

// Nanoseconds of the clock that every process of this machine shares (Python's time.monotonic_ns reads the same one).
static inline int64_t now(void) {
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return at.tv_sec * 1000000000LL + at.tv_nsec;
}

static inline void give_up(const char *why) {
    fprintf(stderr, "%s: %s\n", why, strerror(errno));
    exit(1);
}

static inline void *room_for(size_t count, size_t size) {
    void *made = calloc(count ? count : 1, size);
    if (!made) give_up("memory");
    return made;
}

static inline text whole_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) give_up(path);
    fseek(file, 0, SEEK_END);
    text found = { NULL, (size_t)ftell(file) };
    rewind(file);
    found.bytes = room_for(found.length + 1, 1);
    if (fread(found.bytes, 1, found.length, file) != found.length) give_up(path);
    fclose(file);
    return found;
}

// Requests stand behind one another, each ended by a zero byte.
static inline texts requests_in(const char *path) {
    text file = whole_file(path);
    texts found = { NULL, 0 };
    for (size_t at = 0; at < file.length; at++) found.count += file.bytes[at] == 0;
    found.each = room_for(found.count, sizeof(text));
    char *from = file.bytes;
    for (int at = 0; at < found.count; at++, from += strlen(from) + 1) found.each[at] = (text){ from, strlen(from) };
    return found;
}

static inline void raise_file_limit(void) {
    struct rlimit files;
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
}

// A connection that is being made to a port of this machine; -1 when it could not even be begun.
static inline int begin_to_connect(int port) {
    int socket_ = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (socket_ < 0) return -1;
    int on = 1;
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    if (connect(socket_, (struct sockaddr *)&to, sizeof to) < 0 && errno != EINPROGRESS) {
        close(socket_);
        return -1;
    }
    return socket_;
}

static inline void watch(int poll, int socket_, uint64_t whose) {
    struct epoll_event wanted = { .events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET, .data.u64 = whose };
    epoll_ctl(poll, EPOLL_CTL_ADD, socket_, &wanted);
}

static inline int by_size(const void *one, const void *other) {
    int64_t a = *(const int64_t *)one, b = *(const int64_t *)other;
    return (a > b) - (a < b);
}

static inline int64_t share_of(const int64_t *sorted, int count, double share) {
    return count ? sorted[(int)(share * (count - 1) + 0.5)] : 0;
}
