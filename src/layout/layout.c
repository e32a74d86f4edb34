/* SPDX-License-Identifier: MIT */
/* Runs a format's stylesheet over a resolved tree. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltutils.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "gloss/resolve.h"
#include "vocabulary/check.h"
#include "compile.h"
#include "xslt_errors.h"
#include "run.h"
#include "passage_words.h"
#include "words.h"

struct layout {
	const char *format;
	char *stylesheet; /* the user's, or NULL */
	const struct layout_options *options;
	const struct stylesheet *words; /* translations; NULL: the
					 * stylesheets' English words */
	/* stylesheets that declare words; earlier ones override later ones */
	const struct stylesheet *declared[3];
	xsltStylesheet *style;
	struct layout *next; /* in the pool */
};

struct layouts {
	pthread_mutex_t lock;
	bool many; /* used for several documents */
	struct layout *first;
};

/* Stylesheets may only read their input tree and make a result tree. */
static xsltSecurityPrefs *
forbid_all(void)
{
	static const xsltSecurityOption all[] = { XSLT_SECPREF_READ_FILE,
		XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
		XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK };
	xsltSecurityPrefs *prefs = xsltNewSecurityPrefs();

	for (size_t i = 0; prefs && i < sizeof all / sizeof all[0]; i++)
		xsltSetSecurityPrefs(prefs, all[i], xsltSecurityForbid);
	return prefs;
}

/* One run of a stylesheet. */
struct run {
	const struct layout *layout;
	struct hearing h;
	struct tongues *tongues; /* NULL: the document has one language */
};

static bool
is_set_by_user(const struct layout_options *options, const char *name)
{
	const char *const *p = options->params;

	while (p && *p && strcmp(*p, name) != 0)
		p += 2;
	return p && *p;
}

/*
 * Variable lookup: words that the user has not set follow the language of the
 * current node.
 */
static xmlXPathObject *
look_up(void *run, const xmlChar *name, const xmlChar *ns)
{
	struct run *r = run;
	const xmlNode *node = r->h.ctxt->node;
	const char *text = NULL;

	if (ns == NULL && node) {
		if (strcmp((const char *)name, "document.lang") == 0)
			text = tongues_lang(node);
		else
			text = tongues_word(r->tongues, node,
			    (const char *)name);
	}
	if (text && !is_set_by_user(r->layout->options, (const char *)name))
		return xmlXPathNewCString(text);
	return xsltXPathVariableLookup(r->h.ctxt, name, ns);
}

/* r:word('x') returns the parameter word.x; an empty string for r:word(''). */
static void
word_function(xmlXPathParserContext *xpath, int arguments)
{
	xmlChar *word = arguments == 1 ? xmlXPathPopString(xpath) : NULL;
	struct buf name = { 0 };
	xmlXPathObject *value = NULL;

	if (arguments != 1) {
		xmlXPathSetArityError(xpath);
		return;
	}
	if (word && *word) {
		buf_printf(&name, "word.%s", (const char *)word);
		value = xmlXPathVariableLookup(xpath->context,
		    (const xmlChar *)buf_str(&name));
	}
	valuePush(xpath, value ? value : xmlXPathNewCString(""));
	xmlFree(word);
	buf_free(&name);
}

static void
set_params(xsltTransformContext *ctxt, const struct layout_options *options)
{
	if (options->lang)
		xsltQuoteOneUserParam(ctxt, (const xmlChar *)"document.lang",
		    (const xmlChar *)options->lang);
	if (options->params)
		xsltQuoteUserParams(ctxt, (const char **)options->params);
}

static xmlDoc *
transform(struct run *r, xmlDoc *resolved, run_setup *set_up, void *data)
{
	const struct layout *l = r->layout;
	size_t errors = diags_errors(r->h.d);
	xsltSecurityPrefs *prefs = forbid_all();
	xsltTransformContext *ctxt = xsltNewTransformContext(l->style,
	    resolved);
	xmlDoc *result = NULL;
	bool done;

	r->h.ctxt = ctxt;
	if (ctxt && prefs && xsltSetCtxtSecurityPrefs(prefs, ctxt) == 0) {
		xsltSetTransformErrorFunc(ctxt, &r->h, hear_transform);
		xsltRegisterExtFunction(ctxt, (const xmlChar *)"word",
		    (const xmlChar *)RESOLVED_NS, word_function);
		set_params(ctxt, l->options);
		if (set_up)
			set_up(ctxt, data);
		if (r->tongues)
			xmlXPathRegisterVariableLookup(ctxt->xpathCtxt,
			    look_up, r);
		result = xsltApplyStylesheetUser(l->style, resolved, NULL,
		    NULL, NULL, ctxt);
	}
	done = result && ctxt->state == XSLT_STATE_OK &&
	    diags_errors(r->h.d) == errors;
	if (!done && diags_errors(r->h.d) == errors)
		diag(r->h.d, DIAG_STYLESHEET, NULL, 0,
		    "the stylesheet stopped before the end");
	xsltFreeTransformContext(ctxt);
	xsltFreeSecurityPrefs(prefs);
	if (!done) {
		xmlFreeDoc(result);
		result = NULL;
	}
	return result;
}

xmlDoc *
layout_run_part(const struct layout *l, xmlDoc *resolved,
    enum layout_element root, run_setup *set_up, void *data, struct diags *d)
{
	struct run r = { .layout = l, .h.d = d };
	xmlDoc *result;

	if (l->options->tongues)
		r.tongues = tongues_new(l->words, l->declared);
	hear_begin(&r.h);
	result = transform(&r, resolved, set_up, data);
	hear_end(&r.h);
	tongues_free(r.tongues);
	if (result && !layout_check(result, root, d)) {
		xmlFreeDoc(result);
		result = NULL;
	}
	return result;
}

xmlDoc *
layout_run(const struct layout *l, xmlDoc *resolved, struct diags *d)
{
	return layout_run_part(l, resolved, L_DOCUMENTS, NULL, NULL, d);
}

static void
set_up_libxslt(void)
{
	xmlInitParser();
	xsltInit();
	/* otherwise threads would initialise it lazily, at the same time */
	xsltInitGlobals();
	compile_init();
	hear_init();
}

void
layout_init(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, set_up_libxslt);
}

struct layouts *
layouts_new(bool many)
{
	struct layouts *shelf = gloss_calloc(1, sizeof *shelf);

	shelf->many = many;
	pthread_mutex_init(&shelf->lock, NULL);
	return shelf;
}

static void
free_layout(struct layout *l)
{
	if (l->style)
		xsltFreeStylesheet(l->style);
	free(l->stylesheet);
	free(l);
}

void
layouts_free(struct layouts *shelf)
{
	struct layout *next;

	if (shelf == NULL)
		return;
	for (struct layout *l = shelf->first; l; l = next) {
		next = l->next;
		free_layout(l);
	}
	pthread_mutex_destroy(&shelf->lock);
	free(shelf);
}

/*
 * Takes an idle layout for the same stylesheet and language, or returns NULL.
 */
static struct layout *
take_down(struct layouts *shelf, const char *format, const char *stylesheet,
    const struct stylesheet *words)
{
	struct layout **at = &shelf->first, *l;

	pthread_mutex_lock(&shelf->lock);
	while (*at && ((*at)->words != words ||
	    strcmp((*at)->format, format) != 0 ||
	    !xmlStrEqual((const xmlChar *)(*at)->stylesheet,
		(const xmlChar *)stylesheet)))
		at = &(*at)->next;
	l = *at;
	if (l)
		*at = l->next;
	pthread_mutex_unlock(&shelf->lock);
	return l;
}

static struct layout *
read_layout(const char *format, const struct layout_options *options,
    const struct stylesheet *words, xmlDict *names, struct diags *d)
{
	struct layout *l = gloss_calloc(1, sizeof *l);
	struct buf name = { 0 };

	l->format = format;
	l->words = words;
	if (options->stylesheet)
		l->stylesheet = gloss_strdup(options->stylesheet);
	buf_printf(&name, "%s.xsl", format);
	l->declared[0] = compile_find(buf_str(&name));
	l->declared[1] = compile_find("common/words.xsl");
	buf_free(&name);
	l->style = compile_stylesheet(format, options, words, names, d);
	if (l->style)
		return l;
	free_layout(l);
	return NULL;
}

struct layout *
layout_take(struct layouts *shelf, const char *format,
    const struct layout_options *options, xmlDict *names, struct diags *d)
{
	const struct stylesheet *words =
	    options->lang ? words_find(options->lang) : NULL;
	bool shared = shelf && shelf->many;
	struct layout *l = shared ?
	    take_down(shelf, format, options->stylesheet, words) : NULL;

	/* the next document, or the user's stylesheet, may need any template */
	if (l == NULL)
		l = read_layout(format, options, words,
		    shared || options->stylesheet ? NULL : names, d);
	if (l)
		l->options = options;
	return l;
}

void
layout_leave(struct layouts *shelf, struct layout *l)
{
	if (l == NULL)
		return;
	if (shelf == NULL) {
		free_layout(l);
		return;
	}
	pthread_mutex_lock(&shelf->lock);
	l->next = shelf->first;
	shelf->first = l;
	pthread_mutex_unlock(&shelf->lock);
}
