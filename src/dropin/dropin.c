/* SPDX-License-Identifier: MIT */
/* Turns another program's command line into glossc's, or runs that program. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "util/alloc.h"
#include "util/path.h"
#include "gloss/read.h"
#include "dropin.h"
#include "options.h"
#include "other.h"
#include "parameters.h"
#include "request.h"
#include "stylesheet.h"

/* Exit status for wrong usage, and, as in a shell, for a missing program. */
enum { STATUS_USAGE = 2, STATUS_NO_PROGRAM = 127 };

/* The words of GLOSSC_DROPIN. */
struct wishes {
	bool verbose;
	bool never;
	bool always;
};

static bool
take_wish(struct wishes *w, const char *word, struct diags *d)
{
	if (strcmp(word, "verbose") == 0)
		w->verbose = true;
	else if (strcmp(word, "never") == 0)
		w->never = true;
	else if (strcmp(word, "always") == 0)
		w->always = true;
	else
		return strncmp(word, "-W", 2) == 0 && diags_switch(d, word + 2);
	return true;
}

/* Words are separated by spaces or commas. */
static bool
read_wishes(struct wishes *w, struct diags *d)
{
	static const char apart[] = " ,\t";
	const char *text = getenv("GLOSSC_DROPIN");
	bool good = true;

	while (good && text && *(text += strspn(text, apart))) {
		size_t len = strcspn(text, apart);
		char *word = gloss_strndup(text, len);

		good = take_wish(w, word, d);
		if (!good)
			fprintf(stderr, "glossc: GLOSSC_DROPIN knows verbose, "
			    "always, never and warnings (-WNAME), not "
			    "\"%s\"\n", word);
		free(word);
		text += len;
	}
	return good;
}

static void
add(struct strings *to, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

static void
add(struct strings *to, const char *fmt, ...)
{
	struct buf b = { 0 };
	va_list args;

	va_start(args, fmt);
	buf_vprintf(&b, fmt, args);
	va_end(args);
	strings_add(to, buf_str(&b));
	buf_free(&b);
}

/* The folder for pages; xsltproc resolves names against -o (RFC 3986). */
static char *
folder_of(const struct request *r)
{
	struct buf b = { 0 };

	if (r->output)
		buf_add(&b, r->output,
		    (size_t)(path_name(r->output) - r->output));
	if (r->folder && strcmp(r->folder, ".") != 0)
		buf_puts(&b, r->folder);
	if (b.len && buf_last(&b) != '/')
		buf_putc(&b, '/');
	return b.data ? b.data : gloss_strdup("");
}

/* Builds the paths of pages as manpages/docbook.xsl does. */
static void
place_pages(struct dropin *to, const struct request *r)
{
	char *folder = folder_of(r);
	struct buf prefix = { 0 };
	const char *list = NULL;

	buf_puts(&prefix, folder);
	if (!parameter_is_zero(parameter_value(r,
	    "man.output.in.separate.dir", "0"))) {
		buf_puts(&prefix, parameter_value(r, "man.output.base.dir",
		    "man/"));
		to->by_section = !parameter_is_zero(parameter_value(r,
		    "man.output.subdirs.enabled", "1"));
	}
	if (!parameter_is_zero(parameter_value(r,
	    "man.output.manifest.enabled", "0")))
		list = parameter_value(r, "man.output.manifest.filename",
		    "MAN.MANIFEST");
	if (list) {
		struct buf path = { 0 };

		buf_printf(&path, "%s%s", folder,
		    *list ? list : "MAN.MANIFEST");
		to->list = path.data;
	} else if (r->list_files) {
		to->list = gloss_strdup("-");
	}
	to->prefix = prefix.data ? prefix.data : gloss_strdup("");
	to->names = r->names;
	to->by_title = r->by_title;
	free(folder);
}

/* xmlto removes the last extension: hen.1.xml becomes FOLDER/hen.1.txt. */
static void
place_file(struct strings *to, const struct request *r, const char *extension)
{
	const char *name = path_name(r->files.list[0]);
	const char *dot = strrchr(name, '.');
	char *folder = folder_of(r);

	if (r->folder)
		add(to, "--output=%s%.*s%s", *folder ? folder : "./",
		    dot ? (int)(dot - name) : (int)strlen(name), name,
		    extension);
	else
		add(to, "--output=%s", r->output ? r->output : "-");
	free(folder);
}

/* An input that does not exist may be in a folder of --path. */
static void
add_file(struct strings *to, const struct request *r, const char *file)
{
	char *found = strcmp(file, "-") != 0 && access(file, F_OK) != 0 ?
	    request_search(r, file) : NULL;

	add(to, "%s", found ? found : file);
	free(found);
}

/* Several files would overwrite each other; SGML is not XML. */
static bool
check_files(struct request *r)
{
	if (r->target != TARGET_MAN && r->files.len > 1)
		return request_refuse(r, "several files would be one page");
	for (size_t i = 0; i < r->files.len; i++)
		if (read_is_sgml(r->files.list[i]))
			return request_refuse(r, "%s is SGML",
			    r->files.list[i]);
	return true;
}

static bool
read_stylesheets(struct request *r)
{
	enum target target = r->target;
	bool good = r->stylesheet == NULL ||
	    stylesheet_read(r, r->stylesheet);

	/* xmlto makes text from HTML */
	if (good && target && r->stylesheet && r->target != target &&
	    (target != TARGET_TEXT || r->target != TARGET_HTML))
		good = request_refuse(r, "%s is for another format",
		    r->stylesheet);
	for (size_t i = 0; i < r->fragments.len && good; i++)
		good = stylesheet_read_part(r, r->fragments.list[i]);
	if (target)
		r->target = target;
	return good;
}

static bool
read_all(const struct program *p, struct request *r, int argc, char **argv)
{
	program_read(p, r, argc, argv);
	return r->why.len == 0 && (r->version || (read_stylesheets(r) &&
	    check_files(r)));
}

static bool
translate(struct dropin *to, struct request *r, struct diags *d)
{
	static const char *const formats[] = { "", "man", "text", "html" };
	struct strings a = { 0 };
	bool good;

	add(&a, "glossc");
	add(&a, "--to=%s", formats[r->target]);
	/* xsltproc lets a document read any file */
	add(&a, "-I/");
	add(&a, "--allow-missing");
	if (r->target == TARGET_MAN)
		add(&a, "--no-frame");
	if (r->huge)
		add(&a, "--huge");
	if (r->verbose)
		add(&a, "--verbose");
	for (size_t i = 0; i < r->search.len; i++)
		add(&a, "--path=%s", r->search.list[i]);
	if (r->target == TARGET_MAN && !r->no_files)
		place_pages(to, r);
	else if (r->target == TARGET_MAN)
		add(&a, "--output=-");
	else if (r->files.len)
		place_file(&a, r, r->target == TARGET_HTML ? ".html" : ".txt");
	good = parameters_apply(r, &a, d);
	add(&a, "--");
	for (size_t i = 0; i < r->files.len; i++)
		add_file(&a, r, r->files.list[i]);
	to->argc = (int)a.len;
	to->argv = gloss_realloc(a.list, (a.len + 1) * sizeof *a.list);
	to->argv[a.len] = NULL;
	return good;
}

static void
say(const char *program, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

static void
say(const char *program, const char *fmt, ...)
{
	struct buf text = { 0 }, shown = { 0 };
	va_list args;

	va_start(args, fmt);
	buf_vprintf(&text, fmt, args);
	va_end(args);
	diag_visible(&shown, buf_str(&text));
	fprintf(stderr, "glossc: %s: %s\n", program, buf_str(&shown));
	buf_free(&text);
	buf_free(&shown);
}

/* Runs the program itself; returns only if that fails. */
static int
run_other(const struct program *p, const struct wishes *w, const char *why,
    char **argv)
{
	char *path = w->always ? NULL : other_find(p->name, argv[0]);

	if (w->always) {
		say(p->name, "%s; GLOSSC_DROPIN=always forbids running another "
		    "program", why);
		return STATUS_USAGE;
	}
	if (path == NULL) {
		say(p->name, "%s, and there is no other %s in PATH", why,
		    p->name);
		return STATUS_NO_PROGRAM;
	}
	if (w->verbose)
		say(p->name, "%s: running %s", why, path);
	fflush(NULL);
	execv(path, argv);
	say(p->name, "%s, and %s can't be run: %s", why, path,
	    strerror(errno));
	free(path);
	return STATUS_NO_PROGRAM;
}

/* --version: runs the program itself if it exists. */
static int
run_version(const struct program *p, const struct wishes *w, char **argv)
{
	char *path = w->always ? NULL : other_find(p->name, argv[0]);

	if (path)
		execv(path, argv);
	free(path);
	printf("%s: glossc " PACKAGE_VERSION " in its place\n", p->name);
	return fflush(stdout) == 0 ? 0 : STATUS_USAGE;
}

enum dropin_answer
dropin_read(struct dropin *to, int argc, char **argv, struct diags *d)
{
	const struct program *p = argc > 0 ? program_find(path_name(argv[0])) :
	    NULL;
	struct request r = { 0 };
	struct wishes w = { 0 };

	*to = (struct dropin){ 0 };
	if (p == NULL)
		return DROPIN_NONE;
	if (!read_wishes(&w, d))
		to->status = STATUS_USAGE;
	else if (w.never)
		to->status = run_other(p, &w, "GLOSSC_DROPIN=never", argv);
	else if (!read_all(p, &r, argc, argv) || (!r.version &&
	    !translate(to, &r, d)))
		to->status = run_other(p, &w, buf_str(&r.why), argv);
	else if (r.version)
		to->status = run_version(p, &w, argv);
	else if (w.verbose)
		say(p->name, "converted by glossc");
	if (to->status == 0 && !r.version && r.files.len) {
		request_free(&r);
		return DROPIN_RUN;
	}
	request_free(&r);
	return DROPIN_DONE;
}

void
dropin_free(struct dropin *to)
{
	for (int i = 0; i < to->argc; i++)
		free(to->argv[i]);
	free(to->argv);
	free(to->prefix);
	free(to->list);
	*to = (struct dropin){ 0 };
}
