<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- The words and marks that the stylesheets add: one parameter each, with the
     blanks that part it from what it stands beside.  Here they are English; the
     files in words/ have them in other languages. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <!-- Headings of what the document itself has no heading for. -->
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

  <!-- Said in an entry of a glossary: before other terms, and after them. -->
  <xsl:param name="word.see">See </xsl:param>
  <xsl:param name="word.see.end">.</xsl:param>
  <xsl:param name="word.seealso">See also </xsl:param>
  <xsl:param name="word.seealso.end">.</xsl:param>
  <xsl:param name="word.subject">Subject: </xsl:param>

  <!-- The label of a field that one searches in. -->
  <xsl:param name="word.search">Search</xsl:param>

  <!-- Before the last of several, and between those before it. -->
  <xsl:param name="word.and"> and </xsl:param>
  <xsl:param name="word.or"> or </xsl:param>
  <xsl:param name="word.comma">, </xsl:param>

  <!-- Between a term and the other document that it is in, and after that. -->
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

  <!-- Before a question and its answer. -->
  <xsl:param name="word.question">Q:</xsl:param>
  <xsl:param name="word.answer">A:</xsl:param>

  <!-- After a title that a paragraph follows in its line, and after each part
       of a bibliography's entry. -->
  <xsl:param name="word.point">.</xsl:param>

  <!-- Beside what may be left out. -->
  <xsl:param name="word.optional">optional</xsl:param>

  <!-- Quotation marks: outside, and inside of others. -->
  <xsl:param name="quote.open">“</xsl:param>
  <xsl:param name="quote.close">”</xsl:param>
  <xsl:param name="quote.inner.open">‘</xsl:param>
  <xsl:param name="quote.inner.close">’</xsl:param>

  <!-- The word for an element, or nothing; name: the element's, or the kind
       of what a reference leads to.  All that are here follow the language of
       the context node, and so none is kept. -->
  <xsl:template name="words.of">
    <xsl:param name="name" select="local-name()"/>
    <xsl:variable name="words">
      <xsl:choose>
        <!-- joined for each of them, so no more than may be meant -->
        <xsl:when test="@r:number">
          <xsl:value-of select="concat('|figure ', $word.figure,
            '|table ', $word.table, '|example ', $word.example,
            '|equation ', $word.equation, '|step ', $word.step, '|')"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="concat(
            '|glossary ', $word.glossary, '|bibliography ', $word.bibliography,
            '|index ', $word.index, '|setindex ', $word.index,
            '|toc ', $word.contents, '|preface ', $word.preface,
            '|dedication ', $word.dedication, '|colophon ', $word.colophon,
            '|acknowledgements ', $word.acknowledgements,
            '|appendix ', $word.appendix, '|refnamediv ', $word.name,
            '|refsynopsisdiv ', $word.synopsis,
            '|note ', $word.note, '|tip ', $word.tip,
            '|important ', $word.important, '|caution ', $word.caution,
            '|warning ', $word.warning, '|danger ', $word.danger, '|')"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:value-of select="substring-before(substring-after($words,
                          concat('|', $name, ' ')), '|')"/>
  </xsl:template>
</xsl:stylesheet>
