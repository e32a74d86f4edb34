/* SPDX-License-Identifier: MIT */
/* The limits on a document, apart from those of libxml2 itself. */
#ifndef GLOSS_LIMITS_H
#define GLOSS_LIMITS_H

/*
 * LIMIT(NAME, value, by --huge, "what is counted"): LIFTED if --huge removes the
 * limit, KEPT if it holds in any case.  A document that exceeds a limit is an
 * error, but for SUGGESTIONS and NOTES, past which something is left out or
 * said once instead of again, and MEMORY, past which the run fails.  glossc(1) has the same table, word for word;
 * tests/manual.sh compares them.
 */
#define GLOSS_LIMITS(LIMIT) \
	/* all stages: bounds what no other limit does; exit status 3 */ \
	LIMIT(MEMORY, 1000000000, LIFTED, \
	    "bytes of memory for each file that is made at a time") \
	/*
	 * read: bounds the parser's memory and time, before there is a tree
	 */ \
	LIMIT(FILE, 100000000, LIFTED, "bytes of a file") \
	LIMIT(ATTRIBUTES, 1000, LIFTED, \
	    "attributes of an element and of those around it") \
	LIMIT(DTD, 1000000, LIFTED, "bytes of a DTD") \
	LIMIT(DECLARATION, 100000, LIFTED, "bytes of a declaration in a DTD") \
	LIMIT(DTD_GROWTH, 10000000, LIFTED, \
	    "bytes that a DTD adds to the document") \
	LIMIT(ADDED, 50000000, LIFTED, \
	    "bytes that entities and XIncludes add to the document") \
	/* libxml2 copies the text before an entity for each entity in it */ \
	LIMIT(MERGED, 1000000000, LIFTED, \
	    "bytes of text before the entities that are added to it") \
	LIMIT(INCLUDES, 40, KEPT, "files that include each other") \
	LIMIT(INCLUDE_DEPTH, 1300, LIFTED, \
	    "elements and attributes around an XInclude") \
	LIMIT(XPOINTER, 10000, KEPT, "bytes of an XPointer") \
	LIMIT(XPOINTER_STEPS, 10000000, LIFTED, "steps of all XPointers") \
	/* resolve: keeps a small document from growing into a large tree */ \
	LIMIT(PARTS, 40000000, LIFTED, \
	    "bytes repeated around blocks inside of inlines") \
	LIMIT(COLLECTED, 40000000, LIFTED, \
	    "bytes that further glossaries take of a collection") \
	LIMIT(REFERENCES, 10000000, LIFTED, \
	    "bytes of words that references take from titles") \
	LIMIT(LABELS, 10000000, LIFTED, "bytes of labels that are repeated") \
	LIMIT(INDEX, 40000000, LIFTED, "bytes that an index says of titles") \
	LIMIT(PAGES, 40000000, LIFTED, \
	    "bytes that pages say of the document they are in") \
	LIMIT(SUGGESTIONS, 4000000, KEPT, \
	    "names compared to suggest others") \
	/* write: many items may refer to one long footnote */ \
	LIMIT(NOTES, 10000000, KEPT, \
	    "bytes of footnotes that a dictionary repeats")

enum {
#define GLOSS_LIMIT(name, value, huge, what) LIMIT_##name = value,
	GLOSS_LIMITS(GLOSS_LIMIT)
#undef GLOSS_LIMIT
};

#endif
