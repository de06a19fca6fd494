// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Thousands of screens in one process: open streams that read whatever comes and remember when.
//
//   screens PORT REQUESTS COUNT [AFTER [FIRST_DELAY_MS LONGEST_DELAY_MS]]
//
// REQUESTS: what screens send (screen n sends request n modulo their number); AFTER: what each sends once it is let in
// ("-" for nothing). With delays a screen that loses its stream comes back as a phone does: after the first delay, twice
// as long each next time, every delay times 0.5 to 1.5. Asked on standard input, one line each, answered with JSON:
//
//   open SECONDS                   wait until all are let in
//   mark                           forget what was read so far
//   wait QUIET_MS SECONDS          until nothing has come for so long: when the first and the last byte came, and how many
//   back SECONDS                   until all that were lost since the mark have a frame again
//   dump FILE                      every frame with an id since the mark: (id, nanoseconds, screen), 64 bits each
//   end
//
// A read of at most 32 bytes, what a packed beat takes, is one, and does not count.

#include "wire.h"

enum { SLEEPING, CONNECTING, ASKING, OPEN };
enum { AT_ONCE = 400, BEAT = 32, BUFFER = 1 << 18 };

typedef struct {
    int socket, state, tries, lost, fresh;
    int64_t retry_at, let_in, framed, last, bytes;
    int64_t id;       // of a frame that is not complete yet; 0 for none
    int newline;      // whether the last byte read was the first of an empty line
    uint32_t matched; // of the end of the head
} screen;

typedef struct { int64_t id, at, whose; } arrival;

static screen *screens;
static int count, port, poll_, opening, next_new, let_in, lost_now;
static texts requests;
static text after;
static int64_t first_delay, longest_delay, last_any, first_any;
static arrival *arrivals;
static size_t arrived, arrival_room;
static char buffer[BUFFER + 1];

static void sleep_a_while(screen *s) {
    if (s->socket >= 0) close(s->socket);
    if (s->state == OPEN) { let_in--; s->lost = 1; s->tries = 0; }
    if (s->state == CONNECTING || s->state == ASKING) opening--;
    s->socket = -1;
    s->state = SLEEPING;
    int64_t delay = first_delay << (s->tries < 12 ? s->tries : 12);
    if (delay > longest_delay) delay = longest_delay;
    if (!first_delay) delay = 50;
    s->tries++;
    s->retry_at = now() + (int64_t)(delay * 1e6 * (0.5 + drand48()));
}

static void begin(screen *s) {
    s->socket = begin_to_connect(port);
    if (s->socket < 0) { sleep_a_while(s); return; }
    s->state = CONNECTING;
    s->matched = 0;
    s->id = 0;
    s->fresh = 0;
    opening++;
    watch(poll_, s->socket, s - screens);
}

static void ask(screen *s) {
    int problem = 0;
    socklen_t size = sizeof problem;
    getsockopt(s->socket, SOL_SOCKET, SO_ERROR, &problem, &size);
    text *mine = &requests.each[(s - screens) % requests.count];
    if (problem || write(s->socket, mine->bytes, mine->length) != (ssize_t)mine->length) { sleep_a_while(s); return; }
    s->state = ASKING;
}

static void keep_arrival(screen *s, int64_t at) {
    if (arrived == arrival_room) {
        arrival_room = arrival_room ? arrival_room * 2 : 1 << 16;
        arrivals = realloc(arrivals, arrival_room * sizeof *arrivals);
        if (!arrivals) give_up("memory");
    }
    arrivals[arrived++] = (arrival){ s->id, at, s - screens };
    s->id = 0;
}

// Finds "id: 12" at the beginning of lines, and the empty line that ends a frame.
static void look_for_frames(screen *s, char *from, size_t length, int64_t at) {
    char *end = from + length;
    while (from < end) {
        if (s->id) {
            char *close_ = s->newline && *from == '\n' ? from : memmem(from, end - from, "\n\n", 2);
            if (!close_) break;
            keep_arrival(s, at);
            from = close_ + 1;
        }
        s->newline = 0;
        char *found = memmem(from, end - from, "id: ", 4);
        if (!found) break;
        if (found == from || found[-1] == '\n') s->id = strtoll(found + 4, NULL, 10);
        from = found + 4;
    }
    s->newline = end[-1] == '\n';
}

static void took(screen *s, size_t length, int64_t at) {
    char *from = buffer;
    buffer[length] = 0;
    if (s->state == ASKING) {
        size_t seen = 0;
        while (seen < length && s->matched < 4) s->matched = buffer[seen++] == "\r\n\r\n"[s->matched] ? s->matched + 1 : (buffer[seen - 1] == '\r');
        if (s->matched < 4) return;
        if (strncmp(buffer, "HTTP/1.1 200", 12) && strncmp(buffer, "HTTP/1.1 101", 12)) {
            fprintf(stderr, "a screen was not let in: %.200s\n", buffer);
            exit(1);
        }
        if (after.length && write(s->socket, after.bytes, after.length) < 0) { sleep_a_while(s); return; }
        s->state = OPEN;
        s->let_in = at;
        let_in++;
        opening--;
        from += seen;
        length -= seen;
        if (!length) return;
    }
    if (!s->fresh) { s->fresh = 1; s->framed = at; if (s->lost) { s->lost = 0; } }
    look_for_frames(s, from, length, at);
    if (length <= BEAT) return;
    s->bytes += length;
    s->last = last_any = at;
    if (!first_any) first_any = at;
}

static void read_all(screen *s) {
    for (;;) {
        ssize_t got = read(s->socket, buffer, BUFFER);
        if (got > 0) { took(s, got, now()); if (s->socket < 0) return; continue; }
        if (got < 0 && errno == EAGAIN) return;
        sleep_a_while(s);
        return;
    }
}

static void turn(int patience_ms) {
    struct epoll_event events[1024];
    for (; next_new < count && opening < AT_ONCE; next_new++) begin(&screens[next_new]);
    int64_t at = now();
    static int64_t looked;
    if (at - looked > 5000000) {
        looked = at;
        lost_now = 0;
        for (int n = 0; n < next_new; n++) {
            lost_now += screens[n].lost || screens[n].state != OPEN;
            if (screens[n].state == SLEEPING && screens[n].retry_at <= at) begin(&screens[n]);
        }
    }
    int ready = epoll_wait(poll_, events, 1024, patience_ms);
    for (int n = 0; n < ready; n++) {
        if (events[n].data.u64 == UINT64_MAX) continue;
        screen *s = &screens[events[n].data.u64];
        if (s->socket < 0) continue;
        if (s->state == CONNECTING && events[n].events & (EPOLLOUT | EPOLLERR | EPOLLHUP)) ask(s);
        if (s->socket >= 0 && s->state != CONNECTING && events[n].events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) read_all(s);
    }
}

static void tell_times(const char *name, int64_t *times, int known) {
    qsort(times, known, sizeof *times, by_size);
    printf("{\"%s\": %d, \"first\": %lld, \"p50\": %lld, \"p99\": %lld, \"last\": %lld", name, known,
           (long long)share_of(times, known, 0), (long long)share_of(times, known, .5),
           (long long)share_of(times, known, .99), (long long)share_of(times, known, 1));
}

static void open_(double seconds) {
    int64_t until = now() + (int64_t)(seconds * 1e9), began = now();
    while (let_in < count && now() < until) turn(5);
    int64_t *times = room_for(count, sizeof *times);
    int known = 0;
    for (int n = 0; n < count; n++) if (screens[n].state == OPEN) times[known++] = screens[n].let_in;
    tell_times("open", times, known);
    printf(", \"began\": %lld}\n", (long long)began);
    free(times);
}

static void mark(void) {
    for (int n = 0; n < count; n++) screens[n].bytes = screens[n].last = screens[n].framed = screens[n].lost = 0;
    first_any = last_any = arrived = 0;
    printf("{\"marked\": %lld}\n", (long long)now());
}

static void wait_(int quiet_ms, double seconds) {
    int64_t until = now() + (int64_t)(seconds * 1e9);
    while (now() < until && !(last_any && now() - last_any > quiet_ms * 1000000LL)) turn(2);
    int64_t *times = room_for(count, sizeof *times), bytes = 0, least = INT64_MAX, most = 0;
    int known = 0;
    for (int n = 0; n < count; n++) {
        screen *s = &screens[n];
        bytes += s->bytes;
        if (s->bytes < least) least = s->bytes;
        if (s->bytes > most) most = s->bytes;
        if (s->bytes) times[known++] = s->last;
    }
    tell_times("reached", times, known);
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    double cpu = used.ru_utime.tv_sec + used.ru_stime.tv_sec + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
    printf(", \"begun\": %lld, \"bytes\": %lld, \"least\": %lld, \"most\": %lld, \"open\": %d, \"cpu\": %.6f}\n",
           (long long)first_any, (long long)bytes, (long long)least, (long long)most, let_in, cpu);
    free(times);
}

static void back(double seconds) {
    int64_t until = now() + (int64_t)(seconds * 1e9);
    do turn(5); while (now() < until && (lost_now || let_in < count));
    int64_t *times = room_for(count, sizeof *times);
    int known = 0;
    for (int n = 0; n < count; n++) if (screens[n].framed && screens[n].state == OPEN) times[known++] = screens[n].framed;
    tell_times("back", times, known);
    printf(", \"open\": %d}\n", let_in);
    free(times);
}

static void dump(const char *path) {
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(arrivals, sizeof *arrivals, arrived, file) != arrived || fclose(file)) give_up(path);
    printf("{\"frames\": %zu}\n", arrived);
}

// False at the end of the line of questions.
static int answered(char *line) {
    char path[4096];
    double seconds;
    int quiet;
    if (sscanf(line, "open %lf", &seconds) == 1) open_(seconds);
    else if (!strncmp(line, "mark", 4)) mark();
    else if (sscanf(line, "wait %d %lf", &quiet, &seconds) == 2) wait_(quiet, seconds);
    else if (sscanf(line, "back %lf", &seconds) == 1) back(seconds);
    else if (sscanf(line, "dump %4095s", path) == 1) dump(path);
    else return 0;
    fflush(stdout);
    return 1;
}

int main(int argc, char **argv) {
    if (argc < 4) { fprintf(stderr, "screens PORT REQUESTS COUNT [AFTER [FIRST_MS LONGEST_MS]]\n"); return 2; }
    raise_file_limit();
    port = atoi(argv[1]);
    requests = requests_in(argv[2]);
    count = atoi(argv[3]);
    if (argc > 4 && strcmp(argv[4], "-")) after = whole_file(argv[4]);
    if (argc > 6) { first_delay = atoll(argv[5]); longest_delay = atoll(argv[6]); }
    srand48(getpid());
    screens = room_for(count, sizeof *screens);
    for (int n = 0; n < count; n++) screens[n].socket = -1;
    poll_ = epoll_create1(EPOLL_CLOEXEC);
    struct epoll_event asked = { .events = EPOLLIN, .data.u64 = UINT64_MAX };
    epoll_ctl(poll_, EPOLL_CTL_ADD, 0, &asked);
    fcntl(0, F_SETFL, fcntl(0, F_GETFL) | O_NONBLOCK);
    char line[8192];
    size_t length = 0;
    for (;;) {
        turn(20);
        ssize_t got = read(0, line + length, sizeof line - 1 - length);
        if (got == 0) return 0;
        if (got < 0) continue;
        length += got;
        line[length] = 0;
        char *end;
        while ((end = strchr(line, '\n'))) {
            *end = 0;
            if (!answered(line)) return 0;
            length -= end + 1 - line;
            memmove(line, end + 1, length + 1);
        }
    }
}
