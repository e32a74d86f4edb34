<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- The words and marks that the stylesheets add: one parameter each, with the
     spaces that separate it from its neighbours.  Here they are English; the
     files in words/ have them in other languages.  r:word('x'), a function of
     src/layout/, is $word.x, or nothing if 'x' is empty; the attribute r:word
     names the word for an element (src/docbook/docbook.def). -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <!-- Headings for elements without a title. -->
  <xsl:param name="word.name">Name</xsl:param>
  <xsl:param name="word.synopsis">Synopsis</xsl:param>
  <xsl:param name="word.glossary">Glossary</xsl:param>
  <xsl:param name="word.bibliography">Bibliography</xsl:param>
  <xsl:param name="word.index">Index</xsl:param>
  <xsl:param name="word.contents">Contents</xsl:param>
  <xsl:param name="word.preface">Preface</xsl:param>
  <xsl:param name="word.dedication">Dedication</xsl:param>
  <xsl:param name="word.acknowledgements">Acknowledgements</xsl:param>
  <xsl:param name="word.colophon">Colophon</xsl:param>
  <xsl:param name="word.appendix">Appendix</xsl:param>
  <xsl:param name="word.copyright">Copyright</xsl:param>

  <!-- In an entry of a glossary: before other terms, and after them. -->
  <xsl:param name="word.see">See </xsl:param>
  <xsl:param name="word.see.end">.</xsl:param>
  <xsl:param name="word.seealso">See also </xsl:param>
  <xsl:param name="word.seealso.end">.</xsl:param>
  <xsl:param name="word.subject">Subject: </xsl:param>

  <!-- The label of the search field. -->
  <xsl:param name="word.search">Search</xsl:param>

  <!-- The label of a button that copies an example. -->
  <xsl:param name="word.copy">Copy</xsl:param>

  <!-- "and" or "or" before the words next.  In Spanish these are "e" before a
       sound of i ("agua e hilo", but "agua y hierba"), and "u" before one of o
       (as CLDR has it). -->
  <xsl:template name="words.and">
    <xsl:param name="next"/>
    <xsl:variable name="start" select="translate(substring($next, 1, 3),
        'HIÍíAÁáEÉé', 'hiiiaaaeee')"/>
    <xsl:choose>
      <xsl:when test="$word.and = ' y ' and (starts-with($start, 'i')
          or starts-with($start, 'hi') and $start != 'hia'
          and $start != 'hie')"> e </xsl:when>
      <xsl:otherwise><xsl:value-of select="$word.and"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="words.or">
    <xsl:param name="next"/>
    <xsl:variable name="start" select="translate(substring($next, 1, 2),
        'HOÓó8', 'hoooo')"/>
    <xsl:choose>
      <xsl:when test="$word.and = ' y ' and (starts-with($start, 'o')
          or $start = 'ho')"> u </xsl:when>
      <xsl:otherwise><xsl:value-of select="$word.or"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Before the last item of an enumeration, and between the items before it.
       -->
  <xsl:param name="word.and"> and </xsl:param>
  <xsl:param name="word.or"> or </xsl:param>
  <xsl:param name="word.comma">, </xsl:param>

  <!-- Between a term and the name of its document, and after that. -->
  <xsl:param name="word.in"> in </xsl:param>
  <xsl:param name="word.in.end"/>

  <!-- Titles of admonitions. -->
  <xsl:param name="word.note">Note</xsl:param>
  <xsl:param name="word.tip">Tip</xsl:param>
  <xsl:param name="word.important">Important</xsl:param>
  <xsl:param name="word.caution">Caution</xsl:param>
  <xsl:param name="word.warning">Warning</xsl:param>
  <xsl:param name="word.danger">Danger</xsl:param>

  <!-- Before a number. -->
  <xsl:param name="word.figure">Figure</xsl:param>
  <xsl:param name="word.table">Table</xsl:param>
  <xsl:param name="word.example">Example</xsl:param>
  <xsl:param name="word.equation">Equation</xsl:param>
  <xsl:param name="word.step">step</xsl:param>

  <!-- Before a number, in the name by which Info knows a footnote. -->
  <xsl:param name="word.footnote">Footnote</xsl:param>

  <!-- Before a question and its answer. -->
  <xsl:param name="word.question">Q:</xsl:param>
  <xsl:param name="word.answer">A:</xsl:param>

  <!-- After a run-in title, and after each part of a bibliographic entry. -->
  <xsl:param name="word.point">.</xsl:param>

  <!-- Next to something optional. -->
  <xsl:param name="word.optional">optional</xsl:param>

  <!-- Quotation marks: outer and inner. -->
  <xsl:param name="quote.open">“</xsl:param>
  <xsl:param name="quote.close">”</xsl:param>
  <xsl:param name="quote.inner.open">‘</xsl:param>
  <xsl:param name="quote.inner.close">’</xsl:param>
</xsl:stylesheet>
