/* SPDX-License-Identifier: MIT */
/* HTML: the style, script and security policy of a page. */
#include <string.h>

#include "html.h"
#include "util/sha256.h"

/*
 * The address of a style or script: the user's, else the file of a split
 * document; NULL: it stands in the page.
 */
static const char *
outside(const struct html *h, const char *name, const char *file)
{
	const char *address = layout_attr(h->document, name);

	return address && *address && markup_is_address(address) ? address :
	    file;
}

bool
html_has_own_files(const struct html *h)
{
	return h->pages && !layout_has(h->document, "csp", "yes") &&
	    !layout_has(h->document, "frame", "no");
}

/*
 * Adds a source to the policy (CSP3, 2.3.1): the hash of our own lines, or the
 * address of the user's file; 'self' if that is relative, or has a delimiter of
 * policies in it.
 */
static void
add_source(struct buf *policy, const char *address, const char *lines)
{
	if (address == NULL) {
		struct buf content = {0};

		/* the line end after the tag is part of the content */
		buf_putc(&content, '\n');
		buf_puts(&content, lines);
		buf_puts(policy, "'sha256-");
		sha256_base64(policy, content.data, content.len);
		buf_puts(policy, "'");
		buf_free(&content);
	} else if (strstr(address, "://") && !strpbrk(address, ";, '\"")) {
		buf_puts(policy, address);
	} else {
		buf_puts(policy, "'self'");
	}
}

static void
put_policy(struct html *h)
{
	struct buf policy = {0};

	if (!layout_has(h->document, "csp", "yes"))
		return;
	buf_puts(&policy, "default-src 'none'; style-src ");
	add_source(&policy, outside(h, "css", h->style_file),
	    html_style);
	buf_puts(&policy, "; script-src ");
	add_source(&policy, outside(h, "script", h->script_file),
	    html_script);
	buf_puts(&policy,
	    "; img-src 'self' https: http:; base-uri 'none'; "
	    "form-action 'none'");
	markup_block(&h->markup, "meta");
	markup_attr(&h->markup, "http-equiv", "Content-Security-Policy");
	markup_attr(&h->markup, "content", buf_str(&policy));
	markup_end(&h->markup);
	buf_free(&policy);
}

void
html_put_policy_and_style(struct html *h)
{
	const char *css = outside(h, "css", h->style_file);
	const char *head = layout_attr(h->document, "head");

	put_policy(h);
	if (css) {
		markup_block(&h->markup, "link");
		markup_attr(&h->markup, "rel", "stylesheet");
		markup_address(&h->markup, "href", css);
		markup_end(&h->markup);
		markup_line(&h->markup);
	} else {
		markup_lines(&h->markup, "<style>\n");
		markup_lines(&h->markup, html_style);
		markup_lines(&h->markup, "</style>\n");
	}
	if (head) {
		markup_lines(&h->markup, head);
		markup_line(&h->markup);
	}
}

void
html_put_script(struct html *h)
{
	const char *script = outside(h, "script", h->script_file);

	if (script) {
		markup_block(&h->markup, "script");
		markup_address(&h->markup, "src", script);
		markup_end(&h->markup);
		markup_close_block(&h->markup, "script");
	} else {
		markup_lines(&h->markup, "<script>\n");
		markup_lines(&h->markup, html_script);
		markup_lines(&h->markup, "</script>\n");
	}
}
