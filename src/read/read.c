/* SPDX-License-Identifier: MIT */
/* Reads a document: libxml2 with our rules for entities and includes. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include <libxml/catalog.h>
#include <libxml/hash.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "util/uri.h"
#include "util/xmlerror.h"
#include "gloss/limits.h"
#include "gloss/read.h"
#include "blanks.h"
#include "entities.h"
#include "include.h"
#include "origin.h"
#include "sandbox.h"

/* Only XInclude uses ids, and has its own list; that of libxml2 is slow. */
enum {
#if LIBXML_VERSION < 21500
	SKIP_IDS = 0, /* see start_document() */
#else
	SKIP_IDS = XML_PARSE_SKIP_IDS,
#endif
	PARSE = XML_PARSE_NOENT | XML_PARSE_NOCDATA | XML_PARSE_DTDLOAD |
	    XML_PARSE_NONET | SKIP_IDS,
};

enum {
	ERRORS = 20,       /* syntax errors to report; further ones are
			    * consequences */
	SMALL = 1000000,
};

struct reader {
	struct diags *d;
	const char *path;
	char *url;         /* of the document */
	char *shown;       /* the last result of shown() */
	struct sandbox sandbox;
	struct strings *files;
	xmlDtd **declarations; /* of --entities */
	size_t declarations_len;
	bool xinclude;     /* there are XIncludes */
	bool huge;         /* the limits are lifted */
	bool lenient;      /* an entity without its file is a warning */
	bool indented;     /* keep white space between elements */
	struct blanks blanks;
	size_t syntax_errors;
	size_t grown;      /* bytes added by the DTD */
	size_t declared;   /* attributes */
	size_t open;       /* of the open elements, approximately */
	size_t dtd;        /* bytes of the DTD, */
	size_t undeclared; /* and those since its last declaration */
	size_t taken;      /* bytes added by entities and includes */
	size_t merged;     /* bytes of text added by entities */
	char *file;        /* location of the last entity reference: the
			    * entity's file */
	long line;         /* is parsed next, by a parser without a location */
	bool named;        /* that entity is a file */
	xmlHashTable *undefined; /* reported entities, and names that are not
				  * URIs */
	bool docbook;      /* DocBook's own DTD was named, and not read */
	xmlEntity stand_in[4]; /* stand-in for its parameter entities */
	xmlEntity entity; /* entity returned by the lookup */
	xmlChar character[8];
};

/*
 * libxml2 has one entity loader per process, and is not told who reads if it
 * makes a parser of its own (for a DTD of --entities).  So each thread stores
 * its reader here.
 */
static _Thread_local struct reader *reading;

/* The loader before ours, for files that others read. */
static xmlExternalEntityLoader theirs;

/*
 * Reports that a limit was exceeded, once, and suppresses the parse errors that
 * follow from it.
 */
static void
complain(const char *file, long line, const char *what)
{
	if (reading->syntax_errors >= ERRORS)
		return;
	diag(reading->d, DIAG_SYNTAX, file, line,
	    reading->huge ? "%s" : "%s; --huge lifts this limit", what);
	reading->syntax_errors = ERRORS;
}

/* The file name of a URL, for messages; valid until the next call. */
static const char *
shown(struct reader *r, const char *url)
{
	free(r->shown);
	r->shown = uri_shown(url);
	return r->shown;
}

/* The file and line of a parser, for messages. */
static const char *
place(xmlParserCtxt *ctxt, long *line)
{
	for (int i = ctxt->inputNr - 1; i >= 0; i--)
		if (ctxt->inputTab[i]->filename) {
			*line = ctxt->inputTab[i]->line;
			return shown(reading, ctxt->inputTab[i]->filename);
		}
	*line = reading->named ? reading->line : 0;
	return reading->named && reading->file ? reading->file
					       : reading->path;
}

/* Notes which entity's file will be read next, and where it was named. */
static void
note_entity(xmlParserCtxt *ctxt)
{
	long line;
	char *file = gloss_strdup(place(ctxt, &line));

	free(reading->file);
	reading->file = file;
	reading->line = line;
	reading->named = true;
}

/* Stops a parser that exceeds a limit, and reports that once. */
static void
stop(xmlParserCtxt *ctxt, const char *what)
{
	const char *file;
	long line;

	file = place(ctxt, &line);
	complain(file, line, what);
	xmlStopParser(ctxt);
}

/* Counts what a DTD adds to the document. */
static void
grow(xmlParserCtxt *ctxt, size_t bytes)
{
	reading->grown += bytes;
	if (reading->grown > LIMIT_DTD_GROWTH && !reading->huge)
		stop(ctxt, "the DTD adds too much");
}

/* Counts what the document gets by entities and includes. */
static bool
spend(void *data, size_t bytes)
{
	struct reader *r = data;

	r->taken += bytes;
	return r->taken <= LIMIT_ADDED || r->huge;
}

/*
 * libxml2 measures the text node before an entity each time it appends the
 * entity's text, so many small entities in one text would take quadratic time.
 */
static bool
merge(const xmlParserCtxt *ctxt)
{
	const xmlNode *last = ctxt->node ? ctxt->node->last : NULL;

	if (last && last->type == XML_TEXT_NODE)
		reading->merged += strlen((const char *)last->content);
	return reading->merged <= LIMIT_MERGED || reading->huge;
}

/*
 * Up to version 2.11 libxml2 compares each attribute's name with every other,
 * so a million would take hours.  Its array has five slots per attribute and is
 * doubled; that for namespaces has two.
 */
static bool
is_flooded(const xmlParserCtxt *ctxt)
{
#if LIBXML_VERSION < 21200
	return !reading->huge && (ctxt->maxatts > 5 * LIMIT_ATTRIBUTES ||
	    ctxt->nsNr > 2 * LIMIT_ATTRIBUTES);
#else
	(void)ctxt;
	return false;
#endif
}

static const char too_many[] = "there are too many attributes";
static const char too_long[] = "a declaration in the DTD is too long";

/*
 * Makes an entity for a character.  It is of the predefined kind, which the
 * parser uses as text and does not parse or keep.
 */
static xmlEntity *
character_entity(unsigned long cp)
{
	struct reader *r = reading;
	struct buf b = { 0 };

	if (cp)
		buf_put_cp(&b, cp);
	memcpy(r->character, buf_str(&b), b.len + 1);
	r->entity = (xmlEntity){
		.type = XML_ENTITY_DECL,
		.name = (const xmlChar *)"character",
		.etype = XML_INTERNAL_PREDEFINED_ENTITY,
		.content = r->character,
		.orig = r->character,
		.length = (int)b.len,
	};
	buf_free(&b);
	return &r->entity;
}

/* Looks up declared entities, then standard names; reports unknown ones. */
static xmlEntity *
lookup(void *data, const xmlChar *name)
{
	xmlParserCtxt *ctxt = data;
	xmlEntity *found = xmlSAX2GetEntity(ctxt, name);
	unsigned long cp;
	const char *file;
	long line;

	/* parsed once; later references copy its content */
	if (found && ((found->children &&
	    !spend(reading, include_weight(found->children))) || !merge(ctxt)))
		stop(ctxt, "entities grow too large");
	if (found && found->etype == XML_EXTERNAL_GENERAL_PARSED_ENTITY &&
	    found->children == NULL)
		note_entity(ctxt);
	if (found || ctxt->inSubset)
		return found;
	cp = entities_find((const char *)name);
	/* each name once, as compilers do */
	if (cp == 0 && xmlHashLookup(reading->undefined, name) == NULL) {
		xmlHashAddEntry(reading->undefined, name, reading);
		file = place(ctxt, &line);
		diag(reading->d, DIAG_ENTITY, file, line,
		    "entity \"%s\" is not defined; declare it in a file "
		    "given with --entities", (const char *)name);
	}
	return character_entity(cp);
}

/* Declares the entities of --entities first: the first declaration counts. */
static void
declare(xmlParserCtxt *ctxt)
{
	if (ctxt->myDoc == NULL || reading->declarations_len == 0)
		return;
	if (ctxt->myDoc->intSubset == NULL)
		xmlCreateIntSubset(ctxt->myDoc, (const xmlChar *)"entities",
		    NULL, NULL);
	for (size_t i = 0; i < reading->declarations_len; i++) {
		xmlNode *n = reading->declarations[i]->children;

		for (; n; n = n->next) {
			xmlEntity *from = (xmlEntity *)n, *to;

			if (n->type != XML_ENTITY_DECL)
				continue;
			to = xmlAddDocEntity(ctxt->myDoc, from->name,
			    (int)from->etype, from->ExternalID, from->SystemID,
			    from->content);
			if (to && from->URI)
				to->URI = xmlStrdup(from->URI);
		}
	}
}

static void
start_document(void *data)
{
#if LIBXML_VERSION < 21500
	((xmlParserCtxt *)data)->loadsubset |= XML_SKIP_IDS;
#endif
	xmlSAX2StartDocument(data);
	declare(data);
}

static void
internal_subset(void *data, const xmlChar *name, const xmlChar *public_id,
    const xmlChar *system_id)
{
	xmlSAX2InternalSubset(data, name, public_id, system_id);
	declare(data);
}

/* Attributes with default values come last. */
static void
count_defaults(xmlParserCtxt *ctxt, int attributes_len, int defaulted,
    const xmlChar **attributes)
{
	size_t bytes = 0;

	for (int i = attributes_len - defaulted; i < attributes_len; i++)
		bytes += (size_t)(attributes[5 * i + 4] -
		    attributes[5 * i + 3]) + 8;
	grow(ctxt, bytes);
}

/*
 * Counts an element's attributes and declared prefixes; ten bytes count as one.
 */
static size_t
attributes_of(const xmlNode *element)
{
	size_t len = 0;

	for (const xmlNs *ns = element->nsDef; ns; ns = ns->next)
		len += (size_t)xmlStrlen(ns->prefix) / 10;
	for (const xmlAttr *a = element->properties; a; a = a->next)
		len++;
	return len;
}

static void
start_element(void *data, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *uri, int namespaces_len, const xmlChar **namespaces,
    int attributes_len, int defaulted, const xmlChar **attributes)
{
	xmlParserCtxt *ctxt = data;
	xmlNode *node;

	if (is_flooded(ctxt))
		stop(ctxt, too_many);
	if (defaulted)
		count_defaults(ctxt, attributes_len, defaulted, attributes);
	xmlSAX2StartElementNs(data, name, prefix, uri, namespaces_len,
	    namespaces, attributes_len, defaulted, attributes);
	if (include_is_ns(uri))
		reading->xinclude = true;
	node = ctxt->node;
	if (node == NULL)
		return;
	if (node->parent)
		origin_note(node, ctxt->input->filename, ctxt->input->line,
		    reading->url);
	/* looking up a base, language or prefix visits all of them */
	reading->open += attributes_of(node);
	if (reading->open > LIMIT_ATTRIBUTES && !reading->huge)
		stop(ctxt, too_many);
}

static void
end_element(void *data, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *uri)
{
	xmlParserCtxt *ctxt = data;

	if (ctxt->node)
		reading->open -= attributes_of(ctxt->node);
	xmlSAX2EndElementNs(data, name, prefix, uri);
}

/*
 * DTDs that extend DocBook's use its parameter entities, which are not read.
 * Each gets a replacement of the kind that its name suggests, so that the
 * declarations parse.  What they declare of elements and attributes is not
 * used.
 */
static xmlEntity *
stand_in(const char *name)
{
	enum { ELEMENTS, NOTHING, SECTION, VALUES };
	static const struct {
		const char *part;
		int kind;
	} kinds[] = {
		{ ".module", SECTION }, { ".element", SECTION },
		{ ".attlist", SECTION }, { ".features", SECTION },
		{ "include.", SECTION }, { "attvals", VALUES },
		{ "attrib", NOTHING },
		{ "local.", NOTHING },
	};
	static const char *const contents[] = { "title", "", "IGNORE", "CDATA" };
	int kind = ELEMENTS;
	xmlEntity *e;

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strstr(name, kinds[i].part)) {
			kind = kinds[i].kind;
			break;
		}
	e = &reading->stand_in[kind];
	*e = (xmlEntity){
		.type = XML_ENTITY_DECL,
		.name = (const xmlChar *)"stand-in",
		.etype = XML_INTERNAL_PARAMETER_ENTITY,
		.content = (xmlChar *)contents[kind],
		.orig = (xmlChar *)contents[kind],
		.length = (int)strlen(contents[kind]),
	};
	return e;
}

/*
 * libxml2 limits the expansion of entities, but in a DTD it continues after
 * such an error, so nested parameter entities would grow exponentially.
 */
static xmlEntity *
lookup_parameter(void *data, const xmlChar *name)
{
	xmlEntity *found = xmlSAX2GetParameterEntity(data, name);

	if (found == NULL && reading->docbook)
		found = stand_in((const char *)name);
	if (found == NULL)
		return NULL;
	grow(data, (size_t)found->length + 1);
	reading->undeclared += (size_t)found->length;
	if (reading->undeclared > LIMIT_DECLARATION && !reading->huge)
		stop(data, too_long);
	return found;
}

/* The URL of the file that a parser is in. */
static const char *
base_of(const xmlParserCtxt *ctxt)
{
	for (int i = ctxt->inputNr - 1; i >= 0; i--)
		if (ctxt->inputTab[i]->filename)
			return ctxt->inputTab[i]->filename;
	return reading->url;
}

/* XML 1.0, 4.2.2 wants other characters escaped, but libxml2 refuses them. */
static void
say_no_uri(const char *file, long line, const char *system_id)
{
	char *escaped;

	/* once: libxml2 2.9 reports it, and declares the entity even so */
	if (xmlHashAddEntry2(reading->undefined, (const xmlChar *)system_id,
	    (const xmlChar *)"URI", reading) != 0)
		return;
	escaped = uri_escape(system_id);
	reading->syntax_errors++;
	diag(reading->d, DIAG_SYNTAX, file, line,
	    "\"%s\" is not a URI; write it \"%s\"", system_id, escaped);
	free(escaped);
}

/* The type of this depends on the version of libxml2. */
static bool
is_system_id(xmlParserCtxt *ctxt, const char *system_id)
{
	char *escaped = uri_escape(system_id);
	bool good = strcmp(escaped, system_id) == 0;
	long line;
	const char *file = good ? NULL : place(ctxt, &line);

	if (file)
		say_no_uri(file, line, system_id);
	free(escaped);
	return good;
}

static xmlEntity *
declared(const xmlParserCtxt *ctxt, int type, const xmlChar *name)
{
	return type == XML_INTERNAL_PARAMETER_ENTITY ||
	    type == XML_EXTERNAL_PARAMETER_ENTITY ?
	    xmlGetParameterEntity(ctxt->myDoc, name) :
	    xmlGetDocEntity(ctxt->myDoc, name);
}

/* Finds the file of an entity by our own rules, which no version changes. */
static void
declare_file(xmlParserCtxt *ctxt, const xmlChar *name, int type,
    const xmlChar *public_id, const xmlChar *system_id)
{
	xmlChar none[] = "";
	xmlEntity *entity;
	char *url;

	if (declared(ctxt, type, name))
		return;
	if (!is_system_id(ctxt, (const char *)system_id)) {
		if (type == XML_EXTERNAL_GENERAL_PARSED_ENTITY)
			xmlSAX2EntityDecl(ctxt, name,
			    XML_INTERNAL_GENERAL_ENTITY, NULL, NULL, none);
		return;
	}
	xmlSAX2EntityDecl(ctxt, name, type, public_id, system_id, NULL);
	entity = declared(ctxt, type, name);
	if (entity == NULL)
		return;
	url = uri_resolve((const char *)system_id, base_of(ctxt));
	xmlFree((xmlChar *)entity->URI);
	entity->URI = xmlStrdup((const xmlChar *)url);
	free(url);
}

/* A start tag lies within one entity, so this is checked at once. */
static void
declare_entity(void *data, const xmlChar *name, int type,
    const xmlChar *public_id, const xmlChar *system_id, xmlChar *content)
{
	size_t equals = 0;

	reading->undeclared = 0;
	/* predefined, however they are declared (XML 1.0, 4.6) */
	if (type == XML_INTERNAL_GENERAL_ENTITY && xmlGetPredefinedEntity(name))
		return;
	for (const xmlChar *p = content; p && *p; p++)
		equals += *p == '=';
	if (equals > 10 * LIMIT_ATTRIBUTES && !reading->huge)
		stop(data, too_many);
	else if (system_id)
		declare_file(data, name, type, public_id, system_id);
	else
		xmlSAX2EntityDecl(data, name, type, public_id, system_id,
		    content);
}

static void
declare_attribute(void *data, const xmlChar *element, const xmlChar *name,
    int type, int how, const xmlChar *value, xmlEnumeration *tree)
{
	reading->undeclared = 0;
	if (++reading->declared > 30 * LIMIT_ATTRIBUTES && !reading->huge) {
		stop(data, too_many);
		xmlFreeEnumeration(tree);
	} else {
		xmlSAX2AttributeDecl(data, element, name, type, how, value,
		    tree);
	}
}

static void
add_text(void *data, const xmlChar *text, int len)
{
	xmlParserCtxt *ctxt = data;

	if (reading->indented ||
	    !blanks_are_idle(&reading->blanks, ctxt->node, text, len)) {
		xmlNode *last = ctxt->node ? ctxt->node->last : NULL;

		xmlSAX2Characters(data, text, len);
		if (ctxt->node && ctxt->node->last != last)
			origin_note_text(ctxt->node->last,
			    ctxt->input->filename, ctxt->input->line);
	}
}

static void
declare_element(void *data, const xmlChar *name, int type,
    xmlElementContent *content)
{
	reading->undeclared = 0;
	xmlSAX2ElementDecl(data, name, type, content);
}

static xmlParserInput *resolve_entity(void *data, const xmlChar *public_id,
    const xmlChar *system_id);

/* Installs our rules in a parser, also in one that libxml2 makes. */
static void
instruct(xmlParserCtxt *ctxt)
{
	if (ctxt->sax == NULL || ctxt->sax->getEntity == lookup)
		return;
	ctxt->sax->getEntity = lookup;
	ctxt->sax->getParameterEntity = lookup_parameter;
	ctxt->sax->elementDecl = declare_element;
	ctxt->sax->entityDecl = declare_entity;
	ctxt->sax->attributeDecl = declare_attribute;
	ctxt->sax->resolveEntity = resolve_entity;
	ctxt->sax->startDocument = start_document;
	ctxt->sax->internalSubset = internal_subset;
	ctxt->sax->startElementNs = start_element;
	ctxt->sax->endElementNs = end_element;
	ctxt->sax->characters = add_text;
	/* the same for both, otherwise libxml2 guesses which it is */
	ctxt->sax->ignorableWhitespace = add_text;
}

/*
 * DocBook's own DTDs and the ISO entity sets are not read: they add nothing
 * that is not known here, so the result does not depend on whether they are
 * installed.
 */
static bool
is_known_dtd(const char *public_id)
{
	static const char *const known[] = {
		"-//OASIS//DTD DocBook", "-//OASIS//DTD Simplified DocBook",
		"-//OASIS//ENTITIES DocBook", "-//OASIS//ELEMENTS DocBook",
		"-//Norman Walsh//DTD DocBk", "ISO 8879",
	};

	for (size_t i = 0; public_id && i < sizeof known / sizeof *known; i++)
		if (strncmp(public_id, known[i], strlen(known[i])) == 0)
			return true;
	return false;
}

static xmlParserInput *
empty_input(xmlParserCtxt *ctxt, const char *url)
{
	xmlParserInput *input =
	    xmlNewStringInputStream(ctxt, (const xmlChar *)"");

	if (input && url)
		input->filename = (char *)xmlStrdup((const xmlChar *)url);
	return input;
}

/* Advice about a file that cannot be read; may be empty. */
static xmlParserInput *
not_there(xmlParserCtxt *ctxt, const char *url, enum sandbox_answer why)
{
	const char *file;
	long line;

	file = place(ctxt, &line);
	if (!ctxt->inSubset && reading->lenient)
		diag(reading->d, DIAG_NO_FILE, file, line,
		    "cannot read \"%s\"; going on without what the entity "
		    "holds", url);
	else if (!ctxt->inSubset)
		include_say_unread(reading->d, file, line, url, why,
		    reading->sandbox.search);
	else if (why == SANDBOX_ASTRAY)
		diag(reading->d, DIAG_DTD, file, line,
		    "\"%s\" leads out of the folder that its entry in the XML "
		    "catalog names; going on without what it declares", url);
	else if (why == SANDBOX_REFUSED)
		diag(reading->d, DIAG_DTD, file, line,
		    "\"%s\" lies outside the folders that may be read; going "
		    "on without what it declares (-I allows its folder)", url);
	else
		diag(reading->d, DIAG_DTD, file, line,
		    "\"%s\" is not there; going on without what it declares",
		    url);
	return empty_input(ctxt, url);
}

/* Feeds a file to a parser in chunks. */
struct source {
	struct buf bytes;
	size_t at;
	xmlParserCtxt *ctxt;
};

/* Between two chunks, checks the state of the parser. */
static int
next_part(void *data, char *to, int room)
{
	struct source *s = data;
	size_t len = s->bytes.len - s->at;
	const char *what = NULL;
	const char *file;
	long line;

	if (is_flooded(s->ctxt))
		what = too_many;
	else if (s->ctxt->inSubset && !reading->huge && reading->dtd > LIMIT_DTD)
		what = "the DTD is too long";
	else if (s->ctxt->inSubset && !reading->huge &&
	    reading->undeclared > LIMIT_DECLARATION)
		what = too_long;
	if (what) {
		file = place(s->ctxt, &line);
		complain(file, line, what);
		return -1;
	}
	if (len > (size_t)room)
		len = (size_t)room;
	if (len)
		memcpy(to, s->bytes.data + s->at, len);
	s->at += len;
	if (s->ctxt->inSubset) {
		reading->dtd += len;
		reading->undeclared += len;
	}
	return (int)len;
}

static int
close_source(void *data)
{
	struct source *s = data;

	buf_free(&s->bytes);
	free(s);
	return 0;
}

static struct source *
source_new(xmlParserCtxt *ctxt)
{
	struct source *s = gloss_calloc(1, sizeof *s);

	s->ctxt = ctxt;
	return s;
}

/*
 * Reads an open file completely.  Returns an error text, also if opening
 * failed; or NULL.
 */
static const char *
slurp(int fd, bool huge, struct buf *b)
{
	const size_t limit = huge ? INT_MAX : LIMIT_FILE;
	const char *why = NULL;
	char block[65536];
	struct stat st;
	ssize_t got = -1;

	if (fd < 0)
		why = strerror(errno);
	else if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    (size_t)st.st_size <= limit) {
		/* maximum memory of the tree; small files need no hint */
		gloss_expect((size_t)st.st_size *
		    (st.st_size < SMALL ? 16 : 32));
		buf_reserve(b, (size_t)st.st_size + sizeof block);
	}
	while (why == NULL && (got = read(fd, block, sizeof block)) != 0) {
		if (got > 0)
			buf_add(b, block, (size_t)got);
		else if (errno != EINTR)
			why = strerror(errno);
		if (b->len > limit)
			why = huge ? "larger than 2 GiB" : "larger than 100 "
			    "million bytes; --huge lifts this limit";
	}
	return why;
}

/* The same for a file named by the user, which may be of any kind. */
static const char *
slurp_path(const char *path, bool huge, struct buf *b)
{
	bool standard = strcmp(path, "-") == 0;
	int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	const char *why = slurp(fd, huge, b);

	if (fd >= 0 && !standard)
		close(fd);
	return why;
}

/*
 * Opens files here: libxml2 would decompress them, read "-" from standard
 * input, and use the network.
 */
static xmlParserInput *
open_file(xmlParserCtxt *ctxt, const struct sandbox_file *file)
{
	struct source *s = source_new(ctxt);
	xmlParserInputBuffer *buffer;
	xmlParserInput *input;
	char *url;

	if (slurp(file->fd, reading->huge, &s->bytes) != NULL) {
		close_source(s);
		return NULL;
	}
	if (!spend(reading, 2 * s->bytes.len))
		stop(ctxt, "entities grow too large");
	if (reading->files)
		strings_add(reading->files, file->path);
	buffer = xmlParserInputBufferCreateIO(next_part, close_source, s,
	    XML_CHAR_ENCODING_NONE);
	input = xmlNewIOInputStream(ctxt, buffer, XML_CHAR_ENCODING_NONE);
	url = uri_from_path(file->path);
	input->filename = (char *)xmlStrdup((const xmlChar *)url);
	free(url);
	return input;
}

/* Every file except the document itself is opened here. */
static xmlParserInput *
load(const char *url, const char *public_id, xmlParserCtxt *ctxt)
{
	xmlParserInput *input = NULL;
	enum sandbox_answer answer;
	struct sandbox_file file;

	if (reading == NULL)
		return theirs(url, public_id, ctxt);
	if (ctxt == NULL)
		return NULL;
	instruct(ctxt);
	if (is_known_dtd(public_id)) {
		reading->docbook = true;
		return empty_input(ctxt, url);
	}
	if (url == NULL)
		return NULL;
	answer = sandbox_find(&reading->sandbox, public_id, url, &file);
	if (answer == SANDBOX_ALLOWED)
		input = open_file(ctxt, &file);
	if (input == NULL)
		input = not_there(ctxt, url, answer);
	reading->named = false;
	sandbox_forget(&file);
	return input;
}

/* The external subset: see declare_file(). */
static xmlParserInput *
resolve_entity(void *data, const xmlChar *public_id, const xmlChar *system_id)
{
	char *url = system_id ? uri_resolve((const char *)system_id,
	    base_of(data)) : NULL;
	xmlParserInput *input = load(url, (const char *)public_id, data);

	free(url);
	return input;
}

/*
 * Reports an error in libxml2's words, but without its advice to use an option
 * that lifts limits.  Some have our own words, since they changed in version
 * 2.11.
 */
static void
say_syntax(const char *file, long line, const char *message)
{
	static const struct {
		const char *theirs;
		const char *ours;
	} limits[] = {
		{ "reference loop", "entities refer to themselves, or grow "
		    "too large" },
		{ "amplification", "entities refer to themselves, or grow "
		    "too large" },
		{ "nesting depth", "elements or entities are nested too "
		    "deep" },
		{ "Excessive depth", "elements or entities are nested too "
		    "deep" },
		{ "Text node too long", "text without a break is too long" },
		{ "Buffer size limit", "text without a break is too long" },
		{ "too long", "a name or value is too long" },
		{ "too big", "a comment, CDATA or an instruction is too big" },
		{ "uge input lookup", "text without a break is too long" },
		{ "huge text node", "text without a break is too long" },
		{ "XML_PARSE_HUGE", "there are too many names" },
	};
	char *text;

	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
		if (strstr(message, limits[i].theirs)) {
			complain(file, line, limits[i].ours);
			return;
		}
	reading->syntax_errors++;
	text = gloss_strndup(message, strcspn(message, "\n"));
	diag(reading->d, DIAG_SYNTAX, file, line, "%s", text);
	free(text);
}

/* Otherwise the parser stops by itself, and needs the error code. */
static void
stop_dtd(xmlParserCtxt *ctxt)
{
	if (ctxt->inSubset)
		xmlStopParser(ctxt);
}

static void
on_error(void *data, xml_error *error)
{
	struct reader *r = data;
	const char *file = error->file ? shown(r, error->file) : r->path;
	long line = error->line;

	switch (error->code) {
	case XML_ERR_OK:
	case XML_IO_LOAD_ERROR:
	case XML_IO_ENOENT:
	case XML_DTD_ID_REDEFINED: /* resolve reports more about it */
		return;
	default:
		break;
	}
	if (error->level == XML_ERR_WARNING)
		return;
	if (error->code == XML_ERR_INVALID_URI && error->str1 &&
	    r->syntax_errors < ERRORS)
		say_no_uri(file, line, error->str1);
	else if (r->syntax_errors < ERRORS)
		say_syntax(file, line,
		    error->message ? error->message : "not XML");
	if (r->syntax_errors >= ERRORS && error->domain == XML_FROM_PARSER)
		stop_dtd(error->ctxt);
}

/* Reads the declarations of a --entities file. */
static void
read_declarations(struct reader *r, const char *path)
{
	xmlDtd *dtd = NULL;

	if (access(path, R_OK) != 0)
		diag(r->d, DIAG_INPUT, path, 0, "cannot be read: %s",
		    strerror(errno));
	else
		dtd = xmlParseDTD(NULL, (const xmlChar *)path);
	if (dtd == NULL)
		return;
	r->declarations = gloss_realloc(r->declarations,
	    (r->declarations_len + 1) * sizeof *r->declarations);
	r->declarations[r->declarations_len++] = dtd;
}

/* Allows the folder of a file that the user named. */
static void
open_sandbox(struct reader *r, const struct read_options *o)
{
	const char *const none[] = { NULL };
	const char *const *files = o->entities ? o->entities : none;
	const char *const *folders = o->folders ? o->folders : none;
	const char **all;
	size_t n = 0, m = 0;
	char **owned;

	while (files[n])
		n++;
	while (folders[m])
		m++;
	all = gloss_calloc(n + m + 1, sizeof *all);
	owned = gloss_calloc(n + 1, sizeof *owned);
	for (size_t i = 0; i < n; i++) {
		const char *slash = strrchr(files[i], '/');

		owned[i] = slash ? gloss_strndup(files[i],
		    (size_t)(slash - files[i]) + 1) : gloss_strdup(".");
		all[i] = owned[i];
	}
	memcpy(all + n, folders, m * sizeof *all);
	sandbox_open(&r->sandbox, r->path, all, o->search);
	for (size_t i = 0; i < n; i++)
		free(owned[i]);
	free(owned);
	free(all);
}

/*
 * Does the document begin as only SGML can?  XML has DOCTYPE in capitals (XML
 * 1.0, 2.8), and a system identifier after a public one.
 */
static bool
is_sgml(const struct buf *b)
{
	const char *s = buf_str(b), *end;
	char quote;

	s += strspn(s, " \t\r\n");
	while (strncmp(s, "<!--", 4) == 0 && (end = strstr(s, "-->")) != NULL)
		s = end + 3 + strspn(end + 3, " \t\r\n");
	if (strncasecmp(s, "<!doctype", 9) != 0)
		return false;
	if (strncmp(s, "<!DOCTYPE", 9) != 0)
		return true;
	s += strcspn(s, "\"'>[");
	quote = *s;
	if ((quote != '"' && quote != '\'') ||
	    strncmp(s - 7, "PUBLIC", 6) != 0 ||
	    (s = strchr(s + 1, quote)) == NULL)
		return false;
	s += 1 + strspn(s + 1, " \t\r\n");
	return *s == '>' || *s == '[';
}

bool
read_is_sgml(const char *path)
{
	char block[8192];
	struct buf b = { 0 };
	ssize_t got = -1;
	bool is;
	int fd = strcmp(path, "-") == 0 ? -1 :
	    open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

	if (fd >= 0) {
		got = read(fd, block, sizeof block);
		close(fd);
	}
	if (got > 0)
		buf_add(&b, block, (size_t)got);
	is = is_sgml(&b);
	buf_free(&b);
	return is;
}

/*
 * libxml2 recognises all encodings of Unicode except UTF-32 with a byte order
 * mark.
 */
static const char *
encoding_of(const struct buf *b)
{
	bool is_32 = b->len >= 4 && (memcmp(b->data, "\xFF\xFE\0\0", 4) == 0 ||
	    memcmp(b->data, "\0\0\xFE\xFF", 4) == 0);

	return is_32 ? "UTF-32" : NULL;
}

/* Parses a source, and takes ownership of it. */
static xmlDoc *
parse(struct reader *r, struct source *s, const char *url)
{
	xmlDoc *doc;

	instruct(s->ctxt);
#if LIBXML_VERSION >= 21400
	/* a limit that XML_PARSE_HUGE does not lift there */
	if (r->huge)
		xmlCtxtSetMaxAmplification(s->ctxt, UINT_MAX);
#endif
	doc = xmlCtxtReadIO(s->ctxt, next_part, close_source, s, url,
	    encoding_of(&s->bytes), r->huge ? PARSE | XML_PARSE_HUGE : PARSE);
	if (doc) {
		/* escaped by our rules, whatever libxml2 made of it */
		xmlFree((xmlChar *)doc->URL);
		doc->URL = xmlStrdup((const xmlChar *)url);
	}
	return doc;
}

/* The callbacks of XInclude: see include.h. */
static enum sandbox_answer
find_included(void *data, const char *url, struct sandbox_file *file)
{
	struct reader *r = data;

	return sandbox_find(&r->sandbox, NULL, url, file);
}

static const char *
slurp_included(void *data, const struct sandbox_file *file, struct buf *b)
{
	struct reader *r = data;
	const char *why = slurp(file->fd, reading->huge, b);

	if (why == NULL && r->files)
		strings_add(r->files, file->path);
	return why;
}

static xmlDoc *
parse_included(void *data, const struct sandbox_file *file, const xmlDoc *doc)
{
	xmlParserCtxt *ctxt = xmlNewParserCtxt();
	struct source *s = source_new(ctxt);
	const char *why = slurp_included(data, file, &s->bytes);
	char *url = uri_from_path(file->path);
	xmlDoc *made = NULL;

	if (why == NULL && s->bytes.len == 0)
		why = "it is empty";
	else if (why == NULL && !spend(data, 2 * s->bytes.len))
		why = "includes grow too large; --huge lifts this limit";
	if (why) {
		diag(reading->d, DIAG_INPUT, file->path, 0,
		    "cannot be read: %s", why);
		close_source(s);
	} else {
		xmlDictFree(ctxt->dict);
		ctxt->dict = doc->dict;
		xmlDictReference(ctxt->dict);
		made = parse(data, s, url);
	}
	free(url);
	xmlFreeParserCtxt(ctxt);
	return made;
}

/* Checks that the document has one root element after XInclude. */
static void
include_into(struct reader *r, xmlDoc *doc)
{
	const struct include_reader asked = {
		.data = r, .d = r->d, .huge = r->huge,
		.search = r->sandbox.search, .find = find_included,
		.parse = parse_included, .bytes = slurp_included,
		.spend = spend,
	};
	size_t errors = diags_errors(r->d), roots = 0;
	bool text = false;

	include_all(doc, &asked);
	for (const xmlNode *n = doc->children; n; n = n->next) {
		roots += n->type == XML_ELEMENT_NODE;
		text = text || n->type == XML_TEXT_NODE;
	}
	if ((roots != 1 || text) && diags_errors(r->d) == errors)
		diag(r->d, DIAG_SYNTAX, r->path, 0, "what XInclude makes of "
		    "the document is not one element");
}

/* Shared by all threads that read documents. */
static void
set_up_libxml(void)
{
	theirs = xmlGetExternalEntityLoader();
	xmlCatalogSetDefaults(XML_CATA_ALLOW_GLOBAL);
	xmlSetExternalEntityLoader(load);
}

xmlDoc *
read_document(const char *path, const struct read_options *options,
    struct diags *d)
{
	struct reader r = {
		.d = d, .path = path, .url = uri_from_path(path),
		.files = options->files,
		.huge = options->huge,
		.lenient = options->lenient,
		.indented = options->indented,
		.undefined = xmlHashCreate(0),
	};
	size_t errors = diags_errors(d);
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	xmlParserCtxt *ctxt = xmlNewParserCtxt();
	struct source *s = source_new(ctxt);
	const char *why = slurp_path(path, options->huge, &s->bytes);
	xmlDoc *doc = NULL;

	pthread_once(&once, set_up_libxml);
	if (why == NULL && s->bytes.len == 0)
		why = "it is empty";
	else if (why == NULL && is_sgml(&s->bytes))
		why = "it is SGML, not XML; osx (of opensp) makes XML of it";
	if (why) {
		diag(d, DIAG_INPUT, path, 0, "cannot be read: %s", why);
		close_source(s);
	} else {
		if (r.files && strcmp(path, "-") != 0)
			strings_add(r.files, path);
		reading = &r;
		open_sandbox(&r, options);
		xmlSetStructuredErrorFunc(&r, on_error);
		for (const char *const *e = options->entities; e && *e; e++)
			read_declarations(&r, *e);
		doc = parse(&r, s, r.url);
		if (doc && r.xinclude)
			include_into(&r, doc);
		xmlSetStructuredErrorFunc(NULL, NULL);
		sandbox_close(&r.sandbox);
		reading = NULL;
	}
	xmlFreeParserCtxt(ctxt);
	for (size_t i = 0; i < r.declarations_len; i++)
		xmlFreeDtd(r.declarations[i]);
	free(r.declarations);
	free(r.file);
	free(r.shown);
	free(r.url);
	xmlHashFree(r.undefined, NULL);
	if (doc && diags_errors(d) == errors)
		return doc;
	xmlFreeDoc(doc);
	return NULL;
}
