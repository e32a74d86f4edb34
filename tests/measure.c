/* SPDX-License-Identifier: MIT */
/*
 * What commands cost: measure RUNS SECONDS <LIST
 *
 * Each line of the list is a name and a command's words, parted by tabs.  The
 * commands take turns, so that whatever else the machine does falls on all of
 * them, and the best of all runs counts.  For each it prints a line: the name,
 * milliseconds of wall and of CPU time, and the peak of memory in KiB; or the
 * name and "failed", or "late" for what takes longer than so many seconds.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { COMMANDS = 100, WORDS = 100 };

struct command {
	char *line;
	char *words[WORDS]; /* the name, the command, NULL */
	double wall, cpu;   /* milliseconds */
	long peak;          /* KiB */
	const char *wrong;  /* no more runs then */
};

static _Noreturn void
die(const char *what)
{
	perror(what);
	exit(1);
}

static double
milliseconds(struct timeval t)
{
	return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Reads the list; returns how many there are. */
static size_t
read_list(struct command *list)
{
	size_t len = 0, size = 0;
	char *line = NULL;

	while (len < COMMANDS && getline(&line, &size, stdin) > 0) {
		struct command *c = &list[len++];
		char *rest = line;
		size_t n = 0;

		line[strcspn(line, "\n")] = '\0';
		while (rest && n < WORDS - 1)
			c->words[n++] = strsep(&rest, "\t");
		if (n < 2)
			die(line);
		c->line = line;
		line = NULL;
	}
	free(line);
	return len;
}

/* In a process group of its own, which ends when time is up. */
static _Noreturn void
become(const struct command *c, unsigned seconds)
{
	int null = open("/dev/null", O_RDWR);

	setpgid(0, 0);
	for (int fd = 0; fd < 3; fd++)
		dup2(null, fd);
	alarm(seconds);
	execvp(c->words[1], c->words + 1);
	_exit(127);
}

static void
run(struct command *c, unsigned seconds)
{
	double start = now(), wall, cpu;
	struct rusage used;
	pid_t pid = fork();
	int status;

	if (pid < 0)
		die("fork");
	if (pid == 0)
		become(c, seconds);
	while (wait4(pid, &status, 0, &used) < 0)
		if (errno != EINTR)
			die("wait4");
	wall = now() - start;
	cpu = milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM) {
		kill(-pid, SIGKILL);
		c->wrong = "late";
	} else if (status != 0) {
		c->wrong = "failed";
	}
	if (c->wall <= 0 || wall < c->wall)
		c->wall = wall;
	if (c->cpu <= 0 || cpu < c->cpu)
		c->cpu = cpu;
	if (c->peak == 0 || used.ru_maxrss < c->peak)
		c->peak = used.ru_maxrss;
}

int
main(int argc, char **argv)
{
	static struct command list[COMMANDS];
	size_t len = read_list(list);
	long runs = argc > 1 ? strtol(argv[1], NULL, 10) : 1;
	long seconds = argc > 2 ? strtol(argv[2], NULL, 10) : 600;

	for (long turn = 0; turn < runs; turn++)
		for (size_t i = 0; i < len; i++)
			if (list[i].wrong == NULL)
				run(&list[i], (unsigned)seconds);
	for (size_t i = 0; i < len; i++) {
		const struct command *c = &list[i];

		if (c->wrong)
			printf("%s\t%s\n", c->words[0], c->wrong);
		else
			printf("%s\t%.1f\t%.1f\t%ld\n", c->words[0], c->wall,
			    c->cpu, c->peak);
		free(c->line);
	}
	return 0;
}
