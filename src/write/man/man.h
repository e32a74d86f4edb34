/* SPDX-License-Identifier: MIT */
/*
 * What the parts of the man page writer share: state, text flow, and the acts,
 * which are in one table in man.c.
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
 * In columns: by how much blocks are set off; how wide a mark or a synopsis's
 * term before its text may be; the width of a line without the page's margin.
 */
enum { MAN_SET_OFF = 4, MAN_HANG_FAR = 24, MAN_ROOM = 70 };

/* A list, or a block that is set off from the text around it. */
struct frame {
	const char *kind; /* of a list */
	bool compact;
	bool tagged;     /* the item has its term */
	size_t items;    /* items so far */
	size_t width;    /* columns of the widest mark */
	size_t hang;     /* columns from the margin to the item's body; 0:
			  * none */
	size_t indented; /* set off by an .RS of its own */
	size_t from, to; /* offset of that .RS in page */
	bool was_fresh;  /* tight before it */
};

struct man {
	struct roff roff;
	struct buf page, cell;
	UCaseMap *casemap;
	xmlHashTable *headings; /* section titles in capitals, by anchor */
	bool looked; /* anchors in these sections were added */
	const xmlNode *document;
	struct frame *frames;
	size_t depth, cap;
	size_t margin;    /* indent by all .RS, in columns */
	unsigned section; /* number of open .RS */
	unsigned mute, code, together;
	size_t from, to;     /* offset of the last .PP or .IP in page */
	bool was_fresh;      /* tight before that */
	bool fresh;          /* the next block needs no space above */
	bool tight;          /* .PD 0 is in effect */
	bool hung;           /* indent by .HP, until the next heading or tag */
	bool upper;          /* in a heading in capitals, or a reference to
			      * one */
	bool inlined;        /* in a line that no request may divide */
	const xmlNode *link; /* the open link */
	const xmlNode *named; /* the reference in capitals */
	struct tbl *tbl;     /* the open table; out is cell then */
	unsigned tables;     /* open tables, with those in cells, which are
			      * merged into it */
	bool has_table;
};

/* ---- flow.c ---- */

/* The innermost frame.  The writer owns it; it moves when a frame is added. */
struct frame *man_frame(struct man *m);

/* Opens a frame, indented by some columns if the line is wide enough. */
void man_set_off(struct man *m, size_t columns);
/* Closes the innermost frame. */
void man_set_back(struct man *m);

/*
 * Recomputes the line width: call it after changing the hang of the innermost
 * frame, or the table.
 */
void man_set_room(struct man *m);

/* The current mode of text: a sum of enum roff_how. */
unsigned man_how(const struct man *m);

/* Adds text of the document; nothing while the writer (w) is mute. */
void man_text(void *w, const char *utf8, size_t len);

/* Adds text in the current mode, or in the mode how; nothing while mute. */
void man_put(struct man *m, const char *s);
void man_put_as(struct man *m, unsigned how, const char *s);

/* Starts a block, with space above it unless space was just made. */
void man_start_block(struct man *m);

/* Ends a line.  In a cell, what was written since becomes a paragraph of it. */
void man_end_block(struct man *m);

/*
 * Requests vertical space before the next block.  The request can be undone
 * until text follows, and has no effect where no space is needed.  tight: no
 * blank line.
 */
void man_put_space(struct man *m, bool tight);
void man_take_back_space(struct man *m);
void man_set_tight(struct man *m, bool tight);

/* The width of a text in columns, with white space collapsed. */
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
