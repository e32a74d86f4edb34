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
act_function man_section_open, man_section_close, man_title_open,
    man_title_close, man_naming_open, man_naming_close, man_name_open,
    man_name_close, man_purpose_open, man_para_open, man_para_close,
    man_quote_open, man_quote_close, man_note_open, man_rule_open,
    man_verbatim_open, man_verbatim_close, man_synopsis_open;

/* lists.c */
act_function man_list_open, man_item_open, man_term_open, man_term_close,
    man_body_open;

/* tables.c */
act_function man_table_open, man_table_close, man_row_open, man_cell_open,
    man_cell_close;

/* inlines.c */
act_function man_strong_open, man_strong_close, man_em_open, man_em_close,
    man_code_open, man_code_close, man_var_open, man_var_close,
    man_script_open, man_script_close, man_del_put, man_nobreak_open,
    man_nobreak_close,
    man_ref_open, man_ref_close, man_heading_open, man_heading_close,
    man_url_open, man_url_close, man_page_open,
    man_br_open, man_image_open;

#endif
