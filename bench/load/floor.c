// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2
//
// The least a server can do: it lets every GET in, and writes the body of a POST to all of them, one write each.
//
//   floor PORT

#include "wire.h"
#include <netinet/in.h>

static const char LET_IN[] = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
static const char DONE[] = "HTTP/1.1 204 No Content\r\n\r\n";

enum { MOST = 65536, LARGEST = 1 << 22 };

static int screens[MOST], open_[MOST], at_of[MOST], count;
static size_t written[MOST];
static char frame[LARGEST];
static size_t frame_length;
static int poll_;

static void write_on(int socket_) {
    while (written[socket_] < frame_length) {
        ssize_t took = write(socket_, frame + written[socket_], frame_length - written[socket_]);
        if (took < 0) return; // full: goes on when there is room
        written[socket_] += took;
    }
}

static void forget(int socket_) {
    if (open_[socket_]) {
        screens[at_of[socket_]] = screens[--count];
        at_of[screens[at_of[socket_]]] = at_of[socket_];
        open_[socket_] = 0;
    }
    close(socket_);
}

static void publish(int socket_, char *in, ssize_t length) {
    char *body = strstr(in, "\r\n\r\n") + 4;
    size_t wanted = strtoul(strcasestr(in, "content-length:") + 15, NULL, 10), have = length - (body - in);
    memmove(frame, body, have);
    fcntl(socket_, F_SETFL, 0);
    while (have < wanted) {
        ssize_t got = read(socket_, frame + have, wanted - have);
        if (got <= 0) break;
        have += got;
    }
    frame_length = have;
    for (int n = 0; n < count; n++) { written[screens[n]] = 0; write_on(screens[n]); }
    if (write(socket_, DONE, sizeof DONE - 1) < 0) perror("answer");
    fcntl(socket_, F_SETFL, O_NONBLOCK);
}

static void hear(int socket_) {
    static char in[LARGEST];
    ssize_t got = read(socket_, in, sizeof in - 1);
    if (got < 0 && errno == EAGAIN) return;
    if (got <= 0) { forget(socket_); return; }
    in[got] = 0;
    if (!strncmp(in, "POST", 4)) { publish(socket_, in, got); return; }
    if (write(socket_, LET_IN, sizeof LET_IN - 1) < 0) return;
    open_[socket_] = 1;
    at_of[socket_] = count;
    screens[count++] = socket_;
    written[socket_] = frame_length;
}

int main(int argc, char **argv) {
    raise_file_limit();
    int listening = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    struct sockaddr_in here = { .sin_family = AF_INET, .sin_port = htons(argc > 1 ? atoi(argv[1]) : 0), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    if (bind(listening, (struct sockaddr *)&here, sizeof here) < 0 || listen(listening, 4096) < 0) give_up("listen");
    poll_ = epoll_create1(0);
    struct epoll_event wanted = { .events = EPOLLIN, .data.fd = listening };
    epoll_ctl(poll_, EPOLL_CTL_ADD, listening, &wanted);
    for (;;) {
        struct epoll_event events[1024];
        int ready = epoll_wait(poll_, events, 1024, -1);
        for (int n = 0; n < ready; n++) {
            int socket_ = events[n].data.fd;
            if (socket_ == listening) {
                int came = accept4(listening, NULL, NULL, SOCK_NONBLOCK);
                if (came < 0) continue;
                if (came >= MOST) { close(came); continue; }
                struct epoll_event each = { .events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET, .data.fd = came };
                epoll_ctl(poll_, EPOLL_CTL_ADD, came, &each);
                continue;
            }
            if (events[n].events & EPOLLOUT && open_[socket_]) write_on(socket_);
            if (events[n].events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP)) hear(socket_);
        }
    }
}
