/* SPDX-License-Identifier: MIT */
/*
 * What the parts of the writer of man pages share: its state, how text flows,
 * and their acts, which stand in one table in man.c.
 */
#ifndef MAN_MAN_H
#define MAN_MAN_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/hash.h>
#include <unicode/ucasemap.h>

#include "gloss/write.h"
#include "roff.h"
#include "tbl.h"

/*
 * Columns: by which something is set off; that a mark or a synopsis's term may
 * take before its text; and of a terminal's line, less the page's own margin.
 */
enum { MAN_SET_OFF = 4, MAN_HANG_FAR = 24, MAN_ROOM = 70 };

/* A list, or what is set off from the text around it. */
struct frame {
	const char *kind; /* of a list */
	bool compact;
	bool tagged;     /* the item has its term */
	size_t items;    /* so far */
	size_t width;    /* that the widest mark takes */
	size_t hang;     /* of the item's body, from the margin; 0: none */
	size_t indented; /* by an .RS of its own */
	size_t from, to; /* in the page: that .RS */
	bool was_fresh;  /* before it */
};

struct man {
	struct roff roff;
	struct buf page, cell;
	UCaseMap *casemap;
	xmlHashTable *headings; /* in capitals: the title by its anchor */
	bool looked; /* for what is in these sections, too */
	const xmlNode *document;
	struct frame *frames;
	size_t depth, cap;
	size_t margin;    /* by all the .RS */
	unsigned section; /* how many are open */
	unsigned mute, code, together;
	size_t from, to;     /* in the page: the last .PP or .IP */
	bool was_fresh;      /* before that */
	bool fresh;          /* what comes next needs no space above */
	bool tight;          /* .PD 0 is in force */
	bool hung;           /* by an .HP, with no heading or tag since */
	bool upper;          /* a heading in capitals, or a reference to it */
	bool inlined;        /* no request may come between */
	const xmlNode *link; /* that is open */
	const xmlNode *named; /* the reference that is in capitals */
	struct tbl *tbl;     /* that is open; out then goes to cell */
	unsigned tables;     /* with those in its cells, which join it */
	bool has_table;
};

/* ---- flow.c ---- */

/* The innermost frame, which stays the writer's and moves when one is added. */
struct frame *man_frame(struct man *m);

/* Opens a frame, further in by some columns if the line allows that. */
void man_set_off(struct man *m, size_t columns);
/* Closes it. */
void man_set_back(struct man *m);

/* To be called where the hang of the innermost frame, or the table, changed. */
void man_set_room(struct man *m);

/* How text is meant where the writer is: some of enum roff_how. */
unsigned man_how(const struct man *m);

/* Adds text of the document; nothing where the writer (w) is mute. */
void man_text(void *w, const char *utf8, size_t len);

/* Adds text, meant so; nothing where the writer is mute. */
void man_put(struct man *m, const char *s);
void man_put_as(struct man *m, unsigned how, const char *s);

/* Begins a block, with space above it unless that has just been made. */
void man_start_block(struct man *m);

/* Ends a line; in a cell, what was written since is a piece of it. */
void man_end_block(struct man *m);

/*
 * Asks for space above what comes next; it can be taken back as long as no
 * words have come, and is where none is needed.  Whether it is tight: no line.
 */
void man_put_space(struct man *m, bool tight);
void man_take_back_space(struct man *m);
void man_set_tight(struct man *m, bool tight);

/* Columns of some text, each run of white space taken for one. */
size_t man_columns(const char *s);

/* ---- inlines.c ---- */

/* Finds the headings that references may name; the caller frees m->headings. */
void man_find_headings(struct man *m, const xmlNode *document);

/* ---- the acts, by the file that they stand in ---- */

/* blocks.c */
act_function man_open_section, man_close_section, man_open_title,
    man_close_title, man_open_naming, man_close_naming, man_open_name,
    man_close_name, man_open_purpose, man_open_para, man_close_para,
    man_open_blockquote, man_close_blockquote, man_open_note, man_write_rule,
    man_open_verbatim, man_close_verbatim, man_open_synopsis;

/* lists.c */
act_function man_open_list, man_open_item, man_open_term, man_close_term,
    man_open_body;

/* tables.c */
act_function man_open_table, man_close_table, man_open_row, man_open_cell,
    man_close_cell;

/* inlines.c */
act_function man_open_strong, man_close_strong, man_open_em, man_close_em,
    man_open_code, man_close_code, man_open_var, man_close_var,
    man_open_script, man_close_script, man_put_del, man_open_nobreak,
    man_close_nobreak,
    man_open_ref, man_close_ref, man_open_heading, man_close_heading,
    man_open_url, man_close_url, man_write_page,
    man_write_br, man_open_image;

#endif
