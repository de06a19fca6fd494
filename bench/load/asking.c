// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Many people who ask something at once, over connections that are kept open; every answer is timed.
//
//   asking PORT REQUESTS CONNECTIONS RATE SECONDS MOST OUT
//
// RATE 0: every connection asks again as soon as it is answered. Otherwise so many requests a second, evenly, whatever the
// answers do; a request that finds no free connection waits, and its time counts from when it was due. MOST: stop after so
// many (0: no limit). Of each request OUT gets five numbers of 64 bits: due, sent, answered (nanoseconds), status, seq.
// In a request twelve bytes 1 become a number that is never used again, and a byte 2 a digit from 1 to 5 that differs from
// the last time the same request was sent. Standard output says at the end what became of it, as JSON.

#include "wire.h"

enum { NUMBER = 12, LONGEST = 4096, PATIENCE = 15 };

typedef struct { int socket, busy, ready; size_t filled; int64_t due, sent; int which; int64_t number; char in[16384]; } line;
typedef struct { int64_t due, sent, answered, status, seq, which; } record;

static line *lines;
static int *idle, idle_count, connections, port, poll_;
static texts requests;
static record *records;
static size_t kept, kept_room;
static int64_t asked, answered_, broken, unheard, first_number;

static void keep(record each) {
    if (kept == kept_room) {
        kept_room = kept_room ? kept_room * 2 : 1 << 16;
        records = realloc(records, kept_room * sizeof *records);
        if (!records) give_up("memory");
    }
    records[kept++] = each;
}

static void send_on(line *l) {
    char out[LONGEST];
    text wanted = requests.each[l->which];
    memcpy(out, wanted.bytes, wanted.length);
    for (char *at = out, *end = out + wanted.length; at < end; at++) {
        if (*at == 1) {
            char number[NUMBER + 1];
            snprintf(number, sizeof number, "%012lld", (long long)l->number);
            memcpy(at, number, NUMBER);
            at += NUMBER - 1;
        } else if (*at == 2) *at = '1' + (l->which + l->number / requests.count) % 5;
    }
    l->sent = now();
    l->filled = 0;
    if (write(l->socket, out, wanted.length) != (ssize_t)wanted.length) broken++;
}

static void connect_(line *l) {
    l->ready = 0;
    l->socket = begin_to_connect(port);
    if (l->socket < 0) give_up("connect");
    watch(poll_, l->socket, l - lines);
}

static void ask(line *l, int64_t due) {
    l->number = first_number + asked;
    l->which = asked++ % requests.count;
    l->due = due ? due : now();
    l->busy = 1;
    send_on(l);
}

// The answer is complete: its status and, when it has one, how far the stream has come.
static int complete(line *l, int *status, int64_t *seq) {
    l->in[l->filled] = 0;
    char *body = strstr(l->in, "\r\n\r\n");
    if (!body) return 0;
    char *length = strcasestr(l->in, "\r\ncontent-length:");
    size_t wanted = length && length < body ? strtoul(length + 17, NULL, 10) : 0;
    if (l->filled < (size_t)(body + 4 - l->in) + wanted) return 0;
    *status = atoi(l->in + 9);
    char *found = strstr(body, "\"seq\":");
    *seq = found ? strtoll(found + 6, NULL, 10) : 0;
    return 1;
}

static void not_idle(int which) {
    for (int at = 0; at < idle_count; at++) if (idle[at] == which) { idle[at] = idle[--idle_count]; return; }
}

static void hear(line *l) {
    for (;;) {
        ssize_t got = read(l->socket, l->in + l->filled, sizeof l->in - 1 - l->filled);
        if (got < 0 && errno == EAGAIN) return;
        if (got <= 0) { // the connection ended: the same request goes again over a new one, as a phone does
            close(l->socket);
            broken++;
            if (!l->busy) not_idle(l - lines);
            connect_(l);
            return;
        }
        l->filled += got;
        int status;
        int64_t seq;
        if (!l->busy || !complete(l, &status, &seq)) continue;
        keep((record){ l->due, l->sent, now(), status, seq, l->which });
        answered_++;
        l->busy = 0;
        l->filled = 0;
        idle[idle_count++] = l - lines;
    }
}

static void turn(int patience_ms) {
    struct epoll_event events[1024];
    int ready = epoll_wait(poll_, events, 1024, patience_ms);
    for (int n = 0; n < ready; n++) {
        line *l = &lines[events[n].data.u64];
        if (!l->ready && events[n].events & EPOLLOUT) {
            l->ready = 1;
            if (l->busy) send_on(l);
            else idle[idle_count++] = l - lines;
        }
        if (events[n].events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) hear(l);
    }
}

// One question that changes nothing over each connection, so that the server has accepted all of them before we count.
static void warm_up(void) {
    static const char HELLO[] = "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    int hello = idle_count;
    while (idle_count) {
        line *l = &lines[idle[--idle_count]];
        l->busy = 1;
        if (write(l->socket, HELLO, sizeof HELLO - 1) < 0) give_up("hello");
    }
    for (int64_t until = now() + PATIENCE * 1000000000LL; idle_count < hello && now() < until;) turn(5);
    kept = answered_ = broken = 0;
}

static double cpu(void) {
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    return used.ru_utime.tv_sec + used.ru_stime.tv_sec + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

int main(int argc, char **argv) {
    if (argc != 8) { fprintf(stderr, "asking PORT REQUESTS CONNECTIONS RATE SECONDS MOST OUT\n"); return 2; }
    raise_file_limit();
    port = atoi(argv[1]);
    requests = requests_in(argv[2]);
    connections = atoi(argv[3]);
    double rate = atof(argv[4]), seconds = atof(argv[5]);
    int64_t most = atoll(argv[6]);
    first_number = now() / 1000 % 100000000000LL / requests.count * requests.count; // a second run uses none again
    lines = room_for(connections, sizeof *lines);
    idle = room_for(connections, sizeof *idle);
    poll_ = epoll_create1(EPOLL_CLOEXEC);
    for (int n = 0; n < connections; n++) connect_(&lines[n]);
    for (int64_t until = now() + PATIENCE * 1000000000LL; idle_count < connections && now() < until;) turn(5);
    warm_up();
    double cpu_before = cpu();
    int64_t began = now(), until = began + (int64_t)(seconds * 1e9), due = 0;
    while (now() < until && !(most && asked >= most)) {
        if (rate == 0) while (idle_count && !(most && asked >= most)) ask(&lines[idle[--idle_count]], 0);
        else while (idle_count && !(most && asked >= most)) {
            due = began + (int64_t)(asked * 1e9 / rate);
            if (due > now()) break;
            ask(&lines[idle[--idle_count]], due);
        }
        turn(1);
    }
    for (int64_t last = now() + PATIENCE * 1000000000LL; answered_ < asked && now() < last;) turn(5);
    int64_t ended = now();
    unheard = asked - answered_;
    FILE *out = fopen(argv[7], "wb");
    if (!out || fwrite(records, sizeof *records, kept, out) != kept || fclose(out)) give_up(argv[7]);
    printf("{\"asked\": %lld, \"answered\": %lld, \"unheard\": %lld, \"broken\": %lld, \"began\": %lld, \"ended\": %lld, \"cpu\": %.6f}\n",
           (long long)asked, (long long)answered_, (long long)unheard, (long long)broken, (long long)began, (long long)ended, cpu() - cpu_before);
    return 0;
}
